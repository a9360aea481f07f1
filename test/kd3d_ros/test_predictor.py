"""Image in, PointMap out: alignment, refusals, precision."""

from __future__ import annotations

import warnings
from collections.abc import Callable

import cv2
import numpy as np
import pytest
import torch

from kd3d_ros.backends import DeviceError
from kd3d_ros.device import available_devices, resolve_device
from kd3d_ros.placement import ImageError
from kd3d_ros.predictor import Predictor, Trial, _difference
from kd3d_ros.scene import SceneBundle
from kd3d_ros.uncertainty import Calibration


@pytest.fixture
def predictor(tiny_bundle: SceneBundle) -> Predictor:
    return Predictor(tiny_bundle, "cpu", "fp32")


@pytest.fixture
def image() -> np.ndarray:
    """A 96x64 picture with structure at every scale."""
    return np.random.default_rng(0).integers(0, 256, (64, 96, 3), dtype=np.uint8)


def test_map_is_contiguous_float32_of_the_student_s_size(predictor: Predictor, image: np.ndarray) -> None:
    pointmap = predictor.predict(image)
    assert predictor.input_size == (96, 64)
    assert predictor.output_size == (48, 32)
    assert pointmap.points.shape == (32, 48, 3)
    assert pointmap.uncertainty.shape == (32, 48)
    for array in (pointmap.points, pointmap.uncertainty):
        assert array.dtype == np.float32
        assert array.flags.c_contiguous
        assert np.isfinite(array).all()


def test_a_network_of_zeros_says_the_scene_s_centre_everywhere(
    predictor: Predictor, image: np.ndarray
) -> None:
    for parameter in predictor.backend.student.parameters():
        torch.nn.init.zeros_(parameter)
    pointmap = predictor.predict(image)
    np.testing.assert_allclose(pointmap.points, np.broadcast_to([1.0, 2.0, 3.0], (32, 48, 3)), atol=1e-6)
    np.testing.assert_allclose(pointmap.uncertainty, 1.0, atol=1e-6)


@pytest.mark.parametrize(("row", "column"), [(3, 4), (3, 43), (28, 4), (16, 24)])
def test_a_change_in_the_image_shows_at_its_own_place_in_the_map(
    predictor: Predictor, row: int, column: int
) -> None:
    grey = np.full((64, 96, 3), 128, np.uint8)
    marked = grey.copy()
    marked[2 * row - 2 : 2 * row + 4, 2 * column - 2 : 2 * column + 4] = (255, 0, 0)
    change = np.linalg.norm(predictor.predict(marked).points - predictor.predict(grey).points, axis=-1)
    found = np.unravel_index(change.argmax(), change.shape)
    assert np.abs(np.subtract(found, (row, column))).max() <= 6


def test_the_map_is_what_the_student_says_of_rgb_pixels(predictor: Predictor, image: np.ndarray) -> None:
    with torch.inference_mode():
        points, uncertainty = predictor.backend.student(
            torch.from_numpy(image).permute(2, 0, 1)[None].float()
        )
    pointmap = predictor.predict(image)
    np.testing.assert_allclose(pointmap.points, points[0].permute(1, 2, 0), atol=1e-4)
    np.testing.assert_allclose(pointmap.uncertainty, uncertainty[0], rtol=1e-3)
    assert np.abs(predictor.predict(image[..., ::-1]).points - pointmap.points).max() > 1e-4  # BGR is not RGB


