"""DUSt3R's weights in their public forms, and what is said of files that are none."""

from __future__ import annotations

import argparse
import json
import math
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from kd3d_ros.files import sha256
from offline.teachers import dust3r_weights
from offline.teachers.dust3r_weights import check_architecture, import_network, load_weights, parse_settings
from offline.teachers.pairs import TeacherError

pytest.importorskip("mini_dust3r")

TEXT = (
    "AsymmetricCroCo3DStereo(pos_embed='RoPE100', patch_embed_cls='ManyAR_PatchEmbed', img_size=(512, 512), "
    "head_type='linear', output_mode='pts3d', depth_mode=('exp', -inf, inf), conf_mode=('exp', 1, inf), "
    "enc_embed_dim=32, enc_depth=1, enc_num_heads=2, dec_embed_dim=32, dec_depth=1, dec_num_heads=2)"
)
CHOSEN = {
    "pos_embed": "RoPE100",
    "img_size": [512, 512],
    "head_type": "linear",
    "output_mode": "pts3d",
    "depth_mode": ["exp", -math.inf, math.inf],
    "conf_mode": ["exp", 1, math.inf],
    "enc_embed_dim": 32,
    "enc_depth": 1,
    "enc_num_heads": 2,
    "dec_embed_dim": 32,
    "dec_depth": 1,
    "dec_num_heads": 2,
}


@pytest.fixture(scope="module")
def network() -> Any:
    torch.manual_seed(1)
    return import_network()(**CHOSEN, landscape_only=False)


@pytest.fixture
def folder(network: Any, tmp_path: Path) -> Path:
    """What the library saves, and the hub serves."""
    network.save_pretrained(tmp_path / "hub")
    return tmp_path / "hub"


@pytest.fixture
def write_pth(network: Any, tmp_path: Path) -> Callable[..., str]:
    """Writes a checkpoint as Naver's, with another text or tensors."""

    def write(text: Any = TEXT, state: Any = None) -> str:
        args = argparse.Namespace(model=text, lr=1e-4, output_dir="checkpoints", pretrained=None)
        file = tmp_path / "naver.pth"
        torch.save(
            {"args": args, "model": network.state_dict() if state is None else state, "epoch": 3}, file
        )
        return str(file)

    return write


def test_every_form_gives_the_same_network(
    network: Any, folder: Path, write_pth: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = folder.parent / "elsewhere"
    moved.mkdir()
    shutil.copy(folder / "model.safetensors", moved / "dust3r.safetensors")
    shutil.copy(folder / "config.json", moved)
    forms = [str(folder), str(moved / "dust3r.safetensors"), write_pth()]
    for form in forms:
        loaded = load_weights(form)
        assert loaded.architecture == CHOSEN
        tensors = loaded.network.state_dict()
        assert tensors.keys() == network.state_dict().keys()
        for name, tensor in network.state_dict().items():
            torch.testing.assert_close(tensors[name], tensor, rtol=0, atol=0)
        assert not loaded.network.training
    assert load_weights(forms[0]).sha256 == sha256(folder / "model.safetensors")
    assert load_weights(forms[2]).sha256 == sha256(Path(forms[2]))


def test_the_dpt_heads_shared_tensors_are_found_under_any_name(tmp_path: Path) -> None:
    network = import_network()(**{**CHOSEN, "head_type": "dpt", "dec_depth": 10}, landscape_only=False)
    network.save_pretrained(tmp_path)
    saved = load_file(tmp_path / "model.safetensors")
    assert len(saved) < len(network.state_dict())  # or this test is about nothing
    tensors = load_weights(str(tmp_path)).network.state_dict()
    for name, tensor in network.state_dict().items():
        torch.testing.assert_close(tensors[name], tensor, rtol=0, atol=0)


def test_half_precision_weights_are_made_whole_and_the_mask_token_is_not_needed(folder: Path) -> None:
    state = {name: tensor.half() for name, tensor in load_file(folder / "model.safetensors").items()}
    del state["mask_token"]
    save_file(state, folder / "model.safetensors")
    tensors = load_weights(str(folder)).network.state_dict()
    assert {tensor.dtype for tensor in tensors.values()} == {torch.float32}
    assert (tensors["mask_token"] == 0).all()


def test_loading_leaves_random_numbers_and_tf32_alone(folder: Path) -> None:
    torch.manual_seed(7)
    expected = torch.rand(1)
    torch.manual_seed(7)
    load_weights(str(folder))
    assert torch.rand(1) == expected
    assert not torch.backends.cuda.matmul.allow_tf32


def test_text_is_read_and_never_run() -> None:
    assert parse_settings(TEXT) == {**CHOSEN, "patch_embed_cls": "ManyAR_PatchEmbed"}
    assert parse_settings("AsymmetricCroCo3DStereo(landscape_only=True, mlp_ratio=-1.5, freeze=None)") == {
        "landscape_only": True,
        "mlp_ratio": -1.5,
        "freeze": None,
    }


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        "AsymmetricMASt3R(pos_embed='RoPE100')",
        "AsymmetricCroCo3DStereo('RoPE100')",
        "AsymmetricCroCo3DStereo(**{'a': 1})",
        "AsymmetricCroCo3DStereo(pos_embed=__import__('os').getcwd())",
        "AsymmetricCroCo3DStereo(enc_depth=2 ** 99999999)",
        "AsymmetricCroCo3DStereo(pos_embed=inf.__class__)",
        "AsymmetricCroCo3DStereo(pos_embed=-'x')",
        "AsymmetricCroCo3DStereo(pos_embed='RoPE100'",
        "",
    ],
)
def test_other_text_is_refused(text: str, write_pth: Callable[..., str]) -> None:
    with pytest.raises(ValueError, match="its "):
        parse_settings(text)
    with pytest.raises(TeacherError, match=r"naver\.pth: is no checkpoint of DUSt3R"):
        load_weights(write_pth(text))


