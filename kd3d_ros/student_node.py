"""The managed ROS 2 node: image -> cloud in the world frame.  It wires; the work is done elsewhere.

docs/NODE.md lists topics, parameters and transitions.
"""

from __future__ import annotations

import time
import traceback
from dataclasses import dataclass
from typing import Any

import rclpy
from diagnostic_msgs.msg import DiagnosticArray
from rcl_interfaces.msg import SetParametersResult
from rclpy.callback_groups import MutuallyExclusiveCallbackGroup
from rclpy.clock import Clock
from rclpy.clock_type import ClockType
from rclpy.executors import ExternalShutdownException, MultiThreadedExecutor
from rclpy.lifecycle import LifecycleNode, LifecycleState, TransitionCallbackReturn
from rclpy.parameter import Parameter
from rclpy.task import Future
from rclpy.timer import Timer
from std_srvs.srv import SetBool

from kd3d_ros.backends import DeviceError
from kd3d_ros.camera_feed import LOG_EVERY_SECONDS, AnyImage, CameraFeed
from kd3d_ros.diagnostics import FrameTimes, Statistics
from kd3d_ros.loader import SceneLoader, give_back_memory
from kd3d_ros.messages import ImageDecoder, MessageError, diagnostics_message, image_decoder
from kd3d_ros.outputs import Outputs
from kd3d_ros.parameters import NodeParameters, ParameterError, declare_parameters
from kd3d_ros.placement import ImageError
from kd3d_ros.scene import SceneError
from kd3d_ros.serving import Serving
from kd3d_ros.tf import TransformSender
from kd3d_ros.transitions import logged
from kd3d_ros.worker import Arrival, Worker

STOP_SECONDS = 10.0
EXECUTOR_THREADS = 3
"""One each for the camera, for diagnostics, and for services and transitions."""


@dataclass(frozen=True)
class Configured:
    """What configure makes and cleanup lets go of, besides the scene."""

    decoder: ImageDecoder
    outputs: Outputs


