"""What encoding each image once is worth: `make bench-dust3r_encode_once`.

    python test/benchmarks/dust3r_encode_once.py [--frames 5] [--window 3] [--make-pairs]

Pairs per second of the teacher `dust3r` and of the library's own symmetrized inference, on the same pairs of
a sliding window, with the same weights (ViT-Large/512 with DPT heads, random), in float32, pair by pair in
turn.  The library works in its symmetrized batches, which encode both images once per pair; with --make-pairs
also as it is commonly used, `inference(make_pairs(..., symmetrize=True))`, which encodes them once per
direction.  Uses $KD3D_BENCH_DATA, else the kitchen beside the project, else the generated office.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from surroundings import benchmark_data, machine_and_versions

from offline.config import default_work_dir
from offline.datasets import open_dataset
from offline.teachers.dust3r import Dust3rTeacher
from offline.teachers.dust3r_weights import ARCHITECTURE, import_network
from offline.teachers.pairs import PairPrediction, View

Pair = tuple[View, View]
Both = tuple[PairPrediction, PairPrediction]
CPU = torch.device("cpu")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--frames", type=int, default=5)
    parser.add_argument("--window", type=int, default=3)
    parser.add_argument("--make-pairs", action="store_true")
    options = parser.parse_args()
    data = benchmark_data()
    figures = measure(data, options.frames, options.window, make_pairs=options.make_pairs)
    print(json.dumps({**figures, "data": data.name if data else "office", **machine_and_versions()}))


def measure(
    data: Path | None,
    frames: int = 5,
    window: int = 3,
    spacing: int = 10,
    make_pairs: bool = False,
    settings: dict[str, Any] = ARCHITECTURE,
) -> dict[str, Any]:
    """Figures on frames `spacing` apart, each paired with the `window` next; without `data`, the office's."""
    torch.manual_seed(0)
    network = import_network()(**settings).eval()
    with tempfile.TemporaryDirectory() as folder:
        network.save_pretrained(Path(folder) / "weights")
        teacher = Dust3rTeacher(
            Path(folder) / "features", CPU, str(Path(folder) / "weights"), precision="fp32", batch_size=1
        )
        views = load_views(teacher, data, frames, spacing)
        pairs = [
            (views[i], views[j]) for i in range(frames) for j in range(i + 1, min(i + window, frames - 1) + 1)
        ]
        print(f"{len(pairs)} pairs of {frames} images {views[0].image.shape[1]}x{views[0].image.shape[0]}")
        sides: dict[str, Callable[[Sequence[Pair]], list[Both]]] = {
            "teacher": teacher.predict,
            "library": lambda some: say_symmetrized(network, some),
        }
        if make_pairs:
            sides["make_pairs"] = lambda some: say_as_library(network, some)
        sides["library"](pairs[:1])  # everything is allocated before the clock starts
        seconds, cpu_seconds, said = in_turn(sides, pairs)
    return {
        "encode_once_speedup": round(seconds["library"] / seconds["teacher"], 3),
        "encode_once_cpu_speedup": round(cpu_seconds["library"] / cpu_seconds["teacher"], 3),
        "dust3r_parity_rel": max(worst_difference(said["teacher"], said[side], 1.0) for side in sides),
        "dust3r_parity_rel_per_pixel": max(
            worst_difference(said["teacher"], said[side], 0.01) for side in sides
        ),
        **{f"{side}_pairs_per_s": round(len(pairs) / seconds[side], 4) for side in sides},
        "frames": frames,
        "pairs": len(pairs),
        "precision": "fp32",
        "threads": torch.get_num_threads(),
    }


def load_views(teacher: Dust3rTeacher, data: Path | None, count: int, spacing: int) -> list[View]:
    """The first frames of the training images, so many apart."""
    if data is None:
        from offline.datasets.office import generate

        data = generate(default_work_dir() / "office.recording")
    dataset = open_dataset(data, "auto")
    return [
        teacher.prepare(dataset.load(name)) for name in dataset.names("train")[: count * spacing : spacing]
    ]


