"""How good is a scene bundle on frames it has not seen?

    python -m offline.evaluate --scene NAME --data PATH --json OUT

Errors are distances to the sensor's own surface in the world frame; poses are found from the student's
points alone (PnP) and compared with the recording's.
"""

from __future__ import annotations

import json
import logging
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from kd3d_ros.camera import Camera
from kd3d_ros.files import written_whole
from kd3d_ros.geometry import Points, pixel_grid, pose_error, resize_affine, transform_points, unproject_at
from kd3d_ros.pose import estimate_pose
from kd3d_ros.predictor import PointMap, Predictor
from kd3d_ros.scene import load_scene
from offline.cli import main
from offline.config import RecordingConfig
from offline.datasets.base import DataError, Dataset, Frame, FrameError, Skipped, readable_frames
from offline.depth_edges import at_edges, hanging
from offline.progress import progress

log = logging.getLogger(__name__)

CURVE_BINS = 5
"""Points of the curve of actual against predicted error."""


class NoTruthError(DataError):
    """A recording whose frames have nothing to compare a student with."""


@dataclass(frozen=True, kw_only=True)
class EvaluateConfig(RecordingConfig):
    """Which frames, and where the figures go."""

    split: Literal["test", "all"] = "test"
    """Which frames of the recording."""
    json: Path | None = None
    """File for the figures; default: evaluation.json in the scene's work folder."""
    precision: Literal["auto", "fp32", "mixed", "bf16", "fp16"] = "auto"
    """Arithmetic of the network; auto takes the fastest that agrees with fp32."""


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

    dropped: share of the map that is NaN.  edges: of the points at depth edges.
    """

    name: str
    errors: Points
    uncertainties: Points
    translation_m: float
    rotation_deg: float
    seconds: float
    dropped: float
    edges: EdgePoints


def run(config: EvaluateConfig) -> Path:
    """Evaluate, print the figures and write them as JSON; returns the file."""
    predictor = Predictor(load_scene(config.scenes_dir, config.scene), config.device, config.precision)
    dataset = config.open_recording()
    figures = evaluate(predictor, dataset, dataset.names(config.split))
    file = config.json or config.scene_work_dir / "evaluation.json"
    text = json.dumps(figures, indent=2)
    with written_whole(file) as part:
        part.write_text(text + "\n")
    print(text)
    return file


def evaluate(predictor: Predictor, dataset: Dataset, names: Sequence[str]) -> dict[str, Any]:
    """The figures of DESIGN's contract, over the readable frames among `names`.  Raises DataError if none."""
    predictor.settle()
    skipped = Skipped()
    frames = readable_frames(dataset, names, skipped)
    results = [
        evaluate_frame(predictor, frame)
        for frame in progress(frames, desc="evaluating", total=len(names), unit="frame")
        if has_truth(frame)
    ]
    if not any(len(result.errors) for result in results):
        raise NoTruthError(
            f"{dataset.root}: none of {len(names)} frames has depth, pose and intrinsics; {skipped.summary()}"
        )
    return {
        **summarize(results),
        "parameters": predictor.parameters,
        "size_mb": round(predictor.bundle.size_mb, 3),
        "skipped": len(names) - len(results),
        **predictor.describe(),
    }


def evaluate_frame(predictor: Predictor, frame: Frame) -> FrameResult:
    """Point errors, pose error and latency of one frame.  Raises FrameError unless `has_truth`."""
    start = time.perf_counter()
    pointmap = predictor.predict(frame.image)
    seconds = time.perf_counter() - start
    errors, uncertainties = point_errors(pointmap, frame)
    height, width = frame.image.shape[:2]
    assert frame.K is not None, "point_errors needs it too"
    estimate = estimate_pose(pointmap, Camera.pinhole(frame.K, (width, height)))
    translation_m, rotation_deg = math.inf, math.inf
    if estimate is not None and frame.T_world_camera is not None:
        translation_m, rotation_deg = pose_error(estimate.T_world_camera, frame.T_world_camera)
    dropped = float(np.isnan(pointmap.points[..., 0]).mean())
    edges = edge_points(pointmap, frame)
    return FrameResult(
        frame.name, errors, uncertainties, translation_m, rotation_deg, seconds, dropped, edges
    )


