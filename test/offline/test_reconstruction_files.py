"""What a finished reconstruction is exported as."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

from offline.labels import LabelError, LabelStore
from offline.open3d_import import import_open3d
from offline.reconstruction_files import export_reconstruction, read_cameras


def test_cloud_picture_and_model_are_written(
    tmp_path: Path, write_labels: Callable[..., LabelStore], caplog: pytest.LogCaptureFixture
) -> None:
    store, out = write_labels(tmp_path), tmp_path / "out"
    (out / "colmap" / "images").mkdir(parents=True)
    (out / "colmap" / "images" / "older.jpg").touch()
    with caplog.at_level(logging.INFO):
        written = export_reconstruction(store, out, keyframes={"frame-000000", "frame-000003"})
    assert written == [out / "reconstruction.ply", out / "reconstruction.png", out / "colmap"]
    assert sorted(path.name for path in out.iterdir()) == [
        "colmap",
        "reconstruction.ply",
        "reconstruction.png",
    ]
    cloud = import_open3d().io.read_point_cloud(str(written[0]))
    assert f"{len(cloud.points)} points" in caplog.text
    assert np.asarray(cloud.points)[:, 2].min() == pytest.approx(1.0, abs=0.05)  # the plane, from 2 m away
    assert cv2.imread(str(written[1])) is not None
    files = {"cameras.txt", "images.txt", "points3D.txt", "images"}
    assert {path.name for path in written[2].iterdir()} == files
    assert len(list((written[2] / "images").iterdir())) == 6


def test_all_frames_are_keyframes_unless_told(
    tmp_path: Path, write_labels: Callable[..., LabelStore]
) -> None:
    store = write_labels(tmp_path, 3)
    assert [one.is_keyframe for one in read_cameras(store)] == [True] * 3
    cameras = read_cameras(store, ["frame-000001"])
    assert [one.is_keyframe for one in cameras] == [False, True, False]
    assert cameras[2].size == (128, 96)
    assert cameras[2].T_world_camera[0, 3] == pytest.approx(0.2)


def test_incomplete_labels_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LabelError, match=r"labels\.yaml: missing"):
        export_reconstruction(LabelStore(tmp_path / "labels"), tmp_path)
