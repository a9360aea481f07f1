"""A teacher's pairs spread over GPUs and machines by Ray (an optional extra).

Every worker is an actor with a teacher of its own.  It gets chunks of consecutive pairs, one at a time, and
returns them packed as the cache keeps them; this process decodes images and writes files, so the other
machines need this package but none of the recording.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from offline.cluster import ATTEMPTS, cluster
from offline.teachers.engine import Batch, LoadView, Packed, TeacherFactory, predict_packed, views_of
from offline.teachers.pairs import PairTeacher, TeacherError, View

CHUNK_PAIRS = 16
"""Few enough to lose and to hold in memory, enough that a worker meets most frames in several pairs."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Chunk:
    batches: Sequence[Batch]
    deaths: int = 0
    """How many workers have died of it."""


class _Worker:
    """What runs in an actor; the teacher is made by the first chunk, whose errors come back as they are."""

    def __init__(self, factory: TeacherFactory) -> None:
        self._factory = factory
        self._teacher: PairTeacher | None = None

    def predict(self, batches: Sequence[Sequence[tuple[View, View]]]) -> Packed:
        if self._teacher is None:
            self._teacher = self._factory.make()
        return [packed for batch in batches for packed in predict_packed(self._teacher, batch)]


def predict_on_ray(
    factory: TeacherFactory,
    batches: Sequence[Batch],
    load_view: LoadView,
    address: str | None,
    workers: int | None,
) -> Generator[Packed, None, None]:
    """Predictions of all batches, chunk by chunk as they are ready.

    A worker that dies is replaced, and the batches it had are tried again, one by one, so that the one that
    kills workers can be named.  Raises ClusterError; TeacherError: a teacher raised one, or `ATTEMPTS`
    workers died of one batch.
    """
    with cluster(address, workers) as ray, _Pool(ray, factory, workers) as pool:
        waiting = deque(_chunks(batches))
        while waiting or pool.busy:
            while waiting and pool.idle:
                chunk = waiting.popleft()
                pool.submit(chunk, [views_of(batch, load_view) for batch in chunk.batches])
            chunk, packed, death = pool.next_result()
            if death is not None:
                waiting.extendleft(reversed(_again(chunk, death)))
            else:
                yield packed


class _Pool:
    """Actors, each with at most one chunk; leaving the context ends them."""

    def __init__(self, ray: Any, factory: TeacherFactory, workers: int | None) -> None:
        self._ray = ray
        cpus, gpus = (int(ray.cluster_resources().get(kind, 0)) for kind in ("CPU", "GPU"))
        places = gpus or cpus
        if workers is not None and workers > places:
            log.warning("%d workers wanted; the cluster has place for %d (%d GPUs)", workers, places, gpus)
        self._remote = ray.remote(num_cpus=1, num_gpus=1 if gpus else 0)(_Worker)
        self._factory = factory
        self.idle = [self._new_actor() for _ in range(min(workers or places, places))]
        self.busy: dict[Any, tuple[Any, _Chunk]] = {}

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for actor in [*self.idle, *(actor for actor, _ in self.busy.values())]:
            self._ray.kill(actor)

    def submit(self, chunk: _Chunk, views: list[list[tuple[View, View]]]) -> None:
        actor = self.idle.pop()
        self.busy[actor.predict.remote(views)] = actor, chunk

    def next_result(self) -> tuple[_Chunk, Packed, Exception | None]:
        """The next chunk to end, and its predictions or what its worker died of."""
        (ready,), _ = self._ray.wait(list(self.busy), num_returns=1)
        actor, chunk = self.busy.pop(ready)
        try:
            packed: Packed = self._ray.get(ready)
        except self._ray.exceptions.RayTaskError as error:  # the worker lives; its teacher raised
            self.idle.append(actor)
            if isinstance(error.cause, TeacherError):
                raise error.cause from None
            raise
        except self._ray.exceptions.RayError as death:
            self._ray.kill(actor)
            self.idle.append(self._new_actor())
            return chunk, [], death
        self.idle.append(actor)
        return chunk, packed, None

    def _new_actor(self) -> Any:
        return self._remote.remote(self._factory)


def _chunks(batches: Sequence[Batch]) -> Iterator[_Chunk]:
    size = max(1, CHUNK_PAIRS // len(batches[0]))
    for start in range(0, len(batches), size):
        yield _Chunk(batches[start : start + size])


def _again(chunk: _Chunk, death: Exception) -> list[_Chunk]:
    """The chunk's batches one by one.  Raises TeacherError if it is one batch that was tried enough."""
    deaths = chunk.deaths + 1
    pairs = ", ".join(f"({a}, {b})" for batch in chunk.batches for a, b in batch)
    reason = str(death).splitlines()[0]
    if deaths >= ATTEMPTS:
        raise TeacherError(
            f"{deaths} Ray workers died while predicting {pairs} ({reason}); if memory ran out, use fewer "
            "workers or smaller batches"
        ) from death
    log.warning("a Ray worker died (%s); it is replaced, and %s tried again", reason, pairs)
    return [_Chunk([batch], deaths) for batch in chunk.batches]
