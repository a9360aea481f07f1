"""Judge a scene bundle as it serves a rosbag2 over real DDS, without the ros2 tools.

    python -m offline.live_evaluation --scene kitchen --bag kitchen_bag --max-point-error-m 0.05

Node, evaluator and player are processes of their own.  Writes the figures of `offline.evaluate`, and what
only a live node has; ends with an error if a threshold is not reached.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kd3d_ros.verdict import THRESHOLDS, Thresholds, flag
from offline.bags.frame_messages import CAMERA_INFO_TOPIC, DEPTH_TOPIC, IMAGE_TOPIC, POSE_TOPIC
from offline.cli import main
from offline.config import SceneConfig, check_more_than_zero
from offline.live import START_S, live_graph, play, playing_seconds, remapped, start_student_node
from offline.processes import DemoError, wait_for

log = logging.getLogger(__name__)

FIGURES_FILE, FRAMES_FILE = "evaluation.json", "frames.csv"
FIGURES_S = 180.0
"""Hundreds of frames may wait to be measured when the evaluator is told to stop."""
NODE_TOPICS = 2
"""Images and their camera_info, to which the evaluator subscribes too."""
LEAST_TOPICS = 2
"""Those two, where all of a bag is played since poses come on /tf."""
LAST_CLOUD_S = 3.0
"""After the bag has ended the node may still be busy with its last image."""


class VerdictError(DemoError):
    """Figures that do not reach their thresholds; the message has one line for each."""


@dataclass(frozen=True, kw_only=True)
class LiveEvaluationConfig(SceneConfig, Thresholds):
    """Which bag is played to which scene, and what must come out."""

    bag: Path
    """Folder of the rosbag2."""
    rate: float = 1.0
    """How many times faster than recorded."""
    precision: str = "auto"
    """Arithmetic of the student, as the node's parameter says."""
    image_topic: str = IMAGE_TOPIC
    """Images of the bag."""
    compressed: bool = False
    """These are CompressedImages."""
    camera_info_topic: str = CAMERA_INFO_TOPIC
    """Their CameraInfo, which is that of the depth too."""
    depth_topic: str = DEPTH_TOPIC
    """True depth, registered to the images; 16UC1 or 32FC1."""
    poses_only: bool = False
    """There is none: compare poses only."""
    pose_topic: str = POSE_TOPIC
    """True poses of the camera's optical frame in the scene's world; PoseStamped."""
    truth_tf: bool = False
    """True poses are on /tf instead; needs tf2_ros."""
    out: Path | None = None
    """Folder for evaluation.json, frames.csv and logs; default: live in the scene's work folder."""


def run(config: LiveEvaluationConfig) -> Path:
    """Serve the bag, measure, print the table; returns the JSON.  Raises VerdictError for a bad one."""
    check_more_than_zero(rate=config.rate)
    out = (config.out or config.scene_work_dir / "live").resolve()
    file = out / FIGURES_FILE
    file.unlink(missing_ok=True)
    topics = played_topics(config)
    playing_seconds(config.bag, topics)  # what is wrong with the bag is told before anything is started
    with live_graph(out) as start:
        node = start_student_node(
            start,
            config,
            out / "student_node.log",
            {**_images(config), "camera_info": config.camera_info_topic},
            precision=config.precision,
            image_transport="compressed" if config.compressed else "raw",
        )
        evaluator = start(*evaluator_command(config, out), log_file=out / "evaluate_node.log")
        wait_for(lambda: evaluator.has_logged("ready: "), "ready", evaluator, START_S, [node])
        subscriptions = NODE_TOPICS + (len(topics) or LEAST_TOPICS)
        play(start, config.bag, topics, [node, evaluator], config.rate, subscriptions)
        time.sleep(LAST_CLOUD_S)
        evaluator.stop(FIGURES_S)
    if not file.exists():
        raise DemoError(f"evaluate_node wrote no {file}{evaluator.last_lines()}")
    figures = json.loads(file.read_text())
    print(table(figures))
    print(f"\nfigures  {file}\nframes   {out / FRAMES_FILE}")
    if not figures["verdict"]["passed"]:
        raise VerdictError("\n  ".join(["not good enough:", *figures["verdict"]["failed"]]))
    return file


def table(figures: Mapping[str, Any]) -> str:
    """What was measured, in the words of a user."""
    live, pose = figures["live"], figures.get("pose", {})
    latency, node = live["latency_ms"], live["diagnostics"]
    missing = ", ".join(f"{reason}: {count}" for reason, count in live["unmatched"].items())
    position, rotation = _said(pose.get("median_t_m"), 1, 100), _said(pose.get("median_r_deg"), 2)
    rows = [
        ("point error, median", f"{_said(figures.get('point_error_m', {}).get('median'), 1, 100)} cm"),
        ("points within 10 cm", f"{_said(figures.get('within_10cm'), 0, 100)} %"),
        ("pose error, median", f"{position} cm, {rotation} deg"),
        ("poses within 5 cm, 5 deg", f"{_said(pose.get('within_5cm_5deg'), 0, 100)} %"),
        ("images that became clouds", f"{live['clouds']} of {live['images']}"),
        ("clouds with their truth", f"{figures['frames']} of {live['clouds']}{missing and f' ({missing})'}"),
        ("localized", f"{_said(live['localized'], 0, 100)} %"),
        ("image / cloud rate", f"{_said(live['rate_in_hz'], 1)} / {_said(live['rate_hz'], 1)} Hz"),
        ("latency p50 / p95", f"{_said(latency['p50'], 1)} / {_said(latency['p95'], 1)} ms"),
        ("the network", f"{node.get('device', '-')}, {node.get('precision', '-')}"),
        ("verdict", "passed" if figures["verdict"]["passed"] else "failed"),
    ]
    return "\n" + "\n".join(f"{label:26} {value}" for label, value in rows)


def evaluator_command(config: LiveEvaluationConfig, out: Path) -> list[str]:
    """The evaluator's module, options and topics; its files go to `out`."""
    given = {
        "json": out / FIGURES_FILE,
        "per-frame": out / FRAMES_FILE,
        "scene": config.scene,
        "scenes-dir": config.scenes_dir.resolve(),
        **{flag(one): getattr(config, one.name) for one in THRESHOLDS},
    }
    switches = {
        "compressed": config.compressed,
        "poses-only": config.poses_only,
        "truth-tf": config.truth_tf,
    }
    topics = {
        **_images(config),
        "truth/camera_info": config.camera_info_topic,
        "truth/depth": config.depth_topic,
        "truth/pose": config.pose_topic,
    }
    return [
        "kd3d_ros.evaluate_node",
        *(f"--{name}={value}" for name, value in given.items() if value is not None),
        *(f"--{name}" for name, wanted in switches.items() if wanted),
        "--ros-args",
        *remapped(topics),
    ]


def played_topics(config: LiveEvaluationConfig) -> list[str]:
    """Topics of the bag that are needed, since others might be called like those of the node; none: all."""
    if config.truth_tf:
        return []
    depth = [] if config.poses_only else [config.depth_topic]
    return [config.image_topic, config.camera_info_topic, *depth, config.pose_topic]


def _images(config: LiveEvaluationConfig) -> dict[str, str]:
    return {"image/compressed" if config.compressed else "image": config.image_topic}


def _said(value: float | None, digits: int, factor: float = 1.0) -> str:
    return "-" if value is None else f"{factor * value:.{digits}f}"


if __name__ == "__main__":
    main(LiveEvaluationConfig, run, "offline.live_evaluation", __doc__)
