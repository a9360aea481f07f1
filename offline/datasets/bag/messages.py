"""Images and depth of a bag's messages.  Raises FrameError for whatever is wrong with one."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import cv2
import numpy as np
from numpy.typing import NDArray

from kd3d_ros.decoding import MessageError, decode_compressed, decode_image
from kd3d_ros.decoding.depths import DEPTH_LAYOUTS, decode_depth
from kd3d_ros.decoding.errors import opencv_refusals
from offline.bags.reader import BagReader
from offline.bags.storage import BagError, Message
from offline.datasets.bag.topics import COMPRESSED
from offline.datasets.base import FrameError

NO_READING = 65535
MILLIMETRE = DEPTH_LAYOUTS["16UC1"][1]
_PNG = b"\x89PNG"
_CONFIG = struct.Struct("<iff")  # what compressed_depth_image_transport writes before the PNG
_STAMPS = {0: struct.Struct(">iI"), 1: struct.Struct("<iI")}  # by the byte order of the CDR


def stamp_of(message: Message) -> int:
    """Nanoseconds of the header of a message that begins with one; its log time where the header has none.

    Raises FrameError.
    """
    try:
        seconds, nanoseconds = _STAMPS[message.data[1]].unpack_from(message.data, 4)
    except (struct.error, IndexError, KeyError) as error:
        raise FrameError(f"{message.topic}: a message logged at {message.log_ns} has no header") from error
    return int(seconds) * 10**9 + int(nanoseconds) or message.log_ns


def image_of(reader: BagReader, message: Message) -> NDArray[np.uint8]:
    """(H, W, 3) uint8 RGB."""
    with _named(message):
        msg = reader.deserialize(message)
        return decode_compressed(msg) if message.type == COMPRESSED else decode_image(msg)


def depth_of(reader: BagReader, message: Message) -> NDArray[np.float32]:
    """(h, w) metres, 0 where there is no reading."""
    with _named(message):
        msg = reader.deserialize(message)
        depth = _compressed_depth(msg) if message.type == COMPRESSED else _raw_depth(msg)
    depth[~(np.isfinite(depth) & (depth > 0))] = 0
    return depth


def _raw_depth(msg: SimpleNamespace) -> NDArray[np.float32]:
    depth = decode_depth(msg)
    if msg.encoding == "16UC1":
        depth[depth > MILLIMETRE * (NO_READING - 0.5)] = 0
    return depth


def _compressed_depth(msg: SimpleNamespace) -> NDArray[np.float32]:
    """Of compressed_depth_image_transport: millimetres, or 16 bits of inverse depth where it was 32FC1.

    A PNG without that transport's header is millimetres.
    """
    content = bytes(msg.data)
    start = 0 if content.startswith(_PNG) else _CONFIG.size
    values = None
    if len(content) > start:
        with opencv_refusals(msg):
            values = cv2.imdecode(np.frombuffer(content, np.uint8, offset=start), cv2.IMREAD_UNCHANGED)
    if values is None or values.dtype != np.uint16 or values.ndim != 2:
        raise MessageError(
            "data", f"{len(content)} bytes of format '{msg.format}' are no 16-bit PNG of depth"
        )
    if start == 0 or not msg.format.startswith("32FC1"):
        values[values == NO_READING] = 0
        return values * np.float32(MILLIMETRE)
    _, a, b = _CONFIG.unpack_from(content)
    with np.errstate(divide="ignore"):
        return np.where(values > 0, a / (values.astype(np.float32) - b), 0).astype(np.float32)


@contextmanager
def _named(message: Message) -> Iterator[None]:
    """Errors of a message as one of its frame."""
    try:
        yield
    except MessageError as error:
        raise FrameError(f"{message.topic}: a message logged at {message.log_ns}: {error}") from error
    except BagError as error:
        raise FrameError(str(error)) from error
