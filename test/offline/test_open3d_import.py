from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from offline.open3d_import import Open3dImportError, import_open3d


def test_gives_the_module() -> None:
    assert hasattr(import_open3d().t.geometry, "RaycastingScene")


def test_absent_module_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "open3d", None)
    with pytest.raises(Open3dImportError, match=r"pip install -e '\.\[offline\]'"):
        import_open3d()


def test_missing_system_library_names_the_packages(tmp_path: Path) -> None:
    """As on a bare Debian: the wheel is there, the loader does not find libusb."""
    message = "libusb-1.0.so.0: cannot open shared object file: No such file or directory"
    (tmp_path / "open3d.py").write_text(f"raise OSError({message!r})")
    root = Path(__file__).parents[2]
    result = subprocess.run(
        [sys.executable, "-c", "from offline.open3d_import import import_open3d; import_open3d()"],
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{root}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert message in result.stderr
    assert "apt-get install libusb-1.0-0" in result.stderr
