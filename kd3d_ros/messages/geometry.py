"""CameraInfo -> Camera; poses and depth -> messages."""

from __future__ import annotations

import numpy as np
from builtin_interfaces.msg import Time
from geometry_msgs.msg import PoseWithCovarianceStamped, Transform, TransformStamped
from numpy.typing import NDArray
from sensor_msgs.msg import CameraInfo, Image, RegionOfInterest

from kd3d_ros.camera import Camera, CameraError
from kd3d_ros.geometry import Array, quaternion, rotation_matrix
from kd3d_ros.messages.arrays import bytes_of
from kd3d_ros.messages.errors import MessageError


def camera_of(info: CameraInfo, rectified: bool = False) -> Camera:
    """The camera of the images that come with `info`: its region of interest, binned.

    rectified: of their rectified version, by P and without distortion.  Raises MessageError.
    sensor_msgs/CameraInfo: K, D and P belong to the full resolution.
    """
    try:
        return _camera(info, rectified)
    except CameraError as error:
        raise MessageError("camera_info", f"camera_info: {error}") from error


def _camera(info: CameraInfo, rectified: bool) -> Camera:
    full = info.width, info.height
    if rectified:
        if not info.p[0]:
            raise CameraError("P is zero, which rectified images need")
        camera = Camera(full, info.p[0], info.p[5], info.p[2], info.p[6])
    else:
        model, D = info.distortion_model, tuple(info.d)
        if model == "equidistant":
            D = D or (0.0,) * 4
        elif not any(D):  # whatever the model is called
            model, D = "", ()
        camera = Camera(full, info.k[0], info.k[4], info.k[2], info.k[5], model, D)
    roi = _region(info)
    binning = max(1, info.binning_x), max(1, info.binning_y)
    size = roi.width // binning[0], roi.height // binning[1]
    if min(size) < 1:
        raise CameraError(f"binning {binning} leaves nothing of {roi.width}x{roi.height}")
    used = size[0] * binning[0], size[1] * binning[1]
    return camera.cropped(roi.x_offset, roi.y_offset, used).resized(size)


def _region(info: CameraInfo) -> RegionOfInterest:
    roi = info.roi
    if roi.width == 0 and roi.height == 0:
        return RegionOfInterest(width=info.width, height=info.height)
    if roi.x_offset + roi.width > info.width or roi.y_offset + roi.height > info.height:
        raise CameraError(
            f"roi of {roi.width}x{roi.height} at ({roi.x_offset}, {roi.y_offset}) is not within the image "
            f"of {info.width}x{info.height}"
        )
    return roi


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
    rotation, translation = transform.rotation, transform.translation
    T = np.eye(4)
    T[:3, :3] = rotation_matrix((rotation.x, rotation.y, rotation.z, rotation.w))
    T[:3, 3] = translation.x, translation.y, translation.z
    return T
