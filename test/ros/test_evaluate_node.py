"""The evaluator, as a process of its own, judges clouds whose errors are known."""

from __future__ import annotations

import csv
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
from geometry_msgs.msg import PoseStamped, PoseWithCovarianceStamped
from rclpy.executors import SingleThreadedExecutor
from rclpy.qos import QoSProfile
from sensor_msgs.msg import CameraInfo, Image, PointCloud2

from kd3d_ros.camera import Camera
from kd3d_ros.evaluate_node import read_options
from kd3d_ros.messages import (
    camera_info_message,
    depth_message,
    diagnostics_message,
    image_message,
    pack_cloud,
    pose_message,
)
from kd3d_ros.metrics import Truth

WAIT_S = 90.0
CAMERA = Camera((64, 48), 50.0, 50.0, 31.5, 23.5)
DEPTH = np.random.default_rng(0).uniform(1, 3, (48, 64)).astype(np.float32)
TRUE_POSE = np.array([[0.0, 0, 1, 5], [-1, 0, 0, 6], [0, -1, 0, 7], [0, 0, 0, 1]])
"""Looks along the world's x."""
OFF = np.array([0.06, 0, 0.08])
KINDS = {
    "image": Image,
    "points": PointCloud2,
    "pose": PoseWithCovarianceStamped,
    "truth/camera_info": CameraInfo,
    "truth/depth": Image,
    "truth/pose": PoseStamped,
}


def messages(sec):
    """Of one frame: points are 0.1 m off, the node's own pose is 0.03 m off."""
    stamp = Time(sec=sec, nanosec=500)
    points = (Truth(DEPTH, CAMERA, TRUE_POSE).points((64, 48)) + OFF).astype(np.float32)
    rgb = np.zeros((48, 64, 3), np.uint8)
    node_pose = TRUE_POSE.copy()
    node_pose[0, 3] += 0.03
    true = pose_message(TRUE_POSE, np.zeros((6, 6)), stamp, "map")
    return {
        "image": image_message(rgb, stamp, "camera"),
        "truth/camera_info": camera_info_message(CAMERA, stamp, "camera"),
        "truth/depth": depth_message(DEPTH, stamp, "camera"),
        "truth/pose": PoseStamped(header=true.header, pose=true.pose.pose),
        "pose": pose_message(node_pose, np.zeros((6, 6)), stamp, "map"),
        "points": pack_cloud(points, rgb, np.full((48, 64), 0.1, np.float32), stamp, "map"),
    }


class Graph:
    """The test's side: camera, student node and ground truth in one."""

    def __init__(self, domain):
        self.context = rclpy.Context()
        rclpy.init(context=self.context, domain_id=domain)
        self.node = rclpy.create_node("student_node", context=self.context)
        self.executor = SingleThreadedExecutor(context=self.context)
        self.executor.add_node(self.node)
        self.publishers = {
            topic: self.node.create_publisher(kind, topic, QoSProfile(depth=10))
            for topic, kind in KINDS.items()
        }
        self.diagnostics = self.node.create_publisher(DiagnosticArray, "/diagnostics", 10)
        self.node.create_subscription(Image, "image", lambda msg: None, QoSProfile(depth=1))

    def send(self, sec, *left_out):
        for topic, msg in messages(sec).items():
            if topic not in left_out:
                self.publishers[topic].publish(msg)
        values = {"device": "cpu", "precision": "fp32"}
        self.diagnostics.publish(diagnostics_message("student_node", "", "ok", "", values, Time()))

    def close(self):
        self.executor.shutdown()
        self.node.destroy_node()
        rclpy.shutdown(context=self.context)


@pytest.fixture
def graph(domain):
    graph = Graph(domain)
    yield graph
    graph.close()


