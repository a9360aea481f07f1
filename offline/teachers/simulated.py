"""DUSt3R's pair predictions, simulated from a posed RGB-D recording: what tests and benchmarks align.

Errors are those that were measured of DUSt3R's kind: a scale of its own for every pair, low-frequency depth
errors, a little pixel noise, a second view that is slightly turned and shifted, confident nonsense where the
sensor saw nothing (there the confidence is near 1), and, if wanted, pairs that are grossly wrong.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from kd3d_ros.geometry import Array, Points, scale_intrinsics, transform_points, unproject
from offline.datasets.base import Frame
from offline.teachers.pairs import PairPrediction, TeacherError, View

SCALE_SIGMA, SCALE_DIVISOR = 0.2, 2.5
DEPTH_GRID, DEPTH_SIGMA = (4, 5), 0.02
PIXEL_SIGMA = 0.005
ROTATION_SIGMA_RAD, TRANSLATION_SIGMA_M = 0.006, 0.01


@dataclass(frozen=True)
class Truth:
    """depth: (h, w) metres, inpainted where not `known`."""

    depth: NDArray[np.float32]
    known: NDArray[np.bool_]
    K: Array
    T_world_camera: Array


class SimulatedTeacher:
    """A `PairTeacher` that knows the truth and tells it as DUSt3R would.  Views must come from `prepare`."""

    name = "simulated"
    licence = None
    metric = False

    def __init__(self, width: int = 160, outliers: float = 0.0, seed: int = 0, keep_K: bool = False) -> None:
        """width: of the predictions, pixels.  outliers: share of the pairs that are grossly wrong.

        keep_K: whether the views tell the intrinsics, or leave them to be estimated.
        """
        self._width, self._outliers, self._seed, self._keep_K = width, outliers, seed, keep_K
        self._truths: dict[str, Truth] = {}

    def facts(self) -> dict[str, Any]:
        return {"width": self._width, "outliers": self._outliers, "seed": self._seed}

    def prepare(self, frame: Frame) -> View:
        if frame.depth is None or frame.T_world_camera is None or frame.K is None:
            raise TeacherError(f"{frame.name}: the simulator needs depth, pose and intrinsics")
        height, width = frame.image.shape[:2]
        size = self._width, round(height * self._width / width)
        K = scale_intrinsics(frame.K, (width, height), size)
        depth = np.asarray(cv2.resize(frame.depth, size, interpolation=cv2.INTER_NEAREST), np.float32)
        self._truths[frame.name] = Truth(_filled(depth), depth > 0, K, frame.T_world_camera)
        image = np.asarray(cv2.resize(frame.image, size, interpolation=cv2.INTER_AREA), np.uint8)
        return View(frame.name, image, K if self._keep_K else None, frame.T_world_camera)

    def truth(self, name: str) -> Truth:
        """What is behind the predictions of a prepared frame."""
        return self._truths[name]

    def describe(self, views: Sequence[View]) -> NDArray[np.float32]:
        """Places as seen from above the noise: viewing direction and position stand in for features."""
        rows = []
        for view in views:
            T = self._truths[view.name].T_world_camera
            rows.append(np.concatenate([T[:3, 2], 0.3 * T[:3, 3], [1.0]]))
        descriptors = np.array(rows, np.float32)
        return descriptors / np.linalg.norm(descriptors, axis=1, keepdims=True)

    def predict(self, pairs: Sequence[tuple[View, View]]) -> list[tuple[PairPrediction, PairPrediction]]:
        return [(self.predict_one(a.name, b.name), self.predict_one(b.name, a.name)) for a, b in pairs]

    def predict_one(self, i: str, j: str) -> PairPrediction:
        """What is seen in the frame of i; both names must have been prepared."""
        first, second = self._truths[i], self._truths[j]
        unordered = np.random.default_rng([self._seed, *_digits(*sorted((i, j)))])
        outlier = unordered.random() < self._outliers
        rng = np.random.default_rng([self._seed, *_digits(i, j)])
        T_i_j = np.linalg.inv(first.T_world_camera) @ second.T_world_camera
        turn, shift = rng.normal(0, ROTATION_SIGMA_RAD, 3), rng.normal(0, TRANSLATION_SIGMA_M, 3)
        if outlier:
            turn, shift = rng.normal(0, 1.0, 3), rng.normal(0, 1.0, 3)
        T_i_j[:3, :3] = T_i_j[:3, :3] @ Rotation.from_rotvec(turn).as_matrix()
        T_i_j[:3, 3] += shift
        scale = np.float32(np.exp(rng.normal(0, SCALE_SIGMA)) / SCALE_DIVISOR)
        own = unproject(_noisy(first.depth, rng), first.K)
        other = transform_points(T_i_j, unproject(_noisy(second.depth, rng), second.K))
        return PairPrediction(
            own * scale, other * scale, _confidence(first.known, rng), _confidence(second.known, rng)
        )


def _digits(i: str, j: str) -> tuple[int, int]:
    return zlib.crc32(i.encode()), zlib.crc32(j.encode())


def _filled(depth: NDArray[np.float32]) -> NDArray[np.float32]:
    """Depth with its holes inpainted from their rims, as a network fills them."""
    holes = (depth <= 0).astype(np.uint8)
    return np.asarray(cv2.inpaint(depth, holes, 3, cv2.INPAINT_TELEA), np.float32).clip(0.1, None)


def _noisy(depth: NDArray[np.float32], rng: np.random.Generator) -> Points:
    height, width = depth.shape
    coarse = rng.normal(0, DEPTH_SIGMA, DEPTH_GRID).astype(np.float32)
    smooth = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    fine = rng.normal(0, PIXEL_SIGMA, depth.shape).astype(np.float32)
    noisy: Points = depth * (1 + np.asarray(smooth)) * (1 + fine)
    return noisy


def _confidence(known: NDArray[np.bool_], rng: np.random.Generator) -> Points:
    sure = 3 + rng.gamma(2, 2, known.shape)
    unsure = 1 + rng.exponential(0.05, known.shape)
    return np.where(known, sure, unsure).astype(np.float32)
