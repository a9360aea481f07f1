"""What a pairwise teacher says of two images, and what every pairwise teacher can do.

`dust3r`, `geometric` and the simulator speak this one language; cache, engine, alignment and labels know no
other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Array, Points
from offline.datasets.base import Frame


class TeacherError(Exception):
    """A teacher that cannot work; the message says what to install, fetch or change."""


@dataclass(frozen=True)
class PairPrediction:
    """Pointmaps of images i and j, both in the camera frame of i (x right, y down, z forward).

    The unit of length is one unknown scale for the whole prediction, or metres if the teacher says `metric`.

    own: (h, w, 3) float32, pixel-aligned with image i.  other: (h', w', 3) float32, with image j.
    own_confidence (h, w), other_confidence (h', w'): float32, >= 0; 0 = no prediction for that pixel, and
    DUSt3R's 1 + exp(x) otherwise (so 1 = "hardly known").
    """

    own: Points
    other: Points
    own_confidence: Points
    other_confidence: Points


@dataclass(frozen=True)
class View:
    """An image as a pairwise teacher looks at it: already resized and cropped by the teacher's `prepare`.

    image: (h, w, 3) uint8 RGB; predictions for it are (h, w).  K: (3, 3) intrinsics in pixels of this image,
    None if unknown.  T_world_camera: (4, 4), None if unknown or not to be used.
    """

    name: str
    image: NDArray[np.uint8]
    K: Array | None
    T_world_camera: Array | None


class PairTeacher(Protocol):
    """A teacher of pairs.  Not thread-safe; every process makes its own."""

    name: str

    @property
    def licence(self) -> str | None:
        """None if free; otherwise it is recorded in the bundle."""
        ...

    @property
    def metric(self) -> bool:
        """Whether predictions are in metres (known poses went into them)."""
        ...

    def facts(self) -> dict[str, Any]:
        """What must not change between a run and its continuation: weights digest, sizes, precision."""
        ...

    def prepare(self, frame: Frame) -> View:
        """The frame as this teacher sees it, with K carried through its resize and crop."""
        ...

    def describe(self, views: Sequence[View]) -> NDArray[np.float32]:
        """Unit-length descriptors (n, d) for retrieval: places that look alike have a high dot product."""
        ...

    def predict(self, pairs: Sequence[tuple[View, View]]) -> list[tuple[PairPrediction, PairPrediction]]:
        """For each pair (a, b): what is seen in a's frame, and what is seen in b's frame."""
        ...
