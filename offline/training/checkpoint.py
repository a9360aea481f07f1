"""Training state on disk: what a killed or interrupted run goes on from."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch

from kd3d_ros.files import written_whole


@dataclass
class Progress:
    """How far a training is.

    seconds: time spent training, over all sittings.  losses: mean of each epoch, the last one so far.
    """

    step: int = 0
    seconds: float = 0.0
    losses: list[float] = field(default_factory=list)

    def add_step(self, loss: float, seconds: float, steps_per_epoch: int) -> None:
        """Count one step."""
        epoch_steps = self.step % steps_per_epoch
        if epoch_steps == 0:
            self.losses.append(loss)
        else:
            self.losses[-1] += (loss - self.losses[-1]) / (epoch_steps + 1)
        self.step += 1
        self.seconds += seconds


def save_checkpoint(file: Path, progress: Progress, **state: Any) -> None:
    """Tensors and plain values only, so that it can be read with `weights_only=True`."""
    with written_whole(file) as part:
        torch.save({"progress": vars(progress), **state}, part)


def load_checkpoint(file: Path) -> tuple[Progress, dict[str, Any]] | None:
    """What `save_checkpoint` wrote, or None if there is nothing yet."""
    if not file.exists():
        return None
    state = torch.load(file, map_location="cpu", weights_only=True)
    return Progress(**state.pop("progress")), state
