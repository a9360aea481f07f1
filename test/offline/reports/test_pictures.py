"""The pictures are what they are of."""

from __future__ import annotations

import base64

import cv2
import numpy as np

from offline.reconstruction_picture import SIZE
from offline.reports.clouds import levels
from offline.reports.data import ReportData
from offline.reports.pictures import UNKNOWN_COLOUR, map_uri, palette, side_by_side


def decoded(uri: str) -> np.ndarray:
    head, _, content = uri.partition(",")
    assert head == "data:image/webp;base64"
    return cv2.cvtColor(
        cv2.imdecode(np.frombuffer(base64.b64decode(content), np.uint8), 1), cv2.COLOR_BGR2RGB
    )


def test_a_map_keeps_every_pixel() -> None:
    values = np.array([[0, 0.02, 0.1], [0.3, np.nan, 0.07]], np.float32)
    picture = decoded(map_uri(values, 0.1))
    np.testing.assert_array_equal(picture, palette()[levels(values, 0.1)])
    assert tuple(picture[1, 1]) == UNKNOWN_COLOUR
    np.testing.assert_array_equal(picture[1, 0], picture[0, 2])  # beyond the scale is its end


def test_both_clouds_are_seen_by_one_camera(data: ReportData) -> None:
    same = side_by_side(data.teacher, data.teacher, data.up)
    assert len(same) == 2
    assert all(teacher == student for teacher, student in same)
    assert same[0][0] != same[1][0]  # from another viewpoint
    assert decoded(same[0][0]).shape == (*SIZE[::-1], 3)
