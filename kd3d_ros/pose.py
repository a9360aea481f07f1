"""PointMap + camera -> camera pose with its covariance, or None where no pose is to be found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
import poselib
from numpy.typing import NDArray

from kd3d_ros.camera import Camera, map_rays
from kd3d_ros.geometry import Array
from kd3d_ros.predictor import PointMap

REPROJECTION_ERROR_PX = 20.0
"""RANSAC's inlier threshold, pixels of a 640-pixel-wide image."""
CERTAIN_SHARE = 0.75
"""The less certain points are left out; leaving out half makes poses 5 to 15 % worse."""
MIN_ITERATIONS, MAX_ITERATIONS = 10, 200
"""Enough for one inlier in three; poselib's own 1,000 to 100,000 take 0.05 s, or seconds."""
MAX_POINTS, MIN_INLIERS = 2400, 50
FOLLOWED_SHARE = 0.5
"""A pose that is followed needs so many points in agreement; else it is searched for."""
SEARCHED_POINTS = 200
"""So many are enough to search with; their number decides how long that takes."""
SPARE = 1.5
"""So many times the points are drawn, since some have no value."""
LEAST_DEPTH_M = 1e-3
MEDIAN_OF_NORM = 1.538
"""Median length of a vector of three standard normal numbers: uncertainty is the median 3-D error."""
REFINEMENTS = 4
CAUCHY_MISFIT, CAUCHY_COVARIANCE = 0.677, 0.705
"""Of normal errors under the weights 1 / (1 + s / 2), s the squared length of a residual: with
a = e E1(1) = 0.596, the weighted mean square is (1 - a) / a, and the estimate's covariance is
(2 a - 1) a / (1 - a)^2 times the inverse of the weighted information (Huber 1981, M-estimators).
"""


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
    pointmap: PointMap,
    camera: Camera,
    start: Array | None = None,
    seed: int = 0,
    max_points: int = MAX_POINTS,
) -> PoseEstimate | None:
    """Absolute pose from the more certain points, each weighted by its uncertainty.

    camera: of the image that the map covers.  start: a pose (4, 4) that may be near, such as the last one;
    if most points agree with what it is refined to, the search by LO-RANSAC (poselib) is left out.
    None if fewer than MIN_INLIERS points agree on a pose.  The covariance takes the points' errors as
    independent, which they are not: see `LocalizationStatistics`.
    """
    rows, columns = pointmap.uncertainty.shape
    rays = map_rays(camera, (columns, rows))
    chosen = _more_certain(pointmap, rays, max_points, seed)
    if len(chosen) < MIN_INLIERS:
        return None
    points = pointmap.points.reshape(-1, 3)[chosen].astype(np.float64)
    uncertainty = pointmap.uncertainty.ravel()[chosen].astype(np.float64)
    rays, sigma = rays[chosen], uncertainty / MEDIAN_OF_NORM
    limit = REPROJECTION_ERROR_PX * max(camera.size) / 640 / camera.fx
    try:
        T_world_camera = None if start is None else _follow(start, points, rays, sigma, limit)
        if T_world_camera is None:
            T_world_camera = _search(points[:SEARCHED_POINTS], rays[:SEARCHED_POINTS], limit, seed)
        inliers = _agreeing(T_world_camera, points, rays, limit)
        if inliers.sum() < MIN_INLIERS:
            return None
        T_world_camera, covariance = refine(T_world_camera, points[inliers], rays[inliers], sigma[inliers])
    except np.linalg.LinAlgError:  # all points in one place, or on one line
        return None
    inliers = _agreeing(T_world_camera, points, rays, limit)
    if inliers.sum() < MIN_INLIERS or not (
        np.isfinite(T_world_camera).all() and np.isfinite(covariance).all()
    ):
        return None
    return PoseEstimate(
        T_world_camera,
        covariance,
        int(inliers.sum()),
        float(inliers.mean()),
        float(np.median(uncertainty)),
    )


def _follow(start: Array, points: Array, rays: Array, sigma: Array, limit: float) -> Array | None:
    """The pose near `start`, if most points agree with it."""
    few = slice(0, SEARCHED_POINTS)
    T_world_camera, _ = refine(start, points[few], rays[few], sigma[few])
    agreeing = _agreeing(T_world_camera, points[few], rays[few], limit)
    return T_world_camera if agreeing.mean() >= FOLLOWED_SHARE else None


