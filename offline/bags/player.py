"""Play a rosbag2 where there is no `ros2 bag play`: `python -m offline.bag play`.

The one module of the lab that needs rclpy.  Messages go out as they were stored, without decoding.
"""

from __future__ import annotations

import heapq
import importlib
import itertools
import logging
import math
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rclpy
from builtin_interfaces.msg import Time
from rclpy.node import Node
from rclpy.publisher import Publisher
from rclpy.qos import DurabilityPolicy, QoSProfile, ReliabilityPolicy
from rclpy.signals import SignalHandlerOptions
from rosgraph_msgs.msg import Clock

from offline.bags.part import Offer, Part, offer, part_of
from offline.bags.reader import BagReader
from offline.bags.storage import BagError
from offline.config import ConfigError, check_more_than_zero
from offline.processes import dds_environment, signals_unwind

if TYPE_CHECKING:
    from offline.bag import PlayConfig

log = logging.getLogger(__name__)

DISCOVERY_S = 1.5
"""A subscriber that we know of may not know of us yet, or may subscribe anew to suit us."""
DELIVERY_S = 0.5
"""Reliable transport may still be sending the last image."""
POLL_S = 0.05
CLOCK_TOPIC = "/clock"

Event = tuple[int, "Publisher[Any]", Any]
"""Log time (ns), who publishes, and a message or its CDR."""


def run(config: PlayConfig) -> Path:
    """Play it; returns the bag.  Raises ConfigError or BagError; Ctrl-C ends it with status 130."""
    with signals_unwind():
        try:
            play(config)
        except KeyboardInterrupt:
            sys.exit(130)
    return config.bag


def play(config: PlayConfig) -> None:
    """Publish the messages at their times.

    Types that are not installed are left out and named; BagError if nothing remains, or nobody listens.
    """
    check_more_than_zero(duration=config.duration, clock=config.clock)
    if not (config.rate > 0 and math.isfinite(config.rate)):
        raise ConfigError(f"--rate {config.rate:g} is not allowed; it must be finite and more than 0")
    end_s = None if config.duration is None else config.start + config.duration
    with BagReader(config.bag) as reader:
        wanted = part_of(reader, config.topics, config.start, end_s)
        part, classes = _playable(wanted, own_clock=config.clock is not None)
        os.environ.update(dds_environment())
        rclpy.init(signal_handler_options=SignalHandlerOptions.NO)
        node = Node("bag_player")
        try:
            _play(part, classes, node, config)
        finally:
            node.destroy_node()
            rclpy.try_shutdown()


def _playable(part: Part, own_clock: bool) -> tuple[Part, dict[str, type[Any]]]:
    """The topics whose types are installed, and classes by type; the other topics are named.

    own_clock: the recorded /clock would contradict it.
    """
    topics = [topic for topic in part.topics if not (own_clock and topic.name == CLOCK_TOPIC)]
    classes = {topic.type: found for topic in topics if (found := message_class(topic.type))}
    missing = [f"{t.name} ({t.count} messages of type {t.type})" for t in topics if t.type not in classes]
    if missing:
        left_out = f"left out, since their types are not installed here: {', '.join(missing)}"
        if not classes:
            raise BagError(f"{part.reader.path}: nothing remains to be played; {left_out}")
        log.warning(left_out)
    return replace(part, topics=[topic for topic in topics if topic.type in classes]), classes


def message_class(name: str) -> type[Any] | None:
    """The class of `package/msg/Name`, None if it is not installed."""
    package, _, kind = name.partition("/msg/")
    try:
        return getattr(importlib.import_module(f"{package}.msg"), kind, None) if package else None
    except ImportError:
        return None


def _play(part: Part, classes: dict[str, type[Any]], node: Node, config: PlayConfig) -> None:
    publishers = {
        (topic.name, topic.type): node.create_publisher(classes[topic.type], topic.name, _qos(offer(topic)))
        for topic in part.topics
    }
    clock = node.create_publisher(Clock, CLOCK_TOPIC, 10) if config.clock else None
    _wait_for_subscribers(list(publishers.values()), config.subscriptions, config.wait)
    time.sleep(DISCOVERY_S)
    for number in itertools.count(1):
        began = time.monotonic()
        events: Iterator[Event] = (
            (message.log_ns, publishers[message.topic, message.type], message.data)
            for message in part.messages()
            if (message.topic, message.type) in publishers
        )
        if config.clock:
            ticks = _ticks(part, clock, config.rate / config.clock)
            events = heapq.merge(ticks, events, key=itemgetter(0))
        with part.bar(f"playing, round {number}" if config.loop else "playing") as bar:
            _publish_in_time(events, part.start_ns, config.rate, bar)
        if not config.loop:
            break
        # The messages of some topics alone may end long before the part does.
        _sleep_until(began + max(part.seconds / config.rate, POLL_S))
    time.sleep(DELIVERY_S)


def _publish_in_time(events: Iterator[Event], start_ns: int, rate: float, bar: Any) -> None:
    began = time.monotonic()
    for log_time, publisher, message in events:
        seconds = (log_time - start_ns) / 1e9
        _sleep_until(began + seconds / rate)
        publisher.publish(message)
        bar.update(seconds - bar.n)


def _sleep_until(moment: float) -> None:
    time.sleep(max(0.0, moment - time.monotonic()))


def _ticks(part: Part, clock: Any, step_s: float) -> Iterator[Event]:
    """The bag's time, each `step_s` of its seconds."""
    for now in range(part.start_ns, part.stop_ns, max(1, round(step_s * 1e9))):
        seconds, nanoseconds = divmod(now, 10**9)
        yield now, clock, Clock(clock=Time(sec=seconds, nanosec=nanoseconds))


def _qos(offer: Offer) -> QoSProfile:
    return QoSProfile(
        depth=offer.depth,
        reliability=ReliabilityPolicy.RELIABLE if offer.reliable else ReliabilityPolicy.BEST_EFFORT,
        durability=DurabilityPolicy.TRANSIENT_LOCAL if offer.latched else DurabilityPolicy.VOLATILE,
    )


def _wait_for_subscribers(publishers: list[Publisher[Any]], wanted: int, wait_s: float) -> None:
    """Return once that many listen, or at once if `wait_s` is 0; BagError if they do not in time."""
    deadline = time.monotonic() + wait_s
    while wait_s and (heard := sum(one.get_subscription_count() for one in publishers)) < wanted:
        if time.monotonic() > deadline:
            topics = ", ".join(publisher.topic_name for publisher in publishers)
            who = f"{heard} of {wanted} subscriptions were made" if heard else "nobody subscribed"
            raise BagError(f"{who} to {topics} in {wait_s:g} s (--wait 0: play regardless)")
        time.sleep(POLL_S)
