"""The figures, from maps and poses whose errors are known."""

from __future__ import annotations

import math

import numpy as np
import pytest

from kd3d_ros.camera import Camera
from kd3d_ros.geometry import pixel_grid, resize_affine, unproject, unproject_pixels
from kd3d_ros.metrics import (
    EdgePoints,
    FrameResult,
    Truth,
    calibration_error,
    edge_points,
    measure,
    point_errors,
    summarize,
)
from kd3d_ros.predictor import PointMap

K = np.array([[50.0, 0, 31.5], [0, 50.0, 23.5], [0, 0, 1]])
CAMERA = Camera.pinhole(K, (64, 48))
NO_EDGES = EdgePoints(np.zeros(0, np.float32), np.zeros(0, np.bool_))


def pose() -> np.ndarray:
    T = np.eye(4)
    T[:3, 3] = 1, 2, 3
    return T


def truth(depth: np.ndarray | None = None, T_world_camera: np.ndarray | None = None) -> Truth:
    """A wall 2 m away, unless told otherwise."""
    wall = np.full((48, 64), 2.0, np.float32) if depth is None else depth
    return Truth(wall, CAMERA, pose() if T_world_camera is None else T_world_camera)


def perfect_map(size: tuple[int, int]) -> PointMap:
    """The wall 2 m away, in closed form."""
    affine = resize_affine((64, 48), size)
    pixels = (pixel_grid(*size) @ affine[:, :2].T + affine[:, 2]).astype(np.float32)
    depth = np.full(size[::-1], 2.0, np.float32)
    points = unproject_pixels(pixels, depth, K, pose())
    return PointMap(points, np.full(size[::-1], 0.1, np.float32))


def result(
    errors: list[float],
    t: float,
    r: float,
    seconds: float = 0.01,
    dropped: float = 0.0,
    edges: EdgePoints = NO_EDGES,
) -> FrameResult:
    uncertainties = np.full(len(errors), 0.1, np.float32)
    return FrameResult("a", np.array(errors, np.float32), uncertainties, t, r, seconds, dropped, edges)


def two_walls() -> Truth:
    """A wall 2 m away on the left, and one 3 m away from column 32 on."""
    depth = np.full((48, 64), 2.0, np.float32)
    depth[:, 32:] = 3
    return truth(depth)


@pytest.mark.parametrize("size", [(64, 48), (32, 24), (16, 8)])
def test_a_perfect_map_has_no_error(size: tuple[int, int]) -> None:
    errors, uncertainties = point_errors(perfect_map(size), truth().points(size))
    assert errors.shape == uncertainties.shape == (size[0] * size[1],)
    assert errors.max() < 1e-5
    assert (uncertainties == np.float32(0.1)).all()


def test_errors_are_distances_where_there_is_truth() -> None:
    depth = np.full((48, 64), 2.0, np.float32)
    depth[:, :32] = 0
    shifted = perfect_map((32, 24))
    errors, uncertainties = point_errors(
        PointMap(shifted.points + np.array([0.3, 0, 0.4], np.float32), shifted.uncertainty),
        truth(depth).points((32, 24)),
    )
    assert errors.shape == uncertainties.shape == (24 * 16,)
    np.testing.assert_allclose(errors, 0.5, atol=1e-5)


def test_points_that_are_not_given_have_no_error() -> None:
    given = perfect_map((32, 24))
    given.points[3, 4] = np.nan
    errors, uncertainties = point_errors(given, truth().points((32, 24)))
    assert errors.shape == uncertainties.shape == (24 * 32 - 1,)
    assert errors.max() < 1e-5


