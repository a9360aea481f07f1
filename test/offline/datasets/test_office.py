from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import yaml

from kd3d_ros.geometry import transform_points, unproject
from offline.datasets.base import DataError, FrameError
from offline.datasets.office import OfficeDataset, generate
from offline.datasets.office.atlas import LEVELS, TextureAtlas, look_up, pack
from offline.datasets.office.geometry import Geometry
from offline.datasets.office.mesh import Material, Mesh
from offline.datasets.office.room import build_room
from offline.datasets.office.shell import SIZE
from offline.datasets.office.walk import CENTRE, HEADING, SECONDS, camera_path

SMALL = {"train_frames": 6, "test_frames": 2, "size": (64, 48)}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(tmp_path_factory.mktemp("office") / "office", seed=3, **SMALL)


def grey(level: int) -> Material:
    return Material(np.full((4, 4, 3), level, np.uint8))


def contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_room_is_furnished_and_everything_is_inside() -> None:
    mesh = build_room(0)
    assert len(mesh.objects) >= 40
    corners = np.array(mesh.corners)
    assert (corners > -0.06).all()
    assert (corners < np.array(SIZE) + 0.06).all()
    for kind in ("desk", "monitor", "chair", "shelf", "poster", "door", "window", "floor", "ceiling"):
        assert any(kind in name for name in mesh.objects), kind


def test_ray_meets_the_expected_place_of_a_box() -> None:
    mesh = Mesh(np.random.default_rng(0))
    with mesh.object("box", 2.0, 0.0, 0.0, yaw_deg=90):
        mesh.box((-1, 1), (-0.5, 0.5), (0, 2), grey(100))
    geometry = Geometry(mesh)
    # Turned by 90 deg the box spans x in [1.5, 2.5], y in [-1, 1]; its front (-y) now looks along +x.
    origins = np.array([[5.0, -0.5, 1.5]], np.float32)
    hits = geometry.cast(origins, np.array([[-2.0, 0, 0]], np.float32))
    assert hits.distance[0] == pytest.approx(1.25)  # 2.5 m in lengths of 2
    np.testing.assert_allclose(geometry.normals[hits.quad[0], 0], [1, 0, 0], atol=1e-6)
    # Seen from there, right is +y: -0.5 lies a quarter along the 2 m, and z = 1.5 a quarter down.
    assert (hits.s[0], hits.t[0]) == pytest.approx((0.25, 0.25))


def test_atlas_returns_each_texture_and_its_mean_far_away() -> None:
    checker = np.zeros((32, 32, 3), np.uint8)
    checker[::2, ::2] = checker[1::2, 1::2] = 200
    red = np.zeros((8, 16, 3), np.uint8)
    red[..., 0] = 250
    atlas = TextureAtlas.of([checker, red])
    uv = np.array([[0.5 / 32, 0.5 / 32], [1.5 / 32, 0.5 / 32], [0.3, 0.6], [0.99, 0.01]], np.float32)
    found = atlas.sample(np.array([0, 0, 0, 1]), uv, np.array([0, 0, LEVELS, 0], np.float32))
    np.testing.assert_allclose(found, [[200] * 3, [0] * 3, [100] * 3, [250, 0, 0]], atol=2)


def test_pack_keeps_images_apart() -> None:
    images = [np.full((3 + i, 5, 3), i + 1, np.uint8) for i in range(9)]
    canvas, origins = pack(images, 16)
    for i, (x, y) in enumerate(origins):
        corners_x = np.array([x, x + 4, x - 0.5, x + 4.5], np.float32)
        corners_y = np.array([y, y + 2 + i, y - 0.5, y + 2.5 + i], np.float32)
        assert (look_up(canvas, corners_x, corners_y) == i + 1).all()


