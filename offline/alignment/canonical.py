"""Pair predictions -> one canonical depth map per frame, and one measured similarity per pair.

Each prediction of frame i in its own camera frame is one opinion of its depth, up to a scale of its own: the
opinions are brought to one scale and fused.  Of what the pair says of frame j, samples on a fixed grid are
kept, so that predictions are streamed once and memory grows with pairs, not with pixels.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from kd3d_ros.geometry import Array, Depth, Points, pixel_grid
from offline.alignment.fusion import fuse_depths
from offline.alignment.sim3 import Sim3, robust_similarity, weighted_medians
from offline.alignment.solver import Measurements
from offline.progress import progress
from offline.teachers.pairs import PairPrediction

SAMPLES = 1500
LEAST_SAMPLES = 60
"""A pair with fewer weighty samples measures nothing."""
WORST_RESIDUAL = 0.25
"""Nor does one whose points disagree by a quarter of their depth."""
CONTRADICTION = 100.0
"""Squared residuals (so ten of them) that the two directions of a pair may be apart."""
RESIDUAL_FLOOR = 0.01
"""Share of the depth that no pair is trusted beyond: a pair's points err together."""


@dataclass(frozen=True)
class CanonicalMap:
    """What all pairs together say of one frame, in units of its own.

    depth: (h, w) float32 along z, 0 = none.  confidence: (h, w) float32, 0 = none.  K: (3, 3), known or
    estimated.
    """

    depth: Points
    confidence: Points
    K: Array


@dataclass(frozen=True)
class _Samples:
    """What the pair (i, j) says of j: points (k, 3) in i's canonical units and frame, weights (k,).

    K: (3, 3) the camera that the pair imagines i to be, NaN if it shows too little of it.
    """

    points: Points
    weights: Points
    K: Array


def canonicalize(
    pairs: Sequence[tuple[int, int]],
    read: Callable[[int, int], PairPrediction],
    K_known: Sequence[Array | None],
    frozen: Mapping[int, CanonicalMap] | None = None,
) -> tuple[dict[int, CanonicalMap], Measurements]:
    """Stream all pairs once.

    pairs: (i, j), each standing for both directions.  read(i, j): the prediction in i's frame.  K_known: by
    frame; where None, the focal length is estimated and the principal point is the image's centre.  frozen:
    maps that stay as they are.
    """
    frozen = frozen or {}
    partners = defaultdict(list)
    for i, j in pairs:
        partners[i].append(j)
        partners[j].append(i)
    fused: dict[int, tuple[Points, Points]] = {}
    samples: dict[tuple[int, int], _Samples] = {}
    for i in progress(sorted(partners), desc="canonical maps", unit="frame"):
        predictions = [read(i, j) for j in partners[i]]
        if i in frozen:
            log_scales = _scales_against(frozen[i], predictions)
        else:
            depth, confidence, log_scales = fuse_own_views(predictions)
            fused[i] = depth, confidence
        told = _samples(predictions, np.exp(-log_scales))
        samples |= {(i, j): one for j, one in zip(partners[i], told, strict=True)}
    imagined = np.array([one.K for one in samples.values() if np.isfinite(one.K).all()]).reshape(-1, 3, 3)
    shared = float(np.median((imagined[:, 0, 0] + imagined[:, 1, 1]) / 2)) if len(imagined) else np.nan
    maps = {
        i: CanonicalMap(depth, confidence, _intrinsics(K_known[i], shared, depth.shape))
        for i, (depth, confidence) in fused.items()
    }
    return maps, measure({**frozen, **maps}, samples)


def fuse_own_views(predictions: Sequence[PairPrediction]) -> tuple[Points, Points, Array]:
    """Depth (h, w) and confidence (h, w) of one frame, and each prediction's log scale (n,) against them."""
    depths = np.stack([np.maximum(p.own[..., 2], 0) for p in predictions])
    weights = np.stack([weight(p.own_confidence) for p in predictions])
    log_scales = relative_scales(_on_grid(depths), _on_grid(weights))
    depths *= np.exp(-log_scales).astype(np.float32)[:, None, None]
    depth, confidence = fuse_depths(depths, weights)
    return depth, confidence, log_scales


def _scales_against(one: CanonicalMap, predictions: Sequence[PairPrediction]) -> Array:
    """Log scales (n,) of predictions against a map that stays as it is."""
    log_scales = np.zeros(len(predictions))
    for n, prediction in enumerate(predictions):
        usable = (prediction.own_confidence > 1) & (prediction.own[..., 2] > 0) & (one.depth > 0)
        if usable.any():
            log_scales[n] = np.median(np.log(prediction.own[..., 2][usable] / one.depth[usable]))
    return log_scales


