"""Damaged bags: what is readable is used, what is not is named."""

from __future__ import annotations

import random
import re
import sqlite3
import struct

import pytest
from mcap.reader import make_reader
from mcap.writer import CompressionType
from rosbags.rosbag2 import CompressionMode, StoragePlugin

from offline.bags.reader import BagReader
from offline.bags.storage import BagError

TEXTS = {time: ("/a" if time % 3 else "/b", f"text {time} " + "x" * 40) for time in range(10, 30)}
COMPRESSIONS = [CompressionType.NONE, CompressionType.ZSTD, CompressionType.LZ4]


def read(path):
    with BagReader(path) as reader:
        found = {m.log_ns: (m.topic, reader.deserialize(m).data) for m in reader.messages()}
        return found, reader.troubles.lines


def chunks(file):
    """(offset, length, first and last log time) of each chunk, by the library's own reader."""
    with file.open("rb") as stream:
        indexes = make_reader(stream).get_summary().chunk_indexes
    return [(i.chunk_start_offset, i.chunk_length, i.message_start_time, i.message_end_time) for i in indexes]


def overwrite(file, at, data):
    content = bytearray(file.read_bytes())
    content[at : at + len(data)] = data
    file.write_bytes(content)


def without(*times):
    return {time: text for time, text in TEXTS.items() if time not in times}


@pytest.mark.parametrize("compression", COMPRESSIONS)
def test_a_file_cut_off_gives_all_whole_chunks(tmp_path, write_mcap, compression):
    file = write_mcap(tmp_path / "a.mcap", TEXTS, compression=compression)
    offset, length, first, _ = chunks(file)[-2]
    file.write_bytes(file.read_bytes()[: offset + length - 5])
    found, troubles = read(file)
    assert found == {time: text for time, text in TEXTS.items() if time < first}
    assert troubles == [
        f"{file}: no readable index at its end (was the recorder killed?); it is searched",
        f"{file}: damaged or cut off from byte {offset} to its end",
    ]


def test_a_file_cut_off_in_a_run_of_messages_gives_those_before(tmp_path, write_mcap):
    file = write_mcap(tmp_path / "a.mcap", TEXTS, use_chunking=False)
    cut = file.read_bytes().index(b"text 20")
    file.write_bytes(file.read_bytes()[:cut])
    assert read(file)[0] == {time: text for time, text in TEXTS.items() if time < 20}


def test_a_file_without_index_has_topics_and_counts(tmp_path, write_mcap):
    file = write_mcap(tmp_path / "a.mcap", TEXTS)
    offset, length, *_ = chunks(file)[-1]
    file.write_bytes(file.read_bytes()[: offset + length])
    with BagReader(file) as reader:
        assert [(topic.name, topic.count) for topic in reader.topics] == [("/a", 14), ("/b", 6)]


@pytest.mark.parametrize("compression", COMPRESSIONS)
@pytest.mark.parametrize("indexed", [True, False])
def test_a_chunk_that_does_not_unpack_is_left_out(tmp_path, write_mcap, compression, indexed):
    file = write_mcap(tmp_path / "a.mcap", TEXTS, compression=compression)
    offset, length, first, last = chunks(file)[3]
    overwrite(file, offset + length - 20, b"\x55" * 10)
    if not indexed:
        file.write_bytes(file.read_bytes()[:-30])
    found, troubles = read(file)
    assert found == without(*range(first, last + 1))
    assert re.search(rf"a\.mcap: chunk at byte {offset} is damaged \(.+\); messages are lost", troubles[-1])
    assert len(troubles) == (1 if indexed else 2)


@pytest.mark.parametrize("compression", COMPRESSIONS)
@pytest.mark.parametrize("length", [7, 10**6, 2**63])
def test_without_index_the_search_goes_on_behind_a_damaged_head(tmp_path, write_mcap, compression, length):
    file = write_mcap(tmp_path / "a.mcap", TEXTS, compression=compression)
    offset, _, first, last = chunks(file)[3]
    overwrite(file, offset + 1, struct.pack("<Q", length))
    file.write_bytes(file.read_bytes()[:-30])
    found, troubles = read(file)
    assert found == without(*range(first, last + 1))
    assert (
        troubles[1] == f"{file}: damaged or cut off from byte {offset} to byte {chunks_after(file, offset)}"
    )


def chunks_after(file, offset):
    """Byte of the next chunk that has the length it says, found by its opcode."""
    content = file.read_bytes()
    at = offset + 9
    while True:
        at = content.index(b"\x06", at)
        length = int.from_bytes(content[at + 1 : at + 9], "little")
        if length < 1000 and content[at + 9 + length : at + 10 + length] in (b"\x07", b"\x0f"):
            return at
        at += 1


