"""Geometry of two calibrated images: relative pose, and depth along every ray.

Lengths of image errors are pixels of a 640-pixel-wide image, whatever the image's own size.
"""

from __future__ import annotations

import cv2
import numpy as np
import poselib
from numpy.typing import NDArray

from kd3d_ros.geometry import Array, Points, pixel_grid
from offline.teachers.flow import ROUND_TRIP_PX, Matches, pixel_scale

EPIPOLAR_PX = 1.5
"""Nor may a correspondence be farther from its epipolar line than this."""
LEAST_DEPTH, MOST_DEPTH = 0.02, 400.0
"""Depths that are believed, in baselines."""
WORST_ERROR = 0.15
"""Depth that one pixel of flow changes by a larger share is no depth."""
COMMON_ERROR = 0.02
"""All depths of a pair err together by at least this share, however large the parallax."""
LEAST_INLIERS = 150
LEAST_INLIER_SHARE = 0.4
RANSAC_ITERATIONS = 2000
FLOW_SIGMA_PX = 0.7
KNOWN_ROTATION_SIGMA_RAD, KNOWN_TRANSLATION_SIGMA_M = 0.005, 0.01
"""Errors of a recording's poses, between two frames."""
INDEPENDENT_SAMPLES = 30
"""What the samples of one image pair are worth: flow errs by regions, not by pixels."""
REFINEMENTS = 6


def estimate_relative_pose(
    pixels_a: Array, pixels_b: Array, K_a: Array, K_b: Array, shape: tuple[int, int], seed: int
) -> Array | None:
    """T_b_a (4, 4) with a baseline of length 1, by LO-RANSAC (poselib); None if too few agree on one.

    shape: (height, width) of both images.
    """
    if len(pixels_a) < LEAST_INLIERS:
        return None
    pose, info = poselib.estimate_relative_pose(
        pixels_a,
        pixels_b,
        _camera(K_a, shape),
        _camera(K_b, shape),
        {
            "max_epipolar_error": ROUND_TRIP_PX * pixel_scale(shape),
            "max_iterations": RANSAC_ITERATIONS,
            "seed": seed,
        },
        {},
    )
    length = float(np.linalg.norm(pose.t))
    if info["num_inliers"] < max(LEAST_INLIERS, LEAST_INLIER_SHARE * len(pixels_a)) or length == 0:
        return None
    T_b_a = np.eye(4)
    T_b_a[:3, :3], T_b_a[:3, 3] = pose.R, pose.t / length
    return T_b_a


def refine_known_pose(
    T_b_a: Array, pixels_a: Array, pixels_b: Array, K_a: Array, K_b: Array, shape: tuple[int, int]
) -> Array:
    """The known relative pose (4, 4), metres, moved towards what the correspondences say.

    Most probable pose given its own errors and robust (Cauchy) Sampson errors of the correspondences;
    the length of the baseline, which they say nothing of, stays.
    """
    rays_a, rays_b = rays_through(pixels_a, K_a), rays_through(pixels_b, K_b)
    per_px = K_a[0, 0] / (FLOW_SIGMA_PX * pixel_scale(shape))
    known = np.repeat([KNOWN_ROTATION_SIGMA_RAD**-2, KNOWN_TRANSLATION_SIGMA_M**-2], 3)
    R, t = T_b_a[:3, :3], T_b_a[:3, 3]
    length = np.linalg.norm(t)
    for _ in range(REFINEMENTS):
        residual, J = _sampson(R, t, rays_a, rays_b)
        residual, J = residual * per_px, J * per_px
        weights = INDEPENDENT_SAMPLES / len(residual) / (1 + residual**2)
        moved = np.concatenate([cv2.Rodrigues(R @ T_b_a[:3, :3].T)[0].ravel(), t - T_b_a[:3, 3]])
        H = (J * weights[:, None]).T @ J + np.diag(known)
        step = np.linalg.solve(H, -(J * weights[:, None]).T @ residual - known * moved)
        R = np.asarray(cv2.Rodrigues(step[:3])[0]) @ R
        t = t + step[3:]
        t = t * (length / np.linalg.norm(t))
    refined = np.eye(4)
    refined[:3, :3], refined[:3, 3] = R, t
    return refined


