"""The stage: a scene and a recording in, the contract's figures out."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import SceneBundle, write_scene
from kd3d_ros.student import Architecture, Student
from offline.datasets import open_dataset
from offline.datasets.base import DataError, Frame
from offline.evaluate import EvaluateConfig, evaluate, run
from offline.truth import truth_of

CONTRACT = {
    "point_error_m": {"median", "mean", "p90"},
    "within_5cm": None,
    "within_10cm": None,
    "dropped": None,
    "edges": {"error_m_median", "bleed_share"},
    "pose": {"median_t_m", "median_r_deg", "within_5cm_5deg", "within_2cm_2deg", "lost"},
    "uncertainty": {"calibration_error_m", "predicted_m", "actual_m"},
    "latency_ms": {"median", "p95"},
    "parameters": None,
    "size_mb": None,
    "frames": None,
}
ALSO = {"skipped", "device", "precision", "precision_trials", "backend"}


def frame(**changes: object) -> Frame:
    pose = np.eye(4)
    pose[:3, 3] = 1, 2, 3
    fields = {
        "name": "frame-000000",
        "image": np.zeros((48, 64, 3), np.uint8),
        "K": np.array([[50.0, 0, 31.5], [0, 50.0, 23.5], [0, 0, 1]]),
        "timestamp": 0.0,
        "depth": np.full((48, 64), 2.0, np.float32),
        "T_world_camera": pose,
        **changes,
    }
    return Frame(**fields)  # type: ignore[arg-type]


@pytest.fixture
def bundle_4_3(tmp_path: Path, tiny_bundle: SceneBundle) -> tuple[Path, str]:
    """The tiny scene with the aspect of the wall's images."""
    fields = {**tiny_bundle.architecture.as_dict(), "input_size": (128, 96)}
    student = Student(Architecture(**fields))  # type: ignore[arg-type]
    write_scene(tmp_path / "scenes" / "wall", student, {}, {**tiny_bundle.manifest, "scene": "wall"})
    return tmp_path / "scenes", "wall"


@pytest.fixture
def config(bundle_4_3: tuple[Path, str], wall: Path, tmp_path: Path) -> EvaluateConfig:
    return EvaluateConfig(
        scene="wall", scenes_dir=bundle_4_3[0], data=wall, work_dir=tmp_path / "work", precision="fp32"
    )


def test_truth_is_of_frames_that_have_all_of_it() -> None:
    whole = frame()
    truth = truth_of(whole)
    assert truth is not None
    assert truth.depth is whole.depth
    assert truth.T_world_camera is whole.T_world_camera
    np.testing.assert_array_equal(truth.camera.K, whole.K)
    assert truth.camera.size == (64, 48)
    for part in ("depth", "K", "T_world_camera"):
        assert truth_of(frame(**{part: None})) is None


def test_the_json_has_the_contract_s_keys(config: EvaluateConfig, capsys: pytest.CaptureFixture[str]) -> None:
    file = run(config)
    assert file == config.scene_work_dir / "evaluation.json"
    figures = json.loads(file.read_text(), parse_constant=lambda text: pytest.fail(f"{text} is not JSON"))
    assert json.loads(capsys.readouterr().out) == figures
    assert set(figures) == set(CONTRACT) | ALSO
    assert {key: set(value) for key, value in figures.items() if isinstance(value, dict)} == {
        key: value for key, value in CONTRACT.items() if value
    }
    assert figures["frames"] == 6
    assert figures["skipped"] == 0
    assert figures["point_error_m"]["median"] > 0.1  # random weights


def test_the_json_goes_where_it_is_told_and_all_frames_count(config: EvaluateConfig, wall: Path) -> None:
    for path in sorted(wall.rglob("frame-*"))[: 3 * 36]:
        path.unlink()  # leave ten frames
    out = config.work_dir / "deep" / "figures.json"
    changed = EvaluateConfig(**{**vars(config), "json": out, "split": "all"})
    assert run(changed) == out
    assert json.loads(out.read_text())["frames"] == 10


def test_a_corrupt_frame_is_counted_as_skipped(config: EvaluateConfig, wall: Path) -> None:
    (wall / "seq-01" / "frame-000041.color.jpg").write_bytes(b"")
    figures = json.loads(run(config).read_text())
    assert (figures["frames"], figures["skipped"]) == (5, 1)


def test_no_usable_frame_is_an_error_that_says_why(config: EvaluateConfig, wall: Path) -> None:
    for number in range(40, 46):
        (wall / "seq-01" / f"frame-0000{number}.pose.txt").write_text("inf " * 16)
    with pytest.raises(
        DataError, match=r"none of 6 frames has depth, pose and intrinsics; 6 .* skipped: .*pose\.txt"
    ):
        run(config)


def test_images_of_another_aspect_are_letterboxed(tiny_bundle: SceneBundle, wall: Path) -> None:
    predictor = Predictor(tiny_bundle, "cpu", "fp32")
    dataset = open_dataset(wall)
    names = dataset.names("test")
    assert evaluate(predictor, dataset, names)["frames"] == len(names)
    assert predictor.predict(dataset.load(names[0]).image).points.shape == (32, 43, 3)  # 640x480 in 96x64
