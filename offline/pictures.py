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
    columns = points.shape[1]
    seen = transform_points(T_camera_world, points.reshape(-1, 3))
    front = seen[:, 2] > NEAR_M  # False for NaN
    seen, colours = seen[front], colours.reshape(-1, 3)[front]
    order = np.argsort(-seen[:, 2])  # painter's algorithm: of writes to one pixel the last, nearest one stays
    seen, colours = seen[order], colours[order]
    depth = seen[:, 2]
    centre = seen @ K[:2].T / depth[:, None]
    reach = round(SPLAT * size[0] / columns / 2)
    picture = np.empty((size[1], size[0], 3), np.uint8)
    picture[:] = BACKGROUND
    buffer = np.full((size[1], size[0]), np.inf, np.float32)
    flat_pixel, flat_point = _squares(centre, reach, size)
    picture.reshape(-1, 3)[flat_pixel] = colours[flat_point]
    buffer.reshape(-1)[flat_pixel] = depth[flat_point]
    shaded = np.where(np.isfinite(buffer)[..., None], picture * eye_dome(buffer)[..., None], picture)
    small: Picture = cv2.resize(shaded.astype(np.uint8), RENDER_SIZE, interpolation=cv2.INTER_AREA)  # type: ignore[assignment]
    return small


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
    bar.set_label("distance to the true point, cm (grey: sensor saw nothing)", fontsize=11)
    figure.savefig(file, dpi=80, pil_kwargs={"optimize": True})
    pyplot.close(figure)
    return file


def _squares(
    centre: NDArray[np.float32], reach: int, size: tuple[int, int]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Flat pixel and point index of every pixel within `reach` of every point, in the points' order."""
    width, height = size
    offsets = np.arange(-reach, reach + 1)
    u, v = (np.rint(centre[:, i]).astype(np.intp)[:, None] + offsets for i in (0, 1))
    pixel = v[:, :, None] * width + u[:, None, :]
    inside = ((v >= 0) & (v < height))[:, :, None] & ((u >= 0) & (u < width))[:, None, :]
    point = np.broadcast_to(np.arange(len(centre))[:, None, None], inside.shape)
    return pixel[inside], point[inside]
