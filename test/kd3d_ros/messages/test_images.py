"""Images in."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

pytest.importorskip("rclpy", reason="ROS 2 message packages are not installed (pip install .[ros])")

from builtin_interfaces.msg import Time
from hypothesis import given
from hypothesis import strategies as st
from sensor_msgs.msg import CompressedImage, Image

from kd3d_ros.messages import MessageError, image_decoder, image_message, images
from kd3d_ros.messages.images import CHANNELS, numpy_decoder

STAMP = Time(sec=12, nanosec=34)
RED, BLUE = (255, 0, 0), (0, 0, 255)


@pytest.fixture(params=["best", "numpy"])
def decoder(request):
    """The decoder that this machine uses, and the one that takes over where cv_bridge does not work."""
    return image_decoder() if request.param == "best" else numpy_decoder()


def encoded(rgb: np.ndarray, encoding: str, padding: int = 0, fill: int = 77) -> Image:
    """An Image of `rgb` in another encoding, written here by hand from the encodings' definition."""
    planes = {
        "rgb8": [0, 1, 2],
        "bgr8": [2, 1, 0],
        "rgba8": [0, 1, 2, None],
        "bgra8": [2, 1, 0, None],
        "mono8": [0],
    }
    height, width, _ = rgb.shape
    rows = []
    for row in rgb:
        pixels = [fill if plane is None else int(pixel[plane]) for pixel in row for plane in planes[encoding]]
        rows += pixels + [fill] * padding
    step = width * len(planes[encoding]) + padding
    return Image(height=height, width=width, encoding=encoding, step=step, data=rows)


def test_marked_pixel_of_a_wide_image_stays_in_its_place(decoder):
    rgb = np.zeros((3, 5, 3), np.uint8)
    rgb[2, 4] = RED
    decoded = decoder(image_message(rgb, STAMP, "camera"))
    assert decoded.shape == (3, 5, 3)
    assert decoded.dtype == np.uint8
    assert np.argwhere(decoded.any(axis=-1)).tolist() == [[2, 4]]
    assert decoded[2, 4].tolist() == list(RED)


@given(st.data())
def test_every_encoding_and_padding_decodes_to_the_same_rgb(data):
    height, width = data.draw(st.integers(1, 5)), data.draw(st.integers(1, 7))
    encoding = data.draw(st.sampled_from(sorted(CHANNELS)))
    padding = data.draw(st.integers(0, 9))
    content = data.draw(st.binary(min_size=3 * height * width, max_size=3 * height * width))
    rgb = np.frombuffer(content, np.uint8).reshape(height, width, 3)
    if encoding == "mono8":
        rgb = np.repeat(rgb[..., :1], 3, axis=2)
    msg = encoded(rgb, encoding, padding)
    msg.is_bigendian = data.draw(st.sampled_from([0, 1]))
    for decode in (image_decoder(), numpy_decoder()):
        np.testing.assert_array_equal(decode(msg), rgb, err_msg=decode.name)


@pytest.mark.parametrize(
    ("kind", "changes", "text"),
    [
        ("encoding", {"encoding": "16UC1"}, "encoding is '16UC1'; allowed: rgb8, bgr8, rgba8, bgra8, mono8"),
        ("encoding", {"encoding": ""}, "encoding is ''"),
        ("size", {"width": 0}, "width is 0; allowed: at least 1"),
        ("size", {"height": 0}, "height is 0; allowed: at least 1"),
        ("step", {"step": 11}, "step is 11; allowed: at least 12 (4 pixels of rgb8)"),
        ("step", {"encoding": "rgba8"}, "step is 12; allowed: at least 16 (4 pixels of rgba8)"),
        ("data", {"data": [0] * 23}, "data holds 23 bytes; allowed: step * height = 24"),
        ("data", {"data": [0] * 25}, "data holds 25 bytes; allowed: step * height = 24"),
        ("data", {"step": 13}, "data holds 24 bytes; allowed: step * height = 26"),
        ("data", {"data": []}, "data holds 0 bytes"),
    ],
)
def test_image_that_breaks_its_own_rules_is_refused(decoder, kind, changes, text):
    msg = image_message(np.zeros((2, 4, 3), np.uint8), STAMP, "camera")
    for name, value in changes.items():
        setattr(msg, name, value)
    with pytest.raises(MessageError) as refusal:
        decoder(msg)
    assert refusal.value.kind == kind
    assert str(refusal.value).startswith(text)


def test_compressed_image_keeps_its_colours_and_ignores_exif_rotation(decoder):
    rgb = np.zeros((24, 40, 3), np.uint8)
    rgb[:, :20], rgb[:, 20:] = RED, BLUE
    png = cv2.imencode(".png", rgb[..., ::-1])[1].tobytes()
    np.testing.assert_array_equal(decoder(CompressedImage(format="png", data=png)), rgb)

    jpeg = cv2.imencode(".jpg", rgb[..., ::-1])[1].tobytes()
    exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"  # "rotate by 90"
    turned = jpeg[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + jpeg[2:]
    assert decoder(CompressedImage(format="jpeg", data=turned)).shape == (24, 40, 3)


@pytest.mark.parametrize("content", [b"", b"no image"])
def test_compressed_image_that_is_none_is_refused(decoder, content):
    with pytest.raises(MessageError, match=r"bytes of format 'jpeg' are no image") as refusal:
        decoder(CompressedImage(format="jpeg", data=content))
    assert refusal.value.kind == "data"


def test_numpy_decoder_takes_over_where_cv_bridge_crashes(monkeypatch):
    monkeypatch.setattr(images, "_CV_BRIDGE_TRIAL", "import os; os.abort()")
    images._cv_bridge_trouble.cache_clear()
    try:
        decoder = image_decoder()
        assert (decoder.name, decoder.reason) == ("numpy", "cv_bridge ended with status -6")
        monkeypatch.setattr(images, "_CV_BRIDGE_TRIAL", "import cv_bridge_that_is_not_there")
        images._cv_bridge_trouble.cache_clear()
        assert image_decoder().reason == "ModuleNotFoundError: No module named 'cv_bridge_that_is_not_there'"
    finally:
        images._cv_bridge_trouble.cache_clear()


def test_image_message_refuses_other_arrays():
    with pytest.raises(ValueError, match=r"image is \(2, 4\) uint8; allowed: \(height, width, 3\) uint8"):
        image_message(np.zeros((2, 4), np.uint8), STAMP, "camera")
