"""Poses between samples, and through trees of frames."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from offline.datasets.bag.tracks import Track, TransformTree

IDENTITY = (0.0, 0.0, 0.0, 1.0)
MS = 1_000_000


def about_z(degrees):
    return tuple(Rotation.from_euler("z", degrees, degrees=True).as_quat())


def at(track, *milliseconds):
    return track.at(np.array([round(ms * MS) for ms in milliseconds]))


def track(*samples):
    made = Track()
    for ms, x, degrees in samples:
        made.add(ms * MS, (float(x), 0.0, 0.0), about_z(degrees))
    return made


def test_between_samples_positions_are_linear_and_rotations_slerped():
    T = at(track((0, 1, 0), (100, 3, 90)), 25)[0]
    assert T[:3, 3] == pytest.approx([1.5, 0, 0])
    np.testing.assert_allclose(Rotation.from_matrix(T[:3, :3]).as_euler("zyx", True), [22.5, 0, 0], atol=1e-9)
    assert T[3].tolist() == [0, 0, 0, 1]


def test_samples_themselves_come_out_in_any_order_and_the_first_of_two():
    T = at(track((100, 3, 0), (0, 1, 0), (100, 9, 0)), 100, 0)
    assert T[:, 0, 3].tolist() == [3, 1]


def test_a_rotation_goes_the_short_way_whatever_the_quaternions_sign():
    made = Track()
    made.add(0, (0.0, 0.0, 0.0), IDENTITY)
    made.add(100 * MS, (0.0, 0.0, 0.0), tuple(-np.array(about_z(20))))
    T = at(made, 50)[0]
    np.testing.assert_allclose(Rotation.from_matrix(T[:3, :3]).as_euler("zyx", True), [10, 0, 0], atol=1e-9)


def test_nothing_is_known_in_gaps_and_beyond_the_ends_but_right_beside_a_sample():
    made = track((0, 1, 0), (600, 7, 0), (700, 8, 0))
    asked = {-30: None, -15: 1, 0: 1, 15: 1, 30: None, 300: None, 585: 7, 600: 7, 650: 7.5, 715: 8, 730: None}
    found = at(made, *asked)[:, 0, 3]
    wanted = [np.nan if x is None else x for x in asked.values()]
    np.testing.assert_allclose(found, wanted)


def test_a_single_sample_and_none():
    assert at(track((5, 2, 0)), 5)[0, 0, 3] == 2
    assert np.isnan(at(Track(), 5)).all()


@pytest.mark.parametrize("quaternion", [(0.0, 0.0, 0.0, 0.0), (np.nan, 0.0, 0.0, 1.0), (0.0, 0.0, 0.0, 2.0)])
def test_samples_that_are_no_poses_do_not_count(quaternion):
    made = track((0, 0, 0), (100, 2, 0))
    made.add(50 * MS, (9.0, 9.0, 9.0), quaternion)
    assert at(made, 50)[0, 0, 3] == 1


@pytest.fixture
def robot():
    """map -> odom -> base_link -> cam: it drives along x, turned by 90 degrees in the map."""
    tree = TransformTree()
    for ms in (0, 100, 200):
        tree.add("map", "odom", ms * MS, (10.0, 0.0, 0.0), about_z(90), fixed=False)
        tree.add("odom", "base_link", ms * MS, (ms / 100, 0.0, 0.0), IDENTITY, fixed=False)
    tree.add("/base_link", "cam", 12345, (0.0, 0.0, 0.5), IDENTITY, fixed=True)
    tree.add("base_link", "wheel", 0, (0.0, 1.0, 0.0), IDENTITY, fixed=True)
    return tree


def test_a_chain_of_fixed_and_moving_frames(robot):
    T = robot.lookup("map", "cam", np.array([50 * MS]))[0]
    assert T[:3, 3] == pytest.approx([10, 0.5, 0.5])
    np.testing.assert_allclose(Rotation.from_matrix(T[:3, :3]).as_euler("zyx", True), [90, 0, 0], atol=1e-9)


def test_down_the_tree_is_the_inverse_of_up(robot):
    stamps = np.array([50 * MS, 150 * MS])
    up, down = robot.lookup("map", "cam", stamps), robot.lookup("cam", "map", stamps)
    np.testing.assert_allclose(up @ down, np.broadcast_to(np.eye(4), (2, 4, 4)), atol=1e-12)


def test_between_two_branches_only_their_own_frames_count(robot):
    stamps = np.array([10_000 * MS])  # long after the last that moved
    T = robot.lookup("wheel", "cam", stamps)[0]
    assert T[:3, 3] == pytest.approx([0, -1, 0.5])
    assert not robot.moves("wheel", "cam")
    assert robot.moves("odom", "cam")
    assert np.isnan(robot.lookup("odom", "cam", stamps)).all()


def test_frames_that_nothing_joins(robot):
    assert robot.lookup("world", "cam", np.array([0])) is None
    assert robot.path("world", "cam") is None
    assert not robot.moves("world", "cam")
    assert (robot.root("cam"), robot.root("elsewhere")) == ("map", "elsewhere")
    assert robot.frames == ["base_link", "cam", "map", "odom", "wheel"]


def test_a_second_parent_is_not_believed_but_told(robot):
    robot.add("laser", "cam", 0, (9.0, 9.0, 9.0), IDENTITY, fixed=True)
    assert robot.conflicts == {"cam": {"laser"}}
    assert robot.lookup("base_link", "cam", np.array([0]))[0, 2, 3] == 0.5


def test_a_circle_ends():
    tree = TransformTree()
    tree.add("a", "b", 0, (0.0, 0.0, 0.0), IDENTITY, fixed=True)
    tree.add("b", "a", 0, (0.0, 0.0, 0.0), IDENTITY, fixed=True)
    assert tree.root("a") == "b"
    assert tree.lookup("map", "a", np.array([0])) is None
