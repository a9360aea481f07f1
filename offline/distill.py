"""Recording -> scene bundle in one command: labels, training, bundle, figures, report.

    python -m offline.distill --scene office
    python -m offline.distill --scene kitchen --data redkitchen --format seven_scenes --minutes 10

Every stage resumes: after Ctrl-C, a crash or a kill, give the same command again.
"""

from __future__ import annotations

import logging
import shutil
from dataclasses import dataclass
from pathlib import Path

from kd3d_ros.device import resolve_device
from kd3d_ros.scene import MANIFEST, REPORT, SceneError, load_scene
from offline import bundle, label, report, train
from offline.bundle import BundleConfig
from offline.cli import main
from offline.label import LabelConfig

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class DistillConfig(LabelConfig, BundleConfig):
    """All stages' flags."""

    overwrite: bool = False
    """Start again, discarding the scene's labels, checkpoints and bundle."""


def run(config: DistillConfig) -> Path:
    """Run what is not done yet; returns the bundle's folder."""
    resolve_device(config.device)
    final = config.scenes_dir / config.scene
    if config.overwrite:
        shutil.rmtree(config.scene_work_dir, ignore_errors=True)
    label.run(config)
    trained = train.run(config)
    if not config.overwrite and _is_done(config, trained, final):
        log.info("bundle: already done in %s", final)
    else:
        bundle.run(config)
    if not (final / REPORT).exists():
        report.run(config)
    log.info(
        "scene %r is ready in %s; serve it with: ros2 launch kd3d_ros student.launch.py scene:=%s",
        config.scene,
        final,
        config.scene,
    )
    return final


def _is_done(config: DistillConfig, trained: Path, final: Path) -> bool:
    """Whether the bundle is whole, of this version, of this student, and no older than its training."""
    try:
        found = load_scene(final.parent, final.name)
    except SceneError:
        return False
    is_same = found.architecture.preset == config.student and found.frame_id == config.frame_id
    return is_same and (final / MANIFEST).stat().st_mtime > (trained / "training.yaml").stat().st_mtime


if __name__ == "__main__":
    main(DistillConfig, run, "offline.distill", __doc__)
