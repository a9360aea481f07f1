"""Frames are selected by what is usual around them in time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from offline.datasets.bag.selection import (
    EXPOSURE_FACTOR,
    MAX_BLURRED_SHARE,
    STANDING_FRAMES,
    Look,
    Selection,
    look_at,
    select,
    thumbnail_of,
)
from offline.datasets.base import read_pose_txt, read_rgb
from offline.datasets.seven_scenes import SevenScenes


def texture(seed: int = 0, contrast: float = 40.0, sigma: float = 2.0) -> np.ndarray:
    """(480, 640, 3) uint8: smooth structure, and noise of a sensor."""
    rng = np.random.default_rng(seed)
    smooth = cv2.GaussianBlur(rng.normal(size=(480, 640)), None, sigma)
    grey = 120 + contrast * smooth / smooth.std() + rng.normal(0, 1, smooth.shape)
    return np.repeat(grey.clip(0, 255).astype(np.uint8)[..., None], 3, axis=2)


def motion_blurred(image: np.ndarray, pixels: int, vertical: bool = False) -> np.ndarray:
    kernel = np.full((pixels, 1) if vertical else (1, pixels), 1 / pixels)
    return cv2.filter2D(image, -1, kernel)


def pose(x: float = 0.0, degrees: float = 0.0) -> np.ndarray:
    T = np.eye(4)
    T[:3, :3] = cv2.Rodrigues(np.array([0, np.radians(degrees), 0]))[0]
    T[0, 3] = x
    return T


def walk(count: int, rate: float = 30.0) -> list[Look]:
    """Looks of a camera that moves by 2 cm a frame, all of the same sharpness and brightness."""
    return [Look(f"{n:03d}", n / rate, 0.5, 100.0, pose(0.02 * n)) for n in range(count)]


@pytest.mark.parametrize("vertical", [False, True])
def test_motion_blur_is_told_from_a_plain_place(vertical: bool) -> None:
    sharp = look_at(texture())[0]
    assert look_at(motion_blurred(texture(), 9, vertical))[0] < 0.4 * sharp
    assert look_at(texture(contrast=10.0))[0] > 0.7 * sharp
    assert look_at(np.full((480, 640, 3), 90, np.uint8)) == (0.0, 90.0)


def test_looks_by_hand() -> None:
    columns = np.tile(
        np.array([0, 0, 8, 8], np.uint8), (40, 10)
    )  # differences 8 apart by two, and bends of 8
    # Along a row both squares are 64 everywhere; noise adds 1.  Along a column nothing changes: 0 / 1.
    assert look_at(columns) == (0.0, 4.0)
    checks = np.kron(np.indices((10, 10)).sum(axis=0) % 2, np.ones((2, 2))).astype(np.uint8) * 8
    # Along rows and columns 64 / 65; along diagonals there and back are alike or both opposite.
    sharpness, brightness = look_at(checks)
    assert sharpness == pytest.approx(64 / 65)
    assert brightness == 4.0


def test_grey_and_portrait_images_have_looks_and_thumbnails() -> None:
    image = texture()
    assert look_at(image[..., 0]) == pytest.approx(look_at(image), rel=1e-6)
    turned = np.ascontiguousarray(image.transpose(1, 0, 2))
    assert look_at(turned) == pytest.approx(look_at(image), rel=1e-4)
    assert thumbnail_of(image).shape == thumbnail_of(turned).shape == (24, 32)
    half = np.zeros((480, 640), np.uint8)
    half[:, 320:] = 100
    assert np.unique(thumbnail_of(half)).tolist() == [-50, 50]


def test_a_steady_walk_is_kept_whole() -> None:
    looks = walk(100)
    assert select(looks) == Selection([look.name for look in looks], {})
    assert select([]).kept == []
    assert select(looks[:1]).kept == ["000"]


@pytest.mark.parametrize("at", [0, 50, 99])
def test_a_blurred_frame_is_one_much_less_sharp_than_its_neighbours(at: int) -> None:
    looks = walk(100)
    looks[at] = replace(looks[at], sharpness=0.19)
    looks[at - 1] = replace(looks[at - 1], sharpness=0.21)  # 0.4 of the usual 0.5 is the limit
    assert select(looks).dropped == {looks[at].name: "blurred"}


def test_a_place_less_sharp_is_no_blur() -> None:
    looks = [replace(look, sharpness=0.5 if n < 50 else 0.1) for n, look in enumerate(walk(100))]
    assert select(looks).dropped == {}


def test_only_the_worst_share_is_dropped_as_blurred() -> None:
    looks = [
        replace(look, sharpness=0.1 + 1e-4 * n if n % 5 < 2 else 0.5) for n, look in enumerate(walk(100))
    ]
    dropped = select(looks).dropped
    assert list(dropped.values()) == ["blurred"] * int(100 * MAX_BLURRED_SHARE)
    assert sorted(dropped) == [f"{n:03d}" for n in range(100) if n % 5 < 2][:20]


def test_exposure_that_hunts_is_dropped_where_the_view_cannot_explain_it() -> None:
    jump = [100.0] * 100
    jump[40], jump[60], jump[70] = 100 / EXPOSURE_FACTOR - 1, 100 * EXPOSURE_FACTOR + 1, 130.0
    looks = [replace(look, brightness=value) for look, value in zip(walk(100), jump, strict=True)]
    assert select(looks).dropped == {"040": "exposure", "060": "exposure"}
    slow = [replace(look, stamp_s=n / 2) for n, look in enumerate(looks)]
    assert select(slow).dropped == {}
    lamp = [replace(look, brightness=100.0 if n < 50 else 200.0) for n, look in enumerate(walk(100))]
    assert select(lamp).dropped == {}


def test_a_camera_that_stands_gives_a_few_frames_and_goes_on() -> None:
    stands = [Look(f"s{n}", n / 30, 0.5, 100.0, pose(0.004 * (n % 2), 0.2 * (n % 2))) for n in range(2_000)]
    goes = [Look(f"g{n}", 67 + n / 30, 0.5, 100.0, pose(0.02 * n)) for n in range(1, 6)]
    selection = select(stands + goes)
    first = [look.name for look in stands[:STANDING_FRAMES]]
    assert selection.kept == first + [look.name for look in goes]
    assert set(selection.dropped.values()) == {"standing"}


def test_each_stand_gives_as_many_good_frames() -> None:
    looks = walk(60)
    looks = [replace(look, T_world_camera=pose(1.0 if n < 30 else 2.0)) for n, look in enumerate(looks)]
    looks[3] = replace(looks[3], sharpness=0.1)
    kept = select(looks).kept
    assert kept == [f"{n:03d}" for n in (0, 1, 2, *range(4, 11), *range(30, 40))]


def test_way_and_turn_each_end_a_stand() -> None:
    turns = [Look(str(n), n / 30, 0.5, 100.0, pose(0.0, 0.06 * n)) for n in range(60)]  # 0.5 deg in 9 frames
    creeps = [Look(str(n), n / 30, 0.5, 100.0, pose(0.0012 * n)) for n in range(60)]  # 1 cm in 9 frames
    assert select(turns).dropped == select(creeps).dropped == {}


def test_without_poses_thumbnails_tell_a_stand() -> None:
    still, other = thumbnail_of(texture(0)), thumbnail_of(texture(1))
    noisy = still + np.where(np.indices(still.shape).sum(axis=0) % 2, 1, -1).astype(np.int16)
    looks = [
        Look(f"{n:02d}", n / 30, 0.5, 100.0, pose() if n % 3 else None, noisy if n % 2 else still)
        for n in range(30)
    ]
    looks += [Look("30", 1.0, 0.5, 100.0, None, other), Look("31", 1.03, 0.5, 100.0)]
    assert select(looks).kept == [f"{n:02d}" for n in range(STANDING_FRAMES)] + ["30", "31"]


def test_the_summary_counts_reasons() -> None:
    selection = Selection(["a", "b"], {"c": "standing", "d": "blurred", "e": "standing"})
    assert selection.summary() == "2 of 5 frames selected; dropped: 1 blurred, 2 standing"
    assert Selection(["a"], {}).summary() == "1 of 1 frames selected"


def test_a_kitchen_is_kept_but_for_blur(redkitchen: Path) -> None:
    names = SevenScenes(redkitchen).names("train")[180:240]
    looks = []
    for n, name in enumerate(names):
        image = read_rgb(redkitchen / f"{name}.color.jpg")
        if n in (20, 40):
            image = motion_blurred(image, 11)
        T = read_pose_txt(redkitchen / f"{name}.pose.txt")
        looks.append(Look(name, n / 30, *look_at(image), T, thumbnail_of(image)))
    assert select(looks).dropped == {names[20]: "blurred", names[40]: "blurred"}
    assert len(select([replace(look, T_world_camera=None) for look in looks]).kept) >= 55
