"""Points by voxel: any number of them as one cloud, in the memory of the voxels that they fill."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Array, Points

VOXEL_BITS = 21
CHUNK_POINTS = 1_000_000
"""Points that are gathered before they are summed: bounds the memory."""


def voxel_sums(points: Points, rows: NDArray[np.floating], voxel: float) -> NDArray[np.floating]:
    """(m, k) sums of those of the rows (n, k) whose points (n, 3) share a voxel of that side; n > 0."""
    cell = np.floor(points.astype(np.float64) / voxel).astype(np.int64)
    cell -= cell.min(axis=0)
    cell = cell.clip(0, 2**VOXEL_BITS - 1)
    key = (cell[:, 0] << 2 * VOXEL_BITS) | (cell[:, 1] << VOXEL_BITS) | cell[:, 2]
    order = np.argsort(key)
    key = key[order]
    starts = np.flatnonzero(np.r_[True, key[1:] != key[:-1]])
    return np.add.reduceat(rows[order], starts)


class VoxelMeans:
    """The mean point of each voxel, and the means of what belongs to its points."""

    def __init__(self, voxel: float, channels: int = 0) -> None:
        """voxel: side, metres.  channels: numbers that come with each point."""
        self._voxel = voxel
        self._sums: NDArray[np.floating] = np.zeros((0, 4 + channels))
        self._fresh: list[Array] = []

    def add(self, points: Points, values: NDArray[np.floating] | None = None) -> None:
        """Further points (n, 3), all finite, with their values (n, channels)."""
        columns = [np.ones((len(points), 1)), points.astype(np.float64)]
        self._fresh.append(np.hstack(columns if values is None else [*columns, values]))
        if sum(map(len, self._fresh)) > CHUNK_POINTS:
            self._gather()

    def read(self) -> tuple[Points, Points]:
        """Points (m, 3) and values (m, channels), one row per voxel that any point was in."""
        self._gather()
        means = (self._sums[:, 1:] / self._sums[:, :1]).astype(np.float32)
        return means[:, :3], means[:, 3:]

    def _gather(self) -> None:
        rows = np.concatenate([self._sums, *self._fresh])
        self._fresh = []
        if len(rows):
            self._sums = voxel_sums(rows[:, 1:4] / rows[:, :1], rows, self._voxel)
