"""Play a rosbag2 at its recorded rate, for machines without `ros2 bag play`.

    python -m offline.bag_player BAG [--rate R]

The one module of the lab that needs rclpy.  Messages go out as they were stored, without decoding.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from pathlib import Path
from typing import Any

import rclpy
from rclpy.node import Node
from rclpy.publisher import Publisher
from rclpy.qos import QoSProfile
from rosbags.highlevel import AnyReader

from offline.progress import progress


def play(bag: Path, rate: float = 1.0, wait_s: float = 10.0) -> int:
    """Publish every message at its time; returns how many.  Waits up to `wait_s` for a subscriber first."""
    rclpy.init()
    node = Node("bag_player")
    try:
        with AnyReader([bag]) as reader:
            publishers = {
                connection.topic: node.create_publisher(
                    message_class(connection.msgtype), connection.topic, QoSProfile(depth=10)
                )
                for connection in reader.connections
            }
            if not _any_subscriber(list(publishers.values()), wait_s):
                sys.exit(f"bag_player: nobody subscribed to {sorted(publishers)} within {wait_s:g} s")
            started = time.monotonic()
            bar = progress(reader.messages(), desc="playing", total=reader.message_count, unit="message")
            for connection, timestamp, data in bar:
                due = started + (timestamp - reader.start_time) / 1e9 / rate
                time.sleep(max(0.0, due - time.monotonic()))
                publishers[connection.topic].publish(bytes(data))
            time.sleep(0.5)  # reliable transport may still be sending the last image
            return int(reader.message_count)
    finally:
        node.destroy_node()
        rclpy.try_shutdown()


def message_class(name: str) -> type[Any]:
    """The class of `package/msg/Name`."""
    package, _, kind = name.split("/")
    found: type[Any] = getattr(importlib.import_module(f"{package}.msg"), kind)
    return found


def _any_subscriber(publishers: list[Publisher], wait_s: float) -> bool:
    deadline = time.monotonic() + wait_s
    while time.monotonic() < deadline:
        if any(publisher.get_subscription_count() for publisher in publishers):
            return True
        time.sleep(0.05)
    return False


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m offline.bag_player", description=__doc__)
    parser.add_argument("bag", type=Path, help="folder of the rosbag2")
    parser.add_argument("--rate", type=float, default=1.0, help="speed-up over the recorded rate")
    arguments = parser.parse_args()
    play(arguments.bag, arguments.rate)
