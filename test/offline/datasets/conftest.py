"""Real recordings of a few frames, written to disk: no mocks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest


@pytest.fixture
def write_frame() -> Callable[..., None]:
    """Writes frame-NNNNNN.{color,depth,pose}.* into a folder: grey colour, a flat wall, a pose."""

    def write(
        folder: Path,
        number: int,
        *,
        colour_size: tuple[int, int] = (640, 480),
        depth_mm: int | np.ndarray = 2000,
        pose: np.ndarray | str | None = None,
        ending: str = "png",
        without: str = "",
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        stem = folder / f"frame-{number:06d}"
        width, height = colour_size
        if without != "color":
            colour = np.full((height, width, 3), (30, 20, 10), np.uint8)  # BGR on disk: RGB is (10, 20, 30)
            assert cv2.imwrite(f"{stem}.color.{ending}", colour)
        if without != "depth":
            depth = np.broadcast_to(np.asarray(depth_mm, np.uint16), (480, 640)).copy()
            assert cv2.imwrite(f"{stem}.depth.png", depth)
        if without != "pose":
            text = pose if isinstance(pose, str) else None
            if text is None:
                rows = np.eye(4) if pose is None else pose
                text = "\n".join("\t ".join(f"{value:.9e}" for value in row) + "\t " for row in rows) + "\n"
            Path(f"{stem}.pose.txt").write_text(text)

    return write
