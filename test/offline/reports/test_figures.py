"""Figures in words."""

from __future__ import annotations

from typing import Any

from offline.reports.figures import Row, Table, cm, degrees, headline, metric_tables, percent, provenance


def values(tables: list[Table]) -> dict[tuple[str, str], str]:
    return {(table.title, row.label): row.value for table in tables for row in table.rows}


def test_units() -> None:
    assert (cm(0.0268), degrees(0.4905), percent(0.766)) == ("2.7 cm", "0.49°", "76.6 %")
    assert (cm(None), degrees(None), percent(None)) == ("-", "-", "-")


def test_the_headline_has_accuracy_speed_and_size(metrics: dict[str, Any]) -> None:
    assert [row.value for row in headline(metrics)] == [
        "2.7 cm",
        "76.6 %",
        "1.5 cm · 0.49°",
        "27.8 ms",
        "7.8 MB",
    ]


def test_every_figure_of_the_contract_is_in_a_table(metrics: dict[str, Any]) -> None:
    found = values(metric_tables(metrics))
    assert found["Points", "Error, 90th percentile"] == "9.2 cm"
    assert found["Points", "Bleeding"] == "10.5 %"
    assert found["Poses", "Within 2 cm and 2°"] == "67.1 %"
    assert found["Uncertainty, speed and size", "Parameters"] == "3,586,340"
    assert len(found) == 8 + 5 + 7


def test_without_any_pose_there_are_dashes(metrics: dict[str, Any]) -> None:
    lost = metrics["pose"] | {"median_t_m": None, "median_r_deg": None, "lost": 1.0}
    found = values(metric_tables({**metrics, "pose": lost}))
    assert (found["Poses", "Position, median"], found["Poses", "Lost"]) == ("-", "100.0 %")


def test_clouds_and_costs_are_shown_where_they_were_measured(metrics: dict[str, Any]) -> None:
    scores = {f"{key}_{limit}cm": 0.5 for key in ("accuracy", "completeness", "f_score") for limit in (5, 10)}
    more = {
        "fidelity": {"teacher": {"mse_m2": 0.0123, **scores, "completeness_10cm": 0.25}},
        "cost": {
            "student": {"parameters": 1000, "size_mb": 8.0, "ms": 20.4},
            "teacher": {"parameters": 571_000_000, "size_mb": 2284.0, "ms": 9000.0, "what": "a pair"},
        },
    }
    found = values(metric_tables({**metrics, **more}))
    assert found["Against the teacher", "Mean square error"] == "0.01230 m²"
    assert found["Against the teacher", "Completeness at 10 cm"] == "25.0 %"
    assert found["Cost", "Teacher, parameters"] == "571,000,000"
    assert found["Cost", "Student, time"] == "20 ms"
    rgbd = {"cost": {"student": {"ms": 1.0}, "teacher": {"parameters": None, "size_mb": None, "ms": None}}}
    assert [label for title, label in values(metric_tables({**metrics, **rgbd})) if title == "Cost"] == [
        "Student, time"
    ]


def test_provenance_names_the_licence(manifest: dict[str, Any]) -> None:
    training = {"backbone_weights": "x.pth", "steps": 4094, "epochs": 65.0, "seconds": 600.0}
    taught, learned = provenance(manifest, training)
    assert Row("Its licence", "CC BY-NC-SA 4.0") in taught.rows
    assert Row("Its weights", "sha256 abababababababab…") in taught.rows
    assert Row("World frame", "map<1>, z up") in taught.rows
    assert Row("Training", "4,094 steps, 65 epochs, 10.0 min") in learned.rows
    scaled = {**manifest, "metric": False, "scale_residual": 0.02}
    assert Row("Scale residual", "0.02") in provenance(scaled, training)[0].rows
