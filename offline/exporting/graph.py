"""A torch student as an ONNX graph that takes pixels, in float32 and float16."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import onnx_ir
import torch
from numpy.typing import NDArray
from onnx_ir.passes.common import TopologicalSortPass
from onnxruntime.transformers.float16 import convert_float_to_float16
from torch import Tensor, nn

from kd3d_ros.student import Student
from offline.exporting import ExportError

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
    """Write `student`, on the CPU and in eval mode, with a batch of any size.  Raises ExportError."""
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
    batch = program.model_proto.graph.input[0].type.tensor_type.shape.dim[0]
    if batch.dim_value:
        raise ExportError(
            f"the graph takes batches of {batch.dim_value} only: the network has fixed their size"
        )
    onnx.save(_bare(program.model_proto), file)


def _bare(model: onnx.ModelProto) -> onnx.ModelProto:
    """Without the exporter's notes on where in the code each node is from."""
    for entry in (*model.graph.node, *model.graph.value_info, *model.graph.input, *model.graph.output):
        entry.ClearField("metadata_props")
        entry.ClearField("doc_string")
    return model


def write_half(fp32: Path, file: Path) -> None:
    """Write the graph of `fp32` with its convolutions before the head in float16.  Raises ExportError."""
    model = onnx.load(fp32)
    exact = [*before_convolutions(model), *head_nodes(model)]
    half = convert_float_to_float16(onnx.load(fp32), keep_io_types=True, node_block_list=exact)
    keep_exact(half, {tensor.name: tensor for tensor in model.graph.initializer})
    ordered = onnx_ir.from_proto(half)  # the conversion has put its casts at the end
    TopologicalSortPass()(ordered)
    onnx.save(onnx_ir.to_proto(ordered), file)


def keep_exact(half: onnx.ModelProto, originals: Mapping[str, onnx.TensorProto]) -> None:
    """Let nodes that stay in float32 hand their numbers on as they are, in place.

    onnxruntime's conversion rounds what each of them gives and gets to float16, constants too: a step of
    2 mm at 3 m, and of 4 mm beyond 4.  originals: the constants as they were, by name.
    """
    graph = half.graph
    made = {name: node for node in graph.node for name in node.output}
    outputs = {value.name for value in graph.output}
    instead: dict[str, str] = {}
    for node in graph.node:
        source = node.input[0] if _casts_to(node, onnx.TensorProto.FLOAT) else ""
        if source in made and _casts_to(made[source], onnx.TensorProto.FLOAT16):
            exact = made[source].input[0]
        elif source in originals:
            exact = f"{source}.float32"
            if exact not in {tensor.name for tensor in graph.initializer}:
                graph.initializer.add().CopyFrom(originals[source])
                graph.initializer[-1].name = exact
        else:
            continue
        if node.output[0] in outputs:
            node.CopyFrom(onnx.helper.make_node("Identity", [exact], [node.output[0]], node.name))
        else:
            instead[node.output[0]] = exact
    for node in graph.node:
        for i, name in enumerate(node.input):
            node.input[i] = instead.get(name, name)
    _drop_unused(graph, outputs)


def _casts_to(node: onnx.NodeProto, kind: int) -> bool:
    return node.op_type == "Cast" and node.attribute[0].i == kind


def _drop_unused(graph: onnx.GraphProto, outputs: set[str]) -> None:
    """Remove casts and constants that nothing uses, and what was said of their types."""
    while True:
        used = {name for node in graph.node for name in node.input} | outputs
        idle = [n for n in graph.node if n.op_type == "Cast" and n.output[0] not in used]
        if not idle:
            break
        for node in idle:
            graph.node.remove(node)
    for tensor in [t for t in graph.initializer if t.name not in used]:
        graph.initializer.remove(tensor)
    del graph.value_info[:]


def head_nodes(model: onnx.ModelProto) -> list[str]:
    """Names of the nodes of the head, and of all that use what these say.  Raises ExportError if none is."""
    exact: set[str] = set()
    names = []
    for node in model.graph.node:  # in the order of computation
        if any(name in exact or name.startswith(HEAD) for name in node.input):
            exact.update(node.output)
            names.append(node.name)
    if not names:
        raise ExportError(f"the graph has no node with weights called {' or '.join(HEAD)}...")
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
