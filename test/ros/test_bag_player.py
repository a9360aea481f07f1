"""The player, as a process of its own, sends what the bag holds, when it is due."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import numpy as np
import pytest
import rclpy
from geometry_msgs.msg import PoseStamped
from rclpy.executors import SingleThreadedExecutor
from rclpy.qos import QoSProfile
from rosbags.rosbag2 import StoragePlugin, Writer
from rosbags.typesys import Stores, get_typestore
from sensor_msgs.msg import CameraInfo, Image

from offline.bag import CAMERA_INFO_TOPIC, DEPTH_TOPIC, IMAGE_TOPIC, POSE_TOPIC, write_bag
from offline.bag_player import BagError, message_class
from offline.datasets.base import Dataset, Frame

WAIT_S = 60.0
WIDTH, HEIGHT = 40, 30


class Recording(Dataset):
    format = "memory"

    def __init__(self, root, frames):
        super().__init__(root)
        self.frames = frames

    def names(self, split):
        return list(self.frames)

    def load(self, name):
        return self.frames[name]


@pytest.fixture(scope="module")
def recording(tmp_path_factory):
    rng = np.random.default_rng(0)
    frames = {}
    for i, second in enumerate((0.0, 0.5, 1.5)):
        T = np.eye(4)
        T[0, 3] = i
        image = rng.integers(0, 256, (HEIGHT, WIDTH, 3), np.uint8)
        depth = rng.integers(500, 5000, (HEIGHT, WIDTH)).astype(np.float32) / 1000
        frames[str(i)] = Frame(str(i), image, np.eye(3), second, depth, T)
    return Recording(tmp_path_factory.mktemp("recording"), frames)


@pytest.fixture(scope="module")
def bag(recording):
    return write_bag(recording.root / "bag", recording, recording.names("all"))


def player(domain, *arguments):
    command = [sys.executable, "-m", "offline.bag_player", *map(str, arguments)]
    return subprocess.Popen(
        command, env={**os.environ, "ROS_DOMAIN_ID": str(domain)}, stderr=subprocess.PIPE, text=True
    )


def test_every_message_arrives_as_written_in_its_time(domain, recording, bag):
    context = rclpy.Context()
    rclpy.init(context=context, domain_id=domain)
    node = rclpy.create_node("listener", context=context)
    executor = SingleThreadedExecutor(context=context)
    executor.add_node(node)
    heard = {topic: [] for topic in (IMAGE_TOPIC, CAMERA_INFO_TOPIC, DEPTH_TOPIC, POSE_TOPIC)}
    for topic, kind in zip(heard, (Image, CameraInfo, Image, PoseStamped), strict=True):
        node.create_subscription(
            kind, topic, lambda msg, t=topic: heard[t].append((time.monotonic(), msg)), QoSProfile(depth=10)
        )
    process = player(domain, bag.path)
    try:
        deadline = time.monotonic() + WAIT_S
        while any(len(messages) < 3 for messages in heard.values()):
            assert time.monotonic() < deadline, {topic: len(messages) for topic, messages in heard.items()}
            executor.spin_once(timeout_sec=0.05)
        assert process.wait(WAIT_S) == 0
    finally:
        process.kill()
        process.stderr.close()
        executor.shutdown()
        node.destroy_node()
        rclpy.shutdown(context=context)
    frames = list(recording.frames.values())
    for frame, (_, msg), (_, depth), (_, pose) in zip(
        frames, heard[IMAGE_TOPIC], heard[DEPTH_TOPIC], heard[POSE_TOPIC], strict=True
    ):
        assert msg.header.stamp.sec * 10**9 + msg.header.stamp.nanosec == bag.stamps[frame.name]
        np.testing.assert_array_equal(np.frombuffer(msg.data, np.uint8), frame.image.ravel())
        np.testing.assert_array_equal(
            np.frombuffer(depth.data, "<u2"), np.rint(1000 * frame.depth).ravel().astype(int)
        )
        assert pose.pose.position.x == frame.T_world_camera[0, 3]
    first, last = (heard[IMAGE_TOPIC][i][0] for i in (0, -1))
    assert last - first > 0.5  # 1.5 s, less what a busy machine may have delayed the first one


def refusal(process):
    _, errors = process.communicate(timeout=WAIT_S)
    assert process.returncode == 1
    assert "Traceback" not in errors
    return errors


def test_nobody_listening_is_an_error(domain, bag):
    assert "nobody subscribed to /camera/image_raw" in refusal(player(domain, bag.path, "--wait", 0.5))


def test_a_folder_that_is_no_bag_is_an_error(domain, tmp_path):
    assert f"{tmp_path}: not a readable rosbag2" in refusal(player(domain, tmp_path))


@pytest.mark.parametrize("rate", ["0", "-1", "nan", "inf"])
def test_a_rate_that_is_no_speed_is_an_error(domain, bag, rate):
    assert "is not allowed; allowed: greater than 0" in refusal(player(domain, bag.path, f"--rate={rate}"))


def test_a_type_that_is_not_installed_is_an_error(domain, tmp_path):
    with pytest.raises(BagError, match="type foo_msgs/msg/Bar, which is not installed here"):
        message_class("foo_msgs/msg/Bar")
    types = get_typestore(Stores.ROS2_JAZZY)
    with Writer(tmp_path / "bag", version=9, storage_plugin=StoragePlugin.MCAP) as writer:
        writer.add_connection("/tf", "tf2_msgs/msg/TFMessage", typestore=types)
    try:
        message_class("tf2_msgs/msg/TFMessage")
    except BagError:
        assert "tf2_msgs/msg/TFMessage" in refusal(player(domain, tmp_path / "bag"))
