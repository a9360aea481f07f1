"""With every pose known: depths in metres, later frames registered, recorded poses kept for labels."""

from __future__ import annotations

import numpy as np
import pytest

from kd3d_ros.geometry import transform_points, unproject
from offline.alignment.reconstruct import Known
from offline.alignment.triangulated import reconstruct_posed, register_posed
from offline.teachers.pairs import PairPrediction, TeacherError


class PosedPairs:
    """What a perfect matcher says of a walk, in metres, with `shaken` poses told."""

    def __init__(self, walk, shake_m: float = 0.0) -> None:
        self.walk, rng = walk, np.random.default_rng(0)
        self.known = []
        for view, frame in zip(walk.views.values(), walk.frames, strict=True):
            pose = frame.T_world_camera.copy()
            pose[:3, 3] += rng.normal(0, shake_m, 3)
            self.known.append(Known(view.K, pose))

    def read(self, a: str, b: str) -> PairPrediction:
        i, j = (self.walk.frames[self.walk.names.index(name)] for name in (a, b))
        T_i_j = np.linalg.inv(i.T_world_camera) @ j.T_world_camera
        own, other = unproject(i.depth, i.K), transform_points(T_i_j, unproject(j.depth, j.K))
        sure = np.full(i.depth.shape, 30, np.float32)
        return PairPrediction(own, other, sure, np.where(other[..., 2] > 0.1, sure, 0).astype(np.float32))


def depth_error(found, walk) -> float:
    errors = []
    for n, name in enumerate(found.names):
        truth, depth = walk.frames[walk.names.index(name)].depth, found.depth(n)
        errors.append(np.abs(depth / truth - 1)[depth > 0])
    return float(np.median(np.concatenate(errors)))


def test_depth_is_triangulated_in_metres_and_labels_keep_the_recorded_poses(make_walk) -> None:
    walk = make_walk(36)
    told = PosedPairs(walk)
    found, left_out = reconstruct_posed(walk.names, walk.pairs, told.read, told.known)
    assert (left_out, found.names) == ([], walk.names)
    assert depth_error(found, walk) < 0.005
    np.testing.assert_array_equal(found.T_world_camera(5), told.known[5].T_world_camera)
    assert found.anchor.source == "poses"
    assert found.anchor.residual_m < 0.002


def test_errors_of_the_recorded_poses_are_mended_before_triangulating(make_walk) -> None:
    walk = make_walk(36)
    told = PosedPairs(walk, shake_m=0.02)
    found, _ = reconstruct_posed(walk.names, walk.pairs, told.read, told.known)
    assert depth_error(found, walk) < 0.03  # baselines are 9 cm to 26 cm: unmended, this is 10 % and more
    assert 0.005 < found.anchor.residual_m < 0.06


def test_further_frames_are_registered_and_the_frozen_ones_stay(make_walk) -> None:
    walk = make_walk(36)
    told = PosedPairs(walk)
    names, even = walk.names, list(range(0, 36, 2))
    pairs = [(k, (k + d) % 18) for k in range(18) for d in (1, 2)]
    base, _ = reconstruct_posed([names[n] for n in even], pairs, told.read, [told.known[n] for n in even])
    before = base.G.t.copy()
    later = [7, 21]
    to_base = [(names[n], names[(n + d) % 36]) for n in later for d in (-3, -1, 1, 3)]
    found, left_out = register_posed(
        base, [names[n] for n in later], to_base, told.read, [told.known[n] for n in later]
    )
    assert left_out == []
    np.testing.assert_array_equal(base.G.t, before)
    assert depth_error(found, walk) < 0.01
    nobody, left_out = register_posed(base, [names[9]], [], told.read, [told.known[9]])
    assert (nobody.names, left_out) == ([], [names[9]])


def test_a_frame_without_a_pose_is_named(make_walk) -> None:
    walk = make_walk(12)
    told = PosedPairs(walk)
    told.known[3] = Known(told.known[3].K)
    with pytest.raises(TeacherError, match=f"{walk.names[3]}: its pose is unknown"):
        reconstruct_posed(walk.names, walk.pairs, told.read, told.known)


def test_no_pairs_is_an_error(make_walk) -> None:
    walk = make_walk(12)
    with pytest.raises(TeacherError, match="none of 12 frames is near another one"):
        reconstruct_posed(walk.names, [], walk.read, PosedPairs(walk).known)
