# kd3d_ros on ROS 2 Jazzy; docs/INSTALL.md says how to build and run it.
FROM ros:jazzy-ros-base AS ros

# The ROS packages that package.xml names, less those that the image has no use for: what pip installs below, and
# cv_bridge, which Jazzy builds against NumPy 1 (the node decodes images without it).
WORKDIR /ws
COPY package.xml src/kd3d_ros/
RUN apt-get update \
    && rosdep update --rosdistro "$ROS_DISTRO" \
    && apt-get install -y --no-install-recommends python3-venv \
    && rosdep install --from-paths src --ignore-src -y -t exec --skip-keys "cv_bridge python3-opencv \
        python3-pytorch-pip python3-timm-pip python3-torchvision-pip" \
    && rm -rf /var/lib/apt/lists/*

# What runs the student: onnxruntime, or "torch torchvision timm" for bundles that offline.export has not seen.
ARG BACKEND="onnxruntime"
RUN python3 -m venv --system-site-packages /opt/kd3d \
    && /opt/kd3d/bin/pip install --no-cache-dir $BACKEND \
        numpy "opencv-python-headless<5" poselib PyYAML safetensors "zstandard>=0.19"

FROM ros AS robot

COPY setup.py setup.cfg pyproject.toml LICENSE src/kd3d_ros/
COPY resource src/kd3d_ros/resource
COPY config src/kd3d_ros/config
COPY launch src/kd3d_ros/launch
COPY kd3d_ros src/kd3d_ros/kd3d_ros
# By the venv's Python, so that the node's first line names it.
RUN . "/opt/ros/$ROS_DISTRO/setup.sh" && /opt/kd3d/bin/python -m colcon build --packages-select kd3d_ros

ENV KD3D_SCENES=/scenes
ENTRYPOINT ["/bin/bash", "-c", "source /ws/install/setup.bash && exec \"$@\"", "--"]
CMD ["ros2", "launch", "kd3d_ros", "student.launch.py", "--show-args"]
