"""Plain images, with whatever is known of camera and poses beside them."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from offline.datasets import detect_format, open_dataset
from offline.datasets.base import DataError, FrameError
from offline.datasets.images import Images

# As `rosrun camera_calibration cameracalibrator.py` writes it.
CAMERA = """\
image_width: {width}
image_height: {height}
camera_name: narrow_stereo
camera_matrix:
  rows: 3
  cols: 3
  data: [ 100.5,    0. ,  31.5,
            0. ,  101. ,  23.5,
            0. ,    0. ,   1. ]
distortion_model: {model}
distortion_coefficients:
  rows: 1
  cols: 5
  data: [{distortion}]
"""


def write_image(file: Path, size: tuple[int, int] = (64, 48), value: int | np.ndarray = 100) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    image = np.broadcast_to(np.asarray(value, np.uint8), (size[1], size[0], 3)).copy()
    assert cv2.imwrite(str(file), image)


def write_camera(
    file: Path, distortion: str = "0., 0., 0., 0., 0.", model: str = "plumb_bob", width: int = 64
) -> None:
    file.write_text(CAMERA.format(width=width, height=48, distortion=distortion, model=model))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve images, 1.jpg to 12.jpg, whose grey value is their number."""
    for number in range(1, 13):
        write_image(tmp_path / "room" / f"{number}.png", value=number)
    return tmp_path / "room"


def test_a_flat_folder_in_natural_order(folder: Path) -> None:
    dataset = open_dataset(folder)
    assert dataset.format == "images"
    assert dataset.names("all") == [str(number) for number in range(1, 13)]
    frame = dataset.load("10")
    assert frame.image.shape == (48, 64, 3)
    assert frame.image[0, 0].tolist() == [10, 10, 10]
    assert frame.timestamp == pytest.approx(9 / 30)
    assert (frame.K, frame.depth, frame.T_world_camera) == (None, None, None)
    assert not dataset.metric
    assert not dataset.gravity_aligned


def test_each_sequence_is_split_by_blocks(tmp_path: Path) -> None:
    for sequence, count in (("walk10", 45), ("walk2", 41)):
        for number in range(count):
            write_image(tmp_path / sequence / f"{number}.JPG", size=(4, 4))
    dataset = open_dataset(tmp_path)
    assert dataset.names("test") == ["walk2/40", *(f"walk10/{number}" for number in range(40, 45))]
    assert len(dataset.names("train")) == 80
    assert dataset.load("walk10/40").timestamp == pytest.approx(40 / 30)


def test_photos_are_turned_upright(tmp_path: Path) -> None:
    pixels = np.zeros((8, 16, 3), np.uint8)
    pixels[:, :8] = 255  # the left half is white; turned clockwise, the upper one
    exif = Image.Exif()
    exif[0x0112] = 6  # "rotate 90 CW"
    Image.fromarray(pixels).save(tmp_path / "phone.jpg", exif=exif, quality=95)
    image = Images(tmp_path).load("phone").image
    assert image.shape == (16, 8, 3)
    assert image[:7].min() > 200
    assert image[9:].max() < 50


def test_a_calibration_without_distortion_leaves_images_alone(folder: Path) -> None:
    write_camera(folder / "camera.yaml")
    frame = Images(folder).load("7")
    assert frame.K is not None
    assert frame.K.tolist() == [[100.5, 0, 31.5], [0, 101, 23.5], [0, 0, 1]]
    assert (frame.image == 7).all()


@pytest.mark.parametrize(
    ("model", "distortion"),
    [("plumb_bob", "-0.3, 0.1, 0.002, -0.001, 0."), ("equidistant", "-0.4, 0.05, 0.01, 0.")],
)
def test_distortion_is_taken_out_of_image_and_intrinsics(tmp_path: Path, model: str, distortion: str) -> None:
    # A bright spot drawn where the distorted camera sees the ray (0.15, -0.1, 1).
    write_camera(tmp_path / "camera.yaml", distortion, model)
    ray = np.array([[[0.15, -0.1, 1.0]]])
    K = np.array([[100.5, 0, 31.5], [0, 101.0, 23.5], [0, 0, 1]])
    D = np.array([float(value) for value in distortion.split(",")])
    zero = np.zeros((3, 1))
    project = cv2.projectPoints if model == "plumb_bob" else cv2.fisheye.projectPoints
    distorted = project(ray, zero, zero, K, D)[0].ravel()
    v, u = np.mgrid[:48, :64]
    spot = 255 * np.exp(-((u - distorted[0]) ** 2 + (v - distorted[1]) ** 2) / 8)
    write_image(tmp_path / "a.png", value=spot[..., None])
    frame = Images(tmp_path).load("a")
    assert frame.K is not None
    assert frame.image.shape == (48, 64, 3)
    weight = frame.image[..., 0].astype(float)
    centre = np.array([(weight * u).sum(), (weight * v).sum()]) / weight.sum()
    np.testing.assert_allclose(centre, (frame.K @ ray.ravel())[:2], atol=0.1)
    assert np.abs(frame.K - K).max() > 1


def test_the_calibration_above_serves_all_sequences_unless_they_have_their_own(tmp_path: Path) -> None:
    write_image(tmp_path / "a" / "0.png")
    write_image(tmp_path / "b" / "0.png", size=(32, 48))
    write_camera(tmp_path / "camera.yaml")
    write_camera(tmp_path / "b" / "camera.yaml", width=32)
    dataset = Images(tmp_path)
    assert dataset.load("a/0").K is not None
    assert dataset.load("b/0").K is not None


