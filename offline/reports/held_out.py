"""What a student makes of frames that it was not trained on: maps become one cloud, poses a trajectory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kd3d_ros.geometry import Array, Points
from kd3d_ros.metrics import Truth
from kd3d_ros.pose import estimate_pose
from kd3d_ros.predictor import Predictor
from offline.datasets.base import Dataset, Frame, Skipped, readable_frames
from offline.pictures import Picture
from offline.pointcloud import evenly
from offline.progress import progress
from offline.reconstruction_picture import Camera
from offline.student_cloud import GrowingCloud, StudentCloud, errors_of
from offline.truth import NoTruthError, truth_of

MOST_FRAMES = 300
"""So many frames, evenly spaced, are looked at."""
SAMPLES = 2000
"""Points of a frame that stand for its errors in the curves."""


@dataclass(frozen=True)
class Seen:
    """One frame: the true camera, its pose (4, 4) as the student's points say (None: lost), its error.

    median_m: of the frame's points, metres; NaN where the truth has none of them.
    """

    camera: Camera
    T_estimated: Array | None
    median_m: float


@dataclass(frozen=True)
class Example:
    """One frame in maps.  image: (H, W, 3) RGB.  errors, uncertainty: (h, w) metres; NaN where unknown."""

    title: str
    seen: Seen
    image: Picture
    errors: Points
    uncertainty: Points


@dataclass(frozen=True)
class HeldOut:
    """All frames together.  errors, uncertainties: (n,) metres, of points drawn evenly from all frames."""

    student: StudentCloud
    seen: list[Seen]
    errors: Points
    uncertainties: Points
    examples: list[Example]


def look_at(predictor: Predictor, dataset: Dataset, names: Sequence[str], voxel: float) -> HeldOut:
    """Ask the student of each frame once, and of three once more to show them.  Raises NoTruthError.

    voxel: side of what becomes one point of the cloud, metres.
    """
    chosen = evenly(names, MOST_FRAMES)
    growing = GrowingCloud(voxel)
    rng = np.random.default_rng(0)
    seen: list[Seen] = []
    samples: list[Points] = []
    skipped = Skipped()
    frames = readable_frames(dataset, chosen, skipped)
    for frame in progress(frames, desc="looking at held-out frames", total=len(chosen), unit="frame"):
        truth = truth_of(frame)
        if truth is None:
            continue
        pointmap = predictor.predict(frame.image)
        errors = growing.add(frame.image, pointmap, truth)
        pairs = np.stack([errors, pointmap.uncertainty], axis=-1)[np.isfinite(errors)]
        samples.append(rng.permutation(pairs)[:SAMPLES])
        estimate = estimate_pose(pointmap, truth.camera)
        seen.append(
            Seen(
                _camera(frame, truth),
                None if estimate is None else estimate.T_world_camera,
                float(np.median(pairs[:, 0])) if len(pairs) else np.nan,
            )
        )
    ranked = sorted((one for one in seen if np.isfinite(one.median_m)), key=lambda one: one.median_m)
    if not ranked:
        raise NoTruthError.among(dataset, chosen, skipped)
    shown = {"Best": ranked[0], "Median": ranked[len(ranked) // 2], "Worst": ranked[-1]}
    examples = [_example(predictor, dataset, title, one) for title, one in shown.items()]
    errors, uncertainties = np.concatenate(samples).T
    return HeldOut(growing.read(), seen, errors, uncertainties, examples)


def _camera(frame: Frame, truth: Truth) -> Camera:
    height, width = frame.image.shape[:2]
    return Camera(frame.name, truth.camera.K, (width, height), truth.T_world_camera, is_keyframe=True)


def _example(predictor: Predictor, dataset: Dataset, title: str, seen: Seen) -> Example:
    frame = dataset.load(seen.camera.name)
    truth = truth_of(frame)
    assert truth is not None, "frames without truth are not seen"
    pointmap = predictor.predict(frame.image)
    given = np.isfinite(pointmap.points[..., 0])
    uncertainty = np.where(given, pointmap.uncertainty, np.nan)
    return Example(title, seen, frame.image, errors_of(pointmap, truth), uncertainty)
