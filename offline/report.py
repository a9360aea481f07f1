"""Scene bundle -> `report.html` in it: what was learned, how well, to look at in a browser without a network.

    python -m offline.report --scene NAME --data PATH

`offline.distill` ends with it.  The robot needs none of it.
"""

from __future__ import annotations

import logging
from pathlib import Path

from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import REPORT, add_files, load_scene
from offline.cli import main
from offline.config import RecordingConfig
from offline.reports.data import gather
from offline.reports.page import render
from offline.truth import check_recording

log = logging.getLogger(__name__)


def run(config: RecordingConfig) -> Path:
    """Write the report, or write it again, into the scene's bundle; returns the file."""
    bundle = load_scene(config.scenes_dir, config.scene)
    check_recording(config, bundle.manifest)
    page = render(gather(config, Predictor(bundle, config.device)))
    file = add_files(bundle.path, {REPORT: page.encode()}) / REPORT
    log.info("report: %s (%.1f MB)", file, file.stat().st_size / 1e6)
    return file


if __name__ == "__main__":
    main(RecordingConfig, run, "offline.report", __doc__)
