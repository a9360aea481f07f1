"""The student: one RGB image in, a dense pointmap of one known scene out."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from math import log
from typing import Any

import timm
import torch
from torch import Tensor, nn

from kd3d_ros.networks.paper import PaperCnn, PaperMobilenet, PaperVit
from kd3d_ros.networks.pyramid import Pyramid

UNCERTAINTY_RANGE_M = (1e-3, 1e2)
STRIDES = (1, 2, 4)
SQUEEZE_WEIGHT = 16
"""An input whose aspect is 1 % off is as bad as one that has 16 % more pixels, or less."""
MOST_PIXELS = 2**21
"""Of an input; more would take gigabytes."""
NETWORKS = ("pyramid", "paper_cnn", "paper_mobilenet", "paper_vit")
WITHOUT_BACKBONE = ("paper_cnn", "paper_vit")
IMAGENET_MEAN, IMAGENET_STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


@dataclass(frozen=True)
class Architecture:
    """Everything needed to build the network again before its weights are loaded.

    network: one of NETWORKS.  backbone: a timm model, "" for networks that have none.  width: channels of the
    decoder (pyramid), the head (paper_mobilenet), the tokens (paper_vit) or the first layer (paper_cnn).
    input_size: (width, height) in pixels.  stride: input pixels per output point, along each axis.  depth:
    layers of paper_vit's encoder, and of its decoder.
    """

    preset: str
    network: str
    backbone: str
    width: int
    input_size: tuple[int, int]
    stride: int = 2
    depth: int = 0

    def __post_init__(self) -> None:
        """Refuse what a damaged or hostile bundle could hold: names that timm would fetch, absurd sizes."""
        if self.network not in NETWORKS:
            raise ValueError(f"network {self.network!r} is not one of {NETWORKS}")
        known = [""] if self.network in WITHOUT_BACKBONE else timm.list_models()
        if self.backbone not in known:
            raise ValueError(f"backbone {self.backbone!r} is not a model of timm {timm.__version__}")
        if self.stride not in STRIDES:
            raise ValueError(f"stride {self.stride!r} is not one of {STRIDES}")
        if not 1 <= self.width <= 1024:
            raise ValueError(f"width {self.width!r} is not in 1..1024")
        if not 0 <= self.depth <= 24:
            raise ValueError(f"depth {self.depth!r} is not in 0..24")
        if not all(32 <= side <= 4096 and side % 16 == 0 for side in self.input_size):
            raise ValueError(f"input_size {self.input_size!r}: sides must be multiples of 16 in 32..4096")
        if self.input_size[0] * self.input_size[1] > MOST_PIXELS:
            raise ValueError(f"input_size {self.input_size!r} has more than {MOST_PIXELS} pixels")

    @property
    def output_size(self) -> tuple[int, int]:
        """(width, height) of the pointmap."""
        return self.input_size[0] // self.stride, self.input_size[1] // self.stride

    def with_aspect(self, image_size: tuple[int, int]) -> Architecture:
        """The same network for images of another aspect: about as many pixels, sides multiples of 16."""
        area = self.input_size[0] * self.input_size[1]
        side_ratio = max(image_size) / min(image_size)

        def misfit(size: tuple[int, int]) -> float:
            squeezed, larger = size[0] / size[1] / side_ratio, size[0] * size[1] / area
            return SQUEEZE_WEIGHT * abs(log(squeezed)) + abs(log(larger))

        nearest = round((area / side_ratio) ** 0.5 / 16)
        shorts = (16 * max(2, nearest + step) for step in (-1, 0, 1))
        # Rounding the longer side changes the aspect least.
        long, short = min(((16 * round(short * side_ratio / 16), short) for short in shorts), key=misfit)
        landscape = image_size[0] >= image_size[1]
        return replace(self, input_size=(long, short) if landscape else (short, long))

    def as_dict(self) -> dict[str, object]:
        """Plain values for YAML."""
        return {**asdict(self), "input_size": list(self.input_size)}


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
        mean, std = config.get("mean", IMAGENET_MEAN), config.get("std", IMAGENET_STD)
        self.register_buffer("pixel_mean", 255.0 * torch.tensor(mean).view(1, 3, 1, 1))
        self.register_buffer("pixel_std", 255.0 * torch.tensor(std).view(1, 3, 1, 1))
        self.register_buffer("scene_center", torch.zeros(3))
        self.register_buffer("scene_scale", torch.ones(1))
        if architecture.network != "pyramid":  # it says nothing of its uncertainty
            self.log_uncertainty = nn.Parameter(torch.zeros(1))

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


def _network(architecture: Architecture) -> nn.Module:
    a = architecture
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
