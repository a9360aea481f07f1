"""What a message that breaks its own rules raises."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import cv2

if TYPE_CHECKING:
    from sensor_msgs.msg import CompressedImage, Image


class MessageError(ValueError):
    """A message that breaks its own rules; `kind` names the broken field, for counting."""

    def __init__(self, kind: str, text: str) -> None:
        super().__init__(text)
        self.kind = kind


@contextmanager
def opencv_refusals(msg: Image | CompressedImage) -> Iterator[None]:
    """What OpenCV refuses in the block is a broken message: MessageError."""
    try:
        yield
    except cv2.error as error:
        raise MessageError("data", f"OpenCV cannot decode {len(msg.data)} bytes: {error.err}") from error