def test_a_chunk_without_a_checksum_gives_what_comes_before_the_damage(tmp_path, write_mcap):
    file = write_mcap(tmp_path / "a.mcap", TEXTS, chunk_size=10**6, enable_crcs=False)
    message = file.read_bytes().index(b"text 20")
    # Before the text: opcode, length, channel, sequence, times, encapsulation and length of the text.
    overwrite(file, message - 38, struct.pack("<Q", 2**40))
    found, troubles = read(file)
    assert found == {time: text for time, text in TEXTS.items() if time < 20}
    assert "is damaged (a record of 1099511627776 bytes at byte" in troubles[0]


@pytest.mark.parametrize("length", [0, 5, 7])
def test_a_file_that_ends_in_its_first_bytes_is_named(tmp_path, write_mcap, length):
    file = write_mcap(tmp_path / "a.mcap", TEXTS)
    file.write_bytes(file.read_bytes()[:length])
    with pytest.raises(BagError, match=r"a\.mcap: not a readable MCAP file"):
        BagReader(file)


def test_a_file_that_ends_in_a_message_of_no_length_gives_those_before(tmp_path, write_mcap):
    file = write_mcap(tmp_path / "a.mcap", TEXTS, use_chunking=False)
    content = file.read_bytes()
    before = content.index(b"text 20") - 39  # opcode and length, channel to times, CDR's head and length
    file.write_bytes(content[:before] + struct.pack("<BQ", 5, 3) + b"xyz")
    found, troubles = read(file)
    assert found == {time: text for time, text in TEXTS.items() if time < 20}
    assert "damaged or cut off" in troubles[1]


def test_an_index_that_points_beyond_the_file_costs_its_chunks(tmp_path, write_mcap):
    file = write_mcap(tmp_path / "a.mcap", TEXTS)
    offset, _, first, last = chunks(file)[3]
    content = file.read_bytes()
    at = content.rindex(struct.pack("<Q", offset))
    overwrite(file, at, struct.pack("<Q", len(content) + 99))
    found, troubles = read(file)
    assert found == without(*range(first, last + 1))
    assert f"chunk at byte {len(content) + 99} is no chunk" in troubles[0]


def test_a_file_that_the_metadata_do_not_name_is_told(tmp_path, write_mcap):
    for part, times in enumerate((range(10, 20), range(20, 30))):
        write_mcap(tmp_path / f"bag_{part}.mcap", {t: TEXTS[t] for t in times})
    names = "relative_file_paths: [bag_0.mcap]"
    (tmp_path / "metadata.yaml").write_text(f"rosbag2_bagfile_information: {{{names}}}")
    found, troubles = read(tmp_path)
    assert found == without(*range(20, 30))
    assert troubles == [f"{tmp_path / 'bag_1.mcap'}: left out; metadata.yaml does not name it"]


def test_one_damaged_file_of_several_costs_only_itself(tmp_path, write_mcap):
    for part, times in enumerate((range(10, 15), range(15, 20), range(20, 30))):
        write_mcap(tmp_path / f"bag_{part}.mcap", {t: TEXTS[t] for t in times})
    (tmp_path / "bag_1.mcap").write_bytes(b"no bag at all" * 99)
    found, troubles = read(tmp_path)
    assert found == without(*range(15, 20))
    assert troubles[0] == f"{tmp_path / 'metadata.yaml'}: missing; all files beside it are read"
    assert any("bag_1.mcap: not a readable MCAP file (not a valid MCAP file" in line for line in troubles)


def test_a_file_that_the_metadata_name_and_that_is_gone_is_named(tmp_path, write_mcap):
    write_mcap(tmp_path / "bag_0.mcap", TEXTS)
    names = "relative_file_paths: [bag_0.mcap, bag_1.mcap]"
    (tmp_path / "metadata.yaml").write_text(f"rosbag2_bagfile_information: {{{names}}}")
    found, troubles = read(tmp_path)
    assert found == TEXTS
    assert troubles == [f"{tmp_path / 'bag_1.mcap'}: missing, though metadata.yaml names it"]


@pytest.mark.parametrize("metadata", ["", "[1, 2", "rosbag2_bagfile_information: 3", "a: b", "\0"])
@pytest.mark.parametrize("storage", list(StoragePlugin))
def test_damaged_metadata_cost_nothing(tmp_path, write_rosbag, metadata, storage):
    bag = write_rosbag(tmp_path / "bag", TEXTS, storage, CompressionMode.MESSAGE)
    (bag / "metadata.yaml").write_text(metadata)
    assert read(bag) == (TEXTS, [f"{bag / 'metadata.yaml'}: damaged; all files beside it are read"])


