"""Trained student -> scene bundle, with its figures on held-out frames inside."""

from __future__ import annotations

import logging
import platform
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from safetensors.torch import load_file

from kd3d_ros import __version__
from kd3d_ros.geometry import scale_intrinsics, unproject
from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import load_scene, read_architecture, write_scene
from kd3d_ros.student import Student
from kd3d_ros.uncertainty import UNMEASURED
from offline.cost import CostConfig, asked_cost
from offline.evaluate import evaluate_first
from offline.fidelity import fidelities
from offline.labels import Label, LabelStore
from offline.localization import LEAST_POSES, localization_statistics
from offline.pointcloud import evenly, ply_bytes
from offline.train import TrainConfig
from offline.truth import NoTruthError, Role, references

log = logging.getLogger(__name__)

PREVIEW_POINTS = 25_000
POSE_FRAMES = 40
FIDELITY_FRAMES = 200
"""So many held-out frames, evenly spaced, make the clouds that are compared."""
PREVIEW_FRAMES = 100
"""So many frames, evenly spaced, give the preview its points and the bundle its scene bounds."""


@dataclass(frozen=True, kw_only=True)
class BundleConfig(CostConfig, TrainConfig):
    """What goes into the bundle."""

    frame_id: str = "map"
    """Name of the world frame, which the node stamps its clouds with."""


def run(config: BundleConfig) -> Path:
    """Write `<scenes_dir>/<scene>`; returns that folder.

    The bundle is first written in the work folder, loaded from there as a robot would, and evaluated.
    """
    trained = config.scene_work_dir / "training" / config.student
    facts = yaml.safe_load((trained / "training.yaml").read_text())
    student = Student(read_architecture(trained / "training.yaml", facts["architecture"]))
    student.load_state_dict(load_file(trained / "student.safetensors"))
    store = LabelStore(config.scene_work_dir / "labels")
    summary = store.summary
    names = summary["frames"]
    sample = [store.read(name) for name in names[:: max(1, len(names) // PREVIEW_FRAMES)]]
    points, colours = preview(sample)
    files = {"preview.ply": ply_bytes(points, colours)}
    manifest = {
        "scene": config.scene,
        "frame_id": config.frame_id,
        "gravity_aligned": summary["gravity_aligned"],
        "metric": summary["metric"],
        "scale_residual": summary["scale_residual"],
        "student": config.student,
        "scene_bounds_m": [np.percentile(points, q, axis=0).tolist() for q in (1, 99)],
        "uncertainty_calibration": facts["uncertainty_calibration"],
        "localization": UNMEASURED.as_dict(),
        "intrinsics": _intrinsics(sample[0], student),
        "teacher": {
            "name": summary["teacher"],
            "weights_sha256": summary.get("weights_sha256"),
            "licence": summary.get("licence"),
        },
        "dataset": {"format": summary["format"], "frames": len(names), "skipped": len(summary["skipped"])},
        "training": {key: facts[key] for key in ("backbone_weights", "steps", "epochs", "seconds")},
        "software": software_versions(),
        "metrics": None,
    }
    staging = config.scene_work_dir / "bundle"
    write_scene(staging / config.scene, student, files, manifest)
    predictor = Predictor(load_scene(staging, config.scene), config.device)
    predictor.settle()
    for_poses = names_for_poses(names, facts["validation_frames"])
    usual = localization_statistics(predictor, [store.read(name) for name in for_poses])
    manifest["localization"] = usual.as_dict()
    manifest["metrics"] = _held_out_figures(config, predictor, summary)
    path = write_scene(config.scenes_dir / config.scene, student, files, manifest)
    shutil.rmtree(staging)
    return path


def preview(labels: list[Label]) -> tuple[np.ndarray, np.ndarray]:
    """Points (n, 3) float32 and colours (n, 3) uint8 sampled from the labels."""
    rng = np.random.default_rng(0)
    points, colours = [], []
    for label in labels:
        cloud = unproject(label.depth, label.K, label.T_world_camera)
        known = np.argwhere(np.isfinite(cloud[..., 0]))
        rows, columns = rng.choice(known, min(len(known), PREVIEW_POINTS // len(labels)), replace=False).T
        points.append(cloud[rows, columns])
        colours.append(label.image[rows, columns])
    return np.concatenate(points), np.concatenate(colours)


def software_versions() -> dict[str, str]:
    """Versions that decide what a bundle holds."""
    return {
        "kd3d_ros": __version__,
        "python": platform.python_version(),
        **{name: version(name) for name in ("torch", "timm", "numpy")},
    }


def _intrinsics(label: Label, student: Student) -> dict[str, Any]:
    """Of the camera that the scene was learned with, for images of the student's input size."""
    height, width = label.depth.shape
    input_size = student.architecture.input_size
    K = scale_intrinsics(label.K, (width, height), input_size)
    return {"width": input_size[0], "height": input_size[1], "K": K.round(4).tolist()}


def names_for_poses(names: Sequence[str], validation: Sequence[str]) -> Sequence[str]:
    """The validation frames, or some of all labels' where there are hardly any."""
    if len(validation) >= LEAST_POSES:
        return validation
    log.info("bundle: too few frames to hold some back, so poses are measured on frames of the training")
    return names[:: max(1, len(names) // POSE_FRAMES)]


def _held_out_figures(
    config: BundleConfig, predictor: Predictor, summary: dict[str, Any]
) -> dict[str, Any] | None:
    """Figures against the sensor where the labels are in its world, else against the teacher."""
    dataset = config.open_recording()
    known = references(config.scene_work_dir, summary["teacher"], dataset, dataset.names("test"))
    try:
        figures = evaluate_first(predictor, known)
    except NoTruthError as error:
        log.warning("bundle: %s; so the bundle carries no figures", error)
        return None
    roles: tuple[Role, ...] = ("sensor", "teacher") if figures["against"] == "sensor" else ("teacher",)
    fewer = [replace(one, names=evenly(one.names, FIDELITY_FRAMES)) for one in known]
    figures["fidelity"] = fidelities(predictor, fewer, roles)
    return figures | asked_cost(config, predictor, dataset, summary["teacher"])
