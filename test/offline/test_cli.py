"""A user's mistake is one line and status 1; a defect keeps its traceback."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command], cwd=REPOSITORY, capture_output=True, text=True, timeout=240
    )


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (["--data", "/nowhere/kitchen"], "error: /nowhere/kitchen: no such folder; --data takes the folder"),
        (["--scene", "../x"], "error: scene name '../x' is not allowed; use letters, digits, '-' and '_'"),
    ],
)
def test_a_user_error_is_one_line(tmp_path: Path, flags: list[str], message: str) -> None:
    done = run("-m", "offline.label", "--scene", "a", "--work-dir", str(tmp_path), *flags)
    assert done.returncode == 1
    assert done.stderr.startswith(message)
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_help_shows_the_fields_docs() -> None:
    done = run("-m", "offline.distill", "--help")
    assert done.returncode == 0
    text = " ".join(done.stdout.replace("│", " ").split())
    for part in (
        "python -m offline.distill",
        "--student",
        "--minutes",
        "Training budget, not counting set-up",
    ):
        assert part in text


STAGE = """
from dataclasses import dataclass
from pathlib import Path
import os, signal
from offline.cli import main
@dataclass
class Config:
    what: str
def run(config):
    if config.what == "defect":
        raise ZeroDivisionError("1/0")
    os.kill(os.getpid(), signal.SIGINT)
    import time; time.sleep(60)
main(Config, run, "offline.stage", None)
"""


def test_ctrl_c_says_how_to_go_on() -> None:
    done = run("-c", STAGE, "--what", "interrupt")
    assert done.returncode not in (0, -signal.SIGINT)
    assert done.stderr == "interrupted; give the same `python -m offline.stage` command again to go on\n"


def test_a_defect_keeps_its_traceback() -> None:
    done = run("-c", STAGE, "--what", "defect")
    assert done.returncode == 1
    assert "Traceback" in done.stderr
    assert "ZeroDivisionError: 1/0" in done.stderr
