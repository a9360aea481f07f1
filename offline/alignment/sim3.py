"""Similarity transforms in batches: p -> s R p + t, and the best one between point sets.

Tangent vectors are (v, w, l): p moves by v + w x p + l p (translation, rotation, logarithm of the scale).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.spatial.transform import Rotation

from kd3d_ros.geometry import Array, Depth


@dataclass(frozen=True)
class Sim3:
    """n similarity transforms: scale (n,), R (n, 3, 3), t (n, 3)."""

    scale: Array
    R: Array
    t: Array

    @classmethod
    def identity(cls, n: int) -> Sim3:
        return cls(np.ones(n), np.tile(np.eye(3), (n, 1, 1)), np.zeros((n, 3)))

    @classmethod
    def from_matrices(cls, T: ArrayLike) -> Sim3:
        """Of rigid transforms (n, 4, 4)."""
        matrices = np.asarray(T, dtype=np.float64)
        return cls(np.ones(len(matrices)), matrices[:, :3, :3], matrices[:, :3, 3])

    @classmethod
    def stack(cls, parts: Iterable[Sim3]) -> Sim3:
        """All transforms of all parts, in order."""
        listed = list(parts)
        return cls(*(np.concatenate([getattr(p, name) for p in listed]) for name in ("scale", "R", "t")))

    def __len__(self) -> int:
        return len(self.scale)

    def __getitem__(self, index: slice | list[int] | np.ndarray) -> Sim3:
        return Sim3(self.scale[index], self.R[index], self.t[index])

    def __matmul__(self, other: Sim3) -> Sim3:
        """First `other`, then this; batches of one go with batches of any size."""
        return Sim3(self.scale * other.scale, self.R @ other.R, self.apply(other.t[:, None])[:, 0])

    def inverse(self) -> Sim3:
        R, scale = np.swapaxes(self.R, -1, -2), 1 / self.scale
        return Sim3(scale, R, -scale[:, None] * np.einsum("nij,nj->ni", R, self.t))

    def apply(self, points: Array) -> Array:
        """Points (n, k, 3) moved, each set by its transform."""
        turned = points @ np.swapaxes(self.R, -1, -2)
        return self.scale[:, None, None] * turned + self.t[:, None]

    def rigid_matrices(self) -> Array:
        """(n, 4, 4) with R and t, without the scale: camera poses, where cameras have scales of their own."""
        T = np.tile(np.eye(4), (len(self), 1, 1))
        T[:, :3, :3], T[:, :3, 3] = self.R, self.t
        return T

    def adjoint(self) -> Array:
        """(n, 7, 7): Z exp(d) Z^-1 = exp(Ad d) for tangent vectors d."""
        Ad = np.zeros((len(self), 7, 7))
        Ad[:, :3, :3] = self.scale[:, None, None] * self.R
        Ad[:, :3, 3:6] = cross_matrix(self.t) @ self.R
        Ad[:, :3, 6] = -self.t
        Ad[:, 3:6, 3:6] = self.R
        Ad[:, 6, 6] = 1
        return Ad

    def tangent(self) -> Array:
        """(n, 7) displacement near the identity; exact in rotation and scale, first order in translation."""
        rotation = Rotation.from_matrix(self.R).as_rotvec()
        return np.concatenate([self.t, rotation, np.log(self.scale)[:, None]], axis=1)

    def retract(self, delta: Array) -> Sim3:
        """This followed, in its own frame, by the displacements `delta` (n, 7)."""
        step = Sim3(np.exp(delta[:, 6]), Rotation.from_rotvec(delta[:, 3:6]).as_matrix(), delta[:, :3])
        return self @ step


def cross_matrix(vectors: Array) -> Array:
    """(n, 3, 3) matrices [v]x with [v]x p = v x p."""
    x, y, z = vectors.T
    zero = np.zeros_like(x)
    return np.moveaxis(np.array([[zero, -z, y], [z, zero, -x], [-y, x, zero]]), 2, 0)


def umeyama(source: Array, target: Array, weights: Array) -> Sim3:
    """Weighted least-squares similarity of each set (n, k, 3) to its target (Umeyama, PAMI 1991)."""
    total = weights.sum(axis=1)[:, None]
    share = (weights / np.maximum(total, 1e-12))[..., None]
    centre_source, centre_target = (share * source).sum(axis=1), (share * target).sum(axis=1)
    a, b = source - centre_source[:, None], target - centre_target[:, None]
    U, D, Vt = np.linalg.svd(np.swapaxes(share * b, 1, 2) @ a)
    sign = np.ones_like(D)
    sign[:, 2] = np.sign(np.linalg.det(U @ Vt))
    R = U @ (sign[:, :, None] * Vt)
    variance = (share[..., 0] * np.einsum("nkd,nkd->nk", a, a)).sum(axis=1)
    scale = (D * sign).sum(axis=1) / np.maximum(variance, 1e-12)
    scale = np.maximum(scale, 1e-9)
    t = centre_target - scale[:, None] * np.einsum("nij,nj->ni", R, centre_source)
    return Sim3(scale, R, t)


def robust_similarity(
    source: Array, target: Array, weights: Array, iterations: int = 4
) -> tuple[Sim3, Array, Array]:
    """Re-weighted `umeyama` (IRLS with Cauchy weights): transforms, squared residuals and weights (n, k).

    Weights are the given ones times 1 / (1 + (r / c)^2), with c twice the weighted median residual.
    """
    current = weights
    for _ in range(iterations):
        fit = umeyama(source, target, current)
        residual = np.square(target - fit.apply(source)).sum(axis=2)
        spread = weighted_medians(residual[:, ::4], weights[:, ::4])[:, None]  # sorting is what costs
        current = weights / (1 + residual / np.maximum(4 * spread, 1e-20))
    return fit, residual, current


def weighted_medians(values: Depth, weights: Depth) -> Array:
    """(n,) of the rows of (n, k); 0 for rows without weight."""
    order = np.argsort(values, axis=1)
    cumulated = np.cumsum(np.take_along_axis(weights, order, axis=1), axis=1)
    middle = (cumulated < 0.5 * cumulated[:, -1:]).sum(axis=1).clip(0, values.shape[1] - 1)
    medians = np.take_along_axis(values, np.take_along_axis(order, middle[:, None], axis=1), axis=1)[:, 0]
    return np.where(cumulated[:, -1] > 0, medians, 0.0)
