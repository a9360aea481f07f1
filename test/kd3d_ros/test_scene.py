"""The scene bundle is read as it was written, or refused with the file's name."""

from __future__ import annotations

import os
import pickle
import shutil
from pathlib import Path
from typing import Any

import pytest
import torch
import yaml
from safetensors.torch import load_file, save_file

from kd3d_ros.architecture import Architecture
from kd3d_ros.files import sha256
from kd3d_ros.scene import (
    MANIFEST,
    REPORT,
    REQUIRED,
    SCHEMA,
    WEIGHTS,
    SceneBundle,
    SceneError,
    add_files,
    check_scene_name,
    default_scenes_dir,
    load_scene,
    write_scene,
)
from kd3d_ros.student import Student, parameter_count

HOSTILE_NAMES = [
    "../x",
    "/etc",
    "a/b",
    "",
    ".",
    "..",
    "a.part",
    "a b",
    "a\n",
    "kitchen\0",
    "küche",
    "~",
    "$HOME",
]


@pytest.fixture
def bundle(tiny_bundle: SceneBundle, tmp_path: Path) -> Path:
    """A copy of the tiny bundle, to be damaged."""
    return shutil.copytree(tiny_bundle.path, tmp_path / "scenes" / tiny_bundle.name)


def edit(bundle: Path, **changes: Any) -> None:
    """Change scene.yaml; None takes a key out."""
    manifest = yaml.safe_load((bundle / MANIFEST).read_text())
    manifest.update(changes)
    kept = {key: value for key, value in manifest.items() if value is not None or key not in changes}
    (bundle / MANIFEST).write_text(yaml.safe_dump(kept))


def sign(bundle: Path, file: str = WEIGHTS) -> None:
    """Give scene.yaml the digest of what the file holds now."""
    edit(bundle, sha256={file: sha256(bundle / file)})


def refusal(bundle: Path) -> str:
    with pytest.raises(SceneError) as caught:
        load_scene(bundle.parent, bundle.name)
    return str(caught.value)


def test_a_student_comes_back_equal_to_float16(tmp_path: Path, bundle: Path) -> None:
    torch.manual_seed(1)
    written = Student(load_scene(bundle.parent, bundle.name).architecture).eval()
    written.scene_center.copy_(torch.tensor([1.0, -2.0, 3.0]))
    written.scene_scale.fill_(1.7)
    manifest = {**load_scene(bundle.parent, bundle.name).manifest, "scene": "back"}
    path = write_scene(tmp_path / "back", written, {"preview.ply": b"ply\n"}, manifest)
    loaded = load_scene(tmp_path, "back")
    read = loaded.build_student()
    image = torch.rand(1, 3, 64, 96) * 255
    with torch.inference_mode():
        for before, after in zip(written(image), read(image), strict=True):
            torch.testing.assert_close(after, before, rtol=0, atol=0.02)
    assert not read.training
    assert {p.dtype for p in read.parameters()} == {torch.float32}
    assert loaded.architecture == written.architecture
    assert loaded.name == "back"
    assert (path / "preview.ply").read_bytes() == b"ply\n"
    assert set(loaded.manifest["sha256"]) == {WEIGHTS, "preview.ply"}
    assert loaded.size_mb == pytest.approx(sum(f.stat().st_size for f in path.iterdir()) / 1e6)


def test_writing_again_replaces_the_bundle(bundle: Path) -> None:
    loaded = load_scene(bundle.parent, bundle.name)
    manifest = {**loaded.manifest, "frame_id": "kitchen_map"}
    write_scene(bundle, loaded.build_student(), {}, manifest)
    assert load_scene(bundle.parent, bundle.name).frame_id == "kitchen_map"
    assert [path.name for path in bundle.parent.iterdir()] == [bundle.name]


