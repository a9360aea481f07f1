"""Which frames a pairwise teacher looks at together: neighbours in time, and loops.

Each pair of frames has one score: how much they should overlap by their poses where both are known, else how
alike their descriptors are.  Pairs that cannot overlap have none (-inf), and are never made.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components, minimum_spanning_tree

from kd3d_ros.geometry import Array
from offline.alignment.keyframes import Glance

NEVER = -np.inf
Mask = NDArray[np.bool_]

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class GraphConfig:
    """Which pairs are made of the keyframes."""

    window: int = 3
    """Pair each keyframe with so many that follow it in its sequence."""
    loops: int = 4
    """And with so many outside the window that overlap most by pose, or look most alike."""
    separation: int = 3
    """One keyframe's loops are at least so many keyframes apart, and from its window, or they are alike."""
    distance_m: tuple[float, float] = (0.0, 1.0)
    """Poses known: least and greatest distance of two cameras; triangulation needs a least one."""
    angle_deg: float = 35.0
    """Poses known: greatest angle between two viewing directions."""
    similarity_floor: float | None = None
    """Poses unknown: least dot product of two descriptors; None: what all but the least alike tenth of the
    window's outermost pairs reach, since those do overlap."""
    pause: float = 60.0
    """The window ends where a sequence pauses for so many times the median step between keyframes."""


@dataclass(frozen=True)
class PairGraph:
    """pairs: (i, j), i < j, ascending, so that neighbours in the list share frames.

    left_out: indices of the keyframes that no path of pairs joins to the others.
    """

    pairs: list[tuple[int, int]]
    left_out: list[int]


def pair_graph(
    keyframes: Sequence[Glance], descriptors: NDArray[np.float32] | None, config: GraphConfig
) -> PairGraph:
    """The connected graph of the keyframes, which are in recording order.

    descriptors: (n, d), unit length; None if the poses are all there is.  What window and loops leave apart
    is joined by the best-scored pairs there are; of what is apart even then, the largest part is kept.
    """
    follows = _window(keyframes, config)
    floor = _similarity_floor(follows, descriptors, config)
    scores = _scores(keyframes, keyframes, descriptors, descriptors, floor, config)
    itself = np.eye(len(keyframes), dtype=bool)
    scores[itself] = NEVER
    chosen = _choose(follows | follows.T, itself, scores, _both_posed(keyframes, keyframes), config)
    chosen |= chosen.T
    chosen |= _joining(chosen, scores)
    pairs = [(int(i), int(j)) for i, j in np.argwhere(np.triu(chosen))]
    kept, left_out = largest_component(len(keyframes), pairs)
    if left_out:
        log.warning("%d of %d keyframes overlap with no other part", len(left_out), len(keyframes))
    members = set(kept)
    return PairGraph([(i, j) for i, j in pairs if i in members], left_out)


