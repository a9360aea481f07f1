"""Recording -> rosbag2 (MCAP), for `ros2 bag play` or `offline.bag_player`.

Topics: /camera/image_raw (rgb8), /camera/camera_info, /camera/depth/image_raw (16UC1, millimetres,
registered to the image) and /ground_truth/pose (PoseStamped, map -> camera optical frame).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rosbags.interfaces import (
    Qos,
    QosDurability,
    QosHistory,
    QosLiveliness,
    QosReliability,
    QosTime,
)
from rosbags.rosbag2 import StoragePlugin, Writer
from rosbags.typesys import Stores, get_typestore
from scipy.spatial.transform import Rotation

from kd3d_ros.files import folder_written_whole
from offline.datasets.base import DataError, Dataset, Frame, FrameError, Skipped, readable_frames
from offline.progress import progress

IMAGE_TOPIC = "/camera/image_raw"
CAMERA_INFO_TOPIC = "/camera/camera_info"
DEPTH_TOPIC = "/camera/depth/image_raw"
POSE_TOPIC = "/ground_truth/pose"
TOPICS = {
    IMAGE_TOPIC: "sensor_msgs/msg/Image",
    CAMERA_INFO_TOPIC: "sensor_msgs/msg/CameraInfo",
    DEPTH_TOPIC: "sensor_msgs/msg/Image",
    POSE_TOPIC: "geometry_msgs/msg/PoseStamped",
}
CAMERA_FRAME = "camera_optical_frame"
EPOCH_S = 1.0
"""Stamps start here: a ROS time of zero means `no time`."""
SEQUENCE_GAP_S = 1.0
"""Between two sequences of a recording that each count their time anew."""
MILLIMETRES_MAX = 65534
"""Larger depths are left out (65535 means `no reading` to some readers)."""

_types = get_typestore(Stores.ROS2_JAZZY)
_for_ever = QosTime(9223372036, 854775807)
_reliable = Qos(
    QosHistory.KEEP_LAST,
    10,
    QosReliability.RELIABLE,
    QosDurability.VOLATILE,
    _for_ever,
    _for_ever,
    QosLiveliness.AUTOMATIC,
    _for_ever,
    False,
)


@dataclass(frozen=True)
class Bag:
    """What was written where: the ROS stamp (ns) of each frame by name, in order, and who was left out."""

    path: Path
    stamps: dict[str, int]
    skipped: Skipped

    @property
    def seconds(self) -> float:
        """From the first frame to the last."""
        stamps = list(self.stamps.values())
        return (stamps[-1] - stamps[0]) / 1e9

    @property
    def rate_hz(self) -> float | None:
        """The camera's rate, whatever gaps there are; None for a single frame."""
        gaps = np.diff(list(self.stamps.values()))
        return float(1e9 / np.median(gaps)) if len(gaps) else None


def write_bag(path: Path, dataset: Dataset, names: Sequence[str], frame_id: str = "map") -> Bag:
    """Write the readable frames among `names`; an older bag of that path is replaced at the end.

    Raises DataError if no frame is readable, or if the intrinsics of one are unknown.
    """
    skipped, stamps = Skipped(), Stamps()
    with folder_written_whole(path) as part:
        staging = part / path.name  # the MCAP file is called after its folder
        with Writer(staging, version=9, storage_plugin=StoragePlugin.MCAP) as writer:
            connections = {
                topic: writer.add_connection(topic, kind, typestore=_types, offered_qos_profiles=[_reliable])
                for topic, kind in TOPICS.items()
            }
            frames = readable_frames(dataset, names, skipped)
            for frame in progress(frames, desc="writing the bag", total=len(names), unit="frame"):
                stamp = stamps.next(frame)
                for topic, message in _messages(frame, stamp, frame_id):
                    data = _types.serialize_cdr(message, TOPICS[topic])
                    writer.write(connections[topic], stamp, data)
        if not stamps.by_name:
            raise DataError(f"{dataset.root}: none of {len(names)} frames is readable; {skipped.summary()}")
        for file in staging.iterdir():
            file.rename(part / file.name)
        staging.rmdir()
    return Bag(path, stamps.by_name, skipped)


class Stamps:
    """ROS stamps that grow from frame to frame, also where a recording's sequences each begin at 0."""

    def __init__(self) -> None:
        self.by_name: dict[str, int] = {}
        self._last = 0
        self._shift_s = EPOCH_S

    def next(self, frame: Frame) -> int:
        """Stamp of the next frame, nanoseconds."""
        stamp = round((frame.timestamp + self._shift_s) * 1e9)
        if stamp <= self._last:
            self._shift_s = self._last / 1e9 + SEQUENCE_GAP_S - frame.timestamp
            stamp = round((frame.timestamp + self._shift_s) * 1e9)
        self.by_name[frame.name] = self._last = stamp
        return stamp


def _messages(frame: Frame, stamp_ns: int, frame_id: str) -> list[tuple[str, Any]]:
    header = _header(stamp_ns, CAMERA_FRAME)
    messages = [
        (IMAGE_TOPIC, _image(header, frame.image, "rgb8")),
        (CAMERA_INFO_TOPIC, _camera_info(header, frame)),
    ]
    if frame.depth is not None:
        millimetres = np.rint(frame.depth * 1000)
        millimetres[millimetres > MILLIMETRES_MAX] = 0
        messages.append((DEPTH_TOPIC, _image(header, millimetres.astype("<u2"), "16UC1")))
    if frame.T_world_camera is not None:
        messages.append((POSE_TOPIC, _pose(_header(stamp_ns, frame_id), frame.T_world_camera)))
    return messages


def _message(kind: str, *values: Any) -> Any:
    return _types.types[kind](*values)


def _header(stamp_ns: int, frame_id: str) -> Any:
    stamp = _message("builtin_interfaces/msg/Time", *divmod(stamp_ns, 10**9))
    return _message("std_msgs/msg/Header", stamp, frame_id)


def _image(header: Any, pixels: np.ndarray, encoding: str) -> Any:
    height, width = pixels.shape[:2]
    data = np.ascontiguousarray(pixels).view(np.uint8).reshape(-1)
    return _message("sensor_msgs/msg/Image", header, height, width, encoding, 0, data.size // height, data)


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
    position = _message("geometry_msgs/msg/Point", *(float(v) for v in T[:3, 3]))
    quaternion = Rotation.from_matrix(T[:3, :3]).as_quat()
    orientation = _message("geometry_msgs/msg/Quaternion", *(float(v) for v in quaternion))
    pose = _message("geometry_msgs/msg/Pose", position, orientation)
    return _message("geometry_msgs/msg/PoseStamped", header, pose)
