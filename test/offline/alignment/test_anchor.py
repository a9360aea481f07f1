"""A reconstruction finds its place in the map, in spite of a few wrong poses."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from offline.alignment.anchor import anchored, similarity_to_poses
from offline.alignment.canonical import CanonicalMap
from offline.alignment.priors import Priors
from offline.alignment.sim3 import Sim3

K = np.eye(3)
TO_WORLD = Sim3(
    np.array([2.5]), Rotation.from_euler("xyz", [[0.3, -1, 2]]).as_matrix(), np.array([[1.0, 2, 3]])
)


def cameras(n: int, line: bool = False) -> Sim3:
    rng = np.random.default_rng(0)
    positions = np.outer(np.linspace(0, 1, n), [1.0, 0, 0]) if line else rng.normal(size=(n, 3))
    return Sim3(np.exp(rng.normal(0, 0.3, n)), Rotation.random(n, random_state=0).as_matrix(), positions)


def flat_maps(n: int, depth: float = 1.0) -> list[CanonicalMap]:
    return [CanonicalMap(np.full((4, 6), depth, np.float32), np.ones((4, 6), np.float32), K)] * n


def known(poses: np.ndarray) -> Priors:
    return Priors(poses, np.full(len(poses), np.nan))


@pytest.mark.parametrize("line", [False, True])
def test_the_similarity_is_found_on_a_path_of_any_shape(line: bool) -> None:
    G = cameras(20, line)
    found, distances = similarity_to_poses(G, (TO_WORLD @ G).rigid_matrices())
    np.testing.assert_allclose((found @ TO_WORLD.inverse()).tangent(), 0, atol=1e-6)
    assert distances.max() < 1e-6


def test_a_fifth_of_wrong_poses_changes_nothing() -> None:
    G = cameras(30)
    poses = (TO_WORLD @ G).rigid_matrices()
    poses[::5, :3, 3] += 5.0
    found, distances = similarity_to_poses(G, poses)
    np.testing.assert_allclose((found @ TO_WORLD.inverse()).tangent(), 0, atol=0.01)
    assert distances[::5].min() > 4


def test_partly_known_poses_anchor_all_frames() -> None:
    G = cameras(20)
    poses = (TO_WORLD @ G).rigid_matrices()
    poses[5:] = np.nan
    world, anchor = anchored(G, known(poses), flat_maps(20), [None] * 20)
    np.testing.assert_allclose(world.t, (TO_WORLD @ G).t, atol=1e-6)
    assert (anchor.source, anchor.metric) == ("poses", True)
    assert anchor.residual_m == pytest.approx(0, abs=1e-6)
    assert anchor.scale_residual == pytest.approx(0, abs=1e-6)


def test_the_residual_is_how_far_cameras_are_from_known_poses() -> None:
    G = cameras(200)
    poses = (TO_WORLD @ G).rigid_matrices()
    poses[:, :3, 3] += np.random.default_rng(1).normal(0, 0.02, (200, 3))
    _, anchor = anchored(G, known(poses), flat_maps(200), [None] * 200)
    assert anchor.residual_m == pytest.approx(0.0308, rel=0.1)  # median length of 3-D noise of 2 cm
    assert 0 < anchor.scale_residual < 0.002


def test_a_depth_sensor_tells_the_scale_and_the_first_camera_the_world() -> None:
    G = cameras(3)
    G = Sim3(np.ones(3), G.R, G.t)
    depth = np.full((4, 6), 3.0, np.float32)
    world, anchor = anchored(G, Priors.none(3), flat_maps(3, depth=1.5), [depth, None, np.zeros((4, 6))])
    assert (anchor.source, anchor.metric, anchor.residual_m) == ("depth", True, None)
    np.testing.assert_allclose(world.scale, 2)
    np.testing.assert_allclose(world.t[0], 0, atol=1e-9)
    np.testing.assert_allclose(world.R[0] @ [0, 0, 1], [1, 0, 0], atol=1e-9)  # it looks along x, REP-103
    np.testing.assert_allclose(world.R[0] @ [0, -1, 0], [0, 0, 1], atol=1e-9)  # and z is up


def test_with_nothing_known_the_scale_is_arbitrary_and_said_to_be() -> None:
    _, anchor = anchored(cameras(3), Priors.none(3), flat_maps(3), [None] * 3)
    assert (anchor.source, anchor.metric, anchor.scale_residual) == ("none", False, None)


def test_poses_of_a_camera_that_never_moved_do_not_tell_scale() -> None:
    G = cameras(5)
    poses = np.tile(np.eye(4), (5, 1, 1))
    _, anchor = anchored(G, known(poses), flat_maps(5), [None] * 5)
    assert anchor.source == "none"
