"""A part of a bag: some of its topics, from one second to another, and what was latched before."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rosbags.interfaces import Connection, ConnectionExtRosbag2, Qos, QosDurability, QosReliability
from rosbags.rosbag2 import Reader, ReaderError
from rosbags.rosbag2.storage_sqlite3 import Sqlite3Reader

from offline.bags.writer import Compression, Storage
from offline.config import ConfigError
from offline.datasets.base import DataError
from offline.progress import progress

STATIC_TRANSFORMS = "/tf_static"
USUAL_DEPTH = 10
"""ROS' default; a recorder cannot see the depth that a publisher had, and writes 0."""

SECONDS = "{desc}: {percentage:3.0f}%|{bar}| {n:.1f}/{total:.1f} s"


@contextmanager
def opened(bag: Path) -> Iterator[Reader]:
    """The reader of a rosbag2 with messages.  Raises DataError."""
    try:
        reader = Reader(bag)
        reader.open()
    except (ReaderError, OSError) as error:
        raise DataError(f"{bag}: not a readable rosbag2 ({error})") from error
    try:
        if not reader.message_count:
            raise DataError(f"{bag}: holds no message")
        yield reader
    finally:
        reader.close()


def topics_of(reader: Reader) -> dict[str, list[Connection]]:
    """The connections of an open bag by topic; most topics have one."""
    topics: dict[str, list[Connection]] = {}
    for connection in reader.connections:
        topics.setdefault(connection.topic, []).append(connection)
    return topics


def storage_of(reader: Reader) -> Storage:
    """Format of the files of an open bag."""
    return "sqlite3" if isinstance(_storages(reader)[0], Sqlite3Reader) else "mcap"


def compression_of(reader: Reader) -> Compression:
    """zstd if files, messages or chunks of an open bag are compressed in any way."""
    chunks = [chunk for storage in _storages(reader) for chunk in getattr(storage, "chunks", ())]
    compressed = reader.compression_mode or any(chunk.compression for chunk in chunks)
    return "zstd" if compressed else "none"


def _storages(reader: Reader) -> list[Any]:
    """One reader for each file."""
    return getattr(reader.storage, "storages", [reader.storage])


@dataclass(frozen=True)
class Offer:
    """What one publisher has to offer to serve whom all recorded publishers of a topic served."""

    reliable: bool
    latched: bool
    depth: int


def offer(topic: str, connections: Sequence[Connection]) -> Offer:
    """The offer on a topic, given its recorded connections.

    All messages on /tf_static stay valid, whoever published them, so as many are kept as there are.
    """
    profiles = [profile for connection in connections for profile in recorded_qos(connection)]
    static = topic == STATIC_TRANSFORMS
    depth = sum(profile.depth or USUAL_DEPTH for profile in profiles) or USUAL_DEPTH
    return Offer(
        reliable=not profiles or any(p.reliability is not QosReliability.BEST_EFFORT for p in profiles),
        latched=static or any(p.durability is QosDurability.TRANSIENT_LOCAL for p in profiles),
        depth=max(depth, sum(c.msgcount for c in connections)) if static else depth,
    )


def recorded_qos(connection: Connection) -> list[Qos]:
    """One profile for each publisher that the recorder saw."""
    assert isinstance(connection.ext, ConnectionExtRosbag2)
    return connection.ext.offered_qos_profiles


@dataclass(frozen=True)
class Part:
    """Which messages of an open bag; log times in nanoseconds, `stop_ns` is not among them."""

    reader: Reader
    topics: dict[str, list[Connection]]
    start_ns: int
    stop_ns: int

    @property
    def offers(self) -> dict[str, Offer]:
        """By topic."""
        return {topic: offer(topic, connections) for topic, connections in self.topics.items()}

    @property
    def seconds(self) -> float:
        """From its start to its end."""
        return (self.stop_ns - self.start_ns) / 1e9

    def bar(self, desc: str) -> Any:
        """A progress bar of its seconds."""
        return progress(total=self.seconds, desc=desc, bar_format=SECONDS)

    def messages(self) -> Iterator[tuple[Connection, int, bytes]]:
        """(connection, log time, CDR) by log time.

        Of latched topics, what a late subscriber would still have got at the start comes first, at that time.
        """
        for connection, data in self._latched():
            yield connection, self.start_ns, data
        connections = [connection for group in self.topics.values() for connection in group]
        yield from self.reader.messages(connections, self.start_ns, self.stop_ns)

    def _latched(self) -> Iterator[tuple[Connection, bytes]]:
        kept: dict[str, deque[tuple[Connection, bytes]]] = {
            topic: deque(maxlen=offer.depth) for topic, offer in self.offers.items() if offer.latched
        }
        connections = [connection for topic in kept for connection in self.topics[topic]]
        if not connections or self.start_ns <= self.reader.start_time:
            return
        for connection, _, data in self.reader.messages(connections, stop=self.start_ns):
            kept[connection.topic].append((connection, data))
        for messages in kept.values():
            yield from messages


def part_of(
    reader: Reader, topics: Sequence[str] = (), start_s: float = 0.0, end_s: float | None = None
) -> Part:
    """The part with these topics (none: all) between two times, seconds from the bag's start (None: its end).

    Raises DataError or ConfigError.
    """
    known = topics_of(reader)
    if unknown := sorted(set(topics) - set(known)):
        raise DataError(f"{reader.path}: no topic {', '.join(unknown)}; it has {', '.join(sorted(known))}")
    if not 0 <= start_s * 1e9 < reader.duration:
        raise ConfigError(f"--start {start_s:g} is not allowed; the bag lasts {reader.duration / 1e9:.1f} s")
    start_ns = reader.start_time + round(start_s * 1e9)
    stop_ns = reader.end_time
    if end_s is not None:
        stop_ns = min(stop_ns, reader.start_time + round(end_s * 1e9))
    chosen = {topic: known[topic] for topic in known if not topics or topic in topics}
    return Part(reader, chosen, start_ns, stop_ns)
