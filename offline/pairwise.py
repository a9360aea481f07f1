"""A pairwise teacher's labels: keyframes -> pair graph -> predictions -> alignment -> label store.

Training frames make the reconstruction; held-out frames are registered to it once it is finished and frozen,
for evaluation only.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Array, scale_intrinsics
from offline.alignment.baselines import triangulation_pairs
from offline.alignment.graph import GraphConfig, pair_graph, registration_pairs
from offline.alignment.keyframes import Glance, glance, select_keyframes
from offline.alignment.reconstruct import Known, Reconstruction, reconstruct, register
from offline.alignment.triangulated import reconstruct_posed, register_posed
from offline.config import ConfigError, RecordingConfig, check_more_than_zero
from offline.datasets.base import DataError, Dataset, Skipped, readable_frames
from offline.labels import Label, LabelStore
from offline.progress import progress
from offline.teachers.engine import Engine, TeacherFactory, run_pairs
from offline.teachers.factory import Dust3rFactory, GeometricFactory, Precision
from offline.teachers.pair_cache import PairCache
from offline.teachers.pairs import PairTeacher, View

log = logging.getLogger(__name__)

REGISTRATION_LOOPS = 1
"""A frame is registered to the keyframes before and after it and to so many others."""
UNSURE = 0.2
"""Share of a frame's typical confidence below which a pixel gets no label."""


@dataclass(frozen=True, kw_only=True)
class PairwiseConfig(RecordingConfig):
    """How a pairwise teacher works; of no effect on --teacher rgbd."""

    teacher_weights: str = Dust3rFactory.weights
    """DUSt3R's weights: a Hugging Face id, or a folder, .safetensors or .pth file."""
    teacher_precision: Precision = "auto"
    """Arithmetic of DUSt3R; auto is fp16 on a GPU, bf16 on a CPU where it is faster."""
    batch_size_pairs: int = 8
    """Pairs that the teacher gets at once; halved where memory runs out."""
    anchor: Literal["auto", "poses", "depth", "none"] = "auto"
    """What makes the result metric: the recording's poses; else (auto) its depth sensor; else nothing."""
    intrinsics: tuple[float, float, float, float] | None = None
    """fx fy cx cy in pixels of the recording's images, where the recording does not know them."""
    keyframes: int = 1000
    """At most so many frames make the reconstruction; the others are registered to it."""
    window: int = 3
    """Pair each keyframe with so many that follow it."""
    loops: int = 4
    """And with so many that look alike, or that look at the same from elsewhere."""
    engine: Engine = "local"
    """Where the teacher's pairs are predicted: in this process, or by the workers of a Ray cluster."""
    ray_address: str | None = None
    """host:port of the Ray cluster, or auto for the one running here; without it, this machine."""
    ray_workers: int | None = None
    """Workers on the Ray cluster; without it, one a GPU, or one a core where there is none."""

    def __post_init__(self) -> None:
        """Raises SceneError, ConfigError."""
        super().__post_init__()
        check_more_than_zero(batch_size_pairs=self.batch_size_pairs, window=self.window)
        if self.keyframes < 2:
            raise ConfigError(f"--keyframes {self.keyframes} is not allowed; at least 2 make a pair")
        if self.loops < 0:
            raise ConfigError(f"--loops {self.loops} is not allowed; it must be 0 or more")
        if self.intrinsics is not None:
            check_more_than_zero(
                **{"intrinsics (fx)": self.intrinsics[0], "intrinsics (fy)": self.intrinsics[1]}
            )

    def pairwise_facts(self) -> dict[str, Any]:
        """What must not change between a run and its continuation, beside what the teacher says itself."""
        names = ("anchor", "intrinsics", "keyframes", "window", "loops")
        facts = {name: getattr(self, name) for name in names}
        return {**facts, "intrinsics": list(self.intrinsics) if self.intrinsics else None}


MakeFactory = Callable[[PairwiseConfig, bool], TeacherFactory]
"""(config, posed) -> who makes the teacher; posed: every frame's pose is known and may be used."""


