"""What is left of files whose index is missing or damaged."""

from __future__ import annotations

import os
import re
import sqlite3
import struct
from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from mcap.data_stream import ReadDataStream
from mcap.exceptions import McapError
from mcap.opcode import Opcode
from mcap.records import Channel, Message, MessageIndex, Schema
from mcap.stream_reader import MAGIC_SIZE, read_magic
from zstandard import ZstdError

from offline.bags.storage import Troubles
from offline.progress import progress

RUN_BYTES = 4 << 20
"""Messages that are in no chunk are read by so many bytes at once."""
WINDOW_BYTES = 16 << 20
"""How much of a damaged file is looked at at once for its next chunk."""
KINDS = frozenset(Opcode)
READERS = {Opcode.SCHEMA: Schema, Opcode.CHANNEL: Channel, Opcode.MESSAGE_INDEX: MessageIndex}
DAMAGE = (McapError, ZstdError, ValueError, RuntimeError, struct.error, EOFError, MemoryError, OverflowError)
"""What decoders raise when they are given something else than what they are made for."""

_HEADER = struct.Struct("<BQ")  # opcode and length of a record
_CHUNK_START = struct.Struct("<BQQQ")  # the same of a chunk, and its first and last log time
_MESSAGE = struct.Struct("<HIQ")  # of a message, its channel, sequence number and log time
LEAST_MESSAGE = _MESSAGE.size + 8
"""Bytes of a message's record: the same, and the time at which it was published."""
# A chunk's record up to its data: opcode, a length of at most 40 bits, times, size, CRC, a known compression.
_CHUNK = re.compile(
    rb"\x06.{5}\0{3}.{28}(?:\0{4}|\x04\0{3}zstd|\x03\0{3}lz4)(?P<data_length>.{8})", re.DOTALL
)
_HEAD_BYTES = 64


class Unreadable(Exception):
    """A chunk that cannot be read at all; says why."""


@dataclass(frozen=True)
class Block:
    """Bytes of an MCAP file that are read at once: a chunk's record, or a run of messages outside of chunks.

    Log times are those of the first and last of its messages; channels: of these, None if unknown.
    """

    offset: int
    length: int
    start_ns: int
    end_ns: int
    channels: frozenset[int] | None
    is_chunk: bool = True

    def __str__(self) -> str:
        return f"{'chunk' if self.is_chunk else 'run of messages'} at byte {self.offset}"


@dataclass
class McapIndex:
    """What an MCAP file has where; counts: messages by channel."""

    schemas: dict[int, Schema] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)

    def learn(self, record: Any) -> None:
        """Note a schema or a channel."""
        if isinstance(record, Schema):
            self.schemas[record.id] = record
        elif isinstance(record, Channel):
            self.channels[record.id] = record


ReadBlock = Callable[[Block], Iterable[Any]]


def scan(file: BinaryIO, path: Path, troubles: Troubles, read: ReadBlock) -> McapIndex:
    """Index of an MCAP file from the heads of its records; `read` gives the records of a chunk.

    Chunks' data are passed over, but for those that no index of messages follows or that have channels which
    are not known yet.  Raises McapError if the file is none of MCAP.
    """
    file.seek(0)
    read_magic(ReadDataStream(BytesIO(file.read(MAGIC_SIZE).ljust(MAGIC_SIZE, b"\0"))))
    return _Scan(file, path, troubles, read).index


