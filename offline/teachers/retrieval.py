"""Global image descriptors without learned weights: RootSIFT gathered into VLAD.

RootSIFT: Arandjelovic and Zisserman, CVPR 2012.  VLAD: Jegou et al., CVPR 2010.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

Descriptors = NDArray[np.float32]

WORDS = 32
MOST_FEATURES = 500
TRAINING_FEATURES = 20_000
ITERATIONS = 15


class Vlad:
    """The visual words are learned from the images of the first call of `describe`, and kept."""

    def __init__(self, seed: int = 0) -> None:
        self._seed = seed
        self._sift = cv2.SIFT.create(nfeatures=MOST_FEATURES)
        self._words: Descriptors | None = None

    def describe(self, images: Sequence[NDArray[np.uint8]]) -> Descriptors:
        """Unit-length descriptors (n, WORDS * 128) of grey images (h, w).

        An image without features gets the same value everywhere, which is like no other.
        """
        features = [self._root_sift(image) for image in images]
        if self._words is None:
            self._words = _learn_words(np.concatenate([*features, _NO_FEATURES]), self._seed)
        words = self._words
        return (
            np.stack([_vlad(f, words) for f in features])
            if features
            else np.zeros((0, words.size), np.float32)
        )

    def _root_sift(self, image: NDArray[np.uint8]) -> Descriptors:
        _, sift = self._sift.detectAndCompute(image, None)  # type: ignore[call-overload]
        if sift is None:
            return _NO_FEATURES
        return np.sqrt(sift / np.maximum(sift.sum(axis=1, keepdims=True), 1e-6)).astype(np.float32)


_NO_FEATURES = np.zeros((0, 128), np.float32)


def _learn_words(features: Descriptors, seed: int) -> Descriptors:
    """WORDS centres (WORDS, 128) by k-means from a seeded sample; with fewer features, some stay at 0."""
    rng = np.random.default_rng(seed)
    if len(features) > TRAINING_FEATURES:
        features = features[np.sort(rng.choice(len(features), TRAINING_FEATURES, replace=False))]
    words = np.zeros((WORDS, 128), np.float32)
    first = rng.permutation(len(features))[:WORDS]
    words[: len(first)] = features[first]
    for _ in range(ITERATIONS if len(features) else 0):
        nearest = _nearest(features, words)
        for k in np.unique(nearest):
            words[k] = features[nearest == k].mean(axis=0)
    return words


def _nearest(features: Descriptors, words: Descriptors) -> NDArray[np.intp]:
    return np.argmin(np.square(words).sum(axis=1) - 2 * features @ words.T, axis=1)


def _vlad(features: Descriptors, words: Descriptors) -> Descriptors:
    """Residuals to the nearest word, each word's sum normalized (Arandjelovic and Zisserman, CVPR 2013)."""
    sums = np.zeros_like(words)
    nearest = _nearest(features, words)
    np.add.at(sums, nearest, features - words[nearest])
    sums /= np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-12)
    length = np.linalg.norm(sums)
    if length == 0:
        return np.full(words.size, words.size**-0.5, np.float32)
    return (sums / length).ravel().astype(np.float32)