@pytest.mark.parametrize("seed", [0, 1, 7])
def test_walks_are_rigid_smooth_upright_and_in_the_free_middle(seed: int) -> None:
    for walk, frames in (("train", 300), ("test", 60)):
        poses = np.array(camera_path(walk, frames, seed))  # type: ignore[arg-type]
        rotations, positions = poses[:, :3, :3], poses[:, :3, 3]
        np.testing.assert_allclose(
            rotations @ rotations.transpose(0, 2, 1), np.eye(3)[None].repeat(frames, 0), atol=1e-9
        )
        np.testing.assert_allclose(np.linalg.det(rotations), 1, atol=1e-9)
        assert (positions[:, :2] > [1.7, 1.3]).all()
        assert (positions[:, :2] < [4.3, 3.4]).all()
        assert (np.abs(positions[:, 2] - 1.45) < 0.2).all()
        assert (rotations[:, 2, 1] < -0.85).all()  # the camera's y axis looks down
        speed = np.linalg.norm(np.diff(positions, axis=0), axis=1) * frames / SECONDS[walk]
        assert 0.1 < np.median(speed) < 0.8
        assert speed.max() < 1.2


def test_both_walks_look_to_both_sides_of_the_heading_from_every_side() -> None:
    for walk, frames, least in (("train", 300, 20), ("test", 60, 2)):
        poses = np.array(camera_path(walk, frames, 0))  # type: ignore[arg-type]
        side = np.arctan2(poses[:, 1, 3] - CENTRE[1], poses[:, 0, 3] - CENTRE[0])
        turn = np.arctan2(poses[:, 1, 2], poses[:, 0, 2]) % (2 * np.pi) - HEADING
        assert (np.abs(turn) < 0.55).all()
        seen, _, _ = np.histogram2d(side, turn, bins=(2, 2), range=[[-np.pi, np.pi], [-0.55, 0.55]])
        assert (seen >= least).all()


def test_reads_what_was_generated(office: Path) -> None:
    dataset = OfficeDataset(office)
    assert dataset.metric
    assert dataset.gravity_aligned
    assert dataset.names("train") == [f"train/frame-{i:06d}" for i in range(6)]
    assert dataset.names("test") == ["test/frame-000000", "test/frame-000001"]
    assert dataset.names("all") == dataset.names("train") + dataset.names("test")
    frames = [dataset.load(name) for name in dataset.names("all")]
    assert [frame.timestamp for frame in frames] == pytest.approx([0, 10, 20, 30, 40, 50, 70, 76])
    for frame in frames:
        assert frame.image.shape == (48, 64, 3)
        assert frame.image.dtype == np.uint8
        assert frame.image.std() > 20
        np.testing.assert_allclose(frame.K, [[52.5, 0, 31.5], [0, 52.5, 23.5], [0, 0, 1]])
        assert frame.depth is not None
        assert frame.T_world_camera is not None
        points = unproject(frame.depth, frame.K, frame.T_world_camera)
        assert np.isfinite(points).all()
        assert (points > -0.01).all()
        assert (points < np.array(SIZE) + 0.01).all()


def test_depth_of_one_frame_agrees_with_another(tmp_path: Path) -> None:
    dataset = OfficeDataset(generate(tmp_path / "o", train_frames=150, test_frames=1, size=(64, 48)))
    one, other = (dataset.load(name) for name in dataset.names("train")[40:42])
    assert one.depth is not None
    assert other.depth is not None
    assert one.T_world_camera is not None
    assert other.T_world_camera is not None
    world = unproject(one.depth, one.K, one.T_world_camera).reshape(-1, 3)
    seen = transform_points(np.linalg.inv(other.T_world_camera), world)
    pixels = seen @ other.K.T.astype(np.float32)
    u, v = np.rint(pixels[:, :2] / pixels[:, 2:]).astype(int).T
    inside = (seen[:, 2] > 0) & (u >= 0) & (u < 64) & (v >= 0) & (v < 48)
    assert inside.mean() > 0.5
    difference = np.abs(other.depth[v[inside], u[inside]] - seen[inside, 2])
    assert np.median(difference) < 0.01  # half a pixel is 2 cm at 2 m, on slanted surfaces
    assert (difference < 0.05).mean() > 0.85