class _Scan:
    def __init__(self, file: BinaryIO, path: Path, troubles: Troubles, read: ReadBlock) -> None:
        self.index = McapIndex()
        self._file, self._path, self._troubles, self._read = file, path, troubles, read
        self._counts: Counter[int] = Counter()
        self._open: Block | None = None
        """The last block, as long as what belongs to it may follow."""
        self._indexed: Counter[int] = Counter()
        """Messages of the open chunk by channel, as told by the indexes that follow it."""
        size = file.seek(0, os.SEEK_END)
        at = MAGIC_SIZE
        with progress(total=size, desc="searching for chunks", unit="B", unit_scale=True, leave=False) as bar:
            while (next_at := self._record(at, size)) is not None:
                at = next_at
                bar.update(at - bar.n)
        self._close()
        self.index.counts = dict(self._counts)

    def _record(self, at: int, size: int) -> int | None:
        """Take in the record at byte `at`; where the next one is, None after the last."""
        if at >= size:
            self._troubles.add(f"{self._path}: ends at byte {size} without an end mark")
            return None
        self._file.seek(at)
        head = self._file.read(_HEADER.size)
        kind, length = _HEADER.unpack(head) if len(head) == _HEADER.size else (0, 0)
        end = at + _HEADER.size + length
        if kind in (Opcode.FOOTER, Opcode.DATA_END):
            return None
        is_short = kind == Opcode.MESSAGE and length < LEAST_MESSAGE
        if kind not in KINDS or end > size or is_short:
            return self._next_chunk(at, size)
        if kind == Opcode.CHUNK:
            chunk = _chunk_at(self._file, at)
            if chunk is None:
                return self._next_chunk(at, size)
            self._close()
            self._open = chunk
        elif kind == Opcode.MESSAGE:
            self._message(at, end)
        elif kind in READERS:
            self._learn(READERS[kind], at, length)
        return end

    def _learn(self, reader: Any, at: int, length: int) -> None:
        try:
            record = reader.read(ReadDataStream(BytesIO(self._file.read(length))))
        except DAMAGE:
            self._troubles.add(f"{self._path}: the record at byte {at} is damaged")
            return
        if isinstance(record, MessageIndex):
            self._indexed[record.channel_id] += len(record.records)
        self.index.learn(record)

    def _message(self, at: int, end: int) -> None:
        channel, _, log_ns = _MESSAGE.unpack(self._file.read(_MESSAGE.size))
        run = self._open
        if run is None or run.is_chunk or run.offset + run.length != at or run.length > RUN_BYTES:
            self._close()
            run = Block(at, 0, log_ns, log_ns, frozenset(), is_chunk=False)
        assert run.channels is not None
        times = min(run.start_ns, log_ns), max(run.end_ns, log_ns)
        self._open = Block(run.offset, end - run.offset, *times, run.channels | {channel}, is_chunk=False)
        self._counts[channel] += 1

    def _close(self) -> None:
        block, self._open = self._open, None
        if block is None:
            return
        if block.is_chunk:
            if not self._indexed or self._indexed.keys() - self.index.channels.keys():
                self._look_into(block)
            block = replace(block, channels=frozenset(self._indexed) or None)
            self._counts += self._indexed
            self._indexed = Counter()
        self.index.blocks.append(block)

    def _look_into(self, block: Block) -> None:
        found: Counter[int] = Counter()
        for record in self._read(block):
            self.index.learn(record)
            if isinstance(record, Message):
                found[record.channel_id] += 1
        self._indexed = self._indexed or found

    def _next_chunk(self, at: int, size: int) -> int | None:
        """Where after damaged byte `at` the next whole chunk is."""
        chunks = (_chunk_at(self._file, i) for i in _heads(self._file, at + 1, size))
        found = next(
            (chunk.offset for chunk in chunks if chunk and chunk.offset + chunk.length <= size), None
        )
        until = "its end" if found is None else f"byte {found}"
        self._troubles.add(f"{self._path}: damaged or cut off from byte {at} to {until}")
        return found


def _chunk_at(file: BinaryIO, at: int) -> Block | None:
    """The chunk whose record is at byte `at`; None if its two lengths, or its times, do not fit."""
    file.seek(at)
    match = _CHUNK.match(file.read(_HEAD_BYTES))
    if match is None:
        return None
    _, length, start_ns, end_ns = _CHUNK_START.unpack_from(match[0])
    data_length = int.from_bytes(match["data_length"], "little")
    if _HEADER.size + length != len(match[0]) + data_length or start_ns > end_ns:
        return None
    return Block(at, _HEADER.size + length, start_ns, end_ns, None)


def _heads(file: BinaryIO, at: int, size: int) -> Iterable[int]:
    """Bytes from `at` on at which something looks like the head of a chunk."""
    while at < size:
        file.seek(at)
        window = file.read(WINDOW_BYTES + _HEAD_BYTES)
        for match in _CHUNK.finditer(window):
            if match.start() < WINDOW_BYTES:
                yield at + match.start()
        at += WINDOW_BYTES


def rows(database: sqlite3.Connection, path: Path, troubles: Troubles) -> array[int]:
    """Log time, topic and id of each message in turn, of a sqlite3 file that may have damaged pages."""
    columns = "SELECT timestamp, topic_id, id FROM messages WHERE "
    sound = " AND typeof(timestamp) = 'integer' AND typeof(topic_id) = 'integer'"
    found = array("q")
    try:
        for row in database.execute(columns + "id >= 0" + sound + " ORDER BY id"):
            found.extend(row)
    except sqlite3.DatabaseError:
        lost = 0
        first = found[-1] + 1 if found else 0
        for number in progress(
            range(first, _last_id(database) + 1), desc="searching for messages", leave=False
        ):
            try:
                for row in database.execute(columns + "id = ?" + sound, (number,)):
                    found.extend(row)
            except sqlite3.DatabaseError:
                lost += 1
        troubles.add(f"{path}: has damaged pages; {lost} messages on them are lost")
    return found


def _last_id(database: sqlite3.Connection) -> int:
    """Of the last message: by the table, or else by the index of times."""
    for query in (
        "SELECT max(id) FROM messages",
        "SELECT max(id) FROM messages INDEXED BY timestamp_idx WHERE timestamp > 0",
    ):
        try:
            return int(database.execute(query).fetchone()[0] or 0)
        except sqlite3.DatabaseError:
            continue
    return 0
