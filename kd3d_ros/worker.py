"""Serves the newest frame in a thread, and lets older ones go."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True)
class Arrival(Generic[Item]):
    """A frame's message and when it came, seconds of `time.monotonic`."""

    msg: Item
    received: float


class Worker(Generic[Item]):
    """Calls `serve(arrival)` in `thread` for the newest of the arrivals given to `submit`.

    `lost()` is called once for every arrival that is never served.  `serve` must not raise.  What others
    submit to the thread, an executor of one, has its turn between frames.
    """

    def __init__(
        self, serve: Callable[[Arrival[Item]], None], lost: Callable[[], None], thread: ThreadPoolExecutor
    ) -> None:
        self._serve = serve
        self._lost = lost
        self._thread = thread
        self._lock = threading.Lock()
        self._newest: Arrival[Item] | None = None
        self._closed = False
        self._serving: Future[None] | None = None

    def submit(self, arrival: Arrival[Item]) -> None:
        """Serve `arrival` next, unless a newer one comes first."""
        with self._lock:
            lost = self._closed or self._newest is not None
            if not self._closed:
                if self._newest is None:
                    self._serving = self._thread.submit(self._serve_newest)
                self._newest = arrival
        if lost:
            self._lost()

    def stop(self, timeout: float) -> None:
        """Finish the frame being served, lose the one that waits; TimeoutError after `timeout` seconds."""
        with self._lock:
            self._closed = True
            lost, self._newest = self._newest is not None, None
        if lost:
            self._lost()
        if self._serving is not None and not wait([self._serving], timeout).done:
            raise TimeoutError(f"the frame being served did not finish within {timeout:g} s")

    def _serve_newest(self) -> None:
        with self._lock:
            arrival, self._newest = self._newest, None
        if arrival is not None:
            self._serve(arrival)
