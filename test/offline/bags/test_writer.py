"""A recording as a rosbag2, read back with the bag library's own reader."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from rosbags.highlevel import AnyReader
from rosbags.interfaces import QosDurability, QosReliability
from scipy.spatial.transform import Rotation

from offline.bags.frame_messages import (
    CAMERA_INFO_TOPIC,
    COMPRESSED_DEPTH_TOPIC,
    COMPRESSED_IMAGE_TOPIC,
    DEPTH_TOPIC,
    IMAGE_TOPIC,
    POSE_TOPIC,
    TF_TOPIC,
)
from offline.bags.writer import Packing, WriteConfig, run, write_bag
from offline.config import ConfigError
from offline.datasets import open_dataset
from offline.datasets.base import DataError, Dataset, Frame, FrameError

WIDTH, HEIGHT = 6, 4
K = np.array([[50.0, 0, 2.5], [0, 51.0, 1.5], [0, 0, 1]])


def make_frame(name, timestamp, **changes):
    rng = np.random.default_rng(int(timestamp * 1000))
    T = np.eye(4)
    T[:3, 3] = 1, 2, 3
    values = {
        "image": rng.integers(0, 256, (HEIGHT, WIDTH, 3), np.uint8),
        "K": K,
        "depth": rng.uniform(0.5, 5, (HEIGHT, WIDTH)).astype(np.float32),
        "T_world_camera": T,
    }
    return Frame(name, timestamp=timestamp, **{**values, **changes})


class Recording(Dataset):
    """Frames that are already there; one that is None cannot be read."""

    format = "memory"

    def __init__(self, root, frames):
        super().__init__(root)
        self._frames = frames

    def names(self, split):
        return list(self._frames)

    def load(self, name):
        if self._frames[name] is None:
            raise FrameError(f"{self.root / name}: not a decodable image (3 bytes)")
        return self._frames[name]


def recording(tmp_path, *frames):
    return Recording(tmp_path, {frame.name: frame for frame in frames})


def written(tmp_path, dataset, **options):
    return write_bag(tmp_path / "out" / "bag", dataset, dataset.names("all"), **options)


def read(path):
    """{topic: [(log time in ns, message)]}"""
    messages = {}
    with AnyReader([path]) as reader:
        for connection, time, data in reader.messages():
            message = reader.deserialize(data, connection.msgtype)
            messages.setdefault(connection.topic, []).append((time, message))
    return messages


def test_the_images_read_back_are_the_frames(tmp_path):
    frames = [make_frame("a", 0.0), make_frame("b", 0.2)]
    bag = written(tmp_path, recording(tmp_path, *frames))
    assert bag.stamps == {"a": 1_000_000_000, "b": 1_200_000_000}
    for frame, (time, message) in zip(frames, read(bag.path)[IMAGE_TOPIC], strict=True):
        assert time == bag.stamps[frame.name]
        assert message.header.stamp.sec * 10**9 + message.header.stamp.nanosec == time
        assert message.header.frame_id == "camera_optical_frame"
        assert (message.height, message.width, message.step) == (HEIGHT, WIDTH, 3 * WIDTH)
        assert (message.encoding, message.is_bigendian) == ("rgb8", 0)
        np.testing.assert_array_equal(message.data.reshape(HEIGHT, WIDTH, 3), frame.image)


def test_depth_is_in_whole_millimetres_with_0_for_none(tmp_path):
    depth = np.zeros((HEIGHT, WIDTH), np.float32)
    depth[1, 2], depth[2, 5], depth[3, 0] = 1.2344, 0.0016, 70.0  # 70 m does not fit into 16 bits
    bag = written(tmp_path, recording(tmp_path, make_frame("a", 0.0, depth=depth)))
    ((_, message),) = read(bag.path)[DEPTH_TOPIC]
    assert (message.encoding, message.step, message.is_bigendian) == ("16UC1", 2 * WIDTH, 0)
    expected = np.zeros((HEIGHT, WIDTH), int)
    expected[1, 2], expected[2, 5] = 1234, 2
    np.testing.assert_array_equal(message.data.view("<u2").reshape(HEIGHT, WIDTH), expected)


def test_camera_info_is_the_pinhole_of_the_frame(tmp_path):
    bag = written(tmp_path, recording(tmp_path, make_frame("a", 0.0)))
    ((_, message),) = read(bag.path)[CAMERA_INFO_TOPIC]
    assert (message.height, message.width, message.distortion_model) == (HEIGHT, WIDTH, "plumb_bob")
    assert message.k.tolist() == [50, 0, 2.5, 0, 51, 1.5, 0, 0, 1]
    assert message.p.tolist() == [50, 0, 2.5, 0, 0, 51, 1.5, 0, 0, 0, 1, 0]
    assert message.r.tolist() == [1, 0, 0, 0, 1, 0, 0, 0, 1]
    assert message.d.tolist() == [0] * 5


def test_the_pose_is_a_quaternion_in_the_world_frame(tmp_path):
    T = np.eye(4)
    T[:3] = [[0, -1, 0, 1.5], [1, 0, 0, -2], [0, 0, 1, 0.25]]  # 90 degrees about z
    bag = written(tmp_path, recording(tmp_path, make_frame("a", 0.0, T_world_camera=T)), frame_id="site")
    ((_, message),) = read(bag.path)[POSE_TOPIC]
    assert message.header.frame_id == "site"
    position, q = message.pose.position, message.pose.orientation
    assert (position.x, position.y, position.z) == (1.5, -2, 0.25)
    assert np.multiply([q.x, q.y, q.z, q.w], np.sign(q.w)) == pytest.approx([0, 0, 0.5**0.5, 0.5**0.5])
    np.testing.assert_allclose(Rotation.from_quat([q.x, q.y, q.z, q.w]).as_matrix(), T[:3, :3], atol=1e-12)


def test_the_transform_is_the_pose_at_the_same_stamp(tmp_path):
    frame = make_frame("a", 0.5)
    messages = read(written(tmp_path, recording(tmp_path, frame), frame_id="site").path)
    ((time, message),), ((_, pose),) = messages[TF_TOPIC], messages[POSE_TOPIC]
    (stamped,) = message.transforms
    assert (stamped.header.frame_id, stamped.child_frame_id) == ("site", "camera_optical_frame")
    assert stamped.header.stamp == pose.header.stamp
    assert time == stamped.header.stamp.sec * 10**9 + stamped.header.stamp.nanosec == 1_500_000_000
    translation = stamped.transform.translation
    assert (translation.x, translation.y, translation.z) == (1, 2, 3)
    assert stamped.transform.rotation == pose.pose.orientation


def test_compressed_images_lose_nothing(tmp_path):
    depth = np.full((HEIGHT, WIDTH), 1.234, np.float32)
    depth[1, 2] = 0
    frame = make_frame("a", 0.0, depth=depth)
    messages = read(
        written(tmp_path, recording(tmp_path, frame), packing=Packing(compressed_images=True)).path
    )
    assert sorted(messages) == sorted(
        [COMPRESSED_IMAGE_TOPIC, COMPRESSED_DEPTH_TOPIC, CAMERA_INFO_TOPIC, POSE_TOPIC, TF_TOPIC]
    )
    ((_, image),), ((_, depths),) = messages[COMPRESSED_IMAGE_TOPIC], messages[COMPRESSED_DEPTH_TOPIC]
    assert image.format == "rgb8; png compressed bgr8"
    np.testing.assert_array_equal(cv2.imdecode(image.data, cv2.IMREAD_COLOR)[..., ::-1], frame.image)
    assert depths.format == "16UC1; compressedDepth png"
    expected = np.full((HEIGHT, WIDTH), 1234, np.uint16)
    expected[1, 2] = 0
    np.testing.assert_array_equal(cv2.imdecode(depths.data[12:], cv2.IMREAD_UNCHANGED), expected)


@pytest.mark.parametrize("storage", ["mcap", "sqlite3"])
def test_every_storage_and_compression_holds_the_same(tmp_path, storage):
    flat = make_frame("a", 0.0, image=np.zeros((60, 80, 3), np.uint8), depth=None)
    dataset = recording(tmp_path, flat)
    sizes = []
    for compression in ("none", "zstd"):
        bag = written(tmp_path, dataset, packing=Packing(storage=storage, compression=compression))
        (file,) = (file for file in bag.path.iterdir() if file.name != "metadata.yaml")
        assert file.name == {"mcap": "bag.mcap", "sqlite3": "bag.db3"}[storage]
        sizes.append(file.stat().st_size)
        ((time, image),) = read(bag.path)[IMAGE_TOPIC]
        assert time == 1_000_000_000
        np.testing.assert_array_equal(image.data, flat.image.ravel())
    assert sizes[1] < sizes[0] - flat.image.size / 2


@pytest.mark.parametrize("compressed", [False, True])
def test_a_bag_is_a_recording_of_the_same_frames(tmp_path, compressed):
    frames = [make_frame("a", 0.0), make_frame("b", 0.2)]
    packing = Packing(compressed_images=compressed)
    bag = written(tmp_path, recording(tmp_path, *frames), packing=packing)
    dataset = open_dataset(bag.path)
    for name, frame in zip(dataset.names("all"), frames, strict=True):
        again = dataset.load(name)
        np.testing.assert_array_equal(again.image, frame.image)
        np.testing.assert_allclose(again.K, frame.K)
        np.testing.assert_allclose(again.T_world_camera, frame.T_world_camera, atol=1e-12)
        np.testing.assert_allclose(again.depth, frame.depth, atol=0.0005001)


def test_topics_offer_reliable_volatile_quality_of_service(tmp_path):
    bag = written(tmp_path, recording(tmp_path, make_frame("a", 0.0)))
    with AnyReader([bag.path]) as reader:
        qos = {c.topic: c.ext.offered_qos_profiles for c in reader.connections}
    assert sorted(qos) == sorted([IMAGE_TOPIC, CAMERA_INFO_TOPIC, DEPTH_TOPIC, POSE_TOPIC, TF_TOPIC])
    for (profile,) in qos.values():
        assert (profile.reliability, profile.durability, profile.depth) == (
            QosReliability.RELIABLE, QosDurability.VOLATILE, 10,
        )  # fmt: skip


def test_what_a_frame_lacks_is_not_in_the_bag(tmp_path):
    bag = written(tmp_path, recording(tmp_path, make_frame("a", 0.0, depth=None, T_world_camera=None)))
    assert sorted(read(bag.path)) == [CAMERA_INFO_TOPIC, IMAGE_TOPIC]


def test_unreadable_frames_are_left_out_and_reported(tmp_path):
    dataset = Recording(tmp_path, {"a": make_frame("a", 0.0), "broken": None, "c": make_frame("c", 0.4)})
    bag = written(tmp_path, dataset)
    assert list(bag.stamps) == ["a", "c"]
    assert list(bag.skipped.reasons) == ["broken"]
    assert len(read(bag.path)[IMAGE_TOPIC]) == 2


def test_without_a_readable_frame_the_older_bag_stays(tmp_path):
    older = written(tmp_path, recording(tmp_path, make_frame("a", 0.0)))
    before = {file.name: file.read_bytes() for file in older.path.iterdir()}
    with pytest.raises(DataError, match=r"none of 1 frames is readable; 1 frames skipped: .*3 bytes"):
        written(tmp_path, Recording(tmp_path, {"broken": None}))
    assert {file.name: file.read_bytes() for file in older.path.iterdir()} == before


def test_a_bag_takes_the_place_of_the_older_one_and_is_named_as_ros_names_it(tmp_path):
    (tmp_path / "out/bag").mkdir(parents=True)
    (tmp_path / "out/bag/of_another_time.db3").touch()
    bag = written(tmp_path, recording(tmp_path, make_frame("a", 0.0)))
    assert sorted(file.name for file in bag.path.iterdir()) == ["bag.mcap", "metadata.yaml"]
    assert "bag.mcap" in (bag.path / "metadata.yaml").read_text()
    assert [path.name for path in bag.path.parent.iterdir()] == ["bag"]


def test_stamps_grow_across_sequences_that_each_start_at_zero(tmp_path):
    times = {"1/a": 0.0, "1/b": 0.5, "2/a": 0.0, "2/b": 0.5}
    bag = written(tmp_path, recording(tmp_path, *(make_frame(name, t) for name, t in times.items())))
    assert np.array(list(bag.stamps.values())) / 1e9 == pytest.approx([1, 1.5, 2.5, 3.0])
    assert bag.seconds == pytest.approx(2.0)


def test_the_rate_is_that_of_the_camera_not_of_the_gaps(tmp_path):
    times = [0.0, 0.1, 0.2, 3.0, 3.1, 3.2]
    bag = written(tmp_path, recording(tmp_path, *(make_frame(str(t), t) for t in times)))
    assert bag.rate_hz == pytest.approx(10.0)
    assert written(tmp_path, recording(tmp_path, make_frame("alone", 0.0))).rate_hz is None


def test_a_frame_without_intrinsics_is_named(tmp_path):
    with pytest.raises(FrameError, match=r"a: its intrinsics are unknown, .* /camera/camera_info"):
        written(tmp_path, recording(tmp_path, make_frame("a", 0.0, K=None)))


def test_the_command_writes_the_frames_of_a_split(tmp_path, wall):
    out = run(WriteConfig(data=wall, out=tmp_path / "bag", split="test", frame_id="site"))
    poses = [message for _, message in read(out)[POSE_TOPIC]]
    assert len(poses) == 6
    assert {message.header.frame_id for message in poses} == {"site"}


def test_what_is_there_is_only_replaced_if_it_is_a_bag_and_that_is_wanted(tmp_path, wall):
    config = WriteConfig(data=wall, out=tmp_path / "bag", split="test")
    (config.out / "photos").mkdir(parents=True)
    with pytest.raises(ConfigError, match=r"--out .*bag exists; give another one, or --overwrite"):
        run(config)
    with pytest.raises(ConfigError, match=r"--out .*bag is not a bag; --overwrite replaces nothing else"):
        run(replace(config, overwrite=True))
    (config.out / "photos").rmdir()
    (config.out / "metadata.yaml").touch()
    assert POSE_TOPIC in read(run(replace(config, overwrite=True)))
