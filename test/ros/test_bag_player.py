"""The player, as a process of its own, sends what the bag holds, when it is due."""

from __future__ import annotations

import math
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from types import SimpleNamespace

import numpy as np
import pytest
import rclpy
from geometry_msgs.msg import PoseStamped
from rclpy.executors import SingleThreadedExecutor
from rclpy.qos import DurabilityPolicy, QoSProfile, ReliabilityPolicy
from rosbags.interfaces import QosDurability, QosReliability
from rosgraph_msgs.msg import Clock
from sensor_msgs.msg import CameraInfo, Image
from std_msgs.msg import String

from offline.bag import PlayConfig
from offline.bags.frame_messages import CAMERA_INFO_TOPIC, DEPTH_TOPIC, IMAGE_TOPIC, POSE_TOPIC, TYPES
from offline.bags.part import part_of
from offline.bags.player import _play, message_class, play
from offline.bags.reader import BagReader
from offline.bags.storage import BagError
from offline.bags.writer import RELIABLE, bag_written_whole, write_bag
from offline.config import ConfigError
from offline.datasets.base import Dataset, Frame

WAIT_S = 60.0
WIDTH, HEIGHT = 40, 30
SECOND = 10**9
STRING = "std_msgs/msg/String"
LATCHED_SUBSCRIBER = QoSProfile(depth=10, durability=DurabilityPolicy.TRANSIENT_LOCAL)


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


@pytest.fixture(scope="module")
def talk(tmp_path_factory):
    """Stamps 100 s to 104 s: /talk, best effort, each second; /map, latched, at 100 s."""
    path = tmp_path_factory.mktemp("talk") / "bag"
    with bag_written_whole(path, "mcap", "none") as writer:
        best_effort = RELIABLE._replace(reliability=QosReliability.BEST_EFFORT)
        latched = RELIABLE._replace(durability=QosDurability.TRANSIENT_LOCAL, depth=1)
        says = writer.add_connection("/talk", STRING, typestore=TYPES, offered_qos_profiles=[best_effort])
        map_ = writer.add_connection("/map", STRING, typestore=TYPES, offered_qos_profiles=[latched])
        for second in range(100, 105):
            for topic in [map_, says] if second == 100 else [says]:
                text = f"{topic.topic} {second}"
                data = TYPES.serialize_cdr(TYPES.types[STRING](text), STRING)
                writer.write(topic, second * SECOND, data)
    return path


class Listener:
    """heard: (when, message) by topic."""

    def __init__(self, domain):
        self._context = rclpy.Context()
        rclpy.init(context=self._context, domain_id=domain)
        self.node = rclpy.create_node("listener", context=self._context)
        self._executor = SingleThreadedExecutor(context=self._context)
        self._executor.add_node(self.node)
        self.heard = {}

    def listen(self, kind, topic, qos):
        self.heard[topic] = []
        self.node.create_subscription(
            kind, topic, lambda message: self.heard[topic].append((time.monotonic(), message)), qos
        )

    def messages(self, topic):
        return [message for _, message in self.heard[topic]]

    def wait_for(self, condition):
        deadline = time.monotonic() + WAIT_S
        while not condition():
            assert time.monotonic() < deadline, {topic: len(heard) for topic, heard in self.heard.items()}
            self._executor.spin_once(timeout_sec=0.05)

    def close(self):
        self._executor.shutdown()
        self.node.destroy_node()
        rclpy.shutdown(context=self._context)


@pytest.fixture
def listener(domain):
    listener = Listener(domain)
    yield listener
    listener.close()


