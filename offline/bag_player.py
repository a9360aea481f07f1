"""Play a rosbag2 at its recorded rate, for machines without `ros2 bag play`.

    python -m offline.bag_player BAG [--rate R] [--wait S]

The one module of the lab that needs rclpy.  Messages go out as they were stored, without decoding.
"""

from __future__ import annotations

import argparse
import importlib
import math
import os
import sys
import time
from pathlib import Path
from typing import Any

import rclpy
from rclpy.node import Node
from rclpy.publisher import Publisher
from rclpy.qos import QoSProfile
from rclpy.signals import SignalHandlerOptions
from rosbags.rosbag2 import Reader, ReaderError

from offline.processes import dds_environment, signals_unwind
from offline.progress import progress

DISCOVERY_S = 0.5
"""A subscriber that we know of may not know of us yet."""
DELIVERY_S = 0.5
"""Reliable transport may still be sending the last image."""


class BagError(Exception):
    """A bag that cannot be played; the message names it and says why."""


def play(bag: Path, rate: float = 1.0, wait_s: float = 20.0) -> int:
    """Publish every message at its time; returns how many.  Waits up to `wait_s` for a subscriber first.

    Raises BagError.
    """
    if not (rate > 0 and math.isfinite(rate)):
        raise BagError(f"rate {rate:g} is not allowed; allowed: greater than 0")
    os.environ.update(dds_environment())
    try:
        reader = Reader(bag)
        reader.open()
    except (ReaderError, OSError) as error:
        raise BagError(f"{bag}: not a readable rosbag2 ({error})") from error
    try:
        return _play(reader, rate, wait_s)
    finally:
        reader.close()


def _play(reader: Reader, rate: float, wait_s: float) -> int:
    classes = {connection.topic: message_class(connection.msgtype) for connection in reader.connections}
    rclpy.init(signal_handler_options=SignalHandlerOptions.NO)
    node = Node("bag_player")
    try:
        publishers = {
            topic: node.create_publisher(kind, topic, QoSProfile(depth=10)) for topic, kind in classes.items()
        }
        if not _any_subscriber(list(publishers.values()), wait_s):
            raise BagError(f"nobody subscribed to {', '.join(publishers)} within {wait_s:g} s")
        time.sleep(DISCOVERY_S)
        started = time.monotonic()
        bar = progress(reader.messages(), desc="playing", total=reader.message_count, unit="message")
        for connection, timestamp, data in bar:
            due = started + (timestamp - reader.start_time) / 1e9 / rate
            time.sleep(max(0.0, due - time.monotonic()))
            publishers[connection.topic].publish(bytes(data))
        time.sleep(DELIVERY_S)
        return int(reader.message_count)
    finally:
        node.destroy_node()
        rclpy.try_shutdown()


def message_class(name: str) -> type[Any]:
    """The class of `package/msg/Name`.  Raises BagError if its package is not installed."""
    package, _, kind = name.split("/")
    try:
        found: type[Any] = getattr(importlib.import_module(f"{package}.msg"), kind)
    except (ImportError, AttributeError) as error:
        raise BagError(f"the bag holds messages of type {name}, which is not installed here") from error
    return found


def _any_subscriber(publishers: list[Publisher[Any]], wait_s: float) -> bool:
    deadline = time.monotonic() + wait_s
    while not any(publisher.get_subscription_count() for publisher in publishers):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def main() -> None:
    """Play the bag of the command line."""
    parser = argparse.ArgumentParser(prog="python -m offline.bag_player", description=__doc__)
    parser.add_argument("bag", type=Path, help="folder of the rosbag2")
    parser.add_argument("--rate", type=float, default=1.0, help="speed-up over the recorded rate")
    parser.add_argument("--wait", type=float, default=20.0, help="seconds to wait for a subscriber")
    arguments = parser.parse_args()
    try:
        with signals_unwind():
            play(arguments.bag, arguments.rate, arguments.wait)
    except BagError as error:
        sys.exit(f"bag_player: {error}")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
