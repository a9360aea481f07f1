from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import torch

from kd3d_ros.device import keep_to_one_thread, leave_a_core


@pytest.mark.parametrize(("cores", "told", "taken"), [(4, None, 3), (1, None, 1), (4, "4", 4)])
def test_one_core_is_left_to_the_rest_of_the_node(
    monkeypatch: pytest.MonkeyPatch, cores: int, told: str | None, taken: int
) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    if told is not None:
        monkeypatch.setenv("OMP_NUM_THREADS", told)
    before = torch.get_num_threads()
    monkeypatch.setattr(torch, "get_num_threads", lambda: cores)
    chosen: list[int] = []
    monkeypatch.setattr(torch, "set_num_threads", chosen.append)
    leave_a_core()
    assert chosen == [taken]
    monkeypatch.undo()
    assert torch.get_num_threads() == before


def test_what_another_thread_is_told_changes_nothing_for_the_student_s(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "as many as there are")
    many = torch.get_num_threads()
    with ThreadPoolExecutor(1) as student, ThreadPoolExecutor(1) as loading:
        student.submit(leave_a_core).result()
        loading.submit(keep_to_one_thread).result()
        assert student.submit(torch.get_num_threads).result() == many
        assert loading.submit(torch.get_num_threads).result() == 1


def test_a_number_of_threads_that_was_asked_for_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    before = torch.get_num_threads()
    with ThreadPoolExecutor(1) as student:
        student.submit(leave_a_core, before + 2).result()
        assert student.submit(torch.get_num_threads).result() == before + 2
    assert torch.get_num_threads() == before
    torch.set_num_threads(before)  # for threads to come
