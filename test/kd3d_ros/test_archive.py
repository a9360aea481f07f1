"""An archive gives back the bundle that was packed, or is refused before anything is written."""

from __future__ import annotations

import hashlib
import io
import itertools
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from kd3d_ros import archive as archive_module
from kd3d_ros.archive import SUFFIX, pack, unpack
from kd3d_ros.predictor import Predictor
from kd3d_ros.scene import MANIFEST, REPORT, REQUIRED, SCHEMA, WEIGHTS, SceneBundle, SceneError, load_scene

NOTES = "notes.txt"
CONTENT = {
    WEIGHTS: np.random.default_rng(0).bytes(400) + bytes(400),
    NOTES: b"some notes\n" * 9,
    REPORT: b"<p>",
}
"""Of `small`: noise, which zstd stores, and repetitions, which it encodes."""
Member = tuple[str, bytes] | tuple[str, bytes, bytes]


def manifest_bytes(**changes: Any) -> bytes:
    """The scene.yaml of `small`."""
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in CONTENT.items()}
    facts = {**dict.fromkeys(REQUIRED), "schema": SCHEMA, "frame_id": "map", "sha256": digests, **changes}
    return yaml.safe_dump(facts).encode()


@pytest.fixture(scope="session")
def small(tiny_bundle: SceneBundle, tmp_path_factory: pytest.TempPathFactory) -> SceneBundle:
    """A bundle of 2 kB, which nobody has to load."""
    folder = tmp_path_factory.mktemp("scenes") / "small"
    folder.mkdir()
    for name, data in {MANIFEST: manifest_bytes(), **CONTENT}.items():
        (folder / name).write_bytes(data)
    return replace(tiny_bundle, path=folder, manifest=yaml.safe_load(manifest_bytes()))


@pytest.fixture(scope="session")
def packed(small: SceneBundle, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The archive of `small`."""
    archive = tmp_path_factory.mktemp("packed") / f"small{SUFFIX}"
    pack(small, archive)
    return archive.read_bytes()


def tar_of(members: Sequence[Member], form: int = tarfile.USTAR_FORMAT) -> bytes:
    """A tar of (name, content) or (name, content, type)."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w", format=form) as tar:
        for name, data, *kind in members:
            info = tarfile.TarInfo(name)
            info.type, info.size = kind[0] if kind else tarfile.REGTYPE, len(data)
            tar.addfile(info, io.BytesIO(data))
    return content.getvalue()


def frame_of(content: bytes, **options: Any) -> bytes:
    return zstandard.ZstdCompressor(write_checksum=True, **options).compress(content)


def members(**changes: Any) -> list[Member]:
    """What `pack` puts into the archive of `small`."""
    files = {MANIFEST: manifest_bytes(**changes), **CONTENT}
    return [(f"small/{name}", data) for name, data in files.items()]


