"""Bags of a few short texts, in each of the forms that a recorder writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mcap.writer import CompressionType
from mcap.writer import Writer as McapWriter
from rosbags.rosbag2 import CompressionFormat, CompressionMode, StoragePlugin, Writer
from rosbags.typesys import Stores, get_typestore

TYPES = get_typestore(Stores.ROS2_JAZZY)
STRING = "std_msgs/msg/String"


def cdr(text: str) -> bytes:
    return bytes(TYPES.serialize_cdr(TYPES.types[STRING](text), STRING))


@pytest.fixture
def write_mcap() -> Callable[..., Path]:
    """write_mcap(file, {log time: (topic, text)}): an MCAP file with a few texts in each chunk."""

    def write(file: Path, texts: dict[int, tuple[str, str]], **options: Any) -> Path:
        file.parent.mkdir(parents=True, exist_ok=True)
        options = {"chunk_size": 150, "compression": CompressionType.NONE, **options}
        with file.open("wb") as out:
            writer = McapWriter(out, **options)
            writer.start("ros2", "test")
            definition = TYPES.generate_msgdef(STRING, ros_version=2)[0].encode()
            schema = writer.register_schema(STRING, "ros2msg", definition)
            channels: dict[str, int] = {}
            for log_ns, (topic, text) in texts.items():
                if topic not in channels:
                    channels[topic] = writer.register_channel(topic, "cdr", schema)
                writer.add_message(channels[topic], log_ns, cdr(text), log_ns)
            writer.finish()
        return file

    return write


@pytest.fixture
def write_rosbag() -> Callable[..., Path]:
    """write_rosbag(folder, {log time: (topic, text)}, storage, mode): a bag with metadata.yaml."""

    def write(
        folder: Path,
        texts: dict[int, tuple[str, str]],
        storage: StoragePlugin = StoragePlugin.SQLITE3,
        mode: CompressionMode = CompressionMode.NONE,
    ) -> Path:
        writer = Writer(folder, version=9, storage_plugin=storage)
        writer.set_compression(mode, CompressionFormat.ZSTD)
        with writer:
            topics = sorted({topic for topic, _ in texts.values()})
            connections = {topic: writer.add_connection(topic, STRING, typestore=TYPES) for topic in topics}
            for log_ns, (topic, text) in texts.items():
                writer.write(connections[topic], log_ns, cdr(text))
        return folder

    return write
