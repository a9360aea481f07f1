"""One trial of a grid: train on the scene's labels, bundle, measure on held-out frames."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
import yaml

from kd3d_ros.files import written_whole
from kd3d_ros.scene import load_scene
from offline import bundle, train
from offline.ablations.grid import ANY_IMAGE
from offline.bundle import BundleConfig
from offline.cli import USER_ERRORS
from offline.config import StaleError
from offline.labels import HELD_OUT

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Trial:
    """What to do, in any process that sees the folders.

    config: its `scene` is the trial's name and its `work_dir` the scene's, where `labels` are already.
    """

    scene: str
    config: BundleConfig

    @property
    def values(self) -> dict[str, Any]:
        """All flags, the student's own where none was given, and none of what its network has not got."""
        made = self.config.architecture(ANY_IMAGE)
        values = {**self.config.training_facts(), **asdict(self.config.recipe)}
        values |= {"width": made.width, "depth": made.depth or None}
        if not made.backbone:
            values |= {"backbone_weights": None, "freeze": None}
        elif self.config.backbone_weights == "none":
            values["freeze"] = "none"
        return values

    @property
    def file(self) -> Path:
        """Where what was measured is kept."""
        return self.config.scene_work_dir / "result.json"


@dataclass(frozen=True)
class Result:
    """measured: None while there is nothing.  failed: the reason."""

    trial: Trial
    measured: Mapping[str, Any] | None = None
    failed: str = ""


def read_result(trial: Trial) -> Result:
    """What an earlier run measured, if it did.  Raises StaleError where that had another preset or recipe."""
    if not trial.file.exists():
        return Result(trial)
    measured = json.loads(trial.file.read_text())
    if measured.get("resolved") != _resolved(trial):
        raise StaleError(
            f"{trial.file}: was measured with another preset or recipe of {trial.config.student} than this "
            "version has; give another --out, or remove the trial's folder"
        )
    return Result(trial, measured)


def run_trial(trial: Trial) -> Result:
    """Train, or go on training, and measure.  What a user can mend comes back as the reason of a failure."""
    config = trial.config
    try:
        _share_labels(config)
        facts = yaml.safe_load((train.run(config) / "training.yaml").read_text())
        bundle.run(config)
    except (*USER_ERRORS, torch.cuda.OutOfMemoryError) as error:
        log.warning("trial %s/%s failed: %s", trial.scene, config.scene, error)
        return Result(trial, failed=str(error))
    made = load_scene(config.scenes_dir, config.scene)
    measured = {
        **{key: facts[key] for key in ("parameters", "epochs", "seconds", "epoch_losses")},
        "size_mb": made.size_mb,
        "metrics": made.manifest["metrics"],
    }
    with written_whole(trial.file) as part:
        facts = {"values": trial.values, "resolved": _resolved(trial), **measured}
        part.write_text(json.dumps(facts, indent=2) + "\n")
    return read_result(trial)


def _resolved(trial: Trial) -> Any:
    """The preset and the recipe behind the flags, as JSON keeps them."""
    return json.loads(json.dumps(trial.config.resolved_facts()))


def _share_labels(config: BundleConfig) -> None:
    """Let the trial's folder have the scene's labels, which all its trials read, by a link."""
    config.scene_work_dir.mkdir(parents=True, exist_ok=True)
    for name in ("labels", HELD_OUT):
        link = config.scene_work_dir / name
        if (config.work_dir / name).exists() and not link.is_symlink():
            link.symlink_to(Path("..") / name)
