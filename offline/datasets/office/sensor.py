"""A colour camera's failings: automatic exposure, white balance, vignetting and noise."""

from __future__ import annotations

import numpy as np

from offline.datasets.office.atlas import Float32
from offline.datasets.office.mesh import Image

NOISE = {"shot": 6e-4, "read": 1e-3}  # variance per unit of light; deviation in the dark (full scale is 1)
GREY, ADAPTATION = 0.30, 0.6  # mean level aimed at, and how much of the way the exposure goes
DISPLAY = (np.linspace(0, 1, 4096) ** (1 / 2.2) * 255 + 0.5).astype(np.uint8)  # linear -> display level


def photograph(radiance: Float32, rng: np.random.Generator) -> Image:
    """An (H, W, 3) uint8 RGB photograph of linear radiance."""
    height, width = radiance.shape[:2]
    gain = (GREY / np.minimum(radiance, 1.5).mean()) ** ADAPTATION * np.exp(0.1 * rng.standard_normal())
    balance = np.exp(0.025 * rng.standard_normal(3)) * gain
    v = np.linspace(-1, 1, height, dtype=np.float32)[:, None] * height / width
    u = np.linspace(-1, 1, width, dtype=np.float32)
    light = radiance * balance.astype(np.float32) * (1 - 0.15 * (u * u + v * v))[..., None]
    grain = rng.standard_normal(light.shape, dtype=np.float32)
    light += grain * np.sqrt(np.float32(NOISE["shot"]) * light + np.float32(NOISE["read"] ** 2))
    image: Image = DISPLAY[(np.clip(light, 0, 1) * (len(DISPLAY) - 1)).astype(np.intp)]
    return image
