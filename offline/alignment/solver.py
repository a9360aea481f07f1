"""Measured similarities between frames -> one similarity per frame: spanning tree, then robust Gauss-Newton.

Unknown G_i takes the canonical map of frame i to the world; a measurement Z_ij takes the map of j to that of
i.  Wanted: G_i Z_ij = G_j.  The cost of a measurement is d^T W d, with d the tangent of the residual
transform and W the measurement's information.  Seven unknowns a frame, memory linear in pairs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph
from scipy.sparse.linalg import splu

from kd3d_ros.geometry import Array
from offline.alignment.priors import Priors
from offline.alignment.sim3 import Sim3

ROBUST_WIDTHS = (24.0, 6.0, 3.0)
"""Cauchy's constant, in typical residuals, stage by stage: a residual ten times that weighs 1 %."""
MAX_ITERATIONS = 20
TOLERANCE = 1e-4
ROTATION_AGREES_RAD = 0.06
SCALE_AGREES = 0.12
"""What the legs of a triangle may differ by and still vouch for one another."""


@dataclass(frozen=True)
class Measurements:
    """m measured similarities.

    i, j: (m,) frame indices.  Z: canonical map of j -> canonical map of i.  information: (m, 7), the
    diagonal weights of its translation, rotation and log scale.
    """

    i: np.ndarray
    j: np.ndarray
    Z: Sim3
    information: Array

    @classmethod
    def stack(cls, parts: Iterable[Measurements]) -> Measurements:
        """All measurements of all parts, in order."""
        none = cls(np.zeros(0, np.int64), np.zeros(0, np.int64), Sim3.identity(0), np.zeros((0, 7)))
        listed = [none, *parts]
        i, j, information = (
            np.concatenate([getattr(part, name) for part in listed]) for name in ("i", "j", "information")
        )
        return cls(i, j, Sim3.stack(part.Z for part in listed), information)

    def __len__(self) -> int:
        return len(self.i)

    def select(self, keep: np.ndarray) -> Measurements:
        """Those that the mask or index array `keep` names."""
        return Measurements(self.i[keep], self.j[keep], self.Z[keep], self.information[keep])


def vouched(measurements: Measurements, n: int) -> np.ndarray:
    """(m,) how many triangles lead to the same rotation and scale.

    A gross outlier fits its own points well and disagrees with every detour.
    """
    R, log_scale = np.full((n, n, 3, 3), np.nan), np.full((n, n), np.nan)
    i, j = measurements.i, measurements.j
    R[i, j], log_scale[i, j] = measurements.Z.R, np.log(measurements.Z.scale)
    one_way = np.isnan(log_scale) & ~np.isnan(log_scale.T)
    R[one_way], log_scale[one_way] = np.swapaxes(R, 0, 1)[one_way].swapaxes(1, 2), -log_scale.T[one_way]
    known = ~np.isnan(log_scale)
    neighbours = [np.flatnonzero(row) for row in known]
    votes = np.zeros(len(measurements))
    for m in range(len(measurements)):
        a, b = i[m], j[m]
        via = np.intersect1d(neighbours[a], neighbours[b], assume_unique=True)
        detour = R[a, via] @ R[via, b]
        turned = np.einsum("kij,ij->k", detour, R[a, b])
        angle = np.arccos(np.clip((turned - 1) / 2, -1, 1))
        stretch = np.abs(log_scale[a, via] + log_scale[via, b] - log_scale[a, b])
        votes[m] = np.count_nonzero((angle < ROTATION_AGREES_RAD) & (stretch < SCALE_AGREES))
    return votes


def initialize(measurements: Measurements, n: int, cost: Array, root: int) -> Sim3:
    """Chain measurements along the spanning tree of least `cost` (m,) from `root`, which stays the identity.

    Raises ValueError if the measurements do not connect all n frames.
    """
    i, j = measurements.i, measurements.j
    order = np.argsort(-cost, kind="stable")  # of both directions the cheaper one is written last and stays
    edge = sparse.dok_matrix((n, n), dtype=np.int64)
    for m in order:
        edge[min(i[m], j[m]), max(i[m], j[m])] = m + 1
    edges = edge.tocoo()
    weights = sparse.coo_matrix((cost[edges.data - 1] + 1e-9, (edges.row, edges.col)), shape=(n, n))
    tree = csgraph.minimum_spanning_tree(weights.tocsr())
    visited, parents = csgraph.breadth_first_order(tree, root, directed=False)
    if len(visited) != n:
        raise ValueError(f"the measurements connect {len(visited)} of {n} frames")
    G = Sim3.identity(n)
    inverse = measurements.Z.inverse()
    for child in visited[1:]:
        parent = parents[child]
        m = edge[min(child, parent), max(child, parent)] - 1
        step = measurements.Z[[m]] if i[m] == parent else inverse[[m]]
        placed = G[[parent]] @ step
        G.scale[child], G.R[child], G.t[child] = placed.scale[0], placed.R[0], placed.t[0]
    return G


