"""Cheaper steps compute the same."""

from __future__ import annotations

import time

import torch
from torch import nn

from offline.training.speed import bfloat16_pays, depthwise_in_float32, keep_freed_memory


def test_depthwise_convolutions_leave_bfloat16_and_others_do_not() -> None:
    model = nn.Sequential(nn.Conv2d(8, 8, 3, groups=8), nn.Conv2d(8, 4, 1), nn.Conv2d(4, 4, 1, groups=2))
    before = {key: tensor.clone() for key, tensor in model.state_dict().items()}
    x = torch.randn(1, 8, 5, 5)
    expected = model(x)
    depthwise_in_float32(model)
    torch.testing.assert_close(model(x), expected)
    assert list(model.state_dict()) == list(before)
    with torch.autocast("cpu", torch.bfloat16):
        assert model[0](x).dtype == torch.float32
        assert model[0](x.bfloat16()).dtype == torch.float32
        assert model[1](model[0](x)).dtype == torch.bfloat16
    model(x).sum().backward()
    assert model[0].weight.grad is not None


def test_the_faster_precision_is_found() -> None:
    for slow in (True, False):
        assert bfloat16_pays(lambda bfloat16, slow=slow: time.sleep(0.05 * (bfloat16 == slow))) is not slow


def test_memory_is_still_had_when_it_is_kept() -> None:
    keep_freed_memory()
    assert float(torch.ones(1 << 22).sum()) == 1 << 22
