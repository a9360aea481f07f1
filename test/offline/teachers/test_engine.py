"""Pairs into the cache: what is there is skipped, and neither engine nor a dying worker changes a bit."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kd3d_ros.geometry import Points, transform_points, unproject
from offline.cluster import ClusterError
from offline.teachers.engine import run_pairs
from offline.teachers.pair_cache import PairCache
from offline.teachers.pairs import PairPrediction, TeacherError, View

K = np.array([[20.0, 0, 11.5], [0, 20, 8.5], [0, 0, 1]])
NAMES = [f"seq-01/frame-{i:06d}" for i in range(12)]
PAIRS = [(NAMES[i], NAMES[j]) for i in range(12) for j in range(i + 1, min(i + 4, 12))]


class PlaneTeacher:
    """Sees a wall at z = 2 m from cameras that know their poses: a teacher that is right by geometry."""

    name = "plane"
    licence = None
    metric = True

    def __init__(self, factory: PlaneFactory) -> None:
        self._factory = factory

    def predict(self, pairs: Sequence[tuple[View, View]]) -> list[tuple[PairPrediction, PairPrediction]]:
        for a, b in pairs:
            self._factory.mishap(a.name, b.name)
        return [(self._seen(a, b), self._seen(b, a)) for a, b in pairs]

    def _seen(self, a: View, b: View) -> PairPrediction:
        T_a_b = np.linalg.inv(a.T_world_camera) @ b.T_world_camera
        confidence = [1 + view.image[..., 0].astype(np.float32) / 10 for view in (a, b)]
        return PairPrediction(_wall(a), transform_points(T_a_b, _wall(b)), *confidence)


@dataclass(frozen=True)
class PlaneFactory:
    """Makes the teacher; `mishap_pair` kills its worker until so many markers are in `markers`."""

    mishap_pair: tuple[str, str] | None = None
    markers: Path | None = None
    deaths: int = 0
    complaint: str = ""

    def make(self) -> PlaneTeacher:
        if self.complaint:
            raise TeacherError(self.complaint)
        return PlaneTeacher(self)

    def mishap(self, a: str, b: str) -> None:
        if (a, b) == self.mishap_pair and len(list(self.markers.iterdir())) < self.deaths:
            (self.markers / str(os.getpid())).touch()
            os._exit(1)


def _wall(view: View) -> Points:
    depth = np.full(view.image.shape[:2], 2 - view.T_world_camera[2, 3], np.float32)
    return unproject(depth, view.K)


class Views:
    """Views of the wall, with a count of how often each was loaded."""

    def __init__(self) -> None:
        self.loaded: list[str] = []

    def __call__(self, name: str) -> View:
        self.loaded.append(name)
        T = np.eye(4)
        T[:3, 3] = 0.1 * NAMES.index(name), 0, 0.02 * NAMES.index(name)
        image = np.random.default_rng(NAMES.index(name)).integers(0, 255, (18, 24, 3), np.uint8)
        return View(name, image, K, T)


def _files(cache: PairCache) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (cache.folder / "pairs").iterdir()}


@pytest.fixture
def locally(tmp_path: Path) -> PairCache:
    cache = PairCache(tmp_path / "local")
    run_pairs(PlaneFactory(), Views(), PAIRS, cache, batch_size=4)
    return cache


def test_both_directions_of_every_pair_are_predicted(locally: PairCache) -> None:
    assert locally.missing(PAIRS) == []
    assert len(_files(locally)) == 2 * len(PAIRS)
    seen = locally.read(NAMES[1], NAMES[0])  # camera 0 is 2 cm behind and 10 cm left of camera 1
    np.testing.assert_allclose(seen.own[..., 2], 1.98, rtol=1e-3)
    np.testing.assert_allclose(seen.other[..., 2], 1.98, rtol=1e-3)
    np.testing.assert_allclose(seen.own[8, 11, 0] - seen.other[8, 11, 0], 0.1, atol=2e-3)


def test_only_what_is_missing_or_damaged_is_predicted(locally: PairCache) -> None:
    before = _files(locally)
    first, second = sorted(before)[:2]
    (locally.folder / "pairs" / first).unlink()
    (locally.folder / "pairs" / second).write_bytes(before[second][:-3])
    views = Views()
    run_pairs(PlaneFactory(), views, PAIRS, locally)
    assert _files(locally) == before
    assert 2 <= len(views.loaded) <= 4
    run_pairs(PlaneFactory(complaint="must not be made"), views, PAIRS, locally)


def test_a_view_is_loaded_once(tmp_path: Path) -> None:
    views = Views()
    run_pairs(PlaneFactory(), views, PAIRS, PairCache(tmp_path), batch_size=5)
    assert sorted(views.loaded) == NAMES


def test_a_run_that_was_interrupted_goes_on(tmp_path: Path, locally: PairCache) -> None:
    class Interrupted(Views):
        def __call__(self, name: str) -> View:
            if name == NAMES[7]:
                raise KeyboardInterrupt
            return super().__call__(name)

    cache = PairCache(tmp_path / "interrupted")
    with pytest.raises(KeyboardInterrupt):
        run_pairs(PlaneFactory(), Interrupted(), PAIRS, cache)
    left = cache.missing(PAIRS)
    assert 0 < len(left) < len(PAIRS)
    run_pairs(PlaneFactory(), Views(), PAIRS, cache)
    assert _files(cache) == _files(locally)


def test_without_ray_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ClusterError, match=r"engine ray needs Ray.*\[cluster\]"):
        run_pairs(PlaneFactory(), Views(), PAIRS, PairCache(tmp_path), engine="ray")


@pytest.mark.parametrize(
    ("address", "message"),
    [("127.0.0.1:1", r"no Ray cluster at '127\.0\.0\.1:1'"), ("kitchen", "must be host:port or auto")],
)
def test_a_cluster_that_is_not_there_is_named(tmp_path: Path, address: str, message: str) -> None:
    pytest.importorskip("ray")
    with pytest.raises(ClusterError, match=message):
        run_pairs(PlaneFactory(), Views(), PAIRS, PairCache(tmp_path), engine="ray", ray_address=address)


@pytest.fixture(scope="module")
def ray() -> Iterator[Any]:
    """A Ray of this machine with two places for workers, which get this file's teacher by value."""
    ray = pytest.importorskip("ray")
    ray.cloudpickle.register_pickle_by_value(sys.modules[__name__])
    ray.init(
        address="local",
        num_cpus=2,
        include_dashboard=False,
        log_to_driver=False,
        object_store_memory=100 << 20,
        logging_level=logging.ERROR,
    )
    yield ray
    ray.shutdown()
    ray.cloudpickle.unregister_pickle_by_value(sys.modules[__name__])


