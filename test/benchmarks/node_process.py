"""student_node as a process of its own, and this process as its camera and listener, over real DDS."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import domain_coordinator
import numpy as np
import rclpy
from builtin_interfaces.msg import Time
from diagnostic_msgs.msg import DiagnosticArray
from rcl_interfaces.srv import SetParametersAtomically
from rclpy.executors import SingleThreadedExecutor
from rclpy.parameter import Parameter
from rclpy.qos import QoSProfile, ReliabilityPolicy
from rclpy.task import Future
from sensor_msgs.msg import CameraInfo, CompressedImage, Image, PointCloud2
from surroundings import REPOSITORY

from kd3d_ros.messages import image_message
from offline.processes import dds_environment

START_SECONDS = 120.0
SETTLE_SECONDS = 3.0
DIAGNOSTICS_PERIOD_S = 0.5


class NodeProcess:
    """The node's process, and the topics and services that the benchmarks use."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self._node = rclpy.create_node("bench")
        self._executor = SingleThreadedExecutor()
        self._executor.add_node(self._node)
        camera_qos = QoSProfile(depth=1, reliability=ReliabilityPolicy.BEST_EFFORT)
        self.camera = self._node.create_publisher(Image, "image", camera_qos)
        self.compressed = self._node.create_publisher(CompressedImage, "image/compressed", camera_qos)
        self.camera_info = self._node.create_publisher(CameraInfo, "camera_info", camera_qos)
        self._node.create_subscription(PointCloud2, "points", self._on_cloud, QoSProfile(depth=5))
        self._node.create_subscription(DiagnosticArray, "/diagnostics", self._on_diagnostics, 10)
        self._parameters = self._node.create_client(
            SetParametersAtomically, "student_node/set_parameters_atomically"
        )
        self.diagnostics: dict[str, str] = {}
        self.cloud_times: list[float] = []
        self.points = 0
        self.sent = 0

    def send(self, images: Sequence[np.ndarray]) -> None:
        """The next image (h, w, 3) RGB of a sequence that begins again at its end."""
        stamp = Time(sec=1 + self.sent // 30, nanosec=self.sent % 30 * 33_333_333)
        self.camera.publish(image_message(images[self.sent % len(images)], stamp, "camera"))
        self.sent += 1

    def send_at(self, images: Sequence[np.ndarray], rate_hz: float, seconds: float) -> float:
        """Send at this rate for so long, and listen; returns the seconds it took."""
        start, already = time.monotonic(), self.sent
        while (elapsed := time.monotonic() - start) < seconds:
            self.send(images)
            self.listen((self.sent - already) / rate_hz - (time.monotonic() - start))
            if (self.sent - already) % int(5 * rate_hz) == 0:
                print(f"{elapsed:4.0f} s: {self.sent - already} images sent", file=sys.stderr, flush=True)
        return time.monotonic() - start

    def listen(self, seconds: float) -> None:
        """Receive for this long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._executor.spin_once(timeout_sec=left)

    def wait_for(self, condition: Callable[[], object], what: str, seconds: float = START_SECONDS) -> None:
        """Listen until the condition holds.  Raises SystemExit if it does not, or the node ends."""
        until = time.monotonic() + seconds
        while not condition():
            if self.process.poll() is not None:
                raise SystemExit(f"the node ended with status {self.process.returncode} before {what}")
            if time.monotonic() > until:
                raise SystemExit(f"no {what} within {seconds:g} s; diagnostics: {self.diagnostics}")
            self.listen(0.05)

    def wait_until_active(self, images: Sequence[np.ndarray]) -> None:
        """Until the first cloud comes back."""
        self.wait_for(lambda: self.diagnostics.get("state") == "active", "active node")

        def served_one() -> bool:
            self.send(images)
            return bool(self.cloud_times)

        self.wait_for(served_one, "first cloud")

    def idle_counts(self) -> dict[str, int]:
        """The node's counts once it has nothing in flight."""
        self.listen(SETTLE_SECONDS)
        self.diagnostics.clear()
        self.wait_for(lambda: self.diagnostics.get("in_flight") == "0", "idle node")
        return {key: int(self.diagnostics[key]) for key in ("received", "served", "dropped", "rejected")}

    def set_parameters(self, **values: object) -> Future:
        """Ask for changes; the future's result says whether they were taken."""
        parameters = [Parameter(name, value=value).to_parameter_msg() for name, value in values.items()]
        self.wait_for(self._parameters.service_is_ready, "parameter service")
        return self._parameters.call_async(SetParametersAtomically.Request(parameters=parameters))

    @property
    def rss_mb(self) -> float:
        """Resident memory of the node's process (Linux)."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def _on_cloud(self, msg: PointCloud2) -> None:
        self.cloud_times.append(time.monotonic())
        self.points = msg.height * msg.width

    def _on_diagnostics(self, msg: DiagnosticArray) -> None:
        (status,) = msg.status
        self.diagnostics = {value.key: value.value for value in status.values}


@contextmanager
def running_node(**parameters: object) -> Iterator[NodeProcess]:
    """A node with these parameters, alone on a DDS domain; it publishes when lost, unless told otherwise."""
    parameters = {"publish_when_lost": True, "diagnostics_period": DIAGNOSTICS_PERIOD_S, **parameters}
    command = [sys.executable, "-m", "kd3d_ros.student_node", "--ros-args"]
    command += [word for name, value in parameters.items() for word in ("-p", f"{name}:={value}")]
    with domain_coordinator.domain_id() as domain, tempfile.TemporaryDirectory() as folder:
        os.environ.update(
            dds_environment(),
            ROS_DOMAIN_ID=str(domain),
            ROS_LOG_DIR=folder,
            ROS_AUTOMATIC_DISCOVERY_RANGE="LOCALHOST",
        )
        process = subprocess.Popen(command, cwd=REPOSITORY, stdout=sys.stderr)
        rclpy.init()
        try:
            yield NodeProcess(process)
        finally:
            process.terminate()
            try:
                process.wait(START_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
            rclpy.shutdown()
