"""An ONNX student with weights and activations of 8 bits, calibrated on images of its place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import onnx_ir
from numpy.typing import NDArray
from onnx_ir.passes.common import DeduplicateInitializersPass
from onnxruntime.quantization import (
    CalibrationDataReader,
    CalibrationMethod,
    QuantFormat,
    QuantType,
    quantize_static,
)
from onnxruntime.quantization.shape_inference import quant_pre_process

from offline.exporting.graph import before_convolutions, head_nodes
from offline.progress import progress

MOST_ZEROS = 4096
"""Every layer comes with its own zero points, so many at most; one of each length is enough."""


class _Images(CalibrationDataReader):  # type: ignore[misc]
    """Feeds images (n, H, W, 3) one by one."""

    def __init__(self, images: Sequence[NDArray[np.uint8]]) -> None:
        self._images = iter(progress(images, desc="calibrating int8", unit="frame"))

    def get_next(self) -> dict[str, NDArray[np.uint8]] | None:
        image = next(self._images, None)
        return None if image is None else {"images": image[None]}


def write_int8(fp32: Path, file: Path, images: Sequence[NDArray[np.uint8]]) -> None:
    """Write the graph of `fp32` in int8 (QDQ, a scale per channel) but for its preprocessing and its head.

    images: each (H, W, 3) of the input's size; their activations' ranges are taken.
    """
    prepared = file.with_name(file.name + ".prepared")
    quant_pre_process(fp32, prepared, skip_symbolic_shape=True)
    graph = onnx.load(prepared)
    quantize_static(
        prepared,
        file,
        _Images(images),
        quant_format=QuantFormat.QDQ,
        per_channel=True,
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=[*before_convolutions(graph), *head_nodes(graph)],
        calibrate_method=CalibrationMethod.MinMax,
    )
    prepared.unlink()
    model = onnx_ir.load(file)
    DeduplicateInitializersPass(MOST_ZEROS)(model)
    small = onnx_ir.to_proto(model)
    del small.graph.value_info[:]
    onnx.save(small, file)
