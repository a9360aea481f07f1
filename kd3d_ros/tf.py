"""The pose as a transform, where tf2_ros is installed: world -> camera, or world -> odom (REP-105)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from kd3d_ros.geometry import Array
from kd3d_ros.messages import matrix_of, transform_message
from kd3d_ros.parameters import ParameterError

if TYPE_CHECKING:
    from builtin_interfaces.msg import Time
    from rclpy.node import Node


class TransformSender:
    """Publishes world -> camera; or, given the odometry's frame, the world -> odom that follows from it.

    A frame has one parent: for the second, the transform odom -> camera has to come from the odometry and
    the robot's description.
    """

    def __init__(self, node: Node, odom_frame: str = "") -> None:
        """Raises ParameterError where tf2_ros is missing."""
        try:
            import tf2_ros
        except ImportError as error:
            raise ParameterError(
                f"tf is not allowed here: tf2_ros cannot be imported ({error}); allowed: none, or install "
                f"ros-$ROS_DISTRO-tf2-ros-py"
            ) from error
        self._tf2: Any = tf2_ros
        self._node, self._odom_frame = node, odom_frame
        self._broadcaster: Any = tf2_ros.TransformBroadcaster(node)
        self._buffer: Any = None
        self._listener: Any = None
        if odom_frame:
            self._buffer = tf2_ros.Buffer()
            self._listener = tf2_ros.TransformListener(self._buffer, node)

    def send(self, T_world_camera: Array, stamp: Time, world_frame: str, camera_frame: str) -> str:
        """Publish the transform that belongs to a pose; returns why it could not be, "" if it was."""
        if not camera_frame:
            return "no transform: the images' header.frame_id is empty"
        T, child = T_world_camera, camera_frame
        if self._odom_frame:
            try:
                found = self._buffer.lookup_transform(self._odom_frame, camera_frame, stamp)
            except self._tf2.TransformException as error:
                return f"no transform {self._odom_frame} -> {camera_frame}: {error}"
            T, child = T_world_camera @ np.linalg.inv(matrix_of(found.transform)), self._odom_frame
        self._broadcaster.sendTransform(transform_message(T, stamp, world_frame, child))
        return ""

    def close(self) -> None:
        """Withdraw from the node, which tf2_ros does not do by itself."""
        if self._listener is not None:
            self._listener.unregister()
        self._node.destroy_publisher(self._broadcaster.pub_tf)
