"""Two-view geometry as a pairwise teacher: no weights, no licence, any textured place with known intrinsics.

Dense flow both ways, relative pose, depth along every ray.  It says nothing where it sees nothing: without
parallax, texture or agreement the confidence is 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Array, Points, scale_intrinsics, transform_points, unproject
from offline.datasets.base import Frame
from offline.teachers.flow import DenseFlow, sample
from offline.teachers.pairs import PairPrediction, TeacherError, View
from offline.teachers.retrieval import Vlad
from offline.teachers.two_view import (
    confidence_of,
    estimate_relative_pose,
    refine_known_pose,
    triangulate,
)

LEAST_BASELINE_M = 0.005
"""Frames with known poses that are nearer than this have seen the same."""
LEAST_COVERED = 0.01
"""A pair that sees a smaller share of its pixels has no usable geometry."""


class GeometricTeacher:
    """A `PairTeacher`.  Predictions of a pair are consistent: both come from one flow and one relative pose.

    With `use_poses`, relative poses are those of the recording, refined within their errors, and predictions
    are in metres; without, the unit of length is the pair's baseline.  The vocabulary of `describe` is
    learned from the views of its first call and kept for later ones.
    """

    name = "geometric"
    licence = None

    def __init__(self, image_size: int = 320, use_poses: bool = False, seed: int = 0) -> None:
        """image_size: long side of the images and predictions, pixels; smaller images are not enlarged."""
        self.metric = use_poses
        self._image_size, self._seed = image_size, seed
        self._flow, self._vlad = DenseFlow(), Vlad(seed)

    def facts(self) -> dict[str, Any]:
        return {"image_size": self._image_size, "use_poses": self.metric, "seed": self._seed}

    def prepare(self, frame: Frame) -> View:
        height, width = frame.image.shape[:2]
        scale = min(1.0, self._image_size / max(height, width))
        size = round(width * scale), round(height * scale)
        image = np.asarray(cv2.resize(frame.image, size, interpolation=cv2.INTER_AREA), np.uint8)
        K = None if frame.K is None else scale_intrinsics(frame.K, (width, height), size)
        return View(frame.name, image, K, frame.T_world_camera if self.metric else None)

    def describe(self, views: Sequence[View]) -> NDArray[np.float32]:
        return self._vlad.describe([_grey(view) for view in views])

    def predict(self, pairs: Sequence[tuple[View, View]]) -> list[tuple[PairPrediction, PairPrediction]]:
        """Raises TeacherError for a view without intrinsics, or without the pose that `use_poses` needs."""
        return [self._predict_one(a, b) for a, b in pairs]

    def _predict_one(self, a: View, b: View) -> tuple[PairPrediction, PairPrediction]:
        K_a, K_b = _intrinsics(a), _intrinsics(b)
        if a.image.shape != b.image.shape:
            raise TeacherError(
                f"{a.name} is {a.image.shape[1]}x{a.image.shape[0]} and {b.name} {b.image.shape[1]}x"
                f"{b.image.shape[0]}; --teacher geometric needs images of one size"
            )
        known = _known_relative_pose(a, b) if self.metric else None
        if known is not None and np.linalg.norm(known[:3, 3]) < LEAST_BASELINE_M:
            return _nothing(a)
        shape = a.image.shape[:2]
        there, back = self._flow.match(_grey(a), _grey(b))
        pixels_a, pixels_b = sample(there, self._seed)
        if known is None:
            T_b_a = estimate_relative_pose(pixels_a, pixels_b, K_a, K_b, shape, self._seed)
        elif len(pixels_a):
            T_b_a = refine_known_pose(known, pixels_a, pixels_b, K_a, K_b, shape)
        else:
            T_b_a = None
        if T_b_a is None:
            return _nothing(a)
        T_a_b = np.asarray(np.linalg.inv(T_b_a), np.float64)
        points_a, confidence_a = _pointmap(*triangulate(there, T_b_a, K_a, K_b), K_a)
        points_b, confidence_b = _pointmap(*triangulate(back, T_a_b, K_b, K_a), K_b)
        if min(np.mean(confidence_a > 0), np.mean(confidence_b > 0)) < LEAST_COVERED:
            return _nothing(a)
        return (
            _prediction(points_a, transform_points(T_a_b, points_b), confidence_a, confidence_b),
            _prediction(points_b, transform_points(T_b_a, points_a), confidence_b, confidence_a),
        )


def _intrinsics(view: View) -> Array:
    if view.K is None:
        raise TeacherError(
            f"{view.name}: --teacher geometric needs intrinsics, and this recording has none; "
            "give them with --intrinsics fx,fy,cx,cy (pixels of the recorded image)"
        )
    return view.K


def _known_relative_pose(a: View, b: View) -> Array:
    """T_b_a (4, 4), metres."""
    poses = []
    for view in (a, b):
        if view.T_world_camera is None:
            raise TeacherError(f"{view.name}: has no pose; --teacher geometric was told to use known poses")
        poses.append(view.T_world_camera)
    return np.linalg.inv(poses[1]) @ poses[0]


def _pointmap(depth: Points, error: Points, K: Array) -> tuple[Points, Points]:
    """Points (h, w, 3), NaN where none, and confidence (h, w), 0 = none."""
    confidence = confidence_of(error)
    return unproject(np.where(confidence > 0, depth, 0), K), confidence


def _prediction(
    own: Points, other: Points, own_confidence: Points, other_confidence: Points
) -> PairPrediction:
    return PairPrediction(np.nan_to_num(own), np.nan_to_num(other), own_confidence, other_confidence)


def _nothing(view: View) -> tuple[PairPrediction, PairPrediction]:
    """No usable geometry: points at the origin, without confidence."""
    points = np.zeros(view.image.shape, np.float32)
    none = PairPrediction(points, points, points[..., 0], points[..., 0])
    return none, none


def _grey(view: View) -> NDArray[np.uint8]:
    return np.asarray(cv2.cvtColor(view.image, cv2.COLOR_RGB2GRAY), np.uint8)
