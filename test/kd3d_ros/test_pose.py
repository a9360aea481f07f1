"""Poses from pointmaps whose truth is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

from kd3d_ros.camera import Camera, map_rays
from kd3d_ros.geometry import pixel_grid, pose_error, resize_affine, transform_points, unproject_pixels
from kd3d_ros.pose import MAX_POINTS, MIN_INLIERS, _more_certain, _search, estimate_pose, refine
from kd3d_ros.predictor import PointMap

IMAGE_SIZE = (640, 480)
MAP_SIZE = (160, 120)
K = np.array([[525.0, 0, 310.0], [0, 520.0, 250.0], [0, 0, 1]])
CAMERA = Camera.pinhole(K, IMAGE_SIZE)


def random_pose(seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    T = np.eye(4)
    T[:3, :3] = Rotation.random(random_state=seed).as_matrix()
    T[:3, 3] = rng.uniform(-5, 5, 3)
    return T


def exact_map(
    T_world_camera: np.ndarray, map_size: tuple[int, int] = MAP_SIZE, image_size: tuple[int, int] = IMAGE_SIZE
) -> PointMap:
    """What a perfect student says of a bumpy surface 1 to 4 m away; every point equally certain."""
    grid = pixel_grid(*map_size)
    affine = resize_affine(image_size, map_size)
    pixels = grid @ affine[:, :2].T + affine[:, 2]
    u, v = np.moveaxis(grid / map_size, -1, 0)
    depth = 2.5 + np.sin(9 * u) * np.cos(7 * v) + 0.5 * u
    points = unproject_pixels(pixels.astype(np.float32), depth, K, T_world_camera)
    return PointMap(points, np.full(depth.shape, 0.01, np.float32))


def assert_close(estimate, T_true: np.ndarray, metres: float, degrees: float) -> None:
    assert estimate is not None
    translation_m, rotation_deg = pose_error(estimate.T_world_camera, T_true)
    assert translation_m < metres
    assert rotation_deg < degrees


@given(st.integers(0, 10_000))
@settings(max_examples=10, deadline=None)
def test_an_exact_map_gives_the_pose_to_a_millimetre(seed: int) -> None:
    T = random_pose(seed)
    estimate = estimate_pose(exact_map(T), CAMERA)
    assert_close(estimate, T, 1e-3, 0.01)
    assert estimate is not None
    assert estimate.inlier_ratio == pytest.approx(1.0)
    assert estimate.inliers == MAX_POINTS
    np.testing.assert_allclose(estimate.T_world_camera[3], [0, 0, 0, 1])


@pytest.mark.parametrize("size", [(320, 240), (1280, 960), (96, 72)])
def test_intrinsics_belong_to_the_image_whatever_its_size(size: tuple[int, int]) -> None:
    T = random_pose(3)
    estimate = estimate_pose(exact_map(T), CAMERA.resized(size))
    assert_close(estimate, T, 1e-3, 0.01)


def test_portrait_and_unequal_blocks() -> None:
    T = random_pose(4)
    estimate = estimate_pose(
        exact_map(T, map_size=(60, 160), image_size=(480, 640)), Camera.pinhole(K, (480, 640))
    )
    assert_close(estimate, T, 1e-3, 0.01)


@pytest.mark.parametrize("certain", [True, False])
def test_two_fifths_outliers_do_no_harm(certain: bool) -> None:
    T, rng = random_pose(5), np.random.default_rng(5)
    true = exact_map(T)
    bad = rng.random(true.uncertainty.shape) < 0.4
    points = np.where(bad[..., None], true.points + rng.normal(0, 1, true.points.shape), true.points)
    uncertainty = np.where(bad & ~certain, 1.0, 0.01)
    estimate = estimate_pose(PointMap(points.astype(np.float32), uncertainty), CAMERA)
    assert_close(estimate, T, 1e-2, 0.2)
    assert estimate is not None
    assert estimate.inlier_ratio > 0.55


def test_the_least_certain_points_do_not_count() -> None:
    T = random_pose(6)
    true = exact_map(T)
    points, uncertainty = true.points.copy(), true.uncertainty.copy()
    points[:20] += 50.0  # a sixth of the rows is far off, and knows it
    uncertainty[:20] = 5.0
    estimate = estimate_pose(PointMap(points, uncertainty), CAMERA)
    assert_close(estimate, T, 1e-3, 0.01)
    assert estimate is not None
    assert estimate.inlier_ratio == 1.0


def test_points_that_are_not_given_do_not_count() -> None:
    T = random_pose(9)
    true = exact_map(T)
    points, uncertainty = true.points.copy(), true.uncertainty.copy()
    points[::2] = np.nan
    points[1, :, 2] = np.nan
    uncertainty[::2] = 0.001  # they would be the most certain ones
    estimate = estimate_pose(PointMap(points, uncertainty), CAMERA)
    assert_close(estimate, T, 1e-3, 0.01)
    assert estimate is not None
    assert estimate.inliers > 0.9 * MAX_POINTS
    assert estimate.inlier_ratio == 1.0


@pytest.mark.parametrize("given_points", [0, 1, 49])
def test_a_map_of_hardly_any_points_is_lost(given_points: int) -> None:
    true = exact_map(random_pose(10))
    points = np.full_like(true.points, np.nan)
    points.reshape(-1, 3)[:given_points] = true.points.reshape(-1, 3)[:given_points]
    assert estimate_pose(PointMap(points, true.uncertainty), CAMERA) is None


@pytest.mark.parametrize("seed", range(3))
def test_garbage_is_lost(seed: int) -> None:
    rng = np.random.default_rng(seed)
    garbage = rng.uniform(-3, 3, (120, 160, 3)).astype(np.float32)
    uncertainty = rng.uniform(0.01, 1, (120, 160)).astype(np.float32)
    assert estimate_pose(PointMap(garbage, uncertainty), CAMERA) is None


def test_one_point_everywhere_is_lost() -> None:
    collapsed = PointMap(np.ones((120, 160, 3), np.float32), np.ones((120, 160), np.float32))
    assert estimate_pose(collapsed, CAMERA) is None


def test_fewer_than_the_least_inliers_is_lost() -> None:
    T = random_pose(7)
    assert_close(estimate_pose(exact_map(T, map_size=(16, 12)), CAMERA), T, 1e-2, 0.1)
    few = exact_map(T, map_size=(7, 7))
    assert few.uncertainty.size < MIN_INLIERS
    assert estimate_pose(few, CAMERA) is None


def test_a_fisheye_s_rays_are_its_own() -> None:
    fisheye = Camera(IMAGE_SIZE, 300.0, 300.0, 320.0, 240.0, "equidistant", (0.02, -0.01, 0.003, 0.0))
    T = random_pose(11)
    rays = map_rays(fisheye, MAP_SIZE).reshape(120, 160, 2)
    depth = 2.5 + np.sin(0.05 * np.arange(160)) + 0.4 * np.cos(0.06 * np.arange(120))[:, None]
    in_camera = np.concatenate([rays, np.ones((120, 160, 1))], axis=-1) * depth[..., None]
    pointmap = PointMap(
        transform_points(T, in_camera.astype(np.float32)), np.full((120, 160), 0.01, np.float32)
    )
    assert_close(estimate_pose(pointmap, fisheye), T, 1e-3, 0.01)
    assert pose_error(estimate_pose(pointmap, CAMERA.resized(IMAGE_SIZE)).T_world_camera, T)[1] > 0.5


def noisy(T: np.ndarray, sigma: np.ndarray, rng: np.random.Generator, n: int = 400) -> tuple[np.ndarray, ...]:
    """World points (n, 3) that are off by `sigma` (n,) along each axis, and the rays they are seen at."""
    rays = rng.uniform(-0.5, 0.5, (n, 2))
    true = np.column_stack([rays, np.ones(n)]) * rng.uniform(1, 4, (n, 1))
    return true @ T[:3, :3].T + T[:3, 3] + rng.normal(0, 1, (n, 3)) * sigma[:, None], rays


def test_the_covariance_is_that_of_poses_from_many_noisy_maps() -> None:
    T, rng = random_pose(12), np.random.default_rng(0)
    sigma = rng.uniform(0.01, 0.05, 400)
    off, covariances = [], []
    for _ in range(400):
        refined, covariance = refine(T, *noisy(T, sigma, rng), sigma)
        turn = Rotation.from_matrix(refined[:3, :3] @ T[:3, :3].T).as_rotvec()
        off.append(np.concatenate([refined[:3, 3] - T[:3, 3], turn]))
        covariances.append(covariance)
    whitened = np.linalg.solve(np.linalg.cholesky(np.mean(covariances, axis=0)), np.array(off).T)
    np.testing.assert_allclose(np.cov(whitened), np.eye(6), atol=0.22)  # 400 samples: 0.07 each


def test_weights_follow_uncertainty() -> None:
    """A third of the points is ten times as far off, and says so: as good as without them."""
    T, rng = random_pose(13), np.random.default_rng(1)
    errors = {"told": [], "untold": []}
    for _ in range(30):
        sigma = np.where(np.arange(400) % 3 == 0, 0.2, 0.02)
        points, rays = noisy(T, sigma, rng)
        for how, claimed in (("told", sigma), ("untold", np.full(400, 0.1))):
            errors[how].append(pose_error(refine(T, points, rays, claimed)[0], T)[0])
    assert np.mean(errors["told"]) < 0.7 * np.mean(errors["untold"])


@pytest.mark.parametrize(("near", "searched"), [(True, 0), (False, 1)])
def test_a_pose_that_most_points_agree_with_is_followed(
    monkeypatch: pytest.MonkeyPatch, near: bool, searched: int
) -> None:
    T, searches = random_pose(14), []
    monkeypatch.setattr("kd3d_ros.pose._search", lambda *args: searches.append(1) or _search(*args))
    start = T.copy()
    start[:3, 3] += 0.05
    if not near:
        start[:3, :3] = T[:3, :3] @ Rotation.from_euler("y", 120, degrees=True).as_matrix()
    assert_close(estimate_pose(exact_map(T), CAMERA, start), T, 1e-3, 0.01)
    assert len(searches) == searched


@pytest.mark.parametrize("start", [None, np.eye(4), random_pose(1)])
@pytest.mark.parametrize("kind", ["zeros", "one point", "a line", "half infinite", "huge"])
def test_degenerate_maps_are_lost_and_raise_nothing(kind: str, start: np.ndarray | None) -> None:
    points = np.zeros((120, 160, 3), np.float32)
    if kind == "one point":
        points += random_pose(1)[:3, 3].astype(np.float32)
    elif kind == "a line":
        points[..., 0] = np.linspace(0, 1, 160)
    elif kind == "half infinite":
        points[:60] = np.inf
    elif kind == "huge":
        points[:] = 3e38
    assert estimate_pose(PointMap(points, np.full((120, 160), 0.05, np.float32)), CAMERA, start) is None


def test_uncertainties_of_zero_or_nothing_give_no_nan() -> None:
    T = random_pose(3)
    for uncertainty in (0.0, np.nan):
        pointmap = PointMap(exact_map(T).points, np.full((120, 160), uncertainty, np.float32))
        assert estimate_pose(pointmap, CAMERA, T) is None


def test_points_behind_the_camera_do_not_hold_a_followed_pose() -> None:
    T, rng = random_pose(15), np.random.default_rng(2)
    true = exact_map(T)
    points = true.points + rng.normal(0, 0.03, true.points.shape).astype(np.float32)
    behind = rng.random(true.uncertainty.shape) < 0.02
    points[behind] = T[:3, 3] - (points[behind] - T[:3, 3])
    start = T.copy()
    start[:3, 3] += 0.06
    noisy_map = PointMap(points, true.uncertainty)
    followed, searched = (estimate_pose(noisy_map, CAMERA, s, max_points=600) for s in (start, None))
    assert searched is not None
    assert_close(followed, searched.T_world_camera, 1e-2, 0.2)
    assert_close(followed, T, 0.02, 0.5)


def test_points_are_taken_from_all_of_a_small_map() -> None:
    T = random_pose(16)
    pointmap = exact_map(T, map_size=(40, 30))
    rays = map_rays(CAMERA, (40, 30))
    rows = _more_certain(pointmap, rays, 400, 0) // 40
    assert set(rows) == set(range(30))


def test_the_seed_decides() -> None:
    T, rng = random_pose(8), np.random.default_rng(8)
    true = exact_map(T)
    noisy = PointMap(
        (true.points + rng.normal(0, 0.05, true.points.shape)).astype(np.float32),
        rng.uniform(0.01, 0.1, true.uncertainty.shape).astype(np.float32),
    )
    first, again, other = (estimate_pose(noisy, CAMERA, seed=seed) for seed in (0, 0, 1))
    assert first is not None
    assert again is not None
    assert other is not None
    assert first.T_world_camera.tobytes() == again.T_world_camera.tobytes()
    assert first.T_world_camera.tobytes() != other.T_world_camera.tobytes()
    assert_close(other, T, 0.05, 1.0)
