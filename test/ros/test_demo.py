"""The demo's own processes: what the predictor computes is what arrives over DDS and lies on the disk."""

from __future__ import annotations

import contextlib
import itertools
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
from offline.bags.writer import write_bag
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
    received, served, dropped = (int(node[key]) for key in ("received", "served", "dropped"))
    served_names = [name for name, stamp in bag.stamps.items() if (tmp_path / f"clouds/{stamp}.npz").exists()]
    assert len(served_names) == recorded["received"] == served
    assert served + dropped == received <= FRAMES
    assert served >= FRAMES // 2  # all of them, unless the machine is very busy

    predictor = Predictor(load_scene(scenes_dir, scene), "cpu", node["precision"])
    seen = []
    for name in served_names:
        image = recording.load(name).image
        predicted = predictor.predict(image)
        with np.load(tmp_path / f"clouds/{bag.stamps[name]}.npz", allow_pickle=False) as cloud:
            # Two processes may differ in the last bit: oneDNN sums in another order with other threads.
            np.testing.assert_allclose(cloud["points"], predicted.points, atol=1e-6)
            np.testing.assert_allclose(cloud["uncertainty"], predicted.uncertainty, atol=1e-6)
            np.testing.assert_array_equal(cloud["rgb"], sample_colours(image, *predicted.uncertainty.shape))
            seen.append(cloud["points"])
    assert all(np.nanmax(np.abs(one - other)) > 1e-4 for one, other in itertools.pairwise(seen))
    assert [one.name for one in compare(recording, bag, tmp_path / "clouds")] == served_names


def test_a_node_that_does_not_start_is_an_error_with_its_reason(tmp_path, bag):
    config = DemoConfig(scene="absent", scenes_dir=tmp_path / "scenes", device="cpu")
    with pytest.raises(DemoError, match=r"(?s)student_node did not become active.*absent"):
        serve(config, bag, tmp_path)


def test_ctrl_c_ends_the_node(tiny_scene, tmp_path, bag):
    scenes_dir, scene = tiny_scene
    code = f"""
from pathlib import Path
from offline.bags.writer import Bag
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
        while not nodes(scenes_dir):
            assert time.monotonic() < deadline
            assert parent.poll() is None
            time.sleep(0.05)
        parent.send_signal(signal.SIGINT)
        assert parent.wait(60) != 0
    finally:
        parent.kill()
    assert nodes(scenes_dir) == []


def nodes(scenes_dir):
    """Process ids of nodes that serve from this folder (Linux)."""
    found = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            command = file.read_bytes()
            if b"student_node" in command and str(scenes_dir).encode() in command:
                found.append(file.parent.name)
    return found
