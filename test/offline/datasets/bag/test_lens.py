"""Distorted images made straight, and depth that another camera took."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from offline.datasets.bag.choice import BagTopics
from offline.datasets.bag.dataset import BagDataset
from offline.datasets.base import DataError, FrameError
from offline.datasets.calibration import Calibration, undistortion

SIZE = (64, 48)
K = (60.0, 60.0, 31.5, 23.5)
D = (-0.4, 0.1, 0.0, 0.0, 0.0)


def only_frame(dataset):
    return dataset.load(dataset.names("all")[0])


def test_a_distorted_image_becomes_a_pinholes(tmp_path, recorder):
    ray, K_seen = np.array([0.2, 0.1, 1.0]), np.array([[300, 0, 159.5], [0, 300, 119.5], [0, 0, 1]])
    seen, _ = cv2.projectPoints(ray[None], np.zeros(3), np.zeros(3), K_seen, np.array(D))
    u, v = np.rint(seen.ravel()).astype(int)
    pixels, depth = np.zeros((240, 320, 3), np.uint8), np.full((240, 320), 1000, "<u2")
    pixels[v - 1 : v + 2, u - 1 : u + 2] = 255
    depth[v - 1 : v + 2, u - 1 : u + 2] = 3000
    recorder.info(size=(320, 240), K=(300.0, 300.0, 159.5, 119.5), D=D)
    recorder.image(0, pixels=pixels)
    recorder.image(0, "/cam/depth/image_raw", depth, "16UC1")
    frame = only_frame(BagDataset(recorder.write(tmp_path / "bag")))
    wanted = (frame.K @ ray)[:2]
    assert np.linalg.norm(wanted - [u, v]) > 2.5
    for marked in (frame.image[..., 0] > 127, frame.depth > 2.9):
        assert np.linalg.norm(np.argwhere(marked).mean(axis=0)[::-1] - wanted) < 1
    assert len(np.unique(frame.depth)) == 2  # nothing between the two was made up


def test_a_fisheye_whose_coefficients_are_zero_is_no_pinhole():
    K_seen = np.array([[30.0, 0, 31.5], [0, 30.0, 23.5], [0, 0, 1]])
    K_pinhole, maps = undistortion(Calibration(SIZE, K_seen, np.zeros(4), "equidistant"))
    x = (60 - K_pinhole[0, 2]) / K_pinhole[0, 0]
    y = (24 - K_pinhole[1, 2]) / K_pinhole[1, 1]
    angle, radius = np.arctan(np.hypot(x, y)), np.hypot(x, y)
    seen = [31.5 + 30 * angle * x / radius, 23.5 + 30 * angle * y / radius]
    assert [maps[0][24, 60], maps[1][24, 60]] == pytest.approx(seen, abs=1e-3)


def test_images_that_are_rectified_already_have_their_projections_intrinsics(tmp_path, recorder):
    recorder.info(size=SIZE, K=K, D=D)
    recorder.image(0, "/cam/image_rect", np.zeros((48, 64, 3), np.uint8))
    with pytest.raises(DataError, match="/cam/camera_info: camera_info: P is zero, which rectified images n"):
        BagDataset(recorder.write(tmp_path / "bag"))


def test_images_of_another_size_than_their_calibration(tmp_path, recorder):
    recorder.info(size=SIZE)
    recorder.image(0)
    with pytest.raises(FrameError, match="/cam/image_raw: 8x6 pixels; /cam/camera_info is for 64x48"):
        only_frame(BagDataset(recorder.write(tmp_path / "bag")))


def two_cameras(recorder, depth_K=K, depth_size=SIZE, joined=True, size=SIZE, colour_K=K):
    """Colour, and a wall 2 m before a depth camera that sits 0.1 m to its left, both looking ahead."""
    recorder.info(size=size, K=colour_K)
    recorder.image(0, pixels=np.zeros((size[1], size[0], 3), np.uint8))
    wall = np.full((depth_size[1], depth_size[0]), 2.0, "<f4")
    wall[:, 0] = 0
    wall[depth_size[1] // 2, depth_size[0] // 2] = 1.0
    recorder.image(0, "/cam/depth/image_raw", wall, "32FC1", frame="depth_optical")
    recorder.info("/cam/depth/camera_info", size=depth_size, K=depth_K, frame="depth_optical")
    if joined:
        for frame, x in (("cam_optical", 0.1), ("depth_optical", 0.0)):
            recorder.transform("mount", frame, 0, (x, 0.0, 0.0), topic="/tf_static")


def test_depth_of_a_camera_beside_is_moved_by_its_parallax(tmp_path, recorder):
    two_cameras(recorder)
    depth = only_frame(BagDataset(recorder.write(tmp_path / "bag"))).depth
    assert np.argwhere(depth == 1).tolist() == [[24, 32 - 6]]  # 60 px * 0.1 m / 1 m
    assert depth[10, 0] == 2  # column 3 of the depth image: 60 px * 0.1 m / 2 m
    assert (depth[:, -3:] == 0).all()  # what the depth camera does not see


def test_depth_of_a_camera_beside_has_no_gaps_in_finer_images(tmp_path, recorder):
    fine = tuple(2 * value + (0.5 if i > 1 else 0) for i, value in enumerate(K))
    two_cameras(recorder, size=(128, 96), colour_K=fine)
    depth = only_frame(BagDataset(recorder.write(tmp_path / "bag"))).depth
    assert depth.shape == (96, 128)
    assert (depth[:, 2:-8] > 0).mean() > 0.99


def test_where_the_depth_camera_is_may_be_known_later_than_the_first_image(tmp_path, recorder):
    two_cameras(recorder, joined=False)
    recorder.transform("mount", "depth_optical", topic="/tf_static")
    for ms in (900, 1000):
        recorder.transform("mount", "cam_optical", ms * 1_000_000, (0.1, 0.0, 0.0))
    recorder.image(950_000_000, pixels=np.zeros((48, 64, 3), np.uint8))
    dataset = BagDataset(recorder.write(tmp_path / "bag"), BagTopics(pose_topic="none"))
    assert np.argwhere(only_frame(dataset).depth == 1).tolist() == [[24, 32 - 6]]


def test_cameras_whose_tf_is_never_known_while_there_are_images(tmp_path, recorder):
    two_cameras(recorder, joined=False)
    recorder.transform("cam_optical", "depth_optical", 5_000_000_000)
    with pytest.raises(DataError, match="no TF joins the two"):
        BagDataset(recorder.write(tmp_path / "bag"))


def test_cameras_that_no_tf_joins(tmp_path, recorder):
    two_cameras(recorder, joined=False)
    with pytest.raises(
        DataError, match="depth is in frame 'depth_optical', images in 'cam_optical', and no TF"
    ):
        BagDataset(recorder.write(tmp_path / "bag"))


def test_depth_elsewhere_without_calibration(tmp_path, recorder):
    two_cameras(recorder)
    recorder.messages = [m for m in recorder.messages if m[0] != "/cam/depth/camera_info"]
    with pytest.raises(DataError, match="no camera_info of /cam/depth/image_raw, which is in another place"):
        BagDataset(recorder.write(tmp_path / "bag"))


def test_coarser_depth_of_the_same_place_is_resampled(tmp_path, recorder):
    half = tuple(value / 2 - (0.25 if i > 1 else 0) for i, value in enumerate(K))
    recorder.info(size=SIZE, K=K)
    recorder.image(0, pixels=np.zeros((48, 64, 3), np.uint8))
    depth = np.arange(1, 24 * 32 + 1, dtype="<u2").reshape(24, 32)
    recorder.image(0, "/cam/depth/image_raw", depth, "16UC1")
    recorder.info("/cam/depth/camera_info", size=(32, 24), K=half)
    found = only_frame(BagDataset(recorder.write(tmp_path / "bag"))).depth
    np.testing.assert_allclose(found, np.kron(depth, np.ones((2, 2))) / 1000, rtol=1e-6)


def test_the_users_frame_of_the_camera_is_its_depths_too(tmp_path, recorder):
    recorder.info(frame="")
    recorder.image(0, frame="")
    recorder.image(0, "/cam/depth/image_raw", np.full((6, 8), 2000, "<u2"), "16UC1", frame="")
    for ms in (0, 100):
        recorder.transform("map", "eye", ms * 1_000_000, (1.0, 0.0, 0.0))
    dataset = BagDataset(recorder.write(tmp_path / "bag"), BagTopics(camera_frame="eye"))
    frame = only_frame(dataset)
    assert (frame.depth == 2).all()
    assert frame.T_world_camera[0, 3] == 1
