"""Students to serve in benchmarks of the node: of the kitchen and of the office, trained once and kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from surroundings import REPOSITORY, benchmark_data

from kd3d_ros import __version__
from kd3d_ros.architecture import Architecture
from kd3d_ros.scene import SceneBundle, load_scene, write_scene
from kd3d_ros.student import PRESETS, Student
from kd3d_ros.uncertainty import UNMEASURED
from offline import distill
from offline.config import RecordingConfig
from offline.datasets.base import Frame
from offline.distill import DistillConfig
from offline.train import Preset

FOLDER = REPOSITORY / "runs/benchmarks"
WITHOUT_PACKAGED_WEIGHTS = ("paper_mobilenet", "kd3d_l")
"""No package brings their ImageNet weights, so that they start from scratch, wherever this runs."""


@dataclass(frozen=True)
class TrainedScene:
    """A bundle and the held-out frames of its recording, in order of time."""

    bundle: SceneBundle
    frames: list[Frame]


def trained_scene(
    name: str,
    minutes: float,
    input_width: int | None = None,
    student: Preset = "kd3d_s",
) -> TrainedScene:
    """`kitchen` (the real recording, see surroundings) or `office`; trained for so long the first time.

    input_width: long side of the student's input, pixels; None for its own.  Raises SystemExit where there
    is no recording of the kitchen.
    """
    data = benchmark_data() if name == "kitchen" else None
    if name == "kitchen" and data is None:
        raise SystemExit("the kitchen needs a recording: set KD3D_BENCH_DATA")
    if input_width == max(PRESETS[student].input_size):
        input_width = None
    kind = f"_{student}" if student != "kd3d_s" else ""
    size = f"_{input_width}_px" if input_width else ""
    config = DistillConfig(
        scene=f"{name}{kind}_{minutes:g}_min{size}".replace(".", "_"),
        data=data,
        minutes=minutes,
        student=student,
        backbone_weights=starting_weights(student),
        input_width=input_width,
        work_dir=FOLDER / "work",
        scenes_dir=FOLDER / "scenes",
    )
    distill.run(config)
    dataset = RecordingConfig(scene=config.scene, data=data, work_dir=config.work_dir).open_recording()
    frames = [dataset.load(frame) for frame in dataset.names("test")]
    return TrainedScene(load_scene(config.scenes_dir, config.scene), frames)


def starting_weights(student: str) -> str:
    """Where its backbone starts."""
    return "none" if student in WITHOUT_PACKAGED_WEIGHTS else "imagenet"


def write_tiny_scene(scenes_dir: Path, name: str = "tiny") -> Path:
    """A small student of random weights: input 96x64, map 48x32, a few milliseconds an image."""
    torch.manual_seed(1)
    architecture = Architecture("kd3d_s", "pyramid", PRESETS["kd3d_s"].backbone, 8, (96, 64))
    return write_bare_scene(scenes_dir / name, Student(architecture))


def write_bare_scene(path: Path, student: Student) -> Path:
    """A bundle of a student of which nothing has been measured."""
    width, height = student.architecture.input_size
    focal = 80 * width / 96
    K = [[focal, 0, (width - 1) / 2], [0, focal, (height - 1) / 2], [0, 0, 1]]
    manifest = {
        "scene": path.name,
        "frame_id": "map",
        "gravity_aligned": True,
        "metric": True,
        "scale_residual": 0.0,
        "scene_bounds_m": [[-1, -1, -1], [1, 1, 1]],
        "uncertainty_calibration": {"predicted": [1.0], "actual": [1.0]},
        "localization": UNMEASURED.as_dict(),
        "intrinsics": {"width": width, "height": height, "K": K},
        "teacher": {"name": "none"},
        "dataset": {"format": "none"},
        "software": {"kd3d_ros": __version__},
        "metrics": None,
    }
    return write_scene(path, student, {}, manifest)
