"""What every benchmark says of machine and versions, and which recording it uses."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
DECISIVE = ("kd3d_ros", "torch", "timm", "numpy", "opencv-python-headless")


def machine_and_versions() -> dict[str, object]:
    """CPU, cores and load; versions of what decides speed and accuracy."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    models = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    return {
        "machine": {
            "cpu": models[0] if models else platform.machine(),
            "cores": os.cpu_count(),
            "load_1min": round(os.getloadavg()[0], 1),
        },
        "versions": {
            "python": platform.python_version(),
            **{
                name: version(name)
                for name in ("kd3d_ros", "torch", "timm", "numpy", "opencv-python-headless")
            },
        },
    }


def benchmark_data() -> Path | None:
    """`$KD3D_BENCH_DATA`, else the real kitchen beside the project; None (said aloud) means the office."""
    root = Path(os.environ.get("KD3D_BENCH_DATA", REPOSITORY / "../shared/data/7scenes/redkitchen"))
    if root.is_dir():
        return root.resolve()
    print(f"No recording at {root} (set KD3D_BENCH_DATA): the generated office is used.")
    return None
