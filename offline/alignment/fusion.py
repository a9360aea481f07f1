"""Several opinions of one frame's depth -> one that most of them share.

Opinions err by shares of the depth, so logarithms are averaged.  The average starts wide and narrows
(graduated non-convexity: Blake and Zisserman, Visual Reconstruction, 1987; with Geman-McClure weights), which
finds the opinion of the majority where a mean, or re-weighting from it, would stop between two camps.
"""

from __future__ import annotations

import numpy as np

from kd3d_ros.geometry import Points

WIDTHS = (0.4, 0.2, 0.1, 0.05)
"""Widths of the weight function, shares of the depth, from the first average to the last."""
AGREES = 0.1
"""Opinions within this share of the fused depth are counted as agreeing with it."""
ELEMENTS_AT_ONCE = 1 << 16
"""Elements fused at a time, so that the intermediate arrays stay in the processor's cache."""


def fuse_depths(depths: Points, confidences: Points) -> tuple[Points, Points]:
    """Robust weighted mean of depth maps of one frame, all in the same unit.

    depths: (n, h, w), 0 = none.  confidences: (n, h, w), weights >= 0; what has none has no say.

    Returns depth (h, w) float32 and confidence (h, w) float32, the sum of the agreeing weights; both
    are 0 where there is no opinion, or where those that agree have not at least half of the weight.
    """
    n, height, width = depths.shape
    flat_depths, flat_weights = depths.reshape(n, -1), confidences.reshape(n, -1)
    fused = np.zeros((2, height * width), np.float32)
    step = max(1, ELEMENTS_AT_ONCE // n)
    for start in range(0, height * width, step):
        part = slice(start, start + step)
        fused[:, part] = _fuse(flat_depths[:, part], flat_weights[:, part])
    depth, confidence = fused.reshape(2, height, width)
    return depth, confidence


def _fuse(depths: Points, confidences: Points) -> tuple[Points, Points]:
    """Depths and confidences (k,) of k pixels with n opinions each (n, k)."""
    weights = np.where(depths > 0, confidences, 0).astype(np.float32)
    logs = np.log(np.where(weights > 0, depths, 1), dtype=np.float32)
    total = weights.sum(axis=0)
    centre = _mean(logs, weights)
    for width in WIDTHS:
        off = logs - centre
        off *= off
        off += width**2
        np.divide(width**2, off, out=off)
        off *= off
        off *= weights
        centre = _mean(logs, off)
    agreeing = (weights * (np.abs(logs - centre) < AGREES)).sum(axis=0)
    shared = (total > 0) & (agreeing >= 0.5 * total)
    return np.where(shared, np.exp(centre), 0), np.where(shared, agreeing, 0)


def _mean(values: Points, weights: Points) -> Points:
    mean: Points = np.einsum("nk,nk->k", values, weights) / np.maximum(weights.sum(axis=0), 1e-12)
    return mean
