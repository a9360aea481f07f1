"""Printed and written surfaces of the smaller objects: screens, boards, keys, spines, clock, window view."""

from __future__ import annotations

import cv2
import numpy as np

from offline.datasets.office.mesh import Image
from offline.datasets.office.prints import (
    BOLD,
    HAND,
    SANS,
    WORDS,
    any_colour,
    mountains,
    paragraph,
    phrase,
    write,
)
from offline.datasets.office.textures import Rgb, Rng, noise


def code_screen(rng: Rng, h: int = 270, w: int = 480) -> Image:
    image = np.full((h, w, 3), (30, 32, 40), np.uint8)
    image[:, : w // 6] = (40, 43, 54)
    image[:14] = (62, 66, 80)
    for y in range(26, h - 4, 11):
        write(image, str(rng.choice(WORDS)), 5, y, 0.28, (150, 156, 170))
        x = w // 6 + 8 + 14 * int(rng.integers(4))
        for _ in range(int(rng.integers(1, 6))):
            word = str(rng.choice(WORDS))
            write(image, word, x, y, 0.32, any_colour(rng, 170, 255))
            x += 7 * len(word) + 8
    return image


def plot_screen(rng: Rng, h: int = 270, w: int = 480) -> Image:
    image = np.full((h, w, 3), (236, 240, 246), np.uint8)
    image[:22] = any_colour(rng, 90, 160)
    write(image, phrase(rng, 3).title(), 8, 15, 0.42, (255, 255, 255), BOLD)
    for k in range(4):
        x, y = 12 + (k % 2) * w // 2, 32 + (k // 2) * h // 2
        cv2.rectangle(image, (x, y), (x + w // 2 - 24, y + h // 2 - 30), (255, 255, 255), -1)
        for _ in range(3):
            curve = y + 50 + 18 * noise(rng, 1, w // 2 - 24, [(1, 9), (1, 4)])[0]
            line = np.stack([np.arange(x, x + w // 2 - 24), curve], 1).astype(np.int32)
            cv2.polylines(image, [line], False, any_colour(rng), 2, cv2.LINE_AA)
    return image


def desktop_screen(rng: Rng, h: int = 270, w: int = 480) -> Image:
    image = mountains(rng, h, w)
    for k in range(8):
        cv2.rectangle(image, (10, 8 + k * 30), (30, 28 + k * 30), any_colour(rng, 150), -1)
    cv2.rectangle(image, (w // 3, h // 4), (w - 30, h - 40), (250, 250, 250), -1)
    paragraph(image, rng, (w // 3 + 10, h // 4 + 8, w - 40, h - 46), (40, 40, 40), 11)
    image[-14:] = (24, 26, 34)
    return image


def whiteboard(rng: Rng, h: int = 620, w: int = 1100) -> Image:
    smear = noise(rng, h, w, [(7, 9), (30, 8)])
    image = np.clip(244 + 3 * smear[..., None] + np.zeros(3), 0, 255).astype(np.uint8)
    blue, red, green, black = (30, 60, 180), (200, 40, 40), (20, 130, 70), (30, 30, 36)
    write(image, "distil the office!", 40, 70, 1.7, blue, HAND, 3)
    names = ("images", "teacher", "align", "student", "robot")
    centres = [(120, 180), (330, 150), (540, 190), (750, 150), (960, 200)]
    for k, (name, (x, y)) in enumerate(zip(names, centres, strict=True)):
        cv2.ellipse(image, (x, y), (86, 42), 0, 0, 360, (blue, red, green, black, blue)[k], 3, cv2.LINE_AA)
        write(image, name, x - 58, y + 10, 0.95, black, HAND, 2)
        if k:
            start = centres[k - 1][0] + 88, centres[k - 1][1]
            cv2.arrowedLine(image, start, (x - 88, y), red, 3, cv2.LINE_AA, tipLength=0.2)
    cv2.arrowedLine(image, (70, 560), (70, 300), black, 3, cv2.LINE_AA)
    cv2.arrowedLine(image, (60, 550), (470, 550), black, 3, cv2.LINE_AA)
    time = np.linspace(0, 1, 60)
    for scale, colour in ((1.0, blue), (0.6, red), (0.4, green)):
        curve = np.stack([80 + 370 * time, 545 - 220 * scale * (1 - np.exp(-4 * time / scale))], 1)
        cv2.polylines(image, [curve.astype(np.int32)], False, colour, 3, cv2.LINE_AA)
    for k, line in enumerate(
        ("p = R x + t", "E = sum w |r|^2", "b ~ 0.34 m", "TODO: scale?", "ask Ana, Tues")
    ):
        write(image, line, 540, 320 + 54 * k, 1.1, (black, blue, red, green, black)[k], HAND, 2)
    for k in range(6):
        x0, y0 = 880 + (k % 2) * 104, 300 + (k // 2) * 104
        cv2.rectangle(image, (x0, y0), (x0 + 84, y0 + 84), any_colour(rng, 200, 255), -1)
        for j in range(3):
            write(image, str(rng.choice(WORDS)), x0 + 8, y0 + 26 + 22 * j, 0.55, black, HAND)
    return image


def cork_board(rng: Rng, h: int = 420, w: int = 600) -> Image:
    grain = noise(rng, h, w, [(h, w), (h // 3, w // 3)])
    image = np.clip(np.array([186, 138, 88]) * (1 + 0.14 * grain[..., None]), 0, 255).astype(np.uint8)
    for k in range(17):
        x, y = 12 + (k % 6) * 97 + int(rng.integers(-6, 8)), 14 + (k // 6) * 132 + int(rng.integers(0, 20))
        width, height = int(rng.integers(64, 92)), int(rng.integers(70, 112))
        paper = any_colour(rng, 210, 255) if rng.random() < 0.6 else (248, 248, 244)
        cv2.rectangle(image, (x + 3, y + 4), (x + width + 3, y + height + 4), (96, 66, 40), -1)
        cv2.rectangle(image, (x, y), (x + width, y + height), paper, -1)
        if k % 4 == 1:
            image[y + 6 : y + height - 20, x + 6 : x + width - 6] = mountains(rng, height - 26, width - 12)
        else:
            paragraph(image, rng, (x + 5, y + 10, x + width - 3, y + height - 4), (50, 50, 60), 10)
        cv2.circle(image, (x + width // 2, y + 5), 5, any_colour(rng), -1, cv2.LINE_AA)
    return image


def keyboard(rng: Rng, h: int = 130, w: int = 400) -> Image:
    image = np.full((h, w, 3), (38, 40, 44), np.uint8)
    for j in range(5):
        for i in range(17):
            x, y = 8 + i * 23 - (j % 2) * 4, 8 + j * 24
            face = any_colour(rng, 90, 140) if rng.random() < 0.06 else (70, 72, 78)
            cv2.rectangle(image, (x, y), (x + 19, y + 19), face, -1)
            write(image, chr(65 + int(rng.integers(26))), x + 5, y + 14, 0.36, (225, 225, 225))
    return image


def paper(rng: Rng, h: int = 300, w: int = 212) -> Image:
    image = np.full((h, w, 3), 246, np.uint8)
    write(image, phrase(rng, 2).title(), 14, 30, 0.55, any_colour(rng, 40, 150), BOLD)
    paragraph(image, rng, (14, 40, w - 14, h // 2), (50, 50, 56), 10)
    image[h // 2 + 6 : h - 60, 14 : w - 14] = any_colour(rng, 150, 240)
    paragraph(image, rng, (14, h - 56, w - 14, h - 8), (50, 50, 56), 10)
    return image


def spine(rng: Rng, h: int, w: int) -> Image:
    """A book's back: cloth colour, bands, and the title reading downwards."""
    base = any_colour(rng, 50, 230) if rng.random() < 0.8 else (226, 220, 206)
    image = np.full((w, h, 3), base, np.uint8)  # drawn lying, then turned
    ink = (245, 235, 205) if sum(base) < 380 else (40, 34, 40)
    for x in rng.integers(4, h // 6, int(rng.integers(0, 3))):
        image[:, x : x + 4] = image[:, h - x - 4 : h - x] = any_colour(rng, 120, 250)
    scale = min(w / 44, h / 260)
    write(image, phrase(rng, 2).title()[:16], h // 6, int(w / 2 + 9 * scale), scale, ink, SANS, 1 + (w > 34))
    return np.ascontiguousarray(cv2.rotate(image, cv2.ROTATE_90_CLOCKWISE))


def clock_face(size: int = 256) -> Image:
    image = np.full((size, size, 3), (246, 244, 238), np.uint8)
    centre, r = np.array([size / 2, size / 2]), size / 2
    cv2.circle(image, (size // 2, size // 2), int(r - 6), (30, 30, 34), 10, cv2.LINE_AA)
    for k in range(12):
        direction = np.array([np.sin(k * np.pi / 6), -np.cos(k * np.pi / 6)])
        x, y = (centre + 0.68 * r * direction).astype(int)
        write(image, str(k or 12), int(x) - 10, int(y) + 8, 0.7, (30, 30, 34), BOLD, 2)
    for turn, length, thick, colour in ((5.3, 0.45, 7, (20, 20, 20)), (1.2, 0.66, 5, (20, 20, 20))):
        tip = centre + length * r * np.array([np.sin(turn), -np.cos(turn)])
        cv2.line(image, (size // 2, size // 2), tip.astype(int).tolist(), colour, thick, cv2.LINE_AA)
    return image


def sign(text: str, base: Rgb, ink: Rgb, h: int = 96, w: int = 256) -> Image:
    image = np.full((h, w, 3), base, np.uint8)
    cv2.rectangle(image, (4, 4), (w - 5, h - 5), ink, 3)
    scale = min(1.3, w / (22.0 * len(text)))
    write(image, text, int(w / 2 - 10 * scale * len(text)), h // 2 + int(12 * scale), scale, ink, BOLD, 2)
    return image


def window_view(rng: Rng, h: int = 520, w: int = 880) -> Image:
    """Sky with clouds, a row of houses, trees and a lawn."""
    fade = np.linspace(0, 1, h)[:, None, None]
    image = (1 - fade) * np.array([120, 172, 232.0]) + fade * np.array([224, 236, 246.0])
    clouds = noise(rng, h, w, [(6, 8), (14, 18), (40, 50)]).clip(0, 1.2)[..., None] * 0.6
    image = (image * (1 - clouds) + 250 * clouds).clip(0, 255).astype(np.uint8)
    x = 0
    while x < w:
        width, top = int(rng.integers(70, 150)), int(rng.uniform(h * 0.32, h * 0.6))
        wall = tuple((c + 190) // 2 for c in any_colour(rng, 130, 220))
        cv2.rectangle(image, (x, top), (x + width, h), wall, -1)
        roof = np.array([[x - 6, top], [x + width + 6, top], [x + width // 2, top - 40]])
        cv2.fillPoly(image, [roof], (130, 60, 50), cv2.LINE_AA)
        for wy in range(top + 14, h - 60, 40):
            for wx in range(x + 10, x + width - 20, 30):
                cv2.rectangle(image, (wx, wy), (wx + 14, wy + 22), (70, 90, 120), -1)
        x += width
    image[int(h * 0.86) :] = (108, 150, 70)
    for _ in range(130):
        centre = int(rng.integers(w)), int(rng.normal(h * 0.78, h * 0.05))
        green = (int(rng.integers(30, 90)), int(rng.integers(90, 150)), int(rng.integers(30, 60)))
        cv2.circle(image, centre, int(rng.integers(8, 26)), green, -1, cv2.LINE_AA)
    return image


def globe_map(rng: Rng) -> Image:
    land = noise(rng, 160, 320, [(4, 7), (9, 15), (30, 50)])
    image = np.where(land[..., None] > 0.2, [196, 178, 104], [46, 104, 170]).astype(np.uint8)
    image[land > 0.8] = (92, 138, 70)
    for k in range(0, 320, 40):
        image[:, k] = (200, 210, 220)
    return image
