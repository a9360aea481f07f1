"""TUM RGB-D benchmark: `rgb.txt`, `depth.txt`, `groundtruth.txt` and the images that they name.

Depth comes registered to colour, 5000 units a metre; poses are camera-to-world of the colour camera in
the motion capture system's frame, z up.  Colour and depth are associated as the benchmark's own
`associate.py` does; the pose is interpolated at the colour image's time between the two motion-capture
samples around it (slerp for the rotation), both of them within the same time difference.

The intrinsics are the published ones of the camera in the folder's name (freiburg1, 2, 3), else the
benchmark's default.  freiburg1 and 2 are undistorted by their published coefficients, colour by
interpolation and depth by its nearest pixel, to the largest pinhole image without empty borders.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import cv2
import numpy as np
from scipy.spatial.transform import Rotation, Slerp

from kd3d_ros.geometry import Array
from offline.datasets.base import (
    DataError,
    Dataset,
    Frame,
    FrameError,
    Split,
    block_split,
    read_depth_png,
    read_rgb,
)
from offline.datasets.calibration import Calibration, Maps, undistortion

MAX_TIME_DIFFERENCE = 0.02
DEPTH_UNITS_PER_METRE = 5000.0
SIZE = (640, 480)
INDEX_FILES = ("rgb.txt", "depth.txt", "groundtruth.txt")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Camera:
    """fx, fy, cx, cy in pixels of a 640x480 image; distortion k1, k2, p1, p2, k3 (OpenCV), if any."""

    intrinsics: tuple[float, float, float, float]
    distortion: tuple[float, ...] = ()


CAMERAS = {
    "freiburg1": Camera((517.3, 516.5, 318.6, 255.3), (0.2624, -0.9531, -0.0054, 0.0026, 1.1633)),
    "freiburg2": Camera((520.9, 521.0, 325.1, 249.7), (0.2312, -0.7849, -0.0033, -0.0001, 0.9172)),
    "freiburg3": Camera((535.4, 539.2, 320.1, 247.6)),
}
DEFAULT_CAMERA = Camera((525.0, 525.0, 319.5, 239.5))


@dataclass(frozen=True)
class _Entry:
    timestamp: float
    colour: Path
    depth: Path
    T_world_camera: Array


class Tum(Dataset):
    """One sequence of the TUM RGB-D benchmark, or a recording in its format; split by `block_split`.

    A frame is a colour image with depth and pose within 0.02 s; other colour images are counted in the
    log.  Frames are named by the colour image's file name.
    """

    format: ClassVar[str] = "tum"
    gravity_aligned = True

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        colour_times, colour_files = _read_image_index(root / "rgb.txt")
        depth_times, depth_files = _read_image_index(root / "depth.txt")
        pose_at = _Trajectory(root / "groundtruth.txt")
        self._entries: dict[str, _Entry] = {}
        for i, j in associate(colour_times, depth_times):
            pose = pose_at(colour_times[i])
            if pose is not None:
                name = Path(colour_files[i]).stem
                self._entries[name] = _Entry(
                    float(colour_times[i]), root / colour_files[i], root / depth_files[j], pose
                )
        if not self._entries:
            raise DataError(
                f"{root}: none of {len(colour_files)} colour images has a depth image and poses within "
                f"{MAX_TIME_DIFFERENCE} s; do the three files' timestamps share a clock?"
            )
        if not any(entry.colour.exists() and entry.depth.exists() for entry in self._entries.values()):
            first = next(iter(self._entries.values()))
            raise DataError(f"{root}: none of its images is there, such as {first.colour} and {first.depth}")
        log.info("%s: %d of %d colour images are frames", root, len(self._entries), len(colour_files))
        self._camera = next(
            (camera for key, camera in CAMERAS.items() if key in root.resolve().name), DEFAULT_CAMERA
        )
        self._K, self._maps = _pinhole(self._camera)

    def names(self, split: Split) -> list[str]:
        return block_split(list(self._entries), split)

    def load(self, name: str) -> Frame:
        entry = self._entries[name]
        image = read_rgb(entry.colour)
        depth = read_depth_png(entry.depth, DEPTH_UNITS_PER_METRE)
        for path, array in ((entry.colour, image), (entry.depth, depth)):
            if array.shape[1::-1] != SIZE:
                raise FrameError(
                    f"{path}: {array.shape[1]}x{array.shape[0]} pixels; TUM's calibration is for "
                    f"{SIZE[0]}x{SIZE[1]}"
                )
        if self._maps is not None:
            image = cv2.remap(image, *self._maps, cv2.INTER_LINEAR)  # type: ignore[assignment]
            depth = cv2.remap(depth, *self._maps, cv2.INTER_NEAREST)  # type: ignore[assignment]
        if not depth.any():
            raise FrameError(f"{entry.depth}: no valid depth in it")
        return Frame(
            name=name,
            image=image,
            K=self._K.copy(),
            timestamp=entry.timestamp,
            depth=depth,
            T_world_camera=entry.T_world_camera.copy(),
        )


def associate(first: Array, second: Array, within: float = MAX_TIME_DIFFERENCE) -> list[tuple[int, int]]:
    """Pairs (i, j) with |first[i] - second[j]| < `within`, closest first come, no i or j twice, by i.

    Both (n,) and (m,) are ascending times in seconds.
    """
    low = np.searchsorted(second, first - within, side="right")
    high = np.searchsorted(second, first + within, side="left")
    candidates = sorted(
        (abs(first[i] - second[j]), i, j) for i in range(len(first)) for j in range(low[i], high[i])
    )
    of_first: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in candidates:
        if i not in of_first and j not in taken:
            of_first[i] = j
            taken.add(j)
    return sorted(of_first.items())


class _Trajectory:
    """Poses of groundtruth.txt (`time tx ty tz qx qy qz qw`) at any time between its samples."""

    def __init__(self, path: Path) -> None:
        rows = _read_rows(path, "timestamp tx ty tz qx qy qz qw", 8)
        try:
            values = np.array(rows, dtype=np.float64)
        except ValueError as error:
            raise DataError(f"{path}: {error}; expected 8 numbers a line") from error
        norms = np.linalg.norm(values[:, 4:], axis=1)
        values = values[np.isfinite(values).all(axis=1) & (np.abs(norms - 1.0) < 1e-2)]
        _, order = np.unique(values[:, 0], return_index=True)
        if len(order) < 2:
            raise DataError(f"{path}: {len(order)} valid poses; at least 2 are needed to interpolate")
        self._times, self._positions = values[order, 0], values[order, 1:4]
        self._slerp = Slerp(self._times, Rotation.from_quat(values[order, 4:]))

    def __call__(self, time: float) -> Array | None:
        """(4, 4) camera-to-world pose, None where a sample around `time` is further than 0.02 s."""
        right = int(np.searchsorted(self._times, time))
        if right == len(self._times) or (right == 0 and self._times[0] != time):
            return None
        left = right if self._times[right] == time else right - 1
        if max(time - self._times[left], self._times[right] - time) > MAX_TIME_DIFFERENCE:
            return None
        T = np.eye(4)
        T[:3, :3] = self._slerp(time).as_matrix()
        T[:3, 3] = [np.interp(time, self._times, self._positions[:, axis]) for axis in range(3)]
        return T


def _pinhole(camera: Camera) -> tuple[Array, Maps | None]:
    """`K` (3, 3) of the undistorted image, and the maps for `cv2.remap` where there is distortion."""
    fx, fy, cx, cy = camera.intrinsics
    K = np.array([[fx, 0, cx], [0, fy, cy], [0, 0, 1.0]])
    return undistortion(Calibration(SIZE, K, np.array(camera.distortion)))


def _read_image_index(path: Path) -> tuple[Array, list[str]]:
    """Ascending times (n,) in seconds and the file names of rgb.txt or depth.txt."""
    rows = _read_rows(path, "timestamp filename", 2)
    try:
        entries = sorted((float(time), name) for time, name in rows)
    except ValueError as error:
        raise DataError(f"{path}: {error}; expected lines 'timestamp filename'") from error
    return np.array([time for time, _ in entries]), [name for _, name in entries]


def _read_rows(path: Path, columns: str, count: int) -> list[list[str]]:
    """Fields of each line that is no comment.  Raises DataError."""
    if not path.exists():
        raise DataError(f"{path}: missing; a TUM recording has {', '.join(INDEX_FILES)}")
    lines = [line.replace(",", " ") for line in path.read_text().splitlines()]
    rows = [line.split() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    for row in rows:
        if len(row) != count:
            raise DataError(f"{path}: line '{' '.join(row)}'; expected '{columns}'")
    if not rows:
        raise DataError(f"{path}: no lines in it; expected lines '{columns}'")
    return rows
