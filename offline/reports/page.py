"""The report's page: one HTML file that needs nothing else, neither beside it nor from a network."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import numpy as np
from jinja2 import Environment, StrictUndefined

from kd3d_ros.geometry import Array, Points
from kd3d_ros.metrics import median_by_bin
from offline.reconstruction_picture import FRUSTUM, Camera, best_ahead, frustum, looking, without_outliers
from offline.reports import figures, pictures
from offline.reports.clouds import pack_cloud, pack_segments, pack_student
from offline.reports.data import CLOUD_POINTS, ReportData
from offline.reports.held_out import HeldOut, Seen

ENDS_M = (0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.0, 5.0)
"""Where colours may end: at the first that is beyond nine of ten errors."""
CURVE_BINS = 15
LEAST_PER_BIN = 20
CURVE_STEPS = 101
FRUSTA = 30
"""At most so many cameras of a kind are drawn in 3-D."""
JUMP = 8.0
"""A step of so many usual ones is none: the recording was cut there."""


def render(data: ReportData) -> str:
    """The page."""
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    end_m = colours_end(data.held_out.errors)
    metrics = data.manifest["metrics"]
    return environment.from_string(asset("assets/page.html")).render(
        manifest=data.manifest,
        training=data.training,
        against=data.against,
        frames=len(data.held_out.seen),
        end=figures.cm(end_m),
        headline=figures.headline(metrics) if metrics else [],
        metric_tables=figures.metric_tables(metrics) if metrics else [],
        provenance=figures.provenance(data.manifest, data.training),
        left_out=figures.percent(float((data.held_out.uncertainties >= end_m).mean())),
        side_by_side=pictures.side_by_side(data.teacher, data.held_out.student.up_to(end_m), data.up),
        with_cameras=pictures.with_cameras(data.teacher, data.cameras, data.up),
        examples=[
            {
                "title": one.title,
                "name": one.seen.camera.name,
                "error": figures.cm(one.seen.median_m),
                "image": pictures.uri(one.image),
                "errors": pictures.map_uri(one.errors, end_m),
                "uncertainty": pictures.map_uri(one.uncertainty, end_m),
            }
            for one in data.held_out.examples
        ],
        scene=scene(data, end_m),
        curves=curves(data),
        asset=asset,
    )


def asset(name: str) -> str:
    """The text of a file beside this module."""
    return files("offline.reports").joinpath(name).read_text(encoding="utf-8")


def colours_end(errors: Points) -> float:
    """Where the scale of errors (n,) ends, metres."""
    most = float(np.percentile(errors, 90))
    return next((end for end in ENDS_M if end >= most), ENDS_M[-1])


def scene(data: ReportData, end_m: float) -> dict[str, Any]:
    """What the 3-D view draws.  Points are in random order, so that the first ones stand for all."""
    cloud = without_outliers(data.teacher)
    cloud = cloud[np.random.default_rng(0).permutation(len(cloud.points))]
    ahead = best_ahead(cloud, data.up)
    depth = FRUSTUM * float(np.linalg.norm(np.ptp(cloud.points, axis=0)))
    seen = data.held_out.seen
    taken = next(one for one in data.held_out.examples if one.title == "Median").seen.camera
    return {
        "teacher": pack_cloud(cloud),
        "student": pack_student(data.held_out.student.thinned(CLOUD_POINTS, end_m), end_m),
        "cameras": {
            "training": pack_segments(_frusta(data.cameras, depth / 2)),
            "true": pack_segments(_frusta([one.camera for one in seen], depth)),
            "estimated": pack_segments(_frusta(_estimated(seen), depth)),
        },
        "up": data.up.tolist(),
        "ahead": (ahead / np.linalg.norm(ahead)).tolist(),
        "inside": taken.T_world_camera.tolist(),
        "voxel_m": data.voxel_m,
        "end_m": end_m,
        "palette": pictures.palette().tobytes().hex(),
    }


def curves(data: ReportData) -> dict[str, Any]:
    """What the charts draw: lengths in cm, but for the trajectory's metres."""
    held_out = data.held_out
    return {
        "loss": data.training["epoch_losses"],
        "calibration": calibration(held_out),
        "cumulative": cumulative(held_out.errors),
        "trajectory": trajectory(data),
    }


def calibration(held_out: HeldOut) -> list[dict[str, float]]:
    """Medians of predicted and actual error, cm, in bins of as many points."""
    bins = max(1, min(CURVE_BINS, len(held_out.errors) // LEAST_PER_BIN))
    predicted, actual = median_by_bin(held_out.uncertainties, held_out.errors, bins)
    pairs = zip(predicted.tolist(), actual.tolist(), strict=True)
    return [{"predicted": 100 * x, "actual": 100 * y} for x, y in pairs]


def cumulative(errors: Points) -> list[dict[str, float]]:
    """Share of points, percent, within so many cm: up to twice the 90th percentile."""
    limits = np.linspace(0, 2 * np.percentile(errors, 90), CURVE_STEPS)
    shares = np.searchsorted(np.sort(errors), limits, side="right") / len(errors)
    pairs = zip(limits.tolist(), shares.tolist(), strict=True)
    return [{"cm": 100 * x, "percent": 100 * y} for x, y in pairs]


def trajectory(data: ReportData) -> dict[str, Any]:
    """Positions seen from the top, metres: of the training, and of each held-out frame, true and estimated.

    run: changes where the recording was cut.  A lost frame has no estimate.
    """
    axes = _top_axes(data)
    seen = data.held_out.seen
    true = np.array([one.camera.T_world_camera[:3, 3] for one in seen]) @ axes.T
    frames = []
    for one, run, (x, y) in zip(seen, runs(true), true.tolist(), strict=True):
        frame: dict[str, Any] = {"name": one.camera.name, "run": run, "x": x, "y": y}
        if one.T_estimated is not None:
            frame["ex"], frame["ey"] = (axes @ one.T_estimated[:3, 3]).tolist()
        frames.append(frame)
    training = np.array([camera.T_world_camera[:3, 3] for camera in data.cameras]) @ axes.T
    return {"training": training.tolist(), "frames": frames}


def runs(positions: Array) -> list[int]:
    """Number of the run that each position (n, d) is of; a new one begins after a jump."""
    steps = np.linalg.norm(np.diff(positions, axis=0), axis=1)
    usual = np.median(steps) if len(steps) else 0.0
    jumps: list[int] = np.cumsum([0, *(steps > JUMP * usual)]).tolist()
    return jumps


def _top_axes(data: ReportData) -> Array:
    """(2, 3): right and up in a picture from above; x and y of the map where its z is up."""
    if data.manifest["gravity_aligned"]:
        return np.eye(3)[:2]
    right, down, _ = looking(data.up, best_ahead(data.teacher, data.up), 90.0)
    return np.stack([right, -down])


def _estimated(seen: Sequence[Seen]) -> list[Camera]:
    return [
        Camera(one.camera.name, one.camera.K, one.camera.size, one.T_estimated, is_keyframe=True)
        for one in seen
        if one.T_estimated is not None
    ]


def _frusta(cameras: Sequence[Camera], depth: float) -> Points:
    """Segments (n, 2, 3): cameras, evenly chosen."""
    chosen = cameras[:: max(1, -(-len(cameras) // FRUSTA))]
    return np.concatenate([np.empty((0, 2, 3), np.float32), *(frustum(camera, depth) for camera in chosen)])
