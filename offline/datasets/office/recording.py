"""The office as files: generate a recording of it, and read one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, ClassVar, Literal

import cv2
import numpy as np
import yaml
from tqdm import tqdm

from kd3d_ros.files import folder_written_whole
from kd3d_ros.geometry import Array
from offline.datasets.base import (
    DataError,
    Dataset,
    Frame,
    FrameError,
    Split,
    read_depth_png,
    read_pose_txt,
    read_rgb,
)
from offline.datasets.office.render import Renderer
from offline.datasets.office.room import build_room
from offline.datasets.office.sensor import NOISE, photograph
from offline.datasets.office.walk import SECONDS, camera_path

VERSION = 1
INDEX = "office.yaml"
WALKS: tuple[Literal["train", "test"], ...] = ("train", "test")
JPEG_QUALITY = 95
PAUSE = 10.0  # seconds between the two walks
THREADS = 2


def generate(
    root: Path,
    seed: int = 0,
    train_frames: int = 300,
    test_frames: int = 60,
    size: tuple[int, int] = (640, 480),
) -> Path:
    """Write a recording of the office to the folder `root` unless it is there already; returns `root`.

    size: (width, height) in pixels.  The same arguments give the same bytes.  Raises DataError if `root`
    holds anything else.
    """
    index = _index(seed, {"train": train_frames, "test": test_frames}, size)
    if root.exists() and any(root.iterdir()):
        _refuse_other(root, index)
        OfficeDataset(root)
        return root
    spacing = min(0.04 * max(640 / size[0], 1.0), 0.2)  # metres between light samples; coarse for thumbnails
    renderer = Renderer(build_room(seed), spacing, np.random.default_rng([seed, 2]))
    with folder_written_whole(root) as part:
        with ThreadPoolExecutor(THREADS) as pool:
            jobs = []
            for walk in WALKS:
                (part / walk).mkdir()
                for i, pose in enumerate(camera_path(walk, index["frames"][walk], seed)):
                    rng = np.random.default_rng([seed, 4, WALKS.index(walk), i])
                    stem = part / walk / f"frame-{i:06d}"
                    jobs.append(
                        pool.submit(_write_frame, renderer, stem, pose, np.array(index["K"]), size, rng)
                    )
            try:
                for job in tqdm(jobs, desc="office", unit="frame"):
                    job.result()
            finally:
                pool.shutdown(cancel_futures=True)  # after Ctrl-C, do not draw the rest first
        (part / INDEX).write_text(yaml.safe_dump(index, sort_keys=False))
    return root


class OfficeDataset(Dataset):
    """A recording that `generate` wrote; frames are named as train/frame-000000."""

    format: ClassVar[str] = "office"
    gravity_aligned = True

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        index = _read_index(root)
        self._K: Array = np.array(index["K"], dtype=np.float64)
        self._size = tuple(index["size"])
        self._fps = index["fps"]
        self._names = {
            walk: [f"{walk}/frame-{i:06d}" for i in range(index["frames"][walk])] for walk in WALKS
        }
        missing = [path for name in self.names("all") for path in self._paths(name) if not path.exists()]
        if missing:
            raise DataError(
                f"{root}: {len(missing)} files that {INDEX} promises are missing, the first {missing[0]}; "
                "delete the folder and generate it again"
            )

    def names(self, split: Split) -> list[str]:
        if split == "all":
            return self._names["train"] + self._names["test"]
        return list(self._names[split])

    def load(self, name: str) -> Frame:
        colour_path, depth_path, pose_path = self._paths(name)
        image, depth = read_rgb(colour_path), read_depth_png(depth_path, units_per_metre=1000.0)
        for path, shape in ((colour_path, image.shape), (depth_path, depth.shape)):
            if shape[1::-1] != self._size:
                raise FrameError(f"{path}: {shape[1]}x{shape[0]} pixels; {INDEX} says {self._size}")
        walk, number = name.split("/frame-")
        start = 0.0 if walk == "train" else SECONDS["train"] + PAUSE
        return Frame(
            name=name,
            image=image,
            K=self._K.copy(),
            timestamp=start + int(number) / self._fps[walk],
            depth=depth,
            T_world_camera=read_pose_txt(pose_path),
        )

    def _paths(self, name: str) -> tuple[Path, Path, Path]:
        stem = self.root / name
        colour, depth, pose = (
            stem.with_name(stem.name + end) for end in (".color.jpg", ".depth.png", ".pose.txt")
        )
        return colour, depth, pose


def _index(seed: int, frames: dict[str, int], size: tuple[int, int]) -> dict[str, Any]:
    width, height = size
    if width < 16 or height < 16:
        raise DataError(f"office: size {width}x{height} is too small; at least 16x16 pixels")
    if min(frames.values()) < 1:
        raise DataError(f"office: {frames} frames; each walk needs at least one")
    focal = 525.0 * width / 640
    return {
        "version": VERSION,
        "seed": seed,
        "size": [width, height],
        "K": [[focal, 0.0, (width - 1) / 2], [0.0, focal, (height - 1) / 2], [0.0, 0.0, 1.0]],
        "frames": frames,
        "fps": {walk: frames[walk] / SECONDS[walk] for walk in WALKS},
        "noise": dict(NOISE),
    }


def _read_index(root: Path) -> dict[str, Any]:
    path = root / INDEX
    if not path.is_file():
        raise DataError(
            f"{path}: missing, so the recording is not whole; delete {root} and generate it again"
        )
    try:
        index = yaml.safe_load(path.read_text())
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: not readable ({error}); delete {root} and generate it again") from error
    try:
        whole = index == _index(index["seed"], index["frames"], tuple(index["size"]))
    except (KeyError, TypeError, ValueError):
        whole = False
    if not whole:
        raise DataError(f"{path}: not what version {VERSION} writes; delete {root} and generate it again")
    return index


def _refuse_other(root: Path, wanted: dict[str, Any]) -> None:
    found = _read_index(root)
    differing = [key for key in wanted if found[key] != wanted[key]]
    if differing:
        pairs = "; ".join(f"{key} {found[key]} there, {wanted[key]} wanted" for key in differing)
        raise DataError(
            f"{root}: holds another office recording ({pairs}); choose another folder or delete it"
        )


def _write_frame(
    renderer: Renderer, stem: Path, pose: Array, K: Array, size: tuple[int, int], rng: np.random.Generator
) -> None:
    radiance, depth = renderer.render(pose, K, size)
    image = cv2.cvtColor(photograph(radiance, rng), cv2.COLOR_RGB2BGR)
    millimetres = np.rint(depth * 1000).astype(np.uint16)
    for end, array, options in (
        (".color.jpg", image, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY]),
        (".depth.png", millimetres, [cv2.IMWRITE_PNG_COMPRESSION, 3]),
    ):
        _, data = cv2.imencode(end[-4:], array, options)
        stem.with_name(stem.name + end).write_bytes(data.tobytes())
    text = "\n".join(" ".join(f"{value:.9f}" for value in row) for row in pose)
    stem.with_name(stem.name + ".pose.txt").write_text(text + "\n")
