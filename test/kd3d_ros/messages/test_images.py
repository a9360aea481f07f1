"""Images in."""

from __future__ import annotations

import contextlib

import cv2
import numpy as np
import pytest

pytest.importorskip("rclpy", reason="ROS 2 message packages are not installed (pip install .[ros])")

from builtin_interfaces.msg import Time
from hypothesis import given, settings
from hypothesis import strategies as st
from sensor_msgs.msg import CompressedImage, Image

from kd3d_ros.decoding import encodings
from kd3d_ros.decoding.encodings import LAYOUTS, MOST_SIDE
from kd3d_ros.messages import MessageError, image_decoder, image_message, images
from kd3d_ros.messages.images import _BRIDGED, numpy_decoder

STAMP = Time(sec=12, nanosec=34)
RED, GREEN, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)
BAYER = [name for name in LAYOUTS if name.startswith("bayer")]


@pytest.fixture(scope="module", params=["best", "numpy"])
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


@settings(deadline=None)
@given(st.data())
def test_every_plain_encoding_and_padding_decodes_to_the_same_rgb(decoder, data):
    height, width = data.draw(st.integers(1, 5)), data.draw(st.integers(1, 7))
    encoding = data.draw(st.sampled_from(sorted(_BRIDGED)))
    padding = data.draw(st.integers(0, 9))
    content = data.draw(st.binary(min_size=3 * height * width, max_size=3 * height * width))
    rgb = np.frombuffer(content, np.uint8).reshape(height, width, 3)
    if encoding == "mono8":
        rgb = np.repeat(rgb[..., :1], 3, axis=2)
    msg = encoded(rgb, encoding, padding)
    msg.is_bigendian = data.draw(st.sampled_from([0, 1]))
    np.testing.assert_array_equal(decoder(msg), rgb)


