"""A rosbag2 as a recording: `make bench-bags [MINUTES=10] [PARTS="read"]`.

The recording of KD3D_BENCH_DATA (else the generated office) is written as an MCAP bag first.

read    labels of the folder and of the bag, in turn, twice: the lowest time of each, and their ratio.
learn   a student of the bag and one of the folder, MINUTES of training each: their held-out errors.
live    the bag's held-out frames through the live node, judged over DDS, against `offline.evaluate` on the
        same frames, both in fp32: share of them delivered, and the largest differences of any frame.
report  size of the bundle's report.html, and the seconds until headless Chromium has drawn it.
large   labels of a bag that repeats the recording until it has 10 GB: the most memory that took.
"""

from __future__ import annotations

import argparse
import csv
import json
import logging
import resource
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from rosbags.rosbag2 import StoragePlugin, Writer
from surroundings import REPOSITORY, benchmark_data, machine_and_versions

from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import REPORT, load_scene
from offline import distill, label, live_evaluation
from offline.bags.frame_messages import TF_TOPIC, TYPES
from offline.bags.reader import BagReader
from offline.bags.writer import write_bag
from offline.config import RecordingConfig
from offline.datasets.base import Dataset
from offline.distill import DistillConfig
from offline.evaluate import evaluate_frame
from offline.label import LabelConfig
from offline.live_evaluation import LiveEvaluationConfig
from offline.truth import truth_of

PARTS = ("read", "learn", "live", "report", "large")
LARGE_BYTES = 10 * 10**9
REPEAT_GAP_NS = 10**9


def read(folder: Path | None, bag: Path, out: Path) -> dict[str, Any]:
    """Seconds to label."""
    seconds: dict[str, list[float]] = {"folder": [], "bag": []}
    for _ in range(2):
        for name, data in (("folder", folder), ("bag", bag)):
            shutil.rmtree(out / "read", ignore_errors=True)
            start = time.perf_counter()
            label.run(LabelConfig(scene="read", data=data, work_dir=out))
            seconds[name].append(time.perf_counter() - start)
    lowest = {f"label_{name}_s": round(min(times), 2) for name, times in seconds.items()}
    return {**lowest, "read_ratio": round(min(seconds["bag"]) / min(seconds["folder"]), 3)}


def config_of(name: str, data: Path | None, minutes: float, out: Path) -> DistillConfig:
    return DistillConfig(
        scene=name, data=data, minutes=minutes, work_dir=out / "work", scenes_dir=out / "scenes"
    )


def learn(folder: Path | None, bag: Path, minutes: float, out: Path) -> dict[str, Any]:
    """Held-out figures of a student of each."""
    figures: dict[str, Any] = {}
    for name, data in (("bag", bag), ("folder", folder)):
        config = config_of(name, data, minutes, out)
        distill.run(config)
        metrics = load_scene(config.scenes_dir, name).manifest["metrics"]
        figures |= {
            f"{name}_point_error_m": round(metrics["point_error_m"]["median"], 4),
            f"{name}_pose_t_m": round(metrics["pose"]["median_t_m"], 4),
            f"{name}_pose_r_deg": round(metrics["pose"]["median_r_deg"], 3),
            f"{name}_frames": metrics["frames"],
        }
    return figures


def live(dataset: Dataset, bag: Path, minutes: float, out: Path) -> dict[str, Any]:
    """The node on the held-out frames, frame by frame, against the same student in this process."""
    config = config_of("bag", bag, minutes, out)
    distill.run(config)
    held_out = write_bag(out / "held_out", dataset, dataset.names("test"))
    live_evaluation.run(
        LiveEvaluationConfig(
            scene="bag",
            bag=held_out.path,
            precision="fp32",
            work_dir=config.work_dir,
            scenes_dir=config.scenes_dir,
        )
    )
    frames = next(config.scene_work_dir.rglob(live_evaluation.FRAMES_FILE))
    with frames.open() as file:
        served = {int(row["stamp_ns"]): row for row in csv.DictReader(file)}
    predictor = Predictor(load_scene(config.scenes_dir, "bag"), "cpu", "fp32")
    names = {stamp: name for name, stamp in held_out.stamps.items()}
    differences = [(0.0, 0.0, 0.0)]
    for stamp, row in served.items():
        frame = dataset.load(names[stamp])
        truth = truth_of(frame)
        assert truth is not None, "it was judged over DDS"
        here = evaluate_frame(predictor, frame, truth)
        there = (float(row[key]) for key in ("point_error_median_m", "pose_t_m", "pose_r_deg"))
        ours = (float(np.median(here.errors)), here.translation_m, here.rotation_deg)
        differences.append(tuple(abs(a - b) for a, b in zip(there, ours, strict=True)))
    keys = ("live_point_difference_m", "live_position_difference_m", "live_rotation_difference_deg")
    most = np.max(differences, axis=0).tolist()
    return {"live_delivered_share": round(len(served) / len(names), 4), **dict(zip(keys, most, strict=True))}


