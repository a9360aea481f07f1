"""Pieces of furniture, each built at its own origin on the floor (or desk top) with its front towards -y."""

from __future__ import annotations

import numpy as np

from offline.datasets.office import stationery
from offline.datasets.office.mesh import Image, Material, Mesh
from offline.datasets.office.prints import any_colour
from offline.datasets.office.textures import Rgb, cloth, plain, wood

DESK_HEIGHT = 0.74


def paint(mesh: Mesh, colour: Rgb) -> Material:
    return Material(plain(mesh.rng, colour), metres=(0.5, 0.5))


def timber(mesh: Mesh, colour: Rgb) -> Material:
    return Material(wood(mesh.rng, colour), metres=(2.0, 0.9))


def fabric(mesh: Mesh, colour: Rgb, stripe: Rgb | None = None) -> Material:
    return Material(cloth(mesh.rng, colour, stripe=stripe), metres=(0.8, 0.8))


def desk(mesh: Mesh, width: float, depth: float, top: Material, legs: Material, drawers: bool) -> None:
    w, d = width / 2, depth / 2
    mesh.box((-w, w), (-d, d), (DESK_HEIGHT - 0.035, DESK_HEIGHT), top)
    for x in (-w + 0.04, w - 0.08):
        for y in (-d + 0.04, d - 0.08):
            mesh.box((x, x + 0.04), (y, y + 0.04), (0, DESK_HEIGHT - 0.035), legs)
    mesh.box((-w + 0.08, w - 0.08), (d - 0.06, d - 0.04), (0.35, DESK_HEIGHT - 0.035), top)
    if drawers:
        mesh.box((w - 0.50, w - 0.1), (-d + 0.05, d - 0.07), (0.06, 0.66), legs)
        for k in range(3):
            z = 0.09 + 0.19 * k
            mesh.box((w - 0.485, w - 0.115), (-d + 0.035, -d + 0.05), (z, z + 0.17), top)
            mesh.box((w - 0.36, w - 0.24), (-d + 0.02, -d + 0.035), (z + 0.10, z + 0.12), legs)


def chair(mesh: Mesh, cushion: Material, frame: Material) -> None:
    """A swivel chair that faces -y."""
    for k in range(5):
        turn = 2 * np.pi * k / 5
        tip = 0.3 * np.array([np.cos(turn), np.sin(turn)])
        side = 0.02 * np.array([-np.sin(turn), np.cos(turn)])
        a, b = tip + side, tip - side
        mesh.quad([(*side, 0.1), (*a, 0.07), (*b, 0.07), (*(-side), 0.1)], frame)
        mesh.box((tip[0] - 0.03, tip[0] + 0.03), (tip[1] - 0.03, tip[1] + 0.03), (0, 0.06), frame)
    mesh.tube(0.03, (0.08, 0.43), frame)
    mesh.box((-0.25, 0.25), (-0.25, 0.23), (0.43, 0.51), cushion)
    mesh.box((-0.03, 0.03), (0.23, 0.27), (0.40, 0.70), frame)
    mesh.box((-0.23, 0.23), (0.24, 0.30), (0.62, 1.08), cushion)
    for x in (-0.30, 0.26):
        mesh.box((x, x + 0.04), (-0.12, 0.16), (0.66, 0.69), frame)
        mesh.box((x, x + 0.04), (0.0, 0.04), (0.45, 0.66), frame)


def monitor(mesh: Mesh, screen: Image, case: Material, width: float = 0.56) -> None:
    height = width * 0.57
    mesh.box((-0.12, 0.12), (-0.09, 0.09), (0, 0.015), case)
    mesh.box((-0.025, 0.025), (0.01, 0.04), (0.015, 0.25), case)
    mesh.box((-width / 2, width / 2), (-0.02, 0.02), (0.12, 0.12 + height), case)
    lit = Material(screen, emission=0.55)
    mesh.panel((0, -0.022, 0.12 + height / 2), width - 0.03, height - 0.03, "-y", lit)


def laptop(mesh: Mesh, screen: Image, case: Material) -> None:
    mesh.box((-0.17, 0.17), (-0.12, 0.12), (0, 0.018), case, top=Material(stationery.keyboard(mesh.rng)))
    lit = Material(screen, emission=0.55)
    low, high = (0.115, 0.02), (0.185, 0.24)
    front = [
        (-0.17, high[0], high[1]),
        (0.17, high[0], high[1]),
        (0.17, low[0], low[1]),
        (-0.17, low[0], low[1]),
    ]
    mesh.quad(front, lit)
    back = [(x, y + 0.012, z) for x, y, z in (front[1], front[0], front[3], front[2])]
    mesh.quad(back, case)


