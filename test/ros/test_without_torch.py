"""A robot with onnxruntime and an environment without torch serves an exported scene over real DDS."""

from __future__ import annotations

import subprocess
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from kd3d_ros.messages import read_cloud
from kd3d_ros.predictor import Predictor

ENVIRONMENT = Path(__file__).resolve().parents[2] / ".venv/robot"
PYTHON = ENVIRONMENT / "bin/python"


@pytest.fixture
def start_robots_node(start_node):
    """start_node in the environment without torch."""
    if not (ENVIRONMENT / ".ready").exists():
        pytest.skip(f"no robot's environment at {ENVIRONMENT} (tools/setup_robot.sh, which `make test` runs)")
    return partial(start_node, python=PYTHON)


def test_the_robots_environment_has_no_torch(start_robots_node):
    for name in ("torch", "timm"):
        found = subprocess.run(
            [PYTHON, "-c", f"import kd3d_ros, {name}"], capture_output=True, text=True, check=False
        )
        assert f"No module named '{name}'" in found.stderr


def test_the_node_serves_with_onnxruntime_what_torch_says(exported, robot, start_robots_node):
    start_robots_node(scene=exported.name, scenes_dir=exported.path.parent)
    robot.wait_for(lambda: robot.diagnostics.get("state") == "active", "active node")
    assert robot.diagnostics["backend"] == "onnxruntime"
    rgb = np.random.default_rng(0).integers(0, 256, (64, 96, 3), np.uint8)
    expected = Predictor(exported, "cpu", "fp32", backend="torch").predict(rgb)
    np.testing.assert_allclose(read_cloud(robot.show(rgb)).points, expected.points, atol=1e-4)


def test_a_scene_that_was_not_exported_is_refused_with_both_reasons(robot, start_robots_node, tiny_scene):
    scenes_dir, name = tiny_scene
    process = start_robots_node(scene=name, scenes_dir=scenes_dir)
    reason = (
        "torch: No module named 'torch' (pip install torch torchvision timm); onnxruntime: no student.onnx"
    )
    robot.wait_for(lambda: reason in process.log, "refusal in the log")
