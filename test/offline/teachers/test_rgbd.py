"""The sensor's own depth as a label."""

from __future__ import annotations

import numpy as np
import pytest

from offline.datasets.base import Frame, FrameError
from offline.teachers.rgbd import label_frame

K = np.array([[525.0, 0, 319.5], [0, 525.0, 239.5], [0, 0, 1]])


def frame(size: tuple[int, int] = (640, 480), **changes: object) -> Frame:
    width, height = size
    depth = np.full((height, width), 2.0, np.float32)
    depth[: height // 2] = 0  # the upper half has no reading
    fields = {
        "name": "frame-000007",
        "image": np.full((height, width, 3), (10, 20, 30), np.uint8),
        "K": K,
        "timestamp": 0.0,
        "depth": depth,
        "T_world_camera": np.diag([1.0, -1, -1, 1]),
        **changes,
    }
    return Frame(**fields)  # type: ignore[arg-type]


def test_a_label_is_the_frame_made_small() -> None:
    label = label_frame(frame(), 320)
    assert label.name == "frame-000007"
    assert label.image.shape == (240, 320, 3)
    assert label.image.dtype == np.uint8
    assert (label.image == (10, 20, 30)).all()
    assert label.depth.dtype == label.confidence.dtype == np.float16
    assert (label.depth[:120] == 0).all()
    assert (label.depth[120:] == 2).all()  # nearest, so no depth between surface and nothing
    np.testing.assert_array_equal(label.confidence, label.depth / 2)
    np.testing.assert_allclose(label.K, [[262.5, 0, 159.5], [0, 262.5, 119.5], [0, 0, 1]])
    np.testing.assert_array_equal(label.T_world_camera, np.diag([1, -1, -1, 1]))


def test_the_long_side_counts_in_portrait_too() -> None:
    assert label_frame(frame((480, 640)), 320).depth.shape == (320, 240)


def test_small_images_are_not_enlarged() -> None:
    label = label_frame(frame((160, 120)), 320)
    assert label.depth.shape == (120, 160)
    np.testing.assert_allclose(label.K, K)


@pytest.mark.parametrize(
    ("field", "lacking"), [("depth", "depth"), ("T_world_camera", "pose"), ("K", "intrinsics")]
)
def test_without_depth_pose_or_intrinsics_the_frame_is_refused(field: str, lacking: str) -> None:
    with pytest.raises(FrameError, match=f"frame-000007: has no {lacking}, which --teacher rgbd needs"):
        label_frame(frame(**{field: None}), 320)
