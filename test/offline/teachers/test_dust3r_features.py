"""The store of encoder features: bounded in memory, whole on disk."""

from __future__ import annotations

import logging
from pathlib import Path

import numpy as np
import pytest
import torch

from offline.teachers.dust3r_features import FeatureStore
from offline.teachers.pairs import View

ENCODER = "0123456789abcdef" * 4


def view(name: str, value: int, size: tuple[int, int] = (32, 16)) -> View:
    return View(name, np.full((size[1], size[0], 3), value, np.uint8), None, None)


def test_what_is_kept_comes_back_from_memory_and_from_disk(tmp_path: Path) -> None:
    store = FeatureStore(tmp_path, ENCODER, torch.float32)
    features = torch.rand(6, 4)
    assert store.get("key") is None
    torch.testing.assert_close(store.put("key", features), features, rtol=0, atol=0)
    for reader in (store, FeatureStore(tmp_path, ENCODER, torch.float32)):
        torch.testing.assert_close(reader.get("key"), features, rtol=0, atol=0)
    assert [file.name for file in (tmp_path / ENCODER[:16]).iterdir()] == ["key.safetensors"]
    assert FeatureStore(tmp_path, "f" * 64, torch.float32).get("key") is None  # another encoder


def test_half_precision_is_the_same_from_memory_and_from_disk(tmp_path: Path) -> None:
    store = FeatureStore(tmp_path, ENCODER, torch.float16)
    kept = store.put("key", torch.tensor([[0.1, 3.3]]))
    assert kept.dtype == torch.float16
    torch.testing.assert_close(
        FeatureStore(tmp_path, ENCODER, torch.float16).get("key"), kept, rtol=0, atol=0
    )


def test_memory_holds_the_latest_few_only(tmp_path: Path) -> None:
    store = FeatureStore(tmp_path, ENCODER, torch.float32, remembered=2)
    for number in range(3):
        store.put(str(number), torch.full((1,), float(number)))
    assert list(store._recent) == ["1", "2"]
    assert store.get("1") is not None  # now the latest
    torch.testing.assert_close(store.get("0"), torch.zeros(1))
    assert list(store._recent) == ["1", "0"]


def test_a_key_is_of_the_pixels_whatever_the_name() -> None:
    keys = [FeatureStore.key(one) for one in (view("../a/b", 1), view("c", 1), view("c", 2))]
    assert keys[0] == keys[1] != keys[2]
    assert FeatureStore.key(view("c", 1, (16, 32))) != keys[0]
    assert all(key.isalnum() for key in keys)


def test_a_broken_file_is_said_and_not_used(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    FeatureStore(tmp_path, ENCODER, torch.float32).put("key", torch.rand(2, 2))
    (tmp_path / ENCODER[:16] / "key.safetensors").write_bytes(b"torn")
    with caplog.at_level(logging.WARNING):
        assert FeatureStore(tmp_path, ENCODER, torch.float32).get("key") is None
    assert "key.safetensors: unreadable" in caplog.text
