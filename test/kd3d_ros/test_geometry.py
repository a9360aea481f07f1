"""Pixels, rays and rotations: hand-computed values, and what must hold for every camera."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

from kd3d_ros.geometry import (
    pixel_grid,
    pose_error,
    resize_affine,
    rotation_angle_deg,
    scale_intrinsics,
    transform_points,
    unproject,
    unproject_at,
)

K = np.array([[100.0, 0, 30.0], [0, 110.0, 20.0], [0, 0, 1]])
SIDES = st.integers(1, 2000)
SIZES = st.tuples(SIDES, SIDES)


def pose(rotation_vector: list[float], translation: list[float]) -> np.ndarray:
    T = np.eye(4)
    T[:3, :3] = Rotation.from_rotvec(rotation_vector).as_matrix()
    T[:3, 3] = translation
    return T


def project(points: np.ndarray, K: np.ndarray, T_world_camera: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pixels (..., 2) and depths (...) of world points, in float64."""
    T = np.linalg.inv(T_world_camera)
    camera = points.astype(np.float64) @ T[:3, :3].T + T[:3, 3]
    image = camera @ K.T
    return image[..., :2] / image[..., 2:], camera[..., 2]


def test_pixel_grid_holds_u_then_v_of_integer_centres() -> None:
    grid = pixel_grid(3, 2)
    assert grid.shape == (2, 3, 2)
    assert grid.dtype == np.float32
    assert grid.tolist() == [[[0, 0], [1, 0], [2, 0]], [[0, 1], [1, 1], [2, 1]]]


def test_pixel_grid_with_a_stride_holds_block_centres() -> None:
    assert pixel_grid(4, 2, 2).tolist() == [[[0.5, 0.5], [2.5, 0.5]]]
    assert pixel_grid(8, 4, 4).tolist() == [[[1.5, 1.5], [5.5, 1.5]]]


def test_halving_an_image_moves_the_principal_point_by_a_quarter_pixel() -> None:
    scaled = scale_intrinsics(K, (640, 480), (320, 240))
    np.testing.assert_allclose(scaled, [[50, 0, 14.75], [0, 55, 9.75], [0, 0, 1]])


@given(SIZES, SIZES)
def test_resizing_there_and_back_gives_the_same_camera(size: tuple[int, int], other: tuple[int, int]) -> None:
    back = scale_intrinsics(scale_intrinsics(K, size, other), other, size)
    np.testing.assert_allclose(back, K, rtol=1e-9, atol=1e-6)


@given(SIZES, SIZES, st.floats(-50, 50), st.floats(-50, 50), st.floats(0.1, 50))
def test_resize_affine_undoes_the_intrinsics_of_a_resize(
    size: tuple[int, int], resized: tuple[int, int], x: float, y: float, z: float
) -> None:
    point = np.array([x, y, z])
    original, small = (k @ point / z for k in (K, scale_intrinsics(K, size, resized)))
    np.testing.assert_allclose(resize_affine(size, resized) @ small, original[:2], rtol=1e-6, atol=1e-4)


def test_resize_affine_says_where_cv2_resize_samples() -> None:
    width, height = 90, 60
    ramp = np.stack(np.meshgrid(np.arange(width), np.arange(height)), axis=-1).astype(np.float32)
    small = cv2.resize(ramp, (30, 12), interpolation=cv2.INTER_AREA)
    affine = resize_affine((width, height), (30, 12))
    np.testing.assert_allclose(small, pixel_grid(30, 12) @ affine[:, :2].T + affine[:, 2], atol=1e-4)


def test_unproject_by_hand() -> None:
    depth = np.zeros((41, 61), np.float32)
    depth[20, 30] = 2.0  # the principal point
    depth[31, 40] = 4.0  # 10 right, 11 down
    points = unproject(depth, K)
    assert points.shape == (41, 61, 3)
    assert points.dtype == np.float32
    np.testing.assert_allclose(points[20, 30], [0, 0, 2], atol=1e-6)
    np.testing.assert_allclose(points[31, 40], [0.4, 0.4, 4], atol=1e-6)
    assert np.isnan(points[0, 0]).all()
    assert np.isfinite(points[..., 0]).sum() == 2