@pytest.mark.parametrize(
    ("kind", "changes", "text"),
    [
        ("encoding", {"encoding": "16UC1"}, "encoding is '16UC1'; allowed: rgb8, bgr8, rgba8, bgra8, mono8"),
        ("encoding", {"encoding": ""}, "encoding is ''"),
        ("encoding", {"encoding": "rgb16"}, "encoding is 'rgb16'; allowed: rgb8"),
        ("encoding", {"encoding": "a\nb" * 99}, "encoding is 'a\\nba\\nb"),
        ("size", {"width": 0}, "width is 0; allowed: 1 to 16384"),
        ("size", {"height": 0}, "height is 0; allowed: 1 to 16384"),
        ("size", {"width": 16385}, "width is 16385; allowed: 1 to 16384"),
        ("size", {"height": 2**32 - 1, "step": 2**32 - 1}, "height is 4294967295; allowed: 1 to 16384"),
        ("size", {"encoding": "yuv422", "width": 3}, "width is 3; allowed: even (yuv422)"),
        ("size", {"encoding": "bayer_rggb8"}, "height is 2; allowed: 3 to 16384"),
        ("size", {"encoding": "bayer_grbg16", "width": 2}, "width is 2; allowed: 3 to 16384"),
        ("step", {"step": 11}, "step is 11; allowed: at least 12 (4 pixels of rgb8)"),
        ("step", {"encoding": "rgba8"}, "step is 12; allowed: at least 16 (4 pixels of rgba8)"),
        ("step", {"encoding": "mono16", "step": 7}, "step is 7; allowed: at least 8 (4 pixels of mono16)"),
        ("step", {"encoding": "yuyv", "step": 7}, "step is 7; allowed: at least 8 (4 pixels of yuyv)"),
        ("data", {"data": [0] * 23}, "data holds 23 bytes; allowed: step * height = 24"),
        ("data", {"data": [0] * 25}, "data holds 25 bytes; allowed: step * height = 24"),
        ("data", {"step": 13}, "data holds 24 bytes; allowed: step * height = 26"),
        ("data", {"step": 2**32 - 1}, "data holds 24 bytes; allowed: step * height = 8589934590"),
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
    assert len(str(refusal.value)) < 400


@settings(deadline=None)
@given(st.data())
def test_mono16_keeps_the_upper_byte_in_both_byte_orders(decoder, data):
    height, width, padding = (data.draw(st.integers(*ends)) for ends in ((1, 5), (1, 7), (0, 5)))
    order = data.draw(st.sampled_from("<>"))
    values = np.array(
        data.draw(st.lists(st.integers(0, 65535), min_size=height * width, max_size=height * width))
    )
    rows = [row.astype(order + "u2").tobytes() + b"x" * padding for row in values.reshape(height, width)]
    msg = Image(height=height, width=width, encoding="mono16", step=2 * width + padding, data=b"".join(rows))
    msg.is_bigendian = int(order == ">")
    rgb = decoder(msg)
    assert (rgb.shape, rgb.dtype) == ((height, width, 3), np.uint8)
    np.testing.assert_array_equal(rgb, np.repeat(values.reshape(height, width, 1) // 256, 3, axis=2))


@pytest.mark.parametrize("padding", [0, 3])
@pytest.mark.parametrize(
    ("encoding", "order"), [("yuv422", "UYVY"), ("uyvy", "UYVY"), ("yuv422_yuy2", "YUYV"), ("yuyv", "YUYV")]
)
def test_yuv_pairs_have_the_colours_of_bt601(decoder, encoding, order, padding):
    """R = 1.164 (Y - 16) + 1.596 (V - 128), G = ... - 0.813 (V - 128) - 0.391 (U - 128), B = ... + 2.018."""
    pairs = [  # Y, U, V, Y of the neighbour
        ((16, 128, 128, 235), [[0, 0, 0], [255, 255, 255]]),
        ((81, 90, 240, 81), [RED, RED]),
        ((145, 54, 34, 145), [GREEN, GREEN]),
        ((41, 240, 110, 41), [BLUE, BLUE]),
        ((100, 128, 128, 200), [[98, 98, 98], [214, 214, 214]]),
        ((100, 100, 150, 100), [[133, 91, 41], [133, 91, 41]]),
    ]
    data, wanted = b"", []
    for (first, u, v, second), colours in pairs:
        data += bytes([u, first, v, second] if order == "UYVY" else [first, u, second, v]) + b"x" * padding
        wanted.append(colours)
    msg = Image(height=len(pairs), width=2, encoding=encoding, step=4 + padding, data=data, is_bigendian=1)
    np.testing.assert_allclose(decoder(msg).astype(int), wanted, atol=1)


def mosaic(encoding: str, colour: tuple[int, int, int], height: int, width: int, padding: int) -> Image:
    """What a sensor with this pattern sees of a wall of one colour; 16 bits are big-endian."""
    pattern, size = encoding[6:10], int(encoding[10:]) // 8
    rows = b""
    for row in range(height):
        for column in range(width):
            rows += bytes([colour["rgb".index(pattern[2 * (row % 2) + column % 2])], 9][:size])
        rows += b"x" * padding
    step = width * size + padding
    return Image(
        height=height, width=width, encoding=encoding, step=step, data=rows, is_bigendian=int(size == 2)
    )


@pytest.mark.parametrize("encoding", BAYER)
@pytest.mark.parametrize(("height", "width", "padding"), [(6, 8, 0), (3, 3, 1), (5, 4, 3)])
def test_bayer_mosaic_of_one_colour_is_that_colour_to_the_border(decoder, encoding, height, width, padding):
    for colour in (RED, GREEN, BLUE, (200, 100, 50)):
        rgb = decoder(mosaic(encoding, colour, height, width, padding))
        assert rgb.shape == (height, width, 3)
        assert (rgb == colour).all()


def test_bayer_16_little_endian_keeps_the_upper_byte(decoder):
    msg = mosaic("bayer_gbrg16", (200, 100, 50), 4, 6, 0)
    msg.data = np.frombuffer(msg.data, "u2").byteswap().tobytes()
    msg.is_bigendian = 0
    assert (decoder(msg) == (200, 100, 50)).all()


def test_bayer_marks_stay_in_their_places(decoder):
    msg = mosaic("bayer_rggb8", (0, 0, 0), 8, 10, 0)
    msg.data[4 * 10 + 6] = 255  # a red pixel
    rgb = decoder(msg)
    assert rgb[4, 6].tolist() == list(RED)
    assert rgb[4, 5, 0] == rgb[4, 7, 0] == rgb[3, 6, 0] == rgb[5, 6, 0] == 128
    assert not rgb[..., 1:].any()


@settings(deadline=None)
@given(st.data())
def test_any_image_message_decodes_or_is_refused(decoder, data):
    """Messages that fit, of which up to two fields are then replaced by anything."""
    encoding = data.draw(st.sampled_from(sorted(LAYOUTS)))
    height, width, step = (data.draw(st.integers(*ends)) for ends in ((1, 9), (1, 9), (20, 50)))
    msg = Image(height=height, width=width, encoding=encoding, step=step, data=bytes(range(step)) * height)
    msg.is_bigendian = data.draw(st.integers(0, 255))
    anything = {
        "encoding": st.sampled_from([*LAYOUTS, "16UC1", "RGB8"]) | st.text("bgr8C\n'é\0"),
        "height": st.integers(0, 9) | st.integers(0, 2**32 - 1),
        "width": st.integers(0, 9) | st.integers(0, 2**32 - 1),
        "step": st.integers(0, 60) | st.integers(0, 2**32 - 1),
        "data": st.binary(max_size=99),
    }
    for name in data.draw(st.lists(st.sampled_from(sorted(anything)), max_size=2)):
        setattr(msg, name, data.draw(anything[name]))
    with contextlib.suppress(MessageError):
        rgb = decoder(msg)
        assert (rgb.shape, rgb.dtype) == ((msg.height, msg.width, 3), np.uint8)


def test_largest_side_is_taken(decoder):
    msg = Image(height=1, width=MOST_SIDE, encoding="mono8", step=MOST_SIDE, data=bytes(MOST_SIDE))
    assert decoder(msg).shape == (1, MOST_SIDE, 3)


def test_what_opencv_refuses_is_a_broken_message(decoder, monkeypatch):
    def refuse(values, code):
        return cv2.resize(values, (0, 0))  # an OpenCV error, whatever comes in

    monkeypatch.setattr(encodings.cv2, "cvtColor", refuse)
    msg = Image(height=1, width=2, encoding="uyvy", step=4, data=bytes(4))
    with pytest.raises(MessageError, match="OpenCV cannot decode 4 bytes: ") as refusal:
        decoder(msg)
    assert refusal.value.kind == "data"


def test_compressed_messages_are_decoded_too(decoder):
    rgb = np.zeros((3, 5, 3), np.uint8)
    rgb[2, 4] = RED
    png = cv2.imencode(".png", rgb[..., ::-1])[1].tobytes()
    np.testing.assert_array_equal(decoder(CompressedImage(format="png", data=png)), rgb)


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
