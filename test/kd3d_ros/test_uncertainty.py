"""Calibration of uncertainties: a monotone map, by hand and as a property."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kd3d_ros.uncertainty import Calibration


def test_between_and_beyond_the_knots_by_hand() -> None:
    calibration = Calibration((0.01, 0.04), (0.02, 0.32))
    # Half way between the knots in logarithms; beyond them the knots' own ratios, 2 and 8.
    found = calibration(np.array([[0.01, 0.02, 0.04], [0.001, 0.08, 0.4]], np.float32))
    np.testing.assert_allclose(found, [[0.02, 0.08, 0.32], [0.002, 0.64, 3.2]], rtol=1e-5)
    assert found.dtype == np.float32


positive = st.lists(st.floats(1e-3, 1e2), min_size=1, max_size=6)


@given(positive, positive, st.lists(st.floats(1e-3, 1e2), min_size=2, max_size=9))
def test_more_uncertain_stays_more_uncertain(x: list[float], y: list[float], said: list[float]) -> None:
    knots = min(len(x), len(y))
    calibration = Calibration(sorted(x[:knots]), sorted(y[:knots]))
    found = calibration(np.array(sorted(said)))
    assert (found > 0).all()
    assert (np.diff(np.log(found)) >= -1e-4).all()


def test_what_it_is_survives_yaml() -> None:
    calibration = Calibration([0.1, 0.2], [0.1, 0.3])
    assert Calibration(**calibration.as_dict()) == calibration


@pytest.mark.parametrize(
    ("predicted", "actual", "message"),
    [
        ([], [], r"predicted \[\] are not positive"),
        ([1.0, 0.5], [1.0, 2.0], "predicted .* in ascending order"),
        ([1.0], [float("inf")], "actual .* are not positive"),
        ([1.0, 2.0], [1.0], "2 predicted, but 1 actual"),
    ],
)
def test_knots_of_no_monotone_map_are_refused(
    predicted: list[float], actual: list[float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        Calibration(predicted, actual)
