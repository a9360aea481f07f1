"""What the node counts and times: every frame received is served, dropped, rejected or in flight."""

from __future__ import annotations

import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from kd3d_ros.localization import Localization

TIMED_FRAMES = 1000
RATE_SECONDS = 5.0
CAMERA_HZ_MAX = 1000.0


@dataclass(frozen=True)
class FrameTimes:
    """When one frame came, was taken up by the worker and was published, and the seconds of its prediction.

    All are seconds of `time.monotonic`.
    """

    received: float
    taken: float
    published: float
    predict: float


class Statistics:
    """Counts and times of frames; safe to use from the executor's and the worker's thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._counts = dict.fromkeys(("received", "served", "dropped"), 0)
        self._rejected: Counter[str] = Counter()
        self._last_rejection = ""
        self._times: deque[FrameTimes] = deque(maxlen=TIMED_FRAMES)
        recent = int(RATE_SECONDS * CAMERA_HZ_MAX)
        self._received_at: deque[float] = deque(maxlen=recent)
        self._served_at: deque[float] = deque(maxlen=recent)
        self._rejected_at = -RATE_SECONDS
        self._located: Counter[str] = Counter({"localized": 0, "lost": 0})
        self._localization: Localization | None = None
        self._camera_info: Counter[str] = Counter({"received": 0, "rejected": 0})
        self._last_camera_info_rejection = ""

    def received(self) -> None:
        """A frame came."""
        with self._lock:
            self._counts["received"] += 1
            self._received_at.append(self._clock())

    def dropped(self) -> None:
        """A frame gave way to a newer one, or to the node being deactivated."""
        with self._lock:
            self._counts["dropped"] += 1

    def rejected(self, kind: str, reason: str) -> None:
        """A frame could not be served; `kind` groups reasons in the counts."""
        with self._lock:
            self._rejected[kind] += 1
            self._last_rejection = reason
            self._rejected_at = self._clock()

    def served(self, times: FrameTimes, localization: Localization) -> None:
        """A frame was answered, and what may be published of it is."""
        with self._lock:
            self._located["localized" if localization.localized else "lost"] += 1
            self._localization = localization
            self._counts["served"] += 1
            self._served_at.append(times.published)
            self._times.append(times)

    def forget_localization(self) -> None:
        """No frame of this scene has been answered yet."""
        with self._lock:
            self._localization = None

    def camera_info(self, rejection: str) -> None:
        """A camera_info came; `rejection` says why it cannot be used, "" if it can."""
        with self._lock:
            self._camera_info["received"] += 1
            if rejection:
                self._camera_info["rejected"] += 1
                self._last_camera_info_rejection = rejection

    def trouble(self) -> str:
        """What is wrong with the frames of the last seconds, '' if nothing is."""
        with self._lock:
            if self._clock() - self._rejected_at < RATE_SECONDS:
                return f"rejecting images: {self._last_rejection}"
            if not self._recent(self._received_at):
                return f"no image for {RATE_SECONDS:g} s"
            lost = self._localization.lost if self._localization else ""
            return f"LOST: {lost}" if lost else ""

    def values(self) -> dict[str, object]:
        """Counts, rates over the last 5 s, and percentiles over the last 1000 frames, by name.

        latency: from the arrival of the image to the end of publish(); wait: of that, until the worker
        took it up; predict: of that, in the predictor; overhead: latency without predict; busy: latency
        without wait.
        """
        with self._lock:
            rejected = sum(self._rejected.values())
            values: dict[str, object] = {
                **self._counts,
                "rejected": rejected,
                "in_flight": self._counts["received"]
                - self._counts["served"]
                - self._counts["dropped"]
                - rejected,
                **{f"rejected_{kind}": count for kind, count in sorted(self._rejected.items())},
                "last_rejection": self._last_rejection,
                **self._located,
                **_described(self._localization),
                **{f"camera_info_{kind}": count for kind, count in self._camera_info.items()},
                "last_camera_info_rejection": self._last_camera_info_rejection,
                "rate_in_hz": f"{self._recent(self._received_at) / RATE_SECONDS:.1f}",
                "rate_out_hz": f"{self._recent(self._served_at) / RATE_SECONDS:.1f}",
            }
            times = list(self._times)
        seconds = {
            "latency": [t.published - t.received for t in times],
            "wait": [t.taken - t.received for t in times],
            "predict": [t.predict for t in times],
            "overhead": [t.published - t.received - t.predict for t in times],
            "busy": [t.published - t.taken for t in times],
        }
        for name, samples in seconds.items():
            for percentile in (50, 95):
                milliseconds = 1e3 * float(np.percentile(samples, percentile)) if samples else float("nan")
                values[f"{name}_ms_p{percentile}"] = f"{milliseconds:.2f}"
        return values

    def _recent(self, instants: Iterable[float]) -> int:
        since = self._clock() - RATE_SECONDS
        return sum(1 for instant in instants if instant > since)


def _described(localization: Localization | None) -> dict[str, object]:
    if localization is None:
        return {"localization": "", "lost_reason": ""}
    estimate = localization.estimate
    return {
        "localization": "LOCALIZED" if localization.localized else "LOST",
        "lost_reason": localization.lost,
        "inliers": estimate.inliers if estimate else 0,
        "inlier_ratio": f"{estimate.inlier_ratio:.3f}" if estimate else "0",
    }