class Pairwise:
    """The way from a recording to a reconstruction, each step resumable through the pair cache."""

    def __init__(
        self,
        config: PairwiseConfig,
        dataset: Dataset,
        factory: MakeFactory,
    ) -> None:
        """Look at the training frames.  Raises DataError."""
        self.config, self.dataset = config, dataset
        self.skipped = Skipped()
        glances = self._look(dataset.names("train"))
        posed = [one.T_world_camera is not None for one in glances]
        if config.anchor == "poses" and not any(posed):
            raise DataError(f"{dataset.root}: --anchor poses, but no training frame has a pose")
        self.uses_poses = config.anchor in ("auto", "poses") and any(posed)
        self._glances = {one.name: one if self.uses_poses else _unposed(one) for one in glances}
        self._factory = factory(config, self.uses_poses and all(posed))

    @cached_property
    def teacher(self) -> PairTeacher:
        """The one that works in this process."""
        return self._factory.make()

    @cached_property
    def base(self) -> Reconstruction:
        """The reconstruction of the keyframes; cheap to repeat, since its pairs are cached."""
        every = list(self._glances.values())
        glances = [every[n] for n in self._keyframes(every)]
        log.info("alignment: %d of %d training frames are keyframes", len(glances), len(every))
        pairs = self._pairs(glances)
        names = [one.name for one in glances]
        self._predict([(names[i], names[j]) for i, j in pairs])
        known = [self._known(name) for name in names]
        place = reconstruct_posed if self.teacher.metric else reconstruct
        found, left_out = place(names, pairs, self.cache.read, known)
        self._report(left_out, "held together with the rest by no pair")
        return found

    @property
    def cache(self) -> PairCache:
        return PairCache(self.config.scene_work_dir / "pairs")

    def register(self, names: Sequence[str]) -> Reconstruction:
        """Further frames, in the frozen world of the keyframes."""
        glances = self._glances_of(names)
        names = [one.name for one in glances]
        keyframes = [self._glances[name] for name in self.base.names]
        pairs = self._pairs_to(keyframes, glances)
        named = [(names[i], self.base.names[k]) for i, k in pairs]
        self._predict(named)
        place = register_posed if self.teacher.metric else register
        found, left_out = place(
            self.base, names, named, self.cache.read, [self._known(name) for name in names]
        )
        self._report(left_out, "registered to the keyframes by no pair")
        return found

    def write_labels(self, store: LabelStore, found: Reconstruction, label_size: int) -> None:
        """A label for each frame of `found` that the store does not hold yet."""
        for n, name in enumerate(
            progress(found.names, desc=f"labelling ({self.teacher.name})", unit="frame")
        ):
            if name not in store:
                store.write(make_label(found, n, self._view(name), label_size))

    def facts(self) -> dict[str, Any]:
        """What the bundle says of teacher and world frame."""
        anchor = self.base.anchor
        if not anchor.metric:
            log.warning(
                "NOT METRIC: neither poses nor sensor depth anchor the reconstruction; its scale, and so the "
                "student's, is arbitrary"
            )
        facts = self.teacher.facts()
        return {
            "metric": anchor.metric and (anchor.source != "poses" or self.dataset.metric),
            "gravity_aligned": anchor.source == "poses" and self.dataset.gravity_aligned,
            "anchor": anchor.source,
            "anchor_residual_m": anchor.residual_m,
            "scale_residual": anchor.scale_residual,
            "licence": self.teacher.licence,
            "weights_sha256": facts.get("weights_sha256"),
            "keyframes": list(self.base.names),
        }

    def _glances_of(self, names: Sequence[str]) -> list[Glance]:
        """Of those frames that can be read and, where pairs are predicted in metres, have a pose."""
        for one in self._look([name for name in names if name not in self._glances]):
            self._glances[one.name] = one if self.uses_poses else _unposed(one)
        found = [self._glances[name] for name in names if name in self._glances]
        if not self.teacher.metric:
            return found
        self._report([one.name for one in found if one.T_world_camera is None], "has no pose")
        return [one for one in found if one.T_world_camera is not None]

    def _look(self, names: Sequence[str]) -> list[Glance]:
        frames = readable_frames(self.dataset, names, self.skipped)
        return [glance(frame) for frame in progress(frames, desc="reading", total=len(names), unit="frame")]

    def _keyframes(self, glances: Sequence[Glance]) -> list[int]:
        """All, where the teacher triangulates in metres: it needs every view, and poses hold them."""
        if self.teacher.metric and len(glances) <= self.config.keyframes:
            return list(range(len(glances)))
        return select_keyframes(glances, self.config.keyframes)

    def _pairs(self, keyframes: Sequence[Glance]) -> list[tuple[int, int]]:
        if self.teacher.metric:
            found = triangulation_pairs(keyframes, keyframes)
            return sorted({(min(i, j), max(i, j)) for i, j in found})
        return pair_graph(keyframes, self._descriptors(keyframes), self._graph_config(len(keyframes))).pairs

    def _pairs_to(self, keyframes: Sequence[Glance], glances: Sequence[Glance]) -> list[tuple[int, int]]:
        """(further frame, keyframe)."""
        if self.teacher.metric:
            return triangulation_pairs(glances, keyframes)
        config = self._graph_config(len(keyframes))
        return registration_pairs(
            glances,
            keyframes,
            self._descriptors(glances),
            self._descriptors(keyframes),
            replace(config, loops=min(config.loops, REGISTRATION_LOOPS)),
        )

    def _graph_config(self, keyframes: int) -> GraphConfig:
        """Loops of a long walk lie far apart in it: they stiffen what the windows chain."""
        separation = max(3, keyframes // 50)
        return GraphConfig(window=self.config.window, loops=self.config.loops, separation=separation)

    def _predict(self, pairs: Sequence[tuple[str, str]]) -> None:
        cache = self.cache
        cache.begin({"data": str(self.dataset.root.resolve()), **self.teacher.facts()})
        run_pairs(
            self._factory if self.config.engine == "ray" else _Made(self.teacher),
            self._view,
            pairs,
            cache,
            engine=self.config.engine,
            ray_address=self.config.ray_address,
            workers=self.config.ray_workers,
            batch_size=self.config.batch_size_pairs,
        )

    def _descriptors(self, glances: Sequence[Glance]) -> NDArray[np.float32] | None:
        """What the images look like to the teacher; None where poses say what overlaps."""
        if all(one.T_world_camera is not None for one in glances):
            return None
        return self.teacher.describe([self._view(one.name) for one in glances])

    def _view(self, name: str) -> View:
        frame = self.dataset.load(name)
        if frame.K is None and self.config.intrinsics is not None:
            fx, fy, cx, cy = self.config.intrinsics
            frame = replace(frame, K=np.array([[fx, 0, cx], [0, fy, cy], [0, 0, 1.0]]))
        view = self.teacher.prepare(frame)
        return view if self.uses_poses else replace(view, T_world_camera=None)

    def _known(self, name: str) -> Known:
        view = self._view(name)
        depth = None
        if self.config.anchor in ("auto", "depth") and not self.uses_poses:
            sensor = self.dataset.load(name).depth
            if sensor is not None:
                size = view.image.shape[1::-1]
                depth = np.asarray(cv2.resize(sensor, size, interpolation=cv2.INTER_NEAREST), np.float32)
        return Known(view.K, view.T_world_camera, depth)

    def _report(self, left_out: Sequence[str], reason: str) -> None:
        for name in left_out:
            self.skipped.add(name, f"{name}: {reason}")


@dataclass(frozen=True)
class _Made:
    """A teacher that is there already, as the engine wants it."""

    teacher: PairTeacher

    def make(self) -> PairTeacher:
        return self.teacher


def pairwise_factory(teacher: Literal["dust3r", "geometric"]) -> MakeFactory:
    """How the named teacher is made for a recording."""

    def make(config: PairwiseConfig, posed: bool) -> TeacherFactory:
        if teacher == "geometric":
            return GeometricFactory(use_poses=posed)
        return Dust3rFactory(
            (config.scene_work_dir / "features").resolve(),
            config.device,
            config.teacher_weights,
            config.teacher_precision,
            config.batch_size_pairs,
        )

    return make


def _unposed(one: Glance) -> Glance:
    return replace(one, T_world_camera=None)


def make_label(found: Reconstruction, n: int, view: View, long_side: int) -> Label:
    """The label of frame n, with images of `long_side` pixels, confidence around 1, and 0 where unsure."""
    height, width = view.image.shape[:2]
    scale = min(1.0, long_side / max(height, width))
    size = round(width * scale), round(height * scale)
    confidence = found.maps[n].confidence
    known = found.maps[n].depth > 0
    typical = np.median(confidence[known]) if known.any() else 1.0
    sure = known & (confidence > UNSURE * typical)
    depth = np.where(sure, found.depth(n), 0)
    relative = np.where(sure, 2 * confidence / (confidence + typical), 0)
    return Label(
        name=view.name,
        image=np.asarray(cv2.resize(view.image, size, interpolation=cv2.INTER_AREA), np.uint8),
        depth=_nearest(depth, size).astype(np.float16),
        confidence=_nearest(relative, size).astype(np.float16),
        K=scale_intrinsics(found.maps[n].K, (width, height), size),
        T_world_camera=found.T_world_camera(n),
    )


def _nearest(image: Array, size: tuple[int, int]) -> Array:
    resized: Array = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_NEAREST))
    return resized
