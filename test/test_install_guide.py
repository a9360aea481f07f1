"""docs/INSTALL.md, the Dockerfile and the devcontainer against the package; Docker itself is not needed."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
GUIDE = (REPOSITORY / "docs/INSTALL.md").read_text()
COMMANDS = "\n".join(re.findall(r"^```\n(.+?)^```", GUIDE, re.DOTALL | re.MULTILINE))
# The command of a line that a backslash continues is one line here, as it is to a shell.
DOCKERFILE = (REPOSITORY / "Dockerfile").read_text().replace("\\\n", " ")
TORCH_BACKEND = {"torch", "torchvision", "timm"}
BUILD_SECONDS = 200


def requirements() -> set[str]:
    """What setup.py makes pip install for the node, without setuptools, which ROS brings."""
    (call,) = (
        node
        for node in ast.walk(ast.parse((REPOSITORY / "setup.py").read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "setup"
    )
    (wanted,) = (keyword.value for keyword in call.keywords if keyword.arg == "install_requires")
    return set(ast.literal_eval(wanted)) - {"setuptools"}


def pip_keys() -> set[str]:
    """The keys of package.xml for which rosdep would run pip."""
    root = ElementTree.parse(REPOSITORY / "package.xml").getroot()
    return {key.text or "" for key in root.iter("exec_depend") if (key.text or "").endswith("-pip")}


def pip_installs(text: str) -> list[list[str]]:
    """What each `pip install` in `text` names: no options, no values of options."""
    lists = []
    for command in re.findall(r"\bpip install ([^\n&#]+)", text.replace("\\\n", " ")):
        words = iter(shlex.split(command))
        named = []
        for word in words:
            if word == "--index-url":
                next(words)
            elif not word.startswith("-"):
                named.append(word)
        lists.append(named)
    return lists


def skipped_keys(text: str) -> set[str]:
    (keys,) = re.findall(r'--skip-keys "([^"]+)"', text)
    return set(keys.split())


def copies() -> list[tuple[str, str]]:
    """(source, folder or file that it becomes in the image) of each COPY of the Dockerfile."""
    pairs = []
    for line in re.findall(r"^COPY (.+)$", DOCKERFILE, re.MULTILINE):
        *sources, target = line.split()
        pairs += [
            (source, f"{target}{Path(source).name}" if target.endswith("/") else target) for source in sources
        ]
    return pairs


def test_the_guide_installs_what_setup_py_requires():
    core, torch, onnxruntime, without_venv, jetson = pip_installs(COMMANDS)
    assert set(core) == requirements() - TORCH_BACKEND
    assert set(torch) == TORCH_BACKEND
    assert onnxruntime == ["onnxruntime"]
    assert jetson == ["onnxruntime-gpu"]
    kept_at_numpy_1 = {"numpy": "numpy<2", "opencv-python-headless<5": "opencv-python-headless<4.12"}
    assert set(without_venv) == {kept_at_numpy_1.get(name, name) for name in core} | {"onnxruntime"}


def test_the_image_installs_what_setup_py_requires():
    (installed,) = pip_installs(DOCKERFILE)
    assert set(installed) == requirements() - TORCH_BACKEND | {"$BACKEND"}
    assert 'ARG BACKEND="onnxruntime"' in DOCKERFILE
    assert f'--build-arg BACKEND="{" ".join(pip_installs(COMMANDS)[1])}"' in GUIDE


def test_rosdep_is_told_to_leave_to_pip_what_is_pips():
    assert skipped_keys(COMMANDS) == pip_keys()
    assert skipped_keys(DOCKERFILE) == pip_keys() | {"cv_bridge", "python3-opencv"}


def test_links_of_the_guide_lead_to_files():
    for link in re.findall(r"\]\((?!https://)([^)#]+)", GUIDE):
        assert (REPOSITORY / "docs" / link).is_file(), link
    assert "(docs/INSTALL.md)" in (REPOSITORY / "README.md").read_text()


def test_the_devcontainer_is_a_stage_of_the_image():
    folder = REPOSITORY / ".devcontainer"
    build = json.loads((folder / "devcontainer.json").read_text())["build"]
    assert (folder / build["dockerfile"]).resolve() == REPOSITORY / "Dockerfile"
    assert (folder / build["context"]).resolve() == REPOSITORY
    stages = re.findall(r"^FROM (\S+) AS (\S+)$", DOCKERFILE, re.MULTILINE)
    assert stages[0] == ("ros:jazzy-ros-base", build["target"])


def test_what_the_image_copies_builds_with_colcon_for_the_python_that_builds(tmp_path):
    if importlib.util.find_spec("colcon_core") is None:
        pytest.skip(f"no colcon for {sys.executable} (pip install .[dev])")
    for source, target in copies():
        copy = shutil.copytree if (REPOSITORY / source).is_dir() else shutil.copy
        (tmp_path / target).parent.mkdir(parents=True, exist_ok=True)
        copy(REPOSITORY / source, tmp_path / target)
    (command,) = re.findall(r"/opt/kd3d/bin/python (-m colcon build .+)$", DOCKERFILE, re.MULTILINE)
    build = subprocess.run(
        [sys.executable, *command.split()],
        cwd=tmp_path,
        env=os.environ | {"COLCON_LOG_PATH": str(tmp_path / "log")},
        capture_output=True,
        text=True,
        timeout=BUILD_SECONDS,
        check=False,
    )
    assert build.returncode == 0, build.stdout + build.stderr
    installed = tmp_path / "install/kd3d_ros"
    node = (installed / "lib/kd3d_ros/student_node").read_text()
    assert node.startswith(f"#!{sys.executable}\n")
    for folder in ("launch", "config"):
        wanted = {file.name for file in (REPOSITORY / folder).iterdir() if file.is_file()}
        assert {file.name for file in (installed / "share/kd3d_ros" / folder).iterdir()} == wanted
