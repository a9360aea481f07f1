"""The files of a bundle for onnxruntime: made, judged, added."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kd3d_ros.backends.onnx_backend import FILES, OnnxBackend
from kd3d_ros.backends.torch_backend import TorchBackend, folded_student
from kd3d_ros.placement import Placement
from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import SceneBundle, add_files, load_scene
from offline.evaluate import evaluate
from offline.exporting import ExportError
from offline.exporting.graph import OPSET, difference_p999, write_half, write_onnx
from offline.exporting.quantization import write_int8
from offline.labels import LabelDataset, LabelStore
from offline.pointcloud import evenly
from offline.progress import progress
from offline.training.start import split_names

if TYPE_CHECKING:
    from offline.export import ExportConfig

log = logging.getLogger(__name__)

MOST_DIFFERENCE_M = 1e-3
"""From torch, in float32, of 999 of 1000 points."""
MOST_ERROR_RATIO = 1.1
"""A variant's median point error by that of float32."""
COMPARED_FRAMES, RANGE_FRAMES, JUDGED_FRAMES = 20, 100, 200
"""Frames, evenly spaced, that are compared with torch, give int8 its ranges, show what variants lose."""


def add_variants(config: ExportConfig) -> Path:
    """Add the files to the scene's bundle, in place of those it has, with what was found out in scene.yaml.

    They are first written into a copy in the work folder, loaded from there as a robot would, and judged; one
    that loses too much is left out unless --force.  Returns the bundle's folder.  Raises ExportError where
    float32 is not what torch says.
    """
    bundle = load_scene(config.scenes_dir, config.scene)
    store = LabelStore(config.scene_work_dir / "labels")
    training, validation = split_names(store.summary["frames"])
    staging = config.scene_work_dir / "export"
    shutil.rmtree(staging, ignore_errors=True)
    copy = shutil.copytree(bundle.path, staging / bundle.name)
    images = _inputs(bundle, store, evenly(training, RANGE_FRAMES))
    made = _write_files(bundle, config.variants, images, staging)
    staged = load_scene(staging, add_files(copy, made).name)
    difference = _difference(bundle, staged, images[:: max(1, len(images) // COMPARED_FRAMES)])
    names = evenly(validation or training, JUDGED_FRAMES)
    kept = _judge(config, staged, store, names)
    facts = {
        "opset": OPSET,
        "software": {name: version(name) for name in ("torch", "onnx", "onnxruntime")},
        "difference_m_p999": difference,
        "frames": len(names),
        "frames_of": "validation" if validation else "training",
        "variants": kept,
    }
    files = {file: made[file] if precision in kept else None for precision, file in FILES.items()}
    add_files(bundle.path, files, {"onnx": facts})
    shutil.rmtree(staging)
    return bundle.path


def _judge(
    config: ExportConfig, staged: SceneBundle, store: LabelStore, names: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Figures of float32 and of those variants that are taken."""
    kept: dict[str, dict[str, Any]] = {}
    for precision in ("fp32", *config.variants):
        predictor = Predictor(staged, config.device, precision, backend="onnxruntime")
        errors = evaluate(predictor, LabelDataset(store), names)["point_error_m"]
        exact = kept["fp32"]["point_error_m"] if kept else errors
        figures = {
            "size_mb": round((staged.path / FILES[precision]).stat().st_size / 1e6, 3),
            "point_error_m": errors,
            "error_ratio": errors["median"] / exact["median"],
        }
        if precision == "fp32" or _good_enough(precision, figures, config.force):
            kept[precision] = figures
    return kept


def _write_files(
    bundle: SceneBundle, variants: Sequence[str], images: Sequence[NDArray[np.uint8]], folder: Path
) -> dict[str, bytes]:
    """float32 and the variants by file name, made in `folder`.  images: see write_int8."""
    paths = {one: folder / file for one, file in FILES.items()}
    log.info("export: tracing the student")
    write_onnx(folded_student(bundle), paths["fp32"])
    if "fp16" in variants:
        write_half(paths["fp32"], paths["fp16"])
    if "int8" in variants:
        write_int8(paths["fp32"], paths["int8"], images)
    return {path.name: path.read_bytes() for path in paths.values() if path.exists()}


def _inputs(bundle: SceneBundle, store: LabelStore, names: Sequence[str]) -> list[NDArray[np.uint8]]:
    """The labels' images as the predictor lays them into the student's input."""
    architecture = bundle.architecture
    placed = []
    for name in progress(names, desc="reading frames", unit="frame"):
        image = store.read(name).image
        size = image.shape[1], image.shape[0]
        placed.append(Placement.of(size, architecture.input_size, architecture.stride).place(image))
    return placed


def _difference(bundle: SceneBundle, staged: SceneBundle, images: Sequence[NDArray[np.uint8]]) -> float:
    """99.9th percentile of the distances between torch's points and onnxruntime's, metres."""
    of_torch, of_onnx = TorchBackend(bundle, "cpu"), OnnxBackend(staged, "cpu", 0)
    of_onnx.use("fp32")
    said = [np.stack([backend.run(image)[0] for image in images]) for backend in (of_torch, of_onnx)]
    difference = difference_p999(*said)
    if not difference <= MOST_DIFFERENCE_M:
        raise ExportError(
            f"{bundle.path}: points of onnxruntime differ from torch's by {1e3 * difference:.2f} mm at the "
            f"99.9th percentile; allowed: {1e3 * MOST_DIFFERENCE_M:g} mm"
        )
    return difference


def _good_enough(variant: str, figures: dict[str, Any], force: bool) -> bool:
    """Whether it is taken; says so."""
    says = f"{variant}, {figures['size_mb']} MB, errs {figures['error_ratio']:.3f} times as much as float32"
    good = figures["error_ratio"] <= MOST_ERROR_RATIO
    if good or force:
        log.info("export: %s", says)
    else:
        log.warning("export: %s; left out, allowed: %g (--force takes it)", says, MOST_ERROR_RATIO)
    return good or force
