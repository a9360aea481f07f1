"""What a student is made of, as a bundle says it; a robot reads it without torch."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from math import log

STRIDES = (1, 2, 4)
SQUEEZE_WEIGHT = 16
"""An input whose aspect is 1 % off is as bad as one that has 16 % more pixels, or less."""
MOST_PIXELS = 2**21
"""Of an input; more would take gigabytes."""
NETWORKS = ("pyramid", "paper_cnn", "paper_mobilenet", "paper_vit")
WITHOUT_BACKBONE = ("paper_cnn", "paper_vit")
BACKBONE_NAME = r"[a-z0-9_]+"
"""Neither a path nor a hub; whether timm has it is asked when a network is built."""


@dataclass(frozen=True)
class Architecture:
    """Everything needed to build the network again before its weights are loaded.

    network: one of NETWORKS.  backbone: a timm model, "" for networks that have none.  width: channels of the
    decoder (pyramid), the head (paper_mobilenet), the tokens (paper_vit) or the first layer (paper_cnn).
    input_size: (width, height) in pixels.  stride: input pixels per output point, along each axis.  depth:
    layers of paper_vit's encoder, and of its decoder.
    """

    preset: str
    network: str
    backbone: str
    width: int
    input_size: tuple[int, int]
    stride: int = 2
    depth: int = 0

    def __post_init__(self) -> None:
        """Refuse what a damaged or hostile bundle could hold: names that timm would fetch, absurd sizes."""
        if self.network not in NETWORKS:
            raise ValueError(f"network {self.network!r} is not one of {NETWORKS}")
        name = "" if self.network in WITHOUT_BACKBONE else BACKBONE_NAME
        if not re.fullmatch(name, str(self.backbone)):
            raise ValueError(f"backbone {self.backbone!r} is not a model of timm")
        if self.stride not in STRIDES:
            raise ValueError(f"stride {self.stride!r} is not one of {STRIDES}")
        if not 1 <= self.width <= 1024:
            raise ValueError(f"width {self.width!r} is not in 1..1024")
        if self.network == "paper_vit" and self.width % 8:
            raise ValueError(f"width {self.width!r} is not a multiple of 8, which paper_vit's heads share")
        if not 0 <= self.depth <= 24:
            raise ValueError(f"depth {self.depth!r} is not in 0..24")
        if not all(32 <= side <= 4096 and side % 16 == 0 for side in self.input_size):
            raise ValueError(f"input_size {self.input_size!r}: sides must be multiples of 16 in 32..4096")
        if self.input_size[0] * self.input_size[1] > MOST_PIXELS:
            raise ValueError(f"input_size {self.input_size!r} has more than {MOST_PIXELS} pixels")

    @property
    def output_size(self) -> tuple[int, int]:
        """(width, height) of the pointmap."""
        return self.input_size[0] // self.stride, self.input_size[1] // self.stride

    def with_aspect(self, image_size: tuple[int, int]) -> Architecture:
        """The same network for images of another aspect: about as many pixels, sides multiples of 16."""
        area = self.input_size[0] * self.input_size[1]
        side_ratio = max(image_size) / min(image_size)

        def misfit(size: tuple[int, int]) -> float:
            squeezed, larger = size[0] / size[1] / side_ratio, size[0] * size[1] / area
            return SQUEEZE_WEIGHT * abs(log(squeezed)) + abs(log(larger))

        nearest = round((area / side_ratio) ** 0.5 / 16)
        shorts = (16 * max(2, nearest + step) for step in (-1, 0, 1))
        # Rounding the longer side changes the aspect least.
        long, short = min(((16 * round(short * side_ratio / 16), short) for short in shorts), key=misfit)
        landscape = image_size[0] >= image_size[1]
        return replace(self, input_size=(long, short) if landscape else (short, long))

    def as_dict(self) -> dict[str, object]:
        """Plain values for YAML."""
        return {**asdict(self), "input_size": list(self.input_size)}
