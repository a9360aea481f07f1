"""DUSt3R's weights -> the library's network: the only module that imports `mini_dust3r`.

Both public forms are read, and neither is trusted: the hub's folder (config.json + model.safetensors), and
Naver's `.pth`, whose text of Python is parsed and never run.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import io
import json
import math
import pickle
import re
import warnings
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file

from kd3d_ros.files import sha256
from offline.teachers.pairs import TeacherError

DEFAULT_WEIGHTS = "naver/DUSt3R_ViTLarge_BaseDecoder_512_dpt"
LONG_SIDE = 512
PATCH = 16
ARCHITECTURE: dict[str, Any] = {
    "pos_embed": "RoPE100",
    "img_size": (LONG_SIDE, LONG_SIDE),
    "head_type": "dpt",
    "output_mode": "pts3d",
    "depth_mode": ("exp", -math.inf, math.inf),
    "conf_mode": ("exp", 1, math.inf),
    "enc_embed_dim": 1024,
    "enc_depth": 24,
    "enc_num_heads": 16,
    "dec_embed_dim": 768,
    "dec_depth": 12,
    "dec_num_heads": 12,
    "landscape_only": False,
}
"""Settings of the network that DEFAULT_WEIGHTS are for."""

INSTALL = "pip install -e '.[dust3r]' && pip install --no-deps mini-dust3r"
FORMS = (
    "--teacher-weights takes a Hugging Face id, a folder with config.json and model.safetensors, "
    "a .safetensors file with config.json beside it, or Naver's .pth"
)
FETCH = (
    f"fetch https://huggingface.co/{DEFAULT_WEIGHTS} (config.json and model.safetensors, 2.3 GB) or "
    "https://download.europe.naverlabs.com/ComputerVision/DUSt3R/DUSt3R_ViTLarge_BaseDecoder_512_dpt.pth "
    "on a machine with internet, copy it here and name it with --teacher-weights PATH"
)

NETWORK = "AsymmetricCroCo3DStereo"
SETTINGS = {
    *("output_mode", "head_type", "depth_mode", "conf_mode", "pos_embed", "img_size", "patch_size"),
    *("enc_embed_dim", "enc_depth", "enc_num_heads", "dec_embed_dim", "dec_depth", "dec_num_heads"),
    *("mlp_ratio", "norm_im2_in_dec"),
}
NOT_FOR_INFERENCE = {"patch_embed_cls", "landscape_only", "freeze", "mask_ratio"}
"""How training batched, froze and masked.  Images are batched by shape here, which needs no such tricks."""


@dataclass(frozen=True)
class Dust3rWeights:
    """The library's network with its weights, in evaluation mode on the CPU, and where they are from.

    architecture: the network's settings, as YAML can hold them.  sha256: of the weights' file.
    """

    network: torch.nn.Module
    architecture: dict[str, Any]
    sha256: str


def load_weights(weights: str) -> Dust3rWeights:
    """The network that `weights` names: a hub id or a local path.  Raises TeacherError."""
    build = import_network()
    file, config = find_files(weights)
    if file.suffix == ".pth":
        settings, state = read_pth(file)
    else:
        settings, state = read_settings(config), _read_safetensors(file)
    architecture = check_architecture(settings, str(file))
    try:
        # Nothing is drawn at random that the weights replace anyway.
        with torch.device("meta"):
            network = build(**architecture, patch_embed_cls="PatchEmbedDust3R", landscape_only=False)
    except (
        TypeError,
        ValueError,
        AssertionError,
        NotImplementedError,
        RuntimeError,
        ZeroDivisionError,
    ) as error:
        raise TeacherError(
            f"{file}: no DUSt3R can be built from its settings {architecture} ({error})"
        ) from error
    load_strictly(network, state, str(file))
    return Dust3rWeights(network.float().eval().requires_grad_(False), architecture, sha256(file))


def import_network() -> Any:
    """The library's network class.  Raises TeacherError where the library is not installed."""
    tf32 = torch.backends.cuda.matmul.allow_tf32
    try:
        # The import prints that its CUDA extension is not compiled, and warns of its own type hints.
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from mini_dust3r.model import AsymmetricCroCo3DStereo  # type: ignore[import-untyped,import-not-found]
    except ImportError as error:
        raise TeacherError(
            f"--teacher dust3r needs the DUSt3R library, which cannot be imported ({error}): {INSTALL} "
            "(its licence is CC BY-NC-SA 4.0, not for commercial use; --teacher geometric is free)"
        ) from error
    finally:
        torch.backends.cuda.matmul.allow_tf32 = tf32  # the import turns it on for the whole process
    return AsymmetricCroCo3DStereo


def find_files(weights: str) -> tuple[Path, Path]:
    """(weights' file, its config.json) of a local path or a hub id; a `.pth` needs no config.json.

    Raises TeacherError.
    """
    path = Path(weights).expanduser()
    if path.is_dir():
        path = path / "model.safetensors"
    elif not path.exists() and re.fullmatch(r"[\w.-]+/[\w.-]+", weights) and not path.suffix:
        return _from_hub(weights)
    config = path.with_name("config.json")
    if path.suffix not in (".pth", ".safetensors"):
        raise TeacherError(f"--teacher-weights {weights!r} is neither a file nor a hub id; {FORMS}; {FETCH}")
    for file in (path, config) if path.suffix == ".safetensors" else (path,):
        if not file.is_file():
            raise TeacherError(f"{file}: missing; {FORMS}; {FETCH}")
    return path, config


