"""Warping an image does not move the world: each output pixel keeps the point that it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kd3d_ros.architecture import Architecture
from kd3d_ros.geometry import unproject
from offline.labels import Label
from offline.training.batches import NO_AUGMENTATION, Augmentation, make_batch

MakeLabel = Callable[..., Label]
WARPS_ONLY = replace(NO_AUGMENTATION, scale=1.8, rotation_deg=40.0, shift=0.2)
COLOURS_ONLY = replace(Augmentation(), scale=1.0, rotation_deg=0.0, shift=0.0)


def architecture(input_size: tuple[int, int] = (128, 96), stride: int = 1) -> Architecture:
    return Architecture("kd3d_s", "pyramid", "tf_efficientnet_lite0", 8, input_size, stride)


def blocks(images: torch.Tensor, stride: int) -> np.ndarray:
    """Mean colour (b, h, w, 3) of each stride x stride block: the colour at the output pixels' centres."""
    return torch.nn.functional.avg_pool2d(images, stride).permute(0, 2, 3, 1).numpy()


def projected(points: torch.Tensor, label: Label) -> np.ndarray:
    """Label pixels (h, w, 2) of target points (3, h, w)."""
    camera = points.permute(1, 2, 0).double().numpy() - label.T_world_camera[:3, 3]
    image = camera @ label.K.T
    return image[..., :2] / image[..., 2:]


def test_without_augmentation_targets_are_the_unprojection(make_label: MakeLabel) -> None:
    label = make_label()
    batch = make_batch([label], architecture(), NO_AUGMENTATION, np.random.default_rng(0))
    expected = unproject(label.depth, label.K, label.T_world_camera)
    np.testing.assert_allclose(batch.points[0].permute(1, 2, 0), expected, atol=1e-5)
    np.testing.assert_array_equal(batch.images[0].permute(1, 2, 0), label.image)
    assert (batch.weights == 1).all()


@pytest.mark.parametrize("stride", [1, 2, 4])
@pytest.mark.parametrize("input_size", [(128, 96), (64, 48), (192, 144)])
def test_a_resized_input_shows_its_targets(
    make_label: MakeLabel, input_size: tuple[int, int], stride: int
) -> None:
    label = make_label()
    batch = make_batch([label], architecture(input_size, stride), NO_AUGMENTATION, np.random.default_rng(0))
    width, height = input_size[0] // stride, input_size[1] // stride
    assert batch.points.shape == (1, 3, height, width)
    assert batch.weights.shape == (1, height, width)
    seen = blocks(batch.images, stride)[0, 2:-2, 2:-2, :2]
    np.testing.assert_allclose(seen, projected(batch.points[0], label)[2:-2, 2:-2], atol=0.6)


@given(st.integers(0, 10_000), st.sampled_from([1, 2]))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_warped_image_shows_at_each_pixel_the_point_that_is_its_target(
    make_label: MakeLabel, seed: int, stride: int
) -> None:
    label = make_label()
    batch = make_batch([label], architecture(stride=stride), WARPS_ONLY, np.random.default_rng(seed))
    known = batch.weights[0].numpy() > 0
    assert known.mean() > 0.15
    at = projected(batch.points[0], label)[known]
    seen = blocks(batch.images, stride)[0][known][:, :2]
    inner = ((at > 1.5) & (at < np.array([128, 96]) - 2.5)).all(axis=1)
    np.testing.assert_allclose(seen[inner], at[inner], atol=1.1 if stride > 1 else 0.6)
    assert np.abs(np.mean(seen[inner] - at[inner], axis=0)).max() < 0.1


@given(st.integers(0, 10_000))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_is_learned_outside_the_image_or_without_depth(make_label: MakeLabel, seed: int) -> None:
    label = make_label()
    depth, confidence = label.depth.copy(), label.confidence.copy()
    depth[:, :40] = 0
    confidence[:48] = 0.25
    label = replace(label, depth=depth, confidence=confidence)
    batch = make_batch([label], architecture(), WARPS_ONLY, np.random.default_rng(seed))
    weights, points = batch.weights[0].numpy(), batch.points[0].permute(1, 2, 0)
    assert points.isfinite().all()
    assert set(np.unique(weights)) <= {0.0, 0.25, 1.0}
    assert (points[weights == 0] == 0).all()
    u, v = np.moveaxis(projected(batch.points[0], label)[weights > 0], -1, 0)
    assert u.min() > 39.4
    assert u.max() < 127.6
    assert v.max() < 95.6
    np.testing.assert_array_equal(
        weights[weights > 0][np.abs(v - 47.5) > 0.1] == 1, v[np.abs(v - 47.5) > 0.1] > 47.5
    )


def test_colours_change_and_targets_stay(make_label: MakeLabel) -> None:
    plain, coloured = (
        make_batch([make_label()], architecture(stride=2), augmentation, np.random.default_rng(2))
        for augmentation in (NO_AUGMENTATION, COLOURS_ONLY)
    )
    torch.testing.assert_close(coloured.points, plain.points)
    torch.testing.assert_close(coloured.weights, plain.weights)
    assert (coloured.images - plain.images).abs().mean() > 1
    assert coloured.images.dtype == torch.float32
    assert coloured.images.min() >= 0
    assert coloured.images.max() <= 255


def test_the_generator_decides(make_label: MakeLabel) -> None:
    labels = [make_label("a"), make_label("b", offset=1.0)]
    first, again, other = (
        make_batch(labels, architecture(), Augmentation(), np.random.default_rng(seed)) for seed in (0, 0, 1)
    )
    for name in ("images", "points", "weights"):
        assert torch.equal(getattr(first, name), getattr(again, name))
        assert not torch.equal(getattr(first, name), getattr(other, name))
    assert not torch.equal(first.weights[0], first.weights[1])  # each label has its own warp


def test_augmentation_of_half_strength() -> None:
    half = Augmentation().times(0.5)
    assert half.rotation_deg == pytest.approx(6.0)
    assert half.scale == pytest.approx(1.25**0.5)
    assert Augmentation().times(1) == Augmentation()
    assert NO_AUGMENTATION.scale == 1
