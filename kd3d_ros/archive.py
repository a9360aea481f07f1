"""A scene bundle as one file to copy to a robot: `<scene>.kd3d.tar.zst`, with its digest beside it.

It is one zstd frame of a plain tar (POSIX ustar): `<scene>/scene.yaml`, then the files that it lists.  An
archive is verified to its end before anything is written; that needs zstandard, and nothing of the lab.
`tar --zstd -xf` opens it, too; then the node is the first to look at the digests, when it loads the scene.
"""

from __future__ import annotations

import hashlib
import io
import logging
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from reprlib import repr as short

from kd3d_ros.files import folder_written_whole, sha256, written_whole
from kd3d_ros.scene import (
    MANIFEST,
    MOST_MANIFEST_BYTES,
    REPORT,
    SceneBundle,
    SceneError,
    check_scene_name,
    is_plain_name,
    parse_manifest,
)

log = logging.getLogger(__name__)

SUFFIX = ".kd3d.tar.zst"
MOST_BYTES = 2**29
"""Of an archive, and of what is in it: more than a large student in all its forms, and fits into memory."""


def pack(bundle: SceneBundle, archive: Path, report: bool = True) -> str:
    """Write a verified bundle to `archive`, and to `<archive>.sha256` its digest, which is returned, in hex.

    A bundle of the same name and content gives the same bytes.  A robot does not need the `report`.  Raises
    SceneError if the bundle is larger than `unpack` takes, or a file's name longer than a tar's.
    """
    digest_file = _digest_file(archive)
    content = _tar(bundle, report)
    if len(content) > MOST_BYTES:
        raise SceneError(f"{bundle.path}: has {len(content)} bytes; allowed: {MOST_BYTES}")
    digest_file.unlink(missing_ok=True)  # so that a kill cannot leave it beside an archive that it is not of
    with written_whole(archive) as part:
        part.write_bytes(_compressed(content))
    digest = sha256(archive)
    with written_whole(digest_file) as part:
        part.write_text(f"{digest}  {archive.name}\n")
    return digest


def unpack(
    archive: Path,
    scenes_dir: Path,
    name: str | None = None,
    *,
    overwrite: bool = False,
    digest: str | None = None,
) -> Path:
    """Write the bundle in `archive` to `<scenes_dir>/<name>`, whole or not at all; returns that folder.

    name: None is the scene's own.  digest: the archive's sha256 in hex; None is what `<archive>.sha256` says,
    if it is there.  Raises SceneError for what is not exactly a bundle, and, unless `overwrite`, for a scene
    that exists.
    """
    packed = _read(archive)
    _check_digest(archive, packed, digest)
    scene, files = _verified(archive, _decompressed(archive, packed))
    path = scenes_dir / check_scene_name(scene if name is None else name)
    if path.exists() and not overwrite:
        raise SceneError(f"{path} exists; --overwrite replaces it, --as gives the new scene another name")
    with folder_written_whole(path) as part:
        for file, content in files.items():
            (part / file).write_bytes(content)
    return path


def _digest_file(archive: Path) -> Path:
    return archive.with_name(archive.name + ".sha256")


def _tar(bundle: SceneBundle, report: bool) -> bytes:
    """The bundle's files as a tar that knows no times and no owners."""
    listed = sorted(bundle.manifest["sha256"])
    names = [name for name in listed if name != REPORT or (report and (bundle.path / REPORT).exists())]
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w", format=tarfile.USTAR_FORMAT, encoding="utf-8") as tar:
        for name in (MANIFEST, *names):
            member = tarfile.TarInfo(f"{bundle.name}/{name}")
            data = (bundle.path / name).read_bytes()
            member.size = len(data)
            try:
                tar.addfile(member, io.BytesIO(data))
            except ValueError as error:
                raise SceneError(f"{bundle.path}: {name!r} cannot be packed ({error})") from error
    return content.getvalue()


def _compressed(content: bytes) -> bytes:
    import zstandard

    # Weights are noise to any level: higher ones take a hundred times as long, and save nothing.
    return zstandard.ZstdCompressor(write_checksum=True, write_content_size=True).compress(content)


