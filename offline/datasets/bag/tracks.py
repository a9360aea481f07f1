"""Poses over time, and trees of frames that move: TF without ROS, for many times at once."""

from __future__ import annotations

from array import array
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from kd3d_ros.geometry import Array

MAX_GAP_S = 0.5
"""Between samples that are further apart nothing is interpolated."""
HOLD_S = 0.02
"""A sample this close to a time will do where no other is on the time's other side."""

Stamps = NDArray[np.int64]


class Track:
    """Samples of one pose; may be added in any order, before the first question."""

    def __init__(self) -> None:
        self._stamps, self._values = array("q"), array("d")

    def add(self, stamp_ns: int, position: tuple[float, ...], quaternion: tuple[float, ...]) -> None:
        """position: metres.  quaternion: x, y, z, w."""
        self._stamps.append(stamp_ns)
        self._values.extend(position + quaternion)

    def __len__(self) -> int:
        return len(self._stamps)

    def at(self, stamps: Stamps) -> Array:
        """Poses (n, 4, 4) at `stamps` (n,), nanoseconds: linear and slerp between the samples around each.

        NaN where there are none close enough.
        """
        times, values = self._sorted
        poses = np.full((len(stamps), 4, 4), np.nan)
        if not len(times):
            return poses
        right = np.searchsorted(times, stamps).clip(0, len(times) - 1)
        left = np.maximum(right - 1, 0)
        span = np.maximum(times[right] - times[left], 1)
        share = ((stamps - times[left]) / span).clip(0, 1)
        nearest = np.where(share < 0.5, left, right)
        bridged = (times[left] <= stamps) & (stamps <= times[right]) & (span <= MAX_GAP_S * 1e9)
        share = np.where(bridged, share, np.round(share))
        known = bridged | (np.abs(times[nearest] - stamps) <= HOLD_S * 1e9)
        a, b, share = values[left[known]], values[right[known]], share[known, None]
        poses[known] = _between(a, b, share)
        return poses

    @cached_property
    def _sorted(self) -> tuple[Stamps, Array]:
        """Stamps (m,), ascending and without doubles, and positions with quaternions (m, 7)."""
        times, first = np.unique(np.array(self._stamps, np.int64), return_index=True)
        values = np.array(self._values).reshape(-1, 7)[first]
        norms = np.linalg.norm(values[:, 3:], axis=1)
        sound = np.isfinite(values).all(axis=1) & (np.abs(norms - 1) < 1e-2)
        return times[sound], values[sound]


def _between(a: Array, b: Array, share: Array) -> Array:
    """Poses (n, 4, 4) between two samples (n, 7); share (n, 1) is 0 at `a`, 1 at `b`."""
    poses = np.zeros((len(a), 4, 4))
    if not len(a):
        return poses
    R_a, R_b = Rotation.from_quat(a[:, 3:]), Rotation.from_quat(b[:, 3:])
    turn = Rotation.from_rotvec(share * (R_a.inv() * R_b).as_rotvec())
    poses[:, :3, :3] = (R_a * turn).as_matrix()
    poses[:, :3, 3] = (1 - share) * a[:, :3] + share * b[:, :3]
    poses[:, 3, 3] = 1
    return poses


class TransformTree:
    """What /tf and /tf_static say: each frame has one parent and is fixed to it, or moves."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}
        self._fixed: dict[str, Track] = {}
        self._moving: dict[str, Track] = {}
        self.conflicts: dict[str, set[str]] = {}
        """Frames of which more than one parent was told, with those that were not believed."""

    def add(
        self,
        parent: str,
        child: str,
        stamp_ns: int,
        position: tuple[float, ...],
        quaternion: tuple[float, ...],
        fixed: bool,
    ) -> None:
        """Take in one transform from `child` to `parent`; the first parent is believed."""
        parent, child = plain(parent), plain(child)
        known = self._parents.setdefault(child, parent)
        if known != parent:
            self.conflicts.setdefault(child, set()).add(parent)
            return
        if fixed:
            self._fixed[child] = Track()  # the last one is valid, at all times
            self._fixed[child].add(0, position, quaternion)
        else:
            self._moving.setdefault(child, Track()).add(stamp_ns, position, quaternion)

    @property
    def frames(self) -> list[str]:
        """All there are."""
        return sorted({*self._parents, *self._parents.values()})

    def root(self, frame: str) -> str:
        """The last of a frame's ancestors, or itself."""
        return self._ancestors(frame)[-1]

    def path(self, target: str, source: str) -> list[str] | None:
        """The frames whose transforms to their parents lie between two; None if nothing joins the two."""
        up, down = self._ancestors(plain(source)), self._ancestors(plain(target))
        shared = next((frame for frame in up if frame in down), None)
        if shared is None:
            return None
        return up[: up.index(shared)] + down[: down.index(shared)]

    def moves(self, target: str, source: str) -> bool:
        """Whether the two are joined, and not rigidly."""
        return any(frame in self._moving for frame in self.path(target, source) or ())

    def lookup(self, target: str, source: str, stamps: Stamps) -> Array | None:
        """Transforms (n, 4, 4) from `source` to `target` at `stamps` (n,), NaN in gaps; None if unjoined."""
        path = self.path(target, source)
        if path is None:
            return None
        ups = self._ancestors(plain(source))
        T = np.broadcast_to(np.eye(4), (len(stamps), 4, 4))
        T_down = T
        for frame in path:
            if frame in ups:
                T = self._to_parent(frame, stamps) @ T
            else:
                T_down = self._to_parent(frame, stamps) @ T_down
        known = np.isfinite(T_down).all(axis=(1, 2))
        inverse = np.full_like(T, np.nan)
        inverse[known] = np.linalg.inv(T_down[known])
        moved: Array = inverse @ T
        return moved

    def _to_parent(self, frame: str, stamps: Stamps) -> Array:
        if frame in self._moving:
            return self._moving[frame].at(stamps)
        return self._fixed[frame].at(np.zeros_like(stamps))

    def _ancestors(self, frame: str) -> list[str]:
        """The frame, its parent, and so on; a circle ends where it began."""
        found = [frame]
        while (parent := self._parents.get(found[-1])) is not None and parent not in found:
            found.append(parent)
        return found


def plain(frame: str) -> str:
    """A frame's name without the slash that it had in the days of ROS 1."""
    return frame.lstrip("/")
