"""What `make bench-recipe` changes about a training, one at a time: flags, or a trainer that does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import cv2
import numpy as np
import torch
from torch import Tensor, nn

from kd3d_ros.architecture import Architecture
from offline.labels import Label
from offline.train import TrainConfig
from offline.training import batches
from offline.training.batches import Augmentation, Batch
from offline.training.checkpoint import load_checkpoint
from offline.training.source import LabelSource
from offline.training.trainer import WARM_UP, Trainer

LATE = 0.7
"""Share of the budget after which the late schedule falls."""
ANGLE_WEIGHT = 20.0
"""Of the reprojection term: 1/20 rad, about 15 pixels of 320, weighs as one unit of log-likelihood."""
MOST_ANGLE = 0.3
CROPPED_INPUT = (320, 240)
"""What a student that learned from crops is served, pixels."""


@dataclass(frozen=True)
class Variant:
    """flags: of `offline.train`.  stride: the student's own if None."""

    flags: Mapping[str, Any] = field(default_factory=dict)
    trainer: type[Trainer] = Trainer
    stride: int | None = None


@dataclass(frozen=True, kw_only=True)
class VariantConfig(TrainConfig):
    """A training whose student may have another stride."""

    stride: int | None = None

    def architecture(self, image_size: tuple[int, int]) -> Architecture:
        """Raises ConfigError."""
        fitted = super().architecture(image_size)
        return replace(fitted, stride=self.stride) if self.stride else fitted


class LastWeights(Trainer):
    """The student has the weights of the last step, not their mean."""

    def fit(self) -> None:
        super().fit()
        found = load_checkpoint(self.folder / "checkpoint.pt")
        assert found is not None
        self.student.load_state_dict(found[1]["student"])


class LateSchedule(Trainer):
    """The learning rate stays at its peak, and falls to zero in the last part."""

    def _learning_rate(self, share: float) -> float:
        ramp = min(1.0, (share + 1e-3) / WARM_UP)
        return self.recipe.learning_rate * ramp * min(1.0, max(0.0, (1 - share) / (1 - LATE)))


class NoExtent(Trainer):
    """Outputs are metres from the world's origin: neither centred in the scene nor scaled to it."""

    def __init__(self, config: TrainConfig, labels: LabelSource, folder: Path) -> None:
        super().__init__(config, labels, folder)
        self.student.scene_center.zero_()
        self.student.scene_scale.fill_(1.0)


class LargeStart(Trainer):
    """The head starts as PyTorch starts any convolution, instead of near zero."""

    def __init__(self, config: TrainConfig, labels: LabelSource, folder: Path) -> None:
        super().__init__(config, labels, folder)
        network: Any = self.student.network
        network.head.reset_parameters()


class FloatTraining(Trainer):
    """float32, whether or not bfloat16 is faster."""

    def _choose_precision(self) -> bool:
        return False


class Contiguous(Trainer):
    """Images and weights channel by channel (NCHW)."""

    def __init__(self, config: TrainConfig, labels: LabelSource, folder: Path) -> None:
        super().__init__(config, labels, folder)
        self.student.to(memory_format=torch.contiguous_format)  # type: ignore[call-overload]

    def _batch(self, step: int) -> Batch:
        batch = super()._batch(step)
        return replace(batch, images=batch.images.contiguous())


class Compiled(Trainer):
    """torch.compile; what it takes to compile is not counted."""

    def fit(self) -> None:
        self.student.compile()
        super().fit()


class NoiseWeights(Trainer):
    """Far labels, which the sensor knows less well, weigh less: one over the distance from the camera."""

    def _batch(self, step: int) -> Batch:
        batch = super()._batch(step)
        distance = (batch.points - _centers(self._chosen(step))).square().sum(1).sqrt()
        return replace(batch, weights=batch.weights / distance.clamp(min=0.3))


@dataclass(frozen=True)
class PosedBatch(Batch):
    """centers: (b, 3, 1, 1) of the cameras, metres in the world."""

    centers: Tensor


