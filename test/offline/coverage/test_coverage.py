"""What a recording covers, by hand: a wall seen through a camera of 90 degrees."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import cv2
import numpy as np
import pytest

from kd3d_ros.geometry import scale_intrinsics
from offline.coverage.coverage import Coverage, View, coverage
from offline.coverage.picture import draw
from offline.coverage.places import MAX_PLACES, Surface, Viewpoints, places_to_record
from offline.datasets.base import DataError
from offline.datasets.seven_scenes import SevenScenes

SIZE = (80, 60)
K = np.array([[40.0, 0, 39.5], [0, 40.0, 29.5], [0, 0, 1]])
EAST = np.array([[0.0, 0, 1], [-1, 0, 0], [0, -1, 0]])
"""Of a camera that looks along the world's x, z up."""
WALL = np.full(SIZE[::-1], 2.0, np.float32)


def view(y: float = 0.0, yaw_deg: float = 0.0, stamp_s: float | None = None, sequence: str = "") -> View:
    """From (0, y, 1) toward a wall 2 m ahead, 4 m wide and 3 m high in the image."""
    T = np.eye(4)
    T[:3, :3] = cv2.Rodrigues(np.array([0, 0, np.radians(yaw_deg)]))[0] @ EAST
    T[:3, 3] = 0, y, 1
    return View(T, K, WALL, stamp_s, sequence)


def along(count: int, step: float) -> Coverage:
    return coverage([view(step * n) for n in range(count)], gravity_aligned=True)


def test_one_view_by_hand() -> None:
    seen = along(1, 0.0)
    assert (seen.frames, seen.views, seen.usual_depth, seen.unit) == (1, 1, 2.0, "m")
    assert seen.cell == pytest.approx(0.2)
    # 39 x 29 steps of 0.1 m between the samples, the outermost at +- 1.95 and +- 1.45 m: 20 x 16 cells.
    assert len(seen.surface.thin) == 20 * 16
    assert seen.surface.thin.all()
    assert seen.area == pytest.approx(20 * 0.2**2)  # a wall, from the top
    assert seen.verdict == "thin: record more"
    np.testing.assert_allclose(seen.surface.points[:, 0], 2.0, atol=1e-5)


def test_the_depth_may_have_any_resolution() -> None:
    large = np.full((240, 320), 2.0, np.float16)
    K_large = scale_intrinsics(K, SIZE, (320, 240))
    seen = coverage([View(view().T_world_camera, K_large, large)], gravity_aligned=True)
    np.testing.assert_allclose(seen.surface.points, along(1, 0.0).surface.points, atol=1e-5)


def test_frames_of_a_camera_that_stands_are_one_view() -> None:
    assert along(100, 0.0004).views == 1  # 4 cm in all: a step is 5 cm
    assert along(100, 0.026).views == 50
    turned = coverage([view(yaw_deg=0.6 * n) for n in range(28)])  # 16.2 deg: a turn is 5
    assert turned.views == 4


def test_a_wall_seen_from_many_sides_is_good_enough() -> None:
    seen = along(21, 0.1)
    surface = seen.surface
    middle = np.abs(surface.points[:, 1] - 1.0) < 0.9
    assert (surface.views[middle] == 21).all()
    assert not surface.thin[middle].any()
    assert surface.seldom.any()  # to its left and right
    assert seen.verdict == "good enough"
    assert "thin: 14% of the cells" in seen.summary()


def test_many_views_from_one_point_are_one_sided() -> None:
    seen = coverage([view(yaw_deg=5.01 * n) for n in range(9)], gravity_aligned=True)
    assert seen.views == 9
    assert seen.surface.one_sided.all()
    assert not seen.surface.seldom.all()
    assert seen.verdict == "thin: record more"


def test_spread_by_hand() -> None:
    half = np.radians(10)
    mean = np.array([[np.cos(half), 0, 0], [1, 0, 0], [1 + 1e-12, 0, 0]])  # of two 20 degrees apart; of one
    surface = Surface(np.zeros((3, 3)), mean, np.array([5, 4, 5]))
    np.testing.assert_allclose(surface.spread_deg, [20, 0, 0], atol=1e-5)
    assert surface.thin.tolist() == [False, True, True]
    assert surface.seldom.tolist() == [False, True, False]