def _from_hub(repository: str) -> tuple[Path, Path]:
    from huggingface_hub import hf_hub_download
    from huggingface_hub.errors import HfHubHTTPError

    try:
        config, file = (
            Path(hf_hub_download(repository, name)) for name in ("config.json", "model.safetensors")
        )
    except (OSError, ValueError, HfHubHTTPError) as error:
        raise TeacherError(
            f"--teacher-weights {repository!r} cannot be had from the Hugging Face hub ({error}); "
            f"offline, {FETCH}"
        ) from error
    return file, config


def read_settings(config: Path) -> dict[str, Any]:
    """Settings of a hub folder's config.json.  Raises TeacherError."""
    try:
        settings = json.loads(config.read_text())
    except (OSError, ValueError) as error:
        raise TeacherError(f"{config}: unreadable ({error}); fetch it again") from error
    if not isinstance(settings, dict):
        raise TeacherError(f"{config}: holds no settings but {settings!r}; fetch it again")
    return settings


def _read_safetensors(file: Path) -> dict[str, torch.Tensor]:
    try:
        return load_file(file)
    except (OSError, SafetensorError) as error:
        raise TeacherError(f"{file}: unreadable ({error}); fetch it again") from error


def read_pth(file: Path) -> tuple[dict[str, Any], dict[str, torch.Tensor]]:
    """Settings and tensors of Naver's checkpoint, without unpickling code or running its text.

    Raises TeacherError.
    """
    try:
        with torch.serialization.safe_globals([argparse.Namespace]):
            checkpoint = torch.load(file, map_location="cpu", weights_only=True, mmap=True)
        settings, state = parse_settings(checkpoint["args"].model), dict(checkpoint["model"])
    except (OSError, EOFError, RuntimeError, pickle.UnpicklingError) as error:
        raise TeacherError(f"{file}: unreadable ({error}); fetch it again") from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise TeacherError(f"{file}: is no checkpoint of DUSt3R ({error}); {FETCH}") from error
    return settings, state


def parse_settings(text: str) -> dict[str, Any]:
    """Settings of `AsymmetricCroCo3DStereo(name=literal, ...)`; raises ValueError for any other text."""
    try:
        call = ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        raise ValueError(f"its text {text!r} is no call of {NETWORK}") from error
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == NETWORK):
        raise ValueError(f"its text {text!r} is no call of {NETWORK}")
    if call.args or any(keyword.arg is None for keyword in call.keywords):
        raise ValueError(f"its text {text!r} has arguments without a name")
    return {str(keyword.arg): _literal(keyword.value) for keyword in call.keywords}


def _literal(node: ast.expr) -> Any:
    """The value of a number, text, truth value, None, tuple, list, or +-inf; raises ValueError otherwise."""
    match node:
        case ast.Constant(value=bool() | int() | float() | str() | None as value):
            return value
        case ast.Name(id="inf"):
            return math.inf
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            number = _literal(operand)
            if isinstance(number, (int, float)):
                return -number
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            return [_literal(element) for element in elements]
    raise ValueError(f"its settings hold {ast.unparse(node)!r}, which is no plain value")


def check_architecture(settings: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The settings that inference needs; raises TeacherError for others than a 512-pixel DUSt3R's."""
    unknown = sorted(settings.keys() - SETTINGS - NOT_FOR_INFERENCE)
    if unknown:
        raise TeacherError(f"{where}: DUSt3R has no settings {unknown}; it has {sorted(SETTINGS)}")
    wanted = {
        "img_size": ([LONG_SIDE, LONG_SIDE], settings.get("img_size")),
        "patch_size": (PATCH, settings.get("patch_size", PATCH)),
        "output_mode": ("pts3d", settings.get("output_mode", "pts3d")),
    }
    for name, (allowed, value) in wanted.items():
        if value != allowed:
            raise TeacherError(f"{where}: {name} is {value!r}; this teacher works with {allowed!r} only")
    if not re.fullmatch(r"RoPE\d+(\.\d+)?", str(settings.get("pos_embed"))):
        raise TeacherError(f"{where}: pos_embed is {settings.get('pos_embed')!r}; DUSt3R's is 'RoPE100'")
    if settings.get("conf_mode", "") is None:
        raise TeacherError(f"{where}: conf_mode is None; the alignment cannot do without confidence")
    return {name: settings[name] for name in sorted(SETTINGS & settings.keys())}


def load_strictly(network: torch.nn.Module, state: Mapping[str, Any], where: str) -> None:
    """Give `network` every tensor of `state` and nothing else; raises TeacherError for any that does not fit.

    safetensors keeps one of several names of one tensor; the others are filled in.  `mask_token` serves
    pretraining alone and may be absent.  A missing second decoder is not filled with the first one, as the
    library would: what lacks it is a checkpoint of CroCo, not of DUSt3R.
    """
    names_of = defaultdict(list)
    for name, parameter in network.named_parameters(remove_duplicate=False):
        names_of[id(parameter)].append(name)
    complete = dict(state)
    for names in names_of.values():
        given = next((state[name] for name in names if name in state), None)
        complete.update({name: given for name in names if name not in state and given is not None})
    wanted = network.state_dict()
    complete.setdefault("mask_token", torch.zeros(wanted["mask_token"].shape))
    missing, unexpected = sorted(wanted.keys() - complete.keys()), sorted(complete.keys() - wanted.keys())
    misfits = [
        name for name in sorted(wanted.keys() & complete.keys()) if not _fits(complete[name], wanted[name])
    ]
    for problem, names in (("lacks", missing), ("has unknown", unexpected), ("has misshapen", misfits)):
        if names:
            shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
            raise TeacherError(f"{where}: {problem} tensors: {shown}; it does not fit its settings; {FETCH}")
    network.load_state_dict(complete, strict=True, assign=True)


def _fits(given: Any, wanted: torch.Tensor) -> bool:
    return isinstance(given, torch.Tensor) and given.is_floating_point() and given.shape == wanted.shape
