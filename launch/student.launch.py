"""Serve a scene: `ros2 launch kd3d_ros student.launch.py scene:=office image_topic:=/camera/image_raw`.

The node configures and activates itself (parameter `autostart`), so nothing here waits or sleeps.
"""

import os

from launch.actions import DeclareLaunchArgument, SetEnvironmentVariable
from launch.substitutions import LaunchConfiguration, PathJoinSubstitution
from launch_ros.actions import Node
from launch_ros.parameter_descriptions import ParameterValue
from launch_ros.substitutions import FindPackageShare

from launch import LaunchDescription

DDS_PROFILES = ("FASTDDS_DEFAULT_PROFILES_FILE", "FASTRTPS_DEFAULT_PROFILES_FILE")
"""Since ROS 2 Kilted, and before."""


def generate_launch_description() -> LaunchDescription:
    default_params = PathJoinSubstitution([FindPackageShare("kd3d_ros"), "config", "student.yaml"])
    scene = ParameterValue(LaunchConfiguration("scene"), value_type=str)  # a scene may be called 7
    image_topic = LaunchConfiguration("image_topic")
    profiles = PathJoinSubstitution([FindPackageShare("kd3d_ros"), "config", "fastdds.xml"])
    # Whole images do not fit the shared memory that Fast DDS takes by itself; a profile of the user's stays.
    room = [] if any(name in os.environ for name in DDS_PROFILES) else DDS_PROFILES
    return LaunchDescription(
        [
            *(SetEnvironmentVariable(name, profiles) for name in room),
            DeclareLaunchArgument("scene", description="Name of the scene bundle to serve"),
            DeclareLaunchArgument(
                "params_file", default_value=default_params, description="Parameters, YAML"
            ),
            DeclareLaunchArgument("image_topic", default_value="image", description="The camera's images"),
            DeclareLaunchArgument(
                "camera_info_topic", default_value="camera_info", description="Their camera_info"
            ),
            DeclareLaunchArgument("namespace", default_value="", description="Namespace of the node"),
            Node(
                package="kd3d_ros",
                executable="student_node",
                name="student_node",
                namespace=LaunchConfiguration("namespace"),
                parameters=[LaunchConfiguration("params_file"), {"scene": scene}],
                remappings=[
                    ("image", image_topic),
                    ("image/compressed", [image_topic, "/compressed"]),
                    ("camera_info", LaunchConfiguration("camera_info_topic")),
                ],
                output="screen",
                emulate_tty=True,
            ),
        ]
    )