def books(mesh: Mesh, span: tuple[float, float], z: float, room: float, depth: float) -> None:
    """A row of upright books from -y, with gaps, of heights up to `room`."""
    x = span[0]
    while x < span[1] - 0.02:
        thick = float(mesh.rng.uniform(0.018, 0.055))
        if mesh.rng.random() < 0.1:
            x += float(mesh.rng.uniform(0.04, 0.12))
        if x + thick > span[1]:
            break
        high = float(mesh.rng.uniform(0.62, 0.95)) * room
        back = float(mesh.rng.uniform(0.01, 0.05))
        image = stationery.spine(mesh.rng, int(high * 700), int(thick * 700))
        cover = Material(np.full((4, 4, 3), image[2, 2], np.uint8))
        y = (-depth / 2 + back, depth / 2 - 0.04)
        mesh.box((x, x + thick), y, (z, z + high), cover, front=Material(image))
        x += thick + 0.001


def bookshelf(
    mesh: Mesh, width: float, height: float, shelves: int, body: Material, depth: float = 0.3
) -> None:
    w, d, gap = width / 2, depth / 2, (height - 0.08) / shelves
    mesh.box((-w, w), (d - 0.015, d), (0, height), body)
    for x in (-w, w - 0.022):
        mesh.box((x, x + 0.022), (-d, d), (0, height), body)
    for k in range(shelves + 1):
        z = 0.06 + k * gap
        mesh.box((-w + 0.022, w - 0.022), (-d, d - 0.015), (z - 0.022, z), body)
    for k in range(shelves):
        start = -w + 0.03 + (0.0 if k % 2 else float(mesh.rng.uniform(0, 0.25)))
        books(mesh, (start, w - 0.03 - float(mesh.rng.uniform(0, 0.3))), 0.06 + k * gap, gap - 0.04, depth)


def potted_plant(mesh: Mesh, pot_colour: Rgb, height: float, leaves: int, reach: float) -> None:
    """Leaves go no farther than `reach` metres to the side, so as not to grow into walls."""
    pot = Material(cloth(mesh.rng, pot_colour, 96))
    r = 0.28 * height**0.7
    mesh.lathe([(r * 0.9, 0.30 * height), (r, 0.31 * height), (r * 0.7, 0)], pot)
    mesh.lathe([(1e-4, 0.285 * height), (r * 0.92, 0.285 * height)], paint(mesh, (66, 46, 32)))
    greens = [
        Material(wood(mesh.rng, g, 64, 128))
        for g in ((54, 118, 52), (82, 146, 62), (40, 92, 58), (120, 160, 70))
    ]
    for k in range(leaves):
        turn, lift = 2.4 * k + mesh.rng.uniform(-0.2, 0.2), mesh.rng.uniform(0.3, 1.25)
        out = np.array([np.cos(turn) * np.cos(lift), np.sin(turn) * np.cos(lift), np.sin(lift)])
        side = np.array([-np.sin(turn), np.cos(turn), 0.0])
        root = np.array([0, 0, 0.3 * height]) + 0.03 * out
        length = min(height * mesh.rng.uniform(0.4, 0.72), reach / np.cos(lift))
        wide = height * mesh.rng.uniform(0.06, 0.1)
        bend = np.array([0, 0, -0.25 * length * np.cos(lift)])
        middle, tip = root + 0.55 * length * out, root + length * out + bend
        green = greens[k % len(greens)]
        mesh.quad(np.stack([root - 0.2 * wide * side, middle - wide * side, middle, root]), green)
        mesh.quad(np.stack([root, middle, middle + wide * side, root + 0.2 * wide * side]), green)
        mesh.quad(np.stack([middle - wide * side, tip, tip, middle]), green)
        mesh.quad(np.stack([middle, tip, tip, middle + wide * side]), green)


def mug(mesh: Mesh, colour: Rgb, stripe: Rgb) -> None:
    glaze = Material(cloth(mesh.rng, colour, 96, stripe))
    mesh.lathe([(0.033, 0.02), (0.036, 0.095), (0.042, 0.095), (0.040, 0.0)], glaze, 12)
    mesh.box((0.04, 0.07), (-0.006, 0.006), (0.068, 0.080), glaze)
    mesh.box((0.06, 0.07), (-0.006, 0.006), (0.025, 0.080), glaze)
    mesh.box((0.035, 0.07), (-0.006, 0.006), (0.018, 0.030), glaze)


def desk_lamp(mesh: Mesh, metal: Material, shade: Material) -> None:
    """Stands at the origin; its bulb hangs at (0, -0.2, 0.42)."""
    mesh.tube(0.08, (0, 0.02), metal)
    mesh.tube(0.012, (0.02, 0.48), metal)
    mesh.box((-0.012, 0.012), (-0.2, 0.012), (0.468, 0.492), metal)
    with mesh.object("lamp shade", 0, -0.2, 0.38):
        mesh.lathe([(0.03, 0.14), (0.1, 0.0)], shade)


