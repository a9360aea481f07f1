"""A walk around a room becomes one world, with and without poses; later frames find their place."""

from __future__ import annotations

import numpy as np
import pytest

from kd3d_ros.geometry import pose_error
from offline.alignment.reconstruct import Known, Reconstruction, reconstruct, register
from offline.alignment.sim3 import umeyama
from offline.teachers.pairs import PairPrediction, TeacherError


def known_of(walk, posed: int, depth: bool = False) -> list[Known]:
    """Of `posed` frames, evenly spread, the pose; if asked for, of all the sensor's depth."""
    every = len(walk.frames) // posed if posed else len(walk.frames) + 1
    return [
        Known(
            view.K, frame.T_world_camera if n % every == 0 and posed else None, frame.depth if depth else None
        )
        for n, (view, frame) in enumerate(zip(walk.views.values(), walk.frames, strict=True))
    ]


def ate(found: Reconstruction, walk) -> float:
    truth = walk.poses[[walk.names.index(name) for name in found.names]][None, :, :3, 3]
    fit = umeyama(found.G.t[None], truth, np.ones(truth.shape[:2]))
    return float(np.sqrt(np.square(fit.apply(found.G.t[None]) - truth).sum(-1).mean()))


def test_a_walk_around_a_room_closes(make_walk) -> None:
    walk = make_walk(30)
    found, left_out = reconstruct(walk.names, walk.pairs, walk.read, known_of(walk, 0))
    assert (left_out, found.names) == ([], walk.names)
    assert ate(found, walk) < 0.02
    assert (found.anchor.source, found.anchor.metric) == ("none", False)


def test_known_poses_make_it_metric_and_put_it_in_their_frame(make_walk) -> None:
    walk = make_walk(30)
    found, _ = reconstruct(walk.names, walk.pairs, walk.read, known_of(walk, 30))
    assert found.anchor.source == "poses"
    for n in (0, 11, 29):
        metres, degrees = pose_error(found.T_world_camera(n), walk.poses[n])
        assert metres < 0.01
        assert degrees < 0.5
        depth = found.depth(n)
        assert np.median(np.abs(depth / walk.frames[n].depth - 1)) < 0.015
    assert 0 < found.anchor.residual_m < 0.03
    assert 0 < found.anchor.scale_residual < 0.02


def test_a_few_known_poses_are_enough(make_walk) -> None:
    walk = make_walk(30)
    found, _ = reconstruct(walk.names, walk.pairs, walk.read, known_of(walk, 6))
    assert found.anchor.source == "poses"
    errors = [pose_error(found.T_world_camera(n), walk.poses[n]) for n in range(30)]
    assert np.median([metres for metres, _ in errors]) < 0.02


def test_a_depth_sensor_makes_it_metric(make_walk) -> None:
    walk = make_walk(20)
    found, _ = reconstruct(walk.names, walk.pairs, walk.read, known_of(walk, 0, depth=True))
    assert (found.anchor.source, found.anchor.metric) == ("depth", True)
    for n in (0, 9):
        assert np.median(found.depth(n) / walk.frames[n].depth) == pytest.approx(1, abs=0.02)


def test_a_tenth_of_gross_outliers_does_little(make_walk) -> None:
    clean, spoiled = make_walk(40), make_walk(40, outliers=0.1)
    results = [
        ate(reconstruct(walk.names, walk.pairs, walk.read, known_of(walk, 0))[0], walk)
        for walk in (clean, spoiled)
    ]
    assert results[1] < 1.5 * results[0] + 0.003


def test_a_part_that_nothing_joins_is_left_out_and_named(make_walk) -> None:
    walk = make_walk(30)
    pairs = [(i, j) for i, j in walk.pairs if (i < 22) == (j < 22)]
    found, left_out = reconstruct(walk.names, pairs, walk.read, known_of(walk, 0))
    assert left_out == walk.names[22:]
    assert found.names == walk.names[:22]


def test_pairs_that_show_nothing_are_an_error(make_walk) -> None:
    walk = make_walk(6)

    def blind(a: str, b: str) -> PairPrediction:
        told = walk.read(a, b)
        nothing = np.zeros_like(told.own_confidence)
        return PairPrediction(told.own, told.other, nothing, nothing)

    with pytest.raises(TeacherError, match="none of the pairs of 6 frames measures anything"):
        reconstruct(walk.names, walk.pairs, blind, known_of(walk, 0))


@pytest.mark.parametrize("posed", [False, True])
def test_later_frames_are_registered_and_the_frozen_ones_stay(make_walk, posed: bool) -> None:
    walk = make_walk(40)
    base_index, later_index = list(range(0, 40, 2)), [5, 17, 33]
    name = walk.names.__getitem__
    base_names = [name(n) for n in base_index]
    known = known_of(walk, 40 if posed else 0)
    base_pairs = [(i, (i + d) % 20) for i in range(20) for d in (1, 2, 3)]
    base, _ = reconstruct(base_names, base_pairs, walk.read, [known[n] for n in base_index])
    before = base.G.t.copy()
    # Their poses are not told: they are found.
    pairs = [(name(n), name((n + d) % 40)) for n in later_index for d in (-3, -1, 1, 3)]
    unposed = [Known(known[n].K) for n in later_index]
    found, left_out = register(base, [name(n) for n in later_index], pairs, walk.read, unposed)
    assert left_out == []
    np.testing.assert_array_equal(base.G.t, before)
    fit = umeyama(base.G.t[None], walk.poses[base_index][None, :, :3, 3], np.ones((1, 20)))
    placed = fit.apply(found.G.t[None])[0]
    for n, position in zip(later_index, placed, strict=True):
        assert np.linalg.norm(position - walk.poses[n, :3, 3]) < 0.03


def test_a_frame_that_overlaps_with_nothing_is_named(make_walk) -> None:
    walk = make_walk(20)
    base, _ = reconstruct(walk.names[:10], [(i, i + 1) for i in range(9)], walk.read, known_of(walk, 0)[:10])
    found, left_out = register(base, walk.names[12:13], [], walk.read, [Known()])
    assert (found.names, left_out) == ([], walk.names[12:13])
