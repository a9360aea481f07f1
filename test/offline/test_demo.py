"""What the demo makes of recorded clouds, given known errors; test/ros/test_demo.py runs the node."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from offline.bags.writer import Bag
from offline.datasets.base import DataError, Dataset, Frame, FrameError, Skipped
from offline.demo import DemoConfig, compare, draw, run, table, write_clouds
from offline.distill import DistillConfig
from offline.processes import DemoError

STAMPS = {"a": 1_000_000_000, "b": 1_100_000_000, "c": 4_000_000_000}
DIAGNOSTICS = {
    "received": "3", "served": "2", "dropped": "1", "rejected": "0", "localized": "1",
    "device": "cpu", "precision": "bf16",
    "latency_ms_p50": "11.00", "latency_ms_p95": "14.00", "predict_ms_p50": "9.00",
}  # fmt: skip


class Recording(Dataset):
    """A camera at (1, 2, 3), 2 m in front of a wall whose left half is all that its sensor sees."""

    format = "memory"

    def names(self, split):
        return list(STAMPS)

    def load(self, name):
        if name == "c":
            raise FrameError("c: not a decodable image (3 bytes)")
        image = np.zeros((48, 64, 3), np.uint8)
        depth = np.full((48, 64), 2, np.float32)
        depth[:, 32:] = 0
        T = np.eye(4)
        T[:3, 3] = 1, 2, 3
        return Frame(name, image, np.array([[50, 0, 31.5], [0, 50, 23.5], [0, 0, 1.0]]), 0.0, depth, T)


def wall():
    """(6, 8, 3) true points: block centres at 3.5, 11.5, ... pixels, 2 m away, from (1, 2, 3)."""
    u, v = np.meshgrid(8 * np.arange(8) + 3.5, 8 * np.arange(6) + 3.5)
    ray = np.stack([(u - 31.5) / 50, (v - 23.5) / 50, np.ones_like(u)], axis=-1)
    return (2 * ray + [1, 2, 3]).astype(np.float32)


@pytest.fixture
def clouds(tmp_path):
    """Clouds of a and b: right but for 3 cm (a) and 20 cm (b) along z; b is the less certain one."""
    folder = tmp_path / "clouds"
    folder.mkdir()
    for name, error in (("a", 0.03), ("b", 0.2)):
        uncertainty = np.linspace(error, error + 0.01, 48, dtype=np.float32).reshape(6, 8)
        points = wall() + np.float32([0, 0, error])
        rgb = np.full((6, 8, 3), 200, np.uint8)
        np.savez(folder / f"{STAMPS[name]}.npz", points=points, uncertainty=uncertainty, rgb=rgb)
    return folder


@pytest.fixture
def bag(tmp_path):
    skipped = Skipped()
    skipped.add("d", "d: unreadable")
    return Bag(tmp_path / "bag", STAMPS, skipped)


def test_errors_are_distances_to_what_the_sensor_saw(tmp_path, clouds, bag):
    a, b = compare(Recording(tmp_path), bag, clouds)
    assert (a.name, b.name) == ("a", "b")
    np.testing.assert_allclose(a.truth[:, :4], wall()[:, :4], atol=1e-6)
    assert np.isnan(a.errors[:, 4:]).all()
    np.testing.assert_allclose(a.errors[:, :4], 0.03, atol=1e-6)
    assert b.median_m == pytest.approx(0.2, abs=1e-6)


def test_no_comparable_cloud_is_an_error(tmp_path, bag):
    with pytest.raises(DemoError, match="none of 0 served frames has depth"):
        compare(Recording(tmp_path), bag, tmp_path)


def test_the_table_tells_what_was_measured(tmp_path, clouds, bag):
    compared = compare(Recording(tmp_path), bag, clouds)
    text = table(compared, {"received": 2, "rate_hz": 9.96, "diagnostics": DIAGNOSTICS}, bag, 7.254)
    rows = [tuple(part.strip() for part in line.split("  ", 1)) for line in text.strip().splitlines()]
    assert rows == [
        ("point error, median", "11.5 cm"),  # as many points at 3 as at 20 cm
        ("points within 10 cm", "50 %"),
        ("latency p50 / p95", "11.00 / 14.00 ms"),
        ("of that, the network", "9.00 ms (cpu, bf16)"),
        ("camera / cloud rate", "0.7 Hz / 10.0 Hz"),
        ("images played", "3, 1 unreadable ones left out"),
        ("clouds received", "2 of 3"),
        ("frames localized", "1 of 2"),
        ("frames dropped", "1 by the node, 0 on the way to it"),
        ("frames rejected", "0"),
        ("scene bundle", "7.3 MB"),
    ]


def test_pictures_and_clouds_are_written(tmp_path, clouds, bag):
    import open3d

    dataset = Recording(tmp_path)
    compared = compare(dataset, bag, clouds)
    picture = cv2.imread(str(draw(dataset, compared, tmp_path / "comparison.png")))
    assert picture.shape[1] > 1000
    assert picture.std() > 10
    student, true = (
        open3d.t.io.read_point_cloud(str(file)).point.positions.numpy()
        for file in write_clouds(compared, tmp_path)
    )
    assert len(student) == 48  # the more certain half
    assert len(true) == 2 * 24  # only what the sensor saw
    assert student[:, 2] == pytest.approx(5.03)
    assert (true[:, 2] == 5.0).all()


def test_the_demo_knows_every_flag_of_distill():
    config = DemoConfig(overwrite=True)
    assert isinstance(config, DistillConfig)
    assert (config.scene, config.minutes, config.data, config.overwrite) == ("office", 4.0, None, True)


def test_a_missing_recording_is_an_error_before_anything_is_started(tmp_path):
    config = DemoConfig(
        data=tmp_path / "absent", work_dir=tmp_path, scenes_dir=tmp_path, out=tmp_path / "out", device="cpu"
    )
    with pytest.raises(DataError, match="absent"):
        run(config)
    assert not (tmp_path / "out").exists()
