"""Images of one place are alike."""

from __future__ import annotations

import cv2
import numpy as np

from offline.teachers.retrieval import WORDS, Vlad


def place(seed: int, shift: int = 0) -> np.ndarray:
    noise = np.random.default_rng(seed).uniform(0, 255, (120, 200)).astype(np.float32)
    smooth = cv2.GaussianBlur(noise, (0, 0), 2.5)
    grey = cv2.normalize(smooth, None, 0, 255, cv2.NORM_MINMAX, cv2.CV_8U)
    return np.ascontiguousarray(grey[:, shift : shift + 160])


def test_the_same_place_is_most_alike() -> None:
    descriptors = Vlad().describe([place(0), place(1), place(2), place(0, 20)])
    assert descriptors.shape == (4, WORDS * 128)
    assert descriptors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(descriptors, axis=1), 1, rtol=1e-5)
    likeness = descriptors @ descriptors.T
    assert likeness[0, 3] > 0.3 > max(likeness[0, 1], likeness[0, 2])


def test_words_are_learned_once_and_the_same_every_time() -> None:
    images = [place(0), place(1), place(2)]
    first, again = Vlad(seed=1), Vlad(seed=1)
    together = first.describe(images)
    np.testing.assert_array_equal(together, again.describe(images))
    np.testing.assert_array_equal(first.describe(images[1:2]), together[1:2])


def test_an_image_without_features_is_like_no_other() -> None:
    blank = np.full((120, 160), 128, np.uint8)
    descriptors = Vlad().describe([place(0), blank])
    np.testing.assert_allclose(np.linalg.norm(descriptors, axis=1), 1, rtol=1e-5)
    assert abs(descriptors[0] @ descriptors[1]) < 0.2
    assert Vlad().describe([blank]).shape == (1, WORDS * 128)


def test_no_images_no_descriptors() -> None:
    assert Vlad().describe([]).shape == (0, WORDS * 128)
