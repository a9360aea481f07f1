"""Bags of robots as recordings."""

from __future__ import annotations

import logging
import subprocess
import sys

import numpy as np
import pytest

from offline.bags.writer import write_bag
from offline.datasets import open_dataset
from offline.datasets.bag.choice import BagTopics
from offline.datasets.bag.dataset import BagDataset
from offline.datasets.base import DataError, FrameError

MS = 1_000_000
START_NS = 1_700_000_000_000_000_000
K = [[50.0, 0, 3.5], [0, 51.0, 2.5], [0, 0, 1]]


def name(ms):
    return f"{START_NS + ms * MS:019d}"


def drive(recorder, milliseconds, delay_ms=7):
    """Images every 100 ms from a robot that drives along x at 1 m/s; its camera is 0.5 m up, 0.1 m ahead."""
    recorder.info()
    recorder.mount()
    for ms in range(0, milliseconds + 1, 50):
        recorder.transform("map", "odom", ms * MS, (0.0, 2.0, 0.0))
        recorder.transform("odom", "base_link", ms * MS, (ms / 1000, 0.0, 0.0))
    for ms in range(10, milliseconds, 100):
        recorder.image(ms * MS, delay_ns=delay_ms * MS)


def depth_image(recorder, ms, millimetres=2000, **options):
    pixels = np.full((6, 8), millimetres, "<u2")
    recorder.image(ms * MS, "/cam/depth/image_raw", pixels, "16UC1", **options)


def test_a_robots_images_have_stamps_intrinsics_and_poses(tmp_path, recorder, picture_at):
    drive(recorder, 400)
    dataset = BagDataset(recorder.write(tmp_path / "bag"))
    assert dataset.names("all") == [name(ms) for ms in (10, 110, 210, 310)]
    frame = dataset.load(name(210))
    np.testing.assert_array_equal(frame.image, picture_at(210 * MS))
    assert frame.K.tolist() == K
    assert frame.timestamp == pytest.approx(START_NS / 1e9 + 0.21, abs=1e-6)
    assert frame.depth is None
    np.testing.assert_allclose(
        frame.T_world_camera, [[0, 0, 1, 0.31], [-1, 0, 0, 2], [0, -1, 0, 0.5], [0, 0, 0, 1]], atol=1e-6
    )
    assert (dataset.metric, dataset.gravity_aligned) == (True, True)


@pytest.mark.parametrize(("frame", "x", "y"), [("odom", 0.11, 0), ("/map", 0.11, 2)])
def test_the_world_frame_can_be_chosen(tmp_path, recorder, frame, x, y):
    drive(recorder, 200)
    dataset = BagDataset(recorder.write(tmp_path / "bag"), BagTopics(map_frame=frame))
    assert dataset.load(name(10)).T_world_camera[:2, 3] == pytest.approx([x, y])


def test_without_map_odom_and_world_the_root_is_the_world(tmp_path, recorder, caplog):
    recorder.mount("body")
    for ms in (0, 50):
        recorder.transform("dock", "body", ms * MS, (ms / 10, 0.0, 0.0))
    recorder.image(10 * MS)
    caplog.set_level(logging.INFO)
    dataset = BagDataset(recorder.write(tmp_path / "bag"))
    assert dataset.load(name(10)).T_world_camera[0, 3] == pytest.approx(1.1)
    assert "poses of 1 of 1 images from TF dock -> cam_optical" in caplog.text


def test_a_world_frame_that_is_not_there(tmp_path, recorder):
    drive(recorder, 100)
    bag = recorder.write(tmp_path / "bag")
    with pytest.raises(
        DataError, match=r"--map-frame site: nothing tells .*\['base_link', 'cam_optical', 'm"
    ):
        BagDataset(bag, BagTopics(map_frame="site"))


def test_images_in_a_gap_of_tf_are_frames_without_pose(tmp_path, recorder, caplog):
    drive(recorder, 200)
    for ms in (1000, 1100):
        recorder.image(ms * MS)
    for ms in (1090, 1120):
        recorder.transform("map", "odom", ms * MS)
        recorder.transform("odom", "base_link", ms * MS)
    caplog.set_level(logging.INFO)
    dataset = BagDataset(recorder.write(tmp_path / "bag"))
    assert "poses of 3 of 4 images" in caplog.text
    assert dataset.load(name(1100)).T_world_camera is not None
    with pytest.raises(FrameError, match=f"{name(1000)}: no pose at its time"):
        dataset.load(name(1000))


