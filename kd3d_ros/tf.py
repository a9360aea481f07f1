"""The pose as a transform, where tf2_ros is installed: world -> camera, or world -> odom (REP-105)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from builtin_interfaces.msg import Time

from kd3d_ros.geometry import Array
from kd3d_ros.messages import matrix_of, transform_message
from kd3d_ros.parameters import ParameterError

if TYPE_CHECKING:
    from rclpy.node import Node


class TransformSender:
    """Publishes world -> camera; or, given the odometry's frame, the world -> odom that follows from it.

    A frame has one parent: for the second, the transform odom -> camera has to come from the odometry and
    the robot's description.
    """

    def __init__(self, node: Node, odom_frame: str = "") -> None:
        """Raises ParameterError where tf2_ros is missing."""
        self._tf2 = _tf2_ros()
        self._node, self._odom_frame = node, odom_frame
        self._broadcaster: Any = self._tf2.TransformBroadcaster(node)
        self._buffer: Any = None
        self._listener: Any = None
        if odom_frame:
            self._buffer = self._tf2.Buffer()
            self._listener = self._tf2.TransformListener(self._buffer, node)

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


class TransformTruth:
    """Hears where the camera is: world -> camera, from whoever publishes it.

    world_frame, camera_frame: names of the two, as soon as they are known.
    """

    def __init__(self, node: Node) -> None:
        """Raises ParameterError where tf2_ros is missing."""
        self._tf2 = _tf2_ros()
        self.world_frame = self.camera_frame = ""
        self._buffer: Any = self._tf2.Buffer()
        self._listener: Any = self._tf2.TransformListener(self._buffer, node)

    def pose_at(self, stamp_ns: int) -> Array | None:
        """The pose (4, 4) at a stamp, None while it is unknown."""
        stamp = Time(sec=stamp_ns // 10**9, nanosec=stamp_ns % 10**9)
        try:
            found = self._buffer.lookup_transform(self.world_frame, self.camera_frame, stamp)
        except self._tf2.TransformException:
            return None
        return matrix_of(found.transform)


def _tf2_ros() -> Any:
    try:
        import tf2_ros
    except ImportError as error:
        raise ParameterError(
            f"tf is not allowed here: tf2_ros cannot be imported ({error}); allowed: none, or install "
            f"ros-$ROS_DISTRO-tf2-ros-py"
        ) from error
    return tf2_ros
