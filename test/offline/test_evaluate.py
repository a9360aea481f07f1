"""The figures, from maps and poses whose errors are known."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest

from kd3d_ros.geometry import pixel_grid, resize_affine, unproject, unproject_pixels
from kd3d_ros.predictor import PointMap, Predictor
from kd3d_ros.scene import SceneBundle, load_scene, write_scene
from kd3d_ros.student import Architecture, Student
from offline.datasets import open_dataset
from offline.datasets.base import DataError, Frame
from offline.evaluate import (
    EdgePoints,
    EvaluateConfig,
    FrameResult,
    calibration_error,
    edge_points,
    evaluate,
    evaluate_frame,
    point_errors,
    run,
    summarize,
    true_points,
)

CONTRACT = {
    "point_error_m": {"median", "mean", "p90"},
    "within_5cm": None,
    "within_10cm": None,
    "dropped": None,
    "edges": {"error_m_median", "bleed_share"},
    "pose": {"median_t_m", "median_r_deg", "within_5cm_5deg", "within_2cm_2deg", "lost"},
    "uncertainty": {"calibration_error_m", "predicted_m", "actual_m"},
    "latency_ms": {"median", "p95"},
    "parameters": None,
    "size_mb": None,
    "frames": None,
}
ALSO = {"skipped", "device", "precision", "precision_trials", "backend"}


def frame(**changes: object) -> Frame:
    pose = np.eye(4)
    pose[:3, 3] = 1, 2, 3
    fields = {
        "name": "frame-000000",
        "image": np.zeros((48, 64, 3), np.uint8),
        "K": np.array([[50.0, 0, 31.5], [0, 50.0, 23.5], [0, 0, 1]]),
        "timestamp": 0.0,
        "depth": np.full((48, 64), 2.0, np.float32),
        "T_world_camera": pose,
        **changes,
    }
    return Frame(**fields)  # type: ignore[arg-type]


def perfect_map(size: tuple[int, int]) -> PointMap:
    """The wall 2 m away, in closed form."""
    affine = resize_affine((64, 48), size)
    pixels = (pixel_grid(*size) @ affine[:, :2].T + affine[:, 2]).astype(np.float32)
    depth = np.full(size[::-1], 2.0, np.float32)
    points = unproject_pixels(pixels, depth, frame().K, frame().T_world_camera)
    return PointMap(points, np.full(size[::-1], 0.1, np.float32))


NO_EDGES = EdgePoints(np.zeros(0, np.float32), np.zeros(0, np.bool_))


def result(
    errors: list[float],
    t: float,
    r: float,
    seconds: float = 0.01,
    dropped: float = 0.0,
    edges: EdgePoints = NO_EDGES,
) -> FrameResult:
    uncertainties = np.full(len(errors), 0.1, np.float32)
    return FrameResult("a", np.array(errors, np.float32), uncertainties, t, r, seconds, dropped, edges)


def two_walls() -> Frame:
    """A wall 2 m away on the left, and one 3 m away from column 32 on."""
    depth = np.full((48, 64), 2.0, np.float32)
    depth[:, 32:] = 3
    return frame(depth=depth)


@pytest.fixture
def bundle_4_3(tmp_path: Path, tiny_bundle: SceneBundle) -> tuple[Path, str]:
    """The tiny scene with the aspect of the wall's images."""
    fields = {**tiny_bundle.architecture.as_dict(), "input_size": (128, 96)}
    student = Student(Architecture(**fields))  # type: ignore[arg-type]
    write_scene(tmp_path / "scenes" / "wall", student, {}, {**tiny_bundle.manifest, "scene": "wall"})
    return tmp_path / "scenes", "wall"


@pytest.fixture
def config(bundle_4_3: tuple[Path, str], wall: Path, tmp_path: Path) -> EvaluateConfig:
    return EvaluateConfig(
        scene="wall", scenes_dir=bundle_4_3[0], data=wall, work_dir=tmp_path / "work", precision="fp32"
    )


@pytest.mark.parametrize("size", [(64, 48), (32, 24), (16, 8)])
def test_a_perfect_map_has_no_error(size: tuple[int, int]) -> None:
    errors, uncertainties = point_errors(perfect_map(size), frame())
    assert errors.shape == uncertainties.shape == (size[0] * size[1],)
    assert errors.max() < 1e-5
    assert (uncertainties == np.float32(0.1)).all()