def test_odometry_with_the_cameras_mount(tmp_path, recorder):
    recorder.mount()
    for ms in (0, 100):
        recorder.pose(ms * MS, "/odometry", (ms / 100, 0.0, 0.0), "odom", "base_link")
    recorder.image(50 * MS)
    dataset = BagDataset(recorder.write(tmp_path / "bag"))
    T = dataset.load(name(50)).T_world_camera
    np.testing.assert_allclose(T[:3], [[0, 0, 1, 0.6], [-1, 0, 0, 0], [0, -1, 0, 0.5]], atol=1e-6)
    assert dataset.gravity_aligned


def test_odometry_of_a_body_whose_camera_is_nowhere(tmp_path, recorder):
    for ms in (0, 100):
        recorder.pose(ms * MS, "/odometry", (ms / 100, 0.0, 0.0), "odom", "base_link")
    recorder.image(50 * MS)
    bag = recorder.write(tmp_path / "bag")
    with pytest.raises(
        DataError, match=r"no TF leads from there to 'cam_optical'; if .* --camera-frame base"
    ):
        BagDataset(bag)
    dataset = BagDataset(bag, BagTopics(camera_frame="base_link"))
    assert dataset.load(name(50)).T_world_camera[:3, 3] == pytest.approx([0.5, 0, 0])


def test_images_in_a_frame_that_is_not_optical_are_told(tmp_path, recorder, caplog):
    drive(recorder, 400)
    bag = recorder.write(tmp_path / "bag")
    BagDataset(bag)
    assert "looks straight up" not in caplog.text
    BagDataset(bag, BagTopics(camera_frame="base_link"))
    assert "the camera looks straight up; is 'base_link' its optical frame" in caplog.text


def test_poses_that_do_not_say_of_what_are_told_to_be_taken_as_the_cameras(tmp_path, recorder, caplog):
    caplog.set_level(logging.INFO)
    for ms in (0, 100):
        recorder.pose(ms * MS, "/amcl_pose", (3.0, 0.0, 0.0))
    recorder.image(50 * MS)
    BagDataset(recorder.write(tmp_path / "bag"))
    assert "from /amcl_pose, in 'map', taken to be of the camera's optical frame" in caplog.text


def test_one_of_two_topics_of_poses_has_to_be_chosen(tmp_path, recorder):
    for ms in (0, 100):
        recorder.pose(ms * MS, "/truth", (3.0, 0.0, 0.0))
        recorder.pose(ms * MS, "/guess", (4.0, 0.0, 0.0))
    recorder.pose(0, "/goal", (5.0, 0.0, 0.0))  # a single one is no track
    recorder.image(50 * MS)
    bag = recorder.write(tmp_path / "bag")
    with pytest.raises(
        DataError, match=r"poses on each of \['/guess', '/truth'\]; say which with --pose-topic"
    ):
        BagDataset(bag)
    dataset = BagDataset(bag, BagTopics(pose_topic="/truth"))
    assert dataset.load(name(50)).T_world_camera[0, 3] == 3
    with pytest.raises(
        DataError, match=r"--pose-topic /lies is not there; choose from \['/goal', '/guess', '/t"
    ):
        BagDataset(bag, BagTopics(pose_topic="/lies"))


def test_a_given_topic_of_poses_goes_before_tf(tmp_path, recorder):
    drive(recorder, 200)
    for ms in (0, 200):
        recorder.pose(ms * MS, "/truth", (3.0, 0.0, 0.0))
    bag = recorder.write(tmp_path / "bag")
    assert BagDataset(bag).load(name(110)).T_world_camera[0, 3] == pytest.approx(0.21)
    assert BagDataset(bag, BagTopics(pose_topic="/truth")).load(name(110)).T_world_camera[0, 3] == 3


@pytest.mark.parametrize("topics", [BagTopics(), BagTopics(pose_topic="none")])
def test_without_poses_frames_have_none(tmp_path, recorder, topics):
    recorder.info()
    if topics.given:
        drive(recorder, 200)
    else:
        recorder.image(10 * MS)
    dataset = BagDataset(recorder.write(tmp_path / "bag"), topics)
    assert dataset.load(name(10)).T_world_camera is None
    assert (dataset.metric, dataset.gravity_aligned) == (False, False)


