"""The recorder, as a process of its own, keeps what it hears bit by bit."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import numpy as np
import pytest
import rclpy
from builtin_interfaces.msg import Time
from diagnostic_msgs.msg import DiagnosticArray
from rclpy.qos import QoSProfile
from sensor_msgs.msg import PointCloud2

from kd3d_ros.cloud_recorder import summary
from kd3d_ros.messages import diagnostics_message, pack_cloud

WAIT_S = 60.0


def test_clouds_and_diagnostics_are_kept(domain, tmp_path):
    rng = np.random.default_rng(0)
    points = rng.normal(size=(5, 7, 3)).astype(np.float32)
    points[2, 3] = np.nan
    rgb = rng.integers(0, 256, (5, 7, 3), np.uint8)
    uncertainty = rng.random((5, 7), np.float32)
    out = tmp_path / "clouds"
    context = rclpy.Context()
    rclpy.init(context=context, domain_id=domain)
    node = rclpy.create_node("talker", context=context)
    clouds = node.create_publisher(PointCloud2, "points", QoSProfile(depth=10))
    diagnostics = node.create_publisher(DiagnosticArray, "/diagnostics", 10)
    command = [sys.executable, "-m", "kd3d_ros.cloud_recorder", "--out", str(out)]
    environment = {**os.environ, "ROS_DOMAIN_ID": str(domain), "ROS_LOG_DIR": str(tmp_path)}
    recorder = subprocess.Popen(command, env=environment)
    try:
        deadline = time.monotonic() + WAIT_S
        others = "other_node", {"served": 99}
        ours = "student_node", {"served": 3}
        while not (clouds.get_subscription_count() and diagnostics.get_subscription_count()):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        for name, values in (ours, others):
            diagnostics.publish(diagnostics_message(name, "", "ok", "", values, Time()))
        first, last = (out / f"{sec}000000500.npz" for sec in (7, 2147483647))
        while not (first.exists() and last.exists()):
            assert time.monotonic() < deadline
            for sec in (7, 2147483647):
                clouds.publish(pack_cloud(points, rgb, uncertainty, Time(sec=sec, nanosec=500), "map"))
            time.sleep(0.2)
        recorder.send_signal(signal.SIGTERM)
        assert recorder.wait(WAIT_S) == 0
    finally:
        recorder.kill()
        node.destroy_node()
        rclpy.shutdown(context=context)
    for file in (first, last):
        with np.load(file, allow_pickle=False) as cloud:
            np.testing.assert_array_equal(cloud["points"], points)
            np.testing.assert_array_equal(cloud["uncertainty"], uncertainty)
            np.testing.assert_array_equal(cloud["rgb"], rgb)
    recording = json.loads((out / "recording.json").read_text())
    assert recording["received"] >= 2
    assert recording["diagnostics"] == {"served": "3"}


def test_the_rate_bridges_pauses():
    arrivals = [0.0, 0.1, 0.2, 2.9, 3.0, 3.1]
    assert summary(arrivals, {"served": "6"}) == {
        "received": 6, "rate_hz": pytest.approx(10.0), "diagnostics": {"served": "6"},
    }  # fmt: skip


@pytest.mark.parametrize("arrivals", [[], [1.0]])
def test_there_is_no_rate_without_two_clouds(arrivals):
    assert summary(arrivals, {})["rate_hz"] is None
