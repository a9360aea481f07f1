"""DUSt3R's forward pass, taken apart: encode an image once, decode a pair in both directions.

The library's network brings the layers; they are put together here.  Attention is torch's fused one and the
rotary tables are computed once per image shape, which is faster; in float32 the outputs equal the
library's up to rounding (a test holds them to 1e-4).

DUSt3R: Wang et al., CVPR 2024, section 3.  Rotary embedding in two dimensions: CroCo v2, ICCV 2023.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray

from kd3d_ros.geometry import Points
from offline.teachers.dust3r_weights import PATCH
from offline.teachers.pairs import PairPrediction

Shape = tuple[int, int]
Rotation = tuple[torch.Tensor, torch.Tensor]
"""Cosines and sines (tokens, 1, 2, channels / 4): of a token's row, then of its column."""


class Dust3rNetwork:
    """The network on a device, in a precision (a torch dtype: float32, or a half one for autocast)."""

    def __init__(self, network: Any, device: torch.device, dtype: torch.dtype) -> None:
        self._network = network.to(device)
        self._device = device
        self._dtype = dtype
        self._rotations: dict[tuple[Shape, int], Rotation] = {}

    @torch.inference_mode()
    def encode(self, images: Sequence[NDArray[np.uint8]]) -> torch.Tensor:
        """Features (n, tokens, channels) of RGB images (h, w, 3) of one shape, on the device."""
        shape = images[0].shape[:2]
        pixels = torch.from_numpy(np.stack(images)).to(self._device).permute(0, 3, 1, 2)
        network = self._network
        with self._autocast():
            x = network.patch_embed.proj((pixels.float() / 255 - 0.5) / 0.5)
            x = network.patch_embed.norm(x.flatten(2).transpose(1, 2))
            for block in network.enc_blocks:
                x = x + _self_attention(block.attn, block.norm1(x), self._rotation(shape, block.attn))
                x = x + block.mlp(block.norm2(x))
            return network.enc_norm(x)

    @torch.inference_mode()
    def decode(
        self, a: Sequence[torch.Tensor], b: Sequence[torch.Tensor], shape_a: Shape, shape_b: Shape
    ) -> list[tuple[PairPrediction, PairPrediction]]:
        """For features a and b (n each, (tokens, channels)) of images of one shape each: what is seen in a's
        frame, and what is seen in b's frame.
        """
        count = len(a)
        features_a, features_b = (torch.stack(list(side)).to(self._device) for side in (a, b))
        if shape_a == shape_b:
            both = torch.cat([features_a, features_b]), torch.cat([features_b, features_a])
            predictions = self._decode_one_way(*both, shape_a, shape_b)
            return list(zip(predictions[:count], predictions[count:], strict=True))
        forth = self._decode_one_way(features_a, features_b, shape_a, shape_b)
        back = self._decode_one_way(features_b, features_a, shape_b, shape_a)
        return list(zip(forth, back, strict=True))

    def _decode_one_way(
        self, own: torch.Tensor, other: torch.Tensor, own_shape: Shape, other_shape: Shape
    ) -> list[PairPrediction]:
        network = self._network
        with self._autocast():
            x, y = network.decoder_embed(own), network.decoder_embed(other)
            own_layers, other_layers = [own], [other]
            for block_own, block_other in zip(network.dec_blocks, network.dec_blocks2, strict=True):
                rotation_x = self._rotation(own_shape, block_own.attn)
                rotation_y = self._rotation(other_shape, block_own.attn)
                x, y = (
                    _decoder_block(block_own, x, y, rotation_x, rotation_y),
                    _decoder_block(block_other, y, x, rotation_y, rotation_x),
                )
                own_layers.append(x)
                other_layers.append(y)
            own_layers[-1], other_layers[-1] = network.dec_norm(x), network.dec_norm(y)
        # As DUSt3R itself: half precision would show in the exponential of the distance.
        with torch.autocast(self._device.type, enabled=False):
            own_maps = network.downstream_head1([layer.float() for layer in own_layers], own_shape)
            other_maps = network.downstream_head2([layer.float() for layer in other_layers], other_shape)
        own_points, own_confidence = _pointmaps(own_maps)
        other_points, other_confidence = _pointmaps(other_maps)
        fields = zip(own_points, other_points, own_confidence, other_confidence, strict=True)
        return [PairPrediction(*maps) for maps in fields]

    def _autocast(self) -> torch.autocast:
        return torch.autocast(self._device.type, self._dtype, enabled=self._dtype != torch.float32)

    def _rotation(self, shape: Shape, attention: Any) -> Rotation:
        """Tables for the tokens of an image of that shape (h, w), for one head's channels."""
        channels = attention.proj.in_features // attention.num_heads
        key = shape, channels
        if key not in self._rotations:
            base = self._network.rope.base
            tables = rotary_tables((shape[0] // PATCH, shape[1] // PATCH), channels, base)
            self._rotations[key] = tuple(table.to(self._device) for table in tables)  # type: ignore[assignment]
        return self._rotations[key]


def rotary_tables(grid: Shape, channels: int, base: float) -> Rotation:
    """Cosines and sines (rows * columns, 1, 2, channels / 4) of the tokens of a grid (rows, columns).

    Half of a head's channels turn with the row, half with the column, by angles position / base^(2k / half).
    """
    half = channels // 2
    frequency = base ** (-torch.arange(0, half, 2, dtype=torch.float32) / half)
    positions = torch.cartesian_prod(*(torch.arange(n, dtype=torch.float32) for n in grid))
    angles = (positions[:, :, None] * frequency)[:, None]
    return angles.cos(), angles.sin()


def rotate(tokens: torch.Tensor, rotation: Rotation) -> torch.Tensor:
    """Tokens (..., n, heads, channels) turned: channel k and k + channels / 4 of each half are a plane."""
    cosine, sine = (table.to(tokens.dtype) for table in rotation)
    first, second = tokens.unflatten(-1, (2, 2, -1)).unbind(-2)
    turned = first * cosine - second * sine, second * cosine + first * sine
    return torch.stack(turned, dim=-2).flatten(-3)


def _self_attention(attention: Any, x: torch.Tensor, rotation: Rotation) -> torch.Tensor:
    q, k, v = attention.qkv(x).unflatten(-1, (3, attention.num_heads, -1)).unbind(2)
    return _attend(attention, rotate(q, rotation), rotate(k, rotation), v)


def _cross_attention(
    attention: Any, x: torch.Tensor, memory: torch.Tensor, rotation: Rotation, memory_rotation: Rotation
) -> torch.Tensor:
    heads = attention.num_heads, -1
    q, k, v = (
        project(tokens).unflatten(-1, heads)
        for project, tokens in ((attention.projq, x), (attention.projk, memory), (attention.projv, memory))
    )
    return _attend(attention, rotate(q, rotation), rotate(k, memory_rotation), v)


def _attend(attention: Any, q: torch.Tensor, k: torch.Tensor, v: torch.Tensor) -> torch.Tensor:
    """Tokens (b, n, channels) from queries (b, n, heads, c), keys and values (b, m, heads, c)."""
    q, k, v = (tokens.transpose(1, 2) for tokens in (q, k, v))
    out = F.scaled_dot_product_attention(q, k, v, scale=attention.scale)
    mixed: torch.Tensor = attention.proj(out.transpose(1, 2).flatten(2))
    return mixed


def _decoder_block(
    block: Any, x: torch.Tensor, y: torch.Tensor, rotation_x: Rotation, rotation_y: Rotation
) -> torch.Tensor:
    """Tokens x after looking at themselves and at the other image's tokens y."""
    x = x + _self_attention(block.attn, block.norm1(x), rotation_x)
    x = x + _cross_attention(block.cross_attn, block.norm2(x), block.norm_y(y), rotation_x, rotation_y)
    out: torch.Tensor = x + block.mlp(block.norm3(x))
    return out


def _pointmaps(maps: dict[str, torch.Tensor]) -> tuple[Points, Points]:
    """Points (n, h, w, 3) and confidence (n, h, w) float32; where either is not finite, 0: no prediction."""
    points, confidence = (maps[name].to("cpu", torch.float32).numpy() for name in ("pts3d", "conf"))
    finite = np.isfinite(points).all(axis=-1) & np.isfinite(confidence)
    return np.where(finite[..., None], points, 0), np.where(finite, confidence, 0)
