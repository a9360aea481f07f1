"""Transforms: what is sent where tf2_ros is, and what is said where it is not.

tf2_ros has no wheel, so a stand-in records what would go out; everything else is real.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

import numpy as np
import pytest

pytest.importorskip("geometry_msgs", reason="the ROS message packages are not installed")

from builtin_interfaces.msg import Time

from kd3d_ros.messages import matrix_of, transform_message
from kd3d_ros.parameters import ParameterError
from kd3d_ros.tf import TransformSender, TransformTruth

STAMP = Time(sec=3)
asked: list[tuple[str, str, Time]] = []
"""Of the stand-in's tree."""


def moved(x: float, y: float = 0.0) -> np.ndarray:
    T = np.eye(4)
    T[:3, :3] = [[0, -1, 0], [1, 0, 0], [0, 0, 1]]
    T[:2, 3] = x, y
    return T


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Transforms that went out, with a tf2_ros that knows odom -> camera and nothing else."""
    out: list[Any] = []
    module = ModuleType("tf2_ros")

    class TransformException(Exception):
        pass

    class Broadcaster:
        def __init__(self, node: object) -> None:
            pass

        def sendTransform(self, msg: object) -> None:
            out.append(msg)

    class Buffer:
        def lookup_transform(self, target: str, source: str, time: Time) -> object:
            asked.append((target, source, time))
            if (target, source) != ("odom", "camera"):
                raise TransformException(f"{source} is not in the tree")
            return transform_message(moved(0.5), time, target, source)

    for name, value in {
        "TransformException": TransformException,
        "TransformBroadcaster": Broadcaster,
        "Buffer": Buffer,
        "TransformListener": lambda buffer, node: (buffer, node),
    }.items():
        setattr(module, name, value)
    monkeypatch.setitem(sys.modules, "tf2_ros", module)
    return out


def test_without_tf2_ros_the_parameter_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tf2_ros", None)
    with pytest.raises(ParameterError, match=r"^tf is not allowed here: tf2_ros cannot be imported"):
        TransformSender(None, "odom")  # type: ignore[arg-type]


def test_world_to_camera(sent: list[Any]) -> None:
    assert TransformSender(None).send(moved(2.0, 1.0), STAMP, "map", "camera") == ""  # type: ignore[arg-type]
    (msg,) = sent
    assert (msg.header.frame_id, msg.child_frame_id, msg.header.stamp) == ("map", "camera", STAMP)
    np.testing.assert_allclose(matrix_of(msg.transform), moved(2.0, 1.0), atol=1e-12)


def test_world_to_odom_is_what_the_odometry_lacks(sent: list[Any]) -> None:
    assert TransformSender(None, "odom").send(moved(2.0, 1.0), STAMP, "map", "camera") == ""  # type: ignore[arg-type]
    (msg,) = sent
    assert (msg.header.frame_id, msg.child_frame_id) == ("map", "odom")
    np.testing.assert_allclose(matrix_of(msg.transform) @ moved(0.5), moved(2.0, 1.0), atol=1e-12)


def test_a_camera_that_the_odometry_does_not_know_is_told(sent: list[Any]) -> None:
    trouble = TransformSender(None, "odom").send(moved(2.0), STAMP, "map", "lidar")  # type: ignore[arg-type]
    assert trouble == "no transform odom -> lidar: lidar is not in the tree"
    assert sent == []


def test_a_camera_without_a_frame_is_told(sent: list[Any]) -> None:
    assert "frame_id is empty" in TransformSender(None).send(moved(2.0), STAMP, "map", "")  # type: ignore[arg-type]
    assert sent == []


def test_the_truth_is_what_the_tree_says_at_the_stamp(sent: list[Any]) -> None:
    truth = TransformTruth(None)  # type: ignore[arg-type]
    assert truth.pose_at(3 * 10**9 + 5) is None  # no frame is known yet
    truth.world_frame, truth.camera_frame = "odom", "camera"
    np.testing.assert_allclose(truth.pose_at(3 * 10**9 + 5), moved(0.5), atol=1e-12)
    assert asked[-1] == ("odom", "camera", Time(sec=3, nanosec=5))
    truth.camera_frame = "lidar"
    assert truth.pose_at(3 * 10**9 + 5) is None
