"""`frame-NNNNNN.{color,depth,pose}.*` files, the naming that 7-Scenes and 12-Scenes share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from offline.datasets.base import DataError, FrameError

# What a frame is made of: part -> accepted endings, the official one first.
PARTS = {"color": ("png", "jpg", "jpeg"), "depth": ("png",), "pose": ("txt",)}
_FILE = re.compile(r"(frame-\d{6})\.(color|depth|pose)\.(\w+)")


@dataclass(frozen=True)
class FrameFiles:
    """The files of one frame; `stem` is their common path up to the part's name."""

    stem: Path
    files: dict[str, Path]

    def path(self, part: str) -> Path:
        """The file of a part ("color", "depth", "pose").  Raises FrameError naming it if it is not there."""
        if part not in self.files:
            endings = " or ".join(f".{part}.{ending}" for ending in PARTS[part])
            raise FrameError(f"{self.stem}.{part}.{PARTS[part][0]}: missing (a frame needs a file {endings})")
        return self.files[part]


def list_frames(folder: Path) -> dict[str, FrameFiles]:
    """Frames of a folder by stem ("frame-000000"), in order; those with missing parts are listed too."""
    found: dict[str, dict[str, Path]] = {}
    for path in sorted(folder.iterdir()):
        match = _FILE.fullmatch(path.name)
        if match and match[3] in PARTS[match[2]]:
            found.setdefault(match[1], {}).setdefault(match[2], path)
    return {name: FrameFiles(folder / name, files) for name, files in found.items()}


def require_whole_frame(frames: dict[str, FrameFiles], root: Path) -> None:
    """Raises DataError if no frame at all has all its parts: a half-written or half-copied folder."""
    if any(files.files.keys() == PARTS.keys() for files in frames.values()):
        return
    counts = {part: sum(part in files.files for files in frames.values()) for part in PARTS}
    raise DataError(
        f"{root}: no frame is whole: {counts['color']} color, {counts['depth']} depth and {counts['pose']} "
        "pose files; each frame needs frame-NNNNNN.color.(png|jpg), .depth.png and .pose.txt"
    )
