"""The pair cache: what is written comes back, what is damaged is found and made again."""

from __future__ import annotations

import logging
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offline.config import StaleError
from offline.teachers.pair_cache import PairCache, PairCacheError, pack, unpack
from offline.teachers.pairs import PairPrediction, TeacherError


def _prediction(seed: int = 0, unit: float = 1.0) -> PairPrediction:
    """Two maps, 6x8 and 8x6, of points 0.5 to 5 units deep, a fifth of them unknown."""
    rng = np.random.default_rng(seed)

    def half(height: int, width: int) -> tuple[np.ndarray, np.ndarray]:
        z = rng.uniform(0.5, 5, (height, width))
        points = np.stack([z * rng.normal(size=z.shape), z * rng.normal(size=z.shape), z], -1) * unit
        confidence = np.where(rng.random(z.shape) < 0.2, 0, 1 + rng.exponential(5, z.shape))
        return points.astype(np.float32), confidence.astype(np.float32)

    (own, own_confidence), (other, other_confidence) = half(6, 8), half(8, 6)
    return PairPrediction(own, other, own_confidence, other_confidence)


def _only_file(cache: PairCache) -> Path:
    (file,) = (cache.folder / "pairs").iterdir()
    return file


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 1000), exponent=st.floats(-20, 20))
def test_predictions_of_any_unit_come_back_to_float16_precision(seed: int, exponent: float) -> None:
    """float16 has 11 significant bits; what is 1e-4 of the median depth away from an axis may lose some."""
    before = _prediction(seed, unit=10**exponent)
    after = unpack("a", "b", pack("a", "b", before))
    for points, confidence, read, read_confidence in (
        (before.own, before.own_confidence, after.own, after.own_confidence),
        (before.other, before.other_confidence, after.other, after.other_confidence),
    ):
        known = confidence > 0
        assert read.dtype == read_confidence.dtype == np.float32
        np.testing.assert_allclose(read_confidence, confidence, rtol=2**-11)
        np.testing.assert_allclose(read[known], points[known], rtol=2**-10, atol=1e-7 * 10**exponent)
        assert (read[~known] == 0).all()


def test_what_is_hardly_believable_still_comes_back_finite() -> None:
    """A point a million times as far as the median, NaN where nothing is known, a huge confidence."""
    prediction = _prediction()
    prediction.own[0, 0] = 0, 0, 1e7
    prediction.own_confidence[0, 0] = np.inf
    prediction.other[0, 0] = np.nan
    prediction.other_confidence[0, 0] = 0
    read = unpack("a", "b", pack("a", "b", prediction))
    assert all(np.isfinite(part).all() for part in (read.own, read.other, read.own_confidence))
    assert read.own[0, 0, 2] > 60000
    assert read.own_confidence[0, 0] == np.finfo(np.float16).max
    assert (read.other[0, 0] == 0).all()


def test_a_prediction_without_any_confidence_is_kept() -> None:
    nothing = PairPrediction(
        *(np.full((2, 3, 3), np.nan, np.float32),) * 2, *(np.zeros((2, 3), np.float32),) * 2
    )
    assert (unpack("a", "b", pack("a", "b", nothing)).own == 0).all()


@pytest.mark.parametrize("part", ["own", "other_confidence"])
def test_a_teacher_that_says_nan_is_refused(part: str) -> None:
    prediction = _prediction()
    prediction.own_confidence[0, 0] = 1
    getattr(prediction, part)[0, 0] = np.nan
    with pytest.raises(TeacherError, match=r"pair left -> right: .*not finite"):
        pack("left", "right", prediction)


def test_the_two_directions_are_apart(tmp_path: Path) -> None:
    cache = PairCache(tmp_path)
    cache.write("a", "b", _prediction(1))
    assert cache.has("a", "b")
    assert not cache.has("b", "a")
    assert cache.missing([("a", "b")]) == [("a", "b")]
    cache.write("b", "a", _prediction(2))
    assert cache.missing([("a", "b"), ("b", "c")]) == [("b", "c")]
    assert not np.allclose(cache.read("a", "b").own, cache.read("b", "a").own)


def test_names_do_not_leave_the_folder(tmp_path: Path) -> None:
    cache = PairCache(tmp_path / "cache")
    cache.write("../../up", "/etc/frame", _prediction())
    assert cache.has("../../up", "/etc/frame")
    assert [file.parent for file in tmp_path.rglob("*.pair")] == [tmp_path / "cache" / "pairs"]


@pytest.mark.parametrize("damage", ["a flipped bit", "truncated", "empty", "another pair's", "not ours"])
def test_a_damaged_prediction_is_named(tmp_path: Path, damage: str) -> None:
    cache = PairCache(tmp_path)
    cache.write("a", "b", _prediction())
    file = _only_file(cache)
    content = bytearray(file.read_bytes())
    if damage == "a flipped bit":
        content[len(content) // 2] ^= 4
    elif damage == "another pair's":
        content = bytearray(pack("a", "c", _prediction()))
    elif damage == "not ours":
        content = bytearray(zlib.crc32(b"hello").to_bytes(4, "little") + b"hello")
    else:
        del content[30 if damage == "truncated" else 0 :]
    file.write_bytes(content)
    with pytest.raises(PairCacheError, match=rf"a -> b: .*{file.name} is damaged .*run again"):
        cache.read("a", "b")


def test_damaged_predictions_are_found_logged_and_written_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    cache = PairCache(tmp_path)
    cache.write("a", "b", _prediction())
    file = _only_file(cache)
    whole = file.read_bytes()
    file.write_bytes(whole[:-1])
    cache.write("b", "a", _prediction())
    with caplog.at_level(logging.WARNING):
        assert cache.missing([("a", "b")]) == [("a", "b")]
    assert f"{file}: damaged, so a -> b is predicted again" in caplog.text
    cache.write("a", "b", _prediction())
    assert cache.missing([("a", "b")]) == []


def test_what_a_kill_left_half_written_does_not_count(tmp_path: Path) -> None:
    cache = PairCache(tmp_path)
    cache.write("a", "b", _prediction())
    file = _only_file(cache)
    file.rename(f"{file}.part")
    assert not cache.has("a", "b")
    with pytest.raises(PairCacheError, match=r"a -> b: not predicted .*missing\); run again"):
        cache.read("a", "b")


def test_a_cache_goes_on_only_with_the_same_teacher(tmp_path: Path) -> None:
    PairCache(tmp_path).begin({"teacher": "geometric", "long_side": 640})
    PairCache(tmp_path).begin({"teacher": "geometric", "long_side": 640})
    with pytest.raises(StaleError, match=r"long_side: 640 then, 320 now"):
        PairCache(tmp_path).begin({"teacher": "geometric", "long_side": 320})
