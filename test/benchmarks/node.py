"""What the node adds to the predictor, and the rate it holds: `make bench-node`.

    python test/benchmarks/node.py [--scene NAME] [--scenes-dir DIR] [--seconds 20] [--rate-hz 30]

The node runs as a process of its own; this process is camera and listener, over real DDS with
config/fastdds.xml.  Without --scene a kd3d_s of random weights is served: time does not depend on weights.
Overhead of a frame: from its arrival in the node to the end of publish(), less the time in the predictor.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import domain_coordinator
import numpy as np
import rclpy
import torch
from builtin_interfaces.msg import Time
from diagnostic_msgs.msg import DiagnosticArray
from rclpy.executors import SingleThreadedExecutor
from rclpy.qos import QoSProfile, ReliabilityPolicy
from sensor_msgs.msg import Image, PointCloud2
from surroundings import REPOSITORY, machine_and_versions

import kd3d_ros
from kd3d_ros.messages import image_message
from kd3d_ros.scene import default_scenes_dir, write_scene
from kd3d_ros.student import PRESETS, Student

IMAGE_SIZE = (640, 480)
START_SECONDS = 120.0
SETTLE_SECONDS = 3.0


class Bench:
    """Camera and listener."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._node = rclpy.create_node("bench")
        self._executor = SingleThreadedExecutor()
        self._executor.add_node(self._node)
        camera_qos = QoSProfile(depth=1, reliability=ReliabilityPolicy.BEST_EFFORT)
        self._camera = self._node.create_publisher(Image, "image", camera_qos)
        self._node.create_subscription(PointCloud2, "points", self._on_cloud, QoSProfile(depth=5))
        self._node.create_subscription(DiagnosticArray, "/diagnostics", self._on_diagnostics, 10)
        generator = np.random.default_rng(0)
        coarse = generator.integers(0, 256, (8, 12, 16, 3), np.uint8)
        self._images = [cv2.resize(image, IMAGE_SIZE, interpolation=cv2.INTER_CUBIC) for image in coarse]
        self.diagnostics: dict[str, str] = {}
        self.clouds = 0
        self.points = 0
        self.sent = 0

    def send(self) -> None:
        """One more image."""
        stamp = Time(sec=self.sent // 1000, nanosec=self.sent % 1000)
        self._camera.publish(image_message(self._images[self.sent % len(self._images)], stamp, "camera"))
        self.sent += 1

    def listen(self, seconds: float) -> None:
        """Receive for this long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._executor.spin_once(timeout_sec=left)

    def wait_for(self, condition: Callable[[], bool], what: str) -> None:
        """Listen until the condition holds."""
        until = time.monotonic() + START_SECONDS
        while not condition():
            if self._process.poll() is not None:
                raise SystemExit(f"the node ended with status {self._process.returncode} before {what}")
            if time.monotonic() > until:
                raise SystemExit(f"no {what} within {START_SECONDS:g} s")
            self.listen(0.1)

    def idle_counts(self) -> dict[str, int]:
        """The node's counts once it has nothing in flight."""
        self.listen(SETTLE_SECONDS)
        self.diagnostics.clear()
        self.wait_for(lambda: self.diagnostics.get("in_flight") == "0", "idle node")
        return {key: int(self.diagnostics[key]) for key in ("received", "served", "dropped", "rejected")}

    def _on_cloud(self, msg: PointCloud2) -> None:
        self.clouds += 1
        self.points = msg.height * msg.width

    def _on_diagnostics(self, msg: DiagnosticArray) -> None:
        (status,) = msg.status
        self.diagnostics = {value.key: value.value for value in status.values}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--scene", help="scene to serve (default: random weights)")
    parser.add_argument("--scenes-dir", type=Path, default=default_scenes_dir())
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--rate-hz", type=float, default=30.0)
    config = parser.parse_args()

    os.environ["ROS_AUTOMATIC_DISCOVERY_RANGE"] = "LOCALHOST"
    os.environ["FASTDDS_DEFAULT_PROFILES_FILE"] = str(REPOSITORY / "config/fastdds.xml")
    with domain_coordinator.domain_id() as domain, tempfile.TemporaryDirectory() as folder:
        os.environ.update(ROS_DOMAIN_ID=str(domain), ROS_LOG_DIR=folder)
        scene, scenes_dir = config.scene, config.scenes_dir
        if scene is None:
            scene, scenes_dir = "random_weights", Path(folder)
            print("No --scene: a kd3d_s with random weights is served; time does not depend on weights.")
            write_random_scene(scenes_dir / scene)
        command = [sys.executable, "-m", "kd3d_ros.student_node", "--ros-args"]
        command += ["-p", f"scene:={scene}", "-p", f"scenes_dir:={scenes_dir}"]
        process = subprocess.Popen(command, cwd=REPOSITORY)
        rclpy.init()
        try:
            figures = measure(Bench(process), config.seconds, config.rate_hz)
        finally:
            process.terminate()
            process.wait(START_SECONDS)
            rclpy.shutdown()
    print(json.dumps({**figures, "scene": scene, **machine_and_versions()}))


def measure(bench: Bench, seconds: float, rate_hz: float) -> dict[str, object]:
    """Send images at the rate for so long; what the node made of them."""
    bench.wait_for(lambda: bench.diagnostics.get("state") == "active", "active node")

    def served_one() -> bool:
        bench.send()
        return bench.clouds > 0

    bench.wait_for(served_one, "first cloud")
    before = bench.idle_counts()
    bench.sent = bench.clouds = 0
    start = time.monotonic()
    while (elapsed := time.monotonic() - start) < seconds:
        bench.send()
        bench.listen(bench.sent / rate_hz - (time.monotonic() - start))
        if bench.sent % int(5 * rate_hz) == 0:
            print(f"{elapsed:4.0f} s: {bench.sent} images sent, {bench.clouds} clouds heard", flush=True)
    elapsed = time.monotonic() - start
    after = bench.idle_counts()
    counts = {key: after[key] - before[key] for key in after}
    values = bench.diagnostics
    figures: dict[str, object] = {}
    for name in ("overhead", "predict", "latency", "wait"):
        figures[f"{name}_ms_median"] = float(values[f"{name}_ms_p50"])
        figures[f"{name}_ms_p95"] = float(values[f"{name}_ms_p95"])
    return {
        **figures,
        "rate_in_hz": round(counts["received"] / elapsed, 2),
        "rate_out_hz": round(bench.clouds / elapsed, 2),
        "dropped": counts["dropped"],
        "rejected": counts["rejected"],
        "sent": bench.sent,
        "lost_before_node": bench.sent - counts["received"],
        "lost_after_node": counts["served"] - bench.clouds,
        "points": bench.points,
        **{key: values[key] for key in ("device", "precision", "decoder")},
    }


def write_random_scene(path: Path) -> None:
    """A bundle of kd3d_s that was never trained."""
    torch.manual_seed(0)
    manifest = {
        "scene": path.name,
        "frame_id": "map",
        "gravity_aligned": True,
        "metric": True,
        "scale_residual": 0.0,
        "scene_bounds_m": [[-1, -1, -1], [1, 1, 1]],
        "uncertainty_calibration": {"predicted": [1.0], "actual": [1.0]},
        "localization": {"inlier_ratio": 1.0, "uncertainty_m": 1.0, "covariance_scale": 1.0},
        "intrinsics": {"width": 640, "height": 480, "K": [[525, 0, 319.5], [0, 525, 239.5], [0, 0, 1]]},
        "teacher": None,
        "dataset": None,
        "software": {"kd3d_ros": kd3d_ros.__version__},
        "metrics": None,
    }
    write_scene(path, Student(PRESETS["kd3d_s"]), {}, manifest)


if __name__ == "__main__":
    main()
