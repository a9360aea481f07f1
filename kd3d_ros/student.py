"""The student: one RGB image in, a dense pointmap of one known scene out."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

import timm
import torch
import torch.nn.functional as F
from torch import Tensor, nn

UNCERTAINTY_RANGE_M = (1e-3, 1e2)
STRIDES = (1, 2, 4)


@dataclass(frozen=True)
class Architecture:
    """Everything needed to build the network again before its weights are loaded.

    input_size: (width, height) in pixels.  stride: input pixels per output point, along each axis.
    """

    preset: str
    backbone: str
    decoder_channels: int
    input_size: tuple[int, int]
    stride: int = 2

    def __post_init__(self) -> None:
        """Refuse what a damaged or hostile bundle could hold: names that timm would fetch, absurd sizes."""
        if self.backbone not in timm.list_models():
            raise ValueError(f"backbone {self.backbone!r} is not a model of timm {timm.__version__}")
        if self.stride not in STRIDES:
            raise ValueError(f"stride {self.stride!r} is not one of {STRIDES}")
        if not 1 <= self.decoder_channels <= 1024:
            raise ValueError(f"decoder_channels {self.decoder_channels!r} is not in 1..1024")
        if not all(32 <= side <= 4096 and side % 16 == 0 for side in self.input_size):
            raise ValueError(f"input_size {self.input_size!r}: sides must be multiples of 16 in 32..4096")

    @property
    def output_size(self) -> tuple[int, int]:
        """(width, height) of the pointmap."""
        return self.input_size[0] // self.stride, self.input_size[1] // self.stride

    def with_aspect(self, image_size: tuple[int, int]) -> Architecture:
        """The same network for images of another aspect: about as many pixels, sides multiples of 16."""
        area = self.input_size[0] * self.input_size[1]
        side_ratio = max(image_size) / min(image_size)
        # Rounding the longer side changes the aspect least.
        short = 16 * max(2, round((area / side_ratio) ** 0.5 / 16))
        long = 16 * round(short * side_ratio / 16)
        landscape = image_size[0] >= image_size[1]
        return replace(self, input_size=(long, short) if landscape else (short, long))

    def as_dict(self) -> dict[str, object]:
        """Plain values for YAML."""
        return {**asdict(self), "input_size": list(self.input_size)}


PRESETS = {
    "kd3d_s": Architecture("kd3d_s", "tf_efficientnet_lite0", decoder_channels=96, input_size=(320, 240)),
}


class Student(nn.Module):
    """timm backbone -> feature pyramid (Lin et al. 2017) to stride 4 -> points and their uncertainty.

    The finest level is narrower: at full width its convolutions would be half of a training step.

    The output grid is finer: points of stride 4 are interpolated, which is right on planes, and a pixel
    shuffle (Shi et al. 2016) adds the detail, so that a dense map costs what a coarse one does.
    """

    backbone: Any
    scene_center: Tensor
    scene_scale: Tensor
    pixel_mean: Tensor
    pixel_std: Tensor

    def __init__(self, architecture: Architecture) -> None:
        super().__init__()
        self.architecture = architecture
        self.backbone = timm.create_model(architecture.backbone, features_only=True, out_indices=(1, 2, 3, 4))
        config = self.backbone.pretrained_cfg
        self.register_buffer("pixel_mean", 255.0 * torch.tensor(config["mean"]).view(1, 3, 1, 1))
        self.register_buffer("pixel_std", 255.0 * torch.tensor(config["std"]).view(1, 3, 1, 1))
        self.register_buffer("scene_center", torch.zeros(3))
        self.register_buffer("scene_scale", torch.ones(1))
        width = architecture.decoder_channels
        fine = width * 2 // 3
        widths = [fine, width, width, width]
        channels = self.backbone.feature_info.channels()
        self.lateral = nn.ModuleList(nn.Conv2d(c, w, 1) for c, w in zip(channels, widths, strict=True))
        self.smooth = nn.ModuleList(nn.Sequential(_conv_block(w), _conv_block(w)) for w in widths)
        self.narrow = nn.Conv2d(width, fine, 1)
        self.upscale = 4 // architecture.stride
        self.head = nn.Conv2d(fine, 4, 1)
        self.detail = nn.Conv2d(fine, 4 * self.upscale**2, 1, bias=False)
        nn.init.normal_(self.head.weight, std=1e-2)
        nn.init.zeros_(self.detail.weight)

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Images (b, 3, H, W), RGB in [0, 255] -> points (b, 3, h, w) and uncertainty (b, h, w), metres.

        Points are in the world frame; uncertainty is the expected distance to the true point.
        """
        features = self.backbone((images - self.pixel_mean) / self.pixel_std)
        x = self.smooth[-1](self.lateral[-1](features[-1]))
        for i in (2, 1, 0):
            finer = self.lateral[i](features[i])
            coarser = self.narrow(x) if i == 0 else x
            x = self.smooth[i](finer + F.interpolate(coarser, size=finer.shape[-2:], mode="nearest"))
        # A bfloat16 output would quantize a 5 m room to centimetres.
        with torch.autocast(x.device.type, enabled=False):
            x = x.float()
            coarse = F.interpolate(self.head(x), scale_factor=self.upscale, mode="bilinear")
            raw = coarse + F.pixel_shuffle(self.detail(x), self.upscale)
        points = self.scene_center.view(1, 3, 1, 1) + self.scene_scale * raw[:, :3]
        uncertainty = self.scene_scale * raw[:, 3].exp()
        return points, uncertainty.clamp(*UNCERTAINTY_RANGE_M)


def _conv_block(channels: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(channels, channels, 3, padding=1, bias=False),
        nn.BatchNorm2d(channels),
        nn.ReLU6(inplace=True),
    )


def parameter_count(student: nn.Module) -> int:
    """Number of trained numbers."""
    return sum(p.numel() for p in student.parameters())
