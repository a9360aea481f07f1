from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

from kd3d_ros.geometry import transform_points, unproject
from offline.datasets.base import DataError, Frame, FrameError, Skipped, readable_frames
from offline.datasets.seven_scenes import T_COLOUR_DEPTH, SevenScenes

Write = Callable[..., None]


@pytest.fixture
def scene(tmp_path: Path, write_frame: Write) -> Path:
    """Two sequences, of 3 and 2 frames."""
    for number in range(3):
        write_frame(tmp_path / "seq-01", number)
    for number in range(2):
        write_frame(tmp_path / "seq-02", number, ending="jpg")
    return tmp_path


def write_splits(scene: Path, train: str = "sequence1\n", test: str = "sequence2\n") -> None:
    (scene / "TrainSplit.txt").write_text(train)
    (scene / "TestSplit.txt").write_text(test)


def test_lists_png_and_jpeg_frames_of_all_sequences(scene: Path) -> None:
    assert SevenScenes(scene).names("all") == [
        *(f"seq-01/frame-{i:06d}" for i in range(3)),
        *(f"seq-02/frame-{i:06d}" for i in range(2)),
    ]


def test_a_sequence_folder_alone_is_a_recording(scene: Path) -> None:
    dataset = SevenScenes(scene / "seq-02")
    assert dataset.names("all") == ["frame-000000", "frame-000001"]
    assert dataset.load("frame-000001").timestamp == pytest.approx(1 / 30)


def test_loads_a_wall_at_two_metres(scene: Path, write_frame: Write) -> None:
    pose = np.array([[0, 0, 1, 1.0], [-1, 0, 0, 2.0], [0, -1, 0, 3.0], [0, 0, 0, 1]])
    write_frame(scene / "seq-01", 0, pose=pose)
    frame = SevenScenes(scene).load("seq-01/frame-000000")
    assert frame.image.shape == (480, 640, 3)
    assert frame.image[0, 0].tolist() == [10, 20, 30]
    assert frame.K.tolist() == [[525, 0, 320], [0, 525, 240], [0, 0, 1]]
    assert frame.depth is not None
    assert frame.T_world_camera is not None
    # The sensor's centre ray hits the wall at (0, 0, 2): from the colour camera (R p + t) that is
    # (-0.041367, -0.016200, 2.001903), on pixel 320 - 525 * 0.041367 / 2.001903 = 309.15, 235.75.
    assert frame.depth[236, 309] == pytest.approx(2.0019, abs=2e-4)
    assert frame.depth[0, 0] == 0.0
    # The colour camera is 2.6 cm beside the sensor, which stands at (1, 2, 3) and looks along world x.
    assert np.linalg.norm(frame.T_world_camera[:3, 3] - [1, 2, 3]) == pytest.approx(0.02564, abs=1e-4)
    assert frame.T_world_camera[1, 3] == pytest.approx(2 - 0.0256, abs=1e-3)
    # Unprojected to the world, the wall is the plane x = 1 + 2 of the depth sensor's pose.
    points = unproject(frame.depth, frame.K, frame.T_world_camera)
    wall = points[np.isfinite(points[..., 0])]
    np.testing.assert_allclose(wall[:, 0], 3.0, atol=0.02)
    assert abs(float(np.mean(wall[:, 0])) - 3.0) < 0.002


def test_colour_pose_times_extrinsics_is_the_sensor_pose(scene: Path) -> None:
    T = SevenScenes(scene).load("seq-01/frame-000000").T_world_camera
    np.testing.assert_allclose(T @ T_COLOUR_DEPTH, np.eye(4), atol=1e-12)


def test_official_splits(scene: Path) -> None:
    write_splits(scene)
    dataset = SevenScenes(scene)
    assert dataset.names("train") == [f"seq-01/frame-{i:06d}" for i in range(3)]
    assert dataset.names("test") == [f"seq-02/frame-{i:06d}" for i in range(2)]
    assert len(dataset.names("all")) == 5


