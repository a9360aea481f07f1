"""The scenes of this machine: look at them, and make one a single file for a robot, with its digest.

python -m offline.scenes list
python -m offline.scenes show kitchen
python -m offline.scenes verify --all
python -m offline.scenes pack kitchen
python -m offline.scenes unpack kitchen.kd3d.tar.zst --as kitchen_2
python -m offline.scenes remove kitchen_2

A robot without the lab unpacks with `ros2 run kd3d_ros unpack_scene kitchen.kd3d.tar.zst`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, cast

import tyro
import yaml
from tyro.conf import Positional, subcommand

from kd3d_ros import archive
from kd3d_ros.backends import BROKEN
from kd3d_ros.files import remove_folder
from kd3d_ros.scene import MANIFEST, SceneBundle, SceneError, check_scene_name, load_scene
from offline.cli import main
from offline.config import ConfigError, ScenesDirConfig
from offline.progress import progress
from offline.tables import aligned

HEADER = ("scene", "student", "MB", "teacher", "point (cm)", "pose (cm)", "pose (deg)", "written", "state")
OK, UNKNOWN = "ok", "-"


@dataclass(frozen=True, kw_only=True)
class ListConfig(ScenesDirConfig):
    """One line for each scene: size, median errors on held-out frames, intact or not."""


@dataclass(frozen=True, kw_only=True)
class ShowConfig(ScenesDirConfig):
    """Say all that a scene's manifest says."""

    scene: Positional[str]
    """Name of the scene."""


@dataclass(frozen=True, kw_only=True)
class VerifyConfig(ScenesDirConfig):
    """Compare all digests, and load the student in all its forms; status 1 if a scene is broken."""

    scene: Positional[str | None] = None
    """Name of the scene."""
    all: bool = False
    """All scenes."""


@dataclass(frozen=True, kw_only=True)
class PackConfig(ScenesDirConfig):
    """Make one file of a scene, and print its sha256, which is also written beside it."""

    scene: Positional[str]
    """Name of the scene."""
    out: Path | None = None
    """File to write; default: <scene>.kd3d.tar.zst, here."""
    report: bool = True
    """With report.html, which a robot does not need."""
    overwrite: bool = False
    """Replace the file that is there."""


@dataclass(frozen=True, kw_only=True)
class UnpackConfig(ScenesDirConfig):
    """Make a scene of such a file; nothing is written unless all of it is as it was packed."""

    archive: Positional[Path]
    """The file.  If <file>.sha256 is beside it, it has to have that digest."""
    name: Annotated[str | None, tyro.conf.arg(name="as")] = None
    """Another name for the scene."""
    overwrite: bool = False
    """Replace the scene of that name."""
    sha256: str | None = None
    """Digest that the file must have, from whom you trust."""


@dataclass(frozen=True, kw_only=True)
class RemoveConfig(ScenesDirConfig):
    """Remove a scene."""

    scene: Positional[str]
    """Name of the scene."""
    yes: bool = False
    """Do not ask."""


Command = (
    Annotated[ListConfig, subcommand("list")]
    | Annotated[ShowConfig, subcommand("show")]
    | Annotated[VerifyConfig, subcommand("verify")]
    | Annotated[PackConfig, subcommand("pack")]
    | Annotated[UnpackConfig, subcommand("unpack")]
    | Annotated[RemoveConfig, subcommand("remove")]
)


def run(config: Any) -> Path:
    """Do what a command says; returns the file or folder it is about.  Raises ConfigError, SceneError."""
    commands: dict[type, Callable[[Any], Path]] = {
        ListConfig: list_scenes,
        ShowConfig: show,
        VerifyConfig: verify,
        PackConfig: pack,
        UnpackConfig: unpack,
        RemoveConfig: remove,
    }
    return commands[type(config)](config)


def list_scenes(config: ListConfig) -> Path:
    """Print a table of the scenes; returns their folder."""
    names = progress(_names(config.scenes_dir), desc="reading", unit="scene", leave=False)
    rows = [_row(config.scenes_dir, name) for name in names]
    print("\n".join(aligned([HEADER, *rows])))
    return config.scenes_dir


def show(config: ShowConfig) -> Path:
    """Print a scene's manifest; returns the bundle's folder.  Raises SceneError if it is broken."""
    bundle = load_scene(config.scenes_dir, config.scene)
    print(f"{bundle.path}, {bundle.size_mb:.1f} MB, written {_written(bundle.path)}")
    text = yaml.dump(
        dict(bundle.manifest), Dumper=_FewDigits, sort_keys=False, default_flow_style=None, width=100
    )
    print(text, end="")
    return bundle.path


