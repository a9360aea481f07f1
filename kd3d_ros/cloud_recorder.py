"""A node that keeps every cloud it hears, for comparison with the truth afterwards.

    python -m kd3d_ros.cloud_recorder --out FOLDER [--topic points]

Writes `<stamp in ns>.npz` per cloud (points (h, w, 3) float32 and uncertainty (h, w) float32 in metres,
rgb (h, w, 3) uint8) and, when told to stop (SIGINT, SIGTERM), `recording.json`: how many, at what rate, and
the student node's last diagnostics.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

import numpy as np
import rclpy
from diagnostic_msgs.msg import DiagnosticArray
from rclpy.executors import ExternalShutdownException
from rclpy.node import Node
from rclpy.qos import QoSProfile
from sensor_msgs.msg import PointCloud2

from kd3d_ros.files import written_whole
from kd3d_ros.live_record import rate_hz
from kd3d_ros.messages import read_cloud

SUMMARY = "recording.json"


class CloudRecorder(Node):
    """Subscribes to a cloud topic and to /diagnostics; logs `recording` once there is a publisher."""

    def __init__(self, out: Path, topic: str) -> None:
        super().__init__("cloud_recorder")
        self._out = out
        out.mkdir(parents=True, exist_ok=True)
        self._arrivals: list[float] = []
        self._diagnostics: dict[str, str] = {}
        self._clouds = self.create_subscription(PointCloud2, topic, self._on_cloud, QoSProfile(depth=10))
        self.create_subscription(DiagnosticArray, "/diagnostics", self._on_diagnostics, QoSProfile(depth=10))
        self._discovery = self.create_timer(0.1, self._look_for_publisher)

    def _look_for_publisher(self) -> None:
        if self.count_publishers(self._clouds.topic_name):
            self.get_logger().info(f"recording: {self._clouds.topic_name} -> {self._out}")
            self.destroy_timer(self._discovery)

    def _on_cloud(self, msg: PointCloud2) -> None:
        self._arrivals.append(time.monotonic())
        cloud = read_cloud(msg)
        stamp_ns = msg.header.stamp.sec * 10**9 + msg.header.stamp.nanosec
        file = self._out / f"{stamp_ns}.npz"
        np.savez(file, points=cloud.points, uncertainty=cloud.uncertainty, rgb=cloud.rgb)

    def _on_diagnostics(self, msg: DiagnosticArray) -> None:
        for status in msg.status:
            if "student_node" in status.name:
                self._diagnostics = {pair.key: pair.value for pair in status.values}

    def write_summary(self) -> None:
        """recording.json, in the output folder."""
        with written_whole(self._out / SUMMARY) as part:
            part.write_text(json.dumps(summary(self._arrivals, self._diagnostics), indent=2))


def summary(arrivals: list[float], diagnostics: dict[str, str]) -> dict[str, Any]:
    """How many clouds came, seconds of `time.monotonic`, and how fast."""
    return {"received": len(arrivals), "rate_hz": rate_hz(arrivals), "diagnostics": diagnostics}


def main() -> None:
    """Record until told to stop."""
    parser = argparse.ArgumentParser(prog="python -m kd3d_ros.cloud_recorder", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for the clouds")
    parser.add_argument("--topic", default="points", help="cloud topic")
    arguments = parser.parse_args()
    rclpy.init()
    recorder = CloudRecorder(arguments.out, arguments.topic)
    try:
        rclpy.spin(recorder)
    except (KeyboardInterrupt, ExternalShutdownException):
        pass
    finally:
        recorder.write_summary()
        recorder.destroy_node()
        rclpy.try_shutdown()


if __name__ == "__main__":
    main()
