"""Pairs for a teacher that triangulates with known poses: near ones match well, far ones measure well."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from offline.alignment.keyframes import Glance

BASELINES_M = (0.06, 0.1, 0.16, 0.25, 0.38, 0.6)
"""Each frame is paired once in each of these intervals; nearer ones drown in the poses' errors."""
GREATEST_ANGLE_DEG = 30.0


def triangulation_pairs(frames: Sequence[Glance], others: Sequence[Glance]) -> list[tuple[int, int]]:
    """(frame, other) pairs, all posed: per interval of baselines, the one that looks most alike."""
    centres, forwards = _looks(frames)
    other_centres, other_forwards = _looks(others)
    pairs = []
    for n, (centre, forward) in enumerate(zip(centres, forwards, strict=True)):
        distances = np.linalg.norm(other_centres - centre, axis=1)
        angles = np.degrees(np.arccos(np.clip(other_forwards @ forward, -1, 1)))
        for near, far in itertools.pairwise(BASELINES_M):
            unfit = (distances < near) | (distances >= far) | (angles > GREATEST_ANGLE_DEG)
            best = int(np.where(unfit, np.inf, angles).argmin())
            if not unfit[best]:
                pairs.append((n, best))
    return pairs


def _looks(glances: Sequence[Glance]) -> tuple[np.ndarray, np.ndarray]:
    """Camera centres and viewing directions, each (n, 3)."""
    T = np.array([one.T_world_camera for one in glances], dtype=np.float64).reshape(-1, 4, 4)
    return T[:, :3, 3], T[:, :3, 2]
