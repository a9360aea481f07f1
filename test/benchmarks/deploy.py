"""What a student costs where it runs, against DUSt3R: `make bench [MINUTES=10] [PRESETS=kd3d_s]`.

    python test/benchmarks/deploy.py [--scene SCENES_DIR/NAME] [--frames 100] [--out DIR]

Each preset is trained for MINUTES on the kitchen (see surroundings; else the generated office), exported, and
kept in runs/benchmarks; --scene takes a bundle as it is instead.  Then

dust3r    the library's network, random weights, float32, on a pair of images, one way.
students  each preset x backend x precision: size, memory, latency, error on held-out frames.
node      a node with onnxruntime, from its start to the first cloud over DDS, and its memory.

Each measurement has a process of its own.  What the machine lacks is left out, and said.  Writes deploy.md
and deploy.svg, with --docs also into docs/BENCHMARKS.md and docs/images.  Of the last line, `int8_*`,
`onnx_parity_m_p999` (as offline.export found it) and the speed are the first preset's; predict_ms_fastest is
of what errs at most 10 % more than torch's fp32, and the speedup is that of the quickest fp32 over half of
DUSt3R's time for a pair, as that has two images.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import logging
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from deploy_child import camera_image
from deploy_report import Row, put_into, write_figure, write_table
from surroundings import REPOSITORY, benchmark_data, machine_and_versions
from trained_scenes import FOLDER, trained_scene

from kd3d_ros.backends import BACKENDS, DeviceError, open_backends
from kd3d_ros.scene import SceneBundle, load_scene
from kd3d_ros.student import PRESETS
from offline import export
from offline.export import ExportConfig

PARTS = ("dust3r", "students", "node")
INPUT_WIDTHS = {"paper_cnn": 128, "paper_mobilenet": 192, "paper_vit": 192}
"""Of the paper's students, pixels: at their own 512 a CPU takes seconds an image, and hours to train."""
MOST_ERROR_RATIO = 1.1
"""Of the fastest choice, by torch's fp32."""
SERVED_HZ, SERVED_SECONDS = 10.0, 3.0
"""What the node does before its memory is read."""


class Missing(Exception):
    """What cannot be measured here, and why."""


def measured(*arguments: str) -> Row:
    """What deploy_child.py finds.  Raises Missing where it fails."""
    print(f"measuring {' '.join(arguments)}", file=sys.stderr, flush=True)
    command = [sys.executable, str(Path(__file__).with_name("deploy_child.py")), *arguments]
    ended = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if ended.returncode:
        raise Missing(f"{' '.join(arguments)}: its process ended with status {ended.returncode}")
    return json.loads(ended.stdout.splitlines()[-1])


def measured_dust3r() -> Row:
    """The row of DUSt3R.  Raises Missing."""
    if importlib.util.find_spec("mini_dust3r") is None:
        raise Missing("dust3r: mini-dust3r is not installed (tools/setup_dust3r.sh)")
    return measured("dust3r")


def exported(preset: str, minutes: float, skipped: list[str]) -> SceneBundle:
    """A student of the preset, trained and exported the first time."""
    place = "kitchen" if benchmark_data() else "office"
    bundle = trained_scene(place, minutes, INPUT_WIDTHS.get(preset), preset).bundle
    if "onnx" not in bundle.manifest:
        scene = {"scene": bundle.name, "scenes_dir": bundle.path.parent, "work_dir": FOLDER / "work"}
        try:
            export.run(ExportConfig(**scene, force=True))  # what a variant loses is for the table to say
        except Exception as error:  # whatever it is, the rows of the others are not to be lost
            skipped.append(f"{preset}, onnxruntime: {error}")
    return load_scene(bundle.path.parent, bundle.name)


def student_rows(bundle: SceneBundle, given: Sequence[str], skipped: list[str]) -> list[Row]:
    """A row for each backend and precision that the machine has for this bundle.

    given: further words for deploy_child.py.
    """
    rows = []
    for name in BACKENDS:
        try:
            precisions = open_backends(bundle, name, "auto", 0)[0].precisions
        except DeviceError as error:
            skipped.append(f"{bundle.architecture.preset}: {error}")
            continue
        for precision in precisions:
            try:
                rows.append(
                    measured("student", str(bundle.path.parent), bundle.name, name, precision, *given)
                )
            except Missing as error:
                skipped.append(str(error))
    return rows


def node_figures(bundle: SceneBundle) -> dict[str, float]:
    """Seconds from the node's start to its first cloud here, and its memory while it serves.

    Raises Missing.
    """
    try:
        open_backends(bundle, "onnxruntime", "auto", 0)
        return served_node(bundle)
    except (
        DeviceError,
        ImportError,
        SystemExit,
    ) as error:  # by the last one node_process says that nothing came
        raise Missing(f"node: {error}") from error


