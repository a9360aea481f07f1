"""Images as a pinhole camera sees them, and depth as the camera of the images does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from kd3d_ros.decoding import MessageError, camera_of
from kd3d_ros.geometry import Array, scale_intrinsics
from offline.datasets.bag.choice import NONE, flag
from offline.datasets.bag.topics import CameraTopic
from offline.datasets.base import DataError, FrameError
from offline.datasets.calibration import Calibration, undistortion
from offline.datasets.registration import register_depth, resample_depth

SAME_PIXELS = 0.1
"""Two calibrations that differ by less, in pixels, are one."""
SAME_PLACE = 1e-4
"""So are two places, in metres and radians."""

Pixels = TypeVar("Pixels", NDArray[np.uint8], NDArray[np.float32])
Register = Callable[[NDArray[np.float32]], NDArray[np.float32]]


class Lens:
    """What a CameraInfo says: size (width, height), `K` (3, 3) of the images without their distortion."""

    def __init__(self, info: Any, camera: CameraTopic) -> None:
        try:
            found = camera_of(info, camera.rectified)
        except MessageError as error:
            raise DataError(
                f"{camera.info}: {error}; {flag('camera_info_topic')} {NONE}: do without it"
            ) from error
        self.size, self._topic, self._source = found.size, camera.topic, camera.info
        calibration = Calibration(found.size, found.K, np.array(found.D, np.float64), found.model)
        self.K, self._maps = undistortion(calibration)

    def straight(self, image: Pixels, interpolation: int) -> Pixels:
        """The image (H, W, ...) without distortion.  Raises FrameError if it is of another size."""
        size = image.shape[1], image.shape[0]
        if size != self.size:
            raise FrameError(
                f"{self._topic}: {size[0]}x{size[1]} pixels; {self._source} is for "
                f"{self.size[0]}x{self.size[1]}"
            )
        if self._maps is None:
            return image
        return cv2.remap(image, *self._maps, interpolation)  # type: ignore[return-value]


def registration(
    path: Path,
    image: CameraTopic,
    lens: Lens | None,
    depth: CameraTopic,
    depth_lens: Lens | None,
    T: Array | None,
) -> Register:
    """What makes depth pixel-aligned with the images of `lens`; T (4, 4) takes the depth camera there.

    Depth without a calibration of its own is aligned already: what it is called after has to be the same.
    Raises DataError if it cannot be aligned.
    """
    if T is None:
        raise DataError(
            f"{path}: depth is in frame '{depth.frame}', images in '{image.frame}', and no TF joins the two"
        )
    is_here = np.abs(T - np.eye(4)).max() < SAME_PLACE
    if depth_lens is None or lens is None:
        if not is_here:
            raise DataError(
                f"{path}: no camera_info of {depth.topic}, which is in another place than the images"
            )
        return _aligned(lens)
    return lambda raw: _registered(depth_lens.straight(raw, cv2.INTER_NEAREST), depth_lens, lens, T, is_here)


def _aligned(lens: Lens | None) -> Register:
    """For depth that was registered to the images before these were straightened."""
    if lens is None:
        return lambda raw: raw
    return lambda raw: lens.straight(raw, cv2.INTER_NEAREST)


def _registered(
    depth: NDArray[np.float32], depth_lens: Lens, lens: Lens, T: Array, is_here: bool
) -> NDArray[np.float32]:
    if is_here:
        if depth_lens.size == lens.size and np.abs(depth_lens.K - lens.K).max() < SAME_PIXELS:
            return depth
        return resample_depth(depth, depth_lens.K, lens.K, lens.size)
    # In an image much finer than the depth there would be gaps between the depth's pixels.
    finer = max(1.0, lens.K[0, 0] / depth_lens.K[0, 0])
    size = round(lens.size[0] / finer), round(lens.size[1] / finer)
    K = scale_intrinsics(lens.K, lens.size, size)
    registered = register_depth(depth, depth_lens.K, K, T, size)
    return registered if size == lens.size else resample_depth(registered, K, lens.K, lens.size)
