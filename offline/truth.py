"""What a student is compared with: the recording's sensor, and what the teacher says of held-out frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from kd3d_ros.camera import Camera
from kd3d_ros.metrics import Truth
from offline.config import ConfigError, RecordingConfig
from offline.datasets.base import DataError, Dataset, Frame, Skipped
from offline.labels import HELD_OUT, LabelDataset, LabelStore

Role = Literal["sensor", "teacher"]


class NoTruthError(DataError):
    """A recording whose frames have nothing to compare a student with."""

    @classmethod
    def among(cls, dataset: Dataset, names: Sequence[str], skipped: Skipped) -> NoTruthError:
        """Says that none of these frames will do."""
        return cls(
            f"{dataset.root}: none of {len(names)} frames has depth, pose and intrinsics; {skipped.summary()}"
        )


@dataclass(frozen=True)
class Reference:
    """Frames whose depth is taken for the truth, and whose word that is.

    dataset, names: the frames.  roles: the sensor's, the teacher's, or, of teacher rgbd, both.
    """

    dataset: Dataset
    names: Sequence[str]
    roles: tuple[Role, ...]


def check_recording(config: RecordingConfig, manifest: Mapping[str, Any]) -> None:
    """Raise ConfigError where the generated office would be taken for what another scene was learned from."""
    learned_from = manifest["dataset"]["format"]
    if config.data is None and learned_from != "office":
        raise ConfigError(
            f"--data is missing: scene {config.scene!r} was learned from a recording of format "
            f"{learned_from}; without --data it would be compared with the generated office"
        )


def references(scene_work_dir: Path, teacher: str, dataset: Dataset, names: Sequence[str]) -> list[Reference]:
    """All there is to compare the student of `teacher` with, the sensor before the teacher.

    scene_work_dir: where the scene was labelled; where there are no labels, the student's world is taken for
    that of the recording.  names: frames of the recording, for the sensor.  Raises LabelError.
    """
    if teacher == "rgbd":
        return [Reference(dataset, names, ("sensor", "teacher"))]
    labels, held_out = LabelStore(scene_work_dir / "labels"), LabelStore(scene_work_dir / HELD_OUT)
    found = []
    if not labels.complete or labels.summary.get("anchor", "poses") == "poses":
        found.append(Reference(dataset, names, ("sensor",)))
    if held_out.complete and held_out.summary["frames"] and held_out.summary["teacher"] == teacher:
        said = LabelDataset(held_out)
        found.append(Reference(said, said.names("test"), ("teacher",)))
    return found


def check_asked(
    roles: Sequence[Role], known: Sequence[Reference], scene_work_dir: Path, teacher: str
) -> None:
    """Raise NoTruthError for a role that none of the `known` references has."""
    reasons: dict[Role, str] = {
        "sensor": f"no poses anchor the labels in {scene_work_dir}, so their world is not the recording's",
        "teacher": f"{scene_work_dir / HELD_OUT} has no labels by {teacher!r}; run `python -m offline.label "
        f"--teacher {teacher}` with that --work-dir",
    }
    for role in roles:
        if not any(role in reference.roles for reference in known):
            raise NoTruthError(f"nothing to compare with --against {role}: {reasons[role]}")


def truth_of(frame: Frame) -> Truth | None:
    """What to compare a student with, where the frame has depth, pose and intrinsics."""
    if frame.depth is None or frame.T_world_camera is None or frame.K is None:
        return None
    height, width = frame.image.shape[:2]
    return Truth(frame.depth, Camera.pinhole(frame.K, (width, height)), frame.T_world_camera)
