"""DUSt3R's kind of pairs, and the geometric teacher's, aligned: `make bench-alignment`.

    python test/benchmarks/alignment.py [--parts reference scale encode dust3r geometric ...] [--minutes 10]

Simulated pair predictions of 160x120 pixels (offline/teachers/simulated.py) are aligned by the library's
`global_aligner` and by ours, then by ours alone on 100 and 700 frames; students are taught by simulated
pairs, by the geometric teacher, and by the sensor.  All parts together take about an hour and a half on two
cores.  Uses $KD3D_BENCH_DATA, else the kitchen beside the project, else the generated office.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from surroundings import benchmark_data, machine_and_versions

from kd3d_ros.geometry import unproject
from kd3d_ros.scene import load_scene
from offline import bundle, label, train
from offline.alignment.anchor import similarity_to_poses
from offline.alignment.graph import GraphConfig, pair_graph
from offline.alignment.keyframes import glance
from offline.alignment.reconstruct import Known, reconstruct
from offline.alignment.sim3 import Sim3, robust_similarity, umeyama
from offline.datasets.base import Dataset
from offline.distill import DistillConfig
from offline.labels import LabelStore
from offline.pairwise import Pairwise, PairwiseConfig, pairwise_factory
from offline.progress import progress
from offline.teachers.pairs import PairPrediction, View
from offline.teachers.simulated import SimulatedTeacher

LARGE = 700
OVERLAPS = 0.8
"""Dot product of the simulator's descriptors from which views overlap: half a metre, or 35 degrees."""


