"""What the stages share: where things are, and the rule that work is only resumed with one configuration.

Each stage's dataclass extends `SceneConfig`; `offline.distill` extends them all, so a flag has one
definition and one default.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import tyro
import yaml

from kd3d_ros.files import written_whole
from kd3d_ros.scene import check_scene_name, default_scenes_dir
from offline.datasets import Format, open_dataset
from offline.datasets.bag.choice import BagTopics
from offline.datasets.base import DataError, Dataset

OFFICE = "office.recording"
"""Where the generated office is kept; no scene can have this name, so no scene's work folder is there."""


class StaleError(Exception):
    """An artefact made with another configuration; the message names both."""


class ConfigError(ValueError):
    """A flag's value that is not allowed; the message names flag, value and what is allowed."""


def default_work_dir() -> Path:
    """`$KD3D_WORK`, else `~/.ros/kd3d/work`."""
    return Path(os.environ.get("KD3D_WORK", "~/.ros/kd3d/work")).expanduser()


@dataclass(frozen=True, kw_only=True)
class ScenesDirConfig:
    """Where scenes are."""

    scenes_dir: Path = field(default_factory=default_scenes_dir)
    """Folder of the scene bundles ($KD3D_SCENES, else ~/.ros/kd3d/scenes); the node reads there."""


@dataclass(frozen=True, kw_only=True)
class SceneConfig(ScenesDirConfig):
    """Which scene, and where its files are."""

    scene: str
    """Name of the scene: letters, digits, - and _."""
    work_dir: Path = field(default_factory=default_work_dir)
    """Folder for labels and checkpoints ($KD3D_WORK, else ~/.ros/kd3d/work); a killed run resumes from it."""

    device: str = "auto"
    """auto, cpu, cuda or cuda:N."""

    def __post_init__(self) -> None:
        """Refuse a scene name that is none before anything is done.  Raises SceneError."""
        check_scene_name(self.scene)

    @property
    def scene_work_dir(self) -> Path:
        """Where this scene's labels and checkpoints are."""
        return self.work_dir / self.scene


@dataclass(frozen=True, kw_only=True)
class RecordingConfig(SceneConfig):
    """Which recording of the scene."""

    data: Path | None = None
    """Folder of the recording, or file of a bag; without it the generated office is used."""
    format: Format = "auto"
    """Layout of the recording; auto looks at the files."""
    topics: Annotated[BagTopics, tyro.conf.OmitArgPrefixes] = field(default_factory=BagTopics)

    def open_recording(self) -> Dataset:
        """The recording; the office is generated on first use.  Raises DataError."""
        if self.data is not None:
            return open_dataset(self.data, self.format, self.topics)
        if self.format not in ("auto", "office"):
            raise DataError(f"--format {self.format} needs --data PATH; only the office is generated")
        from offline.datasets.office import generate

        return open_dataset(generate(self.work_dir / OFFICE), "office", self.topics)


def check_more_than_zero(**values: float | None) -> None:
    """Raise ConfigError unless each value is positive; None is a flag that was not given."""
    for name, value in values.items():
        if value is not None and not value > 0:
            raise ConfigError(f"--{name.replace('_', '-')} {value} is not allowed; it must be more than 0")


def check_same_config(file: Path, config: dict[str, Any]) -> None:
    """Record `config` in `file`; if one is there already it must be the same, else StaleError."""
    if not file.exists():
        with written_whole(file) as part:
            part.write_text(yaml.safe_dump(config))
        return
    before = yaml.safe_load(file.read_text())
    changed = sorted(key for key in {*before, *config} if before.get(key) != config.get(key))
    if changed:
        differences = ", ".join(
            f"{key}: {before.get(key)!r} then, {config.get(key)!r} now" for key in changed
        )
        raise StaleError(
            f"{file.parent} was made with another configuration ({differences}); "
            "use the same, another --work-dir, or --overwrite to start again"
        )
