"""Which error stands behind what a student says: fitted on labels that it was not trained on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.optimize import isotonic_regression

from kd3d_ros.edges import smeared
from kd3d_ros.student import Student
from kd3d_ros.uncertainty import Calibration
from offline.labels import Label
from offline.progress import progress
from offline.training.batches import NO_AUGMENTATION, make_batch

KNOTS = 20
LEAST_POINTS = 200
"""Points that a knot needs."""


def calibrate(student: Student, labels: Sequence[Label], device: torch.device) -> Calibration:
    """The calibration of `student` (in eval mode) on `labels`; the identity if they are too few."""
    predicted, actual = [np.empty(0)], [np.empty(0)]
    for label in progress(labels, desc="calibrating", unit="frame"):
        batch = make_batch([label], student.architecture, NO_AUGMENTATION, np.random.default_rng(0))
        with torch.inference_mode():
            points, uncertainty = student(batch.images.to(device, torch.float32))
        kept = ~smeared(points[0].permute(1, 2, 0).cpu().numpy())  # the others are never published
        known = (batch.weights > 0) & torch.from_numpy(kept)
        error = (points.cpu() - batch.points).square().sum(1).sqrt()
        predicted.append(uncertainty.cpu()[known].numpy())
        actual.append(error[known].numpy())
    return fit(np.concatenate(predicted), np.concatenate(actual))


def fit(predicted: NDArray[np.float64], actual: NDArray[np.float64]) -> Calibration:
    """Monotone map from predicted to median actual error (n,): isotonic regression over equal-count bins."""
    bins = min(KNOTS, len(predicted) // LEAST_POINTS)
    if bins == 0:
        return Calibration()
    parts: list[NDArray[np.intp]] = []
    for part in np.array_split(np.argsort(predicted, kind="stable"), bins):
        # A student that cannot tell says the same of all: one bin, not as many as the sort happens to make.
        if parts and np.median(predicted[part]) == np.median(predicted[parts[-1]]):
            parts[-1] = np.concatenate([parts[-1], part])
        else:
            parts.append(part)
    x = [float(np.median(predicted[part])) for part in parts]
    y = [float(np.median(actual[part])) for part in parts]
    rising = isotonic_regression(np.log(np.maximum(y, 1e-4))).x
    return Calibration(x, np.exp(rising).tolist())
