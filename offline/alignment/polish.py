"""A recording's poses, polished by what pairs of images say, and depth triangulated with the polished ones.

Trackers and unsynchronized sensors leave centimetres and a degree of error in a pose, which is much where
depth comes from baselines of ten centimetres.  Every pair prediction tells where pixels of one image are in
the other; sampled pixels and all poses are adjusted to that together (bundle adjustment: Triggs et al.,
1999; points are eliminated by the Schur complement, so memory grows with pairs).  The recording's poses stay
the anchor: they say where the world is and how long a metre is, but hold no single frame.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import spsolve
from scipy.spatial.transform import Rotation

from kd3d_ros.geometry import Array, Points, pixel_grid
from offline.alignment.anchor import similarity_to_poses
from offline.alignment.fusion import fuse_depths
from offline.alignment.sim3 import Sim3, cross_matrix
from offline.progress import progress
from offline.teachers.flow import Matches, pixel_scale
from offline.teachers.pairs import PairPrediction
from offline.teachers.two_view import confidence_of, rays_through, triangulate

Read = Callable[[int, int], PairPrediction]
"""read(i, j): what the pair says in the frame of i."""

POINTS_PER_FRAME = 130
SIGMA_PX = 1.0
"""Error of a match, pixels of a 640-pixel-wide image."""
INDEPENDENT_SHARE = 0.05
"""Neighbouring matches err together: so many of them count as one in twenty."""
SIGMA_M, SIGMA_RAD = 0.1, 0.1
"""How far a recorded pose may be off.  Tighter, poses of real recordings hold their own errors fast."""
ITERATIONS = 12
TOLERANCE = 1e-3
DAMPING = 1e-3
LEAST_DEPTH = 0.05


@dataclass(frozen=True)
class _Sightings:
    """k sightings of points in other images than their own.

    point: (k,) which point.  i: (k,) the image it belongs to.  j: (k,) the image it is seen in.
    ray: (k, 3) through it in i, z = 1.  seen: (k, 2) where it is in j, z = 1.  weight: (k,) of squared
    errors, in units of `seen`.  depth: (points,) a first guess, metres along z.
    """

    point: np.ndarray
    i: np.ndarray
    j: np.ndarray
    ray: Array
    seen: Array
    weight: Array
    depth: Array


def polish_poses(
    pairs: Sequence[tuple[int, int]],
    read: Read,
    K: Sequence[Array],
    T_world_camera: Array,
    free: np.ndarray | None = None,
) -> Array:
    """Poses (n, 4, 4) that agree with the pairs, near `T_world_camera` (n, 4, 4), metres.

    pairs: (i, j), each standing for both directions.  K: (3, 3) of each frame's predictions.  free: (n,)
    which frames may move; all without it.
    """
    sightings = _collect(pairs, read, K)
    movable = np.ones(len(T_world_camera), bool) if free is None else free
    T, inverse_depth, damping = T_world_camera, 1 / sightings.depth, DAMPING
    cost = _cost(sightings, T, inverse_depth, T_world_camera)
    for _ in range(ITERATIONS):
        step, depth_step = _step(sightings, T, inverse_depth, T_world_camera, movable, damping)
        moved, moved_inverse = _retract(T, step), np.maximum(inverse_depth + depth_step, 0.3 * inverse_depth)
        moved_cost = _cost(sightings, moved, moved_inverse, T_world_camera)
        if moved_cost > cost:
            damping *= 30
            continue
        gained, cost, damping = cost - moved_cost, moved_cost, max(damping / 10, DAMPING)
        T, inverse_depth = moved, moved_inverse
        if gained < TOLERANCE * cost:
            break
    return T if free is not None else _replaced(T, T_world_camera)


def _replaced(T: Array, recorded: Array) -> Array:
    """The same poses, as a whole moved and scaled back to where they were recorded.

    No pair says anything of that, so the adjustment is slow to find it.
    """
    fit, _ = similarity_to_poses(Sim3.from_matrices(T), recorded)
    return (fit @ Sim3.from_matrices(T)).rigid_matrices()


def triangulated_depth(
    i: int, partners: Sequence[int], read: Read, K: Sequence[Array], T_world_camera: Array
) -> tuple[Points, Points]:
    """Depth (h, w) of frame i, metres, and its confidence (h, w), 0 = none, from all pairs with `partners`.

    The pairs' own relative poses are not used: only where pixels of i are in the other images.
    """
    depths, weights = [], []
    for j in partners:
        T_j_i = np.asarray(np.linalg.inv(T_world_camera[j]) @ T_world_camera[i], np.float64)
        depth, error = triangulate(_matches(read(j, i), K[j]), T_j_i, K[i], K[j])
        depths.append(depth)
        weights.append(np.maximum(confidence_of(error) - 1, 0))
    return fuse_depths(np.stack(depths), np.stack(weights))


def _matches(prediction: PairPrediction, K: Array) -> Matches:
    """Where the other image's pixels are in the image that the prediction is in the frame of."""
    x, y, z = np.moveaxis(prediction.other, -1, 0)
    good = (prediction.other_confidence > 0) & (z > 0)
    z = np.where(good, z, 1)
    target = np.stack([K[0, 0] * x / z + K[0, 2], K[1, 1] * y / z + K[1, 2]], axis=-1)
    return Matches(target.astype(np.float32), good)


