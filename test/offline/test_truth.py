"""What there is to compare a student with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from offline.datasets import open_dataset
from offline.datasets.base import Dataset, Frame
from offline.labels import HELD_OUT, Label, LabelStore
from offline.truth import NoTruthError, check_asked, references, truth_of


@pytest.fixture
def recording(wall: Path) -> Dataset:
    return open_dataset(wall)


@pytest.fixture
def held_out(tmp_path: Path, make_label: Callable[..., Label]) -> LabelStore:
    """Two frames, as geometric sees them; and its labels, which poses anchor."""
    LabelStore(tmp_path / "work" / "labels").finish([], anchor="poses")
    store = LabelStore(tmp_path / "work" / HELD_OUT)
    for name in ("a", "b"):
        store.write(make_label(name))
    store.finish(["a", "b"], teacher="geometric")
    return store


def roles(work: Path, teacher: str, recording: Dataset) -> list[tuple[str, ...]]:
    return [one.roles for one in references(work, teacher, recording, ["x"])]


def test_of_teacher_rgbd_the_sensor_is_the_teacher(recording: Dataset, tmp_path: Path) -> None:
    (only,) = references(tmp_path, "rgbd", recording, ["x"])
    assert (only.dataset, only.names, only.roles) == (recording, ["x"], ("sensor", "teacher"))


def test_the_teacher_is_what_it_says_of_held_out_frames(recording: Dataset, held_out: LabelStore) -> None:
    sensor, teacher = references(held_out.path.parent, "geometric", recording, ["x"])
    assert (sensor.dataset, sensor.names, sensor.roles) == (recording, ["x"], ("sensor",))
    assert (teacher.dataset.root, teacher.names, teacher.roles) == (held_out.path, ["a", "b"], ("teacher",))


def test_another_s_labels_or_none_are_no_reference(
    recording: Dataset, held_out: LabelStore, tmp_path: Path
) -> None:
    work = held_out.path.parent
    assert roles(work, "dust3r", recording) == [("sensor",)]
    assert roles(tmp_path / "nowhere", "geometric", recording) == [("sensor",)]
    held_out.finish([], teacher="geometric")
    assert roles(work, "geometric", recording) == [("sensor",)]


def test_where_no_poses_anchor_the_labels_the_sensor_is_in_another_world(
    recording: Dataset, held_out: LabelStore
) -> None:
    work = held_out.path.parent
    LabelStore(work / "labels").finish([], anchor="depth")
    assert roles(work, "geometric", recording) == [("teacher",)]


def test_what_is_asked_for_and_not_there_is_named(recording: Dataset, tmp_path: Path) -> None:
    sensor = references(tmp_path, "dust3r", recording, ["x"])
    check_asked((), [], tmp_path, "dust3r")
    check_asked(("sensor",), sensor, tmp_path, "dust3r")
    with pytest.raises(NoTruthError, match=r"--against teacher: .*/held_out has no labels by 'dust3r'; run"):
        check_asked(("sensor", "teacher"), sensor, tmp_path, "dust3r")
    with pytest.raises(NoTruthError, match="--against sensor: no poses anchor the labels"):
        check_asked(("sensor",), [], tmp_path, "dust3r")


def test_truth_is_of_frames_that_have_all_of_it() -> None:
    fields = {
        "name": "frame-000000",
        "image": np.zeros((48, 64, 3), np.uint8),
        "K": np.array([[50.0, 0, 31.5], [0, 50.0, 23.5], [0, 0, 1]]),
        "timestamp": 0.0,
        "depth": np.full((48, 64), 2.0, np.float32),
        "T_world_camera": np.eye(4),
    }
    whole = Frame(**fields)  # type: ignore[arg-type]
    truth = truth_of(whole)
    assert truth is not None
    assert truth.depth is whole.depth
    assert truth.T_world_camera is whole.T_world_camera
    np.testing.assert_array_equal(truth.camera.K, whole.K)
    assert truth.camera.size == (64, 48)
    for part in ("depth", "K", "T_world_camera"):
        assert truth_of(Frame(**{**fields, part: None})) is None  # type: ignore[arg-type]
