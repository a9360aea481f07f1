"""How each student is trained unless flags say otherwise: ours as measured, the paper's as published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Loss = Literal["likelihood", "gaussian", "l1", "mse"]
Optimizer = Literal["adamw", "adam"]
Freeze = Literal["none", "early", "thaw", "all"]


@dataclass(frozen=True)
class Recipe:
    """learning_rate: the peak.  freeze: of the pretrained backbone.  augment: times the full augmentation."""

    learning_rate: float = 2e-3
    loss: Loss = "likelihood"
    optimizer: Optimizer = "adamw"
    freeze: Freeze = "thaw"
    augment: float = 1.0


def _paper(learning_rate: float) -> Recipe:
    return Recipe(learning_rate, loss="mse", optimizer="adam", freeze="none", augment=0.0)


RECIPES = {
    "kd3d_s": Recipe(),
    "kd3d_m": Recipe(),
    "kd3d_l": Recipe(learning_rate=5e-4),
    "paper_cnn": _paper(1e-4),
    "paper_mobilenet": _paper(1e-3),
    "paper_vit": _paper(2.5e-4),
}
