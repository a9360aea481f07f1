"""A student run by torch."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from kd3d_ros.device import HALF_PRECISION, autocast, download, resolve_device, upload
from kd3d_ros.folding import fold_batch_norms
from kd3d_ros.geometry import Points
from kd3d_ros.scene import SceneBundle
from kd3d_ros.student import Student


class TorchBackend:
    """Batch norms folded, channels last."""

    name = "torch"

    def __init__(self, bundle: SceneBundle, device: str) -> None:
        """Raises DeviceError, SceneError."""
        self._device = resolve_device(device)
        self.device = str(self._device)
        student = folded_student(bundle)
        half = HALF_PRECISION[self._device.type]
        mixed = ("mixed",) if student.has_backbone else ()
        self.precisions: tuple[str, ...] = ("fp32", *mixed, half)
        self.student = student.to(self._device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.use("fp32")

    def use(self, precision: str) -> None:
        self._precision = precision
        self.student.keep_backbone_in_float32(precision == "mixed")

    def run(self, image: NDArray[np.uint8]) -> tuple[Points, Points]:
        batch = upload(image, self._device)
        with torch.inference_mode(), autocast(self._precision, self._device):
            points, uncertainty = self.student(batch)
            maps = download(torch.cat([points, uncertainty[:, None]], dim=1))
        return np.ascontiguousarray(maps[..., :3]), np.ascontiguousarray(maps[..., 3])


def folded_student(bundle: SceneBundle) -> Student:
    """The bundle's student, its batch norms folded where that changes nothing.  Raises SceneError."""
    student = bundle.build_student()
    width, height = bundle.architecture.input_size
    if fold_batch_norms(student, 255 * torch.rand(1, 3, height, width)):
        return student
    return bundle.build_student()
