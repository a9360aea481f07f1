"""The package as a ROS 2 workspace builds it, and what its files promise each other."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kd3d_ros import __version__

REPOSITORY = Path(__file__).resolve().parents[1]
COLCON = Path(sys.executable).with_name("colcon")
BUILD_SECONDS = 200
IMPORT_ALL = """
import importlib, pkgutil, sys
import kd3d_ros, offline
for package in (kd3d_ros, offline):
    assert package.__path__[0].startswith(sys.argv[1]), package.__path__
for module in pkgutil.iter_modules(kd3d_ros.__path__):
    importlib.import_module("kd3d_ros." + module.name)
"""


def committed_files() -> list[Path]:
    """What a clone would hold: tracked files, and new ones that are not ignored."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip(f"not a git clone: {listed.stderr.strip()}")
    return [Path(name) for name in listed.stdout.splitlines() if (REPOSITORY / name).is_file()]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`install/kd3d_ros` of a workspace with this package, built by colcon."""
    if not COLCON.exists():
        pytest.skip(f"no colcon beside {sys.executable} (pip install .[dev])")
    workspace = tmp_path_factory.mktemp("workspace")
    for name in committed_files():
        copy = workspace / "src" / "kd3d_ros" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPOSITORY / name, copy)
    path = os.pathsep.join([str(COLCON.parent), os.environ["PATH"]])
    build = subprocess.run(
        [COLCON, "build", "--event-handlers", "console_direct+"],
        cwd=workspace,
        env=os.environ | {"PATH": path, "COLCON_LOG_PATH": str(workspace / "log")},
        capture_output=True,
        text=True,
        timeout=BUILD_SECONDS,
        check=False,
    )
    assert build.returncode == 0, build.stdout + build.stderr
    return workspace / "install" / "kd3d_ros"


def test_colcon_installs_what_ros2_run_and_ros2_launch_look_for(installed):
    executable = installed / "lib/kd3d_ros/student_node"
    assert os.access(executable, os.X_OK)
    share = installed / "share/kd3d_ros"
    for name in (
        "package.xml",
        "launch/student.launch.py",
        "config/student.yaml",
        "config/student.rviz",
        "config/fastdds.xml",
    ):
        assert (share / name).read_bytes() == (REPOSITORY / name).read_bytes()
    assert (installed / "share/ament_index/resource_index/packages/kd3d_ros").is_file()


def test_what_colcon_installed_can_be_imported_and_run(installed, tmp_path):
    pytest.importorskip("rclpy", reason="rclpy is not installed")
    (site_packages,) = installed.glob("lib/python*/site-packages")
    environment = os.environ | {
        "PYTHONPATH": str(site_packages),
        "ROS_LOG_DIR": str(tmp_path),
        "ROS_AUTOMATIC_DISCOVERY_RANGE": "OFF",
    }
    subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, str(installed)],
        cwd=tmp_path,
        env=environment,
        timeout=120,
        check=True,
    )
    node = subprocess.run(
        [installed / "lib/kd3d_ros/student_node", "--ros-args", "-p", "image_transport:=none"],
        cwd=tmp_path,
        env=environment,
        timeout=120,
        capture_output=True,
        text=True,
        check=False,
    )
    assert node.returncode == 2, node.stderr
    assert "image_transport 'none' is not allowed; allowed: raw or compressed" in node.stderr + node.stdout


def test_package_xml_agrees_with_the_python_package():
    root = ElementTree.parse(REPOSITORY / "package.xml").getroot()
    assert root.get("format") == "3"
    assert root.findtext("name") == "kd3d_ros"
    assert root.findtext("version") == __version__
    assert root.findtext("license") == "Apache-2.0"
    assert root.findtext("export/build_type") == "ament_python"


def test_every_ros_package_that_is_imported_is_declared():
    declared = {
        element.text
        for element in ElementTree.parse(REPOSITORY / "package.xml").getroot().iter("exec_depend")
    }
    ros = re.compile(
        r"(rclpy|cv_bridge|launch|launch_ros|\w+_msgs|\w+_interfaces|ament_index_python|tf2_ros)$"
    )
    for folder in ("kd3d_ros", "launch"):
        for file in (REPOSITORY / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text())):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                if isinstance(node, ast.ImportFrom):
                    names = [node.module or ""]
                for name in names:
                    package = name.split(".")[0]
                    if ros.fullmatch(package):
                        # tf2_ros for Python is in a package of another name.
                        assert {package, f"{package}_py"} & declared, f"{file.name} imports {package}"


def test_launch_file_hands_on_what_it_declares():
    """`launch` is on no package index, so the file is read, not run."""
    tree = ast.parse((REPOSITORY / "launch/student.launch.py").read_text())
    calls = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]

    def first_arguments(function: str) -> list[str]:
        return [
            argument.value
            for call in calls
            if call.func.id == function
            for argument in call.args[:1]
            if isinstance(argument, ast.Constant)
        ]

    declared = first_arguments("DeclareLaunchArgument")
    assert declared == ["scene", "params_file", "image_topic", "camera_info_topic", "namespace"]
    assert sorted(first_arguments("LaunchConfiguration")) == sorted(declared)
