"""A few real steps on a CPU: end to end, stopped and resumed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import yaml
from safetensors.torch import load_file

from kd3d_ros.backends import DeviceError
from kd3d_ros.scene import read_architecture
from kd3d_ros.student import PRESETS, Student
from offline.config import ConfigError, StaleError
from offline.labels import Label, LabelError, LabelStore
from offline.train import TrainConfig, run
from offline.training import trainer
from offline.training.checkpoint import load_checkpoint
from offline.training.loss import LossError
from offline.training.recipe import RECIPES, Recipe
from offline.training.source import LabelSource

REPOSITORY = Path(__file__).resolve().parents[2]
WriteLabels = Callable[..., LabelStore]


@pytest.fixture
def config(tmp_path: Path, small_preset: None, write_labels: WriteLabels) -> TrainConfig:
    """Two passes of three steps over six labels."""
    config = TrainConfig(
        scene="planes", work_dir=tmp_path, device="cpu", backbone_weights="none", epochs=2, batch_size=2
    )
    write_labels(config.scene_work_dir)
    return config


@pytest.fixture
def in_float32(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever is faster on this machine, so that runs can be compared."""
    monkeypatch.setattr(trainer, "bfloat16_pays", lambda step: False)


@pytest.fixture
def interrupt_after(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Ctrl-C in the middle of the step after so many."""
    real = trainer.Trainer._step

    def set_up(steps: int) -> None:
        def step(self: trainer.Trainer, *args: Any) -> float:
            if self.progress.step == steps:
                raise KeyboardInterrupt
            return real(self, *args)

        monkeypatch.setattr(trainer.Trainer, "_step", step)

    return set_up


def facts_of(folder: Path) -> dict[str, Any]:
    facts: dict[str, Any] = yaml.safe_load((folder / "training.yaml").read_text())
    return facts


def test_training_from_labels_to_a_student(config: TrainConfig) -> None:
    folder = run(config)
    facts = facts_of(folder)
    assert (facts["steps"], facts["epochs"], facts["backbone_weights"]) == (6, 2.0, "none")
    assert facts["uncertainty_calibration"] == {"predicted": [1.0], "actual": [1.0]}  # too few labels
    assert facts["recipe"]["loss"] == "likelihood"
    assert facts["seconds"] > 0
    student = Student(read_architecture(folder / "training.yaml", facts["architecture"]))
    student.load_state_dict(load_file(folder / "student.safetensors"))
    assert all(tensor.isfinite().all() for tensor in student.state_dict().values())
    assert list((folder / "tensorboard").iterdir())
    assert not list(folder.rglob("*.part"))


def test_a_second_run_does_nothing(config: TrainConfig) -> None:
    folder = run(config)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert run(config) == folder
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_the_loss_falls(config: TrainConfig) -> None:
    labels = LabelSource.open(LabelStore(config.scene_work_dir / "labels"))
    one = trainer.Trainer(config, labels, config.work_dir / "t")
    batch = one._batch(0)
    losses = [one._step(batch, 0.1) for _ in range(12)]
    assert max(losses[-3:]) < losses[0] - 0.05


@pytest.mark.usefixtures("in_float32")
def test_a_resumed_run_ends_where_an_uninterrupted_one_does(
    config: TrainConfig,
    tmp_path: Path,
    write_labels: WriteLabels,
    interrupt_after: Callable[[int], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    uninterrupted = run(config)
    whole = load_file(uninterrupted / "student.safetensors")
    config = replace(config, work_dir=tmp_path / "again")
    write_labels(config.scene_work_dir)
    folder = config.scene_work_dir / "training" / config.student
    interrupt_after(4)
    with pytest.raises(KeyboardInterrupt):
        run(config)
    assert "checkpoint.pt is kept; give the same command again to go on" in caplog.text
    assert not (folder / "training.yaml").exists()
    found = load_checkpoint(folder / "checkpoint.pt")
    assert found is not None
    assert found[0].step == 4
    interrupt_after(-1)
    assert run(config) == folder
    facts = facts_of(folder)
    assert facts["steps"] == 6
    assert facts["seconds"] > found[0].seconds
    assert len(facts["epoch_losses"]) == 2
    assert facts["epoch_losses"] == pytest.approx(facts_of(uninterrupted)["epoch_losses"], rel=1e-3)
    resumed = load_file(folder / "student.safetensors")
    for key, tensor in whole.items():
        torch.testing.assert_close(resumed[key], tensor, rtol=0, atol=1e-4, msg=key)


@pytest.mark.usefixtures("in_float32")
def test_the_seed_decides(config: TrainConfig, tmp_path: Path, write_labels: WriteLabels) -> None:
    heads = []
    for name, seed in (("a", 0), ("b", 0), ("c", 1)):
        changed = replace(config, work_dir=tmp_path / name, seed=seed, epochs=1)
        write_labels(changed.scene_work_dir)
        heads.append(load_file(run(changed) / "student.safetensors")["network.head.weight"])
    torch.testing.assert_close(heads[0], heads[1], rtol=0, atol=1e-5)
    assert (heads[0] - heads[2]).abs().max() > 1e-3


def test_another_versions_preset_or_recipe_is_refused(
    config: TrainConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(config)
    own = RECIPES["kd3d_s"]
    monkeypatch.setitem(RECIPES, "kd3d_s", Recipe(learning_rate=0.25))
    with pytest.raises(StaleError, match=r"recipe: .*'learning_rate': 0\.002.* then, .*0\.25.* now"):
        run(config)
    monkeypatch.setitem(RECIPES, "kd3d_s", own)
    monkeypatch.setitem(PRESETS, "kd3d_s", replace(PRESETS["kd3d_s"], width=24))
    with pytest.raises(StaleError, match=r"preset: .*'width': 24.* now"):
        run(config)


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        ({"student": "paper_vit", "width": 100}, r"--student paper_vit: width 100 is not a multiple of 8"),
        (
            {"backbone": "vit_small_patch14_dinov2"},
            r"backbone vit_small_patch14_dinov2, .* cannot be built \(.*patches of 16 pixels",
        ),
        (
            {"backbone": "swin_tiny_patch4_window7_224"},
            r"backbone swin_tiny_patch4_window7_224, .* cannot be",
        ),
    ],
)
def test_a_network_that_cannot_be_built_is_told(
    config: TrainConfig, flags: dict[str, Any], message: str
) -> None:
    with pytest.raises(ConfigError, match=message):
        run(replace(config, **flags))


def test_a_loss_that_is_no_number_ends_the_training(
    config: TrainConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(trainer.LOSSES, "likelihood", lambda points, *_: points.sum() * torch.nan)
    with pytest.raises(
        LossError, match=r"the loss is nan at step 0, .* lower --learning-rate than 0\.002, .*likelihood"
    ):
        run(config)
    assert not (config.scene_work_dir / "training/kd3d_s/training.yaml").exists()


def test_other_settings_or_labels_are_refused(config: TrainConfig, write_labels: WriteLabels) -> None:
    run(replace(config, epochs=1))
    with pytest.raises(StaleError, match="epochs: 1 then, 2 now"):
        run(config)
    write_labels(config.scene_work_dir, count=7)
    with pytest.raises(StaleError, match="labels: '6 planes' then, '7 planes' now"):
        run(replace(config, epochs=1))


def test_another_device_or_folder_is_no_other_training(config: TrainConfig) -> None:
    folder = run(replace(config, epochs=1))
    moved = replace(config, epochs=1, device="auto", scenes_dir=config.work_dir / "elsewhere")
    assert run(moved) == folder


def test_unfinished_labels_are_refused(config: TrainConfig) -> None:
    (config.scene_work_dir / "labels" / "labels.yaml").unlink()
    with pytest.raises(LabelError, match="the labels are incomplete"):
        run(config)


def test_labels_without_any_depth_are_refused(config: TrainConfig, make_label: Callable[..., Label]) -> None:
    store = LabelStore(config.scene_work_dir / "labels")
    for name in store.summary["frames"]:
        store.write(replace(make_label(name), depth=np.zeros((96, 128), np.float16)))
    with pytest.raises(LabelError, match="no label has any depth"):
        run(config)


def test_an_unavailable_device_is_refused(config: TrainConfig) -> None:
    with pytest.raises(DeviceError, match="'tpu' is not available"):
        run(replace(config, device="tpu"))


@pytest.mark.parametrize(
    "change", [{"minutes": 0.0}, {"epochs": 0}, {"batch_size": -1}, {"learning_rate": 0.0}]
)
def test_budgets_of_nothing_are_refused(tmp_path: Path, change: dict[str, Any]) -> None:
    (name,) = change
    with pytest.raises(ConfigError, match=f"--{name.replace('_', '-')} "):
        TrainConfig(scene="a", **change)


@pytest.mark.parametrize("student", ["paper_cnn", "paper_mobilenet", "paper_vit"])
def test_the_paper_s_students_train_by_the_paper_s_recipe(
    tmp_path: Path, write_labels: WriteLabels, student: Any
) -> None:
    config = TrainConfig(
        scene="planes",
        work_dir=tmp_path,
        device="cpu",
        student=student,
        backbone_weights="none",
        input_width=64,
        width=8,
        epochs=1,
        batch_size=3,
    )
    write_labels(config.scene_work_dir)
    facts = facts_of(run(config))
    assert facts["architecture"]["input_size"] == [64, 48]
    assert facts["recipe"] == {
        "learning_rate": {"paper_cnn": 1e-4, "paper_mobilenet": 1e-3, "paper_vit": 2.5e-4}[student],
        "loss": "mse",
        "optimizer": "adam",
        "freeze": "none",
        "augment": 0.0,
    }


def test_flags_replace_what_the_student_s_recipe_says() -> None:
    config = TrainConfig(scene="a", student="paper_vit", loss="l1", depth=6, augment=0.5)
    assert (config.recipe.loss, config.recipe.augment, config.recipe.optimizer) == ("l1", 0.5, "adam")
    assert config.architecture((640, 480)).depth == 6
    assert TrainConfig(scene="a").architecture((640, 480)) == PRESETS["kd3d_s"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"backbone": "../weights"}, r"--student kd3d_s: backbone '\.\./weights' is not a model of timm"),
        ({"width": 0}, "--student kd3d_s: width 0 is not in"),
        ({"depth": 99}, "--student kd3d_s: depth 99 is not in"),
        ({"input_width": 64}, r"--input-width 64 is not allowed: .* 1920x1080 would be squeezed to 80x48"),
    ],
)
def test_networks_that_cannot_be_are_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        TrainConfig(scene="a", **changes).architecture((1920, 1080))


def test_a_time_budget_ends(config: TrainConfig) -> None:
    facts = facts_of(run(replace(config, epochs=None, minutes=0.02)))
    assert facts["steps"] >= 1
    assert facts["seconds"] >= 1.2


def test_fewer_labels_than_a_batch_still_train(config: TrainConfig) -> None:
    facts = facts_of(run(replace(config, batch_size=8)))
    assert facts["steps"] == 2


SCRIPT = """
import signal
from dataclasses import replace
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
from kd3d_ros.student import PRESETS
PRESETS["kd3d_s"] = replace(PRESETS["kd3d_s"], width=8, input_size=(128, 96))
from offline.cli import main
from offline.train import TrainConfig, run
from offline.training import trainer
main(TrainConfig, run, "offline.train", None)
"""


def test_ctrl_c_keeps_a_checkpoint_and_says_how_to_go_on(tmp_path: Path, write_labels: WriteLabels) -> None:
    write_labels(tmp_path / "planes")
    folder = tmp_path / "planes" / "training" / "kd3d_s"
    flags = "--scene planes --device cpu --backbone-weights none --batch-size 2 --minutes 10 --work-dir"
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, *flags.split(), str(tmp_path)],
        cwd=REPOSITORY,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    try:
        deadline = time.monotonic() + 200
        while not list(folder.glob("tensorboard/*")) and time.monotonic() < deadline:
            assert process.poll() is None, process.stderr.read()  # type: ignore[union-attr]
            time.sleep(0.1)
        time.sleep(3)
        process.send_signal(signal.SIGINT)
        _, text = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode not in (0, -signal.SIGINT)
    assert f"interrupted: {folder / 'checkpoint.pt'} is kept; give the same command again" in text
    assert (
        text.splitlines()[-1] == "interrupted; give the same `python -m offline.train` command again to go on"
    )
    assert "Traceback" not in text
    found = load_checkpoint(folder / "checkpoint.pt")
    assert found is not None
    assert found[0].step > 0
