"""Fixtures of all tests: small bundles with random weights, and the real recording where it is."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
import torch

from kd3d_ros.scene import SceneBundle, load_scene, write_scene
from kd3d_ros.student import PRESETS, Architecture, Student

REPOSITORY = Path(__file__).resolve().parents[1]
TINY = Architecture("kd3d_s", "pyramid", PRESETS["kd3d_s"].backbone, width=8, input_size=(96, 64))


def pytest_configure() -> None:
    """Hear Ctrl-C, so that the tests' children do: a shell's background jobs, and theirs, ignore it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def write_tiny_scene(scenes_dir: Path, name: str = "tiny", **changes: object) -> Path:
    """A bundle with random weights: input 96x64, pointmap 48x32, points around (1, 2, 3)."""
    torch.manual_seed(1)
    student = Student(TINY)
    student.scene_center.copy_(torch.tensor([1.0, 2.0, 3.0]))
    manifest = {
        "scene": name,
        "frame_id": "map",
        "gravity_aligned": True,
        "metric": True,
        "scale_residual": 0.0,
        "student": "kd3d_s",
        "scene_bounds_m": [[0, 0, 0], [1, 1, 1]],
        "uncertainty_calibration": {"predicted": [1.0], "actual": [1.0]},
        "localization": {"inlier_ratio": 1.0, "uncertainty_m": 1.0, "covariance_scale": 1.0},
        "intrinsics": {"width": 96, "height": 64, "K": [[80, 0, 47.5], [0, 80, 31.5], [0, 0, 1]]},
        "teacher": {"name": "rgbd", "weights_sha256": None, "licence": None},
        "dataset": {"format": "office", "frames": 1, "skipped": 0},
        "software": {"kd3d_ros": "0"},
        "metrics": None,
        **changes,
    }
    return write_scene(scenes_dir / name, student, {}, manifest)


@pytest.fixture
def tiny_scene(tmp_path: Path) -> tuple[Path, str]:
    """(scenes_dir, name) of a bundle with random weights."""
    scenes_dir = tmp_path / "scenes"
    return scenes_dir, write_tiny_scene(scenes_dir).name


@pytest.fixture(scope="session")
def tiny_bundle(tmp_path_factory: pytest.TempPathFactory) -> SceneBundle:
    """The same, loaded; shared by all tests, which must not change its files."""
    path = write_tiny_scene(tmp_path_factory.mktemp("scenes"))
    return load_scene(path.parent, path.name)


@pytest.fixture(scope="session")
def redkitchen() -> Path:
    """The real recording; tests that need it skip where it is absent."""
    root = Path(os.environ.get("KD3D_BENCH_DATA", REPOSITORY / "../shared/data/7scenes/redkitchen"))
    if not root.is_dir():
        pytest.skip(f"no recording at {root} (set KD3D_BENCH_DATA)")
    return root
