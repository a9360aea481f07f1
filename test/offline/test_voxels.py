"""Any number of points become one cloud, chunk by chunk."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from offline import voxels
from offline.voxels import VoxelMeans


def test_means_of_a_voxel_by_hand() -> None:
    means = VoxelMeans(1.0, channels=2)
    means.add(np.float32([[0.2, 0, 0], [1.5, 0, 0]]), np.array([[10, np.nan], [7, 8]]))
    means.add(np.float32([[0.8, 0.4, 0]]), np.array([[20, 1]]))
    points, values = means.read()
    np.testing.assert_allclose(points, [[0.5, 0.2, 0], [1.5, 0, 0]], rtol=1e-6)
    np.testing.assert_array_equal(values, [[15, np.nan], [7, 8]])


def test_chunks_make_no_difference_and_reading_does_not_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(0)
    points, values = rng.uniform(-3, 3, (2000, 3)).astype(np.float32), rng.uniform(0, 9, (2000, 1))
    at_once, in_chunks = VoxelMeans(0.5, 1), VoxelMeans(0.5, 1)
    at_once.add(points, values)
    monkeypatch.setattr(voxels, "CHUNK_POINTS", 300)
    for start in range(0, 2000, 200):
        in_chunks.add(points[start : start + 200], values[start : start + 200])
        in_chunks.read()
    for one, other in zip(at_once.read(), in_chunks.read(), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-6)


def test_memory_is_that_of_the_voxels(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voxels, "CHUNK_POINTS", 2000)
    means, points = VoxelMeans(1.0), np.zeros((1000, 3), np.float32)
    tracemalloc.start()
    for _ in range(200):  # 6.4 MB
        means.add(points)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert means.read()[0].shape == (1, 3)
    assert peak < 1e6


def test_nothing_added_is_an_empty_cloud() -> None:
    points, values = VoxelMeans(1.0, channels=3).read()
    assert points.shape == (0, 3)
    assert values.shape == (0, 3)