def test_depth_is_that_of_the_nearest_stamp_within_half_a_frame(tmp_path, recorder):
    for ms in range(0, 400, 100):
        recorder.image(ms * MS)
    for ms, millimetres in ((20, 1000), (130, 2000), (160, 3000), (310, 4000)):
        depth_image(recorder, ms, millimetres)
    dataset = BagDataset(recorder.write(tmp_path / "bag"))
    found = [dataset.load(name(ms)).depth[0, 0] for ms in range(0, 400, 100)]
    assert found == pytest.approx([1, 2, 3, 4])
    recorder.image(1000 * MS)
    depth_image(recorder, 1060)
    dataset = BagDataset(recorder.write(tmp_path / "again"))
    with pytest.raises(FrameError, match="no depth within half a frame"):
        dataset.load(name(1000))
    assert dataset.metric


def test_depth_can_be_left_alone(tmp_path, recorder):
    recorder.image(0)
    depth_image(recorder, 900)
    dataset = BagDataset(recorder.write(tmp_path / "bag"), BagTopics(depth_topic="none"))
    assert dataset.load(name(0)).depth is None


def test_depth_without_a_reading_and_of_another_size_costs_its_frame(tmp_path, recorder):
    recorder.info()
    for ms in (0, 100, 200):
        recorder.image(ms * MS)
    depth_image(recorder, 0, 0)
    depth_image(recorder, 100)
    recorder.image(200 * MS, "/cam/depth/image_raw", np.full((3, 4), 2000, "<u2"), "16UC1")
    dataset = BagDataset(recorder.write(tmp_path / "bag"))
    with pytest.raises(FrameError, match="/cam/depth/image_raw: no valid depth in the message logged at"):
        dataset.load(name(0))
    assert dataset.load(name(100)).depth[0, 0] == 2
    with pytest.raises(FrameError, match="4x3 pixels; /cam/camera_info is for 8x6"):
        dataset.load(name(200))


def test_stamps_out_of_order_are_sorted_and_doubles_dropped(tmp_path, recorder, picture_at, caplog):
    for ms in (200, 0, 100):
        recorder.image(ms * MS, delay_ns=500 * MS - 2 * ms * MS)  # logged the other way round
    recorder.image(100 * MS, pixels=picture_at(1), delay_ns=900 * MS)
    dataset = BagDataset(recorder.write(tmp_path / "bag"))
    assert dataset.names("all") == [name(0), name(100), name(200)]
    for ms in (0, 100, 200):
        np.testing.assert_array_equal(dataset.load(name(ms)).image, picture_at(ms * MS))
    assert "1 images have the stamp of another, and are left out" in caplog.text


def test_frames_are_read_in_any_order(tmp_path, recorder, picture_at):
    stamps = [ms for ms in range(0, 3000, 100)]
    for ms in stamps:
        recorder.image(ms * MS)
        depth_image(recorder, ms + 30, 1000 + ms)
    dataset = BagDataset(recorder.write(tmp_path / "bag"))
    for ms in (*stamps, *reversed(stamps), *np.random.default_rng(0).permutation(stamps).tolist()):
        frame = dataset.load(name(ms))
        np.testing.assert_array_equal(frame.image, picture_at(ms * MS))
        assert frame.depth[0, 0] == pytest.approx((1000 + ms) / 1000)


def test_reading_in_order_reads_each_chunk_once(tmp_path, recorder, monkeypatch):
    from offline.bags.mcap_storage import McapStorage

    for ms in range(0, 900, 100):
        recorder.image(ms * MS, pixels=np.zeros((300, 400, 3), np.uint8))  # three in a chunk
    dataset = BagDataset(recorder.write(tmp_path / "bag"))
    read = []
    original = McapStorage._chunk
    monkeypatch.setattr(
        McapStorage, "_chunk", lambda self, block: read.append(block) or original(self, block)
    )
    for one in dataset.names("all"):
        dataset.load(one)
    assert len(read) == len(set(read)) == 3


def test_an_image_that_cannot_be_decoded_costs_its_frame(tmp_path, recorder, png, picture_at):
    for ms in (0, 100):
        content = png(picture_at(ms * MS))
        recorder.compressed(ms * MS, "/cam/image_raw/compressed", content[: -ms or None])
    dataset = BagDataset(recorder.write(tmp_path / "bag"))
    np.testing.assert_array_equal(dataset.load(name(0)).image, picture_at(0))
    with pytest.raises(
        FrameError, match=r"/cam/image_raw/compressed: a message logged at .* PNG of .* cut off"
    ):
        dataset.load(name(100))
    assert name(100) in dataset.names("train")  # so that whoever loads it counts it


