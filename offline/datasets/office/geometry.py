"""The mesh as flat arrays and Open3D scenes: which quad a ray meets, and where on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from offline.datasets.office.atlas import Float32
from offline.datasets.office.mesh import Mesh
from offline.open3d_import import import_open3d


@dataclass(frozen=True)
class Hits:
    """Where rays meet the mesh: quad, its coordinates s (right) and t (down) in [0, 1], ray parameter."""

    quad: NDArray[np.intp]
    s: Float32
    t: Float32
    distance: Float32


class Geometry:
    """Quads as arrays: corners and normals (Q, 4, 3), uv (Q, 3, 2), material (Q,), edge lengths (Q, 2)."""

    def __init__(self, mesh: Mesh) -> None:
        self.corners = np.array(mesh.corners, np.float32)
        self.normals = np.array(mesh.normals, np.float32)
        self.uv = np.array(mesh.uv, np.float32)
        self.material = np.array(mesh.material, np.intp)
        right = np.maximum(
            np.linalg.norm(self.corners[:, 1] - self.corners[:, 0], axis=1),
            np.linalg.norm(self.corners[:, 2] - self.corners[:, 3], axis=1),
        )
        down = np.maximum(
            np.linalg.norm(self.corners[:, 3] - self.corners[:, 0], axis=1),
            np.linalg.norm(self.corners[:, 2] - self.corners[:, 1], axis=1),
        )
        self.lengths = np.maximum(np.stack([right, down], axis=1), 1e-4).astype(np.float32)
        opaque = np.array([material.casts_shadow for material in mesh.materials])[self.material]
        self._open3d = import_open3d()
        self._all = self._scene(self.corners)
        self._opaque = self._scene(self.corners[opaque])

    def cast(self, origins: Float32, directions: Float32) -> Hits:
        """First hits of rays (n, 3), directions of any length; a miss has quad 0 and infinite distance."""
        answer = self._all.cast_rays(self._rays(origins, directions))
        distance = answer["t_hit"].numpy()
        triangle = np.where(np.isfinite(distance), answer["primitive_ids"].numpy(), 0).astype(np.intp)
        uv = answer["primitive_uvs"].numpy()
        second = (triangle & 1).astype(bool)  # quads are cut into corners 0 1 2 and 0 2 3
        s = np.where(second, uv[:, 0], uv[:, 0] + uv[:, 1])
        t = np.where(second, uv[:, 0] + uv[:, 1], uv[:, 1])
        return Hits(triangle >> 1, s, t, distance)

    def is_open(self, origins: Float32, directions: Float32, far: float) -> NDArray[np.bool_]:
        """Whether nothing opaque is within `far` lengths of `directions` (n, 3) from `origins` (n, 3)."""
        blocked = self._opaque.test_occlusions(self._rays(origins, directions), 0.0, far)
        is_open: NDArray[np.bool_] = ~blocked.numpy()
        return is_open

    def _rays(self, origins: Float32, directions: Float32) -> Any:
        rays = np.empty((len(directions), 6), np.float32)
        rays[:, :3], rays[:, 3:] = origins, directions
        return self._open3d.core.Tensor.from_numpy(rays)

    def _scene(self, corners: Float32) -> Any:
        base = 4 * np.arange(len(corners), dtype=np.uint32)[:, None, None]
        triangles = (base + np.array([[0, 1, 2], [0, 2, 3]], np.uint32)).reshape(-1, 3)
        scene = self._open3d.t.geometry.RaycastingScene()
        tensor = self._open3d.core.Tensor.from_numpy
        scene.add_triangles(tensor(np.ascontiguousarray(corners.reshape(-1, 3))), tensor(triangles))
        return scene
