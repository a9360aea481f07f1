"""Labels for training: in memory if they fit, else read from disk when their turn comes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from offline.labels import Label, LabelError, LabelStore
from offline.progress import progress

MEMORY_BYTES = 2 * 10**9
"""Labels that take more than this on disk, where they are as large as in memory, are streamed."""


@dataclass(frozen=True)
class LabelSource(Sequence[Label]):
    """Labels by position.  Those that `kept` does not hold cost a read each time; training prefetches."""

    store: LabelStore
    names: Sequence[str]
    kept: Mapping[str, Label]

    @classmethod
    def open(cls, store: LabelStore, memory: int = MEMORY_BYTES) -> LabelSource:
        """All labels of a finished store that have any depth.  Raises LabelError if none has."""
        names = store.summary["frames"]
        keep = sum(store.size_bytes(name) for name in names) <= memory
        usable, kept = [], {}
        for name in progress(names, desc="reading labels", unit="frame"):
            label = store.read(name)
            if (label.depth > 0).any():
                usable.append(name)
                if keep:
                    kept[name] = label
        if not usable:
            raise LabelError(f"{store.path}: no label has any depth, so there is nothing to learn")
        return cls(store, usable, kept)

    def of(self, names: Sequence[str]) -> LabelSource:
        """Some of these labels."""
        return LabelSource(self.store, names, self.kept)

    def __len__(self) -> int:
        return len(self.names)

    def __getitem__(self, index: int) -> Label:  # type: ignore[override]
        name = self.names[index]
        return self.kept[name] if name in self.kept else self.store.read(name)