def test_frames_are_split_before_any_is_left_out(tmp_path, recorder):
    for number in range(120):
        recorder.image(
            number * 100 * MS, pixels=np.full((6, 8, 3), 90, np.uint8)
        )  # one view, again and again
    dataset = BagDataset(recorder.write(tmp_path / "bag"))
    assert dataset.names("test") == [name(100 * number) for number in range(40, 60)]
    assert len(dataset.names("all")) == 120
    train = dataset.names("train")
    assert 0 < len(train) < 100
    assert not set(train) & set(dataset.names("test"))


def test_a_calibration_that_changes_is_told(tmp_path, recorder, caplog):
    recorder.info()
    recorder.info(stamp_ns=50 * MS)
    recorder.image(0)
    bag = recorder.write(tmp_path / "same")
    BagDataset(bag)
    assert "calibration" not in caplog.text
    recorder.info(stamp_ns=60 * MS, K=(60.0, 60.0, 3.5, 2.5))
    assert BagDataset(recorder.write(tmp_path / "bag")).load(name(0)).K.tolist() == K
    assert "/cam/camera_info: the calibration changes; its first is used" in caplog.text


def test_a_calibration_that_is_none_is_named(tmp_path, recorder):
    recorder.info(K=(0.0, 0.0, 0.0, 0.0))
    recorder.image(0)
    with pytest.raises(DataError, match="/cam/camera_info: camera_info: K has focal lengths 0, 0"):
        BagDataset(recorder.write(tmp_path / "bag"))


def test_images_of_a_camera_that_is_not_calibrated_can_do_without(tmp_path, recorder):
    recorder.info(K=(0.0, 0.0, 0.0, 0.0))
    recorder.image(0)
    bag = recorder.write(tmp_path / "bag")
    with pytest.raises(DataError, match="--camera-info-topic none"):
        BagDataset(bag)
    assert BagDataset(bag, BagTopics(camera_info_topic="none")).load(name(0)).K is None


def test_a_header_without_time_means_the_log_time(tmp_path, recorder, picture_at):
    recorder.image(-START_NS, pixels=picture_at(0), delay_ns=START_NS + 70 * MS)
    dataset = BagDataset(recorder.write(tmp_path / "bag"))
    assert dataset.names("all") == [name(70)]
    np.testing.assert_array_equal(dataset.load(name(70)).image, picture_at(0))


def test_a_damaged_bag_gives_the_frames_that_are_left(tmp_path, recorder):
    for ms in range(0, 1000, 100):
        recorder.image(ms * MS, pixels=np.full((400, 900, 3), ms // 10, np.uint8))
    bag = recorder.write(tmp_path / "bag")
    (bag / "metadata.yaml").unlink()
    file = bag / "bag.mcap"
    file.write_bytes(file.read_bytes()[: file.stat().st_size * 55 // 100])
    dataset = open_dataset(bag)
    assert dataset.names("all") == [name(ms) for ms in range(0, 500, 100)]
    assert dataset.load(name(400)).image[0, 0, 0] == 40


def test_our_own_bag_gives_the_frames_and_splits_of_its_folder(tmp_path, wall):
    folder = open_dataset(wall)
    bag = write_bag(tmp_path / "bag", folder, folder.names("all"))
    dataset = open_dataset(bag.path)
    assert dataset.format == "bag"
    assert [f"{bag.stamps[one]:019d}" for one in folder.names("test")] == dataset.names("test")
    for one in folder.names("test"):
        expected, frame = folder.load(one), dataset.load(f"{bag.stamps[one]:019d}")
        np.testing.assert_array_equal(frame.image, expected.image)
        np.testing.assert_allclose(frame.depth, expected.depth, atol=0.00051)
        np.testing.assert_allclose(frame.T_world_camera, expected.T_world_camera, atol=1e-6)
        np.testing.assert_array_equal(frame.K, expected.K)
    assert not dataset.gravity_aligned  # which nobody said


def test_nothing_of_ros_is_needed():
    script = (
        "import sys, offline.datasets.bag.dataset; "
        "print(sorted(sys.modules.keys() & {'rclpy', 'sensor_msgs', 'tf2_msgs', 'cv_bridge'}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")
