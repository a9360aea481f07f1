"""Counts, rates and latencies by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from kd3d_ros.live_record import LiveRecord, rate_hz

EYE = np.eye(4)


def test_figures_by_hand() -> None:
    record = LiveRecord()
    for i in range(5):
        record.image(i, 10 + 0.1 * i)
    latencies = [
        record.cloud(stamp, 10 + 0.1 * stamp + late, stamp / 1e9 + 2 * late)
        for stamp, late in ((0, 0.02), (1, 0.03), (3, 0.04))
    ]
    np.testing.assert_allclose(latencies, [0.02, 0.03, 0.04])
    record.pose(1, EYE)
    record.pose(3, EYE)
    figures = record.figures()
    counts = {key: figures[key] for key in ("images", "clouds", "poses", "dropped")}
    assert counts == {"images": 5, "clouds": 3, "poses": 2, "dropped": 2}
    assert figures["delivered"] == 0.6
    assert figures["localized"] == pytest.approx(2 / 3)
    assert figures["rate_in_hz"] == pytest.approx(10)
    assert figures["rate_hz"] == pytest.approx(1 / 0.16)  # gaps of 0.11 and 0.21 s
    assert figures["latency_ms"] == {"p50": pytest.approx(30), "p95": pytest.approx(39)}
    assert figures["latency_from_stamp_ms"] == {"p50": pytest.approx(60), "p95": pytest.approx(78)}


def test_a_cloud_whose_image_was_not_heard_counts_as_sent_and_has_no_latency() -> None:
    record = LiveRecord()
    record.image(1, 10.0)
    assert math.isnan(record.cloud(2, 10.5, 1.0))
    assert record.cloud(1, 10.5, 1.0) == 0.5
    figures = record.figures()
    assert (figures["images"], figures["delivered"], figures["dropped"]) == (2, 1.0, 0)
    assert figures["latency_ms"] == {"p50": 500.0, "p95": 500.0}


def test_a_stamp_that_is_played_again_counts_once() -> None:
    record = LiveRecord()
    for start in (10.0, 20.0):
        record.image(1, start)
        assert record.cloud(1, start + 0.25, 1.0) == 0.25
    assert (record.figures()["images"], record.figures()["clouds"]) == (1, 1)


def test_stamps_of_a_recording_say_nothing_of_latency() -> None:
    record = LiveRecord()
    record.image(1, 10.0)
    record.cloud(1, 10.1, 1.7e9)
    assert record.figures()["latency_from_stamp_ms"] == {"p50": None, "p95": None}


def test_nothing_heard_is_no_figure() -> None:
    figures = LiveRecord().figures()
    assert (figures["images"], figures["clouds"]) == (0, 0)
    assert [figures[key] for key in ("delivered", "localized", "rate_in_hz", "rate_hz")] == [None] * 4


def test_the_rate_bridges_pauses() -> None:
    assert rate_hz([0.0, 0.1, 0.2, 2.9, 3.0, 3.1]) == pytest.approx(10)
    assert rate_hz([1.0]) is None
    assert rate_hz([1.0, 1.0]) is None
