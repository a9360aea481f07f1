"""Thresholds: reached, missed, unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from kd3d_ros.verdict import THRESHOLDS, Thresholds, figure_name, flag

FIGURES = {
    "point_error_m": {"median": 0.05},
    "pose": {"median_t_m": 0.02, "median_r_deg": None, "within_5cm_5deg": 0.9},
    "live": {"delivered": 0.99, "localized": 0.5, "latency_ms": {"p95": 31.0}},
}


def test_nothing_is_asked_for_by_default() -> None:
    assert Thresholds().failures({}) == []


def test_a_threshold_that_is_just_reached_is_reached() -> None:
    reached = Thresholds(
        max_point_error_m=0.05, max_pose_t_m=0.02, min_recall=0.9, min_delivered=0.99, max_latency_ms=31
    )
    assert reached.failures(FIGURES) == []


@pytest.mark.parametrize(
    ("name", "limit", "line"),
    [
        (
            "max_point_error_m",
            0.04,
            "point_error_m.median is 0.05; allowed: at most 0.04 (--max-point-error-m)",
        ),
        ("max_pose_t_m", 0.01, "pose.median_t_m is 0.02; allowed: at most 0.01 (--max-pose-t-m)"),
        ("max_pose_r_deg", 1, "pose.median_r_deg is unknown; allowed: at most 1 (--max-pose-r-deg)"),
        ("min_recall", 0.95, "pose.within_5cm_5deg is 0.9; allowed: at least 0.95 (--min-recall)"),
        ("min_delivered", 1, "live.delivered is 0.99; allowed: at least 1 (--min-delivered)"),
        ("min_localized", 0.6, "live.localized is 0.5; allowed: at least 0.6 (--min-localized)"),
        ("max_latency_ms", 30, "live.latency_ms.p95 is 31; allowed: at most 30 (--max-latency-ms)"),
    ],
)
def test_each_that_is_missed_is_one_line(name: str, limit: float, line: str) -> None:
    assert Thresholds(**{name: limit}).failures(FIGURES) == [line]


def test_zero_is_a_limit() -> None:
    assert len(Thresholds(max_pose_t_m=0, max_point_error_m=0).failures(FIGURES)) == 2


def test_figures_that_are_not_there_reach_nothing() -> None:
    everything = Thresholds(**{one.name: 1.0 for one in THRESHOLDS})
    assert len(everything.failures({"frames": 0})) == len(THRESHOLDS)
    assert figure_name(THRESHOLDS[0]) == "point_error_m.median"


def test_the_documentation_lists_each() -> None:
    text = (Path(__file__).resolve().parents[2] / "docs/NODE.md").read_text()
    table = text[text.index("| threshold | on |") :]
    for one in THRESHOLDS:
        assert f"`--{flag(one)}`" in table
        assert f"`{figure_name(one)}`" in table
