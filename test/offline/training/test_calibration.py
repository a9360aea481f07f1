"""From what a student says to what it errs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
import torch

from kd3d_ros.student import PRESETS, Student
from kd3d_ros.uncertainty import Calibration
from offline.labels import Label
from offline.training.calibration import KNOTS, calibrate, fit


def test_calibrated_uncertainty_is_the_median_error_in_every_bin() -> None:
    rng = np.random.default_rng(0)
    predicted = np.exp(rng.normal(-3, 0.6, 200_000))
    actual = rng.exponential(2 * predicted**0.7)  # overconfident where it is certain
    calibrated = fit(predicted, actual)(predicted)
    for part in np.array_split(np.argsort(predicted), 5):
        assert np.median(actual[part]) / np.median(calibrated[part]) == pytest.approx(1, abs=0.07)


def test_a_student_that_cannot_tell_gets_one_value() -> None:
    # Harder and harder, as frames in order of time may be.
    actual = np.random.default_rng(0).exponential(np.linspace(0.01, 0.1, 10_000))
    found = fit(np.full(10_000, 0.3), actual)
    assert found.actual == pytest.approx([np.median(actual)])
    assert found(np.array([0.3])) == pytest.approx(np.median(actual))


def test_too_few_points_change_nothing() -> None:
    assert fit(np.ones(100), np.ones(100)) == Calibration()


def test_knots_rise_even_where_errors_do_not() -> None:
    rng = np.random.default_rng(0)
    predicted = rng.uniform(0.01, 0.1, 20_000)
    found = fit(predicted, rng.exponential(0.05, 20_000))
    assert len(found.predicted) == KNOTS
    assert list(found.actual) == sorted(found.actual)


def test_it_measures_the_student_s_own_error(make_label: Callable[..., Label]) -> None:
    student = Student(replace(PRESETS["kd3d_s"], width=8, input_size=(128, 96))).eval()
    student.scene_center.copy_(torch.tensor([0.0, 0.5, 100.0]))  # a hundred metres from the plane at z = 1.5
    found = calibrate(student, [make_label()], torch.device("cpu"))
    np.testing.assert_allclose(found.actual, 98.5, rtol=0.02)
