"""The stage: a scene and a recording in, the contract's figures out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kd3d_ros.architecture import Architecture
from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import SceneBundle, load_scene, write_scene
from kd3d_ros.student import Student
from offline.config import ConfigError
from offline.datasets import open_dataset
from offline.datasets.base import DataError
from offline.evaluate import EvaluateConfig, evaluate, run
from offline.labels import HELD_OUT, Label, LabelStore

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
FIDELITY = {
    *("frames", "mse_m2", "point_error_m"),
    *(f"{score}_{limit}cm" for score in ("accuracy", "completeness", "f_score") for limit in (5, 10)),
}
ALSO = {"against", "skipped", "device", "precision", "precision_trials", "backend"}


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


@pytest.fixture
def taught_by_pairs(
    config: EvaluateConfig, tiny_bundle: SceneBundle, make_label: Callable[..., Label]
) -> EvaluateConfig:
    """The wall as if taught by `geometric`: labels anchored to poses, and two of held-out frames."""
    teacher = {"teacher": {"name": "geometric", "weights_sha256": None, "licence": None}}
    fields = {**tiny_bundle.architecture.as_dict(), "input_size": (128, 96)}
    student = Student(Architecture(**fields))  # type: ignore[arg-type]
    write_scene(config.scenes_dir / "wall", student, {}, {**tiny_bundle.manifest, "scene": "wall", **teacher})
    LabelStore(config.scene_work_dir / "labels").finish([], anchor="poses")
    held_out = LabelStore(config.scene_work_dir / HELD_OUT)
    for name in ("a", "b"):
        held_out.write(make_label(name))
    held_out.finish(["a", "b"], teacher="geometric")
    return config


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


def test_a_scene_of_a_recording_is_not_judged_on_the_office(
    config: EvaluateConfig, bundle_4_3: tuple[Path, str], tiny_bundle: SceneBundle
) -> None:
    """With --data forgotten a kitchen's student was shown the generated office."""
    student = load_scene(*bundle_4_3).build_student()
    dataset = {"format": "bag", "frames": 1, "skipped": 0}
    write_scene(config.scenes_dir / "wall", student, {}, {**tiny_bundle.manifest, "dataset": dataset})
    with pytest.raises(ConfigError, match=r"--data is missing: scene 'wall' was learned from .* format bag"):
        run(replace(config, data=None))
    assert not config.work_dir.exists()


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


def test_a_sensor_that_teaches_is_asked_once(config: EvaluateConfig) -> None:
    figures = json.loads(run(replace(config, against=("sensor", "teacher"))).read_text())
    assert figures["against"] == "sensor"
    assert set(figures) == set(CONTRACT) | ALSO | {"fidelity"}
    fidelity = figures["fidelity"]
    assert set(fidelity["sensor"]) == FIDELITY
    assert fidelity["sensor"] == fidelity["teacher"]
    assert fidelity["sensor"]["frames"] == 6
    assert fidelity["sensor"]["point_error_m"] == pytest.approx(figures["point_error_m"])


def test_sensor_and_teacher_are_compared_on_frames_of_their_own(taught_by_pairs: EvaluateConfig) -> None:
    figures = json.loads(run(replace(taught_by_pairs, against=("teacher", "sensor"))).read_text())
    assert (figures["against"], figures["frames"]) == ("sensor", 6)
    frames = {role: one["frames"] for role, one in figures["fidelity"].items()}
    assert frames == {"sensor": 6, "teacher": 2}
    only = json.loads(run(replace(taught_by_pairs, against=("teacher",))).read_text())
    assert set(only["fidelity"]) == {"teacher"}


def test_in_a_world_of_its_own_only_the_teacher_is_a_reference(taught_by_pairs: EvaluateConfig) -> None:
    LabelStore(taught_by_pairs.scene_work_dir / "labels").finish([], anchor="none")
    figures = json.loads(run(taught_by_pairs).read_text())
    assert (figures["against"], figures["frames"]) == ("teacher", 2)
    with pytest.raises(DataError, match="--against sensor: no poses anchor the labels in"):
        run(replace(taught_by_pairs, against=("sensor",)))


def test_a_recording_without_truth_is_judged_by_the_teacher(
    taught_by_pairs: EvaluateConfig, wall: Path
) -> None:
    for file in wall.rglob("*.pose.txt"):
        file.write_text("inf " * 16)
    figures = json.loads(run(replace(taught_by_pairs, against=("teacher",))).read_text())
    assert (figures["against"], figures["frames"]) == ("teacher", 2)


def test_costs_are_told_where_they_are_asked_for(config: EvaluateConfig) -> None:
    own = json.loads(run(replace(config, costs="teacher")).read_text())["cost"]
    assert own["teacher"]["what"].startswith("the depth sensor itself")
    other = json.loads(run(replace(config, costs="geometric")).read_text())["cost"]
    assert other["student"]["parameters"] == own["student"]["parameters"]
    assert other["teacher"]["ms"] > 0
