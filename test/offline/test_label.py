"""Recording -> labels: only the training frames, each once, also after a kill."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from pathlib import Path

import cv2
import pytest

from offline.bags.writer import write_bag
from offline.config import StaleError
from offline.datasets import open_dataset
from offline.datasets.bag.choice import BagTopics
from offline.datasets.base import DataError
from offline.label import LabelConfig, run
from offline.labels import LabelStore


@pytest.fixture
def config(wall: Path, tmp_path: Path) -> LabelConfig:
    return LabelConfig(scene="wall", data=wall, work_dir=tmp_path / "work", label_size=64)


def test_training_frames_are_labelled_and_test_frames_are_not(config: LabelConfig) -> None:
    store = LabelStore(run(config))
    summary = store.summary
    assert summary["frames"] == [f"seq-01/frame-{i:06d}" for i in range(40)]
    assert "seq-01/frame-000040" not in store
    assert len(list((store.path / "frames").iterdir())) == 40
    assert {key: summary[key] for key in ("teacher", "format", "label_size", "skipped", "metric")} == {
        "teacher": "rgbd",
        "format": "seven_scenes",
        "label_size": 64,
        "skipped": {},
        "metric": True,
    }
    assert store.read("seq-01/frame-000003").image.shape == (48, 64, 3)


def test_a_second_run_does_nothing(config: LabelConfig) -> None:
    path = run(config)
    before = {file: file.stat().st_mtime_ns for file in path.rglob("*")}
    assert run(config) == path
    assert {file: file.stat().st_mtime_ns for file in path.rglob("*")} == before


def test_a_killed_run_labels_only_what_is_missing(config: LabelConfig) -> None:
    store = LabelStore(run(config))
    (store.path / "labels.yaml").unlink()
    files = sorted((store.path / "frames").iterdir())
    files[5].unlink()
    (store.path / "frames" / f"{files[7].name}.part").write_text("half")
    before = {file: file.stat().st_mtime_ns for file in files if file.exists()}
    run(config)
    assert len(store.summary["frames"]) == 40
    assert files[5].exists()
    assert {file: file.stat().st_mtime_ns for file in before} == before


def test_a_deleted_label_is_made_again(config: LabelConfig) -> None:
    """As a LabelError of a damaged one says: delete it and label again."""
    store = LabelStore(run(config))
    digest = store.summary["digest"]
    file = store.path / "frames" / "seq-01__frame-000002.safetensors"
    file.unlink()
    run(config)
    assert file.exists()
    assert store.summary["digest"] == digest


def test_other_settings_are_refused(config: LabelConfig, wall: Path) -> None:
    run(config)
    other = LabelConfig(scene="wall", data=wall, work_dir=config.work_dir, label_size=32)
    with pytest.raises(StaleError, match="label_size: 64 then, 32 now"):
        run(other)


def test_other_topics_of_a_bag_are_refused(config: LabelConfig, wall: Path, tmp_path: Path) -> None:
    folder = open_dataset(wall)
    bag = write_bag(tmp_path / "bag", folder, folder.names("train")[:2])
    config = replace(config, data=bag.path)
    run(config)
    with pytest.raises(StaleError, match="depth_topic: None then, '/camera/depth/image_raw' now"):
        run(replace(config, topics=BagTopics(depth_topic="/camera/depth/image_raw")))


def test_a_corrupt_frame_is_named_counted_and_left_out(
    config: LabelConfig, wall: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (wall / "seq-01" / "frame-000004.color.jpg").write_bytes(b"\xff\xd8 not a picture")
    (wall / "seq-01" / "frame-000005.depth.png").unlink()
    with caplog.at_level(logging.WARNING):
        summary = LabelStore(run(config)).summary
    assert len(summary["frames"]) == 38
    assert sorted(summary["skipped"]) == ["seq-01/frame-000004", "seq-01/frame-000005"]
    assert "frame-000004.color.jpg" in summary["skipped"]["seq-01/frame-000004"]
    assert "2 frames skipped" in caplog.text


def test_a_recording_with_no_usable_frame_is_refused(config: LabelConfig, wall: Path) -> None:
    for file in wall.rglob("*.pose.txt"):
        file.write_text("-1.#IND " * 16)
    with pytest.raises(DataError, match="none of its 40 training frames is usable; 40 frames skipped"):
        run(config)
    with pytest.raises(DataError, match="none of its 40"):
        run(config)


def test_what_was_covered_is_told_once(config: LabelConfig, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        store = LabelStore(run(config))
    assert caplog.text.count("verdict:") == 1
    assert "coverage: 40 frames" in caplog.text
    file, picture = config.scene_work_dir / "coverage.json", config.scene_work_dir / "coverage.png"
    figures = json.loads(file.read_text())
    assert figures["labels"] == store.summary["digest"]
    assert figures["path"] == pytest.approx(0.39)
    assert figures["usual_depth"] == pytest.approx(2.0, rel=2e-3)
    assert figures["speed"]["median"] == pytest.approx(0.3, rel=1e-3)  # 1 cm at 30 Hz
    assert cv2.imread(str(picture)) is not None
    caplog.clear()
    with caplog.at_level(logging.INFO):
        run(config)
    assert "verdict:" not in caplog.text
    file.write_text(json.dumps({"labels": "of another recording"}))
    with caplog.at_level(logging.INFO):
        run(config)
    assert "verdict:" in caplog.text
