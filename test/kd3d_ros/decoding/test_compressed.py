"""Compressed images in."""

from __future__ import annotations

import contextlib
import struct
import zlib
from types import SimpleNamespace

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kd3d_ros.decoding import MessageError, compressed, decode_compressed

RED, BLUE = (255, 0, 0), (0, 0, 255)


def decoded(content: bytes, form: str = "jpeg") -> np.ndarray:
    """RGB of a message as rosbags gives it: an object with arrays."""
    return decode_compressed(SimpleNamespace(format=form, data=np.frombuffer(content, np.uint8)))


def two_colours() -> np.ndarray:
    rgb = np.zeros((24, 40, 3), np.uint8)
    rgb[:, :20], rgb[:, 20:] = RED, BLUE
    return rgb


def opencv_bytes(ending: str, *options: int) -> bytes:
    return cv2.imencode(ending, two_colours()[..., ::-1], options)[1].tobytes()


JPEG, PNG = opencv_bytes(".jpg"), opencv_bytes(".png")


def png(width: int, height: int, bits: int, colour: int, rows: bytes, *extra: tuple[bytes, bytes]) -> bytes:
    """A PNG file by hand; `rows` are the pixel rows, each after its filter byte 0."""
    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    chunks = [(b"IHDR", header), *extra, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


def resized_jpeg(width: int, height: int) -> bytes:
    """A JPEG whose frame header says another size."""
    at = JPEG.index(b"\xff\xc0")
    return JPEG[: at + 5] + struct.pack(">HH", height, width) + JPEG[at + 9 :]


def refusal(content: bytes, form: str = "jpeg") -> MessageError:
    with pytest.raises(MessageError) as caught:
        decoded(content, form)
    return caught.value


def test_compressed_image_keeps_its_colours_and_ignores_exif_rotation():
    np.testing.assert_array_equal(decoded(PNG, "png"), two_colours())

    exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"  # "rotate by 90"
    turned = JPEG[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + JPEG[2:]
    assert decoded(turned).shape == (24, 40, 3)


@pytest.mark.parametrize("options", [(), (cv2.IMWRITE_JPEG_PROGRESSIVE, 1)])
@pytest.mark.parametrize("end", [b"", bytes(500)])
def test_jpeg_of_both_kinds_keeps_its_colours_with_zeros_after_it(options, end):
    rgb = decoded(opencv_bytes(".jpg", *options) + end)
    np.testing.assert_allclose(rgb[:, [0, 39]].astype(int), two_colours()[:, [0, 39]], atol=3)


@pytest.mark.parametrize(
    ("bits", "colour", "pixel", "extra", "wanted"),
    [
        (8, 0, b"\x30", [], [48, 48, 48]),
        (16, 0, b"\x30\xff", [], [48, 48, 48]),
        (1, 0, b"\x80", [], [255, 255, 255]),
        (8, 2, b"\x01\x02\x03", [], [1, 2, 3]),
        (16, 2, b"\x01\xff\x02\xff\x03\xff", [], [1, 2, 3]),
        (8, 3, b"\x01", [(b"PLTE", b"\0\0\0\x07\x08\x09")], [7, 8, 9]),
        (8, 3, b"\x01", [(b"PLTE", b"\0\0\0\x07\x08\x09"), (b"tRNS", b"\0\0")], [7, 8, 9]),
        (8, 4, b"\x30\x05", [], [48, 48, 48]),
        (8, 6, b"\x01\x02\x03\x05", [], [1, 2, 3]),
        (16, 6, b"\x01\xff\x02\xff\x03\xff\0\x05", [], [1, 2, 3]),
    ],
)
def test_png_of_every_kind_comes_out_as_8_bit_rgb(bits, colour, pixel, extra, wanted):
    rows = b"\0" + pixel if bits == 1 else (b"\0" + pixel * 2) * 3
    width, height = (1, 1) if bits == 1 else (2, 3)
    rgb = decoded(png(width, height, bits, colour, rows, *extra), "png")
    assert (rgb.shape, rgb.dtype) == ((height, width, 3), np.uint8)
    assert (rgb == wanted).all()


@pytest.mark.parametrize("content", [b"", b"no image", b"\x89PNG\r\n\x1a\n", b"\xff\xd8"])
def test_compressed_image_that_is_none_is_refused(content):
    with pytest.raises(MessageError, match=r"bytes of format 'jpeg' are no image") as refusal:
        decoded(content)
    assert refusal.value.kind == "data"


@pytest.mark.parametrize("ending", [".bmp", ".tiff", ".ppm", ".webp"])
def test_other_formats_are_refused(ending):
    error = refusal(opencv_bytes(ending), "jpeg\n" * 99)
    assert error.kind == "data"
    assert "of format 'jpeg\\njpeg\\n" in str(error)
    assert len(str(error)) < 200


@pytest.mark.parametrize("end", [b"", bytes(100)])
@pytest.mark.parametrize("kept", [len(JPEG) - 1, len(JPEG) - 2, len(JPEG) - 40])
def test_jpeg_that_is_cut_off_is_refused(kept, end):
    error = refusal(JPEG[:kept] + end)
    assert error.kind == "data"
    assert str(error) == f"JPEG of {kept + len(end)} bytes is cut off: no end marker"


def longer_chunk(at: int) -> bytes:
    """The PNG with a chunk, whose length is at `at`, that claims 256 MB more than the file has."""
    return PNG[:at] + b"\x10" + PNG[at + 1 :]


@pytest.mark.parametrize(
    "content",
    [PNG[:20], PNG[:41], PNG[:-1], PNG[:-12], longer_chunk(33), longer_chunk(len(PNG) - 12)],
    ids=["header", "length", "byte", "end", "chunk", "end chunk"],
)
def test_png_that_is_cut_off_is_refused_before_anything_is_decoded(monkeypatch, content):
    monkeypatch.setattr(compressed.cv2, "imdecode", lambda *_: pytest.fail("was decoded"))
    error = refusal(content)
    assert (error.kind, str(error)) == ("data", f"PNG of {len(content)} bytes is cut off: no end chunk")


def test_png_with_a_wrong_checksum_is_refused():
    error = refusal(PNG[:50] + bytes([PNG[50] ^ 1]) + PNG[51:])
    assert (error.kind, str(error).split(" of ")[0]) == ("data", f"{len(PNG)} bytes")


@pytest.mark.parametrize(
    "head",
    [
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\xe1\xff\xff" + JPEG,  # a segment that ends behind the file
        b"\xff\xd8\xff\0\0\x02" + JPEG[2:],  # libjpeg would search on
        b"\xff\xd8" + b"\xff" * 50,
        JPEG[: JPEG.index(b"\xff\xc0") + 8],
    ],
)
def test_jpeg_without_a_frame_header_is_refused(head):
    error = refusal(head)
    assert (error.kind, str(error)) == ("data", f"JPEG of {len(head)} bytes has no frame header")


def test_jpeg_header_is_found_behind_fill_bytes_bare_markers_and_other_segments():
    extra = b"\xff\xff\xff\x01\xff\xd3\xff\xe5\0\x0c\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03\xff\xfe\0\x02"
    data = JPEG[:2] + extra + JPEG[2:]
    assert decoded(data).shape == (24, 40, 3)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (png(8000, 8001, 8, 2, b""), "image is 8000x8001; allowed: at most 64000000 pixels"),
        (resized_jpeg(8001, 8000), "image is 8001x8000; allowed: at most 64000000 pixels"),
        (png(2**31 - 1, 1, 8, 2, b""), "width is 2147483647; allowed: 1 to 16384"),
        (resized_jpeg(8, 65535), "height is 65535; allowed: 1 to 16384"),
        (resized_jpeg(8, 0), "height is 0; allowed: 1 to 16384"),
    ],
)
def test_size_is_refused_before_anything_is_decoded(monkeypatch, content, text):
    monkeypatch.setattr(compressed.cv2, "imdecode", lambda *_: pytest.fail("was decoded"))
    error = refusal(content)
    assert (error.kind, str(error)) == ("size", text)


