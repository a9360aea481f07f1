"""The demo's own processes: what the predictor computes is what arrives over DDS and lies on the disk."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from kd3d_ros.messages import sample_colours
from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import load_scene
from offline import demo
from offline.bag import write_bag
from offline.datasets.base import Dataset, Frame
from offline.demo import DemoConfig, compare, serve
from offline.processes import DemoError

FRAMES = 6
FRAME_GAP_S = 0.5


class Recording(Dataset):
    """Coarse noise, each frame another, in front of a wall at 2 m."""

    format = "memory"

    def names(self, split):
        return [str(i) for i in range(FRAMES)]

    def load(self, name):
        coarse = np.random.default_rng(int(name)).integers(0, 256, (8, 12, 3), np.uint8)
        image = cv2.resize(coarse, (192, 128), interpolation=cv2.INTER_CUBIC)
        depth = np.full((128, 192), 2, np.float32)
        return Frame(name, image, np.diag([100.0, 100, 1]), FRAME_GAP_S * int(name), depth, np.eye(4))


@pytest.fixture
def recording(tmp_path):
    return Recording(tmp_path)


@pytest.fixture
def bag(tmp_path, recording):
    return write_bag(tmp_path / "bag", recording, recording.names("test"))


def test_the_clouds_on_disk_are_those_of_the_predictor(tiny_scene, tmp_path, recording, bag, monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    scenes_dir, scene = tiny_scene
    config = DemoConfig(scene=scene, scenes_dir=scenes_dir, device="cpu")
    stale = tmp_path / "clouds" / "5.npz"
    stale.parent.mkdir()
    stale.touch()
    recorded = serve(config, bag, tmp_path)
    assert not stale.exists()

    node = recorded["diagnostics"]
    assert {key: int(node[key]) for key in ("received", "served", "dropped", "rejected")} == {
        "received": FRAMES, "served": FRAMES, "dropped": 0, "rejected": 0,
    }  # fmt: skip
    assert recorded["received"] == FRAMES
    assert recorded["rate_hz"] == pytest.approx(1 / FRAME_GAP_S, rel=0.3)

    predictor = Predictor(load_scene(scenes_dir, scene), "cpu", node["precision"])
    seen = []
    for name, stamp in bag.stamps.items():
        image = recording.load(name).image
        predicted = predictor.predict(image)
        with np.load(tmp_path / "clouds" / f"{stamp}.npz", allow_pickle=False) as cloud:
            np.testing.assert_array_equal(cloud["points"], predicted.points)
            np.testing.assert_array_equal(cloud["uncertainty"], predicted.uncertainty)
            np.testing.assert_array_equal(cloud["rgb"], sample_colours(image, *predicted.uncertainty.shape))
            seen.append(cloud["points"])
    assert all(np.abs(one - other).max() > 1e-4 for one, other in zip(seen, seen[1:], strict=False))
    assert [one.name for one in compare(recording, bag, tmp_path / "clouds")] == list(bag.stamps)


def test_a_node_that_does_not_start_is_an_error_with_its_reason(tmp_path, bag, monkeypatch):
    monkeypatch.setattr(demo, "START_S", 60.0)
    config = DemoConfig(scene="absent", scenes_dir=tmp_path / "scenes", device="cpu")
    with pytest.raises(DemoError, match=r"(?s)student_node.*absent"):
        serve(config, bag, tmp_path)


def test_ctrl_c_ends_node_and_recorder(tiny_scene, tmp_path, bag):
    scenes_dir, scene = tiny_scene
    code = f"""
from pathlib import Path
from offline.bag import Bag
from offline.datasets.base import Skipped
from offline.demo import DemoConfig, serve
bag = Bag(Path({str(bag.path)!r}), {bag.stamps!r}, Skipped())
config = DemoConfig(scene={scene!r}, scenes_dir=Path({str(scenes_dir)!r}), device="cpu")
serve(config, bag, Path({str(tmp_path)!r}))
"""
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    parent = subprocess.Popen([sys.executable, "-c", code], env=environment)
    try:
        deadline = time.monotonic() + 90
        while not children(parent.pid):
            assert time.monotonic() < deadline
            assert parent.poll() is None
            time.sleep(0.05)
        pids = children(parent.pid)
        parent.send_signal(signal.SIGINT)
        assert parent.wait(60) != 0
    finally:
        parent.kill()
    assert [pid for pid in pids if Path(f"/proc/{pid}").exists()] == []


def children(pid):
    """Process ids of its children (Linux)."""
    file = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(word) for word in file.read_text().split()] if file.exists() else []