def test_points_at_depth_edges_by_hand() -> None:
    true = two_walls().points((64, 48))
    exact = edge_points(PointMap(true, np.ones((48, 64), np.float32)), true, pose())
    assert exact.errors.shape == exact.hanging.shape == (4 * 48,)  # columns 30 to 33
    assert exact.errors.max() == 0
    assert not exact.hanging.any()

    points = true.copy()
    points[:, 10] += 1  # far from the edge: does not count
    points[:, 30] += (0.3, 0, 0.02)  # beside, but on its surface
    points[:, 31] += (0, 0, 0.5)  # the camera looks along z
    points[:, 32] = np.nan
    points[:, 33] += (0, 0, 0.5)  # behind both
    smeared = edge_points(PointMap(points, np.ones((48, 64), np.float32)), true, pose())
    assert smeared.errors.shape == smeared.hanging.shape == (3 * 48,)
    assert np.median(smeared.errors) == pytest.approx(0.5)
    assert smeared.hanging.mean() == pytest.approx(1 / 3)


def test_depth_is_that_of_the_true_camera() -> None:
    turned = np.array([[0.0, 0, 1, 5], [-1, 0, 0, 6], [0, -1, 0, 7], [0, 0, 0, 1]])
    true = truth(two_walls().depth, turned).points((64, 48))
    points = true.copy()
    points[:, 31] += (0.5, 0, 0)  # the camera looks along the world's x
    assert edge_points(PointMap(points, np.ones((48, 64), np.float32)), true, turned).hanging.sum() == 48


def test_an_edge_point_whose_own_truth_is_unknown_may_still_hang() -> None:
    walls = two_walls()
    points = walls.points((64, 48))
    points[:, 31] += (0, 0, 0.5)
    walls.depth[:, 31] = 0
    edges = edge_points(PointMap(points, np.ones((48, 64), np.float32)), walls.points((64, 48)), pose())
    assert (len(edges.errors), len(edges.hanging), edges.hanging.sum()) == (2 * 48, 3 * 48, 48)


def test_truth_at_full_size_is_the_unprojection() -> None:
    depth = np.random.default_rng(0).uniform(1, 3, (48, 64)).astype(np.float32)
    depth[3, 4], depth[5, 6] = 0, np.nan
    true = truth(depth).points((64, 48))
    np.testing.assert_allclose(true, unproject(depth, K, pose()), atol=1e-6)
    assert np.argwhere(np.isnan(true[..., 0])).tolist() == [[3, 4], [5, 6]]


def test_depth_may_be_of_another_size_than_the_camera_s_image() -> None:
    depth = np.full((24, 32), 2.0, np.float32)
    depth[:, 16:] = 3
    np.testing.assert_allclose(truth(depth).points((16, 12)), two_walls().points((16, 12)), atol=1e-6)


def test_truth_of_a_lens_lies_on_its_rays() -> None:
    lens = Camera((64, 48), 50.0, 50.0, 31.5, 23.5, "plumb_bob", (-0.3, 0.1, 0.0, 0.0, 0.0))
    true = Truth(np.full((48, 64), 2.0, np.float32), lens, np.eye(4)).points((64, 48))
    np.testing.assert_allclose(true[..., 2], 2)
    seen = lens.project((true[..., :2] / true[..., 2:]).reshape(-1, 2).astype(np.float64))
    np.testing.assert_allclose(seen, pixel_grid(64, 48).reshape(-1, 2), atol=1e-3)


def test_a_frame_by_hand() -> None:
    moved = two_walls()
    given = PointMap(
        moved.points((64, 48)) + np.array([0.06, 0, 0.08], np.float32), perfect_map((64, 48)).uncertainty
    )
    given.points[:12] = np.nan
    measured = measure("a", given, moved, 0.25)
    assert (measured.name, measured.seconds, measured.dropped) == ("a", 0.25, 0.25)
    assert len(measured.errors) == len(measured.uncertainties) == 36 * 64
    np.testing.assert_allclose(measured.errors, 0.1, atol=1e-5)
    assert measured.translation_m == pytest.approx(0.1, abs=1e-3)  # all points moved: so does the camera
    assert measured.rotation_deg == pytest.approx(0, abs=0.05)
    assert len(measured.edges.errors) == 4 * 36
    given.points[:] = np.nan
    lost = measure("b", given, moved, 0.25)
    assert (lost.translation_m, lost.rotation_deg, lost.dropped) == (math.inf, math.inf, 1.0)


