"""Tables and figures from results written by hand."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import cv2
import pytest

from offline.ablations import report
from offline.ablations.report import varying, write_report
from offline.ablations.trial import Result, Trial
from offline.bundle import BundleConfig


def metrics(error_m: float, pose_m: float | None = 0.0512) -> dict[str, Any]:
    return {
        "against": "sensor",
        "point_error_m": {"median": error_m},
        "pose": {
            "median_t_m": pose_m,
            "median_r_deg": None if pose_m is None else 1.236,
            "within_5cm_5deg": 0.423,
        },
        "latency_ms": {"median": 12.34},
    }


def result(scene: str, found: dict[str, Any] | None, failed: str = "", **flags: Any) -> Result:
    flags = {"student": "paper_vit", "backbone_weights": "none", **flags}
    trial = Trial(scene, BundleConfig(scene="trial", **flags))
    if failed or found == {}:
        return Result(trial, failed=failed)
    measured = {"parameters": 3_456_789, "size_mb": 7.83, "epochs": 2.0, "seconds": 90.0}
    return Result(trial, {**measured, "epoch_losses": [1.0, 0.25], "metrics": found})


@pytest.fixture
def results() -> list[Result]:
    return [
        result("b", metrics(0.2, pose_m=None), depth=4),
        result("b", metrics(0.0345), depth=8),
        result("a", None, depth=4),
        result("a", {}, failed="weights|\n  gone", depth=8),
        result("a", {}, depth=12),
        result("b", metrics(0.1), student="kd3d_s", loss="likelihood"),
    ]


def test_the_tables_say_what_was_measured_best_first(tmp_path: Path, results: list[Result]) -> None:
    table = write_report(tmp_path, results)
    with (tmp_path / "table.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    flags = ("scene", "student", "depth")
    assert [tuple(row[flag] for flag in flags) for row in rows] == [
        ("a", "paper_vit", "12"),
        ("a", "paper_vit", "4"),
        ("a", "paper_vit", "8"),
        ("b", "paper_vit", "8"),
        ("b", "kd3d_s", ""),
        ("b", "paper_vit", "4"),
    ]
    assert [row["state"] for row in rows[:4]] == [
        "not done yet",
        "done; no held-out frames",
        "failed: weights| gone",
        "done",
    ]
    best = [rows[3][column] for column in report.FIGURES]
    assert best == ["3.46", "7.8", "2", "1.5", "3.45", "5.12", "1.24", "42.3", "12.3"]
    assert [rows[5][column] for column in ("pose (cm)", "pose (deg)")] == ["lost", "lost"]
    assert [rows[2][column] for column in report.FIGURES] == [""] * 9
    lines = table.read_text().splitlines()
    assert [len(line.replace(r"\|", "").split("|")) for line in lines[:8]] == [len(rows[0]) + 2] * 8
    assert r"failed: weights\| gone |" in lines[4]
    assert "against the sensor" in lines[9]


def test_columns_are_the_flags_that_vary(results: list[Result]) -> None:
    assert varying(results[:2]) == ["student", "depth"]
    assert varying(results[:1]) == ["student"]
    assert "freeze" not in varying(results)[:1]
    same = [result("a", None, student="paper_mobilenet", freeze=freeze) for freeze in ("all", "none")]
    assert varying(same) == ["student"]  # from scratch nothing is frozen, whatever the flag says
    assert varying([result("a", None), result("a", None, learning_rate=2.5e-4)]) == ["student"]


def test_each_scene_with_losses_has_a_figure(
    tmp_path: Path, results: list[Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    from matplotlib import pyplot

    kept: list[Any] = []
    monkeypatch.setattr(pyplot, "close", kept.append)
    below_zero = result("b", metrics(0.3), student="kd3d_s", width=8)
    below_zero.measured["epoch_losses"][1] = -0.5  # type: ignore[index]
    write_report(tmp_path, [*results, below_zero])
    assert sorted(file.name for file in tmp_path.glob("*.png")) == ["loss_a.png", "loss_b.png"]
    assert cv2.imread(str(tmp_path / "loss_b.png")).shape[1] == 2 * 7 * 120
    (alone,), (mse, likelihood) = (figure.axes for figure in kept)
    assert [len(axis.lines) for axis in (alone, mse, likelihood)] == [1, 2, 2]
    assert [axis.get_yscale() for axis in (alone, mse, likelihood)] == ["log", "log", "symlog"]
    assert mse.lines[0].get_xdata().tolist() == [1, 2]
    assert mse.lines[0].get_ydata().tolist() == [1.0, 0.25]
    assert mse.lines[0].get_label().startswith("paper_vit, ")
    assert "depth 8" in mse.lines[0].get_label()
    for figure in kept:
        figure.clear()
