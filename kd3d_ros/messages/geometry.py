"""Cameras, poses and depth -> messages."""

from __future__ import annotations

import numpy as np
from builtin_interfaces.msg import Time
from geometry_msgs.msg import (
    Point,
    Pose,
    PoseWithCovarianceStamped,
    Quaternion,
    Transform,
    TransformStamped,
    Vector3,
)
from numpy.typing import NDArray
from sensor_msgs.msg import CameraInfo, Image

from kd3d_ros.camera import Camera
from kd3d_ros.decoding.arrays import bytes_of
from kd3d_ros.decoding.errors import MessageError
from kd3d_ros.geometry import Array, quaternion, rotation_matrix


def pose_message(
    T_world_camera: Array, covariance: Array, stamp: Time, frame_id: str
) -> PoseWithCovarianceStamped:
    """A pose (4, 4) and its covariance (6, 6): x, y, z, and rotation about the axes of `frame_id`."""
    msg = PoseWithCovarianceStamped()
    msg.header.stamp, msg.header.frame_id = stamp, frame_id
    position, orientation = msg.pose.pose.position, msg.pose.pose.orientation
    position.x, position.y, position.z = T_world_camera[:3, 3].tolist()
    orientation.x, orientation.y, orientation.z, orientation.w = quaternion(T_world_camera[:3, :3])
    msg.pose.covariance = covariance.ravel().tolist()
    return msg


def depth_message(depth: NDArray[np.float32], stamp: Time, frame_id: str) -> Image:
    """A 32FC1 image of depths (h, w), metres along z, NaN where unknown (REP-118)."""
    height, width = depth.shape
    msg = Image(height=height, width=width, encoding="32FC1", step=4 * width, is_bigendian=0)
    msg.header.stamp, msg.header.frame_id = stamp, frame_id
    msg.data = bytes_of(depth.astype("<f4", copy=False))
    return msg


def camera_info_message(camera: Camera, stamp: Time, frame_id: str) -> CameraInfo:
    """The CameraInfo of images of `camera`."""
    msg = CameraInfo(
        width=camera.size[0], height=camera.size[1], distortion_model=camera.model or "plumb_bob"
    )
    msg.header.stamp, msg.header.frame_id = stamp, frame_id
    K = camera.K
    msg.d = list(camera.D) or [0.0] * 5
    msg.k = K.ravel().tolist()
    msg.r = np.eye(3).ravel().tolist()
    msg.p = np.hstack([K, np.zeros((3, 1))]).ravel().tolist()
    return msg


def transform_message(T_parent_child: Array, stamp: Time, parent: str, child: str) -> TransformStamped:
    """A rigid transform (4, 4) that takes points of `child` to `parent`."""
    msg = TransformStamped(child_frame_id=child)
    msg.header.stamp, msg.header.frame_id = stamp, parent
    translation, rotation = msg.transform.translation, msg.transform.rotation
    translation.x, translation.y, translation.z = T_parent_child[:3, 3].tolist()
    rotation.x, rotation.y, rotation.z, rotation.w = quaternion(T_parent_child[:3, :3])
    return msg


def matrix_of(transform: Transform) -> Array:
    """The transform as a matrix (4, 4)."""
    return _matrix(transform.rotation, transform.translation)


def pose_matrix(pose: Pose) -> Array:
    """The pose as a matrix (4, 4).  Raises MessageError if it is none, as where a tracker is lost."""
    with np.errstate(invalid="ignore"):
        T = _matrix(pose.orientation, pose.position)
    if not np.isfinite(T).all():
        raise MessageError("pose", "pose is not finite, or its quaternion is zero")
    return T


def _matrix(rotation: Quaternion, translation: Point | Vector3) -> Array:
    T = np.eye(4)
    T[:3, :3] = rotation_matrix((rotation.x, rotation.y, rotation.z, rotation.w))
    T[:3, 3] = translation.x, translation.y, translation.z
    return T
