"""What the files of a bag have in common: topics, messages in the order of their log times, troubles."""

from __future__ import annotations

import heapq
import logging
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from rosbags.interfaces import MessageDefinition, Qos

from offline.datasets.base import DataError

ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
"""Of a compressed message; CDR begins with 0."""
LOGGED = 5
"""So many troubles are logged one by one; then only their number."""

log = logging.getLogger(__name__)


class BagError(DataError):
    """A bag, or a file or message of one, that cannot be used; the message names it and says why."""


class Message(NamedTuple):
    """A message as it was recorded: `data` is its CDR, `log_ns` when the recorder got it."""

    topic: str
    type: str
    log_ns: int
    data: bytes


@dataclass(frozen=True)
class Topic:
    """count: messages, as far as the files tell.  definition: of the type, as the bag has it."""

    name: str
    type: str
    count: int
    qos: tuple[Qos, ...]
    definition: MessageDefinition
    encoding: str = "cdr"


class Source(NamedTuple):
    """A part of a file: the log time that none of its messages is before, and those, in order."""

    start_ns: int
    read: Callable[[], Iterator[Message]]


class Storage(Protocol):
    """One file of a bag."""

    path: Path
    topics: list[Topic]
    span_ns: tuple[int, int] | None
    """Log times of its first and last message; None if it has none."""
    compressed: bool
    """Whether its chunks or messages are."""

    def sources(self, topics: Collection[str], start_ns: int) -> Iterable[Source]:
        """Where the messages of `topics` are that were logged at `start_ns` or later."""

    def close(self) -> None:
        """Let go of the file."""


class Troubles:
    """What could not be read, each in a line, and each once however often it is met."""

    def __init__(self) -> None:
        self._lines: dict[str, None] = {}

    def add(self, line: str) -> None:
        """Note a trouble."""
        if line in self._lines:
            return
        self._lines[line] = None
        if len(self._lines) <= LOGGED:
            log.warning("%s", line)

    @property
    def lines(self) -> list[str]:
        """All of them, in the order in which they were met."""
        return list(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def in_order(sources: Iterable[Source]) -> Iterator[Message]:
    """The messages of all sources by log time; a source is not opened before its time has come.

    So of a bag's many chunks only those are in memory that overlap in time.
    """
    waiting = sorted(enumerate(sources), key=lambda item: (item[1].start_ns, item[0]), reverse=True)
    heads: list[tuple[int, int, Message, Iterator[Message]]] = []
    while waiting or heads:
        while waiting and (not heads or waiting[-1][1].start_ns <= heads[0][0]):
            rank, source = waiting.pop()
            _push(heads, rank, source.read())
        if heads:
            _, rank, message, rest = heapq.heappop(heads)
            yield message
            _push(heads, rank, rest)


def _push(
    heads: list[tuple[int, int, Message, Iterator[Message]]], rank: int, messages: Iterator[Message]
) -> None:
    message = next(messages, None)
    if message is not None:
        heapq.heappush(heads, (message.log_ns, rank, message, messages))
