"""Is a recording good enough?  Which surfaces it saw how often and from where, and how fast the camera moved.

The room is known only by what was seen of it, so what can be said is: these surfaces were seen too seldom,
or from one direction only.  Lengths are relative to the usual depth: a hall is not judged like a cupboard.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Array, Depth, pose_error, scale_intrinsics, unproject
from offline.coverage.places import Place, Surface, Viewpoints, places_to_record
from offline.datasets.base import DataError
from offline.voxels import VoxelMeans, voxel_sums

SAMPLE_SIZE = (40, 30)
"""Of each depth image so many columns and rows are looked at."""
CELL = 0.1
"""Side of a cell of the surface, as a share of the usual depth: 20 cm in a room."""
VIEW_STEP, VIEW_TURN_DEG = 0.025, 5.0
"""A frame is another view when the camera has moved by this share of the usual depth, or turned so far."""
MAX_THIN = 0.5
"""With a larger share of thin cells more should be recorded.  What only the images' edges show is always
thin: a third of the cells of recordings that are good."""
MAX_SPEED = 0.5
"""In usual depths a second: 1 m/s in a room; images move as they do at a turn of 30 degrees a second."""
MAX_TURN_DEG_S = 45.0
"""Beyond it an exposure of 10 ms blurs an image of 640 pixels by 5."""


@dataclass(frozen=True)
class View:
    """One frame.  depth: (h, w) metres along z, 0 = none, or None; K (3, 3) is of the depth image.

    T_world_camera: (4, 4).  stamp_s: None where unknown.  sequence: frames of another one do not follow it.
    """

    T_world_camera: Array
    K: Array
    depth: Depth | None = None
    stamp_s: float | None = None
    sequence: str = ""


@dataclass(frozen=True)
class Motion:
    """path: length in metres.  speed, metres, and turn, degrees, a second: median and 95th percentile."""

    path: float
    speed: tuple[float, float] | None
    turn_deg: tuple[float, float] | None


@dataclass(frozen=True)
class Coverage:
    """What a recording covers.

    usual_depth: median, 0 if there is none.  axes: (3, 3) rows of the map: right, up on the paper, out of it,
    in the world.  positions: a list of (n, 3) paths, one a sequence.  unit: `m`, or what else lengths are in.
    """

    frames: int
    views: int
    usual_depth: float
    surface: Surface
    motion: Motion
    places: list[Place]
    paths: list[Array]
    axes: Array
    gravity_aligned: bool
    unit: str

    @property
    def cell(self) -> float:
        return CELL * self.usual_depth

    @property
    def thin_share(self) -> float:
        """Of the surface cells; 1 if there are none."""
        return float(self.surface.thin.mean()) if len(self.surface.thin) else 1.0

    @cached_property
    def area(self) -> float:
        """Of the map that has any surface, square metres."""
        on_map = (
            np.floor(self.surface.points @ self.axes[:2].T / self.cell) if self.cell else np.empty((0, 2))
        )
        return len(np.unique(on_map, axis=0)) * self.cell**2

    @property
    def warnings(self) -> list[str]:
        """What makes the recording worse than it could be."""
        warnings = []
        if self.motion.speed and self.usual_depth and self.motion.speed[1] > MAX_SPEED * self.usual_depth:
            limit = MAX_SPEED * self.usual_depth
            warnings.append(f"too fast: record at less than {limit:.2g} {self.unit}/s")
        if self.motion.turn_deg and self.motion.turn_deg[1] > MAX_TURN_DEG_S:
            warnings.append(f"turns too fast: record at less than {MAX_TURN_DEG_S:g} deg/s")
        return warnings

    @property
    def verdict(self) -> str:
        """In plain words."""
        if not len(self.surface.thin):
            return "unknown: there is no depth to say what was seen"
        return "good enough" if self.thin_share <= MAX_THIN else "thin: record more"

    def summary(self) -> str:
        """Several lines for people."""
        surface, unit = self.surface, self.unit
        lines = [
            f"coverage: {self.frames} frames, of which {self.views} are different views, along a path of "
            f"{self.motion.path:.1f} {unit}"
        ]
        if self.motion.speed and self.motion.turn_deg:
            (speed, fast), (turn, quick) = self.motion.speed, self.motion.turn_deg
            lines.append(
                f"  speed {speed:.2f} {unit}/s (95 %: {fast:.2f}), "
                f"turning {turn:.0f} deg/s (95 %: {quick:.0f})"
            )
        if len(surface.thin):
            few, median, many = np.percentile(surface.views, [25, 50, 75])
            lines += [
                f"  seen: {len(surface.thin)} surface cells of {self.cell:.2f} {unit}, "
                f"{self.area:.1f} {unit}2 on the map, "
                f"by {few:.0f} / {median:.0f} / {many:.0f} views (quartiles)",
                f"  thin: {self.thin_share:.0%} of the cells ({surface.seldom.mean():.0%} seen by too few "
                f"views, {surface.one_sided.mean():.0%} from one direction only)",
            ]
        lines += [f"  warning: {warning}" for warning in self.warnings]
        lines.append(f"  verdict: {self.verdict}" + ("; most would help:" if self.places else ""))
        for number, place in enumerate(self.places, 1):
            heading = f", heading {place.heading_deg:.0f} deg" if self.gravity_aligned else ""
            lines.append(
                f"    {number}. from {_text(place.position)} toward {_text(place.target)}{heading}: "
                f"{place.cells} thin cells"
            )
        return "\n".join(lines)

    def as_dict(self) -> dict[str, Any]:
        """The figures, for programs; lengths in `unit`, world coordinates."""
        surface = self.surface
        return {
            "verdict": self.verdict,
            "warnings": self.warnings,
            "unit": self.unit,
            "frames": self.frames,
            "views": self.views,
            "path": self.motion.path,
            "speed": _median_and_p95(self.motion.speed),
            "turn_deg_s": _median_and_p95(self.motion.turn_deg),
            "usual_depth": self.usual_depth,
            "cell": self.cell,
            "cells": len(surface.thin),
            "area": self.area,
            "views_per_cell": {
                f"p{p}": float(np.percentile(surface.views, p))
                for p in (10, 25, 50, 75, 90)
                if len(surface.views)
            },
            "thin_share": self.thin_share,
            "places": [
                {
                    "position": place.position.round(3).tolist(),
                    "target": place.target.round(3).tolist(),
                    "heading_deg": round(place.heading_deg, 1),
                    "cells": place.cells,
                }
                for place in self.places
            ],
        }


def coverage(frames: Iterable[View], gravity_aligned: bool = False, metric: bool = True) -> Coverage:
    """What frames, in recording order, cover.  Of each only the pose and a thinned depth image are kept.

    gravity_aligned: the world's z is up; else the map's up is what is up in the images on average.  Raises
    DataError if there are no frames.
    """
    thinned = [_thinned(frame) for frame in frames]
    if not thinned:
        raise DataError("coverage needs at least one frame")
    poses = np.stack([frame.T_world_camera for frame in thinned])
    axes = np.eye(3) if gravity_aligned else _axes(-poses[:, :3, 1].mean(axis=0))
    known = [frame.depth[frame.depth > 0] for frame in thinned if frame.depth is not None]
    depths = np.concatenate([np.empty(0, np.float32), *known])
    usual_depth = float(np.median(depths)) if len(depths) else 0.0
    views = _different(thinned, VIEW_STEP * usual_depth)
    surface = _surface(views, CELL * usual_depth)
    fov_deg = float(2 * np.degrees(np.arctan(SAMPLE_SIZE[0] / 2 / thinned[0].K[0, 0])))
    viewpoints = Viewpoints(np.stack([view.T_world_camera for view in views]), fov_deg, usual_depth)
    return Coverage(
        frames=len(thinned),
        views=len(views),
        usual_depth=usual_depth,
        surface=surface,
        motion=_motion(thinned),
        places=places_to_record(surface, viewpoints, axes),
        paths=_paths(thinned),
        axes=axes,
        gravity_aligned=gravity_aligned,
        unit="m" if metric else "units",
    )


def _thinned(frame: View) -> View:
    """The frame with a depth image of SAMPLE_SIZE, and its K."""
    if frame.depth is None:
        return frame
    depth = cv2.resize(frame.depth.astype(np.float32), SAMPLE_SIZE, interpolation=cv2.INTER_NEAREST_EXACT)
    height, width = frame.depth.shape
    K = scale_intrinsics(frame.K, (width, height), SAMPLE_SIZE)
    return replace(frame, K=K, depth=np.asarray(depth, np.float32))


def _different(frames: Sequence[View], step: float) -> list[View]:
    """Those that moved by `step` or turned since the last of them."""
    views = [frames[0]]
    for frame in frames[1:]:
        translation, rotation = pose_error(frame.T_world_camera, views[-1].T_world_camera)
        if translation >= step > 0 or rotation >= VIEW_TURN_DEG:
            views.append(frame)
    return views


def _surface(views: Sequence[View], cell: float) -> Surface:
    """Every cell that was seen; each view counts once in it."""
    rows = [np.empty((0, 7))]
    for view in views:
        if view.depth is None:
            continue
        points = unproject(view.depth, view.K, view.T_world_camera).reshape(-1, 3)
        points = points[np.isfinite(points[:, 0])]
        in_cells = VoxelMeans(cell)
        in_cells.add(points)
        seen = in_cells.read()[0].astype(np.float64)
        towards = view.T_world_camera[:3, 3] - seen
        towards /= np.linalg.norm(towards, axis=1, keepdims=True)
        rows.append(np.hstack([np.ones((len(seen), 1)), seen, towards]))
    every = np.concatenate(rows)
    sums = voxel_sums(every[:, 1:4].astype(np.float32), every, cell) if len(every) else every
    means = sums[:, 1:] / sums[:, :1]
    return Surface(means[:, :3], means[:, 3:], sums[:, 0].astype(np.intp))


def _motion(frames: Sequence[View]) -> Motion:
    path, speeds, turns = 0.0, [], []
    for first, second in pairwise(frames):
        if first.sequence != second.sequence:
            continue
        translation, rotation = pose_error(second.T_world_camera, first.T_world_camera)
        path += translation
        if first.stamp_s is not None and second.stamp_s is not None and second.stamp_s > first.stamp_s:
            speeds.append(translation / (second.stamp_s - first.stamp_s))
            turns.append(rotation / (second.stamp_s - first.stamp_s))
    return Motion(path, _percentiles(speeds), _percentiles(turns))


def _percentiles(values: Sequence[float]) -> tuple[float, float] | None:
    if not values:
        return None
    median, fast = np.percentile(values, [50, 95])
    return float(median), float(fast)


def _median_and_p95(values: tuple[float, float] | None) -> dict[str, float] | None:
    return None if values is None else {"median": values[0], "p95": values[1]}


def _paths(frames: Sequence[View]) -> list[Array]:
    starts = [n for n in range(1, len(frames)) if frames[n].sequence != frames[n - 1].sequence]
    return np.split(np.stack([frame.T_world_camera[:3, 3] for frame in frames]), starts)


def _axes(up: Array) -> Array:
    """Right-handed rows with `up` (3,) as the third; the first is near the world's x, or y if x is up."""
    up = up / np.linalg.norm(up)
    near = np.eye(3)[0 if abs(up[0]) < 0.9 else 1]
    right = near - near @ up * up
    right /= np.linalg.norm(right)
    return np.stack([right, np.cross(up, right), up])


def _text(point: NDArray[np.floating]) -> str:
    return "(" + ", ".join(f"{value:.1f}" for value in point) + ")"