def test_figures_by_hand() -> None:
    figures = summarize(
        [
            result([0.01, 0.03, 0.07], 0.01, 1.0, 0.010),
            result([0.2], 0.04, 3.0, 0.030),
            result([], 0.01, 6.0, 0.020),
        ]
    )
    assert figures["frames"] == 3
    assert figures["point_error_m"]["median"] == pytest.approx(0.05)
    assert figures["point_error_m"]["mean"] == pytest.approx(0.0775)
    assert figures["point_error_m"]["p90"] == pytest.approx(0.07 + 0.7 * 0.13)
    assert figures["within_5cm"] == 0.5
    assert figures["within_10cm"] == 0.75
    assert figures["pose"] == {
        "median_t_m": pytest.approx(0.01),
        "median_r_deg": pytest.approx(3.0),
        "within_5cm_5deg": pytest.approx(2 / 3),
        "within_2cm_2deg": pytest.approx(1 / 3),
        "lost": 0.0,
    }
    assert figures["latency_ms"]["median"] == pytest.approx(20)
    assert figures["latency_ms"]["p95"] == pytest.approx(29)


def test_figures_of_dropped_and_edge_points_by_hand() -> None:
    first = EdgePoints(np.array([0.1, 0.2], np.float32), np.array([True, False]))
    second = EdgePoints(np.array([0.6], np.float32), np.array([False, False]))
    figures = summarize(
        [
            result([0.1], 0.01, 1.0, dropped=0.1, edges=first),
            result([0.1], 0.01, 1.0, dropped=0.3, edges=second),
        ]
    )
    assert figures["dropped"] == pytest.approx(0.2)
    assert figures["edges"] == {"error_m_median": pytest.approx(0.2), "bleed_share": pytest.approx(0.25)}
    assert summarize([result([0.1], 0.01, 1.0)])["edges"] == {"error_m_median": None, "bleed_share": None}


def test_a_lost_pose_counts_against_the_shares() -> None:
    lost = result([0.1], math.inf, math.inf)
    pose = summarize([result([0.1], 0.01, 0.5), result([0.1], 0.02, 0.7), lost])["pose"]
    assert pose["median_t_m"] == pytest.approx(0.02)
    assert pose["within_5cm_5deg"] == pytest.approx(2 / 3)
    assert pose["lost"] == pytest.approx(1 / 3)
    all_lost = summarize([lost, lost])["pose"]
    assert all_lost["median_t_m"] is None
    assert all_lost["median_r_deg"] is None
    assert all_lost["lost"] == 1.0


def test_calibration_error_by_hand() -> None:
    uncertainties = np.array([0.1, 0.1, 0.3, 0.3], np.float32)
    errors = np.array([0.0, 0.2, 0.3, 0.7], np.float32)
    assert calibration_error(uncertainties, errors, bins=2) == pytest.approx((0.0 + 0.2) / 2)
    shuffled = np.array([3, 2, 0, 1])
    assert calibration_error(uncertainties[shuffled], errors[shuffled], bins=2) == pytest.approx(0.1)
    assert calibration_error(errors, errors) == 0.0
    assert calibration_error(uncertainties, uncertainties + np.float32(0.05)) == pytest.approx(0.05)


def test_poses_without_true_depth_have_figures_too() -> None:
    figures = summarize([result([], 0.01, 1.0), result([], 0.03, 1.0)])
    assert figures["pose"]["median_t_m"] == pytest.approx(0.02)
    assert figures["point_error_m"] == {"median": None, "mean": None, "p90": None}
    assert (figures["within_5cm"], figures["within_10cm"]) == (None, None)
    assert figures["uncertainty"] == {"calibration_error_m": None, "predicted_m": [], "actual_m": []}
