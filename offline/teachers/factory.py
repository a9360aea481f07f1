"""Which pairwise teacher works, as something small that can be sent to another machine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kd3d_ros.device import resolve_device
from offline.teachers.dust3r_weights import DEFAULT_WEIGHTS
from offline.teachers.pairs import PairTeacher

Precision = Literal["auto", "fp32", "bf16", "fp16"]


@dataclass(frozen=True)
class Dust3rFactory:
    """Makes `dust3r` on the device of whoever calls; see Dust3rTeacher."""

    features: Path
    device: str = "auto"
    weights: str = DEFAULT_WEIGHTS
    precision: Precision = "auto"
    batch_size: int = 8

    def make(self) -> PairTeacher:
        from offline.teachers.dust3r import Dust3rTeacher

        device = resolve_device(self.device)
        return Dust3rTeacher(self.features, device, self.weights, self.precision, self.batch_size)


@dataclass(frozen=True)
class GeometricFactory:
    """Makes `geometric`; see GeometricTeacher."""

    use_poses: bool

    def make(self) -> PairTeacher:
        from offline.teachers.geometric import GeometricTeacher

        return GeometricTeacher(use_poses=self.use_poses)
