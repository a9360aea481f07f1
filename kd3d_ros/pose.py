"""PointMap + intrinsics -> camera pose, or None when lost."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import poselib

from kd3d_ros.geometry import Array, pixel_grid, resize_affine
from kd3d_ros.predictor import PointMap

REPROJECTION_ERROR_PX = 20.0
"""RANSAC's inlier threshold, pixels of a 640-pixel-wide image."""
CERTAIN_SHARE = 0.75
"""The less certain points are left out; leaving out half makes poses 5 to 15 % worse."""
MAX_ITERATIONS = 1000
"""Enough for one inlier in five; poselib's own 100,000 take seconds on a frame of another place."""


@dataclass(frozen=True)
class PoseEstimate:
    """A camera pose found from a pointmap.

    T_world_camera: (4, 4) camera-to-world.  inliers, inlier_ratio: of the points that were used.
    """

    T_world_camera: Array
    inliers: int
    inlier_ratio: float


def estimate_pose(
    pointmap: PointMap,
    K: Array,
    image_size: tuple[int, int],
    max_points: int = 2400,
    min_inliers: int = 50,
    seed: int = 0,
) -> PoseEstimate | None:
    """Absolute pose by LO-RANSAC and refinement (poselib) on the more certain points.

    K: (3, 3) intrinsics in pixels of the image of `image_size` (width, height).  None if fewer than
    `min_inliers` points agree on a pose.
    """
    width, height = image_size
    rows, columns = pointmap.uncertainty.shape
    to_image = resize_affine(image_size, (columns, rows))
    pixels = pixel_grid(columns, rows) @ to_image[:, :2].T + to_image[:, 2]
    chosen = _more_certain(pointmap, max_points, seed)
    camera = {
        "model": "PINHOLE",
        "width": width,
        "height": height,
        "params": [K[0, 0], K[1, 1], K[0, 2], K[1, 2]],
    }
    pose, info = poselib.estimate_absolute_pose(
        pixels.reshape(-1, 2)[chosen].astype(np.float64),
        pointmap.points.reshape(-1, 3)[chosen].astype(np.float64),
        camera,
        {
            "max_reproj_error": REPROJECTION_ERROR_PX * width / 640,
            "max_iterations": MAX_ITERATIONS,
            "seed": seed,
        },
        {},
    )
    inliers = int(info["num_inliers"])
    if inliers < min_inliers:
        return None
    T_camera_world = np.vstack([pose.Rt, [0, 0, 0, 1]])
    return PoseEstimate(np.linalg.inv(T_camera_world), inliers, inliers / len(chosen))


def _more_certain(pointmap: PointMap, most: int, seed: int) -> np.ndarray:
    """Flat indices of the CERTAIN_SHARE most certain finite points, at most `most` of them, at random."""
    finite = np.flatnonzero(np.isfinite(pointmap.points).all(axis=-1))
    if not len(finite):
        return finite
    uncertainty = pointmap.uncertainty.ravel()[finite]
    certain = finite[uncertainty <= np.quantile(uncertainty, CERTAIN_SHARE)]
    if len(certain) > most:
        certain = np.random.default_rng(seed).choice(certain, most, replace=False)
    return certain
