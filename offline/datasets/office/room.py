"""The office: the room of `shell` (6 x 5 x 2.8 m) with its furniture and pictures in place."""

from __future__ import annotations

import numpy as np

from offline.datasets.office import furniture as f
from offline.datasets.office import stationery, textures
from offline.datasets.office.mesh import Material, Mesh
from offline.datasets.office.prints import POSTERS
from offline.datasets.office.shell import build_shell


def build_room(seed: int) -> Mesh:
    """Everything in the room, with fixed places and textures drawn from the seed."""
    mesh = Mesh(np.random.default_rng([seed, 1]))
    build_shell(mesh)
    _west_side(mesh)
    _east_side(mesh)
    _north_side(mesh)
    _south_side(mesh)
    _pictures(mesh)
    return mesh


def _west_side(mesh: Mesh) -> None:
    rng = mesh.rng
    black = f.paint(mesh, (44, 46, 50))
    with mesh.object("oak desk", 0.40, 3.45, 0, 90):
        f.desk(mesh, 1.5, 0.75, f.timber(mesh, (190, 146, 92)), f.paint(mesh, (70, 74, 80)), drawers=True)
    top = f.DESK_HEIGHT
    with mesh.object("monitor with code", 0.24, 3.45, top, 90):
        f.monitor(mesh, stationery.code_screen(rng), black, 0.62)
    _on_desk(mesh, 0.56, 3.42, 90)
    with mesh.object("desk lamp green", 0.31, 4.25, top, 0):
        f.desk_lamp(mesh, f.paint(mesh, (170, 150, 80)), _shade(mesh, (60, 150, 90)))
    with mesh.object("mug red", 0.55, 3.98, top, 40):
        f.mug(mesh, (196, 52, 44), (240, 230, 210))
    with mesh.object("swivel chair blue", 1.12, 3.5, 0, -75):
        f.chair(mesh, f.fabric(mesh, (44, 78, 150)), black)
    with mesh.object("sofa", 0.46, 1.35, 0, 90):
        pillows = [
            Material(textures.cloth(rng, (226, 170, 52), stripe=(250, 240, 210))),
            Material(POSTERS["geometric"](rng, 200, 200)),
            Material(textures.cloth(rng, (190, 70, 90))),
        ]
        f.sofa(mesh, 1.7, f.fabric(mesh, (62, 116, 112)), pillows, f.timber(mesh, (90, 60, 40)))
    with mesh.object("coffee table", 1.32, 1.35):
        f.round_table(mesh, 0.3, 0.44, f.timber(mesh, (146, 92, 56)), black)
    for k, (x, y, yaw) in enumerate(((1.27, 1.42, 20), (1.36, 1.24, -35))):
        with mesh.object(f"magazine {k + 1}", x, y, 0.44, yaw):
            cover = Material(list(POSTERS.values())[k * 2](rng, 330, 240))
            mesh.box((-0.1, 0.1), (-0.14, 0.14), (0, 0.012), f.paint(mesh, (230, 230, 226)), top=cover)
    with mesh.object("floor lamp", 0.36, 2.53):
        f.floor_lamp(mesh, black, _shade(mesh, (240, 220, 176)))
    with mesh.object("tall plant", 0.45, 4.6):
        f.potted_plant(mesh, (196, 108, 70), 1.45, 26, reach=0.34)


