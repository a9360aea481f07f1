"""Image messages in, cloud messages out."""

from __future__ import annotations

import importlib.util

import cv2
import numpy as np
import pytest

pytest.importorskip("rclpy", reason="ROS 2 message packages are not installed (pip install .[ros])")

from builtin_interfaces.msg import Time
from hypothesis import given
from hypothesis import strategies as st
from sensor_msgs.msg import CompressedImage, Image, PointCloud2, PointField

from kd3d_ros import messages
from kd3d_ros.messages import (
    CHANNELS,
    MessageError,
    diagnostics_message,
    image_decoder,
    image_message,
    numpy_decoder,
    pack_cloud,
    read_cloud,
    sample_colours,
)

STAMP = Time(sec=12, nanosec=34)
RED, GREEN, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)


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
    monkeypatch.setattr(messages, "_CV_BRIDGE_TRIAL", "import os; os.abort()")
    messages._cv_bridge_trouble.cache_clear()
    try:
        decoder = image_decoder()
        assert (decoder.name, decoder.reason) == ("numpy", "cv_bridge ended with status -6")
        monkeypatch.setattr(messages, "_CV_BRIDGE_TRIAL", "import cv_bridge_that_is_not_there")
        messages._cv_bridge_trouble.cache_clear()
        assert image_decoder().reason == "ModuleNotFoundError: No module named 'cv_bridge_that_is_not_there'"
    finally:
        messages._cv_bridge_trouble.cache_clear()


def test_image_message_refuses_other_arrays():
    with pytest.raises(ValueError, match=r"image is \(2, 4\) uint8; allowed: \(height, width, 3\) uint8"):
        image_message(np.zeros((2, 4), np.uint8), STAMP, "camera")


def test_colours_come_from_the_middle_of_each_block():
    rgb = np.zeros((6, 9, 3), np.uint8)
    rgb[..., 0], rgb[..., 1] = np.arange(6)[:, None], np.arange(9)
    np.testing.assert_array_equal(sample_colours(rgb, 2, 3)[..., 0], [[1, 1, 1], [4, 4, 4]])
    np.testing.assert_array_equal(sample_colours(rgb, 2, 3)[..., 1], [[1, 4, 7], [1, 4, 7]])
    np.testing.assert_array_equal(sample_colours(rgb, 6, 9), rgb)
    np.testing.assert_array_equal(sample_colours(rgb, 6, 9, stride=4), rgb[::4, ::4])
    assert sample_colours(rgb, 12, 18).shape == (12, 18, 3)  # a map may be finer than the image


def one_marked_point() -> PointCloud2:
    points, rgb = np.zeros((2, 3, 3), np.float32), np.zeros((2, 3, 3), np.uint8)
    uncertainty = np.zeros((2, 3), np.float32)
    points[0, 2], rgb[0, 2], uncertainty[0, 2] = (1.5, -2.0, 3.25), (255, 128, 1), 0.5
    return pack_cloud(points, rgb, uncertainty, STAMP, "map")


def test_cloud_layout_byte_by_byte():
    msg = one_marked_point()
    assert (msg.height, msg.width, msg.point_step, msg.row_step) == (2, 3, 20, 60)
    assert [(f.name, f.offset, f.datatype, f.count) for f in msg.fields] == [
        (name, 4 * i, PointField.FLOAT32, 1) for i, name in enumerate(["x", "y", "z", "rgb", "uncertainty"])
    ]
    assert (msg.header.stamp, msg.header.frame_id) == (STAMP, "map")
    assert msg.is_dense
    assert not msg.is_bigendian
    marked = bytes.fromhex("0000c03f 000000c0 00005040 0180ff00 0000003f")
    assert bytes(msg.data) == bytes(2 * 20) + marked + bytes(3 * 20)


def test_marked_point_of_a_wide_cloud_is_read_from_its_place():
    cloud = read_cloud(one_marked_point())
    assert cloud.points.shape == (2, 3, 3)
    assert np.argwhere(cloud.points.any(axis=-1)).tolist() == [[0, 2]]
    assert cloud.points[0, 2].tolist() == [1.5, -2.0, 3.25]
    assert cloud.rgb[0, 2].tolist() == [255, 128, 1]
    assert cloud.uncertainty[0, 2] == 0.5


@given(st.integers(1, 6), st.integers(1, 6), st.integers(0, 2**32 - 1), st.booleans())
def test_cloud_round_trip_is_exact(height, width, seed, with_nan):
    generator = np.random.default_rng(seed)
    points = generator.normal(size=(height, width, 3)).astype(np.float32)
    uncertainty = generator.random((height, width), dtype=np.float32)
    rgb = generator.integers(0, 256, (height, width, 3), np.uint8)
    if with_nan:
        points[-1, 0] = np.nan
    msg = pack_cloud(points, rgb, uncertainty, STAMP, "map")
    assert msg.is_dense is not with_nan
    cloud = read_cloud(msg)
    np.testing.assert_array_equal(cloud.points, points)
    np.testing.assert_array_equal(cloud.rgb, rgb)
    np.testing.assert_array_equal(cloud.uncertainty, uncertainty)


