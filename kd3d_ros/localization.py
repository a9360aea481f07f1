"""Is this pose to be trusted?  LOCALIZED, or LOST with the reason."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from kd3d_ros.camera import Camera
from kd3d_ros.geometry import Array, pose_error
from kd3d_ros.pose import PoseEstimate, estimate_pose
from kd3d_ros.predictor import PointMap
from kd3d_ros.uncertainty import LocalizationStatistics

LIVE_POINTS = 400
"""Six times as many make poses a tenth better, and take several times as long."""
LEAST_RATIO_SHARE = 0.7
"""Frames of another place have a smaller share of inliers than this share of what is usual here."""
MOST_UNCERTAINTY_TIMES = 2.5
"""Or they are so many times as uncertain."""
SURE_RATIO_SHARE = 0.9
"""With so many inliers a pose needs no earlier one that it follows from."""
SPEED_M_S, SPEED_RAD_S = 3.0, 3.0
"""No camera on a robot, or in a hand, moves faster."""
SLACK_M, SLACK_RAD = 0.15, 0.1
"""Nor, between two frames, do two poses of it differ by more, moved or not."""
REMEMBERED_S = 2.0
"""An older pose says nothing of where a camera is."""


@dataclass(frozen=True)
class Localization:
    """estimate: the best pose found, if any.  lost: why it is not to be trusted, "" if it is."""

    estimate: PoseEstimate | None
    lost: str

    @property
    def localized(self) -> bool:
        return not self.lost


class Localizer:
    """Poses of one camera, in order of time.  One thread at a time."""

    def __init__(self, usual: LocalizationStatistics) -> None:
        self._usual = usual
        self._last: tuple[float, Array] | None = None

    def locate(self, pointmap: PointMap, camera: Camera, stamp_s: float) -> Localization:
        """The pose of the image that `pointmap` covers, taken by `camera` at `stamp_s` seconds."""
        start = self._last[1] if self._last is not None else None
        estimate = estimate_pose(pointmap, camera, start, max_points=LIVE_POINTS)
        if estimate is None:
            return Localization(None, "too few points agree on a pose")
        estimate = replace(estimate, covariance=self._usual.covariance_scale * estimate.covariance)
        if doubt := self._doubt(estimate):
            return Localization(estimate, doubt)
        sure = estimate.inlier_ratio >= SURE_RATIO_SHARE * self._usual.inlier_ratio
        lost = "" if sure else self._jump(estimate.T_world_camera, stamp_s)
        # A pose that is not trusted for lack of an earlier one is the earlier one of the next.
        self._last = (stamp_s, estimate.T_world_camera)
        return Localization(estimate, lost)

    def _doubt(self, estimate: PoseEstimate) -> str:
        """Why the estimate cannot be trusted, whatever came before, or ""."""
        least = LEAST_RATIO_SHARE * self._usual.inlier_ratio
        if estimate.inlier_ratio < least:
            return f"inlier ratio {estimate.inlier_ratio:.2f} is below {least:.2f}"
        most = MOST_UNCERTAINTY_TIMES * self._usual.uncertainty_m
        if estimate.uncertainty > most:
            return f"uncertainty {estimate.uncertainty:.2f} m is above {most:.2f} m"
        return ""

    def _jump(self, T_world_camera: Array, stamp_s: float) -> str:
        """Why the pose does not follow from the last one, or ""."""
        if self._last is None:
            return "the first pose here is not sure; another that agrees with it will be"
        since, T_last = stamp_s - self._last[0], self._last[1]
        if not 0 < since < REMEMBERED_S:
            return f"this pose is not sure, and there is none of the last {REMEMBERED_S:g} s to follow from"
        metres, degrees = pose_error(T_world_camera, T_last)
        if metres > SLACK_M + SPEED_M_S * since or np.radians(degrees) > SLACK_RAD + SPEED_RAD_S * since:
            return f"a jump of {metres:.2f} m and {degrees:.0f} degrees in {since:.2f} s"
        return ""