def _east_side(mesh: Mesh) -> None:
    rng = mesh.rng
    grey, top = f.paint(mesh, (170, 174, 180)), f.DESK_HEIGHT
    with mesh.object("white desk", 5.6, 3.1, 0, -90):
        f.desk(mesh, 1.6, 0.75, f.timber(mesh, (214, 202, 180)), grey, drawers=False)
    with mesh.object("monitor with plots", 5.74, 3.42, top, -78):
        f.monitor(mesh, stationery.plot_screen(rng), grey, 0.54)
    with mesh.object("monitor with desktop", 5.74, 2.86, top, -102):
        f.monitor(mesh, stationery.desktop_screen(rng), grey, 0.54)
    _on_desk(mesh, 5.42, 3.1, -90)
    with mesh.object("desk lamp orange", 5.72, 2.42, top, 180):
        f.desk_lamp(mesh, f.paint(mesh, (40, 40, 44)), _shade(mesh, (238, 130, 50)))
    with mesh.object("mug blue", 5.44, 3.62, top, 200):
        f.mug(mesh, (60, 120, 190), (250, 220, 80))
    with mesh.object("swivel chair red", 4.95, 2.95, 0, 110):
        f.chair(mesh, f.fabric(mesh, (176, 48, 52)), f.paint(mesh, (200, 200, 204)))
    with mesh.object("computer case", 5.75, 3.78, 0, -90):
        mesh.box((-0.1, 0.1), (-0.2, 0.2), (0, 0.44), f.paint(mesh, (52, 54, 60)))
        mesh.panel(
            (0, -0.202, 0.3), 0.12, 0.16, "-y", Material(stationery.sign("PC", (70, 74, 84), (120, 220, 255)))
        )
    with mesh.object("low shelf", 5.83, 1.25, 0, -90):
        f.bookshelf(mesh, 1.2, 1.0, 3, f.timber(mesh, (96, 62, 44)))
    with mesh.object("globe", 5.82, 0.85, 1.0):
        ball = Material(stationery.globe_map(rng))
        turn = np.linspace(0, np.pi, 11)
        mesh.lathe([(max(0.14 * np.sin(a), 1e-4), 0.22 + 0.14 * np.cos(a)) for a in turn], ball, 20)
        mesh.tube(0.09, (0, 0.03), f.timber(mesh, (120, 80, 44)))
        mesh.tube(0.012, (0.03, 0.1), grey)
    with mesh.object("printer", 5.82, 1.4, 1.0, -90):
        body = f.paint(mesh, (220, 222, 222))
        mesh.box((-0.22, 0.22), (-0.14, 0.15), (0, 0.2), body)
        mesh.box((-0.15, 0.15), (-0.15, -0.14), (0.06, 0.1), f.paint(mesh, (40, 40, 44)))
        mesh.box((-0.15, 0.15), (0.02, 0.04), (0.2, 0.36), Material(stationery.paper(rng)))
    with mesh.object("filing cabinet", 5.7, 4.6, 0, -90):
        f.cabinet(mesh, 0.5, 0.55, 1.25, 4, f.paint(mesh, (96, 122, 108)))
    with mesh.object("cabinet plant", 5.7, 4.62, 1.25):
        f.potted_plant(mesh, (220, 220, 226), 0.6, 18, reach=0.26)
    with mesh.object("blue bin", 5.5, 2.1):
        f.bin_(mesh, (40, 90, 170), 0.15, 0.34)


def _north_side(mesh: Mesh) -> None:
    rng, top = mesh.rng, f.DESK_HEIGHT
    with mesh.object("walnut desk", 3.1, 4.5, 0, 0):
        f.desk(mesh, 1.5, 0.7, f.timber(mesh, (112, 74, 50)), f.paint(mesh, (30, 30, 32)), drawers=True)
    with mesh.object("laptop", 3.0, 4.45, top, 8):
        f.laptop(mesh, stationery.plot_screen(rng), f.paint(mesh, (150, 152, 160)))
    with mesh.object("desk plant", 3.68, 4.62, top):
        f.potted_plant(mesh, (236, 188, 60), 0.36, 14, reach=0.25)
    with mesh.object("book stack", 2.55, 4.5, top, 14):
        for k in range(5):
            cover = stationery.spine(rng, 170, 26)
            edge = Material(np.ascontiguousarray(np.rot90(cover)))
            side = Material(np.full((4, 4, 3), cover[3, 3], np.uint8))
            slip = float(rng.uniform(-0.02, 0.02))
            mesh.box(
                (-0.12 + slip, 0.12 + slip), (-0.08, 0.09), (0.036 * k, 0.036 * k + 0.034), side, front=edge
            )
    with mesh.object("pen cup", 3.42, 4.34, top):
        mesh.lathe([(0.036, 0.01), (0.038, 0.1), (0.034, 0.0)], f.paint(mesh, (30, 130, 140)), 10)
        for k in range(5):
            x, y = 0.02 * np.cos(1.3 * k), 0.02 * np.sin(1.3 * k)
            colour = ((220, 40, 40), (240, 200, 40), (30, 60, 200), (20, 20, 20), (40, 160, 60))[k]
            mesh.box(
                (x - 0.004, x + 0.004), (y - 0.004, y + 0.004), (0.02, 0.13 + 0.01 * k), f.paint(mesh, colour)
            )
    with mesh.object("swivel chair olive", 2.7, 3.93, 0, 175):
        f.chair(mesh, f.fabric(mesh, (122, 126, 54)), f.paint(mesh, (46, 46, 50)))
    with mesh.object("wicker bin", 4.15, 4.7):
        f.bin_(mesh, (176, 132, 80), 0.16, 0.38)
    with mesh.object("north cartons", 4.75, 4.72, 0, 8):
        f.carton(mesh, 0.5, 0.42, 0.36, "CABLES")
    with mesh.object("small carton", 4.78, 4.72, 0.36, -10):
        f.carton(mesh, 0.34, 0.3, 0.24, "LENSES")


