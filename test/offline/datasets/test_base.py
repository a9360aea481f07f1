from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from offline.datasets.base import (
    Dataset,
    Frame,
    FrameError,
    Skipped,
    Split,
    block_split,
    check_pose,
    read_depth_png,
    read_pose_txt,
    read_rgb,
    readable_frames,
)


def test_block_split_tests_every_fifth_block_of_twenty() -> None:
    names = [str(i) for i in range(700)]
    test = block_split(names, "test")
    assert len(test) == 140
    assert test[:20] == [str(i) for i in range(40, 60)]
    assert test[20] == "140"


@given(st.integers(0, 400), st.integers(1, 50))
def test_block_split_is_a_partition_in_order(count: int, block: int) -> None:
    names = [f"{i:04d}" for i in range(count)]
    train, test = block_split(names, "train", block), block_split(names, "test", block)
    assert train == sorted(train)
    assert test == sorted(test)
    assert sorted(train + test) == names == block_split(names, "all", block)


def test_rgb_is_rgb(tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    cv2.imwrite(str(path), np.full((2, 3, 3), (30, 20, 10), np.uint8))
    image = read_rgb(path)
    assert image.shape == (2, 3, 3)
    assert image[0, 0].tolist() == [10, 20, 30]


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0 not a jpeg"])
def test_corrupt_image_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.jpg"
    path.write_bytes(content)
    with pytest.raises(FrameError, match=r"x\.jpg: not a decodable image"):
        read_rgb(path)


@pytest.mark.parametrize("ending", [".jpg", ".png"])
def test_half_written_image_is_named(tmp_path: Path, ending: str) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (64, 64, 3), np.uint8)
    path = tmp_path / f"x{ending}"
    data = cv2.imencode(ending, noise)[1].tobytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(FrameError, match=rf"x\{ending}: "):
        read_rgb(path)


def test_missing_image_is_named(tmp_path: Path) -> None:
    with pytest.raises(FrameError, match=r"x\.png: cannot be read"):
        read_rgb(tmp_path / "x.png")


def test_depth_is_metres_and_no_reading_is_zero(tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    cv2.imwrite(str(path), np.array([[0, 65535, 1500, 65534]], np.uint16))
    np.testing.assert_allclose(read_depth_png(path, 1000.0), [[0, 0, 1.5, 65.534]], rtol=1e-6)


@pytest.mark.parametrize("array", [np.zeros((2, 2), np.uint8), np.zeros((2, 2, 3), np.uint16)])
def test_depth_of_another_type_is_refused(tmp_path: Path, array: np.ndarray) -> None:
    path = tmp_path / "x.png"
    cv2.imwrite(str(path), array)
    with pytest.raises(FrameError, match=r"x\.png: depth is .* expected one uint16 channel"):
        read_depth_png(path, 1000.0)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "pose"),
        ("1 0 0\n0 1 0\n0 0 1\n", r"shape \(3, 3\)"),
        ("-1.#IND 0 0 0\n0 1 0 0\n0 0 1 0\n0 0 0 1\n", "not a readable pose"),
        ("INF INF INF INF\n0 1 0 0\n0 0 1 0\n0 0 0 1\n", "not finite"),
        ("nan 0 0 0\n0 1 0 0\n0 0 1 0\n0 0 0 1\n", "not finite"),
        ("2 0 0 0\n0 1 0 0\n0 0 1 0\n0 0 0 1\n", "rotation"),
        ("1 0 0 0\n0 1 0 0\n0 0 -1 0\n0 0 0 1\n", "rotation"),
    ],
)
@pytest.mark.filterwarnings("ignore:loadtxt")
def test_bad_poses_are_refused_by_name(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "x.pose.txt"
    path.write_text(text)
    with pytest.raises(FrameError, match=rf"x\.pose\.txt: .*{message}"):
        read_pose_txt(path)


def test_pose_passes_through() -> None:
    T = np.array([[0, -1, 0, 1], [1, 0, 0, 2], [0, 0, 1, 3], [0, 0, 0, 1.0]])
    assert check_pose(T, "here") is T


class _TwoFrames(Dataset):
    format = "two"

    def names(self, split: Split) -> list[str]:
        return ["good", "bad"]

    def load(self, name: str) -> Frame:
        if name == "bad":
            raise FrameError("bad.png: cannot be read")
        return Frame(name, np.zeros((1, 1, 3), np.uint8), np.eye(3), 0.0)


def test_unreadable_frames_are_skipped_and_reported(caplog: pytest.LogCaptureFixture) -> None:
    dataset, skipped = _TwoFrames(Path()), Skipped()
    frames = list(readable_frames(dataset, dataset.names("all"), skipped))
    assert [frame.name for frame in frames] == ["good"]
    assert skipped.reasons == {"bad": "bad.png: cannot be read"}
    assert "bad.png" in caplog.text
