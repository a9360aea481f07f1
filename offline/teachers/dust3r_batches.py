"""Work in batches; where memory runs out, in smaller ones from then on."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TypeVar

import torch

from offline.teachers.pairs import TeacherError

Item = TypeVar("Item")
Result = TypeVar("Result")

log = logging.getLogger(__name__)

NO_MEMORY = ("out of memory", "can't allocate memory", "not enough memory", "could not allocate")
"""What torch says of it; on a CPU that is all that tells it from other errors."""


class Batches:
    """At most `size` items at once.  `unit` is what warnings call them."""

    def __init__(self, size: int, unit: str) -> None:
        if size < 1:
            raise TeacherError(f"batch size {size} is not allowed; it must be at least 1")
        self.size = size
        self._unit = unit

    def run(self, items: Sequence[Item], work: Callable[[Sequence[Item]], list[Result]]) -> list[Result]:
        """Results of all items, in order.  Raises TeacherError if a single one is too much."""
        done: list[Result] = []
        while len(done) < len(items):
            batch = items[len(done) : len(done) + self.size]
            results = _attempt(batch, work)
            if results is None:
                self._halve(len(batch))
            else:
                done += results
        return done

    def _halve(self, tried: int) -> None:
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
        if tried == 1:
            raise TeacherError(
                f"out of memory with a single {self._unit}; free some, or use --device cpu or another machine"
            )
        self.size = tried // 2
        log.warning("out of memory with %d %ss at once; going on with %d", tried, self._unit, self.size)


def _attempt(items: Sequence[Item], work: Callable[[Sequence[Item]], list[Result]]) -> list[Result] | None:
    """None if memory ran out; by then the error, which holds on to tensors, is gone."""
    try:
        return work(items)
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        return None


def is_out_of_memory(error: BaseException) -> bool:
    """Whether it is memory that lacked: torch's own error on a GPU, a text on a CPU."""
    if isinstance(error, (torch.cuda.OutOfMemoryError, MemoryError)):
        return True
    return isinstance(error, RuntimeError) and any(text in str(error).lower() for text in NO_MEMORY)
