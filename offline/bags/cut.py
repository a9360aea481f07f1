"""A part of a bag as a bag of its own: `python -m offline.bag cut`."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from rosbags.interfaces import Connection, MessageDefinition, MessageDefinitionFormat
from rosbags.rosbag2 import Writer
from rosbags.typesys import Stores, TypesysError, get_typestore
from tyro.conf import Positional

from offline.bags.frame_messages import TYPES
from offline.bags.part import Part, compression_of, part_of, storage_of
from offline.bags.reader import BagReader
from offline.bags.storage import BagError, Topic
from offline.bags.types import types_of
from offline.bags.writer import Compression, Storage, bag_written_whole, check_out
from offline.config import ConfigError

log = logging.getLogger(__name__)

UNKNOWN_HASH = "RIHS01_" + 64 * "0"
"""Of a type whose definition is neither in the bag nor known here."""


@dataclass(frozen=True, kw_only=True)
class CutConfig:
    """Copy a part of a bag; messages stay as they are, and /tf_static keeps what was said before."""

    bag: Positional[Path]
    """Folder of the rosbag2, or its one file."""
    out: Path
    """Folder of the new bag."""
    start: float = 0.0
    """Seconds from the bag's start."""
    end: float | None = None
    """Seconds from the bag's start; default: its end."""
    topics: tuple[str, ...] = ()
    """Only these topics; default: all."""
    storage: Storage | None = None
    """Format of the file; default: as before."""
    compression: Compression | None = None
    """zstd: of chunks (mcap) or of single messages (sqlite3); default: as before."""
    overwrite: bool = False
    """Replace the bag that is there."""


def run(config: CutConfig) -> Path:
    """Write the part; returns its folder.  Raises ConfigError or BagError."""
    check_out(config.out, config.overwrite)
    if config.end is not None and not config.end > config.start:
        raise ConfigError(
            f"--end {config.end:g} is not allowed; it must be more than --start, {config.start:g}"
        )
    with BagReader(config.bag) as reader:
        part = part_of(reader, config.topics, config.start, config.end)
        storage = config.storage or storage_of(reader)
        compression = config.compression or compression_of(reader)
        with bag_written_whole(config.out, storage, compression) as writer:
            _copy(part, writer)
            count = sum(writer.counts.values())
            if not count:
                raise BagError(f"{config.bag}: no message in these {part.seconds:.1f} s")
    log.info("%d messages, %.1f s: %s", count, part.seconds, config.out)
    return config.out


def _copy(part: Part, writer: Writer) -> None:
    copies = {(topic.name, topic.type): _add(writer, topic) for topic in part.topics}
    with part.bar("cutting") as bar:
        for message in part.messages():
            writer.write(copies[message.topic, message.type], message.log_ns, message.data)
            bar.update((message.log_ns - part.start_ns) / 1e9 - bar.n)


def _add(writer: Writer, topic: Topic) -> Connection:
    """The same topic, with definition and QoS, in the new bag."""
    definition = topic.definition
    if not definition.data and topic.type in TYPES.fielddefs:  # bags of older ROS 2 have none
        text, _ = TYPES.generate_msgdef(topic.type, ros_version=2)
        definition = MessageDefinition(MessageDefinitionFormat.MSG, text)
    return writer.add_connection(
        topic.name,
        topic.type,
        msgdef=definition.data,
        rihs01=_hash(topic.type, definition),
        serialization_format=topic.encoding,
        offered_qos_profiles=topic.qos,
    )


def _hash(kind: str, definition: MessageDefinition) -> str:
    """Of a type: ROS 2 tells by it whether two definitions are the same."""
    try:
        store = get_typestore(Stores.EMPTY)
        store.register(types_of(definition, kind))
        return str(store.hash_rihs01(kind))
    except (TypesysError, KeyError):
        return UNKNOWN_HASH
