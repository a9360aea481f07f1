"""A bundle gets files for onnxruntime that say what torch says, or the export refuses."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("onnx", reason="onnx is not installed (pip install .[deploy])")
pytest.importorskip("onnxruntime", reason="onnxruntime is not installed (pip install .[deploy])")
pytest.importorskip("onnxscript", reason="onnxscript is not installed (pip install .[deploy])")

import onnx
import onnxruntime as ort
import torch

from kd3d_ros.backends.onnx_backend import FILES
from kd3d_ros.backends.torch_backend import folded_student
from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import SceneBundle, add_files, load_scene, write_scene
from kd3d_ros.student import PRESETS, Student
from offline.export import ExportConfig, run
from offline.exporting import ExportError, variants
from offline.exporting.graph import difference_p999, write_half, write_onnx

REPOSITORY = Path(__file__).parents[2]
FRAMES = 33
"""Of which 30 to 32 are held back, to judge by."""


@pytest.fixture
def config(tiny_bundle: SceneBundle, tmp_path: Path, write_labels: Callable[..., object]) -> ExportConfig:
    """The tiny bundle, and labels of its scene."""
    shutil.copytree(tiny_bundle.path, tmp_path / "scenes/tiny")
    write_labels(tmp_path / "work/tiny", FRAMES)
    return ExportConfig(scene="tiny", scenes_dir=tmp_path / "scenes", work_dir=tmp_path / "work")


def test_the_bundle_gets_its_files_their_digests_and_what_they_lose(config: ExportConfig) -> None:
    before = load_scene(config.scenes_dir, "tiny")
    assert run(config) == before.path
    after = load_scene(config.scenes_dir, "tiny")
    files = {"student.onnx", "student.fp16.onnx", "student.int8.onnx"}
    assert set(after.manifest["sha256"]) == set(before.manifest["sha256"]) | files
    facts = after.manifest["onnx"]
    assert facts["difference_m_p999"] < 1e-3
    assert (facts["frames"], facts["frames_of"]) == (3, "validation")
    assert list(facts["variants"]) == ["fp32", "fp16", "int8"]
    sizes = {one: figures["size_mb"] for one, figures in facts["variants"].items()}
    assert sizes["fp16"] < 0.6 * sizes["fp32"]
    assert sizes["int8"] < 0.4 * sizes["fp32"]
    onnx.checker.check_model(after.path / "student.fp16.onnx", full_check=True)
    image = np.random.default_rng(0).integers(0, 256, (64, 96, 3), dtype=np.uint8)
    said = {one: Predictor(after, "cpu", one, backend="onnxruntime").predict(image).points for one in sizes}
    # How each varies over the map: one that says the same everywhere has nothing in common with float32.
    varied = {one: (points - points.mean((0, 1))).ravel() for one, points in said.items()}
    assert np.abs(varied["fp16"] - varied["fp32"]).max() < 0.02 * np.abs(varied["fp32"]).max()
    assert np.corrcoef(varied["int8"], varied["fp32"])[0, 1] > 0.7
    for one, figures in facts["variants"].items():
        # The points are around (1, 2, 3), the wall is about 2 m off the camera: metres, not millimetres.
        assert 0.5 < figures["point_error_m"]["median"] < 5
        assert figures["error_ratio"] == pytest.approx(1, abs=0.1)
        assert np.isfinite(said[one]).all()
    assert not (config.scene_work_dir / "export").exists()


def test_the_graph_takes_pixels_in_batches_of_any_size(exported: SceneBundle) -> None:
    file = exported.path / "student.onnx"
    (opset,) = onnx.load(file).opset_import
    assert opset.version >= 17
    session = ort.InferenceSession(file, providers=["CPUExecutionProvider"])
    images = np.random.default_rng(0).integers(0, 256, (3, 64, 96, 3), dtype=np.uint8)
    points, uncertainty = session.run(["points", "uncertainty"], {"images": images})
    assert (points.shape, uncertainty.shape) == ((3, 32, 48, 3), (3, 32, 48))
    (alone,) = session.run(["points"], {"images": images[2:]})
    np.testing.assert_allclose(alone[0], points[2], atol=1e-5)
    assert np.abs(points[0] - points[1]).max() > 1e-4  # each image has its own


SMALLER = {"paper_cnn": {"width": 4}, "paper_vit": {"width": 16}}


@pytest.mark.parametrize("preset", ["paper_cnn", "paper_mobilenet", "paper_vit"])
def test_the_papers_students_take_batches_of_any_size_too(preset: str, tmp_path: Path) -> None:
    """paper_vit's graph had the size of the example for its only one."""
    student = Student(replace(PRESETS[preset], input_size=(96, 64), **SMALLER.get(preset, {}))).eval()
    write_onnx(student, tmp_path / "student.onnx")
    session = ort.InferenceSession(tmp_path / "student.onnx", providers=["CPUExecutionProvider"])
    image = np.random.default_rng(0).integers(0, 256, (1, 64, 96, 3), dtype=np.uint8)
    (points,) = session.run(["points"], {"images": image})
    with torch.inference_mode():
        expected, _ = student(torch.from_numpy(image).permute(0, 3, 1, 2).float())
    np.testing.assert_allclose(points[0], expected[0].permute(1, 2, 0), atol=1e-5)


