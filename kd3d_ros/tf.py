"""The pose as a transform, where tf2_ros is installed: world -> camera, or world -> odom (REP-105)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from kd3d_ros.geometry import Array
from kd3d_ros.messages import matrix_of, transform_message
from kd3d_ros.parameters import ParameterError

if TYPE_CHECKING:
    from builtin_interfaces.msg import Time
    from rclpy.node import Node

SendTransform = Callable[[Array, "Time", str, str], str]
"""send(T_world_camera, stamp, world_frame, camera_frame) -> why it could not be sent, "" if it was."""


def transform_sender(node: Node, kind: str, odom_frame: str) -> SendTransform:
    """What publishes the transforms of parameter `tf`: "camera" or "odom".

    Raises ParameterError where tf2_ros is missing.  A frame has one parent: with "odom" the transform
    odom -> camera has to come from the odometry and the robot's description.
    """
    try:
        import tf2_ros
    except ImportError as error:
        raise ParameterError(
            f"tf '{kind}' is not allowed here: tf2_ros cannot be imported ({error}); allowed: none, "
            f"or install ros-$ROS_DISTRO-tf2-ros-py"
        ) from error
    broadcaster: Any = tf2_ros.TransformBroadcaster(node)
    if kind == "camera":

        def send(T_world_camera: Array, stamp: Time, world_frame: str, camera_frame: str) -> str:
            broadcaster.sendTransform(transform_message(T_world_camera, stamp, world_frame, camera_frame))
            return ""

        return send
    buffer: Any = tf2_ros.Buffer()
    listener: Any = tf2_ros.TransformListener(buffer, node)

    def send_odom(T_world_camera: Array, stamp: Time, world_frame: str, camera_frame: str) -> str:
        assert listener is not None, "kept alive here"
        try:
            found = buffer.lookup_transform(odom_frame, camera_frame, stamp)
        except tf2_ros.TransformException as error:
            return f"no transform {odom_frame} -> {camera_frame}: {error}"
        T_world_odom = T_world_camera @ np.linalg.inv(matrix_of(found.transform))
        broadcaster.sendTransform(transform_message(T_world_odom, stamp, world_frame, odom_frame))
        return ""

    return send_odom
