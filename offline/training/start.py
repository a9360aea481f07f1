"""What a training starts from: which labels are for what, and where the scene is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from kd3d_ros.student import Student
from offline.labels import Label
from offline.training.batches import NO_AUGMENTATION, make_batch

T = TypeVar("T")


def split_names(names: Sequence[T], block: int = 6, every: int = 10) -> tuple[list[T], list[T]]:
    """Training and validation frames: every tenth block of six neighbours is for calibration.

    Many short blocks: two of 20 in the kitchen were harder than the rest, and made uncertainties a fifth too
    large; five of 10 still made poses' covariances twice too large.
    """
    held = [(i // block) % every == every // 2 for i in range(len(names))]
    return (
        [name for name, h in zip(names, held, strict=True) if not h],
        [name for name, h in zip(names, held, strict=True) if h],
    )


def set_scene_extent(student: Student, labels: Sequence[Label], samples: int = 200) -> None:
    """Let the network's raw outputs be about standard normal over the scene's points."""
    rng = np.random.default_rng(0)
    chosen = [labels[i] for i in range(0, len(labels), max(1, len(labels) // samples))]
    batch = make_batch(chosen, student.architecture, NO_AUGMENTATION, rng)
    points = batch.points.permute(0, 2, 3, 1)[batch.weights > 0]
    student.scene_center.copy_(points.median(0).values)
    student.scene_scale.copy_((points - student.scene_center).square().sum(1).mean().div(3).sqrt().view(1))
