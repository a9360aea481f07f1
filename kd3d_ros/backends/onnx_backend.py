"""A student run by onnxruntime, from the files that `python -m offline.export` adds to a bundle.

They take pixels: `images` (b, H, W, 3) uint8 RGB -> `points` (b, h, w, 3), `uncertainty` (b, h, w), metres.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from kd3d_ros.backends import DeviceError
from kd3d_ros.geometry import Points
from kd3d_ros.scene import SceneBundle, SceneError

FILES = {"fp32": "student.onnx", "fp16": "student.fp16.onnx", "int8": "student.int8.onnx"}
"""Of a bundle, by precision."""
TENSORRT = "TensorrtExecutionProvider"
ON_GPU = {TENSORRT: "TensorRT", "CUDAExecutionProvider": "CUDA"}
ON_CPU = {"OpenVINOExecutionProvider": "OpenVINO", "CPUExecutionProvider": ""}
"""onnxruntime's providers, the fastest first, and what `device` calls them."""


class OnnxBackend:
    """One session, of the precision in use."""

    name = "onnxruntime"

    def __init__(self, bundle: SceneBundle, device: str, threads: int) -> None:
        """Raises DeviceError, also for a bundle that was not exported."""
        offered = [one for one, file in FILES.items() if file in bundle.manifest["sha256"]]
        if "fp32" not in offered:
            raise DeviceError(f"no {FILES['fp32']} in it (python -m offline.export --scene {bundle.name})")
        self._bundle, self._asked, self._threads = bundle, device, threads
        self._places = providers(device, ort.get_available_providers())
        self.device = device_of(self._places[0][0], self._places[0][1])
        # TensorRT takes no int8 whose zero is not in the middle, and CUDA computes it in float32.
        on_gpu = self._places[0][0] in ON_GPU
        self.precisions = tuple(one for one in offered if not (on_gpu and one == "int8"))
        self._session: ort.InferenceSession | None = None
        self._precision = ""

    def use(self, precision: str) -> None:
        if precision == self._precision:
            return
        self._session, self._precision = None, ""  # the memory of one is enough
        self._session = self._opened(FILES[precision])
        first, *_ = self._session.get_providers()
        self.device = device_of(first, self._session.get_provider_options()[first])
        if self._asked.startswith("cuda") and first not in ON_GPU:
            raise DeviceError(
                f"device {self._asked!r}: onnxruntime can compute on none of its providers here"
            )
        if first == TENSORRT:  # it builds the engine at the first run, for minutes: not between two frames
            width, height = self._bundle.architecture.input_size
            self.run(np.zeros((height, width, 3), np.uint8))
        self._precision = precision

    def run(self, image: NDArray[np.uint8]) -> tuple[Points, Points]:
        assert self._session is not None, "`use` says in which precision, before the first run"
        points, uncertainty = self._session.run(["points", "uncertainty"], {"images": image[None]})
        return points[0], uncertainty[0]

    def _opened(self, file: str) -> ort.InferenceSession:
        """A session on the fastest of the providers that work after all.  Raises SceneError."""
        options = ort.SessionOptions()
        options.intra_op_num_threads = self._threads
        # Threads that wait for the next frame in a loop would take the processor from all else.
        options.add_session_config_entry("session.force_spinning_stop", "1")
        options.log_severity_level = 3
        engines = engines_dir() / ort.__version__ / str(self._bundle.manifest["sha256"][file])
        path = self._bundle.path / file
        half = file == FILES["fp16"]
        # On a CPU it ends the process at float16 graphs of transformers (onnxruntime 1.32).
        further = {"disabled_optimizers": ["NchwcTransformer"]} if half else {}
        reason: Exception | None = None
        for first in range(len(self._places)):
            try:
                places = [
                    (name, {**given, **further_options(name, engines, half, self._threads)})
                    for name, given in self._places[first:]
                ]
                # onnxruntime's own way to go on forgets the options.
                return ort.InferenceSession(path, options, providers=places, enable_fallback=0, **further)
            except Exception as error:  # onnxruntime has a dozen kinds for a file that it does not like
                reason = error
        raise SceneError(f"{path}: onnxruntime cannot load it ({reason})") from reason


Place = tuple[str, dict[str, Any]]


def providers(device: str, available: Sequence[str]) -> list[Place]:
    """Of `available`, those that run on `device`, fastest first, with their options.  Raises DeviceError."""
    on_gpu = [name for name in ON_GPU if name in available]
    on_cpu: list[Place] = [(name, {}) for name in ON_CPU if name in available]
    kind, _, index = device.partition(":")
    allowed = ["auto", "cpu", *(["cuda", "cuda:N"] if on_gpu else [])]
    if not (device in allowed or (kind == "cuda" and on_gpu and index.isdecimal())):
        raise DeviceError(f"device {device!r} is not available with onnxruntime; choose from {allowed}")
    if device == "cpu":
        return on_cpu
    return [*((name, {"device_id": int(index or 0)}) for name in on_gpu), *on_cpu]


def device_of(provider: str, options: Mapping[str, Any]) -> str:
    """A provider with its options in words: `cpu`, `cuda:0 (TensorRT)`."""
    where = f"cuda:{options.get('device_id', 0)}" if provider in ON_GPU else "cpu"
    through = (ON_GPU | ON_CPU)[provider]
    return f"{where} ({through})" if through else where


def further_options(provider: str, engines: Path, half: bool, threads: int) -> dict[str, Any]:
    """What a provider has to know besides its device.

    TensorRT builds an engine for minutes, and keeps it in `engines`, which is of one file and one version of
    onnxruntime only.  half: whether the file is float16.  threads: 0 = as many as it likes.
    """
    if provider == "OpenVINOExecutionProvider":
        return {"device_type": "CPU", **({"num_of_threads": str(threads)} if threads else {})}
    if provider != TENSORRT:
        return {}
    engines.mkdir(parents=True, exist_ok=True)
    return {
        "trt_engine_cache_enable": True,
        "trt_engine_cache_path": str(engines),
        "trt_fp16_enable": half,
    }


def engines_dir() -> Path:
    """`$KD3D_ENGINES`, else `~/.ros/kd3d/engines`."""
    return Path(os.environ.get("KD3D_ENGINES", "~/.ros/kd3d/engines")).expanduser()
