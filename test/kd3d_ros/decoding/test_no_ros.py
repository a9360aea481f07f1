"""A lab machine has no ROS."""

from __future__ import annotations

import subprocess
import sys

ROS = {"rclpy", "sensor_msgs", "builtin_interfaces", "cv_bridge"}


def test_decoding_imports_nothing_of_ros() -> None:
    script = f"import sys, kd3d_ros.decoding; print(sorted(sys.modules.keys() & {ROS}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")
