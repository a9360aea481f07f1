"""PLY files are read back by Open3D as they were."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from offline.open3d_import import import_open3d
from offline.pointcloud import ply_bytes, write_ply

Cloud = tuple[np.ndarray, np.ndarray]


@pytest.fixture
def cloud() -> Cloud:
    rng = np.random.default_rng(0)
    points = rng.normal(size=(20, 3)).astype(np.float32)
    points[3], points[7, 1] = np.nan, np.inf
    return points, rng.integers(0, 256, (20, 3), dtype=np.uint8)


def test_finite_points_come_back_with_their_colours(tmp_path: Path, cloud: Cloud) -> None:
    points, colours = cloud
    file = write_ply(tmp_path / "cloud.ply", points, colours)
    read = import_open3d().t.io.read_point_cloud(str(file))
    kept = np.isfinite(points).all(axis=1)
    assert kept.sum() == 18
    np.testing.assert_array_equal(read.point.positions.numpy(), points[kept])
    np.testing.assert_array_equal(read.point.colors.numpy(), colours[kept])


def test_bytes_are_the_file_s(tmp_path: Path, cloud: Cloud) -> None:
    content = ply_bytes(*cloud)
    assert content.startswith(b"ply\nformat binary_little_endian")
    assert content == write_ply(tmp_path / "cloud.ply", *cloud).read_bytes()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, cloud: Cloud) -> None:
    with pytest.raises(OSError, match=r"nowhere/cloud\.ply"):
        write_ply(tmp_path / "nowhere" / "cloud.ply", *cloud)
