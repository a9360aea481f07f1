"""Figures of a node as it serves: those of `offline.evaluate`, and what is there only live.  Knows no ROS."""

from __future__ import annotations

import csv
import math
import os
import signal
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

from kd3d_ros.files import written_whole
from kd3d_ros.geometry import Array, pose_error
from kd3d_ros.live_record import LiveRecord
from kd3d_ros.matching import FrameMatcher, Matched
from kd3d_ros.metrics import FrameResult, measure, pose_figures, summarize
from kd3d_ros.scene import SceneBundle
from kd3d_ros.verdict import Thresholds

NICE = 19
MOST_BACKLOG = 300
"""Complete frames that wait to be measured; what comes beyond is left out, and counted."""
DESCRIBED = ("device", "precision", "precision_trials", "backend")
"""What `Predictor.describe` says, as the node's diagnostics repeat it."""


@dataclass(frozen=True)
class Measured:
    """One frame's result, and where its camera really was."""

    stamp_ns: int
    result: FrameResult
    T_world_camera: Array


def measuring_process() -> ProcessPoolExecutor:
    """A process, ready, that gives way to what is being judged and to who listens to it."""
    process = ProcessPoolExecutor(1, get_context("spawn"), initializer=_give_way)
    process.submit(os.getpid).result()  # it has imported what it needs
    return process


def _give_way() -> None:
    os.nice(NICE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the evaluator, which ends it


class LiveEvaluation:
    """Measures frames in `measuring`, an executor of one, as they become complete.

    record, matcher: take what is heard.  rejected: messages that broke their rules, by topic.  diagnostics:
    the node's last ones.
    """

    def __init__(self, matcher: FrameMatcher, measuring: Executor) -> None:
        self.matcher, self.record = matcher, LiveRecord()
        self.rejected: Counter[str] = Counter()
        self.diagnostics: dict[str, str] = {}
        self._executor = measuring
        self._measuring: list[Future[Measured]] = []

    @property
    def frames(self) -> int:
        """How many were complete."""
        return len(self._measuring)

    def measure_complete(self) -> None:
        """Have the frames measured that are complete by now."""
        for matched in self.matcher.take():
            if self.frames >= MOST_BACKLOG and not self._measuring[-MOST_BACKLOG].done():
                self.matcher.unmatched["evaluator busy"] += 1
            else:
                self._measuring.append(self._executor.submit(_measure, matched))

    def finish(self) -> list[Measured]:
        """Nothing more comes: the results of all frames, in the order of their clouds."""
        self.measure_complete()  # TF may have come after the last message that was looked at
        self.matcher.give_up()
        self._executor.shutdown()
        return [future.result() for future in self._measuring]

    def figures(
        self, measured: Sequence[Measured], bundle: SceneBundle | None, thresholds: Thresholds
    ) -> dict[str, Any]:
        """All figures, and the verdict on them.  bundle: of the scene that was served, if it is known."""
        heard = self.record.figures()
        results = [one.result for one in measured]
        figures = {
            "against": "sensor",
            **(summarize(results) if results else {"frames": 0}),
            "parameters": None if bundle is None else bundle.parameters,
            "size_mb": None if bundle is None else round(bundle.size_mb, 3),
            "skipped": heard["images"] - len(results),
            **{key: self.diagnostics.get(key) for key in DESCRIBED},
            "live": {
                **heard,
                "unmatched": dict(self.matcher.unmatched),
                "rejected": dict(self.rejected),
                "pose": pose_figures([self._node_pose_error(one) for one in measured]) if measured else None,
                "diagnostics": self.diagnostics,
            },
        }
        failed = thresholds.failures(figures)
        if not results:
            failed.insert(0, "no cloud came with its truth (topics, stamps and `live` say why)")
        return {**figures, "verdict": {"passed": not failed, "failed": failed}}

    def write_frames(self, measured: Sequence[Measured], file: Path) -> None:
        """One line of CSV per frame; what is unknown is empty, a pose error that is inf means lost."""
        with written_whole(file) as part, part.open("w", newline="") as handle:
            lines = [self._line(one) for one in measured]
            writer = csv.DictWriter(handle, lines[0].keys() if lines else ["stamp_ns"])
            writer.writeheader()
            writer.writerows(lines)

    def _line(self, one: Measured) -> dict[str, Any]:
        result, (node_t, node_r) = one.result, self._node_pose_error(one)
        known = len(result.errors) > 0
        return {
            "stamp_ns": one.stamp_ns,
            "points": len(result.errors),
            "point_error_median_m": np.median(result.errors) if known else "",
            "point_error_mean_m": np.mean(result.errors) if known else "",
            "dropped": result.dropped,
            "pose_t_m": result.translation_m,
            "pose_r_deg": result.rotation_deg,
            "node_pose_t_m": node_t,
            "node_pose_r_deg": node_r,
            "latency_ms": "" if math.isnan(result.seconds) else 1e3 * result.seconds,
        }

    def _node_pose_error(self, one: Measured) -> tuple[float, float]:
        """Of the pose that the node itself published, metres and degrees; inf where it published none."""
        T_world_camera = self.record.poses.get(one.stamp_ns)
        if T_world_camera is None:
            return math.inf, math.inf
        return pose_error(T_world_camera, one.T_world_camera)


def _measure(matched: Matched) -> Measured:
    result = measure(str(matched.stamp_ns), matched.pointmap, matched.truth, matched.latency_s)
    return Measured(matched.stamp_ns, result, matched.truth.T_world_camera)
