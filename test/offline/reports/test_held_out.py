"""One look at held-out frames: a student that has random weights, and a wall 2 m away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from kd3d_ros.architecture import Architecture
from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import SceneBundle, load_scene, write_scene
from kd3d_ros.student import Student
from offline.datasets import open_dataset
from offline.datasets.base import Dataset
from offline.evaluate import evaluate_frame
from offline.reports.held_out import SAMPLES, look_at
from offline.truth import NoTruthError, truth_of


@pytest.fixture
def predictor(tmp_path: Path, tiny_bundle: SceneBundle) -> Predictor:
    """Of the tiny scene, with the aspect of the wall's images."""
    torch.manual_seed(0)
    architecture = Architecture(**{**tiny_bundle.architecture.as_dict(), "input_size": (128, 96)})  # type: ignore[arg-type]
    write_scene(tmp_path / "scenes" / "wall", Student(architecture), {}, tiny_bundle.manifest)
    return Predictor(load_scene(tmp_path / "scenes", "wall"), "cpu", "fp32")


@pytest.fixture
def recording(wall: Path) -> Dataset:
    return open_dataset(wall)


def test_frames_are_as_far_off_as_evaluation_says(predictor: Predictor, recording: Dataset) -> None:
    names = recording.names("test")
    held_out = look_at(predictor, recording, names, voxel=1000.0)
    frames = [recording.load(name) for name in names]
    truths = [truth_of(frame) for frame in frames]
    results = [evaluate_frame(predictor, *pair) for pair in zip(frames, truths, strict=True) if pair[1]]
    medians = [float(np.median(result.errors)) for result in results]
    assert [one.camera.name for one in held_out.seen] == names
    np.testing.assert_allclose([one.median_m for one in held_out.seen], medians, rtol=1e-5)
    lost = [one.T_estimated is None for one in held_out.seen]
    assert lost == [bool(np.isinf(result.translation_m)) for result in results]
    assert {one.title: one.seen.median_m for one in held_out.examples} == {
        "Best": pytest.approx(min(medians)),
        "Median": pytest.approx(sorted(medians)[3]),
        "Worst": pytest.approx(max(medians)),
    }
    # All of space is one voxel: its point has the means of all.
    student = held_out.student
    assert len(student.cloud.points) == 1
    np.testing.assert_allclose(student.errors, np.concatenate([r.errors for r in results]).mean(), rtol=1e-4)
    np.testing.assert_allclose(
        student.uncertainty, np.concatenate([r.uncertainties for r in results]).mean(), rtol=1e-4
    )
    np.testing.assert_allclose(student.cloud.colours, [[10, 20, 30]], atol=2)  # JPEG
    assert (
        held_out.errors.shape
        == held_out.uncertainties.shape
        == (sum(min(len(r.errors), SAMPLES) for r in results),)
    )


def test_points_without_truth_have_no_error_and_spoil_no_others(
    predictor: Predictor, tmp_path: Path, write_frame: Callable[..., None]
) -> None:
    depth = np.full((480, 640), 2000)
    depth[:, 320:] = 0  # blind on the right
    write_frame(tmp_path / "half" / "seq-01", 0, depth_mm=depth)
    half = open_dataset(tmp_path / "half")
    (name,) = half.names("all")
    frame = half.load(name)
    truth = truth_of(frame)
    assert truth is not None
    errors = evaluate_frame(predictor, frame, truth).errors
    assert len(errors) <= 48 * 32
    together = look_at(predictor, half, [name], voxel=1000.0).student
    np.testing.assert_allclose(together.errors, errors.mean(), rtol=1e-4)
    apart = look_at(predictor, half, [name], voxel=1e-5).student
    assert 0 < np.isfinite(apart.errors).sum() < len(apart.errors)
    assert np.isfinite(apart.uncertainty).all()


def test_frames_without_depth_tell_nothing(predictor: Predictor, recording: Dataset, wall: Path) -> None:
    for file in wall.rglob("*.depth.png"):
        file.unlink()
    with pytest.raises(NoTruthError, match="none of 6 frames has depth"):
        look_at(predictor, recording, recording.names("test"), voxel=0.1)
