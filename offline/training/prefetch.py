"""The next batch is made while the network works on this one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

from offline.training.batches import Batch


class Prefetch:
    """Makes batches in a thread, one ahead."""

    def __init__(self, make: Callable[[int], Batch]) -> None:
        self._make, self._pool, self.waited = make, ThreadPoolExecutor(1), 0.0

    def __enter__(self) -> Prefetch:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def from_step(self, step: int) -> Iterator[Batch]:
        """Batches of step, step + 1, ... without end; `waited` is how long the last one took to come."""
        upcoming = self._pool.submit(self._make, step)
        while True:
            start = time.perf_counter()
            batch = upcoming.result()
            self.waited = time.perf_counter() - start
            step += 1
            upcoming = self._pool.submit(self._make, step)
            yield batch
