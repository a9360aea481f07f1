"""Recording -> rosbag2: `python -m offline.bag write`.

Topics: /camera/image_raw (rgb8), /camera/camera_info, /camera/depth/image_raw (16UC1, millimetres,
registered to the image), and the true pose of the camera's optical frame twice: /tf, and
/ground_truth/pose (PoseStamped).  One frame is in memory at a time.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

import numpy as np
from rosbags.interfaces import (
    Qos,
    QosDurability,
    QosHistory,
    QosLiveliness,
    QosReliability,
    QosTime,
)
from rosbags.rosbag2 import CompressionFormat, CompressionMode, StoragePlugin, Writer
from tyro.conf import OmitArgPrefixes

from kd3d_ros.files import folder_written_whole
from offline.bags.frame_messages import (
    CAMERA_INFO_TOPIC,
    COMPRESSED_DEPTH_TOPIC,
    COMPRESSED_IMAGE_TOPIC,
    DEPTH_TOPIC,
    IMAGE_TOPIC,
    POSE_TOPIC,
    TF_TOPIC,
    TOPICS,
    TYPES,
    messages_of,
)
from offline.config import ConfigError
from offline.datasets import Format, open_dataset
from offline.datasets.bag.choice import BagTopics
from offline.datasets.base import DataError, Dataset, Frame, Skipped, Split, readable_frames
from offline.progress import progress

WORLD_FRAME = "map"
EPOCH_S = 1.0
"""Stamps start here: a ROS time of zero means `no time`."""
SEQUENCE_GAP_S = 1.0
"""Between two sequences of a recording that each count their time anew."""

Storage = Literal["mcap", "sqlite3"]
Compression = Literal["none", "zstd"]

log = logging.getLogger(__name__)

_for_ever = QosTime(9223372036, 854775807)
RELIABLE = Qos(
    QosHistory.KEEP_LAST,
    10,
    QosReliability.RELIABLE,
    QosDurability.VOLATILE,
    _for_ever,
    _for_ever,
    QosLiveliness.AUTOMATIC,
    _for_ever,
    False,
)


@dataclass(frozen=True)
class Bag:
    """What was written where: the ROS stamp (ns) of each frame by name, in order, and who was left out."""

    path: Path
    stamps: dict[str, int]
    skipped: Skipped

    @property
    def seconds(self) -> float:
        """From the first frame to the last."""
        stamps = list(self.stamps.values())
        return (stamps[-1] - stamps[0]) / 1e9

    @property
    def rate_hz(self) -> float | None:
        """The camera's rate, whatever gaps there are; None for a single frame."""
        gaps = np.diff(list(self.stamps.values()))
        return float(1e9 / np.median(gaps)) if len(gaps) else None


@dataclass(frozen=True, kw_only=True)
class Packing:
    """How messages are kept in a bag."""

    storage: Storage = "mcap"
    """Format of the file."""
    compression: Compression = "none"
    """zstd: of chunks (mcap) or of single messages (sqlite3)."""
    compressed_images: bool = False
    """Images as PNG, depth as compressedDepth PNG: a third of the size, and nothing is lost."""


@dataclass(frozen=True, kw_only=True)
class WriteConfig(Packing):
    """Write a recording as a rosbag2: image, camera_info, depth, TF and true pose."""

    data: Path
    """Folder of the recording, or file of a bag."""
    out: Path
    """Folder of the bag."""
    format: Format = "auto"
    """Layout of the recording; auto looks at the files."""
    topics: Annotated[BagTopics, OmitArgPrefixes] = field(default_factory=BagTopics)
    split: Split = "all"
    """Which of its frames."""
    frame_id: str = WORLD_FRAME
    """Name of the world frame that the poses are in."""
    overwrite: bool = False
    """Replace the bag that is there."""


def run(config: WriteConfig) -> Path:
    """Write the bag; returns its folder.  Raises ConfigError or DataError."""
    check_out(config.out, config.overwrite)
    dataset = open_dataset(config.data, config.format, config.topics)
    bag = write_bag(config.out, dataset, dataset.names(config.split), config.frame_id, config)
    if bag.skipped:
        log.warning(bag.skipped.summary())
    log.info("%d frames, %.1f s: %s", len(bag.stamps), bag.seconds, bag.path)
    return bag.path


def write_bag(
    path: Path,
    dataset: Dataset,
    names: Sequence[str],
    frame_id: str = WORLD_FRAME,
    packing: Packing = Packing(),
) -> Bag:
    """Write the readable frames among `names`; an older bag of that path is replaced at the end.

    Raises DataError if no frame is readable, or if the intrinsics of one are unknown.
    """
    skipped, stamps = Skipped(), Stamps()
    image, depth = IMAGE_TOPIC, DEPTH_TOPIC
    if packing.compressed_images:
        image, depth = COMPRESSED_IMAGE_TOPIC, COMPRESSED_DEPTH_TOPIC
    with bag_written_whole(path, packing.storage, packing.compression) as writer:
        connections = {
            topic: writer.add_connection(
                topic, TOPICS[topic], typestore=TYPES, offered_qos_profiles=[RELIABLE]
            )
            for topic in (image, CAMERA_INFO_TOPIC, depth, POSE_TOPIC, TF_TOPIC)
        }
        frames = readable_frames(dataset, names, skipped)
        for frame in progress(frames, desc="writing the bag", total=len(names), unit="frame"):
            stamp = stamps.next(frame)
            for topic, message in messages_of(frame, stamp, frame_id, packing.compressed_images):
                writer.write(connections[topic], stamp, TYPES.serialize_cdr(message, TOPICS[topic]))
        if not stamps.by_name:
            raise DataError(f"{dataset.root}: none of {len(names)} frames is readable; {skipped.summary()}")
    return Bag(path, stamps.by_name, skipped)


@contextmanager
def bag_written_whole(path: Path, storage: Storage, compression: Compression) -> Iterator[Writer]:
    """Yield the writer of a bag, which appears at `path` only if the block succeeds."""
    with folder_written_whole(path) as part:
        staging = part / path.name  # its file is called after the folder
        writer = Writer(staging, version=9, storage_plugin=StoragePlugin[storage.upper()])
        if compression == "zstd":
            mode = CompressionMode.STORAGE if storage == "mcap" else CompressionMode.MESSAGE
            writer.set_compression(mode, CompressionFormat.ZSTD)
        with writer:
            yield writer
        for file in staging.iterdir():
            file.rename(part / file.name)
        staging.rmdir()


def check_out(path: Path, overwrite: bool) -> None:
    """Raise ConfigError if something is at `path`, unless it is a bag that may be replaced."""
    if not path.exists():
        return
    if not overwrite:
        raise ConfigError(f"--out {path} exists; give another one, or --overwrite")
    if not (path / "metadata.yaml").exists():
        raise ConfigError(f"--out {path} is not a bag; --overwrite replaces nothing else")


class Stamps:
    """ROS stamps that grow from frame to frame, also where a recording's sequences each begin at 0."""

    def __init__(self) -> None:
        self.by_name: dict[str, int] = {}
        self._last = 0
        self._shift_s = EPOCH_S

    def next(self, frame: Frame) -> int:
        """Stamp of the next frame, nanoseconds."""
        stamp = round((frame.timestamp + self._shift_s) * 1e9)
        if stamp <= self._last:
            self._shift_s = self._last / 1e9 + SEQUENCE_GAP_S - frame.timestamp
            stamp = round((frame.timestamp + self._shift_s) * 1e9)
        self.by_name[frame.name] = self._last = stamp
        return stamp
