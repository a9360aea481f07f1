"""Recordings, one module per format; each yields `Frame`s."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from offline.datasets.bag.choice import BagTopics, flag
from offline.datasets.base import DataError, Dataset

Format = Literal["auto", "office", "seven_scenes", "twelve_scenes", "tum", "bag", "images"]


@dataclass(frozen=True)
class _Reader:
    """Where a format's class is (imported when used), and what a folder of that format has in it."""

    module: str
    name: str
    marks: tuple[str, ...]

    def load(self) -> type[Dataset]:
        reader: type[Dataset] = getattr(importlib.import_module(self.module), self.name)
        return reader


FORMATS: dict[str, _Reader] = {
    "office": _Reader("offline.datasets.office", "OfficeDataset", ("office.yaml",)),
    "seven_scenes": _Reader(
        "offline.datasets.seven_scenes",
        "SevenScenes",
        ("seq-*/frame-*.color.*", "seq-*.zip", "frame-*.color.*", "TrainSplit.txt"),
    ),
    "twelve_scenes": _Reader("offline.datasets.twelve_scenes", "TwelveScenes", ("data/frame-*.color.*",)),
    "tum": _Reader("offline.datasets.tum", "Tum", ("rgb.txt", "groundtruth.txt")),
    "bag": _Reader(
        "offline.datasets.bag.dataset",
        "BagDataset",
        ("metadata.yaml", "*.mcap", "*.db3", "*.mcap.zstd", "*.db3.zstd"),
    ),
    "images": _Reader(
        "offline.datasets.images",
        "Images",
        tuple(
            folder + ending
            for folder in ("", "*/")
            for ending in ("*.[jJ][pP][gG]", "*.[jJ][pP][eE][gG]", "*.[pP][nN][gG]")
        ),
    ),
}
BAG = "bag"
"""The one format whose recording may be a single file."""
PLAIN = "images"
"""The format of whatever has images: it is only meant where a folder is of no other."""


def open_dataset(path: Path, format: str = "auto", topics: BagTopics | None = None) -> Dataset:
    """The recording at `path`; with format "auto", of the format that the folder's layout shows.

    topics: what of a bag to use.  Raises DataError for an unknown format, a missing or empty folder, one that
    is not of that format, or topics of what is no bag.
    """
    if format != "auto" and format not in FORMATS:
        raise DataError(f"format '{format}' is unknown; choose from {['auto', *FORMATS]}")
    if not path.is_dir() and not (path.is_file() and _is_bag_file(path)):
        raise DataError(
            f"{path}: no such folder; --data takes the folder of a recording, or the file of a bag"
        )
    if path.is_dir() and not any(path.iterdir()):
        raise DataError(f"{path}: the folder is empty")
    name = detect_format(path) if format == "auto" else format
    if name == BAG:
        from offline.datasets.bag.dataset import BagDataset

        return BagDataset(path, topics)
    if path.is_file():
        raise DataError(f"{path}: is the file of a bag; --format {name} takes the folder of a recording")
    if topics is not None and topics.given:
        raise DataError(f"{', '.join(map(flag, topics.given))} is for bags; {path} has format '{name}'")
    return FORMATS[name].load()(path)


def detect_format(path: Path) -> str:
    """Name in FORMATS of the one format whose marks the folder at `path` has.  Raises DataError."""
    if path.is_file() and _is_bag_file(path):
        return BAG
    found = [name for name, reader in FORMATS.items() if _has_any(path, reader.marks)]
    if len(found) > 1 and PLAIN in found:
        found.remove(PLAIN)
    if len(found) == 1:
        return found[0]
    if found:
        raise DataError(f"{path}: looks like each of {found}; say which with --format")
    marks = "; ".join(f"{name}: {' or '.join(reader.marks)}" for name, reader in FORMATS.items())
    raise DataError(f"{path}: not a recording of a known format; looked for {marks}")


def _is_bag_file(path: Path) -> bool:
    return any(path.match(mark) for mark in FORMATS[BAG].marks if mark.startswith("*"))


def _has_any(path: Path, marks: tuple[str, ...]) -> bool:
    return any(next(path.glob(mark), None) is not None for mark in marks)
