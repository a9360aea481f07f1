"""onnxruntime says what torch says, where torch is not."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("onnxruntime", reason="onnxruntime is not installed (pip install .[deploy])")

import onnxruntime as ort

from kd3d_ros.backends import DeviceError
from kd3d_ros.backends.onnx_backend import FILES, TENSORRT, OnnxBackend, device_of, further_options, providers
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
    assert device_of(*places[0]) == called
    assert device_of("CPUExecutionProvider", {}) == "cpu"


@pytest.mark.parametrize("device", ["cuda", "cuda:0", "tpu", "", "cpu:0"])
def test_a_device_without_a_provider_lists_those_there_are(device: str) -> None:
    message = rf"device '{device}' is not available with onnxruntime; choose from \['auto', 'cpu'\]"
    with pytest.raises(DeviceError, match=message):
        providers(device, ["CPUExecutionProvider"])


def test_tensorrt_keeps_the_engine_of_each_file_apart(tmp_path: Path) -> None:
    options = further_options(TENSORRT, tmp_path / "0a1b", half=True, threads=0)
    assert options["trt_engine_cache_path"] == str(tmp_path / "0a1b")
    assert (tmp_path / "0a1b").is_dir()
    assert options["trt_fp16_enable"]
    assert further_options("CUDAExecutionProvider", tmp_path / "none", half=True, threads=0) == {}
    assert not (tmp_path / "none").exists()


def test_openvino_is_told_the_threads(tmp_path: Path) -> None:
    name = "OpenVINOExecutionProvider"
    assert further_options(name, tmp_path, False, 3) == {"device_type": "CPU", "num_of_threads": "3"}
    assert further_options(name, tmp_path, False, 0) == {"device_type": "CPU"}


class Sessions:
    """In place of onnxruntime's on a machine with a GPU: what is asked of it, and what of that works."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, works: list[str]) -> None:
        self.asked: list[list[str]] = []
        self.options: list[ort.SessionOptions] = []
        self.keywords: list[dict[str, Any]] = []
        self._works, self._real = works, ort.InferenceSession
        monkeypatch.setenv("KD3D_ENGINES", str(tmp_path / "engines"))
        monkeypatch.setattr(ort, "get_available_providers", lambda: ALL)
        monkeypatch.setattr(ort, "InferenceSession", self)

    def __call__(self, file: Path, options: ort.SessionOptions, providers: Any, **keywords: Any) -> Any:
        self.asked.append([name for name, _ in providers])
        self.options.append(options)
        self.keywords.append(keywords)
        if providers[0][0] not in self._works:
            raise RuntimeError(f"{providers[0][0]} does not work")
        session = self._real(file, options, providers=["CPUExecutionProvider"])
        session.get_providers = lambda: [name for name, _ in providers]
        session.get_provider_options = lambda: {name: dict(given) for name, given in providers}
        return session


def test_a_session_has_the_threads_and_falls_back_with_its_options(
    exported: SceneBundle, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sessions = Sessions(monkeypatch, tmp_path, works=["CUDAExecutionProvider"])
    backend = OnnxBackend(exported, "cuda:1", 3)
    backend.use("fp32")
    assert [asked[0] for asked in sessions.asked] == [TENSORRT, "CUDAExecutionProvider"]
    assert backend.device == "cuda:1 (CUDA)"
    last = sessions.options[-1]
    assert last.intra_op_num_threads == 3
    assert last.get_session_config_entry("session.force_spinning_stop") == "1"
    assert all(given == {"enable_fallback": 0} for given in sessions.keywords)
    backend.use("fp32")
    assert len(sessions.asked) == 2  # it is loaded


def test_a_gpu_that_was_asked_for_is_not_replaced_by_the_cpu(
    exported: SceneBundle, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    Sessions(monkeypatch, tmp_path, works=["CPUExecutionProvider"])
    with pytest.raises(DeviceError, match=r"device 'cuda:7': onnxruntime can compute on none"):
        OnnxBackend(exported, "cuda:7", 0).use("fp32")
    backend = OnnxBackend(exported, "auto", 0)
    backend.use("fp32")
    assert backend.device == "cpu"


def test_int8_is_not_for_gpus(exported: SceneBundle, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    Sessions(monkeypatch, tmp_path, works=ALL)
    files = exported.manifest["sha256"] | {FILES["int8"]: "0" * 64}
    bundle = replace(exported, manifest=exported.manifest | {"sha256": files})
    assert OnnxBackend(bundle, "cuda:0", 0).precisions == ("fp32",)
    assert OnnxBackend(bundle, "cpu", 0).precisions == ("fp32", "int8")


def test_a_file_that_does_not_load_leaves_the_choice_to_the_others(
    exported: SceneBundle, tmp_path: Path
) -> None:
    path = shutil.copytree(exported.path, tmp_path / "tiny")
    add_files(path, {FILES["int8"]: b"no graph"})
    predictor = Predictor(load_scene(tmp_path, "tiny"), "cpu")
    predictor.settle()
    assert "onnxruntime int8 failed: " in predictor.trials
    assert predictor.precision != "int8"


def test_a_run_that_fails_leaves_the_choice_to_the_others(
    exported: SceneBundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(self: OnnxBackend, image: np.ndarray) -> None:
        raise RuntimeError("no memory left on the device")

    monkeypatch.setattr(OnnxBackend, "run", run)
    predictor = Predictor(exported, "cpu")
    predictor.settle()
    assert predictor.backend.name == "torch"
    assert "onnxruntime fp32 failed: RuntimeError: no memory left on the device" in predictor.trials


def test_where_nothing_runs_all_reasons_are_told(
    exported: SceneBundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(self: Predictor) -> None:
        raise RuntimeError("no memory left")

    monkeypatch.setattr(Predictor, "_probe", fails)
    with pytest.raises(DeviceError, match=r"cannot be run here; fp32 failed: .*; onnxruntime fp32 failed: "):
        Predictor(exported, "cpu").settle()
