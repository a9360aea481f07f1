"""How good is a student after so many minutes of training: `make bench-students MINUTES=10`.

    python test/benchmarks/students.py [--minutes 10] [--student kd3d_s] [--seed 0]

Labels, trains and bundles from scratch, in a temporary folder, then reads the bundle's figures on the
held-out frames.  Uses $KD3D_BENCH_DATA, else the kitchen beside the project, else the generated office.
"""

from __future__ import annotations

import argparse
import json
import logging
import tempfile
from pathlib import Path

from surroundings import benchmark_data, machine_and_versions

from kd3d_ros.scene import load_scene
from offline import distill
from offline.distill import DistillConfig


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--student", default="kd3d_s")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    data = benchmark_data()
    with tempfile.TemporaryDirectory() as folder:
        config = DistillConfig(
            scene="bench",
            data=data,
            minutes=options.minutes,
            student=options.student,
            seed=options.seed,
            work_dir=Path(folder) / "work",
            scenes_dir=Path(folder) / "scenes",
        )
        distill.run(config)
        bundle = load_scene(config.scenes_dir, config.scene)
    metrics, training = bundle.manifest["metrics"], bundle.manifest["training"]
    figures = {
        "point_error_m": metrics["point_error_m"]["median"],
        "pose_t_m": metrics["pose"]["median_t_m"],
        "pose_r_deg": metrics["pose"]["median_r_deg"],
        "within_5cm_5deg": metrics["pose"]["within_5cm_5deg"],
        "size_mb": metrics["size_mb"],
        "predict_ms": metrics["latency_ms"]["median"],
        "student": options.student,
        "minutes": options.minutes,
        "seed": options.seed,
        "training_steps": training["steps"],
        "frames": metrics["frames"],
        "calibration_error_m": metrics["uncertainty"]["calibration_error_m"],
        "precision": metrics["precision"],
        "data": str(data.name if data else "office"),
    }
    print(json.dumps({**figures, **machine_and_versions()}))


if __name__ == "__main__":
    main()