def test_files_are_added_and_replaced_with_their_digests(bundle: Path) -> None:
    before = load_scene(bundle.parent, bundle.name)
    size = before.size_mb
    assert add_files(bundle, {REPORT: b"<p>first</p>", "notes.txt": b"1234"}) == bundle
    add_files(bundle, {REPORT: b"<p>second</p>" * 100_000})
    after = load_scene(bundle.parent, bundle.name)
    assert (bundle / REPORT).read_bytes() == b"<p>second</p>" * 100_000
    digests = {name: sha256(bundle / name) for name in (REPORT, "notes.txt")}
    assert after.manifest == {**before.manifest, "sha256": {**before.manifest["sha256"], **digests}}
    assert 0 < after.size_mb - size < 0.001  # the report is not the robot's
    assert not list(bundle.parent.glob("*.part"))


def test_files_are_taken_out_and_facts_are_told_of_others(bundle: Path) -> None:
    before = load_scene(bundle.parent, bundle.name).manifest
    add_files(bundle, {"student.onnx": b"first", "notes.txt": b"1234"}, {"onnx": {"opset": 18}})
    add_files(
        bundle, {"student.onnx": None, "never.there": None, "notes.txt": b"12"}, {"onnx": {"opset": 19}}
    )
    after = load_scene(bundle.parent, bundle.name).manifest
    assert not (bundle / "student.onnx").exists()
    notes = {"notes.txt": sha256(bundle / "notes.txt")}
    assert after == {**before, "onnx": {"opset": 19}, "sha256": {**before["sha256"], **notes}}


@pytest.mark.parametrize(
    "architecture",
    [
        Architecture("kd3d_s", "pyramid", "tf_efficientnet_lite0", 8, (64, 64)),
        Architecture("paper_mobilenet", "paper_mobilenet", "mobilenetv3_large_100", 8, (64, 64), 1),
        Architecture("paper_vit", "paper_vit", "", 64, (64, 64), 1, depth=1),
    ],
)
def test_trained_numbers_are_counted_without_the_network(bundle: Path, architecture: Architecture) -> None:
    student = Student(architecture)
    write_scene(bundle, student, {}, load_scene(bundle.parent, bundle.name).manifest)
    assert load_scene(bundle.parent, bundle.name).parameters == parameter_count(student)


def test_a_report_may_stay_behind_but_not_be_damaged(bundle: Path) -> None:
    add_files(bundle, {REPORT: b"<p>fine</p>", "notes.txt": b"1234"})
    (bundle / REPORT).write_bytes(b"<p>other</p>")
    with pytest.raises(SceneError, match=r"report\.html: damaged"):
        load_scene(bundle.parent, bundle.name)
    (bundle / REPORT).unlink()
    load_scene(bundle.parent, bundle.name)
    (bundle / "notes.txt").unlink()
    with pytest.raises(SceneError, match=r"notes\.txt: unreadable"):
        load_scene(bundle.parent, bundle.name)


def test_a_manifest_that_lacks_a_key_is_not_written(tmp_path: Path, bundle: Path) -> None:
    student = load_scene(bundle.parent, bundle.name).build_student()
    with pytest.raises(SceneError, match=r"would lack.*'frame_id'"):
        write_scene(tmp_path / "short", student, {}, {"scene": "short"})
    assert not (tmp_path / "short").exists()


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_names_that_could_leave_scenes_dir_are_refused(bundle: Path, name: str) -> None:
    with pytest.raises(SceneError, match="is not allowed; use letters, digits, '-' and '_'") as caught:
        load_scene(bundle.parent, name)
    assert repr(name) in str(caught.value)


def test_an_allowed_name_is_given_back() -> None:
    assert check_scene_name("Kitchen-2_b") == "Kitchen-2_b"


def test_an_unknown_scene_lists_those_there_are(bundle: Path) -> None:
    (bundle.parent / "half.part").mkdir()
    (bundle.parent / "half.part" / MANIFEST).write_text("schema: 1\n")
    (bundle.parent / "notes").mkdir()
    text = refusal(bundle.parent / "garage")
    assert "garage: no such scene" in text
    assert "has ['tiny'];" in text
    assert "offline.distill" in text


def test_an_empty_or_missing_scenes_dir_says_so(tmp_path: Path) -> None:
    assert "has none" in refusal(tmp_path / "garage")
    assert "has none" in refusal(tmp_path / "missing" / "garage")


