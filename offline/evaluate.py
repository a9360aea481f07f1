"""How good is a scene bundle on frames it has not seen?

    python -m offline.evaluate --scene NAME --data PATH --json OUT
    python -m offline.evaluate --scene NAME --data PATH --against sensor teacher --costs dust3r

Errors are distances to the sensor's own surface in the world frame, or, where a recording has no depth or no
pose, to the teacher's; poses are found from the student's points alone (PnP) and compared with the
recording's.  --against adds `fidelity` (offline/fidelity.py), --costs adds `cost` (offline/cost.py).
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from kd3d_ros.files import written_whole
from kd3d_ros.metrics import FrameResult, Truth, measure, summarize
from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import load_scene
from offline.cli import main
from offline.cost import CostConfig, asked_cost
from offline.datasets.base import Dataset, Frame, Skipped, readable_frames
from offline.fidelity import fidelities
from offline.progress import progress
from offline.truth import NoTruthError, Reference, Role, check_asked, check_recording, references, truth_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class EvaluateConfig(CostConfig):
    """Which frames, and where the figures go."""

    split: Literal["test", "all"] = "test"
    """Which frames of the recording."""
    json: Path | None = None
    """File for the figures; default: evaluation.json in the scene's work folder."""
    backend: Literal["auto", "torch", "onnxruntime"] = "auto"
    """What runs the student; auto takes the fastest of those that are installed."""
    precision: Literal["auto", "fp32", "mixed", "bf16", "fp16", "int8"] = "auto"
    """Arithmetic of the network; auto takes the fastest that agrees with fp32."""
    against: tuple[Role, ...] = ()
    """Also compare the student's fused cloud with that of the sensor, the teacher, or both.  A teacher is
    compared on the held-out frames in the scene's work folder; teacher rgbd is the sensor."""


def run(config: EvaluateConfig) -> Path:
    """Evaluate, print the figures and write them as JSON; returns the file."""
    bundle = load_scene(config.scenes_dir, config.scene)
    predictor = Predictor(bundle, config.device, config.precision, backend=config.backend)
    check_recording(config, bundle.manifest)
    dataset = config.open_recording()
    teacher = predictor.bundle.manifest["teacher"]["name"]
    known = references(config.scene_work_dir, teacher, dataset, dataset.names(config.split))
    check_asked(config.against, known, config.scene_work_dir, teacher)
    further = asked_cost(config, predictor, dataset, teacher)
    figures = evaluate_first(predictor, known)
    if config.against:
        further["fidelity"] = fidelities(predictor, known, config.against)
    file = config.json or config.scene_work_dir / "evaluation.json"
    text = json.dumps({**figures, **further}, indent=2)
    with written_whole(file) as part:
        part.write_text(text + "\n")
    print(text)
    return file


def evaluate_first(predictor: Predictor, known: Sequence[Reference]) -> dict[str, Any]:
    """Figures against the first reference that has any truth; `against` says whose.  Raises NoTruthError."""
    reasons = []
    for reference in known:
        try:
            figures = evaluate(predictor, reference.dataset, reference.names)
        except NoTruthError as error:
            log.info("evaluating: %s", error)
            reasons.append(str(error))
        else:
            return {"against": reference.roles[0], **figures}
    raise NoTruthError("; ".join(reasons) or "the student's world has neither sensor nor held-out labels")


def evaluate(predictor: Predictor, dataset: Dataset, names: Sequence[str]) -> dict[str, Any]:
    """The figures of DESIGN's contract, over the readable frames among `names`.  Raises DataError if none."""
    predictor.settle()
    skipped = Skipped()
    frames = readable_frames(dataset, names, skipped)
    results = [
        evaluate_frame(predictor, frame, truth)
        for frame in progress(frames, desc="evaluating", total=len(names), unit="frame")
        if (truth := truth_of(frame)) is not None
    ]
    if not any(len(result.errors) for result in results):
        raise NoTruthError.among(dataset, names, skipped)
    return {
        **summarize(results),
        "parameters": predictor.parameters,
        "size_mb": round(predictor.bundle.size_mb, 3),
        "skipped": len(names) - len(results),
        **predictor.describe(),
    }


def evaluate_frame(predictor: Predictor, frame: Frame, truth: Truth) -> FrameResult:
    """Point errors, pose error and latency of one frame."""
    start = time.perf_counter()
    pointmap = predictor.predict(frame.image)
    return measure(frame.name, pointmap, truth, time.perf_counter() - start)


if __name__ == "__main__":
    main(EvaluateConfig, run, "offline.evaluate", __doc__)
