"""Artefacts appear whole or not at all: write beside the final name, then rename."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Yield `<path>.part` to write a file to; it takes the final name only if the block succeeds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    yield part
    with part.open("rb") as handle:
        os.fsync(handle.fileno())
    part.replace(path)


@contextmanager
def folder_written_whole(path: Path) -> Iterator[Path]:
    """The same for a folder; an older folder of that name gives way in two renames at the end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part, old = (path.with_name(path.name + suffix) for suffix in (".part", ".old"))
    if old.exists() and not path.exists():  # a kill came between the two renames
        old.rename(path)
    _discard(part)
    part.mkdir()
    yield part
    for file in part.rglob("*"):
        if file.is_file():
            with file.open("rb") as handle:
                os.fsync(handle.fileno())
    _discard(old)
    if os.path.lexists(path):
        path.rename(old)
    part.rename(path)
    _discard(old)


def _discard(path: Path) -> None:
    """Remove a folder, or a link to one, if it is there."""
    if path.is_symlink():
        path.unlink()
    else:
        shutil.rmtree(path, ignore_errors=True)


def remove_folder(path: Path) -> None:
    """Remove a folder, never half of it under its name; of a link, the link."""
    if path.is_symlink():
        path.unlink()
        return
    part = path.with_name(path.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    path.rename(part)
    shutil.rmtree(part)


def sha256(path: Path) -> str:
    """Hex digest of a file, read in pieces of 1 MiB."""
    digest = hashlib.sha256()
    with path.open("rb") as handle:
        while piece := handle.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()
