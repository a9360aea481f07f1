"""A real node in its own process, and a robot that talks to it, alone on a DDS domain."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

pytest.importorskip("rclpy", reason="rclpy is not installed (pip install .[ros], or source a ROS 2 install)")
pytest.importorskip("domain_coordinator", reason="domain_coordinator is not installed")

import domain_coordinator
import rclpy
from builtin_interfaces.msg import Time
from diagnostic_msgs.msg import DiagnosticArray
from geometry_msgs.msg import PoseWithCovarianceStamped
from lifecycle_msgs.msg import Transition
from lifecycle_msgs.srv import ChangeState, GetState
from rcl_interfaces.srv import SetParametersAtomically
from rclpy.executors import SingleThreadedExecutor
from rclpy.parameter import Parameter
from rclpy.qos import QoSProfile, ReliabilityPolicy
from sensor_msgs.msg import CameraInfo, CompressedImage, Image, PointCloud2
from std_srvs.srv import SetBool

from kd3d_ros.messages import image_message

REPOSITORY = Path(__file__).resolve().parents[2]
WAIT_SECONDS = 60.0  # a loaded machine takes its time to import torch
SENT_AGAIN_SECONDS = 1.0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.ros)


class NodeProcess:
    """student_node as a process of its own; its log goes to a file."""

    def __init__(self, log: Path, domain: int, parameters: dict[str, object], python: Path) -> None:
        self._log = log
        arguments = [f"{name}:={value}" for name, value in parameters.items()]
        command = [str(python), "-m", "kd3d_ros.student_node", "--ros-args"]
        command += [word for argument in arguments for word in ("-p", argument)]
        environment = os.environ | {
            "ROS_DOMAIN_ID": str(domain),
            "ROS_LOG_DIR": str(log.parent),
            "OMP_NUM_THREADS": "1",
        }
        with log.open("w") as output:
            self.process = subprocess.Popen(
                command, stdout=output, stderr=subprocess.STDOUT, env=environment, cwd=REPOSITORY
            )

    @property
    def log(self) -> str:
        """What it printed so far."""
        return self._log.read_text()

    @property
    def threads(self) -> int:
        """How many threads it has (Linux)."""
        return len(os.listdir(f"/proc/{self.process.pid}/task"))

    def ended(self) -> int:
        """Its exit status, once it ends by itself."""
        return self.process.wait(WAIT_SECONDS)

    def stop(self) -> None:
        """End it, whatever it does."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(WAIT_SECONDS)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(WAIT_SECONDS)


