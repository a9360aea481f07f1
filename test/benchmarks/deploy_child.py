"""One measurement of `make bench` in a process of its own, whose peak memory is that of what is measured.

    python test/benchmarks/deploy_child.py student SCENES_DIR SCENE BACKEND PRECISION FRAMES [--data PATH]
    python test/benchmarks/deploy_child.py dust3r

The last line is a JSON object.  A backend that needs no torch is timed before torch is imported.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import WEIGHTS, load_scene

WIDTH, HEIGHT = 640, 480
"""Of the image that a student is timed on, pixels."""
MOST_RUNS, LEAST_RUNS, MOST_SECONDS = 200, 10, 5.0
PAIRS = 2
"""So many of DUSt3R's are timed, after one that is not."""


def camera_image() -> np.ndarray:
    """An image (480, 640, 3) uint8, always the same: what it shows does not change how long it takes."""
    return np.random.default_rng(0).integers(0, 256, (HEIGHT, WIDTH, 3), np.uint8)


def student(options: argparse.Namespace) -> dict[str, Any]:
    """Size, memory, latency and held-out error of a bundle's student."""
    bundle = load_scene(options.scenes_dir, options.scene)
    predictor = Predictor(bundle, precision=options.precision, backend=options.backend)
    predictor.settle()
    image = camera_image()
    file = bundle.path / file_name(options.backend, options.precision)
    figures = {
        "preset": bundle.architecture.preset,
        "input": "{}x{}".format(*bundle.architecture.input_size),
        "backend": options.backend,
        "precision": options.precision,
        "device": predictor.device,
        "parameters": predictor.parameters,
        "file_mb": round(file.stat().st_size / 1e6, 3),
        **latency(lambda: predictor.predict(image), MOST_RUNS),
        "peak_mb": peak_mb(),
    }
    return {**figures, **held_out(predictor, options.data, options.frames)}


def file_name(backend: str, precision: str) -> str:
    """The bundle's file that this choice computes from."""
    if backend == "torch":
        return WEIGHTS
    from kd3d_ros.backends.onnx_backend import FILES  # onnxruntime may not be installed

    return FILES[precision]


def held_out(predictor: Predictor, data: Path | None, frames: int) -> dict[str, Any]:
    """Point errors on so many test frames of the recording (of the office without `data`), metres."""
    from trained_scenes import FOLDER

    from offline.config import RecordingConfig
    from offline.evaluate import evaluate
    from offline.pointcloud import evenly

    recording = RecordingConfig(scene="bench", data=data, work_dir=FOLDER / "work").open_recording()
    errors = evaluate(predictor, recording, evenly(recording.names("test"), frames))["point_error_m"]
    return {"error_m": errors["median"], "error_m_p90": errors["p90"]}


def dust3r(options: argparse.Namespace) -> dict[str, Any]:
    """The library's network of random weights on one pair, one way: the least that it can be asked."""
    import torch

    from kd3d_ros.device import resolve_device
    from kd3d_ros.student import parameter_count
    from offline.teachers.dust3r import give_notice
    from offline.teachers.dust3r_weights import ARCHITECTURE, LONG_SIDE, import_network

    give_notice()
    device = resolve_device("auto")
    network = import_network()(**ARCHITECTURE).eval().to(device)
    height = LONG_SIDE * HEIGHT // WIDTH
    views = [
        {"img": 2 * torch.rand(1, 3, height, LONG_SIDE, device=device) - 1, "instance": [name]}
        for name in ("a", "b")
    ]

    @torch.inference_mode()
    def pair() -> object:
        return [one["conf"].cpu() for one in network(*views)]

    parameters = parameter_count(network)
    pair()
    return {
        "preset": "dust3r",
        "input": f"a pair of {LONG_SIDE}x{height}",
        "backend": "mini-dust3r",
        "precision": "fp32",
        "device": str(device),
        "parameters": parameters,
        "file_mb": round(4 * parameters / 1e6, 3),
        **latency(pair, PAIRS),
        "peak_mb": peak_mb(),
    }


def latency(answer: Callable[[], object], most: int) -> dict[str, Any]:
    """Median and 95th percentile of so many answers, or, if they are slow, of fewer."""
    seconds: list[float] = []
    while len(seconds) < most and (len(seconds) < LEAST_RUNS or sum(seconds) < MOST_SECONDS):
        start = time.perf_counter()
        answer()
        seconds.append(time.perf_counter() - start)
    median, p95 = 1e3 * np.quantile(seconds, [0.5, 0.95])
    return {"ms": round(float(median), 3), "ms_p95": round(float(p95), 3), "runs": len(seconds)}


def peak_mb() -> float | None:
    """Most resident memory so far, 10^6 bytes; None where there is no /proc.

    Not getrusage, which counts the parent in.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return round(int(line.split()[1]) * 1024 / 1e6, 1)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    subjects = parser.add_subparsers(required=True)
    of_student = subjects.add_parser("student")
    of_student.add_argument("scenes_dir", type=Path)
    for name in ("scene", "backend", "precision"):
        of_student.add_argument(name)
    of_student.add_argument("frames", type=int)
    of_student.add_argument("--data", type=Path)
    of_student.set_defaults(measure=student)
    subjects.add_parser("dust3r").set_defaults(measure=dust3r)
    options = parser.parse_args()
    print(json.dumps(options.measure(options)))


if __name__ == "__main__":
    main()
