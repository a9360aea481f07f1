"""Camera paths of someone who walks about the free middle of the room with a camera in hand."""

from __future__ import annotations

from typing import Literal

import numpy as np

from kd3d_ros.geometry import Array
from offline.datasets.office.mesh import Floats

SECONDS = {"train": 60.0, "test": 12.0}
CENTRE, RADII, EYE_HEIGHT = np.array([3.0, 2.35]), np.array([0.9, 0.7]), 1.45  # of the loops walked, metres

HEADING = np.radians(160.0)  # from +x towards +y


def camera_path(walk: Literal["train", "test"], frames: int, seed: int) -> list[Array]:
    """Poses (4, 4), camera-to-world, optical frame, evenly spaced in time over a walk.

    The training walk is five loops in which the gaze wanders to both sides of HEADING, so that half of
    the room is seen from every side of its free middle.  All of it takes longer to learn than a demo lasts.
    The test walk is one loop the other way round, nearer the centre, with a gaze of its own.
    """
    rng = np.random.default_rng([seed, 3, list(SECONDS).index(walk)])
    u = np.arange(frames) / frames
    seconds = u * SECONDS[walk]
    if walk == "train":
        around, yaw = 5 * 2 * np.pi * u, HEADING + 0.5 * _sway(rng, seconds, 9.0)
        reach = 0.85 + 0.15 * _sway(rng, seconds, 23.0)
    else:
        around, yaw = 0.7 - 2 * np.pi * u, HEADING + 0.4 * _sway(rng, seconds, 7.0)
        reach = 0.80 + 0.08 * _sway(rng, seconds, 7.0)
    hand = np.stack([_sway(rng, seconds, period) for period in (1.9, 2.3, 3.1)], axis=1)
    position = np.empty((frames, 3))
    position[:, :2] = CENTRE + reach[:, None] * RADII * np.stack([np.cos(around), np.sin(around)], axis=1)
    position[:, 2] = EYE_HEIGHT + 0.1 * _sway(rng, seconds, 17.0)
    position += 0.012 * hand
    pitch = np.radians(-8.0 + 7.0 * _sway(rng, seconds, 8.0) + 0.8 * _sway(rng, seconds, 1.7))
    roll = np.radians(2.0 * _sway(rng, seconds, 5.0) + 0.6 * _sway(rng, seconds, 1.3))
    return [_pose(p, *angles) for p, *angles in zip(position, yaw, pitch, roll, strict=True)]


def _sway(rng: np.random.Generator, seconds: Floats, period: float) -> Floats:
    """A smooth wandering within [-1, 1] that repeats itself only after a long time."""
    phase = rng.uniform(0, 2 * np.pi, 2)
    return 0.6 * np.sin(2 * np.pi * seconds / period + phase[0]) + 0.4 * np.sin(
        2 * np.pi * seconds / (0.618 * period) + phase[1]
    )


def _pose(position: Floats, yaw: float, pitch: float, roll: float) -> Array:
    """Camera at `position`, looking along yaw (from +x) and pitch (up), turned by roll about its view."""
    forward = np.array([np.cos(yaw) * np.cos(pitch), np.sin(yaw) * np.cos(pitch), np.sin(pitch)])
    right = np.array([np.sin(yaw), -np.cos(yaw), 0.0])
    down = np.cross(forward, right)
    T = np.eye(4)
    T[:3, 0] = np.cos(roll) * right + np.sin(roll) * down
    T[:3, 1] = np.cos(roll) * down - np.sin(roll) * right
    T[:3, 2] = forward
    T[:3, 3] = position
    return T
