"""The picture of a reconstruction: its cloud, and in it the cameras that saw it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Array, Points, transform_points
from offline.pictures import SUPERSAMPLING, Picture, render_points, smaller
from offline.pointcloud import Cloud

SIZE = (960, 720)
FOCAL_PX = 1100.0
MARGIN = 0.94
"""Share of the picture that the scene fills."""
OBLIQUE_DEG, TOP_DEG = 45.0, 89.0
"""Heights from which the scene is seen."""
OUTLIERS_PERCENT = 0.5
"""So much of the cloud is cut away at each end of each axis."""
FRUSTA = 60
"""At most so many keyframes, and as many other frames, are drawn."""
FRUSTUM = 0.035
"""Depth of a keyframe's frustum as a share of the scene's diagonal."""
PATH_COLOUR = (225, 225, 225)
REGISTERED_COLOUR = (255, 150, 220)
REGISTERED_SIZE = 0.5
TIME_COLOURS = "turbo"
HIDDEN = 0.3
"""Opacity of a line behind a surface."""
MAX_REACH = 6


@dataclass(frozen=True)
class Camera:
    """A camera of the reconstruction.  size: (width, height) of the image that K (3, 3) is of."""

    name: str
    K: Array
    size: tuple[int, int]
    T_world_camera: Array
    is_keyframe: bool


@dataclass(frozen=True)
class Lines:
    """Segments (n, 2, 3) with a colour (n, 3) each; the later ones are drawn over the earlier."""

    segments: Points
    colours: Picture


def draw(file: Path, cloud: Cloud, cameras: Sequence[Camera], up: Array | None = None) -> Path:
    """PNG of the scene from an oblique bird's-eye view and from the top.

    `cameras` in order of time; keyframes are coloured by it.  up: (3,) in the world; None = what is up in
    the images on average.
    """
    if up is None:
        up = mean_up(cameras)
    cloud = without_outliers(cloud)
    lines = camera_lines(cameras, FRUSTUM * float(np.linalg.norm(np.ptp(cloud.points, axis=0))))
    ahead = best_ahead(cloud, up)
    return _arrange(file, [view(cloud, lines, up, ahead, e) for e in (OBLIQUE_DEG, TOP_DEG)], cameras)


def view(cloud: Cloud, lines: Lines, up: Array, ahead: Array, elevation_deg: float) -> Picture:
    """Picture (h, w, 3) of the scene from outside, looking along `ahead` (3,) and down from so high."""
    points = np.concatenate([cloud.points, lines.segments.reshape(-1, 3)])
    return view_from(fitted(points, looking(up, ahead, elevation_deg)), cloud, lines)


def view_from(T: Array, cloud: Cloud, lines: Lines) -> Picture:
    """Picture (h, w, 3) of the scene from where the world-to-viewer `T` (4, 4) says.

    Surfaces that turn their back on the viewer are left out: the ceiling, and the walls on the near side.
    """
    viewer = (-T[:3, :3].T @ T[:3, 3]).astype(np.float32)
    faces = ((viewer - cloud.points) * cloud.towards).sum(axis=1) > 0
    points = transform_points(T, cloud.points[faces])
    size = SIZE[0] * SUPERSAMPLING, SIZE[1] * SUPERSAMPLING
    f = FOCAL_PX * SUPERSAMPLING
    K = np.array([[f, 0, (size[0] - 1) / 2], [0, f, (size[1] - 1) / 2], [0, 0, 1]])
    reach = 1 + int(np.ceil((size[0] * size[1] / 4 / max(1, len(points))) ** 0.5).clip(1, MAX_REACH))
    picture, depth = render_points(points, cloud.colours[faces].astype(np.uint8), K, size, reach)
    overlay(picture, depth, Lines(transform_points(T, lines.segments), lines.colours), K)
    return smaller(picture)


def mean_up(cameras: Sequence[Camera]) -> Array:
    """(3,), of length 1, in the world: what is up in the images on average."""
    up = -np.mean([camera.T_world_camera[:3, 1] for camera in cameras], axis=0)
    return np.asarray(up / np.linalg.norm(up))


def camera_lines(cameras: Sequence[Camera], depth: float) -> Lines:
    """The path, then small frusta of the registered frames, then those of keyframes, `depth` deep."""
    segments: list[Points] = [np.empty((0, 2, 3), np.float32)]
    colours: list[Picture] = [np.empty((0, 3), np.uint8)]

    def add(drawn: Array | Points, colour: Sequence[int] | Picture) -> None:
        segments.append(drawn.astype(np.float32))
        colours.append(np.broadcast_to(np.asarray(colour, np.uint8), (len(drawn), 3)))

    for first, second in pairwise(cameras):
        if first.name.rpartition("/")[0] == second.name.rpartition("/")[0]:  # of one sequence
            add(np.stack([first.T_world_camera[:3, 3], second.T_world_camera[:3, 3]])[None], PATH_COLOUR)
    times = _colours_of_time(len(cameras))
    is_keyframe = np.array([camera.is_keyframe for camera in cameras])
    for i in _evenly(np.flatnonzero(~is_keyframe)):
        add(frustum(cameras[i], REGISTERED_SIZE * depth), REGISTERED_COLOUR)
    for i in _evenly(np.flatnonzero(is_keyframe)):
        add(frustum(cameras[i], depth), times[i])
    return Lines(np.concatenate(segments), np.concatenate(colours))


def frustum(camera: Camera, depth: float) -> Points:
    """The 8 edges (8, 2, 3) of what a camera sees up to `depth`, world."""
    width, height = camera.size
    u, v = np.array([-0.5, width - 0.5]), np.array([-0.5, height - 0.5])
    pixels = np.array([[u[0], v[0], 1], [u[1], v[0], 1], [u[1], v[1], 1], [u[0], v[1], 1]])
    corners = depth * pixels @ np.linalg.inv(camera.K).T
    edges = [(np.zeros(3), corner) for corner in corners]
    edges += [(corners[i], corners[(i + 1) % 4]) for i in range(4)]
    return transform_points(camera.T_world_camera, np.array(edges, dtype=np.float32))


def overlay(picture: Picture, depth: NDArray[np.float32], lines: Lines, K: Array, reach: int = 1) -> None:
    """Draw lines, in the camera frame and in front of it, into a picture; faintly where they are hidden."""
    height, width = depth.shape
    ends = lines.segments @ K.T.astype(np.float32)
    pixels = ends[..., :2] / ends[..., 2:]
    count = 2 + np.linalg.norm(pixels[:, 1] - pixels[:, 0], axis=1).astype(int)
    line = np.repeat(np.arange(len(count)), count)
    share = (np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count)) / (count[line] - 1)
    along = ends[line, 0] + share[:, None] * (ends[line, 1] - ends[line, 0])
    u, v = np.rint(along[:, :2] / along[:, 2:]).astype(int).T
    for dv in range(-reach, reach + 1):
        for du in range(-reach, reach + 1):
            inside = (u + du >= 0) & (u + du < width) & (v + dv >= 0) & (v + dv < height)
            at = v[inside] + dv, u[inside] + du
            opacity = np.where(along[inside, 2] <= depth[at] * 1.01, 1.0, HIDDEN)[:, None]
            colours = lines.colours[line[inside]]
            picture[at] = (opacity * colours + (1 - opacity) * picture[at]).astype(np.uint8)


def looking(up: Array, ahead: Array, elevation_deg: float) -> Array:
    """Rotation (3, 3), world to viewer, of one who looks along the horizontal `ahead` and down by so much."""
    up, elevation = up / np.linalg.norm(up), np.radians(elevation_deg)
    right = np.cross(ahead, up)
    right /= np.linalg.norm(right)
    forward = np.cos(elevation) * np.cross(up, right) - np.sin(elevation) * up
    return np.stack([right, np.cross(forward, right), forward])


def best_ahead(cloud: Cloud, up: Array) -> Array:
    """The horizontal direction across the scene's long side, the way that more surfaces face."""
    R = looking(up, np.eye(3)[np.argmin(np.abs(up))], 90.0)  # seen from the top, in any direction
    corners = cv2.boxPoints(cv2.minAreaRect((cloud.points[::10] @ R[:2].T).astype(np.float32)))
    sides = corners[1] - corners[0], corners[2] - corners[1]
    ahead: Array = min(sides, key=lambda side: float(np.linalg.norm(side))) @ R[:2]
    facing = [(cloud.towards @ looking(up, sign * ahead, OBLIQUE_DEG)[2] < 0).sum() for sign in (1, -1)]
    return ahead if facing[0] >= facing[1] else -ahead


