"""Bags put together message by message, as a robot would record them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from rosbags.rosbag2 import StoragePlugin, Writer
from rosbags.typesys import Stores, get_typestore
from scipy.spatial.transform import Rotation

TYPES = get_typestore(Stores.ROS2_JAZZY)
WIDTH, HEIGHT = 8, 6
FX, FY, CX, CY = 50.0, 51.0, 3.5, 2.5
PERIOD_NS = 100_000_000
START_NS = 1_700_000_000_000_000_000
"""A robot's clock: float64 seconds of it are exact to a quarter of a microsecond only."""
OPTICAL = Rotation.from_matrix([[0, 0, 1], [-1, 0, 0], [0, -1, 0]])
"""From the optical frame of a camera to that of a body whose x is forward."""


class Recorder:
    """What a robot says, to be written as a bag; stamps count from START_NS unless said otherwise."""

    def __init__(self) -> None:
        self.messages: list[tuple[str, str, int, bytes]] = []

    def add(self, topic: str, kind: str, message: Any, log_ns: int) -> None:
        self.messages.append((topic, kind, log_ns, bytes(TYPES.serialize_cdr(message, kind))))

    def image(
        self,
        stamp_ns: int,
        topic: str = "/cam/image_raw",
        pixels: np.ndarray | None = None,
        encoding: str = "rgb8",
        frame: str = "cam_optical",
        delay_ns: int = 0,
    ) -> None:
        pixels = picture(stamp_ns) if pixels is None else pixels
        height, width = pixels.shape[:2]
        data = np.ascontiguousarray(pixels).view(np.uint8).reshape(-1)
        values = (header(stamp_ns, frame), height, width, encoding, 0, data.size // height, data)
        kind = "sensor_msgs/msg/Image"
        self.add(topic, kind, make(kind, *values), stamp_ns + delay_ns)

    def compressed(
        self,
        stamp_ns: int,
        topic: str,
        content: bytes,
        form: str = "rgb8; png compressed bgr8",
        frame: str = "cam_optical",
    ) -> None:
        kind = "sensor_msgs/msg/CompressedImage"
        message = make(kind, header(stamp_ns, frame), form, np.frombuffer(content, np.uint8))
        self.add(topic, kind, message, stamp_ns)

    def info(
        self,
        topic: str = "/cam/camera_info",
        stamp_ns: int = 0,
        size: tuple[int, int] = (WIDTH, HEIGHT),
        K: tuple[float, float, float, float] = (FX, FY, CX, CY),
        D: tuple[float, ...] = (0.0,) * 5,
        frame: str = "cam_optical",
    ) -> None:
        fx, fy, cx, cy = K
        kind = "sensor_msgs/msg/CameraInfo"
        matrix, P = np.array([fx, 0, cx, 0, fy, cy, 0, 0, 1.0]), np.zeros(12)
        roi = make("sensor_msgs/msg/RegionOfInterest", 0, 0, 0, 0, False)
        values = (size[1], size[0], "plumb_bob", np.array(D), matrix, np.eye(3).ravel(), P, 0, 0, roi)
        self.add(topic, kind, make(kind, header(stamp_ns, frame), *values), stamp_ns)

    def transform(
        self,
        parent: str,
        child: str,
        stamp_ns: int = 0,
        position: tuple[float, ...] = (0.0, 0.0, 0.0),
        rotation: Rotation | None = None,
        topic: str = "/tf",
    ) -> None:
        turned = "geometry_msgs/msg/Quaternion", quaternion(rotation)
        transform = make(
            "geometry_msgs/msg/Transform",
            make("geometry_msgs/msg/Vector3", *position),
            make(turned[0], *turned[1]),
        )
        stamped = make("geometry_msgs/msg/TransformStamped", header(stamp_ns, parent), child, transform)
        kind = "tf2_msgs/msg/TFMessage"
        self.add(topic, kind, make(kind, [stamped]), stamp_ns)

    def mount(self, parent: str = "base_link", position: tuple[float, ...] = (0.1, 0.0, 0.5)) -> None:
        """The camera's place on the robot."""
        self.transform(parent, "cam_optical", 0, position, OPTICAL, "/tf_static")

    def pose(
        self,
        stamp_ns: int,
        topic: str,
        position: tuple[float, ...],
        world: str = "map",
        body: str | None = None,
    ) -> None:
        """A PoseStamped, or with `body` an Odometry."""
        pose = make(
            "geometry_msgs/msg/Pose",
            make("geometry_msgs/msg/Point", *position),
            make("geometry_msgs/msg/Quaternion", *quaternion(None)),
        )
        if body is None:
            kind = "geometry_msgs/msg/PoseStamped"
            message = make(kind, header(stamp_ns, world), pose)
        else:
            kind = "nav_msgs/msg/Odometry"
            zero = make("geometry_msgs/msg/Vector3", 0.0, 0.0, 0.0)
            twist = make("geometry_msgs/msg/Twist", zero, zero)
            message = make(
                kind,
                header(stamp_ns, world),
                body,
                make("geometry_msgs/msg/PoseWithCovariance", pose, np.zeros(36)),
                make("geometry_msgs/msg/TwistWithCovariance", twist, np.zeros(36)),
            )
        self.add(topic, kind, message, stamp_ns)

    def write(self, path: Path) -> Path:
        """As an MCAP bag."""
        with Writer(path, version=9, storage_plugin=StoragePlugin.MCAP) as writer:
            connections: dict[str, Any] = {}
            for topic, kind, log_ns, data in self.messages:
                if topic not in connections:
                    connections[topic] = writer.add_connection(topic, kind, typestore=TYPES)
                writer.write(connections[topic], START_NS + log_ns, data)
        return path


def make(kind: str, *values: Any) -> Any:
    return TYPES.types[kind](*values)


def header(stamp_ns: int, frame: str) -> Any:
    stamp = make("builtin_interfaces/msg/Time", *divmod(START_NS + stamp_ns, 10**9))
    return make("std_msgs/msg/Header", stamp, frame)


def quaternion(rotation: Rotation | None) -> list[float]:
    return [float(value) for value in (rotation or Rotation.identity()).as_quat()]


def picture(stamp_ns: int) -> np.ndarray:
    """Of its own for each stamp."""
    return np.random.default_rng(stamp_ns).integers(0, 256, (HEIGHT, WIDTH, 3), np.uint8)


@pytest.fixture
def recorder() -> Recorder:
    """An empty one."""
    return Recorder()


@pytest.fixture
def picture_at() -> Callable[[int], np.ndarray]:
    """The image that a Recorder makes for a stamp."""
    return picture


@pytest.fixture
def png() -> Callable[[np.ndarray], bytes]:
    """png(pixels): RGB or 16-bit."""

    def encode(pixels: np.ndarray) -> bytes:
        return bytes(cv2.imencode(".png", pixels[..., ::-1] if pixels.ndim == 3 else pixels)[1])

    return encode
