"""What the live evaluation asks for, and the table that it prints."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from offline.bags.storage import BagError
from offline.live_evaluation import LiveEvaluationConfig, evaluator_command, played_topics, run, table

FIGURES: dict[str, Any] = {
    "frames": 8,
    "point_error_m": {"median": 0.0123},
    "within_10cm": 0.987,
    "pose": {"median_t_m": 0.0045, "median_r_deg": 0.127, "within_5cm_5deg": 1.0},
    "live": {
        "images": 10,
        "clouds": 9,
        "localized": 0.5,
        "rate_in_hz": 29.97,
        "rate_hz": 15.0,
        "latency_ms": {"p50": 11.04, "p95": 14.0},
        "unmatched": {"no depth": 1},
        "diagnostics": {"device": "cpu", "precision": "bf16"},
    },
    "verdict": {"passed": True, "failed": []},
}


def rows(figures: dict[str, Any]) -> dict[str, str]:
    lines = table(figures).strip().splitlines()
    return {label.strip(): value.strip() for label, _, value in (line.partition("  ") for line in lines)}


def test_the_table_tells_what_was_measured() -> None:
    assert rows(FIGURES) == {
        "point error, median": "1.2 cm",
        "points within 10 cm": "99 %",
        "pose error, median": "0.4 cm, 0.13 deg",
        "poses within 5 cm, 5 deg": "100 %",
        "images that became clouds": "9 of 10",
        "clouds with their truth": "8 of 9 (no depth: 1)",
        "localized": "50 %",
        "image / cloud rate": "30.0 / 15.0 Hz",
        "latency p50 / p95": "11.0 / 14.0 ms",
        "the network": "cpu, bf16",
        "verdict": "passed",
    }


def test_what_was_not_measured_is_a_dash() -> None:
    nothing = {"images": 3, "clouds": 0, "localized": None, "rate_in_hz": 10.0, "rate_hz": None}
    live = {**nothing, "latency_ms": {"p50": None, "p95": None}, "unmatched": {}, "diagnostics": {}}
    said = rows({"frames": 0, "live": live, "verdict": {"passed": False, "failed": ["..."]}})
    assert said["point error, median"] == "- cm"
    assert said["pose error, median"] == "- cm, - deg"
    assert said["images that became clouds"] == "0 of 3"
    assert said["image / cloud rate"] == "10.0 / - Hz"
    assert said["the network"] == "-, -"
    assert said["verdict"] == "failed"


def test_the_evaluator_is_told_topics_files_and_thresholds(tmp_path: Path) -> None:
    config = LiveEvaluationConfig(
        scene="kitchen",
        scenes_dir=tmp_path,
        bag=tmp_path / "bag",
        depth_topic="/depth",
        min_recall=0.9,
        compressed=True,
        image_topic="/images",
    )
    words = evaluator_command(config, tmp_path / "out")
    assert words[0] == "kd3d_ros.evaluate_node"
    assert {"--scene=kitchen", "--min-recall=0.9", f"--json={tmp_path}/out/evaluation.json"} <= set(words)
    assert not any(word.startswith("--max-") for word in words)
    assert "--compressed" in words
    assert "--poses-only" not in words
    remapped = words[words.index("--ros-args") + 1 :]
    assert {"image/compressed:=/images", "truth/depth:=/depth"} <= set(remapped)
    assert remapped.count("-r") == len(remapped) / 2
    assert played_topics(config) == ["/images", "/camera/camera_info", "/depth", "/ground_truth/pose"]


def test_a_missing_bag_is_an_error_before_anything_is_started(tmp_path: Path) -> None:
    config = LiveEvaluationConfig(
        scene="kitchen", scenes_dir=tmp_path, bag=tmp_path / "absent", out=tmp_path / "out"
    )
    with pytest.raises(BagError, match="absent"):
        run(config)
    assert not (tmp_path / "out").exists()
