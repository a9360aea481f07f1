"""The library's own global alignment on given pair predictions, for `alignment.py` to compare with."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

import numpy as np
import torch
from mini_dust3r.cloud_opt import global_aligner

from offline.teachers.pairs import PairPrediction


def align_with_library(
    predictions: Mapping[tuple[int, int], PairPrediction],
) -> tuple[float, np.ndarray, Sequence[np.ndarray]]:
    """Seconds, camera-to-world poses (n, 4, 4) and pointmaps (h, w, 3): its defaults, spanning-tree start."""
    edges = list(predictions)

    def stacked(name: str) -> torch.Tensor:
        return torch.from_numpy(np.stack([getattr(predictions[edge], name) for edge in edges]))

    output = {
        "view1": {"idx": [i for i, _ in edges]},
        "view2": {"idx": [j for _, j in edges]},
        "pred1": {"pts3d": stacked("own"), "conf": stacked("own_confidence")},
        "pred2": {"pts3d_in_other_view": stacked("other"), "conf": stacked("other_confidence")},
    }
    torch.manual_seed(0)
    start = time.perf_counter()
    with torch.enable_grad():
        scene = global_aligner(output, device="cpu")
        scene.compute_global_alignment(init="mst", niter=300, schedule="linear", lr=0.01)
    seconds = time.perf_counter() - start
    poses = scene.get_im_poses().detach().numpy().astype(np.float64)
    return seconds, poses, [points.detach().numpy() for points in scene.get_pts3d()]
