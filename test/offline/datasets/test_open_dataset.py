from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from offline.datasets import FORMATS, Format, detect_format, open_dataset
from offline.datasets.bag.choice import BagTopics
from offline.datasets.base import DataError


def test_formats_of_the_command_line_are_the_registered_ones() -> None:
    assert get_args(Format) == ("auto", *FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_each_reader_knows_its_name(name: str) -> None:
    assert FORMATS[name].load().format == name


def test_unknown_format(tmp_path: Path) -> None:
    with pytest.raises(
        DataError, match=r"format 'seven-scenes' is unknown; choose from \['auto', 'office', 'seven"
    ):
        open_dataset(tmp_path, "seven-scenes")


def test_missing_and_empty_folders(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nowhere: no such folder"):
        open_dataset(tmp_path / "nowhere")
    with pytest.raises(DataError, match="the folder is empty"):
        open_dataset(tmp_path, "tum")


def test_unrecognized_layout_says_what_was_looked_for(tmp_path: Path) -> None:
    (tmp_path / "holiday.gif").touch()
    with pytest.raises(DataError, match=r"not a recording of a known format; looked for .*tum: rgb\.txt"):
        open_dataset(tmp_path)


def test_ambiguous_layout_asks(tmp_path: Path) -> None:
    (tmp_path / "rgb.txt").touch()
    (tmp_path / "TrainSplit.txt").touch()
    with pytest.raises(
        DataError, match=r"looks like each of \['seven_scenes', 'tum'\]; say which with --format"
    ):
        open_dataset(tmp_path)


@pytest.mark.parametrize("path", ["", "seq-01"])
def test_seven_scenes_by_layout(tmp_path: Path, write_frame: Callable[..., None], path: str) -> None:
    write_frame(tmp_path / "seq-01", 0)
    for format in ("auto", "seven_scenes"):
        assert open_dataset(tmp_path / path, format).format == "seven_scenes"


@pytest.mark.parametrize(
    ("marks", "message"),
    [
        (["seq-01/frame-000000.color.png"], "no frame is whole"),
        (["seq-01.zip", "TrainSplit.txt"], "unpack seq-01"),
        (["data/frame-000000.color.jpg"], "no frame is whole"),
        (["rgb.txt", "depth.txt"], "no lines in it"),
        (["groundtruth.txt"], r"rgb\.txt: missing"),
    ],
)
def test_half_written_recordings_are_recognized_and_named(
    tmp_path: Path, marks: list[str], message: str
) -> None:
    for mark in marks:
        (tmp_path / mark).parent.mkdir(exist_ok=True)
        (tmp_path / mark).touch()
    with pytest.raises(DataError, match=message):
        open_dataset(tmp_path)


def test_a_bag_may_be_a_file_and_other_recordings_not(tmp_path: Path) -> None:
    for file in ("a.mcap", "b.db3", "c.mcap.zstd", "d.db3.zstd"):
        (tmp_path / file).touch()
        assert detect_format(tmp_path / file) == "bag"
    with pytest.raises(DataError, match=r"a\.mcap: is the file of a bag; --format tum takes the folder"):
        open_dataset(tmp_path / "a.mcap", "tum")
    (tmp_path / "e.txt").touch()
    with pytest.raises(DataError, match=r"e\.txt: no such folder; --data takes .* or the file of a bag"):
        open_dataset(tmp_path / "e.txt")


def test_topics_are_for_bags_only(tmp_path: Path, write_frame: Callable[..., None]) -> None:
    write_frame(tmp_path / "seq-01", 0)
    with pytest.raises(
        DataError, match=r"--image-topic, --map-frame is for bags; .* has format 'seven_scenes'"
    ):
        open_dataset(tmp_path, topics=BagTopics(image_topic="/x", map_frame="map"))
    assert open_dataset(tmp_path, topics=BagTopics()).format == "seven_scenes"


def test_a_format_that_the_folder_is_not(tmp_path: Path, write_frame: Callable[..., None]) -> None:
    write_frame(tmp_path / "seq-01", 0)
    with pytest.raises(DataError, match=r"rgb\.txt: missing; a TUM recording has"):
        open_dataset(tmp_path, "tum")