def test_strided_views_pack_like_copies():
    points = np.arange(4 * 6 * 3, dtype=np.float32).reshape(4, 6, 3)[::2, ::2]
    uncertainty = points[..., 0]
    rgb = np.arange(2 * 3 * 3, dtype=np.uint8).reshape(2, 3, 3)[:, ::-1]
    cloud = read_cloud(pack_cloud(points, rgb, uncertainty, STAMP, "map"))
    np.testing.assert_array_equal(cloud.points, points)
    np.testing.assert_array_equal(cloud.rgb, rgb)


def test_reader_takes_other_layouts():
    """Fields in another order, big-endian, gaps between points and rows."""
    msg = PointCloud2(height=2, width=1, point_step=28, row_step=32, is_bigendian=True)
    names = ["uncertainty", "rgb", "z", "y", "x"]
    msg.fields = [
        PointField(name=name, offset=4 + 4 * i, datatype=PointField.FLOAT32, count=1)
        for i, name in enumerate(names)
    ]
    point = (
        b"gap!" + np.array([0.5], ">f4").tobytes() + b"\0\x01\x02\x03" + np.array([3, 2, 1], ">f4").tobytes()
    )
    msg.data = (point + b"4444" + b"row!") * 2
    cloud = read_cloud(msg)
    assert cloud.points.tolist() == [[[1, 2, 3]], [[1, 2, 3]]]
    assert cloud.rgb.tolist() == [[[1, 2, 3]], [[1, 2, 3]]]
    assert cloud.uncertainty.tolist() == [[0.5], [0.5]]


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"fields": []}, "cloud has no field 'x'"),
        ({"point_step": 19}, "point_step is 19; field 'uncertainty' ends at 20"),
        ({"row_step": 59}, "row_step is 59; allowed: at least 60"),
        ({"data": [0] * 119}, "data holds 119 bytes; allowed: row_step * height = 120"),
    ],
)
def test_reader_refuses_a_cloud_that_breaks_its_own_rules(changes, text):
    msg = one_marked_point()
    for name, value in changes.items():
        setattr(msg, name, value)
    with pytest.raises(MessageError) as refusal:
        read_cloud(msg)
    assert str(refusal.value).startswith(text)


def test_reader_refuses_fields_of_another_type():
    msg = one_marked_point()
    msg.fields[3].datatype = PointField.UINT32
    with pytest.raises(MessageError, match=r"field 'rgb' has datatype, count \(6, 1\); allowed: \(7, 1\)"):
        read_cloud(msg)


def test_pack_cloud_refuses_arrays_of_different_sizes():
    with pytest.raises(
        ValueError, match=r"points \(3, 2, 3\) and rgb \(2, 3, 3\); allowed: both \(2, 3, 3\)"
    ):
        pack_cloud(
            np.zeros((3, 2, 3), np.float32),
            np.zeros((2, 3, 3), np.uint8),
            np.zeros((2, 3), np.float32),
            STAMP,
            "map",
        )


def test_an_independent_reader_sees_the_same_points():
    msg = one_marked_point()
    if importlib.util.find_spec("sensor_msgs_py"):
        from sensor_msgs_py import point_cloud2

        read = point_cloud2.read_points(msg, field_names=["x", "y", "z", "uncertainty"]).reshape(2, 3)
        points = np.stack([read[name] for name in "xyz"], axis=-1)
        np.testing.assert_array_equal(read["uncertainty"], read_cloud(msg).uncertainty)
    elif importlib.util.find_spec("ros2_numpy"):
        import ros2_numpy

        points = ros2_numpy.numpify(msg)["xyz"].reshape(2, 3, 3)  # its rgb is read from the wrong offset
    else:
        pytest.skip("neither sensor_msgs_py (ROS 2) nor ros2_numpy (PyPI) is installed")
    np.testing.assert_array_equal(points, read_cloud(msg).points)


def test_diagnostics_message_is_one_status_with_text_values():
    msg = diagnostics_message("robot/student_node", "cpu", "warn", "no image", {"received": 3}, STAMP)
    (status,) = msg.status
    assert (status.level, status.name, status.hardware_id) == (b"\x01", "robot/student_node", "cpu")
    assert (status.message, status.values[0].key, status.values[0].value) == ("no image", "received", "3")
    assert msg.header.stamp == STAMP
