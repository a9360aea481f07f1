"""What is in a bag, and what of it a student could learn from: `python -m offline.bag info`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from rosbags.interfaces import Connection
from rosbags.rosbag2 import Reader
from tyro.conf import Positional

from kd3d_ros.files import written_whole
from offline.bags.frame_messages import COMPRESSED_DEPTH_HEADER, TYPES
from offline.bags.part import compression_of, offer, opened, storage_of, topics_of

IMAGE, COMPRESSED_IMAGE = "sensor_msgs/msg/Image", "sensor_msgs/msg/CompressedImage"


@dataclass(frozen=True, kw_only=True)
class InfoConfig:
    """Say what is in a bag, and what of it would be learned from."""

    bag: Positional[Path]
    """Folder of the rosbag2, or its one file."""
    json: Path | None = None
    """File to write the same to."""


def run(config: InfoConfig) -> Path:
    """Print it; returns the bag.  Raises DataError."""
    described = describe(config.bag)
    print(as_text(described))
    if config.json is not None:
        with written_whole(config.json) as part:
            part.write_text(json.dumps(described, indent=2) + "\n")
    return config.bag


def describe(bag: Path) -> dict[str, Any]:
    """What `as_text` prints.  Times in seconds, sizes in MB of 1e6 bytes.  Raises DataError."""
    files = sorted(file for file in bag.iterdir() if file.is_file()) if bag.is_dir() else [bag]
    with opened(bag) as reader:
        return {
            "bag": str(bag),
            "files": [file.name for file in files],
            "size_mb": round(sum(file.stat().st_size for file in files) / 1e6, 1),
            "storage": storage_of(reader),
            "compression": compression_of(reader),
            "start_s": reader.start_time / 1e9,
            "duration_s": round(reader.duration / 1e9, 3),
            "messages": reader.message_count,
            "topics": [_topic(reader, *topic) for topic in sorted(topics_of(reader).items())],
        }


def _topic(reader: Reader, name: str, connections: list[Connection]) -> dict[str, Any]:
    count, kind = sum(connection.msgcount for connection in connections), connections[0].msgtype
    offered = offer(name, connections)
    return {
        "name": name,
        "type": kind,
        "messages": count,
        "rate_hz": round((count - 1) / (reader.duration / 1e9), 2) if count > 1 else None,
        "qos": {
            "reliability": "reliable" if offered.reliable else "best_effort",
            "durability": "transient_local" if offered.latched else "volatile",
            "depth": offered.depth,
        },
        "image": _image(reader, connections) if count and kind in (IMAGE, COMPRESSED_IMAGE) else None,
    }


def _image(reader: Reader, connections: list[Connection]) -> dict[str, Any]:
    """Size and encoding of a topic's first image; a size of None is one that cannot be read."""
    _, _, data = next(reader.messages(connections))
    message: Any = TYPES.deserialize_cdr(data, connections[0].msgtype)
    if connections[0].msgtype == IMAGE:
        return {"width": message.width, "height": message.height, "encoding": message.encoding}
    start = len(COMPRESSED_DEPTH_HEADER) if "compressedDepth" in message.format else 0
    pixels = cv2.imdecode(np.asarray(message.data)[start:], cv2.IMREAD_UNCHANGED)
    height, width = (None, None) if pixels is None else pixels.shape[:2]
    return {"width": width, "height": height, "encoding": message.format}


def as_text(described: dict[str, Any]) -> str:
    """A few lines for people."""
    start = datetime.fromtimestamp(described["start_s"], timezone.utc)
    lines = [
        f"bag        {described['bag']}",
        f"files      {', '.join(described['files'])}; {described['size_mb']} MB",
        f"storage    {described['storage']}, compression {described['compression']}",
        f"recorded   {start:%Y-%m-%d %H:%M:%S} UTC ({described['start_s']:.3f}), {described['duration_s']} s",
        f"messages   {described['messages']}",
        "topics",
    ]
    return "\n".join([*lines, *_table([_row(topic) for topic in described["topics"]])])


def _row(topic: dict[str, Any]) -> list[str]:
    rate, image, qos = topic["rate_hz"], topic["image"], topic["qos"]
    return [
        topic["name"],
        topic["type"],
        str(topic["messages"]),
        "-" if rate is None else f"{rate} Hz",
        f"{qos['reliability']}, {qos['durability']}, depth {qos['depth']}",
        f"{image['width']}x{image['height']} {image['encoding']}" if image else "",
    ]


def _table(rows: list[list[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    cells = ([cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in rows)
    return ["  " + "  ".join(row).rstrip() for row in cells]
