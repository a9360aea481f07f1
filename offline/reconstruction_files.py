"""A finished reconstruction for people and for other tools: PLY cloud, picture, COLMAP model."""

from __future__ import annotations

import logging
from collections.abc import Collection
from pathlib import Path

import numpy as np

from kd3d_ros.files import written_whole
from offline import reconstruction_picture
from offline.colmap import write_colmap
from offline.labels import LabelStore
from offline.pointcloud import fuse, ply_bytes
from offline.progress import progress
from offline.reconstruction_picture import Camera

log = logging.getLogger(__name__)


def export_reconstruction(
    store: LabelStore, out: Path, keyframes: Collection[str] | None = None
) -> list[Path]:
    """Write reconstruction.ply, reconstruction.png and colmap/ to `out`; returns the three paths.

    keyframes: names of the frames that the others were registered to; None = all are keyframes.  Raises
    LabelError if the store is incomplete, or has no depth.
    """
    cloud = fuse(store)
    log.info("exporting the reconstruction: %d points to %s", len(cloud.points), out)
    ply, png = out / "reconstruction.ply", out / "reconstruction.png"
    with written_whole(ply) as part:
        part.write_bytes(ply_bytes(cloud.points, cloud.colours.round().astype(np.uint8)))
    up = np.array([0, 0, 1.0]) if store.summary.get("gravity_aligned") else None
    cameras = read_cameras(store, keyframes)
    with written_whole(png) as part:
        reconstruction_picture.draw(part, cloud, cameras, up)
    return [ply, png, write_colmap(out / "colmap", store)]


def read_cameras(store: LabelStore, keyframes: Collection[str] | None = None) -> list[Camera]:
    """The cameras of a store, in its order."""
    cameras = []
    for name in progress(store.summary["frames"], desc="reading the poses", unit="frame", delay=2):
        label = store.read(name)
        height, width = label.depth.shape
        is_keyframe = keyframes is None or name in keyframes
        cameras.append(Camera(name, label.K, (width, height), label.T_world_camera, is_keyframe))
    return cameras
