"""What a bag holds of a frame: rosbags' messages of image, camera_info, depth and pose."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np
from rosbags.typesys import Stores, get_typestore
from scipy.spatial.transform import Rotation

from offline.datasets.base import Frame, FrameError

TYPES = get_typestore(Stores.ROS2_JAZZY)

IMAGE_TOPIC = "/camera/image_raw"
COMPRESSED_IMAGE_TOPIC = f"{IMAGE_TOPIC}/compressed"
CAMERA_INFO_TOPIC = "/camera/camera_info"
DEPTH_TOPIC = "/camera/depth/image_raw"
COMPRESSED_DEPTH_TOPIC = f"{DEPTH_TOPIC}/compressedDepth"
POSE_TOPIC = "/ground_truth/pose"
TF_TOPIC = "/tf"
TOPICS = {
    IMAGE_TOPIC: "sensor_msgs/msg/Image",
    COMPRESSED_IMAGE_TOPIC: "sensor_msgs/msg/CompressedImage",
    CAMERA_INFO_TOPIC: "sensor_msgs/msg/CameraInfo",
    DEPTH_TOPIC: "sensor_msgs/msg/Image",
    COMPRESSED_DEPTH_TOPIC: "sensor_msgs/msg/CompressedImage",
    POSE_TOPIC: "geometry_msgs/msg/PoseStamped",
    TF_TOPIC: "tf2_msgs/msg/TFMessage",
}
CAMERA_FRAME = "camera_optical_frame"
MILLIMETRES_MAX = 65534
"""Larger depths are left out (65535 means `no reading` to some readers)."""
COMPRESSED_DEPTH_HEADER = struct.pack("<iff", 1, 0.0, 0.0)
"""What compressed_depth_image_transport puts before the PNG; of use for float depth only."""


def messages_of(frame: Frame, stamp_ns: int, frame_id: str, compressed: bool) -> Iterator[tuple[str, Any]]:
    """(topic, message) of what the frame has; frame_id: of the world.

    Raises FrameError if its intrinsics are unknown.
    """
    header = _header(stamp_ns, CAMERA_FRAME)
    if compressed:
        png = _png(cv2.cvtColor(frame.image, cv2.COLOR_RGB2BGR))
        yield COMPRESSED_IMAGE_TOPIC, _compressed(header, "rgb8; png compressed bgr8", png)
    else:
        yield IMAGE_TOPIC, _image(header, frame.image, "rgb8")
    yield CAMERA_INFO_TOPIC, _camera_info(header, frame)
    if frame.depth is not None:
        millimetres = np.rint(frame.depth * 1000)
        millimetres[millimetres > MILLIMETRES_MAX] = 0
        depth = millimetres.astype("<u2")
        if compressed:
            content = COMPRESSED_DEPTH_HEADER + _png(depth)
            yield COMPRESSED_DEPTH_TOPIC, _compressed(header, "16UC1; compressedDepth png", content)
        else:
            yield DEPTH_TOPIC, _image(header, depth, "16UC1")
    if frame.T_world_camera is not None:
        world = _header(stamp_ns, frame_id)
        yield POSE_TOPIC, _pose(world, frame.T_world_camera)
        yield TF_TOPIC, _transforms(world, frame.T_world_camera)


def _message(kind: str, *values: Any) -> Any:
    return TYPES.types[kind](*values)


def _header(stamp_ns: int, frame_id: str) -> Any:
    stamp = _message("builtin_interfaces/msg/Time", *divmod(stamp_ns, 10**9))
    return _message("std_msgs/msg/Header", stamp, frame_id)


def _image(header: Any, pixels: np.ndarray, encoding: str) -> Any:
    height, width = pixels.shape[:2]
    data = np.ascontiguousarray(pixels).view(np.uint8).reshape(-1)
    return _message("sensor_msgs/msg/Image", header, height, width, encoding, 0, data.size // height, data)


def _compressed(header: Any, form: str, content: bytes) -> Any:
    return _message("sensor_msgs/msg/CompressedImage", header, form, np.frombuffer(content, np.uint8))


def _png(pixels: np.ndarray) -> bytes:
    return cv2.imencode(".png", pixels)[1].tobytes()


def _camera_info(header: Any, frame: Frame) -> Any:
    if frame.K is None:
        raise FrameError(
            f"{frame.name}: its intrinsics are unknown, and a bag needs them for {CAMERA_INFO_TOPIC}"
        )
    height, width = frame.image.shape[:2]
    roi = _message("sensor_msgs/msg/RegionOfInterest", 0, 0, 0, 0, False)
    P = np.column_stack([frame.K, np.zeros(3)]).ravel()
    D, R = np.zeros(5), np.eye(3).ravel()
    values = (header, height, width, "plumb_bob", D, frame.K.ravel(), R, P, 0, 0, roi)
    return _message("sensor_msgs/msg/CameraInfo", *values)


def _pose(header: Any, T: np.ndarray) -> Any:
    pose = _message("geometry_msgs/msg/Pose", *_position_orientation("Point", T))
    return _message("geometry_msgs/msg/PoseStamped", header, pose)


def _transforms(header: Any, T: np.ndarray) -> Any:
    transform = _message("geometry_msgs/msg/Transform", *_position_orientation("Vector3", T))
    stamped = _message("geometry_msgs/msg/TransformStamped", header, CAMERA_FRAME, transform)
    return _message("tf2_msgs/msg/TFMessage", [stamped])


def _position_orientation(position: str, T: np.ndarray) -> tuple[Any, Any]:
    quaternion = Rotation.from_matrix(T[:3, :3]).as_quat()
    return (
        _message(f"geometry_msgs/msg/{position}", *(float(v) for v in T[:3, 3])),
        _message("geometry_msgs/msg/Quaternion", *(float(v) for v in quaternion)),
    )
