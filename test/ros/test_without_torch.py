"""A robot that has onnxruntime and no torch serves an exported scene over real DDS."""

from __future__ import annotations

import os

import numpy as np
import pytest

from kd3d_ros.messages import read_cloud
from kd3d_ros.predictor import Predictor


@pytest.fixture
def no_torch(tmp_path, monkeypatch):
    """Nodes that are started now cannot import torch or timm."""
    for name in ("torch", "timm"):
        (tmp_path / f"{name}.py").write_text(f"raise ImportError('this robot has no {name}')")
    before = os.environ.get("PYTHONPATH", "")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *([before] if before else [])]))


@pytest.mark.usefixtures("no_torch")
def test_the_node_serves_with_onnxruntime_what_torch_says(exported, robot, start_node):
    start_node(scene=exported.name, scenes_dir=exported.path.parent)
    robot.wait_for(lambda: robot.diagnostics.get("state") == "active", "active node")
    assert robot.diagnostics["backend"] == "onnxruntime"
    rgb = np.random.default_rng(0).integers(0, 256, (64, 96, 3), np.uint8)
    expected = Predictor(exported, "cpu", "fp32", backend="torch").predict(rgb)
    np.testing.assert_allclose(read_cloud(robot.show(rgb)).points, expected.points, atol=1e-4)


@pytest.mark.usefixtures("no_torch")
def test_a_scene_that_was_not_exported_is_refused_with_both_reasons(robot, start_node, tiny_scene):
    scenes_dir, name = tiny_scene
    process = start_node(scene=name, scenes_dir=scenes_dir)
    reason = (
        "torch: this robot has no torch (pip install torch torchvision timm); onnxruntime: no student.onnx"
    )
    robot.wait_for(lambda: reason in process.log, "refusal in the log")
