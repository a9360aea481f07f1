"""The loss: by hand, and where its minimum is."""

from __future__ import annotations

import math

import pytest
import torch

from offline.training.loss import LOSSES, exponential_nll, gaussian_nll, mean_distance, mean_square


def batch(errors: list[float], uncertainty: float) -> tuple[torch.Tensor, ...]:
    """Points that miss the origin by `errors` metres along x, one row of pixels."""
    points = torch.zeros(1, 3, 1, len(errors))
    points[0, 0, 0] = torch.tensor(errors)
    return (
        points,
        torch.full((1, 1, len(errors)), uncertainty),
        torch.zeros_like(points),
        torch.ones(1, 1, len(errors)),
    )


def test_value_by_hand() -> None:
    points, uncertainty, target, weights = batch([0.0], 0.5)
    points[0, :, 0, 0] = torch.tensor([3.0, 0.0, 4.0])
    expected = 5 / 0.5 + math.log(0.5)
    assert exponential_nll(points, uncertainty, target, weights).item() == pytest.approx(expected, rel=1e-6)


def test_weights_are_shares() -> None:
    points, uncertainty, target, weights = batch([1.0, 3.0], 1.0)
    weights[0, 0] = torch.tensor([0.75, 0.25])
    assert exponential_nll(points, uncertainty, target, weights).item() == pytest.approx(1.5, rel=1e-6)
    assert exponential_nll(points, uncertainty, target, 8 * weights).item() == pytest.approx(1.5, rel=1e-6)


def test_the_minimum_is_at_the_mean_error() -> None:
    errors = [0.1, 0.2, 0.9]
    points, _, target, weights = batch(errors, 1.0)
    b = torch.tensor(1.0, requires_grad=True)
    exponential_nll(points, (0 * weights + 1) * b, target, weights).backward()
    assert b.grad is not None
    assert b.grad.item() > 0
    b = torch.tensor(sum(errors) / 3, requires_grad=True)
    exponential_nll(points, (0 * weights + 1) * b, target, weights).backward()
    assert b.grad is not None
    assert b.grad.item() == pytest.approx(0, abs=1e-5)


def test_weight_0_has_neither_value_nor_gradient() -> None:
    points, uncertainty, target, weights = batch([1.0, 1e6], 1.0)
    points.requires_grad_()
    uncertainty.requires_grad_()
    weights[0, 0, 1] = 0
    loss = exponential_nll(points, uncertainty, target, weights)
    loss.backward()
    assert loss.item() == pytest.approx(1.0)
    assert points.grad is not None
    assert uncertainty.grad is not None
    assert points.grad[..., 1].abs().max() == 0
    assert uncertainty.grad[..., 1].abs().max() == 0


def test_no_target_at_all_and_no_error_at_all_stay_finite() -> None:
    points, uncertainty, target, weights = batch([0.0, 0.0], 1e-3)
    points.requires_grad_()
    for w in (weights, torch.zeros_like(weights)):
        points.grad = None
        loss = exponential_nll(points, uncertainty, target, w)
        loss.backward()
        assert loss.isfinite()
        assert points.grad is not None
        assert points.grad.isfinite().all()


def test_large_errors_pull_no_harder_than_small_ones() -> None:
    points, uncertainty, target, weights = batch([0.1, 10.0], 0.2)
    points.requires_grad_()
    exponential_nll(points, uncertainty, target, weights).backward()
    assert points.grad is not None
    assert points.grad[0, 0, 0, 0].item() == pytest.approx(points.grad[0, 0, 0, 1].item(), rel=1e-3)


def test_the_other_losses_by_hand() -> None:
    points, uncertainty, target, weights = batch([0.0], 0.5)
    points[0, :, 0, 0] = torch.tensor([3.0, 0.0, 4.0])
    arguments = points, uncertainty, target, weights
    assert gaussian_nll(*arguments).item() == pytest.approx(25 / (2 * 0.25) + 3 * math.log(0.5), rel=1e-6)
    assert mean_distance(*arguments).item() == pytest.approx(5, rel=1e-6)
    assert mean_square(*arguments).item() == pytest.approx(25 / 3, rel=1e-6)


@pytest.mark.parametrize("name", sorted(LOSSES))
def test_no_loss_looks_where_the_weight_is_0(name: str) -> None:
    points, uncertainty, target, weights = batch([1.0, 1e6], 1.0)
    weights[0, 0, 1] = 0
    alone = LOSSES[name](points[..., :1], uncertainty[..., :1], target[..., :1], weights[..., :1])
    torch.testing.assert_close(LOSSES[name](points, uncertainty, target, weights), alone)
