"""Distortion models against OpenCV's forward projection, ROI, binning and what is refused."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kd3d_ros.camera import Camera, CameraError, map_rays

PINHOLE = Camera((640, 480), 500.0, 510.0, 320.0, 240.0)
MODELS = {
    "plumb_bob": (-0.28, 0.07, 1e-3, -5e-4, 0.0),
    "rational_polynomial": (0.4, -0.1, 1e-4, 2e-4, 0.01, 0.75, -0.08, 0.02),
    "equidistant": (-0.02, 0.01, -0.005, 0.001),
}


def test_a_pinhole_s_rays_by_hand() -> None:
    rays = PINHOLE.rays(np.array([[320.0, 240.0], [820.0, 240.0], [320.0, 495.0]]))
    np.testing.assert_allclose(rays, [[0, 0], [1, 0], [0, 0.5]])


@pytest.mark.parametrize("model", MODELS)
def test_rays_are_the_inverse_of_the_model_s_projection(model: str) -> None:
    camera = Camera((640, 480), 500.0, 510.0, 320.0, 240.0, model, MODELS[model])
    directions = np.random.default_rng(0).uniform(-0.55, 0.55, (100, 2))
    points = np.column_stack([directions, np.ones(100)])
    if model == "equidistant":
        seen, _ = cv2.fisheye.projectPoints(
            points[:, None], np.zeros(3), np.zeros(3), camera.K, np.array(camera.D)
        )
    else:
        seen, _ = cv2.projectPoints(points, np.zeros(3), np.zeros(3), camera.K, np.array(camera.D))
    np.testing.assert_allclose(camera.rays(seen.reshape(-1, 2)), directions, atol=1e-4)
    np.testing.assert_allclose(camera.project(directions), seen.reshape(-1, 2), atol=1e-6)


def test_an_undistorted_fisheye_is_no_pinhole() -> None:
    camera = Camera((640, 480), 500.0, 500.0, 320.0, 240.0, "equidistant", (0.0, 0.0, 0.0, 0.0))
    (ray,) = camera.rays(np.array([[320 + 500 * np.pi / 4, 240.0]]))
    np.testing.assert_allclose(ray, [1, 0], atol=1e-5)


def test_pixels_beyond_the_model_s_reach_have_no_ray() -> None:
    barrel = Camera((640, 480), 300.0, 300.0, 320.0, 240.0, "plumb_bob", (-0.4, 0.0, 0.0, 0.0, 0.0))
    # r (1 - 0.4 r^2) is at most 0.61: 183 pixels from the centre, and the image's corner is 400 away.
    rays = barrel.rays(np.array([[320.0, 340.0], [0.0, 0.0]]))
    assert np.isfinite(rays[0]).all()
    assert np.isnan(rays[1]).all()


def test_a_region_s_camera_sees_the_same_rays() -> None:
    camera = Camera((640, 480), 500.0, 510.0, 320.0, 240.0, "plumb_bob", MODELS["plumb_bob"])
    region = camera.cropped(100, 50, (320, 240))
    at = np.array([[10.0, 20.0]])
    np.testing.assert_allclose(region.rays(at), camera.rays(np.array([[110.0, 70.0]])), atol=1e-9)


def test_a_binned_image_s_pixel_is_the_middle_of_its_four() -> None:
    binned = PINHOLE.resized((320, 240))
    np.testing.assert_allclose(binned.rays(np.array([[0.0, 0.0]])), PINHOLE.rays(np.array([[0.5, 0.5]])))


@given(scale=st.floats(0.1, 4), u=st.floats(0, 639), v=st.floats(0, 479))
def test_resizing_keeps_rays(scale: float, u: float, v: float) -> None:
    resized = PINHOLE.resized((round(640 * scale), round(480 * scale)))
    at = (np.array([[u, v]]) + 0.5) * np.divide(resized.size, PINHOLE.size) - 0.5
    np.testing.assert_allclose(resized.rays(at), PINHOLE.rays(np.array([[u, v]])), atol=1e-9)


def test_map_rays_are_those_of_the_blocks_centres() -> None:
    rays = map_rays(PINHOLE, (160, 120)).reshape(120, 160, 2)
    np.testing.assert_allclose(rays[0, 0], PINHOLE.rays(np.array([[1.5, 1.5]]))[0])
    np.testing.assert_allclose(rays[119, 159], PINHOLE.rays(np.array([[637.5, 477.5]]))[0])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"fx": 0.0}, "focal lengths 0, 510"),
        ({"fy": float("nan")}, "allowed: positive and finite"),
        ({"size": (0, 480)}, r"size \(0, 480\)"),
        ({"model": "fov", "D": (0.9,)}, "distortion_model 'fov' is unknown; allowed: plumb_bob"),
        (
            {"model": "plumb_bob", "D": (0.1,)},
            r"D has 1 coefficients; allowed for plumb_bob: \(4, 5, 8",
        ),
        ({"model": "plumb_bob", "D": (0.1, 0, 0, 0, float("inf"))}, "is not finite"),
    ],
)
def test_what_is_no_camera_is_refused(change: dict, message: str) -> None:
    with pytest.raises(CameraError, match=message):
        Camera(**{**vars(PINHOLE), **change})
