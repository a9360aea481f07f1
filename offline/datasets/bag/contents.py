"""One pass over a bag: all of it that is small, and for each image what the selection wants to know."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from offline.bags.reader import BagReader
from offline.bags.storage import BagError, Message
from offline.datasets.bag.messages import image_of, stamp_of
from offline.datasets.bag.poses import PoseTopic
from offline.datasets.bag.selection import Thumbnail, look_at, thumbnail_of
from offline.datasets.bag.topics import COMPRESSED, IMAGE, ODOMETRY, POSE, Chosen
from offline.datasets.bag.tracks import Stamps, TransformTree, plain
from offline.datasets.base import FrameError
from offline.progress import progress

STATIC = "tf_static"
_HEADER_BYTES = slice(4, 12)  # the stamp, after CDR's own four

Seen = tuple[float, float, Thumbnail | None]
"""Sharpness, brightness, thumbnail."""


@dataclass
class Contents:
    """times: stamp and log time of each message, by topic.  infos: the first calibration, by topic.

    seen: of each image that can be decoded, by its stamp.
    """

    times: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    infos: dict[str, Any] = field(default_factory=dict)
    tree: TransformTree = field(default_factory=TransformTree)
    poses: dict[str, PoseTopic] = field(default_factory=dict)
    seen: dict[int, Seen] = field(default_factory=dict)

    def shots(self, topic: str) -> Stamps:
        """(n, 2) stamps and log times, by stamp, of which none is there twice."""
        times = np.array(self.times.get(topic, []), np.int64).reshape(-1, 2)
        return times[np.unique(times[:, 0], return_index=True)[1]]


def read_contents(reader: BagReader, chosen: Chosen) -> Contents:
    """Go through the topics once."""
    return _Pass(reader, chosen).contents


class _Pass:
    def __init__(self, reader: BagReader, chosen: Chosen) -> None:
        self.contents = Contents()
        self._reader, self._chosen = reader, chosen
        self._info_bytes: dict[str, bytes] = {}
        kinds = {topic.name: topic for topic in reader.topics if topic.name in chosen.names}
        total = sum(topic.count for topic in kinds.values())
        messages = reader.messages(chosen.names)
        for message in progress(messages, desc="reading the bag", total=total, unit="message", delay=2):
            try:
                self._take(message)
            except (BagError, FrameError) as error:
                reader.troubles.add(str(error))

    def _take(self, message: Message) -> None:
        chosen = self._chosen
        if message.type in (IMAGE, COMPRESSED):
            stamp = stamp_of(message)
            self.contents.times.setdefault(message.topic, []).append((stamp, message.log_ns))
            if message.topic == chosen.image.topic and stamp not in self.contents.seen:
                self._look(message, stamp)
        elif message.topic in chosen.transforms:
            self._transforms(message)
        elif message.topic in chosen.poses:
            self._pose(message)
        else:
            self._info(message)

    def _look(self, message: Message, stamp: int) -> None:
        image = image_of(self._reader, message)
        poses_known = self._chosen.poses or self._chosen.transforms
        self.contents.seen[stamp] = (*look_at(image), None if poses_known else thumbnail_of(image))

    def _transforms(self, message: Message) -> None:
        fixed = message.topic.endswith(STATIC)
        for msg in self._reader.deserialize(message).transforms:
            stamp = msg.header.stamp.sec * 10**9 + msg.header.stamp.nanosec
            numbers = _numbers(msg.transform.translation, msg.transform.rotation)
            self.contents.tree.add(msg.header.frame_id, msg.child_frame_id, stamp, *numbers, fixed)

    def _pose(self, message: Message) -> None:
        msg = self._reader.deserialize(message)
        pose = msg.pose if message.type == POSE else msg.pose.pose
        body = plain(msg.child_frame_id) if message.type == ODOMETRY else None
        topic = self.contents.poses.setdefault(message.topic, PoseTopic(plain(msg.header.frame_id), body))
        topic.track.add(stamp_of(message), *_numbers(pose.position, pose.orientation))

    def _info(self, message: Message) -> None:
        said = message.data[: _HEADER_BYTES.start] + message.data[_HEADER_BYTES.stop :]
        first = self._info_bytes.setdefault(message.topic, said)
        if message.topic not in self.contents.infos:
            self.contents.infos[message.topic] = self._reader.deserialize(message)
        elif said != first:
            self._reader.troubles.add(f"{message.topic}: the calibration changes; its first is used")


def _numbers(position: Any, orientation: Any) -> tuple[tuple[float, ...], tuple[float, ...]]:
    return (
        (position.x, position.y, position.z),
        (orientation.x, orientation.y, orientation.z, orientation.w),
    )
