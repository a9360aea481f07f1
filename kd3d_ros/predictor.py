"""RGB image -> PointMap on a device; owns resize, precision and backend."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from kd3d_ros.device import HALF_PRECISION, PRECISIONS, DeviceError, download, resolve_device, upload
from kd3d_ros.edges import smeared
from kd3d_ros.geometry import Points
from kd3d_ros.placement import Fit, ImageError, Placement
from kd3d_ros.scene import SceneBundle

WARM_UP_RUNS, TIMED_RUNS = 2, 5
FASTER = 0.9
"""Half precision has to take less than this share of the time of fp32."""


@dataclass(frozen=True)
class PointMap:
    """Where each pixel's surface point lies in the world.

    points: (h, w, 3) float32, metres, world frame; entry (r, c) belongs to the centre of the block of
    (H / h) x (W / w) image pixels there.  NaN where the student smears across a depth edge.
    uncertainty: (h, w) float32, metres: half of the points that say so are closer than that to the truth.
    """

    points: Points
    uncertainty: Points


class Predictor:
    """A loaded student, ready to be asked.  One thread at a time."""

    def __init__(
        self,
        bundle: SceneBundle,
        device: str = "auto",
        precision: str = "auto",
        fit: Fit = "letterbox",
        turned_deg: int = 0,
    ) -> None:
        """fit, turned_deg: see Placement.  Raises DeviceError, SceneError.

        Computes nothing yet: `settle` does, which is for the thread that will call `predict`.
        """
        if precision not in ("auto", *PRECISIONS):
            raise DeviceError(f"precision {precision!r} is unknown; choose from {['auto', *PRECISIONS]}")
        self.bundle = bundle
        self.device = resolve_device(device)
        self.fit: Fit = fit
        self.turned_deg = turned_deg
        student = bundle.build_student()
        self.student = student.to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._wanted = precision
        self.precision = "fp32" if precision == "auto" else precision

    def predict(self, image: NDArray[np.uint8]) -> PointMap:
        """Pointmap of an RGB image (H, W, 3) uint8, and of all of it.  Raises ImageError."""
        placement = self._placement(image)
        batch = upload(placement.place(image), self.device)
        dtype = PRECISIONS[self.precision]
        with (
            torch.inference_mode(),
            torch.autocast(self.device.type, dtype, enabled=dtype != torch.float32),
        ):
            points, uncertainty = self.student(batch)
            maps = download(torch.cat([points, uncertainty[:, None]], dim=1))
        # Before cutting: an edge at the image's border is one too.
        maps[smeared(maps[..., :3]), :3] = np.nan
        maps = placement.restore(maps)
        return PointMap(np.ascontiguousarray(maps[..., :3]), self.bundle.calibration(maps[..., 3]))

    def _placement(self, image: NDArray[np.uint8]) -> Placement:
        if image.dtype != np.uint8 or image.ndim != 3 or image.shape[2] != 3 or 0 in image.shape:
            raise ImageError(
                f"image is {image.dtype} with shape {image.shape}; expected uint8 (height, width, 3)"
            )
        size = image.shape[1], image.shape[0]
        stride = self.bundle.architecture.stride
        return Placement.of(size, self.input_size, stride, self.fit, self.turned_deg)

    @property
    def input_size(self) -> tuple[int, int]:
        """(width, height) that images are resized to."""
        return self.bundle.architecture.input_size

    @property
    def output_size(self) -> tuple[int, int]:
        """(width, height) of the pointmap."""
        return self.bundle.architecture.output_size

    def settle(self, run: Callable[[Callable[[], float]], float] = lambda predict: predict()) -> None:
        """Warm up, and choose the precision where it is `auto`.

        run: calls each of a dozen predictions, which may be in another thread, between other work.
        """
        if self._wanted == "auto":
            self.precision = self._faster_precision(run)
        for _ in range(WARM_UP_RUNS):
            run(self._timed)

    def describe(self) -> dict[str, str]:
        """What was chosen, for logs and diagnostics."""
        return {"device": str(self.device), "precision": self.precision, "backend": "torch"}

    def _timed(self) -> float:
        """Seconds of one prediction."""
        width, height = self.input_size
        blank = np.zeros((height, width, 3), dtype=np.uint8)
        if self.turned_deg % 180:
            blank = blank.transpose(1, 0, 2)
        start = time.perf_counter()
        self.predict(blank)
        return time.perf_counter() - start

    def _faster_precision(self, run: Callable[[Callable[[], float]], float]) -> str:
        """fp32, or the device's half precision if that is measurably faster."""
        half = HALF_PRECISION[self.device.type]
        seconds = {}
        for self.precision in ("fp32", half):
            times = [run(self._timed) for _ in range(WARM_UP_RUNS + TIMED_RUNS)]
            seconds[self.precision] = min(times[WARM_UP_RUNS:])
        return half if seconds[half] < FASTER * seconds["fp32"] else "fp32"
