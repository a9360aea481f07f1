"""Single messages of a bag, cheap when they are asked for in the order in which they lie there."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator

from offline.bags.reader import BagReader
from offline.bags.storage import Message
from offline.datasets.bag.messages import stamp_of
from offline.datasets.base import FrameError

REMEMBERED = 8
"""So many messages that were passed are kept: depth may have been logged before or after its image."""
NEAR_NS = 500_000_000
"""What is not further ahead is read up to; else the bag is opened there, at the cost of one more chunk."""


class Cursor:
    """Reads on in a few topics of a bag."""

    def __init__(self, reader: BagReader, topics: Collection[str]) -> None:
        self._reader, self._topics = reader, topics
        self._passed: deque[Message] = deque(maxlen=REMEMBERED)
        self._ahead: Iterator[Message] = iter(())

    def get(self, topic: str, log_ns: int, stamp_ns: int) -> Message:
        """The message of these times.  Raises FrameError if it cannot be read (any more)."""
        for message in self._passed:
            if _is(message, topic, log_ns, stamp_ns):
                return message
        if not self._passed or not 0 <= log_ns - self._passed[-1].log_ns < NEAR_NS:
            self._passed.clear()
            self._ahead = self._reader.messages(self._topics, log_ns)
        for message in self._ahead:
            self._passed.append(message)
            if _is(message, topic, log_ns, stamp_ns):
                return message
            if message.log_ns > log_ns:
                break
        raise FrameError(f"{topic}: the message logged at {log_ns} cannot be read again")


def _is(message: Message, topic: str, log_ns: int, stamp_ns: int) -> bool:
    return message.log_ns == log_ns and message.topic == topic and stamp_of(message) == stamp_ns
