"""The mean of weights on the way, by hand."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from offline.training.mean import DECAY, WeightMean


@pytest.fixture
def network() -> nn.BatchNorm1d:
    """Two weights, two statistics and a counter."""
    return nn.BatchNorm1d(1)


def be(network: nn.BatchNorm1d, value: float) -> None:
    with torch.no_grad():
        for tensor in (network.weight, network.bias, network.running_mean, network.running_var):
            tensor.fill_(value)


def test_the_first_steps_count_most_and_statistics_count_too(network: nn.BatchNorm1d) -> None:
    mean = WeightMean(network)
    be(network, 1.0)
    mean.update(1)  # decay 1/10
    be(network, 2.0)
    mean.update(2)  # decay 2/11
    mean.give()
    # weight: from 1, so 1, then 2 - 2/11; bias and running_mean: from 0, so 0.9, then 2 - 1.1 * 2/11
    assert network.weight.item() == pytest.approx(2 - 2 / 11)
    assert network.bias.item() == network.running_mean.item() == pytest.approx(2 - 1.1 * 2 / 11)
    assert network.num_batches_tracked.item() == 0


def test_later_it_forgets_slowly(network: nn.BatchNorm1d) -> None:
    be(network, 0.0)
    mean = WeightMean(network)
    be(network, 1.0)
    mean.update(100_000)
    mean.give()
    assert network.weight.item() == pytest.approx(1 - DECAY, rel=1e-4)


def test_it_goes_on_from_an_earlier_one(network: nn.BatchNorm1d) -> None:
    be(network, 3.0)
    earlier = {name: tensor.clone() for name, tensor in WeightMean(network).tensors.items()}
    be(network, 5.0)
    mean = WeightMean(network)
    mean.restore(earlier)
    mean.give()
    assert network.running_var.item() == 3.0
