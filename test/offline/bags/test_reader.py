"""Whole bags, in each of the forms that a recorder writes."""

from __future__ import annotations

import tracemalloc

import pytest
from mcap.writer import CompressionType
from rosbags.rosbag2 import CompressionMode, StoragePlugin

from offline.bags.reader import BagReader
from offline.bags.storage import BagError, Message, Source, in_order

TEXTS = {time: ("/a" if time % 3 else "/b", f"text {time}") for time in range(10, 30)}
MCAP, SQLITE3 = StoragePlugin.MCAP, StoragePlugin.SQLITE3


def read(path, *arguments):
    """{log time: (topic, text)}, the number of messages, and the troubles."""
    with BagReader(path) as reader:
        messages = list(reader.messages(*arguments))
        found = {m.log_ns: (m.topic, reader.deserialize(m).data) for m in messages}
        assert [m.log_ns for m in messages] == sorted(found)
        return found, reader.troubles.lines


@pytest.mark.parametrize(
    ("storage", "mode"),
    [
        (storage, mode)
        for storage in (MCAP, SQLITE3)
        for mode in CompressionMode
        if (storage, mode) != (SQLITE3, CompressionMode.STORAGE)
    ],
)
def test_bags_of_either_storage_and_compression(tmp_path, write_rosbag, storage, mode):
    bag = write_rosbag(tmp_path / "bag", TEXTS, storage, mode)
    assert read(bag) == (TEXTS, [])


@pytest.mark.parametrize("compression", CompressionType)
@pytest.mark.parametrize("use_chunking", [True, False])
def test_mcap_files_with_and_without_chunks(tmp_path, write_mcap, compression, use_chunking):
    file = write_mcap(tmp_path / "a.mcap", TEXTS, compression=compression, use_chunking=use_chunking)
    assert read(file) == (TEXTS, [])


@pytest.mark.parametrize("ending", ["mcap", "db3"])
def test_a_lone_file_is_a_bag(tmp_path, write_rosbag, ending):
    write_rosbag(tmp_path / "bag", TEXTS, MCAP if ending == "mcap" else SQLITE3)
    assert read(tmp_path / f"bag/bag.{ending}") == (TEXTS, [])


@pytest.mark.parametrize("storage", [MCAP, SQLITE3])
def test_chosen_topics_from_a_time_on(tmp_path, write_rosbag, storage):
    bag = write_rosbag(tmp_path / "bag", TEXTS, storage)
    wanted = {time: text for time, text in TEXTS.items() if time >= 17 and text[0] == "/b"}
    assert read(bag, ["/b"], 17) == (wanted, [])
    assert sorted(wanted) == [18, 21, 24, 27]


def test_topics_are_listed_with_type_and_count(tmp_path, write_rosbag, write_mcap):
    for bag in (
        write_rosbag(tmp_path / "sqlite", TEXTS, SQLITE3),
        write_rosbag(tmp_path / "mcap", TEXTS, MCAP),
        write_mcap(tmp_path / "chunks.mcap", TEXTS),
    ):
        with BagReader(bag) as reader:
            topics = [(topic.name, topic.type, topic.count) for topic in reader.topics]
        assert topics == [("/a", "std_msgs/msg/String", 14), ("/b", "std_msgs/msg/String", 6)]


def test_split_files_are_one_bag_whatever_their_order_in_time(tmp_path, write_mcap):
    late, early = ({t: TEXTS[t] for t in times} for times in (range(18, 30), range(10, 18)))
    write_mcap(tmp_path / "bag_0.mcap", late)
    write_mcap(tmp_path / "bag_1.mcap", early)
    names = "relative_file_paths: [bag_0.mcap, bag_1.mcap]"
    (tmp_path / "metadata.yaml").write_text(f"rosbag2_bagfile_information: {{{names}}}")
    assert read(tmp_path) == (TEXTS, [])
    with BagReader(tmp_path) as reader:
        assert [topic.count for topic in reader.topics] == [14, 6]


def test_messages_written_out_of_order_come_by_their_times(tmp_path, write_mcap, write_rosbag):
    mixed = dict(sorted(TEXTS.items(), key=lambda item: item[0] * 7 % 20))
    assert read(write_mcap(tmp_path / "chunks.mcap", mixed)) == (TEXTS, [])
    assert read(write_mcap(tmp_path / "runs.mcap", mixed, use_chunking=False)) == (TEXTS, [])
    assert read(write_rosbag(tmp_path / "sqlite", mixed)) == (TEXTS, [])


def test_a_source_is_opened_only_when_its_time_has_come():
    opened = []

    def source(name, *times):
        def messages():
            opened.append(name)
            for time in times:
                yield Message(name, "", time, b"")

        return Source(times[0], messages)

    merged = in_order([source("late", 5, 6), source("early", 1, 4, 7)])
    assert next(merged).log_ns == 1
    assert opened == ["early"]
    assert [message.log_ns for message in merged] == [4, 5, 6, 7]


def test_only_a_few_chunks_are_in_memory(tmp_path, write_mcap):
    megabyte = 1_000_000 * "x"
    texts = {time: ("/a", megabyte) for time in range(40)}
    file = write_mcap(tmp_path / "a.mcap", texts, chunk_size=1_000_000)
    del texts
    tracemalloc.start()
    with BagReader(file) as reader:
        assert sum(1 for _ in reader.messages()) == 40
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 8e6


def test_what_is_no_bag_is_named(tmp_path):
    (tmp_path / "holiday.gif").touch()
    with pytest.raises(BagError, match=r"holiday\.gif: no bag; expected its folder or a file \.mcap"):
        BagReader(tmp_path / "holiday.gif")
    with pytest.raises(BagError, match="no file of a bag in it"):
        BagReader(tmp_path)


def test_a_type_that_nobody_knows_is_named_where_it_is_needed(tmp_path, write_mcap):
    with BagReader(write_mcap(tmp_path / "a.mcap", TEXTS)) as reader:
        message = next(reader.messages())
        with pytest.raises(BagError, match="message type my_msgs/msg/Odd is unknown: its definition is nei"):
            reader.deserialize(message._replace(type="my_msgs/msg/Odd"))


def test_damaged_bytes_of_a_message_are_named(tmp_path, write_mcap):
    with BagReader(write_mcap(tmp_path / "a.mcap", TEXTS)) as reader:
        message = next(reader.messages())
        with pytest.raises(BagError, match="/a: a message logged at 10 is damaged"):
            reader.deserialize(message._replace(data=message.data[:-3]))
