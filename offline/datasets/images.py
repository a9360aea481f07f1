"""Plain images of a place: a folder of jpg or png files, or one folder of them for each sequence.

What is known of camera and poses lies beside the images, or one folder above for all sequences:

- `camera.yaml`: the calibration as ROS's `camera_calibration` writes it.  Images are undistorted by it.
  Without it the intrinsics are unknown.
- `poses.txt`: lines `name tx ty tz qx qy qz qw`, camera-to-world in metres (the TUM format, with the
  image's file name, which may be its timestamp, in the first column; in a file for all sequences,
  `sequence/name`).  Images without a line have no pose.
"""

from __future__ import annotations

import logging
import re
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from kd3d_ros.geometry import Array
from offline.datasets.base import DataError, Dataset, Frame, FrameError, Split, block_split, read_rgb
from offline.datasets.calibration import Maps, Size, read_camera_yaml, undistortion

ENDINGS = (".jpg", ".jpeg", ".png")
CAMERA_FILE, POSES_FILE = "camera.yaml", "poses.txt"
FRAME_RATE = 30.0

log = logging.getLogger(__name__)


class Images(Dataset):
    """Images in natural order (`2.jpg` before `10.jpg`), upright by their EXIF orientation; no depth.

    Frames are named by the file without its ending, with `sequence/` before it if there are sequences, and
    each sequence is split by `block_split`.  Timestamps are counted at 30 Hz, anew in each sequence.
    `metric` says whether there are poses to make a reconstruction metric; which way is up in them is unknown.
    """

    format: ClassVar[str] = "images"

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._sequences = _sequences(root)
        self._of_frame = {
            name: (sequence, index)
            for sequence in self._sequences
            for index, name in enumerate(sequence.files)
        }
        self._poses = _read_poses(root, self._sequences)
        self.metric = bool(self._poses)

    def names(self, split: Split) -> list[str]:
        return [name for sequence in self._sequences for name in block_split(list(sequence.files), split)]

    def load(self, name: str) -> Frame:
        sequence, index = self._of_frame[name]
        pose = self._poses.get(name)
        return Frame(
            name=name,
            image=sequence.read(name),
            K=None if sequence.K is None else sequence.K.copy(),
            timestamp=index / FRAME_RATE,
            T_world_camera=None if pose is None else pose.copy(),
        )


class _Sequence:
    """Images of one camera, by frame name, and what its calibration says."""

    def __init__(self, files: dict[str, Path], camera_file: Path | None) -> None:
        self.files = files
        self.K: Array | None = None
        self._maps: Maps | None = None
        self._size: tuple[Size, Path] | None = None
        """What the images must have, and the file that says so."""
        if camera_file is not None:
            calibration = read_camera_yaml(camera_file)
            self._size = calibration.size, camera_file
            self.K, self._maps = undistortion(calibration)

    def read(self, name: str) -> NDArray[np.uint8]:
        """The image, undistorted.  Raises FrameError if it is not of the sequence's size."""
        file = self.files[name]
        image = read_rgb(file)
        size = image.shape[1], image.shape[0]
        expected, source = self._size = self._size or self._size_of_first() or (size, file)
        if size != expected:
            raise FrameError(
                f"{file}: {size[0]}x{size[1]} pixels; {source} has {expected[0]}x{expected[1]}, and the "
                "images of a sequence share one size (put those of another camera into another folder)"
            )
        if self._maps is not None:
            image = cv2.remap(image, *self._maps, cv2.INTER_LINEAR)  # type: ignore[assignment]
        return image

    def _size_of_first(self) -> tuple[Size, Path] | None:
        """Size of the first readable image, whichever is read first."""
        for file in self.files.values():
            with suppress(FrameError):
                height, width = read_rgb(file).shape[:2]
                return (width, height), file
        return None


def natural_key(path: Path) -> tuple[list[str | int], str]:
    """Sorts the numbers in file names by value: img2 before img10."""
    parts = re.split(r"(\d+)", path.name.casefold())
    return [int(part) if part.isdecimal() else part for part in parts], path.name


