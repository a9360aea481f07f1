"""DUSt3R as a teacher: what it says equals what the library says, and each image is encoded once."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from offline.datasets.base import Frame
from offline.teachers import dust3r
from offline.teachers.dust3r import Dust3rTeacher
from offline.teachers.dust3r_weights import import_network
from offline.teachers.pairs import PairPrediction, TeacherError, View

pytest.importorskip("mini_dust3r")

CPU = torch.device("cpu")
SETTINGS: dict[str, Any] = {
    "pos_embed": "RoPE100",
    "patch_embed_cls": "PatchEmbedDust3R",
    "img_size": (512, 512),
    "head_type": "linear",
    "output_mode": "pts3d",
    "depth_mode": ("exp", -math.inf, math.inf),
    "conf_mode": ("exp", 1, math.inf),
    "enc_embed_dim": 64,
    "enc_depth": 3,
    "enc_num_heads": 4,
    "dec_embed_dim": 48,
    "dec_depth": 2,
    "dec_num_heads": 3,
    "landscape_only": False,
}


@pytest.fixture(scope="module", autouse=True)
def _one_thread() -> Iterator[None]:
    """The networks are so small that threads only get in each other's way."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def build() -> Callable[..., Any]:
    """Builds the library's own network with random weights."""

    def build(**changes: Any) -> Any:
        torch.manual_seed(0)
        return import_network()(**{**SETTINGS, **changes}).eval()

    return build


@pytest.fixture(scope="module")
def small(build: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Path]:
    """A small DUSt3R with a linear head, and the folder that the library saved it to."""
    network, folder = build(), tmp_path_factory.mktemp("dust3r")
    network.save_pretrained(folder)
    return network, folder


@pytest.fixture
def teacher(small: tuple[Any, Path], tmp_path: Path) -> Dust3rTeacher:
    return Dust3rTeacher(tmp_path / "features", CPU, str(small[1]), "fp32", batch_size=3)


