"""Trained student -> bundle: what a robot loads is what was trained."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from kd3d_ros.files import sha256
from kd3d_ros.scene import load_scene
from offline import bundle, label, train
from offline.bundle import preview
from offline.distill import DistillConfig
from offline.labels import Label


@pytest.fixture
def config(tmp_path: Path, wall: Path, small_preset: None) -> DistillConfig:
    """A labelled and trained wall."""
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
    return config


def test_the_bundle_tells_what_was_learned_and_how_well(config: DistillConfig) -> None:
    path = bundle.run(config)
    assert path == config.scenes_dir / "wall"
    loaded = load_scene(config.scenes_dir, "wall")
    trained = load_file(config.scene_work_dir / "training" / "kd3d_s" / "student.safetensors")
    for key, tensor in loaded.build_student().state_dict().items():
        torch.testing.assert_close(tensor, trained[key], rtol=1e-3, atol=1e-6)
    manifest = loaded.manifest
    assert (loaded.frame_id, manifest["metric"], manifest["scale_residual"]) == ("map", True, 0.0)
    assert manifest["intrinsics"]["width"] == 128
    # 7-Scenes' principal point of (320, 240) in 640x480, after a resize to 128x96
    np.testing.assert_allclose(
        manifest["intrinsics"]["K"], [[105, 0, 63.6], [0, 105, 47.6], [0, 0, 1]], atol=1e-3
    )
    low, high = np.array(manifest["scene_bounds_m"])
    assert (low < high).all()
    assert 1.9 < low[2] < high[2] < 2.1  # the wall stands 2 m away
    assert manifest["dataset"] == {"format": "seven_scenes", "frames": 40, "skipped": 0}
    assert manifest["teacher"]["name"] == "rgbd"
    assert manifest["training"]["steps"] == 4  # of 8 of the 34 frames that are not for validation
    assert (manifest["metrics"]["against"], manifest["metrics"]["frames"]) == ("sensor", 6)
    fidelity = manifest["metrics"]["fidelity"]
    assert fidelity["sensor"] == fidelity["teacher"]
    assert fidelity["sensor"]["frames"] == 6
    assert "*id" not in (path / "scene.yaml").read_text()
    assert manifest["sha256"]["preview.ply"] == sha256(path / "preview.ply")
    assert not (config.scene_work_dir / "bundle").exists()


def test_without_held_out_frames_there_are_no_figures(config: DistillConfig, wall: Path) -> None:
    for file in wall.rglob("frame-00004*"):
        file.unlink()
    bundle.run(config)
    assert load_scene(config.scenes_dir, "wall").manifest["metrics"] is None


def test_a_failing_bundle_leaves_the_older_one(config: DistillConfig, wall: Path) -> None:
    path = bundle.run(config)
    before = sha256(path / "scene.yaml")
    shutil.rmtree(wall)
    with pytest.raises(Exception, match="no such folder"):
        bundle.run(config)
    assert sha256(path / "scene.yaml") == before


def test_a_preview_shows_the_labels_points_in_their_colours(make_label: Callable[..., Label]) -> None:
    tilted = make_label()
    points, colours = preview([tilted, make_label(offset=5.0)])
    assert len(points) == len(colours) == 2 * 12_288  # fewer pixels than would be drawn
    one = points[:12_288] - tilted.T_world_camera[:3, 3]
    pixels = one @ tilted.K.T
    np.testing.assert_allclose(pixels[:, :2] / pixels[:, 2:], colours[:12_288, :2], atol=1e-3)
