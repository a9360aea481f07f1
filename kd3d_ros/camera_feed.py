"""What the camera sends: images for the worker, and the intrinsics that the newest camera_info says."""

from __future__ import annotations

import time
from typing import Any, TypeAlias

from rclpy.callback_groups import MutuallyExclusiveCallbackGroup
from rclpy.event_handler import SubscriptionEventCallbacks
from rclpy.lifecycle import LifecycleNode
from rclpy.qos import QoSProfile, ReliabilityPolicy
from rclpy.subscription import Subscription
from sensor_msgs.msg import CameraInfo, CompressedImage, Image

from kd3d_ros.camera import Camera, CameraError
from kd3d_ros.diagnostics import Statistics
from kd3d_ros.messages import MessageError, camera_of
from kd3d_ros.worker import Arrival, Worker

AnyImage: TypeAlias = Image | CompressedImage
# A camera may send best effort, and then a reliable subscriber hears nothing; the newest frame is enough.
CAMERA_QOS = QoSProfile(depth=1, reliability=ReliabilityPolicy.BEST_EFFORT)
# The default ones can end the process when a subscription is destroyed (ros2/rclpy#1284).
NO_EVENTS = SubscriptionEventCallbacks(use_default_callbacks=False)
LOG_EVERY_SECONDS = 5.0


class CameraFeed:
    """Subscriptions to a camera, from `open` to `close`.

    calibrated: the images' camera, or why camera_info is of none; None while there was no camera_info.
    enabled: whether images go to the worker.  All images are counted.
    """

    def __init__(self, node: LifecycleNode, statistics: Statistics) -> None:
        self.calibrated: Camera | CameraError | None = None
        self.enabled = True
        self._node, self._statistics = node, statistics
        self._group = MutuallyExclusiveCallbackGroup()  # images come in while a service of the node is busy
        self._subscriptions: list[Subscription[Any]] = []
        self._worker: Worker[AnyImage] | None = None
        self._rectified = False

    def open(self, worker: Worker[AnyImage], compressed: bool, rectified: bool) -> str:
        """Subscribe; returns the name of the images' topic."""
        self._worker = worker
        self.expect_rectified(rectified)
        kind, topic = (CompressedImage, "image/compressed") if compressed else (Image, "image")
        self._subscribe(CameraInfo, "camera_info", self._on_camera_info)
        return self._subscribe(kind, topic, self._on_image)

    def close(self) -> None:
        """Undo `open`; does nothing if that is done already."""
        self._worker = None
        while self._subscriptions:
            self._node.destroy_subscription(self._subscriptions.pop())

    def expect_rectified(self, rectified: bool) -> None:
        """Whether images are rectified; what camera_info said before does not count any more."""
        self._rectified, self.calibrated = rectified, None

    @property
    def intrinsics(self) -> str:
        """Where they come from: scene, camera_info, or none if that is unusable."""
        if self.calibrated is None:
            return "scene"
        return "camera_info" if isinstance(self.calibrated, Camera) else "none"

    def _subscribe(self, kind: Any, topic: str, callback: Any) -> str:
        subscription = self._node.create_subscription(
            kind, topic, callback, CAMERA_QOS, callback_group=self._group, event_callbacks=NO_EVENTS
        )
        self._subscriptions.append(subscription)
        return subscription.topic_name

    def _on_camera_info(self, msg: CameraInfo) -> None:
        try:
            self.calibrated = camera_of(msg, self._rectified)
        except MessageError as error:
            self.calibrated = CameraError(str(error))
            self._statistics.camera_info(str(error))
            self._node.get_logger().warning(f"rejected: {error}", throttle_duration_sec=LOG_EVERY_SECONDS)
        else:
            self._statistics.camera_info("")

    def _on_image(self, msg: AnyImage) -> None:
        received, worker = time.monotonic(), self._worker
        self._statistics.received()
        if worker is None or not self.enabled:
            self._statistics.dropped()
        else:
            worker.submit(Arrival(msg, received))
