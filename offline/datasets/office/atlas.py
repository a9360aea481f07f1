"""Many images in one, so that one `cv2.remap` looks up a whole frame; with mipmaps against aliasing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from offline.datasets.office.mesh import Image

Float32 = NDArray[np.float32]
LEVELS = 6
_REMAP_WIDTH = 512  # cv2.remap limits rows and columns to 32767, so pixels are looked up in rows of this many


def pack(images: Sequence[NDArray[Any]], width: int) -> tuple[NDArray[Any], Float32]:
    """Canvas (H, width, 3) of all images, each bordered by a repeated pixel, and their origins (n, 2)."""
    origins = np.zeros((len(images), 2), np.float32)
    order = sorted(range(len(images)), key=lambda i: -images[i].shape[0])
    x = y = shelf = 0
    for i in order:
        h, w = images[i].shape[:2]
        if x + w + 2 > width:
            x, y, shelf = 0, y + shelf, 0
        origins[i] = x + 1, y + 1
        x, shelf = x + w + 2, max(shelf, h + 2)
    canvas = np.zeros((y + shelf, width, 3), images[0].dtype)
    for image, (ox, oy) in zip(images, origins.astype(int), strict=True):
        h, w = image.shape[:2]
        canvas[oy - 1 : oy + h + 1, ox - 1 : ox + w + 1] = np.pad(
            image, ((1, 1), (1, 1), (0, 0)), mode="edge"
        )
    return canvas, origins


def look_up(canvas: NDArray[Any], x: Float32, y: Float32) -> NDArray[Any]:
    """Bilinear samples (n, 3) of a canvas at pixel coordinates (n,)."""
    n = len(x)
    rows = -(-n // _REMAP_WIDTH)
    maps = np.zeros((2, rows * _REMAP_WIDTH), np.float32)
    maps[0, :n], maps[1, :n] = x, y
    grid = maps.reshape(2, rows, _REMAP_WIDTH)
    found = cv2.remap(canvas, grid[0], grid[1], cv2.INTER_LINEAR)
    return found.reshape(-1, 3)[:n]


@dataclass(frozen=True)
class TextureAtlas:
    """Textures with LEVELS mip levels.  canvas: uint8; origin, size: (textures, LEVELS, 2) pixels."""

    canvas: Image
    origin: Float32
    size: Float32

    @classmethod
    def of(cls, textures: Sequence[Image]) -> TextureAtlas:
        chain: list[Image] = []
        for texture in textures:
            for level in range(LEVELS):
                chain.append(texture if level == 0 else _halved(chain[-1]))
        canvas, origin = pack(chain, 4096)
        size = np.array([image.shape[1::-1] for image in chain], np.float32)
        return cls(canvas, origin.reshape(-1, LEVELS, 2), size.reshape(-1, LEVELS, 2))

    def sample(self, texture: NDArray[np.intp], uv: Float32, level: Float32) -> Float32:
        """Trilinear samples (n, 3) in [0, 255] of textures (n,) at uv (n, 2) in [0, 1], mip level (n,)."""
        level = np.clip(level, 0, LEVELS - 1.001)
        fine = level.astype(np.intp)
        blend = (level - fine)[:, None].astype(np.float32)
        return (1 - blend) * self._sample_level(texture, uv, fine) + blend * self._sample_level(
            texture, uv, fine + 1
        )

    def _sample_level(self, texture: NDArray[np.intp], uv: Float32, level: NDArray[np.intp]) -> Float32:
        index = texture * LEVELS + level
        xy = uv * self.size.reshape(-1, 2)[index] + (self.origin.reshape(-1, 2)[index] - 0.5)
        return look_up(self.canvas, xy[:, 0], xy[:, 1]).astype(np.float32)


def _halved(image: Image) -> Image:
    size = max(image.shape[1] // 2, 1), max(image.shape[0] // 2, 1)
    return cv2.resize(image, size, interpolation=cv2.INTER_AREA)  # type: ignore[return-value]
