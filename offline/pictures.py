"""Pictures of clouds: rendered on the CPU by Open3D's z-buffer, arranged by matplotlib."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from kd3d_ros.geometry import Array, Points
from offline.open3d_import import import_open3d

RENDER_SIZE = (480, 360)
SPLAT_PX = 4
MAX_ERROR_M = 0.3
"""Where the error map's colours end."""


def render_cloud(
    points: Points, colours: NDArray[np.uint8], K: Array, T_camera_world: Array
) -> NDArray[np.uint8]:
    """Picture (h, w, 3) of points (..., 3) with colours (..., 3), as a camera of RENDER_SIZE sees them."""
    o3d = import_open3d()
    width, height = RENDER_SIZE
    points, colours = points.reshape(-1, 3), colours.reshape(-1, 3)
    finite = np.isfinite(points).all(axis=1)
    cloud = o3d.t.geometry.PointCloud(o3d.core.Tensor(np.ascontiguousarray(points[finite], dtype=np.float32)))
    cloud.point["colors"] = o3d.core.Tensor(np.ascontiguousarray(colours[finite], dtype=np.float32) / 255)
    rgbd = cloud.project_to_rgbd_image(
        width, height, o3d.core.Tensor(K), o3d.core.Tensor(T_camera_world), depth_scale=1.0, depth_max=50.0
    )
    depth: Points = rgbd.depth.as_tensor().numpy()[..., 0]
    picture: Points = rgbd.color.as_tensor().numpy()
    return _splatted(picture, depth)


def behind(T_world_camera: Array, points: Points, distance: float = 0.6, orbit_deg: float = 12.0) -> Array:
    """World-to-camera of a viewer a little behind and beside a camera, turning about what it looks at."""
    depth = float(np.nanmedian(np.linalg.norm(points.reshape(-1, 3) - T_world_camera[:3, 3], axis=1)))
    pivot: Array = np.eye(4)
    pivot[2, 3] = depth
    turn = np.eye(4)
    turn[:3, :3] = Rotation.from_euler("xyz", [-orbit_deg / 2, orbit_deg, 0.0], degrees=True).as_matrix()
    back = np.eye(4)
    back[2, 3] = -distance
    viewer = T_world_camera @ pivot @ turn @ np.linalg.inv(pivot) @ back
    T_viewer_world: Array = np.linalg.inv(viewer).astype(np.float64)
    return T_viewer_world


def comparison(file: Path, rows: list[tuple[str, list[NDArray[np.uint8]], Points]]) -> Path:
    """PNG with a row per frame: input, true cloud, student cloud, and its error map (h, w) in metres."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    titles = ("input", "true cloud", "student cloud", "error")
    figure, axes = pyplot.subplots(
        len(rows), 4, figsize=(16, 3.3 * len(rows)), squeeze=False, layout="constrained"
    )
    for row, (label, pictures, errors) in zip(axes, rows, strict=True):
        for axis, picture in zip(row[:3], pictures, strict=True):
            axis.imshow(picture)
        shown = row[3].imshow(errors * 100, cmap="magma", vmin=0, vmax=MAX_ERROR_M * 100)
        row[3].set_facecolor("0.8")
        figure.colorbar(shown, ax=row[3], label="cm", extend="max")
        row[0].set_ylabel(label)
        for axis in row:
            axis.set(xticks=[], yticks=[])
    for axis, title in zip(axes[0], titles, strict=True):
        axis.set_title(title)
    figure.savefig(file, dpi=90)
    pyplot.close(figure)
    return file


def _splatted(picture: NDArray[np.float32], depth: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Each rendered point spread over SPLAT_PX pixels, the nearest surface in front."""
    best = np.where(depth > 0, depth, np.inf)
    colours = picture.copy()
    height, width = depth.shape
    for dy in range(SPLAT_PX):
        for dx in range(SPLAT_PX):
            moved_depth = np.full_like(best, np.inf)
            moved_depth[dy:, dx:] = np.where(depth > 0, depth, np.inf)[: height - dy, : width - dx]
            nearer = moved_depth < best - 0.02
            shifted = np.zeros_like(picture)
            shifted[dy:, dx:] = picture[: height - dy, : width - dx]
            best, colours = np.where(nearer, moved_depth, best), np.where(nearer[..., None], shifted, colours)
    colours[~np.isfinite(best)] = 1.0
    return (255 * colours.clip(0, 1)).astype(np.uint8)
