"""sensor_msgs/Image with depth -> metres (REP-118)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kd3d_ros.decoding.arrays import Floats, check_length
from kd3d_ros.decoding.encodings import check_sides
from kd3d_ros.decoding.errors import MessageError

if TYPE_CHECKING:
    from sensor_msgs.msg import Image

DEPTH_LAYOUTS = {"16UC1": ("u2", 0.001), "32FC1": ("f4", 1.0)}
"""Kind of a value, and metres in one."""


def decode_depth(msg: Image) -> Floats:
    """Depth (height, width) float32, metres along z; 0 or not finite where there is no reading."""
    if msg.encoding not in DEPTH_LAYOUTS:
        raise MessageError(
            "encoding", f"encoding is {msg.encoding[:40]!r}; allowed for depth: {', '.join(DEPTH_LAYOUTS)}"
        )
    kind, metres = DEPTH_LAYOUTS[msg.encoding]
    check_sides(msg.width, msg.height)
    value = np.dtype((">" if msg.is_bigendian else "<") + kind)
    row = msg.width * value.itemsize
    if msg.step < row:
        raise MessageError(
            "step", f"step is {msg.step}; allowed: at least {row} ({msg.width} pixels of depth)"
        )
    check_length(msg, msg.step * msg.height, "step * height")
    rows = np.frombuffer(msg.data, np.uint8).reshape(msg.height, msg.step)[:, :row]
    return np.ascontiguousarray(rows).view(value).astype(np.float32) * np.float32(metres)
