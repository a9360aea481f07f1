"""Images in, clouds out, over real DDS."""

from __future__ import annotations

import numpy as np
import pytest

from kd3d_ros.messages import image_message, read_cloud

IMAGE_SHAPE = (64, 96, 3)
MAP_SHAPE = (32, 48)


@pytest.fixture
def active(robot, start_node, tiny_scene):
    """The robot, with a node that serves the scene `tiny`; the first test starts it for all."""
    if robot.process is None:
        scenes_dir, name = tiny_scene
        start_node(scene=name, scenes_dir=scenes_dir)
        robot.wait_for(lambda: robot.diagnostics.get("state") == "active", "active node")
    return robot


def counted(robot, kind):
    return int(robot.diagnostics.get(f"rejected_{kind}", 0))


def test_an_image_becomes_a_cloud_with_its_stamp_in_the_world_frame(active):
    before = active.stamp().sec
    msg = active.show(np.full(IMAGE_SHAPE, 90, np.uint8))
    assert (msg.header.stamp.sec, msg.header.stamp.nanosec) == (before + 1, 500)
    assert msg.header.frame_id == "map"
    assert (msg.height, msg.width) == MAP_SHAPE
    assert [field.name for field in msg.fields] == ["x", "y", "z", "rgb", "uncertainty"]
    assert msg.is_dense
    cloud = read_cloud(msg)
    assert np.isfinite(cloud.points).all()
    assert (cloud.uncertainty > 0).all()
    assert (cloud.rgb == 90).all()


def test_a_marked_pixel_of_a_wide_image_marks_its_point(active):
    rgb = np.zeros(IMAGE_SHAPE, np.uint8)
    row, column = 5, 40
    rgb[2 * row + 1, 2 * column + 1] = (255, 128, 1)
    colours = read_cloud(active.show(rgb)).rgb
    assert np.argwhere(colours.any(axis=-1)).tolist() == [[row, column]]
    assert colours[row, column].tolist() == [255, 128, 1]


def test_the_student_is_asked_about_this_very_image(active):
    """Another image gives other points, the same image the same ones."""
    noise = np.random.default_rng(0).integers(0, 256, IMAGE_SHAPE, np.uint8)
    first, again, other = (read_cloud(active.show(rgb)).points for rgb in (noise, noise, 255 - noise))
    np.testing.assert_array_equal(first, again)
    assert np.abs(first - other).max() > 1e-4


@pytest.mark.parametrize(
    ("kind", "changes", "reason"),
    [
        ("encoding", {"encoding": "16UC1"}, "encoding is '16UC1'"),
        ("step", {"step": 1}, "step is 1"),
        ("data", {"data": b"short"}, "data holds 5 bytes"),
        ("size", {"width": 0}, "width is 0"),
        ("size", {"height": 0, "data": b""}, "height is 0"),
        ("image", {"height": 20, "data": bytes(20 * 96 * 3)}, "image is 96x20: laid into the student's"),
    ],
)
def test_a_bad_image_is_counted_and_the_next_good_one_is_served(active, kind, changes, reason):
    good = np.zeros(IMAGE_SHAPE, np.uint8)
    active.show(good)
    before = counted(active, kind)
    bad = image_message(good, active.stamp(), "camera")
    for name, value in changes.items():
        setattr(bad, name, value)

    def refused():
        active.camera.publish(bad)
        return counted(active, kind) > before

    active.wait_for(refused, f"count of images rejected for {kind}")
    assert active.diagnostics["last_rejection"].startswith(reason)
    assert active.show(good).width == MAP_SHAPE[1]


def test_every_frame_is_accounted_for(active):
    burst = np.zeros(IMAGE_SHAPE, np.uint8)
    for _ in range(30):
        active.camera.publish(image_message(burst, active.stamp(), "camera"))
    active.show(burst)
    active.diagnostics.clear()
    active.wait_for(lambda: active.diagnostics.get("in_flight") == "0", "idle node")
    values = active.diagnostics
    parts = [int(values[key]) for key in ("served", "dropped", "rejected")]
    assert int(values["received"]) == sum(parts)
    assert float(values["latency_ms_p50"]) >= float(values["predict_ms_p50"]) > 0
    assert values["decoder"] in ("cv_bridge", "numpy")
    assert (values["device"], values["precision"], values["scene"]) == ("cpu", "fp32", "tiny")


def test_live_parameters_take_effect_or_are_refused_with_a_reason(active):
    rgb = np.zeros(IMAGE_SHAPE, np.uint8)
    rgb[8 * 2 + 1, 12 * 2 + 1] = 255
    full = read_cloud(active.show(rgb))

    assert active.set_parameters(stride=4) == ""
    strided = read_cloud(active.show(rgb))
    np.testing.assert_array_equal(strided.points, full.points[::4, ::4])
    np.testing.assert_array_equal(strided.rgb, full.rgb[::4, ::4])
    assert strided.rgb[2, 3].tolist() == [255, 255, 255]

    for values, reason in (
        ({"stride": 0}, "stride out of range"),
        ({"stride": 2.0}, "Wrong parameter type"),
        ({"max_uncertainty": -1.0}, "max_uncertainty out of range"),
        ({"stride": 1, "device": "cuda"}, "device stays 'cpu': it can be changed only while unconfigured"),
        ({"autostart": False}, "read-only parameter: autostart"),
    ):
        refusal = active.set_parameters(**values)
        assert reason in refusal
        assert "\n" not in refusal
    assert active.show(rgb).width == MAP_SHAPE[1] // 4

    middle = float(np.median(full.uncertainty))
    assert active.set_parameters(stride=1, max_uncertainty=middle) == ""
    msg = active.show(rgb)
    cloud = read_cloud(msg)
    assert not msg.is_dense
    np.testing.assert_array_equal(np.isnan(cloud.points).all(axis=-1), full.uncertainty > np.float32(middle))
    assert active.set_parameters(max_uncertainty=0.0) == ""
    assert active.show(rgb).is_dense
