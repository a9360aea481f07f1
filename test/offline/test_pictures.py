"""Pictures show points where a camera sees them."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from offline.pictures import (
    BACKGROUND,
    RENDER_SIZE,
    comparison,
    eye_dome,
    render_cloud,
    render_points,
    viewer,
)

WIDTH, HEIGHT = RENDER_SIZE
K = np.array([[400.0, 0, (WIDTH - 1) / 2], [0, 400.0, (HEIGHT - 1) / 2], [0, 0, 1]])
CENTRE = (K[1, 2], K[0, 2])


def coloured(picture: np.ndarray, colour: tuple[int, int, int]) -> np.ndarray:
    """(row, column) of the pixels that have about this colour."""
    return np.argwhere((np.abs(picture.astype(int) - colour) < 3).all(axis=-1))


def row_of(*points: tuple[float, float, float]) -> np.ndarray:
    """An organized cloud (1, 160, 3) that holds these points and nothing else."""
    cloud = np.full((1, 160, 3), np.nan, np.float32)
    cloud[0, : len(points)] = points
    return cloud


def test_points_are_drawn_where_they_project_and_the_nearest_is_in_front() -> None:
    points = row_of((0.5, -0.25, 2), (0, 0, 2), (0, 0, 4), (0, 0, -2), (np.nan, 0, 1))
    colours = np.zeros(points.shape, np.uint8)
    colours[0, :5] = (255, 0, 0), (0, 255, 0), (0, 0, 255), (9, 9, 9), (5, 5, 5)
    picture = render_cloud(points, colours, K, np.eye(4))
    assert picture.shape == (HEIGHT, WIDTH, 3)
    red, green = coloured(picture, (255, 0, 0)), coloured(picture, (0, 255, 0))
    assert len(red) > 0
    assert len(red) == len(green)
    np.testing.assert_allclose(red.mean(axis=0), np.add(CENTRE, (-50, 100)), atol=1)
    np.testing.assert_allclose(green.mean(axis=0), CENTRE, atol=1)
    for hidden in ((0, 0, 255), (9, 9, 9), (5, 5, 5)):
        assert len(coloured(picture, hidden)) == 0
    assert len(coloured(picture, BACKGROUND)) > 0.99 * WIDTH * HEIGHT


def test_of_squares_that_overlap_the_nearest_is_whole() -> None:
    size, middle = (41, 41), np.array([[40.0, 0, 20], [0, 40.0, 20], [0, 0, 1]])
    for column in (-2, 2):
        points = np.array([[0, 0, 1], [column * 2 / 40, 0, 2]], np.float32)
        colours = np.array([[255, 0, 0], [0, 0, 255]], np.uint8)
        picture, depth = render_points(points, colours, middle, size, reach=2)
        near = picture[18:23, 18:23]
        assert (near == (255, 0, 0)).all()
        assert (depth[18:23, 18:23] == 1).all()
        assert (depth == 2).sum() == 5 * 2


def test_a_dense_cloud_leaves_no_holes() -> None:
    u, v = np.meshgrid(np.linspace(-2, 2, 160), np.linspace(-1.5, 1.5, 120))
    wall = np.stack([u, v, np.full_like(u, 2)], axis=-1).astype(np.float32)
    picture = render_cloud(wall, np.full(wall.shape, 200, np.uint8), K, np.eye(4))
    assert len(coloured(picture, (200, 200, 200))) > 0.999 * WIDTH * HEIGHT


def test_the_world_is_seen_from_the_camera() -> None:
    T_camera_world = np.eye(4)
    T_camera_world[0, 3] = 0.5
    point = row_of((0, 0, 2))
    picture = render_cloud(point, np.full(point.shape, (255, 0, 0), np.uint8), K, T_camera_world)
    np.testing.assert_allclose(coloured(picture, (255, 0, 0)).mean(axis=0), np.add(CENTRE, (0, 100)), atol=1)


def test_an_edge_behind_something_nearer_is_darker() -> None:
    depth = np.full((20, 20), 4.0, np.float32)
    depth[:, :10] = 2.0
    shade = eye_dome(depth)
    assert shade[10, 5] == shade[10, 9] == shade[10, 15] == 1.0
    assert shade[10, 10] < 0.9


def test_a_viewer_behind_still_looks_at_the_same_place() -> None:
    pose = np.eye(4)
    pose[:3, 3] = 1, 2, 3
    looked_at = np.array([1, 2, 5.0])
    T_viewer_world = viewer(pose, np.tile(looked_at, (10, 1)).astype(np.float32), distance=0.3)
    np.testing.assert_allclose(T_viewer_world @ [*looked_at, 1], [0, 0, 2.6, 1], atol=1e-6)
    position = np.linalg.inv(T_viewer_world)[:3, 3]
    assert np.linalg.norm(position - looked_at) > 2.5
    assert position[1] < 2  # above: y is down


def test_a_comparison_has_a_row_per_frame(tmp_path: Path) -> None:
    picture = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    errors = np.full((24, 32), 0.1, np.float32)
    errors[0] = np.nan
    heights = []
    for rows in (1, 2):
        file = comparison(tmp_path / f"{rows}.png", [("frame", [picture] * 3, errors)] * rows)
        heights.append(cv2.imread(str(file)).shape[0])
    assert 1.5 * heights[0] < heights[1] < 2.1 * heights[0]
