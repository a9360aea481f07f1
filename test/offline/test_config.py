"""What the stages share."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kd3d_ros.scene import SceneError
from offline.config import (
    ConfigError,
    RecordingConfig,
    SceneConfig,
    StaleError,
    check_more_than_zero,
    check_same_config,
    default_work_dir,
)
from offline.datasets.bag.choice import BagTopics
from offline.datasets.base import DataError


def test_folders_come_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KD3D_SCENES", str(tmp_path / "scenes"))
    monkeypatch.setenv("KD3D_WORK", str(tmp_path / "work"))
    config = SceneConfig(scene="lab")
    assert config.scenes_dir == tmp_path / "scenes"
    assert config.scene_work_dir == tmp_path / "work" / "lab"
    monkeypatch.delenv("KD3D_WORK")
    assert default_work_dir() == Path.home() / ".ros/kd3d/work"


@pytest.mark.parametrize("scene", ["../x", "/tmp/x", "", "a b"])
def test_a_scene_name_that_could_leave_its_folders_is_refused(tmp_path: Path, scene: str) -> None:
    with pytest.raises(SceneError, match="is not allowed"):
        _ = SceneConfig(scene=scene, work_dir=tmp_path).scene_work_dir


def test_a_format_without_data_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="--format tum needs --data PATH"):
        RecordingConfig(scene="a", work_dir=tmp_path, format="tum").open_recording()
    assert not list(tmp_path.iterdir())


def test_missing_data_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="nowhere: no such folder; --data takes"):
        RecordingConfig(scene="a", work_dir=tmp_path, data=tmp_path / "nowhere").open_recording()


def test_a_recording_is_opened_by_its_layout(wall: Path) -> None:
    assert RecordingConfig(scene="a", data=wall).open_recording().format == "seven_scenes"


def test_topics_of_a_bag_reach_the_recording(wall: Path) -> None:
    with pytest.raises(DataError, match="--image-topic is for bags"):
        RecordingConfig(scene="a", data=wall, topics=BagTopics(image_topic="/x")).open_recording()


def test_a_changed_configuration_is_told_with_both_values(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    check_same_config(file, {"seed": 0, "epochs": None, "kept": 1})
    assert yaml.safe_load(file.read_text()) == {"seed": 0, "epochs": None, "kept": 1}
    check_same_config(file, {"seed": 0, "epochs": None, "kept": 1})
    with pytest.raises(StaleError) as caught:
        check_same_config(file, {"seed": 1, "epochs": None, "kept": 1, "added": "x"})
    assert "(added: None then, 'x' now, seed: 0 then, 1 now)" in str(caught.value)
    assert "--overwrite" in str(caught.value)
    assert yaml.safe_load(file.read_text())["seed"] == 0


@pytest.mark.parametrize("value", [0, -1, 0.0, float("nan")])
def test_what_must_be_more_than_zero(value: float) -> None:
    check_more_than_zero(batch_size=1, epochs=None, minutes=0.1)
    with pytest.raises(ConfigError, match=rf"--batch-size {value} is not allowed"):
        check_more_than_zero(batch_size=value)
