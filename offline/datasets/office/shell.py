"""The empty room: floor, walls, ceiling, window, door and what is screwed to them; and the light sources.

World frame: x along the window wall, y towards it, z up; origin in a corner of the floor; metres.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from offline.datasets.office import furniture as f
from offline.datasets.office import stationery, textures
from offline.datasets.office.mesh import Floats, Material, Mesh

SIZE = (6.0, 5.0, 2.8)
WINDOW = ((1.9, 4.1), (0.95, 2.25))  # x and z spans in the north wall, metres
LIGHT_PANELS = ((1.5, 1.5), (4.5, 1.5), (1.5, 3.5), (4.5, 3.5))  # centres of the four ceiling panels
BULBS = ((0.36, 2.53, 1.62), (0.31, 4.05, 1.12), (5.72, 2.62, 1.12))  # floor lamp, two desk lamps
SUN_DIRECTION = np.array([-0.42, 0.72, 0.62])  # towards the sun, outside the window
SUN_RGB = np.array([5.2, 4.6, 3.6])


@dataclass(frozen=True)
class Light:
    """A parallelogram (corner and two edges, metres) of radiance `rgb`; its front is at `down` x `right`."""

    corner: Floats
    right: Floats
    down: Floats
    rgb: Floats
    omnidirectional: bool = False


def lights() -> list[Light]:
    """Light sources in world coordinates."""
    found = []
    for x, y in LIGHT_PANELS:
        corner = np.array([x - 0.3, y - 0.3, SIZE[2] - 0.03])
        found.append(
            Light(corner, np.array([0.6, 0, 0]), np.array([0, 0.6, 0]), np.array([15.0, 14.2, 13.0]))
        )
    (x0, x1), (z0, z1) = WINDOW
    sky = Light(
        np.array([x0, SIZE[1] - 0.03, z1]),
        np.array([x1 - x0, 0, 0]),
        np.array([0, 0, z0 - z1]),
        np.array([3.4, 4.0, 5.0]),
    )
    found.append(sky)
    for bulb in BULBS:
        corner = np.array(bulb) - [0.03, 0.03, 0]
        edges = np.array([0.06, 0, 0]), np.array([0, 0.06, 0])
        found.append(Light(corner, *edges, np.array([105.0, 72.0, 38.0]), omnidirectional=True))
    return found


def build_shell(mesh: Mesh) -> None:
    """The room without furniture."""
    _shell(mesh)
    _window(mesh)
    _door_and_fittings(mesh)


def _shell(mesh: Mesh) -> None:
    width, depth, height = SIZE
    rng = mesh.rng
    with mesh.object("floor", 0, 0):
        mesh.panel(
            (width / 2, depth / 2, 0), width, depth, "+z", Material(textures.plank_floor(rng, width, depth))
        )
    with mesh.object("ceiling", 0, 0):
        tiles = Material(textures.tile_ceiling(rng, width, depth))
        mesh.panel((width / 2, depth / 2, height), width, depth, "-z", tiles)
    with mesh.object("west wall", 0, 0):
        sage = Material(textures.painted_wall(rng, (150, 176, 150), depth, height))
        mesh.panel((0, depth / 2, height / 2), depth, height, "+x", sage)
    with mesh.object("east wall", 0, 0):
        ochre = Material(textures.painted_wall(rng, (222, 190, 128), depth, height))
        mesh.panel((width, depth / 2, height / 2), depth, height, "-x", ochre)
    with mesh.object("south wall", 0, 0):
        mesh.panel(
            (width / 2, 0, height / 2), width, height, "+y", Material(textures.brick_wall(rng, width, height))
        )
    with mesh.object("north wall", 0, 0):
        blue = Material(textures.painted_wall(rng, (148, 172, 202), width, height))
        (x0, x1), (z0, z1) = WINDOW
        for xa, xb, za, zb in (
            (0, x0, 0, height),
            (x1, width, 0, height),
            (x0, x1, 0, z0),
            (x0, x1, z1, height),
        ):
            uv = np.array(
                [[xa / width, 1 - zb / height], [xb / width, 1 - zb / height], [xa / width, 1 - za / height]]
            )
            mesh.quad([(xa, depth, zb), (xb, depth, zb), (xb, depth, za), (xa, depth, za)], blue, uv)
    with mesh.object("skirting", 0, 0):
        board = f.paint(mesh, (226, 220, 206))
        mesh.box((0, width), (depth - 0.015, depth), (0, 0.09), board)
        mesh.box((0, 4.5), (0, 0.015), (0, 0.09), board)
        mesh.box((0, 0.015), (0, depth), (0, 0.09), board)
        mesh.box((width - 0.015, width), (0, depth), (0, 0.09), board)
    with mesh.object("rug", 3.0, 2.3, 0, 12):
        mesh.box(
            (-1.15, 1.15),
            (-0.8, 0.8),
            (0, 0.012),
            f.paint(mesh, (110, 40, 40)),
            top=Material(textures.rug(rng)),
        )
    for k, (x, y) in enumerate(LIGHT_PANELS):
        with mesh.object(f"ceiling light {k + 1}", x, y, height):
            glow = Material(textures.plain(rng, (250, 248, 240), 0.01), emission=2.2)
            mesh.box((-0.32, 0.32), (-0.32, 0.32), (-0.025, 0), f.paint(mesh, (225, 225, 228)))
            mesh.panel((0, 0, -0.027), 0.58, 0.58, "-z", glow)


def _window(mesh: Mesh) -> None:
    (x0, x1), (z0, z1) = WINDOW
    white = f.paint(mesh, (236, 234, 226))
    with mesh.object("window", 0, SIZE[1]):
        view = Material(stationery.window_view(mesh.rng), emission=1.25, casts_shadow=False)
        mesh.panel(((x0 + x1) / 2, -0.001, (z0 + z1) / 2), x1 - x0, z1 - z0, "-y", view)
        for x in (x0 - 0.06, (x0 + x1) / 2 - 0.03, x1):
            mesh.box((x, x + 0.06), (-0.06, 0), (z0, z1), white)
        for z in (z0 - 0.06, z1):
            mesh.box((x0 - 0.06, x1 + 0.06), (-0.06, 0), (z, z + 0.06), white)
        mesh.box((x0 - 0.1, x1 + 0.1), (-0.16, 0), (z0 - 0.09, z0 - 0.06), white)
    with mesh.object("blind", x0, SIZE[1] - 0.075, z1 + 0.05):
        slat = f.paint(mesh, (216, 206, 186))
        for k in range(7):
            mesh.box((1.13, 2.18), (-0.02, 0.01), (-0.06 - 0.055 * k, -0.02 - 0.055 * k), slat)
    for k, x in enumerate((x0 - 0.42, x1 + 0.06)):
        with mesh.object(f"curtain {k + 1}", x, SIZE[1] - 0.11, 2.42):
            f.curtain(mesh, 0.36, 2.2, f.fabric(mesh, (172, 72, 58), stripe=(216, 150, 92)))
    with mesh.object("radiator", 3.0, SIZE[1] - 0.07):
        for k in range(16):
            mesh.box((-0.8 + 0.1 * k, -0.72 + 0.1 * k), (-0.05, 0.05), (0.12, 0.7), white)


def _door_and_fittings(mesh: Mesh) -> None:
    rng = mesh.rng
    with mesh.object("door", 5.05, 0.0, 0, 180):
        frame, leaf = f.paint(mesh, (232, 226, 210)), f.timber(mesh, (128, 78, 48))
        for x in (-0.5, 0.44):
            mesh.box((x, x + 0.06), (-0.05, 0), (0, 2.1), frame)
        mesh.box((-0.5, 0.5), (-0.05, 0), (2.04, 2.1), frame)
        mesh.box((-0.44, 0.44), (-0.03, 0), (0, 2.04), leaf)
        for z, high in ((0.2, 0.75), (1.12, 0.75)):
            for x in (-0.36, 0.04):
                mesh.box((x, x + 0.32), (-0.042, -0.03), (z, z + high), leaf)
        metal = f.paint(mesh, (196, 196, 190))
        mesh.box((0.30, 0.41), (-0.085, -0.065), (1.0, 1.03), metal)
        mesh.box((0.37, 0.41), (-0.065, -0.03), (0.9, 1.08), metal)
    with mesh.object("exit sign", 5.05, 0.03, 2.28, 180):
        exit_sign = Material(stationery.sign("EXIT", (20, 140, 70), (245, 255, 245)), emission=0.4)
        mesh.panel((0, -0.02, 0), 0.42, 0.16, "-y", exit_sign)
    with mesh.object("light switch", 4.35, 0.0, 1.1, 180):
        mesh.box((-0.05, 0.05), (-0.015, 0), (-0.06, 0.06), f.paint(mesh, (240, 240, 236)))
    with mesh.object("fire extinguisher", 4.42, 0.13):
        red = f.paint(mesh, (200, 24, 28))
        mesh.lathe([(0.02, 0.52), (0.03, 0.46), (0.075, 0.4), (0.075, 0.0)], red)
        mesh.box((-0.06, 0.02), (-0.015, 0.015), (0.5, 0.54), f.paint(mesh, (30, 30, 32)))
    with mesh.object("smoke detector", 3.0, 1.2, SIZE[2] - 0.05):
        mesh.tube(0.07, (0, 0.05), f.paint(mesh, (246, 246, 240)))
    with mesh.object("air vent", 3.0, 3.9, SIZE[2]):
        for k in range(6):
            mesh.box(
                (-0.28, 0.28),
                (-0.26 + 0.09 * k, -0.2 + 0.09 * k),
                (-0.015, 0),
                f.paint(mesh, (150, 154, 160)),
            )
    with mesh.object("clock", 5.1, SIZE[1] - 0.002, 2.15):
        mesh.panel((0, -0.03, 0), 0.4, 0.4, "-y", Material(stationery.clock_face()))
        mesh.box((-0.2, 0.2), (-0.028, 0), (-0.2, 0.2), f.paint(mesh, (24, 24, 28)))
    with mesh.object("coat rack", 5.82, 0.22):
        metal = f.timber(mesh, (84, 52, 34))
        mesh.tube(0.13, (0, 0.03), metal)
        mesh.tube(0.02, (0.03, 1.75), metal)
        coat = Material(textures.cloth(rng, (38, 66, 128)))
        mesh.lathe([(0.03, 1.7), (0.11, 1.55), (0.13, 1.2), (0.17, 0.75)], coat)
