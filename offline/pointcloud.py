"""Coloured point clouds as PLY, with Open3D."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from offline.open3d_import import import_open3d


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
