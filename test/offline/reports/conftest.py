"""A room of 4 x 6 x 2.5 m as a report's data: clouds of teacher and student, cameras, held-out frames."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from offline.pointcloud import Cloud
from offline.reconstruction_picture import Camera
from offline.reports.data import ReportData
from offline.reports.held_out import Example, HeldOut, Seen
from offline.student_cloud import StudentCloud

SIDES = np.array([4.0, 6.0, 2.5])
K = np.array([[100.0, 0, 63.5], [0, 100.0, 47.5], [0, 0, 1]])


@pytest.fixture(scope="session")
def metrics() -> dict[str, Any]:
    """The figures of a bundle."""
    return {
        "against": "sensor",
        "frames": 7,
        "point_error_m": {"median": 0.0268, "mean": 0.051, "p90": 0.092},
        "within_5cm": 0.766,
        "within_10cm": 0.911,
        "dropped": 0.101,
        "edges": {"error_m_median": 0.039, "bleed_share": 0.105},
        "pose": {
            "median_t_m": 0.0154,
            "median_r_deg": 0.4905,
            "within_5cm_5deg": 0.957,
            "within_2cm_2deg": 0.671,
            "lost": 0.0,
        },
        "uncertainty": {"calibration_error_m": 0.0023, "predicted_m": [0.01], "actual_m": [0.02]},
        "latency_ms": {"median": 27.82, "p95": 35.55},
        "parameters": 3_586_340,
        "size_mb": 7.832,
        "skipped": 0,
        "device": "cpu",
        "precision": "bf16",
    }


@pytest.fixture(scope="session")
def manifest(metrics: dict[str, Any]) -> dict[str, Any]:
    """A scene.yaml; its names are what HTML must escape."""
    return {
        "scene": "room",
        "frame_id": "map<1>",
        "gravity_aligned": True,
        "metric": True,
        "scale_residual": 0.0,
        "student": {"preset": "kd3d_s", "backbone": "tf_efficientnet_lite0", "input_size": [320, 240]},
        "scene_bounds_m": [[0, 0, 0], SIDES.tolist()],
        "teacher": {"name": "dust3r", "weights_sha256": "ab" * 32, "licence": "CC BY-NC-SA 4.0"},
        "dataset": {"format": "seven_scenes", "frames": 40, "skipped": 1},
        "software": {"kd3d_ros": "0.1.0", "torch": "2"},
        "metrics": metrics,
        "sha256": {"student.safetensors": "cd" * 32},
    }


def room(rng: np.random.Generator, count: int) -> Cloud:
    """Points on the six sides, seen from the middle, coloured by where they are."""
    points = rng.uniform(0, 1, (count, 3))
    axis, end = rng.integers(0, 3, count), rng.integers(0, 2, count)
    points[np.arange(count), axis] = end
    colours = 255 * points
    points = points * SIDES
    towards = SIDES / 2 - points
    towards /= np.linalg.norm(towards, axis=1, keepdims=True)
    arrays = (points, colours, towards, np.ones(count))
    return Cloud(*(array.astype(np.float32) for array in arrays))


def walk(count: int) -> list[Camera]:
    """Cameras 10 cm apart along x, looking along y."""
    R = np.array([[1.0, 0, 0], [0, 0, 1], [0, -1, 0]])
    cameras = []
    for i in range(count):
        T = np.eye(4)
        T[:3, :3], T[:3, 3] = R, (1 + 0.1 * i, 1.0, 1.2)
        cameras.append(Camera(f"seq/frame-{i:06d}", K, (128, 96), T, is_keyframe=True))
    return cameras


@pytest.fixture(scope="session")
def data(manifest: dict[str, Any]) -> ReportData:
    """The student is 2 cm off in z, its poses 3 cm in x, and it is lost in its last frame."""
    rng = np.random.default_rng(0)
    teacher, said = room(rng, 20_000), room(rng, 20_000)
    said.points[:, 2] += 0.02
    uncertainty = np.geomspace(0.005, 0.5, 20_000).astype(np.float32)
    errors = uncertainty.copy()
    errors[::10] = np.nan
    cameras = walk(12)
    seen = []
    for i, camera in enumerate(cameras[5:]):
        T = camera.T_world_camera.copy()
        T[0, 3] += 0.03
        seen.append(Seen(camera, T if i < 6 else None, 0.01 * (i + 1)))
    maps = np.linspace(0, 0.2, 12).reshape(3, 4).astype(np.float32)
    image = np.full((96, 128, 3), (200, 120, 40), np.uint8)
    shown = {"Best": seen[0], "Median": seen[3], "Worst": seen[6]}
    known = np.isfinite(errors)
    held_out = HeldOut(
        StudentCloud(said, uncertainty, errors),
        seen,
        errors[known],
        uncertainty[known],
        [Example(title, one, image, maps, maps) for title, one in shown.items()],
    )
    training = {
        "backbone_weights": "efficientnet-lite0.pth",
        "steps": 4094,
        "epochs": 3.0,
        "seconds": 600.0,
        "epoch_losses": [1.5, 0.2, -0.7],
        "recipe": {"loss": "likelihood"},
    }
    return ReportData(manifest, training, teacher, cameras, held_out, "sensor", np.array([0, 0, 1.0]), 0.03)
