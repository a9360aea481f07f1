"""What training on ten times as many frames costs in memory: `make bench-many_frames`.

Label stores of 1,000 and 10,000 frames, made of links to the labels of the benchmark recording, are trained
on for a minute each (MINUTES=...), each in a process of its own; their peak memory is compared.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from surroundings import benchmark_data, machine_and_versions

from offline import label, train
from offline.distill import DistillConfig
from offline.labels import LabelStore
from offline.train import TrainConfig

COUNTS = (1000, 10_000)


def repeat(store: LabelStore, path: Path, count: int) -> None:
    """A finished store of `count` frames: hard links to those of `store`, over and over."""
    frames = sorted((store.path / "frames").iterdir())
    (path / "frames").mkdir(parents=True)
    names = [f"{n:06d}" for n in range(count)]
    for n, name in enumerate(names):
        os.link(frames[n % len(frames)], path / "frames" / f"{name}.safetensors")
    LabelStore(path).finish(names, digest=f"{count} repeated")


def child(work: Path, minutes: float) -> None:
    """Train on what is in `work`; the last line says what it took."""
    start = time.perf_counter()
    train.run(TrainConfig(scene="many", work_dir=work, minutes=minutes))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(json.dumps({"peak_rss_mb": round(peak), "total_s": round(time.perf_counter() - start, 1)}))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=1.0, help="of training, each")
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child(options.child, options.minutes)
        return
    figures: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        label.run(DistillConfig(scene="few", data=benchmark_data(), work_dir=folder))
        for count in COUNTS:
            repeat(LabelStore(folder / "few" / "labels"), folder / str(count) / "many" / "labels", count)
            command = [sys.executable, __file__, "--child", str(folder / str(count))]
            command += ["--minutes", str(options.minutes)]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
            found = json.loads(done.stdout.splitlines()[-1])
            figures |= {
                f"{key.replace('_mb', '')}_{count}{'_mb' if '_mb' in key else ''}": value
                for key, value in found.items()
            }
            print(count, "frames:", found, flush=True)
    few, many = (float(str(figures[f"peak_rss_{count}_mb"])) for count in COUNTS)
    print(json.dumps({**figures, "memory_ratio": round(many / few, 3), **machine_and_versions()}))


if __name__ == "__main__":
    main()
