"""The simulator tells the truth up to the errors that it is meant to make."""

from __future__ import annotations

import numpy as np
import pytest

from kd3d_ros.geometry import unproject
from offline.alignment.sim3 import umeyama
from offline.datasets.base import Frame
from offline.teachers.pairs import TeacherError, View
from offline.teachers.simulated import SimulatedTeacher

K = np.array([[525.0, 0, 319.5], [0, 525.0, 239.5], [0, 0, 1]])


def frame(name: str, x: float = 0.0) -> Frame:
    """A wall that recedes to the right, seen from `x`; nothing is known of its left eighth."""
    depth = np.tile(np.linspace(1.5, 3.0, 640, dtype=np.float32), (480, 1))
    depth[:, :80] = 0
    pose = np.eye(4)
    pose[0, 3] = x
    return Frame(name, np.full((480, 640, 3), 90, np.uint8), K, 0.0, depth, pose)


@pytest.fixture
def views() -> tuple[SimulatedTeacher, View, View]:
    teacher = SimulatedTeacher(seed=3)
    return teacher, teacher.prepare(frame("a")), teacher.prepare(frame("b", x=0.3))


def test_own_view_is_the_depth_up_to_one_scale(views: tuple[SimulatedTeacher, View, View]) -> None:
    teacher, a, b = views
    ((in_a, in_b),) = teacher.predict([(a, b)])
    assert in_a.own.shape == in_a.other.shape == (120, 160, 3)
    truth = np.linspace(1.5, 3.0, 640)[2::4]
    scales = []
    for prediction in (in_a, in_b):
        ratio = prediction.own[:, 25:, 2] / truth[25:]
        scales.append(np.median(ratio))
        assert 0.005 < np.std(ratio) / scales[-1] < 0.04  # 2 % low-frequency and 0.5 % pixel noise
        assert 0.2 < scales[-1] < 0.8  # exp(N(0, 0.2)) / 2.5
    assert scales[0] != pytest.approx(scales[1], rel=1e-3)


def test_the_other_view_lies_in_the_first_ones_frame(views: tuple[SimulatedTeacher, View, View]) -> None:
    teacher, a, b = views
    ((in_a, _),) = teacher.predict([(a, b)])
    scale = np.median(in_a.own[:, 25:, 2] / np.linspace(1.5, 3.0, 640)[2::4][25:])
    depth = np.tile(np.linspace(1.5, 3.0, 640, dtype=np.float32)[2::4], (120, 1))
    assert b.K is None  # the intrinsics are left to be estimated
    camera = unproject(depth, np.array([[131.25, 0, 79.5], [0, 131.25, 59.5], [0, 0, 1]]))
    known = np.s_[:, 25:]
    fit = umeyama(
        camera[known].reshape(1, -1, 3).astype(float),
        in_a.other[known].reshape(1, -1, 3).astype(float) / scale,
        np.ones((1, 120 * 135)),
    )
    np.testing.assert_allclose(fit.t[0], [0.3, 0, 0], atol=0.08)
    assert fit.scale[0] == pytest.approx(1, abs=0.05)


def test_confidence_tells_the_inpainted_from_the_seen(views: tuple[SimulatedTeacher, View, View]) -> None:
    teacher, a, b = views
    ((in_a, _),) = teacher.predict([(a, b)])
    assert in_a.own_confidence[:, :20].max() < 2
    assert in_a.own_confidence[:, 20:].min() >= 3
    assert in_a.own_confidence[:, 20:].mean() == pytest.approx(7, abs=0.3)  # 3 + Gamma(2, 2)
    assert (in_a.own[:, :20, 2] > 0).all()


def test_the_same_pair_is_told_the_same_way_whatever_else_is_asked(
    views: tuple[SimulatedTeacher, View, View],
) -> None:
    teacher, a, b = views
    first = teacher.predict([(a, b)])[0][0]
    again = teacher.predict([(b, a), (a, b)])[1][0]
    np.testing.assert_array_equal(first.own, again.own)
    np.testing.assert_array_equal(first.other, again.other)


def test_the_asked_share_of_pairs_is_grossly_wrong() -> None:
    teacher = SimulatedTeacher(outliers=0.3)
    first = teacher.prepare(frame("a"))
    others = [teacher.prepare(frame(f"b{n}", x=0.1)) for n in range(60)]
    wrong = 0
    for prediction, _ in teacher.predict([(first, other) for other in others]):
        middle = np.s_[40:80, 60:100]
        scale = np.median(prediction.own[middle][..., 2]) / 2.25
        gap = prediction.other[middle] / scale - prediction.own[middle] / scale
        wrong += np.linalg.norm(gap.mean(axis=(0, 1))) > 0.4
    assert 8 <= wrong <= 28


def test_without_depth_there_is_nothing_to_simulate() -> None:
    bare = Frame("bare", np.zeros((480, 640, 3), np.uint8), K, 0.0)
    with pytest.raises(TeacherError, match="bare: the simulator needs depth, pose and intrinsics"):
        SimulatedTeacher().prepare(bare)