def _read(archive: Path) -> bytes:
    try:
        if archive.stat().st_size > MOST_BYTES:
            raise SceneError(f"{archive}: has {archive.stat().st_size} bytes; allowed: {MOST_BYTES}")
        return archive.read_bytes()
    except OSError as error:
        raise SceneError(f"{archive}: unreadable ({error.strerror})") from error


def _check_digest(archive: Path, packed: bytes, expected: str | None) -> None:
    digest_file, actual = _digest_file(archive), hashlib.sha256(packed).hexdigest()
    if expected is None:
        if not digest_file.is_file():
            log.warning("%s is not there, so this is taken as it is: sha256 %s", digest_file, actual)
            return
        expected = digest_file.read_bytes()[: len(actual)].decode(errors="replace")
    if actual != expected.lower():
        raise SceneError(
            f"{archive}: damaged, or another (sha256 {actual}, expected {short(expected)}); copy it again"
        )


def _decompressed(archive: Path, packed: bytes) -> bytes:
    """What is in the one zstd frame that an archive is; zstd's own checksum vouches for scene.yaml."""
    try:
        import zstandard
    except ImportError as error:
        raise SceneError(f"{archive}: needs zstandard ({error}); pip install zstandard") from error
    try:
        size = zstandard.frame_content_size(packed)
        if not 0 <= size <= MOST_BYTES:
            raise SceneError(f"{archive}: holds {size} bytes (-1: it does not say); allowed: {MOST_BYTES}")
        return zstandard.ZstdDecompressor().decompress(packed, allow_extra_data=False)
    except zstandard.ZstdError as error:
        raise SceneError(f"{archive}: is no whole zstd frame ({error}); copy it again") from error


def _verified(archive: Path, content: bytes) -> tuple[str, Mapping[str, memoryview]]:
    """Scene and files of a tar that holds what its own scene.yaml lists, and nothing else."""
    members = _members(archive, content)
    first, manifest = next(members, ("", memoryview(b"")))
    scene, _, file = first.partition("/")
    if file != MANIFEST or len(manifest) > MOST_MANIFEST_BYTES:
        raise SceneError(
            f"{archive}: begins with {short(first)}, {len(manifest)} bytes; "
            f"allowed: <scene>/{MANIFEST}, {MOST_MANIFEST_BYTES} bytes"
        )
    check_scene_name(scene)
    digests = parse_manifest(archive / first, bytes(manifest))["sha256"]
    files = {MANIFEST: manifest}
    for name, data in members:
        folder, _, file = name.partition("/")
        if folder != scene or not is_plain_name(file) or file in files or file not in digests:
            raise SceneError(
                f"{archive}: holds {short(name)}, which its {MANIFEST} does not list, or not twice"
            )
        if (actual := hashlib.sha256(data).hexdigest()) != digests[file]:
            expected = short(digests[file])
            raise SceneError(
                f"{archive / name}: damaged (sha256 {actual}, expected {expected}); copy it again"
            )
        files[file] = data
    if missing := digests.keys() - files.keys() - {REPORT}:
        raise SceneError(f"{archive}: lacks {short(sorted(map(str, missing)))}; copy or pack it again")
    return scene, files


def _members(archive: Path, content: bytes) -> Iterator[tuple[str, memoryview]]:
    """Name and content of each file of a tar, by plain headers only.

    tarfile's own loop also follows extended headers (pax, GNU), with which names and sizes can be forged.
    """
    view, block, at = memoryview(content), tarfile.BLOCKSIZE, 0
    while any(header := content[at : at + block]):
        try:
            member = tarfile.TarInfo.frombuf(header, "utf-8", "strict")
        except (tarfile.HeaderError, ValueError) as error:
            raise SceneError(f"{archive}: is no tar of a scene ({error}); copy or pack it again") from error
        start, end = at + block, at + block + member.size
        if member.type != tarfile.REGTYPE or not start <= end <= len(content):
            raise SceneError(
                f"{archive}: {short(member.name)} is no plain, whole file, which a bundle has only"
            )
        yield member.name, view[start:end]
        at = end + -member.size % block
    if content[at:].strip(b"\0"):
        raise SceneError(f"{archive}: goes on after its end; copy or pack it again")