def floor_lamp(mesh: Mesh, metal: Material, shade: Material) -> None:
    """Its bulb is at height 1.62."""
    mesh.tube(0.15, (0, 0.03), metal)
    mesh.tube(0.014, (0.03, 1.6), metal)
    with mesh.object("lamp shade", 0, 0, 1.48):
        mesh.lathe([(0.12, 0.3), (0.2, 0.0)], shade, 18)


def sofa(mesh: Mesh, width: float, cover: Material, pillows: list[Material], feet: Material) -> None:
    w = width / 2
    for x in (-w + 0.05, w - 0.11):
        for y in (-0.34, 0.28):
            mesh.box((x, x + 0.06), (y, y + 0.06), (0, 0.1), feet)
    mesh.box((-w, w), (-0.4, 0.4), (0.1, 0.3), cover)
    mesh.box((-w, w), (0.2, 0.4), (0.3, 0.82), cover)
    for x in (-w, w - 0.16):
        mesh.box((x, x + 0.16), (-0.4, 0.2), (0.3, 0.6), cover)
    seat = (width - 0.34) / 2
    for k in range(2):
        x = -w + 0.165 + k * (seat + 0.01)
        mesh.box((x, x + seat), (-0.42, 0.19), (0.3, 0.45), cover)
    for k, pillow in enumerate(pillows):
        x = -w + 0.22 + k * (width - 0.8) / max(len(pillows) - 1, 1)
        corners = [(x, 0.16, 0.80), (x + 0.38, 0.17, 0.80), (x + 0.38, -0.02, 0.46), (x, -0.03, 0.46)]
        mesh.quad(corners, pillow)
        low = [(cx, cy + 0.02, cz) for cx, cy, cz in (corners[1], corners[0], corners[3], corners[2])]
        mesh.quad(low, pillow)


def round_table(mesh: Mesh, radius: float, height: float, top: Material, leg: Material) -> None:
    mesh.tube(radius, (height - 0.03, height), top, 24)
    mesh.tube(0.03, (0.02, height - 0.03), leg)
    mesh.tube(radius * 0.6, (0, 0.02), leg, 18)


def cabinet(mesh: Mesh, width: float, depth: float, height: float, drawers: int, body: Material) -> None:
    w, d, gap = width / 2, depth / 2, (height - 0.06) / drawers
    mesh.box((-w, w), (-d, d), (0, height), body)
    handle = paint(mesh, (60, 60, 64))
    for k in range(drawers):
        z = 0.04 + k * gap
        mesh.box((-w + 0.02, w - 0.02), (-d - 0.015, -d), (z, z + gap - 0.02), body)
        mesh.box((-0.07, 0.07), (-d - 0.035, -d - 0.015), (z + gap * 0.6, z + gap * 0.6 + 0.02), handle)
        label = Material(
            stationery.sign(f"{chr(65 + k)} {k * 7 + 12}", (248, 246, 236), (30, 30, 40), 60, 120)
        )
        mesh.panel((0, -d - 0.018, z + gap * 0.38), 0.12, 0.06, "-y", label)


def bin_(mesh: Mesh, colour: Rgb, radius: float, height: float) -> None:
    side = Material(cloth(mesh.rng, colour, 96))
    mesh.lathe([(1e-4, 0.05), (radius * 0.7, 0.05), (radius, height), (radius * 0.75, 0)], side)


def carton(mesh: Mesh, width: float, depth: float, height: float, text: str) -> None:
    board = Material(plain(mesh.rng, (180, 138, 92), 0.08), metres=(0.6, 0.6))
    label = Material(stationery.sign(text, (236, 228, 208), any_colour(mesh.rng, 60, 160)))
    mesh.box((-width / 2, width / 2), (-depth / 2, depth / 2), (0, height), board)
    mesh.panel((0, -depth / 2 - 0.003, height * 0.55), width * 0.7, width * 0.26, "-y", label)
    tape = Material(plain(mesh.rng, (206, 184, 140)), metres=(0.5, 0.5))
    mesh.panel((0, 0, height + 0.003), width, 0.06, "+z", tape)


def curtain(mesh: Mesh, width: float, height: float, cover: Material) -> None:
    """Hanging in folds in the plane y = 0, its top at z = 0."""
    folds = 22
    x = np.linspace(0, width, folds + 1)
    y = 0.035 * np.sin(np.arange(folds + 1) * 1.25)
    for i in range(folds):
        uv = np.array([[i / folds, 0], [(i + 1) / folds, 0], [i / folds, 1.0]])
        a, b = (x[i], y[i]), (x[i + 1], y[i + 1])
        mesh.quad([(*a, 0), (*b, 0), (*b, -height), (*a, -height)], cover, uv)
