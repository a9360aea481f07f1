"""Scene bundle -> `student.onnx` in it, and smaller variants: what a robot without torch runs.

    python -m offline.export --scene NAME

Each file takes RGB pixels and gives points and uncertainty.  float32 has to agree with torch; what float16
and int8 lose is measured on frames that the student was not trained on, against the scene's labels, and goes
into scene.yaml.  int8 takes the ranges of its numbers from frames of the training.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from offline.cli import main
from offline.config import SceneConfig
from offline.exporting import ExportError


@dataclass(frozen=True, kw_only=True)
class ExportConfig(SceneConfig):
    """Which files."""

    variants: tuple[Literal["fp16", "int8"], ...] = ("fp16", "int8")
    """What to make besides float32."""
    force: bool = False
    """Take a variant also if it loses more than 10 % of the accuracy."""


def run(config: ExportConfig) -> Path:
    """Add the files to the scene's bundle; returns its folder."""
    try:
        from offline.exporting.variants import add_variants
    except ImportError as error:
        needs = "onnx, onnxruntime and onnxscript: pip install 'kd3d_ros[deploy]'"
        raise ExportError(f"{error}; offline.export needs {needs}") from error
    return add_variants(config)


if __name__ == "__main__":
    main(ExportConfig, run, "offline.export", __doc__)
