"""The label store: what is written is read, what is damaged or unfinished is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from offline.config import StaleError
from offline.labels import Label, LabelError, LabelStore

MakeLabel = Callable[..., Label]


@pytest.mark.parametrize("name", ["frame-000001", "seq-01/frame-000001", "1305031102.175304"])
def test_a_label_comes_back_as_it_was(tmp_path: Path, make_label: MakeLabel, name: str) -> None:
    store = LabelStore(tmp_path / "labels")
    written = make_label(name)
    assert name not in store
    store.write(written)
    assert name in store
    read = LabelStore(tmp_path / "labels").read(name)
    assert read.name == name
    for field in ("image", "depth", "confidence", "K", "T_world_camera"):
        before, after = getattr(written, field), getattr(read, field)
        assert after.dtype == before.dtype
        np.testing.assert_array_equal(after, before)


def test_a_label_keeps_its_time_if_it_has_one(tmp_path: Path, make_label: MakeLabel) -> None:
    store = LabelStore(tmp_path)
    store.write(make_label("timeless"))
    store.write(replace(make_label("timed"), timestamp=1305031102.175304))
    assert store.read("timeless").timestamp is None
    assert store.read("timed").timestamp == 1305031102.175304


def test_names_do_not_leave_the_store(tmp_path: Path, make_label: MakeLabel) -> None:
    LabelStore(tmp_path / "labels").write(make_label("../../elsewhere"))
    assert [path.parent for path in tmp_path.rglob("*.safetensors")] == [tmp_path / "labels" / "frames"]


def test_images_that_are_views_are_stored_as_they_look(tmp_path: Path, make_label: MakeLabel) -> None:
    label = make_label()
    mirrored = replace(label, image=label.image[:, ::-1])
    LabelStore(tmp_path).write(mirrored)
    np.testing.assert_array_equal(LabelStore(tmp_path).read(label.name).image, mirrored.image)


def test_finished_labels_tell_their_frames_and_facts(tmp_path: Path) -> None:
    store = LabelStore(tmp_path)
    assert not store.complete
    store.finish(["b", "a"], metric=True)
    assert store.complete
    assert store.summary == {"schema": 1, "frames": ["b", "a"], "metric": True}


def test_an_unfinished_store_says_how_to_finish_it(tmp_path: Path, make_label: MakeLabel) -> None:
    store = LabelStore(tmp_path)
    store.write(make_label())
    with pytest.raises(LabelError, match=r"labels\.yaml: missing, the labels are incomplete.*offline\.label"):
        _ = store.summary


def test_work_goes_on_only_with_the_same_configuration(tmp_path: Path) -> None:
    LabelStore(tmp_path).begin({"data": "kitchen", "label_size": 320})
    LabelStore(tmp_path).begin({"data": "kitchen", "label_size": 320})
    with pytest.raises(StaleError, match=r"label_size: 320 then, 160 now") as caught:
        LabelStore(tmp_path).begin({"data": "kitchen", "label_size": 160})
    assert str(tmp_path) in str(caught.value)
    assert "data" not in str(caught.value).split("(")[1].split(")")[0]


@pytest.mark.parametrize("damage", ["truncated", "empty", "missing", "a tensor short"])
def test_a_damaged_label_is_named(tmp_path: Path, make_label: MakeLabel, damage: str) -> None:
    store = LabelStore(tmp_path)
    store.write(make_label("a"))
    file = tmp_path / "frames" / "a.safetensors"
    if damage == "missing":
        file.unlink()
    elif damage == "a tensor short":
        tensors = load_file(file)
        del tensors["K"]
        save_file(tensors, file)
    else:
        file.write_bytes(file.read_bytes()[: 1000 if damage == "truncated" else 0])
    with pytest.raises(LabelError, match=r"a\.safetensors: unreadable .*; delete it and label again"):
        store.read("a")


@pytest.mark.parametrize("content", ["schema: 7\nframes: []\n", "", "- a\n", "{half", "frames: []\n"])
def test_a_summary_of_another_kind_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "labels.yaml").write_text(content)
    with pytest.raises(LabelError, match=r"labels\.yaml"):
        _ = LabelStore(tmp_path).summary