def test_partly_known_poses(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    half = np.sqrt(0.5)
    lines = [
        "# name tx ty tz qx qy qz qw",
        f"2.png 1 2 3 0 0 {half} {half}",
        "5 0 0 0 0 0 0 1",
        "99 0 0 0 0 0 0 1",
    ]
    (folder / "poses.txt").write_text("\n".join(lines))
    dataset = Images(folder)
    assert dataset.metric
    np.testing.assert_allclose(
        dataset.load("2").T_world_camera,
        [[0, -1, 0, 1], [1, 0, 0, 2], [0, 0, 1, 3], [0, 0, 0, 1]],
        atol=1e-12,
    )
    np.testing.assert_array_equal(dataset.load("5").T_world_camera, np.eye(4))
    assert dataset.load("6").T_world_camera is None
    assert "1 lines for images that are not there" in caplog.text


def test_poses_by_timestamp_and_by_sequence(tmp_path: Path) -> None:
    write_image(tmp_path / "a" / "1305031102.175304.png")
    write_image(tmp_path / "b" / "1.png")
    (tmp_path / "a" / "poses.txt").write_text("1305031102.175304 1 0 0 0 0 0 1\n")
    (tmp_path / "poses.txt").write_text("b/1 2 0 0 0 0 0 1\n")
    dataset = Images(tmp_path)
    positions = [dataset.load(name).T_world_camera[0, 3] for name in dataset.names("all")]
    assert positions == [1, 2]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("2 1 2 3 0 0 1", r"poses\.txt: line 1 '2 1 2 3 0 0 1'; expected 'name tx ty tz qx qy qz qw'"),
        ("2 nan 2 3 0 0 0 1", "expected 'name tx"),
        ("2 1 2 3 0 0 0 2", "no unit quaternion"),
        ("2 0 0 0 0 0 0 1\n2.png 0 0 0 0 0 0 1", "line 2 .* a second pose for '2'"),
        ("frame_2 0 0 0 0 0 0 1", "names none of its images; it has 'frame_2', an image is called '1'"),
    ],
)
def test_bad_poses_are_named(folder: Path, line: str, message: str) -> None:
    (folder / "poses.txt").write_text(line + "\n")
    with pytest.raises(DataError, match=message):
        Images(folder)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("image_width: 64", "image_width: wide", r"camera\.yaml: image_width is 'wide'"),
        ("100.5", "0", "camera_matrix.data is .*; expected fx 0 cx 0 fy cy 0 0 1"),
        ("[0.1, 0.]", "[0.1, 0.2]", "2 distortion_coefficients; distortion_model 'plumb_bob' has 4 or 5"),
        ("[0.1, 0.]", "[much]", r"distortion_coefficients\.data is \['much'\]"),
        ("plumb_bob", "atan", r"distortion_model 'atan' is unknown; choose from \['plumb_bob'"),
        ("camera_matrix", "matrix", "camera_matrix.data is None"),
        ("image_width: 64", "{", "not readable as YAML"),
    ],
)
def test_bad_calibrations_are_named(folder: Path, old: str, new: str, message: str) -> None:
    write_camera(folder / "camera.yaml", "0.1, 0.")
    file = folder / "camera.yaml"
    file.write_text(file.read_text().replace(old, new))
    with pytest.raises(DataError, match=message):
        Images(folder)


def test_images_of_a_sequence_share_one_size(folder: Path) -> None:
    write_image(folder / "3.png", size=(48, 64))
    dataset = Images(folder)
    with pytest.raises(FrameError, match=r"3\.png: 48x64 pixels; .*1\.png has 64x48"):
        dataset.load("3")
    dataset.load("4")


def test_an_unreadable_first_image_does_not_spoil_the_others(folder: Path) -> None:
    (folder / "1.png").write_bytes(b"")
    dataset = Images(folder)
    with pytest.raises(FrameError, match=r"1\.png: not a decodable image"):
        dataset.load("1")
    dataset.load("2")


def test_images_must_fit_their_calibration(folder: Path) -> None:
    write_camera(folder / "camera.yaml", width=640)
    with pytest.raises(FrameError, match=r"1\.png: 64x48 pixels; .*camera\.yaml has 640x48"):
        Images(folder).load("1")


def test_depth_images_are_no_images(tmp_path: Path) -> None:
    assert cv2.imwrite(str(tmp_path / "0.png"), np.full((4, 4), 2000, np.uint16))
    with pytest.raises(FrameError, match=r"0\.png: uint16 values; .* 8 bits"):
        Images(tmp_path).load("0")


def test_two_files_of_one_name(tmp_path: Path) -> None:
    write_image(tmp_path / "a.png")
    write_image(tmp_path / "a.jpg")
    with pytest.raises(DataError, match=r"a\.jpg and a\.png would be one frame"):
        Images(tmp_path)


def test_images_and_folders_of_images_are_refused(folder: Path) -> None:
    write_image(folder / "masks" / "1.png")
    with pytest.raises(DataError, match=r"images and also folders of images \(masks\)"):
        Images(folder)


def test_a_folder_without_images(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(DataError, match=r"no images in it or in its folders; expected \.jpg, \.jpeg, \.png"):
        open_dataset(tmp_path, "images")


@pytest.mark.parametrize(
    ("files", "format"),
    [
        (["a.jpg"], "images"),
        (["a.PNG"], "images"),
        (["walk/a.JPEG"], "images"),
        (["seq-01/frame-000000.color.jpg"], "seven_scenes"),
        (["frame-000000.color.jpg", "frame-000000.depth.png"], "seven_scenes"),
        (["data/frame-000000.color.jpg"], "twelve_scenes"),
        (["rgb.txt", "rgb/1.png"], "tum"),
        (["office.yaml", "a.png"], "office"),
    ],
)
def test_whatever_else_a_folder_is_comes_first(tmp_path: Path, files: list[str], format: str) -> None:
    for file in files:
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).touch()
    assert detect_format(tmp_path) == format