def served_node(bundle: SceneBundle) -> dict[str, float]:
    """The same; raises ImportError without rclpy, SystemExit where no cloud comes."""
    from node_process import running_node

    images = [camera_image()]
    start = time.monotonic()
    with running_node(scene=bundle.name, scenes_dir=bundle.path.parent, backend="onnxruntime") as node:

        def served_one() -> bool:
            node.send(images)
            return bool(node.cloud_times)

        node.wait_for(served_one, "first cloud")
        first_cloud_s = node.cloud_times[0] - start
        node.send_at(images, SERVED_HZ, SERVED_SECONDS)
        return {"first_cloud_s": round(first_cloud_s, 3), "node_rss_mb": round(node.rss_mb, 1)}


def headline(rows: Sequence[Row], dust3r: Row | None, bundle: SceneBundle) -> dict[str, Any]:
    """The figures of one preset; None where they could not be measured."""
    own = [row for row in rows if row["preset"] == bundle.architecture.preset]
    by_choice = {(row["backend"], row["precision"]): row for row in own}
    exact, int8 = by_choice.get(("torch", "fp32")), by_choice.get(("onnxruntime", "int8"))
    sound = [row for row in own if not exact or row["error_m"] <= MOST_ERROR_RATIO * exact["error_m"]]
    fastest = min(sound, key=lambda row: row["ms"], default=None)
    fp32_ms = min((row["ms"] for row in own if row["precision"] == "fp32"), default=None)
    return {
        "preset": bundle.architecture.preset,
        "speedup_vs_dust3r": round(dust3r["ms"] / 2 / fp32_ms, 1) if dust3r and fp32_ms else None,
        "dust3r_pair_ms": dust3r["ms"] if dust3r else None,
        "predict_ms_fastest": fastest["ms"] if fastest else None,
        "backend_fastest": f"{fastest['backend']} {fastest['precision']}" if fastest else None,
        "predict_ms_fp32": fp32_ms,
        "int8_mb": int8["file_mb"] if int8 else None,
        "int8_error_ratio": round(int8["error_m"] / exact["error_m"], 4) if int8 and exact else None,
        "onnx_parity_m_p999": bundle.manifest.get("onnx", {}).get("difference_m_p999"),
    }


def onnxruntime_version() -> str | None:
    """None where it is not installed."""
    try:
        return version("onnxruntime")
    except PackageNotFoundError:
        return None


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=2.0, help="of training, each student")
    parser.add_argument("--presets", nargs="+", choices=list(PRESETS), default=list(PRESETS))
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--scene", type=Path, help="a bundle's folder: measure it, train none")
    parser.add_argument("--frames", type=int, default=100, help="held-out frames that show the error")
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder of table and figure")
    parser.add_argument("--docs", action="store_true", help="also put both into the project's documents")
    options = parser.parse_args()
    data, skipped = benchmark_data(), list[str]()
    place = data.name if data else "office"
    if options.scene:
        bundles = [load_scene(options.scene.parent, options.scene.name)]
    else:
        wanted = options.presets if "students" in options.parts else options.presets[:1]
        bundles = [exported(preset, options.minutes, skipped) for preset in wanted]
    dust3r, rows = None, list[Row]()
    node: dict[str, float | None] = {"first_cloud_s": None, "node_rss_mb": None}
    try:
        if "dust3r" in options.parts:
            dust3r = measured_dust3r()
    except Missing as error:
        skipped.append(str(error))
    if "students" in options.parts:
        given = [str(options.frames), *(["--data", str(data)] if data else [])]
        rows = [row for bundle in bundles for row in student_rows(bundle, given, skipped)]
    try:
        if "node" in options.parts:
            node |= node_figures(bundles[0])
    except Missing as error:
        skipped.append(str(error))
    figures = {**headline(rows, dust3r, bundles[0]), **node}
    of_run = {
        "data": place,
        "minutes": None if options.scene else options.minutes,
        "frames": options.frames,
        "onnxruntime": onnxruntime_version(),
        **machine_and_versions(),
    }
    image_ms = dust3r["ms"] / 2 if dust3r else None
    notes = [f"not measured: {reason}" for reason in skipped] + [json.dumps(of_run)]
    table, figure = options.out / "deploy.md", options.out / "deploy.svg"
    write_table(table, [*([dust3r] if dust3r else []), *rows], image_ms, place, notes)
    if rows:
        write_figure(figure, rows, image_ms, place)
    if options.docs and rows:
        put_into(REPOSITORY / "docs/BENCHMARKS.md", table.read_text())
        shutil.copy(figure, REPOSITORY / "docs/images")
    print(table.read_text())
    print(json.dumps({**figures, "skipped": skipped, **of_run}))


if __name__ == "__main__":
    main()
