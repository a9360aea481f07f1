from __future__ import annotations

import os
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kd3d_ros.geometry import unproject
from offline.datasets.base import DataError, FrameError
from offline.datasets.tum import CAMERAS, Tum, associate

HALF = float(np.sqrt(0.5))
T0 = 1305031102.0


def write_recording(root: Path, colour: dict[str, float], depth: dict[str, float], poses: list[str]) -> Path:
    """Grey 640x480 images, a wall at 2 m (with a hole in the corner), times in seconds after T0."""
    for folder in ("rgb", "depth"):
        (root / folder).mkdir(parents=True)
    image = np.full((480, 640, 3), (30, 20, 10), np.uint8)
    wall = np.full((480, 640), 10000, np.uint16)
    wall[:40, :40] = 0
    for name in colour:
        assert cv2.imwrite(str(root / "rgb" / f"{name}.png"), image)
    for name in depth:
        assert cv2.imwrite(str(root / "depth" / f"{name}.png"), wall)
    header = "# color images\n# file: 'x.bag'\n# timestamp filename\n"
    for kind, files in (("rgb", colour), ("depth", depth)):
        lines = [f"{T0 + time:.6f} {kind}/{name}.png\n" for name, time in files.items()]
        (root / f"{kind}.txt").write_text(header + "".join(lines))
    (root / "groundtruth.txt").write_text("# timestamp tx ty tz qx qy qz qw\n" + "\n".join(poses) + "\n")
    return root


def pose(time: float, x: float, quaternion: tuple[float, float, float, float] = (0, 0, 0, 1)) -> str:
    return " ".join(f"{value:.6f}" for value in (T0 + time, x, 0, 0, *quaternion))


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """Frame b is between two poses; c has no depth in time, d no pose."""
    return write_recording(
        tmp_path / "rgbd_dataset_desk",
        colour={"a": 0.000, "b": 0.100, "c": 0.200, "d": 0.300},
        depth={"da": 0.019, "db": 0.090, "dc": 0.221, "dd": 0.300},
        poses=[
            pose(0.000, 1.0),
            pose(0.095, 2.0),
            pose(0.105, 4.0, (0, 0, HALF, HALF)),
            pose(0.195, 5.0),
            pose(0.205, 5.0),
            pose(0.275, 5.0),
            pose(0.325, 5.0),
        ],
    )


def test_frames_have_colour_depth_and_pose_in_time(recording: Path) -> None:
    dataset = Tum(recording)
    assert dataset.names("all") == ["a", "b"]
    assert dataset.gravity_aligned
    frame = dataset.load("b")
    assert frame.timestamp == pytest.approx(T0 + 0.1, abs=1e-6)
    assert frame.image.shape == (480, 640, 3)
    assert frame.image[5, 5].tolist() == [10, 20, 30]
    assert frame.K.tolist() == [[525, 0, 319.5], [0, 525, 239.5], [0, 0, 1]]
    assert frame.depth is not None
    assert frame.depth[200, 300] == 2.0
    assert frame.depth[39, 39] == 0.0


def test_pose_is_interpolated_between_its_neighbours(recording: Path) -> None:
    dataset = Tum(recording)
    np.testing.assert_allclose(
        dataset.load("a").T_world_camera, [[1, 0, 0, 1], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]], atol=1e-6
    )
    # Half-way between 0 and 90 degrees about z, and between x = 2 and 4.
    np.testing.assert_allclose(
        dataset.load("b").T_world_camera,
        [[HALF, -HALF, 0, 3], [HALF, HALF, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]],
        atol=1e-4,
    )


def test_association_is_one_to_one_and_the_closest_win() -> None:
    # 0.030 is nearer to 0.028 than 0.010 is, and 0.010 then takes its second choice.
    first, second = np.array([0.010, 0.030, 0.500]), np.array([-0.009, 0.028, 0.530])
    assert associate(first, second) == [(0, 0), (1, 1)]
    assert associate(np.array([0.0, 0.001]), np.array([0.001])) == [(1, 0)]


@given(
    st.lists(st.integers(0, 300), unique=True, min_size=1, max_size=12),
    st.lists(st.integers(0, 300), unique=True, min_size=1, max_size=12),
)
def test_association_invariants(first: list[int], second: list[int]) -> None:
    a, b = np.sort(first) / 1000.0, np.sort(second) / 1000.0
    pairs = associate(a, b)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(abs(a[i] - b[j]) <= 0.02 for i, j in pairs)
    left_a = set(range(len(a))) - {i for i, _ in pairs}
    left_b = set(range(len(b))) - {j for _, j in pairs}
    assert all(abs(a[i] - b[j]) > 0.02 - 1e-9 for i in left_a for j in left_b)