@pytest.mark.parametrize("schema", [0, 1, SCHEMA + 1, "2", None])
def test_another_schema_is_refused(bundle: Path, schema: object) -> None:
    edit(bundle, schema=schema)
    assert f"{bundle / MANIFEST}: schema {schema!r}, this version reads {SCHEMA}" in refusal(bundle)


@pytest.mark.parametrize("key", [key for key in REQUIRED if key != "schema"])
def test_a_missing_key_is_named(bundle: Path, key: str) -> None:
    edit(bundle, **{key: None})
    assert f"{bundle / MANIFEST}: lacks ['{key}']" in refusal(bundle)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"- a\n- b\n",
        b"{unclosed",
        b"\xff\xfe\x00",
        b"when: 2024-99-99\n",
        b"!!python/object:os.system x",
        b"[" * 100_000,
    ],
)
def test_an_unreadable_manifest_is_refused(bundle: Path, content: bytes) -> None:
    (bundle / MANIFEST).write_bytes(content)
    assert str(bundle / MANIFEST) in refusal(bundle)


def test_a_missing_manifest_or_file_is_named(bundle: Path) -> None:
    (bundle / WEIGHTS).unlink()
    assert f"{bundle / WEIGHTS}: unreadable" in refusal(bundle)
    (bundle / MANIFEST).unlink()
    assert f"{bundle / MANIFEST}: unreadable" in refusal(bundle)


def test_one_flipped_bit_in_the_weights_is_found(bundle: Path) -> None:
    content = bytearray((bundle / WEIGHTS).read_bytes())
    content[-1] ^= 1
    (bundle / WEIGHTS).write_bytes(content)
    assert f"{bundle / WEIGHTS}: damaged" in refusal(bundle)


