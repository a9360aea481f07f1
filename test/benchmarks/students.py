"""How good is a student after so many minutes of training: `make bench-students PRESET=kd3d_m MINUTES=10`.

    python test/benchmarks/students.py [--preset kd3d_s] [--minutes 10] [--input-width 192] [--temporal]
    python test/benchmarks/students.py --all [--minutes 10]

Labels by the sensor, trains and bundles from scratch, in a temporary folder, then reads the bundle's figures
on the held-out frames.  --all does so for ours and the paper's at equal time, at two input sizes, and at a
third for the paper's full-resolution network, which a CPU takes no further; those students are kept in
runs/benchmarks, so that it goes on where it was stopped.  --temporal trains on the first 500 frames and tests
on the last 150.  Uses $KD3D_BENCH_DATA, else the kitchen beside the project, else the generated office.
"""

from __future__ import annotations

import argparse
import json
import logging
import tempfile
from pathlib import Path
from typing import Any

from surroundings import benchmark_data, machine_and_versions
from trained_scenes import starting_weights, trained_scene

from kd3d_ros.scene import SceneBundle, load_scene
from offline import distill
from offline.config import RecordingConfig
from offline.distill import DistillConfig

TINY, SMALL, LARGE = 128, 192, 320
ALL = [
    *((preset, SMALL) for preset in ("paper_mobilenet", "paper_vit", "kd3d_s", "kd3d_m", "kd3d_l")),
    *((preset, TINY) for preset in ("kd3d_s", "kd3d_m", "paper_cnn")),
    *((preset, LARGE) for preset in ("paper_mobilenet", "paper_vit", "kd3d_s", "kd3d_m", "kd3d_l")),
]
"""Presets by long side of the input, pixels."""


def figures_of(bundle: SceneBundle, minutes: float, seed: int) -> dict[str, Any]:
    """What the bundle says of its student."""
    manifest = bundle.manifest
    metrics, training = manifest["metrics"], manifest["training"]
    uncertainty = metrics["uncertainty"]
    ratios = zip(uncertainty["actual_m"], uncertainty["predicted_m"], strict=True)
    return {
        "preset": bundle.architecture.preset,
        "minutes": minutes,
        "input_width": max(manifest["student"]["input_size"]),
        "backbone_weights": training["backbone_weights"],
        "point_error_m": metrics["point_error_m"]["median"],
        "pose_t_m": metrics["pose"]["median_t_m"],
        "pose_r_deg": metrics["pose"]["median_r_deg"],
        "within_5cm_5deg": metrics["pose"]["within_5cm_5deg"],
        "calibration_error_m": uncertainty["calibration_error_m"],
        "calibration_ratio_bins": [round(actual / predicted, 3) for actual, predicted in ratios],
        "edge_error_m": metrics["edges"]["error_m_median"],
        "edge_bleed_share": metrics["edges"]["bleed_share"],
        "dropped_share": metrics["dropped"],
        "size_mb": metrics["size_mb"],
        "predict_ms": metrics["latency_ms"]["median"],
        "precision": metrics["precision"],
        "training_steps": training["steps"],
        "frames": metrics["frames"],
        "seed": seed,
    }


def split_by_time(root: Path, folder: Path, train: int = 500, test: int = 150) -> Path:
    """The recording as two sequences, its first and its last frames, in the layout of 7-Scenes (links)."""
    dataset = RecordingConfig(scene="bench", data=root, format="seven_scenes").open_recording()
    names = dataset.names("all")
    for sequence, chosen, listed in (
        ("seq-01", names[:train], "TrainSplit.txt"),
        ("seq-02", names[-test:], "TestSplit.txt"),
    ):
        (folder / sequence).mkdir(parents=True)
        (folder / listed).write_text(f"sequence{int(sequence[-2:])}\n")
        for name in chosen:
            for file in root.glob(f"{name}.*"):
                (folder / sequence / file.name).symlink_to(file)
    return folder


def table(minutes: float) -> dict[str, Any]:
    """The figures of all students, each printed as it comes."""
    place, rows = "kitchen" if benchmark_data() else "office", []
    for preset, input_width in ALL:
        bundle = trained_scene(place, minutes, input_width, preset).bundle
        rows.append(figures_of(bundle, minutes, DistillConfig.seed))
        print(json.dumps(rows[-1]), flush=True)
    return {"students": rows}


def one(options: argparse.Namespace, data: Path | None) -> dict[str, Any]:
    """The figures of a student that is trained afresh."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.temporal:
            if data is None:
                raise SystemExit("--temporal needs a recording in the layout of 7-Scenes")
            data = split_by_time(data, folder / "temporal")
        config = DistillConfig(
            scene="bench",
            data=data,
            minutes=options.minutes,
            student=options.preset,
            backbone_weights=options.backbone_weights or starting_weights(options.preset),
            input_width=options.input_width,
            seed=options.seed,
            work_dir=folder / "work",
            scenes_dir=folder / "scenes",
        )
        distill.run(config)
        return figures_of(load_scene(config.scenes_dir, config.scene), config.minutes, config.seed)


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10.0, help="of training, each")
    parser.add_argument("--preset", default="kd3d_s")
    parser.add_argument("--input-width", type=int)
    parser.add_argument("--backbone-weights", help="default: imagenet where a package has them, else none")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--temporal", action="store_true", help="train on the first frames, test on the last")
    parser.add_argument("--all", action="store_true", help="the table: every student, equal time")
    options = parser.parse_args()
    single = ("preset", "input_width", "backbone_weights", "seed", "temporal")
    if options.all and any(getattr(options, name) != parser.get_default(name) for name in single):
        parser.error(f"--all takes none of --{', --'.join(single)}".replace("_", "-"))
    data = benchmark_data()
    figures = table(options.minutes) if options.all else one(options, data)
    recording = f"{data.name}" if data else "office"
    print(json.dumps({**figures, "data": recording, "temporal": options.temporal, **machine_and_versions()}))


if __name__ == "__main__":
    main()
