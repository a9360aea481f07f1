"""Poses that a recording got wrong are put right by what pairs see, and give better depth."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from kd3d_ros.geometry import Array, pixel_grid, rotation_angle_deg, transform_points, unproject
from offline.alignment.polish import polish_poses, triangulated_depth
from offline.teachers.pairs import PairPrediction

WIDTH, HEIGHT, FRAMES = 64, 48, 8
K = np.array([[60.0, 0, 31.5], [0, 60.0, 23.5], [0, 0, 1]])
PAIRS = [(i, j) for i in range(FRAMES) for j in range(i + 1, min(i + 4, FRAMES))]


def pose(t: Array, rotation: Array) -> Array:
    T = np.eye(4)
    T[:3, :3], T[:3, 3] = cv2.Rodrigues(np.asarray(rotation, np.float64))[0], t
    return T


def true_poses() -> Array:
    """A walk of 1.4 m sideways, swaying."""
    steps = np.arange(FRAMES)
    return np.stack(
        [
            pose([0.2 * n, 0.1 * np.sin(n), 0.1 * np.cos(2 * n)], [0.02 * np.sin(n), -0.03 * n, 0])
            for n in steps
        ]
    )


def room(T_world_camera: Array) -> Array:
    """Depth (h, w) of a wall 3 m ahead that meets a floor 0.8 m below."""
    rays = (
        np.concatenate([pixel_grid(WIDTH, HEIGHT), np.ones((HEIGHT, WIDTH, 1))], axis=-1) @ np.linalg.inv(K).T
    )
    turned, at = rays @ T_world_camera[:3, :3].T, T_world_camera[:3, 3]
    wall = (3 - at[2]) / turned[..., 2]
    floor = np.where(turned[..., 1] > 0.01, (0.8 - at[1]) / np.maximum(turned[..., 1], 0.01), np.inf)
    return np.minimum(wall, floor)


class Seen:
    """True pair predictions, each in a unit of its own."""

    def __init__(self, true: Array) -> None:
        self.true, self.depths = true, [room(T) for T in true]

    def __call__(self, i: int, j: int) -> PairPrediction:
        unit = np.float32(1 + 0.1 * ((i + j) % 3))
        own, others = unproject(self.depths[i], K), unproject(self.depths[j], K)
        other = transform_points(np.linalg.inv(self.true[i]) @ self.true[j], others)
        sure = np.full((HEIGHT, WIDTH), 5, np.float32)
        return PairPrediction(own * unit, other * unit, sure, sure)


def recorded_poses(true: Array) -> Array:
    rng = np.random.default_rng(0)
    return np.stack([T @ pose(rng.normal(0, 0.015, 3), rng.normal(0, 0.01, 3)) for T in true])


def pair_errors(T: Array, true: Array) -> tuple[float, float]:
    """Mean errors of relative poses: metres, degrees."""
    shifts, turns = [], []
    for i, j in PAIRS:
        off = np.linalg.inv(np.linalg.inv(true[i]) @ true[j]) @ np.linalg.inv(T[i]) @ T[j]
        shifts.append(np.linalg.norm(off[:3, 3]))
        turns.append(rotation_angle_deg(off[:3, :3]))
    return float(np.mean(shifts)), float(np.mean(turns))


def depth_error(T: Array, seen: Seen) -> tuple[float, float]:
    """Median relative error after one scale, and that scale."""
    depth, confidence = triangulated_depth(3, [1, 2, 4, 5], seen, [K] * FRAMES, T)
    assert depth.shape == confidence.shape == (HEIGHT, WIDTH)
    known = depth > 0
    assert known.mean() > 0.5
    ratio = depth[known] / seen.depths[3][known]
    return float(np.median(np.abs(ratio / np.median(ratio) - 1))), float(np.median(ratio))


def test_wrong_poses_are_put_right() -> None:
    true = true_poses()
    seen, recorded = Seen(true), recorded_poses(true)
    polished = polish_poses(PAIRS, seen, [K] * FRAMES, recorded)
    (shift_before, turn_before), (shift, turn) = pair_errors(recorded, true), pair_errors(polished, true)
    assert shift < 0.4 * shift_before
    assert turn < 0.2 * turn_before
    (error_before, _), (error, scale) = depth_error(recorded, seen), depth_error(polished, seen)
    assert error < 0.4 * error_before
    assert scale == pytest.approx(1, abs=0.03)  # 8 positions that err by 1.5 cm tell the length of 1.4 m
    identity = polished[:, :3, :3] @ np.swapaxes(polished[:, :3, :3], 1, 2)
    np.testing.assert_allclose(identity, np.tile(np.eye(3), (FRAMES, 1, 1)), atol=1e-9)


def test_right_poses_stay_and_give_the_depth() -> None:
    true = true_poses()
    polished = polish_poses(PAIRS, Seen(true), [K] * FRAMES, true)
    np.testing.assert_allclose(polished, true, atol=1e-3)
    assert depth_error(true, Seen(true)) == pytest.approx((0, 1), abs=1e-3)


def test_frames_that_are_not_free_stay() -> None:
    true = true_poses()
    recorded = true.copy()
    recorded[4] = true[4] @ pose([0.02, -0.01, 0.02], [0.01, 0.01, -0.01])
    free = np.arange(FRAMES) == 4
    polished = polish_poses(PAIRS, Seen(true), [K] * FRAMES, recorded, free)
    np.testing.assert_array_equal(polished[~free], recorded[~free])
    assert np.linalg.norm(polished[4, :3, 3] - true[4, :3, 3]) < 0.003
    assert rotation_angle_deg(polished[4, :3, :3].T @ true[4, :3, :3]) < 0.1


def test_a_grossly_wrong_pair_is_overruled() -> None:
    true = true_poses()
    good = Seen(true)

    def read(i: int, j: int) -> PairPrediction:
        said = good(i, j)
        if {i, j} == {3, 4}:
            return PairPrediction(
                said.own, said.other + np.float32(0.5), said.own_confidence, said.other_confidence
            )
        return said

    polished = polish_poses(PAIRS, read, [K] * FRAMES, recorded_poses(true))
    assert pair_errors(polished, true)[0] < 0.5 * pair_errors(recorded_poses(true), true)[0]


def test_pixels_without_confidence_have_no_depth() -> None:
    true = true_poses()
    good = Seen(true)

    def read(i: int, j: int) -> PairPrediction:
        said = good(i, j)
        half = said.other_confidence.copy()
        half[:, :32] = 0
        return PairPrediction(said.own, said.other, said.own_confidence, half)

    depth, confidence = triangulated_depth(3, [2, 4], read, [K] * FRAMES, true)
    assert (depth[:, :32] == 0).all()
    assert (confidence[:, :32] == 0).all()
    assert depth[:, 32:].max() == pytest.approx(good.depths[3][:, 32:].max(), rel=0.01)