def _collect(pairs: Sequence[tuple[int, int]], read: Read, K: Sequence[Array]) -> _Sightings:
    """Sightings of points that are seen in two other images or more."""
    parts = []
    for i, j in progress(pairs, desc="matching", unit="pair", delay=2):
        in_i, in_j = read(i, j), read(j, i)
        parts += [_sight(i, j, in_i, in_j, K), _sight(j, i, in_j, in_i, K)]
    pixel, i_of, j_of, ray, seen, weight, depth = (
        np.concatenate(column) for column in zip(*parts, strict=True)
    )
    key = i_of * (pixel.max(initial=0) + 1) + pixel
    _, point, count = np.unique(key, return_inverse=True, return_counts=True)
    kept = count[point] >= 2
    _, point = np.unique(key[kept], return_inverse=True)
    mean_log = np.bincount(point, np.log(depth[kept])) / np.bincount(point)
    return _Sightings(point, i_of[kept], j_of[kept], ray[kept], seen[kept], weight[kept], np.exp(mean_log))


def _sight(
    i: int, j: int, in_i: PairPrediction, in_j: PairPrediction, K: Sequence[Array]
) -> tuple[Array, ...]:
    """Of grid pixels of i that are seen in j: pixel index, i, j, ray, where seen, weight, depth."""
    height, width = in_i.own_confidence.shape
    step = max(1, int(np.sqrt(height * width / POINTS_PER_FRAME)))
    pixel = np.arange(height * width).reshape(height, width)[step // 2 :: step, step // 2 :: step].ravel()
    depth = in_i.own[..., 2].ravel()[pixel]
    points = in_j.other.reshape(-1, 3)[pixel].astype(np.float64)
    confident = (in_i.own_confidence.ravel()[pixel] > 0) & (in_j.other_confidence.ravel()[pixel] > 0)
    use = confident & (depth > LEAST_DEPTH) & (points[:, 2] > LEAST_DEPTH)
    pixel, points, count = pixel[use], points[use], int(np.count_nonzero(use))
    ray = rays_through(pixel_grid(width, height).reshape(-1, 2)[pixel].astype(np.float64), K[i])
    sigma = SIGMA_PX * pixel_scale(in_j.own_confidence.shape) / K[j][0, 0]
    return (
        pixel,
        np.full(count, i),
        np.full(count, j),
        ray,
        points[:, :2] / points[:, 2:],
        np.full(count, sigma**-2),
        depth[use].astype(np.float64),
    )


def _project(s: _Sightings, T: Array, inverse_depth: Array) -> tuple[Array, Array, Array]:
    """Of each sighting: relative pose (k, 4, 4), ray turned into j (k, 3), point / depth in j (k, 3)."""
    T_j_i = np.linalg.inv(T)[s.j] @ T[s.i]
    turned = np.einsum("kab,kb->ka", T_j_i[:, :3, :3], s.ray)
    return T_j_i, turned, turned + inverse_depth[s.point, None] * T_j_i[:, :3, 3]


def _residuals(s: _Sightings, where: Array) -> tuple[Array, Array]:
    """Errors (k, 2) and squared errors (k,) in sigmas; sightings from behind do not count."""
    front = where[:, 2] > LEAST_DEPTH
    off = where[:, :2] / np.where(front, where[:, 2], 1)[:, None] - s.seen
    off = np.where(front[:, None], off, 0) * np.sqrt(s.weight)[:, None]
    return off, np.where(front, np.square(off).sum(axis=1), 1e6)


def _cost(s: _Sightings, T: Array, inverse_depth: Array, recorded: Array) -> float:
    _, squared = _residuals(s, _project(s, T, inverse_depth)[2])
    prior = np.square(_deviation(T, recorded) / _prior_sigmas()).sum()
    return float(INDEPENDENT_SHARE * np.log1p(squared).sum() + prior)


def _step(
    s: _Sightings, T: Array, inverse_depth: Array, recorded: Array, movable: np.ndarray, damping: float
) -> tuple[Array, Array]:
    """Gauss-Newton step of the poses (n, 6), each in its own frame, and of the inverse depths."""
    T_j_i, turned, where = _project(s, T, inverse_depth)
    off, squared = _residuals(s, where)
    by_pose, by_depth = _derivatives(s, T_j_i, turned, where, inverse_depth)
    root = np.sqrt(INDEPENDENT_SHARE / (1 + squared)) * (where[:, 2] > LEAST_DEPTH)
    k, n, points = len(s.i), len(T), len(inverse_depth)
    rows = np.arange(2 * k)
    columns = np.concatenate([6 * s.i[:, None] + np.arange(6), 6 * s.j[:, None] + np.arange(6)], axis=1)
    by_pose = by_pose * root[:, None, None] * np.repeat(movable[np.stack([s.i, s.j], 1)], 6, axis=1)[:, None]
    J = sparse.csr_matrix(
        (by_pose.ravel(), (np.repeat(rows, 12), np.repeat(columns, 2, axis=0).ravel())), shape=(2 * k, 6 * n)
    )
    by_depth = by_depth * root[:, None]
    J_depth = sparse.csr_matrix((by_depth.ravel(), (rows, np.repeat(s.point, 2))), shape=(2 * k, points))
    residual = (off * root[:, None]).ravel()
    inverse = 1 / ((1 + damping) * np.bincount(s.point, np.square(by_depth).sum(axis=1), points) + 1e-9)
    shared = (J.T @ J_depth).tocsr()
    known = np.tile(_prior_sigmas() ** -2, n)
    gradient = J.T @ residual + known * _deviation(T, recorded).ravel() * np.repeat(movable, 6)
    gradient_depth = J_depth.T @ residual
    H = J.T @ J + sparse.diags(known * (1 + damping)) - shared.multiply(inverse).tocsr() @ shared.T
    step = -spsolve(H.tocsc(), gradient - shared @ (inverse * gradient_depth))
    return step.reshape(n, 6), -inverse * (gradient_depth + shared.T @ step)


def _derivatives(
    s: _Sightings, T_j_i: Array, turned: Array, where: Array, inverse_depth: Array
) -> tuple[Array, Array]:
    """Of the errors, by (rotation, translation) of i and of j (k, 2, 12), and by inverse depth (k, 2)."""
    R, t = T_j_i[:, :3, :3], T_j_i[:, :3, 3]
    z = np.where(where[:, 2] > LEAST_DEPTH, where[:, 2], 1)
    project = np.zeros((len(z), 2, 3))
    project[:, 0, 0] = project[:, 1, 1] = 1 / z
    project[:, :, 2] = -where[:, :2] / np.square(z)[:, None]
    project *= np.sqrt(s.weight)[:, None, None]
    by_rotation = -project @ cross_matrix(turned)
    by_translation = project * inverse_depth[s.point, None, None]
    of_i = [by_rotation @ R, by_translation @ R]
    of_j = [-by_rotation + by_translation @ cross_matrix(t), -by_translation]
    return np.concatenate([*of_i, *of_j], axis=2), np.einsum("kab,kb->ka", project, t)


def _prior_sigmas() -> Array:
    return np.repeat([SIGMA_RAD, SIGMA_M], 3)


def _deviation(T: Array, recorded: Array) -> Array:
    """(n, 6) rotation and translation from the recorded pose, in its frame."""
    away = np.linalg.inv(recorded) @ T
    return np.concatenate([Rotation.from_matrix(away[:, :3, :3]).as_rotvec(), away[:, :3, 3]], axis=1)


def _retract(T: Array, step: Array) -> Array:
    moves = np.tile(np.eye(4), (len(T), 1, 1))
    moves[:, :3, :3], moves[:, :3, 3] = Rotation.from_rotvec(step[:, :3]).as_matrix(), step[:, 3:]
    return T @ moves
