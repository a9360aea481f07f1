"""Images of the room: ray casting, filtered textures, baked light, smoothed outlines."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Array, pixel_grid
from offline.datasets.office.atlas import Float32, TextureAtlas
from offline.datasets.office.geometry import Geometry, Hits
from offline.datasets.office.lightmap import bake
from offline.datasets.office.mesh import Mesh
from offline.datasets.office.shell import lights

LINEAR = (np.linspace(0, 1, 256) ** 2.2).astype(np.float32)  # display level -> linear
SUBPIXELS = ((-0.125, -0.375), (0.375, -0.125), (0.125, 0.375), (-0.375, 0.125))


class Renderer:
    """A lit room.  `spacing`: metres between light samples, which is most of the time to build one."""

    def __init__(self, mesh: Mesh, spacing: float, rng: np.random.Generator) -> None:
        self._geometry = Geometry(mesh)
        self._atlas = TextureAtlas.of([material.image for material in mesh.materials])
        self._emission = np.array([material.emission for material in mesh.materials], np.float32)
        mean = np.array([LINEAR[material.image].mean(axis=(0, 1)) for material in mesh.materials], np.float32)
        self._light = bake(self._geometry, mean[self._geometry.material], lights(), spacing, rng)
        quads, pixels = self._geometry, self._atlas.size[self._geometry.material, 0]
        edges = np.abs(quads.uv[:, 1:] - quads.uv[:, :1]) * pixels[:, None]
        texels = np.maximum(np.linalg.norm(edges, axis=2), 1e-3)
        self._texel_m = np.sqrt((quads.lengths / texels).prod(axis=1)).astype(np.float32)
        self._normal = quads.normals.mean(axis=1)

    def render(self, T_world_camera: Array, K: Array, size: tuple[int, int]) -> tuple[Float32, Float32]:
        """Linear radiance (H, W, 3) and exact depth along z (H, W), metres, as seen from a camera."""
        width, height = size
        pixels = pixel_grid(width, height).reshape(-1, 2)
        hits, colour = self._look(pixels, T_world_camera, K)
        edge = np.flatnonzero(_outlines(hits.quad.reshape(height, width)).ravel())
        smooth = sum(
            self._look(pixels[edge] + np.array(offset, np.float32), T_world_camera, K)[1]
            for offset in SUBPIXELS
        )
        colour[edge] = smooth / np.float32(len(SUBPIXELS))
        depth = np.where(np.isfinite(hits.distance), hits.distance, 0)  # a ray may slip through a seam
        return colour.reshape(height, width, 3), depth.reshape(height, width)

    def _look(self, pixels: Float32, T_world_camera: Array, K: Array) -> tuple[Hits, Float32]:
        rays = np.ones((len(pixels), 3), np.float32)  # z = 1, so that the ray parameter is the depth
        rays[:, 0] = (pixels[:, 0] - K[0, 2]) / K[0, 0]
        rays[:, 1] = (pixels[:, 1] - K[1, 2]) / K[1, 1]
        directions = rays @ T_world_camera[:3, :3].T.astype(np.float32)
        hits = self._geometry.cast(T_world_camera[:3, 3].astype(np.float32), directions)
        facing = np.abs((directions * self._normal[hits.quad]).sum(axis=1)) / np.linalg.norm(rays, axis=1)
        pixel_m = np.minimum(hits.distance, 20) / np.float32(K[0, 0]) / np.sqrt(np.maximum(facing, 0.05))
        return hits, self._shade(hits, pixel_m)

    def _shade(self, hits: Hits, pixel_m: Float32) -> Float32:
        """Radiance (n, 3) where a pixel covers `pixel_m` (n,) metres of the surface."""
        material = self._geometry.material[hits.quad]
        uv = self._geometry.uv[hits.quad]
        place = uv[:, 0] + hits.s[:, None] * (uv[:, 1] - uv[:, 0]) + hits.t[:, None] * (uv[:, 2] - uv[:, 0])
        level = np.log2(np.maximum(pixel_m / self._texel_m[hits.quad], 1e-3))
        albedo = LINEAR[self._atlas.sample(material, np.clip(place, 0, 1), level).astype(np.uint8)]
        return albedo * (self._light.sample(hits) + self._emission[material][:, None])


def _outlines(quad: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Pixels (H, W) beside which another quad is seen."""
    edge = np.zeros(quad.shape, bool)
    across, along = quad[:, 1:] != quad[:, :-1], quad[1:] != quad[:-1]
    edge[:, 1:] |= across
    edge[:, :-1] |= across
    edge[1:] |= along
    edge[:-1] |= along
    return edge
