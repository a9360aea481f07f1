"""Recording -> label store: `python -m offline.label --scene NAME --data PATH`.  Resumable."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from offline.cli import main
from offline.config import RecordingConfig, check_more_than_zero
from offline.datasets.base import DataError, Skipped, readable_frames
from offline.labels import LabelStore
from offline.progress import progress
from offline.teachers import rgbd

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class LabelConfig(RecordingConfig):
    """Who labels the recording."""

    teacher: Literal["rgbd"] = "rgbd"
    """Who says where the surfaces are: rgbd is the sensor's depth with the recording's poses."""
    label_size: int = 320
    """Long side of the labelled images, pixels."""

    def __post_init__(self) -> None:
        """Raises SceneError, ConfigError."""
        super().__post_init__()
        check_more_than_zero(label_size=self.label_size)


def run(config: LabelConfig) -> Path:
    """Label the recording's training frames; returns the label store's folder."""
    dataset = config.open_recording()
    store = LabelStore(config.scene_work_dir / "labels")
    facts = {
        "data": str(dataset.root.resolve()),
        "format": dataset.format,
        "teacher": config.teacher,
        "label_size": config.label_size,
    }
    store.begin(facts)
    if store.complete and all(name in store for name in store.summary["frames"]):
        log.info("labels: already done in %s", store.path)
        return store.path
    names = dataset.names("train")
    skipped = Skipped()
    wanted = [name for name in names if name not in store]
    frames = readable_frames(dataset, wanted, skipped)
    for frame in progress(frames, desc=f"labelling ({config.teacher})", total=len(wanted), unit="frame"):
        store.write(rgbd.label_frame(frame, config.label_size))
    labelled = [name for name in names if name in store]
    if not labelled:
        raise DataError(
            f"{dataset.root}: none of its {len(names)} training frames is usable; {skipped.summary()}"
        )
    if skipped.reasons:
        log.warning("labels: %s", skipped.summary())
    store.finish(
        labelled,
        **facts,
        skipped=skipped.reasons,
        metric=dataset.metric,
        gravity_aligned=dataset.gravity_aligned,
        digest=hashlib.sha256(repr((facts, labelled)).encode()).hexdigest()[:16],
    )
    return store.path


if __name__ == "__main__":
    main(LabelConfig, run, "offline.label", __doc__)