def _sequences(root: Path) -> list[_Sequence]:
    """The images of `root`, or those of its folders.  Raises DataError for none, or for both."""
    flat = _images(root, "")
    folders = sorted((path for path in root.iterdir() if path.is_dir()), key=natural_key)
    nested = {folder: files for folder in folders if (files := _images(folder, f"{folder.name}/"))}
    if flat and nested:
        names = ", ".join(folder.name for folder in nested)
        raise DataError(
            f"{root}: has images and also folders of images ({names}); keep the ones to learn from, "
            "or give each sequence a folder"
        )
    if not flat and not nested:
        raise DataError(f"{root}: no images in it or in its folders; expected {', '.join(ENDINGS)} files")
    found = {root: flat} if flat else nested
    return [_Sequence(files, _beside(folder, root)) for folder, files in found.items()]


def _images(folder: Path, prefix: str) -> dict[str, Path]:
    """Image files by frame name, in natural order.  Raises DataError if two share a name."""
    images: dict[str, Path] = {}
    for file in sorted(folder.iterdir(), key=natural_key):
        if file.suffix.lower() not in ENDINGS or file.name.startswith("."):
            continue
        name = prefix + file.stem
        if name in images:
            raise DataError(f"{folder}: {images[name].name} and {file.name} would be one frame; rename one")
        images[name] = file
    return images


def _beside(folder: Path, root: Path) -> Path | None:
    """The calibration of the images in `folder`: there, or for all sequences in `root`."""
    return next((file for file in (folder / CAMERA_FILE, root / CAMERA_FILE) if file.exists()), None)


def _read_poses(root: Path, sequences: list[_Sequence]) -> dict[str, Array]:
    """Camera-to-world poses (4, 4) by frame name: of `root`'s poses.txt and of its sequences' own."""
    poses = _read_pose_lines(root / POSES_FILE)
    for sequence in sequences:
        folder = next(iter(sequence.files.values())).parent
        if folder != root:
            own = _read_pose_lines(folder / POSES_FILE)
            poses |= {f"{folder.name}/{name}": pose for name, pose in own.items()}
    names = {name for sequence in sequences for name in sequence.files}
    known = {name: pose for name, pose in poses.items() if name in names}
    if poses and not known:
        raise DataError(
            f"{root}: {POSES_FILE} names none of its images; it has '{next(iter(poses))}', "
            f"an image is called '{min(names)}'"
        )
    if strange := len(poses) - len(known):
        log.warning("%s: %s has %d lines for images that are not there", root, POSES_FILE, strange)
    if known:
        log.info("%s: poses of %d of %d images are known", root, len(known), len(names))
    return known


def _read_pose_lines(path: Path) -> dict[str, Array]:
    """Poses by the name in the first column, without an image's ending.  Raises DataError."""
    poses: dict[str, Array] = {}
    if not path.exists():
        return poses
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        fields = line.split()
        if not fields or fields[0].startswith("#"):
            continue
        where = f"{path}: line {number} '{line.strip()}'"
        try:
            values = np.array([float(field) for field in fields[1:]])
        except ValueError:
            values = np.empty(0)
        if len(values) != 7 or not np.isfinite(values).all():
            raise DataError(f"{where}; expected 'name tx ty tz qx qy qz qw'")
        if abs(np.linalg.norm(values[3:]) - 1) > 1e-2:
            raise DataError(f"{where}: qx qy qz qw is no unit quaternion")
        name = fields[0]
        if Path(name).suffix.lower() in ENDINGS:
            name = name.rpartition(".")[0]
        if name in poses:
            raise DataError(f"{where}: a second pose for '{name}'")
        poses[name] = np.eye(4)
        poses[name][:3, :3] = Rotation.from_quat(values[3:]).as_matrix()
        poses[name][:3, 3] = values[:3]
    return poses