def test_errors_are_distances_where_there_is_truth() -> None:
    depth = np.full((48, 64), 2.0, np.float32)
    depth[:, :32] = 0
    shifted = perfect_map((32, 24))
    errors, uncertainties = point_errors(
        PointMap(shifted.points + np.array([0.3, 0, 0.4], np.float32), shifted.uncertainty),
        frame(depth=depth),
    )
    assert errors.shape == uncertainties.shape == (24 * 16,)
    np.testing.assert_allclose(errors, 0.5, atol=1e-5)


def test_points_that_are_not_given_have_no_error() -> None:
    given = perfect_map((32, 24))
    given.points[3, 4] = np.nan
    errors, uncertainties = point_errors(given, frame())
    assert errors.shape == uncertainties.shape == (24 * 32 - 1,)
    assert errors.max() < 1e-5


def test_points_at_depth_edges_by_hand() -> None:
    walls = two_walls()
    truth = true_points(walls, (64, 48))
    exact = edge_points(PointMap(truth, np.ones((48, 64), np.float32)), walls)
    assert exact.errors.shape == exact.hanging.shape == (4 * 48,)  # columns 30 to 33
    assert exact.errors.max() == 0
    assert not exact.hanging.any()

    points = truth.copy()
    points[:, 10] += 1  # far from the edge: does not count
    points[:, 30] += (0.3, 0, 0.02)  # beside, but on its surface
    points[:, 31] += (0, 0, 0.5)  # the camera looks along z
    points[:, 32] = np.nan
    points[:, 33] += (0, 0, 0.5)  # behind both
    smeared = edge_points(PointMap(points, np.ones((48, 64), np.float32)), walls)
    assert smeared.errors.shape == smeared.hanging.shape == (3 * 48,)
    assert np.median(smeared.errors) == pytest.approx(0.5)
    assert smeared.hanging.mean() == pytest.approx(1 / 3)


def test_depth_is_that_of_the_true_camera() -> None:
    walls = two_walls()
    turned = np.array([[0.0, 0, 1, 5], [-1, 0, 0, 6], [0, -1, 0, 7], [0, 0, 0, 1]])
    moved = Frame(**{**vars(walls), "T_world_camera": turned})
    points = true_points(moved, (64, 48))
    points[:, 31] += (0.5, 0, 0)  # the camera looks along the world's x
    assert edge_points(PointMap(points, np.ones((48, 64), np.float32)), moved).hanging.sum() == 48


def test_an_edge_point_whose_own_truth_is_unknown_may_still_hang() -> None:
    walls = two_walls()
    points = true_points(walls, (64, 48)).copy()
    points[:, 31] += (0, 0, 0.5)
    assert walls.depth is not None
    walls.depth[:, 31] = 0
    edges = edge_points(PointMap(points, np.ones((48, 64), np.float32)), walls)
    assert (len(edges.errors), len(edges.hanging), edges.hanging.sum()) == (2 * 48, 3 * 48, 48)


def test_a_frame_s_share_of_dropped_points(bundle_4_3: tuple[Path, str]) -> None:
    predictor = Predictor(load_scene(*bundle_4_3), "cpu", "fp32")
    given = perfect_map((64, 48))
    given.points[:12] = np.nan
    predictor.predict = lambda image: given  # type: ignore[method-assign]
    measured = evaluate_frame(predictor, two_walls())
    assert measured.dropped == 0.25
    assert len(measured.errors) == 36 * 64
    assert len(measured.edges.errors) == 4 * 36


def test_truth_at_full_size_is_the_unprojection() -> None:
    expected = unproject(frame().depth, frame().K, frame().T_world_camera)  # type: ignore[arg-type]
    np.testing.assert_array_equal(true_points(frame(), (64, 48)), expected)
    with pytest.raises(DataError, match="no depth, no pose or no intrinsics"):
        true_points(frame(depth=None), (64, 48))


def test_figures_by_hand() -> None:
    figures = summarize(
        [
            result([0.01, 0.03, 0.07], 0.01, 1.0, 0.010),
            result([0.2], 0.04, 3.0, 0.030),
            result([], 0.01, 6.0, 0.020),
        ]
    )
    assert figures["frames"] == 3
    assert figures["point_error_m"]["median"] == pytest.approx(0.05)
    assert figures["point_error_m"]["mean"] == pytest.approx(0.0775)
    assert figures["point_error_m"]["p90"] == pytest.approx(0.07 + 0.7 * 0.13)
    assert figures["within_5cm"] == 0.5
    assert figures["within_10cm"] == 0.75
    assert figures["pose"] == {
        "median_t_m": pytest.approx(0.01),
        "median_r_deg": pytest.approx(3.0),
        "within_5cm_5deg": pytest.approx(2 / 3),
        "within_2cm_2deg": pytest.approx(1 / 3),
        "lost": 0.0,
    }
    assert figures["latency_ms"]["median"] == pytest.approx(20)
    assert figures["latency_ms"]["p95"] == pytest.approx(29)