def relative_scales(depths: Depth, weights: Depth, iterations: int = 2) -> Array:
    """Log scales (n,), weighted mean 0, that bring depths (n, k) of the same pixels together (0 = none)."""
    usable = (depths > 0) & (weights > 0)
    logs = np.log(np.where(usable, depths, 1)).astype(np.float64)
    weights = np.where(usable, weights, 0).astype(np.float64)
    offsets = weighted_medians(logs, weights)
    for _ in range(iterations):
        common = (weights * (logs - offsets[:, None])).sum(axis=0) / np.maximum(weights.sum(axis=0), 1e-12)
        offsets = weighted_medians(logs - common, weights)
    return offsets - np.average(offsets, weights=weights.sum(axis=1) + 1e-12)


def weight(confidence: Points) -> Points:
    """Weight of a prediction: the logarithm of DUSt3R's confidence, as its own alignment does; 0 up to 1."""
    logarithm: Points = np.log(np.maximum(confidence, 1))
    return logarithm


def imagined_cameras(own: Points, weights: Points, pixels: Points) -> Array:
    """Ks (n, 3, 3) that points in the camera's own frame imply: u z = fx x + cx z, v z = fy y + cy z.

    own: (n, k, 3).  weights: (n, k).  pixels: (k, 2).  Weighted least squares, re-weighted once (DUSt3R,
    section 3.3, with the centre free); NaN where fewer than LEAST_SAMPLES / 3 points have a say.
    """
    points = own.astype(np.float64)
    w = np.where(points[..., 2] > 0, weights, 0).astype(np.float64)
    rays = points[..., :2] / np.where(points[..., 2] > 0, points[..., 2], 1)[..., None]
    K = np.tile(np.eye(3), (len(own), 1, 1))
    for axis in (0, 1):
        ray, pixel, current = rays[..., axis], pixels[:, axis].astype(np.float64), w
        for _ in range(2):
            slope, offset = _weighted_lines(ray, pixel, current)
            off = np.square(slope[:, None] * ray + offset[:, None] - pixel)
            current = w / (1 + off / (4 * weighted_medians(off, np.sign(w))[:, None] + 1e-9))
        K[:, axis, axis], K[:, axis, 2] = slope, offset
    K[np.count_nonzero(w, axis=1) < LEAST_SAMPLES // 3] = np.nan
    return K


def _weighted_lines(x: Array, y: Array, weights: Array) -> tuple[Array, Array]:
    """Slopes and offsets (n,) of the least-squares lines through x (n, k), y (k,)."""
    total = np.maximum(weights.sum(axis=1), 1e-12)
    mean_x, mean_y = np.einsum("nk,nk->n", weights, x) / total, weights @ y / total
    spread = x - mean_x[:, None]
    spread_w = spread * weights
    slope = spread_w @ y / np.maximum(np.einsum("nk,nk->n", spread_w, spread), 1e-12)
    return slope, mean_y - slope * mean_x


def measure(maps: Mapping[int, CanonicalMap], samples: Mapping[tuple[int, int], _Samples]) -> Measurements:
    """A similarity for every sampled pair: canonical map of j -> canonical map of i, with its information."""
    source = {j: _sampled_map(maps[j]) for j in {j for _, j in samples}}
    by_frame = defaultdict(list)
    for i, j in samples:
        by_frame[i, len(source[j][1])].append(j)

    def of_frame(i: int, partners: Sequence[int]) -> Measurements:
        points = np.stack([source[j][0] for j in partners]).astype(np.float64)
        target = np.stack([_seen_by(maps[i].K, samples[i, j]) for j in partners])
        weights = np.stack([samples[i, j].weights * (source[j][1] > 0) for j in partners]).astype(np.float64)
        enough = np.count_nonzero(weights, axis=1) >= LEAST_SAMPLES
        Z, H, relative = _measure_batch(points[enough], target[enough], weights[enough])
        good = relative < WORST_RESIDUAL
        js = np.array(partners, dtype=np.int64)[enough][good]
        return Measurements(np.full_like(js, i), js, Z[good], H[good])

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda item: of_frame(item[0][0], item[1]), by_frame.items())
        parts = list(progress(found, desc="measuring pairs", unit="frame", total=len(by_frame)))
    return both_ways(Measurements.stack(parts))


