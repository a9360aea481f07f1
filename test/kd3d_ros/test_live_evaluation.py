"""A live evaluation from clouds whose errors are known: figures, verdict and the lines of each frame."""

from __future__ import annotations

import csv
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from kd3d_ros import live_evaluation
from kd3d_ros.camera import Camera
from kd3d_ros.live_evaluation import LiveEvaluation
from kd3d_ros.matching import FrameMatcher
from kd3d_ros.metrics import Truth, measure
from kd3d_ros.predictor import PointMap
from kd3d_ros.scene import SceneBundle
from kd3d_ros.verdict import Thresholds

CAMERA = Camera((64, 48), 50.0, 50.0, 31.5, 23.5)
RNG = np.random.default_rng(0)
DEPTH = RNG.uniform(1, 3, (48, 64)).astype(np.float32)
OFF = np.array([0.06, 0, 0.08], np.float32)


def served(off: np.ndarray = OFF) -> PointMap:
    """The truth seen from the origin, off by 0.1 m."""
    points = Truth(DEPTH, CAMERA, np.eye(4)).points((64, 48)) + off
    return PointMap(points, np.full((48, 64), 0.1, np.float32))


def moved(x: float) -> np.ndarray:
    T = np.eye(4)
    T[0, 3] = x
    return T


@pytest.fixture
def evaluation() -> LiveEvaluation:
    matcher = FrameMatcher(lambda stamp: np.eye(4))
    matcher.camera = CAMERA
    return LiveEvaluation(matcher, ThreadPoolExecutor(1))


def give(evaluation: LiveEvaluation, stamp: int, depth: bool = True) -> None:
    evaluation.record.image(stamp, 10.0 + stamp)
    latency = evaluation.record.cloud(stamp, 10.02 + stamp, 0.0)
    evaluation.matcher.cloud(stamp, served(), latency)
    if depth:
        evaluation.matcher.depth(stamp, DEPTH)
    evaluation.measure_complete()


def test_the_last_frame_counts_whose_pose_came_after_it() -> None:
    """The last clouds of a bag with TF were `no pose`: nobody looked again when the transforms were there."""
    known: dict[int, np.ndarray] = {}
    matcher = FrameMatcher(known.get)
    matcher.camera = CAMERA
    evaluation = LiveEvaluation(matcher, ThreadPoolExecutor(1))
    give(evaluation, 1)
    known[1] = np.eye(4)
    assert [one.stamp_ns for one in evaluation.finish()] == [1]
    assert evaluation.matcher.unmatched == {}


def test_figures_are_offline_s_with_live_and_verdict_besides(
    evaluation: LiveEvaluation, tiny_bundle: SceneBundle
) -> None:
    give(evaluation, 1)
    give(evaluation, 2)
    give(evaluation, 3, depth=False)
    evaluation.record.image(4, 14.0)
    evaluation.record.pose(1, moved(0.03))
    evaluation.rejected["truth/depth"] += 1
    evaluation.diagnostics = {"device": "cpu", "precision": "fp32", "received": "4"}
    figures = evaluation.figures(evaluation.finish(), tiny_bundle, Thresholds(max_point_error_m=0.2))
    json.dumps(figures, allow_nan=False)
    assert (figures["against"], figures["frames"], figures["skipped"]) == ("sensor", 2, 2)
    assert figures["point_error_m"]["median"] == pytest.approx(0.1, abs=1e-5)
    assert figures["pose"]["median_t_m"] == pytest.approx(0.1, abs=1e-3)
    assert figures["latency_ms"]["median"] == pytest.approx(20)
    assert (figures["device"], figures["precision"], figures["backend"]) == ("cpu", "fp32", None)
    assert figures["parameters"] > 1000
    assert figures["size_mb"] == round(tiny_bundle.size_mb, 3)
    live = figures["live"]
    assert (live["images"], live["clouds"], live["poses"]) == (4, 3, 1)
    assert live["unmatched"] == {"no depth": 1}
    assert live["rejected"] == {"truth/depth": 1}
    assert (live["pose"]["within_2cm_2deg"], live["pose"]["within_5cm_5deg"]) == (0.0, 0.5)
    assert live["pose"]["lost"] == 0.5
    assert live["diagnostics"]["received"] == "4"
    assert figures["verdict"] == {"passed": True, "failed": []}


def test_frames_that_are_not_good_enough_fail(evaluation: LiveEvaluation) -> None:
    give(evaluation, 1)
    figures = evaluation.figures(evaluation.finish(), None, Thresholds(max_point_error_m=0.05))
    assert (figures["parameters"], figures["size_mb"]) == (None, None)
    assert figures["verdict"]["passed"] is False
    (line,) = figures["verdict"]["failed"]
    assert line.startswith("point_error_m.median is 0.1; allowed: at most 0.05")


def test_nothing_compared_is_a_failure_that_says_so(evaluation: LiveEvaluation) -> None:
    give(evaluation, 1, depth=False)
    figures = evaluation.figures(evaluation.finish(), None, Thresholds())
    json.dumps(figures, allow_nan=False)
    assert (figures["frames"], figures["skipped"], figures["live"]["pose"]) == (0, 1, None)
    assert figures["live"]["unmatched"] == {"no depth": 1}
    assert figures["verdict"]["passed"] is False
    assert figures["verdict"]["failed"][0].startswith("no cloud came with its truth")


def test_frames_beyond_the_backlog_are_counted(
    evaluation: LiveEvaluation, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()

    def when_allowed(*values: object) -> object:
        assert go.wait(60)
        return measure(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(live_evaluation, "measure", when_allowed)
    monkeypatch.setattr(live_evaluation, "MOST_BACKLOG", 2)
    for stamp in range(5):
        give(evaluation, stamp)
    assert evaluation.frames == 2
    assert evaluation.matcher.unmatched == {"evaluator busy": 3}
    go.set()
    assert [one.stamp_ns for one in evaluation.finish()] == [0, 1]


def test_each_frame_is_a_line(evaluation: LiveEvaluation, tmp_path: Path) -> None:
    give(evaluation, 1)
    give(evaluation, 2)
    evaluation.record.pose(2, moved(0.03))
    file = tmp_path / "frames.csv"
    evaluation.write_frames(evaluation.finish(), file)
    first, second = list(csv.DictReader(file.open()))
    assert (first["stamp_ns"], second["stamp_ns"], first["points"]) == ("1", "2", str(48 * 64))
    assert float(first["point_error_median_m"]) == pytest.approx(0.1, abs=1e-5)
    assert float(first["pose_t_m"]) == pytest.approx(0.1, abs=1e-3)
    assert (float(first["node_pose_t_m"]), float(second["node_pose_t_m"])) == (np.inf, pytest.approx(0.03))
    assert float(first["latency_ms"]) == pytest.approx(20)


def test_no_frame_is_an_empty_table(evaluation: LiveEvaluation, tmp_path: Path) -> None:
    evaluation.write_frames(evaluation.finish(), tmp_path / "frames.csv")
    assert (tmp_path / "frames.csv").read_text().split() == ["stamp_ns"]
