"""Counts, rates and percentiles of the node."""

from __future__ import annotations

import numpy as np
import pytest

from kd3d_ros.diagnostics import FrameTimes, Statistics
from kd3d_ros.localization import Localization
from kd3d_ros.pose import PoseEstimate

HERE = Localization(PoseEstimate(np.eye(4), np.eye(6), 1500, 0.75, 0.03), "")


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_every_frame_is_in_one_count(clock):
    statistics = Statistics(clock)
    for _ in range(6):
        statistics.received()
    statistics.served(FrameTimes(100.0, 100.0, 100.01, 0.005), HERE)
    statistics.dropped()
    statistics.rejected("step", "step is 1")
    statistics.rejected("step", "step is 2")
    statistics.rejected("data", "data holds 0 bytes")
    values = statistics.values()
    assert [values[key] for key in ("received", "served", "dropped", "rejected", "in_flight")] == [
        6,
        1,
        1,
        3,
        1,
    ]
    assert (values["rejected_step"], values["rejected_data"]) == (2, 1)
    assert values["last_rejection"] == "data holds 0 bytes"


def test_latency_is_split_into_wait_predict_and_overhead(clock):
    statistics = Statistics(clock)
    for i in range(1, 101):  # waits of 1 to 100 ms, 20 ms in the predictor, 2 ms for the rest
        wait = i / 1000
        statistics.served(FrameTimes(50.0, 50.0 + wait, 50.0 + wait + 0.022, 0.020), HERE)
    values = statistics.values()
    assert values["wait_ms_p50"] == "50.50"
    assert values["wait_ms_p95"] == "95.05"
    assert values["predict_ms_p50"] == "20.00"
    assert values["overhead_ms_p50"] == "52.50"
    assert values["latency_ms_p50"] == "72.50"


def test_rates_are_of_the_last_seconds(clock):
    statistics = Statistics(clock)
    for _ in range(150):
        clock.now += 1 / 30
        statistics.received()
        statistics.served(FrameTimes(clock.now, clock.now, clock.now, 0.0), HERE)
    values = statistics.values()
    assert float(values["rate_in_hz"]) == pytest.approx(30, abs=0.3)
    assert float(values["rate_out_hz"]) == pytest.approx(30, abs=0.3)
    assert statistics.trouble() == ""
    clock.now += 6
    assert statistics.values()["rate_in_hz"] == "0.0"
    assert statistics.trouble() == "no image for 5 s"


def test_a_rejection_is_trouble_until_it_is_old(clock):
    statistics = Statistics(clock)
    statistics.rejected("size", "width is 0; allowed: at least 1")
    assert statistics.trouble() == "rejecting images: width is 0; allowed: at least 1"
    clock.now += 5
    statistics.received()
    assert statistics.trouble() == ""


def test_no_frame_yet_gives_nan_not_an_error():
    assert Statistics().values()["latency_ms_p50"] == "nan"


def test_lost_is_trouble_and_says_why(clock):
    statistics = Statistics(clock)
    statistics.received()
    statistics.served(FrameTimes(0, 0, 0, 0), HERE)
    assert statistics.trouble() == ""
    values = statistics.values()
    assert (values["localization"], values["inliers"], values["inlier_ratio"]) == ("LOCALIZED", 1500, "0.750")
    statistics.served(FrameTimes(0, 0, 0, 0), Localization(None, "too few points agree on a pose"))
    assert statistics.trouble() == "LOST: too few points agree on a pose"
    values = statistics.values()
    assert (values["localization"], values["inliers"]) == ("LOST", 0)
    assert (values["localized"], values["lost"], values["served"]) == (1, 1, 2)


def test_every_camera_info_is_counted(clock):
    statistics = Statistics(clock)
    statistics.camera_info("")
    statistics.camera_info("camera_info: roi is not within the image")
    values = statistics.values()
    assert (values["camera_info_received"], values["camera_info_rejected"]) == (2, 1)
    assert values["last_camera_info_rejection"] == "camera_info: roi is not within the image"
