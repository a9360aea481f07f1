"""Images: sensor_msgs/Image or CompressedImage -> RGB arrays, and back to an rgb8 Image."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from builtin_interfaces.msg import Time
from sensor_msgs.msg import CompressedImage, Image

from kd3d_ros.messages.arrays import Pixels, bytes_of, check_length
from kd3d_ros.messages.errors import MessageError

CHANNELS = {"rgb8": 3, "bgr8": 3, "rgba8": 4, "bgra8": 4, "mono8": 1}
_RGB_CHANNELS = {"bgr8": (2, 1, 0), "rgba8": (0, 1, 2), "bgra8": (2, 1, 0), "mono8": (0, 0, 0)}

# Run in a process of its own: a cv_bridge built against NumPy 1 prints pages, or crashes, under NumPy 2;
# one built against OpenCV 4 misreads colour images under OpenCV 5.
_CV_BRIDGE_TRIAL = """
import numpy
from cv_bridge import CvBridge
from sensor_msgs.msg import Image
for encoding, (r, g, b), channels in (
    ("rgb8", (0, 1, 2), 3), ("bgr8", (2, 1, 0), 3), ("mono8", (0, 0, 0), 1),
    ("rgba8", (0, 1, 2), 4), ("bgra8", (2, 1, 0), 4),
):
    data = list(range(2 * channels))
    image = Image(height=2, width=1, encoding=encoding, step=channels, data=data)
    rgb = CvBridge().imgmsg_to_cv2(image, "rgb8")
    wanted = [[[i + r, i + g, i + b]] for i in (0, channels)]
    assert rgb.dtype == numpy.uint8 and rgb.tolist() == wanted, f"{encoding}: {rgb.tolist()}"
"""
_CV_BRIDGE_TRIAL_SECONDS = 30.0


@dataclass(frozen=True)
class ImageDecoder:
    """Image or CompressedImage -> RGB array (height, width, 3) uint8.

    `name` is 'cv_bridge' or 'numpy'; `reason` says why cv_bridge is not used, '' where it is.
    Calling it raises MessageError for a message that breaks its own rules.
    """

    name: str
    reason: str
    decode_packed: Callable[[Image], Pixels]

    def __call__(self, msg: Image | CompressedImage) -> Pixels:
        if isinstance(msg, CompressedImage):
            return _decode_compressed(msg)
        _check_image(msg)
        return self.decode_packed(_packed(msg))


def image_decoder() -> ImageDecoder:
    """The cv_bridge decoder where cv_bridge works, else the NumPy one."""
    reason = _cv_bridge_trouble()
    if reason:
        return ImageDecoder("numpy", reason, _decode_with_numpy)
    from cv_bridge import CvBridge

    bridge = CvBridge()
    return ImageDecoder("cv_bridge", "", lambda msg: bridge.imgmsg_to_cv2(msg, "rgb8"))


def numpy_decoder() -> ImageDecoder:
    """The decoder that needs nothing but NumPy."""
    return ImageDecoder("numpy", "asked for", _decode_with_numpy)


def image_message(rgb: Pixels, stamp: Time, frame_id: str) -> Image:
    """An rgb8 Image of an array (height, width, 3) uint8."""
    if rgb.ndim != 3 or rgb.shape[2] != 3 or rgb.dtype != np.uint8:
        raise ValueError(f"image is {rgb.shape} {rgb.dtype}; allowed: (height, width, 3) uint8")
    msg = Image(height=rgb.shape[0], width=rgb.shape[1], encoding="rgb8", step=3 * rgb.shape[1])
    msg.header.stamp, msg.header.frame_id = stamp, frame_id
    msg.data = bytes_of(rgb)
    return msg


def _check_image(msg: Image) -> None:
    """Raise MessageError unless encoding, size, step and data length fit each other."""
    if msg.encoding not in CHANNELS:
        raise MessageError("encoding", f"encoding is '{msg.encoding}'; allowed: {', '.join(CHANNELS)}")
    for side in ("width", "height"):
        if getattr(msg, side) == 0:
            raise MessageError("size", f"{side} is 0; allowed: at least 1")
    row = msg.width * CHANNELS[msg.encoding]
    if msg.step < row:
        raise MessageError(
            "step", f"step is {msg.step}; allowed: at least {row} ({msg.width} pixels of {msg.encoding})"
        )
    check_length(msg, msg.step * msg.height, "step * height")


def _packed(msg: Image) -> Image:
    """The same image without row padding and without the byte order, which 8-bit data do not have.

    cv_bridge from PyPI ignores `step` and fails on `is_bigendian` under NumPy 2.
    """
    row = msg.width * CHANNELS[msg.encoding]
    if msg.step == row and not msg.is_bigendian:
        return msg
    packed = Image(header=msg.header, height=msg.height, width=msg.width, encoding=msg.encoding, step=row)
    packed.data = bytes_of(np.frombuffer(msg.data, np.uint8).reshape(msg.height, msg.step)[:, :row])
    return packed


def _decode_with_numpy(msg: Image) -> Pixels:
    """RGB of a packed image whose fields were checked; shares the message's bytes where it can."""
    pixels = np.frombuffer(msg.data, np.uint8).reshape(msg.height, msg.width, CHANNELS[msg.encoding])
    if msg.encoding == "rgb8":
        return pixels
    rgb = np.empty((msg.height, msg.width, 3), np.uint8)
    for i, channel in enumerate(_RGB_CHANNELS[msg.encoding]):  # a plane at a time: 5x faster than [..., ::-1]
        rgb[..., i] = pixels[..., channel]
    return rgb


def _decode_compressed(msg: CompressedImage) -> Pixels:
    """RGB of JPEG or PNG bytes; the EXIF rotation is left alone, since `camera_info` does not know of it."""
    flags = cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION
    bgr = cv2.imdecode(np.frombuffer(msg.data, np.uint8), flags) if len(msg.data) else None
    if bgr is None:
        raise MessageError(
            "data", f"{len(msg.data)} bytes of format '{msg.format}' are no image; allowed: whole JPEG or PNG"
        )
    return np.ascontiguousarray(bgr[..., ::-1])


@cache
def _cv_bridge_trouble() -> str:
    """Why cv_bridge cannot be used on this machine, in one line; '' if it decodes a small image well."""
    try:
        trial = subprocess.run(
            [sys.executable, "-c", _CV_BRIDGE_TRIAL],
            capture_output=True, text=True, timeout=_CV_BRIDGE_TRIAL_SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return f"cv_bridge did not answer within {_CV_BRIDGE_TRIAL_SECONDS:g} s"
    if trial.returncode == 0:
        return ""
    lines = trial.stderr.strip().splitlines()
    return lines[-1] if lines else f"cv_bridge ended with status {trial.returncode}"
