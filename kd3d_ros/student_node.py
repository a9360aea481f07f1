"""The managed ROS 2 node: image -> cloud in the world frame.  It wires; the work is done elsewhere.

docs/NODE.md lists topics, parameters and transitions.
"""

from __future__ import annotations

import functools
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rclpy
from diagnostic_msgs.msg import DiagnosticArray
from rcl_interfaces.msg import SetParametersResult
from rclpy.clock import Clock
from rclpy.clock_type import ClockType
from rclpy.executors import ExternalShutdownException
from rclpy.lifecycle import LifecycleNode, LifecyclePublisher, LifecycleState, TransitionCallbackReturn
from rclpy.parameter import Parameter
from rclpy.qos import QoSProfile, ReliabilityPolicy
from rclpy.subscription import Subscription
from rclpy.task import Future
from rclpy.timer import Timer
from sensor_msgs.msg import CompressedImage, Image, PointCloud2

from kd3d_ros.device import DeviceError
from kd3d_ros.diagnostics import FrameTimes, Statistics
from kd3d_ros.messages import (
    ImageDecoder,
    MessageError,
    Pixels,
    diagnostics_message,
    image_decoder,
    pack_cloud,
    sample_colours,
)
from kd3d_ros.parameters import NodeParameters, ParameterError, declare_parameters
from kd3d_ros.placement import ImageError
from kd3d_ros.predictor import PointMap, Predictor
from kd3d_ros.scene import SceneBundle, SceneError, default_scenes_dir, load_scene
from kd3d_ros.worker import Arrival, Worker

# A camera may send best effort, and then a reliable subscriber hears nothing; the newest frame is enough.
IMAGE_QOS = QoSProfile(depth=1, reliability=ReliabilityPolicy.BEST_EFFORT)
# Reliable serves subscribers of both kinds.
CLOUD_QOS = QoSProfile(depth=2, reliability=ReliabilityPolicy.RELIABLE)
STOP_SECONDS = 10.0
LOG_EVERY_SECONDS = 5.0

Transition = Callable[["StudentNode", LifecycleState], TransitionCallbackReturn]


@dataclass(frozen=True)
class Served:
    """What configure loads and cleanup lets go of."""

    bundle: SceneBundle
    predictor: Predictor
    decoder: ImageDecoder
    publisher: LifecyclePublisher[PointCloud2]
    frame_id: str


def logged(transition: Transition) -> Transition:
    """Log what goes wrong in a transition and release everything: rclpy swallows the exception."""

    @functools.wraps(transition)
    def wrapped(self: StudentNode, state: LifecycleState) -> TransitionCallbackReturn:
        try:
            return transition(self, state)
        except (SceneError, DeviceError, ParameterError) as error:
            self.failed(str(error))
            return TransitionCallbackReturn.FAILURE
        except Exception as error:
            self.get_logger().error(traceback.format_exc())
            self.failed(f"{type(error).__name__}: {error}")
            return TransitionCallbackReturn.ERROR

    return wrapped


