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
LOOKS_UP = 0.95
"""Cosine to the vertical: z of a body whose x is forward, the frame of some images (Gazebo's, too)."""

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


@dataclass(frozen=True)
class Asked:
    """Poses of the frame `camera` at `stamps` (n,), nanoseconds, and what the user said of where they are."""

    path: Path
    camera: str
    stamps: Stamps
    topics: BagTopics


def find_poses(asked: Asked, tree: TransformTree, pose_topics: Mapping[str, PoseTopic]) -> Poses | None:
    """The poses that are asked for, None if the bag has none.

    Raises DataError if it is the user who has to say where poses are.
    """
    found = _by_transforms(asked, tree) if asked.topics.pose_topic is None else None
    return found or _by_topic(asked, tree, pose_topics)


def _by_transforms(asked: Asked, tree: TransformTree) -> Poses | None:
    camera, frame = asked.camera, asked.topics.map_frame
    worlds = (frame,) if frame else (*WORLD_FRAMES, tree.root(camera))
    world = next((frame for frame in worlds if tree.moves(frame, camera)), None)
    if world is None:
        return None
    T = tree.lookup(world, camera, asked.stamps)
    assert T is not None
    # One transform alone is a data set's own pose: its world may be called map, and lie on its side.
    poses = Poses(T, len(tree.path(world, camera) or ()) > 1)
    _tell(asked, poses, f"TF {world} -> {camera}")
    return poses


def _by_topic(asked: Asked, tree: TransformTree, pose_topics: Mapping[str, PoseTopic]) -> Poses | None:
    path, camera, topics = asked.path, asked.camera, asked.topics
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
    ((name, said),) = found.items()
    poses = Poses(_of_camera(asked, tree, name, said), said.body is not None)
    whose = "" if said.body is not None else ", taken to be of the camera's optical frame"
    _tell(asked, poses, f"{name}, in '{said.world}'{whose}")
    return poses


def _of_camera(asked: Asked, tree: TransformTree, name: str, said: PoseTopic) -> Array:
    """(n, 4, 4) of the camera, where a topic has poses of what it is mounted on."""
    T = said.track.at(asked.stamps)
    if said.body is None or said.body == asked.camera:
        return T
    T_body_camera = tree.lookup(said.body, asked.camera, asked.stamps)
    if T_body_camera is None:
        raise DataError(
            f"{asked.path}: {name} has poses of '{said.body}', and no TF leads from there to "
            f"'{asked.camera}'; if it is the camera's optical frame, say so with {flag('camera_frame')} "
            f"{said.body}"
        )
    T_world_camera: Array = T @ T_body_camera
    return T_world_camera


def _tell(asked: Asked, poses: Poses, source: str) -> None:
    T = poses.T_world_camera[np.isfinite(poses.T_world_camera).all(axis=(1, 2))]
    log.info("%s: poses of %d of %d images from %s", asked.path, len(T), len(asked.stamps), source)
    if poses.gravity_aligned and len(T) and np.median(T[:, 2, 2]) > LOOKS_UP:
        log.warning(
            "%s: by these poses the camera looks straight up; is '%s' its optical frame (z forward)? "
            "If not, give that with %s",
            asked.path,
            asked.camera,
            flag("camera_frame"),
        )
