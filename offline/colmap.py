"""A label store as a COLMAP model in text: cameras.txt, images.txt, points3D.txt, and its images beside.

https://colmap.github.io/format.html.  COLMAP's pixel coordinates count from the image's corner, so that the
centre of the first pixel is (0.5, 0.5); ours is (0, 0).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import cv2
import numpy as np
from scipy.spatial.transform import Rotation

from kd3d_ros.files import folder_written_whole
from kd3d_ros.geometry import Array
from offline.labels import Label, LabelStore
from offline.progress import progress
from offline.tracks import Track, find_tracks

HALF_PIXEL = 0.5
JPEG_QUALITY = 95


def write_colmap(folder: Path, store: LabelStore, max_points: int = 20_000) -> Path:
    """Write the model to `folder`, whole or not at all, and the labels' images to `folder`/images.

    One camera for each distinct size and K.  Image ids are places in the store's order, from 1.
    """
    names = store.summary["frames"]
    tracks = find_tracks(store, max_points)
    with folder_written_whole(folder) as part:
        _write_images(part, store, names, tracks)
        with (part / "points3D.txt").open("w") as file:
            file.write("# POINT3D_ID, X, Y, Z, R, G, B, ERROR, TRACK[] as (IMAGE_ID, POINT2D_IDX)\n")
            file.writelines(_point_lines(tracks, names))
    return folder


def image_file(name: str) -> str:
    """Path of a frame's image below images/; without spaces, which images.txt cannot hold."""
    return quote(name) + ".jpg"


def _write_images(folder: Path, store: LabelStore, names: list[str], tracks: list[Track]) -> None:
    seen = _observations(tracks)
    cameras: dict[str, int] = {}
    with (folder / "images.txt").open("w") as file:
        file.write(
            "# IMAGE_ID, QW, QX, QY, QZ, TX, TY, TZ, CAMERA_ID, NAME\n# POINTS2D[] as (X, Y, POINT3D_ID)\n"
        )
        bar = progress(names, desc="writing the COLMAP model", unit="image", delay=2)
        for image_id, name in enumerate(bar, start=1):
            label = store.read(name)
            camera_id = cameras.setdefault(_camera_model(label), len(cameras) + 1)
            pose = _numbers(world_to_camera(label.T_world_camera))
            file.write(f"{image_id} {pose} {camera_id} {image_file(name)}\n")
            points = (f"{_numbers(pixel + HALF_PIXEL)} {point_id}" for pixel, point_id in seen.get(name, []))
            file.write(" ".join(points) + "\n")
            _write_jpeg(folder / "images" / image_file(name), label)
    header = "# CAMERA_ID, MODEL, WIDTH, HEIGHT, PARAMS[] as fx, fy, cx, cy\n"
    lines = (f"{camera_id} {model}\n" for model, camera_id in cameras.items())
    (folder / "cameras.txt").write_text(header + "".join(lines))


def world_to_camera(T_world_camera: Array) -> Array:
    """qw qx qy qz tx ty tz of the inverse of a camera-to-world pose (4, 4)."""
    T = np.linalg.inv(T_world_camera)
    quaternion = Rotation.from_matrix(T[:3, :3]).as_quat(canonical=True)
    return np.concatenate([quaternion[[3, 0, 1, 2]], T[:3, 3]])


def _camera_model(label: Label) -> str:
    K, (height, width) = label.K, label.depth.shape
    parameters = np.array([K[0, 0], K[1, 1], K[0, 2] + HALF_PIXEL, K[1, 2] + HALF_PIXEL])
    return f"PINHOLE {width} {height} {_numbers(parameters)}"


def _observations(tracks: list[Track]) -> dict[str, list[tuple[Array, int]]]:
    """By frame: pixel and point id of each observation, in the points' order."""
    seen: dict[str, list[tuple[Array, int]]] = {}
    for point_id, track in enumerate(tracks, start=1):
        for name, pixel in track.pixels.items():
            seen.setdefault(name, []).append((pixel, point_id))
    return seen


def _point_lines(tracks: list[Track], names: list[str]) -> Iterator[str]:
    image_id = {name: i for i, name in enumerate(names, start=1)}
    filled = dict.fromkeys(names, 0)
    for point_id, track in enumerate(tracks, start=1):
        elements = []
        for name in track.pixels:
            elements.append(f"{image_id[name]} {filled[name]}")
            filled[name] += 1
        colour = " ".join(str(value) for value in track.colour)
        yield f"{point_id} {_numbers(track.point)} {colour} {track.error_px:.4f} {' '.join(elements)}\n"


def _write_jpeg(file: Path, label: Label) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    bgr = cv2.cvtColor(label.image, cv2.COLOR_RGB2BGR)
    if not cv2.imwrite(str(file), bgr, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY]):
        raise OSError(f"{file}: OpenCV could not write it")


def _numbers(values: Array) -> str:
    return " ".join(f"{value:.9g}" for value in values)
