"""What config/fastdds.xml gains over the defaults of Fast DDS: `make bench-transport`.

    python test/benchmarks/transport.py [--seconds 10] [--rate-hz 30]

A sender and a receiver, two processes on one machine, with the profile and without in turn; a fresh pair for
each case, for a process reads its profile once.  Clouds are of 1.2 and 3 MB, sent reliably and best effort.

Fast DDS cuts a message into fragments of 64 KB and lays them into shared memory of the sender.  Where no room
is left it throws away fragments that nobody has read yet.  One lost fragment is a lost message for best
effort; a reliable sender sends it again, later, while its history (depth 2, as in the node) still has it.
So a small memory is seen twice: as loss, and as the latency of what was repaired.

Latency of a cloud: from before publish() to the callback in Python, (de)serialization included.  The time of
sending by CLOCK_MONOTONIC travels in the stamp, which the same clock reads on arrival: one machine only.
It is that of what arrived: where the defaults lose nearly all, only loss says something.  Ratios are the
profile's figure over the default's; null where that is 0 or nothing arrived.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version

import domain_coordinator
import numpy as np
import rclpy
from builtin_interfaces.msg import Time
from rclpy.duration import Duration
from rclpy.executors import SingleThreadedExecutor
from rclpy.qos import QoSProfile, ReliabilityPolicy
from rclpy.utilities import get_rmw_implementation_identifier
from sensor_msgs.msg import PointCloud2
from surroundings import machine_and_versions

from kd3d_ros.messages import pack_cloud
from offline.processes import DDS_PROFILES, DDS_PROFILES_BEFORE_KILTED, dds_environment

NOT_DEFAULTS = (
    DDS_PROFILES,
    DDS_PROFILES_BEFORE_KILTED,
    "FASTDDS_BUILTIN_TRANSPORTS",
    "RMW_FASTRTPS_PUBLICATION_MODE",
    "RMW_FASTRTPS_USE_QOS_FROM_XML",
)
SHAPES = {"1.2_MB": (240, 256), "3_MB": (320, 480)}  # rows and columns of 20 bytes
RELIABILITIES = {"reliable": ReliabilityPolicy.RELIABLE, "best_effort": ReliabilityPolicy.BEST_EFFORT}
FIGURES = ("loss_share", "latency_ms_median", "latency_ms_p95")
SENDER_DEPTH = 2
RECEIVER_DEPTH = 10  # the receiver may fall behind for a moment: what is measured lies before its queue
TOPIC = "points"
WARM, COUNTED = "warm", "counted"
WARM_UP_MESSAGES = 15
START_SECONDS = 60.0
SETTLE_SECONDS = 2.0  # a repair may come late
STOP_SECONDS = 10.0


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=10.0, help="how long each of the 8 cases sends")
    parser.add_argument("--rate-hz", type=float, default=30.0)
    parser.add_argument("--role", choices=("send", "receive"), help=argparse.SUPPRESS)
    parser.add_argument("--size", choices=SHAPES, help=argparse.SUPPRESS)
    parser.add_argument("--reliability", choices=RELIABILITIES, help=argparse.SUPPRESS)
    config = parser.parse_args()
    if config.seconds <= 0 or config.rate_hz <= 0:
        parser.error("--seconds and --rate-hz must be positive")
    if config.role == "send":
        print(json.dumps(send(config.size, config.reliability, config.seconds, config.rate_hz)))
    elif config.role == "receive":
        print(json.dumps(receive(config.reliability)))
    else:
        print(json.dumps(compare(config.seconds, config.rate_hz)))


def compare(seconds: float, rate_hz: float) -> dict[str, object]:
    """All cases, with the profile and without."""
    figures: dict[str, object] = {}
    surroundings = machine_and_versions()  # the load before this benchmark adds its own
    with domain_coordinator.domain_id() as domain, tempfile.TemporaryDirectory() as folder:
        for size in SHAPES:
            for reliability in RELIABILITIES:
                case = {}
                for name in ("profile", "defaults"):
                    environment = children_environment(name == "profile", domain, folder)
                    case[name] = run_case(size, reliability, seconds, rate_hz, environment, folder)
                    print(f"{size} {reliability}, {name}: {case[name]}", flush=True)
                figures[f"{size}_{reliability}"] = {**case, "ratios": ratios(**case)}
    dds = {"rmw": get_rmw_implementation_identifier(), "fast_dds": fast_dds_version()}
    return {**figures, "seconds": seconds, "rate_hz": rate_hz, **dds, **surroundings}


def children_environment(with_profile: bool, domain: int, folder: str) -> dict[str, str]:
    """This environment, with the profile or with nothing that changes the defaults of Fast DDS."""
    for name in NOT_DEFAULTS:
        os.environ.pop(name, None)
    environment = dds_environment() if with_profile else dict(os.environ)
    return environment | {
        "ROS_DOMAIN_ID": str(domain),
        "ROS_AUTOMATIC_DISCOVERY_RANGE": "LOCALHOST",
        "ROS_LOG_DIR": folder,
    }


def run_case(
    size: str, reliability: str, seconds: float, rate_hz: float, environment: dict[str, str], folder: str
) -> dict[str, object]:
    """Loss and latency of one case."""
    options = ["--size", size, "--reliability", reliability]
    options += ["--seconds", str(seconds), "--rate-hz", str(rate_hz)]
    with (
        child("receive", options, environment, folder) as receiver,
        child("send", options, environment, folder) as sender,
    ):
        sending = answer_of(sender, "sender", 2 * START_SECONDS + 2 * seconds)
        receiving = answer_of(receiver, "receiver", START_SECONDS)
    sent, latencies = sending["sent"], receiving["latencies_ms"]
    median, p95 = np.percentile(latencies, (50, 95)).round(2).tolist() if latencies else (None, None)
    return {
        "sent": sent,
        "sent_hz": sending["sent_hz"],
        "received": len(latencies),
        "loss_share": round(1 - len(latencies) / sent, 4),
        "latency_ms_median": median,
        "latency_ms_p95": p95,
    }


@contextmanager
def child(
    role: str, options: list[str], environment: dict[str, str], folder: str
) -> Iterator[subprocess.Popen[str]]:
    """This file as a process of its own, ended whatever happens.

    It runs in an empty folder, for Fast DDS also reads a profile that lies in the working directory.
    """
    command = [sys.executable, __file__, "--role", role, *options]
    process = subprocess.Popen(
        command, env=environment, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def answer_of(process: subprocess.Popen[str], name: str, seconds: float) -> dict:
    """The JSON that a child prints last; closing its stdin asks the receiver for it."""
    try:
        printed, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise SystemExit(f"the {name} did not end within {seconds:g} s") from None
    if process.returncode != 0 or not printed:
        raise SystemExit(f"the {name} ended with status {process.returncode}, its messages are above")
    return json.loads(printed.splitlines()[-1])


def send(size: str, reliability: str, seconds: float, rate_hz: float) -> dict[str, float]:
    """Send clouds at the rate for so long, after a warm-up; how many were sent."""
    cloud = random_cloud(*SHAPES[size])
    rclpy.init()
    node = rclpy.create_node("sender")
    qos = QoSProfile(depth=SENDER_DEPTH, reliability=RELIABILITIES[reliability])
    publisher = node.create_publisher(PointCloud2, TOPIC, qos)
    until = time.monotonic() + START_SECONDS
    while publisher.get_subscription_count() == 0:
        if time.monotonic() > until:
            raise SystemExit(f"no receiver within {START_SECONDS:g} s")
        time.sleep(0.05)
    time.sleep(SETTLE_SECONDS)  # the receiver has to know the sender, too
    count = max(1, round(seconds * rate_hz))
    for frame_id, messages in ((WARM, WARM_UP_MESSAGES), (COUNTED, count)):
        cloud.header.frame_id = frame_id
        start = time.monotonic()
        for i in range(messages):
            time.sleep(max(0.0, start + i / rate_hz - time.monotonic()))
            cloud.header.stamp = stamp_of_now()
            publisher.publish(cloud)
        elapsed = time.monotonic() - start
    if reliability == "reliable":
        publisher.wait_for_all_acked(Duration(seconds=SETTLE_SECONDS))
    time.sleep(SETTLE_SECONDS)
    node.destroy_node()
    rclpy.shutdown()
    return {"sent": count, "sent_hz": round((count - 1) / elapsed, 2)}


def receive(reliability: str) -> dict[str, list[float]]:
    """Latencies of the counted clouds that arrive until stdin is closed."""
    latencies: dict[tuple[int, int], float] = {}

    def on_cloud(msg: PointCloud2) -> None:
        now = time.monotonic_ns()
        stamp = msg.header.stamp
        if msg.header.frame_id == COUNTED:
            latencies[stamp.sec, stamp.nanosec] = (now - stamp.sec * 10**9 - stamp.nanosec) / 1e6

    closed = threading.Event()
    # Parent gone, or asked to end: either way stdin ends.
    threading.Thread(target=lambda: (sys.stdin.read(), closed.set()), daemon=True).start()
    rclpy.init()
    node = rclpy.create_node("receiver")
    qos = QoSProfile(depth=RECEIVER_DEPTH, reliability=RELIABILITIES[reliability])
    node.create_subscription(PointCloud2, TOPIC, on_cloud, qos)
    executor = SingleThreadedExecutor()
    executor.add_node(node)
    while not closed.is_set():
        executor.spin_once(timeout_sec=0.1)
    executor.shutdown()
    node.destroy_node()
    rclpy.shutdown()
    return {"latencies_ms": list(latencies.values())}


def random_cloud(height: int, width: int) -> PointCloud2:
    """A cloud as the node packs them."""
    generator = np.random.default_rng(0)
    points = generator.normal(size=(height, width, 3)).astype(np.float32)
    rgb = generator.integers(0, 256, (height, width, 3), np.uint8)
    return pack_cloud(points, rgb, np.abs(points[..., 0]), Time(), WARM)


def stamp_of_now() -> Time:
    """CLOCK_MONOTONIC as a stamp."""
    sec, nanosec = divmod(time.monotonic_ns(), 10**9)
    return Time(sec=sec, nanosec=nanosec)


def ratios(profile: dict, defaults: dict) -> dict[str, float | None]:
    """The profile's figures over the default's."""
    pairs = {name: (profile[name], defaults[name]) for name in FIGURES}
    return {name: round(a / b, 4) if a is not None and b else None for name, (a, b) in pairs.items()}


def fast_dds_version() -> str | None:
    """Version of Fast DDS, where it is a wheel."""
    try:
        return version("ros-fastdds")
    except PackageNotFoundError:
        return None


if __name__ == "__main__":
    main()
