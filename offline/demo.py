"""The whole way in one command: learn a place, serve it from a live ROS 2 node, measure its clouds.

Distils a recording, writes its held-out frames as a rosbag2, and plays that over real DDS: the node, the
player and a recorder are processes of their own.  Then compares every cloud with the sensor's truth.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import numpy as np

from kd3d_ros.geometry import Points, scale_intrinsics
from kd3d_ros.scene import load_scene
from offline import distill
from offline.bag import IMAGE_TOPIC, stamp_ns, write_bag
from offline.cli import main
from offline.config import RecordingConfig
from offline.datasets.base import DataError, Dataset, Frame
from offline.distill import DistillConfig
from offline.evaluate import true_points
from offline.pictures import RENDER_SIZE, behind, comparison, render_cloud
from offline.pointcloud import write_ply

log = logging.getLogger(__name__)

PLY_MAX_UNCERTAINTY_M = 0.15
NODE_START_S = 60.0


@dataclass(frozen=True, kw_only=True)
class DemoConfig(RecordingConfig):
    """What to learn, for how long, and where the pictures go."""

    scene: str = "office"
    """Name of the scene."""
    minutes: float = 4.0
    """Training budget."""
    out: Path | None = None
    """Folder for bag, pictures and clouds; default runs/<scene>."""
    rate: float = 1.0
    """Speed of the playback over the recorded one."""


@dataclass
class Comparison:
    """One served frame against the truth."""

    frame: Frame
    cloud: Points
    errors: Points = field(repr=False)
    """(h, w) metres, NaN where the sensor saw nothing."""

    @property
    def median_m(self) -> float:
        return float(np.nanmedian(self.errors))


def run(config: DemoConfig) -> Path:
    """Distil, serve, measure; returns the folder of pictures."""
    started = time.monotonic()
    out = (config.out or Path("runs") / config.scene).resolve()
    stage = {f.name: getattr(config, f.name) for f in fields(RecordingConfig)}
    bundle_path = distill.run(DistillConfig(**stage, minutes=config.minutes))
    dataset = config.open_recording()
    bag = write_bag(out / "bag", dataset, dataset.names("test"))
    clouds = out / "clouds"
    recording = serve(config, bag, clouds)
    compared = compare(dataset, clouds)
    picture = draw(compared, out)
    ply = write_cloud(compared, out / "student_cloud.ply")
    bundle = load_scene(config.scenes_dir, config.scene)
    print_table(compared, recording, len(dataset.names("test")), bundle.size_mb)
    print(f"\nscene bundle  {bundle_path}\npictures      {picture}\ncloud         {ply}\nbag           {bag}")
    print(f"whole demo    {time.monotonic() - started:.0f} s")
    return out


def serve(config: DemoConfig, bag: Path, clouds: Path) -> dict[str, Any]:
    """Play the bag to a node and record its clouds, each in a process of its own; returns recording.json."""
    for old in clouds.glob("*.npy"):
        old.unlink()
    environment = {
        **os.environ,
        "ROS_DOMAIN_ID": str(1 + os.getpid() % 100),
        "ROS_AUTOMATIC_DISCOVERY_RANGE": "LOCALHOST",
    }
    student = ["kd3d_ros.student_node", "--ros-args", "-p", f"scene:={config.scene}"]
    student += ["-p", f"scenes_dir:={config.scenes_dir}", "-p", f"device:={config.device}"]
    student += ["-p", "diagnostics_period:=0.5", "-r", f"image:={IMAGE_TOPIC}"]
    with ExitStack() as stack:
        log.info("starting student_node and a recorder")
        node = stack.enter_context(_process(student, environment, clouds.parent / "student_node.log"))
        recorder = ["kd3d_ros.cloud_recorder", "--out", str(clouds)]
        stack.enter_context(_process(recorder, environment, clouds.parent / "cloud_recorder.log"))
        _wait_until_active(node, clouds.parent / "student_node.log")
        player = [sys.executable, "-m", "offline.bag_player", str(bag), "--rate", str(config.rate)]
        subprocess.run(player, env=environment, check=True)
        time.sleep(1.5)  # the last cloud, and diagnostics that count it
    recording: dict[str, Any] = json.loads((clouds / "recording.json").read_text())
    return recording


def compare(dataset: Dataset, clouds: Path) -> list[Comparison]:
    """Errors of every recorded cloud.  Raises DataError if there is none."""
    compared = []
    for name in dataset.names("test"):
        frame = dataset.load(name)
        file = clouds / f"{stamp_ns(frame.timestamp)}.npy"
        if not file.exists():
            continue
        cloud = np.load(file, allow_pickle=False)
        truth = true_points(frame, (cloud.shape[1], cloud.shape[0]))
        compared.append(Comparison(frame, cloud, np.linalg.norm(cloud[..., :3] - truth, axis=-1)))
    if not compared:
        raise DataError(f"{clouds}: the node published no cloud; see {clouds.parent / 'student_node.log'}")
    return compared


def draw(compared: list[Comparison], out: Path) -> Path:
    """Best, median and worst frame: input, true cloud, student cloud, error map."""
    ranked = sorted(compared, key=lambda one: one.median_m)
    chosen = {"best": ranked[0], "median": ranked[len(ranked) // 2], "worst": ranked[-1]}
    rows = []
    for title, one in chosen.items():
        frame = one.frame
        height, width = one.errors.shape
        truth = true_points(frame, (width, height))
        K = scale_intrinsics(frame.K, (frame.image.shape[1], frame.image.shape[0]), RENDER_SIZE)
        assert frame.T_world_camera is not None
        T_viewer_world = behind(frame.T_world_camera, truth)
        colours = _colours(one)
        rendered = [
            render_cloud(points, colours, K, T_viewer_world) for points in (truth, one.cloud[..., :3])
        ]
        rows.append((f"{title}: {100 * one.median_m:.1f} cm", [frame.image, *rendered], one.errors))
    return comparison(out / "comparison.png", rows)


def write_cloud(compared: list[Comparison], file: Path) -> Path:
    """The certain points of all clouds together."""
    points = np.concatenate([c.cloud[..., :3][c.cloud[..., 3] < PLY_MAX_UNCERTAINTY_M] for c in compared])
    colours = np.concatenate([_colours(c)[c.cloud[..., 3] < PLY_MAX_UNCERTAINTY_M] for c in compared])
    return write_ply(file, points, colours)


def print_table(compared: list[Comparison], recording: dict[str, Any], played: int, size_mb: float) -> None:
    """What the node did, measured."""
    errors = np.concatenate([c.errors[np.isfinite(c.errors)] for c in compared])
    node = recording["diagnostics"]
    rows = [
        ("point error, median", f"{100 * np.median(errors):.1f} cm"),
        ("points within 10 cm", f"{100 * (errors < 0.1).mean():.0f} %"),
        ("latency p50 / p95", f"{node.get('latency_ms_p50')} / {node.get('latency_ms_p95')} ms"),
        ("of that, the network", f"{node.get('predict_ms_p50')} ms"),
        ("cloud rate", f"{recording['rate_hz']:.1f} Hz" if recording["rate_hz"] else "-"),
        ("images played / served", f"{played} / {len(compared)} (node dropped {node.get('dropped')})"),
        ("scene bundle", f"{size_mb:.1f} MB"),
    ]
    print()
    for label, value in rows:
        print(f"{label:24} {value}")


def _colours(one: Comparison) -> np.ndarray:
    height, width = one.errors.shape
    rows = (np.arange(height) + 0.5) * one.frame.image.shape[0] / height
    columns = (np.arange(width) + 0.5) * one.frame.image.shape[1] / width
    colours: np.ndarray = one.frame.image[rows.astype(int)[:, None], columns.astype(int)]
    return colours


@contextmanager
def _process(
    module: list[str], environment: dict[str, str], log_file: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """`python -m module...` with its output in a file; told to stop at the end, and waited for."""
    with log_file.open("wb") as output:
        command = [sys.executable, "-m", *module]
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_until_active(node: subprocess.Popen[bytes], log_file: Path) -> None:
    deadline = time.monotonic() + NODE_START_S
    while time.monotonic() < deadline:
        if "active: " in log_file.read_text(errors="replace"):
            return
        if node.poll() is not None:
            break
        time.sleep(0.1)
    raise DataError(f"student_node did not become active within {NODE_START_S:g} s; see {log_file}")


if __name__ == "__main__":
    main(DemoConfig, run, "offline.demo", __doc__)