def verify(config: VerifyConfig) -> Path:
    """Print what is wrong with scenes, or ok; returns their folder.  Raises SceneError if any is broken."""
    if config.all == (config.scene is not None):
        raise ConfigError("verify takes either the name of a scene or --all")
    names = [config.scene] if config.scene is not None else _names(config.scenes_dir)
    bar = progress(names, desc="verifying", unit="scene", leave=False)
    states = {name: _state(config.scenes_dir, name) for name in bar}
    print("\n".join(aligned(list(states.items()))))
    if broken := [name for name, state in states.items() if state != OK]:
        raise SceneError(f"broken: {', '.join(broken)}")
    return config.scenes_dir


def pack(config: PackConfig) -> Path:
    """Write a scene that works as one file; returns it.  Raises ConfigError or SceneError."""
    bundle = load_scene(config.scenes_dir, config.scene)
    bundle.build_student()
    out = config.out or Path(bundle.name + archive.SUFFIX)
    if out.exists() and not config.overwrite:
        raise ConfigError(f"{out} exists; give another --out, or --overwrite")
    print(f"{archive.pack(bundle, out, config.report)}  {out}")
    return out


def unpack(config: UnpackConfig) -> Path:
    """Make a scene of such a file; returns the bundle's folder.  Raises SceneError."""
    given: dict[str, Any] = {"overwrite": config.overwrite, "digest": config.sha256}
    try:
        path = archive.unpack(config.archive, config.scenes_dir, config.name, **given)
    except OSError as error:
        raise SceneError(f"{config.archive} cannot be unpacked into {config.scenes_dir}: {error}") from error
    print(path)
    return path


def remove(config: RemoveConfig) -> Path:
    """Remove a scene, unless who is asked says no; returns its folder.  Raises ConfigError or SceneError."""
    path = config.scenes_dir / check_scene_name(config.scene)
    if not path.is_dir():
        raise SceneError(f"{path}: no such scene")
    if not config.yes and not sys.stdin.isatty():
        raise ConfigError("remove asks on a terminal only; give --yes")
    if config.yes or input(f"remove {path}? [y/N] ").strip().lower() in ("y", "yes"):
        remove_folder(path)
    return path


def _names(scenes_dir: Path) -> list[str]:
    """Folders whose names scenes may have.  Raises SceneError if there is none."""
    folders = sorted(scenes_dir.iterdir()) if scenes_dir.is_dir() else []
    names = [folder.name for folder in folders if folder.is_dir() and "." not in folder.name]
    if not names:
        raise SceneError(
            f"{scenes_dir} has no scenes; make one with `python -m offline.distill --scene NAME`"
        )
    return names


def _state(scenes_dir: Path, name: str) -> str:
    """Whether a robot could serve a scene: OK, or why not."""
    try:
        bundle = load_scene(scenes_dir, name)
        bundle.build_student()
        _load_exported(bundle)
    except SceneError as error:
        return str(error)
    return OK


def _load_exported(bundle: SceneBundle) -> None:
    """Load what onnxruntime would run, where that is installed.  Raises SceneError."""
    try:
        from kd3d_ros.backends.onnx_backend import FILES, OnnxBackend
    except BROKEN:
        return
    if FILES["fp32"] in bundle.manifest["sha256"]:
        backend = OnnxBackend(bundle, "cpu", 1)
        for precision in backend.precisions:
            backend.use(precision)


def _row(scenes_dir: Path, name: str) -> list[str]:
    """Cells under HEADER.  A bundle without figures is one, too."""
    try:
        bundle = load_scene(scenes_dir, name)
    except SceneError as error:
        return [name, *[UNKNOWN] * (len(HEADER) - 2), f"broken: {error}"]
    return [
        name,
        _text(bundle.architecture.preset),
        f"{bundle.size_mb:.1f}",
        _text(_at(bundle.manifest, "teacher", "name")),
        _number(100, _at(bundle.manifest, "metrics", "point_error_m", "median")),
        _number(100, _at(bundle.manifest, "metrics", "pose", "median_t_m")),
        _number(1, _at(bundle.manifest, "metrics", "pose", "median_r_deg")),
        _written(bundle.path),
        OK,
    ]


def _at(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _text(value: Any) -> str:
    return value if isinstance(value, str) and value.isprintable() else UNKNOWN


def _number(scale: float, value: Any) -> str:
    return f"{scale * value:.1f}" if isinstance(value, float) else UNKNOWN


def _written(bundle: Path) -> str:
    """The day on which a bundle was distilled or unpacked here."""
    return f"{datetime.fromtimestamp((bundle / MANIFEST).stat().st_mtime):%Y-%m-%d}"


class _FewDigits(yaml.SafeDumper):
    """Writes numbers as people read them."""

    def represent_float(self, data: float) -> yaml.ScalarNode:
        """Four digits of it."""
        return super().represent_float(float(f"{data:.4g}"))


_FewDigits.add_representer(float, _FewDigits.represent_float)


if __name__ == "__main__":
    main(cast(type[Any], Command), run, "offline.scenes", __doc__)
