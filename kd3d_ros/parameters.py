"""The node's parameters: one table, which is a frozen dataclass.

Declaration, ranges, validation, docs/NODE.md and config/student.yaml all follow `NodeParameters`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Literal, cast

if TYPE_CHECKING:
    from rclpy.node import Node

When = Literal["any time", "while unconfigured", "at start"]
Value = str | int | float | bool


class ParameterError(ValueError):
    """A value that a parameter does not allow; the text names parameter, value and what is allowed."""


@dataclass(frozen=True)
class Row:
    """One row of the table: allowed are `choices`, or numbers within `limits`, or any value of its type."""

    name: str
    default: Value
    description: str
    changes: When
    limits: tuple[float, float] | None
    choices: tuple[Value, ...]

    @property
    def type_name(self) -> str:
        """The ROS name of its type."""
        return {str: "string", int: "integer", float: "double", bool: "bool"}[type(self.default)]

    @property
    def allowed(self) -> str:
        """What is allowed, in words."""
        if self.choices:
            return " or ".join(str(choice) for choice in self.choices)
        return f"{self.limits[0]:g} to {self.limits[1]:g}" if self.limits else f"any {self.type_name}"

    def check(self, value: Any) -> None:
        """Raise ParameterError unless `value` has the type and is allowed."""
        fits = type(value) is type(self.default)
        if fits and self.choices:
            fits = value in self.choices
        if fits and self.limits:
            fits = self.limits[0] <= value <= self.limits[1]
        if not fits:
            raise ParameterError(f"{self.name} {value!r} is not allowed; allowed: {self.allowed}")


def _parameter(
    default: Value,
    description: str,
    changes: When = "while unconfigured",
    limits: tuple[float, float] | None = None,
    choices: tuple[Value, ...] = (),
) -> Any:
    return field(default=default, metadata=dict(
        description=description, changes=changes, limits=limits, choices=choices
    ))  # fmt: skip


@dataclass(frozen=True)
class NodeParameters:
    """Values of all parameters; making one checks each."""

    scene: str = _parameter(
        "",
        "Name of the scene bundle to serve, for example office; while active, the new one is loaded first.",
        "any time",
    )
    scenes_dir: str = _parameter("", "Folder of scene bundles; empty: $KD3D_SCENES, else ~/.ros/kd3d/scenes.")
    backend: str = _parameter(
        "auto",
        "What runs the student: torch, onnxruntime (what offline.export made), or auto: the fastest of those "
        "installed.",
        choices=("auto", "torch", "onnxruntime"),
    )
    device: str = _parameter("auto", "Where the student runs: auto, cpu, cuda or cuda:N.")
    precision: str = _parameter(
        "auto",
        "Arithmetic of the student: fp32, mixed (only its backbone in fp32), bf16, fp16, int8, or auto: the "
        "fastest that agrees with fp32.",
    )
    threads: int = _parameter(
        0,
        "Threads in which a CPU computes one image; 0: all cores but one.",
        "at start",
        (0, 256),
    )
    image_transport: str = _parameter(
        "raw", "Subscribe to image (raw) or to image/compressed (compressed).", choices=("raw", "compressed")
    )
    image_fit: str = _parameter(
        "letterbox",
        "Images of another aspect than the scene's: shown whole (letterbox), or their middle only (crop).",
        choices=("letterbox", "crop"),
    )
    camera_turned: int = _parameter(
        0,
        "Degrees clockwise, seen from behind, by which the camera is mounted turned.",
        choices=(0, 90, 180, 270),
    )
    rectified: bool = _parameter(
        False, "Images are rectified: of camera_info use P, without distortion.", "any time"
    )
    frame_id: str = _parameter("", "World frame of the outputs; empty: the scene's own.")
    tf: str = _parameter(
        "none",
        "Publish the pose as transform too: world frame to camera, or to odom_frame (REP-105), or none.",
        choices=("none", "camera", "odom"),
    )
    odom_frame: str = _parameter("odom", "Frame of the odometry, for tf: odom.")
    stride: int = _parameter(
        1, "Publish every stride-th row and column of the pointmap.", "any time", (1, 64)
    )
    max_uncertainty: float = _parameter(
        0.0,
        "Points whose uncertainty (m) is larger become NaN; 0.0 keeps all points.",
        "any time",
        (0.0, 100.0),
    )
    publish_when_lost: bool = _parameter(
        False, "Publish points also of images whose pose is not to be trusted.", "any time"
    )
    autostart: bool = _parameter(True, "Configure and activate at start, without being told.", "at start")
    diagnostics_period: float = _parameter(
        1.0, "Seconds from one message on /diagnostics to the next.", "at start", (0.1, 60.0)
    )

    def __post_init__(self) -> None:
        for row in TABLE:
            row.check(getattr(self, row.name))

    def changed(self, changes: Mapping[str, object], unconfigured: bool) -> NodeParameters:
        """These values with `changes`, which may name other parameters too (use_sim_time and its like).

        Raises ParameterError for a value that is not allowed, or not allowed to change now.
        """
        ours = {row.name: changes[row.name] for row in TABLE if row.name in changes}
        for row in TABLE:
            if row.name not in ours or ours[row.name] == getattr(self, row.name):
                continue
            if row.changes == "at start" or (row.changes == "while unconfigured" and not unconfigured):
                now = getattr(self, row.name)
                raise ParameterError(f"{row.name} stays {now!r}: it can be changed only {row.changes}")
        return replace(self, **ours)  # type: ignore[arg-type]


TABLE: tuple[Row, ...] = tuple(
    Row(entry.name, cast(Value, entry.default), **entry.metadata) for entry in fields(NodeParameters)
)


def declare_parameters(node: Node) -> NodeParameters:
    """Declare the table on `node` and read the values given at start.

    Raises ParameterError, also for a value of another type.
    """
    from rcl_interfaces.msg import FloatingPointRange, IntegerRange, ParameterDescriptor
    from rclpy.exceptions import InvalidParameterTypeException, InvalidParameterValueException

    values: dict[str, Any] = {}
    for row in TABLE:
        descriptor = ParameterDescriptor(
            description=row.description,
            additional_constraints=f"{row.allowed}; can be changed {row.changes}",
            read_only=row.changes == "at start",
        )
        if row.limits and isinstance(row.default, int):
            whole = IntegerRange(from_value=int(row.limits[0]), to_value=int(row.limits[1]), step=1)
            descriptor.integer_range = [whole]
        elif row.limits:
            real = FloatingPointRange(from_value=float(row.limits[0]), to_value=float(row.limits[1]))
            descriptor.floating_point_range = [real]
        try:
            values[row.name] = node.declare_parameter(row.name, row.default, descriptor).value
        except (InvalidParameterTypeException, InvalidParameterValueException) as error:
            raise ParameterError(f"{error} (allowed: {row.allowed}, of type {row.type_name})") from error
    return NodeParameters(**values)


def table_markdown() -> str:
    """The table as docs/NODE.md shows it."""
    lines = ["| parameter | type | default | allowed | can be changed | meaning |", "|---" * 6 + "|"]
    for row in TABLE:
        default = f'"{row.default}"' if isinstance(row.default, str) else str(row.default).lower()
        lines.append(
            f"| `{row.name}` | {row.type_name} | `{default}` | {row.allowed} | {row.changes} "
            f"| {row.description} |"
        )
    return "\n".join(lines) + "\n"
