"""A node that judges the student node while it serves, as on `ros2 bag play`.

    ros2 run kd3d_ros evaluate_node --scene office --json office.json --max-point-error-m 0.1 --ros-args \
        -r image:=/camera/image_raw -r truth/depth:=/camera/depth/image_raw \
        -r truth/camera_info:=/camera/camera_info -r truth/pose:=/ground_truth/pose

Matches clouds with the truth by stamp and, when told to stop (SIGINT, SIGTERM), writes the figures that
`offline.evaluate` writes, and `live` and `verdict` besides.  Exit status: 0 if all thresholds are reached,
else 1.  docs/NODE.md lists topics and figures.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import rclpy
from diagnostic_msgs.msg import DiagnosticArray
from geometry_msgs.msg import PoseStamped, PoseWithCovarianceStamped
from rclpy.executors import ExternalShutdownException
from rclpy.node import Node
from rclpy.qos import QoSProfile
from rclpy.task import Future
from rclpy.utilities import remove_ros_args
from sensor_msgs.msg import CameraInfo, CompressedImage, Image, PointCloud2
from std_msgs.msg import Header

from kd3d_ros.decoding import MessageError, camera_of, decode_depth
from kd3d_ros.files import written_whole
from kd3d_ros.listener import Listener
from kd3d_ros.live_evaluation import LiveEvaluation, measuring_process
from kd3d_ros.matching import FrameMatcher, PoseTrack
from kd3d_ros.messages import pose_matrix, read_cloud
from kd3d_ros.parameters import ParameterError
from kd3d_ros.predictor import PointMap
from kd3d_ros.scene import SceneError, default_scenes_dir, load_scene
from kd3d_ros.tf import TransformTruth
from kd3d_ros.verdict import THRESHOLDS, Thresholds, figure_name, flag

READY = "ready: "
"""Logged, once, when the node to be judged listens to the images."""
POLL_S = 0.1
LOG_EVERY_SECONDS = 5.0


class EvaluateNode(Node):
    """Subscribes to the student node's outputs, its images and the truth, until `finished`."""

    def __init__(self, options: argparse.Namespace) -> None:
        super().__init__("evaluate_node")
        self.finished: Future[None] = Future()
        self._options = options
        self._track = PoseTrack()
        self._transforms = TransformTruth(self) if options.truth_tf else None
        pose_at = self._track.at if self._transforms is None else self._transforms.pose_at
        matcher = FrameMatcher(pose_at, depth_known=not options.poses_only)
        self.evaluation = LiveEvaluation(matcher, measuring_process())
        self._heard_at: float | None = None
        self._listeners: list[Listener] = []
        images = (CompressedImage, "image/compressed") if options.compressed else (Image, "image")
        self._images = self._listen(*images, self._on_image)
        self._clouds = self._listen(PointCloud2, "points", self._on_cloud)
        self._listen(PoseWithCovarianceStamped, "pose", self._on_pose)
        self._listen(CameraInfo, "truth/camera_info", self._on_camera_info)
        if not options.poses_only:
            self._listen(Image, "truth/depth", self._on_depth)
        if self._transforms is None:
            self._listen(PoseStamped, "truth/pose", self._on_true_pose)
        self.create_subscription(DiagnosticArray, "/diagnostics", self._on_diagnostics, QoSProfile(depth=10))
        self._discovery = self.create_timer(POLL_S, self._look_for_node)
        self.create_timer(POLL_S, self._look_for_end)
        self.create_timer(POLL_S, self._look_for_publishers)

    def _listen(self, kind: Any, topic: str, take: Callable[[Any], None]) -> Listener:
        """Subscribe; what makes a frame complete has it measured."""

        def heard(msg: Any) -> None:
            self._heard_at = time.monotonic()
            try:
                take(msg)
            except MessageError as error:
                self.evaluation.rejected[topic] += 1
                self.get_logger().warning(
                    f"{topic} rejected: {error}", throttle_duration_sec=LOG_EVERY_SECONDS
                )
            self.evaluation.measure_complete()

        self._listeners.append(Listener(self, kind, topic, heard))
        return self._listeners[-1]

    def _on_image(self, msg: Image | CompressedImage) -> None:
        self.evaluation.record.image(stamp_ns(msg.header), time.monotonic())
        if self._transforms is not None:
            self._transforms.camera_frame = msg.header.frame_id

    def _on_cloud(self, msg: PointCloud2) -> None:
        stamp, clock_s = stamp_ns(msg.header), self.get_clock().now().nanoseconds / 1e9
        latency_s = self.evaluation.record.cloud(stamp, time.monotonic(), clock_s)
        cloud = read_cloud(msg)
        if self._transforms is not None:
            self._transforms.world_frame = msg.header.frame_id
        self.evaluation.matcher.cloud(stamp, PointMap(cloud.points, cloud.uncertainty), latency_s)

    def _on_pose(self, msg: PoseWithCovarianceStamped) -> None:
        self.evaluation.record.pose(stamp_ns(msg.header), pose_matrix(msg.pose.pose))

    def _on_camera_info(self, msg: CameraInfo) -> None:
        self.evaluation.matcher.camera = camera_of(msg, self._options.rectified)

    def _on_depth(self, msg: Image) -> None:
        self.evaluation.matcher.depth(stamp_ns(msg.header), decode_depth(msg))

    def _on_true_pose(self, msg: PoseStamped) -> None:
        self._track.add(stamp_ns(msg.header), pose_matrix(msg.pose))

    def _on_diagnostics(self, msg: DiagnosticArray) -> None:
        for status in msg.status:
            if "student_node" in status.name:
                self.evaluation.diagnostics = {pair.key: pair.value for pair in status.values}

    def _look_for_node(self) -> None:
        listeners = self.count_subscribers(self._images.topic) - 1  # without this node
        if listeners > 0 and self.count_publishers(self._clouds.topic):
            self.get_logger().info(f"{READY}{self._images.topic} -> {self._clouds.topic}")
            self.destroy_timer(self._discovery)

    def _look_for_publishers(self) -> None:
        for listener in self._listeners:
            listener.adapt()

    def _look_for_end(self) -> None:
        quiet, count, heard_at = self._options.quiet, self._options.count, self._heard_at
        is_quiet = quiet is not None and heard_at is not None and time.monotonic() - heard_at > quiet
        if not self.finished.done() and (is_quiet or (count is not None and self.evaluation.frames >= count)):
            self.finished.set_result(None)


