"""Malformed messages and damaged bundles: `make fuzz` (10,000 messages, 2,000 bundles).

Messages go to a node in a process of its own, over real DDS: Image, CompressedImage (to a second node) and
CameraInfo, drawn by hypothesis.  Each has to be in the node's counts, with a reason where it is rejected,
and after every hundred a good image has to be served.  Bundles are loaded in this process: a bit is flipped,
a file cut, a pickle or a path put in, a value of the manifest replaced.  Each has to be refused with a
SceneError, or be as good as the original.

crashes: nodes that ended, or bundles that raised anything else.  hangs: good frames, or loads, that took
longer than their bound.  uncounted: messages missing from the node's counts.
"""

from __future__ import annotations

import argparse
import array
import json
import pickle
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import yaml
from builtin_interfaces.msg import Time
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from node_process import NodeProcess, running_node
from sensor_msgs.msg import CameraInfo, CompressedImage, Image
from surroundings import machine_and_versions
from trained_scenes import write_tiny_scene

from kd3d_ros.files import sha256
from kd3d_ros.messages import image_message
from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import MANIFEST, WEIGHTS, SceneError, load_scene

BATCH, ATTEMPTS = 100, 5
SPACING_SECONDS = 0.01
GOOD_SECONDS, LOAD_SECONDS = 30.0, 30.0
ENCODINGS = [
    "rgb8", "bgr8", "rgba8", "bgra8", "mono8", "mono16", "yuv422", "yuv422_yuy2", "bayer_rggb8",
    "bayer_gbrg16", "16UC1", "32FC1", "8UC3", "", "nv12",
]  # fmt: skip
text = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
small = st.integers(0, 130)
wild = st.one_of(small, st.sampled_from([2**16, 2**31, 2**32 - 1]))
doubles = st.one_of(st.floats(allow_nan=True, allow_infinity=True), st.just(0.0), st.floats(-1e3, 1e3))


@st.composite
def images(draw: st.DrawFn) -> Image:
    """Fields that fit each other now and then."""
    height, width = draw(wild), draw(wild)
    msg = Image(height=height, width=width, encoding=draw(st.sampled_from(ENCODINGS) | text))
    msg.step = draw(st.one_of(st.just(min(3 * width, 2**32 - 1)), st.just(width), wild))
    length = draw(st.one_of(st.just(min(msg.step * height, 50_000)), st.integers(0, 50_000)))
    msg.is_bigendian = draw(st.integers(0, 255))
    msg.data = array.array("B", bytes(length))
    return msg


JPEG, PNG = (cv2.imencode(kind, np.full((64, 96, 3), 99, np.uint8))[1].tobytes() for kind in (".jpg", ".png"))


@st.composite
def compressed_images(draw: st.DrawFn) -> CompressedImage:
    """Bytes, cut and changed pictures."""
    data = bytearray(draw(st.sampled_from([JPEG, PNG]) | st.binary(max_size=300)))
    for at, value in draw(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=5)):
        if data:
            data[at % len(data)] = value
    cut = draw(st.one_of(st.none(), st.integers(0, len(data))))
    return CompressedImage(format=draw(text), data=array.array("B", data[:cut]))


@st.composite
def camera_infos(draw: st.DrawFn) -> CameraInfo:
    """Any numbers, and any distortion model."""
    model = st.sampled_from(["plumb_bob", "rational_polynomial", "equidistant", ""]) | text
    msg = CameraInfo(height=draw(wild), width=draw(wild), distortion_model=draw(model))
    msg.d = draw(st.lists(doubles, max_size=15))
    msg.k = draw(st.lists(doubles, min_size=9, max_size=9))
    msg.p = draw(st.lists(doubles, min_size=12, max_size=12))
    msg.binning_x, msg.binning_y = draw(wild), draw(wild)
    msg.roi.x_offset, msg.roi.width = draw(wild), draw(wild)
    msg.roi.y_offset, msg.roi.height = draw(wild), draw(wild)
    return msg


def drawn(strategy: st.SearchStrategy[Any], count: int) -> list[Any]:
    """So many examples; the same ones in each run."""
    found: list[Any] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(example: Any) -> None:
        found.append(example)

    while len(found) < count:  # hypothesis leaves out repetitions
        draw()
    return found[:count]


