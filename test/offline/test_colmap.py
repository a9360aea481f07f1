"""COLMAP models of views along a textured wall, where everything can be computed by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from offline.colmap import world_to_camera, write_colmap
from offline.labels import Label, LabelStore
from offline.tracks import find_tracks

K = np.array([[100.0, 0, 63.5], [0, 100.0, 47.5], [0, 0, 1]])
SHIFT = 5
"""Pixels between two views: 0.1 m at 2 m and 100 px."""


def wall_label(index: int, name: str) -> Label:
    """A wall 2 m before a camera that moved right by 0.1 m a frame: the image moves left by 5 px a frame."""
    noise = np.random.default_rng(0).integers(0, 256, (24, 64), np.uint8)
    texture = cv2.resize(noise, (256, 96), interpolation=cv2.INTER_CUBIC)
    grey = texture[:, SHIFT * index : SHIFT * index + 128]
    pose = np.eye(4)
    pose[:3, 3] = 0.1 * index, 0, 0
    depth = np.full((96, 128), 2, np.float16)
    return Label(name, np.repeat(grey[..., None], 3, axis=-1), depth, np.ones_like(depth), K, pose)


def write_store(path: Path, labels: list[Label]) -> LabelStore:
    store = LabelStore(path)
    for label in labels:
        store.write(label)
    store.finish([label.name for label in labels])
    return store


@pytest.fixture
def store(tmp_path: Path) -> LabelStore:
    return write_store(tmp_path / "labels", [wall_label(i, f"walk/frame {i}") for i in range(5)])


class Model:
    """The three text files, parsed as COLMAP's documentation says."""

    def __init__(self, folder: Path) -> None:
        lines = {
            name: [
                line for line in (folder / f"{name}.txt").read_text().split("\n") if not line.startswith("#")
            ][:-1]
            for name in ("cameras", "images", "points3D")
        }
        self.cameras = {int(line.split()[0]): line.split()[1:] for line in lines["cameras"]}
        self.images, self.points2d = {}, {}
        for head, points in zip(lines["images"][::2], lines["images"][1::2], strict=True):
            image_id, *fields = head.split()
            self.images[int(image_id)] = fields
            self.points2d[int(image_id)] = np.array(points.split(), float).reshape(-1, 3)
        self.points = {int(line.split()[0]): np.array(line.split()[1:], float) for line in lines["points3D"]}

    def project(self, image_id: int, point: np.ndarray) -> np.ndarray:
        """Pixel in COLMAP's convention."""
        *pose, camera_id, _ = self.images[image_id]
        w, *xyz = np.array(pose[:4], float)
        seen = Rotation.from_quat([*xyz, w]).as_matrix() @ point + np.array(pose[4:], float)
        fx, fy, cx, cy = (float(value) for value in self.cameras[int(camera_id)][3:])
        return np.array([fx * seen[0] / seen[2] + cx, fy * seen[1] / seen[2] + cy])


def test_world_to_camera_by_hand() -> None:
    # The camera is at (1, 2, 3) and turned by 90 degrees about z: its x axis is the world's y.
    pose = np.array([[0, -1, 0, 1], [1, 0, 0, 2], [0, 0, 1, 3], [0, 0, 0, 1.0]])
    half = np.sqrt(0.5)
    # The inverse turns by -90 degrees; from the camera, the world's origin is at (-2, 1, -3).
    expected = [half, 0, 0, -half, -2, 1, -3]
    np.testing.assert_allclose(world_to_camera(pose), expected, atol=1e-12)


def test_cameras_count_pixels_from_the_corner(store: LabelStore, tmp_path: Path) -> None:
    model = Model(write_colmap(tmp_path / "colmap", store))
    assert model.cameras == {1: ["PINHOLE", "128", "96", "100", "100", "64", "48"]}


def test_each_distinct_camera_is_listed_once(tmp_path: Path) -> None:
    labels = [wall_label(i, str(i)) for i in range(3)]
    labels[1] = replace(labels[1], K=K * [[2], [2], [1]])
    model = Model(write_colmap(tmp_path / "colmap", write_store(tmp_path / "labels", labels)))
    assert [model.images[i][7] for i in (1, 2, 3)] == ["1", "2", "1"]
    assert model.cameras[2] == ["PINHOLE", "128", "96", "200", "200", "127.5", "95.5"]


