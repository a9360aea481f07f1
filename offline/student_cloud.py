"""What a student says of many frames, as one cloud with what is known of its points."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from kd3d_ros.geometry import Points
from kd3d_ros.metrics import Truth
from kd3d_ros.predictor import PointMap
from offline.pictures import Picture
from offline.pointcloud import Cloud
from offline.voxels import VoxelMeans

FEW = 0.2
"""Uncertain points' share of a thinned cloud."""


@dataclass(frozen=True)
class StudentCloud:
    """One point per voxel: means over what frames showed there.

    uncertainty, errors: (n,) float32, metres; the latter are distances to the true points of the same pixels,
    NaN where none is known.
    """

    cloud: Cloud
    uncertainty: Points
    errors: Points

    def up_to(self, uncertainty_m: float) -> Cloud:
        """The points that claim to be less than that off."""
        return self.cloud[self.uncertainty < uncertainty_m]

    def thinned(self, most: int, uncertainty_m: float) -> StudentCloud:
        """At most so many points, in random order; few of those that are uncertain, which lie far apart."""
        rng = np.random.default_rng(0)
        order = rng.permutation(len(self.errors))
        certain = self.uncertainty[order] < uncertainty_m
        few = order[~certain][: int(FEW * most)]
        chosen = rng.permutation(np.concatenate([order[certain][: most - len(few)], few]))
        return StudentCloud(self.cloud[chosen], self.uncertainty[chosen], self.errors[chosen])


class GrowingCloud:
    """A student's cloud while frames are added, in the memory of the voxels that they fill."""

    def __init__(self, voxel: float) -> None:
        """voxel: side, metres."""
        self._means = VoxelMeans(voxel, channels=9)

    def add(self, image: Picture, pointmap: PointMap, truth: Truth) -> Points:
        """One more frame; returns its errors (h, w), metres, NaN where point or truth is missing."""
        errors = errors_of(pointmap, truth)
        given = np.isfinite(pointmap.points[..., 0])
        points = pointmap.points[given]
        colours = cv2.resize(image, errors.shape[::-1], interpolation=cv2.INTER_AREA)[given]
        towards = truth.T_world_camera[:3, 3] - points
        towards /= np.linalg.norm(towards, axis=1, keepdims=True)
        known = np.isfinite(errors[given])
        said = pointmap.uncertainty[given], np.where(known, errors[given], 0), known
        self._means.add(points, np.column_stack([colours, towards, *said]))
        return errors

    def read(self) -> StudentCloud:
        """The cloud so far."""
        points, values = self._means.read()
        uncertainty, error, known = values[:, 6:].T
        errors = np.divide(error, known, out=np.full_like(error, np.nan), where=known > 0)
        cloud = Cloud(points, values[:, :3], values[:, 3:6], np.ones(len(points), np.float32))
        return StudentCloud(cloud, uncertainty, errors)


def errors_of(pointmap: PointMap, truth: Truth) -> Points:
    """Distances (h, w) to the true points, metres; NaN where one of the two is missing."""
    rows, columns = pointmap.uncertainty.shape
    errors: Points = np.linalg.norm(pointmap.points - truth.points((columns, rows)), axis=-1)
    return errors
