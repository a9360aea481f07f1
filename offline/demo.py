"""The whole way in one command: learn a place, serve it from a live ROS 2 node, measure its clouds.

    python -m offline.demo
    python -m offline.demo --scene kitchen --data redkitchen --format seven_scenes

Distils a recording, writes its held-out frames as a rosbag2, and plays that over real DDS: the node, the
player and a recorder are processes of their own.  Then compares every cloud with the sensor's truth.
"""

from __future__ import annotations

import json
import logging
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Points, scale_intrinsics
from kd3d_ros.scene import load_scene
from offline import distill
from offline.bags.frame_messages import IMAGE_TOPIC
from offline.bags.writer import Bag, write_bag
from offline.cli import main
from offline.datasets.base import Dataset, Skipped, readable_frames
from offline.distill import DistillConfig
from offline.label import Teacher
from offline.live import PLAY_MARGIN_S, START_S, live_graph, play, start_student_node
from offline.pictures import RENDER_SIZE, comparison, render_cloud, viewer
from offline.pointcloud import write_ply
from offline.processes import Child, DemoError, wait_for
from offline.progress import progress
from offline.truth import truth_of

log = logging.getLogger(__name__)

PLY_POINTS = 1_000_000
LAST_CLOUD_S = 2.0
"""No cloud for so long, and the last one has come; diagnostics have counted it by then."""


@dataclass(frozen=True, kw_only=True)
class DemoConfig(DistillConfig):
    """What to learn, for how long, and where the pictures go."""

    scene: str = "office"
    """Name of the scene."""
    teacher: Teacher = "geometric"
    """Who says where the surfaces are: geometric and dust3r see images and poses, rgbd the sensor's depth."""
    minutes: float = 4.0
    """Training budget, not counting set-up."""
    out: Path | None = None
    """Folder for bag, pictures and clouds; default runs/<scene>."""
    max_frames: int = 300
    """Play at most so many held-out frames, the first ones."""


@dataclass(frozen=True)
class Comparison:
    """One served frame against the truth; maps are (h, w) or (h, w, 3), metres, in the world frame."""

    name: str
    truth: Points
    """NaN where the sensor saw nothing."""
    points: Points
    """NaN where the student gives none."""
    uncertainty: Points
    rgb: NDArray[np.uint8]

    @property
    def errors(self) -> Points:
        """(h, w) distances, NaN where the sensor saw nothing or the student gives no point."""
        distances: Points = np.linalg.norm(self.points - self.truth, axis=-1)
        return distances

    @property
    def median_m(self) -> float:
        return float(np.nanmedian(self.errors))


def run(config: DemoConfig) -> Path:
    """Distil, serve, measure; returns the folder of pictures."""
    started = time.monotonic()
    out = (config.out or Path("runs") / config.scene).resolve()
    bundle_path = distill.run(config)
    dataset = config.open_recording()
    names = dataset.names("test")[: config.max_frames]
    bag = write_bag(out / "bag", dataset, names, config.frame_id)
    recording = serve(config, bag, out)
    compared = compare(dataset, bag, out / "clouds")
    picture = draw(dataset, compared, out / "comparison.png")
    student_ply, true_ply = write_clouds(compared, out)
    bundle = load_scene(config.scenes_dir, config.scene)
    print(table(compared, recording, bag, bundle.size_mb))
    print(f"\npictures      {picture}\ncloud         {student_ply}\nsensor's own  {true_ply}")
    print(f"scene bundle  {bundle_path}\nbag           {bag.path}")
    print(f"\nthe whole demo took {time.monotonic() - started:.0f} s")
    return out


def serve(config: DistillConfig, bag: Bag, out: Path) -> dict[str, Any]:
    """Play the bag to a node and record its clouds in `out`/clouds, each in a process of its own.

    Returns the recorder's summary.  Raises DemoError; no process outlives this function.
    """
    clouds = out / "clouds"
    shutil.rmtree(clouds, ignore_errors=True)
    clouds.mkdir(parents=True)
    with live_graph(out) as start:
        began = time.monotonic()
        node = start_student_node(start, config, out / "student_node.log", {"image": IMAGE_TOPIC})
        recorder_log = out / "cloud_recorder.log"
        recorder = start("kd3d_ros.cloud_recorder", "--out", str(clouds), log_file=recorder_log)
        wait_for(lambda: recorder.has_logged("recording: "), "recording", recorder, START_S, [node])
        log.info("both are ready after %.0f s", time.monotonic() - began)
        play(start, bag.path, [IMAGE_TOPIC], [node, recorder])
        _wait_for_last_cloud(clouds, recorder, node)
    summary_file = clouds / "recording.json"
    if not summary_file.exists():
        raise DemoError(f"cloud_recorder wrote no {summary_file}{recorder.last_lines()}")
    recording: dict[str, Any] = json.loads(summary_file.read_text())
    if not recording["received"]:
        raise DemoError(f"student_node published no cloud{node.last_lines()}")
    return recording


