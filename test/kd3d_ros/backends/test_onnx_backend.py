"""onnxruntime says what torch says, where torch is not."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("onnxruntime", reason="onnxruntime is not installed (pip install .[deploy])")

from kd3d_ros.backends import DeviceError
from kd3d_ros.backends.onnx_backend import FILES, device_of, engine_options, providers
from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import SceneBundle, SceneError, add_files, load_scene

REPOSITORY = Path(__file__).parents[3]
ALL = [
    "CPUExecutionProvider",
    "CUDAExecutionProvider",
    "AzureExecutionProvider",
    "OpenVINOExecutionProvider",
    "TensorrtExecutionProvider",
]


@pytest.fixture
def image() -> np.ndarray:
    """A picture larger than the student's input, of another aspect."""
    return np.random.default_rng(0).integers(0, 256, (128, 128, 3), dtype=np.uint8)


def test_the_map_is_that_of_torch(exported: SceneBundle, image: np.ndarray) -> None:
    torch_map = Predictor(exported, "cpu", "fp32", backend="torch").predict(image)
    predictor = Predictor(exported, "cpu", "fp32", backend="onnxruntime", threads=1)
    pointmap = predictor.predict(image)
    np.testing.assert_allclose(pointmap.points, torch_map.points, atol=1e-5)
    np.testing.assert_allclose(pointmap.uncertainty, torch_map.uncertainty, rtol=1e-4)
    assert np.ptp(pointmap.points[..., 0]) > 1e-3  # it says something
    for array in (pointmap.points, pointmap.uncertainty):
        assert array.dtype == np.float32
        assert array.flags.c_contiguous
    assert predictor.describe()["backend"] == "onnxruntime"
    assert predictor.device == "cpu"
    assert predictor.predict(image).points.tobytes() == pointmap.points.tobytes()


def test_auto_measures_what_is_installed_and_names_it(exported: SceneBundle) -> None:
    predictor = Predictor(exported, "cpu")
    predictor.settle()
    trials = [trial.split(" ms")[0].rpartition(" ")[0] for trial in predictor.trials.split("; ")]
    assert trials == ["fp32", "mixed", "bf16", "onnxruntime fp32"]
    assert f"{predictor.backend.name} {predictor.precision}".removeprefix("torch ") in trials


@pytest.mark.parametrize("torch", ["absent", "installed"])
def test_a_robot_without_torch_serves_the_scene(
    exported: SceneBundle, image: np.ndarray, tmp_path: Path, torch: str
) -> None:
    """In a process of its own: where torch cannot be imported, and, asked for onnxruntime, where it can."""
    np.save(tmp_path / "image.npy", image)
    program = f"""
import sys
if {torch == "absent"}:
    sys.modules.update(torch=None, torchvision=None, timm=None)
import numpy as np
from pathlib import Path
from kd3d_ros.loader import SceneLoader
from kd3d_ros.parameters import NodeParameters
backend = {"'auto'" if torch == "absent" else "'onnxruntime'"}
values = NodeParameters(scene="tiny", scenes_dir={str(exported.path.parent)!r}, device="cpu", backend=backend)
loader = SceneLoader()
predictor = loader.load(values).predictor
loader.shutdown()
assert predictor.describe()["backend"] == "onnxruntime", predictor.describe()
assert sys.modules.get("torch") is None, "torch was imported"
image = np.load({str(tmp_path / "image.npy")!r})
np.save({str(tmp_path / "points.npy")!r}, predictor.predict(image).points)
"""
    subprocess.run([sys.executable, "-c", program], cwd=REPOSITORY, check=True, timeout=120)
    expected = Predictor(exported, "cpu", "fp32", backend="torch").predict(image)
    np.testing.assert_allclose(np.load(tmp_path / "points.npy"), expected.points, atol=1e-4)


def test_a_bundle_that_was_not_exported_says_so(tiny_bundle: SceneBundle) -> None:
    with pytest.raises(DeviceError, match=r"'tiny' cannot be run here; onnxruntime: no student\.onnx in it"):
        Predictor(tiny_bundle, "cpu", backend="onnxruntime")


def test_unknown_backends_and_precisions_that_none_offers_are_refused(exported: SceneBundle) -> None:
    with pytest.raises(DeviceError, match=r"backend 'tvm' is unknown; choose from \['auto', 'torch', 'onnx"):
        Predictor(exported, "cpu", backend="tvm")
    with pytest.raises(
        DeviceError, match=r"precision 'mixed' is not available here; .*'onnxruntime': \['fp3"
    ):
        Predictor(exported, "cpu", "mixed", backend="onnxruntime")
    with pytest.raises(DeviceError, match=r"precision 'int8' is not available here; choose from .*'torch'"):
        Predictor(exported, "cpu", "int8")


def test_a_file_that_onnxruntime_cannot_load_is_named(exported: SceneBundle, tmp_path: Path) -> None:
    path = shutil.copytree(exported.path, tmp_path / "tiny")
    add_files(path, {FILES["fp32"]: b"no graph"})
    with pytest.raises(SceneError, match=r"student\.onnx: onnxruntime cannot load it \("):
        Predictor(load_scene(tmp_path, "tiny"), "cpu", backend="onnxruntime")


@pytest.mark.parametrize(
    ("device", "names", "called"),
    [
        ("auto", ["Tensorrt", "CUDA", "OpenVINO", "CPU"], "cuda:0 (TensorRT)"),
        ("cuda:1", ["Tensorrt", "CUDA", "OpenVINO", "CPU"], "cuda:1 (TensorRT)"),
        ("cpu", ["OpenVINO", "CPU"], "cpu (OpenVINO)"),
    ],
)
def test_the_fastest_provider_comes_first(device: str, names: list[str], called: str) -> None:
    places = providers(device, ALL)
    assert [name for name, _ in places] == [f"{name}ExecutionProvider" for name in names]
    assert device_of(places) == called
    assert device_of(providers("auto", ["CPUExecutionProvider"])) == "cpu"


@pytest.mark.parametrize("device", ["cuda", "cuda:0", "tpu", "", "cpu:0"])
def test_a_device_without_a_provider_lists_those_there_are(device: str) -> None:
    message = rf"device '{device}' is not available with onnxruntime; choose from \['auto', 'cpu'\]"
    with pytest.raises(DeviceError, match=message):
        providers(device, ["CPUExecutionProvider"])


def test_tensorrt_keeps_the_engine_of_each_file_apart(tmp_path: Path) -> None:
    options = engine_options("TensorrtExecutionProvider", tmp_path / "0a1b", "int8")
    assert options["trt_engine_cache_path"] == str(tmp_path / "0a1b")
    assert (tmp_path / "0a1b").is_dir()
    assert (options["trt_fp16_enable"], options["trt_int8_enable"]) == (False, True)
    assert engine_options("CUDAExecutionProvider", tmp_path / "none", "int8") == {}
    assert not (tmp_path / "none").exists()
