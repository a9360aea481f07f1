"""All that a report tells of a scene, gathered from its bundle, its work folder and its held-out frames."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import yaml

from kd3d_ros.geometry import Array
from kd3d_ros.predictor import Predictor
from offline.config import RecordingConfig
from offline.datasets.base import Dataset
from offline.labels import LabelDataset, LabelStore
from offline.pointcloud import Cloud, fuse
from offline.reconstruction_files import read_cameras
from offline.reconstruction_picture import Camera, mean_up
from offline.reports.held_out import HeldOut, look_at
from offline.truth import NoTruthError, references

log = logging.getLogger(__name__)

CLOUD_POINTS = 120_000
"""Each of the two clouds has at most so many: 3 MB of a page."""


@dataclass(frozen=True)
class ReportData:
    """manifest: scene.yaml.  training: training.yaml.  teacher: what the student was taught.

    against: whose points count as true.  up: (3,) in the world.  voxel_m: side of what a point stands for.
    """

    manifest: Mapping[str, Any]
    training: Mapping[str, Any]
    teacher: Cloud
    cameras: list[Camera]
    held_out: HeldOut
    against: str
    up: Array
    voxel_m: float


def gather(config: RecordingConfig, predictor: Predictor) -> ReportData:
    """Reads the labels, and asks the student of held-out frames.  Raises LabelError, DataError."""
    manifest = predictor.bundle.manifest
    trained = config.scene_work_dir / "training" / predictor.bundle.architecture.preset
    store = LabelStore(config.scene_work_dir / "labels")
    keyframes = set(store.summary.get("keyframes", [])) or None
    teacher, cameras = fuse(store, CLOUD_POINTS), read_cameras(store, keyframes)
    voxel = voxel_of(manifest["scene_bounds_m"])
    predictor.settle()
    against, dataset, names = _unseen(config, manifest, store)
    return ReportData(
        manifest,
        yaml.safe_load((trained / "training.yaml").read_text()),
        teacher,
        cameras,
        look_at(predictor, dataset, names, voxel),
        against,
        np.array([0, 0, 1.0]) if manifest["gravity_aligned"] else mean_up(cameras),
        voxel,
    )


def voxel_of(bounds_m: list[list[float]]) -> float:
    """Side of the voxels, metres, of which about CLOUD_POINTS cover the surface of the scene's box."""
    a, b, c = np.subtract(bounds_m[1], bounds_m[0])
    return float(np.sqrt(2 * (a * b + b * c + c * a) / CLOUD_POINTS))


def _unseen(
    config: RecordingConfig, manifest: Mapping[str, Any], store: LabelStore
) -> tuple[str, Dataset, Sequence[str]]:
    """What the bundle was measured on; without that, what it was trained on."""
    measured = manifest["metrics"]
    if measured is None:
        log.warning("report: no held-out frames, so it shows what the student makes of its training frames")
        labels = LabelDataset(store)
        return "labels", labels, labels.names("all")
    against, dataset = measured["against"], config.open_recording()
    known = references(config.scene_work_dir, manifest["teacher"]["name"], dataset, dataset.names("test"))
    for reference in known:
        if against in reference.roles:
            return against, reference.dataset, reference.names
    raise NoTruthError(
        f"{config.scene_work_dir}: lacks the held-out labels that the bundle was measured on; label again"
    )
