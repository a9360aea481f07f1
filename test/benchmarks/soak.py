"""A long run of the node, with scenes swapped under way: `make soak` (10 minutes; MINUTES=2 for a look).

The node serves a camera of 30 Hz over real DDS.  50 times it is told to serve another scene, which it does,
and 20 times one that is missing, damaged or not allowed, which it refuses with a reason and serves on.

rss_growth_mb: resident memory at the end less that after the first tenth of the time, in which allocators
find their size.  max_gap_s: the longest time without a cloud.  Counts are those of the node's diagnostics.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import time
from itertools import cycle, pairwise
from pathlib import Path

from node_process import NodeProcess, running_node
from rclpy.task import Future
from surroundings import machine_and_versions
from trained_scenes import TrainedScene, trained_scene

from kd3d_ros.scene import MANIFEST, WEIGHTS

SWAPS, FAILING_SWAPS = 50, 20
RATE_HZ = 30.0
SWAP_SECONDS = 30.0


def scenes(kitchen: TrainedScene, folder: Path) -> tuple[list[str], list[str]]:
    """Names of bundles that can be served, and of what cannot, in `folder`."""
    for name in ("one", "two"):
        copy = folder / name
        shutil.copytree(kitchen.bundle.path, copy)
        manifest = copy / MANIFEST
        text = manifest.read_text().replace(f"scene: {kitchen.bundle.name}\n", f"scene: {name}\n")
        manifest.write_text(text)
    shutil.copytree(folder / "one", folder / "damaged")
    with (folder / "damaged" / WEIGHTS).open("r+b") as file:
        file.seek(100_000)
        file.write(b"\xff" * 64)
    return ["one", "two"], ["nowhere", "damaged", "../one", ""]


class Swaps:
    """Asks for one scene after the other, and counts what became of it."""

    def __init__(self, node: NodeProcess, good: list[str], bad: list[str], period_s: float) -> None:
        self._node, self._period_s = node, period_s
        every = (SWAPS + FAILING_SWAPS) / FAILING_SWAPS
        failing = {int(i * every) for i in range(FAILING_SWAPS)}
        goods, bads = cycle(reversed(good)), cycle(bad)
        self._plan = [
            (next(bads), False) if i in failing else (next(goods), True) for i in range(SWAPS + FAILING_SWAPS)
        ]
        self._asked: tuple[Future, bool] | None = None
        self._next_at = time.monotonic() + period_s
        self.done = self.refused = 0

    def tick(self) -> None:
        """Ask for the next one if it is time; look at the answer of the last."""
        if self._asked is not None and self._asked[0].done():
            future, good = self._asked
            result = future.result().result
            assert result.successful == good, f"swap: {result.reason or 'was not refused'}"
            assert good or result.reason, "refused without a reason"
            self.done += good
            self.refused += not good
            self._asked = None
        if self._asked is None and self._plan and time.monotonic() >= self._next_at:
            name, good = self._plan.pop(0)
            self._asked = (self._node.set_parameters(scene=name), good)
            self._next_at += self._period_s

    @property
    def finished(self) -> bool:
        return not self._plan and self._asked is None


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--training-minutes", type=float, default=10.0, help="of the student that is served")
    options = parser.parse_args()
    kitchen = trained_scene("kitchen", options.training_minutes)
    images = [frame.image for frame in kitchen.frames]
    seconds = 60 * options.minutes
    with tempfile.TemporaryDirectory() as name:
        good, bad = scenes(kitchen, Path(name))
        with running_node(scene=good[0], scenes_dir=name) as node:
            node.wait_until_active(images)
            start, warm_mb = time.monotonic(), None
            swaps = Swaps(node, good, bad, 0.95 * seconds / (SWAPS + FAILING_SWAPS))
            while (elapsed := time.monotonic() - start) < seconds or not swaps.finished:
                if elapsed > seconds + SWAP_SECONDS:
                    raise SystemExit(f"only {swaps.done} swaps and {swaps.refused} refusals in time")
                node.send_at(images, RATE_HZ, 1.0)
                swaps.tick()
                if warm_mb is None and elapsed > seconds / 10:
                    warm_mb = node.rss_mb
            end_mb, counts = node.rss_mb, node.idle_counts()
            times = node.cloud_times
    print(
        json.dumps(
            {
                "minutes": options.minutes,
                "rss_growth_mb": round(end_mb - (warm_mb or end_mb), 2),
                "rss_mb": round(end_mb, 1),
                "max_gap_s": round(max(b - a for a, b in pairwise(times)), 3),
                **counts,
                "unaccounted": counts["received"] - sum(counts[k] for k in ("served", "dropped", "rejected")),
                "clouds": len(times),
                "sent": node.sent,
                "swaps": swaps.done,
                "failed_swaps": swaps.refused,
                **machine_and_versions(),
            }
        )
    )


if __name__ == "__main__":
    main()
