"""Pairs to triangulate from: one in each interval of baselines, looking the same way."""

from __future__ import annotations

import numpy as np
from scipy.spatial.transform import Rotation

from offline.alignment.baselines import triangulation_pairs
from offline.alignment.keyframes import Glance


def at(x: float, turn_deg: float = 0.0) -> Glance:
    pose = np.eye(4)
    pose[0, 3] = x
    pose[:3, :3] = Rotation.from_euler("y", turn_deg, degrees=True).as_matrix()
    return Glance(f"frame-{x}-{turn_deg}", np.zeros((2, 2), np.uint8), 0.0, pose)


def test_one_of_each_interval_is_chosen_and_what_is_too_near_or_far_is_not() -> None:
    others = [at(0.0), at(0.02), at(0.08), at(0.09), at(0.2), at(0.5), at(0.7)]
    assert triangulation_pairs([at(0.0)], others) == [(0, 2), (0, 4), (0, 5)]


def test_of_an_interval_the_one_that_looks_most_alike_is_chosen() -> None:
    assert triangulation_pairs([at(0.0)], [at(0.2, 20), at(0.21, 5), at(0.22, 10)]) == [(0, 1)]


def test_nobody_who_looks_elsewhere_is_chosen() -> None:
    assert triangulation_pairs([at(0.0)], [at(0.2, 40), at(0.2, 180)]) == []
