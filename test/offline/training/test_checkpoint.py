"""Training state is read as it was written, and never executed."""

from __future__ import annotations

import os
import pickle
from pathlib import Path
from typing import Any

import pytest
import torch

from offline.training.checkpoint import Progress, load_checkpoint, save_checkpoint


def test_nothing_yet_is_none(tmp_path: Path) -> None:
    assert load_checkpoint(tmp_path / "checkpoint.pt") is None


def test_a_checkpoint_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "training" / "checkpoint.pt"
    model = torch.nn.Linear(2, 3)
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.1)
    model(torch.ones(1, 2)).sum().backward()
    optimizer.step()
    save_checkpoint(
        file,
        Progress(7, 1.5, [0.5, 0.25]),
        student=model.state_dict(),
        optimizer=optimizer.state_dict(),
        bfloat16=True,
    )
    found = load_checkpoint(file)
    assert found is not None
    progress, state = found
    assert (progress.step, progress.seconds, progress.losses) == (7, 1.5, [0.5, 0.25])
    assert set(state) == {"student", "optimizer", "bfloat16"}
    assert torch.equal(state["student"]["weight"], model.weight)
    torch.optim.AdamW(torch.nn.Linear(2, 3).parameters()).load_state_dict(state["optimizer"])
    assert [path.name for path in file.parent.iterdir()] == ["checkpoint.pt"]


def test_losses_are_the_means_of_epochs_the_last_one_so_far() -> None:
    progress = Progress()
    for loss in (3.0, 1.0, 5.0, 8.0, 4.0):
        progress.add_step(loss, 0.5, steps_per_epoch=3)
    assert progress == Progress(5, 2.5, [3.0, 6.0])


class Payload:
    """Runs a command when it is unpickled."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, (f"touch {self.marker}",)


def test_a_checkpoint_with_code_in_it_is_not_executed(tmp_path: Path) -> None:
    torch.save({"progress": Payload(tmp_path / "executed")}, tmp_path / "checkpoint.pt")
    with pytest.raises(pickle.UnpicklingError):
        load_checkpoint(tmp_path / "checkpoint.pt")
    assert not (tmp_path / "executed").exists()
