"""A torch student as an ONNX graph that takes pixels, in float32 and float16."""

from __future__ import annotations

import logging
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnxruntime.transformers.float16 import convert_float_to_float16
from torch import Tensor, nn

from kd3d_ros.student import Student

OPSET = 18
"""What torch's exporter writes without a conversion."""
HEAD = ("student.network.head", "student.network.detail")
"""Weights of a network's last layers.  What they compute, and what follows, stays in float32, as in torch:
half precision would quantize a 5 m room to centimetres."""


class Deployed(nn.Module):
    """A student between pixels and maps as a camera and a cloud have them."""

    def __init__(self, student: Student) -> None:
        super().__init__()
        self.student = student

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Images (b, H, W, 3) uint8 RGB -> points (b, h, w, 3) and uncertainty (b, h, w), metres."""
        points, uncertainty = self.student(images.permute(0, 3, 1, 2).to(torch.float32))
        return points.permute(0, 2, 3, 1), uncertainty


def write_onnx(student: Student, file: Path) -> None:
    """Write `student`, on the CPU and in eval mode, with a batch of any size."""
    width, height = student.architecture.input_size
    example = torch.zeros(2, height, width, 3, dtype=torch.uint8)
    for talkative in ("onnxscript", "onnx_ir"):
        logging.getLogger(talkative).setLevel(logging.WARNING)
    program = torch.onnx.export(
        Deployed(student).eval(),
        (example,),
        dynamo=True,
        opset_version=OPSET,
        input_names=["images"],
        output_names=["points", "uncertainty"],
        dynamic_shapes={"images": {0: torch.export.Dim("batch")}},
        verbose=False,
    )
    assert program is not None, "torch's exporter returns a program unless it is told to write a file"
    onnx.save(_bare(program.model_proto), file)


def _bare(model: onnx.ModelProto) -> onnx.ModelProto:
    """Without the exporter's notes on where in the code each node is from."""
    for entry in (*model.graph.node, *model.graph.value_info, *model.graph.input, *model.graph.output):
        entry.ClearField("metadata_props")
        entry.ClearField("doc_string")
    return model


def write_half(fp32: Path, file: Path) -> None:
    """Write the graph of `fp32` with what comes before the head in float16."""
    model = onnx.load(fp32)
    exact = [*before_convolutions(model), *head_nodes(model)]
    half = convert_float_to_float16(model, keep_io_types=True, node_block_list=exact)
    onnx.save(half, file)


def head_nodes(model: onnx.ModelProto) -> list[str]:
    """Names of the nodes of the head, and of all that use what these say."""
    exact: set[str] = set()
    names = []
    for node in model.graph.node:  # in the order of computation
        if any(name in exact or name.startswith(HEAD) for name in node.input):
            exact.update(node.output)
            names.append(node.name)
    return names


def before_convolutions(model: onnx.ModelProto) -> list[str]:
    """Names of the nodes that make a network's input of pixels: those before the first convolution."""
    names = []
    for node in model.graph.node:
        if node.op_type == "Conv":
            break
        names.append(node.name)
    return names


def difference_p999(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """99.9th percentile of the distances between points (..., 3), metres."""
    return float(np.percentile(np.linalg.norm(one - other, axis=-1), 99.9))