class StudentNode(LifecycleNode):
    """Serves one scene: `configure` loads and warms it, `activate` subscribes to the camera."""

    def __init__(self) -> None:
        # Before super(): rclpy calls destroy_node, which releases these, however early __init__ ends.
        # All that computes with torch runs in this one thread: where two threads do, OpenMP has more workers
        # than a small CPU has cores, puts them to sleep after each layer, and a frame takes twice as long.
        self._student_thread = ThreadPoolExecutor(1, thread_name_prefix="student")
        self._served: Served | None = None
        self._worker: Worker[Image | CompressedImage] | None = None
        self._image_subscription: Subscription[Image] | Subscription[CompressedImage] | None = None
        self._autostart_timer: Timer | None = None
        self._error = ""
        self._statistics = Statistics()
        self.finished: Future[None] = Future()
        super().__init__("student_node")
        self._values: NodeParameters = declare_parameters(self)
        self.add_on_set_parameters_callback(self._on_set_parameters)
        steady = Clock(clock_type=ClockType.STEADY_TIME)  # runs on while a paused simulation stops ROS time
        self._diagnostics_publisher = self.create_publisher(DiagnosticArray, "/diagnostics", 10)
        self.create_timer(self._values.diagnostics_period, self._publish_diagnostics, clock=steady)
        if self._values.autostart:
            self._autostart_timer = self.create_timer(0.0, self._autostart, clock=steady)

    @logged
    def on_configure(self, state: LifecycleState) -> TransitionCallbackReturn:
        """Load the scene, warm the predictor, advertise the cloud."""
        self._error = ""
        values = self._values
        if not values.scene:
            raise ParameterError("scene '' is not allowed; allowed: the name of a bundle (scene:=office)")
        scenes_dir = Path(values.scenes_dir).expanduser() if values.scenes_dir else default_scenes_dir()
        bundle = load_scene(scenes_dir, values.scene)
        predictor = self._student_thread.submit(_warm_predictor, bundle, values).result()
        decoder = image_decoder()
        publisher = self.create_lifecycle_publisher(PointCloud2, "points", CLOUD_QOS)
        self._served = Served(bundle, predictor, decoder, publisher, values.frame_id or bundle.frame_id)
        details = ", ".join(f"{key} {value}" for key, value in predictor.describe().items())
        self.get_logger().info(f"scene '{bundle.name}' from {bundle.path} ({details}, {decoder.name})")
        if decoder.reason:
            self.get_logger().info(f"images are decoded with {decoder.name}: {decoder.reason}")
        return super().on_configure(state)

    @logged
    def on_activate(self, state: LifecycleState) -> TransitionCallbackReturn:
        """Start the worker, then subscribe."""
        result = super().on_activate(state)
        self._worker = Worker(self._serve, self._statistics.dropped, self._student_thread)
        compressed = self._values.image_transport == "compressed"
        kind, topic = (CompressedImage, "image/compressed") if compressed else (Image, "image")
        self._image_subscription = self.create_subscription(kind, topic, self._on_image, IMAGE_QOS)
        names = self._image_subscription.topic_name, self.resolve_topic_name("points")
        self.get_logger().info(f"active: {names[0]} -> {names[1]}")
        return result

    @logged
    def on_deactivate(self, state: LifecycleState) -> TransitionCallbackReturn:
        """Unsubscribe, finish the frame being served, then stop publishing."""
        self._pause()
        return super().on_deactivate(state)

    @logged
    def on_cleanup(self, state: LifecycleState) -> TransitionCallbackReturn:
        """Let go of the scene."""
        result = super().on_cleanup(state)
        self._release()
        return result

    @logged
    def on_shutdown(self, state: LifecycleState) -> TransitionCallbackReturn:
        """Let go of everything and end the process."""
        self._pause()
        result = super().on_shutdown(state)
        self._release()
        self.finished.set_result(None)
        return result

    @logged
    def on_error(self, state: LifecycleState) -> TransitionCallbackReturn:
        """Back to unconfigured, with nothing held."""
        self._release()
        return TransitionCallbackReturn.SUCCESS

    def failed(self, error: str) -> None:
        """Tell of an error in log and diagnostics, and let go of everything."""
        self._error = error
        self.get_logger().error(error)
        self._release()

    def destroy_node(self) -> None:
        """Let go of everything, then of the node."""
        self._release()
        self._student_thread.shutdown()
        super().destroy_node()

    def _pause(self) -> None:
        """Undo activate; does nothing if that is done already."""
        if self._image_subscription is not None:
            self.destroy_subscription(self._image_subscription)
            self._image_subscription = None
        if self._worker is not None:
            worker, self._worker = self._worker, None
            worker.stop(STOP_SECONDS)

    def _release(self) -> None:
        """Undo activate and configure; does nothing if that is done already."""
        self._pause()
        if self._served is not None:
            self.destroy_lifecycle_publisher(self._served.publisher)
            self._served = None

    def _autostart(self) -> None:
        if self._autostart_timer is not None:
            self.destroy_timer(self._autostart_timer)
            self._autostart_timer = None
        if self.trigger_configure() == TransitionCallbackReturn.SUCCESS:
            self.trigger_activate()

    def _on_set_parameters(self, parameters: list[Parameter[Any]]) -> SetParametersResult:
        changes = {parameter.name: parameter.value for parameter in parameters}
        try:
            self._values = self._values.changed(changes, unconfigured=self._served is None)
        except ParameterError as error:
            return SetParametersResult(successful=False, reason=str(error))
        return SetParametersResult(successful=True)

    def _on_image(self, msg: Image | CompressedImage) -> None:
        received = time.monotonic()
        self._statistics.received()
        if self._worker is None:
            self._statistics.dropped()
        else:
            self._worker.submit(Arrival(msg, received))

    def _serve(self, arrival: Arrival[Image | CompressedImage]) -> None:
        """One frame, in the worker's thread: decode, predict, pack, publish."""
        taken = time.monotonic()
        served = self._served
        assert served is not None, "the worker ends before the scene is let go"
        try:
            rgb = served.decoder(arrival.msg)
            started = time.monotonic()
            pointmap = served.predictor.predict(rgb)
            predicted = time.monotonic()
            served.publisher.publish(self._cloud(arrival.msg, rgb, pointmap, served.frame_id))
            published = time.monotonic()
        except MessageError as error:
            self._reject(error.kind, str(error))
        except ImageError as error:
            self._reject("image", str(error))
        except Exception as error:
            if not self.context.ok():  # a signal ended ROS while this frame was being served
                self._statistics.dropped()
                return
            self.get_logger().error(traceback.format_exc(), throttle_duration_sec=LOG_EVERY_SECONDS)
            self._reject("failed", f"{type(error).__name__}: {error}")
        else:
            self._statistics.served(FrameTimes(arrival.received, taken, published, predicted - started))

    def _cloud(
        self, msg: Image | CompressedImage, rgb: Pixels, pointmap: PointMap, frame_id: str
    ) -> PointCloud2:
        values = self._values
        height, width = pointmap.uncertainty.shape
        points = pointmap.points[:: values.stride, :: values.stride]
        uncertainty = pointmap.uncertainty[:: values.stride, :: values.stride]
        if values.max_uncertainty > 0:
            points = np.where(uncertainty[..., None] > values.max_uncertainty, np.float32(np.nan), points)
        colours = sample_colours(rgb, height, width, values.stride)
        return pack_cloud(points, colours, uncertainty, msg.header.stamp, frame_id)

    def _reject(self, kind: str, reason: str) -> None:
        self._statistics.rejected(kind, reason)
        self.get_logger().warning(f"image rejected: {reason}", throttle_duration_sec=LOG_EVERY_SECONDS)

    def _publish_diagnostics(self) -> None:
        state = "unconfigured" if self._served is None else "inactive" if self._worker is None else "active"
        details: dict[str, str] = {}
        if self._served is not None:
            decoder = self._served.decoder
            details = {"scene": self._served.bundle.name, **self._served.predictor.describe()}
            details |= {"decoder": decoder.name, "decoder_reason": decoder.reason}
        trouble = self._statistics.trouble() if self._worker is not None else ""
        level = "error" if self._error else "warn" if trouble or state != "active" else "ok"
        self._diagnostics_publisher.publish(
            diagnostics_message(
                self.get_fully_qualified_name().lstrip("/"),
                details.get("device", ""),
                level,
                self._error or trouble or state,
                {"state": state, **details, **self._statistics.values()},
                self.get_clock().now().to_msg(),
            )
        )


def _warm_predictor(bundle: SceneBundle, values: NodeParameters) -> Predictor:
    predictor = Predictor(bundle, values.device, values.precision)
    predictor.warm_up()
    return predictor


def main(args: list[str] | None = None) -> int:
    """Run the node until it is shut down or told to stop (SIGINT, SIGTERM): exit status 0."""
    rclpy.init(args=args)
    node: StudentNode | None = None
    try:
        node = StudentNode()
        rclpy.spin_until_future_complete(node, node.finished)
    except ParameterError as error:
        rclpy.logging.get_logger("student_node").fatal(str(error))
        return 2
    except (KeyboardInterrupt, ExternalShutdownException):
        pass
    finally:
        if node is not None:
            node.destroy_node()
        rclpy.try_shutdown()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
