"""Depth images seen from another camera: unregistered sensors made pixel-aligned with colour."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Array


def register_depth(
    depth: NDArray[np.float32],
    K_depth: Array,
    K_colour: Array,
    T_colour_depth: Array,
    colour_size: tuple[int, int],
) -> NDArray[np.float32]:
    """Depth (h, w), metres, as the colour camera sees it: (H, W) float32, 0 where nothing projects.

    Each depth pixel goes to its nearest colour pixel; where several land, the nearest surface wins
    (a z-buffer).  For colour images of about the depth image's angular resolution or less, such as a
    Kinect's: finer ones would show gaps between the depth pixels, see `resample_depth`.

    `depth` is 0 where unknown; `T_colour_depth` (4, 4) takes points of the depth camera to the colour
    camera; `colour_size` is (W, H).
    """
    width, height = colour_size
    # p_colour = z * M @ (u, v, 1) + m: the whole chain K_colour T K_depth^-1, in homogeneous pixels.
    M = (K_colour @ T_colour_depth[:3, :3] @ np.linalg.inv(K_depth)).astype(np.float32)
    m = (K_colour @ T_colour_depth[:3, 3]).astype(np.float32)
    u_term = M[:, :1] * np.arange(depth.shape[1], dtype=np.float32) + M[:, 2:]
    v_term = M[:, 1:2] * np.arange(depth.shape[0], dtype=np.float32)
    x, y, z = ((u_term[i] + v_term[i][:, None]) * depth + m[i] for i in range(3))
    usable = (depth > 0) & (z > 0)
    x, y, z = x[usable], y[usable], z[usable]
    u, v = np.rint(x / z), np.rint(y / z)
    inside = (u >= 0) & (u < width) & (v >= 0) & (v < height)
    pixel = v[inside].astype(np.intp) * width + u[inside].astype(np.intp)
    nearest = np.full(height * width, np.inf, dtype=np.float32)
    np.minimum.at(nearest, pixel, z[inside])
    nearest[np.isinf(nearest)] = 0.0
    return nearest.reshape(height, width)


def resample_depth(
    depth: NDArray[np.float32], K_depth: Array, K_colour: Array, colour_size: tuple[int, int]
) -> NDArray[np.float32]:
    """Depth (h, w) at the pixels of a colour camera of the same pose: (H, W) float32, 0 outside.

    Takes the nearest depth pixel, so that no depth is invented between two surfaces.
    """
    rows, row_inside = _nearest(colour_size[1], depth.shape[0], K_colour[1], K_depth[1], axis=1)
    columns, column_inside = _nearest(colour_size[0], depth.shape[1], K_colour[0], K_depth[0], axis=0)
    resampled = depth[rows[:, None], columns[None, :]]
    resampled[~row_inside] = 0.0
    resampled[:, ~column_inside] = 0.0
    return resampled


def _nearest(
    size_colour: int, size_depth: int, k_colour: Array, k_depth: Array, axis: int
) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """For each colour row or column, the depth one on the same ray, and whether it lies in the image."""
    slope = (np.arange(size_colour) - k_colour[2]) / k_colour[axis]
    index = np.rint(slope * k_depth[axis] + k_depth[2]).astype(np.intp)
    return np.clip(index, 0, size_depth - 1), (index >= 0) & (index < size_depth)
