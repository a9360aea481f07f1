"""Several opinions of one frame's depth become one."""

from __future__ import annotations

import time

import numpy as np
import pytest

from offline.alignment.fusion import fuse_depths


def pixel(depths: list[float], confidences: list[float]) -> tuple[float, float]:
    """Fused depth and confidence of one pixel."""
    stack = [np.array(x, np.float32).reshape(-1, 1, 1) for x in (depths, confidences)]
    depth, confidence = fuse_depths(*stack)
    assert depth.shape == confidence.shape == (1, 1)
    assert depth.dtype == confidence.dtype == np.float32
    return float(depth[0, 0]), float(confidence[0, 0])


def test_one_opinion_stands() -> None:
    assert pixel([2.0], [3.0]) == pytest.approx((2.0, 3.0))


def test_close_opinions_are_averaged_by_weight_in_the_logarithm() -> None:
    # 2 exp(+-0.001): too close for the robust weights to matter; 3 to 1 puts the mean at +0.0005.
    depth, confidence = pixel([2 * np.exp(0.001), 2 * np.exp(-0.001)], [3.0, 1.0])
    assert depth == pytest.approx(2 * np.exp(0.0005), rel=1e-5)
    assert confidence == pytest.approx(4.0)


def test_no_opinion_no_depth() -> None:
    assert pixel([0.0, 0.0], [1.0, 1.0]) == (0.0, 0.0)
    assert pixel([2.0, 3.0], [0.0, 0.0]) == (0.0, 0.0)


def test_what_has_no_depth_or_no_confidence_has_no_say() -> None:
    assert pixel([2.0, 0.0, 7.0], [3.0, 100.0, 0.0]) == pytest.approx((2.0, 3.0))


@pytest.mark.parametrize("outlier", [0.05, 1.4, 3.0, 80.0])
def test_an_outlier_is_outvoted(outlier: float) -> None:
    depth, confidence = pixel([2.0, 2.02, 1.98, outlier], [1.0, 1.0, 1.0, 1.5])
    assert depth == pytest.approx(2.0, rel=0.01)
    assert confidence == pytest.approx(3.0)


def test_where_none_agree_there_is_no_depth() -> None:
    assert pixel([1.0, 2.0, 4.0], [1.0, 1.0, 1.0]) == (0.0, 0.0)


def test_outlier_maps_are_outvoted_everywhere() -> None:
    rng = np.random.default_rng(0)
    truth = rng.uniform(1, 4, (48, 64)).astype(np.float32)
    good = truth * (1 + 0.02 * rng.standard_normal((7, 48, 64)))
    bad = rng.uniform(0.3, 8, (3, 48, 64))
    depths = np.concatenate([bad, good]).astype(np.float32)
    depth, _ = fuse_depths(depths, np.ones_like(depths))
    error = np.abs(depth - truth)[depth > 0] / truth[depth > 0]
    assert (depth > 0).mean() > 0.99
    assert np.median(error) < 0.01  # one opinion has 0.02 * 0.67, seven good ones 0.005
    assert np.quantile(error, 0.99) < 0.05


def test_pieces_are_put_together_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    depths = np.random.default_rng(0).uniform(1, 1.1, (3, 5, 7)).astype(np.float32)
    weights = np.ones_like(depths)
    whole = fuse_depths(depths, weights)
    monkeypatch.setattr("offline.alignment.fusion.ELEMENTS_AT_ONCE", 12)
    np.testing.assert_allclose(fuse_depths(depths, weights), whole, rtol=1e-6)


def test_it_takes_milliseconds() -> None:
    depths = np.random.default_rng(0).uniform(1, 1.1, (22, 120, 160)).astype(np.float32)
    took = []
    for _ in range(5):
        start = time.perf_counter()
        fuse_depths(depths, depths)
        took.append(time.perf_counter() - start)
    assert min(took) < 0.03  # 10 ms on an idle machine
