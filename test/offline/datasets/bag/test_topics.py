"""Which topic is which, by itself or by flags."""

from __future__ import annotations

import numpy as np
import pytest

from offline.bags.reader import BagReader
from offline.datasets.bag.choice import BagTopics
from offline.datasets.bag.topics import choose
from offline.datasets.base import DataError

DEPTH = np.full((6, 8), 2000, "<u2")


@pytest.fixture
def chosen(tmp_path, recorder):
    """chosen(flag=value, ...): what is chosen of the bag that was recorded."""

    def choice(**flags):
        bag = tmp_path / "bag"
        with BagReader(bag if bag.exists() else recorder.write(bag)) as reader:
            return choose(reader, BagTopics(**flags))

    return choice


def test_raw_images_go_before_the_same_ones_compressed(recorder, chosen, png, picture_at):
    recorder.compressed(0, "/cam/image_raw/compressed", png(picture_at(0)), "jpeg")
    recorder.image(0)
    recorder.info()
    found = chosen()
    assert (found.image.topic, found.image.info, found.depth) == ("/cam/image_raw", "/cam/camera_info", None)
    assert chosen(image_topic="/cam/image_raw/compressed").image.info == "/cam/camera_info"


def test_depth_and_colour_are_told_apart_by_what_they_hold(recorder, chosen, png):
    recorder.image(0, "/a", encoding="bgr8")
    recorder.compressed(0, "/b/compressedDepth", bytes(12) + png(DEPTH), "16UC1; compressedDepth png")
    recorder.image(0, "/c", np.zeros((6, 8, 2), np.uint8), "8SC2")  # neither
    found = chosen()
    assert (found.image.topic, found.depth.topic, found.depth.encoding) == (
        "/a", "/b/compressedDepth", "compressedDepth",
    )  # fmt: skip


def test_two_cameras_ask_for_a_choice(recorder, chosen):
    recorder.image(0, "/left/image_raw", encoding="rgb8")
    recorder.image(0, "/right/image_raw", np.zeros((6, 8), np.uint8), "mono8")
    with pytest.raises(
        DataError,
        match=r"has \['/left/image_raw \(rgb8\)', '/right/image_raw \(mono8\)'\]; .* with --image-topic",
    ):
        chosen()
    assert chosen(image_topic="/right/image_raw").image.encoding == "mono8"
    with pytest.raises(
        DataError, match=r"--image-topic /up is not there; choose from \['/left/image_raw \(rg"
    ):
        chosen(image_topic="/up")


def test_of_several_depths_the_one_in_the_images_frame_is_meant(recorder, chosen):
    recorder.image(0)
    recorder.image(0, "/depth/image_rect_raw", DEPTH, "16UC1", frame="depth_optical")
    recorder.image(0, "/aligned/image_raw", DEPTH, "16UC1")
    assert chosen().depth.topic == "/aligned/image_raw"
    assert chosen(depth_topic="/depth/image_rect_raw").depth.frame == "depth_optical"
    assert chosen(depth_topic="none").depth is None


def test_two_depths_elsewhere_ask_for_a_choice(recorder, chosen):
    recorder.image(0)
    for topic in ("/a", "/b"):
        recorder.image(0, topic, DEPTH, "16UC1", frame="depth_optical")
    with pytest.raises(DataError, match="say which to use with --depth-topic"):
        chosen()


def test_the_calibration_is_that_beside_the_images_or_the_only_one(recorder, chosen):
    recorder.image(0)
    recorder.info("/elsewhere/info")
    assert chosen().image.info == "/elsewhere/info"


def test_the_only_calibration_may_be_another_cameras(recorder, chosen):
    recorder.image(0)
    recorder.info("/cam/depth/camera_info", frame="depth_optical")
    with pytest.raises(
        DataError, match=r"/cam/depth/camera_info is of 'depth_optical', images are in 'cam_optical'"
    ):
        chosen()
    assert chosen(camera_info_topic="/cam/depth/camera_info").image.info == "/cam/depth/camera_info"
    assert chosen(camera_info_topic="none").image.info is None


def test_depth_that_went_through_the_transport_of_images_is_depth(recorder, chosen, png, picture_at):
    recorder.compressed(0, "/cam/image_raw/compressed", png(picture_at(0)), "rgb8; jpeg compressed bgr8")
    recorder.compressed(0, "/cam/depth/image_raw/compressed", png(DEPTH), "16UC1; png compressed ")
    found = chosen()
    assert found.image.topic == "/cam/image_raw/compressed"
    assert found.depth.topic == "/cam/depth/image_raw/compressed"


def test_calibrations_elsewhere_ask_for_a_choice(recorder, chosen):
    recorder.image(0)
    recorder.info("/a/camera_info")
    recorder.info("/b/camera_info")
    with pytest.raises(DataError, match=r"no camera_info beside /cam/image_raw; .* with --camera-info-topic"):
        chosen()
    assert chosen(camera_info_topic="/b/camera_info").image.info == "/b/camera_info"
    with pytest.raises(
        DataError, match=r"--camera-info-topic /c is not there; choose from \['/a/camera_info'"
    ):
        chosen(camera_info_topic="/c")


def test_a_bag_without_images_says_what_it_has(recorder, chosen):
    recorder.info()
    with pytest.raises(
        DataError, match=r"no images .*; its topics are /cam/camera_info \(sensor_msgs/msg/Ca"
    ):
        chosen()


def test_images_of_an_encoding_that_is_not_known_are_told_with_it(recorder, chosen):
    recorder.image(0, "/cam/image_raw", np.zeros((6, 8, 3), np.uint8), "8UC3")
    with pytest.raises(DataError, match=r"no images that can be decoded; .* /cam/image_raw \(8UC3\)"):
        chosen()


def test_a_first_message_that_is_damaged_does_not_decide(recorder, chosen):
    recorder.messages.append(("/cam/image_raw", "sensor_msgs/msg/Image", 0, b"\0\1\0\0 damaged"))
    recorder.image(10)
    assert chosen().image.encoding == "rgb8"