@pytest.fixture
def evaluator(domain, tmp_path):
    """evaluator(*options): the process, once it is ready; its log is log.txt."""
    started = []

    def start(*options):
        command = [
            sys.executable,
            "-m",
            "kd3d_ros.evaluate_node",
            "--json",
            str(tmp_path / "out.json"),
            *options,
        ]
        environment = {**os.environ, "ROS_DOMAIN_ID": str(domain), "ROS_LOG_DIR": str(tmp_path)}
        with (tmp_path / "log.txt").open("w") as log:
            process = subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)
        started.append(process)
        wait_for(lambda: "ready: /image -> /points" in (tmp_path / "log.txt").read_text(), process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()


def wait_for(condition, process):
    deadline = time.monotonic() + WAIT_S
    while not condition():
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_good_frames_pass(graph, evaluator, tmp_path, tiny_scene):
    scenes_dir, scene = tiny_scene
    process = evaluator(
        *("--count", "2", "--per-frame", str(tmp_path / "frames.csv")),
        *("--scene", scene, "--scenes-dir", str(scenes_dir)),
        *("--max-point-error-m", "0.11", "--min-delivered", "0.5", "--max-pose-t-m", ""),
    )
    deadline = time.monotonic() + WAIT_S
    while process.poll() is None:
        assert time.monotonic() < deadline
        graph.send(1)
        graph.send(2)
        time.sleep(0.2)
    assert process.returncode == 0
    figures = json.loads((tmp_path / "out.json").read_text())
    assert figures["frames"] >= 2
    assert figures["point_error_m"]["median"] == pytest.approx(0.1, abs=1e-5)
    assert figures["pose"]["median_t_m"] == pytest.approx(0.1, abs=1e-3)
    assert figures["pose"]["median_r_deg"] == pytest.approx(0, abs=0.05)
    assert (figures["device"], figures["precision"]) == ("cpu", "fp32")
    assert figures["parameters"] > 1000
    live = figures["live"]
    assert (live["images"], live["clouds"]) == (2, 2)
    assert live["pose"]["median_t_m"] == pytest.approx(0.03)
    assert live["latency_ms"]["p50"] >= 0
    assert live["latency_from_stamp_ms"]["p50"] is None
    assert figures["verdict"] == {"passed": True, "failed": []}
    first = next(csv.DictReader((tmp_path / "frames.csv").open()))
    assert first["stamp_ns"] in ("1000000500", "2000000500")
    assert float(first["point_error_median_m"]) == pytest.approx(0.1, abs=1e-5)
    assert float(first["node_pose_t_m"]) == pytest.approx(0.03)


def test_bad_ones_fail_and_what_could_not_be_compared_is_counted(graph, evaluator, tmp_path):
    process = evaluator("--min-recall", "0.9")
    for _ in range(5):  # best effort may lose one
        graph.send(1)
        graph.send(2, "truth/depth")
        graph.send(3, "points", "pose")
        bad = messages(4)["truth/depth"]
        bad.encoding = "rgb8"
        graph.publishers["truth/depth"].publish(bad)
        time.sleep(0.5)
    process.send_signal(signal.SIGTERM)
    assert process.wait(WAIT_S) == 1
    figures = json.loads((tmp_path / "out.json").read_text())
    live = figures["live"]
    assert (live["images"], live["clouds"], live["poses"], live["dropped"]) == (3, 2, 2, 1)
    assert live["unmatched"] == {"no depth": 1}
    assert live["rejected"]["truth/depth"] >= 1
    assert figures["pose"]["within_5cm_5deg"] == 0
    line = "pose.within_5cm_5deg is 0; allowed: at least 0.9 (--min-recall)"
    assert figures["verdict"] == {"passed": False, "failed": [line]}
    assert f"failed: {line}" in (tmp_path / "log.txt").read_text()


def test_without_true_depth_poses_are_judged_until_nothing_more_comes(graph, evaluator, tmp_path):
    process = evaluator("--poses-only", "--quiet", "1", "--max-pose-t-m", "0.11")
    deadline = time.monotonic() + WAIT_S
    for _ in range(5):
        graph.send(1, "truth/depth")
        time.sleep(0.1)
    while process.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    assert process.returncode == 0
    figures = json.loads((tmp_path / "out.json").read_text())
    assert figures["frames"] >= 1
    assert figures["point_error_m"] == {"median": None, "mean": None, "p90": None}
    assert figures["pose"]["median_t_m"] == pytest.approx(0.1, abs=1e-3)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--quiet", "0"], "--quiet: 0 is not allowed; allowed: more than 0"),
        (["--count", "-1"], "--count: -1 is not allowed; allowed: more than 0"),
        (["--min-recall", "nan"], "--min-recall: nan is not allowed; allowed: finite"),
        (["--max-pose-t-m", "few"], "--max-pose-t-m: invalid"),
    ],
)
def test_a_wrong_option_is_refused(words, reason, capsys):
    with pytest.raises(SystemExit) as ended:
        read_options(words)
    assert ended.value.code == 2
    assert reason in capsys.readouterr().err


def test_a_launch_file_says_whether_a_switch_is_on(capsys):
    """A bag whose true poses are on /tf, or which has no depth, could not be judged by the launch file."""
    options = read_options(["--truth-tf=true", "--poses-only=false"])
    assert (options.truth_tf, options.poses_only) == (True, False)
    options = read_options(["--poses-only"])
    assert (options.truth_tf, options.poses_only) == (False, True)
    with pytest.raises(SystemExit):
        read_options(["--truth-tf=yes"])
    assert "'yes' is not allowed; allowed: true, false" in capsys.readouterr().err


def test_a_scene_that_is_not_there_is_an_error(domain, tmp_path):
    command = [
        sys.executable,
        "-m",
        "kd3d_ros.evaluate_node",
        "--scene",
        "absent",
        "--scenes-dir",
        str(tmp_path),
    ]
    environment = {**os.environ, "ROS_DOMAIN_ID": str(domain)}
    ended = subprocess.run(
        command, env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=WAIT_S, check=False
    )
    assert ended.returncode == 2
    assert "no such scene" in ended.stderr
    assert not (tmp_path / "evaluation.json").exists()
