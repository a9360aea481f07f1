"""Arrays, and the bytes of a message that hold them."""

from __future__ import annotations

import array
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from kd3d_ros.decoding.errors import MessageError

if TYPE_CHECKING:
    from sensor_msgs.msg import Image, PointCloud2

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]


def check_length(msg: Image | PointCloud2, length: int, formula: str) -> None:
    if len(msg.data) != length:
        raise MessageError("data", f"data holds {len(msg.data)} bytes; allowed: {formula} = {length}")


def bytes_of(values: NDArray[np.generic]) -> array.array[int]:
    """Bytes of an array in the one type that rclpy takes without a copy per byte (ros2/rclpy#763)."""
    filled = array.array("B")
    filled.frombytes(np.ascontiguousarray(values).data.cast("B"))
    return filled
