"""robot_localization's EKF, which joins the node's pose and the robot's odometry and publishes map->odom:

ros2 launch kd3d_ros with_robot_localization.launch.py scene:=office image_topic:=/camera/image_raw \
    camera_frame:=camera_color_optical_frame odom_topic:=/odom

Arguments of student.launch.py can be given too.  Only one node may publish map->odom: docs/INTEGRATION.md.
"""

from launch.actions import DeclareLaunchArgument, IncludeLaunchDescription
from launch.launch_description_sources import PythonLaunchDescriptionSource
from launch.substitutions import LaunchConfiguration, PathJoinSubstitution
from launch_ros.actions import Node
from launch_ros.parameter_descriptions import ParameterValue
from launch_ros.substitutions import FindPackageShare

from launch import LaunchDescription


def generate_launch_description() -> LaunchDescription:
    share = FindPackageShare("kd3d_ros")
    default_params = PathJoinSubstitution([share, "config", "robot_localization.yaml"])
    publish_tf = ParameterValue(LaunchConfiguration("publish_tf"), value_type=bool)
    return LaunchDescription(
        [
            DeclareLaunchArgument("scene", description="Name of the scene bundle to serve"),
            DeclareLaunchArgument("image_topic", default_value="image", description="The camera's images"),
            DeclareLaunchArgument(
                "camera_frame", description="Frame that `pose` is the pose of: the camera's optical frame"
            ),
            DeclareLaunchArgument(
                "pose_topic", default_value="pose", description="The node's pose, where the EKF finds it"
            ),
            DeclareLaunchArgument("odom_topic", default_value="odom", description="The robot's odometry"),
            DeclareLaunchArgument(
                "publish_tf",
                default_value="true",
                description="The EKF publishes map->odom; false if anything else does",
            ),
            DeclareLaunchArgument(
                "ekf_params_file", default_value=default_params, description="The EKF's parameters, YAML"
            ),
            IncludeLaunchDescription(
                PythonLaunchDescriptionSource(PathJoinSubstitution([share, "launch", "student.launch.py"])),
                launch_arguments=[
                    ("scene", LaunchConfiguration("scene")),
                    ("image_topic", LaunchConfiguration("image_topic")),
                ],
            ),
            Node(
                package="robot_localization",
                executable="ekf_node",
                name="ekf_filter_node_map",
                parameters=[
                    LaunchConfiguration("ekf_params_file"),
                    {
                        "base_link_frame": LaunchConfiguration("camera_frame"),
                        "pose0": LaunchConfiguration("pose_topic"),
                        "odom0": LaunchConfiguration("odom_topic"),
                        "publish_tf": publish_tf,
                    },
                ],
                remappings=[("odometry/filtered", "odometry/map")],
                output="screen",
            ),
        ]
    )