def view(name: str, size: tuple[int, int] = (64, 48), seed: int | None = None) -> View:
    """Random blobs; sizes are (width, height)."""
    random = np.random.default_rng(len(name) + sum(map(ord, name)) if seed is None else seed)
    coarse = random.integers(0, 256, (size[1] // 8, size[0] // 8, 3), dtype=np.uint8)
    return View(name, np.kron(coarse, np.ones((8, 8, 1), np.uint8)), None, None)


def library_says(network: Any, pairs: Sequence[tuple[View, View]]) -> list[tuple[PairPrediction, ...]]:
    """The library's plain inference, pair by pair, in both directions."""
    from mini_dust3r.image_pairs import make_pairs
    from mini_dust3r.inference import inference
    from mini_dust3r.utils.image import ImgNorm

    results = []
    for pair in pairs:
        images = [
            {
                "img": ImgNorm(one.image)[None],
                "true_shape": np.array([one.image.shape[:2]], dtype=np.int32),
                "idx": index,
                "instance": str(index),
            }
            for index, one in enumerate(pair)
        ]
        both = []
        for a, b in reversed(make_pairs(images, symmetrize=True)):  # it lists (1, 0), then (0, 1)
            out = inference([(a, b)], network, "cpu", batch_size=1, verbose=False)
            fields = [(1, "pts3d"), (2, "pts3d_in_other_view"), (1, "conf"), (2, "conf")]
            both.append(PairPrediction(*(out[f"pred{n}"][key][0].numpy() for n, key in fields)))
        results.append(tuple(both))
    return results


def worst_difference(ours: PairPrediction, theirs: PairPrediction) -> float:
    """Largest difference of a point or confidence, relative to its distance or itself.

    Distances count as at least 1 % of their median: a point in the camera's centre has none.
    """
    worst = 0.0
    for points in ("own", "other"):
        a, b = getattr(ours, points), getattr(theirs, points)
        assert a.shape == b.shape
        assert a.dtype == np.float32
        distance = np.linalg.norm(b, axis=-1)
        distance = np.maximum(distance, 0.01 * np.median(distance))
        worst = max(worst, float((np.linalg.norm(a - b, axis=-1) / distance).max()))
        a, b = getattr(ours, f"{points}_confidence"), getattr(theirs, f"{points}_confidence")
        assert a.shape == b.shape == getattr(ours, points).shape[:2]
        assert a.dtype == np.float32
        worst = max(worst, float((np.abs(a - b) / b).max()))
    return worst


def assert_parity(teacher: Dust3rTeacher, network: Any, pairs: Sequence[tuple[View, View]]) -> None:
    ours, theirs = teacher.predict(pairs), library_says(network, pairs)
    assert len(ours) == len(pairs)
    for ours_of_pair, theirs_of_pair in zip(ours, theirs, strict=True):
        for a, b in zip(ours_of_pair, theirs_of_pair, strict=True):
            assert worst_difference(a, b) < 1e-4


def test_landscape_portrait_and_mixed_pairs_equal_the_librarys_in_any_order(
    teacher: Dust3rTeacher, small: tuple[Any, Path]
) -> None:
    wide, wide_too, third = view("a"), view("b"), view("c")
    tall, tall_too, other = view("d", (48, 64)), view("e", (48, 64)), view("f", (64, 32))
    pairs = [
        *((wide, wide_too), (wide, tall), (tall, tall_too), (wide_too, third), (tall, wide)),
        *((other, tall), (wide, third), (tall_too, tall)),
    ]
    assert_parity(teacher, small[0], pairs)


def test_the_two_directions_are_not_the_same(teacher: Dust3rTeacher) -> None:
    a, b = view("a"), view("b")
    ((forth, back),) = teacher.predict([(a, b)])
    ((back_asked, forth_asked),) = teacher.predict([(b, a)])
    np.testing.assert_allclose(forth.own, forth_asked.own, rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(back.other, back_asked.other, rtol=1e-4, atol=1e-6)
    assert np.abs(forth.own - back.other).max() > 0.01


def test_the_dpt_head_of_the_public_weights_too(build: Callable[..., Any], tmp_path: Path) -> None:
    network = build(head_type="dpt", dec_depth=10)
    network.save_pretrained(tmp_path / "dpt")
    teacher = Dust3rTeacher(tmp_path / "features", CPU, str(tmp_path / "dpt"), "fp32", batch_size=2)
    assert_parity(teacher, network, [(view("a"), view("b")), (view("a"), view("tall", (32, 64)))])


def test_real_frames_from_preprocessing_to_points(
    small: tuple[Any, Path], teacher: Dust3rTeacher, redkitchen: Path
) -> None:
    from mini_dust3r.utils.image import load_images

    from offline.datasets.base import read_rgb

    files = sorted((redkitchen / "seq-01").glob("*.color.*"))[:60:30]
    K = np.array([[525.0, 0, 320], [0, 525, 240], [0, 0, 1]])
    views = [teacher.prepare(Frame(file.stem, read_rgb(file), K, 0.0)) for file in files]
    assert {one.image.shape for one in views} == {(384, 512, 3)}
    assert len(load_images([str(file) for file in files], size=512, verbose=False)) == 2
    assert_parity(teacher, small[0], [(views[0], views[1])])


def encoded_shapes(teacher: Dust3rTeacher, monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, ...]]:
    """Grows by (n, h, w, 3) with every batch that is encoded."""
    shapes: list[tuple[int, ...]] = []
    encode = teacher._network.encode

    def spy(images: Sequence[np.ndarray]) -> torch.Tensor:
        shapes.append(np.stack(images).shape)
        return encode(images)

    monkeypatch.setattr(teacher._network, "encode", spy)
    return shapes


def test_each_image_is_encoded_once(
    teacher: Dust3rTeacher, small: tuple[Any, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    views = [view(name) for name in "abcde"]
    shapes = encoded_shapes(teacher, monkeypatch)
    teacher.describe(views)
    assert shapes == [(3, 48, 64, 3), (2, 48, 64, 3)]
    pairs = [(views[i], views[j]) for i in range(5) for j in range(i)]
    first = teacher.predict(pairs)
    assert sum(shape[0] for shape in shapes) == 5
    again = Dust3rTeacher(tmp_path / "features", CPU, str(small[1]), "fp32", batch_size=3)
    shapes = encoded_shapes(again, monkeypatch)
    for ours, theirs in zip(again.predict(pairs), first, strict=True):
        np.testing.assert_array_equal(ours[0].own, theirs[0].own)
    assert shapes == []  # the disk remembers


def test_other_weights_and_precisions_never_meet_features_of_these(
    teacher: Dust3rTeacher, build: Callable[..., Any], small: tuple[Any, Path], tmp_path: Path
) -> None:
    teacher.describe([view("a")])
    other = build()
    with torch.no_grad():
        other.enc_norm.bias += 1
    other.save_pretrained(tmp_path / "other")
    pair = view("a"), view("b")
    changed = Dust3rTeacher(tmp_path / "features", CPU, str(tmp_path / "other"), "fp32")
    assert_parity(changed, other, [pair])
    half = Dust3rTeacher(tmp_path / "features", CPU, str(small[1]), "bf16")
    half.describe([view("a")])
    assert len(list((tmp_path / "features").iterdir())) == 3
    assert len({str(one.facts()) for one in (teacher, changed, half)}) == 3


def test_half_precision_is_close(teacher: Dust3rTeacher, small: tuple[Any, Path], tmp_path: Path) -> None:
    half = Dust3rTeacher(tmp_path / "half", CPU, str(small[1]), "bf16")
    pair = view("a"), view("b")
    ((exact, _),), ((rough, _),) = teacher.predict([pair]), half.predict([pair])
    assert rough.own.dtype == np.float32
    difference = np.linalg.norm(rough.own - exact.own, axis=-1)
    assert 0 < np.median(difference) < 0.05 * np.median(np.linalg.norm(exact.own, axis=-1))


def test_descriptors_are_unit_means_of_features(teacher: Dust3rTeacher, small: tuple[Any, Path]) -> None:
    from mini_dust3r.utils.image import ImgNorm

    views = [view("a"), view("tall", (48, 64)), view("b")]
    described = teacher.describe(views)
    assert described.shape == (3, 64)
    assert described.dtype == np.float32
    for one, descriptor in zip(views, described, strict=True):
        with torch.no_grad():
            tokens, _, _ = small[0]._encode_image(ImgNorm(one.image)[None], None)
        mean = tokens[0].mean(dim=0)
        np.testing.assert_allclose(descriptor, mean / mean.norm(), atol=1e-5)
    assert teacher.describe([]).shape[0] == 0


def test_out_of_memory_halves_the_batch_and_says_so(
    teacher: Dust3rTeacher, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    views = [view(name) for name in "abcd"]
    pairs = [(views[i], views[j]) for i in range(4) for j in range(i)]
    expected = teacher.predict(pairs)
    decode, tried = teacher._network.decode, []

    def crowded(a: Sequence[torch.Tensor], *others: Any) -> Any:
        tried.append(len(a))
        if len(a) > 1:
            raise torch.cuda.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")
        return decode(a, *others)

    monkeypatch.setattr(teacher._network, "decode", crowded)
    with caplog.at_level(logging.WARNING):
        predictions = teacher.predict(pairs)
    assert tried == [3, 1, 1, 1, 1, 1, 1]
    assert "out of memory with 3 pairs at once; going on with 1" in caplog.text
    for ours, theirs in zip(predictions, expected, strict=True):
        assert worst_difference(ours[1], theirs[1]) < 1e-4


def test_the_licence_is_said_once(
    small: tuple[Any, Path], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    dust3r.give_notice.cache_clear()
    with caplog.at_level(logging.WARNING):
        teachers = [Dust3rTeacher(tmp_path, CPU, str(small[1]), "fp32") for _ in range(2)]
    assert caplog.text.count("CC BY-NC-SA 4.0") == 1
    assert teachers[0].licence is not None
    assert not teachers[0].metric


def test_unknown_precisions_and_batch_sizes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TeacherError, match=r"precision 'int8' is unknown; choose from \['auto', 'fp32'"):
        Dust3rTeacher(tmp_path, CPU, precision="int8")  # type: ignore[arg-type]
    with pytest.raises(TeacherError, match="batch size 0 is not allowed"):
        Dust3rTeacher(tmp_path, CPU, batch_size=0)


def test_auto_is_a_precision_that_is_written_down(small: tuple[Any, Path], tmp_path: Path) -> None:
    facts = Dust3rTeacher(tmp_path, CPU, str(small[1])).facts()
    assert facts["precision"] in ("fp32", "bf16")
    assert dust3r.resolve_precision("auto", torch.device("cuda")) == "fp16"
    assert facts["architecture"]["depth_mode"] == ["exp", -math.inf, math.inf]
