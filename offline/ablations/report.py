"""What a grid's trials showed: one table as Markdown and CSV, and per scene a figure of their losses."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

from kd3d_ros.files import written_whole
from offline.ablations.trial import Result

FIGURES = [
    "parameters (M)",
    "size (MB)",
    "epochs",
    "minutes",
    "point error (cm)",
    "pose (cm)",
    "pose (deg)",
    "within 5 cm, 5 deg (%)",
    "ms a frame",
]
PANEL_INCHES = (7.0, 5.0)
LEGEND_LINE_INCHES = 0.17
MARKED = 30
"""Epochs up to which each one gets a dot: a single one would be no line."""

Row = list[str]


def write_report(out: Path, results: Sequence[Result]) -> Path:
    """Write `table.md`, `table.csv` and `loss_<scene>.png` to `out`; returns the first."""
    columns = varying(results)
    ordered = sorted(
        results, key=lambda result: (result.trial.scene, _error(result), _label(result, columns))
    )
    header = ["scene", *columns, *FIGURES, "state"]
    rows = [_row(result, columns) for result in ordered]
    with written_whole(out / "table.md") as part:
        part.write_text(_markdown(header, rows) + _note(ordered))
    with written_whole(out / "table.csv") as part:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([header, *rows])
        part.write_text(text.getvalue())
    for scene in dict.fromkeys(result.trial.scene for result in ordered):
        measured = [result for result in ordered if result.trial.scene == scene and result.measured]
        if measured:
            draw_losses(out / f"loss_{scene}.png", measured, columns)
    return out / "table.md"


def varying(results: Sequence[Result]) -> list[str]:
    """The flags that tell the trials apart; the student in any case."""
    all_values = [result.trial.values for result in results]
    different = [flag for flag in all_values[0] if len({str(values[flag]) for values in all_values}) > 1]
    return ["student", *(flag for flag in different if flag != "student")]


def draw_losses(file: Path, results: Sequence[Result], columns: Sequence[str]) -> None:
    """PNG of mean training loss over epochs, a line a trial; each kind of loss, being no other's, a panel.

    The loss axis is logarithmic, and linear around 0 where a likelihood gets below it.
    """
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    kinds = list(dict.fromkeys(result.trial.values["loss"] for result in results))
    width, height = PANEL_INCHES
    legend = LEGEND_LINE_INCHES * len(results)
    figure, axes = pyplot.subplots(
        1, len(kinds), figsize=(width * len(kinds), height + legend), squeeze=False, layout="constrained"
    )
    for axis, kind in zip(axes[0], kinds, strict=True):
        styles = cycle([(colour, line) for line in ("-", "--", ":") for colour in range(10)])
        lowest = math.inf
        for result in (one for one in results if one.trial.values["loss"] == kind):
            losses = (result.measured or {})["epoch_losses"]
            colour, line = next(styles)
            dot = "." if len(losses) <= MARKED else None
            epochs = range(1, len(losses) + 1)
            axis.plot(epochs, losses, line, color=f"C{colour}", marker=dot, label=_label(result, columns))
            lowest = min(lowest, *losses, math.inf)
        axis.set_yscale("log" if lowest > 0 else "symlog")
        axis.set_xlabel("epoch")
        axis.set_ylabel(f"training loss ({kind})")
        axis.grid(alpha=0.3)
        axis.legend(fontsize="x-small", loc="upper center", bbox_to_anchor=(0.5, -0.12))
    figure.suptitle(results[0].trial.scene)
    with written_whole(file) as part:
        figure.savefig(part, format="png", dpi=120)
    pyplot.close(figure)


def _row(result: Result, columns: Sequence[str]) -> Row:
    values = result.trial.values
    flags = ["" if values[flag] is None else str(values[flag]) for flag in columns]
    return [result.trial.scene, *flags, *_figures(result), _state(result)]


def _figures(result: Result) -> Row:
    measured = result.measured
    if measured is None:
        return [""] * len(FIGURES)
    size = [
        f"{measured['parameters'] / 1e6:.2f}",
        f"{measured['size_mb']:.1f}",
        f"{measured['epochs']:g}",
        f"{measured['seconds'] / 60:.1f}",
    ]
    metrics = measured["metrics"]
    if metrics is None:
        return size + [""] * (len(FIGURES) - len(size))
    pose = metrics["pose"]
    return [
        *size,
        f"{100 * metrics['point_error_m']['median']:.2f}",
        "lost" if pose["median_t_m"] is None else f"{100 * pose['median_t_m']:.2f}",
        "lost" if pose["median_r_deg"] is None else f"{pose['median_r_deg']:.2f}",
        f"{100 * pose['within_5cm_5deg']:.1f}",
        f"{metrics['latency_ms']['median']:.1f}",
    ]


def _state(result: Result) -> str:
    if result.failed:
        return f"failed: {' '.join(result.failed.split())}"
    if result.measured is None:
        return "not done yet"
    return "done" if result.measured["metrics"] else "done; no held-out frames"


def _error(result: Result) -> float:
    metrics: Any = result.measured and result.measured["metrics"]
    return metrics["point_error_m"]["median"] if metrics else math.inf


def _label(result: Result, columns: Sequence[str]) -> str:
    values = result.trial.values
    others = [f"{flag} {values[flag]}" for flag in columns if flag != "student" and values[flag] is not None]
    return ", ".join([str(values["student"]), *others])


def _markdown(header: Row, rows: Sequence[Row]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


def _note(results: Sequence[Result]) -> str:
    metrics = [result.measured["metrics"] for result in results if result.measured]
    against = " or ".join(sorted({one["against"] for one in metrics if one}))
    if not against:
        return ""
    return (
        f"\nMedians over held-out frames, against the {against}; minutes and milliseconds are this run's.\n"
    )
