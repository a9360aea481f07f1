"""The network: shapes, units, what it refuses to be built from."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from kd3d_ros.architecture import Architecture
from kd3d_ros.placement import ASPECT_TOLERANCE
from kd3d_ros.scene import REQUIRED, write_scene
from kd3d_ros.student import PRESETS, UNCERTAINTY_RANGE_M, Student, parameter_count

BACKBONE = "tf_efficientnet_lite0"


def architecture(input_size: tuple[int, int] = (96, 64), stride: int = 2) -> Architecture:
    return Architecture("kd3d_s", "pyramid", BACKBONE, 8, input_size, stride)


@pytest.fixture(scope="module")
def student() -> Student:
    torch.manual_seed(0)
    return Student(architecture()).eval()


@pytest.mark.parametrize("stride", [1, 2, 4])
@pytest.mark.parametrize("size", [(96, 64), (64, 112)])
def test_output_has_the_size_that_the_architecture_says(size: tuple[int, int], stride: int) -> None:
    network = Student(architecture(size, stride)).eval()
    width, height = network.architecture.output_size
    assert (width, height) == (size[0] // stride, size[1] // stride)
    with torch.inference_mode():
        points, uncertainty = network(torch.rand(2, 3, size[1], size[0]) * 255)
    assert points.shape == (2, 3, height, width)
    assert uncertainty.shape == (2, height, width)


def test_output_is_finite_and_uncertainty_is_in_range(student: Student) -> None:
    extremes = torch.stack([torch.zeros(3, 64, 96), torch.full((3, 64, 96), 255.0)])
    with torch.inference_mode():
        points, uncertainty = student(extremes)
    assert points.isfinite().all()
    low, high = UNCERTAINTY_RANGE_M
    assert uncertainty.ge(low).all()
    assert uncertainty.le(high).all()


def test_images_of_a_batch_do_not_see_each_other(student: Student) -> None:
    images = torch.rand(3, 3, 64, 96, generator=torch.Generator().manual_seed(0)) * 255
    with torch.inference_mode():
        together, _ = student(images)
        alone = torch.cat([student(image[None])[0] for image in images])
    torch.testing.assert_close(together, alone, rtol=0, atol=1e-4)
    assert (together[0] - together[1]).abs().max() > 1e-3


def test_points_are_the_scene_s_centre_plus_scaled_output(student: Student) -> None:
    image = torch.rand(1, 3, 64, 96) * 255
    state = {key: value.clone() for key, value in student.state_dict().items()}
    with torch.inference_mode():
        raw, spread = student(image)
    moved = Student(student.architecture).eval()
    moved.load_state_dict(state)
    moved.scene_center.copy_(torch.tensor([10.0, 20.0, 30.0]))
    moved.scene_scale.fill_(4.0)
    with torch.inference_mode():
        points, uncertainty = moved(image)
    centre = torch.tensor([10.0, 20.0, 30.0]).view(1, 3, 1, 1)
    torch.testing.assert_close(points, centre + 4 * raw, rtol=0, atol=1e-4)
    torch.testing.assert_close(uncertainty, 4 * spread)


def test_points_are_float32_under_autocast(student: Student) -> None:
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        points, uncertainty = student(torch.rand(1, 3, 64, 96) * 255)
    assert points.dtype == uncertainty.dtype == torch.float32


def test_an_output_sees_its_own_place_in_the_image(student: Student) -> None:
    """The gradient of one output reaches the input pixels of its block: nothing is transposed or flipped."""
    image = (torch.rand(1, 3, 64, 96) * 255).requires_grad_()
    points, _ = student(image)
    row, column = 4, 40  # of 32 x 48
    points[0, :, row, column].sum().backward()
    assert image.grad is not None
    influence = image.grad.abs().sum((0, 1))
    window = influence[: 2 * row + 10, 2 * column - 8 : 2 * column + 10]
    assert window.mean() > 2 * influence.mean()
    for other in (influence.flip(0), influence.flip(1), influence.flip(0, 1)):
        assert window.mean() > 2 * other[: 2 * row + 10, 2 * column - 8 : 2 * column + 10].mean()


SMALLER = {"paper_cnn": {"width": 4}, "paper_vit": {"width": 16}}


@pytest.mark.parametrize("preset", PRESETS)
def test_gradient_reaches_every_parameter(preset: str) -> None:
    """Of which it follows that a truncated backbone has no more than it computes with."""
    if preset == "kd3d_s":
        made = architecture()
    else:
        made = replace(PRESETS[preset], input_size=(96, 64), **SMALLER.get(preset, {}))
    network = Student(made).train()
    points, uncertainty = network(torch.rand(2, 3, 64, 96) * 255)
    (points.square().sum() + uncertainty.log().sum()).backward()
    without = [
        name for name, p in network.named_parameters() if p.grad is None or not p.grad.isfinite().all()
    ]
    assert not without
    assert all(p.grad.abs().sum() > 0 for p in network.network.head.parameters())


@pytest.mark.parametrize(
    ("image_size", "input_size"),
    [
        ((640, 480), (192, 144)),
        ((480, 640), (144, 192)),
        ((1296, 968), (192, 144)),
        ((1920, 1080), (256, 144)),
        ((1080, 1920), (144, 256)),
        ((752, 480), (224, 144)),  # the nearest area would give 208x128: 4 % off
        ((512, 512), (160, 160)),
    ],
)
def test_with_aspect_keeps_area_and_takes_the_image_s_aspect(
    image_size: tuple[int, int], input_size: tuple[int, int]
) -> None:
    fitted = PRESETS["kd3d_s"].with_aspect(image_size)
    assert fitted.input_size == input_size
    assert fitted.backbone == PRESETS["kd3d_s"].backbone


@given(st.floats(0.25, 4.0))
def test_the_predictor_takes_the_images_that_a_student_was_fitted_to(aspect: float) -> None:
    width, height = PRESETS["kd3d_s"].with_aspect((round(2000 * aspect), 2000)).input_size
    assert abs(width / height / (round(2000 * aspect) / 2000) - 1) < ASPECT_TOLERANCE
    assert math.isclose(width * height, 192 * 144, rel_tol=0.45)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"backbone": "hf-hub:someone/theirs"}, "'hf-hub:someone/theirs' is not a model of timm"),
        ({"backbone": "../weights"}, "'../weights' is not a model of timm"),
        ({"backbone": ""}, "'' is not a model of timm"),
        ({"backbone": None}, "None is not a model of timm"),
        ({"network": "eval"}, "network 'eval' is not one of"),
        ({"network": "paper_vit"}, "'tf_efficientnet_lite0' is not a model of timm|is not"),
        ({"depth": 10**6}, "depth 1000000 is not in"),
        ({"stride": 3}, "stride 3 is not one of"),
        ({"stride": 0}, "stride 0 is not one of"),
        ({"width": 0}, "width 0 is not in 1..1024"),
        ({"width": 10**9}, "width 1000000000 is not in"),
        ({"input_size": (96, 60)}, r"input_size \(96, 60\): sides must be multiples of 16"),
        ({"input_size": (0, 64)}, r"input_size \(0, 64\)"),
        ({"input_size": (-96, 64)}, r"input_size \(-96, 64\)"),
        ({"input_size": (1 << 20, 64)}, r"input_size \(1048576, 64\)"),
    ],
)
def test_an_architecture_that_a_hostile_bundle_could_hold_is_refused(
    changes: dict[str, object], message: str
) -> None:
    fields = {
        "preset": "kd3d_s",
        "network": "pyramid",
        "backbone": BACKBONE,
        "width": 8,
        "input_size": (96, 64),
    }
    with pytest.raises(ValueError, match=message):
        Architecture(**{**fields, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(("preset", "budget_mb"), [("kd3d_s", 8), ("kd3d_m", 20), ("kd3d_l", 45)])
def test_a_preset_fits_its_budget(tmp_path: Path, preset: str, budget_mb: float) -> None:
    network = Student(PRESETS[preset])
    assert parameter_count(network) == sum(p.numel() for p in network.parameters())
    path = write_scene(tmp_path / "s", network, {}, dict.fromkeys(REQUIRED))
    stored_mb = sum(file.stat().st_size for file in path.iterdir()) / 1e6
    assert stored_mb < budget_mb - 0.4  # which leaves room for the bundle's preview


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_every_preset_gives_points_of_its_output_size(preset: str) -> None:
    shrunk = replace(PRESETS[preset], input_size=(96, 64), width=min(PRESETS[preset].width, 16))
    network = Student(shrunk).eval()
    with torch.inference_mode():
        points, uncertainty = network(torch.rand(2, 3, 64, 96) * 255)
    width, height = shrunk.output_size
    assert points.shape == (2, 3, height, width)
    assert uncertainty.shape == (2, height, width)
    assert points.isfinite().all()


@pytest.mark.parametrize("backbone", ["resnet18", "convnextv2_atto", "vit_tiny_patch16_224"])
def test_other_timm_backbones_make_a_student(backbone: str) -> None:
    network = Student(replace(architecture(), backbone=backbone)).eval()
    with torch.inference_mode():
        points, _ = network(torch.rand(1, 3, 64, 96) * 255)
    assert points.shape == (1, 3, 32, 48)


def test_a_backbone_without_the_strides_is_named() -> None:
    with pytest.raises(ValueError, match=r"'vit_small_patch14_dinov2' has maps of strides \[14\]"):
        Student(replace(architecture(), backbone="vit_small_patch14_dinov2"))


def test_the_paper_s_transformer_attends_over_patches_not_over_the_batch() -> None:
    network = Student(replace(PRESETS["paper_vit"], input_size=(64, 32), width=16, depth=1)).eval()
    images = torch.rand(2, 3, 32, 64) * 255
    changed = images.clone()
    changed[0, :, :16, :16] = 0  # the first patch of the first image
    with torch.inference_mode():
        before, after = network(images)[0], network(changed)[0]
    assert (before[0, :, -4:, -4:] - after[0, :, -4:, -4:]).abs().max() > 1e-6  # the last patch has seen it
    torch.testing.assert_close(before[1], after[1], rtol=0, atol=1e-6)