Publish = Callable[[Any], None]
Examined = Callable[[dict[str, str]], int]
"""How many messages of a kind a node has looked at, from its diagnostics."""


class Feeder:
    """Sends bad messages to a node; looks that each is counted, and that good images are served between."""

    def __init__(self, node: NodeProcess, topic: str) -> None:
        self._node, self._topic = node, topic
        self.hangs = self.uncounted = self.examined = 0
        rgb = np.random.default_rng(0).integers(0, 256, (64, 96, 3), np.uint8)
        self._good = image_message(rgb, Time(sec=1), "camera")
        png = cv2.imencode(".png", rgb[..., ::-1])[1].tobytes()
        self._good_compressed = CompressedImage(
            header=self._good.header, format="png", data=array.array("B", png)
        )

    def feed(self, publish: Publish, messages: list[Any], examined: Examined) -> None:
        """Send so that each is taken up before the next comes; a batch again, slower, if one was not."""
        self._serve_good()
        for first in range(0, len(messages), BATCH):
            batch = messages[first : first + BATCH]
            for attempt in range(ATTEMPTS):
                spacing = SPACING_SECONDS * 2**attempt  # a good one among them keeps the node busy
                missing = len(batch) - self._send(publish, batch, examined, spacing)
                if missing <= 0:
                    break
            self.uncounted += max(0, missing)
            self.examined += len(batch) - max(0, missing)
            self._serve_good()
            print(f"{self._topic}: {first + len(batch)} of {len(messages)}", file=sys.stderr, flush=True)

    def _send(self, publish: Publish, batch: list[Any], examined: Examined, spacing: float) -> int:
        before = examined(self._settled())
        for msg in batch:
            publish(msg)
            self._node.listen(spacing)
        return examined(self._settled()) - before

    def _settled(self) -> dict[str, str]:
        """Diagnostics that were made after all that was sent has been counted."""
        self._node.listen(0.15)
        self._node.diagnostics.clear()
        self._node.wait_for(lambda: self._node.diagnostics.get("in_flight") == "0", "idle node")
        return dict(self._node.diagnostics)

    def _serve_good(self) -> None:
        before, until = len(self._node.cloud_times), time.monotonic() + GOOD_SECONDS
        while len(self._node.cloud_times) == before:
            if time.monotonic() > until or self._node.process.poll() is not None:
                self.hangs += 1
                return
            self._node.camera.publish(self._good)
            self._node.compressed.publish(self._good_compressed)
            self._node.listen(0.1)


def images_examined(diagnostics: dict[str, str]) -> int:
    return int(diagnostics["served"]) + int(diagnostics["rejected"])


def camera_infos_examined(diagnostics: dict[str, str]) -> int:
    return int(diagnostics["camera_info_received"])


