"""Child processes end with their parent's `with`, and say what went wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from offline import processes
from offline.processes import Child, DemoError, dds_environment, signals_unwind, wait_for

WAIT_S = 30.0


@pytest.fixture
def child(tmp_path):
    """child(code): a process of this Python code, with its log in a file."""

    def make(code, name="patient"):
        (tmp_path / f"{name}.py").write_text(textwrap.dedent(code))
        environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
        return Child([name], environment, tmp_path / f"{name}.log")

    return make


def alive(pid):
    """Whether the process runs; one that ended and was not waited for does not."""
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


SLEEPER = "import os, time\nprint(os.getpid(), 'ready', flush=True)\ntime.sleep(300)"


def test_leaving_the_with_ends_the_process(child):
    with child(SLEEPER) as sleeper:
        wait_for(lambda: sleeper.has_logged("ready"), "ready", sleeper, WAIT_S)
        pid = int(sleeper.log_file.read_text().split()[0])
        assert alive(pid)
    assert not alive(pid)


def test_a_process_that_ignores_sigterm_is_killed_with_what_it_started(child, monkeypatch):
    monkeypatch.setattr(processes, "STOP_S", 0.5)
    stubborn = """
        import os, signal, subprocess, sys, time
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        helper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(300)"])
        print(os.getpid(), helper.pid, "ready", flush=True)
        time.sleep(300)
    """
    with child(stubborn) as process:
        wait_for(lambda: process.has_logged("ready"), "ready", process, WAIT_S)
        pids = [int(word) for word in process.log_file.read_text().split()[:2]]
    deadline = time.monotonic() + WAIT_S
    while any(map(alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(alive, pids))


def test_a_failure_is_told_with_the_end_of_the_log(child):
    failing = "for i in range(40): print('line', i)\nraise SystemExit('the scene is missing')"
    with (
        child(failing) as process,
        pytest.raises(DemoError, match=r"patient ended with status 1") as caught,
    ):
        wait_for(lambda: False, "active", process, WAIT_S)
    assert "the scene is missing" in str(caught.value)
    assert "line 39\n" in str(caught.value)
    assert "line 5\n" not in str(caught.value)


def test_an_end_without_the_condition_is_a_failure(child):
    with (
        child("print('that is all')") as process,
        pytest.raises(DemoError, match=r"(?s)ended before active.*that is all"),
    ):
        wait_for(lambda: False, "active", process, WAIT_S)


def test_the_wait_is_bounded(child):
    with child(SLEEPER) as process, pytest.raises(DemoError, match=r"patient: not active within 0 s"):
        wait_for(lambda: False, "active", process, 0.2)


def test_another_process_that_ends_meanwhile_is_a_failure(child):
    with (
        child(SLEEPER) as process,
        child("raise SystemExit('out of memory')", name="bystander") as other,
        pytest.raises(DemoError, match=r"(?s)bystander ended with status 1.*out of memory"),
    ):
        wait_for(lambda: False, "done", process, WAIT_S, [other])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_to_the_parent_ends_its_children(tmp_path, number):
    (tmp_path / "sleeper.py").write_text(SLEEPER)
    log = tmp_path / "sleeper.log"
    code = f"""
        import os, time
        from pathlib import Path
        from offline.processes import Child, signals_unwind
        with signals_unwind(), Child(["sleeper"], os.environ, Path({str(log)!r})):
            time.sleep(300)
    """
    repository = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(repository)])}
    parent = subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)], env=environment)
    try:
        deadline = time.monotonic() + WAIT_S
        while not (log.exists() and "ready" in log.read_text()) and time.monotonic() < deadline:
            time.sleep(0.05)
        pid = int(log.read_text().split()[0])
        parent.send_signal(number)
        assert parent.wait(WAIT_S) != 0
    finally:
        parent.kill()
    assert not alive(pid)


def test_signals_are_as_before_afterwards():
    before = signal.getsignal(signal.SIGTERM)
    with signals_unwind():
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before


NAMES = "FASTDDS_DEFAULT_PROFILES_FILE", "FASTRTPS_DEFAULT_PROFILES_FILE"


def profiles():
    environment = dds_environment()
    return [environment.get(name) for name in NAMES]


@pytest.fixture
def no_profile(monkeypatch):
    for name in (*NAMES, "ROS_DISTRO", "AMENT_PREFIX_PATH"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("no_profile")
def test_the_dds_profile_of_the_repository_is_found_and_named_as_the_distribution_wants(monkeypatch):
    profile, before_kilted = profiles()
    assert before_kilted is None  # Kilted and later warn of it
    assert "segment_size" in Path(profile).read_text()
    monkeypatch.setenv("ROS_DISTRO", "jazzy")
    assert profiles() == [None, profile]


@pytest.mark.usefixtures("no_profile")
@pytest.mark.parametrize("name", NAMES)
def test_a_dds_profile_of_the_users_own_stays(monkeypatch, name):
    monkeypatch.setenv(name, "mine.xml")
    assert sorted(map(str, profiles())) == ["None", "mine.xml"]


@pytest.mark.usefixtures("no_profile")
def test_the_installed_dds_profile_is_found(monkeypatch, tmp_path):
    profile = tmp_path / "install/share/kd3d_ros/config/fastdds.xml"
    profile.parent.mkdir(parents=True)
    profile.touch()
    monkeypatch.setattr(processes, "__file__", str(tmp_path / "site-packages/offline/processes.py"))
    monkeypatch.setenv("AMENT_PREFIX_PATH", f"/opt/ros/none:{tmp_path / 'install'}")
    assert profiles() == [str(profile), None]
