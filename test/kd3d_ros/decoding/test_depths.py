"""Depth images: values, byte orders, padding, and what is refused."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from kd3d_ros.decoding import MessageError, decode_depth


def image(values: np.ndarray, encoding: str, padding: int = 0, **changes: object) -> SimpleNamespace:
    """Any object with the fields of sensor_msgs/Image."""
    height, width = values.shape
    rows = np.ascontiguousarray(values).view(np.uint8).reshape(height, -1)
    data = np.pad(rows, ((0, 0), (0, padding)), constant_values=255).tobytes()
    fields = {"height": height, "width": width, "encoding": encoding, "step": rows.shape[1] + padding}
    return SimpleNamespace(**{**fields, "is_bigendian": 0, "data": data, **changes})


@pytest.mark.parametrize("padding", [0, 3])
@pytest.mark.parametrize("order", ["<", ">"])
def test_millimetres_become_metres(order: str, padding: int) -> None:
    values = np.array([[0, 1, 1500], [65535, 256, 2]], order + "u2")
    depth = decode_depth(image(values, "16UC1", padding, is_bigendian=int(order == ">")))
    assert depth.dtype == np.float32
    np.testing.assert_allclose(depth, [[0, 0.001, 1.5], [65.535, 0.256, 0.002]], rtol=1e-6)


@pytest.mark.parametrize("padding", [0, 2])
@pytest.mark.parametrize("order", ["<", ">"])
def test_metres_stay(order: str, padding: int) -> None:
    values = np.array([[0, np.nan, 1.5], [np.inf, 0.25, 3]], order + "f4")
    np.testing.assert_array_equal(
        decode_depth(image(values, "32FC1", padding, is_bigendian=int(order == ">"))), values
    )


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"encoding": "rgb8"}, "encoding is 'rgb8'; allowed for depth: 16UC1, 32FC1"),
        ({"step": 5}, "step is 5; allowed: at least 6"),
        ({"data": b"short"}, "data holds 5 bytes; allowed: step \\* height = 12"),
        ({"width": 0}, "width is 0"),
    ],
)
def test_what_breaks_its_own_rules_is_refused(changes: dict[str, object], reason: str) -> None:
    msg = SimpleNamespace(**{**vars(image(np.ones((2, 3), "<u2"), "16UC1")), **changes})
    with pytest.raises(MessageError, match=f"^{reason}"):
        decode_depth(msg)