def files_of(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def refusal(folder: Path, content: bytes, **options: Any) -> str:
    """Why `content` is no archive; nothing may have been written beside it."""
    archive = folder / "sent.zst"
    archive.write_bytes(content)
    before = sorted(folder.rglob("*"))
    with pytest.raises(SceneError) as caught:
        unpack(archive, folder / "scenes", **options)
    assert sorted(folder.rglob("*")) == before
    assert str(archive) in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("backend", ["torch", "onnxruntime"])
def test_predictions_are_the_same_to_the_byte(exported: SceneBundle, tmp_path: Path, backend: str) -> None:
    """Of an exported scene that travels."""
    archive = tmp_path / f"tiny{SUFFIX}"
    pack(exported, archive)
    path = unpack(archive, tmp_path / "scenes", "robot")
    assert path == tmp_path / "scenes" / "robot"
    assert files_of(path) == files_of(exported.path)
    image = np.random.default_rng(0).integers(0, 256, (64, 96, 3), np.uint8)
    before, after = (
        Predictor(bundle, "cpu", "fp32", backend=backend, threads=1).predict(image)
        for bundle in (exported, load_scene(path.parent, "robot"))
    )
    assert before.points.tobytes() == after.points.tobytes()
    assert before.uncertainty.tobytes() == after.uncertainty.tobytes()


def test_the_same_bundle_gives_the_same_bytes(small: SceneBundle, packed: bytes, tmp_path: Path) -> None:
    (tmp_path / "sent").write_bytes(packed)
    path = unpack(tmp_path / "sent", tmp_path / "scenes")
    for file in path.iterdir():
        file.chmod(0o600)
    again = tmp_path / "again"
    digest = pack(replace(small, path=path), again)
    assert again.read_bytes() == packed
    assert digest == hashlib.sha256(packed).hexdigest()


def test_tar_and_sha256sum_understand_it(small: SceneBundle, tmp_path: Path) -> None:
    pack(small, tmp_path / f"small{SUFFIX}")
    check = ["sha256sum", "--check", "--strict", f"small{SUFFIX}.sha256"]
    assert subprocess.run(check, cwd=tmp_path, capture_output=True).returncode == 0
    stream = zstandard.ZstdDecompressor().stream_reader((tmp_path / f"small{SUFFIX}").read_bytes())
    with tarfile.open(fileobj=stream, mode="r|") as tar:
        assert tar.getnames() == [f"small/{name}" for name in (MANIFEST, NOTES, REPORT, WEIGHTS)]
    assert sorted(file.name for file in tmp_path.iterdir()) == [f"small{SUFFIX}", f"small{SUFFIX}.sha256"]


def test_the_report_may_stay_behind(small: SceneBundle, tmp_path: Path) -> None:
    pack(small, tmp_path / "whole")
    pack(small, tmp_path / "without", report=False)
    path = unpack(tmp_path / "without", tmp_path / "scenes")
    assert set(files_of(path)) == {MANIFEST, NOTES, WEIGHTS}
    pack(replace(small, path=path), tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == (tmp_path / "without").read_bytes()


def test_a_bundle_too_large_to_unpack_is_not_packed(
    small: SceneBundle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_module, "MOST_BYTES", 10_000)
    with pytest.raises(SceneError, match="small: has 10240 bytes; allowed: 10000"):
        pack(small, tmp_path / "archive")
    assert not list(tmp_path.iterdir())


def refused_or_identical(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        archive = Path(name) / "flipped"
        archive.write_bytes(content)
        try:
            path = unpack(archive, Path(name) / "scenes", "small")
        except SceneError:
            return
        assert files_of(path) == {MANIFEST: manifest_bytes(), **CONTENT}


def flipped(content: bytes, at: int, mask: int) -> bytes:
    return content[:at] + bytes([content[at] ^ mask]) + content[at + 1 :]


def test_each_byte_flipped_is_refused_or_changes_nothing(packed: bytes) -> None:
    for at in range(len(packed)):
        refused_or_identical(flipped(packed, at, 1 << at % 8))


@settings(max_examples=200, deadline=None)
@given(data=st.data(), mask=st.integers(1, 255))
def test_any_byte_flipped_is_refused_or_changes_nothing(
    packed: bytes, data: st.DataObject, mask: int
) -> None:
    refused_or_identical(flipped(packed, data.draw(st.integers(0, len(packed) - 1)), mask))


def test_a_flipped_byte_of_scene_yaml_is_found(packed: bytes, tmp_path: Path) -> None:
    """No digest covers it: zstd's checksum has to."""
    content = zstandard.ZstdDecompressor().decompress(packed)
    at = content.index(b"frame_id: map") + len(b"frame_id: ma")
    checksum = packed[-4:]
    other = frame_of(flipped(content, at, 1))[:-4] + checksum
    assert "is no whole zstd frame" in refusal(tmp_path, other)


@pytest.mark.parametrize("kept", [0, 3, 100, -1])
def test_half_an_archive_is_refused(packed: bytes, tmp_path: Path, kept: int) -> None:
    refusal(tmp_path, packed[:kept])


@pytest.mark.parametrize("more", [b"\0", b"more", frame_of(b"")])
def test_what_follows_the_frame_is_refused(packed: bytes, tmp_path: Path, more: bytes) -> None:
    assert "is no whole zstd frame" in refusal(tmp_path, packed + more)


UNLISTED = "which its scene.yaml does not list, or not twice"
NO_FILE = "is no plain, whole file"
DAMAGED = "damaged (sha256"
HOSTILE: dict[str, tuple[bytes, str]] = {
    "absolute": (tar_of([*members(), ("/etc/passwd", b"x")]), UNLISTED),
    "upwards": (tar_of([*members(), ("small/../x", b"x")]), UNLISTED),
    "upwards, listed": (
        tar_of([*members(sha256={"../x": hashlib.sha256(b"x").hexdigest()})[:1], ("small/../x", b"x")]),
        UNLISTED,
    ),
    "the folder, listed": (
        tar_of([*members(sha256={"..": hashlib.sha256(b"x").hexdigest()})[:1], ("small/..", b"x")]),
        UNLISTED,
    ),
    "no name": (
        tar_of([*members(sha256={"": hashlib.sha256(b"x").hexdigest()})[:1], ("small", b"x")]),
        UNLISTED,
    ),
    "another scene's": (tar_of([*members()[:1], (f"other/{WEIGHTS}", CONTENT[WEIGHTS])]), UNLISTED),
    "deeper": (tar_of([*members(), ("small/deep/x", b"x")]), UNLISTED),
    "not listed": (tar_of([*members(), ("small/x", b"x")]), UNLISTED),
    "twice": (tar_of([*members(), members()[1]]), UNLISTED),
    "scene.yaml twice": (tar_of([*members(), members()[0]]), UNLISTED),
    "hard link": (tar_of([*members()[:1], (f"small/{WEIGHTS}", b"", tarfile.LNKTYPE)]), NO_FILE),
    "symbolic link": (tar_of([*members()[:1], (f"small/{WEIGHTS}", b"", tarfile.SYMTYPE)]), NO_FILE),
    "device": (tar_of([*members()[:1], (f"small/{WEIGHTS}", b"", tarfile.CHRTYPE)]), NO_FILE),
    "pipe": (tar_of([*members()[:1], (f"small/{WEIGHTS}", b"", tarfile.FIFOTYPE)]), NO_FILE),
    "folder": (tar_of([("small", b"", tarfile.DIRTYPE), *members()]), NO_FILE),
    "extended header": (tar_of([("x", b"20 path=small/x\n", tarfile.XHDTYPE), *members()]), NO_FILE),
    "long name": (tar_of([("small/" + "x" * 200, b"x")], tarfile.GNU_FORMAT), NO_FILE),
    "sparse": (tar_of([*members()[:1], (f"small/{WEIGHTS}", b"", tarfile.GNUTYPE_SPARSE)]), NO_FILE),
    "scene.yaml not first": (tar_of(members()[::-1]), f"begins with 'small/{REPORT}'"),
    "no scene.yaml": (tar_of(members()[1:]), f"begins with 'small/{WEIGHTS}'"),
    "nothing": (tar_of([]), "begins with ''"),
    "scene.yaml too long": (tar_of(members(note="x" * 1_000_000)), "allowed: <scene>/scene.yaml, 1000000"),
    "file lacking": (tar_of(members()[:-2]), f"lacks ['{NOTES}']"),
    "file changed": (tar_of([*members()[:1], (f"small/{WEIGHTS}", b"x")]), DAMAGED),
    "digest that is none": (tar_of(members(sha256={**dict.fromkeys(CONTENT)})), DAMAGED),
    "another schema": (tar_of(members(schema=SCHEMA + 1)), f"schema {SCHEMA + 1}, this version reads"),
    "scene.yaml no mapping": (tar_of([("small/scene.yaml", b"- a\n")]), "is not a mapping"),
    "no tar": (b"x" * 1024, "is no tar of a scene"),
    "cut off": (tar_of(members())[:600], NO_FILE),
    "more after the end": (tar_of(members()) + b"x", "goes on after its end"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "message"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_tar_that_is_not_exactly_a_bundle_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    assert message in refusal(tmp_path, frame_of(content))


def test_a_tar_as_hostile_ones_are_made_is_a_bundle_without_the_trick(tmp_path: Path) -> None:
    (tmp_path / "sent").write_bytes(frame_of(tar_of(members())))
    assert unpack(tmp_path / "sent", tmp_path / "scenes").name == "small"


def test_a_file_of_negative_size_is_refused(tmp_path: Path) -> None:
    header = bytearray(tar_of([(f"small/{MANIFEST}", b"")])[:512])
    header[124:136] = b"\xff" * 10 + (2**16 - 512).to_bytes(
        2, "big"
    )  # base 256: -512, so the same header follows
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    assert NO_FILE in refusal(tmp_path, frame_of(bytes(header) + bytes(1024)))


@pytest.mark.parametrize("name", ["..", "a b", "a\x1b[31m"])
def test_a_scene_with_a_name_that_none_may_have_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "sent").write_bytes(frame_of(tar_of([(f"{name}/{MANIFEST}", manifest_bytes())])))
    with pytest.raises(SceneError, match="is not allowed; use letters, digits, '-' and '_'") as caught:
        unpack(tmp_path / "sent", tmp_path / "scenes")
    assert repr(name) in str(caught.value)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = frame_of(bytes(10**6))
    assert len(bomb) < 1000
    monkeypatch.setattr(archive_module, "MOST_BYTES", 10**6 - 1)
    monkeypatch.setattr(zstandard, "ZstdDecompressor", None)
    assert "holds 1000000 bytes (-1: it does not say); allowed: 999999" in refusal(tmp_path, bomb)
    assert "holds -1 bytes" in refusal(tmp_path, frame_of(bytes(10**6), write_content_size=False))
    monkeypatch.setattr(archive_module, "MOST_BYTES", len(bomb) - 1)
    assert f"has {len(bomb)} bytes; allowed: {len(bomb) - 1}" in refusal(tmp_path, bomb)


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    bomb = bytearray(frame_of(bytes(10**6)))
    size = (10**6).to_bytes(4, "little")
    at = bomb.index(size)
    bomb[at : at + 4] = (1000).to_bytes(4, "little")
    assert "is no whole zstd frame" in refusal(tmp_path, bytes(bomb))


def test_an_archive_that_is_not_there_is_named(tmp_path: Path) -> None:
    for path in (tmp_path / "missing", tmp_path):
        with pytest.raises(SceneError, match=f"{path}: unreadable"):
            unpack(path, tmp_path / "scenes")


def test_the_digest_beside_it_or_given_is_heeded(
    packed: bytes, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    digest, beside = hashlib.sha256(packed).hexdigest(), tmp_path / "sent.zst.sha256"
    assert f"(sha256 {digest}, expected '" in refusal(tmp_path, packed, digest="0" * 64)
    for wrong in (b"", b"0" * 64 + b"  sent.zst\n", b"\xff" * 64, b"sent.zst\n"):
        beside.write_bytes(wrong)
        assert "damaged, or another" in refusal(tmp_path, packed)
    unpack(tmp_path / "sent.zst", tmp_path / "scenes", "given", digest=digest.upper())
    beside.write_text(f"{digest}  sent.zst\n")
    unpack(tmp_path / "sent.zst", tmp_path / "scenes", "beside")
    assert not caplog.records
    beside.unlink()
    unpack(tmp_path / "sent.zst", tmp_path / "scenes", "neither")
    assert digest in caplog.text


def test_packing_again_replaces_archive_and_digest(
    small: SceneBundle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "small"
    pack(small, archive)
    before = archive.read_bytes()
    pack(small, archive, report=False)
    assert archive.read_bytes() != before
    unpack(archive, tmp_path / "scenes")
    # Killed before the digest is written, an archive has none: not that of the one before.
    monkeypatch.setattr(archive_module, "sha256", lambda file: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        pack(small, archive)
    assert archive.read_bytes() == before
    assert not archive.with_name("small.sha256").exists()


def test_a_scene_that_exists_gives_way_only_when_told(packed: bytes, tmp_path: Path) -> None:
    scenes, archive = tmp_path / "scenes", tmp_path / "sent"
    archive.write_bytes(packed)
    (scenes / "small").mkdir(parents=True)
    (scenes / "small" / "old").write_bytes(b"old")
    with pytest.raises(SceneError, match="scenes/small exists; --overwrite replaces it, --as"):
        unpack(archive, scenes)
    assert unpack(archive, scenes, "other") == scenes / "other"
    with pytest.raises(SceneError, match="is not allowed"):
        unpack(archive, scenes, "../other")
    with pytest.raises(SceneError, match="is not allowed"):
        unpack(archive, scenes, "")
    assert files_of(scenes / "small") == {"old": b"old"}
    unpack(archive, scenes, overwrite=True)
    assert files_of(scenes / "small") == files_of(scenes / "other")
    assert sorted(path.name for path in scenes.iterdir()) == ["other", "small"]


@pytest.mark.parametrize("written", range(4))
def test_a_full_disk_leaves_the_old_scene(
    packed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    scenes, archive = tmp_path / "scenes", tmp_path / "sent"
    archive.write_bytes(packed)
    (scenes / "small").mkdir(parents=True)
    (scenes / "small" / "old").write_bytes(b"old")
    counter, write = itertools.count(), Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if next(counter) == written:
            raise OSError("no space left")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="no space left"):
        unpack(archive, scenes, overwrite=True)
    assert files_of(scenes / "small") == {"old": b"old"}


def test_without_zstandard_it_says_what_to_install(
    packed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    assert "needs zstandard" in refusal(tmp_path, packed)
