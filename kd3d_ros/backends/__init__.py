"""What runs a student: torch, or onnxruntime.  A robot needs one of them, and imports no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Points
from kd3d_ros.scene import SceneBundle, SceneError

PRECISIONS = ("fp32", "mixed", "bf16", "fp16", "int8")
"""Arithmetic of a network.  mixed: the backbone in float32, the rest in the device's half precision."""
BROKEN = (ImportError, OSError, RuntimeError)
"""What the import of a library raises that is not there, or was built for another system or another torch."""


class DeviceError(ValueError):
    """A device, backend or precision that is not to be had here; the message names what is."""


class Backend(Protocol):
    """A student that can be run.

    name: of BACKENDS.  device: where it runs.  precisions: those of PRECISIONS that it offers, fp32 first.
    """

    name: str
    device: str
    precisions: tuple[str, ...]

    def use(self, precision: str) -> None:
        """Compute in one of `precisions` from now on; has to be said before the first run.

        Raises DeviceError, SceneError.
        """

    def run(self, image: NDArray[np.uint8]) -> tuple[Points, Points]:
        """Points (h, w, 3) and uncertainty (h, w), metres, of an image (H, W, 3) of the input's size.

        Both are contiguous, and the caller's own.
        """


def open_backends(bundle: SceneBundle, name: str, device: str, threads: int) -> list[Backend]:
    """The backend `name`, or for `auto` all that can run this bundle here, best trusted first.

    threads: in which onnxruntime computes one image on a CPU, 0 = as many as it likes; torch takes those of
    the thread that asks (device.leave_a_core).  Raises DeviceError where there is none, SceneError where it
    is the bundle's fault.
    """
    if name not in ("auto", *BACKENDS):
        raise DeviceError(f"backend {name!r} is unknown; choose from {['auto', *BACKENDS]}")
    found, reasons = [], []
    kind: type[DeviceError] | type[SceneError] = DeviceError
    for one, opened in BACKENDS.items():
        if name in ("auto", one):
            try:
                found.append(opened(bundle, device, threads))
            except (DeviceError, SceneError) as error:
                kind = SceneError if isinstance(error, SceneError) else kind
                reasons.append(f"{one}: {error}")
    if not found:
        raise kind(f"scene {bundle.name!r} cannot be run here; {'; '.join(reasons)}")
    return found


def may_use_torch(backend: str) -> bool:
    """Whether `backend`, a name or `auto`, will use torch here.  Imports it then."""
    if backend == "onnxruntime":
        return False
    try:
        import torch  # noqa: F401
    except BROKEN:
        return False
    return True


def _torch(bundle: SceneBundle, device: str, threads: int) -> Backend:
    try:
        from kd3d_ros.backends.torch_backend import TorchBackend
    except BROKEN as error:
        raise DeviceError(f"{error} (pip install torch torchvision timm)") from error
    return TorchBackend(bundle, device)


def _onnxruntime(bundle: SceneBundle, device: str, threads: int) -> Backend:
    try:
        from kd3d_ros.backends.onnx_backend import OnnxBackend
    except BROKEN as error:
        raise DeviceError(f"{error} (pip install onnxruntime)") from error
    return OnnxBackend(bundle, device, threads)


BACKENDS: dict[str, Callable[[SceneBundle, str, int], Backend]] = {
    "torch": _torch,
    "onnxruntime": _onnxruntime,
}
