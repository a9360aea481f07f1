"""Clouds out."""

from __future__ import annotations

import importlib.util

import numpy as np
import pytest

pytest.importorskip("rclpy", reason="ROS 2 message packages are not installed (pip install .[ros])")

from builtin_interfaces.msg import Time
from hypothesis import given
from hypothesis import strategies as st
from sensor_msgs.msg import PointCloud2, PointField

from kd3d_ros.messages import MessageError, pack_cloud, read_cloud, sample_colours

STAMP = Time(sec=12, nanosec=34)


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
