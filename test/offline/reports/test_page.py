"""The page's curves, by hand; and the page itself, which needs nothing else."""

from __future__ import annotations

import base64
import re
from dataclasses import replace

import numpy as np
import pytest

from offline.reports.data import ReportData, voxel_of
from offline.reports.page import calibration, colours_end, cumulative, render, runs, scene, trajectory


@pytest.mark.parametrize(("p90", "end"), [(0.011, 0.02), (0.049, 0.05), (0.051, 0.1), (70.0, 5.0)])
def test_colours_end_where_nine_of_ten_errors_do(p90: float, end: float) -> None:
    assert colours_end(np.full(100, p90, np.float32)) == pytest.approx(end)


def test_calibration_is_medians_in_cm(data: ReportData) -> None:
    rng = np.random.default_rng(0)
    uncertainties = np.repeat(np.float32([0.01, 0.03, 0.02]), 20)
    errors = np.float32(2 * uncertainties)
    order = rng.permutation(60)
    held_out = replace(data.held_out, errors=errors[order], uncertainties=uncertainties[order])
    points = calibration(held_out)
    np.testing.assert_allclose(
        [(p["predicted"], p["actual"]) for p in points], [(1, 2), (2, 4), (3, 6)], rtol=1e-5
    )


def test_the_share_of_points_within_a_distance() -> None:
    curve = cumulative(np.float32([0.01] * 50 + [0.03] * 50))
    assert curve[0] == {"cm": 0.0, "percent": 0.0}
    assert curve[-1] == {"cm": pytest.approx(6), "percent": 100.0}
    halfway = [point["percent"] for point in curve if 1.01 < point["cm"] < 2.99]
    assert halfway
    assert set(halfway) == {50.0}


def test_a_jump_begins_a_new_run() -> None:
    x = [0, 0.1, 0.2, 5, 5.1, 5.2, 5.3, 9]
    assert runs(np.array([[value, 0] for value in x])) == [0, 0, 0, 1, 1, 1, 1, 2]
    assert runs(np.zeros((1, 2))) == [0]


def test_a_trajectory_is_seen_from_above(data: ReportData) -> None:
    path = trajectory(data)
    assert path["frames"][0] == {
        "name": "seq/frame-000005",
        "run": 0,
        **{key: pytest.approx(value) for key, value in {"x": 1.5, "y": 1.0, "ex": 1.53, "ey": 1.0}.items()},
    }
    assert "ex" not in path["frames"][-1]  # lost
    np.testing.assert_allclose(path["training"][2], [1.2, 1.0])
    lying = replace(data, manifest={**data.manifest, "gravity_aligned": False}, up=np.array([0, 0, 1.0]))
    frames = trajectory(lying)["frames"]
    step = np.hypot(frames[1]["x"] - frames[0]["x"], frames[1]["y"] - frames[0]["y"])
    assert step == pytest.approx(0.1, abs=1e-6)  # turned about z, but as long


def test_voxels_cover_the_box() -> None:
    assert voxel_of([[0, 0, 0], [1, 2, 3]]) == pytest.approx((2 * (2 + 6 + 3) / 120_000) ** 0.5)


def test_the_view_looks_the_way_that_a_camera_does(data: ReportData) -> None:
    shown = scene(data, 0.2)
    assert np.linalg.norm(shown["ahead"]) == pytest.approx(1)
    np.testing.assert_allclose(np.array(shown["inside"])[:3, 3], [1.8, 1.0, 1.2])  # of the median frame
    estimated = np.frombuffer(base64.b64decode(shown["cameras"]["estimated"]), "<f4").reshape(-1, 8, 2, 3)
    assert len(estimated) == 6  # but the lost one
    np.testing.assert_allclose(estimated[0, 0, 0], [1.53, 1.0, 1.2], rtol=1e-6)


def test_the_page_is_whole_and_escapes_names(data: ReportData) -> None:
    page = render(data)
    assert len(page) < 25e6
    outside = re.findall(r"""(?:src|href|action)\s*=\s*["'](?!data:)[^"']*""", page.partition("<script")[0])
    assert outside == []
    assert page.count("<script") == page.count("</script") == 5
    assert "map&lt;1&gt;, z up" in page
    assert "<1>" not in page
    assert "CC BY-NC-SA 4.0" in page


def test_lengths_of_a_scene_that_is_not_metric_are_not_told_as_centimetres(data: ReportData) -> None:
    assert "scale is unknown" not in render(data)
    page = render(replace(data, manifest={**data.manifest, "metric": False}))
    assert "<b>Its scale is unknown</b>: a metre of this page is a unit of the scene's own." in page


def test_without_held_out_frames_the_page_says_so(data: ReportData) -> None:
    page = render(replace(data, manifest={**data.manifest, "metrics": None}, against="labels"))
    assert "frames of the training, for want of held-out ones" in page
    assert "All figures" not in page
