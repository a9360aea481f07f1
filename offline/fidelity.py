"""How near a student is to its teacher, or to the sensor: the paper's metric, and clouds against clouds.

Only pixels of which the reference knows the depth count: of the others nobody can say who is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Points
from kd3d_ros.metrics import point_error_figures
from kd3d_ros.predictor import Predictor
from offline.datasets.base import Dataset, Skipped, readable_frames
from offline.open3d_import import import_open3d
from offline.progress import progress
from offline.truth import NoTruthError, Reference, Role, truth_of
from offline.voxels import VoxelMeans

THRESHOLDS_M = 0.05, 0.10
VOXEL_M = min(THRESHOLDS_M) / 2
"""Both clouds have one point per voxel of half the threshold, as in Tanks and Temples."""


def fidelity(predictor: Predictor, dataset: Dataset, names: Sequence[str]) -> dict[str, Any]:
    """Figures of the student against the depth of the frames `names`, which are read one at a time.

    mse_m2: mean over all points and their three coordinates of the squared difference, metres^2, which is a
    third of the mean squared distance.  point_error_m: of the distances.  For the others see `cloud_scores`.
    Memory: the occupied voxels, and four bytes a point for the median.  Raises NoTruthError.
    """
    student, reference = VoxelMeans(VOXEL_M), VoxelMeans(VOXEL_M)
    errors, skipped = [], Skipped()
    frames = readable_frames(dataset, names, skipped)
    for frame in progress(frames, desc="comparing", total=len(names), unit="frame"):
        truth = truth_of(frame)
        if truth is None:
            continue
        points = predictor.predict(frame.image).points
        true = truth.points(points.shape[1::-1])
        known = np.isfinite(true).all(axis=-1)
        both = known & np.isfinite(points).all(axis=-1)
        reference.add(true[known])
        student.add(points[both])
        errors.append(np.linalg.norm(points[both] - true[both], axis=-1))
    distances = np.concatenate([np.zeros(0, np.float32), *errors])
    if not len(distances):
        raise NoTruthError.among(dataset, names, skipped)
    return {
        "frames": len(errors),
        "mse_m2": float(np.square(distances, dtype=np.float64).mean() / 3),
        "point_error_m": point_error_figures(distances),
        **cloud_scores(student.read()[0], reference.read()[0]),
    }


def fidelities(
    predictor: Predictor, known: Sequence[Reference], roles: Sequence[Role]
) -> dict[Role, dict[str, Any]]:
    """These figures against each of the roles that a known reference has.  Raises NoTruthError."""
    found: dict[Role, dict[str, Any]] = {}
    for reference in known:
        asked = [role for role in reference.roles if role in roles]
        if asked:
            figures = fidelity(predictor, reference.dataset, reference.names)
            # Copies: of one and the same, YAML would write the second as a reference to the first.
            found.update({role: deepcopy(figures) for role in asked})
    return found


def cloud_scores(
    student: Points, reference: Points, thresholds: Sequence[float] = THRESHOLDS_M
) -> dict[str, float]:
    """Scores of clouds (n, 3) and (m, 3), metres, as in Tanks and Temples (Knapitsch et al. 2017, section 5).

    For each threshold: accuracy (there: precision), the share of the student's points that are nearer than
    that to some point of the reference; completeness (recall), the share of the reference's that are nearer
    to some point of the student; f_score, their harmonic mean.  An empty cloud scores 0.
    """
    there, back = nearest_distances(student, reference), nearest_distances(reference, student)
    scores = {}
    for threshold in thresholds:
        accuracy, completeness = (float((d < threshold).mean()) if len(d) else 0.0 for d in (there, back))
        both = accuracy + completeness
        suffix = f"{100 * threshold:g}cm"
        scores[f"accuracy_{suffix}"] = accuracy
        scores[f"completeness_{suffix}"] = completeness
        scores[f"f_score_{suffix}"] = 2 * accuracy * completeness / both if both else 0.0
    return scores


def nearest_distances(points: Points, others: Points) -> NDArray[np.float64]:
    """(n,) metres from each of the points (n, 3) to the nearest of the others (m, 3); inf without any."""
    if not len(points) or not len(others):
        return np.full(len(points), np.inf)
    o3d = import_open3d()
    cloud, other_cloud = (
        o3d.geometry.PointCloud(o3d.utility.Vector3dVector(one.astype(np.float64)))
        for one in (points, others)
    )
    return np.asarray(cloud.compute_point_cloud_distance(other_cloud))