def _run_on_ray(factory: PlaneFactory, folder: Path) -> PairCache:
    cache = PairCache(folder)
    run_pairs(factory, Views(), PAIRS, cache, engine="ray", workers=2, batch_size=4)
    return cache


@pytest.mark.usefixtures("ray")
def test_two_ray_workers_say_the_same(locally: PairCache, tmp_path: Path) -> None:
    assert _files(_run_on_ray(PlaneFactory(), tmp_path / "ray")) == _files(locally)


@pytest.mark.slow
@pytest.mark.usefixtures("ray")
def test_a_worker_that_dies_is_replaced(
    locally: PairCache, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    markers = tmp_path / "markers"
    markers.mkdir()
    mortal = PlaneFactory(mishap_pair=PAIRS[9], markers=markers, deaths=1)
    with caplog.at_level(logging.WARNING):
        cache = _run_on_ray(mortal, tmp_path / "ray")
    assert len(list(markers.iterdir())) == 1
    assert _files(cache) == _files(locally)
    assert "a Ray worker died" in caplog.text


@pytest.mark.slow
@pytest.mark.usefixtures("ray")
def test_a_pair_that_kills_every_worker_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("offline.teachers.ray_engine.ATTEMPTS", 2)
    markers = tmp_path / "markers"
    markers.mkdir()
    deadly = PlaneFactory(mishap_pair=PAIRS[9], markers=markers, deaths=99)
    a, b = PAIRS[9]
    with pytest.raises(TeacherError, match=rf"2 Ray workers died while predicting \(.*\({a}, {b}\)"):
        _run_on_ray(deadly, tmp_path / "ray")
    assert len(list(markers.iterdir())) == 2


@pytest.mark.usefixtures("ray")
def test_a_worker_without_weights_says_so(tmp_path: Path) -> None:
    with pytest.raises(TeacherError, match=r"^no weights at /nowhere$"):
        _run_on_ray(PlaneFactory(complaint="no weights at /nowhere"), tmp_path / "ray")
