"""Pictures of clouds: a small software renderer for points, and matplotlib to arrange what it made."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from kd3d_ros.geometry import Array, Points, scale_intrinsics, transform_points

Picture = NDArray[np.uint8]

RENDER_SIZE = (640, 480)
SUPERSAMPLING = 2
SPLAT = 1.5
"""Side of the square that stands for a point, in pixels of the map that it comes from."""
BACKGROUND = (44, 48, 56)
NEAR_M = 0.05
MAX_ERROR_M = 0.3
"""Where the error map's colours end."""


def render_cloud(points: Points, colours: Picture, K: Array, T_camera_world: Array) -> Picture:
    """Picture (h, w, 3) of an organized cloud, as a pinhole camera of RENDER_SIZE sees it.

    points: (rows, columns, 3) world, NaN where there is none; colours alike.  Each point is a small
    square, darker where it lies behind its neighbours (eye-dome lighting: Boucheny 2009).
    """
    size = RENDER_SIZE[0] * SUPERSAMPLING, RENDER_SIZE[1] * SUPERSAMPLING
    K = scale_intrinsics(K, RENDER_SIZE, size)
    reach = round(SPLAT * size[0] / points.shape[1] / 2)
    seen = transform_points(T_camera_world, points.reshape(-1, 3))
    return smaller(render_points(seen, colours.reshape(-1, 3), K, size, reach)[0])


def render_points(
    points: Points, colours: Picture, K: Array, size: tuple[int, int], reach: int
) -> tuple[Picture, NDArray[np.float32]]:
    """Picture (h, w, 3) of points (n, 3) in the camera frame, and its depth image (h, w), inf where empty.

    size: (w, h).  Each point is a square that reaches so many pixels from its centre.
    """
    front = points[:, 2] > NEAR_M  # False for NaN
    points, colours = points[front], colours[front]
    order = np.argsort(-points[:, 2])  # of writes to one pixel the last stays: the nearest one
    points, colours = points[order], colours[order]
    depth = points[:, 2].astype(np.float32)
    u, v = np.rint(points @ K[:2].T / depth[:, None]).astype(np.intp).T
    width, height = size
    picture = np.empty((height, width, 3), np.uint8)
    picture[:] = BACKGROUND
    buffer = np.full((height, width), np.inf, np.float32)
    flat_picture, flat_buffer = picture.reshape(-1, 3), buffer.reshape(-1)
    for dv in range(-reach, reach + 1):
        for du in range(-reach, reach + 1):
            x, y = u + du, v + dv
            inside = np.flatnonzero((x >= 0) & (x < width) & (y >= 0) & (y < height))
            pixel = y[inside] * width + x[inside]
            nearer = depth[inside] < flat_buffer[pixel]
            pixel, point = pixel[nearer], inside[nearer]
            flat_picture[pixel], flat_buffer[pixel] = colours[point], depth[point]
    shaded = np.where(np.isfinite(buffer)[..., None], picture * eye_dome(buffer)[..., None], picture)
    return shaded.astype(np.uint8), buffer


def smaller(picture: Picture) -> Picture:
    """The picture at 1 / SUPERSAMPLING of its size: smooth edges."""
    size = picture.shape[1] // SUPERSAMPLING, picture.shape[0] // SUPERSAMPLING
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA)  # type: ignore[return-value]


def eye_dome(depth: NDArray[np.float32], radius_px: int = 2, strength: float = 4.0) -> NDArray[np.float32]:
    """Brightness (h, w) in 0..1 of a depth image (inf where empty): low beside nearer neighbours."""
    log_depth = np.where(np.isfinite(depth), np.log2(depth), np.nan)
    behind = np.zeros_like(depth)
    padded = np.pad(log_depth, radius_px, mode="edge")
    height, width = depth.shape
    for dy, dx in ((0, 1), (2, 1), (1, 0), (1, 2)):
        top, left = dy * radius_px, dx * radius_px
        neighbour = padded[top : top + height, left : left + width]
        behind += np.nan_to_num(log_depth - neighbour).clip(0, 0.25)
    shade: NDArray[np.float32] = np.exp(-strength * behind / 4)
    return shade


def viewer(T_world_camera: Array, points: Points, orbit_deg: float = 18.0, distance: float = 0.2) -> Array:
    """World-to-viewer of one beside, above and behind a camera, looking at what it looks at.

    points: (..., 3) world; `distance` is the step back as a share of their median distance.
    """
    depth = float(np.nanmedian(np.linalg.norm(points.reshape(-1, 3) - T_world_camera[:3, 3], axis=1)))
    pivot, turn, back = np.eye(4), np.eye(4), np.eye(4)
    pivot[2, 3] = depth
    turn[:3, :3] = Rotation.from_euler("xyz", [-orbit_deg / 2, orbit_deg, 0.0], degrees=True).as_matrix()
    back[2, 3] = -distance * depth
    T_world_viewer = T_world_camera @ pivot @ turn @ np.linalg.inv(pivot) @ back
    T_viewer_world: Array = np.linalg.inv(T_world_viewer).astype(np.float64)
    return T_viewer_world


def comparison(file: Path, rows: list[tuple[str, list[Picture], Points]]) -> Path:
    """PNG with a row per frame: input, true cloud, student cloud, and its error map (h, w) in metres."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    titles = ("camera image", "true cloud (sensor)", "student's cloud", "error")
    figure, axes = pyplot.subplots(
        len(rows), 4, figsize=(16, 2.85 * len(rows) + 0.4), squeeze=False, layout="constrained"
    )
    colours = pyplot.get_cmap("turbo").with_extremes(bad="0.85")
    for row, (label, pictures, errors) in zip(axes, rows, strict=True):
        for axis, picture in zip(row[:3], pictures, strict=True):
            axis.imshow(picture, aspect="equal")
        shown = row[3].imshow(errors * 100, cmap=colours, vmin=0, vmax=MAX_ERROR_M * 100)
        row[0].set_ylabel(label, fontsize=13)
        for axis in row:
            axis.set(xticks=[], yticks=[])
            axis.spines[:].set_visible(False)
    for axis, title in zip(axes[0], titles, strict=True):
        axis.set_title(title, fontsize=13)
    bar = figure.colorbar(shown, ax=axes[:, 3], extend="max", shrink=0.8, pad=0.02)
    bar.set_label("distance to the true point, cm (grey: no true or no student's point)", fontsize=11)
    figure.savefig(file, dpi=80, pil_kwargs={"optimize": True})
    pyplot.close(figure)
    return file
