"""A calibrated camera: pixels -> rays, with the distortion models of sensor_msgs/CameraInfo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import cv2
import numpy as np

from kd3d_ros.geometry import Array, pixel_grid, resize_affine, scale_intrinsics

_POLYNOMIAL = (4, 5, 8, 12, 14)
COEFFICIENTS = {"plumb_bob": _POLYNOMIAL, "rational_polynomial": _POLYNOMIAL, "equidistant": (4,)}
"""Distortion models (sensor_msgs/distortion_models.hpp) and how many coefficients each may have."""
_UNTIL_EITHER = cv2.TERM_CRITERIA_COUNT | cv2.TERM_CRITERIA_EPS
_UNDISTORT_STEPS, _UNDISTORT_ERROR = 40, 1e-8
_MOST_ERROR_PX = 1.0


class CameraError(ValueError):
    """Intrinsics that describe no camera; the message names the field, its value and what is allowed."""


@dataclass(frozen=True)
class Camera:
    """Intrinsics of images of one size.

    size: (width, height).  fx, fy, cx, cy: pixels, integer coordinates at pixel centres.
    model, D: a key of COEFFICIENTS and its coefficients, as OpenCV orders them; "" for a pinhole.
    """

    size: tuple[int, int]
    fx: float
    fy: float
    cx: float
    cy: float
    model: str = ""
    D: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        """Raises CameraError."""
        if not (all(np.isfinite([self.fx, self.fy, self.cx, self.cy])) and self.fx > 0 and self.fy > 0):
            raise CameraError(
                f"K has focal lengths {self.fx:g}, {self.fy:g} and centre {self.cx:g}, {self.cy:g}; "
                f"allowed: positive and finite (is the camera calibrated?)"
            )
        if min(self.size) < 1:
            raise CameraError(f"size {self.size} is not allowed; allowed: at least 1x1")
        if self.model == "" and not self.D:
            return
        if self.model not in COEFFICIENTS:
            raise CameraError(
                f"distortion_model '{self.model}' is unknown; allowed: {', '.join(COEFFICIENTS)}"
            )
        if len(self.D) not in COEFFICIENTS[self.model]:
            raise CameraError(
                f"D has {len(self.D)} coefficients; allowed for {self.model}: {COEFFICIENTS[self.model]}"
            )
        if not np.isfinite(self.D).all():
            raise CameraError(f"D {self.D} is not finite")

    @classmethod
    def pinhole(cls, K: Array, size: tuple[int, int]) -> Camera:
        """Of a matrix (3, 3), without distortion.  Raises CameraError."""
        return cls(size, float(K[0, 0]), float(K[1, 1]), float(K[0, 2]), float(K[1, 2]))

    @property
    def K(self) -> Array:
        """(3, 3) intrinsic matrix."""
        return np.array([[self.fx, 0, self.cx], [0, self.fy, self.cy], [0, 0, 1.0]])

    def cropped(self, x: int, y: int, size: tuple[int, int]) -> Camera:
        """The camera of the region of `size` whose top left pixel is (x, y): a CameraInfo's ROI."""
        return replace(self, size=size, cx=self.cx - x, cy=self.cy - y)

    def resized(self, size: tuple[int, int]) -> Camera:
        """The camera of the same image at another size; a CameraInfo's binning is such a resize."""
        K = scale_intrinsics(self.K, self.size, size)
        return replace(
            self, size=size, fx=float(K[0, 0]), fy=float(K[1, 1]), cx=float(K[0, 2]), cy=float(K[1, 2])
        )

    def rays(self, pixels: Array) -> Array:
        """(n, 2) x/z and y/z, camera frame, of the rays through `pixels` (n, 2).

        NaN where the distortion model has no inverse, as in the far corners of some calibrations.
        """
        points = np.ascontiguousarray(pixels, np.float64).reshape(-1, 1, 2)
        if self.model != "equidistant" and not any(self.D):
            return (points[:, 0] - [self.cx, self.cy]) / [self.fx, self.fy]
        D, criteria = np.array(self.D), (_UNTIL_EITHER, _UNDISTORT_STEPS, _UNDISTORT_ERROR)
        if self.model == "equidistant":
            rays = cv2.fisheye.undistortPoints(points, self.K, D, criteria=criteria)
        else:
            rays = cv2.undistortPointsIter(points, self.K, D, np.eye(3), np.eye(3), criteria)
        found: Array = np.asarray(rays, np.float64).reshape(-1, 2)
        with np.errstate(invalid="ignore", over="ignore"):
            off = np.linalg.norm(self.project(found) - points[:, 0], axis=1)
            found[~(off < _MOST_ERROR_PX)] = np.nan
        return found

    def project(self, rays: Array) -> Array:
        """(n, 2) pixels where rays (n, 2), x/z and y/z, are seen."""
        if self.model == "equidistant":
            seen: Any = cv2.fisheye.distortPoints(rays.reshape(-1, 1, 2), self.K, np.array(self.D))
        else:
            points = np.concatenate([rays, np.ones((len(rays), 1))], axis=1)
            seen, _ = cv2.projectPoints(points, np.zeros(3), np.zeros(3), self.K, np.array(self.D))
        pixels: Array = np.asarray(seen, np.float64).reshape(-1, 2)
        return pixels


@lru_cache(maxsize=2)
def map_rays(camera: Camera, map_size: tuple[int, int]) -> Array:
    """(height * width, 2) rays of the pixels of a pointmap of `map_size` that covers the camera's image."""
    to_image = resize_affine(camera.size, map_size)
    pixels = pixel_grid(*map_size).reshape(-1, 2) @ to_image[:, :2].T + to_image[:, 2]
    rays = camera.rays(pixels)
    rays.flags.writeable = False
    return rays
