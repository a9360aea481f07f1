"""`kill -9` at any moment: `make bench-kills` (20 times offline.distill; 10 times the node during a swap).

distill   A small office (40 + 12 frames) is distilled once to the end.  Then again and again in another
          folder, killed after a random share of that time, 20 times in all; after each, the scenes' folder
          is looked at as a node would (a bundle there has to load).  At last it runs to its end.
          Its figures are compared with those of the uninterrupted run; as the noise of such a run, those
          of a third one with another seed are given.
node      A node is killed at a random moment of the load of another scene; it has to start again and serve.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from node_process import running_node
from surroundings import REPOSITORY, machine_and_versions
from trained_scenes import write_tiny_scene

from kd3d_ros.scene import SceneError, load_scene
from offline.datasets.office import generate

EPOCHS = 12
MOST_RUN_SECONDS = 600.0


def start(folder: Path, data: Path, seed: int) -> subprocess.Popen[bytes]:
    """`python -m offline.distill` of the small office, into `folder`."""
    flags = {
        "--scene": "office", "--data": data, "--scenes-dir": folder / "scenes", "--work-dir": folder / "work",
        "--epochs": EPOCHS, "--input-width": 128, "--batch-size": 4, "--device": "cpu", "--seed": seed,
    }  # fmt: skip
    words = [str(word) for pair in flags.items() for word in pair]
    output = (folder / "log.txt").open("ab")
    return subprocess.Popen(
        [sys.executable, "-m", "offline.distill", *words], cwd=REPOSITORY, stdout=output, stderr=output
    )


def finish(folder: Path, data: Path, seed: int) -> tuple[float, dict[str, Any]]:
    """Run to the end: seconds, and the bundle's figures."""
    folder.mkdir(exist_ok=True)
    begun, process = time.monotonic(), start(folder, data, seed)
    if process.wait(MOST_RUN_SECONDS) != 0:
        raise SystemExit(f"distill failed:\n{(folder / 'log.txt').read_text()[-3000:]}")
    return time.monotonic() - begun, load_scene(folder / "scenes", "office").manifest["metrics"]


def is_broken(scenes_dir: Path) -> bool:
    """Whether what a node would find there cannot be loaded."""
    if not (scenes_dir / "office").exists():
        return False
    try:
        load_scene(scenes_dir, "office")
    except SceneError as error:
        print(error, file=sys.stderr)
        return True
    return False


def kill_distill(times: int, folder: Path) -> dict[str, Any]:
    data = generate(folder / "data", train_frames=40, test_frames=12, size=(160, 120))
    seconds, whole = finish(folder / "whole", data, seed=0)
    _, other = finish(folder / "other", data, seed=1)
    print(f"uninterrupted: {seconds:.0f} s", file=sys.stderr)
    rng, killed = random.Random(0), folder / "killed"
    killed.mkdir()
    kills = broken = 0
    while kills < times:
        process = start(killed, data, seed=0)
        # Each run goes on from where the last one was: short lives, so that kills meet all stages.
        try:
            process.wait(rng.uniform(0.1, 0.6) * seconds)
            shutil.rmtree(killed)  # it came to its end: begin again
            killed.mkdir()
            continue
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        kills += 1
        broken += is_broken(killed / "scenes")
        print(f"killed {kills} times", file=sys.stderr, flush=True)
    _, resumed = finish(killed, data, seed=0)
    points = {name: one["point_error_m"]["median"] for name, one in
              (("whole", whole), ("resumed", resumed), ("other_seed", other))}  # fmt: skip
    return {"distill_kills": kills, "broken_bundles_seen": broken} | {
        f"point_error_{name}_m": round(value, 4) for name, value in points.items()
    }


def kill_node(times: int, folder: Path) -> dict[str, int]:
    for name in ("one", "two"):
        write_tiny_scene(folder, name)
    rng = random.Random(0)
    images = [np.random.default_rng(0).integers(0, 256, (64, 96, 3), np.uint8)]
    served_again = 0
    for _ in range(times):
        with running_node(scene="one", scenes_dir=folder) as node:
            node.wait_until_active(images)
            node.set_parameters(scene="two")
            node.listen(rng.uniform(0.0, 0.5))
            node.process.kill()
            node.process.wait()
        with running_node(scene="two", scenes_dir=folder) as node:
            node.wait_until_active(images)
            served_again += 1
    return {"node_kills": times, "served_again": served_again}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--node-times", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        figures = kill_distill(options.times, Path(name))
    with tempfile.TemporaryDirectory() as name:
        figures |= kill_node(options.node_times, Path(name))
    print(json.dumps({**figures, **machine_and_versions()}))


if __name__ == "__main__":
    main()