def both_ways(directed: Measurements) -> Measurements:
    """One measurement of a pair that was measured in both directions: half way between the two.

    Noise makes every fitted scale a little too small; between the two directions that cancels.  Pairs whose
    directions contradict each other are left out.
    """
    row = {pair: m for m, pair in enumerate(zip(directed.i.tolist(), directed.j.tolist(), strict=True))}
    pairs = [(m, row[j, i]) for (i, j), m in row.items() if i < j and (j, i) in row]
    alone = [m for (i, j), m in row.items() if (j, i) not in row]
    forth, back = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    first, second = directed.select(forth), directed.select(back)
    gap = (first.Z.inverse() @ second.Z.inverse()).tangent()
    agree = (first.information * gap * gap).sum(axis=1) < CONTRADICTION
    first, second, gap = first.select(agree), second.select(agree), gap[agree]
    rest = directed.select(np.array(alone, dtype=np.int64))
    return Measurements(
        np.concatenate([first.i, rest.i]),
        np.concatenate([first.j, rest.j]),
        Sim3.stack([first.Z.retract(gap / 2), rest.Z]),
        np.concatenate([first.information + second.information, rest.information]),
    )


def _measure_batch(source: Array, target: Array, weights: Array) -> tuple[Sim3, Array, Array]:
    """Similarities, information (n, 7) and relative residuals (n,); residuals count in shares of depth.

    A pair errs as a whole: its second camera is turned, moved and scaled by so much, independently.  (The
    second moments of the points, which let rotation make up for translation, gave trajectories 20 times worse
    on 700 frames.)
    """
    squared_depth = np.maximum(np.square(target).sum(axis=2), 1e-12)
    Z, residual, robust = robust_similarity(source, target, weights / squared_depth)
    typical = (robust * squared_depth).sum(axis=1) / robust.sum(axis=1)
    relative = np.sqrt((robust * residual).sum(axis=1) / (robust * squared_depth).sum(axis=1))
    information = np.ones((len(Z), 7))
    information[:, :3] /= typical[:, None]
    information /= (relative**2 + RESIDUAL_FLOOR**2)[:, None]
    return Z, information, relative


def _samples(predictions: Sequence[PairPrediction], scales: Array) -> list[_Samples]:
    """Of predictions in one frame, times `scales` (n,)."""

    def on_grid(name: str) -> Points:
        return np.concatenate([_on_grid(getattr(one, name)[None]) for one in predictions])

    height, width = predictions[0].own.shape[:2]
    pixels = _on_grid(pixel_grid(width, height)[None])[0]
    own, own_weights = on_grid("own"), weight(on_grid("own_confidence"))
    K = imagined_cameras(own[:, ::3], own_weights[:, ::3], pixels[::3])
    points = on_grid("other") * scales.astype(np.float32)[:, None, None]
    weights = weight(on_grid("other_confidence"))
    return [_Samples(*one) for one in zip(points, weights, K, strict=True)]


def _seen_by(K: Array, samples: _Samples) -> Array:
    """The points moved sideways so that `K` sees them where the camera that the pair imagined did."""
    points = samples.points.astype(np.float64)
    if np.isnan(samples.K).any():
        return points
    return points @ (np.linalg.inv(K) @ samples.K).T


def _sampled_map(one: CanonicalMap) -> tuple[Points, Points]:
    """Points (k, 3) and confidences (k,) of a canonical map on the sampling grid."""
    height, width = one.depth.shape
    pixels = _on_grid(pixel_grid(width, height)[None])[0]
    depth, confidence = _on_grid(one.depth[None])[0], _on_grid(one.confidence[None])[0]
    K_inv = np.linalg.inv(one.K).astype(np.float32)
    rays = pixels @ K_inv[:, :2].T + K_inv[:, 2]
    return rays * depth[:, None], np.where(depth > 0, confidence, 0)


def _on_grid(images: Points) -> Points:
    """Every s-th pixel in both directions of images (n, h, w, ...), about SAMPLES of them: (n, k, ...)."""
    height, width = images.shape[1:3]
    step = max(1, int(np.sqrt(height * width / SAMPLES)))
    grid = images[:, step // 2 :: step, step // 2 :: step]
    flat: Points = np.ascontiguousarray(grid).reshape(len(images), -1, *images.shape[3:])
    return flat


def _intrinsics(known: Array | None, focal: float, shape: tuple[int, ...]) -> Array:
    if known is not None:
        return known
    height, width = shape
    return np.array([[focal, 0, (width - 1) / 2], [0, focal, (height - 1) / 2], [0, 0, 1.0]])
