"""Cameras of CameraInfo."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from kd3d_ros.camera import Camera
from kd3d_ros.decoding import MessageError, camera_of

PLUMB_BOB = (-0.28, 0.07, 1e-3, -5e-4, 0.0)


def camera_info(**changes: object) -> SimpleNamespace:
    """A CameraInfo as rosbags gives it; `roi__width` is the field of a field."""
    msg = SimpleNamespace(width=640, height=480, distortion_model="plumb_bob", binning_x=0, binning_y=0)
    msg.d = np.array(PLUMB_BOB)
    msg.k = np.array([500.0, 0, 320.0, 0, 510.0, 240.0, 0, 0, 1])
    msg.p = np.array([450.0, 0, 310.0, 0, 0, 460.0, 230.0, 0, 0, 0, 1, 0])
    msg.roi = SimpleNamespace(x_offset=0, y_offset=0, width=0, height=0)
    for name, value in changes.items():
        owner, _, field = name.rpartition("__")
        setattr(getattr(msg, owner) if owner else msg, field, value)
    return msg


def test_the_plain_case() -> None:
    assert camera_of(camera_info()) == Camera((640, 480), 500.0, 510.0, 320.0, 240.0, "plumb_bob", PLUMB_BOB)


def test_rectified_images_have_p_and_no_distortion() -> None:
    assert camera_of(camera_info(), rectified=True) == Camera((640, 480), 450.0, 460.0, 310.0, 230.0)


def test_a_region_of_interest_moves_the_centre() -> None:
    camera = camera_of(camera_info(roi__x_offset=100, roi__y_offset=40, roi__width=320, roi__height=200))
    assert (camera.size, camera.cx, camera.cy, camera.fx) == ((320, 200), 220.0, 200.0, 500.0)


def test_binning_halves_focal_length_and_size() -> None:
    camera = camera_of(camera_info(binning_x=2, binning_y=2))
    assert camera.size == (320, 240)
    assert (camera.fx, camera.fy) == (250.0, 255.0)
    assert (camera.cx, camera.cy) == (159.75, 119.75)  # the middle of pixels 0 and 1 is pixel 0


def test_a_binned_region_that_does_not_divide_loses_its_last_column() -> None:
    camera = camera_of(camera_info(roi__width=321, roi__height=240, binning_x=2, binning_y=2))
    assert camera.size == (160, 120)
    assert camera.fx == 250.0


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"k": [0.0] * 9}, "camera_info: K has focal lengths 0, 0"),
        ({"width": 0, "height": 0}, "camera_info: size"),
        ({"distortion_model": "fov"}, "camera_info: distortion_model 'fov' is unknown"),
        ({"d": [0.1]}, "camera_info: D has 1 coefficients"),
        ({"roi__x_offset": 400, "roi__width": 320, "roi__height": 9}, "camera_info: roi of 320x9 at"),
        ({"binning_x": 1000}, "camera_info: binning"),
    ],
)
def test_what_describes_no_camera_is_refused(changes: dict, text: str) -> None:
    with pytest.raises(MessageError) as refusal:
        camera_of(camera_info(**changes))
    assert refusal.value.kind == "camera_info"
    assert str(refusal.value).startswith(text)


@pytest.mark.parametrize("model", ["", "none", "plumb_bob", "rational_polynomial"])
@pytest.mark.parametrize("count", [0, 5])
def test_no_distortion_coefficients_mean_none_whatever_the_model(model: str, count: int) -> None:
    camera = camera_of(camera_info(d=[0.0] * count, distortion_model=model))
    assert (camera.model, camera.D) == ("", ())


def test_a_fisheye_without_coefficients_is_still_one() -> None:
    camera = camera_of(camera_info(d=[], distortion_model="equidistant"))
    assert (camera.model, camera.D) == ("equidistant", (0.0,) * 4)


def test_polynomials_share_their_coefficients() -> None:
    eight = [*PLUMB_BOB, 0.01, 0.0, 0.0]
    assert tuple(eight) == camera_of(camera_info(d=eight)).D
