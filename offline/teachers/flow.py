"""Dense correspondences between two images.

Lengths of image errors are pixels of a 640-pixel-wide image, whatever the image's own size.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from kd3d_ros.geometry import Array, Points, pixel_grid

REFERENCE_WIDTH = 640
ROUND_TRIP_PX = 1.0
"""A flow vector is believed if the way back ends this near to where it began."""
LEAST_CONTRAST, CONTRAST_WINDOW = 1.0, 17
"""Grey levels of standard deviation, window in pixels: a blank region matches anything, both ways."""
STRAYED_SHARE = 0.1
"""Flow that finds its way back on fewer pixels than this has lost its way, or the images share nothing."""
DISTINCT = 0.8
"""Lowe's ratio of a feature's best and second best match."""
HOMOGRAPHY_PX, LEAST_FEATURES = 12.0, 12
"""A plane explains a room only roughly, but from so many features not by chance."""
SAMPLES = 1500


@dataclass(frozen=True)
class Matches:
    """Where the pixels of image a are in image b.

    target: (h, w, 2) float32, pixels of b.  good: (h, w), whether the way back agrees.
    """

    target: Points
    good: NDArray[np.bool_]


class DenseFlow:
    """Dense correspondences between two images (DIS: Kroeger et al., ECCV 2016)."""

    def __init__(self) -> None:
        self._dis = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
        # Down to the pixels; the preset stops at half of them, and depth errors grow by a quarter.
        self._dis.setFinestScale(0)

    def match(self, a: NDArray[np.uint8], b: NDArray[np.uint8]) -> tuple[Matches, Matches]:
        """Matches of a in b and of b in a; grey images (h, w) of one size.

        Flow strays when the image moves by much, such as a fifth of its width.  Then it starts again from
        where a homography of image features (SIFT: Lowe 2004) moves the pixels.
        """
        found = self._flow(a, b, None)
        if _good_share(found) > STRAYED_SHARE:
            return found
        homography = homography_of_features(a, b)
        if homography is None:
            return found
        return max(found, self._flow(a, b, homography), key=_good_share)

    def _flow(
        self, a: NDArray[np.uint8], b: NDArray[np.uint8], homography: Array | None
    ) -> tuple[Matches, Matches]:
        start_there, start_back = None, None
        if homography is not None:
            start_there = _displacement(homography, a.shape)
            start_back = _displacement(np.linalg.inv(homography), a.shape)
        there = np.asarray(self._dis.calc(a, b, start_there), np.float32)  # type: ignore[arg-type]
        back = np.asarray(self._dis.calc(b, a, start_back), np.float32)  # type: ignore[arg-type]
        return _checked(a, there, back), _checked(b, back, there)


def homography_of_features(a: NDArray[np.uint8], b: NDArray[np.uint8]) -> Array | None:
    """The homography (3, 3) from pixels of a to pixels of b on which most features agree, or None."""
    sift = cv2.SIFT.create(2000)
    (points_a, described_a), (points_b, described_b) = (
        sift.detectAndCompute(image, np.empty(0)) for image in (a, b)
    )
    if min(len(points_a), len(points_b)) < LEAST_FEATURES:
        return None
    two_best = cv2.BFMatcher().knnMatch(described_a, described_b, k=2)
    matches = [best for best, second in two_best if best.distance < DISTINCT * second.distance]
    if len(matches) < LEAST_FEATURES:
        return None
    homography, inliers = cv2.findHomography(
        np.array([points_a[m.queryIdx].pt for m in matches]),
        np.array([points_b[m.trainIdx].pt for m in matches]),
        cv2.RANSAC,
        HOMOGRAPHY_PX * pixel_scale(a.shape),
    )
    if homography is None or inliers.sum() < LEAST_FEATURES or np.linalg.cond(homography) > 1e9:
        return None
    return np.asarray(homography, np.float64)


def _displacement(homography: NDArray[np.floating], shape: tuple[int, ...]) -> Points:
    """(h, w, 2) by how much a homography moves each pixel."""
    pixels = pixel_grid(shape[1], shape[0])
    moved = cv2.perspectiveTransform(pixels.reshape(-1, 1, 2), homography).reshape(pixels.shape)
    return np.asarray(moved - pixels, np.float32)


def _good_share(matches: tuple[Matches, Matches]) -> float:
    return float(min(one.good.mean() for one in matches))


def _checked(image: NDArray[np.uint8], there: Points, back: Points) -> Matches:
    height, width = there.shape[:2]
    target = pixel_grid(width, height) + there
    outside, empty = (1e4, 1e4), np.empty(0, np.float32)
    returned = cv2.remap(
        back, target, empty, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=outside
    )
    miss = np.square(there + returned).sum(axis=-1)
    near = miss < (ROUND_TRIP_PX * pixel_scale((height, width))) ** 2
    return Matches(target, near & (_contrast(image) > LEAST_CONTRAST))


def _contrast(image: NDArray[np.uint8]) -> Points:
    """(h, w) standard deviation of the grey levels around each pixel."""
    window = (CONTRAST_WINDOW, CONTRAST_WINDOW)
    grey = image.astype(np.float32)
    mean = np.asarray(cv2.blur(grey, window), np.float32)
    return np.sqrt(np.maximum(cv2.blur(grey * grey, window) - mean * mean, 0))


def pixel_scale(shape: tuple[int, ...]) -> float:
    """Pixels of an image of `shape` (height, width) in one pixel of the reference width."""
    return max(shape[:2]) / REFERENCE_WIDTH


def sample(matches: Matches, seed: int) -> tuple[Array, Array]:
    """Up to SAMPLES good correspondences at random: pixels (n, 2) in a and in b, float64."""
    height, width = matches.good.shape
    good = np.flatnonzero(matches.good)
    if len(good) > SAMPLES:
        good = np.random.default_rng(seed).choice(good, SAMPLES, replace=False)
    source = pixel_grid(width, height).reshape(-1, 2)[good]
    return source.astype(np.float64), matches.target.reshape(-1, 2)[good].astype(np.float64)