@contextmanager
def player(domain, *arguments):
    command = [sys.executable, "-m", "offline.bag", "play", *map(str, arguments)]
    environment = {**os.environ, "ROS_DOMAIN_ID": str(domain)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def test_every_message_arrives_as_written_in_its_time(domain, recording, bag, listener):
    topics = (IMAGE_TOPIC, CAMERA_INFO_TOPIC, DEPTH_TOPIC, POSE_TOPIC)
    for topic, kind in zip(topics, (Image, CameraInfo, Image, PoseStamped), strict=True):
        listener.listen(kind, topic, QoSProfile(depth=10))
    with player(domain, bag.path) as process:
        listener.wait_for(lambda: all(len(heard) == 3 for heard in listener.heard.values()))
        _, errors = process.communicate(timeout=WAIT_S)
        assert process.returncode == 0, errors
    if message_class("tf2_msgs/msg/TFMessage") is None:
        assert errors.count("/tf (3 messages of type tf2_msgs/msg/TFMessage)") == 1
    frames = list(recording.frames.values())
    for frame, msg, depth, pose in zip(
        frames, *(listener.messages(t) for t in (IMAGE_TOPIC, DEPTH_TOPIC, POSE_TOPIC)), strict=True
    ):
        assert msg.header.stamp.sec * 10**9 + msg.header.stamp.nanosec == bag.stamps[frame.name]
        np.testing.assert_array_equal(np.frombuffer(msg.data, np.uint8), frame.image.ravel())
        np.testing.assert_array_equal(
            np.frombuffer(depth.data, "<u2"), np.rint(1000 * frame.depth).ravel().astype(int)
        )
        assert pose.pose.position.x == frame.T_world_camera[0, 3]
    first, last = (listener.heard[IMAGE_TOPIC][i][0] for i in (0, -1))
    assert last - first > 0.5  # 1.5 s, less what a busy machine may have delayed the first one


def test_a_part_with_what_was_latched_before_and_the_bags_time(domain, talk, listener):
    listener.listen(String, "/talk", QoSProfile(depth=10, reliability=ReliabilityPolicy.BEST_EFFORT))
    listener.listen(String, "/map", LATCHED_SUBSCRIBER)
    listener.listen(Clock, "/clock", QoSProfile(depth=100))
    flags = ("--start", 1.5, "--duration", 2, "--rate", 4, "--clock", 20)
    with player(domain, talk, *flags) as process:
        listener.wait_for(lambda: len(listener.heard["/talk"]) == 2 and listener.heard["/map"])
        assert process.wait(WAIT_S) == 0
    assert [message.data for message in listener.messages("/talk")] == ["/talk 102", "/talk 103"]
    assert [message.data for message in listener.messages("/map")] == ["/map 100"]
    # 20 ticks a second at fourfold speed: a fifth of a second of the bag from one to the next.
    ticks = [tick.clock.sec + tick.clock.nanosec / 1e9 for tick in listener.messages("/clock")]
    assert ticks == pytest.approx([101.5 + 0.2 * i for i in range(len(ticks))])
    assert 2 <= len(ticks) <= 10


def test_publishers_offer_what_was_recorded(domain, talk, listener):
    with player(domain, talk, "--wait", 0, "--rate", 0.1):

        def offered():
            found = [listener.node.get_publishers_info_by_topic(topic) for topic in ("/talk", "/map")]
            return found if all(found) else None

        listener.wait_for(offered)
        ((says,), (map_,)) = (infos[:1] for infos in offered())
    assert says.qos_profile.reliability == ReliabilityPolicy.BEST_EFFORT
    assert says.qos_profile.durability == DurabilityPolicy.VOLATILE
    assert map_.qos_profile.reliability == ReliabilityPolicy.RELIABLE
    assert map_.qos_profile.durability == DurabilityPolicy.TRANSIENT_LOCAL


def test_a_loop_of_one_topic_goes_on_until_ctrl_c(domain, talk, listener):
    listener.listen(String, "/talk", QoSProfile(depth=100, reliability=ReliabilityPolicy.BEST_EFFORT))
    listener.listen(String, "/map", LATCHED_SUBSCRIBER)
    with player(domain, talk, "--loop", "--rate", 20, "--topics", "/talk") as process:
        listener.wait_for(lambda: len(listener.heard["/talk"]) > 10)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=WAIT_S)
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert "playing, round 3" in errors
    assert not listener.heard["/map"]


def test_a_round_of_a_loop_lasts_as_long_as_its_part_when_its_messages_end_early(talk):
    published = []

    class Speaker:
        def get_subscription_count(self):
            return 1

        def publish(self, message):
            published.append(time.monotonic())
            if len(published) == 3:
                raise KeyboardInterrupt

    node = SimpleNamespace(create_publisher=lambda *_: Speaker())
    config = PlayConfig(bag=talk, topics=("/map",), loop=True, rate=20)
    with BagReader(talk) as reader, pytest.raises(KeyboardInterrupt):
        _play(part_of(reader, config.topics), {STRING: String}, node, config)
    assert np.diff(published).min() > 0.19  # 4 s, twenty times faster


def refusal(domain, *arguments):
    with player(domain, *arguments) as process:
        _, errors = process.communicate(timeout=WAIT_S)
    assert process.returncode == 1
    assert "Traceback" not in errors
    return errors


def test_nobody_listening_is_an_error(domain, bag):
    assert "nobody subscribed to /camera/camera_info" in refusal(domain, bag.path, "--wait", 0.5)


def test_a_folder_that_is_no_bag_is_an_error(domain, tmp_path):
    assert f"{tmp_path}: no file of a bag in it" in refusal(domain, tmp_path)


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        ({"rate": 0.0}, "--rate 0 is not allowed; it must be finite and more than 0"),
        ({"rate": math.nan}, "--rate nan is not allowed; it must be finite and more than 0"),
        ({"rate": math.inf}, "--rate inf is not allowed; it must be finite and more than 0"),
        ({"clock": 0.0}, "--clock 0.0 is not allowed; it must be more than 0"),
        ({"duration": -1.0}, "--duration -1.0 is not allowed; it must be more than 0"),
        ({"start": 9.0}, "--start 9 is not allowed; the bag lasts 4.0 s"),
        ({"topics": ("/walk",)}, "no topic /walk; it has /map, /talk"),
    ],
)
def test_flags_that_make_no_sense_are_errors(talk, flags, message):
    with pytest.raises((ConfigError, BagError), match=re.escape(message)):
        play(PlayConfig(bag=talk, **flags))


def test_a_bag_of_types_that_are_not_installed_is_an_error(tmp_path):
    assert message_class("foo_msgs/msg/Bar") is None
    assert message_class("std_msgs/msg/Bar") is None
    assert message_class("") is None
    with bag_written_whole(tmp_path / "bag", "mcap", "none") as writer:
        odd = writer.add_connection("/odd", "foo_msgs/msg/Bar", msgdef="int8 a", rihs01="RIHS01_" + 64 * "0")
        writer.write(odd, SECOND, b"\0\1\0\0\0")
    with pytest.raises(BagError, match=r"nothing remains .* /odd \(1 messages of type foo_msgs/msg/Bar\)"):
        play(PlayConfig(bag=tmp_path / "bag"))
