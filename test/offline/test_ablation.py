"""Two small trainings over a generated office: run, stopped, resumed, failed, reported; here and on Ray."""

from __future__ import annotations

import csv
import json
import logging
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from kd3d_ros.backends import DeviceError
from kd3d_ros.scene import load_scene
from offline.ablation import AblationConfig, run
from offline.ablations import trial as trials
from offline.ablations.engine import run_on_ray
from offline.ablations.trial import Result, Trial
from offline.bundle import BundleConfig
from offline.cluster import ClusterError
from offline.config import ConfigError, StaleError
from offline.datasets.base import DataError
from offline.datasets.office import generate
from offline.training.recipe import RECIPES
from offline.training.trainer import Trainer

GRID = """
scenes: {{room: {{data: {office}}}}}
common: {{input_width: 64, epochs: 1, width: 16, batch_size: 4, backbone_weights: none}}
grid:
  - {{student: paper_vit, depth: 1}}
  - {{student: paper_mobilenet}}
"""
FAILING = "  - {student: paper_mobilenet, backbone_weights: /nowhere.pth}\n"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(tmp_path_factory.mktemp("data") / "office", train_frames=8, test_frames=2, size=(128, 96))


@pytest.fixture
def config(tmp_path: Path, office: Path) -> AblationConfig:
    grid = tmp_path / "two.yaml"
    grid.write_text(GRID.format(office=office))
    return AblationConfig(grid=grid, work_dir=tmp_path / "work", device="cpu")


