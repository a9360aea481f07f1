"""Cameras, poses, depth and transforms to and from messages."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

pytest.importorskip("sensor_msgs", reason="the ROS message packages are not installed")

from builtin_interfaces.msg import Time
from geometry_msgs.msg import Pose

from kd3d_ros.camera import Camera
from kd3d_ros.messages import (
    MessageError,
    camera_info_message,
    camera_of,
    depth_message,
    matrix_of,
    pose_matrix,
    pose_message,
    transform_message,
)

STAMP = Time(sec=3, nanosec=7)
PLUMB_BOB = (-0.28, 0.07, 1e-3, -5e-4, 0.0)


@pytest.mark.parametrize("model", ["", "plumb_bob"])
def test_a_camera_survives_its_message(model: str) -> None:
    camera = Camera((160, 120), 125.0, 127.5, 79.6, 59.6, model, PLUMB_BOB if model else ())
    again = camera_of(camera_info_message(camera, STAMP, "camera"))
    np.testing.assert_allclose(again.K, camera.K)
    np.testing.assert_allclose(again.rays(np.array([[3.0, 4.0]])), camera.rays(np.array([[3.0, 4.0]])))
    assert again.size == camera.size


@given(st.integers(0, 10_000))
def test_a_transform_survives_its_message(seed: int) -> None:
    T = np.eye(4)
    T[:3, :3] = Rotation.random(random_state=seed).as_matrix()
    T[:3, 3] = np.random.default_rng(seed).normal(0, 5, 3)
    msg = transform_message(T, STAMP, "map", "camera")
    assert (msg.header.frame_id, msg.child_frame_id, msg.header.stamp) == ("map", "camera", STAMP)
    np.testing.assert_allclose(matrix_of(msg.transform), T, atol=1e-12)
    q = msg.transform.rotation
    expected = Rotation.from_matrix(T[:3, :3]).as_quat(canonical=True)
    np.testing.assert_allclose([q.x, q.y, q.z, q.w], expected, atol=1e-9)


@pytest.mark.parametrize("axis", [(1, 0, 0), (0, 1, 0), (0, 0, 1)])
def test_half_turns_have_a_quaternion(axis: tuple[int, int, int]) -> None:
    T = np.eye(4)
    T[:3, :3] = Rotation.from_rotvec(np.pi * np.array(axis)).as_matrix()
    np.testing.assert_allclose(matrix_of(transform_message(T, STAMP, "a", "b").transform), T, atol=1e-12)


def test_a_pose_by_hand() -> None:
    T = np.eye(4)
    T[:3, :3] = [[0, -1, 0], [1, 0, 0], [0, 0, 1]]  # a quarter turn about z
    T[:3, 3] = 1, 2, 3
    msg = pose_message(T, np.arange(36.0).reshape(6, 6), STAMP, "map")
    position, q = msg.pose.pose.position, msg.pose.pose.orientation
    assert (position.x, position.y, position.z) == (1, 2, 3)
    np.testing.assert_allclose([q.x, q.y, q.z, q.w], [0, 0, 0.5**0.5, 0.5**0.5])
    assert msg.pose.covariance.tolist() == list(range(36))
    assert (msg.header.frame_id, msg.header.stamp) == ("map", STAMP)


def test_a_pose_survives_its_message() -> None:
    T = np.eye(4)
    T[:3, :3] = Rotation.random(random_state=1).as_matrix()
    T[:3, 3] = 1, 2, 3
    np.testing.assert_allclose(pose_matrix(pose_message(T, np.eye(6), STAMP, "map").pose.pose), T, atol=1e-12)


@pytest.mark.parametrize(("part", "values"), [("position", {"x": np.nan}), ("orientation", {"w": 0.0})])
def test_what_a_lost_tracker_says_is_no_pose(part: str, values: dict[str, float]) -> None:
    pose = Pose()
    for name, value in values.items():
        setattr(getattr(pose, part), name, value)
    with pytest.raises(MessageError, match="pose is not finite, or its quaternion is zero"):
        pose_matrix(pose)


def test_depth_is_a_32fc1_image() -> None:
    depth = np.arange(6, dtype=np.float32).reshape(2, 3)
    depth[0, 0] = np.nan
    msg = depth_message(depth, STAMP, "camera")
    assert (msg.height, msg.width, msg.step, msg.encoding, msg.is_bigendian) == (2, 3, 12, "32FC1", 0)
    np.testing.assert_array_equal(np.frombuffer(msg.data, "<f4").reshape(2, 3), depth)
