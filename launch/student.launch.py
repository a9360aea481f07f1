"""Serve a scene: `ros2 launch kd3d_ros student.launch.py scene:=office image_topic:=/camera/image_raw`.

The node configures and activates itself (parameter `autostart`), so nothing here waits or sleeps.
"""

from launch.actions import DeclareLaunchArgument
from launch.substitutions import LaunchConfiguration, PathJoinSubstitution
from launch_ros.actions import Node
from launch_ros.parameter_descriptions import ParameterValue
from launch_ros.substitutions import FindPackageShare

from launch import LaunchDescription


def generate_launch_description() -> LaunchDescription:
    default_params = PathJoinSubstitution([FindPackageShare("kd3d_ros"), "config", "student.yaml"])
    scene = ParameterValue(LaunchConfiguration("scene"), value_type=str)  # a scene may be called 7
    image_topic = LaunchConfiguration("image_topic")
    return LaunchDescription(
        [
            DeclareLaunchArgument("scene", description="Name of the scene bundle to serve"),
            DeclareLaunchArgument(
                "params_file", default_value=default_params, description="Parameters, YAML"
            ),
            DeclareLaunchArgument("image_topic", default_value="image", description="The camera's images"),
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
                ],
                output="screen",
                emulate_tty=True,
            ),
        ]
    )
