"""Images: sensor_msgs/Image or CompressedImage -> RGB arrays, and back to an rgb8 Image."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from builtin_interfaces.msg import Time
from sensor_msgs.msg import CompressedImage, Image

from kd3d_ros.decoding.arrays import Pixels, bytes_of
from kd3d_ros.decoding.compressed import decode_compressed
from kd3d_ros.decoding.encodings import checked_rows, decode_image
from kd3d_ros.decoding.errors import opencv_refusals

# What the trial below asks of cv_bridge; it decodes no other encoding here, though it knows more.
_BRIDGED = frozenset(["rgb8", "bgr8", "rgba8", "bgra8", "mono8"])
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

    `name` is 'cv_bridge' or 'numpy'; `reason` says why cv_bridge is not used, '' where it is.  cv_bridge
    decodes the encodings that its trial covers: rgb8, bgr8, rgba8, bgra8 and mono8.  All others, and all
    where it is not used, are left to NumPy and OpenCV.
    Calling it raises MessageError for a message that breaks its own rules.
    """

    name: str
    reason: str
    bridge: Callable[[Image], Pixels] | None

    def __call__(self, msg: Image | CompressedImage) -> Pixels:
        if isinstance(msg, CompressedImage):
            return decode_compressed(msg)
        if self.bridge is not None and msg.encoding in _BRIDGED:
            with opencv_refusals(msg):
                return self.bridge(packed_image(msg))
        return decode_image(msg)


def image_decoder() -> ImageDecoder:
    """The decoder with cv_bridge where that works, else the one without."""
    reason = _cv_bridge_trouble()
    if reason:
        return ImageDecoder("numpy", reason, None)
    from cv_bridge import CvBridge

    bridge = CvBridge()
    return ImageDecoder("cv_bridge", "", lambda msg: bridge.imgmsg_to_cv2(msg, "rgb8"))


def numpy_decoder() -> ImageDecoder:
    """The decoder that needs no cv_bridge."""
    return ImageDecoder("numpy", "asked for", None)


def packed_image(msg: Image) -> Image:
    """The same 8-bit image without row padding, and without the byte order that 8-bit values do not have.

    cv_bridge from PyPI ignores `step` and fails on `is_bigendian` under NumPy 2.
    """
    _, rows = checked_rows(msg)
    if msg.step == rows.shape[1] and not msg.is_bigendian:
        return msg
    packed = Image(header=msg.header, height=msg.height, width=msg.width, encoding=msg.encoding)
    packed.step, packed.data = rows.shape[1], bytes_of(rows)
    return packed


def image_message(rgb: Pixels, stamp: Time, frame_id: str) -> Image:
    """An rgb8 Image of an array (height, width, 3) uint8."""
    if rgb.ndim != 3 or rgb.shape[2] != 3 or rgb.dtype != np.uint8:
        raise ValueError(f"image is {rgb.shape} {rgb.dtype}; allowed: (height, width, 3) uint8")
    msg = Image(height=rgb.shape[0], width=rgb.shape[1], encoding="rgb8", step=3 * rgb.shape[1])
    msg.header.stamp, msg.header.frame_id = stamp, frame_id
    msg.data = bytes_of(rgb)
    return msg


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
