"""What a student is trained to minimize."""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor


class LossError(Exception):
    """A training whose loss is not a number any more; the message says what to change."""


LossFunction = Callable[[Tensor, Tensor, Tensor, Tensor], Tensor]
"""points, uncertainty, target, weights -> a scalar.

points, target: (b, 3, h, w).  uncertainty, weights: (b, h, w); weight 0 = no target there.
"""


def exponential_nll(points: Tensor, uncertainty: Tensor, target: Tensor, weights: Tensor) -> Tensor:
    """Weighted mean negative log-likelihood of the 3-D error e = ||points - target||, metres.

    e is taken as exponentially distributed with mean `uncertainty` b: e / b + log b.  At its minimum b is
    the expected error, which calibration turns into the median one; large errors count linearly.
    """
    error = _distance(points, target)
    return _mean(error / uncertainty + uncertainty.log(), weights)


def gaussian_nll(points: Tensor, uncertainty: Tensor, target: Tensor, weights: Tensor) -> Tensor:
    """The same for normally distributed coordinates, each with deviation `uncertainty`."""
    squares = (points - target).square().sum(1)
    return _mean(squares / (2 * uncertainty.square()) + 3 * uncertainty.log(), weights)


def mean_distance(points: Tensor, uncertainty: Tensor, target: Tensor, weights: Tensor) -> Tensor:
    """Weighted mean of the 3-D error, metres; says nothing of uncertainty."""
    return _mean(_distance(points, target), weights)


def mean_square(points: Tensor, uncertainty: Tensor, target: Tensor, weights: Tensor) -> Tensor:
    """Weighted mean square of the coordinates' errors, the paper's loss; says nothing of uncertainty."""
    return _mean((points - target).square().mean(1), weights)


LOSSES: dict[str, LossFunction] = {
    "likelihood": exponential_nll,
    "gaussian": gaussian_nll,
    "l1": mean_distance,
    "mse": mean_square,
}


def _distance(points: Tensor, target: Tensor) -> Tensor:
    return (points - target).square().sum(1).add(1e-8).sqrt()


def _mean(values: Tensor, weights: Tensor) -> Tensor:
    return (weights * values).sum() / weights.sum().clamp(min=1e-6)
