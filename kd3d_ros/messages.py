"""ROS messages <-> arrays.  The only file that knows how messages are laid out.

Images come in as sensor_msgs/Image or CompressedImage, clouds go out as an organized
sensor_msgs/PointCloud2 with five little-endian float32 fields a point: x y z rgb uncertainty, where
`rgb` holds the bits 0x00RRGGBB (the PCL convention, which RViz and Open3D understand).
"""

from __future__ import annotations

import array
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from builtin_interfaces.msg import Time
from diagnostic_msgs.msg import DiagnosticArray, DiagnosticStatus, KeyValue
from numpy.typing import NDArray
from sensor_msgs.msg import CompressedImage, Image, PointCloud2, PointField

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]

CHANNELS = {"rgb8": 3, "bgr8": 3, "rgba8": 4, "bgra8": 4, "mono8": 1}
_RGB_CHANNELS = {"bgr8": (2, 1, 0), "rgba8": (0, 1, 2), "bgra8": (2, 1, 0), "mono8": (0, 0, 0)}
CLOUD_FIELDS = ("x", "y", "z", "rgb", "uncertainty")
POINT_STEP = 4 * len(CLOUD_FIELDS)
_LEVELS = {"ok": DiagnosticStatus.OK, "warn": DiagnosticStatus.WARN, "error": DiagnosticStatus.ERROR}

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


class MessageError(ValueError):
    """A message that breaks its own rules; `kind` names the broken field, for counting."""

    def __init__(self, kind: str, text: str) -> None:
        super().__init__(text)
        self.kind = kind


@dataclass(frozen=True)
class Cloud:
    """An organized cloud: points (h, w, 3) float32 metres, rgb (h, w, 3), uncertainty (h, w) metres."""

    points: Floats
    rgb: Pixels
    uncertainty: Floats


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
    msg.data = _bytes_of(rgb)
    return msg


def sample_colours(rgb: Pixels, height: int, width: int, stride: int = 1) -> Pixels:
    """Colours of every stride-th row and column of a (height, width) pointmap of the image `rgb`.

    Each is the image pixel at the centre of the block that the point stands for.
    """
    rows = ((np.arange(0, height, stride) + 0.5) * (rgb.shape[0] / height)).astype(np.intp)
    columns = ((np.arange(0, width, stride) + 0.5) * (rgb.shape[1] / width)).astype(np.intp)
    sampled: Pixels = rgb[rows[:, None], columns]
    return sampled


def pack_cloud(points: Floats, rgb: Pixels, uncertainty: Floats, stamp: Time, frame_id: str) -> PointCloud2:
    """Organized cloud of points (h, w, 3), rgb (h, w, 3) and uncertainty (h, w)."""
    height, width = uncertainty.shape
    if points.shape != (height, width, 3) or rgb.shape != (height, width, 3):
        raise ValueError(f"points {points.shape} and rgb {rgb.shape}; allowed: both ({height}, {width}, 3)")
    rows = np.zeros((height, width, len(CLOUD_FIELDS)), dtype="<f4")
    rows[..., 0:3] = points
    rows[..., 4] = uncertainty
    rows.view(np.uint8)[..., 12:15] = rgb[..., ::-1]  # little-endian 0x00RRGGBB is B G R 0

    # Filled here: sensor_msgs_py swaps height and width (ros2/common_interfaces#236).
    msg = PointCloud2(height=height, width=width, point_step=POINT_STEP, row_step=POINT_STEP * width)
    msg.header.stamp, msg.header.frame_id = stamp, frame_id
    msg.fields = [
        PointField(name=name, offset=4 * i, datatype=PointField.FLOAT32, count=1)
        for i, name in enumerate(CLOUD_FIELDS)
    ]
    msg.is_bigendian = False
    msg.is_dense = bool(np.isfinite(points).all())
    msg.data = _bytes_of(rows)
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
    _check_length(msg, msg.row_step * msg.height, "row_step * height")
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


def diagnostics_message(
    name: str, hardware_id: str, level: str, summary: str, values: Mapping[str, object], stamp: Time
) -> DiagnosticArray:
    """One status as a DiagnosticArray; `level` is 'ok', 'warn' or 'error'."""
    status = DiagnosticStatus(level=_LEVELS[level], name=name, message=summary)
    status.hardware_id = hardware_id
    status.values = [KeyValue(key=key, value=str(value)) for key, value in values.items()]
    msg = DiagnosticArray(status=[status])
    msg.header.stamp = stamp
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
    _check_length(msg, msg.step * msg.height, "step * height")


def _check_length(msg: Image | PointCloud2, length: int, formula: str) -> None:
    if len(msg.data) != length:
        raise MessageError("data", f"data holds {len(msg.data)} bytes; allowed: {formula} = {length}")


def _packed(msg: Image) -> Image:
    """The same image without row padding and without the byte order, which 8-bit data do not have.

    cv_bridge from PyPI ignores `step` and fails on `is_bigendian` under NumPy 2.
    """
    row = msg.width * CHANNELS[msg.encoding]
    if msg.step == row and not msg.is_bigendian:
        return msg
    packed = Image(header=msg.header, height=msg.height, width=msg.width, encoding=msg.encoding, step=row)
    packed.data = _bytes_of(np.frombuffer(msg.data, np.uint8).reshape(msg.height, msg.step)[:, :row])
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


def _bytes_of(values: NDArray[np.generic]) -> array.array[int]:
    """Bytes of an array in the one type that rclpy takes without a copy per byte (ros2/rclpy#763)."""
    filled = array.array("B")
    filled.frombytes(np.ascontiguousarray(values).data.cast("B"))
    return filled


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
