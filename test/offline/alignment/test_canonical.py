"""Many opinions of a frame become one map; each pair becomes one measurement."""

from __future__ import annotations

import numpy as np
import pytest

from kd3d_ros.geometry import pixel_grid, unproject
from offline.alignment.canonical import both_ways, canonicalize, imagined_cameras, relative_scales
from offline.alignment.sim3 import Sim3
from offline.alignment.solver import Measurements
from offline.teachers.pairs import PairPrediction


def test_scales_of_opinions_are_told_apart() -> None:
    truth = np.array([1.0, 2, 3, 4])
    depths = np.stack([truth, 2 * truth, 4 * truth])
    depths[0, 3] = 0  # no opinion there
    found = relative_scales(depths, np.ones_like(depths))
    # Weighted mean 0: (3 log 0.5 + 4 log 1 + 4 log 2) / 11 is log 2 / 11 before.
    np.testing.assert_allclose(np.exp(found) * 2 ** (1 / 11), [0.5, 1, 2], rtol=1e-6)


def test_a_pointmap_tells_the_camera_that_made_it() -> None:
    K = np.array([[70.0, 0, 30], [0, 65.0, 25], [0, 0, 1]])
    rng = np.random.default_rng(0)
    points = unproject(rng.uniform(1, 3, (48, 64)).astype(np.float32), K)
    weights = np.ones((48, 64), np.float32)
    points[:5] = rng.normal(size=(5, 64, 3))  # nonsense, and known to be
    weights[:5] = 0
    sets = np.stack([points.reshape(-1, 3), points.reshape(-1, 3)])
    says = np.stack([weights.ravel(), np.zeros(48 * 64, np.float32)])
    found = imagined_cameras(sets, says, pixel_grid(64, 48).reshape(-1, 2))
    np.testing.assert_allclose(found[0], K, atol=1e-2)
    assert np.isnan(found[1]).all()  # nothing is said


def test_a_map_is_closer_to_the_truth_than_its_opinions(make_walk) -> None:
    walk = make_walk(24)
    maps, measurements = canonicalize(
        walk.pairs, lambda i, j: walk.read(walk.names[i], walk.names[j]), [v.K for v in walk.views.values()]
    )
    errors = []
    for n in (0, 7):
        ratio = maps[n].depth / walk.frames[n].depth
        errors.append(np.std(ratio) / np.median(ratio))
        opinion = walk.read(walk.names[n], walk.names[n + 1]).own[..., 2] / walk.frames[n].depth
        assert errors[-1] < np.std(opinion) / np.median(opinion)
    assert max(errors) < 0.012
    assert len(measurements) == len(walk.pairs)  # both directions became one


def test_measurements_are_the_true_motions(make_walk) -> None:
    walk = make_walk(24)
    maps, measurements = canonicalize(
        walk.pairs, lambda i, j: walk.read(walk.names[i], walk.names[j]), [v.K for v in walk.views.values()]
    )
    scales = np.array([np.median(walk.frames[n].depth / maps[n].depth) for n in range(24)])
    truth = Sim3(scales, walk.poses[:, :3, :3], walk.poses[:, :3, 3])
    residual = truth[measurements.i].inverse() @ truth[measurements.j] @ measurements.Z.inverse()
    off = residual.tangent()
    assert np.abs(np.median(off, axis=0)).max() < 0.005  # no bias that a chain would add up
    assert np.median(np.abs(off)) < 0.02
    assert (measurements.information > 0).all()


def test_unknown_intrinsics_are_estimated(make_walk) -> None:
    walk = make_walk(8, keep_K=False)
    maps, _ = canonicalize(walk.pairs, lambda i, j: walk.read(walk.names[i], walk.names[j]), [None] * 8)
    for one in maps.values():
        assert one.K[0, 0] == one.K[1, 1] == pytest.approx(56, rel=0.01)
        np.testing.assert_allclose(one.K[:2, 2], [31.5, 23.5])


def test_an_imagined_focal_length_gives_way_to_the_known_one(make_walk) -> None:
    """A teacher that sees everything 10 % too wide measures the same motions once K is known."""
    walk = make_walk(8)
    known = [v.K for v in walk.views.values()]

    def wide(i: int, j: int) -> PairPrediction:
        told = walk.read(walk.names[i], walk.names[j])
        stretch = np.array([1.1, 1.1, 1], np.float32)
        return PairPrediction(
            told.own * stretch, told.other * stretch, told.own_confidence, told.other_confidence
        )

    def plain(i: int, j: int) -> PairPrediction:
        return walk.read(walk.names[i], walk.names[j])

    expected = canonicalize(walk.pairs, plain, known)[1]
    found = canonicalize(walk.pairs, wide, known)[1]
    np.testing.assert_allclose((found.Z @ expected.Z.inverse()).tangent(), 0, atol=2e-3)


def test_a_pair_without_confidence_measures_nothing(make_walk) -> None:
    walk = make_walk(8)

    def read(i: int, j: int) -> PairPrediction:
        told = walk.read(walk.names[i], walk.names[j])
        blind = {i, j} == {0, 1}
        nothing = np.zeros_like(told.own_confidence)
        return PairPrediction(told.own, told.other, nothing, nothing) if blind else told

    _, measurements = canonicalize(walk.pairs, read, [v.K for v in walk.views.values()])
    pairs = set(zip(measurements.i.tolist(), measurements.j.tolist(), strict=True))
    assert (0, 1) not in pairs
    assert (1, 0) not in pairs
    assert (0, 2) in pairs


def two_directions(there: float, back: float) -> Measurements:
    """Of one pair: scale `there`, and scale `back`, otherwise the identity."""
    Z = Sim3(np.array([there, back]), np.tile(np.eye(3), (2, 1, 1)), np.zeros((2, 3)))
    return Measurements(np.array([0, 1]), np.array([1, 0]), Z, np.full((2, 7), 100.0))


def test_scales_that_are_too_small_both_ways_cancel() -> None:
    found = both_ways(two_directions(2 * 0.98, 0.5 * 0.98))
    assert (found.i.tolist(), found.j.tolist()) == ([0], [1])
    assert found.Z.scale[0] == pytest.approx(2)
    np.testing.assert_allclose(found.information, 200)


def test_directions_that_contradict_each_other_measure_nothing() -> None:
    assert len(both_ways(two_directions(2.0, 2.0))) == 0


def test_a_pair_measured_one_way_stays_as_it_is() -> None:
    alone = two_directions(2.0, 0.5).select(np.array([True, False]))
    found = both_ways(alone)
    assert (found.i.tolist(), found.j.tolist(), found.Z.scale.tolist()) == ([0], [1], [2.0])
