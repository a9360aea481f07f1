"""Keyframes: by motion where poses are known, by image change where not."""

from __future__ import annotations

import logging
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kd3d_ros.geometry import pose_error
from offline.alignment.keyframes import Glance, KeyframeConfig, glance, image_change, select_keyframes
from offline.datasets import open_dataset
from offline.datasets.base import Frame

CONFIG = KeyframeConfig(translation_m=0.1, rotation_deg=10, flow_share=0.05, consistent_share=0.5)


def _texture() -> np.ndarray:
    """(120, 480) uint8: blurred noise, in which flow is certain."""
    noise = np.random.default_rng(0).normal(size=(120, 480)).astype(np.float32)
    smooth = cv2.GaussianBlur(noise, None, 4)
    return np.asarray(cv2.normalize(smooth, None, 0, 255, cv2.NORM_MINMAX), np.uint8)


TEXTURE = _texture()


def _posed(metres: float, degrees: float = 0.0, sequence: str = "") -> Glance:
    T = np.eye(4)
    T[:3, :3] = cv2.Rodrigues(np.array([0, np.radians(degrees), 0]))[0]
    T[0, 3] = metres
    return Glance(f"{sequence}frame", np.zeros((120, 160), np.uint8), metres, T)


def _shifted(pixels: int) -> Glance:
    """What a camera sees that has moved by so many of 160 pixels along the texture."""
    return Glance("frame", TEXTURE[:, pixels : pixels + 160].copy(), pixels, None)


def test_a_glance_is_grey_and_small() -> None:
    image = np.zeros((480, 640, 3), np.uint8)
    image[:, 320:] = 255
    seen = glance(Frame("seq-01/frame-000001", image, np.eye(3), 7.0, T_world_camera=np.eye(4)))
    assert seen.thumbnail.shape == (120, 160)
    assert (seen.thumbnail[:, 0] == 0).all()
    assert (seen.thumbnail[:, -1] == 255).all()
    assert (seen.sequence, seen.timestamp) == ("seq-01", 7.0)
    assert glance(Frame("a", image.transpose(1, 0, 2), np.eye(3), 0.0)).thumbnail.shape == (160, 120)


def test_way_or_turn_makes_a_keyframe() -> None:
    walked = [_posed(x) for x in (0, 0.04, 0.08, 0.12, 0.16, 0.23, 0.24)]
    assert select_keyframes(walked, config=CONFIG) == [0, 3, 5, 6]  # the last is one in any case
    turned = [_posed(0, degrees) for degrees in (0, 5, 9.9, 10.1, 15, 20.2)]
    assert select_keyframes(turned, config=CONFIG) == [0, 3, 5]


def test_flow_makes_a_keyframe_where_a_pose_is_unknown() -> None:
    shifts = [0, 2, 4, 6, 10, 12, 14, 20]  # 8 of 160 pixels are the limit
    glances = [_shifted(pixels) for pixels in shifts]
    assert select_keyframes(glances, config=CONFIG) == [0, 4, 7]
    still = replace(glances[4], T_world_camera=np.eye(4))
    glances = [replace(glances[0], T_world_camera=np.eye(4)), still, *glances[5:]]
    assert select_keyframes(glances, config=CONFIG) == [0, 2, 4]


def test_flow_is_measured_as_a_share_of_the_width() -> None:
    flow, consistent = image_change(_shifted(0).thumbnail, _shifted(8).thumbnail)
    assert flow == pytest.approx(0.05, abs=0.005)
    assert consistent > 0.85


def test_the_frame_before_a_jump_becomes_a_keyframe() -> None:
    """Nothing of frame 3 is seen in frame 0, so frame 2 has to hold them together as well as may be."""
    glances = [_shifted(pixels) for pixels in (0, 2, 4, 300, 302)]
    assert select_keyframes(glances, config=CONFIG) == [0, 2, 3, 4]


def test_every_sequence_has_a_keyframe() -> None:
    glances = [_posed(0, sequence="a/"), _posed(0, sequence="a/"), _posed(0, sequence="b/")]
    glances += [_posed(0, sequence="c/"), _posed(0, sequence="c/")]
    assert select_keyframes(glances, config=CONFIG) == [0, 2, 3, 4]


def test_too_many_are_thinned_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        chosen = select_keyframes([_posed(float(n)) for n in range(100)], limit=12)
    assert chosen == [0, 9, 18, 27, 36, 45, 54, 63, 72, 81, 90, 99]
    assert "100 frames differ enough to be keyframes; thinned evenly to 12" in caplog.text


@settings(deadline=None, max_examples=50)
@given(st.lists(st.floats(0, 1), max_size=40), st.integers(2, 10))
def test_first_and_last_are_keyframes_within_the_limit(metres: list[float], limit: int) -> None:
    chosen = select_keyframes([_posed(x) for x in metres], limit, CONFIG)
    assert chosen == sorted(set(chosen))
    assert len(chosen) <= limit
    if metres:
        assert (chosen[0], chosen[-1]) == (0, len(metres) - 1)


def test_images_alone_choose_like_poses_in_a_kitchen(redkitchen: Path) -> None:
    """Chosen by images alone, neighbouring keyframes are as far apart as poses would have them."""
    dataset = open_dataset(redkitchen, "auto")
    posed = [glance(dataset.load(name)) for name in dataset.names("train")[:80:2]]
    blind = [replace(one, T_world_camera=None) for one in posed]
    chosen = select_keyframes(blind)
    poses = [posed[n].T_world_camera for n in chosen]
    steps = np.array([pose_error(a, b) for a, b in pairwise(poses)])
    assert 0.02 < np.median(steps[:, 0]) < 0.1
    assert steps[:, 0].max() < 0.3
    assert steps[:, 1].max() < 15
