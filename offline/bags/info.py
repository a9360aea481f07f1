"""What is in a bag, and what of it a student could learn from: `python -m offline.bag info`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from tyro.conf import Positional

from kd3d_ros.files import written_whole
from offline.bags.frame_messages import COMPRESSED_DEPTH_HEADER
from offline.bags.part import compression_of, offer, storage_of
from offline.bags.reader import BagReader
from offline.bags.storage import BagError, Topic
from offline.datasets.base import DataError
from offline.tables import aligned

IMAGE, COMPRESSED_IMAGE = "sensor_msgs/msg/Image", "sensor_msgs/msg/CompressedImage"


@dataclass(frozen=True, kw_only=True)
class InfoConfig:
    """Say what is in a bag, and what of it would be learned from."""

    bag: Positional[Path]
    """Folder of the rosbag2, or its one file."""
    json: Path | None = None
    """File to write the same to."""


def run(config: InfoConfig) -> Path:
    """Print it; returns the bag.  Raises BagError."""
    described = describe(config.bag)
    print(as_text(described))
    if config.json is not None:
        with written_whole(config.json) as part:
            part.write_text(json.dumps(described, indent=2) + "\n")
    return config.bag


def describe(bag: Path) -> dict[str, Any]:
    """What `as_text` prints.  Times in seconds, sizes in MB of 1e6 bytes.  Raises BagError."""
    with BagReader(bag) as reader:
        first_ns, _ = reader.span_ns
        described = {
            "bag": str(bag),
            "files": [file.name for file in reader.files],
            "size_mb": round(sum(file.stat().st_size for file in reader.files) / 1e6, 1),
            "storage": storage_of(reader),
            "compression": compression_of(reader),
            "start_s": first_ns / 1e9,
            "duration_s": round(reader.seconds, 3),
            "messages": sum(topic.count for topic in reader.topics),
            "topics": [_topic(reader, topic) for topic in reader.topics],
            "recording": _recording(reader),
        }
        return {**described, "troubles": reader.troubles.lines}


def _topic(reader: BagReader, topic: Topic) -> dict[str, Any]:
    offered = offer(topic)
    regular = topic.count > 1 and reader.seconds > 0
    return {
        "name": topic.name,
        "type": topic.type,
        "messages": topic.count,
        "rate_hz": round((topic.count - 1) / reader.seconds, 2) if regular else None,
        "qos": {
            "reliability": "reliable" if offered.reliable else "best_effort",
            "durability": "transient_local" if offered.latched else "volatile",
            "depth": offered.depth,
        },
        "image": _image(reader, topic) if topic.type in (IMAGE, COMPRESSED_IMAGE) else None,
    }


def _image(reader: BagReader, topic: Topic) -> dict[str, Any] | None:
    """Size and encoding of a topic's first image; None if it has none that is one."""
    first = next(reader.messages([topic.name]), None)
    if first is None:
        return None
    try:
        message = reader.deserialize(first)
        if topic.type == COMPRESSED_IMAGE:
            return _compressed_image(message)
        return {"width": message.width, "height": message.height, "encoding": message.encoding}
    except BagError as error:
        reader.troubles.add(str(error))
        return None


def _compressed_image(message: Any) -> dict[str, Any]:
    start = len(COMPRESSED_DEPTH_HEADER) if "compressedDepth" in message.format else 0
    content = np.asarray(message.data)[start:]
    pixels = cv2.imdecode(content, cv2.IMREAD_UNCHANGED) if content.size else None
    if pixels is None:
        raise BagError(f"an image of format {message.format!r} is not a decodable one")
    return {"width": pixels.shape[1], "height": pixels.shape[0], "encoding": message.format}


def _recording(reader: BagReader) -> dict[str, Any]:
    """What `--format bag` takes where no flag says otherwise, or why it cannot tell."""
    from offline.datasets.bag.choice import BagTopics
    from offline.datasets.bag.topics import choose

    try:
        chosen = choose(reader, BagTopics())
    except DataError as error:
        return {"trouble": str(error)}
    return {
        "image": chosen.image.topic,
        "camera_info": chosen.image.info,
        "depth": chosen.depth.topic if chosen.depth else None,
        "transforms": list(chosen.transforms),
        "poses": list(chosen.poses),
    }


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
    lines += _table([_row(topic) for topic in described["topics"]])
    lines += [
        "to learn from",
        *_table([[key, _said(value)] for key, value in described["recording"].items()]),
    ]
    if described["troubles"]:
        lines += ["troubles", *(f"  {trouble}" for trouble in described["troubles"])]
    return "\n".join(lines)


def _said(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) and value else str(value or "none")


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
    return ["  " + line for line in aligned(rows)]
