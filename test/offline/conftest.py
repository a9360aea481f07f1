"""Recordings and labels of a few frames, written to disk: no mocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import SceneBundle
from kd3d_ros.student import PRESETS
from offline.labels import Label, LabelStore

LABEL_K = np.array([[100.0, 0, 63.5], [0, 100.0, 47.5], [0, 0, 1]])


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


@pytest.fixture
def wall(tmp_path: Path, write_frame: Callable[..., None]) -> Path:
    """A recording in the layout of 7-Scenes: 46 frames of a wall 2 m away; by blocks, 40-45 are test."""
    root = tmp_path / "wall"
    for number in range(46):
        pose = np.eye(4)
        pose[0, 3] = 0.01 * number
        write_frame(root / "seq-01", number, pose=pose, ending="jpg")
    return root


@pytest.fixture
def small_preset(monkeypatch: pytest.MonkeyPatch) -> None:
    """kd3d_s with a 128x96 input and a thin decoder, so that a training step takes a moment."""
    small = replace(PRESETS["kd3d_s"], width=8, input_size=(128, 96))
    monkeypatch.setitem(PRESETS, "kd3d_s", small)


@pytest.fixture
def point_predictor(tiny_bundle: SceneBundle) -> Predictor:
    """A student who sees the point (1, 2, 3) in every pixel, 1 m uncertain: what it errs is known by hand."""
    predictor = Predictor(tiny_bundle, "cpu", "fp32")
    for parameter in predictor.backend.student.parameters():
        torch.nn.init.zeros_(parameter)
    return predictor


@pytest.fixture
def make_label() -> Callable[..., Label]:
    """Labels 128x96 of a tilted plane: red is the column and green the row, so colours tell positions."""

    def make(name: str = "frame-000000", size: tuple[int, int] = (128, 96), offset: float = 0.0) -> Label:
        u, v = np.meshgrid(np.arange(size[0]), np.arange(size[1]))
        pose = np.eye(4)
        pose[:3, 3] = offset, 0.5, -1.0
        depth = (2 + u / size[0]).astype(np.float16)
        image = np.stack([u, v, np.full_like(u, 100)], axis=-1).astype(np.uint8)
        return Label(name, image, depth, np.ones_like(depth), LABEL_K, pose)

    return make


@pytest.fixture
def write_labels(make_label: Callable[..., Label]) -> Callable[..., LabelStore]:
    """Writes a finished store of so many labels into a scene's work folder."""

    def write(scene_work_dir: Path, count: int = 6) -> LabelStore:
        store = LabelStore(scene_work_dir / "labels")
        labels = [make_label(f"frame-{i:06d}", offset=0.1 * i) for i in range(count)]
        for label in labels:
            store.write(label)
        store.finish([label.name for label in labels], digest=f"{count} planes")
        return store

    return write