def in_turn(
    sides: dict[str, Callable[[Sequence[Pair]], list[Both]]], pairs: Sequence[Pair]
) -> tuple[dict[str, float], dict[str, float], dict[str, list[Both]]]:
    """Seconds and CPU seconds of each side for all pairs, and what it said; pair by pair, side by side.

    CPU seconds say the same as seconds on a machine that has nothing else to do, and count on others.
    """
    seconds, cpu_seconds = dict.fromkeys(sides, 0.0), dict.fromkeys(sides, 0.0)
    said: dict[str, list[Both]] = {side: [] for side in sides}
    for number, pair in enumerate(pairs, 1):
        for side, say in sides.items():
            start, cpu_start = time.perf_counter(), time.process_time()
            said[side] += say([pair])
            seconds[side] += time.perf_counter() - start
            cpu_seconds[side] += time.process_time() - cpu_start
        so_far = ", ".join(f"{side} {seconds[side]:.1f} s, {cpu_seconds[side]:.1f} s CPU" for side in sides)
        print(f"pair {number} of {len(pairs)}: {so_far}", flush=True)
    return seconds, cpu_seconds, said


def say_as_library(network: Any, pairs: Sequence[Pair]) -> list[Both]:
    """The library's `inference` on the pairs that its `make_pairs` makes of two images, both directions."""
    from mini_dust3r.image_pairs import make_pairs
    from mini_dust3r.inference import inference

    said = []
    for pair in pairs:
        images = [library_image(view, index) for index, view in enumerate(pair)]
        back, forth = (
            inference([both], network, "cpu", batch_size=1, verbose=False)
            for both in make_pairs(images, symmetrize=True)  # (1, 0), then (0, 1)
        )
        said.append((prediction(forth, 0), prediction(back, 0)))
    return said


def say_symmetrized(network: Any, pairs: Sequence[Pair]) -> list[Both]:
    """The library's symmetrized batches, one pair each: two images encoded, two directions decoded."""
    from mini_dust3r.inference import loss_of_one_batch
    from mini_dust3r.utils.device import collate_with_cat

    said = []
    for pair in pairs:
        batch = collate_with_cat([tuple(library_image(view, index) for index, view in enumerate(pair))])
        with torch.no_grad():
            out = loss_of_one_batch(batch, network, None, "cpu", symmetrize_batch=True)
        said.append((prediction(out, 0), prediction(out, 1)))
    return said


def library_image(view: View, index: int) -> dict[str, Any]:
    """A prepared view as the library's loader gives it."""
    from mini_dust3r.utils.image import ImgNorm

    shape = np.array([view.image.shape[:2]], dtype=np.int32)
    return {"img": ImgNorm(view.image)[None], "true_shape": shape, "idx": index, "instance": str(index)}


def prediction(out: dict[str, Any], index: int) -> PairPrediction:
    """One prediction of the library's output."""
    fields = ((1, "pts3d"), (2, "pts3d_in_other_view"), (1, "conf"), (2, "conf"))
    return PairPrediction(*(out[f"pred{n}"][key][index].numpy() for n, key in fields))


def worst_difference(ours: Sequence[Both], theirs: Sequence[Both], floor: float) -> float:
    """Largest difference of any point or confidence, relative to its distance or itself.

    Distances count as at least `floor` medians of their map.  Where a random network puts a point next to the
    camera, float32 leaves few digits of it: with a floor of 0.01, the library differs by 2e-4 from itself in
    float64, and the teacher by as much.  With a floor of 1, what matters of a map is compared.
    """
    worst = 0.0
    for a, b in zip(
        (one for pair in ours for one in pair), (one for pair in theirs for one in pair), strict=True
    ):
        for name in ("own", "other"):
            points, expected = getattr(a, name), getattr(b, name)
            distance = np.linalg.norm(expected, axis=-1)
            distance = np.maximum(distance, floor * np.median(distance))
            worst = max(worst, float((np.linalg.norm(points - expected, axis=-1) / distance).max()))
            confidence, expected = getattr(a, f"{name}_confidence"), getattr(b, f"{name}_confidence")
            worst = max(worst, float((np.abs(confidence - expected) / expected).max()))
    return worst


if __name__ == "__main__":
    warnings.filterwarnings("ignore", category=FutureWarning, module="mini_dust3r")
    main()
