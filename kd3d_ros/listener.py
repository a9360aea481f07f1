"""Subscriptions to what others publish, with whatever reliability."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rclpy.event_handler import SubscriptionEventCallbacks
from rclpy.node import Node
from rclpy.qos import QoSProfile, ReliabilityPolicy

QUEUE = 50
# The default ones can end the process when a subscription is destroyed (ros2/rclpy#1284).
NO_EVENTS = SubscriptionEventCallbacks(use_default_callbacks=False)


class Listener:
    """A subscription that is reliable where all publishers are, as that of `ros2 topic echo`.

    To a camera or a bag that sends best effort a reliable one would be deaf; one that is best effort loses
    images of those that would send them again.
    """

    def __init__(self, node: Node, kind: Any, topic: str, heard: Callable[[Any], None]) -> None:
        self._node, self._kind, self._heard = node, kind, heard
        self.topic = node.resolve_topic_name(topic)
        self._listen(ReliabilityPolicy.BEST_EFFORT)

    def adapt(self) -> None:
        """To the publishers that there are now."""
        offers = self._node.get_publishers_info_by_topic(self.topic)
        if not offers:
            return
        all_reliable = all(one.qos_profile.reliability == ReliabilityPolicy.RELIABLE for one in offers)
        wanted = ReliabilityPolicy.RELIABLE if all_reliable else ReliabilityPolicy.BEST_EFFORT
        if wanted != self._reliability:
            self._node.destroy_subscription(self._subscription)
            self._listen(wanted)

    def _listen(self, reliability: ReliabilityPolicy) -> None:
        self._reliability = reliability
        self._subscription = self._node.create_subscription(
            self._kind,
            self.topic,
            self._heard,
            QoSProfile(depth=QUEUE, reliability=reliability),
            event_callbacks=NO_EVENTS,
        )
