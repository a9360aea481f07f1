"""Depth images in each of the forms that drivers publish."""

from __future__ import annotations

import struct

import numpy as np
import pytest

from offline.bags.reader import BagReader
from offline.datasets.bag.messages import depth_of, stamp_of
from offline.datasets.base import FrameError

MILLIMETRES = np.array([[0, 1500], [65535, 2], [65534, 40]], "<u2")
METRES = [[0, 1.5], [0, 0.002], [65.534, 0.04]]


@pytest.fixture
def depth(tmp_path, recorder):
    """depth(): of the bag's one message."""

    def read():
        with BagReader(recorder.write(tmp_path / "bag")) as reader:
            (message,) = reader.messages()
            return depth_of(reader, message)

    return read


def test_raw_millimetres(recorder, depth):
    recorder.image(0, "/depth", MILLIMETRES, "16UC1")
    np.testing.assert_allclose(depth(), METRES, rtol=1e-6)


def test_raw_metres_without_what_is_no_reading(recorder, depth):
    values = np.array([[np.nan, 1.5, np.inf], [-1, 0, 80]], "<f4")
    recorder.image(0, "/depth", values, "32FC1")
    np.testing.assert_array_equal(depth(), np.array([[0, 1.5, 0], [0, 0, 80]], np.float32))


def test_compressed_millimetres(recorder, depth, png):
    recorder.compressed(
        0, "/depth", struct.pack("<iff", 1, 0, 0) + png(MILLIMETRES), "16UC1; compressedDepth"
    )
    np.testing.assert_allclose(depth(), METRES, rtol=1e-6)


def test_a_png_of_millimetres_without_the_transports_header(recorder, depth, png):
    recorder.compressed(0, "/depth", png(MILLIMETRES), "16UC1; png compressed ")
    np.testing.assert_allclose(depth(), METRES, rtol=1e-6)


def test_compressed_metres_are_inverse(recorder, depth, png):
    inverse = np.array([[0, 101], [201, 65535]], np.uint16)  # depth = a / (value - b)
    content = struct.pack("<iff", 0, 200.0, 1.0) + png(inverse)
    recorder.compressed(0, "/depth", content, "32FC1; compressedDepth png")
    np.testing.assert_allclose(depth(), [[0, 2], [1, 200 / 65534]], rtol=1e-6)


@pytest.mark.parametrize("content", [b"", bytes(12), bytes(12) + b"no PNG", b"\x89PNG"])
def test_what_is_no_png_is_refused(recorder, depth, content):
    recorder.compressed(0, "/depth", content, "16UC1; compressedDepth rvl")
    with pytest.raises(FrameError, match=r"/depth: a message logged at .* are no 16-bit PNG of depth"):
        depth()


def test_the_stamp_is_read_from_the_header_in_both_byte_orders(tmp_path, recorder):
    recorder.image(5_000_000_007, "/depth", MILLIMETRES, "16UC1")
    with BagReader(recorder.write(tmp_path / "bag")) as reader:
        (message,) = reader.messages()
    assert stamp_of(message) == 1_700_000_005_000_000_007
    big = b"\0\0\0\0" + struct.pack(">iI", 3, 9)
    assert stamp_of(message._replace(data=big)) == 3_000_000_009
    with pytest.raises(FrameError, match="has no header"):
        stamp_of(message._replace(data=big[:8]))
