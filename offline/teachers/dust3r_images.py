"""Images as DUSt3R saw them in training: long side 512, cropped to multiples of 16."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from kd3d_ros.geometry import Array, scale_intrinsics
from offline.datasets.base import FrameError
from offline.teachers.dust3r_weights import LONG_SIDE, PATCH


def fit(image: NDArray[np.uint8], K: Array | None, name: str) -> tuple[NDArray[np.uint8], Array | None]:
    """An RGB image (h, w, 3) at DUSt3R's size, and K with it.  Raises FrameError if nothing would be left.

    Pixel for pixel what the library's `load_images(..., size=512)` does: Lanczos when shrinking, bicubic when
    enlarging; square images lose a quarter of their height, because training knew no squares.
    """
    height, width = image.shape[:2]
    scale = LONG_SIDE / max(height, width)
    size = round(width * scale), round(height * scale)
    if min(size) < PATCH:
        raise FrameError(
            f"{name}: {width}x{height} is too narrow for DUSt3R, which allows 1:{LONG_SIDE // PATCH}"
        )
    smooth = Image.Resampling.LANCZOS if scale < 1 else Image.Resampling.BICUBIC
    resized = np.asarray(Image.fromarray(image).resize(size, smooth))
    left, top, right, bottom = crop_box(size)
    cropped = np.array(resized[top:bottom, left:right], order="C")
    if K is None:
        return cropped, None
    K_cropped = scale_intrinsics(K, (width, height), size)
    K_cropped[:2, 2] -= left, top
    return cropped, K_cropped


def crop_box(size: tuple[int, int]) -> tuple[int, int, int, int]:
    """(left, top, right, bottom) of what is kept of a (width, height) image, in multiples of 16 pixels."""
    center_x, center_y = (side // 2 for side in size)
    half_width, half_height = (center // (PATCH // 2) * (PATCH // 2) for center in (center_x, center_y))
    if size[0] == size[1]:
        half_height = 3 * half_width // 4
    return center_x - half_width, center_y - half_height, center_x + half_width, center_y + half_height
