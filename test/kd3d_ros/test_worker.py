"""Newest frame wins, and every frame is accounted for."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from kd3d_ros.worker import Arrival, Worker


def test_while_one_frame_is_served_only_the_newest_waits():
    entered, leave = threading.Event(), threading.Event()
    served: list[str] = []
    lost: list[None] = []

    def serve(arrival: Arrival[str]) -> None:
        entered.set()
        assert leave.wait(10)
        served.append(arrival.msg)

    worker: Worker[str] = Worker(serve, lambda: lost.append(None), ThreadPoolExecutor(1))
    worker.submit(Arrival("first", 0.0))
    assert entered.wait(10)
    for msg in ("second", "third", "fourth"):
        worker.submit(Arrival(msg, 0.0))
    assert len(lost) == 2
    entered.clear()
    leave.set()
    assert entered.wait(10)  # the fourth was taken up
    worker.stop(10)
    assert served == ["first", "fourth"]
    worker.submit(Arrival("late", 0.0))
    assert len(lost) == 3


def test_stop_counts_the_waiting_frame_and_reports_a_stuck_one():
    entered, leave = threading.Event(), threading.Event()
    lost: list[None] = []

    def serve(_: Arrival[str]) -> None:
        entered.set()
        assert leave.wait(10)

    worker: Worker[str] = Worker(serve, lambda: lost.append(None), ThreadPoolExecutor(1))
    worker.submit(Arrival("stuck", 0.0))
    assert entered.wait(10)
    worker.submit(Arrival("waiting", 0.0))
    with pytest.raises(TimeoutError, match=r"did not finish within 0.05 s"):
        worker.stop(0.05)
    assert len(lost) == 1
    leave.set()
    worker.stop(10)


def test_what_others_ask_of_the_thread_has_its_turn_between_frames():
    entered, leave = threading.Event(), threading.Event()
    order: list[str] = []

    def serve(arrival: Arrival[str]) -> None:
        entered.set()
        assert leave.wait(10)
        order.append(arrival.msg)

    thread = ThreadPoolExecutor(1)
    worker: Worker[str] = Worker(serve, lambda: None, thread)
    worker.submit(Arrival("first", 0.0))
    assert entered.wait(10)
    between = thread.submit(order.append, "between")
    worker.submit(Arrival("second", 0.0))
    leave.set()
    between.result(10)
    worker.stop(10)
    assert order[:2] == ["first", "between"]
