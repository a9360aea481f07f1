"""Recording -> label store: what the teacher says of every training frame.  Resumable.

    python -m offline.label --scene kitchen --data redkitchen --teacher geometric --export

A pairwise teacher (dust3r, geometric) looks at pairs of images; the alignment makes one world of them, in
which held-out frames are registered afterwards, for evaluation.  --export writes what was reconstructed as a
PLY cloud, as a COLMAP model (text), and as a picture with the camera poses.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from kd3d_ros.files import written_whole
from offline.cli import main
from offline.config import check_more_than_zero
from offline.coverage.coverage import View, coverage
from offline.coverage.picture import draw
from offline.datasets.base import DataError, Dataset, Skipped, readable_frames
from offline.labels import HELD_OUT, LabelStore
from offline.pairwise import MakeFactory, Pairwise, PairwiseConfig, pairwise_factory
from offline.pointcloud import evenly
from offline.progress import progress
from offline.reconstruction_files import export_reconstruction
from offline.teachers import rgbd

log = logging.getLogger(__name__)

Teacher = Literal["rgbd", "dust3r", "geometric"]

COVERAGE_FRAMES = 1000
"""At most so many labels, evenly spaced, tell what the recording covers: 2 s of reading."""


@dataclass(frozen=True, kw_only=True)
class LabelConfig(PairwiseConfig):
    """Who labels the recording."""

    teacher: Teacher = "rgbd"
    """Who says where the surfaces are: rgbd is the sensor's depth with the recording's poses.  dust3r and
    geometric need only images; dust3r is for non-commercial use, geometric needs intrinsics."""
    label_size: int = 320
    """Long side of the labelled images, pixels."""
    export: bool = False
    """Write the labelled scene as PLY, COLMAP text and picture to the scene's work folder."""

    def __post_init__(self) -> None:
        """Raises SceneError, ConfigError."""
        super().__post_init__()
        check_more_than_zero(label_size=self.label_size)


def run(config: LabelConfig) -> Path:
    """Label the recording's training frames; returns the label store's folder."""
    dataset = config.open_recording()
    if config.teacher == "rgbd":
        store = _label_by_sensor(config, dataset)
    else:
        store = label_by_pairs(config, dataset, pairwise_factory(config.teacher))
    report_coverage(store, config.scene_work_dir)
    if config.export:
        keyframes = set(store.summary.get("keyframes", [])) or None
        for file in export_reconstruction(store, config.scene_work_dir / "reconstruction", keyframes):
            print(file)
    return store.path


def report_coverage(store: LabelStore, out: Path) -> None:
    """Log what the labels cover; coverage.png and coverage.json in `out` tell it, too.  Once a store."""
    summary, file = store.summary, out / "coverage.json"
    if file.exists() and json.loads(file.read_text())["labels"] == summary["digest"]:
        return
    covered = coverage(_views(store), summary["gravity_aligned"], summary["metric"])
    log.info("%s", covered.summary())
    with written_whole(out / "coverage.png") as part:
        draw(covered, part)
    with written_whole(file) as part:
        part.write_text(json.dumps({"labels": summary["digest"], **covered.as_dict()}, indent=2) + "\n")


def _views(store: LabelStore) -> Iterator[View]:
    names = evenly(store.summary["frames"], COVERAGE_FRAMES)
    for name in progress(names, desc="reading what was covered", unit="frame", delay=2):
        label = store.read(name)
        yield View(label.T_world_camera, label.K, label.depth, label.timestamp, name.rpartition("/")[0])


def label_by_pairs(config: LabelConfig, dataset: Dataset, factory: MakeFactory) -> LabelStore:
    """Label training frames, and held-out ones for evaluation, with the pairwise teacher of `factory`."""
    facts = _facts(config, dataset) | config.pairwise_facts()
    store = LabelStore(config.scene_work_dir / "labels")
    held_out = LabelStore(config.scene_work_dir / HELD_OUT)
    store.begin(facts)
    held_out.begin(facts)
    if _is_done(store) and _is_done(held_out):
        log.info("labels: already done in %s", store.path)
        return store
    pairwise = Pairwise(config, dataset, factory)
    base, names = pairwise.base, dataset.names("train")
    pairwise.write_labels(store, base, config.label_size)
    others = [name for name in names if name not in {*base.names, *pairwise.skipped.reasons}]
    pairwise.write_labels(store, pairwise.register(others), config.label_size)
    labelled = [name for name in names if name in store]
    _finish(store, dataset, labelled, pairwise.skipped, facts | pairwise.facts())
    # From here on nothing that training reads is touched.
    found = pairwise.register(dataset.names("test"))
    pairwise.write_labels(held_out, found, config.label_size)
    held_out.finish(found.names, **facts, digest=_digest(facts, found.names))
    return store


def _label_by_sensor(config: LabelConfig, dataset: Dataset) -> LabelStore:
    facts = _facts(config, dataset)
    store = LabelStore(config.scene_work_dir / "labels")
    store.begin(facts)
    if _is_done(store):
        log.info("labels: already done in %s", store.path)
        return store
    names = dataset.names("train")
    skipped = Skipped()
    wanted = [name for name in names if name not in store]
    frames = readable_frames(dataset, wanted, skipped)
    for frame in progress(frames, desc="labelling (rgbd)", total=len(wanted), unit="frame"):
        store.write(rgbd.label_frame(frame, config.label_size))
    labelled = [name for name in names if name in store]
    world = {"metric": dataset.metric, "gravity_aligned": dataset.gravity_aligned, "scale_residual": 0.0}
    _finish(store, dataset, labelled, skipped, facts | world)
    return store


def _facts(config: LabelConfig, dataset: Dataset) -> dict[str, Any]:
    return {
        "data": str(dataset.root.resolve()),
        "format": dataset.format,
        "teacher": config.teacher,
        "label_size": config.label_size,
        **config.topics.given,
    }


def _finish(
    store: LabelStore, dataset: Dataset, labelled: list[str], skipped: Skipped, facts: dict[str, Any]
) -> None:
    if not labelled:
        raise DataError(
            f"{dataset.root}: none of its {len(dataset.names('train'))} training frames is usable; "
            f"{skipped.summary()}"
        )
    if skipped.reasons:
        log.warning("labels: %s", skipped.summary())
    store.finish(labelled, **facts, skipped=skipped.reasons, digest=_digest(facts, labelled))


def _digest(facts: dict[str, Any], names: list[str]) -> str:
    return hashlib.sha256(repr((facts, names)).encode()).hexdigest()[:16]


def _is_done(store: LabelStore) -> bool:
    return store.complete and all(name in store for name in store.summary["frames"])


if __name__ == "__main__":
    main(LabelConfig, run, "offline.label", __doc__)
