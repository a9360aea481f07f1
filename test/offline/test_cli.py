"""A user's mistake is one line and status 1; a defect keeps its traceback."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from offline import distill, label
from offline.cli import main
from offline.distill import DistillConfig
from offline.label import LabelConfig

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class StageConfig:
    """A stage of its own, to end as each test wants."""

    what: str
    """What to do."""


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Sets the command line."""
    return lambda *flags: monkeypatch.setattr(sys, "argv", ["stage", *flags])


def test_a_user_error_is_one_line_and_status_1(tmp_path: Path) -> None:
    flags = ["--scene", "a", "--work-dir", str(tmp_path), "--data", "/nowhere/kitchen"]
    command = [sys.executable, "-m", "offline.label", *flags]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("error: /nowhere/kitchen: no such folder; --data takes the folder of a")
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (["--scene", "../x"], "error: scene name '../x' is not allowed; use letters, digits, '-' and '_'"),
        (["--scene", "a", "--format", "tum"], "error: --format tum needs --data PATH; only the office is"),
    ],
)
def test_flags_that_are_not_allowed_are_told(
    give: Callable[..., None], tmp_path: Path, flags: list[str], message: str
) -> None:
    give(*flags, "--work-dir", str(tmp_path / "work"))
    with pytest.raises(SystemExit) as caught:
        main(LabelConfig, label.run, "offline.label", None)
    assert str(caught.value.code).startswith(message)
    assert not (tmp_path / "work").exists()


@pytest.mark.parametrize(
    ("flags", "parts"),
    [
        (["--format", "kitti"], ["kitti", "seven_scenes"]),
        (["--label-size", "0"], ["--label-size 0 is not allowed; it must be more than 0"]),
    ],
)
def test_a_value_that_is_not_allowed_is_told_with_those_that_are(
    give: Callable[..., None], capsys: pytest.CaptureFixture[str], flags: list[str], parts: list[str]
) -> None:
    give("--scene", "a", *flags)
    with pytest.raises(SystemExit) as caught:
        main(LabelConfig, label.run, "offline.label", None)
    assert caught.value.code not in (0, None)
    text = " ".join(capsys.readouterr().err.replace("│", " ").split())
    for part in parts:
        assert part in text


def test_help_shows_the_fields_docs(give: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    give("--help")
    with pytest.raises(SystemExit) as caught:
        main(DistillConfig, distill.run, "offline.distill", distill.__doc__)
    assert caught.value.code == 0
    text = " ".join(capsys.readouterr().out.replace("│", " ").split())
    for part in ("python -m offline.distill", "--minutes", "Training budget, not counting set-up"):
        assert part in text


def test_a_stage_gets_its_configuration(give: Callable[..., None]) -> None:
    given: list[StageConfig] = []

    def run(config: StageConfig) -> Path:
        given.append(config)
        return Path()

    give("--what", "this")
    main(StageConfig, run, "offline.stage", None)
    assert given == [StageConfig("this")]


def test_ctrl_c_says_how_to_go_on(give: Callable[..., None]) -> None:
    def run(config: StageConfig) -> Path:
        raise KeyboardInterrupt

    give("--what", "this")
    with pytest.raises(SystemExit) as caught:
        main(StageConfig, run, "offline.stage", None)
    assert caught.value.code == "interrupted; give the same `python -m offline.stage` command again to go on"


def test_a_defect_keeps_its_traceback(give: Callable[..., None]) -> None:
    def run(config: StageConfig) -> Path:
        raise ZeroDivisionError

    give("--what", "this")
    with pytest.raises(ZeroDivisionError):
        main(StageConfig, run, "offline.stage", None)
