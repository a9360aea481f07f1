"""Pictures show points where a camera sees them."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from offline.pictures import RENDER_SIZE, SPLAT_PX, behind, comparison, render_cloud

K = np.array([[400.0, 0, 240.0], [0, 400.0, 180.0], [0, 0, 1]])


def coloured(picture: np.ndarray, colour: tuple[int, int, int]) -> np.ndarray:
    """(row, column) of the pixels that have about this colour."""
    return np.argwhere((np.abs(picture.astype(int) - colour) < 3).all(axis=-1))


def test_points_are_drawn_where_they_project_and_the_nearest_is_in_front() -> None:
    points = np.array([[0.5, -0.25, 2], [0, 0, 2], [0, 0, 4], [0, 0, -2], [np.nan, 0, 1]], np.float32)
    colours = np.array([[255, 0, 0], [0, 255, 0], [0, 0, 255], [9, 9, 9], [5, 5, 5]], np.uint8)
    picture = render_cloud(points, colours, K, np.eye(4))
    assert picture.shape == (RENDER_SIZE[1], RENDER_SIZE[0], 3)
    red, green = coloured(picture, (255, 0, 0)), coloured(picture, (0, 255, 0))
    assert len(red) == len(green) == SPLAT_PX**2
    assert np.abs(red.mean(axis=0) - (180 - 50, 240 + 100)).max() <= SPLAT_PX
    assert np.abs(green.mean(axis=0) - (180, 240)).max() <= SPLAT_PX
    for hidden in ((0, 0, 255), (9, 9, 9), (5, 5, 5)):
        assert len(coloured(picture, hidden)) == 0
    assert len(coloured(picture, (255, 255, 255))) == picture.shape[0] * picture.shape[1] - 2 * SPLAT_PX**2


def test_the_world_is_seen_from_the_viewer() -> None:
    T_camera_world = np.eye(4)
    T_camera_world[0, 3] = 0.5
    picture = render_cloud(
        np.array([[0, 0, 2.0]], np.float32), np.array([[255, 0, 0]], np.uint8), K, T_camera_world
    )
    assert abs(coloured(picture, (255, 0, 0)).mean(axis=0)[1] - 340) <= SPLAT_PX


def test_a_viewer_behind_still_looks_at_the_same_place() -> None:
    pose = np.eye(4)
    pose[:3, 3] = 1, 2, 3
    looked_at = np.array([1, 2, 5.0])
    viewer = behind(pose, np.tile(looked_at, (10, 1)).astype(np.float32), distance=0.6)
    seen = viewer @ [*looked_at, 1]
    np.testing.assert_allclose(seen, [0, 0, 2.6, 1], atol=1e-6)
    position = np.linalg.inv(viewer)[:3, 3]
    assert position[2] < 3
    assert np.linalg.norm(position - looked_at) > 2.5


def test_a_comparison_has_a_row_per_frame(tmp_path: Path) -> None:
    picture = np.zeros((360, 480, 3), np.uint8)
    errors = np.full((24, 32), 0.1, np.float32)
    errors[0] = np.nan
    heights = []
    for rows in (1, 2):
        file = comparison(tmp_path / f"{rows}.png", [("frame", [picture] * 3, errors)] * rows)
        heights.append(cv2.imread(str(file)).shape[0])
    assert heights[1] == 2 * heights[0]
