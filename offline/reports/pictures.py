"""The report's pictures, as data URIs: both clouds, the cameras in their reconstruction, error maps."""

from __future__ import annotations

import base64
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from kd3d_ros.geometry import Array, Points
from offline.pictures import Picture
from offline.pointcloud import Cloud
from offline.reconstruction_picture import (
    FRUSTUM,
    OBLIQUE_DEG,
    TOP_DEG,
    Camera,
    Lines,
    best_ahead,
    camera_lines,
    fitted,
    looking,
    view,
    view_from,
    without_outliers,
)
from offline.reports.clouds import UNKNOWN, levels

COLOURS = "turbo"
"""Matplotlib's name of the colours of errors and uncertainties."""
UNKNOWN_COLOUR = (128, 128, 128)
TURNS_DEG = (-30.0, 35.0)
"""Both clouds are seen from so far left and right of the way that most surfaces face."""
HEIGHT_DEG = 25.0
QUALITY = 82
NO_LINES = Lines(np.empty((0, 2, 3), np.float32), np.empty((0, 3), np.uint8))
LOSSLESS = 101
"""From 101 on WebP keeps every pixel (OpenCV, IMWRITE_WEBP_QUALITY)."""


def palette() -> NDArray[np.uint8]:
    """(256, 3) RGB: what `levels` look like."""
    import matplotlib

    colours: NDArray[np.uint8] = matplotlib.colormaps[COLOURS](np.linspace(0, 1, 256), bytes=True)[:, :3]
    colours[UNKNOWN] = UNKNOWN_COLOUR
    return colours


def uri(picture: Picture, quality: int = QUALITY) -> str:
    """A picture (h, w, 3) RGB as WebP in a data URI."""
    bgr = cv2.cvtColor(picture, cv2.COLOR_RGB2BGR)
    encoded = cv2.imencode(".webp", bgr, [cv2.IMWRITE_WEBP_QUALITY, quality])[1]
    return f"data:image/webp;base64,{base64.b64encode(encoded.tobytes()).decode()}"


def map_uri(values: Points, end_m: float) -> str:
    """A map (h, w) of errors or uncertainties, metres, in colours up to `end_m`."""
    return uri(palette()[levels(values, end_m)], LOSSLESS)


def side_by_side(teacher: Cloud, student: Cloud, up: Array) -> list[tuple[str, str]]:
    """From two viewpoints, the teacher's cloud and the student's, seen by one camera."""
    teacher, student = without_outliers(teacher), without_outliers(student)
    ahead = best_ahead(teacher, up)
    rows = []
    for turn in TURNS_DEG:
        turned = Rotation.from_rotvec(turn * up / np.linalg.norm(up), degrees=True).apply(ahead)
        T = fitted(teacher.points, looking(up, turned, HEIGHT_DEG))
        rows.append((uri(view_from(T, teacher, NO_LINES)), uri(view_from(T, student, NO_LINES))))
    return rows


def with_cameras(teacher: Cloud, cameras: Sequence[Camera], up: Array) -> tuple[str, str]:
    """The reconstruction with the cameras that it was seen from: obliquely, and from the top."""
    cloud = without_outliers(teacher)
    lines = camera_lines(cameras, FRUSTUM * float(np.linalg.norm(np.ptp(cloud.points, axis=0))))
    ahead = best_ahead(cloud, up)
    oblique, top = (uri(view(cloud, lines, up, ahead, height)) for height in (OBLIQUE_DEG, TOP_DEG))
    return oblique, top
