"""RGB image -> PointMap on a device; owns resize, precision and backend."""

from __future__ import annotations

import time
from dataclasses import dataclass

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from kd3d_ros.edges import smeared
from kd3d_ros.geometry import Points
from kd3d_ros.scene import SceneBundle

PRECISIONS = {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}
ASPECT_TOLERANCE = 0.03


class DeviceError(ValueError):
    """A device or precision that this machine does not offer; the message names what it does."""


class ImageError(ValueError):
    """An image that the student cannot take; the message names what it can."""


@dataclass(frozen=True)
class PointMap:
    """Where each pixel's surface point lies in the world.

    points: (h, w, 3) float32, metres, world frame; entry (r, c) belongs to the centre of the block of
    (H / h) x (W / w) image pixels there.  NaN where the student smears across a depth edge.
    uncertainty: (h, w) float32, metres: half of the points that say so are closer than that to the truth.
    """

    points: Points
    uncertainty: Points


def available_devices() -> list[str]:
    """Names that `resolve_device` takes here, besides auto."""
    return ["cpu", *(f"cuda:{i}" for i in range(torch.cuda.device_count()))]


def resolve_device(name: str) -> torch.device:
    """`auto` is the first GPU if there is one, else the CPU.  Raises DeviceError."""
    available = available_devices()
    if name == "auto":
        return torch.device(available[-1] if len(available) == 1 else available[1])
    wanted = "cuda:0" if name == "cuda" else name
    if wanted not in available:
        raise DeviceError(f"device {name!r} is not available; choose from {['auto', *available]}")
    return torch.device(wanted)


class Predictor:
    """A loaded student, ready to be asked.  One thread at a time."""

    def __init__(self, bundle: SceneBundle, device: str = "auto", precision: str = "auto") -> None:
        if precision not in ("auto", *PRECISIONS):
            raise DeviceError(f"precision {precision!r} is unknown; choose from {['auto', *PRECISIONS]}")
        self.bundle = bundle
        self.device = resolve_device(device)
        student = bundle.build_student()
        self.student = student.to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.precision = precision
        if precision == "auto":
            self.precision = self._faster_precision()

    def predict(self, image: NDArray[np.uint8]) -> PointMap:
        """Pointmap of an RGB image (H, W, 3) uint8.  Raises ImageError.

        Any resolution of the aspect that the student was trained on; the map has the student's own size.
        """
        width, height = self.input_size
        _check_image(image, self.input_size)
        if image.shape[:2] != (height, width):
            image = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)  # type: ignore[assignment]
        # Images that are views of a message's bytes are read-only, which torch warns of.
        pixels = torch.from_numpy(np.require(image, requirements=["C", "W"])).to(self.device)
        batch = pixels.permute(2, 0, 1)[None].to(torch.float32, memory_format=torch.channels_last)
        dtype = PRECISIONS[self.precision]
        with (
            torch.inference_mode(),
            torch.autocast(self.device.type, dtype, enabled=dtype != torch.float32),
        ):
            points, uncertainty = self.student(batch)
            stacked = torch.cat([points, uncertainty[:, None]], dim=1)
        out = stacked[0].permute(1, 2, 0).to("cpu", torch.float32).numpy()
        points_world = np.ascontiguousarray(out[..., :3])
        points_world[smeared(points_world)] = np.nan
        return PointMap(points_world, self.bundle.calibration(out[..., 3]))

    @property
    def input_size(self) -> tuple[int, int]:
        """(width, height) that images are resized to."""
        return self.bundle.architecture.input_size

    @property
    def output_size(self) -> tuple[int, int]:
        """(width, height) of the pointmap."""
        return self.bundle.architecture.output_size

    def warm_up(self, runs: int = 2) -> None:
        """Let the first real image find everything allocated and compiled."""
        for _ in range(runs):
            self.predict(self._blank())

    def describe(self) -> dict[str, str]:
        """What was chosen, for logs and diagnostics."""
        return {"device": str(self.device), "precision": self.precision, "backend": "torch"}

    def _blank(self) -> NDArray[np.uint8]:
        width, height = self.input_size
        return np.zeros((height, width, 3), dtype=np.uint8)

    def _faster_precision(self) -> str:
        """fp32, or the device's half precision if that is measurably faster."""
        half = "fp16" if self.device.type == "cuda" else "bf16"
        seconds = {}
        for self.precision in ("fp32", half):
            self.warm_up()
            times = []
            for _ in range(5):
                start = time.perf_counter()
                self.predict(self._blank())
                times.append(time.perf_counter() - start)
            seconds[self.precision] = min(times)
        return half if seconds[half] < 0.9 * seconds["fp32"] else "fp32"


def fits_aspect(image_size: tuple[int, int], input_size: tuple[int, int]) -> bool:
    """Whether images of `image_size` may be resized to `input_size`, both (width, height)."""
    aspect, trained = image_size[0] / image_size[1], input_size[0] / input_size[1]
    return abs(aspect / trained - 1) <= ASPECT_TOLERANCE


def _check_image(image: NDArray[np.uint8], input_size: tuple[int, int]) -> None:
    if image.dtype != np.uint8 or image.ndim != 3 or image.shape[2] != 3 or 0 in image.shape:
        raise ImageError(
            f"image is {image.dtype} with shape {image.shape}; expected uint8 (height, width, 3)"
        )
    height, width = image.shape[:2]
    if not fits_aspect((width, height), input_size):
        raise ImageError(
            f"image is {width}x{height} (aspect {width / height:.3f}); the scene was learned with aspect "
            f"{input_size[0] / input_size[1]:.3f} ({input_size[0]}x{input_size[1]})"
        )
