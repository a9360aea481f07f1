"""What is said of a bag, of one that the writer wrote and of a damaged one."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from offline.bags.frame_messages import TYPES
from offline.bags.info import InfoConfig, describe, run
from offline.bags.writer import Packing, bag_written_whole, write_bag
from offline.datasets.base import Dataset, Frame, Split

QOS = {"reliability": "reliable", "durability": "volatile", "depth": 10}


class Recording(Dataset):
    """Five frames, 6x4, half a second apart."""

    format = "memory"

    def names(self, split: Split) -> list[str]:
        return list("abcde")

    def load(self, name: str) -> Frame:
        pixels = np.full((4, 6, 3), 200, np.uint8)
        depth = np.ones((4, 6), np.float32)
        return Frame(name, pixels, np.eye(3), 0.5 * "abcde".index(name), depth, np.eye(4))


def write(tmp_path: Path, **packing: object) -> Path:
    dataset = Recording(tmp_path)
    return write_bag(tmp_path / "bag", dataset, dataset.names("all"), packing=Packing(**packing)).path


def test_files_times_topics_and_images_are_told(tmp_path: Path) -> None:
    bag = write(tmp_path, storage="sqlite3", compression="zstd")
    described = describe(bag)
    topics = {topic["name"]: topic for topic in described.pop("topics")}
    size = described.pop("size_mb")
    assert size == pytest.approx((bag / "bag.db3").stat().st_size / 1e6, abs=0.05)
    assert described == {
        "bag": str(bag),
        "files": ["bag.db3"],
        "storage": "sqlite3",
        "compression": "zstd",
        "start_s": 1.0,
        "duration_s": 2.0,
        "messages": 25,
        "recording": {
            "image": "/camera/image_raw",
            "camera_info": "/camera/camera_info",
            "depth": "/camera/depth/image_raw",
            "transforms": ["/tf"],
            "poses": ["/ground_truth/pose"],
        },
        "troubles": [],
    }
    assert topics["/camera/image_raw"] == {
        "name": "/camera/image_raw",
        "type": "sensor_msgs/msg/Image",
        "messages": 5,
        "rate_hz": 2.0,
        "qos": QOS,
        "image": {"width": 6, "height": 4, "encoding": "rgb8"},
    }
    assert topics["/camera/depth/image_raw"]["image"] == {"width": 6, "height": 4, "encoding": "16UC1"}
    assert topics["/tf"]["image"] is None


def test_compressed_images_have_a_size_too(tmp_path: Path) -> None:
    topics = {topic["name"]: topic for topic in describe(write(tmp_path, compressed_images=True))["topics"]}
    assert topics["/camera/image_raw/compressed"]["image"] == {
        "width": 6,
        "height": 4,
        "encoding": "rgb8; png compressed bgr8",
    }
    assert topics["/camera/depth/image_raw/compressedDepth"]["image"] == {
        "width": 6,
        "height": 4,
        "encoding": "16UC1; compressedDepth png",
    }


def test_the_command_prints_it_and_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = InfoConfig(bag=write(tmp_path), json=tmp_path / "info.json")
    capsys.readouterr()
    run(config)
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "storage mcap, compression none" in lines
    assert "recorded 1970-01-01 00:00:01 UTC (1.000), 2.0 s" in lines
    assert "/camera/image_raw sensor_msgs/msg/Image 5 2.0 Hz reliable, volatile, depth 10 6x4 rgb8" in lines
    assert lines[lines.index("to learn from") + 1] == "image /camera/image_raw"
    assert not any(line.startswith("troubles") for line in lines)
    assert json.loads(config.json.read_text()) == describe(config.bag)


def test_what_cannot_be_learned_from_is_told(tmp_path: Path) -> None:
    bag = tmp_path / "sounds"
    with bag_written_whole(bag, "mcap", "none") as writer:
        topic = writer.add_connection("/talk", "std_msgs/msg/String", typestore=TYPES)
        writer.write(topic, 10**9, b"\0\1\0\0\1\0\0\0\0")
    assert describe(bag)["recording"] == {
        "trouble": f"{bag}: no images that can be decoded; its topics are /talk (std_msgs/msg/String)"
    }


def test_troubles_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bag = write(tmp_path)
    file = bag / "bag.mcap"
    file.write_bytes(file.read_bytes()[:-100])
    capsys.readouterr()
    run(InfoConfig(bag=bag))
    out = capsys.readouterr().out
    assert "\ntroubles\n" in out
    assert f"{file}: no readable index at its end" in out
    assert describe(bag)["messages"] == 25
