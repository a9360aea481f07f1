"""From measured similarities to frames: as exact as they are, and not led astray by wrong ones."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from offline.alignment.priors import Priors
from offline.alignment.sim3 import Sim3
from offline.alignment.solver import Measurements, costs, initialize, optimize, vouched


def ring(n: int, noise: float = 0.0, seed: int = 0) -> tuple[Sim3, Measurements]:
    """Cameras around a place, looking inwards, each measured against its next three, both ways."""
    rng = np.random.default_rng(seed)
    angles = np.linspace(0, 2 * np.pi, n, endpoint=False)
    R = Rotation.from_euler("y", angles[:, None]).as_matrix().reshape(n, 3, 3)
    G = Sim3(np.exp(rng.normal(0, 0.2, n)), R, np.stack([np.cos(angles), 0 * angles, np.sin(angles)], axis=1))
    forward = [(i, (i + k) % n) for i in range(n) for k in (1, 2, 3)]
    i, j = np.array(forward + [(b, a) for a, b in forward]).T
    Z = (G[i].inverse() @ G[j]).retract(rng.normal(0, noise, (len(i), 7)) if noise else np.zeros((len(i), 7)))
    return G, Measurements(i, j, Z, np.ones((len(i), 7)))


def positions_off(found: Sim3, truth: Sim3) -> float:
    """Largest distance of positions once the first frames lie on one another."""
    to_truth = truth[[0]] @ found[[0]].inverse()
    return float(np.linalg.norm((to_truth @ found).t - truth.t, axis=1).max())


def spoiled(measurements: Measurements, share: float) -> tuple[Measurements, np.ndarray]:
    """Some unordered pairs grossly wrong, in both directions; the mask says which."""
    rng = np.random.default_rng(5)
    low, high = np.minimum(measurements.i, measurements.j), np.maximum(measurements.i, measurements.j)
    pair = low * 1000 + high
    wrong = np.isin(pair, rng.permutation(np.unique(pair))[: int(share * len(low) / 2)])
    delta = np.where(wrong[:, None], rng.normal(0, 1, (len(low), 7)), 0)
    return Measurements(
        measurements.i, measurements.j, measurements.Z.retract(delta), measurements.information
    ), wrong


def test_exact_measurements_are_chained_exactly() -> None:
    truth, measurements = ring(12)
    found = initialize(measurements, 12, np.ones(len(measurements)), root=0)
    assert positions_off(found, truth) < 1e-9
    np.testing.assert_allclose(found.tangent()[0], 0)


def test_frames_that_nothing_connects_are_refused() -> None:
    _, measurements = ring(12)
    cut = measurements.select((measurements.i < 4) & (measurements.j < 4))
    with pytest.raises(ValueError, match="connect 4 of 12 frames"):
        initialize(cut, 12, np.ones(len(cut)), root=0)


def test_optimizing_beats_chaining() -> None:
    truth, measurements = ring(40, noise=0.01)
    start = initialize(measurements, 40, np.ones(len(measurements)), root=0)
    free = np.arange(40) > 0
    found, weights = optimize(measurements, start, free)
    assert costs(measurements, found).sum() < 0.5 * costs(measurements, start).sum()
    assert positions_off(found, truth) < positions_off(start, truth)
    assert weights.min() > 0.3


def test_gross_outliers_are_not_vouched_for_and_lose_their_weight() -> None:
    truth, clean = ring(40, noise=0.005)
    measurements, wrong = spoiled(clean, 0.1)
    votes = vouched(measurements, 40)
    assert votes[wrong].max() <= 1
    assert np.median(votes[~wrong]) >= 2
    start = initialize(measurements, 40, 1 / (1 + votes), root=0)
    found, weights = optimize(measurements, start, np.arange(40) > 0)
    assert weights[wrong].max() < 0.05
    assert positions_off(found, truth) < 0.1


def test_fixed_frames_stay() -> None:
    truth, measurements = ring(12, noise=0.01)
    start = truth.retract(np.full((12, 7), 0.02))
    free = np.arange(12) >= 10
    found, _ = optimize(measurements, start, free)
    np.testing.assert_array_equal(found.t[:10], start.t[:10])
    assert np.abs(found.t[10:] - start.t[10:]).max() > 1e-4


def test_known_poses_pull_the_frames_to_them_and_tell_the_scale() -> None:
    truth, measurements = ring(12)
    twice = Sim3(2 * truth.scale, truth.R, 2 * truth.t)  # as good a solution, without priors
    priors = Priors(truth.rigid_matrices(), np.full(12, np.nan))
    found, _ = optimize(measurements, twice, np.ones(12, bool), priors)
    np.testing.assert_allclose(found.t, truth.t, atol=1e-4)
    np.testing.assert_allclose(found.scale, truth.scale, rtol=1e-3)


def test_one_wrong_known_pose_is_outvoted() -> None:
    truth, measurements = ring(12)
    poses = truth.rigid_matrices()
    poses[3, :3, 3] += 2.0
    found, _ = optimize(measurements, truth, np.ones(12, bool), Priors(poses, np.full(12, np.nan)))
    assert np.linalg.norm(found.t[3] - truth.t[3]) < 0.05


def test_the_priors_gradient_is_the_costs() -> None:
    truth, _ = ring(5)
    priors = Priors(truth.rigid_matrices(), np.log(truth.scale), 0.1, 0.1, 0.1)
    G = truth.retract(0.05 * np.random.default_rng(0).normal(size=(5, 7)))
    _, gradient = priors.terms(G)
    step = 1e-6
    for n in range(5):
        for k in range(7):
            delta = np.zeros((5, 7))
            delta[n, k] = step
            slope = (priors.cost(G.retract(delta)) - priors.cost(G.retract(-delta))) / (2 * step)
            # Of a rotation vector, the Jacobian near the identity is taken to be the identity.
            assert 2 * gradient[n, k] == pytest.approx(slope, rel=0.1, abs=0.05)
