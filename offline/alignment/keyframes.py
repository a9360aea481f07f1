"""Which frames of a recording make the reconstruction: a new one when the view has changed enough."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Array, pose_error
from offline.datasets.base import Frame

THUMBNAIL_SIDE = 160
"""Long side of a thumbnail, pixels: 19 kB a frame, and 2 ms for the flow both ways."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Glance:
    """What of a frame is kept in memory for all frames at once.

    thumbnail: (h, w) uint8 grey.  timestamp: seconds, or any number that grows along the recording.
    T_world_camera: (4, 4), None if unknown or not to be used.
    """

    name: str
    thumbnail: NDArray[np.uint8]
    timestamp: float
    T_world_camera: Array | None

    @property
    def sequence(self) -> str:
        """The part of the recording that it belongs to: `seq-01` of `seq-01/frame-000000`."""
        return self.name.rpartition("/")[0]


@dataclass(frozen=True)
class KeyframeConfig:
    """When a frame differs enough from the last keyframe to be one."""

    translation_m: float = 0.05
    """By motion, where both poses are known: after this way."""
    rotation_deg: float = 5.0
    """Or after this turn."""
    flow_share: float = 0.04
    """By image change, elsewhere: after a median optical flow of this share of the image's width."""
    consistent_share: float = 0.5
    """Or when the flow forth and back agrees on less than this share of the pixels: overlap is being lost."""


def glance(frame: Frame) -> Glance:
    """A frame's thumbnail, time and pose."""
    height, width = frame.image.shape[:2]
    scale = THUMBNAIL_SIDE / max(height, width)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    grey = cv2.cvtColor(frame.image, cv2.COLOR_RGB2GRAY)
    thumbnail = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)
    return Glance(frame.name, thumbnail, frame.timestamp, frame.T_world_camera)


def select_keyframes(
    glances: Sequence[Glance], limit: int = 1000, config: KeyframeConfig | None = None
) -> list[int]:
    """Indices of the keyframes, ascending: at most `limit` (>= 2), first and last frame among them.

    Every sequence's first frame is one, too.  Where images change so fast that overlap with the last keyframe
    is lost, the frame before becomes one as well.  More than `limit` are thinned evenly, which is logged.
    """
    config = config or KeyframeConfig()
    keyframes = [0] if glances else []
    for n in range(1, len(glances)):
        if glances[n].sequence != glances[keyframes[-1]].sequence:
            keyframes.append(n)
            continue
        if not _has_changed(glances[keyframes[-1]], glances[n], config):
            continue
        skipped = keyframes[-1] < n - 1
        if skipped and _overlap_is_lost(glances[keyframes[-1]], glances[n], config):
            keyframes.append(n - 1)
            if not _has_changed(glances[n - 1], glances[n], config):
                continue
        keyframes.append(n)
    if keyframes and keyframes[-1] != len(glances) - 1:
        keyframes.append(len(glances) - 1)
    return _thinned(keyframes, limit)


def _thinned(keyframes: list[int], limit: int) -> list[int]:
    if len(keyframes) <= limit:
        return keyframes
    log.warning("%d frames differ enough to be keyframes; thinned evenly to %d", len(keyframes), limit)
    return [keyframes[i] for i in np.linspace(0, len(keyframes) - 1, limit).round().astype(int)]


def _has_changed(last: Glance, now: Glance, config: KeyframeConfig) -> bool:
    if last.T_world_camera is not None and now.T_world_camera is not None:
        translation, rotation = pose_error(now.T_world_camera, last.T_world_camera)
        return translation >= config.translation_m or rotation >= config.rotation_deg
    if last.thumbnail.shape != now.thumbnail.shape:
        return True
    flow, consistent = image_change(last.thumbnail, now.thumbnail)
    return flow >= config.flow_share or consistent < config.consistent_share


def _overlap_is_lost(last: Glance, now: Glance, config: KeyframeConfig) -> bool:
    if last.thumbnail.shape != now.thumbnail.shape:
        return True
    return image_change(last.thumbnail, now.thumbnail)[1] < config.consistent_share


def image_change(first: NDArray[np.uint8], second: NDArray[np.uint8]) -> tuple[float, float]:
    """Median length of the optical flow as a share of the width, and the share of pixels where it is trusted.

    Trusted is flow (DIS, Kroeger et al., ECCV 2016) that leads there and back to within a pixel.  The images
    are (h, w) uint8 of one size, contiguous.
    """
    dis = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_ULTRAFAST)
    forth, back = (dis.calc(a, b, None) for a, b in ((first, second), (second, first)))  # type: ignore[call-overload]
    height, width = first.shape
    u, v = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    returned = forth + cv2.remap(
        back,
        u + forth[..., 0],
        v + forth[..., 1],
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(np.inf, np.inf),
    )
    consistent = np.linalg.norm(returned, axis=-1) < 1.0
    length = np.linalg.norm(forth, axis=-1)
    return float(np.median(length)) / width, float(consistent.mean())