def test_figures_of_dropped_and_edge_points_by_hand() -> None:
    first = EdgePoints(np.array([0.1, 0.2], np.float32), np.array([True, False]))
    second = EdgePoints(np.array([0.6], np.float32), np.array([False, False]))
    figures = summarize(
        [
            result([0.1], 0.01, 1.0, dropped=0.1, edges=first),
            result([0.1], 0.01, 1.0, dropped=0.3, edges=second),
        ]
    )
    assert figures["dropped"] == pytest.approx(0.2)
    assert figures["edges"] == {"error_m_median": pytest.approx(0.2), "bleed_share": pytest.approx(0.25)}
    assert summarize([result([0.1], 0.01, 1.0)])["edges"] == {"error_m_median": None, "bleed_share": None}


def test_a_lost_pose_counts_against_the_shares() -> None:
    lost = result([0.1], math.inf, math.inf)
    pose = summarize([result([0.1], 0.01, 0.5), result([0.1], 0.02, 0.7), lost])["pose"]
    assert pose["median_t_m"] == pytest.approx(0.02)
    assert pose["within_5cm_5deg"] == pytest.approx(2 / 3)
    assert pose["lost"] == pytest.approx(1 / 3)
    all_lost = summarize([lost, lost])["pose"]
    assert all_lost["median_t_m"] is None
    assert all_lost["median_r_deg"] is None
    assert all_lost["lost"] == 1.0


def test_calibration_error_by_hand() -> None:
    uncertainties = np.array([0.1, 0.1, 0.3, 0.3], np.float32)
    errors = np.array([0.0, 0.2, 0.3, 0.7], np.float32)
    assert calibration_error(uncertainties, errors, bins=2) == pytest.approx((0.0 + 0.2) / 2)
    shuffled = np.array([3, 2, 0, 1])
    assert calibration_error(uncertainties[shuffled], errors[shuffled], bins=2) == pytest.approx(0.1)
    assert calibration_error(errors, errors) == 0.0
    assert calibration_error(uncertainties, uncertainties + np.float32(0.05)) == pytest.approx(0.05)


def test_the_json_has_the_contract_s_keys(config: EvaluateConfig, capsys: pytest.CaptureFixture[str]) -> None:
    file = run(config)
    assert file == config.scene_work_dir / "evaluation.json"
    figures = json.loads(file.read_text(), parse_constant=lambda text: pytest.fail(f"{text} is not JSON"))
    assert json.loads(capsys.readouterr().out) == figures
    assert set(figures) == set(CONTRACT) | ALSO
    assert {key: set(value) for key, value in figures.items() if isinstance(value, dict)} == {
        key: value for key, value in CONTRACT.items() if value
    }
    assert figures["frames"] == 6
    assert figures["skipped"] == 0
    assert figures["point_error_m"]["median"] > 0.1  # random weights


def test_the_json_goes_where_it_is_told_and_all_frames_count(config: EvaluateConfig, wall: Path) -> None:
    for path in sorted(wall.rglob("frame-*"))[: 3 * 36]:
        path.unlink()  # leave ten frames
    out = config.work_dir / "deep" / "figures.json"
    changed = EvaluateConfig(**{**vars(config), "json": out, "split": "all"})
    assert run(changed) == out
    assert json.loads(out.read_text())["frames"] == 10


def test_a_corrupt_frame_is_counted_as_skipped(config: EvaluateConfig, wall: Path) -> None:
    (wall / "seq-01" / "frame-000041.color.jpg").write_bytes(b"")
    figures = json.loads(run(config).read_text())
    assert (figures["frames"], figures["skipped"]) == (5, 1)


def test_no_usable_frame_is_an_error_that_says_why(config: EvaluateConfig, wall: Path) -> None:
    for number in range(40, 46):
        (wall / "seq-01" / f"frame-0000{number}.pose.txt").write_text("inf " * 16)
    with pytest.raises(
        DataError, match=r"none of 6 frames has depth, pose and intrinsics; 6 .* skipped: .*pose\.txt"
    ):
        run(config)


def test_images_of_another_aspect_are_letterboxed(tiny_bundle: SceneBundle, wall: Path) -> None:
    predictor = Predictor(tiny_bundle, "cpu", "fp32")
    dataset = open_dataset(wall)
    names = dataset.names("test")
    assert evaluate(predictor, dataset, names)["frames"] == len(names)
    assert predictor.predict(dataset.load(names[0]).image).points.shape == (32, 43, 3)  # 640x480 in 96x64
