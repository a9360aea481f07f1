"""When a pose is trusted.  Maps are exact, or partly wrong, of a surface whose truth is known."""

from __future__ import annotations

import re

import numpy as np
import pytest

from kd3d_ros.camera import Camera
from kd3d_ros.geometry import pixel_grid, unproject_pixels
from kd3d_ros.localization import REMEMBERED_S, Localizer
from kd3d_ros.predictor import PointMap
from kd3d_ros.uncertainty import LocalizationStatistics

CAMERA = Camera((160, 120), 130.0, 130.0, 79.5, 59.5)
USUAL = LocalizationStatistics(inlier_ratio=0.9, uncertainty_m=0.03, covariance_scale=4.0)
LESS, FAR_LESS = 0.3, 0.6
"""Share of wrong points: fewer inliers than usual, and too few."""


def seen_from(x: float = 0.0, wrong: float = 0.0, uncertainty: float = 0.03, seed: int = 0) -> PointMap:
    """The map of a bumpy wall from (x, 0, 0), a share of it far off."""
    T = np.eye(4)
    T[0, 3] = x
    grid = pixel_grid(160, 120)
    depth = 2.5 + np.sin(0.06 * grid[..., 0]) * np.cos(0.06 * grid[..., 1])
    points = unproject_pixels(grid, depth, CAMERA.K, T)
    rng = np.random.default_rng(seed)
    off = rng.random(depth.shape) < wrong
    points[off] = rng.uniform(-3, 3, (int(off.sum()), 3)).astype(np.float32)
    return PointMap(points, np.full(depth.shape, uncertainty, np.float32))


def test_a_usual_frame_is_localized_at_once() -> None:
    found = Localizer(USUAL).locate(seen_from(1.0), CAMERA, 5.0)
    assert found.localized
    assert found.estimate is not None
    np.testing.assert_allclose(found.estimate.T_world_camera[:3, 3], [1, 0, 0], atol=1e-3)


def test_the_covariance_is_scaled_by_what_the_bundle_says() -> None:
    once = LocalizationStatistics(0.9, 0.03, 1.0)
    four, one = (Localizer(usual).locate(seen_from(), CAMERA, 5.0).estimate for usual in (USUAL, once))
    assert four is not None
    assert one is not None
    np.testing.assert_allclose(four.covariance, 4 * one.covariance)


def test_too_few_inliers_are_lost_whatever_came_before() -> None:
    localizer = Localizer(USUAL)
    localizer.locate(seen_from(), CAMERA, 5.0)
    found = localizer.locate(seen_from(wrong=FAR_LESS), CAMERA, 5.1)
    assert re.match(r"inlier ratio 0\.(3|4)", found.lost)
    assert found.lost.endswith("is below 0.63")


def test_unusual_uncertainty_is_lost() -> None:
    found = Localizer(USUAL).locate(seen_from(uncertainty=0.1), CAMERA, 5.0)
    assert found.lost == "uncertainty 0.10 m is above 0.07 m"


def test_garbage_is_lost() -> None:
    found = Localizer(USUAL).locate(seen_from(wrong=1.0), CAMERA, 5.0)
    assert found.lost
    assert not found.localized


def test_a_frame_with_fewer_inliers_has_to_follow_from_an_earlier_one() -> None:
    localizer = Localizer(USUAL)
    assert "is not sure" in localizer.locate(seen_from(0.0, LESS), CAMERA, 5.0).lost
    assert localizer.locate(seen_from(0.05, LESS), CAMERA, 5.03).localized  # agrees with the first
    assert localizer.locate(seen_from(0.10, LESS), CAMERA, 5.06).localized
    jump = localizer.locate(seen_from(2.0, LESS), CAMERA, 5.1)
    assert jump.lost.startswith("a jump of 1.90 m")
    assert localizer.locate(seen_from(2.0, 0.0), CAMERA, 5.13).localized  # sure, wherever it is


@pytest.mark.parametrize("later", [REMEMBERED_S + 0.1, 0.0, -1.0])
def test_old_poses_and_clocks_that_jump_are_no_help(later: float) -> None:
    localizer = Localizer(USUAL)
    assert localizer.locate(seen_from(), CAMERA, 5.0).localized
    assert "is not sure" in localizer.locate(seen_from(wrong=LESS), CAMERA, 5.0 + later).lost
