"""Is it good enough?  Thresholds on the figures of a live evaluation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from typing import Any


def _on(*path: str) -> Any:
    return field(default=None, metadata={"path": path})


@dataclass(frozen=True, kw_only=True)
class Thresholds:
    """What an evaluation must reach to pass: at most `max_...`, at least `min_...`; None asks for nothing."""

    max_point_error_m: float | None = _on("point_error_m", "median")
    """Largest median error of points, metres."""
    max_pose_t_m: float | None = _on("pose", "median_t_m")
    """Largest median error of positions, metres."""
    max_pose_r_deg: float | None = _on("pose", "median_r_deg")
    """Largest median error of rotations, degrees."""
    min_recall: float | None = _on("pose", "within_5cm_5deg")
    """Least share of frames whose pose is within 5 cm and 5 degrees."""
    min_delivered: float | None = _on("live", "delivered")
    """Least share of images that became clouds."""
    min_localized: float | None = _on("live", "localized")
    """Least share of answered images whose pose the node trusts."""
    max_latency_ms: float | None = _on("live", "latency_ms", "p95")
    """Largest latency that 95 % of the clouds keep to, milliseconds."""

    def failures(self, figures: Mapping[str, Any]) -> list[str]:
        """One line for each threshold that is not reached; a figure that is not known does not reach it."""
        failed = []
        for one in THRESHOLDS:
            limit, value = getattr(self, one.name), _value(figures, one.metadata["path"])
            at_most = one.name.startswith("max_")
            if limit is None or (value is not None and (value <= limit if at_most else value >= limit)):
                continue
            said = "unknown" if value is None else f"{value:.4g}"
            allowed = f"at {'most' if at_most else 'least'} {limit:g}"
            failed.append(f"{figure_name(one)} is {said}; allowed: {allowed} (--{flag(one)})")
        return failed


THRESHOLDS: tuple[Field[Any], ...] = fields(Thresholds)


def flag(threshold: Field[Any]) -> str:
    """The name of a threshold on a command line."""
    return threshold.name.replace("_", "-")


def figure_name(threshold: Field[Any]) -> str:
    """What a threshold is set on, as in `pose.median_t_m`."""
    return ".".join(threshold.metadata["path"])


def _value(figures: Mapping[str, Any], path: tuple[str, ...]) -> float | None:
    value: Any = figures
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value
