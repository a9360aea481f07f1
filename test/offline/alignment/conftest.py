"""A small room, seen from many places, and what the simulated DUSt3R says of it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from kd3d_ros.geometry import Array, Points
from offline.datasets.base import Frame
from offline.teachers.pairs import PairPrediction
from offline.teachers.simulated import SimulatedTeacher

SIZE = (64, 48)
ROOM_K: Array = np.array([[56.0, 0, 31.5], [0, 56.0, 23.5], [0, 0, 1]])
HALF_SIDES = np.array([2.0, 1.5, 2.5])


def room_depth(T_world_camera: Array) -> Points:
    """Depth image of the inside of a box around the origin."""
    u, v = np.meshgrid(np.arange(SIZE[0]), np.arange(SIZE[1]))
    rays = (
        np.stack([(u - 31.5) / 56, (v - 23.5) / 56, np.ones(SIZE[::-1])], axis=-1) @ T_world_camera[:3, :3].T
    )
    origin = T_world_camera[:3, 3]
    with np.errstate(divide="ignore"):
        reach = np.where(rays > 0, (HALF_SIDES - origin) / rays, (-HALF_SIDES - origin) / rays)
    return np.where(np.abs(rays) > 1e-9, reach, np.inf).min(axis=-1).astype(np.float32)


def room_frame(name: str, angle: float) -> Frame:
    """The room from a circle of half a metre, looking outwards at `angle`."""
    pose = np.eye(4)
    pose[:3, :3] = Rotation.from_euler("y", angle).as_matrix()
    pose[:3, 3] = 0.5 * np.sin(angle), 0.1 * np.sin(3 * angle), 0.5 * np.cos(angle)
    image = np.full((SIZE[1], SIZE[0], 3), 100, np.uint8)
    return Frame(name, image, ROOM_K, 0.0, room_depth(pose), pose)


class Walk:
    """n frames around the room, window-3 pairs, and a reader of their predictions."""

    def __init__(self, n: int, outliers: float = 0.0, keep_K: bool = True) -> None:
        self.teacher = SimulatedTeacher(width=SIZE[0], outliers=outliers, keep_K=keep_K)
        self.frames = [room_frame(f"frame-{k:06d}", 2 * np.pi * k / n) for k in range(n)]
        self.views = {frame.name: self.teacher.prepare(frame) for frame in self.frames}
        self.names = list(self.views)
        self.pairs = sorted({tuple(sorted((k, (k + d) % n))) for k in range(n) for d in (1, 2, 3)})

    def read(self, a: str, b: str) -> PairPrediction:
        return self.teacher.predict([(self.views[a], self.views[b])])[0][0]

    @property
    def poses(self) -> Array:
        return np.array([frame.T_world_camera for frame in self.frames])


@pytest.fixture
def make_walk() -> Callable[..., Walk]:
    return Walk
