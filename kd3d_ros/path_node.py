"""A node that draws the way the camera took, for RViz and Foxglove, which show a pose only as it is now.

    ros2 run kd3d_ros path_node                # or: python -m kd3d_ros.path_node

Hears `pose` (PoseWithCovarianceStamped) and says `path` (nav_msgs/Path), twice a second while it grows.
"""

from __future__ import annotations

from collections import deque

import numpy as np
import rclpy
from geometry_msgs.msg import PoseStamped, PoseWithCovarianceStamped
from nav_msgs.msg import Path
from rclpy.context import Context
from rclpy.executors import ExternalShutdownException
from rclpy.node import Node
from rclpy.qos import DurabilityPolicy, QoSProfile
from rclpy.time import Time

PERIOD_S = 0.5
SPACING_M = 0.02
"""A pose that is nearer to the last one of the path is left out."""
MOST_POSES = 5000
"""Then the oldest ones go: at this spacing, a hundred metres."""


class PathNode(Node):
    """The path begins anew in another frame, and where time goes back, as in a bag that is played again."""

    def __init__(self, context: Context | None = None) -> None:
        super().__init__("path_node", context=context)
        self._poses: deque[PoseStamped] = deque(maxlen=MOST_POSES)
        self._grown = False
        latched = QoSProfile(depth=1, durability=DurabilityPolicy.TRANSIENT_LOCAL)
        self._publisher = self.create_publisher(Path, "path", latched)
        self.create_subscription(PoseWithCovarianceStamped, "pose", self._on_pose, QoSProfile(depth=10))
        self.create_timer(PERIOD_S, self._publish)

    def _on_pose(self, msg: PoseWithCovarianceStamped) -> None:
        if self._poses and _begins_anew(self._poses[-1], msg):
            self._poses.clear()
        if self._poses and _distance(self._poses[-1], msg) < SPACING_M:
            return
        self._poses.append(PoseStamped(header=msg.header, pose=msg.pose.pose))
        self._grown = True

    def _publish(self) -> None:
        if self._grown:
            self._grown = False
            self._publisher.publish(Path(header=self._poses[-1].header, poses=list(self._poses)))


def _begins_anew(last: PoseStamped, msg: PoseWithCovarianceStamped) -> bool:
    earlier = Time.from_msg(msg.header.stamp) < Time.from_msg(last.header.stamp)
    return earlier or msg.header.frame_id != last.header.frame_id


def _distance(last: PoseStamped, msg: PoseWithCovarianceStamped) -> float:
    a, b = last.pose.position, msg.pose.pose.position
    return float(np.linalg.norm([a.x - b.x, a.y - b.y, a.z - b.z]))


def main() -> None:
    """Draw until told to stop."""
    rclpy.init()
    node = PathNode()
    try:
        rclpy.spin(node)
    except (KeyboardInterrupt, ExternalShutdownException):
        pass
    finally:
        node.destroy_node()
        rclpy.try_shutdown()


if __name__ == "__main__":
    main()
