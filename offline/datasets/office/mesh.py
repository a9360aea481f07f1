"""A textured mesh of quads, built object by object; every quad has a place in a texture and a light map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]
Floats = NDArray[np.float64]
Span = tuple[float, float]  # from, to along one axis, metres
WHOLE = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]])


@dataclass(frozen=True)
class Material:
    """A texture and how it is used.

    image: (h, w, 3) uint8 sRGB.  metres: extent of the image on a surface, (width, height), of which each
    face takes a random piece; None stretches the whole image over each face.  emission: radiance added.
    casts_shadow: False lets light through (window pane, lamp shade).
    """

    image: Image
    metres: tuple[float, float] | None = None
    emission: float = 0.0
    casts_shadow: bool = True


class Mesh:
    """Quads in the world frame (metres, z up), with the objects that they make up.

    A quad has corners top-left, top-right, bottom-right, bottom-left as seen from its front.
    """

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        self.objects: list[str] = []
        self.materials: list[Material] = []
        self.corners: list[Floats] = []  # (4, 3) each
        self.normals: list[Floats] = []  # (4, 3) each, for lighting
        self.uv: list[Floats] = []  # (3, 2) each: texture coordinates in [0, 1] of corners 0, 1 and 3
        self.material: list[int] = []
        self._rotation = np.eye(3)
        self._origin = np.zeros(3)
        self._known: dict[int, int] = {}

    @contextmanager
    def object(self, name: str, x: float, y: float, z: float = 0.0, yaw_deg: float = 0.0) -> Iterator[None]:
        """Count an object and build it in its own frame, relative to the object that encloses it."""
        self.objects.append(name)
        outer = self._rotation, self._origin
        cos, sin = np.cos(np.radians(yaw_deg)), np.sin(np.radians(yaw_deg))
        self._origin = self._rotation @ np.array([x, y, z]) + self._origin
        self._rotation = self._rotation @ np.array([[cos, -sin, 0], [sin, cos, 0], [0, 0, 1.0]])
        yield
        self._rotation, self._origin = outer

    def quad(
        self,
        corners: Sequence[Sequence[float]] | Floats,
        material: Material,
        uv: Floats | None = None,
        normals: Floats | None = None,
    ) -> None:
        """Add one quad; `uv` (3, 2) defaults to what the material says, `normals` (4, 3) to flat."""
        local = np.asarray(corners, dtype=np.float64)
        right, down = local[1] - local[0], local[3] - local[0]
        if normals is None:
            normal = np.cross(local[2] - local[0], local[1] - local[3])
            normals = np.tile(normal / np.linalg.norm(normal), (4, 1))
        if uv is None:
            uv = self._piece(material, float(np.linalg.norm(right)), float(np.linalg.norm(down)))
        self.corners.append(local @ self._rotation.T + self._origin)
        self.normals.append(normals @ self._rotation.T)
        self.uv.append(uv)
        self.material.append(self._index(material))

    def panel(
        self, centre: Sequence[float], width: float, height: float, facing: str, material: Material
    ) -> None:
        """A rectangle whose front looks in the local direction `facing`: +x, -x, +y, -y, +z or -z."""
        right, up = {
            "+x": ((0, 1, 0), (0, 0, 1)),
            "-x": ((0, -1, 0), (0, 0, 1)),
            "+y": ((-1, 0, 0), (0, 0, 1)),
            "-y": ((1, 0, 0), (0, 0, 1)),
            "+z": ((1, 0, 0), (0, 1, 0)),
            "-z": ((1, 0, 0), (0, -1, 0)),
        }[facing]
        r, u = np.array(right) * width / 2, np.array(up) * height / 2
        c = np.asarray(centre, dtype=np.float64)
        self.quad(np.stack([c - r + u, c + r + u, c + r - u, c - r - u]), material)

    def box(self, x: Span, y: Span, z: Span, material: Material, **faces: Material) -> None:
        """An axis-aligned box; single faces (`top`, `front` = -y, ...) may have another material."""
        (x0, x1), (y0, y1), (z0, z1) = x, y, z
        cx, cy, cz = (x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2
        for name, centre, width, height, facing in (
            ("right", (x1, cy, cz), y1 - y0, z1 - z0, "+x"),
            ("left", (x0, cy, cz), y1 - y0, z1 - z0, "-x"),
            ("back", (cx, y1, cz), x1 - x0, z1 - z0, "+y"),
            ("front", (cx, y0, cz), x1 - x0, z1 - z0, "-y"),
            ("top", (cx, cy, z1), x1 - x0, y1 - y0, "+z"),
            ("bottom", (cx, cy, z0), x1 - x0, y1 - y0, "-z"),
        ):
            self.panel(centre, width, height, facing, faces.get(name, material))

    def lathe(self, profile: Sequence[tuple[float, float]], material: Material, sides: int = 14) -> None:
        """A body of revolution about the local z axis; `profile` lists (radius, z) from top to bottom."""
        angle = np.linspace(0, 2 * np.pi, sides + 1)
        circle = np.stack([np.cos(angle), np.sin(angle), np.zeros_like(angle)], axis=1)
        rows = len(profile) - 1
        for j, ((r0, z0), (r1, z1)) in enumerate(pairwise(profile)):
            slope = np.array([z0 - z1, r1 - r0]) / max(np.hypot(z0 - z1, r1 - r0), 1e-9)
            for i in range(sides):
                a, b = circle[i], circle[i + 1]
                up = np.array([0, 0, 1.0])
                corners = np.stack([a * r0 + up * z0, b * r0 + up * z0, b * r1 + up * z1, a * r1 + up * z1])
                normals = np.stack([a, b, b, a]) * slope[0] + up * slope[1]
                u, v = i / sides, j / rows
                uv = np.array([[u, v], [u + 1 / sides, v], [u, v + 1 / rows]])
                self.quad(corners, material, uv, normals)

    def tube(self, radius: float, z: Span, material: Material, sides: int = 10) -> None:
        """A closed cylinder about the local z axis."""
        self.lathe([(1e-4, z[1]), (radius, z[1]), (radius, z[0]), (1e-4, z[0])], material, sides)

    def _piece(self, material: Material, width: float, height: float) -> Floats:
        if material.metres is None:
            return WHOLE
        size = np.minimum([width / material.metres[0], height / material.metres[1]], 1.0)
        start = self.rng.random(2) * (1.0 - size)
        return start + WHOLE * size

    def _index(self, material: Material) -> int:
        if id(material) not in self._known:
            self._known[id(material)] = len(self.materials)
            self.materials.append(material)
        return self._known[id(material)]
