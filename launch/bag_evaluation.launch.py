"""Judge a scene as it serves a bag: node, `ros2 bag play` and evaluator.

ros2 launch kd3d_ros bag_evaluation.launch.py scene:=kitchen bag:=kitchen_bag json:=kitchen.json \
    max_point_error_m:=0.05 min_recall:=0.9

The bag starts when node and evaluator listen.  Ends with the evaluator's verdict: exit status 0 if every
threshold is reached, else 1.  Arguments of student.launch.py can be given too.
"""

import signal

from launch.actions import (
    DeclareLaunchArgument,
    EmitEvent,
    ExecuteProcess,
    IncludeLaunchDescription,
    OpaqueFunction,
    RegisterEventHandler,
    Shutdown,
    TimerAction,
)
from launch.event_handlers import OnProcessExit, OnProcessIO
from launch.events import matches_action
from launch.events.process import SignalProcess
from launch.launch_description_sources import PythonLaunchDescriptionSource
from launch.substitutions import LaunchConfiguration, PathJoinSubstitution
from launch_ros.actions import Node
from launch_ros.substitutions import FindPackageShare

from kd3d_ros.verdict import THRESHOLDS, figure_name, flag
from launch import LaunchDescription

START_S = 300.0
"""A busy machine takes its time to load a student; a node that cannot stays alive, to be configured again."""
LAST_CLOUD_S = 5.0
"""After the bag has ended the node may still be busy with its last image."""


def generate_launch_description() -> LaunchDescription:
    share = FindPackageShare("kd3d_ros")
    image_topic = LaunchConfiguration("image_topic")
    camera_info_topic = LaunchConfiguration("camera_info_topic")
    node = IncludeLaunchDescription(
        PythonLaunchDescriptionSource(PathJoinSubstitution([share, "launch", "student.launch.py"])),
        launch_arguments=[
            ("scene", LaunchConfiguration("scene")),
            ("image_topic", image_topic),
            ("camera_info_topic", camera_info_topic),
            ("namespace", LaunchConfiguration("namespace")),
            ("params_file", LaunchConfiguration("node_params_file")),
        ],
    )
    evaluator = Node(
        package="kd3d_ros",
        executable="evaluate_node",
        namespace=LaunchConfiguration("namespace"),
        arguments=[
            ["--scene=", LaunchConfiguration("scene")],
            ["--json=", LaunchConfiguration("json")],
            ["--truth-tf=", LaunchConfiguration("truth_tf")],
            ["--poses-only=", LaunchConfiguration("poses_only")],
            *([f"--{flag(one)}=", LaunchConfiguration(one.name)] for one in THRESHOLDS),
        ],
        remappings=[
            ("image", image_topic),
            ("truth/camera_info", camera_info_topic),
            ("truth/depth", LaunchConfiguration("depth_topic")),
            ("truth/pose", LaunchConfiguration("pose_topic")),
        ],
        output="screen",
    )
    player = ExecuteProcess(
        cmd=["ros2", "bag", "play", LaunchConfiguration("bag"), "--rate", LaunchConfiguration("rate")],
        output="screen",
    )
    played = False

    def play(event):
        nonlocal played
        if played or b"ready: " not in event.text:
            return None
        played = True
        return player

    def give_up(context):
        if not played:
            raise RuntimeError(f"no node served images within {START_S:g} s; its log says why")

    def ended(event, context):
        """The bag, the evaluator, or the node.  An exception is what makes `ros2 launch` fail."""
        if context.is_shutdown:
            return None
        if event.returncode == 0 and event.action is player:
            stop = SignalProcess(signal_number=signal.SIGINT, process_matcher=matches_action(evaluator))
            return TimerAction(period=LAST_CLOUD_S, actions=[EmitEvent(event=stop)])
        if event.returncode == 0 and event.action is evaluator:
            return Shutdown(reason="good enough")
        raise RuntimeError(f"{event.process_name} ended with status {event.returncode}")

    return LaunchDescription(
        [
            DeclareLaunchArgument("scene", description="Name of the scene bundle to judge"),
            DeclareLaunchArgument("bag", description="Folder of the rosbag2"),
            DeclareLaunchArgument(
                "rate", default_value="1.0", description="How many times faster to play it"
            ),
            DeclareLaunchArgument(
                "json", default_value="evaluation.json", description="File for figures and verdict"
            ),
            DeclareLaunchArgument(
                "image_topic", default_value="/camera/image_raw", description="The bag's images"
            ),
            DeclareLaunchArgument(
                "camera_info_topic", default_value="/camera/camera_info", description="Their camera_info"
            ),
            DeclareLaunchArgument(
                "depth_topic",
                default_value="/camera/depth/image_raw",
                description="True depth, registered to the images",
            ),
            DeclareLaunchArgument(
                "pose_topic",
                default_value="/ground_truth/pose",
                description="True poses of the camera's optical frame, PoseStamped",
            ),
            DeclareLaunchArgument(
                "truth_tf", default_value="false", description="True poses are on /tf instead"
            ),
            DeclareLaunchArgument(
                "poses_only", default_value="false", description="There is no true depth: compare poses only"
            ),
            DeclareLaunchArgument(
                "namespace", default_value="", description="Namespace of node and evaluator"
            ),
            DeclareLaunchArgument(
                "node_params_file",
                default_value=PathJoinSubstitution([share, "config", "evaluation.yaml"]),
                description="The node's parameters, YAML",
            ),
            *(
                DeclareLaunchArgument(
                    one.name, default_value="", description=f"Threshold on {figure_name(one)}"
                )
                for one in THRESHOLDS
            ),
            RegisterEventHandler(OnProcessIO(target_action=evaluator, on_stdout=play, on_stderr=play)),
            RegisterEventHandler(OnProcessExit(on_exit=ended)),
            TimerAction(period=START_S, actions=[OpaqueFunction(function=give_up)]),
            node,  # sets what DDS needs, for those after it too
            evaluator,
        ]
    )
