"""Calibrations of cameras, and images without the distortion that they tell of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import yaml
from numpy.typing import NDArray

from kd3d_ros.geometry import Array
from offline.datasets.base import DataError

Size = tuple[int, int]
Maps = tuple[NDArray[np.float32], NDArray[np.float32]]

# Coefficients that each of ROS's distortion models can have.
MODELS = {"plumb_bob": (4, 5), "rational_polynomial": (8, 12, 14), "equidistant": (4,)}


@dataclass(frozen=True)
class Calibration:
    """size: (width, height).  K: (3, 3) of the distorted image.  distortion: (n,), of a model in MODELS."""

    size: Size
    K: Array
    distortion: Array
    model: str = "plumb_bob"


def undistortion(calibration: Calibration) -> tuple[Array, Maps | None]:
    """`K` (3, 3) of the undistorted image, and the maps for `cv2.remap` where there is distortion.

    The undistorted image is of the same size, and the largest one without empty borders.
    """
    K, D, size = calibration.K, calibration.distortion, calibration.size
    is_fisheye = calibration.model == "equidistant"  # which even zeros do not make a pinhole
    if not D.any() and not (is_fisheye and len(D)):
        return K, None
    if is_fisheye:
        K_pinhole = cv2.fisheye.estimateNewCameraMatrixForUndistortRectify(K, D, size, np.eye(3), balance=0.0)
        maps = cv2.fisheye.initUndistortRectifyMap(K, D, np.eye(3), K_pinhole, size, cv2.CV_32FC1)
    else:
        K_pinhole, _ = cv2.getOptimalNewCameraMatrix(K, D, size, alpha=0)
        maps = cv2.initUndistortRectifyMap(K, D, np.eye(3), K_pinhole, size, cv2.CV_32FC1)
    return K_pinhole, maps  # type: ignore[return-value]


def read_camera_yaml(path: Path) -> Calibration:
    """The calibration in a file as ROS's `camera_calibration` and `camera_info_manager` write it.

    Raises DataError, naming the entry that is missing or wrong.
    """
    try:
        content: Any = yaml.safe_load(path.read_text())
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise DataError(f"{path}: not readable as YAML ({error})") from error
    if not isinstance(content, dict):
        raise DataError(f"{path}: no calibration; expected what `camera_calibration` writes")
    size = (_side(path, content, "image_width"), _side(path, content, "image_height"))
    K = _numbers(path, content, "camera_matrix")
    if len(K) != 9 or K[0] <= 0 or K[4] <= 0 or K[6:].tolist() != [0, 0, 1]:
        raise DataError(f"{path}: camera_matrix.data is {K.tolist()}; expected fx 0 cx 0 fy cy 0 0 1")
    distortion = np.zeros(0)
    model = str(content.get("distortion_model", "plumb_bob"))
    if "distortion_coefficients" in content:
        distortion = _numbers(path, content, "distortion_coefficients")
    if distortion.any():
        if model not in MODELS:
            raise DataError(f"{path}: distortion_model '{model}' is unknown; choose from {[*MODELS]}")
        if len(distortion) not in MODELS[model]:
            counts = " or ".join(str(count) for count in MODELS[model])
            raise DataError(
                f"{path}: {len(distortion)} distortion_coefficients; distortion_model '{model}' has {counts}"
            )
    return Calibration(size, K.reshape(3, 3), distortion, model)


def _side(path: Path, content: dict[str, Any], key: str) -> int:
    value = content.get(key)
    if not isinstance(value, int) or value <= 0:
        raise DataError(f"{path}: {key} is {value!r}; expected a number of pixels")
    return value


def _numbers(path: Path, content: dict[str, Any], key: str) -> Array:
    matrix = content.get(key)
    data = matrix.get("data") if isinstance(matrix, dict) else None
    try:
        values = np.array(data, dtype=np.float64)
    except (TypeError, ValueError):
        values = np.array(np.nan)
    if values.ndim != 1 or not np.isfinite(values).all():
        raise DataError(f"{path}: {key}.data is {data!r}; expected a list of numbers")
    return values