def test_truncated_weights_are_found_even_with_a_fitting_digest(bundle: Path) -> None:
    content = (bundle / WEIGHTS).read_bytes()
    (bundle / WEIGHTS).write_bytes(content[: len(content) // 2])
    assert f"{bundle / WEIGHTS}: damaged" in refusal(bundle)
    sign(bundle)
    assert f"{bundle / WEIGHTS}: unreadable" in refusal(bundle)


def test_a_wrong_digest_is_refused(bundle: Path) -> None:
    edit(bundle, sha256={WEIGHTS: "0" * 64})
    assert "expected 000000000000" in refusal(bundle)


@pytest.mark.parametrize("file", ["../../etc/passwd", "/etc/passwd", "sub/file", "..", ".", "", 7])
def test_digests_of_files_elsewhere_are_refused(bundle: Path, file: object) -> None:
    edit(bundle, sha256={file: "0" * 64})
    text = refusal(bundle)
    assert f"{bundle / MANIFEST}: {file!r} is not the plain name" in text


@pytest.mark.parametrize("digests", [{}, [WEIGHTS], "all"])
def test_weights_without_a_digest_are_refused(bundle: Path, digests: object) -> None:
    edit(bundle, sha256=digests)
    assert str(bundle / MANIFEST) in refusal(bundle)


class Payload:
    """Runs a command when it is unpickled."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, (f"touch {self.marker}",)


def test_a_pickle_in_place_of_weights_is_not_opened(bundle: Path, tmp_path: Path) -> None:
    marker = tmp_path / "executed"
    (bundle / WEIGHTS).write_bytes(pickle.dumps(Payload(marker)))
    sign(bundle)
    assert f"{bundle / WEIGHTS}: unreadable" in refusal(bundle)
    assert not marker.exists()


@pytest.mark.parametrize("change", ["missing", "extra", "shape"])
def test_tensors_that_do_not_fit_are_refused(bundle: Path, change: str) -> None:
    weights = load_file(bundle / WEIGHTS)
    if change == "missing":
        del weights["network.head.weight"]
    elif change == "extra":
        weights["network.head.extra"] = torch.zeros(1)
    else:
        weights["network.head.bias"] = torch.zeros(3)
    save_file(weights, bundle / WEIGHTS)
    sign(bundle)
    loaded = load_scene(bundle.parent, bundle.name)
    with pytest.raises(SceneError, match=r"(?s)student\.safetensors: does not fit .*head\.") as caught:
        loaded.build_student()
    assert str(bundle / WEIGHTS) in str(caught.value)


@pytest.mark.parametrize(
    "student",
    [
        "kd3d_s",
        {},
        {"backbone": "hf-hub:x/y"},
        {"input_size": [96]},
        {"input_size": ["wide", 64]},
        {"input_size": [float("inf"), 64]},
        {"width": "eight"},
        {"unknown": 1},
    ],
)
def test_a_student_that_is_no_architecture_is_refused(bundle: Path, student: Any) -> None:
    if isinstance(student, dict) and student:
        student = {**load_scene(bundle.parent, bundle.name).architecture.as_dict(), **student}
    edit(bundle, student=student)
    assert f"{bundle / MANIFEST}: student is not an architecture" in refusal(bundle)


@pytest.mark.parametrize(
    "knots",
    [
        "large",
        None,
        {"predicted": [1.0]},
        {"predicted": [], "actual": []},
        {"predicted": [1.0], "actual": [0.0]},
        {"predicted": [1.0], "actual": [float("nan")]},
        {"predicted": [1.0], "actual": ["wide"]},
        {"predicted": [1.0, 2.0], "actual": [1.0]},
        {"predicted": [1.0, 2.0], "actual": [2.0, 1.0]},
    ],
)
def test_an_uncertainty_calibration_that_is_no_monotone_map_is_refused(bundle: Path, knots: object) -> None:
    manifest = yaml.safe_load((bundle / MANIFEST).read_text())
    (bundle / MANIFEST).write_text(yaml.safe_dump({**manifest, "uncertainty_calibration": knots}))
    assert f"{bundle / MANIFEST}: uncertainty_calibration" in refusal(bundle)


def test_a_file_name_with_a_null_byte_is_refused(bundle: Path) -> None:
    manifest = yaml.safe_load((bundle / MANIFEST).read_text())
    manifest["sha256"]["\0"] = "0"
    (bundle / MANIFEST).write_text(yaml.safe_dump(manifest))
    assert "unreadable (embedded null byte)" in refusal(bundle)


@pytest.mark.parametrize(
    "values",
    [
        None,
        [],
        {},
        {"inlier_ratio": 0.5, "uncertainty_m": 0.1},
        {"inlier_ratio": 0.5, "uncertainty_m": 0.1, "covariance_scale": 0},
        {"inlier_ratio": 0.5, "uncertainty_m": 0.1, "covariance_scale": float("inf")},
        {"inlier_ratio": "most", "uncertainty_m": 0.1, "covariance_scale": 1},
        {"inlier_ratio": 0.5, "uncertainty_m": 0.1, "covariance_scale": 1, "more": 1},
    ],
)
def test_what_is_usual_of_poses_has_to_be_positive_numbers(bundle: Path, values: object) -> None:
    manifest = yaml.safe_load((bundle / MANIFEST).read_text())
    (bundle / MANIFEST).write_text(yaml.safe_dump({**manifest, "localization": values}))
    assert f"{bundle / MANIFEST}: localization" in refusal(bundle)


@pytest.mark.parametrize(
    "intrinsics", [None, {"width": 96, "height": 64}, {"width": 96, "height": 64, "K": [[0, 0], [0, 0]]}]
)
def test_intrinsics_that_are_no_camera_are_refused(bundle: Path, intrinsics: object) -> None:
    manifest = yaml.safe_load((bundle / MANIFEST).read_text())
    (bundle / MANIFEST).write_text(yaml.safe_dump({**manifest, "intrinsics": intrinsics}))
    assert f"{bundle / MANIFEST}: intrinsics" in refusal(bundle)


def test_scenes_dir_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KD3D_SCENES", "~/scenes")
    assert default_scenes_dir() == Path.home() / "scenes"
    monkeypatch.delenv("KD3D_SCENES")
    assert default_scenes_dir() == Path.home() / ".ros/kd3d/scenes"