def test_a_transformers_float16_graph_does_not_end_the_process(
    tiny_bundle: SceneBundle, tmp_path: Path
) -> None:
    """onnxruntime 1.32 does, with all its optimizers."""
    student = Student(replace(PRESETS["paper_vit"], input_size=(96, 64), width=16)).eval()
    path = write_scene(tmp_path / "scenes/vit", student, {}, tiny_bundle.manifest | {"scene": "vit"})
    write_onnx(student, tmp_path / "student.onnx")
    write_half(tmp_path / "student.onnx", tmp_path / "half.onnx")
    made = {"fp32": "student.onnx", "fp16": "half.onnx"}
    add_files(path, {FILES[one]: (tmp_path / file).read_bytes() for one, file in made.items()})
    program = f"""
import numpy as np
from pathlib import Path
from kd3d_ros.backends.onnx_backend import OnnxBackend
from kd3d_ros.scene import load_scene
backend = OnnxBackend(load_scene(Path({str(path.parent)!r}), "vit"), "cpu", 1)
backend.use("fp16")
assert np.isfinite(backend.run(np.zeros((64, 96, 3), np.uint8))[0]).all()
"""
    subprocess.run([sys.executable, "-c", program], cwd=REPOSITORY, check=True, timeout=120)


def test_a_variant_that_loses_too_much_is_left_out_unless_forced(
    config: ExportConfig,
    exported: SceneBundle,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(variants, "write_onnx", lambda _, file: shutil.copy(exported.path / file.name, file))
    monkeypatch.setattr(variants, "MOST_ERROR_RATIO", 0.5)  # twice as good as float32
    forced = ExportConfig(**{**vars(config), "variants": ("fp16",), "force": True})
    run(forced)
    assert "student.fp16.onnx" in load_scene(config.scenes_dir, "tiny").manifest["sha256"]
    run(ExportConfig(**{**vars(forced), "force": False}))
    bundle = load_scene(config.scenes_dir, "tiny")
    assert "student.fp16.onnx" not in bundle.manifest["sha256"]  # nor is the older one left
    assert not (bundle.path / "student.fp16.onnx").exists()
    assert "fp16" not in bundle.manifest["onnx"]["variants"]
    assert (bundle.path / "student.onnx").exists()
    assert "times as much as float32; left out, allowed: 0.5 (--force takes it)" in caplog.text


def test_a_graph_that_does_not_say_what_torch_says_is_refused(
    config: ExportConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other(bundle: SceneBundle) -> object:
        student = folded_student(bundle)
        student.scene_center += 0.01
        return student

    monkeypatch.setattr(variants, "folded_student", other)
    message = r"tiny: points of onnxruntime differ from torch's by 17\.32 mm .*; allowed: 1 mm"
    with pytest.raises(ExportError, match=message):
        run(config)
    assert "onnx" not in load_scene(config.scenes_dir, "tiny").manifest


def test_the_difference_is_that_of_999_of_1000_points() -> None:
    one = np.zeros((1001, 3), np.float32)
    other = one.copy()
    other[0] = 100.0
    other[1:, 0] = 0.002
    assert difference_p999(one, other) == pytest.approx(0.002)
