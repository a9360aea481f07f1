"""PointMap + camera -> camera pose with its covariance, or None where no pose is to be found."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import poselib

from kd3d_ros.camera import Camera, map_rays
from kd3d_ros.geometry import Array
from kd3d_ros.predictor import PointMap

REPROJECTION_ERROR_PX = 20.0
"""RANSAC's inlier threshold, pixels of a 640-pixel-wide image."""
CERTAIN_SHARE = 0.75
"""The less certain points are left out; leaving out half makes poses 5 to 15 % worse."""
MIN_ITERATIONS, MAX_ITERATIONS = 30, 1000
"""Enough for one inlier in five; poselib's own 1,000 at least and 100,000 at most take 0.05 s, or seconds."""
MAX_POINTS, MIN_INLIERS = 2400, 50
MEDIAN_OF_NORM = 1.538
"""Median length of a vector of three standard normal numbers: uncertainty is the median 3-D error."""
REFINEMENTS = 5


@dataclass(frozen=True)
class PoseEstimate:
    """A camera pose found from a pointmap.

    T_world_camera: (4, 4) camera-to-world.  covariance: (6, 6) of x, y, z (m) and of the rotation about the
    world's x, y, z axes (rad), as geometry_msgs/PoseWithCovariance orders them.  inliers, inlier_ratio: of
    the points that were used.  uncertainty: their median one, metres.
    """

    T_world_camera: Array
    covariance: Array
    inliers: int
    inlier_ratio: float
    uncertainty: float


def estimate_pose(
    pointmap: PointMap, camera: Camera, seed: int = 0, max_points: int = MAX_POINTS
) -> PoseEstimate | None:
    """Absolute pose by LO-RANSAC (poselib) on the more certain points, then weighted by their uncertainty.

    camera: of the image that the map covers.  None if fewer than MIN_INLIERS points agree on a pose.
    The covariance takes the points' errors as independent, which they are not: see `PoseCalibration`.
    """
    rows, columns = pointmap.uncertainty.shape
    rays = map_rays(camera, (columns, rows))
    chosen = _more_certain(pointmap, rays, max_points, seed)
    points = pointmap.points.reshape(-1, 3)[chosen].astype(np.float64)
    pose, info = poselib.estimate_absolute_pose(
        camera.fx * rays[chosen],
        points,
        {"model": "SIMPLE_PINHOLE", "width": 0, "height": 0, "params": [camera.fx, 0, 0]},
        {
            "max_reproj_error": REPROJECTION_ERROR_PX * max(camera.size) / 640,
            "min_iterations": MIN_ITERATIONS,
            "max_iterations": MAX_ITERATIONS,
            "seed": seed,
        },
        {},
    )
    inliers = np.array(info["inliers"], bool)
    if inliers.sum() < MIN_INLIERS:
        return None
    T_world_camera = np.linalg.inv(np.vstack([pose.Rt, [0, 0, 0, 1]]))
    uncertainty = pointmap.uncertainty.ravel()[chosen].astype(np.float64)
    kept = chosen[inliers]
    T_world_camera, covariance = refine(
        T_world_camera, points[inliers], rays[kept], uncertainty[inliers] / MEDIAN_OF_NORM
    )
    return PoseEstimate(
        T_world_camera,
        covariance,
        int(inliers.sum()),
        float(inliers.mean()),
        float(np.median(uncertainty)),
    )


def refine(T_world_camera: Array, points: Array, rays: Array, sigma: Array) -> tuple[Array, Array]:
    """The most probable pose (4, 4) near `T_world_camera`, and its covariance (6, 6), see PoseEstimate.

    points: (n, 3) metres, world frame, with standard deviations `sigma` (n,) along each axis.
    rays: (n, 2) x/z and y/z at which they are seen.  Robust (Cauchy) Gauss-Newton.
    """
    R, centre = T_world_camera[:3, :3], T_world_camera[:3, 3]
    for _ in range(REFINEMENTS):
        residual, J, weights = _linearize(R, centre, points, rays, sigma)
        H = J.T @ (J * weights[:, None])
        step = np.linalg.solve(H, -J.T @ (weights * residual))
        centre = centre + step[:3]
        R = np.asarray(cv2.Rodrigues(step[3:])[0]) @ R
    residual, J, weights = _linearize(R, centre, points, rays, sigma)
    # Where points fit worse than they claim, they claim too much.
    misfit = max(1.0, float((weights * residual**2).sum() / weights.sum()))
    covariance: Array = misfit * np.linalg.inv(J.T @ (J * weights[:, None]))
    refined = np.eye(4)
    refined[:3, :3], refined[:3, 3] = R, centre
    return refined, (covariance + covariance.T) / 2


def _linearize(
    R: Array, centre: Array, points: Array, rays: Array, sigma: Array
) -> tuple[Array, Array, Array]:
    """Residuals (2n,) in standard deviations, their derivatives (2n, 6), and Cauchy's weights (2n,)."""
    seen = points - centre
    x, y, z = (seen @ R).T
    z = np.maximum(z, 1e-3)
    scale = z / sigma
    residual = np.stack([(x / z - rays[:, 0]) * scale, (y / z - rays[:, 1]) * scale], axis=1)
    zero = np.zeros_like(z)
    by_point = np.stack(
        [np.stack([1 / z, zero, -x / z**2], axis=1), np.stack([zero, 1 / z, -y / z**2], axis=1)], axis=1
    )
    by_world = (by_point @ R.T) * scale[:, None, None]
    by_rotation = np.cross(by_world, seen[:, None, :])
    J = np.concatenate([-by_world, by_rotation], axis=2)
    weights = 1 / (1 + np.square(residual).sum(axis=1) / 2)
    return residual.ravel(), J.reshape(-1, 6), np.repeat(weights, 2)


def _more_certain(pointmap: PointMap, rays: Array, most: int, seed: int) -> np.ndarray:
    """Flat indices of the CERTAIN_SHARE most certain finite points, at most `most` of them, at random."""
    seen = np.isfinite(pointmap.points).all(axis=-1).ravel() & np.isfinite(rays[:, 0])
    finite = np.flatnonzero(seen)
    if not len(finite):
        return finite
    uncertainty = pointmap.uncertainty.ravel()[finite]
    certain = finite[uncertainty <= np.quantile(uncertainty, CERTAIN_SHARE)]
    if len(certain) > most:
        certain = np.random.default_rng(seed).choice(certain, most, replace=False)
    return certain
