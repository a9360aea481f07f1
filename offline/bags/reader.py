"""Read a rosbag2, whole or damaged: its folder or one file, MCAP or sqlite3, compressed in whatever way.

Everything readable is given; what is not is in `BagReader.troubles`.  In memory are only the chunks that
overlap in time.  The libraries' own readers stop at the first damage.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml
import zstandard

from offline.bags.mcap_storage import MOST_BYTES, McapStorage
from offline.bags.recovery import DAMAGE
from offline.bags.sqlite_storage import SqliteStorage
from offline.bags.storage import ZSTD_MAGIC, BagError, Message, Storage, Topic, Troubles, in_order
from offline.bags.types import Types
from offline.progress import progress

METADATA = "metadata.yaml"
STORAGES: dict[str, Callable[[Path, Troubles], Storage]] = {".mcap": McapStorage, ".db3": SqliteStorage}
ZSTD = ".zstd"
ENDINGS = tuple(ending + packed for ending in STORAGES for packed in ("", ZSTD))


class BagReader:
    """A bag that is open; close it, or use it in a `with`.  Raises BagError if nothing of it can be read."""

    def __init__(self, path: Path) -> None:
        self.path, self.troubles = path, Troubles()
        self.files = _files(path, self.troubles)
        self._stack = ExitStack()
        self._storages: list[Storage] = []
        try:
            for file in self.files:
                self._open(file)
            if not self._storages:
                raise BagError(f"{path}: none of its files is readable; {'; '.join(self.troubles.lines)}")
        except BaseException:
            self.close()
            raise
        self.topics = _merged(self._storages)
        self._types = Types(self.topics)

    @property
    def span_ns(self) -> tuple[int, int]:
        """Log times of the first and the last message.  Raises BagError if there is none."""
        spans = [storage.span_ns for storage in self._storages if storage.span_ns is not None]
        if not spans:
            raise BagError(f"{self.path}: holds no message")
        return min(first for first, _ in spans), max(last for _, last in spans)

    @property
    def seconds(self) -> float:
        """From the first message to the last.  Raises BagError if there is none."""
        first, last = self.span_ns
        return (last - first) / 1e9

    @property
    def compressed(self) -> bool:
        """Whether its files, chunks or messages are."""
        return any(file.name.endswith(ZSTD) for file in self.files) or any(
            s.compressed for s in self._storages
        )

    def messages(self, topics: Collection[str] | None = None, start_ns: int = 0) -> Iterator[Message]:
        """Messages of these topics (None: of all) logged at `start_ns` or later, by log time."""
        wanted = {topic.name for topic in self.topics} if topics is None else set(topics)
        sources = [source for storage in self._storages for source in storage.sources(wanted, start_ns)]
        for message in in_order(sources):
            if not message.data.startswith(ZSTD_MAGIC):
                yield message
            elif (unpacked := self._unpacked(message)) is not None:
                yield unpacked

    def deserialize(self, message: Message) -> Any:
        """The message as an object with its fields.  Raises BagError for an unknown type or damaged bytes."""
        return self._types.deserialize(message)

    def close(self) -> None:
        """Let go of the files."""
        self._stack.close()

    def __enter__(self) -> BagReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self, file: Path) -> None:
        try:
            if file.suffix == ZSTD:
                file = self._unpacked_with_room(file)
            storage = STORAGES[file.suffix](file, self.troubles)
        except (BagError, OSError) as error:
            self.troubles.add(str(error))
        else:
            self._stack.callback(storage.close)
            self._storages.append(storage)

    def _unpacked_with_room(self, file: Path) -> Path:
        # Not /tmp, which is memory on many machines.
        room = os.environ.get("TMPDIR", "/var/tmp")
        try:
            return self._unpacked_file(file, room)
        except OSError as error:
            raise BagError(
                f"{file}: cannot be unpacked into {room} ({error.strerror}); TMPDIR can name another folder"
            ) from error

    def _unpacked_file(self, file: Path, room: str) -> Path:
        folder = tempfile.TemporaryDirectory(prefix="kd3d_bag_", dir=room)
        unpacked = Path(self._stack.enter_context(folder)) / file.stem
        with file.open("rb") as packed, unpacked.open("wb") as out:
            total = file.stat().st_size
            with progress(
                total=total, desc=f"unpacking {file.name}", unit="B", unit_scale=True, leave=False
            ) as bar:
                try:
                    for piece in zstandard.ZstdDecompressor().read_to_iter(packed):
                        out.write(piece)
                        bar.update(packed.tell() - bar.n)
                except zstandard.ZstdError as error:
                    self.troubles.add(f"{file}: damaged at or before byte {packed.tell()} ({error})")
        return unpacked

    def _unpacked(self, message: Message) -> Message | None:
        try:
            data = zstandard.ZstdDecompressor().decompress(message.data, max_output_size=MOST_BYTES)
        except DAMAGE as error:
            self.troubles.add(
                f"{self.path}: {message.topic}: the message logged at {message.log_ns} is damaged ({error})"
            )
            return None
        return message._replace(data=data)


def _files(path: Path, troubles: Troubles) -> list[Path]:
    """The files of the bag that are there: those that its metadata name, else all in its folder."""
    if not path.is_dir():
        if not path.name.endswith(ENDINGS):
            raise BagError(f"{path}: no bag; expected its folder or a file {', '.join(ENDINGS)}")
        return [path]
    files = sorted(file for file in path.iterdir() if file.name.endswith(ENDINGS))
    named = _named_files(path / METADATA, troubles)
    if named:
        for name in sorted(named - {file.name for file in files}):
            troubles.add(f"{path / name}: missing, though {METADATA} names it")
        files = _of_those_named(files, named, troubles)
    if not files:
        raise BagError(f"{path}: no file of a bag in it; expected {', '.join(ENDINGS)}")
    return files


def _of_those_named(files: list[Path], named: set[str], troubles: Troubles) -> list[Path]:
    """Those that are there; all files, if none is."""
    chosen = [file for file in files if file.name in named]
    if not chosen:
        return files
    for file in files:
        if file not in chosen:
            troubles.add(f"{file}: left out; {METADATA} does not name it")
    return chosen


def _named_files(metadata: Path, troubles: Troubles) -> set[str]:
    try:
        content = yaml.safe_load(metadata.read_text())
        return {Path(name).name for name in content["rosbag2_bagfile_information"]["relative_file_paths"]}
    except FileNotFoundError:
        troubles.add(f"{metadata}: missing; all files beside it are read")
    except (OSError, ValueError, TypeError, KeyError, yaml.YAMLError):
        troubles.add(f"{metadata}: damaged; all files beside it are read")
    return set()


def _merged(storages: list[Storage]) -> list[Topic]:
    """The topics of all files, each once for each of its types, by name."""
    merged: dict[tuple[str, str], Topic] = {}
    for topic in (topic for storage in storages for topic in storage.topics):
        known = merged.get((topic.name, topic.type))
        if known is None:
            merged[topic.name, topic.type] = topic
        else:
            qos = known.qos + tuple(profile for profile in topic.qos if profile not in known.qos)
            merged[topic.name, topic.type] = replace(known, count=known.count + topic.count, qos=qos)
    return [merged[key] for key in sorted(merged)]
