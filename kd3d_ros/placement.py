"""How an image of any size, and of a camera mounted turned, is laid into the student's input."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Points

Fit = Literal["letterbox", "crop"]
ASPECT_TOLERANCE = 0.05
"""Images whose aspect differs by less are squeezed to the student's."""
LEAST_SIDE = 32
"""Of an image in the input, pixels: a narrower strip shows a student nothing."""
MOST_CROPPED = 4
"""How many times the input a cropped image may be long."""


class ImageError(ValueError):
    """An image that the student cannot take; the message names what it can."""


@dataclass(frozen=True)
class Placement:
    """An image turned by `quarter_turns` (counterclockwise), resized to `size`, its top left at `offset`.

    input_size, size, offset: (x, y), pixels of the input, all multiples of the student's stride, so that the
    map of the image is a window of the network's map.  The offset is negative where the image is cropped.
    """

    input_size: tuple[int, int]
    stride: int
    quarter_turns: int
    size: tuple[int, int]
    offset: tuple[int, int]

    @classmethod
    def of(
        cls,
        image_size: tuple[int, int],
        input_size: tuple[int, int],
        stride: int,
        fit: Fit = "letterbox",
        turned_deg: int = 0,
    ) -> Placement:
        """For images of `image_size` from a camera that is mounted turned clockwise by `turned_deg`.

        letterbox: all of the image, its reflection around it.  crop: the middle of the image.  What such a
        camera sees at its left is up, so that turning its image clockwise makes the world stand upright.
        Raises ImageError if too little of the input would be filled.
        """
        width, height = image_size if turned_deg % 180 == 0 else image_size[::-1]
        if fits_aspect((width, height), input_size):
            return cls(input_size, stride, -turned_deg // 90 % 4, input_size, (0, 0))
        scales = input_size[0] / width, input_size[1] / height
        scale = min(scales) if fit == "letterbox" else max(scales)
        size = _multiples(stride, scale * width, scale * height)
        most = MOST_CROPPED * max(input_size)
        if min(size) < LEAST_SIDE or max(size) > most:
            raise ImageError(
                f"image is {image_size[0]}x{image_size[1]}: laid into the student's {input_size[0]}x"
                f"{input_size[1]} it is {size[0]}x{size[1]}; allowed: sides of {LEAST_SIDE} to {most}"
            )
        offset = _multiples(stride, (input_size[0] - size[0]) / 2, (input_size[1] - size[1]) / 2)
        return cls(input_size, stride, -turned_deg // 90 % 4, size, offset)

    def place(self, image: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """The student's input (height, width, 3) of an image (h, w, 3)."""
        turned = np.rot90(image, self.quarter_turns) if self.quarter_turns else image
        if turned.shape[1::-1] != self.size:
            shrinks = self.size[0] < turned.shape[1]  # INTER_AREA is blocky the other way
            how = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
            turned = cv2.resize(turned, self.size, interpolation=how)  # type: ignore[assignment]
        if self.size == self.input_size:
            return turned
        (left, top), (width, height) = self.offset, self.input_size
        shown = turned[max(0, -top) : max(0, -top) + height, max(0, -left) : max(0, -left) + width]
        above, before = max(0, top), max(0, left)
        below, after = height - above - shown.shape[0], width - before - shown.shape[1]
        placed: NDArray[np.uint8] = cv2.copyMakeBorder(  # type: ignore[assignment]
            shown, above, below, before, after, cv2.BORDER_REFLECT_101
        )
        return placed

    def restore(self, output: Points) -> Points:
        """The map (h, w, c) of the whole image, out of the network's map; NaN where the image was cropped."""
        whole = output
        if self.size != self.input_size:
            left, top = (side // self.stride for side in self.offset)
            width, height = (side // self.stride for side in self.size)
            whole = np.full((height, width, output.shape[2]), np.nan, np.float32)
            rows = slice(max(0, -top), max(0, -top) + min(height, output.shape[0]))
            columns = slice(max(0, -left), max(0, -left) + min(width, output.shape[1]))
            above, before = max(0, top), max(0, left)
            whole[rows, columns] = output[
                above : above + rows.stop - rows.start, before : before + columns.stop - columns.start
            ]
        return np.ascontiguousarray(np.rot90(whole, -self.quarter_turns)) if self.quarter_turns else whole


def fits_aspect(image_size: tuple[int, int], input_size: tuple[int, int]) -> bool:
    """Whether images of `image_size` may be resized to `input_size`, both (width, height)."""
    aspect, trained = image_size[0] / image_size[1], input_size[0] / input_size[1]
    return abs(aspect / trained - 1) <= ASPECT_TOLERANCE


def _multiples(stride: int, x: float, y: float) -> tuple[int, int]:
    return stride * round(x / stride), stride * round(y / stride)
