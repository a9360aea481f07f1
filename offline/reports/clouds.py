"""Clouds as the report's page keeps them: a few bytes a point, in base64, which become the GPU's buffers."""

from __future__ import annotations

import base64
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Points
from offline.pointcloud import Cloud
from offline.student_cloud import StudentCloud

UNKNOWN = 255


def pack_cloud(cloud: Cloud) -> dict[str, Any]:
    """count, low and span (3,) in metres, and `bytes`: positions, uint16 (n, 3), from low by shares of span /
    65535; then colours, uint8 (n, 3); then directions to the cameras that saw the point, int8 (n, 3)."""
    low = cloud.points.min(axis=0)
    span = np.maximum(np.ptp(cloud.points, axis=0), 1e-6)
    positions = np.rint((cloud.points - low) / span * 65535).astype("<u2")
    colours = np.rint(cloud.colours).astype(np.uint8)
    towards = np.rint(cloud.towards * 127).astype(np.int8)
    return {
        "count": len(cloud.points),
        "low": low.tolist(),
        "span": span.tolist(),
        "bytes": _base64(positions, colours, towards),
    }


def pack_student(student: StudentCloud, end_m: float) -> dict[str, Any]:
    """The same, and `values`: errors and uncertainties, uint8 (n, 2), 254 for `end_m` and more."""
    values = np.column_stack([student.errors, student.uncertainty])
    return {**pack_cloud(student.cloud), "values": _base64(levels(values, end_m))}


def pack_segments(segments: Points) -> str:
    """Line segments (n, 2, 3), metres, as float32."""
    return _base64(segments.astype("<f4"))


def levels(values: Points, end_m: float) -> NDArray[np.uint8]:
    """Metres as steps of `end_m` / 254, at most 254; UNKNOWN for NaN."""
    steps = np.rint(np.nan_to_num(values).clip(0, end_m) / end_m * (UNKNOWN - 1))
    return np.where(np.isnan(values), UNKNOWN, steps).astype(np.uint8)


def _base64(*arrays: NDArray[Any]) -> str:
    return base64.b64encode(b"".join(array.tobytes() for array in arrays)).decode()
