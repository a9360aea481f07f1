"""What the node adds to the predictor, the rate it holds, and whether it knows when it is lost.

    make bench-node [MINUTES=10] [PARTS="trust"]

Two students are trained first, of the kitchen (the recording of KD3D_BENCH_DATA) and of the office, MINUTES
each; they are kept in runs/benchmarks.  Then

trust     in this process, held-out frames in order: of frames of the other place, both ways, how many would
          be published as localized; of frames whose pose is within 10 cm and 5 degrees, how many would;
          how many true positions lie within the ellipsoids that ought to hold 68 and 95 % of them.
rate      the node as a process of its own, this process as its camera at 30 Hz, over real DDS with
          config/fastdds.xml: overhead of a frame, from its arrival to the end of publish(), less the time in
          the predictor; rates and losses.
dense     the same for 512x384 points, by a third student that looks at as many pixels, at a rate that a CPU
          can hold.
overload  the camera at 60 Hz: the rate that comes out over the rate that the student can do (1 / median time
          that a frame keeps it busy), and the longest waits in frames of that time.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

import numpy as np
from node_process import NodeProcess, running_node
from surroundings import machine_and_versions
from trained_scenes import TrainedScene, trained_scene

from kd3d_ros.camera import Camera
from kd3d_ros.geometry import pose_error
from kd3d_ros.localization import Localization
from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import SceneBundle
from kd3d_ros.serving import Serving
from offline.datasets.base import Frame

PARTS = ("trust", "rate", "dense", "overload")
CHI_SQUARE_3 = {"covariance_68": 3.506, "covariance_95": 7.815}
RIGHT_M, RIGHT_DEG = 0.10, 5.0
DENSE_WIDTH, DENSE_HZ = 512, 3.0


def localizations(bundle: SceneBundle, frames: Sequence[Frame]) -> list[Localization]:
    """What the node would say of the frames, in order."""
    predictor = Predictor(bundle, "cpu")
    predictor.settle()
    serving = Serving(bundle, predictor)
    found = []
    for frame in frames:
        assert frame.K is not None
        camera = Camera.pinhole(frame.K, frame.image.shape[1::-1])
        found.append(serving.answer(frame.image, camera, frame.timestamp).localization)
    return found


def trust(kitchen: TrainedScene, office: TrainedScene) -> dict[str, float]:
    """False acceptances, recall, and coverage of the covariance."""
    figures: dict[str, float] = {}
    wrong = [*localizations(kitchen.bundle, office.frames), *localizations(office.bundle, kitchen.frames)]
    figures["lost_false_accept_share"] = np.mean([one.localized for one in wrong])
    right_published, distances = [], []
    for name, place in (("kitchen", kitchen), ("office", office)):
        found = localizations(place.bundle, place.frames)
        published = []
        for one, frame in zip(found, place.frames, strict=True):
            if one.estimate is None or frame.T_world_camera is None:
                continue
            metres, degrees = pose_error(one.estimate.T_world_camera, frame.T_world_camera)
            if metres < RIGHT_M and degrees < RIGHT_DEG:
                published.append(one.localized)
            if one.localized:
                off = one.estimate.T_world_camera[:3, 3] - frame.T_world_camera[:3, 3]
                distances.append(off @ np.linalg.solve(one.estimate.covariance[:3, :3], off))
        figures[f"localized_recall_{name}"] = np.mean(published)
        figures[f"right_share_{name}"] = len(published) / len(found)
        right_published += published
    figures["localized_recall"] = np.mean(right_published)
    for key, limit in CHI_SQUARE_3.items():
        figures[key] = np.mean(np.array(distances) < limit)
    return {key: round(float(value), 4) for key, value in figures.items()}


def served(
    node: NodeProcess, images: Sequence[np.ndarray], rate_hz: float, seconds: float
) -> dict[str, object]:
    """Send images at the rate for so long; what the node made of them."""
    node.wait_until_active(images)
    before = node.idle_counts()
    node.sent, clouds_before = 0, len(node.cloud_times)
    elapsed = node.send_at(images, rate_hz, seconds)
    after = node.idle_counts()
    counts = {key: after[key] - before[key] for key in after}
    values, clouds = node.diagnostics, len(node.cloud_times) - clouds_before
    figures: dict[str, object] = {}
    for name in ("overhead", "predict", "latency", "wait", "busy"):
        figures[f"{name}_ms_median"] = float(values[f"{name}_ms_p50"])
        figures[f"{name}_ms_p95"] = float(values[f"{name}_ms_p95"])
    return {
        **figures,
        "rate_in_hz": round(counts["received"] / elapsed, 2),
        "rate_out_hz": round(clouds / elapsed, 2),
        "dropped": counts["dropped"],
        "rejected": counts["rejected"],
        "sent": node.sent,
        "lost_before_node": node.sent - counts["received"],
        "lost_after_node": counts["served"] - clouds,
        "points": node.points,
        **{key: values[key] for key in ("device", "precision", "decoder", "localized", "lost")},
    }


def rate(kitchen: TrainedScene, seconds: float) -> dict[str, object]:
    images = [frame.image for frame in kitchen.frames]
    with running_node(scene=kitchen.bundle.name, scenes_dir=kitchen.bundle.path.parent) as node:
        return served(node, images, 30.0, seconds)


def dense(kitchen: TrainedScene, seconds: float) -> dict[str, object]:
    images = [frame.image for frame in kitchen.frames]
    with running_node(scene=kitchen.bundle.name, scenes_dir=kitchen.bundle.path.parent) as node:
        figures = served(node, images, DENSE_HZ, seconds)
    return {f"{key}_dense": value for key, value in figures.items()}


def overload(kitchen: TrainedScene, seconds: float) -> dict[str, object]:
    images = [frame.image for frame in kitchen.frames]
    with running_node(scene=kitchen.bundle.name, scenes_dir=kitchen.bundle.path.parent) as node:
        figures = served(node, images, 60.0, seconds)
    busy = float(str(figures["busy_ms_median"]))
    return {
        "overload_rate_ratio": round(float(str(figures["rate_out_hz"])) * busy / 1e3, 3),
        "overload_latency_frames": round(float(str(figures["latency_ms_p95"])) / busy, 3),
        **{f"{key}_overload": value for key, value in figures.items()},
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10.0, help="of training, each of two students")
    parser.add_argument("--seconds", type=float, default=20.0, help="of sending images, each part")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    options = parser.parse_args()
    kitchen = trained_scene("kitchen", options.minutes)
    figures: dict[str, object] = {}
    if "trust" in options.parts:
        figures |= trust(kitchen, trained_scene("office", options.minutes))
    for part in (rate, overload):
        if part.__name__ in options.parts:
            figures |= part(kitchen, options.seconds)
    if "dense" in options.parts:
        figures |= dense(trained_scene("kitchen", options.minutes, DENSE_WIDTH), options.seconds)
    print(json.dumps({**figures, "minutes": options.minutes, **machine_and_versions()}))


if __name__ == "__main__":
    main()
