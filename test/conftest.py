"""Fixtures of all tests: small bundles with random weights, and the real recording where it is."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from kd3d_ros.architecture import Architecture
from kd3d_ros.geometry import pixel_grid, unproject_pixels
from kd3d_ros.scene import SceneBundle, add_files, load_scene, write_scene
from kd3d_ros.student import PRESETS, Student

REPOSITORY = Path(__file__).resolve().parents[1]
STEPS = 200
"""Of learning one view."""
TINY = Architecture("kd3d_s", "pyramid", PRESETS["kd3d_s"].backbone, width=8, input_size=(96, 64))


def pytest_configure() -> None:
    """Hear Ctrl-C, so that the tests' children do: a shell's background jobs, and theirs, ignore it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def write_tiny_scene(scenes_dir: Path, name: str = "tiny", **changes: object) -> Path:
    """A bundle with random weights: input 96x64, pointmap 48x32, points around (1, 2, 3)."""
    torch.manual_seed(1)
    student = Student(TINY)
    student.scene_center.copy_(torch.tensor([1.0, 2.0, 3.0]))
    return write_scene(scenes_dir / name, student, {}, {**tiny_manifest(name), **changes})


def tiny_manifest(name: str) -> dict[str, object]:
    """What scene.yaml says of a tiny student."""
    return {
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
    }


@pytest.fixture(scope="session")
def write_tiny() -> Callable[[Path, str], Path]:
    """write_tiny(scenes_dir, name): one more bundle with random weights."""
    return write_tiny_scene


@dataclass(frozen=True)
class LearnedView:
    """The one view that `learned_scene` knows: image (64, 96, 3), its camera's K and pose."""

    scenes_dir: Path
    name: str
    image: np.ndarray
    K: np.ndarray
    T_world_camera: np.ndarray


@pytest.fixture(scope="session")
def learned_view(tmp_path_factory: pytest.TempPathFactory) -> LearnedView:
    """A scene whose student has learned one view by heart, so that it can tell where it was taken."""
    rng = np.random.default_rng(0)
    coarse = rng.integers(0, 256, (8, 12, 3), np.uint8)
    image = cv2.resize(coarse, (96, 64), interpolation=cv2.INTER_CUBIC)
    K = np.array([[80.0, 0, 47.5], [0, 80.0, 31.5], [0, 0, 1]])
    T = np.eye(4)
    T[:3, :3] = [[0, 0, 1], [-1, 0, 0], [0, -1, 0]]  # looks along the world's x
    T[:3, 3] = 1.0, 2.0, 1.5
    grid = pixel_grid(96, 64, 2)
    depth = 2.5 + 0.5 * np.sin(0.1 * grid[..., 0]) * np.cos(0.1 * grid[..., 1])
    points = torch.from_numpy(unproject_pixels(grid, depth, K, T)).permute(2, 0, 1)[None]

    torch.manual_seed(0)
    student = Student(
        replace(TINY, width=16)
    ).eval()  # batch norms of one image would learn its own statistics
    student.scene_center.copy_(points.mean((0, 2, 3)))
    batch = torch.from_numpy(image).permute(2, 0, 1)[None].float()
    optimizer = torch.optim.Adam(student.parameters())
    for step in range(STEPS):
        optimizer.param_groups[0]["lr"] = 5e-3 * (1 - step / STEPS)
        said, uncertainty = student(batch)
        error = (said - points).norm(dim=1)
        optimizer.zero_grad()
        (error / uncertainty + uncertainty.log()).mean().backward()
        optimizer.step()
    assert error.median() < 0.05, f"the view was not learned: {error.median():.3f} m"

    scenes_dir = tmp_path_factory.mktemp("learned")
    usual = {"inlier_ratio": 0.9, "uncertainty_m": 0.05, "covariance_scale": 1.0}
    write_scene(scenes_dir / "view", student, {}, {**tiny_manifest("view"), "localization": usual})
    return LearnedView(scenes_dir, "view", image, K, T)


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
def exported(tiny_bundle: SceneBundle, tmp_path_factory: pytest.TempPathFactory) -> SceneBundle:
    """The tiny bundle with its student as ONNX, too."""
    pytest.importorskip("onnxruntime", reason="onnxruntime is not installed (pip install .[deploy])")
    pytest.importorskip("onnxscript", reason="onnxscript is not installed (pip install .[deploy])")
    from kd3d_ros.backends.onnx_backend import FILES
    from kd3d_ros.backends.torch_backend import folded_student
    from offline.exporting.graph import write_onnx

    scenes_dir = tmp_path_factory.mktemp("exported")
    path = shutil.copytree(tiny_bundle.path, scenes_dir / tiny_bundle.name)
    write_onnx(folded_student(tiny_bundle), scenes_dir / "made.onnx")
    add_files(path, {FILES["fp32"]: (scenes_dir / "made.onnx").read_bytes()})
    return load_scene(scenes_dir, path.name)


@pytest.fixture(scope="session")
def redkitchen() -> Path:
    """The real recording; tests that need it skip where it is absent."""
    root = Path(os.environ.get("KD3D_BENCH_DATA", REPOSITORY / "../shared/data/7scenes/redkitchen"))
    if not root.is_dir():
        pytest.skip(f"no recording at {root} (set KD3D_BENCH_DATA)")
    return root