def fitted(points: Points, R: Array) -> Array:
    """World-to-viewer (4, 4) of rotation `R` from where all points are just within the picture."""
    seen = points @ R.T
    centre = (seen.min(axis=0) + seen.max(axis=0)) / 2
    reach = np.abs(seen - centre)[:, :2] * FOCAL_PX / (MARGIN * np.array(SIZE) / 2)
    T = np.eye(4)
    T[:3, :3], T[:3, 3] = R, -centre
    T[2, 3] += (reach.max(axis=1) - (seen - centre)[:, 2]).max()
    return T


def without_outliers(cloud: Cloud) -> Cloud:
    """The cloud less what lies far from the rest of it along an axis."""
    if not len(cloud.points):
        return cloud
    low, high = np.percentile(cloud.points, [OUTLIERS_PERCENT, 100 - OUTLIERS_PERCENT], axis=0)
    return cloud[((cloud.points >= low) & (cloud.points <= high)).all(axis=1)]


def _evenly(indices: NDArray[np.intp]) -> NDArray[np.intp]:
    chosen = np.linspace(0, len(indices) - 1, min(FRUSTA, len(indices))).round().astype(int)
    return indices[chosen]


def _colours_of_time(count: int) -> Picture:
    import matplotlib

    colours: Picture = matplotlib.colormaps[TIME_COLOURS](np.linspace(0, 1, count), bytes=True)[:, :3]
    return colours


def _arrange(file: Path, pictures: Sequence[Picture], cameras: Sequence[Camera]) -> Path:
    """The pictures side by side, over the colours' meaning."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    width, height = len(pictures) * SIZE[0] / 100, SIZE[1] / 100
    figure, axes = pyplot.subplots(1, len(pictures), figsize=(width, height + 0.7), layout="constrained")
    for axis, picture in zip(axes, pictures, strict=True):
        axis.imshow(picture)
        axis.set_axis_off()
    keyframes = sum(camera.is_keyframe for camera in cameras)
    scale = matplotlib.cm.ScalarMappable(matplotlib.colors.Normalize(0, len(cameras) - 1), TIME_COLOURS)
    bar = figure.colorbar(scale, ax=axes, location="bottom", aspect=60, shrink=0.4, pad=0.01)
    others = len(cameras) - keyframes
    label = f"frame, in order of time ({keyframes} keyframes"
    bar.set_label(label + (f"; pink: {others} frames registered to them)" if others else ")"))
    figure.savefig(file, dpi=100, format="png")
    pyplot.close(figure)
    return file
