"""Which truth belongs to which served cloud: by stamp, in bounded buffers.  Knows no ROS."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from kd3d_ros.camera import Camera
from kd3d_ros.geometry import Array, Depth
from kd3d_ros.metrics import Truth
from kd3d_ros.predictor import PointMap

MOST_POSES = 2000
"""True poses that are remembered: ten seconds of a fast tracker."""
MOST_GAP_NS = 200_000_000
"""Between two poses farther apart, nobody knows where the camera was."""
MOST_WAITING = 100
"""Frames that wait for the rest of them, each with up to 2 MB: three seconds of a camera."""


class PoseTrack:
    """Where the camera really was: the newest MOST_POSES poses (4, 4) by stamp (ns)."""

    def __init__(self) -> None:
        self._stamps: list[int] = []
        self._poses: list[Array] = []

    def add(self, stamp_ns: int, T_world_camera: Array) -> None:
        """Remember one; the last one said of a stamp counts."""
        i = bisect_left(self._stamps, stamp_ns)
        same = self._stamps[i : i + 1] == [stamp_ns]
        self._stamps[i : i + same] = [stamp_ns]
        self._poses[i : i + same] = [T_world_camera]
        del self._stamps[:-MOST_POSES], self._poses[:-MOST_POSES]

    def at(self, stamp_ns: int) -> Array | None:
        """The pose then, between two poses that are near enough in time if need be; None if unknown."""
        i = bisect_left(self._stamps, stamp_ns)
        if self._stamps[i : i + 1] == [stamp_ns]:
            return self._poses[i]
        if not 0 < i < len(self._stamps) or self._stamps[i] - self._stamps[i - 1] > MOST_GAP_NS:
            return None
        share = (stamp_ns - self._stamps[i - 1]) / (self._stamps[i] - self._stamps[i - 1])
        return between(self._poses[i - 1], self._poses[i], share)


def between(T_first: Array, T_last: Array, share: float) -> Array:
    """The pose (4, 4) at a `share` in [0, 1] of the way between two: at constant speed, turning evenly."""
    turn, _ = cv2.Rodrigues(T_first[:3, :3].T @ T_last[:3, :3])
    T = np.eye(4)
    T[:3, :3] = T_first[:3, :3] @ cv2.Rodrigues(share * turn)[0]
    T[:3, 3] = (1 - share) * T_first[:3, 3] + share * T_last[:3, 3]
    return T


@dataclass(frozen=True)
class Matched:
    """A served frame with its truth.  latency_s: what it took, NaN if unknown."""

    stamp_ns: int
    pointmap: PointMap
    truth: Truth
    latency_s: float


@dataclass
class _Waiting:
    """What is there of a frame."""

    cloud: tuple[PointMap, float] | None = None
    depth: Depth | None = None


class FrameMatcher:
    """Puts together the cloud, depth and pose of each stamp, in whatever order they come.

    pose_at: the true pose (4, 4) at a stamp (ns), None as long as it is unknown.  depth_known: whether there
    is true depth to wait for; without it only poses are compared.  camera: of the images, as soon as it is
    known.  unmatched: clouds that were given up, by what was missing.
    """

    def __init__(self, pose_at: Callable[[int], Array | None], depth_known: bool = True) -> None:
        self.camera: Camera | None = None
        self.unmatched: Counter[str] = Counter()
        self._pose_at, self._depth_known = pose_at, depth_known
        self._waiting: dict[int, _Waiting] = {}

    def cloud(self, stamp_ns: int, pointmap: PointMap, latency_s: float) -> None:
        """A cloud came."""
        self._frame(stamp_ns).cloud = pointmap, latency_s

    def depth(self, stamp_ns: int, depth: Depth) -> None:
        """True depth (h, w) came, metres."""
        self._frame(stamp_ns).depth = depth

    def take(self) -> list[Matched]:
        """The frames that are complete by now; each is given once."""
        found = [match for stamp in self._waiting if (match := self._match(stamp)) is not None]
        for match in found:
            del self._waiting[match.stamp_ns]
        return found

    def give_up(self) -> None:
        """Count what still waits as unmatched."""
        while self._waiting:
            self._give_up_oldest()

    def _frame(self, stamp_ns: int) -> _Waiting:
        if stamp_ns not in self._waiting and len(self._waiting) == MOST_WAITING:
            self._give_up_oldest()
        return self._waiting.setdefault(stamp_ns, _Waiting())

    def _give_up_oldest(self) -> None:
        stamp = next(iter(self._waiting))
        frame = self._waiting.pop(stamp)
        if frame.cloud is not None:
            no_depth = self._depth_known and frame.depth is None
            missing = "depth" if no_depth else "camera_info" if self.camera is None else "pose"
            self.unmatched[f"no {missing}"] += 1

    def _match(self, stamp_ns: int) -> Matched | None:
        frame, camera = self._waiting[stamp_ns], self.camera
        if frame.cloud is None or camera is None or (self._depth_known and frame.depth is None):
            return None
        pose = self._pose_at(stamp_ns)
        if pose is None:
            return None
        pointmap, latency_s = frame.cloud
        depth = np.zeros((1, 1), np.float32) if frame.depth is None else frame.depth
        return Matched(stamp_ns, pointmap, Truth(depth, camera, pose), latency_s)
