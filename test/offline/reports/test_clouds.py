"""What the page's scripts unpack is what was packed."""

from __future__ import annotations

import base64

import numpy as np

from offline.pointcloud import Cloud
from offline.reports.clouds import UNKNOWN, levels, pack_cloud, pack_segments, pack_student
from offline.student_cloud import StudentCloud

POINTS = np.array([[1, 2, 3], [2, 2, 5], [1.5, 2, 4]], np.float32)
COLOURS = np.array([[0, 128, 255], [1, 2, 3], [9, 8, 7.6]], np.float32)
TOWARDS = np.array([[1, 0, 0], [0, -1, 0], [0, 0.6, 0.8]], np.float32)
CLOUD = Cloud(POINTS, COLOURS, TOWARDS, np.ones(3, np.float32))


def test_a_cloud_is_positions_then_colours_then_directions() -> None:
    packed = pack_cloud(CLOUD)
    raw = base64.b64decode(packed["bytes"])
    assert packed["count"] == 3
    assert len(raw) == 3 * (6 + 3 + 3)
    assert packed["low"] == [1, 2, 3]
    steps = np.frombuffer(raw, "<u2", 9).reshape(3, 3)
    np.testing.assert_array_equal(steps[:, [0, 2]], [[0, 0], [65535, 65535], [32768, 32768]])
    np.testing.assert_allclose(packed["low"] + steps / 65535 * packed["span"], POINTS, atol=2e-5)
    assert np.frombuffer(raw, np.uint8, 9, 18).tolist() == [0, 128, 255, 1, 2, 3, 9, 8, 8]
    assert np.frombuffer(raw, np.int8, 9, 27).tolist() == [127, 0, 0, 0, -127, 0, 0, 76, 102]


def test_values_are_steps_of_the_scale_and_what_is_unknown_says_so() -> None:
    metres = np.array([0, 0.05, 0.1, 7, np.nan], np.float32)
    assert levels(metres, 0.1).tolist() == [0, 127, 254, 254, UNKNOWN]
    student = StudentCloud(
        CLOUD, np.array([0.1, 0.2, 0.3], np.float32), np.array([0, np.nan, 0.2], np.float32)
    )
    values = base64.b64decode(pack_student(student, 0.2)["values"])
    assert list(values) == [0, 127, UNKNOWN, 254, 254, 254]  # error, uncertainty, error, ...


def test_segments_are_plain_floats() -> None:
    segments = np.arange(12, dtype=np.float64).reshape(2, 2, 3)
    assert np.frombuffer(base64.b64decode(pack_segments(segments)), "<f4").tolist() == list(range(12))
