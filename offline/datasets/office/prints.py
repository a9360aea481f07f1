"""Things with writing or pictures on them: posters, screens, whiteboard, books, clock, window view."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from offline.datasets.office.mesh import Image
from offline.datasets.office.textures import Rgb, Rng, noise

SANS, BOLD, SERIF, HAND = (
    cv2.FONT_HERSHEY_SIMPLEX,
    cv2.FONT_HERSHEY_DUPLEX,
    cv2.FONT_HERSHEY_COMPLEX,
    cv2.FONT_HERSHEY_SCRIPT_SIMPLEX,
)
# fmt: off
WORDS = (
    "robot", "camera", "depth", "pose", "map", "cloud", "frame", "learn", "scene", "light",
    "motion", "field", "graph", "solve", "point", "ray", "lens", "room", "night", "river", "stone",
    "garden", "paper", "silver", "winter", "orbit", "signal", "harbour", "theory", "machine",
    "vision", "atlas", "method",
)
# fmt: on


def write(
    image: Image, text: str, x: int, y: int, scale: float, colour: Rgb, font: int = SANS, thick: int = 1
) -> None:
    cv2.putText(image, text, (x, y), font, scale, colour, thick, cv2.LINE_AA)


def any_colour(rng: Rng, low: int = 30, high: int = 235) -> Rgb:
    """A random hue, warm ones more often than not, with a level from `low` to `high`."""
    hue = int(rng.normal(18, 12)) % 180 if rng.random() < 0.45 else int(rng.integers(180))
    hsv = np.array([[[hue, rng.integers(70, 230), rng.integers(low, high)]]], np.uint8)
    r, g, b = cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB)[0, 0].tolist()
    return r, g, b


def phrase(rng: Rng, count: int) -> str:
    return " ".join(rng.choice(WORDS, count))


def paragraph(image: Image, rng: Rng, box: tuple[int, int, int, int], colour: Rgb, line: int = 13) -> None:
    """Fill the box (x0, y0, x1, y1) with lines of small text."""
    x0, y0, x1, y1 = box
    for y in range(y0 + line, y1, line):
        text = phrase(rng, 14)[: int((x1 - x0) / (line * 0.52))]
        write(image, text, x0, y, line / 34, colour)


def mountains(rng: Rng, h: int, w: int) -> Image:
    sky = np.linspace(0, 1, h)[:, None, None]
    image = ((1 - sky) * any_colour(rng, 120) + sky * np.array([250, 214, 160])).repeat(w, 1).astype(np.uint8)
    cv2.circle(image, (int(w * rng.uniform(0.2, 0.8)), h // 4), w // 9, (255, 244, 214), -1, cv2.LINE_AA)
    tint = np.array(any_colour(rng, 90, 180))
    for k in range(6):
        ridge = h * (0.36 + 0.1 * k) + h * 0.05 * noise(rng, 1, w, [(1, 6), (1, 17), (1, 50)])[0]
        outline = np.stack([np.arange(w), ridge], 1)
        shape = np.concatenate([outline, [[w, h], [0, h]]]).astype(np.int32)
        cv2.fillPoly(image, [shape], (tint * (1.15 - 0.18 * k)).clip(0, 255).tolist(), cv2.LINE_AA)
    write(image, phrase(rng, 1).upper(), w // 12, h - h // 16, w / 190, (255, 250, 240), BOLD, 2)
    return image


def geometric(rng: Rng, h: int, w: int) -> Image:
    image = np.full((h, w, 3), (240, 230, 208), np.uint8)
    cell = w // 5
    for y in range(0, h - cell // 2, cell):
        for x in range(0, w - cell // 2, cell):
            a, b, kind = any_colour(rng), any_colour(rng), int(rng.integers(5))
            cv2.rectangle(image, (x, y), (x + cell, y + cell), a, -1)
            if kind == 0:
                cv2.circle(image, (x + cell // 2, y + cell // 2), cell // 3, b, -1, cv2.LINE_AA)
            elif kind == 1:
                cv2.ellipse(image, (x, y), (cell, cell), 0, 0, 90, b, -1, cv2.LINE_AA)
            elif kind == 2:
                triangle = np.array([[x, y], [x + cell, y], [x, y + cell]])
                cv2.fillPoly(image, [triangle], b, cv2.LINE_AA)
            elif kind == 3:
                for k in range(4, cell, 14):
                    cv2.line(image, (x + k, y), (x + k, y + cell), b, 5)
    return image


def skyline(rng: Rng, h: int, w: int) -> Image:
    fade = np.linspace(0, 1, h)[:, None, None]
    image = (
        ((1 - fade) * np.array([16, 18, 52]) + fade * np.array([226, 92, 76])).repeat(w, 1).astype(np.uint8)
    )
    for _ in range(90):
        cv2.circle(image, (int(rng.integers(w)), int(rng.integers(h // 2))), 1, (255, 255, 230), -1)
    for layer in range(3):
        x = 0
        while x < w:
            width, top = int(rng.integers(w // 14, w // 6)), int(h * rng.uniform(0.35 + 0.13 * layer, 0.75))
            cv2.rectangle(
                image, (x, top), (x + width, h), (40 - 12 * layer, 36 - 10 * layer, 64 - 16 * layer), -1
            )
            for wy in range(top + 8, h, 14):
                for wx in range(x + 5, x + width - 6, 11):
                    if rng.random() < 0.35:
                        cv2.rectangle(image, (wx, wy), (wx + 4, wy + 6), (255, 214, 120), -1)
            x += width
    write(image, "ROBOT CITY", w // 10, h // 8, w / 230, (255, 230, 150), BOLD, 2)
    return image


def science(rng: Rng, h: int, w: int) -> Image:
    image = np.full((h, w, 3), 248, np.uint8)
    ink = any_colour(rng, 60, 130)
    cv2.rectangle(image, (0, 0), (w, h // 8), ink, -1)
    write(image, phrase(rng, 3).title(), 12, h // 12, w / 420, (255, 255, 255), BOLD, 2)
    columns = 2
    for c in range(columns):
        x0, x1, y = c * w // columns + 10, (c + 1) * w // columns - 10, h // 8 + 8
        while y < h - 90:
            paragraph(image, rng, (x0, y, x1, y + 62), (40, 40, 46), 10)
            y += 70
            high = int(rng.integers(70, 130))
            cv2.rectangle(image, (x0, y), (x1, y + high), any_colour(rng, 190, 240), -1)
            if rng.random() < 0.5:
                for x in range(x0 + 6, x1 - 10, 16):
                    top = y + int(rng.integers(10, high - 6))
                    cv2.rectangle(image, (x, top), (x + 11, y + high), any_colour(rng), -1)
            else:
                for _ in range(3):
                    curve = y + high / 2 + high / 6 * noise(rng, 1, x1 - x0, [(1, 7), (1, 4)])[0]
                    line = np.stack([np.arange(x0, x1), curve], 1).astype(np.int32)
                    cv2.polylines(image, [line], False, any_colour(rng), 2, cv2.LINE_AA)
            y += high + 12
    return image


def sunflower(rng: Rng, h: int, w: int) -> Image:
    image = np.full((h, w, 3), any_colour(rng, 30, 70), np.uint8)
    hue = int(rng.integers(180))
    for k in range(420):
        radius, turn = 0.026 * w * np.sqrt(k), k * 2.399963
        centre = int(w / 2 + radius * np.cos(turn)), int(h * 0.45 + radius * np.sin(turn))
        hsv = np.array([[[(hue + k // 5) % 180, 210, 250]]], np.uint8)
        colour = cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB)[0, 0].tolist()
        cv2.circle(image, centre, 2 + int(0.00065 * w * np.sqrt(k)), colour, -1, cv2.LINE_AA)
    write(image, phrase(rng, 2), w // 10, h - h // 22, w / 300, (250, 240, 220), SERIF, 2)
    return image


def world_map(rng: Rng, h: int, w: int) -> Image:
    land = noise(rng, h, w, [(5, 8), (11, 17), (34, 51), (80, 120)])
    image = np.where(land[..., None] > 0.15, [214, 196, 130], [96, 158, 196]).astype(np.uint8)
    image[land > 0.7] = (126, 164, 96)
    image[land > 1.15] = (160, 118, 84)
    image[np.abs(land - 0.15) < 0.03] = (60, 70, 80)
    for k in range(1, 12):
        cv2.line(image, (k * w // 12, 0), (k * w // 12, h), (70, 110, 140), 1)
        cv2.line(image, (0, k * h // 12), (w, k * h // 12), (70, 110, 140), 1)
    for _ in range(26):
        x, y = int(rng.integers(w - 60)), int(rng.integers(14, h))
        cv2.circle(image, (x, y), 3, (190, 30, 30), -1, cv2.LINE_AA)
        write(image, str(rng.choice(WORDS)).title(), x + 5, y + 4, 0.36, (40, 30, 30))
    return image


def metro(rng: Rng, h: int, w: int) -> Image:
    image = np.full((h, w, 3), (246, 244, 236), np.uint8)
    for _ in range(8):
        line, point = [], np.array([rng.integers(w), rng.integers(h // 6, h)], float)
        heading = int(rng.integers(8))
        for _ in range(9):
            line.append(point.astype(int))
            heading += int(rng.integers(-1, 2))
            point = point + w * 0.11 * np.array([np.cos(heading * np.pi / 4), np.sin(heading * np.pi / 4)])
            point = point.clip([10, h // 7], [w - 10, h - 10])
        colour = any_colour(rng, 120)
        cv2.polylines(image, [np.array(line, np.int32)], False, colour, 8, cv2.LINE_AA)
        for stop in line:
            cv2.circle(image, stop.tolist(), 7, (20, 20, 20), -1, cv2.LINE_AA)
            cv2.circle(image, stop.tolist(), 4, (255, 255, 255), -1, cv2.LINE_AA)
            write(image, str(rng.choice(WORDS)), int(stop[0]) + 8, int(stop[1]) - 6, 0.34, (30, 30, 30))
    write(image, "METRO", 14, h // 10, w / 190, (20, 40, 120), BOLD, 3)
    return image


def elements(rng: Rng, h: int, w: int) -> Image:
    image = np.full((h, w, 3), (28, 30, 40), np.uint8)
    columns, rows = 12, 9
    dx, dy = w / columns, h * 0.88 / rows
    for j in range(rows):
        for i in range(columns):
            if rng.random() < 0.16:
                continue
            x, y = int(i * dx), int(h * 0.12 + j * dy)
            cv2.rectangle(image, (x + 2, y + 2), (int(x + dx - 2), int(y + dy - 2)), any_colour(rng, 130), -1)
            symbol = chr(65 + int(rng.integers(26))) + chr(97 + int(rng.integers(26)))
            write(image, symbol, x + int(dx * 0.16), y + int(dy * 0.66), dx / 52, (20, 20, 24), BOLD)
    write(image, "ELEMENTS OF " + phrase(rng, 1).upper(), 10, int(h * 0.085), w / 640, (240, 240, 240), BOLD)
    return image


def calendar(rng: Rng, h: int, w: int) -> Image:
    image = mountains(rng, h, w)
    image[h // 2 :] = 250
    write(image, "NOVEMBER", 12, h // 2 + h // 14, w / 330, (180, 30, 30), BOLD, 2)
    for day in range(30):
        x, y = 10 + (day % 7) * (w - 20) // 7, int(h * 0.63) + (day // 7) * h // 13
        write(image, str(day + 1), x, y, w / 620, (200, 30, 30) if day % 7 == 6 else (30, 30, 30))
        if rng.random() < 0.25:
            cv2.circle(image, (x + 10, y - 5), 14, any_colour(rng), 2, cv2.LINE_AA)
    return image


POSTERS: dict[str, Callable[[Rng, int, int], Image]] = {
    "mountains": mountains,
    "geometric": geometric,
    "skyline": skyline,
    "science": science,
    "sunflower": sunflower,
    "world map": world_map,
    "metro": metro,
    "elements": elements,
    "calendar": calendar,
}
