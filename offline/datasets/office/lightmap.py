"""Light baked once: lamps, sky and sun with soft shadows, and one bounce between coloured surfaces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from offline.datasets.office.atlas import Float32, look_up, pack
from offline.datasets.office.geometry import Geometry, Hits
from offline.datasets.office.shell import SUN_DIRECTION, SUN_RGB, Light

LATER_BOUNCES = 1.5  # what the bounces after the first add to it, as a factor
MAX_CHART = 256


@dataclass(frozen=True)
class Texels:
    """Sample points on all quads, chart after chart, row after row."""

    shape: NDArray[np.intp]  # (Q, 2): columns, rows
    first: NDArray[np.intp]  # (Q,): index of each chart's first texel
    points: Float32  # (n, 3), 2 mm in front of the surface
    normals: Float32  # (n, 3)

    def at(self, hits: Hits) -> NDArray[np.intp]:
        """Index of the texel nearest to each hit."""
        shape = self.shape[hits.quad]
        column = np.rint(np.clip(hits.s, 0, 1) * (shape[:, 0] - 1)).astype(np.intp)
        row = np.rint(np.clip(hits.t, 0, 1) * (shape[:, 1] - 1)).astype(np.intp)
        return self.first[hits.quad] + row * shape[:, 0] + column


class Lightmap:
    """Irradiance / pi (RGB, linear) on every quad."""

    def __init__(self, canvas: Float32, origin: Float32, shape: NDArray[np.intp]) -> None:
        self._canvas, self._origin = canvas, origin
        self._extent = (shape - 1).astype(np.float32)

    def sample(self, hits: Hits) -> Float32:
        """(n, 3) light at hits, bilinear."""
        st = np.stack([np.clip(hits.s, 0, 1), np.clip(hits.t, 0, 1)], axis=1)
        xy = self._origin[hits.quad] + st * self._extent[hits.quad]
        found: Float32 = look_up(self._canvas, xy[:, 0], xy[:, 1])
        return found


def bake(
    geometry: Geometry, albedo: Float32, lights: Sequence[Light], spacing: float, rng: np.random.Generator
) -> Lightmap:
    """Light the quads, of mean linear colour `albedo` (Q, 3), at points `spacing` metres apart."""
    texels = _texels(geometry, spacing)
    direct = np.zeros_like(texels.points)
    for light in lights:
        grid = 4 if np.linalg.norm(light.right) > 1 else 2
        direct += _from_light(geometry, texels, light, grid, rng)
    direct += _from_sun(geometry, texels, rng)
    bounced = _bounced(geometry, texels, direct, albedo, rng)
    charts = []
    for first, (columns, rows) in zip(texels.first, texels.shape, strict=True):
        part = slice(first, first + columns * rows)
        soft = bounced[part].reshape(rows, columns, 3)
        if min(columns, rows) > 2:
            cv2.blur(soft, (3, 3), dst=soft, borderType=cv2.BORDER_REPLICATE)
        charts.append(direct[part].reshape(rows, columns, 3) + LATER_BOUNCES * soft)
    canvas, origin = pack(charts, 2048)
    return Lightmap(canvas, origin, texels.shape)


def _texels(geometry: Geometry, spacing: float) -> Texels:
    shape = np.clip(np.ceil(geometry.lengths / spacing).astype(np.intp) + 1, 2, MAX_CHART)
    count = shape.prod(axis=1)
    first = np.concatenate([[0], np.cumsum(count)[:-1]])
    quad = np.repeat(np.arange(len(count)), count)
    k = np.arange(count.sum()) - first[quad]
    st = np.stack([k % shape[quad, 0], k // shape[quad, 0]], axis=1) / (shape[quad] - 1)
    inset = np.minimum(0.1, 0.008 / geometry.lengths)[quad]  # keeps border texels out of adjoining surfaces
    st = inset + st * (1 - 2 * inset)
    s, t = st[:, :1], st[:, 1:]
    weights = np.stack([(1 - s) * (1 - t), s * (1 - t), s * t, (1 - s) * t], axis=1).astype(np.float32)
    normals = (geometry.normals[quad] * weights).sum(axis=1)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-6)
    points = (geometry.corners[quad] * weights).sum(axis=1) + 0.002 * normals
    return Texels(shape, first, points.astype(np.float32), normals.astype(np.float32))


def _from_light(
    geometry: Geometry, texels: Texels, light: Light, grid: int, rng: np.random.Generator
) -> Float32:
    front = np.cross(light.down, light.right)
    area = float(np.linalg.norm(front))
    front = front / area
    total = np.zeros(len(texels.points), np.float32)
    for cell in range(grid * grid):
        jitter = rng.random((len(total), 2), dtype=np.float32)
        a = (cell % grid + jitter[:, :1]) / grid
        b = (cell // grid + jitter[:, 1:]) / grid
        to_light = (light.corner + a * light.right + b * light.down - texels.points).astype(np.float32)
        squared = (to_light**2).sum(axis=1)
        leaving = np.sqrt(squared) if light.omnidirectional else -(to_light @ front.astype(np.float32))
        arriving = (to_light * texels.normals).sum(axis=1)
        form = np.maximum(arriving, 0) * np.maximum(leaving, 0) / np.maximum(squared, 0.01) ** 2
        lit = np.flatnonzero(form > 1e-5)
        total[lit] += form[lit] * geometry.is_open(texels.points[lit], to_light[lit], 0.995)
    return total[:, None] * (light.rgb * area / (np.pi * grid * grid)).astype(np.float32)


def _from_sun(geometry: Geometry, texels: Texels, rng: np.random.Generator, samples: int = 4) -> Float32:
    total = np.zeros(len(texels.points), np.float32)
    facing = np.flatnonzero(texels.normals @ SUN_DIRECTION.astype(np.float32) > 0)
    for _ in range(samples):
        blurred = 0.012 * rng.standard_normal((len(facing), 3), dtype=np.float32)
        towards = (SUN_DIRECTION / np.linalg.norm(SUN_DIRECTION) + blurred).astype(np.float32)
        cosine = np.maximum((towards * texels.normals[facing]).sum(axis=1), 0)
        total[facing] += cosine * geometry.is_open(texels.points[facing], towards, np.inf)
    return total[:, None] * (SUN_RGB / samples).astype(np.float32)


def _bounced(
    geometry: Geometry, texels: Texels, direct: Float32, albedo: Float32, rng: np.random.Generator
) -> Float32:
    """Mean over the cosine-weighted hemisphere of the light that first hits send back."""
    rings, sectors = 3, 6
    total = np.zeros_like(direct)
    for cell in range(rings * sectors):
        jitter = rng.random((len(direct), 2), dtype=np.float32)
        z = 1 - 2 * (cell // sectors + jitter[:, 0]) / rings
        turn = 2 * np.pi * (cell % sectors + jitter[:, 1]) / sectors
        ring = np.sqrt(np.maximum(1 - z * z, 0))
        sphere = np.stack([ring * np.cos(turn), ring * np.sin(turn), z], axis=1)
        hits = geometry.cast(texels.points, (texels.normals * 1.001 + sphere).astype(np.float32))
        seen = np.isfinite(hits.distance)[:, None]
        total += seen * direct[texels.at(hits)] * albedo[hits.quad]
    return total / np.float32(rings * sectors)
