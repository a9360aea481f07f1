"""The picture of a recording's coverage: its map from the top, with the path and where to record more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from kd3d_ros.geometry import Array
from offline.coverage.coverage import Coverage
from offline.coverage.places import MIN_VIEWS

THIN = "#ff7f0e"
PATH = "#d62728"
PLACE = "#111111"
LOOK = 0.4
"""Length of a place's line, in usual depths."""


def draw(coverage: Coverage, file: Path) -> Path:
    """PNG: cells by the views that saw them, orange where most cells of a column are thin."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot
    from matplotlib.lines import Line2D

    figure, axis = pyplot.subplots(figsize=(9, 8), layout="compressed")
    if len(coverage.surface.thin):
        _draw_surface(figure, axis, coverage)
    for path in coverage.paths:
        axis.plot(*(path @ coverage.axes[:2].T).T, color=PATH, linewidth=1.5)
    for number, place in enumerate(coverage.places, 1):
        _draw_place(
            axis, number, place.position @ coverage.axes[:2].T, place.heading_deg, coverage.usual_depth
        )
    handles = [
        Line2D([], [], color=PATH, label="path of the camera"),
        Line2D(
            [], [], color=THIN, marker="s", linestyle="", label="thin: seldom seen, or from one direction"
        ),
        Line2D(
            [],
            [],
            color=PLACE,
            marker="o",
            linestyle="",
            label="from there (dot) toward the number more would help",
        ),
    ]
    figure.legend(handles=handles, loc="outside lower left", fontsize=11, frameon=False)
    names = ("x", "y") if coverage.gravity_aligned else ("right", "up on the map")
    axis.set(xlabel=f"{names[0]}, {coverage.unit}", ylabel=f"{names[1]}, {coverage.unit}", aspect="equal")
    axis.set_title(f"{coverage.verdict} ({coverage.thin_share:.0%} of what was seen is thin)", fontsize=13)
    figure.savefig(file, dpi=100, format="png", bbox_inches="tight")
    pyplot.close(figure)
    return file


def _draw_surface(figure: Any, axis: Any, coverage: Coverage) -> None:
    from matplotlib.colors import LogNorm

    views, thin, extent = _columns(coverage)
    most = max(float(np.nanmax(views)), MIN_VIEWS + 1)
    shown = axis.imshow(
        np.where(thin, np.nan, views),
        origin="lower",
        extent=extent,
        cmap="viridis",
        norm=LogNorm(1, most),
        interpolation="nearest",
    )
    axis.imshow(
        np.where(thin, 1.0, np.nan), origin="lower", extent=extent, cmap=_plain(THIN), interpolation="nearest"
    )
    ticks = [n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500) if n <= most]
    bar = figure.colorbar(shown, ax=axis, shrink=0.7, pad=0.02, ticks=ticks, format="%d")
    bar.minorticks_off()
    bar.set_label("views that saw it (median of the column)", fontsize=11)


def _plain(colour: str) -> Any:
    from matplotlib.colors import ListedColormap

    return ListedColormap([colour])


def _columns(coverage: Coverage) -> tuple[Array, Array, tuple[float, float, float, float]]:
    """Per column of the map: median views (NaN where nothing is), whether most cells are thin; the extent."""
    surface, cell = coverage.surface, coverage.cell
    index = np.floor(surface.points @ coverage.axes[:2].T / cell).astype(np.intp)
    low = index.min(axis=0)
    width, height = index.max(axis=0) - low + 1
    views, thin = np.full((height, width), np.nan), np.zeros((height, width), bool)
    columns, column_of, counts = np.unique(index - low, axis=0, return_inverse=True, return_counts=True)
    by_column = np.split(np.argsort(column_of.reshape(-1), kind="stable"), np.cumsum(counts)[:-1])
    for (x, y), members in zip(columns, by_column, strict=True):
        views[y, x] = np.median(surface.views[members])
        thin[y, x] = surface.thin[members].mean() > 0.5
    left, bottom = low * cell
    return views, thin, (left, left + width * cell, bottom, bottom + height * cell)


def _draw_place(axis: Any, number: int, position: Array, heading_deg: float, usual_depth: float) -> None:
    heading = np.radians(heading_deg)
    tip = position + LOOK * usual_depth * np.array([np.cos(heading), np.sin(heading)])
    axis.plot(*position, marker="o", color=PLACE)
    axis.annotate("", tip, position, arrowprops={"arrowstyle": "-", "color": PLACE, "linewidth": 2})
    marked = {"boxstyle": "circle", "facecolor": PLACE, "edgecolor": "white"}
    axis.text(*tip, str(number), color="white", ha="center", va="center", fontsize=10, bbox=marked)
