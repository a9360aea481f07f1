"""Clouds against clouds, and the paper's metric, by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kd3d_ros.geometry import rotation_matrix
from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import SceneBundle
from offline.fidelity import cloud_scores, fidelity, nearest_distances
from offline.labels import Label, LabelDataset, LabelStore
from offline.truth import NoTruthError

SIZE = (96, 64)
ALONG_Z = np.array([[1e10, 0, 47.5], [0, 1e10, 31.5], [0, 0, 1]])
"""A lens so long that all rays are one: what is d away from a camera at (x, y, z) is at (x, y, z + d)."""
IMAGE = np.random.default_rng(0).integers(0, 256, (*SIZE[::-1], 3), np.uint8)
Store = Callable[..., LabelDataset]
CLOUDS = arrays(np.int64, st.tuples(st.integers(1, 12), st.just(3)), elements=st.integers(-3, 3))
STEP_M = 0.04
"""Of a lattice: no two of its points are as far apart as a threshold, which would be a matter of rounding."""


@pytest.fixture
def said(tmp_path: Path) -> Store:
    """A store of labels with such depths (h, w), seen along z from `camera`."""

    def write(*depths: np.ndarray, camera: tuple[float, ...] = (1, 2, 0)) -> LabelDataset:
        store = LabelStore(tmp_path / "labels")
        pose = np.eye(4)
        pose[:3, 3] = camera
        for n, depth in enumerate(depths):
            store.write(Label(str(n), IMAGE, depth.astype(np.float16), np.ones_like(depth), ALONG_Z, pose))
        store.finish([str(n) for n in range(len(depths))])
        return LabelDataset(store)

    return write


def depth(metres: float) -> np.ndarray:
    return np.full(SIZE[::-1], metres)


def test_figures_of_a_student_who_says_the_same_everywhere(point_predictor: Predictor, said: Store) -> None:
    half = depth(3.0625)
    half[:, 48:] = 0  # unknown
    dataset = said(half, depth(3.265625))
    figures = fidelity(point_predictor, dataset, dataset.names("test"))
    assert figures == {
        "frames": 2,
        # 768 points are off by 1/16 m in one of three coordinates, 1536 by 17/64
        "mse_m2": pytest.approx((768 / 16**2 + 1536 * (17 / 64) ** 2) / 2304 / 3, rel=1e-4),
        "point_error_m": {
            "median": pytest.approx(17 / 64, rel=1e-4),
            "mean": pytest.approx((768 / 16 + 1536 * 17 / 64) / 2304, rel=1e-4),
            "p90": pytest.approx(17 / 64, rel=1e-4),
        },
        "accuracy_5cm": 0.0,
        "completeness_5cm": 0.0,
        "f_score_5cm": 0.0,
        "accuracy_10cm": 1.0,
        "completeness_10cm": 0.5,
        "f_score_10cm": pytest.approx(2 / 3),
    }


def test_what_the_reference_does_not_know_does_not_count(tiny_bundle: SceneBundle, said: Store) -> None:
    predictor = Predictor(tiny_bundle, "cpu", "fp32")
    predictor.backend.student.scene_scale.fill_(100)  # its points are all over the place
    points = predictor.predict(IMAGE).points
    row, column = np.argwhere(np.isfinite(points[..., 0]))[100]
    x, y, z = points[row, column]
    one_pixel = depth(0)
    one_pixel[2 * row : 2 * row + 2, 2 * column : 2 * column + 2] = 2
    dataset = said(one_pixel, camera=(x, y, z - 2))
    figures = fidelity(predictor, dataset, dataset.names("test"))
    assert figures["point_error_m"]["p90"] < 1e-4
    assert figures["accuracy_5cm"] == figures["completeness_5cm"] == 1
    far = np.linalg.norm(points - points[row, column], axis=-1) > 0.1
    assert far.sum() > 500


def test_frames_without_depth_are_no_reference(point_predictor: Predictor, said: Store) -> None:
    dataset = said(depth(0))
    with pytest.raises(NoTruthError, match="labels: none of 1 frames has depth, pose and intrinsics"):
        fidelity(point_predictor, dataset, dataset.names("test"))


def test_scores_by_hand() -> None:
    student = np.float32([[0, 0, 0], [1, 0, 0], [2, 0, 0.07]])
    reference = np.float32([[0, 0, 0.04], [2, 0, 0], [5, 0, 0], [7, 0, 0]])
    assert cloud_scores(student, reference) == {
        "accuracy_5cm": pytest.approx(1 / 3),
        "completeness_5cm": pytest.approx(1 / 4),
        "f_score_5cm": pytest.approx(2 / 7),
        "accuracy_10cm": pytest.approx(2 / 3),
        "completeness_10cm": pytest.approx(1 / 2),
        "f_score_10cm": pytest.approx(4 / 7),
    }


def test_a_threshold_is_not_near_itself() -> None:
    at_one, at_half = np.float32([[1, 0, 0]]), np.float32([[0.5, 0, 0]])
    assert cloud_scores(at_one, at_half, [0.5])["f_score_50cm"] == 0


def test_an_empty_cloud_scores_nothing() -> None:
    nothing, something = np.zeros((0, 3), np.float32), np.ones((4, 3), np.float32)
    assert set(cloud_scores(nothing, something).values()) == {0.0}
    assert set(cloud_scores(something, nothing).values()) == {0.0}
    assert (nearest_distances(something, nothing) == np.inf).all()


@settings(max_examples=20, deadline=None)
@given(CLOUDS, CLOUDS)
def test_exchanged_clouds_exchange_accuracy_and_completeness(one: np.ndarray, other: np.ndarray) -> None:
    there = cloud_scores(STEP_M * one, STEP_M * other)
    back = cloud_scores(STEP_M * other, STEP_M * one)
    for size in ("5cm", "10cm"):
        assert there[f"accuracy_{size}"] == back[f"completeness_{size}"]
        assert there[f"completeness_{size}"] == back[f"accuracy_{size}"]
        assert there[f"f_score_{size}"] == pytest.approx(back[f"f_score_{size}"])
    assert set(cloud_scores(STEP_M * one, STEP_M * one).values()) == {1.0}


@settings(max_examples=20, deadline=None)
@given(
    CLOUDS,
    CLOUDS,
    arrays(np.float64, 4, elements=st.floats(0.1, 1)),
    arrays(np.float64, 3, elements=st.floats(-5, 5)),
)
def test_scores_do_not_depend_on_where_the_world_begins(
    one: np.ndarray, other: np.ndarray, quaternion: np.ndarray, shift: np.ndarray
) -> None:
    R = rotation_matrix(tuple(quaternion))
    moved = [STEP_M * cloud @ R.T + shift for cloud in (one, other)]
    assert cloud_scores(*moved) == cloud_scores(STEP_M * one, STEP_M * other)