def test_a_compressed_file_that_is_cut_off_gives_its_beginning(tmp_path, write_rosbag):
    rng = random.Random(0)
    texts = {time: ("/a", rng.randbytes(150_000).hex()) for time in range(20)}
    bag = write_rosbag(tmp_path / "bag", texts, StoragePlugin.MCAP, CompressionMode.FILE)
    file = bag / "bag.mcap.zstd"
    file.write_bytes(file.read_bytes()[: file.stat().st_size * 3 // 4])
    found, troubles = read(bag)
    assert 4 <= len(found) < 20
    assert found == {time: texts[time] for time in range(len(found))}
    assert troubles


def test_where_there_is_no_room_to_unpack_a_file_it_is_told(tmp_path, write_rosbag, monkeypatch):
    bag = write_rosbag(tmp_path / "bag", TEXTS, StoragePlugin.MCAP, CompressionMode.FILE)
    monkeypatch.setenv("TMPDIR", str(tmp_path / "gone"))
    with pytest.raises(
        BagError, match=r"bag\.mcap\.zstd: cannot be unpacked into .*gone \(No such .* TMPDIR"
    ):
        BagReader(bag)


def rows_with_damage(file, pages):
    """Fill pages of a database, counted from its first, with what no page has; how many there are."""
    size = struct.unpack(">H", file.read_bytes()[16:18])[0]
    for page in pages:
        overwrite(file, page * size, b"\xff" * size)
    return file.stat().st_size // size


def test_a_damaged_page_costs_the_messages_on_it(tmp_path, write_rosbag):
    texts = {time: ("/a", f"{time} " + "x" * 500) for time in range(1, 101)}
    bag = write_rosbag(tmp_path / "bag", texts)
    file = bag / "bag.db3"
    at = file.read_bytes().index(b"\0" + b"50 xxx")
    rows_with_damage(file, [at // 4096])
    found, troubles = read(bag)
    assert 85 < len(found) < 100
    assert found == {time: texts[time] for time in found}
    lost = sorted(texts.keys() - found.keys())
    assert lost == list(range(lost[0], lost[-1] + 1))
    assert 50 in lost
    assert troubles == [f"{file}: has damaged pages; {len(lost)} messages on them are lost"]


def test_a_damaged_page_within_a_message_costs_this_message(tmp_path, write_rosbag):
    texts = {time: ("/a", chr(96 + time) * 30_000) for time in range(1, 11)}
    bag = write_rosbag(tmp_path / "bag", texts)
    file = bag / "bag.db3"
    page = file.read_bytes().index(b"e" * 4000) // 4096
    overwrite(file, page * 4096, struct.pack(">I", 2**31))  # the number of the page that follows
    found, troubles = read(bag)
    assert found == {time: text for time, text in texts.items() if time != 5}
    assert len(troubles) == 1
    assert troubles[0].startswith(f"{file}: message 5 of /a is damaged (")


def test_messages_of_a_topic_that_is_gone_are_left_out(tmp_path, write_rosbag):
    bag = write_rosbag(tmp_path / "bag", TEXTS)
    with sqlite3.connect(bag / "bag.db3") as database:
        database.execute("DELETE FROM topics WHERE name = '/a'")
    database.close()
    with BagReader(bag) as reader:
        assert sorted({m.topic for m in reader.messages()}) == ["/b"]
        assert reader.troubles.lines == [
            f"{bag / 'bag.db3'}: 14 messages are of topics that it does not list"
        ]


def test_a_database_that_is_none_is_named(tmp_path):
    (tmp_path / "bag.db3").write_bytes(b"no bag at all" * 99)
    with pytest.raises(
        BagError, match=r"none of its files is readable; .*bag\.db3: not a readable sqlite3 bag"
    ):
        BagReader(tmp_path / "bag.db3")


def test_messages_that_a_killed_recorder_left_in_the_log_are_read(tmp_path, write_rosbag):
    bag = write_rosbag(tmp_path / "bag", TEXTS)
    database = sqlite3.connect(bag / "bag.db3")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA wal_autocheckpoint = 0")
    database.execute("INSERT INTO messages SELECT 99, topic_id, 99, data FROM messages WHERE timestamp = 11")
    database.commit()
    files = {file.name: file.read_bytes() for file in bag.iterdir()}
    database.close()
    killed = tmp_path / "killed"
    killed.mkdir()
    for name, content in files.items():
        (killed / name).write_bytes(content)
    assert read(killed)[0] == {**TEXTS, 99: TEXTS[11]}
