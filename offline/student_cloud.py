"""What a student says of many frames, as one cloud with what is known of its points.

`student_cloud(predictor, dataset, names, voxel)` -> `StudentCloud(points, colours, uncertainty, errors)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from kd3d_ros.geometry import Points
from kd3d_ros.predictor import PointMap, Predictor
from offline.datasets.base import DataError, Dataset, Frame, Skipped, readable_frames
from offline.progress import progress
from offline.truth import truth_of
from offline.voxels import VoxelMeans


@dataclass(frozen=True)
class StudentCloud:
    """One point per voxel: means over what frames showed there.

    points: (n, 3) float32, metres, world.  colours: (n, 3) float32, RGB 0..255.  uncertainty: (n,) float32,
    metres.  errors: (n,) float32, metres, distances to the true points of the same pixels; NaN where none is
    known.
    """

    points: Points
    colours: Points
    uncertainty: Points
    errors: Points


def student_cloud(predictor: Predictor, dataset: Dataset, names: Sequence[str], voxel: float) -> StudentCloud:
    """The student's cloud of the frames `names`, read one at a time; voxel: side, metres.

    Frames need no depth or pose; without, their errors are unknown.  Raises DataError if no point is found.
    """
    means = VoxelMeans(voxel, channels=6)
    skipped = Skipped()
    frames = readable_frames(dataset, names, skipped)
    for frame in progress(frames, desc="the student's cloud", total=len(names), unit="frame"):
        means.add(*_points(predictor.predict(frame.image), frame))
    points, values = means.read()
    if not len(points):
        raise DataError(
            f"{dataset.root}: the student gives no points of {len(names)} frames; {skipped.summary()}"
        )
    with np.errstate(invalid="ignore"):
        errors = values[:, 4] / values[:, 5]
    return StudentCloud(points, values[:, :3], values[:, 3], errors)


def _points(pointmap: PointMap, frame: Frame) -> tuple[Points, Points]:
    """Points (n, 3), and (n, 6): colour, uncertainty, error or 0, whether the error is known."""
    rows, columns = pointmap.uncertainty.shape
    errors = np.full((rows, columns), np.nan, np.float32)
    truth = truth_of(frame)
    if truth is not None:
        errors = np.linalg.norm(pointmap.points - truth.points((columns, rows)), axis=-1)
    colours = cv2.resize(frame.image, (columns, rows), interpolation=cv2.INTER_AREA)
    known = np.isfinite(errors)
    values = np.dstack([colours, pointmap.uncertainty, np.where(known, errors, 0), known])
    given = np.isfinite(pointmap.points).all(axis=-1)
    return pointmap.points[given], values[given].astype(np.float32)
