"""A part of a bag: its messages are those of the bag, byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rosbags.interfaces import (
    Connection,
    Qos,
    QosDurability,
    QosHistory,
    QosLiveliness,
    QosReliability,
    QosTime,
)
from rosbags.rosbag2 import Reader, StoragePlugin, Writer

from offline.bags.cut import UNKNOWN_HASH, CutConfig, run
from offline.bags.frame_messages import TYPES
from offline.bags.part import compression_of
from offline.bags.reader import BagReader
from offline.bags.writer import bag_written_whole
from offline.config import ConfigError
from offline.datasets.base import DataError

SECOND = 10**9
BEGIN = 100 * SECOND
ZERO = QosTime(0, 0)
STRING = "std_msgs/msg/String"
TRANSFORMS = "tf2_msgs/msg/TFMessage"


def qos(durability: QosDurability, depth: int) -> Qos:
    return Qos(
        QosHistory.KEEP_LAST,
        depth,
        QosReliability.RELIABLE,
        durability,
        ZERO,
        ZERO,
        QosLiveliness.AUTOMATIC,
        ZERO,
        False,
    )


LATCHED, VOLATILE = qos(QosDurability.TRANSIENT_LOCAL, 1), qos(QosDurability.VOLATILE, 5)


def text(value: str) -> bytes:
    return bytes(TYPES.serialize_cdr(TYPES.types[STRING](value), STRING))


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    """Ten seconds: /talk each second, 0 to 9; /map at 1 and 2; /tf_static at 0 and 3 (its CDR is made up)."""
    path = tmp_path / "whole"
    with bag_written_whole(path, "mcap", "none") as writer:
        talk = writer.add_connection("/talk", STRING, typestore=TYPES, offered_qos_profiles=[VOLATILE])
        map_ = writer.add_connection("/map", STRING, typestore=TYPES, offered_qos_profiles=[LATCHED])
        static = writer.add_connection(
            "/tf_static", TRANSFORMS, typestore=TYPES, offered_qos_profiles=[LATCHED]
        )
        for second in range(10):
            at = BEGIN + second * SECOND
            if second in (0, 3):
                writer.write(static, at, b"static %d" % second)
            if second in (1, 2):
                writer.write(map_, at, text(f"map {second}"))
            writer.write(talk, at, text(str(second)))
    return path


def content(bag: Path) -> list[tuple[str, float, bytes]]:
    """(topic, second, CDR), second from the start of the whole bag."""
    with Reader(bag) as reader:
        return [(c.topic, (at - BEGIN) / SECOND, bytes(data)) for c, at, data in reader.messages()]


def test_what_is_between_start_and_end_with_what_was_latched_before(bag: Path, tmp_path: Path) -> None:
    out = run(CutConfig(bag=bag, out=tmp_path / "part", start=4.5, end=7))
    assert sorted(content(out)) == [
        ("/map", 4.5, text("map 2")),
        ("/talk", 5.0, text("5")),
        ("/talk", 6.0, text("6")),
        ("/tf_static", 4.5, b"static 0"),
        ("/tf_static", 4.5, b"static 3"),
    ]
    assert sorted(file.name for file in out.iterdir()) == ["metadata.yaml", "part.mcap"]


def test_fixed_transforms_of_a_robot_with_a_namespace_are_kept_too(tmp_path: Path) -> None:
    with bag_written_whole(tmp_path / "whole", "mcap", "none") as writer:
        static = writer.add_connection("/robot/tf_static", TRANSFORMS, typestore=TYPES)
        for second in (0, 1, 9):
            writer.write(static, BEGIN + second * SECOND, b"static %d" % second)
    out = run(CutConfig(bag=tmp_path / "whole", out=tmp_path / "part", start=4.5))
    assert [(second, data) for _, second, data in content(out)] == [
        (4.5, b"static 0"),
        (4.5, b"static 1"),
        (9.0, b"static 9"),
    ]


def test_without_a_start_nothing_is_said_twice(bag: Path, tmp_path: Path) -> None:
    assert content(run(CutConfig(bag=bag, out=tmp_path / "part"))) == content(bag)


def test_only_the_topics_that_are_wanted_with_types_and_qos_as_they_were(bag: Path, tmp_path: Path) -> None:
    out = run(CutConfig(bag=bag, out=tmp_path / "part", start=8, topics=("/talk", "/map")))
    assert [(topic, second) for topic, second, _ in content(out)] == [("/map", 8), ("/talk", 8), ("/talk", 9)]
    with Reader(bag) as before, Reader(out) as after:

        def described(connection: Connection) -> tuple[object, ...]:
            profiles = tuple(connection.ext.offered_qos_profiles)
            return connection.topic, connection.msgtype, connection.msgdef, connection.digest, profiles

        assert {described(c) for c in after.connections} == {
            described(c) for c in before.connections if c.topic != "/tf_static"
        }


@pytest.mark.parametrize(
    ("storage", "compression"), [("mcap", "zstd"), ("sqlite3", "zstd"), ("sqlite3", "none")]
)
def test_storage_and_compression_as_told_and_then_as_before(
    bag: Path, tmp_path: Path, storage: str, compression: str
) -> None:
    told = run(CutConfig(bag=bag, out=tmp_path / "a", storage=storage, compression=compression))
    kept = run(CutConfig(bag=told, out=tmp_path / "b"))
    for out, name in ((told, "a"), (kept, "b")):
        assert (out / f"{name}{'.mcap' if storage == 'mcap' else '.db3'}").exists()
        assert content(out) == content(bag)
        with BagReader(out) as reader:
            assert compression_of(reader) == compression


def test_a_lone_file_has_no_hashes_and_gets_them(bag: Path, tmp_path: Path) -> None:
    out = run(CutConfig(bag=bag / "whole.mcap", out=tmp_path / "part"))
    assert content(out) == content(bag)
    with Reader(out) as reader:
        digests = {connection.topic: connection.digest for connection in reader.connections}
    assert digests["/talk"] == TYPES.hash_rihs01(STRING)


def test_of_a_file_that_is_cut_off_the_rest_is_kept(bag: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.mcap"
    damaged.write_bytes((bag / "whole.mcap").read_bytes()[:-100])
    assert content(run(CutConfig(bag=damaged, out=tmp_path / "part"))) == content(bag)


def test_a_type_that_nobody_knows_is_copied_too(tmp_path: Path) -> None:
    with Writer(tmp_path / "odd", version=9, storage_plugin=StoragePlugin.SQLITE3) as writer:
        odd = writer.add_connection("/odd", "foo_msgs/msg/Bar", msgdef="", rihs01=UNKNOWN_HASH)
        writer.write(odd, BEGIN, b"whatever")
    (file,) = (tmp_path / "odd").glob("*.db3")
    assert content(run(CutConfig(bag=file, out=tmp_path / "part"))) == [("/odd", 0.0, b"whatever")]


def test_an_end_that_is_infinite_is_the_bags(bag: Path, tmp_path: Path) -> None:
    assert content(run(CutConfig(bag=bag, out=tmp_path / "part", end=float("inf")))) == content(bag)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"start": 9.5}, r"--start 9.5 is not allowed; the bag lasts 9.0 s"),
        ({"start": -1.0}, r"--start -1 is not allowed; the bag lasts 9.0 s"),
        ({"start": float("nan")}, r"--start nan is not allowed; the bag lasts 9.0 s"),
        ({"start": 3.0, "end": 3.0}, r"--end 3 is not allowed; it must be more than --start, 3"),
        ({"topics": ("/talk", "/walk")}, r"whole: no topic /walk; it has /map, /talk, /tf_static"),
        ({"start": 3.1, "end": 3.9, "topics": ("/talk",)}, r"whole: no message in these 0.8 s"),
    ],
)
def test_parts_that_are_not_there_are_told(
    bag: Path, tmp_path: Path, changes: dict[str, object], message: str
) -> None:
    with pytest.raises((ConfigError, DataError), match=message):
        run(replace(CutConfig(bag=bag, out=tmp_path / "part"), **changes))
    assert not (tmp_path / "part").exists()


def test_what_is_no_bag_or_is_there_already_is_told(
    bag: Path, tmp_path: Path, write_frame: Callable[..., None]
) -> None:
    write_frame(tmp_path / "frames", 0)
    with pytest.raises(DataError, match=r"frames: no file of a bag in it"):
        run(CutConfig(bag=tmp_path / "frames", out=tmp_path / "part"))
    with pytest.raises(ConfigError, match=r"whole exists; give another one, or --overwrite"):
        run(CutConfig(bag=bag, out=bag))
