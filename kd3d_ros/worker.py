"""A thread that serves the newest frame and lets older ones go."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True)
class Arrival(Generic[Item]):
    """A frame's message and when it came, seconds of `time.monotonic`."""

    msg: Item
    received: float


class NewestSlot(Generic[Item]):
    """Room for one item: a newer one takes the place of an older one that nobody took."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._item: Item | None = None
        self._closed = False

    def put(self, item: Item) -> bool:
        """Leave `item`; False if some item was lost by that: the older one, or this one once closed."""
        with self._condition:
            if self._closed:
                return False
            kept_all = self._item is None
            self._item = item
            self._condition.notify()
            return kept_all

    def take(self) -> Item | None:
        """Wait for an item; None once the slot is closed."""
        with self._condition:
            self._condition.wait_for(lambda: self._closed or self._item is not None)
            item, self._item = self._item, None
            return None if self._closed else item

    def close(self) -> bool:
        """Let every `take` return None, now and later; False if an item was lost by that."""
        with self._condition:
            self._closed = True
            lost, self._item = self._item is not None, None
            self._condition.notify_all()
            return not lost


class Worker(Generic[Item]):
    """Calls `serve(arrival)` in `thread` for the newest of the arrivals given to `submit`.

    `lost()` is called once for every arrival that is never served.  `serve` must not raise.  The thread,
    an executor of one, is busy until `stop`.
    """

    def __init__(
        self, serve: Callable[[Arrival[Item]], None], lost: Callable[[], None], thread: ThreadPoolExecutor
    ) -> None:
        self._serve = serve
        self._lost = lost
        self._slot: NewestSlot[Arrival[Item]] = NewestSlot()
        self._running = thread.submit(self._run)

    def submit(self, arrival: Arrival[Item]) -> None:
        """Serve `arrival` next, unless a newer one comes first."""
        if not self._slot.put(arrival):
            self._lost()

    def stop(self, timeout: float) -> None:
        """Finish the frame being served and let the thread go; TimeoutError after `timeout` seconds."""
        if not self._slot.close():
            self._lost()
        if not wait([self._running], timeout).done:
            raise TimeoutError(f"the frame being served did not finish within {timeout:g} s")

    def _run(self) -> None:
        while (arrival := self._slot.take()) is not None:
            self._serve(arrival)
