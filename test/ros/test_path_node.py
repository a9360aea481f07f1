"""Poses become a path: spaced, begun anew where it has to be, and there for viewers that come late."""

from __future__ import annotations

import time

import pytest
import rclpy
from geometry_msgs.msg import PoseWithCovarianceStamped
from nav_msgs.msg import Path
from rclpy.executors import SingleThreadedExecutor
from rclpy.qos import DurabilityPolicy, QoSProfile

from kd3d_ros.path_node import PathNode

WAIT_S = 60.0


class Viewer:
    """The node, a camera that says poses, and, once asked for, a subscriber to the path."""

    def __init__(self, domain):
        self._context = rclpy.Context()
        rclpy.init(context=self._context, domain_id=domain)
        self._nodes = [PathNode(self._context), rclpy.create_node("viewer", context=self._context)]
        self._executor = SingleThreadedExecutor(context=self._context)
        for node in self._nodes:
            self._executor.add_node(node)
        self._camera = self._nodes[1].create_publisher(
            PoseWithCovarianceStamped, "pose", QoSProfile(depth=10)
        )
        self.paths = []
        self.wait_for(self._camera.get_subscription_count)

    def say(self, second, x, frame="map"):
        msg = PoseWithCovarianceStamped()
        msg.header.frame_id, msg.header.stamp.sec = frame, second
        msg.pose.pose.position.x = x
        self._camera.publish(msg)

    def look(self):
        qos = QoSProfile(depth=10, durability=DurabilityPolicy.TRANSIENT_LOCAL)
        self._nodes[1].create_subscription(Path, "path", self.paths.append, qos)

    def wait_for(self, condition):
        deadline = time.monotonic() + WAIT_S
        while not condition():
            assert time.monotonic() < deadline, self.paths
            self._executor.spin_once(timeout_sec=0.05)

    def wait_for_path(self, *positions, frame="map"):
        self.wait_for(
            lambda: self.paths and [p.pose.position.x for p in self.paths[-1].poses] == [*positions]
        )
        assert self.paths[-1].header.frame_id == frame

    def close(self):
        self._executor.shutdown()
        for node in self._nodes:
            node.destroy_node()
        rclpy.shutdown(context=self._context)


@pytest.fixture
def viewer(domain):
    viewer = Viewer(domain)
    yield viewer
    viewer.close()


def test_a_late_viewer_sees_the_whole_way_without_poses_that_hardly_differ(viewer):
    for second, x in enumerate([0.0, 0.01, 0.5, 0.515, 0.53]):
        viewer.say(second, x)
    viewer.look()
    viewer.wait_for_path(0.0, 0.5, 0.53)
    assert [p.header.stamp.sec for p in viewer.paths[-1].poses] == [0, 2, 4]


def test_another_frame_and_time_that_goes_back_begin_a_new_path(viewer):
    viewer.look()
    viewer.say(10, 1.0)
    viewer.say(11, 2.0)
    viewer.wait_for_path(1.0, 2.0)
    viewer.say(5, 3.0)
    viewer.wait_for_path(3.0)
    viewer.say(6, 4.0, frame="site")
    viewer.wait_for_path(4.0, frame="site")
