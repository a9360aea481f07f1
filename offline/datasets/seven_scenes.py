"""Microsoft 7-Scenes: `seq-XX/frame-NNNNNN.{color.png,depth.png,pose.txt}`, splits by sequence.

Calibration as in the scene-coordinate-regression literature (DSAC*, ACE): the focal lengths that the
data set's page gives, principal point (320, 240), no distortion, and a published Kinect's extrinsics.
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
from offline.datasets.frame_files import FrameFiles, list_frames, require_whole_frame
from offline.datasets.registration import register_depth

SIZE = (640, 480)
K_COLOUR: Array = np.array([[525.0, 0, 320.0], [0, 525.0, 240.0], [0, 0, 1.0]])
K_DEPTH: Array = np.array([[585.0, 0, 320.0], [0, 585.0, 240.0], [0, 0, 1.0]])
T_COLOUR_DEPTH: Array = np.array(
    [
        [0.99996518, 0.00267651, -0.00790410, -0.02555894],
        [-0.00274093, 0.99996303, -0.00815045, 0.00010110],
        [0.00788199, 0.00817183, 0.99993554, 0.00203183],
        [0.0, 0.0, 0.0, 1.0],
    ]
)
FRAME_RATE = 30.0
SPLIT_FILES = {"train": "TrainSplit.txt", "test": "TestSplit.txt"}


class SevenScenes(Dataset):
    """A scene folder of 7-Scenes, or one of its seq-XX folders alone.

    Colour and depth are not registered and the poses are the depth sensor's; frames come with depth
    registered to colour and the colour camera's pose.  TrainSplit.txt and TestSplit.txt say which
    sequences are which; without them the frames of each sequence are split by `block_split`.
    Timestamps are frame numbers at 30 Hz, counted anew in each sequence.
    """

    format: ClassVar[str] = "seven_scenes"

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        folders = [root, *sorted(path for path in root.glob("seq-*") if path.is_dir())]
        self._frames: dict[str, FrameFiles] = {}
        self._sequences: dict[str, list[str]] = {}
        for folder in folders:
            prefix = "" if folder == root else f"{folder.name}/"
            frames = {prefix + stem: files for stem, files in list_frames(folder).items()}
            if frames:
                self._frames |= frames
                self._sequences[folder.name] = list(frames)
        if not self._frames:
            packed = sorted(path.name for path in root.glob("seq-*.zip"))
            hint = f"; unpack {', '.join(packed)} first" if packed else ""
            raise DataError(f"{root}: no seq-XX/frame-NNNNNN.color.png in it{hint}")
        require_whole_frame(self._frames, root)
        self._split_sequences = self._read_split_files()

    def names(self, split: Split) -> list[str]:
        if split == "all" or self._split_sequences is None:
            return [name for names in self._sequences.values() for name in block_split(names, split)]
        return [name for sequence in self._split_sequences[split] for name in self._sequences[sequence]]

    def load(self, name: str) -> Frame:
        files = self._frames[name]
        colour_path, depth_path, pose_path = (files.path(part) for part in ("color", "depth", "pose"))
        image = read_rgb(colour_path)
        raw_depth = read_depth_png(depth_path, units_per_metre=1000.0)
        for path, array in ((colour_path, image), (depth_path, raw_depth)):
            if array.shape[1::-1] != SIZE:
                raise FrameError(
                    f"{path}: {array.shape[1]}x{array.shape[0]} pixels; 7-Scenes' calibration is for "
                    f"{SIZE[0]}x{SIZE[1]}"
                )
        depth = register_depth(raw_depth, K_DEPTH, K_COLOUR, T_COLOUR_DEPTH, SIZE)
        if not depth.any():
            raise FrameError(f"{depth_path}: no valid depth in it")
        return Frame(
            name=name,
            image=image,
            K=K_COLOUR.copy(),
            timestamp=int(name[-6:]) / FRAME_RATE,
            depth=depth,
            T_world_camera=read_pose_txt(pose_path) @ np.linalg.inv(T_COLOUR_DEPTH),
        )

    def _read_split_files(self) -> dict[str, list[str]] | None:
        """Sequences of each split in the official files, None if there are none."""
        paths = {split: self.root / file for split, file in SPLIT_FILES.items()}
        absent = [path for path in paths.values() if not path.exists()]
        if len(absent) == len(paths):
            return None
        if absent:
            raise DataError(f"{absent[0]}: missing; a scene has both {' and '.join(SPLIT_FILES.values())}")
        sequences = {split: self._read_split_file(path) for split, path in paths.items()}
        if shared := sorted(set(sequences["train"]) & set(sequences["test"])):
            files = " and ".join(SPLIT_FILES.values())
            raise DataError(f"{self.root}: {', '.join(shared)} is in both {files}")
        return sequences

    def _read_split_file(self, path: Path) -> list[str]:
        sequences = []
        for line in path.read_text().split():
            if not (match := re.fullmatch(r"sequence(\d+)", line)):
                raise DataError(f"{path}: line '{line}'; expected lines such as 'sequence1'")
            sequences.append(f"seq-{int(match[1]):02d}")
        if missing := [sequence for sequence in sequences if sequence not in self._sequences]:
            raise DataError(
                f"{path}: names {', '.join(missing)}, of which there are no frames; complete the download, "
                f"or remove {' and '.join(SPLIT_FILES.values())} to split {sorted(self._sequences)} by blocks"
            )
        return sequences