def largest_component(n: int, pairs: Sequence[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Of n frames: those in the largest part that `pairs` hold together, and the rest; both ascending."""
    if n == 0:
        return [], []
    i, j = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    _, part = connected_components(coo_matrix((np.ones(len(i)), (i, j)), (n, n)), directed=False)
    largest = part == np.bincount(part).argmax()
    return np.flatnonzero(largest).tolist(), np.flatnonzero(~largest).tolist()


def registration_pairs(
    frames: Sequence[Glance],
    keyframes: Sequence[Glance],
    frame_descriptors: NDArray[np.float32] | None,
    keyframe_descriptors: NDArray[np.float32] | None,
    config: GraphConfig,
) -> list[tuple[int, int]]:
    """(frame, keyframe) pairs that register `frames` to `keyframes`; a frame without any overlaps with none.

    For each: the two keyframes before and after it in its sequence, and `config.loops` others.  The lists
    have no frame in common, and are in recording order.
    """
    floor = _similarity_floor(_window(keyframes, config), keyframe_descriptors, config)
    scores = _scores(frames, keyframes, frame_descriptors, keyframe_descriptors, floor, config)
    near = _before_and_after(frames, keyframes)
    chosen = _choose(near, np.zeros_like(near), scores, _both_posed(frames, keyframes), config)
    return [(int(i), int(k)) for i, k in np.argwhere(chosen)]


def _window(keyframes: Sequence[Glance], config: GraphConfig) -> Mask:
    """(n, n), above the diagonal: who is in whose window."""
    times = np.array([one.timestamp for one in keyframes])
    changes = np.array([a.sequence != b.sequence for a, b in pairwise(keyframes)], dtype=bool)
    steps = np.diff(times)
    within = steps[~changes]
    pauses = steps > config.pause * np.median(within) if within.size else np.zeros_like(changes)
    part = np.concatenate([[0], np.cumsum(changes | pauses)])[: len(keyframes)]
    apart = np.arange(len(keyframes)) - np.arange(len(keyframes))[:, None]
    return (part == part[:, None]) & (apart > 0) & (apart <= config.window)


def _before_and_after(frames: Sequence[Glance], keyframes: Sequence[Glance]) -> Mask:
    """(frames, keyframes): the two before and the two after, in the frame's sequence."""
    frame_times, times = (np.array([one.timestamp for one in of]) for of in (frames, keyframes))
    frame_sequences, sequences = (np.array([one.sequence for one in of]) for of in (frames, keyframes))
    ahead, same = times - frame_times[:, None], sequences == frame_sequences[:, None]
    before, after = same & (ahead <= 0), same & (ahead > 0)
    how_far_before = np.cumsum(before[:, ::-1], axis=1)[:, ::-1]
    how_far_after = np.cumsum(after, axis=1)
    return (before & (how_far_before <= 2)) | (after & (how_far_after <= 2))


def _similarity_floor(follows: Mask, descriptors: NDArray[np.float32] | None, config: GraphConfig) -> float:
    """What descriptors have to reach; without any pair to learn it from, none does."""
    if config.similarity_floor is not None or descriptors is None:
        return config.similarity_floor or 0.0
    i, j = np.nonzero(follows)
    outermost = j - i == config.window
    alike = np.sum(descriptors[i[outermost]] * descriptors[j[outermost]], axis=1)
    return float(np.quantile(alike, 0.1)) if alike.size else np.inf


def _both_posed(a: Sequence[Glance], b: Sequence[Glance]) -> Mask:
    first, second = (np.array([one.T_world_camera is not None for one in of], dtype=bool) for of in (a, b))
    return np.outer(first, second)


def _scores(
    a: Sequence[Glance],
    b: Sequence[Glance],
    a_descriptors: NDArray[np.float32] | None,
    b_descriptors: NDArray[np.float32] | None,
    floor: float,
    config: GraphConfig,
) -> Array:
    """(a, b): 1 + overlap where both poses are known, else the similarity (<= 1); -inf: not to be paired."""
    scores = np.full((len(a), len(b)), NEVER)
    if a_descriptors is not None and b_descriptors is not None:
        alike = a_descriptors.astype(np.float64) @ b_descriptors.T.astype(np.float64)
        scores = np.where(alike >= floor, alike, NEVER)
    return np.where(_both_posed(a, b), _overlap(a, b, config), scores)


def _overlap(a: Sequence[Glance], b: Sequence[Glance], config: GraphConfig) -> Array:
    """(a, b): 2 for one view twice, 1 at the limits of distance and angle, -inf beyond or without poses."""
    (a_centre, a_forward), (b_centre, b_forward) = _looks(a), _looks(b)
    distance = np.linalg.norm(a_centre[:, None] - b_centre, axis=-1)
    angle = np.degrees(np.arccos(np.clip(a_forward @ b_forward.T, -1, 1)))
    least, most = config.distance_m
    allowed = (distance >= least) & (distance <= most) & (angle <= config.angle_deg)
    return np.where(allowed, 1 + (1 - distance / most) * (1 - angle / config.angle_deg), NEVER)


def _looks(glances: Sequence[Glance]) -> tuple[Array, Array]:
    """Camera centres and viewing directions, each (n, 3), NaN where unknown."""
    unknown = np.full((4, 4), np.nan)
    poses = [unknown if one.T_world_camera is None else one.T_world_camera for one in glances]
    T = np.array(poses).reshape(-1, 4, 4)
    return T[:, :3, 3], T[:, :3, 2]


def _choose(near: Mask, itself: Mask, scores: Array, posed: Mask, config: GraphConfig) -> Mask:
    """(rows, columns): those `near` in time, unless poses forbid it, and the best others."""
    chosen = near & ~(posed & np.isneginf(scores))
    for i, row in enumerate(scores):
        left = row.copy()
        for j in np.flatnonzero(near[i] | itself[i]):
            _suppress(left, int(j), config.separation)
        for _ in range(config.loops):
            best = int(left.argmax())
            if np.isneginf(left[best]):
                break
            chosen[i, best] = True
            _suppress(left, best, config.separation)
    return chosen


def _suppress(row: Array, j: int, separation: int) -> None:
    row[max(0, j - separation + 1) : j + separation] = NEVER


def _joining(chosen: Mask, scores: Array) -> Mask:
    """(n, n): the best-scored pairs that join parts which `chosen` leaves apart: those of a spanning tree."""
    costs = np.where(np.isneginf(scores), 0, 3 - scores)  # 0 is "no edge"; the others cost 1 at least
    costs[chosen] = 1e-3
    tree = minimum_spanning_tree(costs).toarray() > 0
    joining: Mask = (tree | tree.T) & ~chosen
    return joining
