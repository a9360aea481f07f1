"""A report is made of a finished bundle, and becomes a file of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kd3d_ros.files import sha256
from kd3d_ros.scene import REPORT, load_scene
from offline import bundle, label, report, train
from offline.distill import DistillConfig
from offline.labels import LabelError


@pytest.fixture
def config(tmp_path: Path, wall: Path, small_preset: None) -> DistillConfig:
    """A wall that was distilled, but for the report."""
    config = DistillConfig(
        scene="wall",
        data=wall,
        work_dir=tmp_path / "work",
        scenes_dir=tmp_path / "scenes",
        device="cpu",
        backbone_weights="none",
        epochs=1,
        batch_size=8,
        label_size=128,
    )
    label.run(config)
    train.run(config)
    bundle.run(config)
    return config


def test_the_report_becomes_a_file_of_the_bundle(config: DistillConfig, tmp_path: Path) -> None:
    before = load_scene(config.scenes_dir, "wall")
    with pytest.raises(LabelError, match="the labels are incomplete"):
        report.run(replace(config, work_dir=tmp_path / "elsewhere"))
    assert load_scene(config.scenes_dir, "wall").manifest == before.manifest

    size = before.size_mb
    file = report.run(config)
    assert file == config.scenes_dir / "wall" / REPORT
    after = load_scene(config.scenes_dir, "wall")
    assert after.manifest["sha256"] == {**before.manifest["sha256"], REPORT: sha256(file)}
    assert after.size_mb == pytest.approx(size, abs=1e-3)  # a robot can do without it
    page = file.read_text()
    assert "40 frames of" in page
    assert "6 frames that it was never shown" in page

    report.run(config)  # again, in place of the first
    assert load_scene(config.scenes_dir, "wall").manifest["sha256"][REPORT] == sha256(file)


def test_without_held_out_frames_it_shows_those_of_the_training(config: DistillConfig, wall: Path) -> None:
    for file in wall.rglob("frame-00004*"):
        file.unlink()
    bundle.run(config)
    page = report.run(config).read_text()
    assert "40 frames of the training, for want of held-out ones" in page