def _sampson(R: Array, t: Array, rays_a: Array, rays_b: Array) -> tuple[Array, Array]:
    """Sampson errors (n,) in units of the focal length, and their derivatives (n, 6) by rotation and t.

    The derivative along t is left out: the error does not depend on the length of the baseline.
    """
    turned = rays_a @ R.T
    normal_b, b_cross_t = np.cross(t, turned), np.cross(rays_b, t)
    normal_a = b_cross_t @ R
    size = np.sqrt(np.square(normal_a[:, :2]).sum(axis=1) + np.square(normal_b[:, :2]).sum(axis=1))
    by_rotation, by_t = np.cross(turned, b_cross_t), np.cross(turned, rays_b)
    along = t / np.linalg.norm(t)
    by_t = by_t - (by_t @ along)[:, None] * along
    error = (rays_b * normal_b).sum(axis=1)
    return error / size, np.concatenate([by_rotation, by_t], axis=1) / size[:, None]


def triangulate(matches: Matches, T_b_a: Array, K_a: Array, K_b: Array) -> tuple[Points, Points]:
    """Depth (h, w) along z of image a's rays, 0 = none, and its error (h, w) as a share of it.

    The matched pixel is moved to the nearest point of the epipolar line, where the rays meet.  The error is
    that of one pixel of flow along that line.  No depth behind either camera.
    """
    height, width = matches.good.shape
    scale = pixel_scale((height, width))
    turned = rays_through(pixel_grid(width, height), K_a) @ T_b_a[:3, :3].T.astype(np.float32)
    t = T_b_a[:3, 3].astype(np.float32)
    focal, centre = K_b[[0, 1], [0, 1]].astype(np.float32), K_b[:2, 2].astype(np.float32)
    x, y, z = np.moveaxis(turned, -1, 0)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        # Pixel in b of depth d is `infinite` + `line` / (z (d z + tz)): it runs along `line` as d shrinks.
        infinite = np.stack([x / z, y / z], axis=-1) * focal + centre
        line = np.stack([t[0] * z - x * t[2], t[1] * z - y * t[2]], axis=-1) * focal
        length = np.sqrt(np.square(line).sum(axis=-1))
        parallax = matches.target - infinite
        along = (parallax * line).sum(axis=-1) / length
        across = (parallax[..., 0] * line[..., 1] - parallax[..., 1] * line[..., 0]) / length
        depth_b = length / (z * along)
        depth = (depth_b - t[2]) / z
        error = depth_b**2 * scale / (length * depth)
    baseline = float(np.linalg.norm(t))
    valid = matches.good & (z > 0) & (np.abs(across) < EPIPOLAR_PX * scale)
    for d in (depth, depth_b):
        valid &= (d > LEAST_DEPTH * baseline) & (d < MOST_DEPTH * baseline)
    return np.where(valid, depth, 0), np.where(valid, error, np.inf).astype(np.float32)


def confidence_of(error: Points) -> Points:
    """Confidence (h, w) float32 of depths with such relative errors: 1 + an inverse variance, 0 = none."""
    certain = error < WORST_ERROR
    variance = np.square(error, where=certain, out=np.ones_like(error)) + COMMON_ERROR**2
    return np.where(certain, 1 + WORST_ERROR**2 / variance, 0).astype(np.float32)


def rays_through(pixels: NDArray, K: Array) -> NDArray:
    """Rays (..., 3) with z = 1 through pixels (..., 2), of the pixels' type."""
    K_inv = np.linalg.inv(K).astype(pixels.dtype)
    rays: NDArray = np.concatenate([pixels, np.ones_like(pixels[..., :1])], axis=-1) @ K_inv.T
    return rays


def _camera(K: Array, shape: tuple[int, int]) -> dict[str, object]:
    height, width = shape
    parameters = [K[0, 0], K[1, 1], K[0, 2], K[1, 2]]
    return {"model": "PINHOLE", "width": width, "height": height, "params": parameters}
