"""Ramps between two surfaces are found; surfaces, however they lie, are left alone."""

from __future__ import annotations

import time

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

from kd3d_ros.edges import smeared

WIDTH, HEIGHT, FOCAL = 160, 120, 131.0
COLUMNS, ROWS = np.meshgrid(np.arange(WIDTH), np.arange(HEIGHT))
RAYS = np.stack([(COLUMNS - 79.5) / FOCAL, (ROWS - 59.5) / FOCAL, np.ones((HEIGHT, WIDTH))], axis=-1)
NEAR_M, FAR_M = 1.5, 3.0
SIDES = {
    "upright": COLUMNS > 70,
    "level": ROWS > 50,
    "diagonal": COLUMNS + ROWS > 130,
    "corner": (COLUMNS > 60) & (ROWS > 45),
}


def normal(degrees: float, axis: int = 0) -> np.ndarray:
    """Unit normal (3,) of a plane turned so far away from the image plane."""
    n = np.zeros(3)
    n[axis], n[2] = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
    return n


def plane(depth: float, n: np.ndarray) -> np.ndarray:
    """(h, w, 3) where the rays meet the plane with that depth on the optical axis; NaN where they do not."""
    cosine = RAYS @ n
    z = np.where(cosine > 0.1, depth * n[2] / np.where(cosine > 0.1, cosine, 1), np.nan)
    return RAYS * z[..., None]


def noisy(points: np.ndarray, sigma: float, seed: int = 0) -> np.ndarray:
    return (points + np.random.default_rng(seed).normal(0, sigma, points.shape)).astype(np.float32)


def step(side: str, degrees: float = 0.0) -> tuple[np.ndarray, tuple[np.ndarray, np.ndarray]]:
    """Two planes 1.5 m and 3 m away, with a clean step between them, and both normals."""
    normals = normal(degrees), normal(-degrees)
    near, far = plane(NEAR_M, normals[0]), plane(FAR_M, normals[1])
    return np.where(SIDES[side][..., None], far, near), normals


def gaussian(points: np.ndarray, pixels: float) -> np.ndarray:
    return cv2.GaussianBlur(points, (0, 0), pixels)


