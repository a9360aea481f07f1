"""Recording -> rosbag2 (MCAP), for `ros2 bag play` or `offline.bag_player`.

Topics: /camera/image_raw (rgb8), /camera/camera_info, /camera/depth/image_raw (16UC1, millimetres,
registered to the image) and /ground_truth/pose (PoseStamped, map -> camera optical frame).
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rosbags.rosbag2 import StoragePlugin, Writer
from rosbags.typesys import Stores, get_typestore
from scipy.spatial.transform import Rotation

from offline.datasets.base import Dataset, Frame, Skipped, readable_frames
from offline.progress import progress

IMAGE_TOPIC = "/camera/image_raw"
CAMERA_INFO_TOPIC = "/camera/camera_info"
DEPTH_TOPIC = "/camera/depth/image_raw"
POSE_TOPIC = "/ground_truth/pose"
CAMERA_FRAME = "camera_optical_frame"
EPOCH_S = 1.0
"""Stamps start here: a ROS time of zero means `no time`."""

_types = get_typestore(Stores.ROS2_JAZZY)


def stamp_ns(timestamp: float) -> int:
    """ROS stamp of a frame's time, nanoseconds."""
    return round((timestamp + EPOCH_S) * 1e9)


def write_bag(path: Path, dataset: Dataset, names: Sequence[str], frame_id: str = "map") -> Path:
    """Write the readable frames among `names`; an older bag of that path is replaced at the end."""
    part = path.with_name(path.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    part.parent.mkdir(parents=True, exist_ok=True)
    with Writer(part, version=9, storage_plugin=StoragePlugin.MCAP) as writer:
        connections = {
            topic: writer.add_connection(topic, kind, typestore=_types)
            for topic, kind in (
                (IMAGE_TOPIC, "sensor_msgs/msg/Image"),
                (CAMERA_INFO_TOPIC, "sensor_msgs/msg/CameraInfo"),
                (DEPTH_TOPIC, "sensor_msgs/msg/Image"),
                (POSE_TOPIC, "geometry_msgs/msg/PoseStamped"),
            )
        }
        frames = readable_frames(dataset, names, Skipped())
        for frame in progress(frames, desc="writing the bag", total=len(names), unit="frame"):
            for topic, message in _messages(frame, frame_id):
                data = _types.serialize_cdr(message, connections[topic].msgtype)
                writer.write(connections[topic], stamp_ns(frame.timestamp), data)
    shutil.rmtree(path, ignore_errors=True)
    part.rename(path)
    return path


def _messages(frame: Frame, frame_id: str) -> list[tuple[str, Any]]:
    header = _header(frame, CAMERA_FRAME)
    messages = [
        (IMAGE_TOPIC, _image(header, frame.image, "rgb8")),
        (CAMERA_INFO_TOPIC, _camera_info(header, frame)),
    ]
    if frame.depth is not None:
        millimetres = np.clip(frame.depth * 1000 + 0.5, 0, 65535).astype(np.uint16)
        messages.append((DEPTH_TOPIC, _image(header, millimetres, "16UC1")))
    if frame.T_world_camera is not None:
        messages.append((POSE_TOPIC, _pose(_header(frame, frame_id), frame.T_world_camera)))
    return messages


def _message(kind: str, *values: Any) -> Any:
    return _types.types[kind](*values)


def _header(frame: Frame, frame_id: str) -> Any:
    stamp = _message("builtin_interfaces/msg/Time", *divmod(stamp_ns(frame.timestamp), 10**9))
    return _message("std_msgs/msg/Header", stamp, frame_id)


def _image(header: Any, pixels: np.ndarray, encoding: str) -> Any:
    height, width = pixels.shape[:2]
    data = np.ascontiguousarray(pixels).view(np.uint8).reshape(-1)
    return _message("sensor_msgs/msg/Image", header, height, width, encoding, 0, data.size // height, data)


def _camera_info(header: Any, frame: Frame) -> Any:
    height, width = frame.image.shape[:2]
    roi = _message("sensor_msgs/msg/RegionOfInterest", 0, 0, 0, 0, False)
    P = np.column_stack([frame.K, np.zeros(3)]).ravel()
    D, R = np.zeros(5), np.eye(3).ravel()
    values = (header, height, width, "plumb_bob", D, frame.K.ravel(), R, P, 0, 0, roi)
    return _message("sensor_msgs/msg/CameraInfo", *values)


def _pose(header: Any, T: np.ndarray) -> Any:
    position = _message("geometry_msgs/msg/Point", *(float(v) for v in T[:3, 3]))
    quaternion = Rotation.from_matrix(T[:3, :3]).as_quat()
    orientation = _message("geometry_msgs/msg/Quaternion", *(float(v) for v in quaternion))
    return _message(
        "geometry_msgs/msg/PoseStamped", header, _message("geometry_msgs/msg/Pose", position, orientation)
    )
