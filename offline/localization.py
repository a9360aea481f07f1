"""What is usual of the poses that a student gives: measured on labels, kept in the bundle for the node."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kd3d_ros.camera import Camera
from kd3d_ros.localization import LIVE_POINTS
from kd3d_ros.pose import estimate_pose
from kd3d_ros.predictor import Predictor
from kd3d_ros.uncertainty import UNMEASURED, LocalizationStatistics
from offline.labels import Label
from offline.progress import progress

CHI_SQUARE_3_MEDIAN = 2.366
"""Of the squared Mahalanobis length of a position's error, if its covariance is right."""
LEAST_POSES = 5
NEARNESS = 1.25
"""The labels are of frames at most three from a training frame.  Frames up to ten away err more: the variance
of three students of two places was 1.4 to 1.5 times as large, with shorter tails (docs/BENCHMARKS.md)."""


def localization_statistics(predictor: Predictor, labels: Sequence[Label]) -> LocalizationStatistics:
    """Medians over the labels; nothing is usual, and all is LOST, where hardly any of them has a pose.

    The covariance is scaled so that half of the true positions lie within the ellipsoid of half the mass, and
    by NEARNESS.
    """
    ratios, uncertainties, squares = [], [], []
    for label in progress(labels, desc="localizing", unit="frame"):
        height, width = label.depth.shape
        camera = Camera.pinhole(label.K, (width, height))
        estimate = estimate_pose(predictor.predict(label.image), camera, max_points=LIVE_POINTS)
        if estimate is None:
            continue
        off = estimate.T_world_camera[:3, 3] - label.T_world_camera[:3, 3]
        ratios.append(estimate.inlier_ratio)
        uncertainties.append(estimate.uncertainty)
        squares.append(float(off @ np.linalg.solve(estimate.covariance[:3, :3], off)))
    if len(ratios) < LEAST_POSES:
        return UNMEASURED
    return LocalizationStatistics(
        inlier_ratio=float(np.median(ratios)),
        uncertainty_m=float(np.median(uncertainties)),
        covariance_scale=NEARNESS * float(np.median(squares)) / CHI_SQUARE_3_MEDIAN,
    )
