"""An image's answer: which camera it is taken for, and its depth."""

from __future__ import annotations

import numpy as np
import pytest

from kd3d_ros.camera import Camera, CameraError
from kd3d_ros.localization import Localization
from kd3d_ros.pose import PoseEstimate
from kd3d_ros.predictor import PointMap, Predictor
from kd3d_ros.scene import SceneBundle
from kd3d_ros.serving import Answer, Serving


@pytest.fixture
def serving(tiny_bundle: SceneBundle) -> Serving:
    return Serving(tiny_bundle, Predictor(tiny_bundle, "cpu", "fp32"))


def image(width: int = 96, height: int = 64) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8)


def test_without_camera_info_it_is_the_camera_that_the_scene_was_learned_with(serving: Serving) -> None:
    camera = serving.answer(image(192, 128), None, 0.0).camera
    assert camera is not None
    assert (camera.size, camera.fx, camera.cx) == ((192, 128), 160.0, 95.5)


def test_camera_info_of_another_resolution_is_scaled(serving: Serving) -> None:
    calibrated = Camera((192, 128), 150.0, 150.0, 95.5, 63.5, "plumb_bob", (-0.1, 0.0, 0.0, 0.0))
    camera = serving.answer(image(), calibrated, 0.0).camera
    assert camera is not None
    assert (camera.size, camera.fx, camera.D) == ((96, 64), 75.0, calibrated.D)


@pytest.mark.parametrize(
    ("calibrated", "lost"),
    [
        (Camera((64, 96), 80.0, 80.0, 32.0, 48.0), "camera_info is of 64x96, the image 128x64"),
        (CameraError("K is zero"), "K is zero"),
        (None, "no camera_info; the scene's own intrinsics are for upright images of 96x64, not 128x64"),
    ],
)
def test_an_image_of_an_unknown_camera_has_points_and_is_lost(
    serving: Serving, calibrated: Camera | CameraError | None, lost: str
) -> None:
    answer = serving.answer(image(128, 64), calibrated, 0.0)
    assert answer.localization.lost == lost
    assert answer.camera is None
    assert np.isfinite(answer.pointmap.points).any()
    assert answer.predict_s > 0


def test_depth_is_along_the_camera_s_axis() -> None:
    T = np.eye(4)
    T[:3, :3] = [[0, 0, 1], [0, 1, 0], [-1, 0, 0]]  # looks along the world's x
    T[:3, 3] = 1, 2, 3
    points = np.array([[[4, 9, 9], [1.5, 0, 0], [0, 2, 3], [np.nan] * 3]], np.float32)
    estimate = PoseEstimate(T, np.eye(6), 100, 1.0, 0.1)
    answer = Answer(PointMap(points, np.ones((1, 4), np.float32)), Localization(estimate, ""), None, 0.0)
    np.testing.assert_allclose(answer.depth(), [[3, 0.5, np.nan, np.nan]])
