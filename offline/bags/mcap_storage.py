"""One MCAP file of a bag, whole or damaged.

The index at its end says where its chunks are; where that is missing or damaged, `recovery.scan` makes one.
A chunk that is damaged gives the messages that come before the damage.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from mcap.data_stream import ReadDataStream
from mcap.exceptions import McapError
from mcap.opcode import Opcode
from mcap.reader import SeekingReader
from mcap.records import Channel, Chunk, Schema
from mcap.records import Message as Record
from mcap.stream_reader import get_chunk_data_stream
from rosbags.interfaces import MessageDefinition, MessageDefinitionFormat
from rosbags.rosbag2 import ReaderError
from rosbags.rosbag2.metadata import parse_qos

from offline.bags.recovery import DAMAGE, LEAST_MESSAGE, Block, McapIndex, Unreadable, scan
from offline.bags.storage import BagError, Message, Source, Topic, Troubles

MOST_BYTES = 256 << 20
"""Of a chunk: a larger one would not fit into the memory that reading a bag may take."""
DEFINITION_FORMATS = {
    "ros2msg": MessageDefinitionFormat.MSG,
    "ros2idl": MessageDefinitionFormat.IDL,
    "omgidl": MessageDefinitionFormat.IDL,
}


class McapStorage:
    """A `Storage`.  Raises BagError if nothing can be read of the file."""

    def __init__(self, path: Path, troubles: Troubles) -> None:
        self.path, self._troubles = path, troubles
        self._file = path.open("rb")
        try:
            self._index = self._indexed()
        except BaseException:
            self._file.close()
            raise
        self._by_channel = {number: self._topic(channel) for number, channel in self._index.channels.items()}
        self.topics = list(self._by_channel.values())
        self.span_ns = _span(self._index.blocks)
        self.compressed = any(self._is_compressed(block) for block in self._index.blocks[:1])

    def sources(self, topics: Collection[str], start_ns: int) -> Iterator[Source]:
        """One for each chunk that has, or may have, messages of the topics."""
        wanted = {number for number, topic in self._by_channel.items() if topic.name in topics}
        for block in self._index.blocks:
            if block.end_ns >= start_ns and (block.channels is None or block.channels & wanted):
                yield Source(max(block.start_ns, start_ns), partial(self._read, block, wanted, start_ns))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _is_compressed(self, block: Block) -> bool:
        try:
            return bool(self._chunk(block).compression)
        except (Unreadable, *DAMAGE):
            return False

    def _indexed(self) -> McapIndex:
        summary = _summary(self._file)
        if summary is None:
            self._troubles.add(
                f"{self.path}: no readable index at its end (was the recorder killed?); it is searched"
            )
        elif summary.blocks:
            return summary
        try:
            return scan(self._file, self.path, self._troubles, self._records)
        except McapError as error:
            raise BagError(f"{self.path}: not a readable MCAP file ({error})") from error

    def _topic(self, channel: Channel) -> Topic:
        schema = self._index.schemas.get(channel.schema_id)
        try:
            qos = tuple(parse_qos(channel.metadata.get("offered_qos_profiles", "")))
        except (ReaderError, KeyError, TypeError):
            qos = ()
        return Topic(
            name=channel.topic,
            type=schema.name if schema else "",
            count=self._index.counts.get(channel.id, 0),
            qos=qos,
            definition=_definition(schema),
            encoding=channel.message_encoding,
        )

    def _read(self, block: Block, wanted: Collection[int], start_ns: int) -> Iterator[Message]:
        messages = []
        for record in self._records(block):
            if isinstance(record, Record) and record.channel_id in wanted and record.log_time >= start_ns:
                topic = self._by_channel[record.channel_id]
                messages.append(Message(topic.name, topic.type, record.log_time, record.data))
        messages.sort(key=lambda message: message.log_ns)
        yield from messages

    def _records(self, block: Block) -> Iterator[Channel | Schema | Record]:
        """The records of a chunk up to where it is damaged."""
        try:
            yield from records(self._chunk(block))
        except Unreadable as error:
            self._troubles.add(f"{self.path}: {block} {error}")
        except DAMAGE as error:
            reason = str(error) or type(error).__name__
            self._troubles.add(f"{self.path}: {block} is damaged ({reason}); messages are lost")

    def _chunk(self, block: Block) -> Chunk:
        if block.length > MOST_BYTES:
            raise Unreadable(f"is too large, {block.length} bytes; allowed: {MOST_BYTES}")
        self._file.seek(block.offset)
        if not block.is_chunk:
            data = self._file.read(block.length)
            return Chunk("", data, block.end_ns, block.start_ns, 0, len(data))
        if self._file.read(1) != bytes([Opcode.CHUNK]):
            raise Unreadable("is no chunk")
        self._file.read(8)
        chunk = Chunk.read(ReadDataStream(self._file))
        if chunk.uncompressed_size > MOST_BYTES:
            raise Unreadable(f"is too large, {chunk.uncompressed_size} bytes; allowed: {MOST_BYTES}")
        return chunk


def records(chunk: Chunk) -> Iterator[Channel | Schema | Record]:
    """The records of a chunk.  Raises one of DAMAGE where one is not whole, or the chunk's CRC is wrong."""
    stream, length = get_chunk_data_stream(chunk, validate_crc=True)
    while stream.count < length:
        kind, size = stream.read1(), stream.read8()
        end = stream.count + size
        if end > length:
            raise EOFError(f"a record of {size} bytes at byte {stream.count} ends beyond it")
        if kind == Opcode.MESSAGE and size < LEAST_MESSAGE:
            raise EOFError(
                f"a message of {size} bytes at byte {stream.count}; it has {LEAST_MESSAGE} or more"
            )
        if kind == Opcode.MESSAGE:
            yield Record.read(stream, size)
        elif kind == Opcode.CHANNEL:
            yield Channel.read(stream)
        elif kind == Opcode.SCHEMA:
            yield Schema.read(stream)
        stream.read(end - stream.count)


def _summary(file: BinaryIO) -> McapIndex | None:
    """The index that the file ends with, without blocks if it has no chunks; None if there is none."""
    try:
        summary = SeekingReader(file, record_size_limit=MOST_BYTES).get_summary()
    except (*DAMAGE, OSError):
        return None
    if summary is None or not (summary.statistics and summary.channels):
        return None
    blocks = [
        Block(
            chunk.chunk_start_offset,
            chunk.chunk_length,
            chunk.message_start_time,
            chunk.message_end_time,
            frozenset(chunk.message_index_offsets) or None,
        )
        for chunk in summary.chunk_indexes
    ]
    counts = dict(summary.statistics.channel_message_counts)
    return McapIndex(summary.schemas, summary.channels, blocks, counts)


def _span(blocks: list[Block]) -> tuple[int, int] | None:
    """Log times of the first and last message; an empty chunk says 0, or the end of time."""
    full = [b for b in blocks if b.start_ns <= b.end_ns and (b.channels or b.end_ns)]
    return (min(b.start_ns for b in full), max(b.end_ns for b in full)) if full else None


def _definition(schema: Schema | None) -> MessageDefinition:
    kind = DEFINITION_FORMATS.get(schema.encoding) if schema else None
    if schema is None or kind is None:
        return MessageDefinition(MessageDefinitionFormat.NONE, "")
    return MessageDefinition(kind, schema.data.decode(errors="replace"))