class Simulation:
    """n frames, evenly spaced over the recording, and what the simulated DUSt3R says of their pairs."""

    def __init__(self, n: int, outliers: float = 0.0) -> None:
        dataset = recording()
        names = dataset.names("all")
        self.names = [names[round(k)] for k in np.linspace(0, len(names) - 1, n)]
        self.teacher = SimulatedTeacher(outliers=outliers)
        self.views: dict[str, View] = {}
        glances = []
        for name in progress(self.names, desc="reading", unit="frame"):
            frame = dataset.load(name)
            self.views[name] = self.teacher.prepare(frame)
            glances.append(replace(glance(frame), T_world_camera=None))
        self.poses = np.array([view.T_world_camera for view in self.views.values()])
        descriptors = self.teacher.describe(list(self.views.values()))
        # At 30 Hz a window of three is one view: what it has in common is no measure of what overlaps.
        config = GraphConfig(window=3, loops=4, separation=max(3, n // 50), similarity_floor=OVERLAPS)
        self.pairs = pair_graph(glances, descriptors, config).pairs
        self.seconds_simulating = 0.0

    def read(self, a: str, b: str) -> PairPrediction:
        start = time.perf_counter()
        told = self.teacher.predict_one(a, b)
        self.seconds_simulating += time.perf_counter() - start
        return told

    def true_points(self, n: int) -> np.ndarray:
        truth = self.teacher.truth(self.names[n])
        points = unproject(truth.depth, truth.K, truth.T_world_camera)
        return np.where(truth.known[..., None], points, np.nan)


@dataclass(frozen=True)
class Aligned:
    """seconds: of aligning alone.  poses: camera-to-world up to a similarity.  points: (h, w, 3) by frame."""

    seconds: float
    poses: Sim3
    points: Callable[[int], np.ndarray]


def align(simulation: Simulation) -> Aligned:
    """Ours; neither poses, intrinsics nor sensor depth are told."""
    start = time.perf_counter()
    known = [Known() for _ in simulation.names]
    found, left_out = reconstruct(simulation.names, simulation.pairs, simulation.read, known)
    seconds = time.perf_counter() - start - simulation.seconds_simulating
    if left_out:
        raise SystemExit(f"left out: {left_out}")
    return Aligned(
        seconds,
        found.G,
        lambda n: unproject(found.depth(n), found.maps[n].K, found.T_world_camera(n)),
    )


def trajectory_error(aligned: Aligned, poses: np.ndarray) -> float:
    """RMS distance of camera positions after the best similarity, metres (Sturm et al., IROS 2012)."""
    truth = poses[None, :, :3, 3]
    fit = umeyama(aligned.poses.t[None], truth, np.ones(truth.shape[:2]))
    return float(np.sqrt(np.square(fit.apply(aligned.poses.t[None]) - truth).sum(axis=-1).mean()))


def point_errors(aligned: Aligned, simulation: Simulation) -> tuple[float, float]:
    """Median point error, metres: after a similarity of the points, and after one of the cameras."""
    found, truth = [], []
    for n in range(len(simulation.names)):
        true = simulation.true_points(n)
        both = np.isfinite(true[..., 0]) & np.isfinite(aligned.points(n)[..., 0])
        found.append(aligned.points(n)[both][::10])
        truth.append(true[both][::10])
    source, target = (np.concatenate(part)[None].astype(np.float64) for part in (found, truth))
    by_points, _, _ = robust_similarity(source, target, np.ones(source.shape[:2]))
    by_cameras, _ = similarity_to_poses(aligned.poses, simulation.poses)

    def error(fit: Sim3) -> float:
        return float(np.median(np.linalg.norm(fit.apply(source) - target, axis=-1)))

    return error(by_points), error(by_cameras)


def reference() -> dict[str, object]:
    """20 frames: the library's aligner against ours, on the same predictions."""
    from reference_alignment import align_with_library

    simulation = Simulation(20)
    ours = align(simulation)
    predictions = {}
    for i, j in simulation.pairs:
        for a, b in ((i, j), (j, i)):
            predictions[a, b] = simulation.read(simulation.names[a], simulation.names[b])
    seconds, poses, points = align_with_library(predictions)
    theirs = Aligned(seconds, Sim3.from_matrices(poses), lambda n: points[n])
    ates = [trajectory_error(one, simulation.poses) for one in (ours, theirs)]
    errors = [point_errors(one, simulation) for one in (ours, theirs)]
    return {
        "speedup_vs_reference": round(seconds / ours.seconds, 1),
        "ate_ratio_vs_reference": round(ates[0] / ates[1], 3),
        "point_ratio_vs_reference": round(errors[0][0] / errors[1][0], 3),
        "point_ratio_vs_reference_by_cameras": round(errors[0][1] / errors[1][1], 3),
        "time_20_s": round(ours.seconds, 3),
        "time_20_reference_s": round(seconds, 1),
        "ate_20_m": round(ates[0], 4),
        "ate_20_reference_m": round(ates[1], 4),
        "point_20_m": round(errors[0][0], 4),
        "point_20_reference_m": round(errors[1][0], 4),
        "pairs_20": 2 * len(simulation.pairs),
    }


def scale() -> dict[str, object]:
    """100 and 700 frames (and halves, for linearity), each in a process of its own; then outliers."""
    figures: dict[str, object] = {}
    for n in (100, LARGE // 2, LARGE):
        child = in_own_process(n, 0.0)
        figures |= {f"{key}_{n}{unit}": child[key] for key, unit in (("time", "_s"), ("ate", "_m"))}
        figures |= {f"pairs_{n}": child["pairs"], f"peak_rss_{n}_mb": child["peak_rss_mb"]}
    spoiled = in_own_process(100, 0.1)
    figures["ate_100_outliers_m"] = spoiled["ate"]
    figures["outlier_ate_ratio"] = round(spoiled["ate"] / float(str(figures["ate_100_m"])), 3)
    return figures


def in_own_process(n: int, outliers: float) -> dict[str, float]:
    """Figures of one alignment, with the peak memory of nothing else."""
    command = [sys.executable, __file__, "--frames", str(n), "--outliers", str(outliers)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    print(n, "frames,", outliers, "outliers:", figures, flush=True)
    return figures


def one_alignment(n: int, outliers: float) -> dict[str, float]:
    simulation = Simulation(n, outliers)
    aligned = align(simulation)
    return {
        "time": round(aligned.seconds, 2),
        "ate": round(trajectory_error(aligned, simulation.poses), 4),
        "pairs": 2 * len(simulation.pairs),
        "peak_rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3),
    }


def encode() -> dict[str, object]:
    """What encoding each image once is worth, with the full network."""
    import dust3r_encode_once

    return dust3r_encode_once.measure(benchmark_data())


@dataclass(frozen=True)
class SimulatedFactory:
    """A simulator whose views are as large as labels."""

    def make(self) -> SimulatedTeacher:
        return SimulatedTeacher(width=320, keep_K=True)


def taught_by(teacher: str, minutes: float, work: Path) -> dict[str, object]:
    """kd3d_s on the labels of `simulated`, `geometric` or `rgbd`: its error on held-out frames."""
    config = DistillConfig(
        scene=teacher,
        data=benchmark_data(),
        teacher="geometric" if teacher == "geometric" else "rgbd",
        minutes=minutes,
        work_dir=work,
        scenes_dir=work / "scenes",
    )
    if teacher == "simulated":
        label_by_simulation(config)
    else:
        label.run(config)
    figures: dict[str, object] = {}
    if teacher == "geometric":
        figures |= label_errors(config)
    train.run(config)
    bundle.run(config)
    metrics = load_scene(config.scenes_dir, config.scene).manifest["metrics"]
    kind = {"simulated": "dust3r"}.get(teacher, teacher)
    return {
        **figures,
        f"student_point_error_m_{kind}_labels": round(metrics["point_error_m"]["median"], 4),
        f"student_pose_m_{kind}_labels": round(metrics["pose"]["median_t_m"], 4),
    }


def label_by_simulation(config: DistillConfig) -> None:
    """The label stage, with the simulator in DUSt3R's place."""
    label.label_by_pairs(config, recording(), lambda *_: SimulatedFactory())


def label_errors(config: DistillConfig) -> dict[str, object]:
    """Relative depth error where label and sensor have both, and the share of such pixels."""
    dataset, store = recording(), LabelStore(config.scene_work_dir / "labels")
    errors, covered, seen = [], 0, 0
    for name in progress(store.summary["frames"], desc="comparing labels", unit="frame"):
        one = store.read(name)
        frame = dataset.load(name)
        step_v, step_u = (a // b for a, b in zip(frame.depth.shape, one.depth.shape, strict=True))
        sensor = frame.depth[step_v // 2 :: step_v, step_u // 2 :: step_u]
        both = (sensor > 0) & (one.depth > 0)
        errors.append((np.abs(one.depth.astype(np.float32) - sensor) / np.maximum(sensor, 1e-3))[both])
        covered += np.count_nonzero(both)
        seen += np.count_nonzero(sensor)
    return {
        "geometric_label_rel_error": round(float(np.median(np.concatenate(errors))), 4),
        "geometric_label_coverage": round(covered / seen, 3),
        "geometric_label_frames": len(errors),
    }


def geometric_without_poses(work: Path) -> dict[str, object]:
    """100 keyframes, images only: how far is the path from the true one after one similarity."""
    dataset = recording()
    config = PairwiseConfig(
        scene="geometric_ate", data=benchmark_data(), anchor="none", keyframes=100, work_dir=work
    )
    pairwise = Pairwise(config, dataset, pairwise_factory("geometric"))
    found = pairwise.base
    poses = np.array([dataset.load(name).T_world_camera for name in found.names])
    aligned = Aligned(0.0, found.G, lambda n: np.empty(0))
    return {
        "geometric_ate_m": round(trajectory_error(aligned, poses), 4),
        "geometric_ate_frames": len(found.names),
    }


def recording() -> Dataset:
    from offline.config import RecordingConfig

    return RecordingConfig(scene="bench", data=benchmark_data()).open_recording()


PARTS: dict[str, Callable[[float, Path], dict[str, object]]] = {
    "reference": lambda minutes, work: reference(),
    "scale": lambda minutes, work: scale(),
    "encode": lambda minutes, work: encode(),
    "path": lambda minutes, work: geometric_without_poses(work),
    "dust3r": lambda minutes, work: taught_by("simulated", minutes, work),
    "geometric": lambda minutes, work: taught_by("geometric", minutes, work),
    "rgbd": lambda minutes, work: taught_by("rgbd", minutes, work),
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--parts", nargs="+", choices=list(PARTS), default=list(PARTS))
    parser.add_argument("--minutes", type=float, default=10.0, help="of training, each student")
    parser.add_argument("--frames", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--outliers", type=float, default=0.0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.frames:
        print(json.dumps(one_alignment(options.frames, options.outliers)))
        return
    figures: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        for part in options.parts:
            figures |= (found := PARTS[part](options.minutes, Path(folder)))
            print(part, found, flush=True)
    print(json.dumps({**figures, "minutes": options.minutes, **machine_and_versions()}))


if __name__ == "__main__":
    main()
