"""Whole or not at all, also when the writer dies."""

from __future__ import annotations

import hashlib
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kd3d_ros.files import folder_written_whole, remove_folder, sha256, written_whole


def test_a_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    file = tmp_path / "new" / "figures.json"
    with written_whole(file) as part:
        part.write_text("{}")
        assert not file.exists()
    assert file.read_text() == "{}"
    assert [path.name for path in file.parent.iterdir()] == ["figures.json"]


@pytest.mark.parametrize("before", [None, "old"])
def test_a_failing_block_leaves_the_final_name_as_it_was(tmp_path: Path, before: str | None) -> None:
    file = tmp_path / "figures.json"
    if before is not None:
        file.write_text(before)
    with pytest.raises(RuntimeError), written_whole(file) as part:  # noqa: PT012
        part.write_text("half")
        raise RuntimeError
    assert (file.read_text() if file.exists() else None) == before


def test_what_a_killed_run_left_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.part").write_text("half of something longer")
    with written_whole(tmp_path / "a") as part:
        part.write_text("whole")
    assert (tmp_path / "a").read_text() == "whole"


def test_a_folder_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    scene = tmp_path / "scenes" / "lab"
    for content in ("first", "second"):
        with folder_written_whole(scene) as part:
            (part / content).write_text(content)
    assert [path.name for path in scene.iterdir()] == ["second"]
    assert [path.name for path in scene.parent.iterdir()] == ["lab"]


def test_an_older_folder_survives_a_failing_block(tmp_path: Path) -> None:
    scene = tmp_path / "lab"
    with folder_written_whole(scene) as part:
        (part / "file").write_text("old")
    with pytest.raises(RuntimeError), folder_written_whole(scene) as part:  # noqa: PT012
        (part / "file").write_text("half")
        raise RuntimeError
    assert (scene / "file").read_text() == "old"


def test_what_a_killed_run_left_of_a_folder_is_not_in_the_next(tmp_path: Path) -> None:
    for leftover in ("lab.part", "lab.old"):
        (tmp_path / leftover).mkdir()
        (tmp_path / leftover / "stray").write_text("")
    with folder_written_whole(tmp_path / "lab") as part:
        (part / "file").write_text("new")
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")) == ["lab", "lab/file"]


KILLED = """
import os, signal, sys
from pathlib import Path
from kd3d_ros.files import folder_written_whole, written_whole
with {function}(Path(sys.argv[1])) as part:
    (part / "file" if part.is_dir() else part).write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("function", ["written_whole", "folder_written_whole"])
def test_kill_9_in_the_middle_leaves_the_old_artefact(tmp_path: Path, function: str) -> None:
    target = tmp_path / "artefact"
    kept = target if function == "written_whole" else target / "file"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("old")
    script = KILLED.format(function=function)
    killed = subprocess.run([sys.executable, "-c", script, str(target)], cwd=Path(__file__).parents[2])
    assert killed.returncode == -signal.SIGKILL
    assert kept.read_text() == "old"


@pytest.mark.parametrize("there", [True, False], ids=["link", "dangling link"])
def test_a_link_to_a_folder_gives_way_each_time_and_what_it_leads_to_stays(
    tmp_path: Path, there: bool
) -> None:
    far, path = tmp_path / "far", tmp_path / "scene"
    if there:
        far.mkdir()
        (far / "old").touch()
    path.symlink_to(far)
    for content in ("new", "newer"):
        with folder_written_whole(path) as part:
            (part / content).touch()
        assert [file.name for file in path.iterdir()] == [content]
        assert not path.is_symlink()
    assert sorted(file.name for file in tmp_path.iterdir()) == (["far", "scene"] if there else ["scene"])
    assert not there or (far / "old").exists()


def test_a_folder_is_removed_whatever_a_killed_run_left(tmp_path: Path) -> None:
    for folder in ("lab", "lab.part", "other"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "file").write_text(folder)
    remove_folder(tmp_path / "lab")
    assert [path.name for path in tmp_path.iterdir()] == ["other"]


def test_of_a_link_to_a_folder_only_the_link_is_removed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "lab").symlink_to(tmp_path / "elsewhere")
    remove_folder(tmp_path / "lab")
    assert [path.name for path in tmp_path.iterdir()] == ["elsewhere"]


def test_a_folder_that_is_half_removed_does_not_have_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lab").mkdir()
    monkeypatch.setattr("shutil.rmtree", lambda path, ignore_errors=False: ignore_errors or 1 / 0)
    with pytest.raises(ZeroDivisionError):
        remove_folder(tmp_path / "lab")
    assert [path.name for path in tmp_path.iterdir()] == ["lab.part"]


def test_sha256_of_more_than_one_piece(tmp_path: Path) -> None:
    content = bytes(range(256)) * 5000
    (tmp_path / "f").write_bytes(content)
    assert sha256(tmp_path / "f") == hashlib.sha256(content).hexdigest()
