"""Procedural surfaces: every stretch of floor, wall and cloth is a little different from every other."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from offline.datasets.office.mesh import Floats, Image

Rgb = tuple[int, int, int]
Rng = np.random.Generator


def noise(rng: Rng, height: int, width: int, cells: Sequence[tuple[int, int]]) -> Floats:
    """(height, width) smooth noise of zero mean and about unit deviation; `cells` are (rows, columns)."""
    total = np.zeros((height, width), np.float32)
    for rows, columns in cells:
        grid = rng.standard_normal((rows, columns), dtype=np.float32)
        total += cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)
    return total / np.sqrt(len(cells))


def shaded(base: Rgb, amount: Floats, contrast: float) -> Image:
    """A colour made lighter and darker by `amount` (h, w) in about [-2, 2]."""
    tone = 1.0 + contrast * amount[..., None]
    return np.clip(np.array(base, np.float32) * tone, 0, 255).astype(np.uint8)


def plain(rng: Rng, base: Rgb, contrast: float = 0.04, size: int = 64) -> Image:
    """A painted or moulded surface."""
    return shaded(base, noise(rng, size, size, [(3, 3), (12, 12), (size, size)]), contrast)


def wood(rng: Rng, base: Rgb, height: int = 192, width: int = 512) -> Image:
    """Boards with the grain along x."""
    bend = noise(rng, height, width, [(4, 3)])
    rows = np.linspace(0, 26, height, dtype=np.float32)[:, None]
    rings = np.sin(rows + 3.0 * bend)
    fibre = noise(rng, height, width, [(height, 8), (height // 2, 24)])
    return shaded(base, 0.6 * rings + 0.8 * fibre, 0.09)


def cloth(rng: Rng, base: Rgb, size: int = 192, stripe: Rgb | None = None) -> Image:
    """Woven cloth, optionally striped."""
    image = shaded(base, noise(rng, size, size, [(5, 5), (size, size // 3), (size // 3, size)]), 0.08)
    if stripe is not None:
        for x in range(0, size, 32):
            image[:, x : x + 10] = (0.3 * image[:, x : x + 10] + 0.7 * np.array(stripe)).astype(np.uint8)
    return image


def plank_floor(rng: Rng, width_m: float, height_m: float, per_metre: int = 220) -> Image:
    """Oak planks of 14 cm, each with its own tone and grain, staggered."""
    height, width = int(height_m * per_metre), int(width_m * per_metre)
    grain = noise(rng, height, width, [(height, width // 40), (height // 2, width // 90), (30, 14)])
    image = np.empty((height, width, 3), np.float32)
    plank = int(0.14 * per_metre)
    for y in range(0, height, plank):
        x = -int(rng.integers(0, per_metre))
        while x < width:
            end = x + int(rng.integers(int(0.7 * per_metre), int(1.5 * per_metre)))
            tone = np.array([176, 128, 84]) * rng.uniform(0.72, 1.12) + rng.uniform(-8, 8, 3)
            image[y : y + plank, max(x, 0) : end] = tone
            image[y : y + plank, max(end - 2, 0) : max(end, 0)] = 55
            x = end
        image[y : y + 2] = (60, 42, 28)
    wear = noise(rng, height, width, [(5, 6), (11, 13)])
    return np.clip(image * (1 + 0.07 * grain + 0.05 * wear)[..., None], 0, 255).astype(np.uint8)


def painted_wall(rng: Rng, base: Rgb, width_m: float, height_m: float, per_metre: int = 160) -> Image:
    """Roller-painted plaster: blotches, streaks, and a few scuffs and marks."""
    height, width = int(height_m * per_metre), int(width_m * per_metre)
    large = noise(rng, height, width, [(4, 7), (9, 17)])
    small = noise(rng, height, width, [(40, 80), (height, width), (height // 3, width // 3)])
    image = shaded(base, 0.035 * large + 0.02 * small, 1.0)
    for _ in range(int(8 * width_m)):
        x, y = int(rng.integers(width)), int(rng.integers(height))
        dx, dy = int(rng.normal(0, 26)), int(rng.normal(0, 9))
        tone = int(rng.integers(-26, 18))
        colour = [int(np.clip(c + tone, 0, 255)) for c in base]
        cv2.line(image, (x, y), (x + dx, y + dy), colour, int(rng.integers(1, 4)), cv2.LINE_AA)
    return image


def brick_wall(rng: Rng, width_m: float, height_m: float, per_metre: int = 160) -> Image:
    """Bricks of 24 x 8 cm in running bond, tones varying by brick and over the wall."""
    height, width = int(height_m * per_metre), int(width_m * per_metre)
    image = np.full((height, width, 3), (196, 188, 178), np.float32)
    row, column, joint = 0.08 * per_metre, 0.24 * per_metre, 2
    drift = noise(rng, height, width, [(3, 5), (6, 9)])
    for j in range(int(height / row) + 1):
        for i in range(-1, int(width / column) + 1):
            x, y = int((i + 0.5 * (j % 2)) * column), int(j * row)
            pale = rng.random() < 0.12
            tone = np.array([178, 98, 74] if not pale else [206, 160, 128]) * rng.uniform(0.72, 1.15)
            image[y + joint : int((j + 1) * row), max(x + joint, 0) : max(int(x + column), 0)] = tone
    rough = noise(rng, height, width, [(height, width), (height // 4, width // 4)])
    return np.clip(image * (1 + 0.06 * rough + 0.06 * drift)[..., None], 0, 255).astype(np.uint8)


def tile_ceiling(rng: Rng, width_m: float, height_m: float, per_metre: int = 130) -> Image:
    """Mineral-fibre tiles of 60 cm with speckle, tones and a few water stains."""
    height, width = int(height_m * per_metre), int(width_m * per_metre)
    image = np.empty((height, width, 3), np.float32)
    tile = 0.6 * per_metre
    for j in range(int(height / tile) + 1):
        for i in range(int(width / tile) + 1):
            y, x = int(j * tile), int(i * tile)
            image[y : int((j + 1) * tile), x : int((i + 1) * tile)] = rng.uniform(212, 240) + rng.uniform(
                -3, 3, 3
            )
    speckle = rng.random((height, width), dtype=np.float32) < 0.06
    image[speckle] *= 0.72
    for _ in range(9):
        centre = int(rng.integers(width)), int(rng.integers(height))
        stain = np.zeros((height, width), np.float32)
        cv2.ellipse(stain, centre, tuple(rng.integers(12, 46, 2).tolist()), 0, 0, 360, 1.0, -1)
        image *= 1 - np.array([0.10, 0.17, 0.28]) * cv2.GaussianBlur(stain, (0, 0), 5)[..., None]
    for edge in np.arange(0, max(width, height), tile):
        image[int(edge) : int(edge) + 2] = 168
        image[:, int(edge) : int(edge) + 2] = 168
    return np.clip(image, 0, 255).astype(np.uint8)


def rug(rng: Rng, height: int = 480, width: int = 700) -> Image:
    """A woven rug: borders, medallions of different colours, fringe, pile."""
    image = np.full((height, width, 3), (126, 34, 44), np.uint8)
    for inset, colour in (
        (14, (228, 205, 160)),
        (24, (30, 48, 88)),
        (58, (228, 205, 160)),
        (66, (150, 46, 48)),
    ):
        cv2.rectangle(image, (inset, inset), (width - inset, height - inset), colour, -1)
    for k in range(44):
        side = k * 2 * (width + height - 164) // 44
        x, y = _along_border(side, width - 82, height - 82)
        tint = rng.integers(90, 240, 3).tolist()
        cv2.drawMarker(image, (x + 41, y + 41), tint, cv2.MARKER_DIAMOND, 22, 4)
    for k in range(26):
        centre = int(rng.integers(110, width - 110)), int(rng.integers(110, height - 110))
        tint = rng.integers(60, 230, 3).tolist()
        sides, radius = int(rng.integers(3, 9)), int(rng.integers(14, 40))
        turn = np.arange(sides) * 2 * np.pi / sides + k
        shape = np.array(centre) + radius * np.stack([np.cos(turn), np.sin(turn)], 1)
        cv2.fillPoly(image, [shape.astype(np.int32)], tint, cv2.LINE_AA)
        cv2.circle(image, centre, radius // 3, (228, 205, 160), 3, cv2.LINE_AA)
    cv2.ellipse(image, (width // 2, height // 2), (120, 84), 0, 0, 360, (30, 48, 88), -1, cv2.LINE_AA)
    cv2.ellipse(image, (width // 2, height // 2), (96, 62), 0, 0, 360, (222, 166, 70), 8, cv2.LINE_AA)
    pile = noise(rng, height, width, [(height, width), (height // 2, width // 2), (7, 9)])
    return np.clip(image * (1 + 0.09 * pile)[..., None], 0, 255).astype(np.uint8)


def _along_border(s: int, width: int, height: int) -> tuple[int, int]:
    for length, point in (
        (width, lambda d: (d, 0)),
        (height, lambda d: (width, d)),
        (width, lambda d: (width - d, height)),
    ):
        if s < length:
            x, y = point(s)
            return x, y
        s -= length
    return 0, max(height - s, 0)
