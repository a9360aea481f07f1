"""RGB image -> PointMap on a device; owns resize, and the choice of precision and backend."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter

import cv2
import numpy as np
from numpy.typing import NDArray

from kd3d_ros.backends import PRECISIONS, Backend, DeviceError, open_backends
from kd3d_ros.edges import smeared
from kd3d_ros.geometry import Points
from kd3d_ros.placement import Fit, ImageError, Placement
from kd3d_ros.scene import SceneBundle, SceneError

WARM_UP_RUNS, TIMED_RUNS = 2, 5
FASTER, AGREEMENT_M = 0.9, 0.01
"""What replaces fp32 takes less than this share of its time, and differs by less in 99 of 100 points."""


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
class Option:
    """One of a predictor's choices."""

    backend: Backend
    precision: str

    def describe(self) -> str:
        """`mixed`, which is torch's, `onnxruntime int8`."""
        return self.precision if self.backend.name == "torch" else f"{self.backend.name} {self.precision}"


@dataclass(frozen=True)
class Trial:
    """Seconds of a prediction, and its points (h, w, 3)."""

    seconds: float
    points: Points


class TrialError(Exception):
    """A choice that cannot be tried; the message says why."""


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
        backend: str = "auto",
        threads: int = 0,
    ) -> None:
        """fit, turned_deg: see Placement.  backend, threads: see open_backends.

        Raises DeviceError, SceneError.

        Computes nothing yet: `settle` does, which is for the thread that will call `predict`.
        """
        if precision not in ("auto", *PRECISIONS):
            raise DeviceError(f"precision {precision!r} is unknown; choose from {['auto', *PRECISIONS]}")
        self.bundle = bundle
        self.fit: Fit = fit
        self.turned_deg = turned_deg
        self.parameters = bundle.parameters
        backends = open_backends(bundle, backend, device, threads)
        self._options = [
            Option(one, offered)
            for one in backends
            for offered in one.precisions
            if precision in ("auto", offered)
        ]
        if not self._options:
            offered = {one.name: list(one.precisions) for one in backends}
            raise DeviceError(f"precision {precision!r} is not available here; choose from {offered}")
        self.trials = "as asked for"
        """What the choice of backend and precision rests on."""
        self._use(self._options[0])

    def predict(self, image: NDArray[np.uint8]) -> PointMap:
        """Pointmap of an RGB image (H, W, 3) uint8, and of all of it.  Raises ImageError."""
        placement = self._placement(image)
        points, uncertainty = self.backend.run(placement.place(image))
        # Before cutting: an edge at the image's border is one too.
        points[smeared(points)] = np.nan
        restored = placement.restore(uncertainty[..., None])[..., 0]
        return PointMap(placement.restore(points), self.bundle.calibration(restored))

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
        """Warm up; choose backend and precision where there is a choice: the fastest that agrees with fp32.

        What does not load or run is left out; `trials` says so.  Raises DeviceError where nothing is left.
        run: calls each of a few dozen predictions, which may be in another thread, between other work.
        """
        if len(self._options) > 1:
            self._choose(run)
        for _ in range(WARM_UP_RUNS):
            run(self._probe)

    def describe(self) -> dict[str, str]:
        """What was chosen, for logs and diagnostics."""
        return {
            "device": self.backend.device,
            "precision": self.precision,
            "precision_trials": self.trials,
            "backend": self.backend.name,
        }

    @property
    def device(self) -> str:
        """Where it runs."""
        return self.backend.device

    def _use(self, option: Option) -> None:
        self.backend, self.precision = option.backend, option.precision
        self.backend.use(self.precision)

    def _choose(self, run: Run) -> None:
        # Fewer digits are a noise to which a student is as sensitive on random blurred pictures as on those
        # of its place: docs/BENCHMARKS.md.
        found: list[tuple[Option, Trial, float]] = []
        said = []
        for option in self._options:
            try:
                trial = self._trial(option, run)
            except TrialError as error:
                said.append(f"{option.describe()} failed: {error}")
                continue
            if not found and option.precision != "fp32":
                said.append(f"{option.describe()} has nothing to agree with")
                continue
            off = _difference(trial.points, found[0][1].points) if found else 0.0
            found.append((option, trial, off))
            said.append(f"{option.describe()} {1e3 * trial.seconds:.1f} ms, off by {1e3 * off:.1f} mm")
        self.trials = "; ".join(said)
        if not found:
            raise DeviceError(f"scene {self.bundle.name!r} cannot be run here; {self.trials}")
        (exact, reference, _), *others = found
        agreeing = [
            (trial.seconds, option)
            for option, trial, off in others
            if off <= AGREEMENT_M and trial.seconds < FASTER * reference.seconds
        ]
        chosen = min(agreeing, key=itemgetter(0))[1] if agreeing else exact
        self._options = [chosen]  # the other backends' memory is given back
        self._use(chosen)

    def _trial(self, option: Option, run: Run) -> Trial:
        """Raises TrialError where it does not load or run; what else `run` raises is for who gave it."""
        try:
            self._use(option)
        except (DeviceError, SceneError) as error:
            raise TrialError(str(error)) from error
        trials = [run(self._tried_probe) for _ in range(WARM_UP_RUNS + TIMED_RUNS)]
        return Trial(min(trial.seconds for trial in trials[WARM_UP_RUNS:]), trials[-1].points)

    def _tried_probe(self) -> Trial:
        try:
            return self._probe()
        except Exception as error:  # torch and onnxruntime have many kinds
            raise TrialError(f"{type(error).__name__}: {error}") from error

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
