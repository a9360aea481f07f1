"""What an answer costs, by a clock that is wound by hand, and that no test frame is shown."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch

from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import SceneBundle
from kd3d_ros.student import parameter_count
from offline import cost as cost_module
from offline.cost import cost
from offline.datasets import open_dataset
from offline.datasets.base import DataError, Dataset
from offline.teachers.dust3r_weights import ARCHITECTURE, import_network

SMALL = {
    **ARCHITECTURE,
    "head_type": "linear",
    "enc_embed_dim": 64,
    "enc_depth": 2,
    "enc_num_heads": 4,
    "dec_embed_dim": 48,
    "dec_depth": 1,
    "dec_num_heads": 3,
}


@pytest.fixture
def predictor(tiny_bundle: SceneBundle) -> Predictor:
    return Predictor(tiny_bundle, "cpu", "fp32")


@pytest.fixture
def recording(wall: Path) -> Dataset:
    return open_dataset(wall)


@pytest.fixture
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The student's answers take 1, 2, ... 20 ms, the teacher's 9, 1 and 2 s."""

    def readings() -> Iterator[float]:
        for n, duration in enumerate([*(1e-3 * n for n in range(1, 21)), 9, 1, 2]):
            yield from accumulate([100.0 * n, duration])

    monkeypatch.setattr(cost_module, "time", SimpleNamespace(perf_counter=readings().__next__))


@pytest.mark.usefixtures("_clock")
def test_times_are_medians_without_the_teacher_s_first(predictor: Predictor, recording: Dataset) -> None:
    figures = cost(predictor, recording, "geometric")
    weights = predictor.bundle.path / "student.safetensors"
    assert figures["student"] == {
        "parameters": predictor.parameters,
        "size_mb": pytest.approx(weights.stat().st_size / 1e6, abs=1e-3),
        "ms": pytest.approx(10.5),
    }
    assert figures["teacher"] == {
        "parameters": 0,
        "size_mb": 0.0,
        "ms": pytest.approx(1500),
        "what": "a pair of images, both ways, with known poses; no network",
    }


def test_only_training_frames_are_shown(
    predictor: Predictor, recording: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, load = [], recording.load
    monkeypatch.setattr(recording, "load", lambda name: shown.append(name) or load(name))
    cost(predictor, recording, "geometric")
    assert shown == recording.names("train")[:40:10]


def test_a_sensor_costs_nothing_and_says_so(predictor: Predictor, recording: Dataset) -> None:
    teacher = cost(predictor, recording, "rgbd")["teacher"]
    assert (teacher["parameters"], teacher["size_mb"], teacher["ms"]) == (0, 0.0, None)
    assert teacher["what"] == "the depth sensor itself, which computes nothing here"


def test_too_few_frames_are_named(predictor: Predictor, recording: Dataset, wall: Path) -> None:
    for file in wall.rglob("frame-*"):
        if int(file.name[6:12]) > 1:
            file.unlink()
    with pytest.raises(DataError, match="takes 3 training frames, of which 2 can be read; 0 frames skipped"):
        cost(predictor, open_dataset(wall), "geometric")


def test_dust3r_is_timed_without_its_weights(
    predictor: Predictor, recording: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("mini_dust3r", reason="the DUSt3R library is not installed (tools/setup_dust3r.sh)")
    monkeypatch.setattr(cost_module, "ARCHITECTURE", SMALL)
    teacher = cost(predictor, recording, "dust3r")["teacher"]
    parameters = parameter_count(import_network()(**SMALL))
    assert teacher["parameters"] == parameters
    assert teacher["size_mb"] == pytest.approx(4 * parameters / 1e6, abs=1e-3)
    assert teacher["ms"] > 0
    assert teacher["what"].startswith("a pair of images of 512 pixels, both ways, in ")


def test_the_published_architecture_has_571_million_parameters() -> None:
    pytest.importorskip("mini_dust3r", reason="the DUSt3R library is not installed (tools/setup_dust3r.sh)")
    with torch.device("meta"):
        assert math.isclose(parameter_count(import_network()(**ARCHITECTURE)), 571e6, rel_tol=0.002)