def report(bundle: Path) -> dict[str, Any]:
    """Drawn in a browser without a network."""
    from playwright.sync_api import sync_playwright

    file = bundle / REPORT
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        context = browser.new_context(offline=True)
        page = context.new_page()
        start = time.perf_counter()
        page.goto(file.as_uri())
        page.wait_for_function("Number(document.documentElement.dataset.drawn) > 0", timeout=120_000)
        seconds = time.perf_counter() - start
        browser.close()
    return {"report_mb": round(file.stat().st_size / 1e6, 2), "report_drawn_s": round(seconds, 2)}


def repeat(bag: Path, path: Path, least_bytes: int) -> int:
    """Write a bag that plays `bag` again and again, later each time; returns how many messages it has."""
    count = size = 0
    with BagReader(bag) as reader, Writer(path, version=9, storage_plugin=StoragePlugin.MCAP) as writer:
        connections = {
            topic.name: writer.add_connection(topic.name, topic.type, typestore=TYPES)
            for topic in reader.topics
        }
        first, last = reader.span_ns
        span = last - first + REPEAT_GAP_NS
        shift = 0
        while size < least_bytes:
            for message in reader.messages():
                data = shifted(bytes(message.data), shift, is_tf=message.topic == TF_TOPIC)
                writer.write(connections[message.topic], message.log_ns + shift, data)
                count, size = count + 1, size + len(data)
            shift += span
    return count


def shifted(cdr: bytes, by_ns: int, is_tf: bool) -> bytes:
    """A little-endian CDR message whose header's stamp is later.  A TFMessage begins with a length."""
    at = 8 if is_tf else 4
    seconds, nanoseconds = struct.unpack_from("<iI", cdr, at)
    changed = bytearray(cdr)
    struct.pack_into("<iI", changed, at, *divmod(seconds * 10**9 + nanoseconds + by_ns, 10**9))
    return bytes(changed)


def large(bag: Path, out: Path) -> dict[str, Any]:
    """Labels of 10 GB, in a process of its own."""
    messages = repeat(bag, out / "large", LARGE_BYTES)
    size = sum(file.stat().st_size for file in (out / "large").iterdir())
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, time.perf_counter()
    words = ["--scene", "large", "--data", out / "large", "--work-dir", out / "large_work"]
    command = [sys.executable, "-m", "offline.label", *map(str, words)]
    subprocess.run(command, cwd=REPOSITORY, check=True)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {
        "large_gb": round(size / 1e9, 2),
        "large_messages": messages,
        "large_s": round(time.perf_counter() - start, 1),
        "large_rss_mb": round(most / 1024, 1) if most > before else None,
    }


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10.0, help="of training, each of two students")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--out", type=Path, help="folder to work in; default: a temporary one")
    options = parser.parse_args()
    folder = benchmark_data()
    with tempfile.TemporaryDirectory() as name:
        out = options.out or Path(name)
        dataset = RecordingConfig(scene="bag", data=folder, work_dir=out / "work").open_recording()
        if not (out / "bag").exists():
            write_bag(out / "bag", dataset, dataset.names("all"))
        figures: dict[str, Any] = {}
        if "large" in options.parts:  # first: the most memory of any child is all that is known
            figures |= large(out / "bag", out)
        if "read" in options.parts:
            figures |= read(dataset.root, out / "bag", out)
        if "learn" in options.parts:
            figures |= learn(dataset.root, out / "bag", options.minutes, out)
        if "live" in options.parts:
            figures |= live(dataset, out / "bag", options.minutes, out)
        if "report" in options.parts:
            config = config_of("bag", out / "bag", options.minutes, out)
            figures |= report(distill.run(config))
    print(json.dumps({**figures, "minutes": options.minutes, **machine_and_versions()}))


if __name__ == "__main__":
    main()
