"""Augmented training batches: a random similarity of the image plane, and colours.

Warping an image does not move the world, so each output pixel's target is found exactly: where does its
centre lie in the label's image, what is the depth there, and where in the world is that point.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from kd3d_ros.architecture import Architecture
from kd3d_ros.geometry import Array, Points, pixel_grid, resize_affine, unproject_at
from offline.labels import Label


@dataclass(frozen=True)
class Augmentation:
    """Ranges of the random changes; zeros for none."""

    scale: float = 1.25
    """Largest zoom in or out, as a factor."""
    rotation_deg: float = 12.0
    """Largest roll of the camera."""
    shift: float = 0.1
    """Largest shift, as a share of the image's sides."""
    brightness: float = 0.3
    """Largest change of exposure, as a share."""
    contrast: float = 0.3
    """Largest change of contrast, as a share."""
    saturation: float = 0.4
    """Largest change of saturation, as a share."""
    white_balance: float = 0.08
    """Largest change of each colour channel, as a share."""

    def times(self, strength: float) -> Augmentation:
        """All ranges, `strength` times as wide."""
        ranges = {name: value * strength for name, value in asdict(self).items()}
        return Augmentation(**{**ranges, "scale": self.scale**strength})


NO_AUGMENTATION = Augmentation().times(0)


@dataclass(frozen=True)
class Batch:
    """images (b, 3, H, W) in [0, 255]; points (b, 3, h, w) metres; weights (b, h, w), 0 = no target."""

    images: Tensor
    points: Tensor
    weights: Tensor


def make_batch(
    labels: list[Label], architecture: Architecture, augmentation: Augmentation, rng: np.random.Generator
) -> Batch:
    """One augmented batch, ready for the network."""
    samples = [_sample(label, architecture, augmentation, rng) for label in labels]
    images, points, weights = (np.stack(parts) for parts in zip(*samples, strict=True))
    return Batch(
        torch.from_numpy(images).permute(0, 3, 1, 2).contiguous(memory_format=torch.channels_last),
        torch.from_numpy(points).permute(0, 3, 1, 2),
        torch.from_numpy(weights),
    )


def _sample(
    label: Label, architecture: Architecture, augmentation: Augmentation, rng: np.random.Generator
) -> tuple[Points, Points, Points]:
    height, width = label.depth.shape
    to_label = _random_affine((width, height), architecture.input_size, augmentation, rng)
    image = warped(label.image, to_label, architecture.input_size)
    points, weights = targets(label, to_label, architecture)
    return _recolour(image, augmentation, rng), points, weights


def warped(image: NDArray[np.uint8], to_image: Array, size: tuple[int, int]) -> NDArray[np.uint8]:
    """`image` at `size` (width, height).  to_image: (2, 3) affine from the result's pixels to its own."""
    result: Any = cv2.warpAffine(
        image,
        to_image,
        size,
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REFLECT_101,
    )
    return np.asarray(result, np.uint8)


def targets(label: Label, to_label: Array, architecture: Architecture) -> tuple[Points, Points]:
    """World points (h, w, 3) and weights (h, w) of the output pixels of a warped image.

    to_label: (2, 3) affine from pixels of the network's input to pixels of the label's image.
    """
    grid = pixel_grid(*architecture.input_size, architecture.stride)
    at = (grid @ to_label[:, :2].T + to_label[:, 2]).astype(np.float32)
    points = unproject_at(at, label.depth, label.K, label.T_world_camera)
    valid = np.isfinite(points[..., 0])
    height, width = label.depth.shape
    u, v = np.moveaxis(np.rint(at).astype(np.int32), -1, 0)
    confidence = label.confidence[v.clip(0, height - 1), u.clip(0, width - 1)]
    return np.where(valid[..., None], points, 0), np.where(valid, confidence, 0).astype(np.float32)


def _random_affine(
    label_size: tuple[int, int],
    input_size: tuple[int, int],
    augmentation: Augmentation,
    rng: np.random.Generator,
) -> Array:
    """The resize to the network's input, after a random similarity about the image's centre."""
    zoom = np.exp(rng.uniform(-1, 1) * np.log(augmentation.scale))
    angle = np.radians(rng.uniform(-1, 1) * augmentation.rotation_deg)
    size = np.array(label_size)
    shift = rng.uniform(-1, 1, 2) * augmentation.shift * size
    R = zoom * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    centre = (size - 1) / 2
    similarity = np.vstack([np.column_stack([R, centre - R @ centre + shift]), [0, 0, 1]])
    resize = np.vstack([resize_affine(label_size, input_size), [0, 0, 1]])
    affine: Array = (similarity @ resize)[:2]
    return affine


def _recolour(image: NDArray[np.uint8], augmentation: Augmentation, rng: np.random.Generator) -> Points:
    """Random exposure, contrast, white balance and saturation as one 3x3 matrix and offset; float32."""
    exposure = 1 + rng.uniform(-1, 1) * augmentation.brightness
    contrast = 1 + rng.uniform(-1, 1) * augmentation.contrast
    saturation = 1 + rng.uniform(-1, 1) * augmentation.saturation
    balance = 1 + rng.uniform(-1, 1, 3) * augmentation.white_balance
    to_grey = np.tile([0.299, 0.587, 0.114], (3, 1))
    matrix = exposure * contrast * (saturation * np.eye(3) + (1 - saturation) * to_grey) @ np.diag(balance)
    offset = exposure * (1 - contrast) * float(image.mean())
    recoloured = cv2.transform(image, np.column_stack([matrix, np.full(3, offset)]).astype(np.float32))
    return np.asarray(recoloured, dtype=np.float32)