@pytest.mark.parametrize(
    ("train", "test", "message"),
    [
        ("sequence1\nsequence3\n", "sequence2\n", r"TrainSplit\.txt: names seq-03, of which there are no"),
        ("sequence1\nsequence2\n", "sequence2\n", "seq-02 is in both"),
        ("seq-01\n", "sequence2\n", r"TrainSplit\.txt: line 'seq-01'; expected lines such as 'sequence1'"),
    ],
)
def test_bad_split_files(scene: Path, train: str, test: str, message: str) -> None:
    write_splits(scene, train, test)
    with pytest.raises(DataError, match=message):
        SevenScenes(scene)


def test_one_split_file_without_the_other(scene: Path) -> None:
    (scene / "TrainSplit.txt").write_text("sequence1\n")
    with pytest.raises(DataError, match=r"TestSplit\.txt: missing"):
        SevenScenes(scene)


def test_without_split_files_each_sequence_is_cut_into_blocks(tmp_path: Path, write_frame: Write) -> None:
    for sequence, count in (("seq-01", 50), ("seq-02", 45)):
        write_frame(tmp_path / sequence, 0)
        for number in range(1, count):
            (tmp_path / sequence / f"frame-{number:06d}.color.png").touch()
    test = SevenScenes(tmp_path).names("test")
    assert test == [f"seq-01/frame-{i:06d}" for i in range(40, 50)] + [
        f"seq-02/frame-{i:06d}" for i in range(40, 45)
    ]


@pytest.mark.parametrize("part", ["color", "depth", "pose"])
def test_half_written_frame_is_listed_and_named(scene: Path, write_frame: Write, part: str) -> None:
    write_frame(scene / "seq-02", 7, without=part)
    dataset = SevenScenes(scene)
    assert "seq-02/frame-000007" in dataset.names("all")
    with pytest.raises(FrameError, match=rf"frame-000007\.{part}\.\w+: missing"):
        dataset.load("seq-02/frame-000007")


@pytest.mark.parametrize("value", [0, 65535])
def test_no_depth_at_all(scene: Path, write_frame: Write, value: int) -> None:
    write_frame(scene / "seq-01", 1, depth_mm=value)
    with pytest.raises(FrameError, match=r"frame-000001\.depth\.png: no valid depth"):
        SevenScenes(scene).load("seq-01/frame-000001")


def test_no_reading_is_a_hole_not_a_wall_65_metres_away(scene: Path, write_frame: Write) -> None:
    depth = np.full((480, 640), 2000, np.uint16)
    depth[:, :320] = 65535
    write_frame(scene / "seq-01", 1, depth_mm=depth)
    registered = SevenScenes(scene).load("seq-01/frame-000001").depth
    assert registered is not None
    assert registered.max() < 2.1
    assert not registered[:, :290].any()
    assert registered[240, 330] > 1.9


def test_lost_tracking_corrupt_colour_and_wrong_size_are_skipped(scene: Path, write_frame: Write) -> None:
    write_frame(scene / "seq-01", 0, pose="INF INF INF INF\n" * 4)
    (scene / "seq-01" / "frame-000001.color.png").write_bytes(b"\x89PNG\r\n\x1a\n truncated")
    write_frame(scene / "seq-01", 2, colour_size=(320, 240))
    dataset, skipped = SevenScenes(scene), Skipped()
    frames = list(readable_frames(dataset, dataset.names("all"), skipped))
    assert [frame.name for frame in frames] == ["seq-02/frame-000000", "seq-02/frame-000001"]
    assert "frame-000000.pose.txt: pose is not finite" in skipped.reasons["seq-01/frame-000000"]
    assert "frame-000001.color.png: not a decodable image" in skipped.reasons["seq-01/frame-000001"]
    assert "frame-000002.color.png: 320x240 pixels" in skipped.reasons["seq-01/frame-000002"]


def test_no_frames(tmp_path: Path) -> None:
    (tmp_path / "seq-01").mkdir()
    with pytest.raises(DataError, match=r"no seq-XX/frame-NNNNNN\.color\.png in it"):
        SevenScenes(tmp_path)


def test_packed_sequences(tmp_path: Path) -> None:
    (tmp_path / "seq-01.zip").touch()
    with pytest.raises(DataError, match=r"unpack seq-01\.zip first"):
        SevenScenes(tmp_path)


