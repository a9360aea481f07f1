"""Dense correspondences between generated images whose motion is known."""

from __future__ import annotations

import cv2
import numpy as np

from kd3d_ros.geometry import pixel_grid
from offline.teachers.flow import DenseFlow, homography_of_features


def texture(width: int, height: int, seed: int = 0) -> np.ndarray:
    noise = np.random.default_rng(seed).uniform(0, 255, (height, width)).astype(np.float32)
    return cv2.normalize(cv2.GaussianBlur(noise, (0, 0), 1.5), None, 0, 255, cv2.NORM_MINMAX, cv2.CV_8U)


def test_flow_finds_a_shift_both_ways() -> None:
    wide = texture(170, 120)
    there, back = DenseFlow().match(wide[:, :160].copy(), wide[:, 4:164].copy())
    inner = slice(20, 100), slice(20, 140)
    assert there.good[inner].mean() > 0.98
    assert back.good[inner].mean() > 0.98
    off = np.abs(there.target - pixel_grid(160, 120) - [-4, 0])[inner][there.good[inner]]
    assert np.median(off) < 0.05
    assert not there.good[:, :3].any()  # left of what the other image shows


def test_unlike_images_do_not_match() -> None:
    there, _ = DenseFlow().match(texture(160, 120, 1), texture(160, 120, 2))
    assert there.good.mean() < 0.15


def test_flow_follows_a_motion_of_a_quarter_of_the_image() -> None:
    """Cameras that turn by ten degrees between keyframes: flow alone is lost there."""
    wide = texture(460, 240)
    a, b = wide[:, :320].copy(), wide[:, 80:400].copy()
    found = DenseFlow()._flow(a, b, None)
    assert found[0].good.mean() < 0.1, "this motion no longer shows what the features are for"
    there, back = DenseFlow().match(a, b)
    inner = slice(20, 220), slice(100, 300)
    assert there.good[inner].mean() > 0.9
    assert np.median(np.abs(there.target - pixel_grid(320, 240) - [-80, 0])[inner][there.good[inner]]) < 0.05
    assert back.good[20:220, 20:220].mean() > 0.9


def test_images_without_features_have_no_homography() -> None:
    blank = np.full((120, 160), 128, np.uint8)
    assert homography_of_features(blank, texture(160, 120)) is None
    assert homography_of_features(texture(160, 120, 1), texture(160, 120, 2)) is None
