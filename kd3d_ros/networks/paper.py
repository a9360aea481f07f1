"""The students of "Multi-View 3D Reconstruction using Knowledge Distillation", their code's faults fixed.

As published: the convolutional network, the truncated MobileNet and the vision transformer, their widths and
heads.  Fixed: the transformer attends over patches (theirs, for want of `batch_first`, over the batch); its
patches are of 16 pixels and tile the image (theirs, of 64, dropped the last rows); outputs are in units of
the scene's extent, so that a network starts at the scene's centre.  All students share our schedule (warm-up,
then cosine) and the clipping of gradients.
"""

from __future__ import annotations

from typing import Any

import timm
import torch
import torch.nn.functional as F
from timm.layers.pos_embed_sincos import build_sincos2d_pos_embed
from torch import Tensor, nn

PATCH = 16


class PaperCnn(nn.Module):
    """5x5 convolutions of 64-128-256-512 channels, 1x1 and 5x5 of 512, three 1x1; at full resolution."""

    def __init__(self, width: int) -> None:
        """width: channels of the first layer (64 in the paper)."""
        super().__init__()
        last = 8 * width
        plan = [
            (width, 5),
            (2 * width, 5),
            (4 * width, 5),
            (last, 5),
            (last, 1),
            (last, 5),
            (last, 1),
            (last, 1),
        ]
        layers: list[nn.Module] = []
        before = 3
        for channels, kernel in plan:
            layers += [nn.Conv2d(before, channels, kernel, padding=kernel // 2), nn.ReLU(inplace=True)]
            before = channels
        self.layers = nn.Sequential(*layers)
        self.head = nn.Conv2d(before, 3, 1)

    def forward(self, images: Tensor) -> Tensor:
        """Normalized images (b, 3, H, W) -> raw points (b, 3, H, W), float32."""
        return _in_float32(self.head, self.layers(images))


class PaperMobilenet(nn.Module):
    """MobileNetV3-Large up to stride 16 (112 channels), then the shuffle head."""

    backbone: Any

    def __init__(self, backbone: str, width: int) -> None:
        super().__init__()
        self.backbone = timm.create_model(backbone, features_only=True, out_indices=(3,))
        if hasattr(self.backbone, "blocks"):  # timm computes the later ones too, and throws their maps away
            last = int(self.backbone.feature_info.module_name()[0].split(".")[1])
            self.backbone.blocks = self.backbone.blocks[: last + 1]
        self.head = ShuffleHead(self.backbone.feature_info.channels()[0], width)

    def forward(self, images: Tensor) -> Tensor:
        """Normalized images (b, 3, H, W) -> raw points (b, 3, H, W), float32."""
        return _in_float32(self.head, self.backbone(images)[0])


class PaperVit(nn.Module):
    """Patches -> transformer encoder and decoder of `depth` layers each -> the shuffle head."""

    position: Tensor

    def __init__(self, width: int, depth: int, input_size: tuple[int, int], dropout: float = 0.1) -> None:
        """input_size: (width, height)."""
        super().__init__()
        self.embed = nn.Conv2d(3, width, PATCH, stride=PATCH)
        self.shape = input_size[1] // PATCH, input_size[0] // PATCH
        position = build_sincos2d_pos_embed(list(self.shape), dim=width)
        self.register_buffer("position", position, persistent=False)
        self.transformer = nn.Transformer(
            width,
            nhead=8,
            num_encoder_layers=depth,
            num_decoder_layers=depth,
            dim_feedforward=4 * width,
            dropout=dropout,
            batch_first=True,
        )
        self.head = ShuffleHead(width, width)

    def forward(self, images: Tensor) -> Tensor:
        """Normalized images (b, 3, H, W) -> raw points (b, 3, H, W), float32."""
        tokens = self.embed(images).flatten(2).transpose(1, 2) + self.position
        queries = self.position.expand(images.shape[0], -1, -1)  # len() would be a constant of the export
        decoded = self.transformer(tokens, queries)
        return _in_float32(self.head, decoded.transpose(1, 2).unflatten(2, self.shape))


class ShuffleHead(nn.Module):
    """Two 1x1 to one number per pixel of a patch, pixel shuffle by 16, 7x7 to 3, 1x1."""

    def __init__(self, channels: int, width: int) -> None:
        super().__init__()
        self.mix = nn.Sequential(
            nn.Conv2d(channels, width, 1), nn.ReLU(inplace=True), nn.Conv2d(width, PATCH**2, 1)
        )
        self.refine = nn.Sequential(nn.Conv2d(1, 3, 7, padding=3), nn.Conv2d(3, 3, 1))

    def forward(self, x: Tensor) -> Tensor:
        refined: Tensor = self.refine(F.pixel_shuffle(self.mix(x), PATCH))
        return refined


def _in_float32(head: nn.Module, x: Tensor) -> Tensor:
    """A bfloat16 output would quantize a 5 m room to centimetres."""
    with torch.autocast(x.device.type, enabled=False):
        raw: Tensor = head(x.float())
        return raw
