"""Pose, depth and LOST, over real DDS: a student that knows one view, and images of that and of others."""

from __future__ import annotations

import numpy as np
import pytest
from sensor_msgs.msg import CameraInfo
from std_srvs.srv import SetBool

from kd3d_ros.geometry import pose_error, rotation_matrix
from kd3d_ros.messages import image_message


@pytest.fixture
def active(robot, start_node, learned_view):
    """The robot, with a node that serves the learned view and keeps quiet when lost."""
    if robot.process is None:
        start_node(scene=learned_view.name, scenes_dir=learned_view.scenes_dir, publish_when_lost=False)
        robot.wait_for(lambda: robot.diagnostics.get("state") == "active", "active node")
        robot.wait_for(lambda: robot.camera.get_subscription_count() > 0, "subscription to the camera")
    return robot


def count(robot, key):
    return int(robot.diagnostics.get(key, 0))


def send_until_counted(robot, rgb, key):
    """Send an image until the node has counted one more of `key`."""
    before = count(robot, key)

    def counted():
        robot.camera.publish(image_message(rgb, robot.stamp(), "camera"))
        return count(robot, key) > before

    robot.wait_for(counted, f"count of {key}")


def matrix(pose):
    T = np.eye(4)
    q, p = pose.orientation, pose.position
    T[:3, :3], T[:3, 3] = rotation_matrix((q.x, q.y, q.z, q.w)), (p.x, p.y, p.z)
    return T


def test_the_view_it_knows_has_pose_points_and_depth(active, learned_view):
    cloud = active.show(learned_view.image)
    stamp = cloud.header.stamp
    active.wait_for(
        lambda: all(
            any(msg.header.stamp == stamp for msg in heard)
            for heard in (active.poses, active.depths, active.depth_infos)
        ),
        "pose and depth",
    )
    pose = next(msg for msg in active.poses if msg.header.stamp == stamp)
    assert pose.header.frame_id == "map"
    metres, degrees = pose_error(matrix(pose.pose.pose), learned_view.T_world_camera)
    assert metres < 0.1
    assert degrees < 3
    covariance = pose.pose.covariance.reshape(6, 6)
    np.testing.assert_allclose(covariance, covariance.T)
    assert (np.linalg.eigvalsh(covariance) > 0).all()

    depth = next(msg for msg in active.depths if msg.header.stamp == stamp)
    assert (depth.encoding, depth.height, depth.width, depth.header.frame_id) == ("32FC1", 32, 48, "camera")
    metres_along_z = np.frombuffer(depth.data, np.float32).reshape(32, 48)
    assert np.nanmedian(np.abs(metres_along_z - 2.5)) < 0.5
    info = next(msg for msg in active.depth_infos if msg.header.stamp == stamp)
    assert (info.width, info.height, info.k[0], info.k[2]) == (48, 32, 40.0, 23.5)

    active.wait_for(lambda: active.diagnostics.get("localization") == "LOCALIZED", "LOCALIZED")
    assert active.diagnostics["intrinsics"] == "scene"


def test_another_view_is_lost_and_nothing_goes_out(active, learned_view):
    active.show(learned_view.image)
    active.wait_for(lambda: len(active.clouds) == len(active.poses) == len(active.depths), "pose and depth")
    heard = len(active.clouds), len(active.poses), len(active.depths)
    other = np.random.default_rng(5).integers(0, 256, learned_view.image.shape, np.uint8)
    send_until_counted(active, other, "lost")
    active.wait_for(lambda: active.diagnostics.get("localization") == "LOST", "LOST")
    assert active.diagnostics["lost_reason"]
    assert active.diagnostics_message == f"LOST: {active.diagnostics['lost_reason']}"
    assert (len(active.clouds), len(active.poses), len(active.depths)) == heard

    assert active.set_parameters(publish_when_lost=True) == ""
    assert active.show(other).header.frame_id == "map"
    assert (len(active.poses), len(active.depths)) == heard[1:]
    assert active.set_parameters(publish_when_lost=False) == ""


def test_camera_info_is_used_or_refused_with_a_reason(active, learned_view):
    f = 1.25 * learned_view.K[0, 0]  # a longer lens: the same points are seen from farther away
    info = CameraInfo(width=96, height=64, distortion_model="plumb_bob", d=[0.0] * 5)
    info.k = [f, 0.0, 47.5, 0.0, f, 31.5, 0.0, 0.0, 1.0]

    def told(msg, key):
        before = count(active, key)

        def counted():
            active.camera_info.publish(msg)
            return count(active, key) > before

        active.wait_for(counted, f"count of {key}")

    told(info, "camera_info_received")
    active.wait_for(lambda: active.diagnostics.get("intrinsics") == "camera_info", "intrinsics")
    stamp = active.show(learned_view.image).header.stamp
    active.wait_for(lambda: any(msg.header.stamp == stamp for msg in active.poses), "pose")
    pose = next(msg for msg in active.poses if msg.header.stamp == stamp)
    behind = pose_error(matrix(pose.pose.pose), learned_view.T_world_camera)[0]
    assert 0.4 < behind < 0.9

    told(CameraInfo(width=96, height=64), "camera_info_rejected")
    assert active.diagnostics["last_camera_info_rejection"].startswith("camera_info: K has focal lengths 0")
    active.wait_for(lambda: active.diagnostics.get("intrinsics") == "none", "no intrinsics")
    poses = len(active.poses)
    send_until_counted(active, learned_view.image, "lost")
    active.wait_for(lambda: "focal lengths 0" in active.diagnostics.get("lost_reason", ""), "the reason")
    assert len(active.poses) == poses
    told(info, "camera_info_received")
    active.show(learned_view.image)


def test_scenes_are_swapped_while_images_are_served(active, learned_view, write_tiny):
    write_tiny(learned_view.scenes_dir, "other")
    (learned_view.scenes_dir / "damaged").mkdir(exist_ok=True)
    refusals = [
        ("nowhere", "no such scene"),
        ("damaged", "scene.yaml: unreadable"),
        ("../view", "scene name '../view' is not allowed"),
        ("", "scene '' is not allowed"),
    ]
    for name, reason in refusals:
        assert reason in active.set_parameters(scene=name)
        assert active.show(learned_view.image).width == 48
        assert active.diagnostics["scene"] == "view"
    assert active.set_parameters(scene="other", publish_when_lost=True) == ""
    active.wait_for(lambda: active.diagnostics.get("scene") == "other", "the other scene")
    active.show(learned_view.image)
    assert active.set_parameters(scene="view", publish_when_lost=False) == ""
    active.show(learned_view.image)
    active.wait_for(lambda: active.diagnostics.get("localization") == "LOCALIZED", "LOCALIZED")


def test_disabled_it_drops_and_counts(active, learned_view):
    response = active.call(SetBool, SetBool.Request(data=False))
    assert response.success
    send_until_counted(active, learned_view.image, "dropped")
    active.wait_for(lambda: active.diagnostics.get("enabled") == "false", "disabled node")
    assert active.diagnostics_message == "disabled by ~/set_enabled"
    assert active.call(SetBool, SetBool.Request(data=True)).success
    active.show(learned_view.image)