def fuzz_messages(count: int, scenes_dir: Path) -> dict[str, int]:
    """Three kinds, a third of the messages each."""
    totals = {"messages": 0, "crashes": 0, "hangs": 0, "uncounted": 0}
    for topic, transport, strategy, examined in (
        ("image", "raw", images(), images_examined),
        ("image/compressed", "compressed", compressed_images(), images_examined),
        ("camera_info", "raw", camera_infos(), camera_infos_examined),
    ):
        messages = drawn(strategy, -(-count // 3))
        with running_node(
            scene="tiny", scenes_dir=scenes_dir, image_transport=transport, diagnostics_period=0.1
        ) as node:
            node.wait_for(lambda node=node: node.diagnostics.get("state") == "active", "active node")
            publisher = {
                "image": node.camera, "image/compressed": node.compressed, "camera_info": node.camera_info
            }[topic]  # fmt: skip
            feeder = Feeder(node, topic)
            try:
                feeder.feed(publisher.publish, messages, examined)
            except SystemExit as ended:  # the node did
                print(ended, file=sys.stderr)
                totals["crashes"] += 1
            print(f"{topic}: last reasons {node.diagnostics.get('last_rejection')!r}, "
                  f"{node.diagnostics.get('last_camera_info_rejection')!r}", file=sys.stderr)  # fmt: skip
        totals["messages"] += feeder.examined
        totals["hangs"] += feeder.hangs
        totals["uncounted"] += feeder.uncounted
    return totals


PATHS = ["../../etc/passwd", "/etc/passwd", "..", ".", "", "a/b", "\0"]
VALUES = [None, -1, 0, 10**30, 1e308, float("nan"), "", "x" * 5000, [], {}, [[]], True, "../..", b"\x00"]


def damaged(bundle: Path, rng: random.Random) -> str:
    """Damage the bundle's files in one way; returns which."""
    file = bundle / rng.choice([MANIFEST, MANIFEST, WEIGHTS, "preview.ply"])
    way = rng.choice(["flip", "cut", "pickle", "path", "value", "remove", "link", "grow"])
    if way == "flip":
        data = bytearray(file.read_bytes())
        at = rng.randrange(len(data))
        data[at] ^= 1 << rng.randrange(8)
        file.write_bytes(data)
    elif way == "cut":
        file.write_bytes(file.read_bytes()[: rng.randrange(file.stat().st_size)])
    elif way == "pickle":
        (bundle / WEIGHTS).write_bytes(pickle.dumps(Trap()))
        _sign(bundle)
    elif way == "remove":
        file.unlink()
    elif way == "link":
        file.unlink()
        file.symlink_to(rng.choice(["/etc/passwd", "/dev/zero", "/nowhere", ".."]))
    elif way == "grow":
        file.write_bytes(file.read_bytes() + rng.randbytes(rng.randrange(1, 5000)))
    else:
        manifest = yaml.safe_load((bundle / MANIFEST).read_text())
        if way == "path":
            manifest["sha256"][rng.choice(PATHS)] = "0"
        else:
            owner, key = rng.choice(_places(manifest))
            owner[key] = rng.choice(VALUES)
        (bundle / MANIFEST).write_text(yaml.safe_dump(manifest))
    return way


class Trap:
    """What would happen if a pickle were loaded."""

    def __reduce__(self) -> tuple[Any, ...]:
        return (sys.exit, ("a pickle was executed",))


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) in nested values."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = []
    for key, inner in items:
        found += [(value, key), *_places(inner)]
    return found


def _sign(bundle: Path) -> None:
    """Give the manifest the digests of the files as they are."""
    manifest = yaml.safe_load((bundle / MANIFEST).read_text())
    manifest["sha256"] = {name: sha256(bundle / name) for name in manifest["sha256"]}
    (bundle / MANIFEST).write_text(yaml.safe_dump(manifest))


def fuzz_bundles(count: int, scenes_dir: Path) -> dict[str, int]:
    """Damaged copies of a bundle: refused with a SceneError, or served like the original."""
    rng = random.Random(0)
    totals = {"bundles": 0, "crashes": 0, "hangs": 0, "refused": 0}
    for i in range(count):
        shutil.rmtree(scenes_dir / "bad", ignore_errors=True)
        shutil.copytree(scenes_dir / "tiny", scenes_dir / "bad")
        way, start = damaged(scenes_dir / "bad", rng), time.monotonic()
        try:
            Predictor(load_scene(scenes_dir, "bad"), "cpu", "fp32")
        except SceneError:
            totals["refused"] += 1
        except BaseException:
            print(f"bundle {i} ({way}):\n{traceback.format_exc()}", file=sys.stderr)
            totals["crashes"] += 1
        totals["hangs"] += time.monotonic() - start > LOAD_SECONDS
        totals["bundles"] += 1
        if i % 100 == 99:
            print(f"bundles: {i + 1} of {count}", file=sys.stderr, flush=True)
    return totals


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--bundles", type=int, default=2_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scenes_dir = Path(name)
        write_tiny_scene(scenes_dir)
        (scenes_dir / "tiny" / "preview.ply").write_bytes(b"ply\n" * 50)
        _sign(scenes_dir / "tiny")
        messages = fuzz_messages(options.messages, scenes_dir) if options.messages else {}
        bundles = fuzz_bundles(options.bundles, scenes_dir)
    both = {key: messages.get(key, 0) + bundles[key] for key in ("crashes", "hangs")}
    print(json.dumps({**messages, **bundles, **both, **machine_and_versions()}))


if __name__ == "__main__":
    main()
