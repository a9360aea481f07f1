from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offline.datasets.registration import register_depth, resample_depth


def pinhole(f: float, cx: float, cy: float) -> np.ndarray:
    return np.array([[f, 0, cx], [0, f, cy], [0, 0, 1.0]])


def shift(x: float = 0.0, y: float = 0.0, z: float = 0.0) -> np.ndarray:
    T = np.eye(4)
    T[:3, 3] = x, y, z
    return T


def test_register_moves_one_pixel_by_hand() -> None:
    # Pixel (u=7, v=2), f=10, c=(4, 3), z=2 m: p = (0.6, -0.2, 2).  Moved by (-0.4, 0.2, 0.5): (0.2, 0, 2.5).
    # Seen with f=20, c=(5, 4): u = 5 + 20 * 0.2 / 2.5 = 6.6 -> 7, v = 4.
    depth = np.zeros((6, 9), np.float32)
    depth[2, 7] = 2.0
    registered = register_depth(depth, pinhole(10, 4, 3), pinhole(20, 5, 4), shift(-0.4, 0.2, 0.5), (11, 8))
    assert registered.shape == (8, 11)
    assert registered.dtype == np.float32
    assert np.argwhere(registered).tolist() == [[4, 7]]
    assert registered[4, 7] == pytest.approx(2.5)


def test_register_keeps_the_nearest_of_two_surfaces() -> None:
    # f=10, shift by -0.2 m: 1 m moves by -2 px, 2 m by -1 px.  (5, 1 m) and (4, 2 m) both land on u=3.
    depth = np.zeros((1, 8), np.float32)
    depth[0, 4], depth[0, 5] = 2.0, 1.0
    K = pinhole(10, 0, 0)
    assert register_depth(depth, K, K, shift(-0.2), (8, 1))[0].tolist() == [0, 0, 0, 1, 0, 0, 0, 0]
    # Whichever comes first in memory: mirrored, the near pixel precedes the far one.
    mirrored = np.ascontiguousarray(depth[:, ::-1])
    assert register_depth(mirrored, K, K, shift(0.2), (8, 1))[0].tolist() == [0, 0, 0, 0, 1, 0, 0, 0]


def test_register_drops_what_is_behind_or_beside_the_colour_camera() -> None:
    depth = np.full((4, 4), 1.0, np.float32)
    K = pinhole(4, 1.5, 1.5)
    assert not register_depth(depth, K, K, shift(z=-1.5), (4, 4)).any()
    assert not register_depth(depth, K, K, shift(x=5.0), (4, 4)).any()


def test_register_of_a_coarser_colour_camera_leaves_no_cracks() -> None:
    wall = np.full((480, 640), 2.0, np.float32)
    registered = register_depth(
        wall, pinhole(585, 320, 240), pinhole(525, 320, 240), shift(-0.025), (640, 480)
    )
    rows, columns = np.nonzero(registered)
    assert np.all(registered[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1] == 2.0)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_register_to_the_same_camera_changes_nothing(seed: int) -> None:
    rng = np.random.default_rng(seed)
    depth = rng.uniform(0.5, 5, (7, 9)).astype(np.float32) * (rng.random((7, 9)) > 0.3)
    K = pinhole(rng.uniform(3, 30), 4, 3)
    np.testing.assert_allclose(register_depth(depth, K, K, np.eye(4), (9, 7)), depth, rtol=1e-6)


def test_resample_doubles_the_resolution_by_nearest_pixel() -> None:
    depth = np.array([[1.0, 2.0], [0.0, 4.0]], np.float32)
    # Twice the pixels of the same field of view: c' = 2 c + 0.5 with centres at integers.
    resampled = resample_depth(depth, pinhole(2, 0.5, 0.5), pinhole(4, 1.5, 1.5), (4, 4))
    assert resampled.tolist() == [[1, 1, 2, 2], [1, 1, 2, 2], [0, 0, 4, 4], [0, 0, 4, 4]]


def test_resample_is_empty_outside_the_depth_image() -> None:
    depth = np.ones((2, 2), np.float32)
    # The colour camera sees one more pixel on every side.
    resampled = resample_depth(depth, pinhole(2, 0.5, 0.5), pinhole(2, 1.5, 1.5), (4, 4))
    assert resampled.tolist() == [[0, 0, 0, 0], [0, 1, 1, 0], [0, 1, 1, 0], [0, 0, 0, 0]]


def test_resample_tells_width_from_height() -> None:
    depth = np.arange(1, 7, dtype=np.float32).reshape(2, 3)
    K = pinhole(2, 1, 0.5)
    np.testing.assert_array_equal(resample_depth(depth, K, K, (3, 2)), depth)
