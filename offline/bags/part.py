"""A part of a bag: some of its topics, from one second to another, and what was latched before."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from rosbags.interfaces import QosDurability, QosReliability

from offline.bags.reader import BagReader
from offline.bags.storage import BagError, Message, Topic
from offline.bags.writer import Compression, Storage
from offline.config import ConfigError
from offline.progress import progress

STATIC_TRANSFORMS = "/tf_static"
"""Of a robot with a namespace, what its topic ends with."""
USUAL_DEPTH = 10
"""ROS' default; a recorder cannot see the depth that a publisher had, and writes 0."""
SECONDS = "{desc}: {percentage:3.0f}%|{bar}| {n:.1f}/{total:.1f} s"


def storage_of(reader: BagReader) -> Storage:
    """Format of an open bag's files."""
    return "sqlite3" if ".db3" in reader.files[0].suffixes else "mcap"


def compression_of(reader: BagReader) -> Compression:
    """Whether an open bag is compressed in any way."""
    return "zstd" if reader.compressed else "none"


@dataclass(frozen=True)
class Offer:
    """What one publisher has to offer to serve whom all recorded publishers of a topic served."""

    reliable: bool
    latched: bool
    depth: int


def offer(topic: Topic) -> Offer:
    """The offer on a topic.

    All messages on /tf_static stay valid, whoever published them, so as many are kept as there are.
    """
    static = topic.name.endswith(STATIC_TRANSFORMS)
    depth = sum(profile.depth or USUAL_DEPTH for profile in topic.qos) or USUAL_DEPTH
    return Offer(
        reliable=not topic.qos or any(p.reliability is not QosReliability.BEST_EFFORT for p in topic.qos),
        latched=static or any(p.durability is QosDurability.TRANSIENT_LOCAL for p in topic.qos),
        depth=max(depth, topic.count) if static else depth,
    )


@dataclass(frozen=True)
class Part:
    """Which messages of an open bag; log times in nanoseconds, `stop_ns` is not among them."""

    reader: BagReader
    topics: list[Topic]
    start_ns: int
    stop_ns: int

    @property
    def seconds(self) -> float:
        """From its start to its end."""
        return (self.stop_ns - self.start_ns) / 1e9

    def bar(self, desc: str) -> Any:
        """A progress bar of its seconds."""
        return progress(total=self.seconds, desc=desc, bar_format=SECONDS)

    def messages(self) -> Iterator[Message]:
        """By log time.

        Of latched topics, what a late subscriber would still have got at the start comes first, at that time.
        """
        yield from self._latched()
        names = {topic.name for topic in self.topics}
        yield from takewhile(
            lambda message: message.log_ns < self.stop_ns, self.reader.messages(names, self.start_ns)
        )

    def _latched(self) -> Iterator[Message]:
        kept: dict[str, deque[Message]] = {}
        for topic in self.topics:
            if (offered := offer(topic)).latched:
                kept[topic.name] = deque(maxlen=offered.depth)
        for message in takewhile(lambda message: message.log_ns < self.start_ns, self.reader.messages(kept)):
            kept[message.topic].append(message._replace(log_ns=self.start_ns))
        for messages in kept.values():
            yield from messages


def part_of(
    reader: BagReader, topics: Sequence[str] = (), start_s: float = 0.0, end_s: float | None = None
) -> Part:
    """The part with these topics (none: all) between two times, seconds from the bag's start (None: its end).

    Raises BagError or ConfigError.
    """
    known = {topic.name for topic in reader.topics}
    if unknown := sorted(set(topics) - known):
        raise BagError(f"{reader.path}: no topic {', '.join(unknown)}; it has {', '.join(sorted(known))}")
    if not 0 <= start_s <= reader.seconds:
        raise ConfigError(f"--start {start_s:g} is not allowed; the bag lasts {reader.seconds:.1f} s")
    first_ns, last_ns = reader.span_ns
    stop_ns = last_ns + 1
    if end_s is not None:
        stop_ns = min(stop_ns, first_ns + round(min(end_s, reader.seconds + 1) * 1e9))
    chosen = [topic for topic in reader.topics if not topics or topic.name in topics]
    return Part(reader, chosen, first_ns + round(start_s * 1e9), stop_ns)
