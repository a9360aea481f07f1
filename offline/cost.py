"""What an answer costs: parameters, megabytes and milliseconds of student and teacher, in one run.

A student answers one image with a pointmap in the world.  A pairwise teacher answers two images with two
pointmaps each way; what it takes to make one world of many pairs is not counted.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any, Literal

import numpy as np
import torch

from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import WEIGHTS
from kd3d_ros.student import parameter_count
from offline.config import RecordingConfig
from offline.datasets.base import DataError, Dataset, Frame, Skipped, readable_frames
from offline.progress import progress
from offline.teachers.dust3r import DTYPES, give_notice, resolve_precision
from offline.teachers.dust3r_images import fit
from offline.teachers.dust3r_network import Dust3rNetwork
from offline.teachers.dust3r_weights import ARCHITECTURE, LONG_SIDE, import_network
from offline.teachers.geometric import GeometricTeacher

PAIRS = 2
"""So many pairs are timed, after one that is not: DUSt3R takes many seconds a pair on a CPU."""
SPACING = 10
"""At most so many frames from one image of a pair to the other: they need parallax."""
STUDENT_RUNS = 5
"""Answers of the student to each image."""


@dataclass(frozen=True, kw_only=True)
class CostConfig(RecordingConfig):
    """Whether costs are measured."""

    costs: Literal["none", "teacher", "dust3r", "geometric"] = "none"
    """Measure parameters, size and time of the student and, in the same run, of the scene's own teacher or of
    the one named.  Only training images are shown; DUSt3R's weights are not needed, but 4 GB of memory."""


@dataclass(frozen=True)
class Answerer:
    """A teacher that can be timed.  what: the answer that is timed, in words.  answer: to two images."""

    parameters: int
    size_mb: float
    what: str
    answer: Callable[[Frame, Frame], object]


def asked_cost(
    config: CostConfig, predictor: Predictor, dataset: Dataset, own_teacher: str
) -> dict[str, Any]:
    """`cost`, with the figures, where --costs asks for them.  Raises DataError, TeacherError."""
    if config.costs == "none":
        return {}
    teacher = own_teacher if config.costs == "teacher" else config.costs
    return {"cost": cost(predictor, dataset, teacher)}


def cost(predictor: Predictor, dataset: Dataset, teacher: str) -> dict[str, Any]:
    """Parameters, size of the weights in 10^6 bytes, and median time of an answer, of student and `teacher`.

    Raises DataError, and TeacherError where the teacher cannot work.
    """
    predictor.settle()
    frames = _training_frames(dataset)
    student_s = [_seconds(predictor.predict, frame.image) for frame in frames for _ in range(STUDENT_RUNS)]
    weights = predictor.bundle.path / WEIGHTS
    return {
        "student": {
            "parameters": predictor.parameters,
            "size_mb": round(weights.stat().st_size / 1e6, 3),
            "ms": 1e3 * float(np.median(student_s)),
        },
        "teacher": _teacher_cost(teacher, frames, torch.device(predictor.device)),
    }


def _training_frames(dataset: Dataset) -> list[Frame]:
    """Frames that make the pairs, each with the next: no test frame ever reaches a teacher."""
    names = dataset.names("train")
    spacing = max(1, min(SPACING, len(names) // (PAIRS + 2)))
    skipped = Skipped()
    frames = list(islice(readable_frames(dataset, names[::spacing], skipped), PAIRS + 2))
    if len(frames) < 3:
        raise DataError(
            f"{dataset.root}: to time a teacher takes 3 training frames, of which {len(frames)} can be read; "
            f"{skipped.summary()}"
        )
    return frames


def _teacher_cost(teacher: str, frames: list[Frame], device: torch.device) -> dict[str, Any]:
    if teacher == "rgbd":
        what = "the depth sensor itself, which computes nothing here"
        return {"parameters": 0, "size_mb": 0.0, "ms": None, "what": what}
    one = _dust3r(device) if teacher == "dust3r" else _geometric(frames)
    seconds = [
        _seconds(one.answer, *pair)
        for pair in progress(list(pairwise(frames)), desc=f"timing {teacher}", unit="pair")
    ]
    return {
        "parameters": one.parameters,
        "size_mb": one.size_mb,
        "ms": 1e3 * float(np.median(seconds[1:])),
        "what": one.what,
    }


def _dust3r(device: torch.device) -> Answerer:
    """The published network with random weights: its time does not depend on their values."""
    give_notice()
    precision = resolve_precision("auto", device)
    library_s = import_network()(**ARCHITECTURE).eval().requires_grad_(False)
    network = Dust3rNetwork(library_s, device, DTYPES[precision])
    parameters = parameter_count(library_s)

    def answer(a: Frame, b: Frame) -> object:
        images = [fit(frame.image, frame.K, frame.name)[0] for frame in (a, b)]
        features = [list(network.encode([image])) for image in images]
        shapes = [(image.shape[0], image.shape[1]) for image in images]
        return network.decode(features[0], features[1], *shapes)

    what = f"a pair of images of {LONG_SIDE} pixels, both ways, in {precision}; random weights"
    return Answerer(parameters, round(4 * parameters / 1e6, 3), what, answer)


def _geometric(frames: list[Frame]) -> Answerer:
    posed = all(frame.T_world_camera is not None for frame in frames)
    teacher = GeometricTeacher(use_poses=posed)

    def answer(a: Frame, b: Frame) -> object:
        return teacher.predict([(teacher.prepare(a), teacher.prepare(b))])

    what = f"a pair of images, both ways, with{'' if posed else 'out'} known poses; no network"
    return Answerer(0, 0.0, what, answer)


def _seconds(answer: Callable[..., object], *arguments: object) -> float:
    start = time.perf_counter()
    answer(*arguments)
    return time.perf_counter() - start
