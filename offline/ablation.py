"""A grid of trainings -> one table of their figures, and a figure of their losses.

    python -m offline.ablation --grid config/ablation_paper.yaml --data redkitchen

Each scene is labelled once; each trial trains on those labels and is measured on held-out frames.  Resumes:
what is finished is not done again, what was killed goes on, what failed is tried again.
"""

from __future__ import annotations

import logging
import re
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kd3d_ros.device import resolve_device
from offline import label
from offline.ablations.engine import run_here, run_on_ray
from offline.ablations.grid import Flags, Grid, read_grid, trial_name
from offline.ablations.report import write_report
from offline.ablations.trial import Trial, read_result
from offline.bundle import BundleConfig
from offline.cli import main
from offline.cluster import cluster
from offline.config import RecordingConfig, check_more_than_zero, default_work_dir
from offline.datasets import Format
from offline.label import LabelConfig
from offline.progress import progress
from offline.teachers.engine import Engine

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class AblationConfig:
    """Which trainings, and where."""

    grid: Path
    """YAML file of the trainings; config/ablation_paper.yaml is the paper's comparison."""
    data: Path | None = None
    """Folder of the recording where the grid names no scenes; without it the generated office is used."""
    format: Format = "auto"
    """Layout of that recording; auto looks at the files."""
    label_size: int = LabelConfig.label_size
    """Long side of that recording's labels in pixels; inputs that are larger see no more than they have."""
    engine: Engine = "local"
    """Where trials run: one after another in this process, or side by side on a Ray cluster."""
    ray_address: str | None = None
    """host:port of the Ray cluster, or auto for the one running here; without it, this machine.  All its
    machines must see --out and the recordings under the same paths."""
    cpus_per_trial: int = 1
    """Cores of each trial on the Ray cluster."""
    device: str = "auto"
    """auto, cpu, cuda or cuda:N."""
    work_dir: Path = field(default_factory=default_work_dir)
    """Folder for the generated office, and for --out ($KD3D_WORK, else ~/.ros/kd3d/work)."""
    out: Path | None = None
    """Folder for table, figures, labels, checkpoints and bundles; default <grid's name>.ablation in
    --work-dir."""

    def __post_init__(self) -> None:
        """Raises ConfigError."""
        check_more_than_zero(cpus_per_trial=self.cpus_per_trial, label_size=self.label_size)

    @property
    def out_dir(self) -> Path:
        """The folder that all results are in, absolute.  No scene has a dot in its name."""
        return (self.out or self.work_dir / f"{self.grid.stem}.ablation").resolve()


def run(config: AblationConfig) -> Path:
    """Run what is not done yet; returns the table (Markdown), which is kept up to date as trials end."""
    grid = read_grid(config.grid)
    if config.engine == "local":
        resolve_device(config.device)
    with cluster(config.ray_address) if config.engine == "ray" else nullcontext() as ray:
        trials = [
            trial for name, flags in _scenes(config, grid) for trial in _trials(config, grid, name, flags)
        ]
        results = {trial.file: read_result(trial) for trial in trials}
        waiting = [trial for trial in trials if results[trial.file].measured is None]
        table = write_report(config.out_dir, list(results.values()))
        running = run_on_ray(ray, waiting, config.cpus_per_trial) if ray is not None else run_here(waiting)
        done = len(trials) - len(waiting)
        with progress(desc="trials", total=len(trials), initial=done, unit="trial") as bar:
            for result in running:
                results[result.trial.file] = result
                write_report(config.out_dir, list(results.values()))
                bar.update()
    print(table.read_text(), end="")
    log.info("ablation: %s, and figures beside it", table)
    return table


def _scenes(config: AblationConfig, grid: Grid) -> list[tuple[str, Flags]]:
    """Name and flags of each scene, once it is labelled: a recording that is not there is told at once."""
    given = {"data": config.data, "format": config.format, "label_size": config.label_size}
    scenes = grid.scenes or {_scene_name(config.data): given}
    found: list[tuple[str, Flags]] = []
    for name, flags in scenes.items():
        recording = RecordingConfig(
            scene=name, work_dir=config.work_dir, **{k: flags[k] for k in ("data", "format") if k in flags}
        ).open_recording()
        flags = {**flags, "data": recording.root.resolve(), "format": recording.format}
        found.append((name, flags))
    for name, flags in found:
        label.run(_label_config(config, name, flags))
    return found


def _scene_name(data: Path | None) -> str:
    return re.sub(r"[^A-Za-z0-9_-]+", "_", data.resolve().name) or "recording" if data else "office"


def _label_config(config: AblationConfig, scene: str, flags: Flags) -> LabelConfig:
    work_dir = config.out_dir / "work"
    cluster_flags: dict[str, Any] = {"engine": config.engine, "ray_address": config.ray_address}
    return LabelConfig(scene=scene, work_dir=work_dir, device=config.device, **cluster_flags, **flags)


def _trials(config: AblationConfig, grid: Grid, scene: str, flags: Flags) -> list[Trial]:
    shared = BundleConfig(
        scene=scene,
        data=flags["data"],
        format=flags["format"],
        device=config.device,
        work_dir=config.out_dir / "work" / scene,
        scenes_dir=config.out_dir / "scenes" / scene,
    )
    return [Trial(scene, replace(shared, scene=trial_name(one), **one)) for one in grid.trials]


if __name__ == "__main__":
    main(AblationConfig, run, "offline.ablation", __doc__)
