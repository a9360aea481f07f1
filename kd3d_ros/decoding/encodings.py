"""sensor_msgs/Image in each encoding that the node takes -> RGB array.

Names are those of sensor_msgs/image_encodings.hpp.  16UC1 is depth, not an image, and is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np

from kd3d_ros.decoding.arrays import Pixels, check_length
from kd3d_ros.decoding.errors import MessageError, opencv_refusals

if TYPE_CHECKING:
    from sensor_msgs.msg import Image

# No camera comes near: a larger side is a broken message.
MOST_SIDE = 16384


class Layout(NamedTuple):
    """Values a pixel, OpenCV's conversion to RGB (None: is RGB), bytes a value; what sides are allowed."""

    channels: int
    to_rgb: int | None
    value_bytes: int = 1
    least_side: int = 1
    even_width: bool = False


# OpenCV names a Bayer pattern by the pixels that begin one row and one column later: rggb is its BG.
_BAYER = {
    "rggb": cv2.COLOR_BayerBG2RGB,
    "bggr": cv2.COLOR_BayerRG2RGB,
    "gbrg": cv2.COLOR_BayerGR2RGB,
    "grbg": cv2.COLOR_BayerGB2RGB,
}
_UYVY = Layout(2, cv2.COLOR_YUV2RGB_UYVY, even_width=True)
_YUYV = Layout(2, cv2.COLOR_YUV2RGB_YUY2, even_width=True)

LAYOUTS = {
    "rgb8": Layout(3, None),
    "bgr8": Layout(3, cv2.COLOR_BGR2RGB),
    "rgba8": Layout(4, cv2.COLOR_RGBA2RGB),
    "bgra8": Layout(4, cv2.COLOR_BGRA2RGB),
    "mono8": Layout(1, cv2.COLOR_GRAY2RGB),
    "mono16": Layout(1, cv2.COLOR_GRAY2RGB, value_bytes=2),
    "yuv422": _UYVY,  # the old name
    "uyvy": _UYVY,
    "yuv422_yuy2": _YUYV,  # the old name
    "yuyv": _YUYV,
    # Three pixels a side: OpenCV makes a smaller mosaic black, and says nothing.
    **{
        f"bayer_{pattern}{8 * size}": Layout(1, code, value_bytes=size, least_side=3)
        for size in (1, 2)
        for pattern, code in _BAYER.items()
    },
}


def decode_image(msg: Image) -> Pixels:
    """RGB (height, width, 3) uint8; a packed rgb8 image shares the message's bytes.

    YUV is BT.601 in its narrow range (Y 16 to 235), as OpenCV has it.  Of 16-bit values the upper byte is
    taken, before a Bayer mosaic is interpolated: an image that holds 10 or 12 bits in the lower end of its
    16 comes out 64 or 16 times too dark.  Let such a camera shift them up.
    """
    layout, rows = checked_rows(msg)
    values = rows.reshape(msg.height, msg.width, layout.channels * layout.value_bytes)
    if layout.value_bytes == 2:
        values = values[..., 0::2] if msg.is_bigendian else values[..., 1::2]  # OpenCV makes the copy
    if layout.to_rgb is None:
        return np.ascontiguousarray(values)
    with opencv_refusals(msg):
        return np.asarray(cv2.cvtColor(values, layout.to_rgb), np.uint8)


def check_sides(width: int, height: int, least: int = 1) -> None:
    """Raise MessageError unless both sides of an image are in range."""
    for name, side in (("width", width), ("height", height)):
        if not least <= side <= MOST_SIDE:
            raise MessageError("size", f"{name} is {side}; allowed: {least} to {MOST_SIDE}")


def checked_rows(msg: Image) -> tuple[Layout, Pixels]:
    """Layout and rows (height, bytes) without padding, where encoding, size, step and data fit each other."""
    layout = LAYOUTS.get(msg.encoding)
    if layout is None:
        raise MessageError("encoding", f"encoding is {msg.encoding[:40]!r}; allowed: {', '.join(LAYOUTS)}")
    check_sides(msg.width, msg.height, layout.least_side)
    if layout.even_width and msg.width % 2:
        raise MessageError("size", f"width is {msg.width}; allowed: even ({msg.encoding})")
    row = msg.width * layout.channels * layout.value_bytes
    if msg.step < row:
        raise MessageError(
            "step", f"step is {msg.step}; allowed: at least {row} ({msg.width} pixels of {msg.encoding})"
        )
    check_length(msg, msg.step * msg.height, "step * height")
    return layout, np.frombuffer(msg.data, np.uint8).reshape(msg.height, msg.step)[:, :row]
