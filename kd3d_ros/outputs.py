"""What the node publishes of an answer, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from geometry_msgs.msg import PoseWithCovarianceStamped
from numpy.typing import NDArray
from rclpy.event_handler import PublisherEventCallbacks
from rclpy.lifecycle import LifecycleNode, LifecyclePublisher
from rclpy.qos import QoSProfile, ReliabilityPolicy
from sensor_msgs.msg import CameraInfo, Image, PointCloud2
from std_msgs.msg import Header

from kd3d_ros.geometry import Points
from kd3d_ros.messages import (
    Pixels,
    camera_info_message,
    depth_message,
    pack_cloud,
    pose_message,
    sample_colours,
)
from kd3d_ros.parameters import NodeParameters
from kd3d_ros.serving import Answer
from kd3d_ros.tf import TransformSender

# Reliable serves subscribers of both kinds.
OUTPUT_QOS = QoSProfile(depth=2, reliability=ReliabilityPolicy.RELIABLE)

# The default ones can end the process when a publisher is destroyed (ros2/rclpy#1284).
NO_EVENTS = PublisherEventCallbacks(use_default_callbacks=False)


@dataclass(frozen=True)
class Outputs:
    """The publishers, from configure to cleanup.  Clouds and depth that nobody hears are not made."""

    points: LifecyclePublisher[PointCloud2]
    pose: LifecyclePublisher[PoseWithCovarianceStamped]
    depth: LifecyclePublisher[Image]
    depth_info: LifecyclePublisher[CameraInfo]
    tf: TransformSender | None

    @classmethod
    def of(cls, node: LifecycleNode, tf: TransformSender | None) -> Outputs:
        """Advertise on `node`."""

        def advertise(kind: Any, topic: str) -> Any:
            return node.create_lifecycle_publisher(kind, topic, OUTPUT_QOS, event_callbacks=NO_EVENTS)

        return cls(
            advertise(PointCloud2, "points"),
            advertise(PoseWithCovarianceStamped, "pose"),
            advertise(Image, "depth"),
            advertise(CameraInfo, "depth/camera_info"),
            tf,
        )

    def publish(
        self, answer: Answer, rgb: Pixels, header: Header, frame_id: str, values: NodeParameters
    ) -> str:
        """Publish what may be published of it; returns why a transform could not be, or "".

        header: of the image.  frame_id: of the world.
        """
        localized = answer.localization.localized
        if (localized or values.publish_when_lost) and _heard(self.points):
            self.points.publish(_cloud(answer, rgb, header, frame_id, values))
        if not localized:
            return ""
        estimate, camera = answer.localization.estimate, answer.camera
        assert estimate is not None, "LOST without it"
        assert camera is not None, "LOST without it"
        T, stamp = estimate.T_world_camera, header.stamp
        self.pose.publish(pose_message(T, estimate.covariance, stamp, frame_id))
        if _heard(self.depth) or _heard(self.depth_info):
            depth = answer.depth()
            depth[_doubtful(answer.pointmap.uncertainty, values)] = np.nan
            map_camera = camera.resized((depth.shape[1], depth.shape[0]))
            self.depth.publish(depth_message(depth, stamp, header.frame_id))
            self.depth_info.publish(camera_info_message(map_camera, stamp, header.frame_id))
        return self.tf.send(T, stamp, frame_id, header.frame_id) if self.tf else ""

    def destroy(self, node: LifecycleNode) -> None:
        """Withdraw from `node`."""
        for publisher in (self.points, self.pose, self.depth, self.depth_info):
            node.destroy_lifecycle_publisher(publisher)
        if self.tf is not None:
            self.tf.close()


def _heard(publisher: LifecyclePublisher[Any]) -> bool:
    return publisher.get_subscription_count() > 0


def _cloud(answer: Answer, rgb: Pixels, header: Header, frame_id: str, values: NodeParameters) -> PointCloud2:
    height, width = answer.pointmap.uncertainty.shape
    points = answer.pointmap.points[:: values.stride, :: values.stride]
    uncertainty = answer.pointmap.uncertainty[:: values.stride, :: values.stride]
    doubtful = _doubtful(uncertainty, values)
    if doubtful.any():
        points = np.where(doubtful[..., None], np.float32(np.nan), points)
    colours = sample_colours(rgb, height, width, values.stride)
    return pack_cloud(points, colours, uncertainty, header.stamp, frame_id)


def _doubtful(uncertainty: Points, values: NodeParameters) -> NDArray[np.bool_]:
    """Mask of the points that are left out for their uncertainty."""
    if values.max_uncertainty <= 0:
        return np.zeros(uncertainty.shape, bool)
    return uncertainty > values.max_uncertainty
