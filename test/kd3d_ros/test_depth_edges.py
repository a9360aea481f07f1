"""Depth edges and what hangs between their sides, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from kd3d_ros.depth_edges import at_edges, hanging


def row(*depths: float) -> np.ndarray:
    return np.array([depths], np.float32)


def test_an_edge_reaches_two_pixels_to_each_side() -> None:
    depth = np.full((7, 9), 2.0, np.float32)
    depth[:, 5:] = 3
    expected = np.zeros((7, 9), bool)
    expected[:, 3:7] = True
    np.testing.assert_array_equal(at_edges(depth), expected)
    np.testing.assert_array_equal(at_edges(np.ascontiguousarray(depth.T)), expected.T)


@pytest.mark.parametrize(
    ("near", "far", "edge"),
    [
        (1.0, 1.08, False),  # 8 % but 8 cm
        (4.0, 4.15, False),  # 15 cm but 4 %
        (1.0, 1.12, True),
        (4.0, 4.25, True),
        (4.25, 4.0, True),
    ],
)
def test_an_edge_is_large_in_metres_and_in_share(near: float, far: float, edge: bool) -> None:
    assert (at_edges(row(near, far)) == edge).all()


def test_unknown_depths_are_no_edges_and_hide_none() -> None:
    nan = float("nan")
    np.testing.assert_array_equal(
        at_edges(row(nan, nan, 2, nan, 3, nan, nan, nan, nan)), [[0, 0, 1, 1, 1, 0, 0, 0, 0]]
    )
    assert not at_edges(np.full((4, 4), nan, np.float32)).any()


def test_what_hangs_is_between_and_clear_of_every_surface() -> None:
    depth = row(2.0, 2.0, 3.0, 3.0)
    predicted = row(2.04, 2.06, 2.96, 2.94)
    np.testing.assert_array_equal(hanging(predicted, depth), [[False, True, False, True]])
    np.testing.assert_array_equal(hanging(row(1.9, 3.1, 2.5, np.nan), depth), [[False, False, True, False]])
    assert not hanging(row(2.5, 2.5, 2.5), row(2.0, 2.46, 3.0)).any()  # a third surface is there