class StudentNode(LifecycleNode):
    """Serves one scene: `configure` loads and warms it, `activate` subscribes to the camera."""

    def __init__(self) -> None:
        # Before super(): rclpy calls destroy_node, which releases these, however early __init__ ends.
        self._loader = SceneLoader()
        self._serving: Serving | None = None
        self._configured: Configured | None = None
        self._worker: Worker[AnyImage] | None = None
        self._autostart_timer: Timer | None = None
        self._error = ""
        self._tf_trouble = ""
        self._statistics = Statistics()
        self._feed = CameraFeed(self, self._statistics)
        self.finished: Future[None] = Future()
        super().__init__("student_node")
        self._values: NodeParameters = declare_parameters(self)
        self.add_on_set_parameters_callback(self._on_set_parameters)
        # Diagnostics, and the switch, go on while a service of the node is busy, as with loading a scene.
        self._diagnostics_group = MutuallyExclusiveCallbackGroup()
        steady = Clock(clock_type=ClockType.STEADY_TIME)  # runs on while a paused simulation stops ROS time
        self._diagnostics_publisher = self.create_publisher(DiagnosticArray, "/diagnostics", 10)
        self.create_timer(
            self._values.diagnostics_period, self._publish_diagnostics, self._diagnostics_group, steady
        )
        self.create_service(
            SetBool, "~/set_enabled", self._on_set_enabled, callback_group=self._diagnostics_group
        )
        if self._values.autostart:
            self._autostart_timer = self.create_timer(0.0, self._autostart, clock=steady)

    @logged
    def on_configure(self, state: LifecycleState) -> TransitionCallbackReturn:
        """Load the scene, warm the predictor, advertise the outputs."""
        self._error = ""
        values = self._values
        serving = self._load(values)
        decoder = image_decoder()
        if decoder.reason:
            self.get_logger().info(f"images are decoded with {decoder.name}: {decoder.reason}")
        odom_frame = values.odom_frame if values.tf == "odom" else ""
        tf = TransformSender(self, odom_frame) if values.tf != "none" else None
        self._configured = Configured(decoder, Outputs.of(self, tf))
        self._serving = serving
        return super().on_configure(state)

    @logged
    def on_activate(self, state: LifecycleState) -> TransitionCallbackReturn:
        """Start the worker, then subscribe."""
        result = super().on_activate(state)
        self._worker = Worker(self._serve, self._statistics.dropped, self._loader.student_thread)
        values = self._values
        images = self._feed.open(self._worker, values.image_transport == "compressed", values.rectified)
        self.get_logger().info(f"active: {images} -> {self.resolve_topic_name('points')}")
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
        try:
            self._pause()
            result = super().on_shutdown(state)
            self._release()
        finally:
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
        try:
            self._release()
        finally:
            self._loader.shutdown()
            super().destroy_node()

    def stop_loading(self) -> None:
        """Let a load that is under way end soon, in failure."""
        self._loader.stop()

    def _load(self, values: NodeParameters) -> Serving:
        serving = self._loader.load(values)
        details = ", ".join(f"{key} {value}" for key, value in serving.predictor.describe().items())
        self.get_logger().info(f"scene '{serving.bundle.name}' from {serving.bundle.path} ({details})")
        return serving

    def _pause(self) -> None:
        """Undo activate; does nothing if that is done already."""
        self._feed.close()
        if self._worker is not None:
            worker, self._worker = self._worker, None
            worker.stop(STOP_SECONDS)

    def _release(self) -> None:
        """Undo activate and configure; does nothing if that is done already."""
        self._pause()
        self._serving, self._tf_trouble = None, ""
        self._statistics.forget_localization()
        if self._configured is not None:
            self._configured.outputs.destroy(self)
            self._configured = None

    def _autostart(self) -> None:
        if self._autostart_timer is not None:
            self.destroy_timer(self._autostart_timer)
            self._autostart_timer = None
        if self.trigger_configure() == TransitionCallbackReturn.SUCCESS:
            self.trigger_activate()

    def _on_set_parameters(self, parameters: list[Parameter[Any]]) -> SetParametersResult:
        changes = {parameter.name: parameter.value for parameter in parameters}
        try:
            values = self._values.changed(changes, unconfigured=self._serving is None)
            if self._serving is not None and "scene" in changes:
                self._serving = self._load(values)  # the frame in work is finished by the old one
                self._statistics.forget_localization()
                give_back_memory()
        except (ParameterError, SceneError, DeviceError) as error:
            return SetParametersResult(successful=False, reason=str(error))
        except Exception as error:
            self.get_logger().error(traceback.format_exc())
            return SetParametersResult(successful=False, reason=f"{type(error).__name__}: {error}")
        before, self._values = self._values, values
        if values.rectified != before.rectified:
            self._feed.expect_rectified(values.rectified)
        return SetParametersResult(successful=True)

    def _on_set_enabled(self, request: SetBool.Request, response: SetBool.Response) -> SetBool.Response:
        self._feed.enabled = request.data
        response.success = True
        response.message = "images are served" if request.data else "images are dropped until enabled again"
        return response

    def _serve(self, arrival: Arrival[AnyImage]) -> None:
        """One frame, in the student's thread: decode, answer, publish."""
        taken = time.monotonic()
        serving, configured, header = self._serving, self._configured, arrival.msg.header
        assert serving is not None, "the worker ends before the scene is let go"
        assert configured is not None, "the worker ends before the scene is let go"
        try:
            rgb = configured.decoder(arrival.msg)
            stamp_s = header.stamp.sec + 1e-9 * header.stamp.nanosec
            answer = serving.answer(rgb, self._feed.calibrated, stamp_s)
            frame_id = self._values.frame_id or serving.bundle.frame_id
            self._tf_trouble = configured.outputs.publish(answer, rgb, header, frame_id, self._values)
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
            times = FrameTimes(arrival.received, taken, published, answer.predict_s)
            self._statistics.served(times, answer.localization)

    def _reject(self, kind: str, reason: str) -> None:
        self._statistics.rejected(kind, reason)
        self.get_logger().warning(f"image rejected: {reason}", throttle_duration_sec=LOG_EVERY_SECONDS)

    def _publish_diagnostics(self) -> None:
        serving, configured, active = self._serving, self._configured, self._worker is not None
        state = "unconfigured" if configured is None else "active" if active else "inactive"
        details: dict[str, str] = {}
        if serving is not None and configured is not None:
            decoder = configured.decoder
            details = {"scene": serving.bundle.name, **serving.predictor.describe()}
            details |= {"decoder": decoder.name, "decoder_reason": decoder.reason}
            details["intrinsics"] = self._feed.intrinsics
        details |= {"enabled": str(self._feed.enabled).lower(), "tf_trouble": self._tf_trouble}
        trouble = self._statistics.trouble() or self._tf_trouble if active else ""
        if not self._feed.enabled:
            trouble = "disabled by ~/set_enabled"
        level = "error" if self._error else "warn" if trouble or not active else "ok"
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


def _spin(executor: MultiThreadedExecutor, node: StudentNode) -> None:
    """Serve until the node is finished, or a callback fails: rclpy would end the process.

    A malformed request does that, and a subscription that is destroyed while rclpy waits for it
    (ros2/rclpy#1284).
    """
    try:
        executor.spin_until_future_complete(node.finished)
    except (KeyboardInterrupt, ExternalShutdownException):
        raise
    except Exception:
        node.get_logger().error(traceback.format_exc(), throttle_duration_sec=LOG_EVERY_SECONDS)


def main(args: list[str] | None = None) -> int:
    """Run the node until it is shut down or told to stop (SIGINT, SIGTERM): exit status 0."""
    rclpy.init(args=args)
    node: StudentNode | None = None
    executor = MultiThreadedExecutor(EXECUTOR_THREADS)
    try:
        node = StudentNode()
        executor.add_node(node)
        while rclpy.ok() and not node.finished.done():
            _spin(executor, node)
    except ParameterError as error:
        rclpy.logging.get_logger("student_node").fatal(str(error))
        return 2
    except (KeyboardInterrupt, ExternalShutdownException):
        pass
    finally:
        if node is not None:
            node.stop_loading()
        executor.shutdown()  # what is under way ends before the node goes
        if node is not None:
            node.destroy_node()
        rclpy.try_shutdown()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