def test_unproject_goes_to_the_world_by_the_pose() -> None:
    depth = np.full((41, 61), 2.0, np.float16)
    world = unproject(depth, K, pose([0, np.pi / 2, 0], [1, 2, 3]))
    # Turned a quarter about y, forward z is world x and right x is world -z.
    np.testing.assert_allclose(world[20, 30], [3, 2, 3], atol=1e-5)
    np.testing.assert_allclose(world[20, 40], [3, 2, 2.8], atol=1e-5)


VECTORS = st.lists(st.floats(-3, 3), min_size=3, max_size=3)


@given(VECTORS, VECTORS, st.integers(0, 2**32 - 1))
def test_unprojected_points_project_to_their_pixels(
    rotation: list[float], translation: list[float], seed: int
) -> None:
    T = pose(rotation, translation)
    depth = np.random.default_rng(seed).uniform(0.5, 8, (12, 20)).astype(np.float32)
    pixels, depths = project(unproject(depth, K, T), K, T)
    np.testing.assert_allclose(pixels, pixel_grid(20, 12), atol=5e-3)
    np.testing.assert_allclose(depths, depth, atol=1e-4)


@given(VECTORS, VECTORS, st.integers(0, 2**32 - 1))
def test_points_between_pixels_keep_their_own_ray_and_take_the_nearest_depth(
    rotation: list[float], translation: list[float], seed: int
) -> None:
    rng = np.random.default_rng(seed)
    T = pose(rotation, translation)
    depth = rng.uniform(0.5, 8, (12, 20)).astype(np.float32)
    at = rng.uniform([0, 0], [19, 11], (50, 2)).astype(np.float32)
    pixels, depths = project(unproject_at(at, depth, K, T), K, T)
    nearest = np.rint(at).astype(int)
    np.testing.assert_allclose(pixels, at, atol=5e-3)
    np.testing.assert_allclose(depths, depth[nearest[:, 1], nearest[:, 0]], atol=1e-4)


def test_outside_the_image_there_is_no_point() -> None:
    depth = np.ones((4, 6), np.float32)
    inside = np.array([[-0.4, 0], [5.4, 3.4], [0, -0.4]], np.float32)
    outside = np.array([[-0.6, 0], [5.6, 1], [0, -0.6], [0, 3.6], [1e6, -1e6]], np.float32)
    assert np.isfinite(unproject_at(inside, depth, K, np.eye(4))).all()
    assert np.isnan(unproject_at(outside, depth, K, np.eye(4))).all()


def test_transform_points_by_hand() -> None:
    T = pose([0, 0, np.pi / 2], [10, 0, 0])
    moved = transform_points(T, np.array([[[1, 2, 3]]], np.float32))
    np.testing.assert_allclose(moved, [[[8, 1, 3]]], atol=1e-6)


@pytest.mark.parametrize("degrees", [0.0, 1e-7, 1e-3, 0.5, 90.0, 179.0, 180 - 1e-4, 180.0])
def test_rotation_angle_is_exact_at_both_ends(degrees: float) -> None:
    axis = np.array([1.0, -2.0, 2.0]) / 3
    R = Rotation.from_rotvec(np.radians(degrees) * axis).as_matrix()
    assert rotation_angle_deg(R) == pytest.approx(degrees, rel=1e-6, abs=1e-9)


@given(VECTORS, st.floats(0, 179.9), VECTORS)
def test_pose_error_is_the_distance_and_the_angle_between(
    rotation: list[float], degrees: float, offset: list[float]
) -> None:
    true = pose(rotation, [1.0, 2.0, 3.0])
    estimated = true @ pose([np.radians(degrees), 0, 0], [0, 0, 0])
    estimated[:3, 3] += offset
    translation_m, rotation_deg = pose_error(estimated, true)
    assert translation_m == pytest.approx(np.linalg.norm(offset), abs=1e-9)
    assert rotation_deg == pytest.approx(degrees, abs=1e-6)
