"""The label store: posed depth + confidence per frame, which teachers write and training reads.

A store is a folder: `frames/<name>.safetensors` (image uint8, depth and confidence float16, K,
T_world_camera, timestamp where known) and `labels.yaml`, which is written last and makes the store complete.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import yaml
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from kd3d_ros.files import written_whole
from kd3d_ros.geometry import Array
from offline.config import check_same_config
from offline.datasets.base import Dataset, Frame, Split

SCHEMA = 1

HELD_OUT = "held_out"
"""Folder beside the labels for what a teacher says of frames that training never sees."""


class LabelError(Exception):
    """A label store that cannot be used; the message names the file and the fix."""


@dataclass(frozen=True)
class Label:
    """What a teacher says of one frame.

    image: (h, w, 3) uint8 RGB.  depth: (h, w) float16, metres along z, 0 = none.
    confidence: (h, w) float16, >= 0, relative weight of the depth.  K: (3, 3) pixels of this image.
    T_world_camera: (4, 4) camera-to-world.  timestamp: seconds, None where unknown.
    """

    name: str
    image: NDArray[np.uint8]
    depth: NDArray[np.float16]
    confidence: NDArray[np.float16]
    K: Array
    T_world_camera: Array
    timestamp: float | None = None


class LabelStore:
    """Labels on disk, one file a frame, so that a killed teacher goes on where it was."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def summary(self) -> dict[str, Any]:
        """What `finish` wrote.  Raises LabelError while the store is incomplete."""
        file = self.path / "labels.yaml"
        if not file.exists():
            raise LabelError(f"{file}: missing, the labels are incomplete; run `python -m offline.label`")
        try:
            summary: Any = yaml.safe_load(file.read_text())
        except (OSError, ValueError, yaml.YAMLError) as error:
            raise LabelError(f"{file}: unreadable ({error}); delete it and label again") from error
        schema = summary.get("schema") if isinstance(summary, dict) else None
        if schema != SCHEMA:
            raise LabelError(f"{file}: schema {schema!r}, this version reads {SCHEMA}; label again")
        return dict(summary)

    @property
    def complete(self) -> bool:
        return (self.path / "labels.yaml").exists()

    def begin(self, config: dict[str, Any]) -> None:
        """Open for writing.  Raises StaleError if it was begun with another configuration."""
        check_same_config(self.path / "config.yaml", config)

    def __contains__(self, name: str) -> bool:
        return self._file(name).exists()

    def write(self, label: Label) -> None:
        with written_whole(self._file(label.name)) as part:
            tensors = {
                "image": label.image,
                "depth": label.depth,
                "confidence": label.confidence,
                "K": label.K,
                "T_world_camera": label.T_world_camera,
            }
            if label.timestamp is not None:
                tensors["timestamp"] = np.float64(label.timestamp)
            save_file({key: np.ascontiguousarray(value) for key, value in tensors.items()}, part)

    def finish(self, names: Sequence[str], **facts: Any) -> None:
        """Declare the store complete: the frames it holds, and facts about world frame and teacher."""
        with written_whole(self.path / "labels.yaml") as part:
            part.write_text(yaml.safe_dump({"schema": SCHEMA, "frames": list(names), **facts}))

    def size_bytes(self, name: str) -> int:
        """What the label takes on disk and, about, in memory."""
        return self._file(name).stat().st_size

    def read(self, name: str) -> Label:
        file = self._file(name)
        try:
            tensors = load_file(file)
            timestamp = tensors.pop("timestamp", None)
            return Label(name=name, **tensors, timestamp=None if timestamp is None else timestamp.item())
        except (OSError, SafetensorError, TypeError) as error:  # TypeError: other tensors than a label's
            raise LabelError(f"{file}: unreadable ({error}); delete it and label again") from error

    def _file(self, name: str) -> Path:
        return self.path / "frames" / f"{name.replace('/', '__')}.safetensors"


class LabelDataset(Dataset):
    """A finished label store as a recording: evaluation against the teacher.  All frames are test frames."""

    format: ClassVar[str] = "labels"

    def __init__(self, store: LabelStore) -> None:
        super().__init__(store.path)
        self._store, self._names = store, list(store.summary["frames"])

    def names(self, split: Split) -> list[str]:
        return [] if split == "train" else list(self._names)

    def load(self, name: str) -> Frame:
        label = self._store.read(name)
        depth = label.depth.astype(np.float32)
        return Frame(name, label.image, label.K, 0.0, depth, label.T_world_camera)
