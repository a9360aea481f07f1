"""A recording labelled by a pairwise teacher: one metric world, held-out frames apart, resumable."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from offline.datasets.base import Frame
from offline.datasets.office import OfficeDataset, generate
from offline.label import LabelConfig, label_by_pairs, run
from offline.labels import HELD_OUT, LabelDataset, LabelStore
from offline.teachers.pairs import PairPrediction, TeacherError, View
from offline.teachers.simulated import SimulatedTeacher


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """24 training and 3 test frames, 160x120."""
    return generate(
        tmp_path_factory.mktemp("data") / "office", train_frames=24, test_frames=3, size=(160, 120)
    )


class Spy(SimulatedTeacher):
    """A simulator that writes down whom it saw, and is killed when it has answered so many pairs."""

    def __init__(self, seen: list[str], answers: int) -> None:
        super().__init__(width=80, keep_K=True)
        self.seen, self.answers = seen, answers

    def prepare(self, frame: Frame) -> View:
        self.seen.append(frame.name)
        return super().prepare(frame)

    def predict(self, pairs: Sequence[tuple[View, View]]) -> list[tuple[PairPrediction, PairPrediction]]:
        self.answers -= len(pairs)
        if self.answers < 0:
            raise KeyboardInterrupt
        return super().predict(pairs)


@dataclass(frozen=True)
class SpyFactory:
    seen: list[str]
    answers: int = 10_000

    def make(self) -> Spy:
        return Spy(self.seen, self.answers)


@pytest.fixture
def config(office: Path, tmp_path: Path) -> LabelConfig:
    return LabelConfig(scene="office", data=office, work_dir=tmp_path, label_size=80, batch_size_pairs=4)


def label(config: LabelConfig, factory: SpyFactory) -> LabelStore:
    return label_by_pairs(config, config.open_recording(), lambda *_: factory)


def test_labels_are_near_the_truth_in_the_recordings_world(config: LabelConfig, office: Path) -> None:
    store = label(config, SpyFactory([]))
    summary = store.summary
    assert len(summary["frames"]) == 24
    assert (summary["metric"], summary["gravity_aligned"], summary["anchor"]) == (True, True, "poses")
    assert 0 <= summary["scale_residual"] < 0.05
    dataset = OfficeDataset(office)
    for name in summary["frames"][::6]:
        one, frame = store.read(name), dataset.load(name)
        assert one.image.shape == (60, 80, 3)
        sensor = frame.depth[1::2, 1::2]
        both = (sensor > 0) & (one.depth > 0)
        assert both.mean() > 0.7
        assert np.median(np.abs(one.depth[both] / sensor[both] - 1)) < 0.03
        assert np.linalg.norm(one.T_world_camera[:3, 3] - frame.T_world_camera[:3, 3]) < 0.03
        assert 0.5 < np.median(one.confidence[both]) < 1.5


def test_held_out_frames_are_seen_last_and_kept_apart(config: LabelConfig) -> None:
    seen: list[str] = []
    store = label(config, SpyFactory(seen))
    first_test = next(n for n, name in enumerate(seen) if name.startswith("test/"))
    assert not any(name.startswith("test/") for name in store.summary["frames"])
    assert {name for name in seen[:first_test] if name.startswith("train/")} == set(store.summary["frames"])
    held_out = LabelStore(config.scene_work_dir / HELD_OUT)
    recording = LabelDataset(held_out)
    assert recording.names("train") == []
    assert recording.names("test")
    frame = recording.load(recording.names("test")[0])
    assert frame.depth.dtype == np.float32
    assert frame.image.shape == (60, 80, 3)


def test_a_killed_teacher_goes_on_where_it_was(config: LabelConfig) -> None:
    with pytest.raises(KeyboardInterrupt):
        label(config, SpyFactory([], answers=9))
    pairs = config.scene_work_dir / "pairs" / "pairs"
    before = {file.name: file.stat().st_mtime_ns for file in pairs.iterdir()}
    assert len(before) == 2 * 8  # two batches of four, both directions
    resumed = label(config, SpyFactory([]))
    after = {file.name: file.stat().st_mtime_ns for file in pairs.iterdir()}
    assert {name: after[name] for name in before} == before
    whole = replace(config, work_dir=config.work_dir / "whole")
    for name in resumed.summary["frames"]:
        np.testing.assert_array_equal(resumed.read(name).depth, label(whole, SpyFactory([])).read(name).depth)


def test_a_second_run_asks_nobody(config: LabelConfig) -> None:
    label(config, SpyFactory([]))
    seen: list[str] = []
    label(config, SpyFactory(seen))
    assert seen == []


def test_without_any_anchor_it_says_loudly_that_it_is_not_metric(
    config: LabelConfig, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        summary = label(replace(config, anchor="none"), SpyFactory([])).summary
    assert (summary["metric"], summary["gravity_aligned"]) == (False, False)
    assert "NOT METRIC" in caplog.text


def test_sensor_depth_alone_makes_it_metric(config: LabelConfig) -> None:
    summary = label(replace(config, anchor="depth"), SpyFactory([])).summary
    assert (summary["metric"], summary["gravity_aligned"], summary["anchor"]) == (True, False, "depth")


def test_the_geometric_teacher_labels_from_images_and_poses(config: LabelConfig, office: Path) -> None:
    store = LabelStore(run(replace(config, teacher="geometric", label_size=160)))
    assert store.summary["licence"] is None
    dataset = OfficeDataset(office)
    errors = []
    for name in store.summary["frames"]:
        one, frame = store.read(name), dataset.load(name)
        both = (frame.depth > 0) & (one.depth > 0)
        errors.append(np.abs(one.depth[both] / frame.depth[both] - 1))
    assert np.median(np.concatenate(errors)) < 0.15


def test_missing_weights_are_named(config: LabelConfig) -> None:
    pytest.importorskip("mini_dust3r", reason="the DUSt3R library is not installed (tools/setup_dust3r.sh)")
    with pytest.raises(TeacherError, match=r"nowhere\.pth"):
        run(replace(config, teacher="dust3r", teacher_weights="/nowhere.pth"))
