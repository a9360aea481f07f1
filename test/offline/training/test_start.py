"""Tests of what a training starts from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from kd3d_ros.student import PRESETS, Student
from offline.labels import Label
from offline.training.batches import NO_AUGMENTATION, make_batch
from offline.training.start import set_scene_extent, split_names


@pytest.mark.parametrize("count", [1, 9, 30, 31, 36, 560])
def test_validation_labels_are_whole_blocks_apart_from_training(count: int) -> None:
    names = [f"{i:06d}" for i in range(count)]
    kept, held = split_names(names)
    assert not set(kept) & set(held)
    assert sorted(kept + held) == names
    assert len(held) <= 0.17 * count
    assert len(kept) > 0
    assert held[:6] == names[30:36]


def test_raw_outputs_are_about_standard_normal_over_the_scene(make_label: Callable[..., Label]) -> None:
    labels = [make_label(offset=offset) for offset in (0.0, 10.0)]
    student = Student(replace(PRESETS["kd3d_s"], width=8, input_size=(128, 96)))
    set_scene_extent(student, labels)
    batch = make_batch(labels, student.architecture, NO_AUGMENTATION, np.random.default_rng(0))
    raw = (batch.points - student.scene_center.view(1, 3, 1, 1)) / student.scene_scale
    assert raw.square().mean().sqrt().item() == pytest.approx(1.0, rel=1e-4)
    assert student.scene_center.tolist()[1:] == pytest.approx([0.5, 1.5], abs=0.15)
