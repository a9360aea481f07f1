"""What `make bench` found, as a table in Markdown and as a figure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kd3d_ros.files import written_whole

Row = dict[str, Any]

MARKERS = {"torch": "o", "onnxruntime": "s"}
BEGIN, END = "<!-- make bench ARGS=--docs writes from here -->", "<!-- to here -->"
AREA_PER_MB = 30.0
"""Of a bubble, square points."""
COLUMNS = (
    "network", "input", "backend", "precision", "parameters (M)", "file (MB)", "peak memory (MB)",
    "median (ms)", "p95 (ms)", "error (cm)", "DUSt3R's time by it",
)  # fmt: skip


def pareto(rows: Sequence[Row]) -> list[Row]:
    """Those of which no other is both quicker and more exact, the quickest first."""
    best: list[Row] = []
    for row in sorted(rows, key=lambda row: (row["ms"], row["error_m"])):
        if not best or row["error_m"] < best[-1]["error_m"]:
            best.append(row)
    return best


def write_table(
    file: Path, rows: Sequence[Row], dust3r_ms: float | None, place: str, notes: Sequence[str]
) -> None:
    """A line for each row; dust3r_ms: of an image, for the last column; notes: lines below the table."""
    lines = [" | ".join(COLUMNS), " | ".join("---" for _ in COLUMNS)]
    lines += [" | ".join(_cells(row, dust3r_ms)) for row in rows]
    head = (
        "A student's answer to one image of 640x480, `predict` with all that belongs to it; DUSt3R's to one "
        "pair, one way, random weights.  Peak memory is of a process that does nothing else.  Error: median "
        f"distance to the sensor's points, held-out frames of the {place}.  Last column: half of a pair's "
        "time, as a pair has two images, by the student's."
    )
    text = [head, "", *(f"| {line} |" for line in lines), "", *(f"- {note}" for note in notes)]
    with written_whole(file) as part:
        part.write_text("\n".join(text) + "\n")


def put_into(document: Path, table: str) -> None:
    """Replace what is between the document's two marks.  Raises ValueError if it has none."""
    before, begin, rest = document.read_text().partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{document}: has no lines {BEGIN!r} and {END!r}")
    with written_whole(document) as part:
        part.write_text(f"{before}{BEGIN}\n\n{table}\n{END}{after}")


def _cells(row: Row, dust3r_ms: float | None) -> list[str]:
    error, peak = row.get("error_m"), row["peak_mb"]
    return [
        *(row[key] for key in ("preset", "input", "backend", "precision")),
        f"{row['parameters'] / 1e6:.2f}",
        f"{row['file_mb']:.1f}",
        "" if peak is None else f"{peak:.0f}",
        f"{row['ms']:.1f}",
        f"{row['ms_p95']:.1f}",
        "" if error is None else f"{100 * error:.2f}",
        "" if error is None or dust3r_ms is None else f"{dust3r_ms / row['ms']:.0f}x",
    ]


def write_figure(file: Path, rows: Sequence[Row], dust3r_ms: float | None, place: str) -> None:
    """Error against latency as SVG: bubbles of the files' size, a line through those that are best.

    rows: of students, one or more.  dust3r_ms: of an image; it has no error here, and is a line.
    """
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axis = pyplot.subplots(figsize=(9, 5.5), layout="constrained")
    colours = {preset: f"C{i}" for i, preset in enumerate(dict.fromkeys(row["preset"] for row in rows))}
    for row in rows:
        axis.scatter(
            row["ms"],
            100 * row["error_m"],
            s=AREA_PER_MB * row["file_mb"],
            marker=MARKERS[row["backend"]],
            color=colours[row["preset"]],
            alpha=0.45,
            linewidths=0,
        )
        place_at = row["ms"], 100 * row["error_m"]
        axis.annotate(row["precision"], place_at, fontsize=7, ha="center", va="center")
    best = pareto(rows)
    axis.plot(
        [row["ms"] for row in best], [100 * row["error_m"] for row in best], color="0.4", lw=1, zorder=0
    )
    if dust3r_ms is not None:
        axis.axvline(dust3r_ms, color="0.2", ls="--")
        axis.annotate("DUSt3R, an image ", (dust3r_ms, 0.97), xycoords=("data", "axes fraction"), ha="right")
    for preset, colour in colours.items():
        axis.scatter([], [], color=colour, label=preset)
    for backend, marker in MARKERS.items():
        axis.scatter([], [], color="0.5", marker=marker, label=backend)
    axis.set(
        xscale="log",
        yscale="log",
        xlabel="median time of an image of 640x480, ms",
        ylabel=f"median point error, held-out frames of the {place}, cm",
        title="Error against latency; area: size of the student's file",
    )
    axis.margins(x=0.1, y=0.15)
    axis.legend(fontsize=8)
    axis.grid(alpha=0.3)
    with written_whole(file) as part:
        figure.savefig(part, format="svg")
    pyplot.close(figure)
