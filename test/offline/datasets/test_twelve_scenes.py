from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from kd3d_ros.geometry import unproject
from offline.datasets.base import DataError, FrameError
from offline.datasets.twelve_scenes import TwelveScenes

Write = Callable[..., None]
SIZE = (1296, 968)
INFO = """m_versionNumber = 2
m_sensorName = StructureSensor
m_colorWidth = 1296
m_colorHeight = 968
m_depthWidth = 640
m_depthHeight = 480
m_depthShift = 1000
m_calibrationColorIntrinsic = 1158.3 0 649 0 0 1153.53 483.5 0 0 0 1 0 0 0 0 1\x20
m_calibrationColorExtrinsic = 1 0 0 -0 0 1 0 -0 0 0 1 -0 0 0 0 1\x20
m_calibrationDepthIntrinsic = 572 0 320 0 0 572 240 0 0 0 1 0 0 0 0 1\x20
m_calibrationDepthExtrinsic = 1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1\x20
m_frames.size = 4
"""
SPLIT = "sequence0 [frames=2]  [start=0 ; end=1]\nsequence1 [frames=2]  [start=2 ; end=3]\n"


@pytest.fixture
def scene(tmp_path: Path, write_frame: Write) -> Path:
    for number in range(4):
        write_frame(tmp_path / "data", number, colour_size=SIZE, ending="jpg")
    (tmp_path / "info.txt").write_text(INFO)
    (tmp_path / "split.txt").write_text(SPLIT)
    return tmp_path


def test_first_sequence_is_test_the_rest_training(scene: Path) -> None:
    dataset = TwelveScenes(scene)
    assert dataset.names("test") == ["frame-000000", "frame-000001"]
    assert dataset.names("train") == ["frame-000002", "frame-000003"]
    assert len(dataset.names("all")) == 4


def test_split_goes_by_frame_number_where_frames_are_absent(scene: Path) -> None:
    for path in (scene / "data").glob("frame-000000.*"):
        path.unlink()
    dataset = TwelveScenes(scene)
    assert dataset.names("test") == ["frame-000001"]
    assert dataset.names("train") == ["frame-000002", "frame-000003"]


def test_without_split_file_frames_are_cut_into_blocks(scene: Path) -> None:
    (scene / "split.txt").unlink()
    dataset = TwelveScenes(scene)
    assert len(dataset.names("train")) == 4
    assert dataset.names("test") == []


def test_loads_colour_with_the_depth_of_the_same_rays(scene: Path, write_frame: Write) -> None:
    depth = np.full((480, 640), 3000, np.uint16)
    depth[100, 500] = 1500
    depth[:, :10] = 0
    pose = np.array([[0, 0, 1, 1.0], [-1, 0, 0, 2.0], [0, -1, 0, 3.0], [0, 0, 0, 1]])
    write_frame(scene / "data", 2, colour_size=SIZE, ending="jpg", depth_mm=depth, pose=pose)
    frame = TwelveScenes(scene).load("frame-000002")
    assert frame.image.shape == (968, 1296, 3)
    assert frame.K.tolist() == [[1158.3, 0, 649], [0, 1153.53, 483.5], [0, 0, 1]]
    assert frame.timestamp == pytest.approx(2 / 30)
    assert frame.depth is not None
    assert frame.T_world_camera is not None
    np.testing.assert_allclose(frame.T_world_camera, pose)
    # Depth pixel (500, 100) +- 0.5 px: rays (499.5 - 320) / 572 .. (500.5 - 320) / 572 in x: colour columns
    # 649 + 1158.3 * 0.31381 = 1012.49 .. 1014.51, and rows 200.16 .. 202.18 likewise.
    rows, columns = np.nonzero(frame.depth == 1.5)
    assert set(rows.tolist()) == {201, 202}
    assert set(columns.tolist()) == {1013, 1014}
    # Everything else with depth is the wall at 3 m along world x from (1, 2, 3).
    points = unproject(frame.depth, frame.K, frame.T_world_camera)
    np.testing.assert_allclose(points[frame.depth == 3.0][:, 0], 4.0, atol=1e-5)
    assert (frame.depth > 0).mean() == pytest.approx(630 / 640, abs=5e-3)
    assert not frame.depth[:, :18].any()


@pytest.mark.parametrize("text", ["INF INF INF INF\n" * 4, "-1.#INF -1.#IND 0 0\n" * 4])
def test_invalid_pose(scene: Path, write_frame: Write, text: str) -> None:
    write_frame(scene / "data", 1, colour_size=SIZE, ending="jpg", pose=text)
    with pytest.raises(FrameError, match=r"frame-000001\.pose\.txt: "):
        TwelveScenes(scene).load("frame-000001")


def test_frame_without_depth_values_or_of_another_size(scene: Path, write_frame: Write) -> None:
    write_frame(scene / "data", 1, colour_size=SIZE, ending="jpg", depth_mm=0)
    write_frame(scene / "data", 2, colour_size=(640, 480), ending="jpg")
    write_frame(scene / "data", 9, without="depth")
    dataset = TwelveScenes(scene)
    with pytest.raises(FrameError, match=r"frame-000001\.depth\.png: no valid depth"):
        dataset.load("frame-000001")
    with pytest.raises(
        FrameError, match=r"frame-000002\.color\.jpg: 640x480 pixels; info\.txt says 1296x968"
    ):
        dataset.load("frame-000002")
    with pytest.raises(FrameError, match=r"frame-000009\.depth\.png: missing"):
        dataset.load("frame-000009")


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("info.txt", "m_depthShift = 1000", "", "'m_depthShift = ' with 1 number"),
        ("info.txt", "572 0 320 0 0", "572 0 320 zero 0", "'m_calibrationDepthIntrinsic = ' with 16 number"),
        (
            "info.txt",
            "1 0 0 -0",
            "1 0 0 0.1",
            "m_calibrationColorExtrinsic is 1 0 0 0.1 .* has only identity",
        ),
        ("split.txt", "start=0", "first=0", "line 'sequence0 .* expected lines such as"),
        ("split.txt", SPLIT.splitlines()[1], "", r"names 1 sequence\(s\)"),
    ],
)
def test_damaged_calibration_and_split(scene: Path, file: str, old: str, new: str, message: str) -> None:
    text = (scene / file).read_text()
    assert old in text
    (scene / file).write_text(text.replace(old, new))
    with pytest.raises(DataError, match=rf"{file}: .*{message}"):
        TwelveScenes(scene)


def test_missing_calibration(scene: Path) -> None:
    (scene / "info.txt").unlink()
    with pytest.raises(DataError, match=r"info\.txt: missing"):
        TwelveScenes(scene)


def test_no_frames(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"no data/frame-NNNNNN\.color\.jpg in it"):
        TwelveScenes(tmp_path)