def test_points_smeared_across_a_depth_edge_are_nan_and_keep_their_uncertainty(
    predictor: Predictor, image: np.ndarray
) -> None:
    class TwoWalls(torch.nn.Module):
        def forward(self, batch: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
            rows, columns = torch.meshgrid(torch.arange(32.0), torch.arange(48.0), indexing="ij")
            z = 1.5 + 1.5 * torch.clamp((columns - 21) / 6, 0, 1)  # six steps from one to the other
            return torch.stack([rows * 0.01, columns * 0.01, z])[None], torch.full((1, 32, 48), 0.5)

    predictor.backend.student = TwoWalls()  # type: ignore[assignment]
    pointmap = predictor.predict(image)
    given = np.isfinite(pointmap.points)
    assert not given[:, 22:27].any()
    assert given[:, :21].all()
    assert given[:, 28:].all()
    assert (pointmap.uncertainty == 0.5).all()


def test_uncertainty_is_calibrated_by_the_bundle(tiny_bundle: SceneBundle, image: np.ndarray) -> None:
    doubled = SceneBundle(
        tiny_bundle.path,
        tiny_bundle.manifest,
        tiny_bundle.architecture,
        Calibration((1.0,), (2.0,)),
        tiny_bundle.localization,
        tiny_bundle.camera,
        tiny_bundle.weights,
    )
    once, twice = (Predictor(b, "cpu", "fp32").predict(image) for b in (tiny_bundle, doubled))
    np.testing.assert_allclose(twice.uncertainty, 2 * once.uncertainty, rtol=1e-6)
    np.testing.assert_array_equal(twice.points, once.points)


def test_other_resolutions_are_resized_by_area(predictor: Predictor) -> None:
    large = np.random.default_rng(1).integers(0, 256, (256, 384, 3), dtype=np.uint8)
    small = cv2.resize(large, (96, 64), interpolation=cv2.INTER_AREA)
    np.testing.assert_array_equal(predictor.predict(large).points, predictor.predict(small).points)


@pytest.mark.parametrize("shape", [(48, 72), (65, 96), (1280, 1920)])
def test_any_size_of_the_aspect_is_taken(predictor: Predictor, shape: tuple[int, int]) -> None:
    assert predictor.predict(np.zeros((*shape, 3), np.uint8)).points.shape == (32, 48, 3)


def test_views_and_read_only_images_give_the_same_map(predictor: Predictor, image: np.ndarray) -> None:
    expected = predictor.predict(image).points
    read_only = np.frombuffer(image.tobytes(), np.uint8).reshape(image.shape)
    reversed_view = np.ascontiguousarray(image[:, :, ::-1])[:, :, ::-1]
    padded = np.zeros((64, 100, 3), np.uint8)
    padded[:, :96] = image
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for same in (read_only, reversed_view, padded[:, :96]):
            np.testing.assert_array_equal(predictor.predict(same).points, expected)


def test_the_same_image_gives_the_same_bytes(predictor: Predictor, image: np.ndarray) -> None:
    first, other, again = (predictor.predict(i) for i in (image, 255 - image, image))
    assert first.points.tobytes() == again.points.tobytes()
    assert first.uncertainty.tobytes() == again.uncertainty.tobytes()
    assert first.points.tobytes() != other.points.tobytes()


def test_bfloat16_agrees_with_float32(tiny_bundle: SceneBundle, image: np.ndarray) -> None:
    fp32, bf16 = (Predictor(tiny_bundle, "cpu", precision).predict(image) for precision in ("fp32", "bf16"))
    spread = fp32.points.std(axis=(0, 1)).max()
    assert np.abs(fp32.points - bf16.points).mean() < 0.1 * spread
    np.testing.assert_allclose(bf16.uncertainty, fp32.uncertainty, rtol=0.1)


def test_auto_precision_is_one_of_those_it_may_choose(tiny_bundle: SceneBundle, image: np.ndarray) -> None:
    predictor = Predictor(tiny_bundle, "cpu")
    predictor.settle()
    chosen = predictor.describe()
    assert chosen["precision"] in ("fp32", "mixed", "bf16")
    assert (chosen["device"], chosen["backend"]) == ("cpu", "torch")
    trials = chosen["precision_trials"].split("; ")
    assert [trial.split()[0] for trial in trials] == ["fp32", "mixed", "bf16"]


@pytest.mark.parametrize(
    ("agreement_m", "faster", "allowed"),
    [(0.0, np.inf, {"fp32"}), (np.inf, 0.0, {"fp32"}), (np.inf, np.inf, {"mixed", "bf16"})],
)
def test_less_precision_has_to_agree_and_to_be_faster(
    tiny_bundle: SceneBundle,
    monkeypatch: pytest.MonkeyPatch,
    agreement_m: float,
    faster: float,
    allowed: set[str],
) -> None:
    monkeypatch.setattr("kd3d_ros.predictor.AGREEMENT_M", agreement_m)
    monkeypatch.setattr("kd3d_ros.predictor.FASTER", faster)
    predictor = Predictor(tiny_bundle, "cpu")
    calls = []

    def run(predict: Callable[[], Trial]) -> Trial:
        calls.append(predict)
        return predict()

    predictor.settle(run)
    assert predictor.precision in allowed
    assert len(calls) > 20  # each prediction apart, so that frames can be served between


def test_points_that_less_precision_lacks_are_no_agreement() -> None:
    reference = np.zeros((10, 10, 3), np.float32)
    points = reference + np.float32(0.001)
    assert _difference(points, reference) == pytest.approx(0.001 * 3**0.5)
    points[:1, :5] = np.nan
    assert _difference(points, reference) == np.inf
    assert _difference(reference, points) == pytest.approx(0.001 * 3**0.5)
    assert _difference(points, np.full_like(points, np.nan)) == np.inf


def test_mixed_precision_keeps_the_backbone_in_float32(tiny_bundle: SceneBundle, image: np.ndarray) -> None:
    seen = {}
    for precision in ("fp32", "mixed", "bf16"):
        predictor = Predictor(tiny_bundle, "cpu", precision)
        backbone = predictor.backend.student.network.backbone
        backbone.register_forward_hook(lambda _, __, out, p=precision: seen.update({p: out[-1]}))
        predictor.predict(image)
    assert seen["bf16"].dtype == torch.bfloat16
    assert seen["mixed"].dtype == torch.float32
    torch.testing.assert_close(seen["mixed"], seen["fp32"])


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (np.zeros((64, 96, 3), np.float32), r"float32 with shape \(64, 96, 3\); expected uint8"),
        (np.zeros((64, 96), np.uint8), r"uint8 with shape \(64, 96\); expected uint8 \(height, width, 3\)"),
        (np.zeros((64, 96, 4), np.uint8), r"shape \(64, 96, 4\)"),
        (np.zeros((0, 96, 3), np.uint8), r"shape \(0, 96, 3\)"),
        (np.zeros((64, 0, 3), np.uint8), r"shape \(64, 0, 3\)"),
        (
            np.zeros((64, 300, 3), np.uint8),
            r"300x64: laid into the student's 96x64 it is 96x20; allowed",
        ),
    ],
)
def test_images_that_the_student_cannot_take_are_refused(
    predictor: Predictor, image: np.ndarray, bad: np.ndarray, message: str
) -> None:
    with pytest.raises(ImageError, match=message):
        predictor.predict(bad)
    assert predictor.predict(image).points.shape == (32, 48, 3)  # the next good one is served


@pytest.mark.parametrize("name", ["cuda:99", "tpu", "", "CPU"])
def test_an_unavailable_device_lists_the_choices(name: str) -> None:
    with pytest.raises(DeviceError) as caught:
        resolve_device(name)
    expected = f"device {name!r} is not available; choose from {['auto', *available_devices()]}"
    assert str(caught.value) == expected


def test_auto_is_an_available_device() -> None:
    assert available_devices()[0] == "cpu"
    assert str(resolve_device("auto")) in available_devices()
    assert resolve_device("cpu") == torch.device("cpu")


def test_an_unknown_precision_lists_the_choices(tiny_bundle: SceneBundle) -> None:
    with pytest.raises(DeviceError, match=r"precision 'int4' is unknown; choose from \['auto', 'fp32'"):
        Predictor(tiny_bundle, "cpu", "int4")
