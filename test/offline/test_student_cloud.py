"""A student's points as one cloud, with colours, uncertainty and errors that belong to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import SceneBundle
from offline.labels import Label, LabelDataset, LabelStore
from offline.pointcloud import Cloud
from offline.student_cloud import FEW, GrowingCloud, StudentCloud
from offline.truth import truth_of

Store = Callable[..., LabelDataset]


@pytest.fixture
def stored(tmp_path: Path) -> Store:
    def write(*labels: Label) -> LabelDataset:
        store = LabelStore(tmp_path / "labels")
        for label in labels:
            store.write(label)
        store.finish([label.name for label in labels])
        return LabelDataset(store)

    return write


def student_cloud(
    predictor: Predictor, dataset: LabelDataset, names: Sequence[str], voxel: float
) -> StudentCloud:
    """Of frames that were added one by one."""
    growing = GrowingCloud(voxel)
    for frame in map(dataset.load, names):
        truth = truth_of(frame)
        assert truth is not None
        growing.add(frame.image, predictor.predict(frame.image), truth)
    return growing.read()


def test_a_voxel_is_the_mean_of_all_that_was_seen_in_it(
    point_predictor: Predictor, stored: Store, make_label: Callable[..., Label]
) -> None:
    label = make_label("a", size=(96, 64))
    pose, lens = np.eye(4), np.array([[1e10, 0, 47.5], [0, 1e10, 31.5], [0, 0, 1]])
    pose[:3, 3] = 1, 2, 0
    depth = np.full((64, 96), 3.5, np.float16)
    depth[:, 48:] = 0  # half of the errors are unknown
    first = replace(label, image=np.full_like(label.image, 200), depth=depth, K=lens, T_world_camera=pose)
    second = replace(first, name="b", image=np.full_like(label.image, 100), depth=0 * depth)
    dataset = stored(first, second)
    cloud = student_cloud(point_predictor, dataset, ["a", "b"], 0.1)
    np.testing.assert_allclose(cloud.cloud.points, [[1, 2, 3]], rtol=1e-6)
    np.testing.assert_allclose(cloud.cloud.colours, [[150, 150, 150]])
    np.testing.assert_allclose(cloud.uncertainty, [1])
    np.testing.assert_allclose(cloud.errors, [0.5], rtol=1e-4)
    np.testing.assert_allclose(cloud.cloud.towards, [[0, 0, -1]], atol=1e-6)  # to the cameras at (1, 2, 0)
    assert np.isnan(student_cloud(point_predictor, dataset, ["b"], 0.1).errors).all()


def test_every_point_keeps_its_own_colour_uncertainty_and_error(
    tiny_bundle: SceneBundle, stored: Store, make_label: Callable[..., Label]
) -> None:
    predictor = Predictor(tiny_bundle, "cpu", "fp32")
    predictor.backend.student.scene_scale.fill_(10)
    label = make_label("a", size=(96, 64))
    dataset = stored(label)
    cloud = student_cloud(predictor, dataset, ["a"], 1e-6)
    said = predictor.predict(label.image)
    given = np.isfinite(said.points[..., 0])
    assert len(cloud.cloud.points) == pytest.approx(given.sum(), abs=3)  # hardly any two are so near
    nearest = np.linalg.norm(said.points[given][None] - cloud.cloud.points[:, None], axis=-1).argmin(axis=1)
    # Red is the column, green the row: of a block of two by two, 2 c + 0.5 and 2 r + 0.5.
    rows, columns = np.nonzero(given)
    expected = 2 * np.stack([columns, rows], axis=1)[nearest] + 0.5
    assert np.median(np.abs(cloud.cloud.colours[:, :2] - expected)) <= 0.5
    np.testing.assert_allclose(cloud.uncertainty, said.uncertainty[given][nearest], rtol=1e-3)
    depth = label.depth[::2, ::2].astype(np.float32)[given][nearest]
    rays = (expected - label.K[:2, 2]) / label.K[[0, 1], [0, 1]]
    true = label.T_world_camera[:3, 3] + np.c_[rays, np.ones(len(rays))] * depth[:, None]
    np.testing.assert_allclose(cloud.errors, np.linalg.norm(cloud.cloud.points - true, axis=1), atol=0.01)


def test_of_uncertain_points_a_thinned_cloud_has_few() -> None:
    count = 1000
    points = np.zeros((count, 3), np.float32)
    uncertainty = np.linspace(0, 1, count, dtype=np.float32)
    cloud = StudentCloud(Cloud(points, points, points, uncertainty), uncertainty, uncertainty)
    thin = cloud.thinned(100, 0.5)
    assert len(thin.errors) == 100
    assert (thin.uncertainty >= 0.5).sum() == FEW * 100
    np.testing.assert_array_equal(thin.cloud.weights, thin.uncertainty)
    assert len(np.unique(thin.uncertainty)) == 100
    assert len(cloud.thinned(5000, 0.5).errors) == count
    assert cloud.up_to(0.5).weights.max() < 0.5