def test_path_and_speed_stay_within_a_sequence() -> None:
    frames = [view(0.2 * n, 9.0 * n, 10 + 0.1 * n, "a") for n in range(5)]
    frames += [view(50 + 0.2 * n, 9.0 * n, 0.1 * n, "b") for n in range(3)]
    seen = coverage(frames, gravity_aligned=True)
    assert seen.motion.path == pytest.approx(1.2)
    assert seen.motion.speed == pytest.approx((2.0, 2.0))
    assert seen.motion.turn_deg == pytest.approx((90.0, 90.0))
    assert seen.warnings == [
        "too fast: record at less than 1 m/s",
        "turns too fast: record at less than 45 deg/s",
    ]
    assert [len(path) for path in seen.paths] == [5, 3]
    assert "warning: too fast" in seen.summary()


def test_without_stamps_there_is_no_speed() -> None:
    assert along(5, 0.2).motion.speed is None
    assert "speed" not in along(5, 0.2).summary()
    assert along(5, 0.2).warnings == []


def test_without_depth_only_the_path_is_known() -> None:
    T = view().T_world_camera
    seen = coverage([View(T, K), View(T, K)])
    assert seen.verdict == "unknown: there is no depth to say what was seen"
    assert seen.places == []
    assert seen.area == 0
    assert json.loads(json.dumps(seen.as_dict()))["cells"] == 0
    assert "unknown" in seen.summary()
    with pytest.raises(DataError, match="at least one frame"):
        coverage([])


def test_more_is_to_be_recorded_from_aside_where_the_camera_only_stood() -> None:
    seen = along(10, 0.0)
    place = seen.places[0]
    assert np.abs(place.position - [0, 0, 1]).max() == pytest.approx(0.5)  # a quarter of 2 m to the side
    assert place.target[0] == pytest.approx(2.0, abs=1e-4)
    way = place.target - place.position
    assert place.heading_deg == pytest.approx(np.degrees(np.arctan2(way[1], way[0])))
    assert abs(way[1]) > 2 * np.tan(np.radians(10)) - 0.2  # seen anew: from 10 degrees off, or more
    assert len(seen.places) <= MAX_PLACES
    assert sum(place.cells for place in seen.places) <= seen.surface.thin.sum()
    number = f"1. from {tuple(float(round(x, 1)) for x in place.position)}".replace("-0.0", "0.0")
    assert number in seen.summary().replace("-0.0", "0.0")
    assert f"heading {place.heading_deg:.0f} deg" in seen.summary()


def test_a_thin_patch_is_looked_at_from_where_the_camera_was_elsewhere() -> None:
    """A patch at (2, 0) was seen from (0, 0) only; the camera was at (0, 1), too, looking elsewhere."""
    points = np.array([[2.0, 0.0, 1.0], [2.0, 0.1, 1.0], [2.0, 3.0, 1.0]])
    towards = np.array([[-1.0, 0, 0], [-1.0, 0, 0], [-0.9, 0, 0]])
    surface = Surface(points, towards, np.array([9, 9, 9]))  # the last was seen from 52 degrees: not thin
    poses = np.stack([view(0.0).T_world_camera, view(1.0).T_world_camera])
    (place,) = places_to_record(surface, Viewpoints(poses, 90.0, 2.0), np.eye(3))
    assert place.cells == 2
    np.testing.assert_allclose(place.target, [2, 0.05, 1])
    assert place.position[:2].tolist() == [0, 1]
    assert place.heading_deg == pytest.approx(np.degrees(np.arctan2(-0.95, 2)))
    far = Viewpoints(poses, 90.0, 1.0)  # where 1 m is usual, 2 m are too far
    assert places_to_record(surface, far, np.eye(3)) == []


