"""What was heard of a live node, and when: counts, rates and latencies.  Knows no ROS."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from kd3d_ros.geometry import Array

MOST_STAMP_LATENCY_S = 60.0
"""An older stamp is that of a recording, not of this machine's clock."""


class LiveRecord:
    """Images, clouds and poses by stamp (ns).  poses: (4, 4), as the node published them."""

    def __init__(self) -> None:
        self.poses: dict[int, Array] = {}
        self._images: dict[int, float] = {}
        self._clouds: dict[int, float] = {}
        self._latencies_s: list[float] = []
        self._stamp_latencies_s: list[float] = []

    def image(self, stamp_ns: int, now_s: float) -> None:
        """An image came, at `now_s` of `time.monotonic`."""
        self._images[stamp_ns] = now_s

    def cloud(self, stamp_ns: int, now_s: float, clock_s: float) -> float:
        """A cloud came; returns its latency: seconds since its image came, NaN if that was not heard.

        now_s: as of images.  clock_s: the time that stamps should be of.
        """
        self._clouds[stamp_ns] = now_s
        self._stamp_latencies_s.append(clock_s - stamp_ns / 1e9)
        latency_s = now_s - self._images.get(stamp_ns, math.nan)
        self._latencies_s.append(latency_s)
        return latency_s

    def pose(self, stamp_ns: int, T_world_camera: Array) -> None:
        """A pose came."""
        self.poses[stamp_ns] = T_world_camera

    def figures(self) -> dict[str, Any]:
        """Counts are of different stamps; shares are None of nothing.

        delivered: share of images that became clouds.  localized: share of answered images that have a pose.
        """
        sent = self._images.keys() | self._clouds.keys()
        answered = self._clouds.keys() | self.poses.keys()
        live = max(self._stamp_latencies_s, default=math.inf) < MOST_STAMP_LATENCY_S
        return {
            "images": len(sent),
            "clouds": len(self._clouds),
            "poses": len(self.poses),
            "dropped": len(sent) - len(self._clouds),
            "delivered": len(self._clouds) / len(sent) if sent else None,
            "localized": len(self.poses) / len(answered) if answered else None,
            "rate_in_hz": rate_hz(self._images.values()),
            "rate_hz": rate_hz(self._clouds.values()),
            "latency_ms": _percentiles_ms(self._latencies_s),
            "latency_from_stamp_ms": _percentiles_ms(self._stamp_latencies_s if live else []),
        }


def rate_hz(arrivals: Iterable[float]) -> float | None:
    """How often something came, by the median gap of its arrivals (s), which bridges pauses."""
    gaps = np.diff(list(arrivals))
    median = float(np.median(gaps)) if len(gaps) else 0.0
    return 1 / median if median > 0 else None


def _percentiles_ms(seconds: Sequence[float]) -> dict[str, float | None]:
    known = 1e3 * np.array([value for value in seconds if math.isfinite(value)])
    return {f"p{p}": float(np.percentile(known, p)) if len(known) else None for p in (50, 95)}
