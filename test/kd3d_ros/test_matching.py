"""True poses by time, and frames put together from what comes in any order."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from kd3d_ros import matching
from kd3d_ros.camera import Camera
from kd3d_ros.matching import FrameMatcher, PoseTrack, between
from kd3d_ros.predictor import PointMap

CAMERA = Camera((4, 3), 2.0, 2.0, 1.5, 1.0)
SECOND = 10**9


def pose(x: float, turned_deg: float = 0.0) -> np.ndarray:
    """At x, turned about the z axis."""
    T = np.eye(4)
    T[:3, :3] = cv2.Rodrigues(np.array([0, 0, np.radians(turned_deg)]))[0]
    T[0, 3] = x
    return T


def pointmap(value: float = 1.0) -> PointMap:
    return PointMap(np.full((3, 4, 3), value, np.float32), np.ones((3, 4), np.float32))


DEPTH = np.full((3, 4), 2.0, np.float32)


@pytest.fixture
def track() -> PoseTrack:
    return PoseTrack()


@pytest.fixture
def matcher(track: PoseTrack) -> FrameMatcher:
    matcher = FrameMatcher(track.at)
    matcher.camera = CAMERA
    return matcher


def test_half_way_is_half_way_in_place_and_in_angle() -> None:
    np.testing.assert_allclose(between(pose(1, 10), pose(3, 50), 0.25), pose(1.5, 20), atol=1e-12)
    np.testing.assert_allclose(between(pose(0, 170), pose(0, -170), 0.5), pose(0, 180), atol=1e-12)


def test_a_pose_of_that_very_stamp_is_taken_as_it_is(track: PoseTrack) -> None:
    exact = pose(1, 33.3)
    track.add(5, pose(0))
    track.add(7, exact)
    assert track.at(7) is exact
    track.add(7, again := pose(2))
    assert track.at(7) is again


def test_between_two_poses_it_is_interpolated_unless_they_are_far_apart(track: PoseTrack) -> None:
    track.add(SECOND, pose(1))
    assert track.at(SECOND + 1) is None
    assert track.at(SECOND - 1) is None
    track.add(SECOND + SECOND // 5, pose(3, 40))
    np.testing.assert_allclose(track.at(SECOND + SECOND // 20), pose(1.5, 10), atol=1e-9)
    track.add(SECOND + SECOND // 2, pose(9))
    assert track.at(SECOND + SECOND // 4) is None


def test_poses_may_come_out_of_order(track: PoseTrack) -> None:
    for stamp in (30, 10, 20):
        track.add(stamp, pose(stamp))
    assert [track.at(stamp)[0, 3] for stamp in (10, 15, 20, 25, 30)] == [10, 15, 20, 25, 30]  # type: ignore[index]


def test_old_poses_are_forgotten(track: PoseTrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "MOST_POSES", 3)
    for stamp in range(5):
        track.add(stamp, pose(stamp))
    assert [track.at(stamp) is None for stamp in range(5)] == [True, True, False, False, False]


@pytest.mark.parametrize("order", ["cdp", "cpd", "dcp", "dpc", "pcd", "pdc"])
def test_a_frame_is_complete_with_its_last_part(matcher: FrameMatcher, track: PoseTrack, order: str) -> None:
    said, true = pointmap(3), pose(5)
    give = {
        "c": lambda: matcher.cloud(7, said, 0.25),
        "d": lambda: matcher.depth(7, DEPTH),
        "p": lambda: track.add(7, true),
    }
    for part in order:
        assert matcher.take() == []
        give[part]()
    (matched,) = matcher.take()
    assert (matched.stamp_ns, matched.latency_s) == (7, 0.25)
    assert matched.pointmap is said
    assert matched.truth.depth is DEPTH
    assert matched.truth.camera is CAMERA
    assert matched.truth.T_world_camera is true
    assert matcher.take() == []
    matcher.give_up()
    assert not matcher.unmatched


def test_parts_of_different_stamps_do_not_go_together(matcher: FrameMatcher, track: PoseTrack) -> None:
    matcher.cloud(7, pointmap(), 0.1)
    matcher.depth(8, DEPTH)
    track.add(7, pose(0))
    track.add(8, pose(0))
    assert matcher.take() == []


def test_what_waits_too_long_is_given_up_with_the_reason(
    matcher: FrameMatcher, track: PoseTrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching, "MOST_WAITING", 3)
    matcher.depth(1, DEPTH)  # dropped by the node: no cloud is to be compared
    matcher.cloud(2, pointmap(), 0.1)  # without depth
    matcher.cloud(3, pointmap(), 0.1)
    matcher.depth(3, DEPTH)  # without pose
    for stamp, counted in ((1000, 0), (1001, 1), (1002, 2)):
        matcher.depth(stamp, DEPTH)
        assert sum(matcher.unmatched.values()) == counted
    assert matcher.unmatched == {"no depth": 1, "no pose": 1}
    track.add(1001, pose(0))
    matcher.cloud(1001, pointmap(), 0.1)
    assert [matched.stamp_ns for matched in matcher.take()] == [1001]


def test_at_the_end_what_still_waits_is_given_up(track: PoseTrack) -> None:
    matcher = FrameMatcher(track.at)
    matcher.cloud(1, pointmap(), 0.1)
    matcher.depth(1, DEPTH)
    track.add(1, pose(0))
    assert matcher.take() == []
    matcher.give_up()
    assert matcher.unmatched == {"no camera_info": 1}


def test_without_true_depth_a_pose_is_enough_and_no_point_is_compared(track: PoseTrack) -> None:
    matcher = FrameMatcher(track.at, depth_known=False)
    matcher.camera = CAMERA
    matcher.cloud(1, pointmap(), 0.1)
    track.add(1, pose(0))
    (matched,) = matcher.take()
    assert np.isnan(matched.truth.points((4, 3))).all()
