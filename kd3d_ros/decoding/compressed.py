"""sensor_msgs/CompressedImage: JPEG or PNG bytes -> RGB array.

The bytes are looked at before OpenCV sees them: it takes TIFF, EXR and more, makes room for as many pixels
as a header asks for and for as many bytes as a PNG chunk claims, and does not say that a JPEG is cut off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from kd3d_ros.decoding.arrays import Pixels
from kd3d_ros.decoding.encodings import check_sides
from kd3d_ros.decoding.errors import MessageError, opencv_refusals

if TYPE_CHECKING:
    from sensor_msgs.msg import CompressedImage

MOST_PIXELS = 64_000_000
_JPEG_START, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
_PNG_START = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_SIZE_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # SOFn; those three are tables
_BARE_MARKERS = frozenset([0x01, *range(0xD0, 0xD8)])  # without a length


def decode_compressed(msg: CompressedImage) -> Pixels:
    """RGB (height, width, 3) uint8 of a whole JPEG or PNG.

    16-bit PNG keeps its upper byte, transparency is dropped.  The EXIF rotation is left alone, since
    `camera_info` does not know of it.
    """
    content = bytes(msg.data)
    if content.startswith(_PNG_START):
        width, height = _png_size(content)
    elif content.startswith(_JPEG_START):
        width, height = _jpeg_size(content)
        if not content.rstrip(b"\0").endswith(_JPEG_END):  # drivers pad their buffers with zeros
            raise MessageError("data", f"JPEG of {len(content)} bytes is cut off: no end marker")
    else:
        raise _no_image(msg)
    check_sides(width, height)
    if width * height > MOST_PIXELS:
        raise MessageError("size", f"image is {width}x{height}; allowed: at most {MOST_PIXELS} pixels")
    with opencv_refusals(msg):
        bgr = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)
        if bgr is None:
            raise _no_image(msg)
        return np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), np.uint8)


def _no_image(msg: CompressedImage) -> MessageError:
    form = msg.format[:40]
    return MessageError(
        "data", f"{len(msg.data)} bytes of format {form!r} are no image; allowed: whole JPEG or PNG"
    )


def _png_size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG whose chunks, to the last, lie within the file."""
    at, kind = 8, b""
    while kind != b"IEND" and at < len(content):
        kind = content[at + 4 : at + 8]
        at += 12 + int.from_bytes(content[at : at + 4], "big")
    if kind != b"IEND" or at > len(content):
        raise MessageError("data", f"PNG of {len(content)} bytes is cut off: no end chunk")
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """Width and height from the first frame header, walking over the segments before it.

    Stricter than libjpeg, which searches on where a segment does not follow: the two must not find
    different headers.
    """
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF and content[at + 1] != 0:
        marker = content[at + 1]
        if marker in _SIZE_MARKERS:
            height, width = content[at + 5 : at + 7], content[at + 7 : at + 9]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
        if marker == 0xFF:  # fill byte
            at += 1
        elif marker in _BARE_MARKERS:
            at += 2
        else:
            at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    raise MessageError("data", f"JPEG of {len(content)} bytes has no frame header")
