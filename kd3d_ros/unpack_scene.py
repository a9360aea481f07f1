"""Unpack on a robot what `python -m offline.scenes pack` made of a scene.

ros2 run kd3d_ros unpack_scene kitchen.kd3d.tar.zst
python -m kd3d_ros.unpack_scene kitchen.kd3d.tar.zst --sha256 3f1c...      # without a ROS 2 install
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from kd3d_ros.archive import SUFFIX, unpack
from kd3d_ros.scene import SceneError, default_scenes_dir


def main(arguments: Sequence[str] | None = None) -> None:
    """Unpack what the command line (default: sys.argv's) says, and print the folder."""
    parser = argparse.ArgumentParser(
        prog="unpack_scene", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("archive", type=Path, help=f"the file, <scene>{SUFFIX}; <file>.sha256 beside it is heeded")
    add("--as", dest="name", metavar="NAME", help="another name for the scene")
    add("--overwrite", action="store_true", help="replace the scene of that name")
    add("--sha256", metavar="HEX", help="digest that the archive must have")
    add("--scenes-dir", type=Path, default=default_scenes_dir(), help="default: %(default)s")
    given = parser.parse_args(arguments)
    try:
        path = unpack(
            given.archive, given.scenes_dir, given.name, overwrite=given.overwrite, digest=given.sha256
        )
    except (SceneError, OSError) as error:
        sys.exit(f"error: {error}")
    print(path)


if __name__ == "__main__":
    main()
