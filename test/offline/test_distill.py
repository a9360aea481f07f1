"""The whole pipeline, small: a generated office -> labels -> student -> bundle -> figures."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from pathlib import Path

import pytest

from kd3d_ros.device import DeviceError
from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import REPORT, SceneError, load_scene
from kd3d_ros.student import PRESETS
from offline.config import StaleError
from offline.datasets import open_dataset
from offline.datasets.base import DataError
from offline.datasets.office import generate
from offline.distill import DistillConfig, run
from offline.evaluate import EvaluateConfig
from offline.evaluate import run as run_evaluate


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(
        tmp_path_factory.mktemp("data") / "office", train_frames=12, test_frames=4, size=(128, 96)
    )


@pytest.fixture
def config(tmp_path: Path, office: Path, small_preset: None) -> DistillConfig:
    return DistillConfig(
        scene="office",
        data=office,
        work_dir=tmp_path / "work",
        scenes_dir=tmp_path / "scenes",
        device="cpu",
        backbone_weights="none",
        epochs=1,
        batch_size=4,
    )


def state(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_from_a_recording_to_a_bundle_that_serves(
    config: DistillConfig, office: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert run(config) == config.scenes_dir / "office"
    loaded = load_scene(config.scenes_dir, "office")
    assert loaded.manifest["dataset"] == {"format": "office", "frames": 12, "skipped": 0}
    assert loaded.manifest["gravity_aligned"] is True
    assert loaded.manifest["metrics"]["frames"] == 4
    assert "4 frames that it was never shown" in (loaded.path / REPORT).read_text()
    dataset = open_dataset(office)
    frame = dataset.load(dataset.names("test")[0])
    assert Predictor(loaded, "cpu", "fp32").predict(frame.image).points.shape == (96, 128, 3)

    out = config.work_dir / "figures.json"
    run_evaluate(
        EvaluateConfig(
            scene="office", scenes_dir=config.scenes_dir, work_dir=config.work_dir, data=office, json=out
        )
    )
    assert json.loads(out.read_text())["frames"] == 4

    # A second run does nothing.
    before = state(config.work_dir), state(config.scenes_dir)
    with caplog.at_level(logging.INFO):
        run(config)
    assert (state(config.work_dir), state(config.scenes_dir)) == before
    assert "bundle: already done" in caplog.text

    # A lost bundle is written again without training again.
    (config.scenes_dir / "office" / "scene.yaml").unlink()
    run(config)
    assert load_scene(config.scenes_dir, "office").manifest["metrics"]["frames"] == 4
    trained = config.scene_work_dir / "training" / "kd3d_s" / "training.yaml"
    assert trained.stat().st_mtime_ns == before[0][trained]

    # So is a lost report.
    (config.scenes_dir / "office" / REPORT).unlink()
    run(config)
    assert REPORT in load_scene(config.scenes_dir, "office").manifest["sha256"]
    assert (config.scenes_dir / "office" / REPORT).exists()

    # Another configuration is refused, unless everything is started again.
    with pytest.raises(StaleError, match="seed: 0 then, 3 now"):
        run(replace(config, seed=3))
    run(replace(config, seed=3, overwrite=True))
    assert trained.stat().st_mtime_ns > before[0][trained]
    assert "seed: 3" in trained.read_text()


def test_a_bundle_of_another_student_or_frame_is_not_taken_for_the_wanted_one(config: DistillConfig) -> None:
    """`--student kd3d_m`, then `kd3d_s` again, whose training is older than the bundle, left kd3d_m in it."""
    run(config)
    small = replace(PRESETS["kd3d_s"], preset="kd3d_m")
    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(PRESETS, "kd3d_m", small)
        run(replace(config, student="kd3d_m"))
    assert load_scene(config.scenes_dir, "office").architecture.preset == "kd3d_m"
    run(config)
    assert load_scene(config.scenes_dir, "office").architecture.preset == "kd3d_s"
    run(replace(config, frame_id="odom"))
    assert load_scene(config.scenes_dir, "office").frame_id == "odom"


def test_mistakes_are_told_before_anything_is_made(config: DistillConfig, tmp_path: Path) -> None:
    with pytest.raises(SceneError, match=r"scene name '\.\./x' is not allowed"):
        run(replace(config, scene="../x"))
    with pytest.raises(DeviceError, match="'cuda:7' is not available; choose from"):
        run(replace(config, device="cuda:7"))
    with pytest.raises(DataError, match="nowhere: no such folder"):
        run(replace(config, data=tmp_path / "nowhere"))
    with pytest.raises(DataError, match="format 'kitti' is unknown; choose from"):
        run(replace(config, format="kitti"))  # type: ignore[arg-type]
    with pytest.raises(DataError, match="--format tum needs --data PATH"):
        run(replace(config, data=None, format="tum"))
    assert not config.work_dir.exists()
    assert not config.scenes_dir.exists()
