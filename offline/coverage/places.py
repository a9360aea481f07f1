"""Where to record more: places from which the surfaces that were hardly seen would be seen anew."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Array

MIN_VIEWS = 5
MIN_SPREAD_DEG = 5.0
"""A cell that was seen by fewer views, or from directions closer than this, is thin."""

MAX_PLACES = 5
MIN_SHARE = 0.03
"""A place from where fewer of the thin cells are seen is not worth the way."""
MAX_VIEWPOINTS = 200
MAX_THIN_CELLS = 4000
"""So many thin cells, evenly drawn, stand for all: every place is held against every cell."""
ASIDE = 0.25
"""Where the camera has not been, so far to its left and right is looked for places, in usual depths."""
REACH = (0.3, 1.5)
"""How far from a place a cell may be, in usual depths."""
NEW_DEG = (10.0, 60.0)
"""How far from the directions that a cell was seen from a new one must be, and how far it may be, so that the
surface still faces it."""
HEADINGS = 24


@dataclass(frozen=True)
class Surface:
    """Cells of what was seen: mean points (n, 3), mean unit directions to the cameras (n, 3), views (n,)."""

    points: Array
    towards: Array
    views: NDArray[np.intp]

    @property
    def spread_deg(self) -> Array:
        """(n,) how wide the directions spread: the angle between two that are as concentrated as these."""
        length = np.linalg.norm(self.towards, axis=1)
        width: Array = 2 * np.degrees(np.arccos(length.clip(0, 1)))
        return width

    @property
    def seldom(self) -> NDArray[np.bool_]:
        """(n,) seen by too few views."""
        return self.views < MIN_VIEWS

    @property
    def one_sided(self) -> NDArray[np.bool_]:
        """(n,) seen from one direction only."""
        return self.spread_deg < MIN_SPREAD_DEG

    @property
    def thin(self) -> NDArray[np.bool_]:
        return self.seldom | self.one_sided


@dataclass(frozen=True)
class Viewpoints:
    """The cameras of a recording: poses (n, 4, 4), horizontal field of view, usual depth."""

    T_world_camera: Array
    fov_deg: float
    usual_depth: float


@dataclass(frozen=True)
class Place:
    """Stand at `position` (3,), look toward `target` (3,): thin cells, so many, are seen in a new way.

    heading_deg: on the map, counter-clockwise from its first axis; the yaw where the world's z is up.
    """

    position: Array
    target: Array
    heading_deg: float
    cells: int


def places_to_record(surface: Surface, viewpoints: Viewpoints, axes: Array) -> list[Place]:
    """Up to five, the most helpful first; what one shows, the next ones need not.  axes: (3, 3) of the map.

    Places are where the camera was, or a step aside; what stands between is not known.
    """
    thin = np.flatnonzero(surface.thin)
    drawn = thin[np.linspace(0, len(thin) - 1, min(MAX_THIN_CELLS, len(thin))).round().astype(int)]
    points, towards = surface.points[drawn], surface.towards[drawn]
    positions = _positions(viewpoints)
    useful, azimuth_deg = _useful(points, towards, positions, viewpoints.usual_depth, axes)
    headings = np.arange(HEADINGS) * 360 / HEADINGS
    places: list[Place] = []
    while len(places) < MAX_PLACES and useful.any():
        shown = np.stack([useful & _within(azimuth_deg, heading, viewpoints.fov_deg) for heading in headings])
        counts = shown.sum(axis=2)
        best, where = np.unravel_index(np.argmax(counts), counts.shape)
        if counts[best, where] < max(1, MIN_SHARE * len(points)):
            break
        seen = shown[best, where]
        target = points[seen].mean(axis=0)
        heading = _azimuth_deg(target - positions[where], axes)
        cells = round(seen.sum() * len(thin) / len(drawn))
        places.append(Place(positions[where], target, float(heading), cells))
        useful[:, seen] = False
    return places


def _positions(viewpoints: Viewpoints) -> Array:
    """(3 n, 3) where the camera was, and beside it."""
    poses = viewpoints.T_world_camera
    chosen = np.linspace(0, len(poses) - 1, min(MAX_VIEWPOINTS, len(poses))).round().astype(int)
    centres, rights = poses[chosen, :3, 3], poses[chosen, :3, 0] * ASIDE * viewpoints.usual_depth
    return np.concatenate([centres, centres - rights, centres + rights])


def _useful(
    points: Array, towards: Array, positions: Array, usual_depth: float, axes: Array
) -> tuple[NDArray[np.bool_], Array]:
    """(positions, points): is the point seen in a new way from there?  And in which direction of the map?"""
    ways = points - positions[:, None]
    distance = np.linalg.norm(ways, axis=2)
    length = np.linalg.norm(towards, axis=1)
    cosine = -(ways * towards).sum(axis=2) / np.maximum(distance * length, np.finfo(float).tiny)
    angle = np.degrees(np.arccos(cosine.clip(-1, 1)))
    near = (distance > REACH[0] * usual_depth) & (distance < REACH[1] * usual_depth)
    return near & (angle > NEW_DEG[0]) & (angle < NEW_DEG[1]), _azimuth_deg(ways, axes)


def _azimuth_deg(ways: Array, axes: Array) -> Array:
    """Directions (..., 3) on the map, degrees counter-clockwise from its first axis."""
    azimuth: Array = np.degrees(np.arctan2(ways @ axes[1], ways @ axes[0]))
    return azimuth


def _within(azimuth_deg: Array, heading_deg: float, fov_deg: float) -> NDArray[np.bool_]:
    return np.abs((azimuth_deg - heading_deg + 180) % 360 - 180) < fov_deg / 2
