"""A student run by onnxruntime, from the files that `python -m offline.export` adds to a bundle.

They take pixels: `images` (b, H, W, 3) uint8 RGB -> `points` (b, h, w, 3), `uncertainty` (b, h, w), metres.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
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
ON_GPU = {"TensorrtExecutionProvider": "TensorRT", "CUDAExecutionProvider": "CUDA"}
ON_CPU = {"OpenVINOExecutionProvider": "OpenVINO", "CPUExecutionProvider": ""}
"""onnxruntime's providers, the fastest first, and what `device` calls them."""


class OnnxBackend:
    """One session, of the precision in use."""

    name = "onnxruntime"

    def __init__(self, bundle: SceneBundle, device: str, threads: int) -> None:
        """Raises DeviceError, also for a bundle that was not exported."""
        self.precisions = tuple(one for one, file in FILES.items() if file in bundle.manifest["sha256"])
        if "fp32" not in self.precisions:
            raise DeviceError(f"no {FILES['fp32']} in it (python -m offline.export --scene {bundle.name})")
        self._bundle, self._threads = bundle, threads
        self._places = providers(device, ort.get_available_providers())
        self.device = device_of(self._places)
        self._session: ort.InferenceSession | None = None

    def use(self, precision: str) -> None:
        file = FILES[precision]
        self._session = None  # the memory of one is enough
        options = ort.SessionOptions()
        options.intra_op_num_threads = self._threads
        # Threads that wait for the next frame in a loop would take the processor from all else.
        options.add_session_config_entry("session.force_spinning_stop", "1")
        options.log_severity_level = 3
        engines = engines_dir() / str(self._bundle.manifest["sha256"][file])
        places = [
            (name, {**values, **engine_options(name, engines, precision)}) for name, values in self._places
        ]
        try:
            self._session = ort.InferenceSession(self._bundle.path / file, options, providers=places)
        except Exception as error:  # onnxruntime has a dozen kinds for a file that it does not like
            raise SceneError(f"{self._bundle.path / file}: onnxruntime cannot load it ({error})") from error
        # It goes on without those that do not work after all.
        working = self._session.get_providers()
        self.device = device_of([place for place in self._places if place[0] in working])

    def run(self, image: NDArray[np.uint8]) -> tuple[Points, Points]:
        assert self._session is not None, "`use` says in which precision, before the first run"
        points, uncertainty = self._session.run(["points", "uncertainty"], {"images": image[None]})
        return points[0], uncertainty[0]


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


def device_of(places: Sequence[Place]) -> str:
    """The first of them in words: `cpu`, `cuda:0 (TensorRT)`."""
    name, values = places[0]
    where = f"cuda:{values['device_id']}" if name in ON_GPU else "cpu"
    through = (ON_GPU | ON_CPU)[name]
    return f"{where} ({through})" if through else where


def engine_options(provider: str, engines: Path, precision: str) -> dict[str, Any]:
    """TensorRT builds an engine for minutes, and keeps it in `engines`, which is of one file only."""
    if provider != "TensorrtExecutionProvider":
        return {}
    engines.mkdir(parents=True, exist_ok=True)
    return {
        "trt_engine_cache_enable": True,
        "trt_engine_cache_path": str(engines),
        "trt_fp16_enable": precision == "fp16",
        "trt_int8_enable": precision == "int8",
    }


def engines_dir() -> Path:
    """`$KD3D_ENGINES`, else `~/.ros/kd3d/engines`."""
    return Path(os.environ.get("KD3D_ENGINES", "~/.ros/kd3d/engines")).expanduser()
