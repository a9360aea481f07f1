"""Which topics of a bag are the camera's images, its depth, its calibration and its poses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from kd3d_ros.decoding.depths import DEPTH_LAYOUTS
from kd3d_ros.decoding.encodings import LAYOUTS
from offline.bags.reader import BagReader
from offline.bags.storage import BagError
from offline.datasets.bag.choice import NONE, BagTopics, flag
from offline.datasets.bag.tracks import plain
from offline.datasets.base import DataError

IMAGE, COMPRESSED = "sensor_msgs/msg/Image", "sensor_msgs/msg/CompressedImage"
CAMERA_INFO = "sensor_msgs/msg/CameraInfo"
TRANSFORMS = "tf2_msgs/msg/TFMessage"
ODOMETRY = "nav_msgs/msg/Odometry"
POSE, POSE_WITH_COVARIANCE = "geometry_msgs/msg/PoseStamped", "geometry_msgs/msg/PoseWithCovarianceStamped"
POSES = (ODOMETRY, POSE, POSE_WITH_COVARIANCE)

TRANSPORTS = ("/compressed", "/compressedDepth")
"""What image_transport adds to a topic's name."""
COMPRESSED_DEPTH = "compressedDepth"
TRIES = 10
"""So many messages of a topic may be damaged before one that tells what it holds."""


@dataclass(frozen=True)
class CameraTopic:
    """A topic of images or depth, and what its first message says; info: of its calibration, if any."""

    topic: str
    kind: str
    encoding: str
    frame: str
    info: str | None = None

    @property
    def base(self) -> str:
        """The name without its transport."""
        return next((self.topic.removesuffix(t) for t in TRANSPORTS if self.topic.endswith(t)), self.topic)

    @property
    def is_depth(self) -> bool:
        """Also where it went through the transport of images, which says `16UC1; png compressed`."""
        return self.encoding.partition(";")[0] in (*DEPTH_LAYOUTS, COMPRESSED_DEPTH)

    @property
    def is_image(self) -> bool:
        return self.encoding in LAYOUTS or (self.kind == COMPRESSED and not self.is_depth)

    @property
    def rectified(self) -> bool:
        """By image_pipeline's names."""
        return self.base.rpartition("/")[2].startswith("image_rect")

    def __str__(self) -> str:
        return f"{self.topic} ({self.encoding})"


@dataclass(frozen=True)
class Chosen:
    """poses: all topics that have some, by name, unless one was asked for."""

    image: CameraTopic
    depth: CameraTopic | None
    poses: tuple[str, ...]
    transforms: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """All topics that are read."""
        cameras = [self.image, self.depth] if self.depth else [self.image]
        infos = [camera.info for camera in cameras if camera.info]
        return [*(camera.topic for camera in cameras), *infos, *self.poses, *self.transforms]


def choose(reader: BagReader, topics: BagTopics) -> Chosen:
    """The topics to read.  Raises DataError, with what there is, where the user has to choose."""
    cameras = _cameras(reader)
    images, depths = ([c for c in cameras if c.is_image], [c for c in cameras if c.is_depth])
    image = _pick(reader, images, "image_topic", topics.image_topic)
    if image is None:
        others = {topic.name: topic.type for topic in reader.topics}
        encodings = {camera.topic: camera.encoding for camera in cameras}
        held = ", ".join(f"{name} ({kind})" for name, kind in {**others, **encodings}.items())
        raise DataError(f"{reader.path}: no images that can be decoded; its topics are {held or 'none'}")
    if topics.depth_topic is None:
        same = [camera for camera in depths if camera.frame == image.frame]
        depths = same or depths  # registered to the image already
    depth = None if topics.depth_topic == NONE else _pick(reader, depths, "depth_topic", topics.depth_topic)
    infos = _named(reader, CAMERA_INFO)
    return Chosen(
        image=replace(image, info=_info(reader, image, infos, topics.camera_info_topic)),
        depth=replace(depth, info=_sibling(depth, infos)) if depth else None,
        poses=_poses(reader, topics.pose_topic),
        transforms=tuple(_named(reader, TRANSFORMS)),
    )


def _cameras(reader: BagReader) -> list[CameraTopic]:
    found = []
    for topic in reader.topics:
        if topic.type not in (IMAGE, COMPRESSED):
            continue
        first = _first(reader, topic.name)
        if first is None:
            continue
        if topic.type == IMAGE:
            encoding = first.encoding
        elif COMPRESSED_DEPTH in first.format or topic.name.endswith(COMPRESSED_DEPTH):
            encoding = COMPRESSED_DEPTH
        else:
            encoding = first.format
        found.append(CameraTopic(topic.name, topic.type, encoding, plain(first.header.frame_id)))
    return found


def _first(reader: BagReader, topic: str) -> Any:
    """The topic's first message that can be read; None if there is none."""
    for message in islice(reader.messages([topic]), TRIES):
        try:
            return reader.deserialize(message)
        except BagError as error:
            reader.troubles.add(str(error))
    return None


def _pick(
    reader: BagReader, candidates: Sequence[CameraTopic], field: str, given: str | None
) -> CameraTopic | None:
    listed = [str(camera) for camera in candidates]
    if given is not None:
        chosen = next((camera for camera in candidates if camera.topic == given), None)
        if chosen is None:
            raise DataError(f"{reader.path}: {flag(field)} {given} is not there; choose from {listed}")
        return chosen
    if len({camera.base for camera in candidates}) > 1:
        raise DataError(f"{reader.path}: has {listed}; say which to use with {flag(field)}")
    raw_first = sorted(candidates, key=lambda camera: camera.kind != IMAGE)
    return raw_first[0] if raw_first else None


def _info(reader: BagReader, image: CameraTopic, infos: Sequence[str], given: str | None) -> str | None:
    """The calibration's topic: beside the images, as image_transport has it, or the only one there is."""
    field = flag("camera_info_topic")
    if given == NONE:
        return None
    if given is not None:
        if given not in infos:
            raise DataError(f"{reader.path}: {field} {given} is not there; choose from {list(infos)}")
        return given
    if (sibling := _sibling(image, infos)) is not None:
        return sibling
    if len(infos) > 1:
        raise DataError(
            f"{reader.path}: no camera_info beside {image.topic}; say which of {list(infos)} is its with "
            f"{field}"
        )
    if not infos:
        return None
    first = _first(reader, infos[0])
    frame = plain(first.header.frame_id) if first is not None else ""
    if frame and image.frame and frame != image.frame:
        raise DataError(
            f"{reader.path}: {infos[0]} is of '{frame}', images are in '{image.frame}'; give it with "
            f"{field} if it is theirs, or {NONE}"
        )
    return infos[0]


def _sibling(camera: CameraTopic, infos: Sequence[str]) -> str | None:
    name = camera.base.rpartition("/")[0] + "/camera_info"
    return name if name in infos else None


def _poses(reader: BagReader, given: str | None) -> tuple[str, ...]:
    names = [name for kind in POSES for name in _named(reader, kind)]
    if given is None:
        return tuple(names)
    if given == NONE:
        return ()
    if given not in names:
        raise DataError(f"{reader.path}: {flag('pose_topic')} {given} is not there; choose from {names}")
    return (given,)


def _named(reader: BagReader, kind: str) -> list[str]:
    return [topic.name for topic in reader.topics if topic.type == kind and topic.count]
