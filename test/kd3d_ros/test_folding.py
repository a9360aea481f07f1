"""Folded networks say what they said before."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from torch import nn

from kd3d_ros.folding import fold_batch_norms
from kd3d_ros.student import PRESETS, Student


def shaken(model: nn.Module) -> nn.Module:
    """With norms that do something, as after training."""
    generator = torch.Generator().manual_seed(0)
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            for tensor, low, high in (
                (module.running_mean, -0.5, 0.5),
                (module.running_var, 0.5, 2.0),
                (module.weight.data, 0.5, 1.5),
                (module.bias.data, -0.5, 0.5),
            ):
                tensor.uniform_(low, high, generator=generator)
    return model.eval()


@pytest.mark.parametrize("preset", ["kd3d_s", "kd3d_m", "kd3d_l", "paper_mobilenet"])
def test_every_norm_of_a_student_is_folded_and_nothing_else_changes(preset: str) -> None:
    torch.manual_seed(0)
    student = shaken(Student(replace(PRESETS[preset], input_size=(96, 64))))
    images = 255 * torch.rand(1, 3, 64, 96)
    with torch.inference_mode():
        before = student(images)
        assert any(isinstance(module, nn.BatchNorm2d) for module in student.modules())
        assert fold_batch_norms(student, images)
        after = student(images)
    assert not any(isinstance(module, nn.BatchNorm2d) for module in student.modules())
    for one, other in zip(before, after, strict=True):
        torch.testing.assert_close(one, other, rtol=1e-3, atol=1e-3)


def test_a_norm_of_something_else_stays() -> None:
    model = shaken(nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.BatchNorm2d(4)))
    assert fold_batch_norms(model, torch.rand(1, 3, 8, 8))
    assert isinstance(model[2], nn.BatchNorm2d)


def test_a_convolution_that_others_read_too_is_noticed() -> None:
    class Shared(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.conv, self.norm = nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4)

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            y = self.conv(x)
            return y + self.norm(y)

    assert not fold_batch_norms(shaken(Shared()), torch.rand(1, 3, 8, 8))
