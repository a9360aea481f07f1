"""Points that hang in the air between a near and a far surface, found from the pointmap alone.

A network's output is smooth: across a depth edge it runs from one surface to the other within a few pixels.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Points

MAP_SIDE = 160
"""The pixels below are those of a map with so long a side; in a finer map they are as many times more."""
SPAN = 2
"""Pixels over which a gap is measured: noise counts for half of what it does between neighbours."""
REACH = 12
"""Pixels within which there must be a surface on both sides.  A floor's gaps grow towards the horizon, by
less than RATIO within so few pixels."""
RATIO, GAP_M = 3.0, 0.04
"""A ramp's points lie so many times, and so many metres a pixel, farther apart than the surfaces' do."""
FOOT_RATIO, FOOT_GAP_M, FOOT_PIXELS = 1.5, 0.02, 2
"""The same for the ramp's ends, up to so many pixels from where it is steep."""


def smeared(points: Points) -> NDArray[np.bool_]:
    """Mask (h, w) of the points of `points` (h, w, 3), metres, any frame, that belong to no surface.

    A row or column is on a ramp where its points are much farther apart than somewhere within REACH pixels
    *on either side*.  So a surface seen at a grazing angle stays, unless it is narrower than that; and so
    do both sides of a clean step, since no point of it is far from its neighbours on both sides.  A white
    top-hat (Meyer 1979) whose opening does not run into the image's border.  NaN points are never marked.
    """
    fineness = max(1.0, max(points.shape[:2]) / MAP_SIDE)
    span, reach, foot_pixels = (round(fineness * pixels) for pixels in (SPAN, REACH, FOOT_PIXELS))
    mask = np.zeros(points.shape[:2], np.bool_)
    for axis in (0, 1):
        spacing = _spacing(points, axis, span)
        surface = _surface_spacing(spacing, axis, reach)
        steep = (spacing > RATIO * surface) & (spacing > GAP_M / fineness)
        foot = (spacing > FOOT_RATIO * surface) & (spacing > FOOT_GAP_M / fineness)
        near_steep = cv2.dilate(steep.astype(np.uint8), _line(2 * foot_pixels + 1, axis)) > 0
        mask |= steep | (foot & near_steep)
    return mask & np.isfinite(points).all(axis=-1)


def _spacing(points: Points, axis: int, span: int) -> Points:
    """(h, w) metres a pixel along `axis`, on the side where that is less; 0 where no neighbour is known.

    A median of 3 x 3 takes out single points.
    """
    along = np.moveaxis(points, axis, 0)
    steps = along[span:] - along[:-span]
    gaps = np.sqrt(np.einsum("...i,...i->...", steps, steps)) / np.float32(span)
    gaps[np.isnan(gaps)] = np.inf
    before, after = (np.full(along.shape[:2], np.inf, np.float32) for _ in range(2))
    before[span:], after[: len(gaps)] = gaps, gaps
    less = np.minimum(before, after)
    less[np.isinf(less)] = 0
    return cv2.medianBlur(np.ascontiguousarray(np.moveaxis(less, 0, axis)), 3)  # type: ignore[return-value]


def _surface_spacing(spacing: Points, axis: int, reach: int) -> Points:
    """(h, w) the least spacing within `reach` pixels: that of the two sides where it is greater."""
    line = _line(reach, axis)
    last = (0, reach - 1) if axis == 0 else (reach - 1, 0)
    return np.maximum(cv2.erode(spacing, line, anchor=(0, 0)), cv2.erode(spacing, line, anchor=last))


def _line(length: int, axis: int) -> NDArray[np.uint8]:
    return np.ones((length, 1) if axis == 0 else (1, length), np.uint8)
