"""Organized clouds: sensor_msgs/PointCloud2 with five little-endian float32 fields a point.

They are x y z rgb uncertainty, where `rgb` holds the bits 0x00RRGGBB (the PCL convention, which RViz and
Open3D understand).
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from builtin_interfaces.msg import Time
from numpy.typing import NDArray
from sensor_msgs.msg import PointCloud2, PointField

from kd3d_ros.decoding.arrays import Floats, Pixels, bytes_of, check_length
from kd3d_ros.decoding.errors import MessageError

CLOUD_FIELDS = ("x", "y", "z", "rgb", "uncertainty")
POINT_STEP = 4 * len(CLOUD_FIELDS)


@dataclass(frozen=True)
class Cloud:
    """An organized cloud: points (h, w, 3) float32 metres, rgb (h, w, 3), uncertainty (h, w) metres."""

    points: Floats
    rgb: Pixels
    uncertainty: Floats


def sample_colours(rgb: Pixels, height: int, width: int, stride: int = 1) -> Pixels:
    """Colours of every stride-th row and column of a (height, width) pointmap of the image `rgb`.

    Each is the image pixel at the centre of the block that the point stands for.
    """
    # "Exact" is what takes the pixel at the centre; cv2's plain nearest takes the block's first.
    sampled = cv2.resize(rgb, (width, height), interpolation=cv2.INTER_NEAREST_EXACT)
    return np.asarray(sampled, np.uint8)[::stride, ::stride]


def pack_cloud(points: Floats, rgb: Pixels, uncertainty: Floats, stamp: Time, frame_id: str) -> PointCloud2:
    """Organized cloud of points (h, w, 3), rgb (h, w, 3) and uncertainty (h, w)."""
    height, width = uncertainty.shape
    if points.shape != (height, width, 3) or rgb.shape != (height, width, 3):
        raise ValueError(f"points {points.shape} and rgb {rgb.shape}; allowed: both ({height}, {width}, 3)")
    rows = np.empty((height, width, len(CLOUD_FIELDS)), dtype="<f4")
    rows[..., 0:3] = points
    rows[..., 4] = uncertainty
    blue_green_red_0 = cv2.cvtColor(np.ascontiguousarray(rgb), cv2.COLOR_RGB2BGRA)
    blue_green_red_0[..., 3] = 0
    rows.view("<u4")[..., 3] = blue_green_red_0.view("<u4")[..., 0]  # little-endian 0x00RRGGBB

    # Filled here: sensor_msgs_py swaps height and width (ros2/common_interfaces#236).
    msg = PointCloud2(height=height, width=width, point_step=POINT_STEP, row_step=POINT_STEP * width)
    msg.header.stamp, msg.header.frame_id = stamp, frame_id
    msg.fields = [
        PointField(name=name, offset=4 * i, datatype=PointField.FLOAT32, count=1)
        for i, name in enumerate(CLOUD_FIELDS)
    ]
    msg.is_bigendian = False
    msg.is_dense = bool(np.isfinite(points).all())
    msg.data = bytes_of(rows)
    return msg


def read_cloud(msg: PointCloud2) -> Cloud:
    """Arrays of a cloud that has the five fields, wherever they lie in the point.

    Raises MessageError if a field is missing or not float32, or if the lengths do not fit.
    """
    offsets = {field.name: field.offset for field in msg.fields}
    kinds = {field.name: (field.datatype, field.count) for field in msg.fields}
    for name in CLOUD_FIELDS:
        if name not in offsets:
            raise MessageError("fields", f"cloud has no field '{name}'; it has {sorted(offsets)}")
        if kinds[name] != (PointField.FLOAT32, 1):
            raise MessageError(
                "fields",
                f"field '{name}' has datatype, count {kinds[name]}; allowed: {(PointField.FLOAT32, 1)}",
            )
        if offsets[name] + 4 > msg.point_step:
            raise MessageError(
                "point_step", f"point_step is {msg.point_step}; field '{name}' ends at {offsets[name] + 4}"
            )
    if msg.row_step < msg.point_step * msg.width:
        raise MessageError(
            "row_step", f"row_step is {msg.row_step}; allowed: at least {msg.point_step * msg.width}"
        )
    check_length(msg, msg.row_step * msg.height, "row_step * height")
    rows = np.frombuffer(msg.data, np.uint8).reshape(msg.height, msg.row_step)
    cells = rows[:, : msg.point_step * msg.width].reshape(msg.height, msg.width, msg.point_step)
    order = ">" if msg.is_bigendian else "<"

    def column(name: str, kind: str) -> NDArray[np.generic]:
        four = np.ascontiguousarray(cells[..., offsets[name] : offsets[name] + 4])
        return four.view(order + kind)[..., 0]

    colour = column("rgb", "u4").astype(np.uint32)
    return Cloud(
        np.stack([column(name, "f4") for name in "xyz"], axis=-1).astype(np.float32),
        np.stack([colour >> 16 & 255, colour >> 8 & 255, colour & 255], axis=-1).astype(np.uint8),
        column("uncertainty", "f4").astype(np.float32),
    )
