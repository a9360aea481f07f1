"""CameraInfo, poses, depth and transforms to and from messages."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

pytest.importorskip("sensor_msgs", reason="the ROS message packages are not installed")

from builtin_interfaces.msg import Time
from sensor_msgs.msg import CameraInfo

from kd3d_ros.camera import Camera
from kd3d_ros.messages import (
    MessageError,
    camera_info_message,
    camera_of,
    depth_message,
    matrix_of,
    pose_message,
    transform_message,
)

STAMP = Time(sec=3, nanosec=7)
PLUMB_BOB = (-0.28, 0.07, 1e-3, -5e-4, 0.0)


def camera_info(**changes: object) -> CameraInfo:
    msg = CameraInfo(width=640, height=480, distortion_model="plumb_bob", d=list(PLUMB_BOB))
    msg.k = [500.0, 0, 320.0, 0, 510.0, 240.0, 0, 0, 1]
    msg.p = [450.0, 0, 310.0, 0, 0, 460.0, 230.0, 0, 0, 0, 1, 0]
    for name, value in changes.items():
        owner, _, field = name.rpartition("__")
        setattr(getattr(msg, owner) if owner else msg, field, value)
    return msg


def test_the_plain_case() -> None:
    assert camera_of(camera_info()) == Camera((640, 480), 500.0, 510.0, 320.0, 240.0, "plumb_bob", PLUMB_BOB)


def test_rectified_images_have_p_and_no_distortion() -> None:
    assert camera_of(camera_info(), rectified=True) == Camera((640, 480), 450.0, 460.0, 310.0, 230.0)


def test_a_region_of_interest_moves_the_centre() -> None:
    camera = camera_of(camera_info(roi__x_offset=100, roi__y_offset=40, roi__width=320, roi__height=200))
    assert (camera.size, camera.cx, camera.cy, camera.fx) == ((320, 200), 220.0, 200.0, 500.0)


def test_binning_halves_focal_length_and_size() -> None:
    camera = camera_of(camera_info(binning_x=2, binning_y=2))
    assert camera.size == (320, 240)
    assert (camera.fx, camera.fy) == (250.0, 255.0)
    assert (camera.cx, camera.cy) == (159.75, 119.75)  # the middle of pixels 0 and 1 is pixel 0


def test_a_binned_region_that_does_not_divide_loses_its_last_column() -> None:
    camera = camera_of(camera_info(roi__width=321, roi__height=240, binning_x=2, binning_y=2))
    assert camera.size == (160, 120)
    assert camera.fx == 250.0


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"k": [0.0] * 9}, "camera_info: K has focal lengths 0, 0"),
        ({"width": 0, "height": 0}, "camera_info: size"),
        ({"distortion_model": "fov"}, "camera_info: distortion_model 'fov' is unknown"),
        ({"d": [0.1]}, "camera_info: D has 1 coefficients"),
        ({"roi__x_offset": 400, "roi__width": 320, "roi__height": 9}, "camera_info: roi of 320x9 at"),
        ({"binning_x": 1000}, "camera_info: binning"),
    ],
)
def test_what_describes_no_camera_is_refused(changes: dict, text: str) -> None:
    with pytest.raises(MessageError) as refusal:
        camera_of(camera_info(**changes))
    assert refusal.value.kind == "camera_info"
    assert str(refusal.value).startswith(text)


@pytest.mark.parametrize("model", ["", "none", "plumb_bob", "rational_polynomial"])
@pytest.mark.parametrize("count", [0, 5])
def test_no_distortion_coefficients_mean_none_whatever_the_model(model: str, count: int) -> None:
    camera = camera_of(camera_info(d=[0.0] * count, distortion_model=model))
    assert (camera.model, camera.D) == ("", ())


def test_a_fisheye_without_coefficients_is_still_one() -> None:
    camera = camera_of(camera_info(d=[], distortion_model="equidistant"))
    assert (camera.model, camera.D) == ("equidistant", (0.0,) * 4)


def test_polynomials_share_their_coefficients() -> None:
    eight = [*PLUMB_BOB, 0.01, 0.0, 0.0]
    assert tuple(eight) == camera_of(camera_info(d=eight)).D


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


def test_depth_is_a_32fc1_image() -> None:
    depth = np.arange(6, dtype=np.float32).reshape(2, 3)
    depth[0, 0] = np.nan
    msg = depth_message(depth, STAMP, "camera")
    assert (msg.height, msg.width, msg.step, msg.encoding, msg.is_bigendian) == (2, 3, 12, "32FC1", 0)
    np.testing.assert_array_equal(np.frombuffer(msg.data, "<f4").reshape(2, 3), depth)
