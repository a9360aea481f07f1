"""Any timm backbone -> feature pyramid -> raw maps: the network of the kd3d presets."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import timm
import torch
import torch.nn.functional as F
from torch import Tensor, nn

LEVELS = (4, 8, 16, 32)
"""Strides of the pyramid's levels, finest first."""
PATCH = 16
"""Stride of the vision transformers that can be a backbone."""


class Pyramid(nn.Module):
    """Backbone -> feature pyramid (Lin et al. 2017) to stride 4 -> raw maps (b, 4, h, w).

    The finest level is narrower: at full width its convolutions would be half of a training step.

    The output grid is finer: what the head says at stride 4 is interpolated, which is right on planes, and a
    pixel shuffle (Shi et al. 2016) adds the detail, so that a dense map costs what a coarse one does.
    """

    backbone: Any
    full_backbone: bool
    """Under autocast, whether the backbone computes in float32 all the same."""

    def __init__(self, backbone: str, width: int, stride: int, input_size: tuple[int, int]) -> None:
        """input_size: (width, height).  Raises ValueError for a backbone without maps of such strides."""
        super().__init__()
        self.full_backbone = False
        self.backbone, self.reassemble = _features(backbone, input_size)
        fine = width * 2 // 3
        widths = [fine, width, width, width]
        channels = self.backbone.feature_info.channels()
        self.lateral = nn.ModuleList(nn.Conv2d(c, w, 1) for c, w in zip(channels, widths, strict=True))
        self.smooth = nn.ModuleList(nn.Sequential(_conv_block(w), _conv_block(w)) for w in widths)
        self.narrow = nn.Conv2d(width, fine, 1)
        self.upscale = 4 // stride
        self.head = nn.Conv2d(fine, 4, 1)
        self.detail = nn.Conv2d(fine, 4 * self.upscale**2, 1, bias=False)
        nn.init.normal_(self.head.weight, std=1e-2)
        nn.init.zeros_(self.detail.weight)

    def forward(self, images: Tensor) -> Tensor:
        """Normalized images (b, 3, H, W) -> raw maps (b, 4, h, w), float32."""
        with torch.autocast(images.device.type, enabled=False) if self.full_backbone else nullcontext():
            features = self.reassemble(self.backbone(images))
        x = self.smooth[-1](self.lateral[-1](features[-1]))
        for i in (2, 1, 0):
            finer = self.lateral[i](features[i])
            coarser = self.narrow(x) if i == 0 else x
            x = self.smooth[i](finer + F.interpolate(coarser, size=finer.shape[-2:], mode="nearest"))
        # A bfloat16 output would quantize a 5 m room to centimetres.
        with torch.autocast(x.device.type, enabled=False):
            x = x.float()
            coarse = F.interpolate(self.head(x), scale_factor=self.upscale, mode="bilinear")
            return coarse + F.pixel_shuffle(self.detail(x), self.upscale)


class Reassemble(nn.Module):
    """Maps of a plain vision transformer, all of stride 16 -> LEVELS (DPT, Ranftl et al. 2021)."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.resample = nn.ModuleList(
            [
                nn.ConvTranspose2d(channels, channels, 4, stride=4, groups=channels),
                nn.ConvTranspose2d(channels, channels, 2, stride=2, groups=channels),
                nn.Identity(),
                nn.Conv2d(channels, channels, 3, stride=2, padding=1, groups=channels),
            ]
        )
        self.norm = nn.ModuleList(nn.GroupNorm(1, channels) for _ in LEVELS)

    def forward(self, features: list[Tensor]) -> list[Tensor]:
        normed = (norm(x) for norm, x in zip(self.norm, features, strict=True))
        return [resample(x) for resample, x in zip(self.resample, normed, strict=True)]


def _features(name: str, input_size: tuple[int, int]) -> tuple[Any, nn.Module]:
    """The timm model as four maps, and what brings those to LEVELS."""
    probe: Any = timm.create_model(name)
    strides = [level["reduction"] for level in probe.feature_info]
    if all(stride in strides for stride in LEVELS):
        chosen = tuple(strides.index(stride) for stride in LEVELS)
        return timm.create_model(name, features_only=True, out_indices=chosen), nn.Identity()
    if set(strides) != {PATCH}:
        raise ValueError(
            f"backbone {name!r} has maps of strides {sorted(set(strides))}; a student needs {list(LEVELS)}, "
            f"or a vision transformer with patches of {PATCH} pixels"
        )
    # The last sixth of a transformer serves its own task; without it the student is that much smaller.
    chosen = tuple(round(len(strides) * (n + 1) * 5 / 24) - 1 for n in range(4))
    width, height = input_size
    model: Any = timm.create_model(name, features_only=True, out_indices=chosen, img_size=(height, width))
    return model, Reassemble(model.feature_info.channels()[0])


def _conv_block(channels: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(channels, channels, 3, padding=1, bias=False),
        nn.BatchNorm2d(channels),
        nn.ReLU6(inplace=True),
    )