def has_truth(frame: Frame) -> bool:
    """Whether there is something to compare with: depth, pose and intrinsics."""
    return frame.depth is not None and frame.T_world_camera is not None and frame.K is not None


def true_points(frame: Frame, map_size: tuple[int, int]) -> Points:
    """The frame's own pointmap (h, w, 3) at `map_size` (w, h); NaN where the sensor saw nothing.

    Raises FrameError unless `has_truth`.
    """
    if frame.depth is None or frame.T_world_camera is None or frame.K is None:
        raise FrameError(f"{frame.name}: has no depth, no pose or no intrinsics to compare with")
    height, width = frame.depth.shape
    to_image = resize_affine((width, height), map_size)
    pixels = (pixel_grid(*map_size) @ to_image[:, :2].T + to_image[:, 2]).astype(np.float32)
    return unproject_at(pixels, frame.depth, frame.K, frame.T_world_camera)


def point_errors(pointmap: PointMap, frame: Frame) -> tuple[Points, Points]:
    """Distances (n,) of points to the true ones where there are both, and the uncertainties there; metres."""
    rows, columns = pointmap.uncertainty.shape
    truth = true_points(frame, (columns, rows))
    errors = np.linalg.norm(pointmap.points - truth, axis=-1)
    known = np.isfinite(errors)
    return errors[known], pointmap.uncertainty[known]


def edge_points(pointmap: PointMap, frame: Frame) -> EdgePoints:
    """What becomes of the points near depth edges of the truth.  Raises FrameError unless `has_truth`."""
    rows, columns = pointmap.uncertainty.shape
    truth = true_points(frame, (columns, rows))
    assert frame.T_world_camera is not None, "true_points needs it too"
    T_camera_world = np.linalg.inv(frame.T_world_camera).astype(np.float64)
    true_depth, depth = (transform_points(T_camera_world, p)[..., 2] for p in (truth, pointmap.points))
    kept = at_edges(true_depth) & np.isfinite(depth)
    errors = np.linalg.norm(pointmap.points - truth, axis=-1)
    return EdgePoints(errors[kept & np.isfinite(errors)], hanging(depth, true_depth)[kept])


def summarize(results: Sequence[FrameResult]) -> dict[str, Any]:
    """Figures over all frames together."""
    errors = np.concatenate([r.errors for r in results])
    uncertainties = np.concatenate([r.uncertainties for r in results])
    edge_errors = np.concatenate([r.edges.errors for r in results])
    edge_hanging = np.concatenate([r.edges.hanging for r in results])
    t = np.array([r.translation_m for r in results])
    r_deg = np.array([r.rotation_deg for r in results])
    predicted, actual = median_by_bin(uncertainties, errors, CURVE_BINS)
    milliseconds = 1e3 * np.array([r.seconds for r in results])
    return {
        "frames": len(results),
        "point_error_m": {
            "median": float(np.median(errors)),
            "mean": float(errors.mean()),
            "p90": float(np.percentile(errors, 90)),
        },
        "within_5cm": float((errors < 0.05).mean()),
        "within_10cm": float((errors < 0.10).mean()),
        "dropped": float(np.mean([r.dropped for r in results])),
        "edges": {
            "error_m_median": float(np.median(edge_errors)) if len(edge_errors) else None,
            "bleed_share": float(edge_hanging.mean()) if len(edge_hanging) else None,
        },
        "pose": {
            "median_t_m": _finite(np.median(t)),
            "median_r_deg": _finite(np.median(r_deg)),
            "within_5cm_5deg": float(((t < 0.05) & (r_deg < 5)).mean()),
            "within_2cm_2deg": float(((t < 0.02) & (r_deg < 2)).mean()),
            "lost": float(np.isinf(t).mean()),
        },
        "uncertainty": {
            "calibration_error_m": calibration_error(uncertainties, errors),
            "predicted_m": predicted.tolist(),
            "actual_m": actual.tolist(),
        },
        "latency_ms": {
            "median": float(np.median(milliseconds)),
            "p95": float(np.percentile(milliseconds, 95)),
        },
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


def _finite(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


if __name__ == "__main__":
    main(EvaluateConfig, run, "offline.evaluate", __doc__)
