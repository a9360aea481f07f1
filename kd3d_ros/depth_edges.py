"""Where the true depth jumps, and what a student makes of it there."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from kd3d_ros.geometry import Points

REACH = 2
"""Pixels from a depth edge that are at the edge: windows of 5 x 5."""
STEP_M, STEP_SHARE = 0.10, 0.05
"""Depths of a window that differ by more than both of these are two surfaces."""
CLEAR_M = 0.05
"""Nearer than this to a surface is on it."""


def at_edges(depth: Points) -> NDArray[np.bool_]:
    """(h, w) whether the known depths around a pixel are far apart.  depth: (h, w) metres, NaN unknown."""
    near, far = _range(_windows(depth))
    edge: NDArray[np.bool_] = (far - near > STEP_M) & (far > (1 + STEP_SHARE) * near)
    return edge


def hanging(predicted: Points, depth: Points) -> NDArray[np.bool_]:
    """(h, w) whether a predicted depth is between true ones around it, and CLEAR_M from every one of them.

    Both (h, w), metres, NaN unknown.  Every one, not just the nearest and farthest: of 25 frames of
    redkitchen, 34 % of the *true* points at edges lie between those two, on slanted or third surfaces.
    """
    windows = _windows(depth)
    near, far = _range(windows)
    nearest_surface = np.fmin.reduce(np.abs(windows - predicted[..., None]), axis=-1)
    between: NDArray[np.bool_] = (predicted > near) & (predicted < far) & (nearest_surface > CLEAR_M)
    return between


def _windows(depth: Points) -> Points:
    """(h, w, 25) the depths around each pixel."""
    side = 2 * REACH + 1
    padded = np.pad(depth, REACH, constant_values=np.nan)
    return sliding_window_view(padded, (side, side)).reshape(*depth.shape, side * side)


def _range(windows: Points) -> tuple[Points, Points]:
    return np.fmin.reduce(windows, axis=-1), np.fmax.reduce(windows, axis=-1)
