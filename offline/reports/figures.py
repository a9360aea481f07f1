"""Figures and facts of scene.yaml in words: the report's tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Row:
    """One line of a table.  note: what the figure means."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True)
class Table:
    """Rows under a heading."""

    title: str
    rows: list[Row]


def headline(metrics: Mapping[str, Any]) -> list[Row]:
    """The figures that most people look for first."""
    pose = metrics["pose"]
    return [
        Row("Point error", cm(metrics["point_error_m"]["median"]), "median distance to the true surface"),
        Row("Within 5 cm", percent(metrics["within_5cm"]), "of all points with a known truth"),
        Row(
            "Camera pose",
            f"{cm(pose['median_t_m'])} · {degrees(pose['median_r_deg'])}",
            "median error, found from the points alone",
        ),
        Row("Latency", ms(metrics["latency_ms"]["median"]), f"one image on {metrics['device']}, median"),
        Row("Size", f"{metrics['size_mb']:.1f} MB", f"{metrics['parameters'] / 1e6:.1f} million parameters"),
    ]


def metric_tables(metrics: Mapping[str, Any]) -> list[Table]:
    """Every figure, by subject."""
    error, pose, uncertainty = metrics["point_error_m"], metrics["pose"], metrics["uncertainty"]
    points = [
        Row("Error, median", cm(error["median"]), "half of the points are closer to the true surface"),
        Row("Error, mean", cm(error["mean"])),
        Row("Error, 90th percentile", cm(error["p90"])),
        Row("Within 5 cm", percent(metrics["within_5cm"])),
        Row("Within 10 cm", percent(metrics["within_10cm"])),
        Row("Error at depth edges, median", cm(metrics["edges"]["error_m_median"])),
        Row("Bleeding", percent(metrics["edges"]["bleed_share"]), "of edge points hang between surfaces"),
        Row("Left out", percent(metrics["dropped"]), "of the map: the student was not sure of an edge"),
    ]
    poses = [
        Row("Position, median", cm(pose["median_t_m"])),
        Row("Rotation, median", degrees(pose["median_r_deg"])),
        Row("Within 5 cm and 5°", percent(pose["within_5cm_5deg"])),
        Row("Within 2 cm and 2°", percent(pose["within_2cm_2deg"])),
        Row("Lost", percent(pose["lost"]), "of the frames gave no pose"),
    ]
    runs = [
        Row("Calibration error", cm(uncertainty["calibration_error_m"]), "of predicted against actual error"),
        Row("Latency, median", ms(metrics["latency_ms"]["median"])),
        Row("Latency, 95th percentile", ms(metrics["latency_ms"]["p95"])),
        Row("Device", f"{metrics['device']}, {metrics['precision']}"),
        Row("Parameters", f"{metrics['parameters']:,}"),
        Row("Size", f"{metrics['size_mb']:.1f} MB"),
        Row("Frames", f"{metrics['frames']}", f"{metrics['skipped']} skipped"),
    ]
    further = [*_fidelity(metrics.get("fidelity", {})), *_cost(metrics.get("cost", {}))]
    return [
        Table("Points", points),
        Table("Poses", poses),
        Table("Uncertainty, speed and size", runs),
        *further,
    ]


def provenance(manifest: Mapping[str, Any], training: Mapping[str, Any]) -> list[Table]:
    """Who taught what to whom, and under which licence."""
    teacher, dataset, student = manifest["teacher"], manifest["dataset"], manifest["student"]
    width, height = student["input_size"]
    residual = manifest["scale_residual"]
    taught = [
        Row("Teacher", teacher["name"]),
        Row("Its licence", teacher["licence"] or "none needed"),
        Row("Its weights", _digest(teacher["weights_sha256"])),
        Row("Recording", f"{dataset['format']}, {dataset['frames']} frames, {dataset['skipped']} skipped"),
        Row("World frame", manifest["frame_id"] + (", z up" if manifest["gravity_aligned"] else "")),
        Row("Metric", "yes" if manifest["metric"] else "no: lengths are in unknown units"),
    ]
    if residual:
        taught.append(Row("Scale residual", f"{residual:.3g}"))
    learned = [
        Row("Student", student["preset"]),
        Row("Backbone", student["backbone"] or "none"),
        Row("Started from", training["backbone_weights"]),
        Row("Input", f"{width}x{height} pixels"),
        Row(
            "Training",
            f"{training['steps']:,} steps, {training['epochs']:g} epochs, {training['seconds'] / 60:.1f} min",
        ),
        Row("Weights", _digest(manifest["sha256"]["student.safetensors"])),
        Row("Software", ", ".join(f"{name} {number}" for name, number in manifest["software"].items())),
    ]
    return [Table("Taught by", taught), Table("Learned", learned)]


def cm(metres: float | None) -> str:
    """Centimetres; a figure that nothing was measured for is a dash."""
    return "-" if metres is None else f"{100 * metres:.1f} cm"


def degrees(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}°"


def percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f} %"


def ms(value: float) -> str:
    return f"{value:.1f} ms"


def _digest(sha256: str | None) -> str:
    return f"sha256 {sha256[:16]}…" if sha256 else "-"


def _fidelity(fidelity: Mapping[str, Any]) -> list[Table]:
    """A table for each cloud that the student's was held against."""
    return [
        Table(
            f"Against the {name}",
            [
                Row("Mean square error", f"{against['mse_m2']:.5f} m²"),
                *(
                    Row(f"{what} at {limit} cm", percent(against[f"{key}_{limit}cm"]), note)
                    for limit in (5, 10)
                    for what, key, note in (
                        ("Accuracy", "accuracy", f"of the student's points are so near the {name}'s"),
                        ("Completeness", "completeness", f"of the {name}'s points are so near the student's"),
                        ("F-score", "f_score", "their harmonic mean"),
                    )
                ),
            ],
        )
        for name, against in fidelity.items()
    ]


def _cost(cost: Mapping[str, Any]) -> list[Table]:
    """What student and teacher take."""
    rows = []
    for name, one in cost.items():
        for label, key, pattern in (
            ("parameters", "parameters", "{:,}"),
            ("size", "size_mb", "{:.1f} MB"),
            ("time", "ms", "{:.0f} ms"),
        ):
            if one.get(key) is not None:
                rows.append(Row(f"{name.capitalize()}, {label}", pattern.format(one[key])))
    return [Table("Cost", rows)] if rows else []
