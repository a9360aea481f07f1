"""The live evaluation's own processes: each frame that is delivered is judged as `offline.evaluate` does."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import load_scene
from offline.bags.writer import write_bag
from offline.datasets.base import Dataset, Frame
from offline.evaluate import evaluate, evaluate_frame
from offline.live_evaluation import LiveEvaluationConfig, VerdictError, run
from offline.truth import truth_of

FRAMES = 5
FRAME_GAP_S = 0.5


class Recording(Dataset):
    """The view that the student has learned, ever darker, in front of a tilted wall."""

    format = "memory"

    def __init__(self, view):
        super().__init__(Path("memory"))
        self._view = view

    def names(self, split):
        return [str(i) for i in range(FRAMES)]

    def load(self, name):
        view, i = self._view, int(name)
        image = (view.image * (1 - 0.05 * i)).astype(np.uint8)
        depth = np.rint(np.linspace(2000, 3000, 96) + 10 * i) / 1000  # whole millimetres, as in a bag
        depth = np.broadcast_to(depth.astype(np.float32), (64, 96)).copy()
        depth[:, :5] = 0
        return Frame(name, image, view.K, FRAME_GAP_S * i, depth, view.T_world_camera)


def test_every_delivered_frame_is_judged_as_offline(learned_view, tmp_path, monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    recording = Recording(learned_view)
    bag = write_bag(tmp_path / "bag", recording, recording.names("all"))
    config = LiveEvaluationConfig(
        scene=learned_view.name,
        scenes_dir=learned_view.scenes_dir,
        device="cpu",
        precision="fp32",
        bag=bag.path,
        out=tmp_path / "out",
        max_point_error_m=1e-6,
        min_delivered=0.1,
    )
    with pytest.raises(
        VerdictError, match=r"(?s)not good enough:\s+point_error_m.median is .* at most 1e-06"
    ):
        run(config)
    figures = json.loads((tmp_path / "out/evaluation.json").read_text())
    (line,) = figures["verdict"]["failed"]
    assert "(--max-point-error-m)" in line

    predictor = Predictor(load_scene(learned_view.scenes_dir, learned_view.name), "cpu", "fp32")
    lines = list(csv.DictReader((tmp_path / "out/frames.csv").open()))
    names = {str(stamp): name for name, stamp in bag.stamps.items()}
    assert len(lines) == figures["frames"] == figures["live"]["clouds"]
    assert figures["frames"] >= FRAMES // 2  # all of them, unless the machine is very busy
    for line in lines:
        frame = recording.load(names[line["stamp_ns"]])
        expected = evaluate_frame(predictor, frame, truth_of(frame))
        assert int(line["points"]) == len(expected.errors)
        for key, value in {
            "point_error_median_m": np.median(expected.errors),
            "point_error_mean_m": np.mean(expected.errors),
            "pose_t_m": expected.translation_m,
            "dropped": expected.dropped,
        }.items():
            assert float(line[key]) == pytest.approx(value, abs=1e-3), key
        assert float(line["pose_r_deg"]) == pytest.approx(expected.rotation_deg, abs=0.01)
        assert float(line["node_pose_t_m"]) == pytest.approx(expected.translation_m, abs=0.05)

    delivered = [names[line["stamp_ns"]] for line in lines]
    offline = evaluate(predictor, recording, delivered)
    assert set(figures) == {*offline, "against", "live", "verdict"}
    assert {key: value.keys() for key, value in offline.items() if isinstance(value, dict)} == {
        key: figures[key].keys() for key, value in offline.items() if isinstance(value, dict)
    }
    assert figures["point_error_m"]["median"] == pytest.approx(offline["point_error_m"]["median"], abs=1e-3)
    assert (figures["parameters"], figures["size_mb"]) == (offline["parameters"], offline["size_mb"])
    assert (figures["device"], figures["precision"]) == ("cpu", "fp32")
