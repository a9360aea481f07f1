"""Which frames of a camera's recording are worth learning from: not blurred, not twice the same, evenly lit.

All is relative to a frame's neighbours in time, so that a dark or plain place is not refused as a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import median_filter

from kd3d_ros.geometry import Array, pose_error

LOOK_SIDE = 320
"""Long side of the image whose sharpness is measured, pixels: halving VGA takes most of its noise away."""
THUMBNAIL_SIZE = (32, 24)
NOISE_LEVELS = 1.0
"""Of the sensor, grey levels: finer structure than this says nothing about sharpness."""

NEIGHBOURS = 61
"""So many frames, the frame in their midst, tell what is usual: 2 s at 30 Hz, longer than a quick turn."""
BLURRED = 0.4
"""A frame with less than this share of the usual sharpness is blurred: by some 8 pixels of 640 or more."""
MAX_BLURRED_SHARE = 0.2
"""At most this share of a recording is dropped as blurred, the worst first: the rest is what there is."""
EXPOSURE_FACTOR = 1.4
"""A frame that is brighter or darker than usual by this factor has caught the exposure hunting."""
MAX_STEP_S = 0.2
"""Across longer steps between frames brightness changes with the view, too, and exposure is not judged."""

STANDING_M = 0.01
STANDING_DEG = 0.5
STANDING_LEVELS = 1.5
"""Without poses: mean difference of two thumbnails, grey levels, of a camera that stands."""
STANDING_FRAMES = 10
"""Of a camera that stands so many frames are kept: they differ in noise only."""

Thumbnail = NDArray[np.int16]


@dataclass(frozen=True)
class Look:
    """What of a frame is kept in memory for all frames at once.

    sharpness, brightness: from `look_at`.  T_world_camera: (4, 4), None if unknown.  thumbnail: from
    `thumbnail_of`, needed only where poses are unknown.
    """

    name: str
    stamp_s: float
    sharpness: float
    brightness: float
    T_world_camera: Array | None = None
    thumbnail: Thumbnail | None = None


@dataclass(frozen=True)
class Selection:
    """kept: names in recording order.  dropped: name -> reason, one of `blurred`, `exposure`, `standing`."""

    kept: list[str]
    dropped: dict[str, str]

    def summary(self) -> str:
        """One line: how many were kept, and how many dropped for which reason."""
        counts = Counter(self.dropped.values())
        reasons = ", ".join(f"{counts[reason]} {reason}" for reason in sorted(counts))
        total = len(self.kept) + len(self.dropped)
        return f"{len(self.kept)} of {total} frames selected" + (f"; dropped: {reasons}" if reasons else "")


def look_at(image: NDArray[np.uint8]) -> tuple[float, float]:
    """Sharpness and brightness (mean grey level) of an image (H, W, 3) RGB or (H, W), in 1 ms for VGA.

    Sharpness is the energy of second over that of first differences, in the direction where this is least,
    since motion blurs along one.  It does not depend on contrast, and on what there is to see it depends less
    than the variance of the Laplacian does: between the parts of sharp frames it varies by a third less.
    """
    grey = _small_grey(image).astype(np.float32)
    ratios = []
    for dy, dx in ((0, 1), (1, 0), (1, 1), (1, -1)):
        before, after = _shifted(grey, -dy, -dx), _shifted(grey, dy, dx)
        first, second = after - before, before + after - 2 * _shifted(grey, 0, 0)
        ratios.append(float(np.vdot(second, second) / (np.vdot(first, first) + NOISE_LEVELS**2 * first.size)))
    return min(ratios), float(grey.mean())


def thumbnail_of(image: NDArray[np.uint8]) -> Thumbnail:
    """(24, 32) grey levels about their mean: the same however long the exposure was, nearly."""
    thumbnail = cv2.resize(_small_grey(image), THUMBNAIL_SIZE, interpolation=cv2.INTER_AREA)
    return np.asarray(thumbnail.astype(np.int16) - round(float(thumbnail.mean())), np.int16)


def select(looks: Sequence[Look]) -> Selection:
    """The frames to learn from, of looks in recording order."""
    dropped = dict.fromkeys(_blurred(looks), "blurred") | dict.fromkeys(_exposure_jumps(looks), "exposure")
    rest = [look for look in looks if look.name not in dropped]
    dropped |= dict.fromkeys(_standing(rest), "standing")
    return Selection([look.name for look in looks if look.name not in dropped], dropped)


def _blurred(looks: Sequence[Look]) -> list[str]:
    share = np.exp(_above_usual([look.sharpness for look in looks]))
    worst = np.argsort(share)[: int(MAX_BLURRED_SHARE * len(looks))]
    return [looks[i].name for i in worst if share[i] < BLURRED]


def _exposure_jumps(looks: Sequence[Look]) -> list[str]:
    jumped = np.abs(_above_usual([look.brightness for look in looks])) > np.log(EXPOSURE_FACTOR)
    steps = np.diff([look.stamp_s for look in looks], prepend=-np.inf, append=np.inf)
    steady = np.maximum(steps[:-1], steps[1:]) <= MAX_STEP_S
    return [look.name for look, drop in zip(looks, jumped & steady, strict=True) if drop]


def _standing(looks: Sequence[Look]) -> list[str]:
    """Frames beyond the first few of each stretch in which the camera is where the stretch began."""
    names = []
    first, length = None, 0
    for look in looks:
        if first is None or not _is_same_view(first, look):
            first, length = look, 0
        length += 1
        if length > STANDING_FRAMES:
            names.append(look.name)
    return names


def _is_same_view(a: Look, b: Look) -> bool:
    if a.T_world_camera is not None and b.T_world_camera is not None:
        translation, rotation = pose_error(a.T_world_camera, b.T_world_camera)
        return translation < STANDING_M and rotation < STANDING_DEG
    if a.thumbnail is None or b.thumbnail is None:
        return False
    return float(np.abs(a.thumbnail - b.thumbnail).mean()) < STANDING_LEVELS


def _above_usual(values: Sequence[float]) -> Array:
    """By how much the logarithm of each value is above the median of its neighbours'."""
    logs = np.log(np.maximum(values, np.finfo(np.float32).tiny))
    above: Array = logs - median_filter(logs, NEIGHBOURS, mode="mirror")
    return above


def _shifted(grey: NDArray[np.float32], dy: int, dx: int) -> NDArray[np.float32]:
    """All pixels but the outermost, or their neighbours so far down and to the right."""
    height, width = grey.shape
    return grey[1 + dy : height - 1 + dy, 1 + dx : width - 1 + dx]


def _small_grey(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY) if image.ndim == 3 else image
    scale = min(1.0, LOOK_SIDE / max(grey.shape))
    return np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
