"""Rosbag2: images, calibration, depth and poses of a robot's recording.

What is read is found by itself or chosen by flags (`choice.py`).  Damaged bags are read as far as they go;
what is wrong with a frame costs this frame only.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import cv2
import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Array
from offline.bags.reader import BagReader
from offline.datasets.bag.choice import BagTopics
from offline.datasets.bag.contents import Contents, read_contents
from offline.datasets.bag.cursor import Cursor
from offline.datasets.bag.lens import Lens, Register, registration
from offline.datasets.bag.messages import depth_of, image_of
from offline.datasets.bag.poses import Asked, Poses, find_poses
from offline.datasets.bag.selection import Look, select
from offline.datasets.bag.topics import CameraTopic, Chosen, choose
from offline.datasets.bag.tracks import Stamps, plain
from offline.datasets.base import DataError, Dataset, Frame, FrameError, Split, block_split
from offline.datasets.tum import associate

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Shot:
    """An image and the depth that goes with it, each by stamp and log time, nanoseconds."""

    image: tuple[int, int]
    depth: tuple[int, int] | None
    T_world_camera: Array | None


class BagDataset(Dataset):
    """The images of one camera, named by their stamps in nanoseconds and split by `block_split`.

    Of the training frames those that teach nothing are left out (`selection.py`), after splitting.  Depth has
    to be within half a frame of its image.  `metric` says whether there are depth or poses.
    """

    format: ClassVar[str] = "bag"

    def __init__(self, root: Path, topics: BagTopics | None = None) -> None:
        super().__init__(root)
        topics = topics or BagTopics()
        self._reader = BagReader(root)
        self._chosen = _in_frame(choose(self._reader, topics), topics.camera_frame)
        contents = read_contents(self._reader, self._chosen)
        image, depth = self._chosen.image, self._chosen.depth
        shots = contents.shots(image.topic)
        if not len(shots):
            raise DataError(f"{root}: none of the images on {image.topic} is readable")
        self._lens = _lens(contents, image)
        self._register = _register(root, contents, image, self._lens, depth, shots[:, 0])
        asked = Asked(root, image.frame, shots[:, 0], topics)
        poses = find_poses(asked, contents.tree, contents.poses)
        self.metric = depth is not None or poses is not None
        self.gravity_aligned = poses is not None and poses.gravity_aligned
        self._shots = _shots(shots, contents.shots(depth.topic) if depth else None, poses)
        self._has_poses = poses is not None
        self._cursor = Cursor(self._reader, [image.topic, depth.topic] if depth else [image.topic])
        self._names = {split: block_split(list(self._shots), split) for split in ("train", "test", "all")}
        self._names["train"] = self._selected(contents)
        self._report(contents)

    def names(self, split: Split) -> list[str]:
        return list(self._names[split])

    def load(self, name: str) -> Frame:
        shot = self._shots[name]
        chosen = self._chosen
        if self._has_poses and shot.T_world_camera is None:
            raise FrameError(f"{self.root}: {name}: no pose at its time")
        if chosen.depth is not None and shot.depth is None:
            raise FrameError(f"{self.root}: {name}: no depth within half a frame of it")
        image = self._read_image(shot)
        depth = self._read_depth(shot)
        if depth is not None and depth.shape != image.shape[:2]:
            raise FrameError(
                f"{self.root}: {name}: depth is {depth.shape[1]}x{depth.shape[0]} pixels, its image "
                f"{image.shape[1]}x{image.shape[0]}"
            )
        return Frame(
            name=name,
            image=image,
            K=None if self._lens is None else self._lens.K.copy(),
            timestamp=shot.image[0] / 1e9,
            depth=depth,
            T_world_camera=None if shot.T_world_camera is None else shot.T_world_camera.copy(),
        )

    def _read_image(self, shot: _Shot) -> NDArray[np.uint8]:
        message = self._cursor.get(self._chosen.image.topic, *shot.image[::-1])
        image = image_of(self._reader, message)
        return image if self._lens is None else self._lens.straight(image, cv2.INTER_LINEAR)

    def _read_depth(self, shot: _Shot) -> NDArray[np.float32] | None:
        if self._chosen.depth is None or shot.depth is None or self._register is None:
            return None
        message = self._cursor.get(self._chosen.depth.topic, *shot.depth[::-1])
        depth = self._register(depth_of(self._reader, message))
        if not depth.any():
            raise FrameError(f"{message.topic}: no valid depth in the message logged at {message.log_ns}")
        return depth

    def _selected(self, contents: Contents) -> list[str]:
        """Training frames that teach something, and those that cannot be read: `load` says why."""
        train = self._names["train"]
        looks = [
            Look(name, shot.image[0] / 1e9, *seen[:2], shot.T_world_camera, seen[2])
            for name, shot in ((name, self._shots[name]) for name in train)
            if (seen := contents.seen.get(shot.image[0])) is not None
        ]
        selection = select(looks)
        log.info("%s: %s", self.root, selection.summary())
        return [name for name in train if name not in selection.dropped]

    def _report(self, contents: Contents) -> None:
        chosen, shots = self._chosen, list(self._shots.values())
        if chosen.depth is not None:
            found = sum(shot.depth is not None for shot in shots)
            log.info("%s: depth of %d of %d images from %s", self.root, found, len(shots), chosen.depth.topic)
        if twice := len(contents.times[chosen.image.topic]) - len(shots):
            log.warning("%s: %d images have the stamp of another, and are left out", self.root, twice)
        for child, parents in contents.tree.conflicts.items():
            log.warning(
                "%s: TF has more than one parent of '%s'; not believed: %s", self.root, child, sorted(parents)
            )
        if self._reader.troubles:
            log.warning("%s: %d troubles in reading it", self.root, len(self._reader.troubles))


def _in_frame(chosen: Chosen, camera_frame: str | None) -> Chosen:
    """With the frame that the user says the images to be in; depth of the same frame stays with them."""
    if camera_frame is None:
        return chosen
    frame, before, depth = plain(camera_frame), chosen.image.frame, chosen.depth
    if depth is not None and depth.frame == before:
        depth = replace(depth, frame=frame)
    return replace(chosen, image=replace(chosen.image, frame=frame), depth=depth)


def _lens(contents: Contents, camera: CameraTopic) -> Lens | None:
    info = contents.infos.get(camera.info) if camera.info else None
    return None if info is None else Lens(info, camera)


def _register(
    root: Path,
    contents: Contents,
    image: CameraTopic,
    lens: Lens | None,
    depth: CameraTopic | None,
    stamps: Stamps,
) -> Register | None:
    """By the first place of the depth camera that is known: some drivers tell a fixed one on /tf."""
    if depth is None:
        return None
    T = contents.tree.lookup(image.frame, depth.frame, stamps)
    known = None if T is None else T[np.isfinite(T).all(axis=(1, 2))]
    place = known[0] if known is not None and len(known) else None
    return registration(root, image, lens, depth, _lens(contents, depth), place)


def _shots(images: Stamps, depths: Stamps | None, poses: Poses | None) -> dict[str, _Shot]:
    """By name; images and depths are (n, 2) stamps and log times, by stamp."""
    depth_of_image: dict[int, int] = {}
    if depths is not None and len(depths):
        within = 0.5 * np.median(np.diff(images[:, 0])) / 1e9 if len(images) > 1 else np.inf
        image_times, depth_times = ((stamps[:, 0] - images[0, 0]) / 1e9 for stamps in (images, depths))
        depth_of_image = dict(associate(image_times, depth_times, float(within)))
    shots = {}
    for i, (stamp, log_ns) in enumerate(images.tolist()):
        j = depth_of_image.get(i)
        depth = None if depths is None or j is None else (int(depths[j, 0]), int(depths[j, 1]))
        T = poses.T_world_camera[i] if poses is not None else None
        known = T is not None and np.isfinite(T).all()
        shots[f"{stamp:019d}"] = _Shot((stamp, log_ns), depth, T if known else None)
    return shots
