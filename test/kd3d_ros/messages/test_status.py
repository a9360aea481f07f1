"""Diagnostics as messages."""

from __future__ import annotations

import pytest

pytest.importorskip("rclpy", reason="ROS 2 message packages are not installed (pip install .[ros])")

from builtin_interfaces.msg import Time

from kd3d_ros.messages import diagnostics_message

STAMP = Time(sec=12, nanosec=34)


def test_diagnostics_message_is_one_status_with_text_values():
    msg = diagnostics_message("robot/student_node", "cpu", "warn", "no image", {"received": 3}, STAMP)
    (status,) = msg.status
    assert (status.level, status.name, status.hardware_id) == (b"\x01", "robot/student_node", "cpu")
    assert (status.message, status.values[0].key, status.values[0].value) == ("no image", "received", "3")
    assert msg.header.stamp == STAMP
