"""Model, optimizer, schedule and checkpoints of one training."""

from __future__ import annotations

import logging
import math
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
import yaml
from safetensors.torch import save_file
from torch import Tensor
from torch.utils.tensorboard import SummaryWriter

from kd3d_ros.device import resolve_device, wait_for
from kd3d_ros.files import written_whole
from kd3d_ros.student import Student, parameter_count
from offline.config import ConfigError
from offline.labels import Label
from offline.progress import progress
from offline.training.backbone import Freezing, load_backbone
from offline.training.batches import Augmentation, Batch, make_batch
from offline.training.calibration import calibrate
from offline.training.checkpoint import Progress, load_checkpoint, save_checkpoint
from offline.training.loss import LOSSES, LossError
from offline.training.mean import WeightMean
from offline.training.prefetch import Prefetch
from offline.training.source import LabelSource
from offline.training.speed import bfloat16_pays, depthwise_in_float32, keep_freed_memory
from offline.training.start import set_scene_extent, split_names

if TYPE_CHECKING:
    from offline.train import TrainConfig

log = logging.getLogger(__name__)

CHECKPOINT_PERIOD_S = 20.0
WARM_UP = 0.03
SEEDS_APART = 2**32
"""More than a training has steps."""


class Trainer:
    """Model, optimizer, schedule and checkpoints of one training."""

    def __init__(self, config: TrainConfig, labels: LabelSource, folder: Path) -> None:
        """Raises ConfigError, WeightsError, DeviceError."""
        self.config, self.recipe, self.folder = config, config.recipe, folder
        training, validation = split_names(labels.names)
        self.labels, self.validation = labels.of(training), labels.of(validation)
        self.device = resolve_device(config.device)
        torch.manual_seed(config.seed)
        height, width = labels[0].depth.shape
        self.student = _student(config, (width, height))
        self.backbone_source = load_backbone(self.student, config.backbone_weights)
        pretrained = self.backbone_source != "none"
        self.freezing = Freezing(self.student, self.recipe.freeze if pretrained else "none")
        set_scene_extent(self.student, labels)
        self.student.to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        if self.device.type == "cpu":
            depthwise_in_float32(self.student)
            keep_freed_memory()
        trained = [p for p in self.student.parameters() if p.requires_grad]
        self.optimizer: torch.optim.Optimizer = (
            torch.optim.AdamW(trained, lr=1.0, weight_decay=config.weight_decay)
            if self.recipe.optimizer == "adamw"
            else torch.optim.Adam(trained, lr=1.0)
        )
        self.mean = WeightMean(self.student)
        self.loss = LOSSES[self.recipe.loss]
        self.augmentation = Augmentation().times(self.recipe.augment)
        self.progress = Progress()
        self.steps_per_epoch = max(1, len(self.labels) // config.batch_size)
        self.bfloat16 = False

    def fit(self) -> None:
        """Train until the budget is spent; checkpoints as it goes, and once more if interrupted.

        The student is the mean of its weights then.
        Raises LossError when the loss is no longer a number.
        """
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
                    seconds = time.perf_counter() - start + batches.waited
                    self.progress.add_step(loss, seconds, self.steps_per_epoch)
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
        self.mean.give()

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
            "epoch_losses": self.progress.losses,
            "bfloat16": self.bfloat16,
            "uncertainty_calibration": calibrate(self.student.eval(), self.validation, self.device).as_dict(),
            "validation_frames": list(self.validation.names),
            "recipe": asdict(self.recipe),
            "config": self.config.training_facts(),
        }
        with written_whole(self.folder / "training.yaml") as part:
            part.write_text(yaml.safe_dump(facts))

    def _batch(self, step: int) -> Batch:
        """The batch of a step, the same in a resumed run: augmented by step."""
        rng = np.random.default_rng((self.config.seed, 1, step))
        return make_batch(self._chosen(step), self.student.architecture, self.augmentation, rng)

    def _chosen(self, step: int) -> list[Label]:
        """The labels of a step's batch, shuffled by epoch."""
        epoch, position = divmod(step, self.steps_per_epoch)
        order = np.random.default_rng((self.config.seed, 0, epoch)).permutation(len(self.labels))
        chosen = order[position * self.config.batch_size : (position + 1) * self.config.batch_size]
        return [self.labels[i] for i in chosen]

    def _step(self, batch: Batch, share: float) -> float:
        torch.manual_seed(SEEDS_APART * self.config.seed + self.progress.step)  # dropout as if never stopped
        for group in self.optimizer.param_groups:
            group["lr"] = self._learning_rate(share)
        loss = self._loss(batch, self.bfloat16, share)
        if not torch.isfinite(loss):
            raise LossError(
                f"training: the loss is {loss.item()} at step {self.progress.step}, learning rate "
                f"{self._learning_rate(share):.2g}; start again with a lower --learning-rate than "
                f"{self.recipe.learning_rate:g}, or another --loss than {self.recipe.loss}"
            )
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.student.parameters(), 10.0)
        self.optimizer.step()
        self.mean.update(self.progress.step + 1)
        return loss.item()

    def _loss(self, batch: Batch, bfloat16: bool, share: float) -> Tensor:
        self.student.train()
        self.freezing.hold(share)
        with torch.autocast(self.device.type, torch.bfloat16, enabled=bfloat16):
            points, uncertainty = self.student(batch.images.to(self.device, torch.float32))
        return self.loss(points, uncertainty, batch.points.to(self.device), batch.weights.to(self.device))

    def _choose_precision(self) -> bool:
        batch = self._batch(0)
        norms = {k: v.clone() for k, v in self.student.state_dict().items()}

        def step(bfloat16: bool) -> None:
            self._loss(batch, bfloat16, 0.0).backward()  # type: ignore[no-untyped-call]
            wait_for(self.device)

        pays = bfloat16_pays(step)
        self.student.load_state_dict(norms)
        return pays

    def _share_done(self) -> float:
        if self.config.epochs is not None:
            return self.progress.step / (self.config.epochs * self.steps_per_epoch)
        return self.progress.seconds / (60 * self.config.minutes)

    def _learning_rate(self, share: float) -> float:
        ramp = min(1.0, (share + 1e-3) / WARM_UP)
        return self.recipe.learning_rate * ramp * 0.5 * (1 + math.cos(math.pi * min(1.0, share)))

    def _save(self, file: Path) -> None:
        save_checkpoint(
            file,
            self.progress,
            student=self.student.state_dict(),
            optimizer=self.optimizer.state_dict(),
            mean=self.mean.tensors,
            bfloat16=self.bfloat16,
        )

    def _resume(self, file: Path) -> None:
        found = load_checkpoint(file)
        if found is None:
            return
        self.progress, state = found
        self.student.load_state_dict(state["student"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.mean.restore(state["mean"])
        self.bfloat16 = state["bfloat16"]
        log.info("training: going on from step %d", self.progress.step)


def _student(config: TrainConfig, label_size: tuple[int, int]) -> Student:
    """The network for labels of this size (width, height), tried on a black image.

    Raises ConfigError for a backbone that it cannot be built on.
    """
    architecture = config.architecture(label_size)
    if architecture.input_size[0] > label_size[0]:
        log.warning(
            "training: the input has %dx%d pixels, the labels %dx%d; --label-size %d gives it more to see",
            *architecture.input_size,
            *label_size,
            max(architecture.input_size),
        )
    width, height = architecture.input_size
    try:
        student = Student(architecture)
        with torch.inference_mode():
            student.eval()(torch.zeros(1, 3, height, width))
    except (ValueError, RuntimeError, AssertionError) as error:
        on = architecture.backbone or "none"
        raise ConfigError(
            f"--student {config.student}, backbone {on}, input {width}x{height}: cannot be built ({error})"
        ) from error
    return student