def upsampled(points: np.ndarray, stride: int) -> np.ndarray:
    coarse = cv2.resize(points, (WIDTH // stride, HEIGHT // stride), interpolation=cv2.INTER_AREA)
    return cv2.resize(coarse, (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR)


def off_surfaces(points: np.ndarray, normals: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """(h, w) distance to the nearer of both planes."""
    depths = np.array([[0, 0, NEAR_M], [0, 0, FAR_M]])
    return np.min([np.abs((points - d) @ n) for d, n in zip(depths, normals, strict=True)], axis=0)


SMEARS = {
    "gaussian 1": lambda p: gaussian(p, 1),
    "gaussian 2": lambda p: gaussian(p, 2),
    "gaussian 2.5": lambda p: gaussian(p, 2.5),
    "stride 2": lambda p: upsampled(p, 2),
    "stride 4": lambda p: upsampled(p, 4),
}


@pytest.mark.parametrize("smear", SMEARS)
@pytest.mark.parametrize("degrees", [0, 30])
@pytest.mark.parametrize("side", SIDES)
def test_hardly_a_point_is_left_in_the_air(side: str, degrees: float, smear: str) -> None:
    clean, normals = step(side, degrees)
    points = noisy(SMEARS[smear](clean), 0.01)
    kept = ~smeared(points)
    off = off_surfaces(points, normals) > 0.05
    assert off.mean() > 0.005  # there was something to find
    assert off[kept].mean() < 0.02
    assert kept.mean() > 0.85
    assert (~kept & ~off).mean() < 0.02  # and hardly a point of a surface is lost


@pytest.mark.parametrize("side", SIDES)
def test_both_sides_of_a_clean_step_stay(side: str) -> None:
    assert smeared(noisy(step(side)[0], 0.01)).mean() < 0.002


@pytest.mark.parametrize("axis", [0, 1])
@pytest.mark.parametrize("degrees", [0, 30, 60, 70])
def test_slanted_planes_stay(degrees: float, axis: int) -> None:
    points = noisy(plane(2.0, normal(degrees, axis)), 0.005)
    seen = np.isfinite(points[..., 0])
    assert seen.mean() > 0.7
    assert smeared(points)[seen].mean() < 0.005


@given(st.floats(0, 70), st.floats(0.5, 5), st.integers(0, 3), st.integers(0, 1000))
@settings(max_examples=40, deadline=None)
def test_any_plane_stays_however_it_is_turned(degrees: float, depth: float, quarter: int, seed: int) -> None:
    n = Rotation.from_euler("z", 90 * quarter, degrees=True).apply(normal(degrees))
    points = noisy(plane(depth, n), 0.005, seed)
    assert smeared(points)[np.isfinite(points[..., 0])].mean() < 0.02


def test_a_floor_stays_up_to_where_it_meets_the_wall() -> None:
    wall = plane(6.0, normal(0))
    floor = RAYS * np.where(RAYS[..., 1] > 0.01, 1.2 / RAYS[..., 1].clip(0.01), np.inf)[..., None]
    room = np.where((floor[..., 2] < wall[..., 2])[..., None], floor, wall)
    assert smeared(noisy(room, 0.005)).mean() < 0.005


def test_curved_surfaces_stay() -> None:
    z = 2 + 0.4 * np.sin(COLUMNS / 20) * np.cos(ROWS / 17)
    assert not smeared(noisy(RAYS * z[..., None], 0.005)).any()
    b, c = RAYS @ [0, 0, 2.5], 2.5**2 - 1.2**2
    a = (RAYS**2).sum(axis=-1)
    inside = b**2 - a * c
    t = np.where(inside > 0, (b - np.sqrt(inside.clip(0))) / a, np.nan)
    ball = noisy(RAYS * t[..., None], 0.005)
    assert smeared(ball)[np.isfinite(ball[..., 0])].mean() < 0.01


@given(st.integers(0, 1000))
@settings(max_examples=20, deadline=None)
def test_the_frame_does_not_matter(seed: int) -> None:
    points = noisy(gaussian(step("diagonal")[0], 2), 0.01, seed)
    moved = points @ Rotation.random(random_state=seed).as_matrix().T + [3, -2, 1]
    assert (smeared(moved.astype(np.float32)) != smeared(points)).mean() < 1e-3


def test_rows_and_columns_are_alike() -> None:
    points = noisy(gaussian(step("corner")[0], 2), 0.01)
    turned = np.ascontiguousarray(points.transpose(1, 0, 2))
    np.testing.assert_array_equal(smeared(turned), smeared(points).T)
    mirrored = np.ascontiguousarray(points[::-1, ::-1])
    np.testing.assert_array_equal(smeared(mirrored), smeared(points)[::-1, ::-1])


def test_millimetres_are_never_an_edge() -> None:
    assert not smeared(noisy(gaussian(step("upright")[0], 2) / 100, 0)).any()


def test_unknown_points_are_not_marked_and_hide_no_ramp() -> None:
    points = noisy(gaussian(step("upright")[0], 2), 0.01)
    whole = smeared(points)
    points[40:60] = np.nan
    holed = smeared(points)
    assert not holed[40:60].any()
    np.testing.assert_array_equal(holed[:37], whole[:37])
    np.testing.assert_array_equal(holed[63:], whole[63:])
    assert not smeared(np.full_like(points, np.nan)).any()


def test_a_ramp_is_found_beside_unknown_points() -> None:
    points = noisy(gaussian(step("upright")[0], 2), 0.01)
    points[:, 73] = np.nan
    points[60, 70] = np.nan
    mask = smeared(points)
    assert mask[:, [68, 69, 71, 72]].mean() > 0.95
    assert not mask[:, 73].any()
    assert not mask[60, 70]


@pytest.mark.parametrize("shape", [(1, 1), (1, 8), (8, 1), (2, 3), (8, 8)])
def test_small_maps_are_taken(shape: tuple[int, int]) -> None:
    mask = smeared(np.random.default_rng(0).normal(0, 1, (*shape, 3)).astype(np.float32))
    assert mask.shape == shape
    assert mask.dtype == np.bool_


def test_the_points_are_not_touched_and_it_is_quick() -> None:
    points = noisy(gaussian(step("upright")[0], 2), 0.01)
    before = points.copy()
    seconds = []
    for _ in range(20):
        start = time.perf_counter()
        smeared(points)
        seconds.append(time.perf_counter() - start)
    np.testing.assert_array_equal(points, before)
    assert min(seconds) < 0.01  # 0.6 ms on a free core