class Reprojection(Trainer):
    """Also how far a point is from its pixel's ray, over the true distance: small angles of the known camera.

    Of a pinhole camera it is the reprojection error over the focal length, near the image's centre, once
    points are about as far away as they should be.
    """

    def _batch(self, step: int) -> Batch:
        return PosedBatch(**vars(super()._batch(step)), centers=_centers(self._chosen(step)))

    def _loss(self, batch: Batch, bfloat16: bool, share: float) -> Tensor:
        assert isinstance(batch, PosedBatch)
        found: list[Tensor] = []

        def kept(module: nn.Module, given: Any, result: tuple[Tensor, Tensor]) -> None:
            found.append(result[0])

        hook = self.student.register_forward_hook(kept)
        loss = super()._loss(batch, bfloat16, share)
        hook.remove()
        rays = batch.points - batch.centers
        length = rays.square().sum(1, keepdim=True).sqrt().clamp(min=1e-3)
        seen = found[0] - batch.centers
        along = (seen * rays / length).sum(1, keepdim=True)
        across = (seen - along * rays / length).square().sum(1).add(1e-8).sqrt()
        angle = (across / length[:, 0]).clamp(max=MOST_ANGLE)
        return loss + ANGLE_WEIGHT * (batch.weights * angle).sum() / batch.weights.sum().clamp(min=1e-6)


class Crops(Trainer):
    """Learns from crops at the label's own resolution, and is served whole images of that resolution."""

    def _batch(self, step: int) -> Batch:
        with patch.object(batches, "_random_affine", _random_crop):
            return super()._batch(step)

    def fit(self) -> None:
        super().fit()
        self.student.architecture = replace(self.student.architecture, input_size=CROPPED_INPUT)


class Antialiased(Trainer):
    """Images are reduced by the mean of all pixels, as they are where a student serves."""

    def _batch(self, step: int) -> Batch:
        with patch.object(batches, "warped", _supersampled):
            return super()._batch(step)


_warped, _whole_affine = batches.warped, batches._random_affine


def _supersampled(image: np.ndarray, to_image: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """At twice the size, then the mean of each 2x2."""
    finer = to_image.copy()
    finer[:, :2] /= 2
    finer[:, 2] -= to_image[:, :2] @ [0.25, 0.25]  # pixel (0, 0) covers the four of which it is the mean
    double = _warped(image, finer, (2 * size[0], 2 * size[1]))
    return np.asarray(cv2.resize(double, size, interpolation=cv2.INTER_AREA), np.uint8)


def _random_crop(
    label_size: tuple[int, int],
    input_size: tuple[int, int],
    augmentation: Augmentation,
    rng: np.random.Generator,
) -> np.ndarray:
    """The random similarity of a whole image at CROPPED_INPUT, then a part of it of the input's size."""
    affine = _whole_affine(label_size, CROPPED_INPUT, augmentation, rng).copy()
    room = np.array(CROPPED_INPUT) - np.array(input_size)
    affine[:, 2] += affine[:, :2] @ (rng.uniform(0, 1, 2) * room)
    return affine


def _centers(labels: list[Label]) -> Tensor:
    centers = np.stack([label.T_world_camera[:3, 3] for label in labels]).astype(np.float32)
    return torch.from_numpy(centers).view(-1, 3, 1, 1)


VARIANTS = {
    "none": Variant(),
    "loss gaussian": Variant({"loss": "gaussian"}),
    "loss l1": Variant({"loss": "l1"}),
    "loss mse": Variant({"loss": "mse"}),
    "reprojection term": Variant(trainer=Reprojection),
    "weights by distance": Variant(trainer=NoiseWeights),
    "freeze none": Variant({"freeze": "none"}),
    "freeze early": Variant({"freeze": "early"}),
    "freeze all": Variant({"freeze": "all"}),
    "backbone from scratch": Variant({"backbone_weights": "none"}),
    "augment 0": Variant({"augment": 0.0}),
    "augment 0.5": Variant({"augment": 0.5}),
    "augment 2": Variant({"augment": 2.0}),
    "stride 2": Variant(stride=2),
    "stride 4": Variant(stride=4),
    "input 128": Variant({"input_width": 128}),
    "input 256": Variant({"input_width": 256}),
    "input 320": Variant({"input_width": 320}),
    "crops of 320": Variant(trainer=Crops),
    "antialiased": Variant(trainer=Antialiased),
    "outputs in metres from the origin": Variant(trainer=NoExtent),
    "head of large weights at first": Variant(trainer=LargeStart),
    "last weights, not their mean": Variant(trainer=LastWeights),
    "schedule falls late": Variant(trainer=LateSchedule),
    "learning rate 1e-3": Variant({"learning_rate": 1e-3}),
    "learning rate 4e-3": Variant({"learning_rate": 4e-3}),
    "batches of 4": Variant({"batch_size": 4}),
    "batches of 16": Variant({"batch_size": 16}),
    "float32": Variant(trainer=FloatTraining),
    "not channels-last": Variant(trainer=Contiguous),
    "torch.compile": Variant(trainer=Compiled),
}
"""By what is changed."""