def _agreeing(T_world_camera: Array, points: Array, rays: Array, limit: float) -> NDArray[np.bool_]:
    """Which points (n, 3) are seen within `limit` of their rays (n, 2)."""
    in_camera = (points - T_world_camera[:3, 3]) @ T_world_camera[:3, :3]
    z = np.maximum(in_camera[:, 2], LEAST_DEPTH_M)
    off = np.square(in_camera[:, :2] / z[:, None] - rays).sum(axis=1)
    agreeing: NDArray[np.bool_] = (off < limit**2) & (in_camera[:, 2] > LEAST_DEPTH_M)
    return agreeing


def _search(points: Array, rays: Array, limit: float, seed: int) -> Array:
    """The pose that most points agree with, by LO-RANSAC."""
    pose, _ = poselib.estimate_absolute_pose(
        rays,
        points,
        {"model": "SIMPLE_PINHOLE", "width": 0, "height": 0, "params": [1.0, 0.0, 0.0]},
        {
            "max_reproj_error": limit,
            "min_iterations": MIN_ITERATIONS,
            "max_iterations": MAX_ITERATIONS,
            "seed": seed,
        },
        {},
    )
    return np.linalg.inv(np.vstack([pose.Rt, [0, 0, 0, 1]]))


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
    if not weights.any():
        raise np.linalg.LinAlgError("all points are behind the camera")
    misfit = max(1.0, float((weights * residual**2).sum() / weights.sum()) / CAUCHY_MISFIT)
    covariance: Array = misfit * CAUCHY_COVARIANCE * np.linalg.inv(J.T @ (J * weights[:, None]))
    refined = np.eye(4)
    refined[:3, :3], refined[:3, 3] = R, centre
    return refined, (covariance + covariance.T) / 2


def _linearize(
    R: Array, centre: Array, points: Array, rays: Array, sigma: Array
) -> tuple[Array, Array, Array]:
    """Residuals (2n,) in standard deviations, their derivatives (2n, 6), and Cauchy's weights (2n,)."""
    seen = points - centre
    in_camera = seen @ R
    z = np.maximum(in_camera[:, 2], LEAST_DEPTH_M)
    rays_of_points = in_camera[:, :2] / z[:, None]
    residual = (rays_of_points - rays) * (z / sigma)[:, None]
    # A point's ray moves by (e_x - x/z e_z) / z, and the residual is that in units of sigma / z.
    by_world = (R.T[:2] - rays_of_points[..., None] * R.T[2]) / sigma[:, None, None]
    J = np.empty((len(points), 2, 6))
    J[..., :3] = -by_world
    for axis, (i, j) in enumerate(((1, 2), (2, 0), (0, 1))):  # by_world x seen
        J[..., 3 + axis] = by_world[..., i] * seen[:, None, j] - by_world[..., j] * seen[:, None, i]
    weights = 1 / (1 + np.square(residual).sum(axis=1) / 2)
    weights[in_camera[:, 2] <= LEAST_DEPTH_M] = 0  # behind the camera
    return residual.ravel(), J.reshape(-1, 6), np.repeat(weights, 2)


def _more_certain(pointmap: PointMap, rays: Array, most: int, seed: int) -> NDArray[np.intp]:
    """Flat indices of at most `most` of the CERTAIN_SHARE more certain finite points, at random."""
    uncertainty, points = pointmap.uncertainty.ravel(), pointmap.points.reshape(-1, 3)
    chosen = _drawn(len(uncertainty), int(most / CERTAIN_SHARE * SPARE), seed)
    known = np.isfinite(points[chosen]).all(axis=1) & np.isfinite(rays[chosen]).all(axis=1)
    chosen = chosen[known & (uncertainty[chosen] > 0) & np.isfinite(uncertainty[chosen])]
    if not len(chosen):
        return chosen
    kept = int(CERTAIN_SHARE * (len(chosen) - 1))  # as np.quantile would say, in a third of the time
    certain = chosen[uncertainty[chosen] <= np.partition(uncertainty[chosen], kept)[kept]]
    return certain[:most]


@lru_cache(maxsize=4)
def _drawn(total: int, most: int, seed: int) -> NDArray[np.intp]:
    """Up to `most` of so many indices, at random; the same for every frame."""
    return np.random.default_rng(seed).permutation(total)[:most]