@pytest.mark.parametrize("camera", ["freiburg1", "freiburg2", "freiburg3"])
def test_intrinsics_by_the_folder_name_and_no_distortion_left(tmp_path: Path, camera: str) -> None:
    root = write_recording(
        tmp_path / f"rgbd_dataset_{camera}_xyz", {"a": 0.0}, {"da": 0.0}, [pose(0, 1), pose(0.01, 1)]
    )
    # A bright disc where the published camera sees the point (0.35, 0.25, 1), with depth 1 m around it.
    fx, fy, cx, cy = CAMERAS[camera].intrinsics
    K = np.array([[fx, 0, cx], [0, fy, cy], [0, 0, 1.0]])
    point = np.array([[[0.35, 0.25, 1.0]]])
    distortion = np.array(CAMERAS[camera].distortion or np.zeros(5))
    seen, _ = cv2.projectPoints(point, np.zeros(3), np.zeros(3), K, distortion)
    u, v = (int(x) for x in np.rint(seen.ravel()))
    image, depth = np.zeros((480, 640, 3), np.uint8), np.full((480, 640), 10000, np.uint16)
    cv2.circle(image, (u, v), 4, (255, 255, 255), -1)
    cv2.circle(depth, (u, v), 4, 5000, -1)
    cv2.imwrite(str(root / "rgb" / "a.png"), image)
    cv2.imwrite(str(root / "depth" / "da.png"), depth)
    frame = Tum(root).load("a")
    assert frame.depth is not None
    expected = frame.K @ point.ravel()
    for mask in (frame.image[..., 0] > 127, frame.depth == 1.0):
        rows, columns = np.nonzero(mask)
        assert (columns.mean(), rows.mean()) == pytest.approx(tuple(expected[:2]), abs=1.0)
    assert set(np.unique(frame.depth)) == {1.0, 2.0}  # nothing between the surfaces, no empty border
    centre = unproject(frame.depth, frame.K)[frame.depth == 1.0].mean(axis=0)
    np.testing.assert_allclose(centre, [0.35, 0.25, 1.0], atol=3e-3)


def test_missing_and_corrupt_images_are_named(recording: Path) -> None:
    (recording / "depth" / "da.png").unlink()
    (recording / "rgb" / "b.png").write_bytes(b"\x89PNG half")
    dataset = Tum(recording)
    with pytest.raises(FrameError, match=r"da\.png: cannot be read"):
        dataset.load("a")
    with pytest.raises(FrameError, match=r"b\.png: not a decodable image"):
        dataset.load("b")


def test_images_of_another_size_or_without_depth(recording: Path) -> None:
    cv2.imwrite(str(recording / "rgb" / "a.png"), np.zeros((240, 320, 3), np.uint8))
    cv2.imwrite(str(recording / "depth" / "db.png"), np.zeros((480, 640), np.uint16))
    dataset = Tum(recording)
    with pytest.raises(FrameError, match=r"a\.png: 320x240 pixels"):
        dataset.load("a")
    with pytest.raises(FrameError, match=r"db\.png: no valid depth"):
        dataset.load("b")


@pytest.mark.parametrize("file", ["rgb.txt", "depth.txt", "groundtruth.txt"])
def test_index_files_missing_empty_or_damaged(recording: Path, file: str) -> None:
    for text, message in (
        ("# only comments\n", "no lines in it"),
        ("1305031102.0\n", "line '1305031102.0'; expected 'timestamp"),
        ("noon " + " ".join(["x"] * (7 if file == "groundtruth.txt" else 1)), "could not convert"),
    ):
        (recording / file).write_text(text)
        with pytest.raises(DataError, match=rf"{file}: .*{message}"):
            Tum(recording)
    os.remove(recording / file)
    with pytest.raises(DataError, match=rf"{file}: missing"):
        Tum(recording)


def test_clocks_that_do_not_meet(recording: Path) -> None:
    (recording / "depth.txt").write_text("5.0 depth/da.png\n")
    with pytest.raises(DataError, match=r"none of 4 colour images .* share a clock"):
        Tum(recording)


def test_no_image_on_disk(recording: Path) -> None:
    for path in (recording / "rgb").iterdir():
        path.unlink()
    with pytest.raises(DataError, match=r"none of its images is there, such as .*a\.png"):
        Tum(recording)
