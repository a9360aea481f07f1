"""What a student is trained to minimize."""

from __future__ import annotations

from torch import Tensor


def exponential_nll(points: Tensor, uncertainty: Tensor, target: Tensor, weights: Tensor) -> Tensor:
    """Weighted mean negative log-likelihood of the 3-D error e = ||points - target||, metres.

    e is taken as exponentially distributed with mean `uncertainty` b: e / b + log b.  At its minimum b is
    the expected error, which is what a pointmap's uncertainty means; large errors count linearly.
    points, target: (b, 3, h, w).  uncertainty, weights: (b, h, w); weight 0 = no target there.
    """
    error = (points - target).square().sum(1).add(1e-8).sqrt()
    nll = error / uncertainty + uncertainty.log()
    return (weights * nll).sum() / weights.sum().clamp(min=1e-6)