def optimize(
    measurements: Measurements, G: Sim3, free: np.ndarray, priors: Priors | None = None
) -> tuple[Sim3, Array]:
    """Robust Gauss-Newton (Cauchy, graduated, damped) over the frames that the mask `free` (n,) marks.

    Returns the similarities and each measurement's final weight in 0..1 (0 = it contradicts the rest).
    """
    priors = priors or Priors.none(len(G))
    position = np.full(len(G), -1)
    position[free] = np.arange(np.count_nonzero(free))
    for width in ROBUST_WIDTHS:  # wide at first, so that a bad start does not condemn good measurements
        scale = width**2 * float(max(np.median(costs(measurements, G)), 1e-12))
        G = _descend(measurements, G, scale, position, priors)
    return G, 1 / (1 + costs(measurements, G) / scale)


def _descend(measurements: Measurements, G: Sim3, scale: float, position: np.ndarray, priors: Priors) -> Sim3:
    """Levenberg-Marquardt with the robust kernel's `scale` held fixed: no step makes the cost larger."""

    def total(candidate: Sim3) -> float:
        return float(np.log1p(costs(measurements, candidate) / scale).sum()) + priors.cost(candidate)

    cost, damping = total(G), 0.0
    for _ in range(MAX_ITERATIONS):
        robust = 1 / (1 + costs(measurements, G) / scale)
        delta = _step(measurements, G, robust / scale, position, priors, damping)
        moved = G.retract(delta)
        moved_cost = total(moved)
        if moved_cost > cost:
            damping = max(damping, 1e-5) * 30
            if damping > 1e4:
                break
            continue
        gained, cost, G = cost - moved_cost, moved_cost, moved
        damping = damping / 10 if damping > 1e-9 else 0.0
        if gained < TOLERANCE * cost:
            break
    return G


def _residuals(measurements: Measurements, G: Sim3) -> Array:
    E = G[measurements.i].inverse() @ G[measurements.j] @ measurements.Z.inverse()
    return E.tangent()


def costs(measurements: Measurements, G: Sim3) -> Array:
    """What each measurement (m,) costs, before robust weighting."""
    d = _residuals(measurements, G)
    return (measurements.information * d * d).sum(axis=1)


def _step(
    measurements: Measurements, G: Sim3, weights: Array, position: np.ndarray, priors: Priors, damping: float
) -> Array:
    """(n, 7) displacement of the frames that solves the normal equations; 0 for those that are fixed."""
    d = _residuals(measurements, G)
    W = measurements.information * weights[:, None]
    # d moves by -delta_i + Ad_Z delta_j.
    Ad = measurements.Z.adjoint()
    WA, Wd = W[:, :, None] * Ad, W * d
    AtWA, AtWd = np.swapaxes(Ad, 1, 2) @ WA, np.einsum("mji,mj->mi", Ad, Wd)
    i, j = position[measurements.i], position[measurements.j]
    count = int(position.max()) + 1
    unary, pull = priors.terms(G)
    free = np.flatnonzero(position >= 0)
    diagonal = np.zeros((count, 7, 7))
    gradient = np.zeros((count, 7))
    diagonal += unary[free]
    gradient += pull[free]
    for index, block, vector in ((i, W[:, :, None] * np.eye(7), -Wd), (j, AtWA, AtWd)):
        inside = index >= 0
        np.add.at(diagonal, index[inside], block[inside])
        np.add.at(gradient, index[inside], vector[inside])
    own = np.arange(7)
    diagonal[:, own, own] = diagonal[:, own, own] * (1 + damping) + 1e-9
    both = (i >= 0) & (j >= 0)
    rows = np.concatenate([np.arange(count), i[both], j[both]])
    columns = np.concatenate([np.arange(count), j[both], i[both]])
    blocks = np.concatenate([diagonal, -WA[both], -np.swapaxes(WA[both], 1, 2)])
    solution = _solve_blocks(rows, columns, blocks, count, -gradient)
    delta = np.zeros((len(G), 7))
    delta[free] = solution.reshape(count, 7)
    return delta


def _solve_blocks(rows: np.ndarray, columns: np.ndarray, blocks: Array, count: int, right: Array) -> Array:
    offsets = np.arange(7)
    r = (rows[:, None, None] * 7 + offsets[None, :, None]) + np.zeros_like(offsets)[None, None, :]
    c = (columns[:, None, None] * 7 + offsets[None, None, :]) + np.zeros_like(offsets)[None, :, None]
    matrix = sparse.coo_matrix((blocks.ravel(), (r.ravel(), c.ravel())), shape=(7 * count, 7 * count)).tocsc()
    factor = splu(matrix, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0, options={"SymmetricMode": True})
    solved: Array = factor.solve(right.ravel())
    return solved
