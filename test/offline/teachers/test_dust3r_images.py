"""DUSt3R's preprocessing, pixel for pixel, and intrinsics through it."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from offline.datasets.base import FrameError
from offline.teachers.dust3r_images import fit
from offline.teachers.dust3r_weights import import_network

K = np.array([[525.0, 0, 319.5], [0, 525.0, 239.5], [0, 0, 1]])


def noise(size: tuple[int, int]) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (size[1], size[0], 3), dtype=np.uint8)


@pytest.mark.parametrize(
    "size",
    [
        *((640, 480), (480, 640), (500, 333), (333, 500), (320, 240), (1001, 777), (1280, 720)),
        *((600, 600), (512, 512), (200, 200), (512, 385), (511, 300), (700, 51)),
    ],
)
def test_images_equal_the_librarys(size: tuple[int, int], tmp_path: Path) -> None:
    pytest.importorskip("mini_dust3r")
    import_network()
    from mini_dust3r.utils.image import ImgNorm, load_images

    image = noise(size)
    Image.fromarray(image).save(tmp_path / "image.png")
    (theirs,) = load_images([str(tmp_path / "image.png")], size=512, verbose=False)
    ours, _ = fit(image, None, "image")
    assert ours.shape[:2] == tuple(theirs["true_shape"][0])
    np.testing.assert_array_equal(ImgNorm(ours)[None], theirs["img"])


def test_intrinsics_follow_resize_and_crop() -> None:
    # 640x480 at 0.8 is 512x384: nothing is cropped; u' = (319.5 + 0.5) * 0.8 - 0.5
    _, same_aspect = fit(noise((640, 480)), K, "frame")
    np.testing.assert_allclose(same_aspect, [[420, 0, 255.5], [0, 420, 191.5], [0, 0, 1]])
    # 500x333 at 1.024 is 512x341, of which 336 rows are kept: 170 - 168 = 2 go above, 3 below
    _, cropped = fit(noise((500, 333)), K, "frame")
    assert cropped is not None
    np.testing.assert_allclose(cropped[0], [525 * 1.024, 0, 320 * 1.024 - 0.5])
    np.testing.assert_allclose(cropped[1], [0, 525 * 341 / 333, 240 * 341 / 333 - 0.5 - 2])
    assert fit(noise((64, 48)), None, "frame")[1] is None


@pytest.mark.parametrize("size", [(500, 333), (333, 500), (600, 600), (1000, 700)])
def test_a_point_stays_where_its_pixel_went(size: tuple[int, int]) -> None:
    """A blob at a known pixel is found, after resize and crop, where the new K projects its ray."""
    u, v = size[0] * 0.6, size[1] * 0.55
    x, y = np.meshgrid(np.arange(size[0]), np.arange(size[1]))
    blob = 255 * np.exp(-((x - u) ** 2 + (y - v) ** 2) / (2 * 6.0**2))
    image, K_new = fit(np.repeat(blob[..., None], 3, axis=2).astype(np.uint8), K, "blob")
    moments = cv2.moments(image[..., 0])
    found = moments["m10"] / moments["m00"], moments["m01"] / moments["m00"]
    assert K_new is not None
    projected = K_new @ np.linalg.inv(K) @ [u, v, 1]
    np.testing.assert_allclose(found, projected[:2], atol=0.05)


def test_an_image_that_would_vanish_is_refused() -> None:
    with pytest.raises(FrameError, match="strip: 1000x20 is too narrow for DUSt3R, which allows 1:32"):
        fit(noise((1000, 20)), None, "strip")
