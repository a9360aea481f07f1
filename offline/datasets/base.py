"""What every recording looks like to the rest of the lab: a `Dataset` of `Frame`s."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Array

Split = Literal["train", "test", "all"]

log = logging.getLogger(__name__)


class DataError(Exception):
    """A recording that cannot be used as a whole; the message names the path and what is expected."""


class FrameError(DataError):
    """One unreadable frame; the recording may still be usable."""


@dataclass(frozen=True)
class Frame:
    """One image of a recording.

    image: (H, W, 3) uint8 RGB.  K: (3, 3) intrinsics in pixels of this image, no distortion; or None.
    depth: (H, W) float32 metres along z, registered to the image, 0 = none; or None.
    T_world_camera: (4, 4) camera-to-world of the colour camera (optical frame); or None.
    timestamp: seconds.
    """

    name: str
    image: NDArray[np.uint8]
    K: Array | None
    timestamp: float
    depth: NDArray[np.float32] | None = None
    T_world_camera: Array | None = None


class Dataset(ABC):
    """A recording: frame names by split, frames read one at a time."""

    format: ClassVar[str]
    metric: bool = True
    gravity_aligned: bool = False

    def __init__(self, root: Path) -> None:
        self.root = root

    @abstractmethod
    def names(self, split: Split) -> list[str]:
        """Frame names of a split, in recording order; train and test never overlap."""

    @abstractmethod
    def load(self, name: str) -> Frame:
        """Read one frame.  Raises FrameError, naming the file, if any part of it is unusable."""


@dataclass
class Skipped:
    """Frames that could not be used, with the reason, to be reported and never silently lost."""

    reasons: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, reason: str) -> None:
        self.reasons[name] = reason
        log.warning("skipped frame %s: %s", name, reason)

    def __len__(self) -> int:
        return len(self.reasons)

    def summary(self, shown: int = 3) -> str:
        """One line: how many, and the first few reasons."""
        first = "; ".join(list(self.reasons.values())[:shown])
        more = f"; and {len(self) - shown} more" if len(self) > shown else ""
        return f"{len(self)} frames skipped: {first}{more}"


def readable_frames(dataset: Dataset, names: Sequence[str], skipped: Skipped) -> Iterator[Frame]:
    """The frames that can be read; the others are recorded in `skipped`."""
    for name in names:
        try:
            frame = dataset.load(name)
        except FrameError as error:
            skipped.add(name, str(error))
        else:
            yield frame


def block_split(names: Sequence[str], split: Split, block: int = 20) -> list[str]:
    """Interleaved blocks of `block` frames; every block whose index modulo 5 equals 2 is test."""
    if split == "all":
        return list(names)
    is_test = [(i // block) % 5 == 2 for i in range(len(names))]
    return [name for name, test in zip(names, is_test, strict=True) if test == (split == "test")]


def read_rgb(path: Path) -> NDArray[np.uint8]:
    """(H, W, 3) uint8 RGB of an image file, upright by its EXIF orientation.  Raises FrameError."""
    image = _decode(path, cv2.IMREAD_COLOR | cv2.IMREAD_ANYDEPTH)
    if image.dtype != np.uint8:
        raise FrameError(f"{path}: {image.dtype} values; a colour image has 8 bits (is this a depth image?)")
    return cv2.cvtColor(image, cv2.COLOR_BGR2RGB)  # type: ignore[return-value]


def read_depth_png(path: Path, units_per_metre: float) -> NDArray[np.float32]:
    """(H, W) float32 metres of a 16-bit depth image; 0 and 65535 (no reading) become 0.

    Raises FrameError.
    """
    raw = _decode(path, cv2.IMREAD_UNCHANGED)
    if raw.dtype != np.uint16 or raw.ndim != 2:
        raise FrameError(f"{path}: depth is {raw.dtype} with shape {raw.shape}; expected one uint16 channel")
    raw[raw == np.iinfo(np.uint16).max] = 0
    return raw.astype(np.float32) / np.float32(units_per_metre)


def read_pose_txt(path: Path) -> Array:
    """(4, 4) rigid transform of a text file.  Raises FrameError for INF, NaN or a non-rotation."""
    try:
        T = np.loadtxt(path, dtype=np.float64)
    except (OSError, ValueError) as error:
        raise FrameError(f"{path}: not a readable pose ({error})") from error
    return check_pose(T, str(path))


def check_pose(T: Array, where: str) -> Array:
    """`T` if it is a rigid 4x4 transform to 1e-2, else FrameError naming `where`."""
    if T.shape != (4, 4):
        raise FrameError(f"{where}: pose has shape {T.shape}; expected (4, 4)")
    if not np.isfinite(T).all():
        raise FrameError(f"{where}: pose is not finite (tracking was lost there)")
    R = T[:3, :3]
    if np.abs(R @ R.T - np.eye(3)).max() > 1e-2 or np.linalg.det(R) < 0:
        raise FrameError(f"{where}: pose has no rotation matrix in its upper left 3x3")
    return T


def _decode(path: Path, flags: int) -> NDArray[np.uint8]:
    try:
        data = np.fromfile(path, dtype=np.uint8)
    except OSError as error:
        raise FrameError(f"{path}: cannot be read ({error.strerror})") from error
    image = cv2.imdecode(data, flags) if data.size else None
    if image is None:
        raise FrameError(f"{path}: not a decodable image ({data.size} bytes)")
    return image  # type: ignore[return-value]
