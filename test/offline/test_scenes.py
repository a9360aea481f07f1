"""Scenes are listed, shown, verified, packed, unpacked and removed as the command line says."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from kd3d_ros.archive import SUFFIX
from kd3d_ros.scene import MANIFEST, REPORT, WEIGHTS, add_files, load_scene
from offline.cli import main
from offline.scenes import Command, run

FIGURES = {"point_error_m": {"median": 0.0314}, "pose": {"median_t_m": 0.0188, "median_r_deg": 0.516}}
NOON = 1_700_000_000 - 1_700_000_000 % 86_400 + 43_200
"""Of 2023-11-14, UTC."""


@pytest.fixture(scope="session")
def one(tmp_path_factory: pytest.TempPathFactory, write_tiny: Callable[..., Path]) -> Path:
    """A scene with figures."""
    return write_tiny(tmp_path_factory.mktemp("scenes"), "one", metrics=FIGURES)


@pytest.fixture
def scenes(tmp_path: Path, one: Path) -> Path:
    """A folder with the scenes `one`, with figures, and `two`, damaged."""
    for name in ("one", "two"):
        shutil.copytree(one, tmp_path / "scenes" / name)
    os.truncate(tmp_path / "scenes" / "two" / WEIGHTS, 100)
    return tmp_path / "scenes"


@pytest.fixture
def give(
    scenes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., list[str]]:
    """Gives words to `python -m offline.scenes`; returns the lines that it prints."""

    def words(*given: str) -> list[str]:
        monkeypatch.setattr(sys, "argv", ["scenes", *given, "--scenes-dir", str(scenes)])
        main(Command, run, "offline.scenes", None)
        return capsys.readouterr().out.splitlines()

    return words


def test_the_table_has_figures_or_the_reason_why_a_scene_is_broken(
    scenes: Path, give: Callable[..., list[str]], write_tiny: Callable[..., Path]
) -> None:
    write_tiny(scenes, "bare")
    (scenes / "half.part").mkdir()
    (scenes / "notes.txt").write_text("")
    (scenes / "three").mkdir()
    for scene in ("bare", "one"):
        os.utime(scenes / scene / MANIFEST, (NOON, NOON))
    size = f"{load_scene(scenes, 'one').size_mb:.1f}"
    header, bare, one, three, two = (line.split() for line in give("list"))
    assert header[4:10] == ["point", "(cm)", "pose", "(cm)", "pose", "(deg)"]
    assert bare == ["bare", "kd3d_s", size, "rgbd", "-", "-", "-", "2023-11-14", "ok"]
    assert one == ["one", "kd3d_s", size, "rgbd", "3.1", "1.9", "0.5", "2023-11-14", "ok"]
    assert three[:10] == ["three", *"-" * 7, "broken:", f"{scenes}/three/{MANIFEST}:"]
    assert two[:11] == ["two", *"-" * 7, "broken:", f"{scenes}/two/{WEIGHTS}:", "damaged"]


def test_a_manifest_that_is_odd_where_nobody_looks_is_listed(
    scenes: Path, give: Callable[..., list[str]], write_tiny: Callable[..., Path]
) -> None:
    write_tiny(
        scenes, "odd", teacher={"name": "\x1b[31m"}, metrics={"pose": 7, "point_error_m": {"median": 10**400}}
    )
    odd, one = (line.split() for line in give("list")[1:3])
    assert (odd[0], *odd[3:7]) == ("odd", "-", "-", "-", "-")
    assert (one[0], *one[3:7]) == ("one", "rgbd", "3.1", "1.9", "0.5")


@pytest.mark.parametrize("command", [["list"], ["verify", "--all"]])
def test_where_no_scenes_are_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["scenes", *command, "--scenes-dir", str(tmp_path / "none")])
    with pytest.raises(
        SystemExit, match=r"^error: .*none has no scenes; make one with `python -m offline\.d"
    ):
        main(Command, run, "offline.scenes", None)


def test_a_scene_is_shown_with_all_that_its_manifest_says(
    scenes: Path, give: Callable[..., list[str]]
) -> None:
    first, *rest = give("show", "one")
    manifest = dict(load_scene(scenes, "one").manifest)
    assert first.startswith(f"{scenes / 'one'}, ")
    assert yaml.safe_load("\n".join(rest)) == manifest
    assert "  - [80, 0, 47.5]" in rest
    with pytest.raises(SystemExit, match=r"^error: .*damaged"):
        give("show", "two")


def test_numbers_are_shown_with_four_digits(
    scenes: Path, give: Callable[..., list[str]], write_tiny: Callable[..., Path]
) -> None:
    write_tiny(scenes, "exact", scale_residual=0.123456789, metrics={"huge": 1.23456789e-20})
    lines = give("show", "exact")
    assert "scale_residual: 0.1235" in lines
    assert "metrics: {huge: 1.235e-20}" in lines


def test_verify_is_about_one_scene_or_all(
    scenes: Path, give: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert give("verify", "one") == ["one  ok"]
    with pytest.raises(SystemExit, match=r"^error: broken: two$"):
        give("verify", "--all")
    one, two = capsys.readouterr().out.splitlines()
    assert one == "one  ok"
    assert two.startswith(f"two  {scenes / 'two' / WEIGHTS}: damaged")
    with pytest.raises(SystemExit, match=r"^error: broken: three$"):
        give("verify", "three")
    for neither_or_both in ([], ["one", "--all"]):
        with pytest.raises(SystemExit, match=r"^error: verify takes either the name of a scene or --all$"):
            give("verify", *neither_or_both)


def test_verify_builds_the_student(scenes: Path, give: Callable[..., list[str]]) -> None:
    manifest = yaml.safe_load((scenes / "one" / MANIFEST).read_text())
    manifest["student"]["width"] = 16
    (scenes / "one" / MANIFEST).write_text(yaml.safe_dump(manifest))
    load_scene(scenes, "one")
    for command in ("verify", "pack"):
        with pytest.raises(SystemExit, match=r"^error: "):
            give(command, "one")


def test_a_scene_travels(
    scenes: Path,
    tmp_path: Path,
    give: Callable[..., list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add_files(scenes / "one", {REPORT: b"<p>fine</p>"})
    monkeypatch.chdir(tmp_path)
    (line,) = give("pack", "one")
    digest = hashlib.sha256((tmp_path / f"one{SUFFIX}").read_bytes()).hexdigest()
    assert line == f"{digest}  one{SUFFIX}"
    assert (tmp_path / f"one{SUFFIX}.sha256").read_text() == line + "\n"
    with pytest.raises(
        SystemExit, match=r"^error: one\.kd3d\.tar\.zst exists; give another --out, or --overwrite$"
    ):
        give("pack", "one", "--no-report")
    give("pack", "one", "--no-report", "--out", "light")
    with pytest.raises(SystemExit, match="one exists; --overwrite replaces it, --as"):
        give("unpack", f"one{SUFFIX}")
    assert give("unpack", f"one{SUFFIX}", "--as", "sent", "--sha256", digest) == [str(scenes / "sent")]
    assert (scenes / "sent" / REPORT).read_bytes() == b"<p>fine</p>"
    give("unpack", "light", "--as", "sent", "--overwrite")
    assert not (scenes / "sent" / REPORT).exists()
    with pytest.raises(SystemExit, match=r"^error: light: damaged, or another"):
        give("unpack", "light", "--sha256", digest, "--as", "third")
    assert give("verify", "sent") == ["sent  ok"]


def test_a_broken_scene_is_not_packed(
    scenes: Path, tmp_path: Path, give: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit, match=r"^error: .*damaged"):
        give("pack", "two")
    assert not list(tmp_path.glob("two*"))


@pytest.mark.parametrize(("answer", "gone"), [("y", True), ("Yes ", True), ("", False), ("n", False)])
def test_a_scene_is_removed_if_one_says_so(
    scenes: Path, give: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch, answer: str, gone: bool
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or answer)
    give("remove", "two")
    assert (scenes / "two").exists() != gone
    assert asked == [f"remove {scenes / 'two'}? [y/N] "]
    assert (scenes / "one").exists()


def test_without_a_terminal_a_scene_is_removed_only_with_yes(
    scenes: Path, give: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    with pytest.raises(SystemExit, match=r"^error: remove asks on a terminal only; give --yes$"):
        give("remove", "two")
    assert (scenes / "two").exists()
    give("remove", "two", "--yes")
    assert [path.name for path in scenes.iterdir()] == ["one"]


@pytest.mark.parametrize(
    ("name", "message"),
    [("three", "no such scene"), ("../scenes", "is not allowed"), ("..", "is not allowed")],
)
def test_what_is_no_scene_is_not_removed(
    scenes: Path, give: Callable[..., list[str]], name: str, message: str
) -> None:
    with pytest.raises(SystemExit, match=message):
        give("remove", name, "--yes")
    assert sorted(path.name for path in scenes.iterdir()) == ["one", "two"]
