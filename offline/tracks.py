"""Points of a label store that are seen in several images, for tools that work on feature tracks.

A label's corner is unprojected by its depth; in other images whose depth agrees, the corner is looked for
where the point projects (Lucas-Kanade, Bouguet's pyramid), so that observations are measured in the images
and reprojection errors tell how good the reconstruction is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Array, Points, transform_points, unproject_at
from offline.labels import Label, LabelStore
from offline.progress import progress

BASELINES = (0.03, 0.06, 0.12, 0.2)
"""Other views of a point are looked for about so far away, as shares of its image's median depth."""
MAX_ANGLE_DEG = 30.0
"""Between the optical axes of the two views."""
DEPTH_AGREEMENT = 0.03
"""Relative difference of depth up to which a view sees the point and not something before or behind it."""
MAX_ERROR_PX = 1.5
"""Between where a point projects and where it is seen."""
CORNER_DISTANCE_PX = 5
WINDOW_PX = 11
LABELS_AT_HAND = 64


@dataclass
class Track:
    """point: (3,) world.  colour: (3,) uint8.  pixels: (2,) where each frame sees it, by name.

    error_px: mean distance between those and where the point projects.
    """

    point: Array
    colour: NDArray[np.uint8]
    pixels: dict[str, Array]
    errors_px: list[float] = field(default_factory=list)

    @property
    def error_px(self) -> float:
        return float(np.mean(self.errors_px))


def find_tracks(store: LabelStore, max_points: int) -> list[Track]:
    """At most `max_points` points, spread over all frames; each seen in 1 to 1 + len(BASELINES) of them."""
    names = store.summary["frames"]
    read = lru_cache(LABELS_AT_HAND)(store.read)
    poses = np.stack([store.read(name).T_world_camera for name in names])
    of_frame: dict[str, list[Track]] = {name: [] for name in names}
    tracks: list[Track] = []
    for i, name in enumerate(progress(names, desc="tracking points", unit="frame", delay=2)):
        label = read(name)
        share = (max_points - len(tracks)) // (len(names) - i)
        fresh = _corners(label, of_frame[name], share)
        depth = label.depth[label.depth > 0]
        if fresh and len(depth):
            for j in _views(poses, i, float(np.median(depth))):
                for track in _follow(label, read(names[j]), fresh):
                    of_frame[names[j]].append(track)
        tracks += fresh
    return tracks


def _corners(label: Label, known: list[Track], count: int) -> list[Track]:
    """Up to `count` new points at corners of the image with confident depth, away from known ones."""
    confidence = label.confidence.astype(np.float32)
    usable = (label.depth > 0) & (confidence > 0)
    if count < 1 or not usable.any():
        return []
    usable &= confidence >= np.median(confidence[usable])
    mask = usable.astype(np.uint8)
    for track in known:
        u, v = track.pixels[label.name].round().astype(int)
        cv2.circle(mask, (int(u), int(v)), CORNER_DISTANCE_PX, 0, thickness=-1)
    grey = cv2.cvtColor(label.image, cv2.COLOR_RGB2GRAY)
    found: Any = cv2.goodFeaturesToTrack(grey, count, 0.01, CORNER_DISTANCE_PX, mask=mask)
    if found is None:
        return []
    pixels = found.reshape(-1, 2)
    points = unproject_at(pixels, label.depth, label.K, label.T_world_camera).astype(np.float64)
    u, v = pixels.round().astype(int).T
    return [
        Track(point, colour, {label.name: pixel}, [0.0])
        for point, colour, pixel in zip(points, label.image[v, u], pixels.astype(np.float64), strict=True)
    ]


def _views(poses: NDArray[np.float64], i: int, depth: float) -> list[int]:
    """Frames that look the same way as frame i from about BASELINES * `depth` away."""
    baseline = np.linalg.norm(poses[:, :3, 3] - poses[i, :3, 3], axis=1) / depth
    same_way = poses[:, :3, 2] @ poses[i, :3, 2] > np.cos(np.radians(MAX_ANGLE_DEG))
    same_way[i] = False
    candidates = np.flatnonzero(same_way & (baseline < 2 * BASELINES[-1]))
    if not len(candidates):
        return []
    return sorted({int(candidates[np.abs(baseline[candidates] - b).argmin()]) for b in BASELINES})


def _follow(label: Label, other: Label, tracks: list[Track]) -> Iterator[Track]:
    """Those of the label's tracks that the other view sees too; the observation is added to them."""
    points = np.stack([track.point for track in tracks]).astype(np.float32)
    seen = transform_points(np.linalg.inv(other.T_world_camera).astype(np.float64), points)
    with np.errstate(divide="ignore", invalid="ignore"):
        projected = (seen @ other.K[:2].T.astype(np.float32)) / seen[:, 2:]
    start = np.stack([track.pixels[label.name] for track in tracks]).astype(np.float32)
    inside = (seen[:, 2] > 0) & _whole_window(projected, other) & _whole_window(start, label)
    agrees = np.zeros(len(tracks), bool)
    u, v = projected[inside].round().astype(int).T
    z = seen[inside, 2]
    agrees[inside] = (other.confidence[v, u] > 0) & (np.abs(other.depth[v, u] - z) < DEPTH_AGREEMENT * z)
    chosen = np.flatnonzero(agrees)
    if not len(chosen):
        return
    guess = np.ascontiguousarray(projected[chosen])
    grey, other_grey = (cv2.cvtColor(one.image, cv2.COLOR_RGB2GRAY) for one in (label, other))
    found, status, _ = cv2.calcOpticalFlowPyrLK(
        grey,
        other_grey,
        np.ascontiguousarray(start[chosen]),
        guess.copy(),
        winSize=(WINDOW_PX, WINDOW_PX),
        maxLevel=0,
        flags=cv2.OPTFLOW_USE_INITIAL_FLOW,
    )
    errors = np.linalg.norm(found - guess, axis=1)
    for k, pixel, good, error in zip(chosen, found, status.ravel(), errors, strict=True):
        if good and error <= MAX_ERROR_PX:
            tracks[k].pixels[other.name] = pixel.astype(np.float64)
            tracks[k].errors_px.append(float(error))
            yield tracks[k]


def _whole_window(pixels: Points, label: Label) -> NDArray[np.bool_]:
    """Of which pixels (n, 2) the window that is compared lies in the label's image."""
    height, width = label.depth.shape
    margin = WINDOW_PX // 2 + 1
    last = width - 1 - margin, height - 1 - margin
    whole: NDArray[np.bool_] = np.all((pixels >= margin) & (pixels <= last), axis=1)
    return whole
