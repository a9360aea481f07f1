"""How far served points and poses are from the truth: of one frame, and figures over many."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kd3d_ros.camera import Camera, map_rays
from kd3d_ros.depth_edges import at_edges, hanging
from kd3d_ros.geometry import (
    Array,
    Depth,
    Points,
    depth_at,
    pixel_grid,
    pose_error,
    resize_affine,
    transform_points,
)
from kd3d_ros.pose import estimate_pose
from kd3d_ros.predictor import PointMap

CURVE_BINS = 5
"""Points of the curve of actual against predicted error."""


@dataclass(frozen=True)
class Truth:
    """What was really to be seen in one image.

    depth: (h, w) metres along z, of the whole image at any size; 0 or NaN where unknown.  camera: of the
    image.  T_world_camera: (4, 4) camera-to-world.
    """

    depth: Depth
    camera: Camera
    T_world_camera: Array

    def points(self, map_size: tuple[int, int]) -> Points:
        """The true pointmap (h, w, 3) at `map_size` (w, h), metres, world frame; NaN where unknown."""
        height, width = self.depth.shape
        to_depth = resize_affine((width, height), map_size)
        pixels = (pixel_grid(*map_size) @ to_depth[:, :2].T + to_depth[:, 2]).astype(np.float32)
        depth = depth_at(pixels, self.depth)
        depth = np.where(depth > 0, depth, np.nan).astype(np.float32)
        rays = map_rays(self.camera, map_size).astype(np.float32).reshape(*depth.shape, 2)
        return transform_points(self.T_world_camera, np.dstack([rays * depth[..., None], depth]))


@dataclass(frozen=True)
class EdgePoints:
    """Points near depth edges of the truth.  errors: (n,) metres; hanging: (m,) between the surfaces there.

    m >= n: a sensor is often blind at an edge, and then there are depths around a point but no error.
    """

    errors: Points
    hanging: NDArray[np.bool_]


@dataclass(frozen=True)
class FrameResult:
    """What one frame showed.  errors, uncertainties: (n,) metres; pose errors are inf where lost.

    seconds: until its points were there, NaN if unknown.  dropped: share of the map that is NaN.  edges: of
    the points at depth edges.
    """

    name: str
    errors: Points
    uncertainties: Points
    translation_m: float
    rotation_deg: float
    seconds: float
    dropped: float
    edges: EdgePoints


def measure(name: str, pointmap: PointMap, truth: Truth, seconds: float) -> FrameResult:
    """One frame's points against the truth, and the pose that follows from these points alone.

    seconds: how long they took.
    """
    rows, columns = pointmap.uncertainty.shape
    true = truth.points((columns, rows))
    errors, uncertainties = point_errors(pointmap, true)
    estimate = estimate_pose(pointmap, truth.camera)
    t, r = (
        (math.inf, math.inf)
        if estimate is None
        else pose_error(estimate.T_world_camera, truth.T_world_camera)
    )
    dropped = float(np.isnan(pointmap.points[..., 0]).mean())
    edges = edge_points(pointmap, true, truth.T_world_camera)
    return FrameResult(name, errors, uncertainties, t, r, seconds, dropped, edges)


def point_errors(pointmap: PointMap, true: Points) -> tuple[Points, Points]:
    """Distances (n,) to the `true` points (h, w, 3) where there are both, and uncertainties there; metres."""
    errors = np.linalg.norm(pointmap.points - true, axis=-1)
    known = np.isfinite(errors)
    return errors[known], pointmap.uncertainty[known]


def edge_points(pointmap: PointMap, true: Points, T_world_camera: Array) -> EdgePoints:
    """What becomes of the points near depth edges of the `true` ones (h, w, 3), seen from the true pose."""
    T_camera_world = np.linalg.inv(T_world_camera).astype(np.float64)
    true_depth, depth = (transform_points(T_camera_world, p)[..., 2] for p in (true, pointmap.points))
    kept = at_edges(true_depth) & np.isfinite(depth)
    errors = np.linalg.norm(pointmap.points - true, axis=-1)
    return EdgePoints(errors[kept & np.isfinite(errors)], hanging(depth, true_depth)[kept])


def summarize(results: Sequence[FrameResult]) -> dict[str, Any]:
    """Figures over all frames together, keyed as DESIGN's contract says; None without any true point."""
    errors = np.concatenate([r.errors for r in results])
    uncertainties = np.concatenate([r.uncertainties for r in results])
    edge_errors = np.concatenate([r.edges.errors for r in results])
    edge_hanging = np.concatenate([r.edges.hanging for r in results])
    predicted, actual = median_by_bin(uncertainties, errors, CURVE_BINS)
    milliseconds = 1e3 * np.array([r.seconds for r in results if math.isfinite(r.seconds)])
    return {
        "frames": len(results),
        "point_error_m": point_error_figures(errors),
        "within_5cm": _of_any(np.mean, errors < 0.05),
        "within_10cm": _of_any(np.mean, errors < 0.10),
        "dropped": float(np.mean([r.dropped for r in results])),
        "edges": {
            "error_m_median": _of_any(np.median, edge_errors),
            "bleed_share": _of_any(np.mean, edge_hanging),
        },
        "pose": pose_figures([(r.translation_m, r.rotation_deg) for r in results]),
        "uncertainty": {
            "calibration_error_m": calibration_error(uncertainties, errors) if len(errors) else None,
            "predicted_m": predicted.tolist(),
            "actual_m": actual.tolist(),
        },
        "latency_ms": {
            "median": _of_any(np.median, milliseconds),
            "p95": _of_any(lambda values: np.percentile(values, 95), milliseconds),
        },
    }


def point_error_figures(errors: Points) -> dict[str, float | None]:
    """Figures of distances (n,) to the true points, metres; None without any."""
    return {
        "median": _of_any(np.median, errors),
        "mean": _of_any(np.mean, errors),
        "p90": _of_any(lambda values: np.percentile(values, 90), errors),
    }


def pose_figures(errors: Sequence[tuple[float, float]]) -> dict[str, float | None]:
    """Figures of pose errors, metres and degrees, one pair a frame; inf where lost."""
    t, r_deg = np.array(errors).T
    return {
        "median_t_m": _finite(np.median(t)),
        "median_r_deg": _finite(np.median(r_deg)),
        "within_5cm_5deg": float(((t < 0.05) & (r_deg < 5)).mean()),
        "within_2cm_2deg": float(((t < 0.02) & (r_deg < 2)).mean()),
        "lost": float(np.isinf(t).mean()),
    }


def calibration_error(
    uncertainties: NDArray[np.float32], errors: NDArray[np.float32], bins: int = 10
) -> float:
    """Mean over equal-count bins of |predicted - actual error| (medians), metres (ECE, Guo et al. 2017)."""
    predicted, actual = median_by_bin(uncertainties, errors, bins)
    return float(np.abs(predicted - actual).mean())


def median_by_bin(
    uncertainties: NDArray[np.float32], errors: NDArray[np.float32], bins: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Median predicted and median actual error in equal-count bins of the prediction, ascending."""
    parts = [part for part in np.array_split(np.argsort(uncertainties), bins) if len(part)]
    return (
        np.array([np.median(uncertainties[part]) for part in parts]),
        np.array([np.median(errors[part]) for part in parts]),
    )


def _of_any(figure: Callable[[Any], Any], values: NDArray[Any]) -> float | None:
    return float(figure(values)) if len(values) else None


def _finite(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
