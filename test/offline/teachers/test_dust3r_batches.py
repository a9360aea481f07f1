"""Batches that shrink where memory runs out."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import pytest
import torch

from offline.teachers.dust3r_batches import Batches, is_out_of_memory
from offline.teachers.pairs import TeacherError


def test_results_come_in_order() -> None:
    seen: list[int] = []

    def work(items: Sequence[int]) -> list[int]:
        seen.append(len(items))
        return [10 * item for item in items]

    assert Batches(3, "pair").run(range(7), work) == [0, 10, 20, 30, 40, 50, 60]
    assert seen == [3, 3, 1]
    assert Batches(3, "pair").run([], work) == []


def test_the_batch_is_halved_once_and_for_all(caplog: pytest.LogCaptureFixture) -> None:
    seen: list[int] = []

    def work(items: Sequence[int]) -> list[int]:
        seen.append(len(items))
        if len(items) > 2:
            raise RuntimeError(
                "[enforce fail at alloc_cpu.cpp:128] DefaultCPUAllocator: can't allocate memory"
            )
        return list(items)

    batches = Batches(8, "pair")
    with caplog.at_level(logging.WARNING):
        assert batches.run(range(6), work) == list(range(6))
    assert seen == [6, 3, 1, 1, 1, 1, 1, 1]
    assert batches.size == 1
    assert "out of memory with 6 pairs at once; going on with 3" in caplog.text
    assert "out of memory with 3 pairs at once; going on with 1" in caplog.text


def test_no_memory_for_a_single_one_is_an_error() -> None:
    def work(items: Sequence[int]) -> list[int]:
        raise torch.cuda.OutOfMemoryError("CUDA out of memory")

    with pytest.raises(TeacherError, match="out of memory with a single image; free some"):
        Batches(2, "image").run([1, 2, 3], work)


def test_other_errors_are_not_taken_for_it() -> None:
    def work(items: Sequence[int]) -> list[int]:
        raise RuntimeError("shape '[2]' is invalid")

    with pytest.raises(RuntimeError, match="is invalid"):
        Batches(2, "image").run([1], work)


def test_what_torch_really_says_on_this_machine() -> None:
    with pytest.raises(RuntimeError) as raised:
        torch.empty(1 << 60, dtype=torch.uint8)
    assert is_out_of_memory(raised.value)
    assert is_out_of_memory(MemoryError())
    assert not is_out_of_memory(ValueError("out of memory"))
