"""A reconstruction put into the map: one robust similarity to known poses or to a depth sensor's scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.spatial.transform import Rotation

from kd3d_ros.geometry import Array, Points
from offline.alignment.canonical import CanonicalMap
from offline.alignment.priors import Priors
from offline.alignment.sim3 import Sim3, umeyama

LEAST_POSES = 3
LEAST_PATH = 0.02
"""Known camera positions must spread by so many metres to tell scale."""
ITERATIONS = 30
WORLD_CAMERA_START: Array = np.array([[0.0, 0, 1, 0], [-1, 0, 0, 0], [0, -1, 0, 0], [0, 0, 0, 1]])
"""Without poses, the world is the first camera's, with REP-103 axes: x forward, y left, z up."""


@dataclass(frozen=True)
class Anchor:
    """How the reconstruction got its world frame.

    source: `poses` (of the recording), `depth` (scale from the sensor, first camera as the world), or `none`
    (scale arbitrary).  residual_m: median distance of camera positions to the known ones after the
    similarity.  scale_residual: relative uncertainty of the scale.  None where there was nothing to compare.
    """

    source: str
    residual_m: float | None
    scale_residual: float | None

    @property
    def metric(self) -> bool:
        return self.source != "none"


def anchored(
    G: Sim3, priors: Priors, maps: Sequence[CanonicalMap], sensor_depths: Sequence[Points | None]
) -> tuple[Sim3, Anchor]:
    """The reconstruction in its world frame.

    sensor_depths: by frame, (h, w) metres at the map's size, or None; used where too few poses are known.
    """
    k = priors.posed
    if len(k) >= LEAST_POSES and _spread(priors.T_world_camera[k, :3, 3]) > LEAST_PATH:
        to_world, distances = similarity_to_poses(G[k], priors.T_world_camera[k])
        inliers = distances[distances < 3 * np.median(distances) + 1e-9]
        scale_residual = np.sqrt(np.square(inliers).mean() / len(inliers)) / _spread(
            priors.T_world_camera[k, :3, 3]
        )
        return to_world @ G, Anchor("poses", float(np.median(distances)), float(scale_residual))
    first = G[[0]]
    start = Sim3.from_matrices(WORLD_CAMERA_START[None]) @ Sim3(np.ones(1), first.R, first.t).inverse()
    ratios = sensor_scales(G, maps, sensor_depths)
    if np.isfinite(ratios).any():
        scale = float(np.exp(np.nanmedian(ratios)))
        spread = float(np.nanmedian(np.abs(ratios - np.log(scale))))
        return _scaled(start @ G, scale), Anchor("depth", None, spread)
    typical = float(np.median([G.scale[n] * _median_depth(one) for n, one in enumerate(maps)]))
    return _scaled(start @ G, 2.0 / max(typical, 1e-9)), Anchor("none", None, None)


def similarity_to_poses(G: Sim3, T_world_camera: Array) -> tuple[Sim3, Array]:
    """Robust similarity (a batch of one) that takes cameras (n) to their known poses; distances (n,) to them.

    Rotations are averaged, positions fitted, both with Cauchy weights; wrong poses lose theirs.
    """
    weights = np.ones(len(G))
    for _ in range(ITERATIONS):
        turns = T_world_camera[:, :3, :3] @ np.swapaxes(G.R, 1, 2)
        by_rotation = Rotation.from_matrix(turns).mean(weights).as_matrix()
        by_position = umeyama(G.t[None], T_world_camera[None, :, :3, 3], weights[None])
        R = _blend(by_rotation, by_position.R[0], G.t, weights)
        centre = np.average(G.t, axis=0, weights=weights)
        target_centre = np.average(T_world_camera[:, :3, 3], axis=0, weights=weights)
        a, b = (G.t - centre) @ R.T, T_world_camera[:, :3, 3] - target_centre
        scale = max((weights[:, None] * a * b).sum() / max((weights[:, None] * a * a).sum(), 1e-12), 1e-6)
        fit = Sim3(np.array([scale]), R[None], (target_centre - scale * R @ centre)[None])
        distances = np.linalg.norm((fit @ G).t - T_world_camera[:, :3, 3], axis=1)
        weights = 1 / (1 + np.square(distances / (2 * np.median(distances) + 1e-9)))
    return fit, distances


def sensor_scales(G: Sim3, maps: Sequence[CanonicalMap], sensor_depths: Sequence[Points | None]) -> Array:
    """Log of (metres a unit of the reconstruction) by frame, NaN where the sensor saw nothing of use."""
    ratios = np.full(len(G), np.nan)
    for n, (one, sensor) in enumerate(zip(maps, sensor_depths, strict=True)):
        if sensor is not None and (both := (sensor > 0) & (one.depth > 0)).any():
            ratios[n] = np.median(np.log(sensor[both] / one.depth[both])) - np.log(G.scale[n])
    return ratios


def _blend(by_rotation: Array, by_position: Array, positions: Array, weights: Array) -> Array:
    """The positions' rotation where they spread in space, the rotations' where they are near a line."""
    spread = np.linalg.svd((positions - positions.mean(axis=0)) * weights[:, None], compute_uv=False)
    return by_position if spread[1] > 0.1 * spread[0] else by_rotation


def _spread(positions: Array) -> float:
    return float(np.sqrt(np.square(positions - np.median(positions, axis=0)).sum(axis=1).mean()))


def _scaled(G: Sim3, scale: float) -> Sim3:
    return Sim3(G.scale * scale, G.R, G.t * scale)


def _median_depth(one: CanonicalMap) -> float:
    known = one.depth[one.depth > 0]
    return float(np.median(known)) if known.size else 1.0