def test_what_opencv_refuses_is_a_broken_message(monkeypatch):
    monkeypatch.setattr(compressed.cv2, "imdecode", lambda values, _: cv2.resize(values, (0, 0)))
    error = refusal(JPEG)
    assert error.kind == "data"
    assert str(error).startswith(f"OpenCV cannot decode {len(JPEG)} bytes: ")


def decodes_or_is_refused(content: bytes) -> None:
    with contextlib.suppress(MessageError):
        rgb = decoded(content)
        assert (rgb.ndim, rgb.shape[2], rgb.dtype) == (3, 3, np.uint8)


@settings(deadline=None)
@given(st.sampled_from([b"", JPEG[:3], JPEG[:20], PNG[:8], PNG[:16]]), st.binary(max_size=200))
def test_any_bytes_decode_or_are_refused(start, rest):
    decodes_or_is_refused(start + rest)
    decodes_or_is_refused(start + rest + b"\xff\xd9")


@settings(deadline=None)
@given(
    st.sampled_from([JPEG, PNG, opencv_bytes(".jpg", cv2.IMWRITE_JPEG_PROGRESSIVE, 1)]),
    st.lists(st.tuples(st.integers(0, 2**20), st.integers(0, 7)), max_size=4),
    st.integers(0, 2**20) | st.none(),
)
def test_flipped_bits_and_cuts_decode_or_are_refused(content, flips, cut):
    broken = bytearray(content)
    for at, bit in flips:
        broken[at % len(content)] ^= 1 << bit
    kept = len(content) if cut is None else cut % len(content)
    decodes_or_is_refused(bytes(broken[:kept]))
    if kept < len(content):
        decodes_or_is_refused(bytes(broken[:kept]) + (b"\xff\xd9" if content[0] == 0xFF else PNG[-12:]))
