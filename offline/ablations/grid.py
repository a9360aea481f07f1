"""A grid of trainings as YAML: read strictly, and multiplied out.

    scenes:                       # optional; else the recording that the command line names
      chess: {data: 7scenes/chess, format: seven_scenes}
    common: {epochs: 50}          # flags of all trials
    grid:                         # of each entry, all combinations
      - {student: paper_vit, depth: [4, 8, 12], width: [128, 256]}
      - {student: kd3d_s}

Flags are those of `offline.train`, spelled with underscores.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import product
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import yaml

from kd3d_ros.scene import SceneError, check_scene_name
from offline.config import ConfigError, SceneConfig
from offline.label import LabelConfig
from offline.train import TrainConfig

Flags = Mapping[str, Any]

TRIAL_FLAGS = [f.name for f in fields(TrainConfig) if f.name not in {s.name for s in fields(SceneConfig)}]
SCENE_FLAGS = ["data", "format", "teacher", "teacher_weights", "label_size"]
PARTS = ["scenes", "common", "grid"]
ANY_IMAGE = 640, 480
"""A size for checks that do not depend on it."""
READABLE = 100
"""Characters of a trial's name before its hash."""
KINDS = {bool: "true or false", int: "a whole number", float: "a number", str: "text", Path: "a path"}


@dataclass(frozen=True)
class Grid:
    """scenes: flags of each one's recording, by name.  trials: flags of each training, all different."""

    scenes: Mapping[str, Flags]
    trials: Sequence[Flags]


def read_grid(file: Path) -> Grid:
    """Read and check everything.  Raises ConfigError naming file, entry, flag, value and what is allowed."""
    try:
        content: Any = yaml.safe_load(file.read_text())
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise ConfigError(f"--grid {file}: unreadable ({error})") from error
    parts = _mapping(content, str(file), PARTS)
    entries = parts.get("grid")
    if not isinstance(entries, list) or not entries:
        raise ConfigError(f"{file}: grid {entries!r} is not allowed; it must be a list of mappings")
    scenes = _mapping(parts.get("scenes", {}), f"{file}: scenes", None)
    common = _one(parts.get("common", {}), f"{file}: common", TrainConfig, TRIAL_FLAGS)
    trials: list[Flags] = []
    for number, entry in enumerate(entries):
        for flags in _combinations(entry, f"{file}: grid[{number}]"):
            trial = {**common, **flags}
            if trial not in trials:
                _check_trial(trial, f"{file}: grid[{number}]")
                trials.append(trial)
    return Grid({name: _scene(name, flags, file) for name, flags in scenes.items()}, trials)


def trial_name(flags: Flags) -> str:
    """Of a trial's folder: the same for the same flags, different for others; also a name for a scene."""
    ordered = [(flag, flags[flag]) for flag in TRIAL_FLAGS if flag in flags]
    spelled = [str(flags.get("student", TrainConfig.student))]
    spelled += [f"{flag}-{value}" for flag, value in ordered if flag != "student"]
    readable = re.sub(r"[^A-Za-z0-9_-]+", "_", "-".join(spelled))[:READABLE].rstrip("-_")
    return f"{readable}-{hashlib.sha256(json.dumps(ordered).encode()).hexdigest()[:6]}"


def _combinations(entry: Any, where: str) -> list[dict[str, Any]]:
    choices = {
        flag: value if isinstance(value, list) else [value]
        for flag, value in _mapping(entry, where, TRIAL_FLAGS).items()
    }
    for flag, values in choices.items():
        if not values:
            raise ConfigError(f"{where}: {flag} [] is not allowed; a list must have at least one value")
    combinations = [dict(zip(choices, values, strict=True)) for values in product(*choices.values())]
    return [_one(flags, where, TrainConfig, TRIAL_FLAGS) for flags in combinations]


def _scene(name: Any, content: Any, file: Path) -> dict[str, Any]:
    where = f"{file}: scenes"
    try:
        check_scene_name(str(name))
    except SceneError as error:
        raise ConfigError(f"{where}: {error}") from error
    flags = _one(content, f"{where}: {name}", LabelConfig, SCENE_FLAGS)
    try:
        LabelConfig(scene=str(name), **flags)
    except ConfigError as error:
        raise ConfigError(f"{where}: {name}: {error}") from error
    return flags


def _check_trial(flags: Flags, where: str) -> None:
    try:
        TrainConfig(scene="any", **flags).architecture(ANY_IMAGE)
    except ConfigError as error:
        raise ConfigError(f"{where}: {error}") from error


def _one(content: Any, where: str, config: type, allowed: Sequence[str]) -> dict[str, Any]:
    """Flags with one value each, as the dataclass `config` types them."""
    hints = get_type_hints(config)
    return {
        flag: _typed(value, hints[flag], f"{where}: {flag}")
        for flag, value in _mapping(content, where, allowed).items()
    }


def _mapping(content: Any, where: str, allowed: Sequence[str] | None) -> dict[Any, Any]:
    if not isinstance(content, dict):
        raise ConfigError(f"{where}: {content!r} is not allowed; it must be a mapping")
    for key in content:
        if allowed is not None and key not in allowed:
            raise ConfigError(f"{where}: {key!r} is unknown; choose from {allowed}")
    return content


def _typed(value: Any, hint: Any, where: str) -> Any:
    """`value` as one of the hint's kinds; numbers like 1e-4, which YAML takes for text, are numbers."""
    kinds = (hint,) if get_origin(hint) is Literal or hint in KINDS else get_args(hint)
    for kind in kinds:
        if value is None:
            if kind is NoneType:
                return None
        elif get_origin(kind) is Literal:
            if value in get_args(kind):
                return value
        elif kind is float and type(value) in (int, float, str):
            try:
                number = float(value)
            except ValueError:
                continue
            if math.isfinite(number):
                return number
        elif kind is Path and type(value) is str:
            return Path(value).expanduser()
        elif type(value) is kind:
            return value
    allowed = [
        f"one of {list(get_args(kind))}" if get_origin(kind) is Literal else KINDS[kind]
        for kind in kinds
        if kind is not NoneType
    ]
    raise ConfigError(f"{where} {value!r} is not allowed; it must be {' or '.join(allowed)}")
