"""One sqlite3 file of a bag, whole or damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rosbags.interfaces import MessageDefinition, MessageDefinitionFormat, Qos
from rosbags.rosbag2 import ReaderError
from rosbags.rosbag2.metadata import parse_qos

from offline.bags.mcap_storage import DEFINITION_FORMATS
from offline.bags.recovery import rows
from offline.bags.storage import ZSTD_MAGIC, BagError, Message, Source, Topic, Troubles


class SqliteStorage:
    """A `Storage`.  When and where each message is, 24 bytes, is in memory.

    Raises BagError if nothing can be read of the file.
    """

    def __init__(self, path: Path, troubles: Troubles) -> None:
        self.path, self._troubles = path, troubles
        try:
            self._database = _connected(path)
            self._by_id = _topics(self._database)
        except sqlite3.DatabaseError as error:
            raise BagError(f"{path}: not a readable sqlite3 bag ({error})") from error
        found = np.frombuffer(rows(self._database, path, troubles), np.int64).reshape(-1, 3)
        found = self._of_known_topics(found)
        self._rows: NDArray[np.int64] = found[np.lexsort((found[:, 2], found[:, 0]))]
        counts = dict(zip(*np.unique(self._rows[:, 1], return_counts=True), strict=True))
        self._by_id = {
            key: replace(topic, count=int(counts.get(key, 0))) for key, topic in self._by_id.items()
        }
        self.topics = list(self._by_id.values())
        times = self._rows[:, 0]
        self.span_ns = (int(times[0]), int(times[-1])) if len(times) else None
        first = next(self._read(self._rows[:1]), None)
        self.compressed = first is not None and first.data.startswith(ZSTD_MAGIC)

    def sources(self, topics: Collection[str], start_ns: int) -> Iterator[Source]:
        """The file is one."""
        wanted = [key for key, topic in self._by_id.items() if topic.name in topics]
        begin = np.searchsorted(self._rows[:, 0], start_ns)
        chosen = self._rows[begin:][np.isin(self._rows[begin:, 1], wanted)]
        if len(chosen):
            yield Source(int(chosen[0, 0]), lambda: self._read(chosen))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _of_known_topics(self, found: NDArray[np.int64]) -> NDArray[np.int64]:
        known = np.isin(found[:, 1], list(self._by_id))
        if not known.all():
            unknown = int((~known).sum())
            self._troubles.add(f"{self.path}: {unknown} messages are of topics that it does not list")
        return found[known]

    def _read(self, chosen: NDArray[np.int64]) -> Iterator[Message]:
        for log_ns, topic_id, number in chosen:
            topic = self._by_id[int(topic_id)]
            try:
                row = self._database.execute(
                    "SELECT data FROM messages WHERE id = ?", (int(number),)
                ).fetchone()
            except sqlite3.DatabaseError as error:
                row = None
                self._troubles.add(f"{self.path}: message {number} of {topic.name} is damaged ({error})")
            if row is not None and isinstance(row[0], bytes):
                yield Message(topic.name, topic.type, int(log_ns), row[0])


def _connected(path: Path) -> sqlite3.Connection:
    """Read only, and with the messages that a killed recorder has left in the log beside the file."""
    has_log = path.with_name(path.name + "-wal").exists()
    flags = "mode=ro" if has_log else "mode=ro&immutable=1"
    return sqlite3.connect(f"{path.resolve().as_uri()}?{flags}", uri=True, check_same_thread=False)


def _topics(database: sqlite3.Connection) -> dict[int, Topic]:
    """By id; counts are not known yet."""
    database.row_factory = sqlite3.Row
    found = database.execute("SELECT * FROM topics").fetchall()
    definitions: dict[str, MessageDefinition] = {}
    if database.execute("SELECT 1 FROM sqlite_master WHERE name = 'message_definitions'").fetchone():
        definitions = {
            row["topic_type"]: MessageDefinition(
                DEFINITION_FORMATS.get(row["encoding"], MessageDefinitionFormat.NONE),
                row["encoded_message_definition"],
            )
            for row in database.execute("SELECT * FROM message_definitions")
        }
    database.row_factory = None
    none = MessageDefinition(MessageDefinitionFormat.NONE, "")
    return {
        row["id"]: Topic(
            row["name"],
            row["type"],
            0,
            _qos(row),
            definitions.get(row["type"], none),
            row["serialization_format"],
        )
        for row in found
    }


def _qos(row: Any) -> tuple[Qos, ...]:
    if "offered_qos_profiles" not in row.keys():  # noqa: SIM118 (a row is no mapping)
        return ()
    try:
        return tuple(parse_qos(row["offered_qos_profiles"]))
    except (ReaderError, KeyError, TypeError):
        return ()
