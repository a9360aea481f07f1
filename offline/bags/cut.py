"""A part of a bag as a bag of its own: `python -m offline.bag cut`."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from rosbags.interfaces import Connection, ConnectionExtRosbag2
from rosbags.rosbag2 import Writer
from rosbags.typesys import Stores, TypesysError, get_types_from_idl, get_types_from_msg, get_typestore
from tyro.conf import Positional

from offline.bags.frame_messages import TYPES
from offline.bags.part import Part, compression_of, opened, part_of, storage_of
from offline.bags.writer import Compression, Storage, bag_written_whole, check_out
from offline.config import ConfigError
from offline.datasets.base import DataError

log = logging.getLogger(__name__)

UNKNOWN_HASH = "RIHS01_" + 64 * "0"
"""Of a type whose definition is neither in the bag nor known here."""
IDL_START = "=" * 80 + "\nIDL: "
"""How rosbags, and ROS, begin a definition that is not in the language of .msg files."""


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
    """Write the part; returns its folder.  Raises ConfigError or DataError."""
    check_out(config.out, config.overwrite)
    if config.end is not None and not config.end > config.start:
        raise ConfigError(
            f"--end {config.end:g} is not allowed; it must be more than --start, {config.start:g}"
        )
    with opened(config.bag) as reader:
        part = part_of(reader, config.topics, config.start, config.end)
        storage = config.storage or storage_of(reader)
        compression = config.compression or compression_of(reader)
        with bag_written_whole(config.out, storage, compression) as writer:
            _copy(part, writer)
            count = sum(writer.counts.values())
            if not count:
                raise DataError(f"{config.bag}: no message in these {part.seconds:.1f} s")
    log.info("%d messages, %.1f s: %s", count, part.seconds, config.out)
    return config.out


def _copy(part: Part, writer: Writer) -> None:
    copies = {
        connection.id: _add(writer, connection)
        for connections in part.topics.values()
        for connection in connections
    }
    with part.bar("cutting") as bar:
        for connection, log_time, data in part.messages():
            writer.write(copies[connection.id], log_time, data)
            bar.update((log_time - part.start_ns) / 1e9 - bar.n)


def _add(writer: Writer, connection: Connection) -> Connection:
    """The same connection, with its definition and hash, in the new bag."""
    assert isinstance(connection.ext, ConnectionExtRosbag2)
    definition = _definition(connection)
    return writer.add_connection(
        connection.topic,
        connection.msgtype,
        msgdef=definition,
        rihs01=connection.digest or _hash(connection.msgtype, definition),
        serialization_format=connection.ext.serialization_format,
        offered_qos_profiles=connection.ext.offered_qos_profiles,
    )


def _definition(connection: Connection) -> str:
    """As it is in the bag; where it has none, as in bags of older ROS 2, what is known here."""
    if connection.msgdef.data or connection.msgtype not in TYPES.fielddefs:
        return connection.msgdef.data
    return str(TYPES.generate_msgdef(connection.msgtype, ros_version=2)[0])


def _hash(msgtype: str, definition: str) -> str:
    """Of a type whose hash is not in the bag, as in files without metadata.yaml."""
    if not definition:
        return UNKNOWN_HASH
    store = get_typestore(Stores.EMPTY)
    try:
        store.register(
            get_types_from_idl(definition)
            if definition.startswith(IDL_START)
            else get_types_from_msg(definition, msgtype)
        )
        return str(store.hash_rihs01(msgtype))
    except TypesysError:
        return UNKNOWN_HASH