def compare(dataset: Dataset, bag: Bag, clouds: Path) -> list[Comparison]:
    """Every recorded cloud beside its truth, if its frame has one.  Raises DemoError if none has."""
    served = [name for name, stamp in bag.stamps.items() if (clouds / f"{stamp}.npz").exists()]
    compared = []
    frames = readable_frames(dataset, served, Skipped())
    for frame in progress(frames, desc="comparing", total=len(served), unit="frame"):
        if (truth := truth_of(frame)) is None:
            continue
        with np.load(clouds / f"{bag.stamps[frame.name]}.npz", allow_pickle=False) as cloud:
            height, width = cloud["uncertainty"].shape
            compared.append(Comparison(frame.name, truth.points((width, height)), **cloud))
    compared = [one for one in compared if np.isfinite(one.truth).any()]
    if not compared:
        raise DemoError(f"none of {len(served)} served frames has depth, pose and intrinsics to compare with")
    return compared


def draw(dataset: Dataset, compared: list[Comparison], file: Path) -> Path:
    """Best, median and worst frame: input, true cloud, student cloud, error map."""
    ranked = sorted(compared, key=lambda one: one.median_m)
    chosen = {"best": ranked[0], "median": ranked[len(ranked) // 2], "worst": ranked[-1]}
    rows = []
    for title, one in chosen.items():
        frame = dataset.load(one.name)
        assert frame.T_world_camera is not None, "frames without a pose are not compared"
        assert frame.K is not None, "nor are those without intrinsics"
        K = scale_intrinsics(frame.K, (frame.image.shape[1], frame.image.shape[0]), RENDER_SIZE)
        T_viewer_world = viewer(frame.T_world_camera, one.truth)
        rendered = [render_cloud(points, one.rgb, K, T_viewer_world) for points in (one.truth, one.points)]
        rows.append((f"{title} frame: {100 * one.median_m:.1f} cm", [frame.image, *rendered], one.errors))
    return comparison(file, rows)


def write_clouds(compared: list[Comparison], out: Path) -> tuple[Path, Path]:
    """student_cloud.ply, the more certain half of all points, and true_cloud.ply, what the sensor saw."""
    uncertainty = np.concatenate([c.uncertainty.ravel() for c in compared])
    points, truth, rgb = (
        np.concatenate([getattr(c, name).reshape(-1, 3) for c in compared])
        for name in ("points", "truth", "rgb")
    )

    given = np.isfinite(points).all(axis=1)

    def write(name: str, points: Points, keep: NDArray[np.bool_]) -> Path:
        chosen = np.flatnonzero(keep)[:: 1 + np.count_nonzero(keep) // PLY_POINTS]
        return write_ply(out / name, points[chosen], rgb[chosen])

    return (
        write("student_cloud.ply", points, given & (uncertainty <= np.median(uncertainty[given]))),
        write("true_cloud.ply", truth, np.isfinite(truth).all(axis=1)),
    )


def table(compared: list[Comparison], recording: dict[str, Any], bag: Bag, size_mb: float) -> str:
    """What the node did, measured."""
    errors = np.concatenate([c.errors[np.isfinite(c.errors)] for c in compared])
    node = recording["diagnostics"]
    played, received, clouds = len(bag.stamps), int(node["received"]), recording["received"]
    rows = [
        ("point error, median", f"{100 * np.median(errors):.1f} cm"),
        ("points within 10 cm", f"{100 * (errors < 0.1).mean():.0f} %"),
        ("latency p50 / p95", f"{node['latency_ms_p50']} / {node['latency_ms_p95']} ms"),
        ("of that, the network", f"{node['predict_ms_p50']} ms ({node['device']}, {node['precision']})"),
        ("camera / cloud rate", f"{_hz(bag.rate_hz)} / {_hz(recording['rate_hz'])}"),
        ("images played", f"{played}, {len(bag.skipped)} unreadable ones left out"),
        ("clouds received", f"{clouds} of {played}"),
        ("frames localized", f"{node['localized']} of {node['served']}"),
        ("frames dropped", f"{node['dropped']} by the node, {played - received} on the way to it"),
        ("frames rejected", node["rejected"]),
        ("scene bundle", f"{size_mb:.1f} MB"),
    ]
    return "\n" + "\n".join(f"{label:24} {value}" for label, value in rows)


def _wait_for_last_cloud(clouds: Path, recorder: Child, node: Child) -> None:
    count, since = -1, time.monotonic()

    def quiet() -> bool:
        nonlocal count, since
        if (now := len(list(clouds.glob("*.npz")))) != count:
            count, since = now, time.monotonic()
        return time.monotonic() - since > LAST_CLOUD_S

    wait_for(quiet, "done with the clouds", recorder, PLAY_MARGIN_S, [node])


def _hz(rate: float | None) -> str:
    return "-" if rate is None else f"{rate:.1f} Hz"


if __name__ == "__main__":
    main(DemoConfig, run, "offline.demo", __doc__)
