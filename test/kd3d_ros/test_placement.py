"""Images of any aspect, turned or not: each pixel's map entry stays its own."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kd3d_ros.geometry import pixel_grid
from kd3d_ros.placement import Fit, ImageError, Placement

INPUT, STRIDE = (96, 64), 2


def positions(width: int, height: int) -> np.ndarray:
    """An image whose pixels say, from 0 to 250, how far right and down they lie."""
    grid = pixel_grid(width, height) / [width - 1, height - 1]
    return np.dstack([grid * 250, np.zeros((height, width))]).round().astype(np.uint8)


def as_output(placed: np.ndarray) -> np.ndarray:
    """A network that answers with what it is shown, at its stride."""
    return placed[::STRIDE, ::STRIDE].astype(np.float32)


def test_a_wide_image_is_letterboxed() -> None:
    placement = Placement.of((160, 80), INPUT, STRIDE)
    assert placement.size == (96, 48)
    assert placement.offset == (0, 8)
    placed = placement.place(np.full((80, 160, 3), 7, np.uint8))
    assert placed.shape == (64, 96, 3)
    assert (placed == 7).all()  # a reflection, no black bars
    assert placement.restore(as_output(placed)).shape == (24, 48, 3)


def test_a_wide_image_is_cropped() -> None:
    placement = Placement.of((192, 64), INPUT, STRIDE, "crop")
    assert placement.size == (192, 64)
    assert placement.offset == (-48, 0)
    image = positions(192, 64)
    placed = placement.place(image)
    np.testing.assert_array_equal(placed, image[:, 48:144])
    restored = placement.restore(as_output(placed))
    assert restored.shape == (32, 96, 3)
    assert np.isnan(restored[:, :24]).all()
    assert np.isnan(restored[:, 72:]).all()
    np.testing.assert_array_equal(restored[:, 24:72], image[::2, 48:144:2])


def test_a_camera_turned_clockwise_is_shown_upright() -> None:
    """What it sees at its left is the world's top, and what it sees at its bottom the world's left."""
    placement = Placement.of((64, 96), INPUT, STRIDE, turned_deg=90)
    placed = placement.place(positions(64, 96))
    assert placed.shape == (64, 96, 3)
    assert (placed[0, :, 0] == 0).all()
    assert (placed[-1, :, 0] == 250).all()
    assert (placed[:, 0, 1] == 250).all()
    assert (placed[:, -1, 1] == 0).all()


@given(
    width=st.integers(100, 199),
    height=st.integers(100, 199),
    fit=st.sampled_from(["letterbox", "crop"]),
    turned=st.sampled_from([0, 90, 180, 270]),
)
def test_every_entry_of_the_map_is_about_its_own_pixel(
    width: int, height: int, fit: Fit, turned: int
) -> None:
    placement = Placement.of((width, height), INPUT, STRIDE, fit, turned)
    placed = placement.place(positions(width, height))
    assert placed.shape == (64, 96, 3)
    restored = placement.restore(as_output(placed))
    expected = pixel_grid(restored.shape[1], restored.shape[0])
    expected = (expected + 0.5) / [restored.shape[1], restored.shape[0]] * 250
    known = np.isfinite(restored[..., 0])
    assert known.mean() > (0.99 if fit == "letterbox" else 0.1)
    one_entry = 250 / min(restored.shape[:2])
    assert np.abs(restored[..., :2] - expected)[known].max() < 1.5 * one_entry + 2


@pytest.mark.parametrize("size", [(1000, 40), (40, 1000), (1, 1000)])
def test_too_narrow_an_image_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(ImageError, match=rf"image is {size[0]}x{size[1]}: .*allowed: sides of 32 to 384"):
        Placement.of(size, INPUT, STRIDE)
    with pytest.raises(ImageError):
        Placement.of(size, INPUT, STRIDE, "crop")