class Robot:
    """The test's side: a camera, a listener of clouds and diagnostics, a lifecycle manager."""

    def __init__(self, domain: int) -> None:
        self._context = rclpy.Context()
        rclpy.init(context=self._context, domain_id=domain)
        self._node = rclpy.create_node("robot", context=self._context)
        self._executor = SingleThreadedExecutor(context=self._context)
        self._executor.add_node(self._node)
        self.process: NodeProcess | None = None
        self.clouds: list[PointCloud2] = []
        self.poses: list[PoseWithCovarianceStamped] = []
        self.depths: list[Image] = []
        self.depth_infos: list[CameraInfo] = []
        self.diagnostics: dict[str, str] = {}
        self.diagnostics_message = ""
        camera_qos = QoSProfile(depth=1, reliability=ReliabilityPolicy.BEST_EFFORT)
        self.camera = self._node.create_publisher(Image, "image", camera_qos)
        self.compressing_camera = self._node.create_publisher(CompressedImage, "image/compressed", camera_qos)
        self._node.create_subscription(PointCloud2, "points", self.clouds.append, QoSProfile(depth=10))
        self.camera_info = self._node.create_publisher(CameraInfo, "camera_info", camera_qos)
        for kind, topic, heard in (
            (PoseWithCovarianceStamped, "pose", self.poses),
            (Image, "depth", self.depths),
            (CameraInfo, "depth/camera_info", self.depth_infos),
        ):
            self._node.create_subscription(kind, topic, heard.append, QoSProfile(depth=10))
        self._node.create_subscription(DiagnosticArray, "/diagnostics", self._on_diagnostics, 10)
        self._clients = {
            ChangeState: self._node.create_client(ChangeState, "student_node/change_state"),
            SetBool: self._node.create_client(SetBool, "student_node/set_enabled"),
            GetState: self._node.create_client(GetState, "student_node/get_state"),
            SetParametersAtomically: self._node.create_client(
                SetParametersAtomically, "student_node/set_parameters_atomically"
            ),
        }
        self._seconds = 0

    def wait_for(self, condition: Callable[[], Any], what: str, seconds: float = WAIT_SECONDS) -> None:
        """Listen until the condition holds; fail with the node's log if it does not in time."""
        until = time.monotonic() + seconds
        while not condition():
            log = self.process.log if self.process else ""
            alive = self.process is None or self.process.process.poll() is None
            assert alive, f"the node ended while waiting for {what}:\n{log}"
            assert time.monotonic() < until, f"no {what} within {seconds:g} s:\n{log}"
            self._executor.spin_once(timeout_sec=0.05)

    def call(self, service: type, request: Any) -> Any:
        """Response of one of the node's services."""
        client = self._clients[service]
        self.wait_for(client.service_is_ready, f"service {client.srv_name}")
        future = client.call_async(request)
        self.wait_for(future.done, f"answer of {client.srv_name}")
        return future.result()

    def transition(self, label: str) -> bool:
        """Ask for a lifecycle transition; whether it succeeded."""
        request = ChangeState.Request(transition=Transition(label=label))
        return bool(self.call(ChangeState, request).success)

    def state(self) -> str:
        """Lifecycle state of the node."""
        return str(self.call(GetState, GetState.Request()).current_state.label)

    def set_parameters(self, **values: object) -> str:
        """Change parameters together; '' or why not."""
        parameters = [Parameter(name, value=value).to_parameter_msg() for name, value in values.items()]
        result = self.call(
            SetParametersAtomically, SetParametersAtomically.Request(parameters=parameters)
        ).result
        return "" if result.successful else str(result.reason)

    def stamp(self) -> Time:
        """A stamp that was not used yet."""
        self._seconds += 1
        return Time(sec=self._seconds, nanosec=500)

    def show(self, rgb: np.ndarray, compressed: bool = False) -> PointCloud2:
        """The cloud of an image; best effort may lose it, so it may be sent again."""
        stamp = self.stamp()
        camera, msg = self.camera, image_message(rgb, stamp, "camera")
        if compressed:
            png = cv2.imencode(".png", rgb[..., ::-1])[1].tobytes()
            camera, msg = self.compressing_camera, CompressedImage(header=msg.header, format="png", data=png)
        until = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < until:
            sent = time.monotonic()
            camera.publish(msg)
            self.wait_for(
                lambda sent=sent: self._cloud_of(stamp) or time.monotonic() > sent + SENT_AGAIN_SECONDS,
                "cloud",
            )
            if cloud := self._cloud_of(stamp):
                return cloud
        raise AssertionError(
            f"no cloud within {WAIT_SECONDS:g} s:\n{self.process.log if self.process else ''}"
        )

    def close(self) -> None:
        """Leave the domain."""
        self._executor.shutdown()
        self._node.destroy_node()
        rclpy.shutdown(context=self._context)

    def _cloud_of(self, stamp: Time) -> PointCloud2 | None:
        return next((cloud for cloud in self.clouds if cloud.header.stamp == stamp), None)

    def _on_diagnostics(self, msg: DiagnosticArray) -> None:
        (status,) = msg.status
        self.diagnostics = {value.key: value.value for value in status.values}
        self.diagnostics_message = status.message


@pytest.fixture(scope="module")
def domain() -> Iterator[int]:
    """A DDS domain that nobody else on this machine uses, closed to other machines."""
    with pytest.MonkeyPatch.context() as patch, domain_coordinator.domain_id() as number:
        patch.setenv("ROS_AUTOMATIC_DISCOVERY_RANGE", "LOCALHOST")
        yield number


@pytest.fixture(scope="module")
def robot(domain: int) -> Iterator[Robot]:
    robot = Robot(domain)
    yield robot
    robot.close()


@pytest.fixture(scope="module")
def start_node(
    robot: Robot, domain: int, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., NodeProcess]]:
    """start_node(name=value, ...): a node with these parameters; it ends when the next one starts.

    python: the interpreter that runs it.
    """

    def start(python: Path = Path(sys.executable), **parameters: object) -> NodeProcess:
        if robot.process is not None:
            robot.process.stop()
        log = tmp_path_factory.mktemp("node") / "log.txt"
        # A student with random weights is always LOST.
        quick = {
            "device": "cpu",
            "precision": "fp32",
            "diagnostics_period": 0.2,
            "publish_when_lost": True,
        }
        robot.process = NodeProcess(log, domain, quick | parameters, python)
        for heard in (robot.clouds, robot.poses, robot.depths, robot.depth_infos):
            heard.clear()
        robot.diagnostics.clear()
        return robot.process

    yield start
    if robot.process is not None:
        robot.process.stop()
