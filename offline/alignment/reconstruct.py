"""Pair predictions -> every frame's depth and pose in one world; later frames are registered to it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from kd3d_ros.geometry import Array, Points
from offline.alignment.anchor import Anchor, anchored, sensor_scales
from offline.alignment.canonical import CanonicalMap, canonicalize
from offline.alignment.graph import largest_component
from offline.alignment.priors import Priors
from offline.alignment.sim3 import Sim3
from offline.alignment.solver import Measurements, costs, initialize, optimize, vouched
from offline.teachers.pairs import PairPrediction, TeacherError

log = logging.getLogger(__name__)

Read = Callable[[str, str], PairPrediction]
Pair = tuple[int, int]

TRUSTED_WEIGHT = 0.05
"""A measurement that the robust solver weighs less contradicts the others: it holds nothing together."""


@dataclass(frozen=True)
class Known:
    """What is known of a frame beforehand; None where nothing is.

    K: (3, 3) pixels of the teacher's view.  T_world_camera: (4, 4).  depth: (h, w) float32 metres of the
    view's pixels, 0 = none.
    """

    K: Array | None = None
    T_world_camera: Array | None = None
    depth: Points | None = None


@dataclass(frozen=True)
class Reconstruction:
    """Frames in one world.  G takes each frame's canonical map, in that map's own units, to the world.

    recorded: (n, 4, 4) poses of the recording, if labels are to keep them: they err, but in the map's frame.
    """

    names: list[str]
    maps: list[CanonicalMap]
    G: Sim3
    anchor: Anchor
    recorded: Array | None = None

    def depth(self, n: int) -> Points:
        """(h, w) float32 metres (or the world's units) along z, 0 = none."""
        scaled: Points = self.maps[n].depth * np.float32(self.G.scale[n])
        return scaled

    def T_world_camera(self, n: int) -> Array:
        """(4, 4) pose to label frame n with."""
        pose: Array = self.G[[n]].rigid_matrices()[0] if self.recorded is None else self.recorded[n]
        return pose


def reconstruct(
    names: Sequence[str], pairs: Sequence[Pair], read: Read, known: Sequence[Known]
) -> tuple[Reconstruction, list[str]]:
    """Align all frames that the pairs hold together; returns them, and the names of those left out.

    pairs: of indices into `names`, each standing for both directions.  Raises TeacherError if no pair
    measures anything.
    """
    maps, measurements = canonicalize(pairs, lambda i, j: read(names[i], names[j]), [one.K for one in known])
    kept = _held_together(len(names), measurements)
    inner = _renumbered(measurements, kept, len(names))
    G, weights = _solve_freely(inner, len(kept))
    still = _held_together(len(kept), inner.select(weights > TRUSTED_WEIGHT))
    inner, G, kept = _renumbered(inner, still, len(G)), G[still], [kept[n] for n in still]
    priors = _priors([known[n] for n in kept])
    kept_maps, depths = [maps[n] for n in kept], [known[n].depth for n in kept]
    G, anchor = anchored(G, priors, kept_maps, depths)
    if anchor.metric:
        pulling = _priors_of(anchor, priors, G, kept_maps, depths)
        G, _ = optimize(inner, G, np.ones(len(G), bool), pulling)
    left_out = sorted(set(names) - {names[n] for n in kept})
    return Reconstruction([names[n] for n in kept], [maps[n] for n in kept], G, anchor), left_out


def register(
    base: Reconstruction,
    names: Sequence[str],
    pairs: Sequence[tuple[str, str]],
    read: Read,
    known: Sequence[Known],
) -> tuple[Reconstruction, list[str]]:
    """Further frames in the frozen world of `base`, and the names of those that no pair places.

    pairs: (further frame, frame of `base`).
    """
    everyone = [*base.names, *names]
    index = {name: n for n, name in enumerate(everyone)}
    first = len(base.names)
    numbered = [(index[a], index[b]) for a, b in pairs]
    K = [one.K for one in base.maps] + [base.maps[0].K if one.K is None else one.K for one in known]
    frozen = dict(enumerate(base.maps))
    maps, measurements = canonicalize(numbered, lambda i, j: read(everyone[i], everyone[j]), K, frozen)
    placed = sorted({int(n) for n in (*measurements.i, *measurements.j) if n >= first})
    G = Sim3.stack([base.G, Sim3.identity(len(names))])
    if placed:
        _place(measurements, G, placed)
        free = np.zeros(len(G), bool)
        free[placed] = True
        priors = _priors([*[Known()] * first, *known]) if base.anchor.source == "poses" else None
        G, weights = optimize(measurements, G, free, priors)
        trusted = measurements.select(weights > TRUSTED_WEIGHT)
        placed = sorted({int(n) for n in (*trusted.i, *trusted.j) if n >= first})
    found = Reconstruction([everyone[n] for n in placed], [maps[n] for n in placed], G[placed], base.anchor)
    return found, sorted(set(names) - set(found.names))


def _solve_freely(measurements: Measurements, n: int) -> tuple[Sim3, Array]:
    votes = vouched(measurements, n)
    start = initialize(measurements, n, 1 / (1 + votes), root=0)
    free = np.ones(n, bool)
    free[0] = False
    return optimize(measurements, start, free)


def _place(measurements: Measurements, G: Sim3, frames: Sequence[int]) -> None:
    """Start each frame, in place, where most of its measurements agree that it is."""
    for n in frames:
        own = np.flatnonzero((measurements.i == n) | (measurements.j == n))
        theirs = measurements.select(own)
        forward = theirs.i != n
        other = np.where(forward, theirs.i, theirs.j)
        backward = theirs.Z.inverse()
        candidates = Sim3.stack(
            G[[k]] @ (theirs.Z if ahead else backward)[[m]]
            for m, (k, ahead) in enumerate(zip(other, forward, strict=True))
        )
        scores = []
        for c in range(len(candidates)):
            G.scale[n], G.R[n], G.t[n] = candidates.scale[c], candidates.R[c], candidates.t[c]
            scores.append(np.median(costs(theirs, G)))
        best = int(np.argmin(scores))
        G.scale[n], G.R[n], G.t[n] = candidates.scale[best], candidates.R[best], candidates.t[best]


def _held_together(n: int, measurements: Measurements) -> list[int]:
    """Frames of the largest connected part.  Raises TeacherError if nothing connects anything."""
    edges = sorted(
        {
            (min(i, j), max(i, j))
            for i, j in zip(measurements.i.tolist(), measurements.j.tolist(), strict=True)
        }
    )
    if not edges:
        raise TeacherError(
            f"none of the pairs of {n} frames measures anything; are the images of one place, sharp, and "
            "overlapping?"
        )
    kept, _ = largest_component(n, edges)
    return list(kept)


def _renumbered(measurements: Measurements, kept: Sequence[int], n: int) -> Measurements:
    """Measurements between the kept frames, in their new numbering."""
    position = np.full(n, -1)
    position[list(kept)] = np.arange(len(kept))
    inside = (position[measurements.i] >= 0) & (position[measurements.j] >= 0)
    chosen = measurements.select(inside)
    return Measurements(position[chosen.i], position[chosen.j], chosen.Z, chosen.information)


def _priors(known: Sequence[Known]) -> Priors:
    unknown = np.full((4, 4), np.nan)
    poses = [unknown if one.T_world_camera is None else one.T_world_camera for one in known]
    return Priors(np.array(poses).reshape(-1, 4, 4), np.full(len(known), np.nan))


def _priors_of(
    anchor: Anchor, priors: Priors, G: Sim3, maps: Sequence[CanonicalMap], depths: Sequence[Points | None]
) -> Priors:
    """What may pull at single frames: the poses that anchored them or, without, their sensor's scale."""
    if anchor.source == "poses":
        return priors
    return Priors(
        np.full_like(priors.T_world_camera, np.nan), sensor_scales(G, maps, depths) + np.log(G.scale)
    )
