"""Reconstruction where every pose is known: poses polished by the pairs, depths triangulated with them.

Polished poses serve triangulation; labels keep the recorded ones, whose frame the map's users share.  It is
what `reconstruct.py` does for pairs of unknown scale, for a teacher whose predictions are in metres.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from kd3d_ros.geometry import Array
from offline.alignment.anchor import anchored
from offline.alignment.canonical import CanonicalMap
from offline.alignment.polish import polish_poses, triangulated_depth
from offline.alignment.priors import Priors
from offline.alignment.reconstruct import Known, Pair, Read, Reconstruction
from offline.alignment.sim3 import Sim3
from offline.progress import progress
from offline.teachers.pairs import TeacherError


def reconstruct_posed(
    names: Sequence[str], pairs: Sequence[Pair], read: Read, known: Sequence[Known]
) -> tuple[Reconstruction, list[str]]:
    """All frames that pairs show, in the recording's frame, and the names of the others.

    pairs: of indices into `names`, each standing for both directions.  Raises TeacherError if there are none,
    or if a frame's pose or intrinsics are unknown.
    """
    if not pairs:
        raise TeacherError(f"none of {len(names)} frames is near another one and looks the same way")
    K, recorded = _told(names, known)
    T = polish_poses(pairs, lambda i, j: read(names[i], names[j]), K, recorded)
    found, G = _depths(range(len(names)), names, pairs, read, K, T)
    priors = Priors(recorded[list(found)], np.full(len(found), np.nan))
    _, anchor = anchored(G, priors, list(found.values()), [None] * len(found))
    kept = [names[n] for n in found]
    reconstruction = Reconstruction(kept, list(found.values()), G, anchor, priors.T_world_camera)
    return reconstruction, sorted(set(names) - set(kept))


def register_posed(
    base: Reconstruction,
    names: Sequence[str],
    pairs: Sequence[tuple[str, str]],
    read: Read,
    known: Sequence[Known],
) -> tuple[Reconstruction, list[str]]:
    """Further frames in the frozen world of `base`, and the names of those that no pair shows.

    pairs: (further frame, frame of `base`).  Only the further frames' poses are polished.
    """
    everyone, first = [*base.names, *names], len(base.names)
    index = {name: n for n, name in enumerate(everyone)}
    numbered = [(index[a], index[b]) for a, b in pairs]
    if not numbered:
        return Reconstruction([], [], Sim3.identity(0), base.anchor), sorted(names)
    K, recorded = _told(names, known)
    T = np.concatenate([base.G.rigid_matrices(), recorded])
    K = [*(one.K for one in base.maps), *K]
    T = polish_poses(
        numbered, lambda i, j: read(everyone[i], everyone[j]), K, T, np.arange(len(everyone)) >= first
    )
    found, G = _depths(range(first, len(everyone)), everyone, numbered, read, K, T)
    kept = [everyone[n] for n in found]
    of_found = recorded[[n - first for n in found]]
    return Reconstruction(kept, list(found.values()), G, base.anchor, of_found), sorted(
        set(names) - set(kept)
    )


def _told(names: Sequence[str], known: Sequence[Known]) -> tuple[list[Array], Array]:
    """Intrinsics and poses (n, 4, 4).  Raises TeacherError naming the first frame that lacks either."""
    K, poses = [], []
    for name, one in zip(names, known, strict=True):
        if one.K is None or one.T_world_camera is None:
            lacking = "intrinsics are" if one.K is None else "pose is"
            raise TeacherError(f"{name}: its {lacking} unknown, which triangulation needs")
        K.append(one.K)
        poses.append(one.T_world_camera)
    return K, np.array(poses)


def _depths(
    frames: Sequence[int],
    names: Sequence[str],
    pairs: Sequence[Pair],
    read: Read,
    K: Sequence[Array],
    T: Array,
) -> tuple[dict[int, CanonicalMap], Sim3]:
    """Maps in metres of those frames that pairs show, by index, and their poses."""
    partners = defaultdict(list)
    for i, j in pairs:
        partners[i].append(j)
        partners[j].append(i)
    found = {}
    for n in progress([n for n in frames if n in partners], desc="triangulating", unit="frame"):
        depth, confidence = triangulated_depth(n, partners[n], lambda i, j: read(names[i], names[j]), K, T)
        if (depth > 0).any():
            found[n] = CanonicalMap(depth, confidence, K[n])
    return found, Sim3.from_matrices(T[list(found)])
