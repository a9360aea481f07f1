"""Child processes that are watched together and always ended, and the environment that DDS needs."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

log = logging.getLogger(__name__)

LOG_LINES = 15
STOP_S = 15.0
POLL_S = 0.1
DDS_PROFILES = "FASTDDS_DEFAULT_PROFILES_FILE"
DDS_PROFILES_BEFORE_KILTED = "FASTRTPS_DEFAULT_PROFILES_FILE"
BEFORE_KILTED = {"humble", "iron", "jazzy"}


class DemoError(Exception):
    """A part of the demo did not do its job; the message says which, with the end of its log."""


class Child:
    """`python -m module ...` as a process of its own; use it in a `with`.

    It gets a session of its own: Ctrl-C reaches only the parent, which then ends its children in order.
    """

    def __init__(self, module: Sequence[str], environment: Mapping[str, str], log_file: Path | None) -> None:
        self.name, self.log_file = module[0].rpartition(".")[2], log_file
        self._command = [sys.executable, "-m", *module]
        self._environment = environment

    def __enter__(self) -> Child:
        output = None if self.log_file is None else self.log_file.open("wb")
        try:
            self._process = subprocess.Popen(
                self._command,
                env=dict(self._environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT if output else None,
                start_new_session=True,
            )
        finally:
            if output is not None:
                output.close()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self, seconds: float | None = None) -> None:
        """End it, if it has not ended: kill it after so many seconds (STOP_S) of grace."""
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(STOP_S if seconds is None else seconds)
            except subprocess.TimeoutExpired:
                os.killpg(self._process.pid, signal.SIGKILL)
                self._process.wait()

    @property
    def ended(self) -> bool:
        """Whether it ended by itself, well.  Raises DemoError if it failed."""
        status = self._process.poll()
        if status:
            raise DemoError(f"{self.name} ended with status {status}{self.last_lines()}")
        return status == 0

    def has_logged(self, text: str) -> bool:
        """Whether `text` is in its log."""
        return self.log_file is not None and text in self.log_file.read_text(errors="replace")

    def last_lines(self) -> str:
        """The end of its log, to be put behind an error."""
        if self.log_file is None:
            return ""
        lines = self.log_file.read_text(errors="replace").splitlines()[-LOG_LINES:]
        return "".join(f"\n  {line}" for line in [f"the end of {self.log_file}:", *lines])


def wait_for(
    condition: Callable[[], bool], what: str, by: Child, seconds: float, others: Sequence[Child] = ()
) -> None:
    """Wait until `by` fulfils the condition; DemoError if it does not in time, or if any process ends."""
    deadline = time.monotonic() + seconds
    while not condition():
        for child in others:
            if child.ended:
                raise DemoError(f"{child.name} ended before {what}{child.last_lines()}")
        if by.ended and not condition():
            raise DemoError(f"{by.name} ended before {what}{by.last_lines()}")
        if time.monotonic() > deadline:
            raise DemoError(f"{by.name}: not {what} within {seconds:.0f} s{by.last_lines()}")
        time.sleep(POLL_S)


@contextmanager
def signals_unwind() -> Iterator[None]:
    """SIGTERM and SIGHUP end the program as Ctrl-C does: every `with` and `finally` still runs."""

    def leave(number: int, _: FrameType | None) -> NoReturn:
        raise SystemExit(128 + number)

    before = {number: signal.signal(number, leave) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def dds_environment() -> dict[str, str]:
    """This environment, with room for whole images in Fast DDS' shared memory (see config/fastdds.xml).

    Without it about half of the 640x480 images that are sent best effort get lost.  A profile that the user
    has chosen stays.
    """
    environment = dict(os.environ)
    if DDS_PROFILES in environment or DDS_PROFILES_BEFORE_KILTED in environment:
        return environment
    old = environment.get("ROS_DISTRO") in BEFORE_KILTED
    variable = DDS_PROFILES_BEFORE_KILTED if old else DDS_PROFILES
    beside = Path(__file__).resolve().parents[1]
    prefixes = [Path(path) for path in environment.get("AMENT_PREFIX_PATH", "").split(os.pathsep) if path]
    shares = [prefix / "share" / "kd3d_ros" for prefix in (*prefixes, Path(sys.prefix))]
    for folder in (beside, *shares):
        profile = folder / "config" / "fastdds.xml"
        if profile.is_file():
            return environment | {variable: str(profile)}
    log.warning("config/fastdds.xml is neither in %s nor in %s: images may get lost", beside, shares)
    return environment
