"""The reconstruction's picture shows surfaces from outside, and cameras where they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from offline.pictures import BACKGROUND
from offline.pointcloud import Cloud
from offline.reconstruction_picture import (
    PATH_COLOUR,
    REGISTERED_COLOUR,
    SIZE,
    Camera,
    Lines,
    camera_lines,
    draw,
    fitted,
    frustum,
    looking,
    mean_up,
    overlay,
    view,
    view_from,
    without_outliers,
)

K = np.array([[100.0, 0, 49.5], [0, 100.0, 29.5], [0, 0, 1]])
UP = np.array([0, 0, 1.0])
NORTH = np.array([0, 1.0, 0])
NO_LINES = Lines(np.empty((0, 2, 3), np.float32), np.empty((0, 3), np.uint8))


def camera(name: str, x: float = 0.0, is_keyframe: bool = True) -> Camera:
    """Looks north from 1 m above the ground."""
    pose = np.eye(4)
    pose[:3, :3] = looking(UP, NORTH, 0.0).T
    pose[:3, 3] = x, 0, 1
    return Camera(name, K, (100, 60), pose, is_keyframe)


def surface(corner: tuple, first: tuple, second: tuple, towards: tuple, colour: tuple) -> Cloud:
    """A parallelogram of points on one side of which the cameras were."""
    a, b = np.meshgrid(np.linspace(0, 1, 80), np.linspace(0, 1, 80))
    points = np.array(corner) + a.reshape(-1, 1) * np.array(first) + b.reshape(-1, 1) * np.array(second)
    ones = np.ones((len(points), 1), np.float32)
    return Cloud(points.astype(np.float32), ones * np.float32(colour), ones * np.float32(towards), ones[:, 0])


@pytest.fixture
def room() -> Cloud:
    """4 x 3 x 2 m: a red floor, a green ceiling, a blue wall in the north, a yellow one in the south."""
    return Cloud.joined(
        [
            surface((-2, -1.5, 0), (4, 0, 0), (0, 3, 0), (0, 0, 1), (200, 0, 0)),
            surface((-2, -1.5, 2), (4, 0, 0), (0, 3, 0), (0, 0, -1), (0, 200, 0)),
            surface((-2, 1.5, 0), (4, 0, 0), (0, 0, 2), (0, -1, 0), (0, 0, 200)),
            surface((-2, -1.5, 0), (4, 0, 0), (0, 0, 2), (0, 1, 0), (200, 200, 0)),
        ]
    )


def share(picture: np.ndarray, colour: tuple[int, int, int]) -> float:
    """Of the picture, as far as eye-dome lighting left the hue: the channels that are lit are the same."""
    lit = picture > 60
    return float((lit == (np.array(colour) > 60)).all(axis=-1).mean())


def test_one_who_looks_north_and_down() -> None:
    np.testing.assert_allclose(looking(UP, NORTH, 0), [[1, 0, 0], [0, 0, -1], [0, 1, 0]], atol=1e-12)
    np.testing.assert_allclose(
        looking(2 * UP, 3 * NORTH, 90), [[1, 0, 0], [0, -1, 0], [0, 0, -1]], atol=1e-12
    )


def test_ceiling_and_near_wall_do_not_hide_the_room(room: Cloud) -> None:
    picture = view(room, NO_LINES, UP, NORTH, 45.0)
    assert picture.shape == (SIZE[1], SIZE[0], 3)
    assert share(picture, (200, 0, 0)) > 0.15
    assert share(picture, (0, 0, 200)) > 0.1
    assert share(picture, (0, 200, 0)) == share(picture, (200, 200, 0)) == 0
    floor = np.argwhere((picture[..., 0] > 60) & (picture[..., 2] < 30))
    wall = np.argwhere((picture[..., 2] > 60) & (picture[..., 0] < 30))
    assert wall[:, 0].mean() < floor[:, 0].mean()  # the far wall is above the floor


def test_the_whole_scene_is_in_the_picture_and_fills_it(room: Cloud) -> None:
    drawn = (view(room, NO_LINES, UP, NORTH, 45.0) != BACKGROUND).any(axis=-1)
    assert not np.concatenate([drawn[0], drawn[-1], drawn[:, 0], drawn[:, -1]]).any()
    extent = np.ptp(np.argwhere(drawn), axis=0) / (SIZE[1], SIZE[0])
    assert extent.max() > 0.8


def test_a_frustum_by_hand() -> None:
    edges = frustum(camera("a", x=5.0), depth=2.0)
    # The image spans 100 x 60 px at f = 100 px: 1 x 0.6 m at 1 m, twice that at 2 m, 2 m to the north.
    corners = {tuple(corner) for corner in edges[:4, 1].astype(float).round(5).tolist()}
    assert corners == {(x, 2.0, z) for x in (4.0, 6.0) for z in (0.4, 1.6)}
    np.testing.assert_allclose(edges[:4, 0], np.tile([5, 0, 1], (4, 1)))
    assert np.linalg.norm(edges[4:, 0] - edges[4:, 1], axis=1).round(5).tolist() == pytest.approx(
        [2, 1.2, 2, 1.2]
    )


def test_keyframes_registered_frames_and_path_are_told_apart() -> None:
    cameras = [camera("a/0"), camera("a/1", 1.0, is_keyframe=False), camera("a/2", 2.0), camera("b/0", 9.0)]
    lines = camera_lines(cameras, depth=1.0)
    colours = [tuple(colour) for colour in lines.colours.tolist()]
    assert colours[:2] == [PATH_COLOUR] * 2  # none from a/2 to b/0, which is another sequence
    np.testing.assert_allclose(lines.segments[:2, :, 0], [[0, 1], [1, 2]])
    assert colours[2:10] == [REGISTERED_COLOUR] * 8
    keyframes = colours[10:]
    assert len(keyframes) == 24
    assert len(set(keyframes)) == 3
    assert keyframes[0] == keyframes[7] != keyframes[8]


def test_lines_are_drawn_where_they_project_and_faint_behind_a_surface() -> None:
    picture = np.zeros((60, 100, 3), np.uint8)
    depth = np.full((60, 100), np.inf, np.float32)
    depth[:, 50:] = 1.0
    segment = np.array([[[-0.4, 0.1, 2], [0.4, 0.1, 2]]], np.float32)  # from column 29.5 to 69.5 of row 34.5
    overlay(picture, depth, Lines(segment, np.array([[200, 100, 0]], np.uint8)), K, reach=0)
    drawn = np.argwhere(picture.any(axis=-1))
    assert set(drawn[:, 0]) <= {34, 35}
    assert (drawn[:, 1].min(), drawn[:, 1].max()) == pytest.approx((29.5, 69.5), abs=0.6)
    assert picture[34:36, 40].max(axis=0).tolist() == [200, 100, 0]
    assert picture[34:36, 60].max(axis=0).tolist() == [60, 30, 0]


def test_up_has_length_one_whatever_the_images_tilt() -> None:
    """Of another length it turned the report's 3-D view about an axis of its own."""
    tilted = [replace(camera("a"), T_world_camera=np.eye(4)) for _ in range(2)]
    for angle, one in zip((0.5, -0.5), tilted, strict=True):
        one.T_world_camera[:3, :3] = cv2.Rodrigues(np.array([angle, 0, 0]))[0]
    np.testing.assert_allclose(mean_up(tilted), [0, -1, 0], atol=1e-12)


def test_a_cloud_without_points_is_a_picture_of_nothing(room: Cloud) -> None:
    """The report of a student who was uncertain of all points ended in an IndexError."""
    nothing = without_outliers(room[:0])
    picture = view_from(fitted(room.points, looking(UP, NORTH, 45.0)), nothing, NO_LINES)
    assert (picture == BACKGROUND).all()


def test_the_file_shows_two_views(tmp_path: Path, room: Cloud) -> None:
    cameras = [camera(str(i), 0.1 * i, is_keyframe=i % 2 == 0) for i in range(6)]
    picture = cv2.imread(str(draw(tmp_path / "room.png.part", room, cameras)))
    assert picture.shape[1] == 2 * SIZE[0]
    assert picture.shape[0] > SIZE[1]
    assert cv2.imread(str(draw(tmp_path / "one.png", room, cameras[:1], UP))) is not None
