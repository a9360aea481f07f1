"""Ask a pairwise teacher about all pairs that the cache does not hold yet: here, or on many machines."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from functools import lru_cache
from typing import Literal, Protocol

from offline.progress import progress
from offline.teachers.pair_cache import Pair, PairCache, pack
from offline.teachers.pairs import PairTeacher, View

Engine = Literal["local", "ray"]
LoadView = Callable[[str], View]
Batch = Sequence[Pair]
Packed = list[tuple[Pair, bytes]]
"""Both directions of each pair of a batch, as the cache keeps them."""

VIEWS_KEPT = 64
"""Decoded views held at once; at DUSt3R's 512x384 they are 38 MB."""

log = logging.getLogger(__name__)


class TeacherFactory(Protocol):
    """Makes the teacher where it works; can be pickled."""

    def make(self) -> PairTeacher:
        """A teacher of the calling process' own.  Raises TeacherError."""
        ...


def run_pairs(
    factory: TeacherFactory,
    load_view: LoadView,
    pairs: Sequence[Pair],
    cache: PairCache,
    *,
    engine: Engine = "local",
    ray_address: str | None = None,
    workers: int | None = None,
    batch_size: int = 1,
) -> None:
    """Predict both directions of all `pairs` into `cache`, except for what it holds already.

    Pairs are taken in their order: neighbours should share frames.  load_view: the teacher's view of a frame;
    called in this process alone, seldom twice for one frame.  engine: `local` works in this process; `ray`
    has `workers` (default: one a GPU, or one a CPU core where there is none) on the cluster at `ray_address`
    (default: this machine), with the same results.  batch_size: pairs that the teacher gets at once.
    Raises TeacherError, ClusterError.
    """
    missing = cache.missing(pairs)
    batches = [missing[start : start + batch_size] for start in range(0, len(missing), batch_size)]
    if not batches:
        log.info("all %d pairs are in %s already", len(pairs), cache.folder)
        return
    cached_view = lru_cache(maxsize=VIEWS_KEPT)(load_view)
    if engine == "local":
        results = _predict_here(factory, batches, cached_view)
    else:
        from offline.teachers.ray_engine import predict_on_ray

        results = predict_on_ray(factory, batches, cached_view, ray_address, workers)
    done = len(pairs) - len(missing)
    with closing(results), progress(desc="pairs", total=len(pairs), initial=done, unit="pair") as bar:
        for packed in results:
            for (a, b), content in packed:
                cache.write_packed(a, b, content)
            bar.update(len(packed) // 2)


def predict_packed(teacher: PairTeacher, batch: Sequence[tuple[View, View]]) -> Packed:
    """The teacher's predictions for a batch, packed where they are made: that is most of the cache's work."""
    packed: Packed = []
    for (a, b), (in_a, in_b) in zip(batch, teacher.predict(batch), strict=True):
        packed.append(((a.name, b.name), pack(a.name, b.name, in_a)))
        packed.append(((b.name, a.name), pack(b.name, a.name, in_b)))
    return packed


def views_of(batch: Batch, load_view: LoadView) -> list[tuple[View, View]]:
    return [(load_view(a), load_view(b)) for a, b in batch]


def _predict_here(
    factory: TeacherFactory, batches: Sequence[Batch], load_view: LoadView
) -> Generator[Packed, None, None]:
    teacher = factory.make()
    for batch in batches:
        yield predict_packed(teacher, views_of(batch, load_view))
