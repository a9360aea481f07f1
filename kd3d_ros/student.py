"""The student: one RGB image in, a dense pointmap of one known scene out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import timm
import torch
from torch import Tensor, nn

from kd3d_ros.architecture import Architecture
from kd3d_ros.networks.paper import PaperCnn, PaperMobilenet, PaperVit
from kd3d_ros.networks.pyramid import Pyramid

UNCERTAINTY_RANGE_M = (1e-3, 1e2)
IMAGENET_MEAN, IMAGENET_STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)

PRESETS = {
    one.preset: one
    for one in (
        Architecture("kd3d_s", "pyramid", "tf_efficientnet_lite0", 96, (192, 144), stride=1),
        Architecture("kd3d_m", "pyramid", "tf_efficientnet_lite2", 128, (192, 144), stride=1),
        Architecture("kd3d_l", "pyramid", "vit_small_patch16_224", 128, (320, 240)),
        Architecture("paper_cnn", "paper_cnn", "", 64, (512, 384), stride=1),
        Architecture(
            "paper_mobilenet", "paper_mobilenet", "mobilenetv3_large_100", 256, (512, 384), stride=1
        ),
        Architecture("paper_vit", "paper_vit", "", 256, (512, 384), stride=1, depth=4),
    )
}


class Student(nn.Module):
    """A network, between the normalization of its images and the extent of its scene."""

    scene_center: Tensor
    scene_scale: Tensor
    pixel_mean: Tensor
    pixel_std: Tensor

    def __init__(self, architecture: Architecture) -> None:
        super().__init__()
        self.architecture = architecture
        self.network = _network(architecture)
        config = self.backbone.pretrained_cfg if self.backbone is not None else {}
        self.register_buffer("pixel_mean", torch.zeros(1, 3, 1, 1))
        self.register_buffer("pixel_std", torch.ones(1, 3, 1, 1))
        self.normalize_as(config)
        self.register_buffer("scene_center", torch.zeros(3))
        self.register_buffer("scene_scale", torch.ones(1))
        if architecture.network != "pyramid":  # it says nothing of its uncertainty
            self.log_uncertainty = nn.Parameter(torch.zeros(1))

    def normalize_as(self, config: Mapping[str, Any]) -> None:
        """Give the network pixels as these weights of timm's (their `pretrained_cfg`) expect them."""
        for buffer, name, default in (
            (self.pixel_mean, "mean", IMAGENET_MEAN),
            (self.pixel_std, "std", IMAGENET_STD),
        ):
            buffer.copy_(255.0 * torch.tensor(config.get(name, default)).view(1, 3, 1, 1))

    @property
    def backbone(self) -> Any:
        """The timm model inside, or None."""
        return getattr(self.network, "backbone", None)

    @property
    def has_backbone(self) -> bool:
        """Whether `keep_backbone_in_float32` can do anything."""
        return isinstance(self.network, Pyramid)

    def keep_backbone_in_float32(self, keep: bool) -> None:
        """Under autocast; a backbone's first layers lose most by fewer digits."""
        if isinstance(self.network, Pyramid):
            self.network.full_backbone = keep

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Images (b, 3, H, W), RGB in [0, 255] -> points (b, 3, h, w) and uncertainty (b, h, w), metres.

        Points are in the world frame; uncertainty, before calibration, is the expected distance to the
        true point.
        """
        raw = self.network((images - self.pixel_mean) / self.pixel_std)
        points = self.scene_center.view(1, 3, 1, 1) + self.scene_scale * raw[:, :3]
        log_uncertainty = raw[:, 3] if raw.shape[1] == 4 else self.log_uncertainty.expand(raw[:, 0].shape)
        uncertainty = self.scene_scale * log_uncertainty.exp()
        return points, uncertainty.clamp(*UNCERTAINTY_RANGE_M)


def check_backbone(architecture: Architecture) -> None:
    """Raise ValueError for a backbone that the installed timm does not have."""
    if architecture.backbone and architecture.backbone not in timm.list_models():
        raise ValueError(f"backbone {architecture.backbone!r} is not a model of timm {timm.__version__}")


def _network(architecture: Architecture) -> nn.Module:
    a = architecture
    check_backbone(a)
    if a.network == "paper_cnn":
        return PaperCnn(a.width)
    if a.network == "paper_mobilenet":
        return PaperMobilenet(a.backbone, a.width)
    if a.network == "paper_vit":
        return PaperVit(a.width, a.depth, a.input_size)
    return Pyramid(a.backbone, a.width, a.stride, a.input_size)


def parameter_count(student: nn.Module) -> int:
    """Number of trained numbers."""
    return sum(p.numel() for p in student.parameters())