@pytest.mark.parametrize(("fov_deg", "cells"), [(90.0, [2]), (60.0, [1, 1])])
def test_what_does_not_fit_into_one_image_makes_two_places(fov_deg: float, cells: list[int]) -> None:
    """Two points 70 degrees apart (67 from a step aside), which were seen from 20 degrees off."""
    across, off = np.radians([35, -35]), np.radians([35 + 20, -35 - 20])
    points = np.stack([2 * np.cos(across), 2 * np.sin(across), [1, 1]], axis=1)
    towards = -np.stack([np.cos(off), np.sin(off), [0, 0]], axis=1)
    viewpoints = Viewpoints(view().T_world_camera[None], fov_deg, 2.0)
    places = places_to_record(Surface(points, towards, np.array([9, 9])), viewpoints, np.eye(3))
    assert [place.cells for place in places] == cells


def test_places_of_a_large_recording_are_found_in_little_memory() -> None:
    """20,000 thin cells, of a building, took 0.9 GB."""
    rng = np.random.default_rng(0)
    points = rng.uniform(0, 1, (40_000, 3)) * (20, 20, 2)
    towards = rng.normal(size=(40_000, 3))
    towards /= np.linalg.norm(towards, axis=1, keepdims=True)
    surface = Surface(points, towards, np.ones(40_000, np.intp))
    poses = np.stack([view(y).T_world_camera for y in np.linspace(0, 20, 50)])
    tracemalloc.start()
    places = places_to_record(surface, Viewpoints(poses, 90.0, 20.0), np.eye(3))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 150e6
    assert 4000 < sum(place.cells for place in places) <= 40_000


def test_the_map_lies_across_what_is_up_in_the_images() -> None:
    seen = coverage([view(0.1 * n) for n in range(3)])
    np.testing.assert_allclose(seen.axes, np.eye(3), atol=1e-12)
    upside = [View(np.diag([1.0, -1, -1, 1]) @ view(0.1 * n).T_world_camera, K, WALL) for n in range(3)]
    np.testing.assert_allclose(coverage(upside).axes[2], [0, 0, -1], atol=1e-12)
    assert np.linalg.det(coverage(upside).axes) == pytest.approx(1)
    assert "heading" not in coverage(upside).summary()


def test_lengths_that_are_not_metres_are_called_units() -> None:
    assert "0.20 units" in coverage([view()], metric=False).summary()


def test_the_figures_are_plain_json() -> None:
    figures = json.loads(json.dumps(along(21, 0.1).as_dict(), allow_nan=False))
    assert figures["verdict"] == "good enough"
    assert figures["path"] == pytest.approx(2.0)
    assert figures["views_per_cell"]["p90"] == 21
    assert figures["speed"] is None
    assert figures["places"][0].keys() == {"position", "target", "heading_deg", "cells"}


def test_the_picture_shows_where_it_is_thin(tmp_path: Path) -> None:
    def orange(seen: Coverage) -> int:
        picture = cv2.imread(str(draw(seen, tmp_path / "coverage.png.part"))).astype(int)
        assert picture.shape[0] > 200
        return int((np.abs(picture - (14, 127, 255)).max(axis=2) < 8).sum())  # BGR

    assert orange(along(1, 0.0)) > 5 * orange(along(21, 0.1)) > 0
    assert orange(coverage([View(view().T_world_camera, K)])) < 200  # the legend's


def test_a_kitchen_is_covered_and_its_beginning_is_not(redkitchen: Path) -> None:
    dataset = SevenScenes(redkitchen)

    def of(names: list[str]) -> Coverage:
        frames = (dataset.load(name) for name in names)
        return coverage(View(frame.T_world_camera, frame.K, frame.depth, frame.timestamp) for frame in frames)

    names = dataset.names("train")
    beginning, whole = of(names[:80:8]), of(names[::8])
    assert beginning.verdict == "thin: record more"
    assert whole.verdict == "good enough"
    assert whole.warnings == []
    assert 1.5 < whole.usual_depth < 2.5
    assert 4 < whole.motion.path < 6
    assert 1 <= len(whole.places) <= MAX_PLACES
