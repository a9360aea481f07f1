"""Pair predictions on disk, so that a killed teacher goes on where it was.

One file a *directed* prediction: a CRC-32 of all that follows, then zlib of a safetensors blob.  Points are
float16 in units of the prediction's median depth (kept as float32), so neither millimetres nor kilometres
over- or underflow.  Before zlib, x, y, z and confidence lie apart, and their high bytes apart from their low
ones: of 160x120 predictions (simulated on redkitchen) that makes 209 kB in 6 ms, where `np.savez_compressed`
of the same float16 makes 260 kB in 9 ms, and zlib's level 6 would make 202 kB in 9 ms.
"""

from __future__ import annotations

import hashlib
import json
import logging
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load, save

from kd3d_ros.files import written_whole
from kd3d_ros.geometry import Points
from offline.config import check_same_config
from offline.teachers.pairs import PairPrediction, TeacherError

SCHEMA = 1
CRC_BYTES = 4
ZLIB_LEVEL = 1
LARGEST = float(np.finfo(np.float16).max)

Pair = tuple[str, str]
"""Names of two frames."""

log = logging.getLogger(__name__)


class PairCacheError(Exception):
    """A prediction that cannot be read; the message names pair, file and fix."""


class PairCache:
    """A folder of pair predictions by the names of their frames."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def begin(self, facts: dict[str, Any]) -> None:
        """Open for writing.  Raises StaleError if it was begun with other facts about teacher and images."""
        check_same_config(self.folder / "config.yaml", {"schema": SCHEMA, **facts})

    def missing(self, pairs: Iterable[Pair]) -> list[Pair]:
        """The pairs of which one direction or both are not there whole; what is damaged is logged.

        Reads every file that is there; at 160x120 that takes a fifth of a millisecond each.
        """
        return [(a, b) for a, b in pairs if not (self.has(a, b) and self.has(b, a))]

    def has(self, a: str, b: str) -> bool:
        """Whether what is seen in a's frame is there, undamaged."""
        file = self._file(a, b)
        if not file.exists():
            return False
        if _is_whole(file.read_bytes()):
            return True
        log.warning("%s: damaged, so %s -> %s is predicted again", file, a, b)
        return False

    def write(self, a: str, b: str, prediction: PairPrediction) -> None:
        """Keep `prediction`, made in a's frame.  Raises TeacherError if it is not finite."""
        self.write_packed(a, b, pack(a, b, prediction))

    def write_packed(self, a: str, b: str, packed: bytes) -> None:
        """Keep what `pack` made, maybe elsewhere."""
        with written_whole(self._file(a, b)) as part:
            part.write_bytes(packed)

    def read(self, a: str, b: str) -> PairPrediction:
        """What was written, to float16's precision; points without confidence are 0.

        Raises PairCacheError.
        """
        file = self._file(a, b)
        try:
            return unpack(a, b, file.read_bytes())
        except FileNotFoundError as error:
            raise PairCacheError(f"{a} -> {b}: not predicted ({file} is missing); run again") from error
        except (OSError, ValueError) as error:
            raise PairCacheError(
                f"{a} -> {b}: {file} is damaged ({error}); run again, and it is predicted again"
            ) from error

    def _file(self, a: str, b: str) -> Path:
        """Named by digest: frame names may hold what file names must not."""
        digest = hashlib.sha256(json.dumps([a, b]).encode()).hexdigest()
        return self.folder / "pairs" / f"{digest[:32]}.pair"


def pack(a: str, b: str, prediction: PairPrediction) -> bytes:
    """The bytes of one directed prediction.  Raises TeacherError if it is not finite."""
    own, own_confidence = prediction.own, prediction.own_confidence
    other, other_confidence = prediction.other, prediction.other_confidence
    if not (_is_sane(own, own_confidence) and _is_sane(other, other_confidence)):
        raise TeacherError(f"pair {a} -> {b}: the teacher's points or confidences are not finite")
    scale = _median_depth(prediction)
    tensors: dict[str, NDArray[Any]] = {
        "own": _split(own, own_confidence, scale),
        "other": _split(other, other_confidence, scale),
        "scale": np.array([scale], np.float32),
        "names": np.frombuffer(json.dumps([a, b]).encode(), np.uint8),
    }
    body = zlib.compress(save(tensors), ZLIB_LEVEL)
    return zlib.crc32(body).to_bytes(CRC_BYTES, "little") + body


def unpack(a: str, b: str, packed: bytes) -> PairPrediction:
    """The prediction in `packed`.  Raises ValueError if it is damaged or of another pair."""
    if not _is_whole(packed):
        raise ValueError(f"{len(packed)} bytes whose checksum is wrong")
    try:
        tensors = load(zlib.decompress(packed[CRC_BYTES:]))
        names, scale = tensors["names"].tobytes(), tensors["scale"][0]
        own, own_confidence = _join(tensors["own"], scale)
        other, other_confidence = _join(tensors["other"], scale)
    except (zlib.error, SafetensorError, KeyError) as error:
        raise ValueError(f"not a pair prediction: {error}") from error
    if names != json.dumps([a, b]).encode():
        raise ValueError(f"holds the pair {names.decode(errors='replace')}")
    return PairPrediction(own, other, own_confidence, other_confidence)


def _is_whole(packed: bytes) -> bool:
    view = memoryview(packed)
    return len(view) > CRC_BYTES and zlib.crc32(view[CRC_BYTES:]) == int.from_bytes(
        view[:CRC_BYTES], "little"
    )


def _is_sane(points: Points, confidence: Points) -> bool:
    """Whether no confidence is NaN and all points that have some are finite."""
    return not np.isnan(confidence).any() and bool(np.isfinite(points[confidence > 0]).all())


def _median_depth(prediction: PairPrediction) -> np.float32:
    """Of the known points of either image; 1 where there is none."""
    own = np.abs(prediction.own[..., 2][prediction.own_confidence > 0])
    other = np.abs(prediction.other[..., 2][prediction.other_confidence > 0])
    median = np.median(np.concatenate([own, other])) if own.size + other.size else np.float32(1)
    return np.float32(median if np.isfinite(median) and median > np.finfo(np.float32).tiny else 1)


def _split(points: Points, confidence: Points, scale: np.float32) -> NDArray[np.uint8]:
    """(2, 4, h, w): low and high bytes of x, y, z in units of `scale`, and of the confidence, as float16."""
    planes = np.empty((4, *confidence.shape), np.float16)
    planes[3] = np.minimum(confidence, LARGEST)
    scaled = np.moveaxis(points / scale, -1, 0)
    np.copyto(planes[:3], np.where(planes[3] == 0, 0, scaled.clip(-LARGEST, LARGEST)), casting="same_kind")
    return np.ascontiguousarray(np.moveaxis(planes.astype("<f2")[..., None].view(np.uint8), -1, 0))


def _join(parts: NDArray[np.uint8], scale: np.float32) -> tuple[Points, Points]:
    """Points (h, w, 3) and confidence (h, w), float32, of what `_split` made."""
    planes = np.ascontiguousarray(np.moveaxis(parts, 0, -1)).view("<f2")[..., 0].astype(np.float32)
    points: Points = np.ascontiguousarray(np.moveaxis(planes[:3], 0, -1))
    points *= scale
    return points, planes[3]
