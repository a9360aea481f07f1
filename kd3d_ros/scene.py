"""The scene bundle: the folder that is copied to the robot.  Written whole, read strictly.

A bundle holds `scene.yaml` (what was learned, how, how well, and the sha256 of every other file),
`student.safetensors`, `preview.ply`, `report.html` and, once exported, `student.onnx`.  It is data only:
nothing in it is ever executed.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from reprlib import repr as short
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import yaml
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from kd3d_ros.architecture import Architecture
from kd3d_ros.camera import Camera
from kd3d_ros.files import folder_written_whole, sha256
from kd3d_ros.uncertainty import Calibration, LocalizationStatistics

if TYPE_CHECKING:
    from kd3d_ros.student import Student

T = TypeVar("T")

SCHEMA = 3
MANIFEST = "scene.yaml"
WEIGHTS = "student.safetensors"
REPORT = "report.html"
"""For people.  It may be left out when a bundle is copied to a robot."""
MOST_MANIFEST_BYTES = 1_000_000
BUFFERS = (
    "running_mean", "running_var", "num_batches_tracked",
    "pixel_mean", "pixel_std", "scene_center", "scene_scale",
)  # fmt: skip
"""Last parts of the names of weights that no training step changes."""
REQUIRED = (
    "schema",
    "scene",
    "frame_id",
    "gravity_aligned",
    "metric",
    "scale_residual",
    "student",
    "scene_bounds_m",
    "uncertainty_calibration",
    "localization",
    "intrinsics",
    "teacher",
    "dataset",
    "software",
    "metrics",
    "sha256",
)


class SceneError(Exception):
    """A bundle that cannot be used; the message, one line of plain text, names the file and the fix."""

    def __init__(self, text: str) -> None:
        # What others say of a file may have several lines, or characters that no message can carry.
        super().__init__(" ".join(text.encode("utf-8", "replace").decode().split()))


@dataclass(frozen=True)
class SceneBundle:
    """A verified bundle.

    manifest: scene.yaml as read.  camera: what the scene was learned with, for images of the input's size.
    """

    path: Path
    manifest: Mapping[str, Any]
    architecture: Architecture
    calibration: Calibration
    localization: LocalizationStatistics
    camera: Camera
    weights: Mapping[str, NDArray[Any]]

    @property
    def name(self) -> str:
        """Of the folder, which may have been renamed since the scene was distilled."""
        return self.path.name

    @property
    def frame_id(self) -> str:
        """The world frame of the points."""
        return str(self.manifest["frame_id"])

    @property
    def size_mb(self) -> float:
        """Size of what a robot needs of the folder, in 10^6 bytes."""
        files = (f for f in self.path.rglob("*") if f.is_file() and f.name != REPORT)
        return sum(f.stat().st_size for f in files) / 1e6

    @property
    def parameters(self) -> int:
        """Number of trained numbers."""
        return sum(a.size for name, a in self.weights.items() if name.rpartition(".")[2] not in BUFFERS)

    def build_student(self) -> Student:
        """The network with its weights, float32, in eval mode.  Raises SceneError if they do not fit."""
        import torch  # not everywhere: a robot may run the student in another form

        from kd3d_ros.student import Student

        try:
            student = Student(self.architecture)
            wanted = student.state_dict()
            weights = {
                key: torch.from_numpy(array).to(wanted[key].dtype if key in wanted else None)
                for key, array in self.weights.items()
            }
            student.load_state_dict(weights)
        except Exception as error:  # timm and torch raise many kinds for a wrong architecture
            raise SceneError(f"{self.path / WEIGHTS}: does not fit {self.architecture} ({error})") from error
        return student.eval()


def default_scenes_dir() -> Path:
    """`$KD3D_SCENES`, else `~/.ros/kd3d/scenes`."""
    return Path(os.environ.get("KD3D_SCENES", "~/.ros/kd3d/scenes")).expanduser()


def check_scene_name(name: str) -> str:
    """`name` if it may name a folder of scenes_dir, else SceneError."""
    if not re.fullmatch(r"[A-Za-z0-9_-]+", name):
        raise SceneError(f"scene name {name!r} is not allowed; use letters, digits, '-' and '_'")
    return name


def write_scene(
    path: Path, student: Student, files: Mapping[str, bytes], manifest: Mapping[str, Any]
) -> Path:
    """Write the bundle folder `path`: the student, further `files`, and `manifest` with their digests."""
    with folder_written_whole(path) as part:
        save_file(compact_weights(student), part / WEIGHTS)
        for name, content in files.items():
            (part / name).write_bytes(content)
        digests = {file.name: sha256(file) for file in sorted(part.iterdir())}
        document = {
            "schema": SCHEMA,
            **manifest,
            "student": student.architecture.as_dict(),
            "sha256": digests,
        }
        if missing := [key for key in REQUIRED if key not in document]:
            raise SceneError(f"{path / MANIFEST}: would lack {missing}")
        (part / MANIFEST).write_text(yaml.safe_dump(document, sort_keys=False))
    return path


def add_files(path: Path, files: Mapping[str, bytes | None], facts: Mapping[str, Any] | None = None) -> Path:
    """Write the bundle at `path` again, whole, with further `files`, or new ones in place of those it has.

    None takes a file out.  facts: what scene.yaml says of them.  Raises SceneError if there is no bundle.
    """
    manifest = {**_read_manifest(path / MANIFEST), **(facts or {})}
    with folder_written_whole(path) as part:
        shutil.copytree(path, part, dirs_exist_ok=True)
        for name, content in files.items():
            manifest["sha256"].pop(name, None)
            (part / name).unlink(missing_ok=True)
            if content is not None:
                (part / name).write_bytes(content)
                manifest["sha256"][name] = sha256(part / name)
        (part / MANIFEST).write_text(yaml.safe_dump(manifest, sort_keys=False))
    return path


def compact_weights(student: Student) -> dict[str, NDArray[Any]]:
    """The state dict to store: matrices and kernels in float16, vectors (norms, biases) in float32."""
    state = {key: tensor.detach().cpu().contiguous() for key, tensor in student.state_dict().items()}
    return {
        key: (tensor.half() if tensor.is_floating_point() and tensor.ndim > 1 else tensor).numpy()
        for key, tensor in state.items()
    }


def load_scene(scenes_dir: Path, name: str) -> SceneBundle:
    """Read and verify `<scenes_dir>/<name>`.  Raises SceneError."""
    path = Path(scenes_dir) / check_scene_name(name)
    if not path.is_dir():
        raise SceneError(f"{path}: no such scene; {_available(Path(scenes_dir))}")
    _check_files(path)
    manifest = _read_manifest(path / MANIFEST)
    for file, digest in manifest["sha256"].items():
        if file != REPORT or (path / file).exists():
            _check_digest(path, file, digest)
    if WEIGHTS not in manifest["sha256"]:
        raise SceneError(f"{path / MANIFEST}: lists no digest of {WEIGHTS}; copy or distil the scene again")
    try:
        weights = load_file(path / WEIGHTS)
    except (OSError, SafetensorError) as error:
        raise SceneError(f"{path / WEIGHTS}: unreadable ({error}); copy or distil the scene again") from error
    architecture = read_architecture(path / MANIFEST, manifest["student"])
    read = partial(_read, path / MANIFEST, manifest)
    return SceneBundle(
        path,
        manifest,
        architecture,
        read("uncertainty_calibration", lambda knots: Calibration(knots["predicted"], knots["actual"])),
        read("localization", lambda values: LocalizationStatistics(**values)),
        read("intrinsics", lambda values: Camera.pinhole(np.array(values["K"], float), _size(values))),
        weights,
    )


def _check_files(folder: Path) -> None:
    """Refuse what is no plain file: a link may lead anywhere, and a device never ends."""
    for file in folder.iterdir():
        if not stat.S_ISREG(file.lstat().st_mode):
            raise SceneError(f"{file}: is no plain file, which a bundle has only; copy or distil it again")
    manifest = folder / MANIFEST
    if manifest.exists() and manifest.stat().st_size > MOST_MANIFEST_BYTES:
        raise SceneError(f"{manifest}: has {manifest.stat().st_size} bytes; allowed: {MOST_MANIFEST_BYTES}")


def _read_manifest(file: Path) -> dict[str, Any]:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise SceneError(f"{file}: unreadable ({error}); copy or distil the scene again") from error
    return parse_manifest(file, content)


def parse_manifest(file: Path, content: bytes) -> dict[str, Any]:
    """What a scene.yaml says whose content was read from `file`.  Raises SceneError."""
    try:
        manifest = yaml.safe_load(content.decode())
    except (ValueError, RecursionError, yaml.YAMLError) as error:
        raise SceneError(f"{file}: unreadable ({error}); copy or distil the scene again") from error
    if not isinstance(manifest, dict):
        raise SceneError(f"{file}: is not a mapping; copy or distil the scene again")
    if manifest.get("schema") != SCHEMA:
        raise SceneError(
            f"{file}: schema {short(manifest.get('schema'))}, this version reads {SCHEMA}; distil again"
        )
    if missing := [key for key in REQUIRED if key not in manifest]:
        raise SceneError(f"{file}: lacks {missing}; copy or distil the scene again")
    frame_id = manifest["frame_id"]
    if not isinstance(frame_id, str) or not re.fullmatch(r"[A-Za-z0-9_/.-]{1,255}", frame_id):
        raise SceneError(f"{file}: frame_id {short(frame_id)} is no name of a frame; distil again")
    if not isinstance(manifest["sha256"], dict):
        raise SceneError(f"{file}: sha256 is not a mapping of file names; copy or distil the scene again")
    return manifest


def _read(file: Path, manifest: Mapping[str, Any], key: str, reader: Callable[[Any], T]) -> T:
    try:
        return reader(manifest[key])
    except (KeyError, IndexError, TypeError, ValueError, OverflowError) as error:
        raise SceneError(f"{file}: {key} {short(manifest[key])} is none ({error}); distil again") from error


def _size(values: Mapping[str, Any]) -> tuple[int, int]:
    return int(values["width"]), int(values["height"])


def is_plain_name(name: str) -> bool:
    """Whether it names a file of a folder, and none elsewhere."""
    return Path(name).name == name and name not in ("", ".", "..")


def _check_digest(folder: Path, file: object, digest: object) -> None:
    if not isinstance(file, str) or not is_plain_name(file):
        raise SceneError(f"{folder / MANIFEST}: {file!r} is not the plain name of a file in the bundle")
    try:
        actual = sha256(folder / file)
    except (OSError, ValueError) as error:  # a name with a null byte is a ValueError
        raise SceneError(f"{folder / file}: unreadable ({error}); copy or distil the scene again") from error
    if actual != digest:
        raise SceneError(
            f"{folder / file}: damaged (sha256 {actual[:12]}, expected {str(digest)[:12]}); copy it again"
        )


def read_architecture(file: Path, student: object) -> Architecture:
    """The architecture that a mapping read from `file` describes.  Raises SceneError."""
    try:
        fields = dict(student)  # type: ignore[call-overload]
        width, height = fields["input_size"]
        architecture = Architecture(**{**fields, "input_size": (int(width), int(height))})
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise SceneError(f"{file}: student is not an architecture ({error}); distil again") from error
    return architecture


def _available(scenes_dir: Path) -> str:
    scenes = sorted(f.parent.name for f in scenes_dir.glob(f"*/{MANIFEST}") if "." not in f.parent.name)
    known = f"{scenes_dir} has {scenes}" if scenes else f"{scenes_dir} has none"
    return f"{known}; make one with `python -m offline.distill --scene NAME`"
