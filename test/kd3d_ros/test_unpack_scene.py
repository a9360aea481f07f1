"""A robot unpacks without the lab."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kd3d_ros.archive import SUFFIX, pack
from kd3d_ros.scene import SceneBundle, load_scene
from kd3d_ros.unpack_scene import main

WITHOUT_LAB = """
import runpy, sys
for absent in ("offline", "tyro", "scipy", "rclpy"):
    sys.modules[absent] = None
runpy.run_module("kd3d_ros.unpack_scene", run_name="__main__")
"""


@pytest.fixture
def archive(tiny_bundle: SceneBundle, tmp_path: Path) -> Path:
    """The tiny bundle, sent."""
    file = tmp_path / f"tiny{SUFFIX}"
    pack(tiny_bundle, file)
    return file


def test_a_robot_that_lacks_the_lab_unpacks(archive: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", WITHOUT_LAB, str(archive), "--scenes-dir", str(tmp_path / "scenes")]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{tmp_path / 'scenes' / 'tiny'}\n", "")
    load_scene(tmp_path / "scenes", "tiny")


def test_flags_choose_name_and_digest(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KD3D_SCENES", str(tmp_path / "scenes"))
    digest = Path(f"{archive}.sha256").read_text().split()[0]
    main([str(archive), "--as", "robot", "--sha256", digest])
    with pytest.raises(SystemExit, match=r"^error: .*scenes/robot exists; --overwrite"):
        main([str(archive), "--as", "robot"])
    main([str(archive), "--as", "robot", "--overwrite"])
    with pytest.raises(SystemExit, match=r"^error: .*damaged, or another"):
        main([str(archive), "--sha256", "0" * 64])
    assert capsys.readouterr().out == f"{tmp_path / 'scenes' / 'robot'}\n" * 2
    assert [path.name for path in (tmp_path / "scenes").iterdir()] == ["robot"]


def test_a_folder_that_cannot_be_written_is_one_line(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SystemExit, match=r"^error: .*file"):
        main([str(archive), "--scenes-dir", str(tmp_path / "file")])