@pytest.fixture
def trained(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The students that a training was begun, or gone on with, for."""
    begun = []
    real = Trainer.fit

    def fit(self: Trainer) -> None:
        begun.append(self.config.student)
        real(self)

    monkeypatch.setattr(Trainer, "fit", fit)
    return begun


def rows_of(table: Path) -> list[dict[str, str]]:
    with table.with_suffix(".csv").open(newline="") as file:
        return list(csv.DictReader(file))


def measured_in(out: Path) -> dict[str, dict[str, Any]]:
    found = [json.loads(file.read_text()) for file in out.glob("work/room/*/result.json")]
    return {one["values"]["student"]: one for one in found}


@pytest.mark.slow
def test_stopped_resumed_and_reported(
    config: AblationConfig,
    trained: list[str],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    real = Trainer._step

    def interrupted(self: Trainer, *args: Any) -> float:
        if self.config.student == "paper_mobilenet" and self.progress.step == 1:
            raise KeyboardInterrupt
        return real(self, *args)

    with monkeypatch.context() as during_the_first_run:
        during_the_first_run.setattr(Trainer, "_step", interrupted)
        with pytest.raises(KeyboardInterrupt):
            run(config)
    out = config.work_dir / "two.ablation"
    assert {row["student"]: row["state"] for row in rows_of(out / "table.md")} == {
        "paper_vit": "done",
        "paper_mobilenet": "not done yet",
    }

    config.grid.write_text(config.grid.read_text() + FAILING)
    with caplog.at_level(logging.INFO):
        assert run(config) == out / "table.md"
    assert trained == ["paper_vit", "paper_mobilenet", "paper_mobilenet"]
    assert "going on from step 1" in caplog.text

    rows = {(row["student"], row["backbone_weights"]): row for row in rows_of(out / "table.md")}
    assert list(rows)[-1] == ("paper_mobilenet", "/nowhere.pth")
    failed = rows["paper_mobilenet", "/nowhere.pth"]
    assert failed["state"].startswith("failed: --backbone-weights /nowhere.pth: no such file; allowed: ")
    text = (out / "table.md").read_text()
    assert (out / "loss_room.png").read_bytes().startswith(b"\x89PNG")
    for student, weights in (("paper_vit", ""), ("paper_mobilenet", "none")):
        one, row = measured_in(out)[student], rows[student, weights]
        assert len(one["epoch_losses"]) == 1
        assert one["metrics"]["frames"] == 2
        assert row["state"] == "done"
        assert row["scene"] == "room"
        error = f"{100 * one['metrics']['point_error_m']['median']:.2f}"
        assert row["point error (cm)"] == error
        assert f"| {error} |" in text
        assert row["parameters (M)"] == f"{one['parameters'] / 1e6:.2f}"

    # What is done stays; what failed is tried again, and can be mended.
    before = {file: file.stat().st_mtime_ns for file in out.rglob("result.json")}
    run(config)
    assert {file: file.stat().st_mtime_ns for file in out.rglob("result.json")} == before
    assert len(trained) == 3

    # Nor is it taken for what another version would measure.
    monkeypatch.setitem(RECIPES, "paper_vit", replace(RECIPES["paper_vit"], learning_rate=0.25))
    with pytest.raises(StaleError, match=r"paper_vit.*result\.json: was measured with another preset or rec"):
        run(config)


def test_all_trials_read_the_scene_s_one_label_store(config: AblationConfig) -> None:
    out = run(config).parent
    (labels,) = (path for path in out.rglob("labels") if not path.is_symlink())
    assert labels == out / "work" / "room" / "labels"
    links = [path for path in out.rglob("labels") if path.is_symlink()]
    assert [link.resolve() for link in links] == [labels, labels]
    assert all(not link.readlink().is_absolute() for link in links)  # the folder can be moved
    for file in out.rglob("training.yaml"):
        facts = yaml.safe_load(file.read_text())
        name = file.parents[2].name
        assert load_scene(out / "scenes" / "room", name).architecture.preset == facts["config"]["student"]


def test_mistakes_are_told_before_anything_is_trained(
    config: AblationConfig, trained: list[str], tmp_path: Path
) -> None:
    with pytest.raises(DeviceError, match="'cuda:7' is not available"):
        run(replace(config, device="cuda:7"))
    with pytest.raises(ConfigError, match="--cpus-per-trial 0 is not allowed"):
        replace(config, cpus_per_trial=0)
    config.grid.write_text("{scenes: {room: {data: /nowhere}}, grid: [{}]}")
    with pytest.raises(DataError, match="/nowhere: no such folder"):
        run(config)
    config.grid.write_text("grid: [{}]")
    with pytest.raises(DataError, match="nothing: no such folder"):
        run(replace(config, data=tmp_path / "nothing"))
    config.grid.write_text("grid: [{student: resnet}]")
    with pytest.raises(ConfigError, match=r"two\.yaml: grid\[0\]: student 'resnet'"):
        run(config)
    assert trained == []
    assert not config.work_dir.exists()


def test_a_defect_is_no_failed_trial(config: AblationConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    def defect(config: BundleConfig) -> Path:
        raise ZeroDivisionError

    monkeypatch.setattr(trials.train, "run", defect)
    with pytest.raises(ZeroDivisionError):
        run(config)


def test_without_ray_the_extra_is_named(config: AblationConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ClusterError, match=r"engine ray needs Ray.*\[cluster\]"):
        run(replace(config, engine="ray"))
    assert not config.work_dir.exists()


def test_ray_measures_the_same(config: AblationConfig, tmp_path: Path) -> None:
    pytest.importorskip("ray")
    config.grid.write_text(config.grid.read_text() + FAILING)
    states = [[row["state"] for row in rows_of(run(config))]]
    on_ray = replace(config, engine="ray", out=tmp_path / "ray")
    states.append([row["state"] for row in rows_of(run(on_ray))])
    assert states[0] == states[1]
    here, there = measured_in(config.out_dir), measured_in(on_ray.out_dir)
    assert set(here) == set(there) == {"paper_vit", "paper_mobilenet"}
    for student, one in here.items():
        other = there[student]
        assert other["epoch_losses"] == pytest.approx(one["epoch_losses"], rel=0.02)
        error = one["metrics"]["point_error_m"]["median"]
        assert other["metrics"]["point_error_m"]["median"] == pytest.approx(error, rel=0.02)


class FakeRay:
    """A cluster of two machines whose workers die of the trials of scene `deadly`."""

    class exceptions:
        class RayError(Exception):
            pass

        class RayTaskError(RayError):
            pass

    def __init__(self) -> None:
        self.options: dict[str, int] = {}
        self.devices: list[str] = []

    def cluster_resources(self) -> dict[str, float]:
        return {"CPU": 6.0, "GPU": 1.0}

    def nodes(self) -> list[dict[str, Any]]:
        machines = [{"CPU": 4.0}, {"CPU": 2.0, "GPU": 1.0}]
        dead = {"Alive": False, "Resources": {"CPU": 99.0, "GPU": 99.0}}
        return [*({"Alive": True, "Resources": one} for one in machines), dead]

    def remote(self, **options: int) -> Callable[..., Any]:
        self.options = options
        return lambda task: SimpleNamespace(remote=self.submit)

    def submit(self, trial: Trial) -> Trial:
        self.devices.append(trial.config.device)
        return trial

    def wait(self, waiting: list[Trial], num_returns: int) -> tuple[list[Trial], list[Trial]]:
        return waiting[:1], waiting[1:]

    def get(self, trial: Trial) -> Result:
        if trial.scene == "deadly":
            raise self.exceptions.RayError("killed by signal 9\nmore")
        return Result(trial)


@pytest.mark.parametrize(
    ("device", "gpus", "seen"), [("cpu", 0, "cpu"), ("auto", 1, "cuda"), ("cuda:3", 1, "cuda")]
)
def test_workers_get_what_a_trial_needs(device: str, gpus: int, seen: str) -> None:
    fake = FakeRay()
    mine = [Trial(scene, BundleConfig(scene="t", device=device)) for scene in ("deadly", "fine")]
    results = list(run_on_ray(fake, mine, cpus=2))
    assert fake.options == {"num_cpus": 2, "num_gpus": gpus, "max_retries": 2}
    assert fake.devices == [seen, seen]
    assert [result.trial for result in results] == mine
    assert [result.failed for result in results] == ["3 Ray workers died: killed by signal 9", ""]


def test_a_trial_that_no_machine_has_room_for_is_refused() -> None:
    trial = Trial("room", BundleConfig(scene="t", device="cuda"))
    with pytest.raises(
        ClusterError, match=r"--cpus-per-trial 3 and 1 GPUs: no machine.*4 CPUs and 0 GPUs, 2 CPUs"
    ):
        list(run_on_ray(FakeRay(), [trial], cpus=3))
