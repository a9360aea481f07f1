"""A student is the running mean of its weights on the way: better than the last ones, at no cost."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import get_ema_multi_avg_fn

DECAY = 0.998
"""Of the mean, a step; less at first, so that it does not remember how the weights began."""


class WeightMean:
    """The exponential mean of a network's weights and of its batch norms' statistics."""

    def __init__(self, network: nn.Module) -> None:
        """The network keeps its tensors, and changes them in place."""
        self._now = _floats(network)
        self.tensors = {name: tensor.clone() for name, tensor in self._now.items()}

    @torch.no_grad()
    def update(self, step: int) -> None:
        """Take in what the network is after `step` steps, 1 or more."""
        decay = min(DECAY, step / (step + 9))
        get_ema_multi_avg_fn(decay)(list(self.tensors.values()), list(self._now.values()), step)

    def restore(self, tensors: Mapping[str, Tensor]) -> None:
        """Go on from the `tensors` of an earlier mean."""
        for name, tensor in self.tensors.items():
            tensor.copy_(tensors[name])

    @torch.no_grad()
    def give(self) -> None:
        """Let the network be its mean."""
        for name, tensor in self._now.items():
            tensor.copy_(self.tensors[name])


def _floats(network: nn.Module) -> dict[str, Tensor]:
    return {k: v.detach() for k, v in network.state_dict().items() if v.is_floating_point()}
