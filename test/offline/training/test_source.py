"""Labels in memory or from disk: the same labels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from offline.labels import Label, LabelError, LabelStore
from offline.training.source import LabelSource


@pytest.fixture
def store(tmp_path: Path, write_labels: Callable[..., LabelStore]) -> LabelStore:
    return write_labels(tmp_path)


def test_streamed_labels_are_those_in_memory(store: LabelStore) -> None:
    kept, streamed = LabelSource.open(store), LabelSource.open(store, memory=0)
    assert len(kept.kept) == 6
    assert not streamed.kept
    assert list(kept.names) == list(streamed.names)
    for a, b in zip(kept, streamed, strict=True):
        assert a.name == b.name
        np.testing.assert_array_equal(a.depth, b.depth)
        np.testing.assert_array_equal(a.image, b.image)


def test_streamed_labels_are_read_when_asked_for(store: LabelStore, make_label: Callable[..., Label]) -> None:
    kept, streamed = LabelSource.open(store), LabelSource.open(store, memory=0)
    store.write(replace(make_label("frame-000002"), image=np.zeros((96, 128, 3), np.uint8)))
    assert streamed[2].image.max() == 0
    assert kept[2].image.max() > 0


def test_the_limit_counts_all_labels_together(store: LabelStore) -> None:
    total = sum(store.size_bytes(name) for name in store.summary["frames"])
    assert len(LabelSource.open(store, memory=total).kept) == 6
    assert not LabelSource.open(store, memory=total - 1).kept


@pytest.mark.parametrize("memory", [0, 10**9])
def test_a_part_has_the_named_labels(store: LabelStore, memory: int) -> None:
    part = LabelSource.open(store, memory).of(["frame-000004", "frame-000001"])
    assert [label.name for label in part] == ["frame-000004", "frame-000001"]


def test_labels_without_depth_are_left_out(store: LabelStore, make_label: Callable[..., Label]) -> None:
    store.write(replace(make_label("frame-000003"), depth=np.zeros((96, 128), np.float16)))
    assert "frame-000003" not in LabelSource.open(store).names
    for name in store.summary["frames"]:
        store.write(replace(make_label(name), depth=np.zeros((96, 128), np.float16)))
    with pytest.raises(LabelError, match="no label has any depth"):
        LabelSource.open(store)
