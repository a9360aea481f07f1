"""The yardstick teacher: the sensor's own depth and the recording's own poses."""

from __future__ import annotations

import cv2
import numpy as np

from kd3d_ros.geometry import scale_intrinsics
from offline.datasets.base import Frame, FrameError
from offline.labels import Label


def label_frame(frame: Frame, long_side: int) -> Label:
    """A frame's label with images of `long_side` pixels.

    Raises FrameError without depth, pose or intrinsics.
    """
    if frame.depth is None or frame.T_world_camera is None or frame.K is None:
        lacking = "depth" if frame.depth is None else "pose" if frame.T_world_camera is None else "intrinsics"
        raise FrameError(f"{frame.name}: has no {lacking}, which --teacher rgbd needs")
    height, width = frame.image.shape[:2]
    scale = min(1.0, long_side / max(height, width))
    size = round(width * scale), round(height * scale)
    depth = cv2.resize(frame.depth, size, interpolation=cv2.INTER_NEAREST)
    return Label(
        name=frame.name,
        image=np.asarray(cv2.resize(frame.image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8),
        depth=depth.astype(np.float16),
        confidence=(depth > 0).astype(np.float16),
        K=scale_intrinsics(frame.K, (width, height), size),
        T_world_camera=frame.T_world_camera,
        timestamp=frame.timestamp,
    )