class Evil:
    def __reduce__(self) -> tuple[Any, ...]:
        return (print, ("unpickled",))


def test_a_pickle_with_code_is_refused(write_pth: Callable[..., str], capsys: Any) -> None:
    with pytest.raises(TeacherError, match=r"naver\.pth: unreadable"):
        load_weights(write_pth(text=Evil()))
    assert "unpickled" not in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"", b"hello world" * 100, b"PK\x03\x04" + bytes(100)])
def test_files_that_are_no_weights_are_refused(content: bytes, folder: Path, tmp_path: Path) -> None:
    for file in (tmp_path / "broken.pth", folder / "model.safetensors"):
        file.write_bytes(content)
        with pytest.raises(TeacherError, match=f"{file}: "):
            load_weights(str(file))


def test_a_pth_without_its_parts_is_refused(tmp_path: Path) -> None:
    torch.save({"model": {}}, tmp_path / "some.pth")
    torch.save([1, 2], tmp_path / "list.pth")
    for name in ("some.pth", "list.pth"):
        with pytest.raises(TeacherError, match="is no checkpoint of DUSt3R"):
            load_weights(str(tmp_path / name))


def test_tensors_must_fit_exactly(network: Any, write_pth: Callable[..., str]) -> None:
    state = network.state_dict()
    without = {name: tensor for name, tensor in state.items() if not name.startswith("dec_blocks2")}
    with pytest.raises(TeacherError, match=r"lacks tensors: dec_blocks2\.0.* and \d+ more"):
        load_weights(write_pth(state=without))
    with pytest.raises(TeacherError, match=r"has unknown tensors: prediction_head\.bias;"):
        load_weights(write_pth(state={**state, "prediction_head.bias": torch.zeros(3)}))
    for wrong in (torch.zeros(5), torch.zeros(32, dtype=torch.int64)):
        with pytest.raises(TeacherError, match=r"has misshapen tensors: enc_norm\.bias;"):
            load_weights(write_pth(state={**state, "enc_norm.bias": wrong}))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"img_size": [224, 224]}, r"img_size is \[224, 224\]; this teacher works with \[512, 512\] only"),
        ({"patch_size": 14}, "patch_size is 14"),
        ({"pos_embed": "cosine"}, "pos_embed is 'cosine'"),
        ({"conf_mode": None}, "conf_mode is None"),
        ({"two_confs": True}, r"DUSt3R has no settings \['two_confs'\]"),
        ({"head_type": "catmlp+dpt"}, "no DUSt3R can be built from its settings"),
        ({"enc_num_heads": 0}, "no DUSt3R can be built from its settings"),
    ],
)
def test_other_architectures_are_refused(changes: dict[str, Any], message: str, folder: Path) -> None:
    (folder / "config.json").write_text(json.dumps({**CHOSEN, **changes}))
    with pytest.raises(TeacherError, match=message):
        load_weights(str(folder))


def test_how_it_was_trained_does_not_matter() -> None:
    training = {"freeze": "encoder", "landscape_only": True, "patch_embed_cls": "ManyAR_PatchEmbed"}
    assert check_architecture({**CHOSEN, **training}, "here") == CHOSEN


def test_missing_files_are_named_with_what_to_fetch(folder: Path) -> None:
    (folder / "config.json").unlink()
    with pytest.raises(TeacherError, match=r"config\.json: missing; .*; fetch https://huggingface.co/naver"):
        load_weights(str(folder))
    with pytest.raises(
        TeacherError, match=r"absent\.pth: missing; --teacher-weights takes a Hugging Face id"
    ):
        load_weights(str(folder / "absent.pth"))
    with pytest.raises(TeacherError, match="'checkpoints' is neither a file nor a hub id"):
        load_weights("checkpoints")
    (folder / "config.json").write_text("[1]")
    with pytest.raises(TeacherError, match="holds no settings"):
        load_weights(str(folder))


def test_the_hub_is_asked_for_two_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import huggingface_hub

    asked = []

    def serve(repository: str, name: str) -> str:
        asked.append((repository, name))
        return str(folder / name)

    monkeypatch.setattr(huggingface_hub, "hf_hub_download", serve)
    assert load_weights("naver/DUSt3R").architecture == CHOSEN
    assert asked == [("naver/DUSt3R", "config.json"), ("naver/DUSt3R", "model.safetensors")]


def test_a_hub_out_of_reach_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    import huggingface_hub
    from huggingface_hub.errors import LocalEntryNotFoundError

    def fail(repository: str, name: str) -> str:
        raise LocalEntryNotFoundError("the hub cannot be reached")

    monkeypatch.setattr(huggingface_hub, "hf_hub_download", fail)
    with pytest.raises(
        TeacherError, match=r"cannot be had .*reached\); offline, fetch .*--teacher-weights PATH"
    ):
        load_weights(dust3r_weights.DEFAULT_WEIGHTS)


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mini_dust3r.model", None)
    with pytest.raises(TeacherError, match=r"pip install -e '\.\[dust3r\]'.*not for commercial use"):
        load_weights("anything")
