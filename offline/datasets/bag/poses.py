"""Where the camera was: from TF, else from a topic of poses."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from kd3d_ros.geometry import Array
from offline.datasets.bag.choice import NONE, BagTopics, flag
from offline.datasets.bag.tracks import Stamps, Track, TransformTree, plain
from offline.datasets.base import DataError

WORLD_FRAMES = ("map", "odom", "world")
"""In the order in which they are looked for (REP-105)."""

log = logging.getLogger(__name__)


@dataclass
class PoseTopic:
    """Poses of `body` in the frame `world`; body is None where messages do not say whose they are."""

    world: str
    body: str | None
    track: Track = field(default_factory=Track)


@dataclass(frozen=True)
class Poses:
    """T_world_camera: (n, 4, 4), NaN where unknown.  gravity_aligned: z is up, as REP-103 has it."""

    T_world_camera: Array
    gravity_aligned: bool


def find_poses(
    path: Path,
    tree: TransformTree,
    pose_topics: Mapping[str, PoseTopic],
    camera: str,
    stamps: Stamps,
    topics: BagTopics,
) -> Poses | None:
    """Poses of the frame `camera` at `stamps` (n,), None if the bag has none.

    Raises DataError if it is the user who has to say where poses are.
    """
    found = _by_transforms(path, tree, camera, stamps, topics) if topics.pose_topic is None else None
    return found or _by_topic(path, tree, pose_topics, camera, stamps, topics)


def _by_transforms(
    path: Path, tree: TransformTree, camera: str, stamps: Stamps, topics: BagTopics
) -> Poses | None:
    worlds = (topics.map_frame,) if topics.map_frame else (*WORLD_FRAMES, tree.root(camera))
    world = next((frame for frame in worlds if tree.moves(frame, camera)), None)
    if world is None:
        return None
    T = tree.lookup(world, camera, stamps)
    assert T is not None
    _tell(path, T, f"TF {world} -> {camera}")
    # One transform alone is a data set's own pose: its world may be called map, and lie on its side.
    return Poses(T, len(tree.path(world, camera) or ()) > 1)


def _by_topic(
    path: Path,
    tree: TransformTree,
    pose_topics: Mapping[str, PoseTopic],
    camera: str,
    stamps: Stamps,
    topics: BagTopics,
) -> Poses | None:
    found = {name: poses for name, poses in pose_topics.items() if len(poses.track) > 1 or topics.pose_topic}
    if topics.map_frame is not None:
        found = {name: poses for name, poses in found.items() if poses.world == plain(topics.map_frame)}
        if not found and topics.pose_topic != NONE:
            raise DataError(
                f"{path}: {flag('map_frame')} {topics.map_frame}: nothing tells where '{camera}' is in it; "
                f"TF has the frames {tree.frames}"
            )
    if len(found) > 1:
        raise DataError(f"{path}: poses on each of {sorted(found)}; say which with {flag('pose_topic')}")
    if not found:
        log.info("%s: no poses of '%s'; only teachers that need none can learn from it", path, camera)
        return None
    ((name, poses),) = found.items()
    T = poses.track.at(stamps)
    if poses.body is not None and poses.body != camera:
        T_body_camera = tree.lookup(poses.body, camera, stamps)
        if T_body_camera is None:
            raise DataError(
                f"{path}: {name} has poses of '{poses.body}', and no TF leads from there to '{camera}'; "
                f"if it is the camera's optical frame, say so with {flag('camera_frame')} {poses.body}"
            )
        T = T @ T_body_camera
    _tell(path, T, f"{name}, in '{poses.world}'")
    return Poses(T, poses.body is not None)


def _tell(path: Path, T: Array, source: str) -> None:
    known = int(np.isfinite(T).all(axis=(1, 2)).sum())
    log.info("%s: poses of %d of %d images from %s", path, known, len(T), source)
