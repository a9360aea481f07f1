"""RGB image -> PointMap on a device; owns resize, precision and backend."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from kd3d_ros.device import (
    HALF_PRECISION,
    PRECISIONS,
    DeviceError,
    autocast,
    download,
    resolve_device,
    upload,
)
from kd3d_ros.edges import smeared
from kd3d_ros.folding import fold_batch_norms
from kd3d_ros.geometry import Points
from kd3d_ros.placement import Fit, ImageError, Placement
from kd3d_ros.scene import SceneBundle
from kd3d_ros.student import parameter_count

WARM_UP_RUNS, TIMED_RUNS = 2, 5
FASTER, AGREEMENT_M = 0.9, 0.01
"""Less precision has to take less than this share of the time, and to differ by less in 99 of 100 points."""


@dataclass(frozen=True)
class PointMap:
    """Where each pixel's surface point lies in the world.

    points: (h, w, 3) float32, metres, world frame; entry (r, c) belongs to the centre of the block of
    (H / h) x (W / w) image pixels there.  NaN where the student smears across a depth edge.
    uncertainty: (h, w) float32, metres: half of the points that say so are closer than that to the truth.
    """

    points: Points
    uncertainty: Points


@dataclass(frozen=True)
class Trial:
    """Seconds of a prediction, and its points (h, w, 3)."""

    seconds: float
    points: Points


Run = Callable[[Callable[[], Trial]], Trial]


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
        self.parameters = parameter_count(student)
        if not fold_batch_norms(student, 255 * torch.rand(1, 3, *self.input_size[::-1])):
            student = bundle.build_student()
        self.student = student.to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._wanted = precision
        self.trials = "as asked for"
        """What the choice of the precision rests on."""
        self._set_precision("fp32" if precision == "auto" else precision)

    def predict(self, image: NDArray[np.uint8]) -> PointMap:
        """Pointmap of an RGB image (H, W, 3) uint8, and of all of it.  Raises ImageError."""
        placement = self._placement(image)
        batch = upload(placement.place(image), self.device)
        with torch.inference_mode(), autocast(self.precision, self.device):
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

    def settle(self, run: Run = lambda predict: predict()) -> None:
        """Warm up; choose the precision where it is `auto`: the fastest that agrees with fp32.

        run: calls each of a few dozen predictions, which may be in another thread, between other work.
        """
        if self._wanted == "auto":
            self._choose_precision(run)
        for _ in range(WARM_UP_RUNS):
            run(self._probe)

    def describe(self) -> dict[str, str]:
        """What was chosen, for logs and diagnostics."""
        return {
            "device": str(self.device),
            "precision": self.precision,
            "precision_trials": self.trials,
            "backend": "torch",
        }

    def _set_precision(self, precision: str) -> None:
        self.precision = precision
        self.student.keep_backbone_in_float32(precision == "mixed")

    def _choose_precision(self, run: Run) -> None:
        # Fewer digits are a noise to which a student is as sensitive on random blurred pictures as on those
        # of its place: docs/BENCHMARKS.md.
        options = ["fp32", HALF_PRECISION[self.device.type]]
        if self.student.has_backbone:
            options.insert(1, "mixed")
        found = {name: self._trial(name, run) for name in options}
        reference = found["fp32"]
        seconds = {name: one.seconds for name, one in found.items()}
        differences = {name: _difference(one.points, reference.points) for name, one in found.items()}
        agreeing = [
            name
            for name in options[1:]
            if differences[name] <= AGREEMENT_M and seconds[name] < FASTER * reference.seconds
        ]
        self._set_precision(min(agreeing, key=seconds.__getitem__, default="fp32"))
        self.trials = "; ".join(
            f"{name} {1e3 * seconds[name]:.1f} ms, off by {1e3 * differences[name]:.1f} mm"
            for name in options
        )

    def _trial(self, precision: str, run: Run) -> Trial:
        self._set_precision(precision)
        trials = [run(self._probe) for _ in range(WARM_UP_RUNS + TIMED_RUNS)]
        return Trial(min(trial.seconds for trial in trials[WARM_UP_RUNS:]), trials[-1].points)

    def _probe(self) -> Trial:
        """One prediction of a random blurred picture, always the same."""
        width, height = self.input_size
        coarse = np.random.default_rng(0).integers(0, 256, (height // 16, width // 16, 3), np.uint8)
        picture = np.asarray(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC), np.uint8)
        if self.turned_deg % 180:
            picture = np.ascontiguousarray(picture.transpose(1, 0, 2))
        start = time.perf_counter()
        points = self.predict(picture).points
        return Trial(time.perf_counter() - start, points)


def _difference(points: Points, reference: Points) -> float:
    """99th percentile of the distances of points (h, w, 3), metres; a missing one is infinitely far off."""
    distances = np.linalg.norm(points - reference, axis=-1)[np.isfinite(reference[..., 0])]
    distances[np.isnan(distances)] = np.inf
    return float(np.sort(distances)[int(0.99 * len(distances))]) if len(distances) else np.inf