def _south_side(mesh: Mesh) -> None:
    with mesh.object("tall bookshelf", 1.1, 0.17, 0, 180):
        f.bookshelf(mesh, 1.5, 2.05, 6, f.timber(mesh, (168, 118, 74)))
    with mesh.object("shelf box", 0.72, 0.17, 2.05, 175):
        f.carton(mesh, 0.4, 0.26, 0.22, "ARCHIVE")
    with mesh.object("shelf plant", 1.4, 0.17, 2.05):
        f.potted_plant(mesh, (70, 110, 180), 0.42, 16, reach=0.15)
    with mesh.object("whiteboard", 3.12, 0.0, 1.5, 180):
        mesh.box((-0.97, 0.97), (-0.02, 0), (-0.57, 0.57), f.paint(mesh, (150, 154, 160)))
        mesh.panel((0, -0.024, 0), 1.88, 1.08, "-y", Material(stationery.whiteboard(mesh.rng)))
        mesh.box((-0.6, 0.6), (-0.09, -0.02), (-0.6, -0.575), f.paint(mesh, (170, 174, 180)))
        for k, colour in enumerate(((30, 60, 180), (200, 40, 40), (20, 130, 70))):
            mesh.box(
                (-0.3 + 0.17 * k, -0.18 + 0.17 * k), (-0.07, -0.05), (-0.575, -0.555), f.paint(mesh, colour)
            )
    with mesh.object("bench", 3.1, 0.3, 0, 180):
        timber = f.timber(mesh, (206, 176, 120))
        mesh.box((-0.75, 0.75), (-0.18, 0.18), (0.40, 0.45), timber)
        for x in (-0.68, 0.6):
            mesh.box((x, x + 0.08), (-0.16, 0.16), (0, 0.40), timber)
    with mesh.object("backpack", 3.55, 0.3, 0.45, 170):
        mesh.box((-0.16, 0.16), (-0.1, 0.1), (0, 0.42), f.fabric(mesh, (210, 96, 34)))
        mesh.box((-0.12, 0.12), (-0.14, -0.1), (0.04, 0.22), f.fabric(mesh, (60, 64, 72)))
    with mesh.object("bench carton", 2.6, 0.3, 0.45, 186):
        f.carton(mesh, 0.36, 0.28, 0.26, "SENSORS")


def _pictures(mesh: Mesh) -> None:
    """Framed posters: wall, distance along it, height of the centre, width, height, what."""
    frames = [f.paint(mesh, c) for c in ((30, 30, 34), (236, 232, 222), (150, 100, 60))]
    for k, (x, y, z, yaw, width, height, kind) in enumerate(
        (
            (0.0, 0.75, 1.62, 90, 0.52, 0.74, "mountains"),
            (0.0, 1.38, 1.66, 90, 0.56, 0.80, "geometric"),
            (0.0, 2.02, 1.62, 90, 0.52, 0.74, "sunflower"),
            (0.0, 3.05, 1.72, 90, 0.60, 0.44, "skyline"),
            (0.0, 3.95, 1.75, 90, 0.50, 0.70, "science"),
            (6.0, 1.25, 1.95, -90, 1.10, 0.72, "world map"),
            (6.0, 2.35, 1.80, -90, 0.46, 0.64, "elements"),
            (6.0, 3.9, 1.72, -90, 0.50, 0.70, "calendar"),
            (1.05, 5.0, 1.70, 0, 0.62, 0.88, "metro"),
            (2.0, 0.0, 1.55, 180, 0.26, 0.38, "sunflower"),
            (4.33, 0.0, 1.72, 180, 0.30, 0.42, "skyline"),
        )
    ):
        with mesh.object(f"{kind} poster {k + 1}", x, y, z, yaw):
            w, h = width / 2 + 0.025, height / 2 + 0.025
            mesh.box((-w, w), (-0.02, 0), (-h, h), frames[k % 3])
            image = POSTERS[kind](mesh.rng, int(height * 720), int(width * 720))
            mesh.panel((0, -0.0225, 0), width, height, "-y", Material(image))
    with mesh.object("cork board", 6.0, 3.1, 1.78, -90):
        mesh.box((-0.48, 0.48), (-0.02, 0), (-0.34, 0.34), frames[2])
        mesh.panel((0, -0.0225, 0), 0.9, 0.62, "-y", Material(stationery.cork_board(mesh.rng)))


def _on_desk(mesh: Mesh, x: float, y: float, yaw: float) -> None:
    """Keyboard, mouse and two sheets of paper, as used by someone who looks along `yaw`."""
    top, rng = f.DESK_HEIGHT, mesh.rng
    with mesh.object("keyboard", x, y, top, yaw):
        keys = Material(stationery.keyboard(rng))
        mesh.box((-0.22, 0.22), (-0.07, 0.07), (0, 0.02), f.paint(mesh, (40, 42, 46)), top=keys)
        mesh.box((0.28, 0.34), (-0.05, 0.05), (0, 0.03), f.paint(mesh, (28, 28, 32)))
        for k in range(2):
            turned = float(rng.uniform(-25, 25))
            with mesh.object("sheet of paper", -0.42 - 0.08 * k, 0.03 * k, 0.002 + 0.002 * k, turned):
                mesh.panel((0, 0, 0), 0.21, 0.297, "+z", Material(stationery.paper(rng)))


def _shade(mesh: Mesh, colour: tuple[int, int, int]) -> Material:
    return Material(textures.plain(mesh.rng, colour), emission=0.9, casts_shadow=False)
