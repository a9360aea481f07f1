"""The teacher `dust3r`: pointmaps of image pairs from DUSt3R's weights (Wang et al., CVPR 2024).

Each image is encoded once, whatever the number of its pairs, and each pair is decoded in both directions.
"""

from __future__ import annotations

import hashlib
import json
import logging
import time
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np
import torch
from numpy.typing import NDArray

from offline.datasets.base import Frame
from offline.teachers.dust3r_batches import Batches
from offline.teachers.dust3r_features import FeatureStore
from offline.teachers.dust3r_images import fit
from offline.teachers.dust3r_network import Dust3rNetwork, Shape
from offline.teachers.dust3r_weights import DEFAULT_WEIGHTS, LONG_SIDE, load_weights
from offline.teachers.pairs import PairPrediction, TeacherError, View

Precision = Literal["auto", "fp32", "bf16", "fp16"]
DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}

LICENCE = "CC BY-NC-SA 4.0 (DUSt3R, Copyright 2024-present Naver Corporation): not for commercial use"

log = logging.getLogger(__name__)


class Dust3rTeacher:
    """DUSt3R as a `PairTeacher`."""

    name = "dust3r"
    licence: str | None = LICENCE
    metric = False

    def __init__(
        self,
        features: Path,
        device: torch.device,
        weights: str = DEFAULT_WEIGHTS,
        precision: Precision = "auto",
        batch_size: int = 8,
    ) -> None:
        """Load the weights.  Raises TeacherError.

        features: folder of the encoder's features (3 MB an image in fp32, 1.5 MB otherwise); processes may
        share it.  weights: hub id or path.  precision: auto is fp16 on a GPU and bf16 on a CPU where that is
        faster.  batch_size: images encoded, or pairs decoded, at once; halved where memory runs out.
        """
        if precision not in get_args(Precision):
            raise TeacherError(f"precision {precision!r} is unknown; choose from {list(get_args(Precision))}")
        self._encoding = Batches(batch_size, "image")
        self._decoding = Batches(batch_size, "pair")
        give_notice()
        self._precision = resolve_precision(precision, device)
        loaded = load_weights(weights)
        self._facts = {
            "teacher": self.name,
            "weights_sha256": loaded.sha256,
            "architecture": loaded.architecture,
            "image_size": LONG_SIDE,
            "precision": self._precision,
        }
        dtype = DTYPES[self._precision]
        self._network = Dust3rNetwork(loaded.network, device, dtype)
        encoder = hashlib.sha256(json.dumps(self._facts, sort_keys=True).encode()).hexdigest()
        # A half has 11 bits of mantissa, bfloat16 has 8; and a normalized feature has no range to speak of.
        kept_as = torch.float32 if dtype == torch.float32 else torch.float16
        self._features = FeatureStore(features, encoder, kept_as)

    def facts(self) -> dict[str, Any]:
        """Weights digest, architecture, image size and precision."""
        return dict(self._facts)

    def prepare(self, frame: Frame) -> View:
        """The frame at DUSt3R's size: 512 pixels at most, multiples of 16; K goes with it, None stays None.

        Raises FrameError for images narrower than 1:32.
        """
        image, K = fit(frame.image, frame.K, frame.name)
        return View(frame.name, image, K, frame.T_world_camera)

    def describe(self, views: Sequence[View]) -> NDArray[np.float32]:
        """Mean encoder feature of each view, at unit length: (n, channels)."""
        pooled = []
        for start in range(0, len(views), self._encoding.size):
            features = self._encoded(views[start : start + self._encoding.size])
            pooled += [one.float().mean(dim=0) for one in features]
        if not pooled:
            return np.zeros((0, 0), dtype=np.float32)
        return torch.nn.functional.normalize(torch.stack(pooled), dim=1).numpy()

    def predict(self, pairs: Sequence[tuple[View, View]]) -> list[tuple[PairPrediction, PairPrediction]]:
        """For each pair (a, b): what is seen in a's frame, and what is seen in b's frame."""
        groups: dict[tuple[Shape, Shape], list[int]] = defaultdict(list)
        for index, (a, b) in enumerate(pairs):
            groups[_shape(a), _shape(b)].append(index)
        predictions: dict[int, tuple[PairPrediction, PairPrediction]] = {}
        for indices in groups.values():
            results = self._decoding.run([pairs[index] for index in indices], self._decoded)
            predictions.update(zip(indices, results, strict=True))
        return [predictions[index] for index in range(len(pairs))]

    def _decoded(self, pairs: Sequence[tuple[View, View]]) -> list[tuple[PairPrediction, PairPrediction]]:
        """Predictions of pairs whose first images have one shape, and whose second ones have one."""
        features = self._encoded([view for pair in pairs for view in pair])
        return self._network.decode(features[::2], features[1::2], *(_shape(view) for view in pairs[0]))

    def _encoded(self, views: Sequence[View]) -> list[torch.Tensor]:
        """Features (tokens, channels) of each view, on the CPU; only those that are new are computed."""
        keys = [FeatureStore.key(view) for view in views]
        features = {key: self._features.get(key) for key in keys}
        missing: dict[Shape, dict[str, View]] = defaultdict(dict)
        for key, view in zip(keys, views, strict=True):
            if features[key] is None:
                missing[_shape(view)][key] = view
        for new in missing.values():
            encoded = self._encoding.run(list(new.values()), self._encode)
            features.update(
                {key: self._features.put(key, one) for key, one in zip(new, encoded, strict=True)}
            )
        return [one for key in keys if (one := features[key]) is not None]

    def _encode(self, views: Sequence[View]) -> list[torch.Tensor]:
        return list(self._network.encode([view.image for view in views]))


@cache
def give_notice() -> None:
    """Say once per process what licence the library and the weights are under."""
    log.warning(
        "DUSt3R: library and weights are under %s; so are labels and students made with them", LICENCE
    )


def resolve_precision(precision: Precision, device: torch.device) -> str:
    """`auto` is fp16 on a GPU; on a CPU bf16 where it multiplies matrices at least 1.5x faster, else fp32."""
    if precision != "auto":
        return precision
    if device.type == "cuda":
        return "fp16"
    fp32, bf16 = (_multiplication_seconds(dtype) for dtype in (torch.float32, torch.bfloat16))
    return "bf16" if 1.5 * bf16 < fp32 else "fp32"


def _multiplication_seconds(dtype: torch.dtype, runs: int = 5) -> float:
    """Shortest time of a product of the encoder's size, on the CPU."""
    matrix = torch.ones(1024, 1024, dtype=dtype)
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        torch.mm(matrix, matrix)
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def _shape(view: View) -> Shape:
    height, width = view.image.shape[:2]
    return height, width
