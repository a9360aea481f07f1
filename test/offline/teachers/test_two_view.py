"""Relative pose and triangulation on cases that can be computed by hand."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from kd3d_ros.geometry import pixel_grid, rotation_angle_deg
from offline.teachers.flow import Matches
from offline.teachers.two_view import (
    estimate_relative_pose,
    refine_known_pose,
    triangulate,
)

WIDTH, HEIGHT = 64, 48
K = np.array([[100.0, 0, 31.5], [0, 100.0, 23.5], [0, 0, 1]])


def pose(t: tuple[float, float, float], rotation: tuple[float, float, float] = (0, 0, 0)) -> np.ndarray:
    T = np.eye(4)
    T[:3, :3], T[:3, 3] = cv2.Rodrigues(np.array(rotation, np.float64))[0], t
    return T


def matches(target: np.ndarray) -> Matches:
    return Matches(target.astype(np.float32), np.ones(target.shape[:2], bool))


def test_depth_from_a_sideways_step() -> None:
    # b is 10 cm to the right of a: at 2 m, a point moves by 100 px * 0.1 / 2 = 5 px to the left.
    depth, error = triangulate(matches(pixel_grid(WIDTH, HEIGHT) - [5, 0]), pose((-0.1, 0, 0)), K, K)
    np.testing.assert_allclose(depth, 2.0, rtol=1e-4)
    # A pixel of a 640-wide image is 0.1 px here, one fiftieth of the parallax.
    np.testing.assert_allclose(error, 0.02, rtol=1e-4)


def test_depth_from_a_step_forward() -> None:
    # b is 0.5 m ahead: at 2 m, a point is 2 / 1.5 times as far from the centre.
    centre = K[:2, 2]
    target = centre + (pixel_grid(WIDTH, HEIGHT) - centre) * (2 / 1.5)
    depth, _ = triangulate(matches(target), pose((0, 0, -0.5)), K, K)
    np.testing.assert_allclose(depth[:10, :10], 2.0, rtol=1e-3)


def test_rotation_and_other_intrinsics_are_taken_into_account() -> None:
    T_b_a, K_b = pose((-0.2, 0.05, 0.1), (0.05, -0.1, 0.02)), np.diag([0.8, 0.9, 1]) @ K
    truth = np.random.default_rng(0).uniform(1, 4, (HEIGHT, WIDTH))
    rays = (
        np.concatenate([pixel_grid(WIDTH, HEIGHT), np.ones((HEIGHT, WIDTH, 1))], axis=-1) @ np.linalg.inv(K).T
    )
    seen = (rays * truth[..., None] @ T_b_a[:3, :3].T + T_b_a[:3, 3]) @ K_b.T
    depth, _ = triangulate(matches(seen[..., :2] / seen[..., 2:]), T_b_a, K, K_b)
    np.testing.assert_allclose(depth, truth, rtol=1e-3)


@pytest.mark.parametrize(
    ("motion", "why"),
    [
        ((5, 0), "the rays meet behind the cameras"),
        ((0, 0), "no parallax"),
        ((-5, 0.3), "off its epipolar line"),
    ],
)
def test_no_depth_where_rays_do_not_meet(motion: tuple[float, float], why: str) -> None:
    depth, error = triangulate(matches(pixel_grid(WIDTH, HEIGHT) + motion), pose((-0.1, 0, 0)), K, K)
    assert (depth == 0).all(), why
    assert np.isinf(error).all()


def test_what_does_not_match_has_no_depth() -> None:
    shifted = matches(pixel_grid(WIDTH, HEIGHT) - [5, 0])
    shifted.good[:, :32] = False
    depth, _ = triangulate(shifted, pose((-0.1, 0, 0)), K, K)
    assert (depth[:, :32] == 0).all()
    assert (depth[:, 32:] > 0).all()


def scene(T_b_a: np.ndarray, noise_px: float = 0.05) -> tuple[np.ndarray, np.ndarray]:
    """Pixels (n, 2) of random points in both images."""
    rng = np.random.default_rng(0)
    pixels = rng.uniform([0, 0], [WIDTH - 1, HEIGHT - 1], (800, 2))
    depth = rng.uniform(1, 4, 800)
    points = np.concatenate([pixels, np.ones((800, 1))], axis=1) @ np.linalg.inv(K).T * depth[:, None]
    seen = (points @ T_b_a[:3, :3].T + T_b_a[:3, 3]) @ K.T
    return pixels, seen[:, :2] / seen[:, 2:] + rng.normal(0, noise_px, (800, 2))


def test_relative_pose_has_a_baseline_of_one() -> None:
    true = pose((-0.3, 0.1, 0.05), (0.02, -0.05, 0.01))
    a, b = scene(true, noise_px=0.01)
    found = estimate_relative_pose(a, b, K, K, (HEIGHT, WIDTH), seed=0)
    assert found is not None
    assert rotation_angle_deg(found[:3, :3].T @ true[:3, :3]) < 0.2
    direction = true[:3, 3] / np.linalg.norm(true[:3, 3])
    assert found[:3, 3] @ direction > 0.995
    assert np.linalg.norm(found[:3, 3]) == pytest.approx(1)


def test_no_relative_pose_from_a_few_or_from_chance() -> None:
    a, b = scene(pose((-0.3, 0, 0)))
    assert estimate_relative_pose(a[:50], b[:50], K, K, (HEIGHT, WIDTH), seed=0) is None
    chance = np.random.default_rng(1).uniform(0, 48, b.shape)
    assert estimate_relative_pose(a, chance, K, K, (HEIGHT, WIDTH), seed=0) is None


def test_a_known_pose_is_corrected_and_keeps_its_baseline() -> None:
    true = pose((-0.3, 0.1, 0.05), (0.02, -0.05, 0.01))
    a, b = scene(true, noise_px=0.02)
    b[::4] += np.random.default_rng(2).uniform(-5, 5, b[::4].shape)  # outliers
    known = pose((0.0, 0, 0), (0.003, -0.004, 0.004)) @ true
    refined = refine_known_pose(known, a, b, K, K, (HEIGHT, WIDTH))
    before, after = (rotation_angle_deg(T[:3, :3].T @ true[:3, :3]) for T in (known, refined))
    assert after < 0.5 * before
    assert np.linalg.norm(refined[:3, 3]) == pytest.approx(np.linalg.norm(known[:3, 3]))
    np.testing.assert_allclose(refined[:3, :3] @ refined[:3, :3].T, np.eye(3), atol=1e-9)


def test_an_exact_known_pose_stays() -> None:
    true = pose((-0.3, 0.1, 0.05), (0.02, -0.05, 0.01))
    a, b = scene(true, noise_px=0)
    np.testing.assert_allclose(refine_known_pose(true, a, b, K, K, (HEIGHT, WIDTH)), true, atol=1e-6)
