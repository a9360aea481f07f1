"""Stanford 12-Scenes: `<scene>/{info.txt,split.txt,data/frame-NNNNNN.{color.jpg,depth.png,pose.txt}}`.

Conventions, as in DSAC*, ACE and kapture:

- the first sequence of split.txt is the test sequence, everything else is training;
- poses are camera-to-world of the colour camera; invalid ones hold INF;
- colour (1296x968, an iPad's) and depth (640x480, a Structure sensor's) count as one pinhole camera at
  two resolutions: the data set comes with default intrinsics and identity extrinsics, and its depth
  image is taken at the colour pixels' rays.  Depth is in millimetres, 0 = none.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import ClassVar

import numpy as np

from kd3d_ros.geometry import Array
from offline.datasets.base import (
    DataError,
    Dataset,
    Frame,
    FrameError,
    Split,
    block_split,
    read_depth_png,
    read_pose_txt,
    read_rgb,
)
from offline.datasets.frame_files import list_frames, require_whole_frame
from offline.datasets.registration import resample_depth

FRAME_RATE = 30.0
_SEQUENCE = re.compile(r"sequence\d+\s+\[frames=\d+\]\s+\[start=(\d+)\s*;\s*end=(\d+)\]")


class TwelveScenes(Dataset):
    """A scene folder of 12-Scenes, such as apt1/kitchen.

    Without split.txt the frames are split by `block_split`.  Timestamps are frame numbers at 30 Hz.
    """

    format: ClassVar[str] = "twelve_scenes"

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        data = root / "data"
        self._frames = list_frames(data) if data.is_dir() else {}
        if not self._frames:
            raise DataError(
                f"{root}: no data/frame-NNNNNN.color.jpg in it; expected a scene like apt1/kitchen"
            )
        require_whole_frame(self._frames, data)
        self._read_info(root / "info.txt")
        split = root / "split.txt"
        self._test_range = _read_test_range(split) if split.exists() else None

    def names(self, split: Split) -> list[str]:
        names = list(self._frames)
        if split == "all" or self._test_range is None:
            return block_split(names, split)
        start, end = self._test_range
        return [name for name in names if (start <= _number(name) <= end) == (split == "test")]

    def load(self, name: str) -> Frame:
        files = self._frames[name]
        colour_path, depth_path, pose_path = (files.path(part) for part in ("color", "depth", "pose"))
        image = read_rgb(colour_path)
        raw_depth = read_depth_png(depth_path, self._units_per_metre)
        for path, array, size in (
            (colour_path, image, self._colour_size),
            (depth_path, raw_depth, self._depth_size),
        ):
            if array.shape[1::-1] != size:
                raise FrameError(
                    f"{path}: {array.shape[1]}x{array.shape[0]} pixels; info.txt says {size[0]}x{size[1]}"
                )
        depth = resample_depth(raw_depth, self._K_depth, self._K_colour, self._colour_size)
        if not depth.any():
            raise FrameError(f"{depth_path}: no valid depth in it")
        return Frame(
            name=name,
            image=image,
            K=self._K_colour.copy(),
            timestamp=_number(name) / FRAME_RATE,
            depth=depth,
            T_world_camera=read_pose_txt(pose_path),
        )

    def _read_info(self, path: Path) -> None:
        """Sizes, intrinsics and depth units of info.txt, lines `m_name = values`."""
        if not path.exists():
            raise DataError(f"{path}: missing; 12-Scenes keeps the cameras' calibration there")
        lines = (line.partition("=") for line in path.read_text().splitlines())
        text = {key.strip(): value.split() for key, _, value in lines}

        def numbers(key: str, count: int) -> Array:
            try:
                values = np.array(text[key], dtype=np.float64)
            except (KeyError, ValueError):
                values = np.empty(0)
            if len(values) != count or not np.isfinite(values).all():
                raise DataError(f"{path}: '{key} = ' with {count} number(s) expected, got {text.get(key)}")
            return values

        def size(camera: str) -> tuple[int, int]:
            return int(numbers(f"m_{camera}Width", 1)[0]), int(numbers(f"m_{camera}Height", 1)[0])

        self._colour_size, self._depth_size = size("color"), size("depth")
        self._K_colour = numbers("m_calibrationColorIntrinsic", 16).reshape(4, 4)[:3, :3]
        self._K_depth = numbers("m_calibrationDepthIntrinsic", 16).reshape(4, 4)[:3, :3]
        self._units_per_metre = float(numbers("m_depthShift", 1)[0])
        for key in ("m_calibrationColorExtrinsic", "m_calibrationDepthExtrinsic"):
            if not np.allclose(numbers(key, 16).reshape(4, 4), np.eye(4)):
                raise DataError(f"{path}: {key} is {' '.join(text[key])}; 12-Scenes has only identity")


def _read_test_range(path: Path) -> tuple[int, int]:
    """First and last frame number of the first sequence in split.txt, the test sequence."""
    ranges = []
    for line in path.read_text().splitlines():
        if line.strip():
            match = _SEQUENCE.fullmatch(line.strip())
            if not match:
                example = "sequence0 [frames=357]  [start=0 ; end=356]"
                raise DataError(f"{path}: line '{line}'; expected lines such as '{example}'")
            ranges.append((int(match[1]), int(match[2])))
    if len(ranges) < 2:
        raise DataError(
            f"{path}: names {len(ranges)} sequence(s); expected one for test and more for training"
        )
    return ranges[0]


def _number(name: str) -> int:
    return int(name[-6:])
