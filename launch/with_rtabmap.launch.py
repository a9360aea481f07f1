"""RTAB-Map with the node's depth in place of a depth camera's:

ros2 launch kd3d_ros with_rtabmap.launch.py scene:=office image_topic:=/camera/image_rect \
    camera_info_topic:=/camera/camera_info odom_topic:=/odom

Arguments of student.launch.py can be given too.  docs/INTEGRATION.md says what RTAB-Map asks of the images.
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
    default_params = PathJoinSubstitution([share, "config", "rtabmap.yaml"])
    params_file = LaunchConfiguration("rtabmap_params_file")
    image_topic = LaunchConfiguration("image_topic")
    publish_tf = ParameterValue(LaunchConfiguration("publish_tf"), value_type=bool)
    return LaunchDescription(
        [
            DeclareLaunchArgument("scene", description="Name of the scene bundle to serve"),
            DeclareLaunchArgument(
                "image_topic", default_value="image", description="The camera's images, rectified"
            ),
            DeclareLaunchArgument(
                "camera_info_topic", default_value="camera_info", description="CameraInfo of these images"
            ),
            DeclareLaunchArgument(
                "depth_topic", default_value="depth", description="The node's depth, where RTAB-Map finds it"
            ),
            DeclareLaunchArgument("odom_topic", default_value="odom", description="The robot's odometry"),
            DeclareLaunchArgument("base_frame", default_value="base_link", description="The robot's frame"),
            DeclareLaunchArgument(
                "publish_tf",
                default_value="true",
                description="RTAB-Map publishes rtabmap_map->odom; false if odom has another parent",
            ),
            DeclareLaunchArgument(
                "rtabmap_params_file", default_value=default_params, description="RTAB-Map's parameters, YAML"
            ),
            IncludeLaunchDescription(
                PythonLaunchDescriptionSource(PathJoinSubstitution([share, "launch", "student.launch.py"])),
                launch_arguments=[("scene", LaunchConfiguration("scene")), ("image_topic", image_topic)],
            ),
            Node(
                package="rtabmap_sync",
                executable="rgbd_sync",
                name="rgbd_sync",
                parameters=[params_file],
                remappings=[
                    ("rgb/image", image_topic),
                    ("rgb/camera_info", LaunchConfiguration("camera_info_topic")),
                    ("depth/image", LaunchConfiguration("depth_topic")),
                ],
                output="screen",
            ),
            Node(
                package="rtabmap_slam",
                executable="rtabmap",
                name="rtabmap",
                parameters=[
                    params_file,
                    {"frame_id": LaunchConfiguration("base_frame"), "publish_tf": publish_tf},
                ],
                remappings=[("odom", LaunchConfiguration("odom_topic"))],
                output="screen",
            ),
        ]
    )
