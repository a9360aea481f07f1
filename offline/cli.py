"""One `main` for every stage: dataclass -> command line -> run -> one-line errors."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import tyro

from kd3d_ros.backends import DeviceError
from kd3d_ros.placement import ImageError
from kd3d_ros.scene import SceneError
from offline.cluster import ClusterError
from offline.config import ConfigError, StaleError
from offline.datasets.base import DataError
from offline.exporting import ExportError
from offline.labels import LabelError
from offline.open3d_import import Open3dImportError
from offline.processes import DemoError
from offline.teachers.pair_cache import PairCacheError
from offline.teachers.pairs import TeacherError
from offline.training.backbone import WeightsError
from offline.training.loss import LossError

USER_ERRORS = (
    ConfigError,
    DataError,
    LabelError,
    StaleError,
    SceneError,
    DeviceError,
    ImageError,
    WeightsError,
    LossError,
    TeacherError,
    ClusterError,
    PairCacheError,
    Open3dImportError,
    DemoError,
    ExportError,
)
"""What a user can mend; anything else is a defect and keeps its traceback."""

Config = TypeVar("Config")


def main(
    config_type: type[Config], run: Callable[[Config], Path], module: str, description: str | None
) -> None:
    """Parse the command line into `config_type` and run the stage `python -m <module>`."""
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    try:
        run(tyro.cli(config_type, prog=f"python -m {module}", description=description))
    except USER_ERRORS as error:
        sys.exit(f"error: {error}")
    except KeyboardInterrupt:
        sys.exit(f"interrupted; give the same `python -m {module}` command again to go on")
