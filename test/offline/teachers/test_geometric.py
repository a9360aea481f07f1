"""Pair predictions from two images of a rendered scene, and of a real one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from kd3d_ros.geometry import pixel_grid, transform_points, unproject
from offline.datasets import open_dataset
from offline.datasets.base import Frame
from offline.teachers.geometric import GeometricTeacher
from offline.teachers.pairs import TeacherError

WIDTH, HEIGHT = 240, 180
K = np.array([[200.0, 0, 119.5], [0, 200.0, 89.5], [0, 0, 1]])


def frames(t: tuple[float, float, float]) -> tuple[Frame, Frame]:
    """a at the origin and b turned a little and moved by `t`, looking at waves in depth of 1.5 to 2.5 m."""
    u, v = np.moveaxis(pixel_grid(WIDTH, HEIGHT), -1, 0)
    depth_b = (2 + 0.3 * np.sin(u / 30) + 0.2 * np.cos(v / 25)).astype(np.float32)
    T_world_b = np.eye(4)
    T_world_b[:3, :3] = cv2.Rodrigues(np.array([0.01, -0.02, 0.01]))[0]
    T_world_b[:3, 3] = t
    in_a = unproject(depth_b, K, T_world_b) @ K.T.astype(np.float32)
    noise = np.random.default_rng(0).uniform(0, 255, (HEIGHT, WIDTH, 3)).astype(np.float32)
    image_a = cv2.normalize(cv2.GaussianBlur(noise, (0, 0), 1.5), None, 0, 255, cv2.NORM_MINMAX, cv2.CV_8U)
    seen = (in_a[..., :2] / in_a[..., 2:]).astype(np.float32)
    image_b = cv2.remap(image_a, seen, None, cv2.INTER_LINEAR)
    depth_a = np.full((HEIGHT, WIDTH), np.nan, np.float32)
    return (
        Frame("a", image_a, K, 0.0, depth_a, np.eye(4)),
        Frame("b", image_b, K, 0.1, depth_b, T_world_b),
    )


def relative_error(depth: np.ndarray, truth: np.ndarray, confidence: np.ndarray) -> float:
    known = (confidence > 0) & (truth > 0)
    return float(np.median(np.abs(depth - truth)[known] / truth[known]))


def test_known_poses_give_metres() -> None:
    a, b = frames((0.2, 0.02, 0.05))
    teacher = GeometricTeacher(use_poses=True)
    assert teacher.metric
    ((from_a, from_b),) = teacher.predict([(teacher.prepare(a), teacher.prepare(b))])
    for prediction in (from_a, from_b):
        assert prediction.own.shape == prediction.other.shape == (HEIGHT, WIDTH, 3)
        assert prediction.own.dtype == prediction.own_confidence.dtype == np.float32
        assert np.isfinite(prediction.own).all()
        assert np.isfinite(prediction.other).all()
        assert (prediction.own_confidence > 0).mean() > 0.7
    some = from_b.own_confidence > 0
    assert from_b.own_confidence[some].min() >= 1
    assert relative_error(from_b.own[..., 2], b.depth, from_b.own_confidence) < 0.02
    # In b's frame or in a's, they are the same points of b, and the same of a.
    np.testing.assert_array_equal(from_a.other_confidence, from_b.own_confidence)
    np.testing.assert_array_equal(from_b.other_confidence, from_a.own_confidence)
    expected = transform_points(b.T_world_camera, from_b.own[some])
    assert np.median(np.linalg.norm(from_a.other[some] - expected, axis=1)) < 0.02


def test_without_poses_the_baseline_is_the_unit() -> None:
    a, b = frames((0.2, 0.02, 0.05))
    teacher = GeometricTeacher(use_poses=False)
    assert not teacher.metric
    ((_, from_b),) = teacher.predict([(teacher.prepare(a), teacher.prepare(b))])
    assert (from_b.own_confidence > 0).mean() > 0.7
    baseline = np.linalg.norm(b.T_world_camera[:3, 3])
    assert relative_error(from_b.own[..., 2] * baseline, b.depth, from_b.own_confidence) < 0.05


def test_more_parallax_more_confidence() -> None:
    teacher = GeometricTeacher(use_poses=True)
    medians = []
    for step in (0.08, 0.25):
        a, b = frames((step, 0, 0))
        ((from_a, _),) = teacher.predict([(teacher.prepare(a), teacher.prepare(b))])
        medians.append(np.median(from_a.own_confidence[from_a.own_confidence > 0]))
    assert medians[1] > 2 * medians[0]


@pytest.mark.parametrize("use_poses", [True, False])
def test_a_turn_on_the_spot_says_nothing(use_poses: bool) -> None:
    a, b = frames((0, 0, 0))
    teacher = GeometricTeacher(use_poses=use_poses)
    for prediction in teacher.predict([(teacher.prepare(a), teacher.prepare(b))])[0]:
        assert (prediction.own_confidence == 0).all()
        assert (prediction.other_confidence == 0).all()


def test_blank_images_say_nothing() -> None:
    a, b = frames((0.2, 0, 0))
    blank = np.full_like(a.image, 90)
    for use_poses in (True, False):
        teacher = GeometricTeacher(use_poses=use_poses)
        views = [teacher.prepare(replace(frame, image=blank)) for frame in (a, b)]
        ((from_a, _),) = teacher.predict([(views[0], views[1])])
        assert (from_a.own_confidence == 0).all()


def test_prepare_carries_intrinsics_through_the_resize() -> None:
    frame = Frame(
        "f", np.zeros((480, 640, 3), np.uint8), np.array([[500.0, 0, 319.5], [0, 500, 239.5], [0, 0, 1]]), 0
    )
    view = GeometricTeacher(image_size=320).prepare(frame)
    assert view.image.shape == (240, 320, 3)
    np.testing.assert_allclose(view.K, [[250, 0, 159.5], [0, 250, 119.5], [0, 0, 1]])
    small = replace(frame, image=np.zeros((120, 100, 3), np.uint8))
    assert GeometricTeacher(image_size=320).prepare(small).image.shape == (120, 100, 3)


def test_poses_reach_the_view_only_if_they_are_to_be_used() -> None:
    a, _ = frames((0.2, 0, 0))
    assert GeometricTeacher(use_poses=False).prepare(a).T_world_camera is None
    np.testing.assert_array_equal(GeometricTeacher(use_poses=True).prepare(a).T_world_camera, np.eye(4))


def test_what_is_missing_is_named() -> None:
    a, b = frames((0.2, 0, 0))
    teacher = GeometricTeacher(use_poses=True)
    view_a, view_b = teacher.prepare(a), teacher.prepare(b)
    with pytest.raises(TeacherError, match=r"b: .*--intrinsics fx,fy,cx,cy"):
        teacher.predict([(view_a, replace(view_b, K=None))])
    with pytest.raises(TeacherError, match="a: has no pose"):
        teacher.predict([(replace(view_a, T_world_camera=None), view_b)])
    with pytest.raises(TeacherError, match=r"a is 240x180 and b 240x90; .* one size"):
        teacher.predict([(view_a, replace(view_b, image=view_b.image[:90]))])


def test_facts_tell_teachers_apart() -> None:
    assert GeometricTeacher().facts() == {"image_size": 320, "use_poses": False, "seed": 0}
    assert GeometricTeacher(240, use_poses=True, seed=3).facts() == {
        "image_size": 240,
        "use_poses": True,
        "seed": 3,
    }


@pytest.mark.parametrize("use_poses", [True, False])
def test_a_real_kitchen(redkitchen: Path, use_poses: bool) -> None:
    dataset = open_dataset(redkitchen)
    names = dataset.names("train")
    a, b = dataset.load(names[330]), dataset.load(names[345])
    teacher = GeometricTeacher(use_poses=use_poses)
    ((from_a, from_b),) = teacher.predict([(teacher.prepare(a), teacher.prepare(b))])
    for frame, prediction in ((a, from_a), (b, from_b)):
        sensor = cv2.resize(frame.depth, (320, 240), interpolation=cv2.INTER_NEAREST)
        depth, known = prediction.own[..., 2], (prediction.own_confidence > 0) & (sensor > 0)
        if not use_poses:
            depth = depth * np.median(sensor[known] / depth[known])
        assert relative_error(depth, sensor, prediction.own_confidence) < 0.08
        assert known.sum() > 0.6 * (sensor > 0).sum()