def stamp_ns(header: Header) -> int:
    """Of a message, nanoseconds."""
    return int(header.stamp.sec) * 10**9 + int(header.stamp.nanosec)


def read_options(words: Sequence[str]) -> argparse.Namespace:
    """The command line without ROS' arguments; ends the program if it is wrong."""
    parser = argparse.ArgumentParser(
        prog="evaluate_node", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--json", type=Path, default=Path("evaluation.json"), help="file for the figures")
    add("--per-frame", type=Path, help="CSV file for the figures of each frame")
    add("--scene", default="", help="scene that is served, for its size and parameters")
    add("--scenes-dir", type=Path, default=default_scenes_dir(), help="folder of scene bundles")
    add("--quiet", type=_positive, help="stop when nothing came for so many seconds, once something had")
    add("--count", type=_positive, help="stop after so many frames")
    switch: dict[str, Any] = {"nargs": "?", "const": True, "default": False, "type": _switch}
    add("--truth-tf", **switch, help="true poses are on /tf, not on truth/pose; needs tf2_ros")
    add("--poses-only", **switch, help="there is no true depth: compare poses only")
    add("--compressed", action="store_true", help="the camera sends image/compressed")
    add("--rectified", action="store_true", help="images are rectified: of camera_info use P")
    for threshold in THRESHOLDS:
        add(f"--{flag(threshold)}", type=_limit, help=f"threshold on {figure_name(threshold)}")
    return parser.parse_args(words)


def _positive(text: str) -> float:
    if not float(text) > 0:
        raise argparse.ArgumentTypeError(f"{text} is not allowed; allowed: more than 0")
    return float(text)


def _limit(text: str) -> float | None:
    """Empty is how a launch file says none."""
    if text and not math.isfinite(float(text)):
        raise argparse.ArgumentTypeError(f"{text} is not allowed; allowed: finite")
    return float(text) if text else None


def _switch(text: str) -> bool:
    """As a launch file says it."""
    if text not in ("true", "false"):
        raise argparse.ArgumentTypeError(f"{text!r} is not allowed; allowed: true, false")
    return text == "true"


def main() -> int:
    """Listen until told to stop, or until the end that the command line names; write; judge."""
    options = read_options(remove_ros_args(sys.argv)[1:])
    logger = rclpy.logging.get_logger("evaluate_node")
    try:
        bundle = load_scene(options.scenes_dir, options.scene) if options.scene else None
        evaluation = _listen_to_end(options)
    except (SceneError, ParameterError) as error:
        logger.fatal(str(error))
        return 2
    measured = evaluation.finish()
    thresholds = Thresholds(**{one.name: getattr(options, one.name) for one in THRESHOLDS})
    figures = evaluation.figures(measured, bundle, thresholds)
    text = json.dumps(figures, indent=2)
    with written_whole(options.json) as part:
        part.write_text(text + "\n")
    if options.per_frame:
        evaluation.write_frames(measured, options.per_frame)
    print(text, flush=True)
    verdict = figures["verdict"]
    for line in verdict["failed"]:
        logger.error(f"failed: {line}")
    logger.info(f"{'passed' if verdict['passed'] else 'failed'}: {options.json}")
    return 0 if verdict["passed"] else 1


def _listen_to_end(options: argparse.Namespace) -> LiveEvaluation:
    rclpy.init()
    try:
        node = EvaluateNode(options)
        try:
            rclpy.spin_until_future_complete(node, node.finished)
        except (KeyboardInterrupt, ExternalShutdownException):
            pass
        finally:
            node.destroy_node()
        return node.evaluation
    finally:
        rclpy.try_shutdown()


if __name__ == "__main__":
    raise SystemExit(main())