def test_colour_without_depth_and_pose(tmp_path: Path) -> None:
    folder = tmp_path / "seq-01"
    folder.mkdir()
    (folder / "frame-000000.color.png").touch()
    with pytest.raises(DataError, match="no frame is whole: 1 color, 0 depth and 0 pose files"):
        SevenScenes(tmp_path)


# The real redkitchen.


def seen_from(a: Frame, b: Frame) -> tuple[np.ndarray, np.ndarray]:
    """Depth error (n,) in metres and grey-value difference (m,) of a's points seen, and visible, in b."""
    assert a.depth is not None
    assert b.depth is not None
    points = unproject(a.depth, a.K, a.T_world_camera)
    known = np.isfinite(points[..., 0])
    in_b = transform_points(np.linalg.inv(b.T_world_camera), points[known])
    u, v = np.rint((in_b @ b.K.T)[:, :2] / in_b[:, 2:]).astype(int).T
    inside = (u >= 0) & (u < 640) & (v >= 0) & (v < 480) & (in_b[:, 2] > 0)
    u, v = u[inside], v[inside]
    depth_error = np.abs(in_b[inside, 2] - b.depth[v, u])
    grey_a, grey_b = (
        cv2.GaussianBlur(cv2.cvtColor(f.image, cv2.COLOR_RGB2GRAY), (5, 5), 1).astype(np.float32)
        for f in (a, b)
    )
    difference = np.abs(grey_a[known][inside] - grey_b[v, u])
    known_in_b = b.depth[v, u] > 0
    return depth_error[known_in_b], difference[known_in_b & (depth_error < 0.1)]


def unregistered(frame: Frame, redkitchen: Path) -> Frame:
    """The frame as a loader without calibration would give it."""
    stem = redkitchen / frame.name
    depth = cv2.imread(f"{stem}.depth.png", cv2.IMREAD_UNCHANGED).astype(np.float32) / 1000
    depth[depth > 65] = 0
    return Frame(frame.name, frame.image, frame.K, 0.0, depth, np.loadtxt(f"{stem}.pose.txt"))


def contrast_at_depth_edges(frame: Frame) -> float:
    """Mean colour gradient where depth jumps by a tenth, over that anywhere: high if they are aligned."""
    assert frame.depth is not None
    grey = cv2.cvtColor(frame.image, cv2.COLOR_RGB2GRAY)
    gradient = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    left, right = frame.depth[:, :-1], frame.depth[:, 1:]
    jump = (left > 0) & (right > 0) & (np.abs(left - right) > 0.1 * np.minimum(left, right))
    return float(gradient[:, 1:][jump].mean() / gradient[frame.depth > 0].mean())


def test_redkitchen_split_and_coverage(redkitchen: Path) -> None:
    dataset = SevenScenes(redkitchen)
    assert (len(dataset.names("train")), len(dataset.names("test"))) == (560, 140)
    assert dataset.names("test")[0] == "seq-01/frame-000040"
    depths = [dataset.load(name).depth for name in dataset.names("all")[::140]]
    coverage = np.mean([cv2.resize(d, (320, 240), interpolation=cv2.INTER_NEAREST) > 0 for d in depths])
    assert coverage == pytest.approx(0.73, abs=0.02)


def test_redkitchen_frames_agree_on_the_geometry(redkitchen: Path) -> None:
    dataset = SevenScenes(redkitchen)
    names = dataset.names("all")
    for i in (115, 345, 460):
        depth_error, _ = seen_from(dataset.load(names[i]), dataset.load(names[i + 5]))
        assert np.median(depth_error) < 0.02


def test_redkitchen_registration_aligns_colour_with_depth(redkitchen: Path) -> None:
    dataset = SevenScenes(redkitchen)
    names = dataset.names("all")
    photometric, edges = [], []  # ratios of registered to not registered
    for i in (0, 115, 230, 460):
        a, b = dataset.load(names[i]), dataset.load(names[i + 20])
        raw_a, raw_b = unregistered(a, redkitchen), unregistered(b, redkitchen)
        photometric.append(seen_from(a, b)[1].mean() / seen_from(raw_a, raw_b)[1].mean())
        edges.append(contrast_at_depth_edges(a) / contrast_at_depth_edges(raw_a))
    assert np.mean(photometric) < 0.85
    assert np.mean(edges) > 1.2
