"""A label store becomes one thinned cloud."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kd3d_ros.geometry import unproject
from offline.labels import Label, LabelError, LabelStore
from offline.pointcloud import Cloud, evenly, fuse, label_cloud, thin


def cloud(points: list[list[float]], weights: list[float], colours: list[list[float]] | None = None) -> Cloud:
    positions = np.array(points, np.float32)
    filled = np.zeros_like(positions) if colours is None else np.array(colours, np.float32)
    return Cloud(positions, filled, np.tile(np.float32([0, 0, 1]), (len(points), 1)), np.float32(weights))


def test_a_voxel_becomes_the_weighted_mean_of_what_is_in_it() -> None:
    thinned = thin(
        cloud([[0.1, 0, 0], [1.5, 0, 0], [0.5, 0, 0]], [1, 2, 3], [[40, 0, 0], [9, 9, 9], [80, 0, 0]]), 1.0
    )
    np.testing.assert_allclose(thinned.points, [[0.4, 0, 0], [1.5, 0, 0]], rtol=1e-6)
    np.testing.assert_allclose(thinned.colours, [[70, 0, 0], [9, 9, 9]])
    np.testing.assert_allclose(thinned.weights, [4, 2])


def test_thinning_in_parts_is_thinning_at_once() -> None:
    rng = np.random.default_rng(0)
    whole = cloud(rng.uniform(-3, 3, (2000, 3)).tolist(), rng.uniform(0.1, 9, 2000).tolist())
    in_parts = thin(Cloud.joined([thin(whole[:700], 0.5), whole[700:]]), 0.5)
    at_once = thin(whole, 0.5)
    np.testing.assert_allclose(in_parts.points, at_once.points, atol=1e-5)
    np.testing.assert_allclose(in_parts.weights, at_once.weights, rtol=1e-5)


def test_neighbouring_voxels_stay_apart_below_zero() -> None:
    assert len(thin(cloud([[-0.1, 0, 0], [0.1, 0, 0], [0, -0.1, 0]], [1, 1, 1]), 1.0).points) == 3


def test_points_without_depth_or_confidence_are_left_out(make_label: Callable[..., Label]) -> None:
    label = make_label()
    depth, confidence = label.depth.copy(), label.confidence.copy()
    depth[0], confidence[1], confidence[2] = 0, 0, 0.25
    found = label_cloud(replace(label, depth=depth, confidence=confidence), 0.5)
    expected = unproject(label.depth, label.K, label.T_world_camera)[3:].reshape(-1, 3)
    np.testing.assert_array_equal(found.points, expected)
    np.testing.assert_array_equal(found.colours[0], label.image[3, 0])
    # From the middle of the image the camera is straight back.
    middle = np.linalg.norm(found.points[:, :2] - (0, 0.5), axis=1).argmin()
    np.testing.assert_allclose(found.towards[middle], [0, 0, -1], atol=0.01)
    np.testing.assert_allclose(np.linalg.norm(found.towards, axis=1), 1, rtol=1e-5)


def test_a_store_is_fused_with_the_most_confident_points_first(
    tmp_path: Path, make_label: Callable[..., Label]
) -> None:
    store = LabelStore(tmp_path)
    for i in range(3):  # the same view three times, its left half less sure
        label = make_label(f"frame-{i}")
        confidence = np.full_like(label.confidence, 2)
        confidence[:, :64] = 1.5
        confidence[0] = 0.5  # less than half of the median
        store.write(replace(label, confidence=confidence))
    store.finish([f"frame-{i}" for i in range(3)])
    fused = fuse(store)
    assert 1000 < len(fused.points) <= 128 * 95
    assert (np.diff(fused.weights) <= 0).all()
    assert fused.weights.sum() == pytest.approx(3 * 95 * 64 * 3.5, rel=1e-5)
    assert fused.colours[:, 1].min() >= 1  # green is the row


def test_a_bounded_cloud_is_coarser_and_still_whole(
    write_labels: Callable[..., LabelStore], tmp_path: Path
) -> None:
    store = write_labels(tmp_path)
    whole, small = fuse(store), fuse(store, max_points=500)
    assert 200 < len(small.points) <= 500 < len(whole.points)
    assert small.weights.sum() == pytest.approx(whole.weights.sum(), rel=1e-4)


def test_labels_without_any_depth_are_refused(tmp_path: Path, make_label: Callable[..., Label]) -> None:
    store = LabelStore(tmp_path)
    label = make_label()
    store.write(replace(label, depth=np.zeros_like(label.depth)))
    store.finish([label.name])
    with pytest.raises(LabelError, match="no depth in its labels"):
        fuse(store)


def test_evenly_spaced_names() -> None:
    assert evenly(list("abcdefg"), 3) == ["a", "d", "g"]
    assert evenly(["a"], 3) == ["a"]