def test_images_have_poses_and_files(store: LabelStore, tmp_path: Path) -> None:
    model = Model(write_colmap(tmp_path / "colmap", store))
    pose, name = model.images[3][:7], model.images[3][8]
    np.testing.assert_allclose(np.array(pose, float), [1, 0, 0, 0, -0.2, 0, 0], atol=1e-9)
    assert name == "walk/frame%202.jpg"
    image = cv2.imread(str(tmp_path / "colmap" / "images" / name))
    assert np.abs(image.astype(int) - store.read("walk/frame 2").image).mean() < 5


def test_points_and_images_refer_to_each_other_and_reproject(store: LabelStore, tmp_path: Path) -> None:
    model = Model(write_colmap(tmp_path / "colmap", store))
    assert len(model.points) > 100
    listed = 0
    for point_id, (x, y, z, *_, error), track in (
        (i, values[:7], values[7:].astype(int).reshape(-1, 2)) for i, values in model.points.items()
    ):
        assert z == pytest.approx(2)
        assert len(set(track[:, 0])) == len(track)
        errors = []
        for image_id, index in track:
            u, v, back = model.points2d[image_id][index]
            assert back == point_id
            errors.append(np.linalg.norm(model.project(image_id, np.array([x, y, z])) - (u, v)))
        assert max(errors) <= 1.5
        assert error == pytest.approx(np.mean(errors), abs=1e-3)
        listed += len(track)
    assert listed == sum(len(points) for points in model.points2d.values())
    assert listed > 2 * len(model.points)


def test_a_point_is_seen_where_the_wall_has_moved_to(store: LabelStore) -> None:
    tracks = find_tracks(store, 500)
    shared = [track for track in tracks if len(track.pixels) > 1]
    assert len(shared) > 100
    for track in shared:
        columns = {int(name[-1]): pixel[0] for name, pixel in track.pixels.items()}
        shifts = [u + SHIFT * i for i, u in columns.items()]
        assert np.ptp(shifts) < 0.5
        assert track.point[0] == pytest.approx((np.median(shifts) - 63.5) * 2 / 100, abs=0.01)


def test_a_view_that_sees_something_else_does_not_observe_the_point(tmp_path: Path) -> None:
    labels = [wall_label(i, str(i)) for i in range(3)]
    labels[1] = replace(labels[1], depth=np.full((96, 128), 1.8, np.float16))  # 10 % nearer
    tracks = find_tracks(write_store(tmp_path, labels), 300)
    pairs = {tuple(sorted(track.pixels)) for track in tracks}
    assert ("0", "2") in pairs
    assert not any("1" in pair and len(pair) > 1 for pair in pairs)


def test_what_is_seen_far_from_where_a_point_projects_is_not_it(tmp_path: Path) -> None:
    labels = [wall_label(i, str(i)) for i in range(2)]
    for off_px, observed in ((1.0, True), (3.0, False)):
        labels[1].T_world_camera[0, 3] = 0.1 + off_px * 2 / 100
        tracks = find_tracks(write_store(tmp_path / str(off_px), labels), 300)
        assert any(len(track.pixels) == 2 for track in tracks) == observed


def test_the_number_of_points_is_bounded_and_every_frame_has_its_share(store: LabelStore) -> None:
    tracks = find_tracks(store, 50)
    assert 45 <= len(tracks) <= 50
    assert {name for track in tracks for name in track.pixels} == {f"walk/frame {i}" for i in range(5)}


def test_pixels_without_confidence_give_no_points(tmp_path: Path) -> None:
    label = wall_label(0, "a")
    confidence = label.confidence.copy()
    confidence[:, :64] = 0
    (tracks,) = [find_tracks(write_store(tmp_path, [replace(label, confidence=confidence)]), 100)]
    assert tracks
    assert min(track.pixels["a"][0] for track in tracks) >= 63.5


def test_colmap_s_own_reader_agrees(store: LabelStore, tmp_path: Path) -> None:
    pycolmap = pytest.importorskip("pycolmap")
    folder = write_colmap(tmp_path / "colmap", store)
    model = pycolmap.Reconstruction(str(folder))
    assert (model.num_images(), model.num_cameras()) == (5, 1)
    for image in model.images.values():
        for point in image.points2D:
            projected = image.project_point(model.points3D[point.point3D_id].xyz)
            assert np.linalg.norm(projected - point.xy) <= 1.5
