"""What helps a training, one change at a time: `make bench-recipe MINUTES=3`.

    python test/benchmarks/recipe.py [--minutes 3] [--variants none "loss l1"] [--seeds 0 1] [--temporal]

Each change of recipe_variants.py from the recipe of kd3d_s is trained for so many minutes of one core, as
many side by side as the machine has cores, and judged on the validation frames, which choose, and on every
second held-out one.  Seeds make a difference too: "none" is trained with several.  What was measured before
is not done again (results.jsonl in --out); the table is of all of it.  --temporal trains on the first 500
frames and tests on the last 150: what helps where the camera has not been.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import queue
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import torch
from recipe_variants import VARIANTS, VariantConfig
from students import split_by_time
from surroundings import benchmark_data, machine_and_versions
from trained_scenes import FOLDER, write_bare_scene

from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import load_scene
from kd3d_ros.student import Student
from offline import label
from offline.config import RecordingConfig
from offline.distill import DistillConfig
from offline.evaluate import evaluate
from offline.labels import Label, LabelStore
from offline.progress import progress
from offline.training.batches import NO_AUGMENTATION, make_batch
from offline.training.source import LabelSource

SCENE = "recipe"
EVERY = 2
"""Of the held-out frames."""
BASE_SEEDS = (0, 1, 2)
COLUMNS = ("change", "seed", "steps", "validation: point", "held out: point", "pose", "within 5 cm, 5 deg")


def recording(options: argparse.Namespace) -> Path | None:
    """What is learned from and judged on; None for the office."""
    data = benchmark_data()
    if not options.temporal:
        return data
    if data is None:
        raise SystemExit("--temporal needs a recording in the layout of 7-Scenes")
    folder = options.out / "split"
    return folder if folder.exists() else split_by_time(data, folder)


def measured(options: argparse.Namespace) -> dict[str, Any]:
    """Train one variant here; its figures."""
    name, seed, minutes, work = options.variants[0], options.seeds[0], options.minutes, options.out
    variant = VARIANTS[name]
    config = VariantConfig(
        scene=SCENE, work_dir=work, minutes=minutes, seed=seed, stride=variant.stride, **variant.flags
    )
    folder = work / "training" / f"{name.replace(' ', '_')}-{seed}"
    shutil.rmtree(folder, ignore_errors=True)  # whatever it was, it is not gone on with
    trainer = variant.trainer(config, LabelSource.open(LabelStore(config.scene_work_dir / "labels")), folder)
    trainer.fit()
    student = trainer.student.eval()
    write_bare_scene(folder / "scene", student)
    predictor = Predictor(load_scene(folder, "scene"), precision="fp32", backend="torch")
    dataset = RecordingConfig(scene=SCENE, data=recording(options), work_dir=work).open_recording()
    figures = evaluate(predictor, dataset, dataset.names("test")[::EVERY])
    return {
        "change": name,
        "seed": seed,
        "minutes": minutes,
        "steps": trainer.progress.step,
        "validation_m": validation_error(student, list(trainer.validation)),
        "point_m": figures["point_error_m"]["median"],
        "pose_m": figures["pose"]["median_t_m"],
        "pose_deg": figures["pose"]["median_r_deg"],
        "within_5cm_5deg": figures["pose"]["within_5cm_5deg"],
    }


def validation_error(student: Student, labels: list[Label]) -> float:
    """Median distance of all points from their labels, metres."""
    errors = []
    for one in labels:
        batch = make_batch([one], student.architecture, NO_AUGMENTATION, np.random.default_rng(0))
        with torch.inference_mode():
            points, _ = student(batch.images)
        errors.append((points - batch.points).square().sum(1).sqrt()[batch.weights > 0])
    return torch.cat(errors).median().item()


def in_child(name: str, seed: int, options: argparse.Namespace, core: int) -> dict[str, Any]:
    """The same in a process that has one core to itself."""
    command = [sys.executable, __file__, "--child", "--variants", name, "--seeds", str(seed)]
    command += ["--minutes", str(options.minutes), "--out", str(options.out)]
    command += ["--temporal"] if options.temporal else []
    given = {**os.environ, "OMP_NUM_THREADS": "1", "KD3D_CORE": str(core)}
    log = options.out / "training" / f"{name.replace(' ', '_')}-{seed}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as errors:
        ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=errors, text=True, env=given)
    if ended.returncode:
        return {"change": name, "seed": seed, "minutes": options.minutes, "failed": f"see {log}"}
    return json.loads(ended.stdout.splitlines()[-1])


def table(rows: list[dict[str, Any]]) -> str:
    """Markdown; the rows without a change first, with their median."""
    lines = ["| " + " | ".join(COLUMNS) + " |", "|" + "---|" * len(COLUMNS)]
    plain = [row for row in rows if row["change"] == "none"]
    keys = ("steps", "validation_m", "point_m", "pose_m", "pose_deg", "within_5cm_5deg")
    known = [row for row in plain if "failed" not in row and row["pose_m"] is not None]
    middle = {key: median(row[key] for row in known) for key in keys} if known else None
    ordered = plain + ([{"change": "none, median", "seed": "", **middle}] if middle else [])
    for row in ordered + [row for row in rows if row["change"] != "none"]:
        if "failed" in row:
            lines.append(f"| {row['change']} | {row['seed']} | failed: {row['failed']} |" + " |" * 4)
            continue
        lines.append(
            f"| {row['change']} | {row['seed']} | {row['steps']:.0f} | {row['validation_m'] * 100:.1f} cm | "
            f"{row['point_m'] * 100:.1f} cm | {pose_text(row)} | {row['within_5cm_5deg']:.0%} |"
        )
    return "\n".join(lines)


def pose_text(row: dict[str, Any]) -> str:
    """Median pose error."""
    if row["pose_m"] is None:
        return "none found"
    return f"{row['pose_m'] * 100:.1f} cm, {row['pose_deg']:.2f} deg"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=3.0, help="of one core, each")
    parser.add_argument(
        "--variants", nargs="+", choices=list(VARIANTS), metavar="CHANGE", help=str(list(VARIANTS))
    )
    parser.add_argument("--seeds", nargs="+", type=int, help="default: 0, and 1 and 2 of no change")
    parser.add_argument("--temporal", action="store_true", help="train on the first frames, test on the last")
    parser.add_argument("--out", type=Path, help="folder of results and labels")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.out = options.out or FOLDER / ("recipe_temporal" if options.temporal else "recipe")
    if options.child:
        logging.basicConfig(level=logging.INFO, format="%(message)s")
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, {int(os.environ["KD3D_CORE"])})
        torch.set_num_threads(1)
        print(json.dumps(measured(options)))
        return
    label.run(DistillConfig(scene=SCENE, data=recording(options), work_dir=options.out))
    results = options.out / "results.jsonl"
    before = [json.loads(line) for line in results.read_text().splitlines()] if results.exists() else []
    rows = [row for row in before if "failed" not in row]
    known = {(row["change"], row["seed"], row["minutes"]) for row in rows}
    trials = [
        (name, seed)
        for name in options.variants or VARIANTS
        for seed in options.seeds or (BASE_SEEDS if name == "none" else BASE_SEEDS[:1])
        if (name, seed, options.minutes) not in known
    ]
    free: queue.Queue[int] = queue.Queue()
    for core in range(os.cpu_count() or 1):
        free.put(core)

    def run(trial: tuple[str, int]) -> dict[str, Any]:
        core = free.get()
        try:
            return in_child(*trial, options, core)
        finally:
            free.put(core)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for row in progress(pool.map(run, trials), desc="trainings", total=len(trials), unit="training"):
            rows.append(row)
            with results.open("a") as file:
                file.write(json.dumps(row) + "\n")
    same = [row for row in rows if row["minutes"] == options.minutes]
    print(table(same))
    print(json.dumps({"minutes_of_one_core": options.minutes, "rows": same, **machine_and_versions()}))


if __name__ == "__main__":
    main()
