"""Coloured point clouds: label stores fused to one, and PLY files, with Open3D."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import unproject
from offline.labels import Label, LabelError, LabelStore
from offline.open3d_import import import_open3d
from offline.progress import progress
from offline.voxels import voxel_sums

MAX_POINTS = 1_000_000
MAX_FRAMES = 200
"""So many frames, evenly spaced, make the cloud: more of one place add little to it."""
CHUNK_POINTS = 2_000_000
"""Raw points that are gathered before they are thinned: bounds the memory."""
SAMPLE_FRAMES = 50
"""So many frames, evenly spaced, tell what a usual confidence and a usual pixel's size are."""
LOW_CONFIDENCE = 0.5
"""Pixels below this share of the median confidence are left out."""


@dataclass(frozen=True)
class Cloud:
    """points: (n, 3) float32, world.  colours: (n, 3) float32, 0..255.  weights: (n,), sum of confidences.

    towards: (n, 3) float32, mean unit direction to the cameras that saw the point, which are on the free
    side of the surface.
    """

    points: NDArray[np.float32]
    colours: NDArray[np.float32]
    towards: NDArray[np.float32]
    weights: NDArray[np.float32]

    def __getitem__(self, chosen: NDArray[np.generic] | slice) -> Cloud:
        return Cloud(*(getattr(self, field.name)[chosen] for field in fields(self)))

    @staticmethod
    def joined(clouds: Sequence[Cloud]) -> Cloud:
        return Cloud(
            *(np.concatenate([getattr(cloud, field.name) for cloud in clouds]) for field in fields(Cloud))
        )


def fuse(store: LabelStore, max_points: int = MAX_POINTS) -> Cloud:
    """The store's labels as one cloud, one point per voxel, the most confident first.

    A voxel is as large as a pixel of the labels usually is on the surface, or so much larger that at most
    `max_points` remain.  Labels are read one at a time.
    """
    names = evenly(store.summary["frames"], MAX_FRAMES)
    confidence, voxel = _usual(store, evenly(names, SAMPLE_FRAMES))
    fused: list[Cloud] = []
    fresh: list[Cloud] = []
    for name in progress(names, desc="fusing the labels", unit="frame", delay=2):
        fresh.append(label_cloud(store.read(name), LOW_CONFIDENCE * confidence))
        if sum(len(cloud.points) for cloud in fresh) > CHUNK_POINTS or name == names[-1]:
            thinned = thin(Cloud.joined([*fused, *fresh]), voxel)
            while len(thinned.points) > max_points:
                voxel *= max(1.05, (len(thinned.points) / max_points) ** 0.5)  # they lie on surfaces
                thinned = thin(thinned, voxel)
            fused, fresh = [thinned], []
    cloud = fused[0]
    return cloud[np.argsort(-cloud.weights)]


def evenly(names: Sequence[str], count: int) -> list[str]:
    """At most `count` of the names, evenly spaced, first and last among them."""
    chosen = np.linspace(0, len(names) - 1, min(count, len(names))).round().astype(int)
    return [names[i] for i in chosen]


def label_cloud(label: Label, min_confidence: float) -> Cloud:
    """The points of one label that are at least so confident; all if there is no more than that."""
    points = unproject(label.depth, label.K, label.T_world_camera)
    confidence = label.confidence.astype(np.float32)
    known = np.isfinite(points[..., 0]) & (confidence > 0) & (confidence >= min_confidence)
    points = points[known]
    towards = label.T_world_camera[:3, 3].astype(np.float32) - points
    distance = np.linalg.norm(towards, axis=1, keepdims=True)
    return Cloud(points, label.image[known].astype(np.float32), towards / distance, confidence[known])


def thin(cloud: Cloud, voxel: float) -> Cloud:
    """One point per voxel of that side: the weighted mean of what is in it, with the sum of the weights.

    A mean of means is the mean of all, so that clouds can be thinned, joined and thinned again.
    """
    if not len(cloud.points):
        return cloud
    weights = cloud.weights[:, None]
    weighted = [weights * values for values in (cloud.points, cloud.colours, cloud.towards)]
    sums = voxel_sums(cloud.points, np.hstack([weights, *weighted]), voxel).astype(np.float32)
    points, colours, towards = np.split(sums[:, 1:] / sums[:, :1], 3, axis=1)
    return Cloud(points, colours, towards, sums[:, 0])


def write_ply(file: Path, points: NDArray[np.float32], colours: NDArray[np.uint8]) -> Path:
    """Binary PLY of points (n, 3) in metres with colours (n, 3); rows that are not finite are left out."""
    o3d = import_open3d()
    finite = np.isfinite(points).all(axis=1)
    cloud = o3d.t.geometry.PointCloud(o3d.core.Tensor(np.ascontiguousarray(points[finite], dtype=np.float32)))
    cloud.point["colors"] = o3d.core.Tensor(np.ascontiguousarray(colours[finite], dtype=np.uint8))
    if not o3d.t.io.write_point_cloud(str(file), cloud):
        raise OSError(f"{file}: Open3D could not write it")
    return file


def ply_bytes(points: NDArray[np.float32], colours: NDArray[np.uint8]) -> bytes:
    """The content of such a file."""
    with tempfile.TemporaryDirectory() as folder:
        return write_ply(Path(folder) / "cloud.ply", points, colours).read_bytes()


def _usual(store: LabelStore, names: Sequence[str]) -> tuple[float, float]:
    """Median confidence, and median size of a pixel where its ray meets the surface, metres."""
    confidences, sizes = [], []
    for name in names:
        label = store.read(name)
        known = (label.depth > 0) & (label.confidence > 0)
        confidences.append(label.confidence[known].astype(np.float32))
        sizes.append(label.depth[known].astype(np.float32) / np.float32(label.K[0, 0]))
    confidence, size = np.concatenate(confidences), np.concatenate(sizes)
    if not len(size):
        raise LabelError(f"{store.path}: no depth in its labels; label again")
    return float(np.median(confidence)), float(np.median(size))