def test_same_seed_same_bytes_whatever_the_threads(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("offline.datasets.office.recording.THREADS", 1)
    assert contents(generate(tmp_path / "again", seed=3, **SMALL)) == contents(office)


def test_another_seed_is_another_room(office: Path, tmp_path: Path) -> None:
    other = contents(generate(tmp_path / "other", seed=4, train_frames=1, test_frames=1, size=(64, 48)))
    name = "train/frame-000000.color.jpg"
    assert other[name] != contents(office)[name]


def test_finished_folder_is_left_alone(office: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in office.rglob("*")}
    assert generate(office, seed=3, **SMALL) == office
    assert {path: path.stat().st_mtime_ns for path in office.rglob("*")} == before


def test_folder_of_another_seed_or_size_is_refused(office: Path) -> None:
    with pytest.raises(DataError, match="seed 3 there, 5 wanted"):
        generate(office, seed=5, **SMALL)
    with pytest.raises(DataError, match=r"size \[64, 48\] there, \[32, 24\] wanted"):
        generate(office, seed=3, train_frames=6, test_frames=2, size=(32, 24))


def test_folder_of_something_else_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("years of work")
    with pytest.raises(DataError, match=r"office\.yaml: missing"):
        generate(tmp_path, **SMALL)
    assert (tmp_path / "thesis.tex").read_text() == "years of work"


def copied(office: Path, to: Path) -> Path:
    for name, data in contents(office).items():
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        (to / name).write_bytes(data)
    return to


def test_half_written_folder_is_refused(office: Path, tmp_path: Path) -> None:
    root = copied(office, tmp_path / "half")
    (root / "test/frame-000001.depth.png").unlink()
    for read in (OfficeDataset, lambda path: generate(path, seed=3, **SMALL)):
        with pytest.raises(DataError, match=r"1 files .* missing, the first .*frame-000001\.depth\.png"):
            read(root)
    (root / "office.yaml").unlink()
    with pytest.raises(DataError, match=r"office\.yaml: missing.*generate it again"):
        OfficeDataset(root)


@pytest.mark.parametrize("text", ["", "version: 99\n", "[1, 2", "seed: 3\n", "seed: 3\nframes: 2\nsize: 5\n"])
def test_bad_index_is_refused(office: Path, tmp_path: Path, text: str) -> None:
    root = copied(office, tmp_path / "bad")
    (root / "office.yaml").write_text(text)
    with pytest.raises(DataError, match=r"office\.yaml: not "):
        OfficeDataset(root)


def test_corrupt_image_names_its_file(office: Path, tmp_path: Path) -> None:
    root = copied(office, tmp_path / "corrupt")
    (root / "train/frame-000002.color.jpg").write_bytes(b"not a picture")
    with pytest.raises(FrameError, match=r"frame-000002\.color\.jpg"):
        OfficeDataset(root).load("train/frame-000002")


def test_nothing_remains_of_an_interrupted_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_: object) -> None:
        raise OSError("no space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("offline.datasets.office.recording._write_frame", full_disk)
        with pytest.raises(OSError, match="no space"):
            generate(tmp_path / "office", **SMALL)
    assert not (tmp_path / "office").exists()
    index = yaml.safe_load((generate(tmp_path / "office", **SMALL) / "office.yaml").read_text())
    assert index["frames"] == {"train": 6, "test": 2}


@pytest.mark.parametrize(("frames", "size"), [((0, 1), (64, 48)), ((1, 1), (0, 48))])
def test_empty_recording_is_refused(tmp_path: Path, frames: tuple[int, int], size: tuple[int, int]) -> None:
    with pytest.raises(DataError, match="at least"):
        generate(tmp_path / "office", 0, *frames, size)
