"""The example launch files; `launch` is on no package index, so they are read, not run."""

from __future__ import annotations

import ast
import py_compile
from pathlib import Path

import pytest
import yaml

from kd3d_ros.parameters import NodeParameters

REPOSITORY = Path(__file__).resolve().parents[1]
EXAMPLES = {"with_rtabmap": "rtabmap.yaml", "with_robot_localization": "robot_localization.yaml"}
INCLUDED = "student.launch.py"
# Parameters that the packages declare; docs/INTEGRATION.md says in which file.
KNOWN = {
    "rgbd_sync": {"approx_sync", "topic_queue_size", "sync_queue_size", "qos"},
    "rtabmap": {
        "frame_id",
        "publish_tf",
        "map_frame_id",
        "subscribe_depth",
        "subscribe_rgb",
        "subscribe_rgbd",
        "approx_sync",
        "topic_queue_size",
        "sync_queue_size",
        "qos_image",
        "Grid/Sensor",
        "Grid/DepthDecimation",
        "Grid/RangeMax",
    },
    "ekf_filter_node_map": {
        "frequency",
        "sensor_timeout",
        "two_d_mode",
        "smooth_lagged_data",
        "history_length",
        "print_diagnostics",
        "publish_tf",
        "map_frame",
        "odom_frame",
        "world_frame",
        "base_link_frame",
        *(f"{source}{key}" for source in ("pose0", "odom0") for key in ("", "_config", "_queue_size")),
        *(f"{source}{key}" for source in ("pose0", "odom0") for key in ("_differential", "_relative")),
    },
}


def calls(name: str, function: str) -> list[ast.Call]:
    tree = ast.parse((REPOSITORY / "launch" / name).read_text())
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function
    ]


def first_arguments(name: str, function: str) -> list[str]:
    firsts = [call.args[0] for call in calls(name, function)]
    return [first.value for first in firsts if isinstance(first, ast.Constant)]


def keyword(call: ast.Call, name: str) -> ast.expr:
    (value,) = (word.value for word in call.keywords if word.arg == name)
    return value


def constant(call: ast.Call, name: str) -> str:
    value = keyword(call, name)
    assert isinstance(value, ast.Constant)
    return value.value


def parameters_set(call: ast.Call) -> set[str]:
    """Keys of the dictionaries among the parameters of a Node."""
    return {
        key.value
        for found in ast.walk(keyword(call, "parameters"))
        if isinstance(found, ast.Dict)
        for key in found.keys
        if isinstance(key, ast.Constant)
    }


@pytest.fixture(params=sorted(EXAMPLES))
def example(request: pytest.FixtureRequest) -> str:
    return f"{request.param}.launch.py"


@pytest.fixture(params=[*sorted(EXAMPLES), "bag_evaluation"])
def launch_file(request: pytest.FixtureRequest) -> str:
    return f"{request.param}.launch.py"


def test_it_compiles(launch_file, tmp_path):
    path = REPOSITORY / "launch" / launch_file
    py_compile.compile(str(path), cfile=str(tmp_path / "compiled"), doraise=True)


def test_every_argument_is_described_and_used(launch_file):
    declarations = calls(launch_file, "DeclareLaunchArgument")
    for declaration in declarations:
        assert "description" in {word.arg for word in declaration.keywords}
    declared = first_arguments(launch_file, "DeclareLaunchArgument")
    assert len(set(declared)) == len(declared)
    assert set(first_arguments(launch_file, "LaunchConfiguration")) == set(declared)


def test_it_includes_the_node_and_gives_it_arguments_that_it_declares(launch_file):
    (include,) = calls(launch_file, "IncludeLaunchDescription")
    assert INCLUDED in ast.dump(include)
    assert (REPOSITORY / "launch" / INCLUDED).is_file()
    given = keyword(include, "launch_arguments")
    assert isinstance(given, ast.List)
    names = [pair.elts[0].value for pair in given.elts]
    assert set(names) <= set(first_arguments(INCLUDED, "DeclareLaunchArgument"))
    assert "scene" in names
    # An argument of the same name would reach the included file too.
    assert "params_file" not in first_arguments(launch_file, "DeclareLaunchArgument")


def test_parameters_are_those_that_the_packages_declare(example):
    config = yaml.safe_load((REPOSITORY / "config" / EXAMPLES[example.split(".")[0]]).read_text())
    nodes = {constant(call, "name"): call for call in calls(example, "Node")}
    assert set(config) == set(nodes)
    for name, call in nodes.items():
        in_file = set(config[name]["ros__parameters"])
        in_launch = parameters_set(call)
        assert in_file | in_launch <= KNOWN[name]
        assert not in_file & in_launch, "set twice"


def test_rtabmap_takes_the_depth_with_the_images_camera_info():
    sync, slam = calls("with_rtabmap.launch.py", "Node")
    assert (constant(sync, "package"), constant(sync, "executable")) == ("rtabmap_sync", "rgbd_sync")
    assert (constant(slam, "package"), constant(slam, "executable")) == ("rtabmap_slam", "rtabmap")
    remapped = [pair.elts[0].value for pair in keyword(sync, "remappings").elts]
    assert remapped == ["rgb/image", "rgb/camera_info", "depth/image"]
    config = yaml.safe_load((REPOSITORY / "config/rtabmap.yaml").read_text())
    own = {key: value for key, value in config["rtabmap"]["ros__parameters"].items() if "/" in key}
    assert all(isinstance(value, str) for value in own.values()), "RTAB-Map's own parameters are strings"
    assert config["rgbd_sync"]["ros__parameters"]["qos"] == config["rtabmap"]["ros__parameters"]["qos_image"]


def test_the_ekf_fuses_the_whole_pose_and_only_velocities_of_odometry():
    (node,) = calls("with_robot_localization.launch.py", "Node")
    assert (constant(node, "package"), constant(node, "executable")) == ("robot_localization", "ekf_node")
    ekf = yaml.safe_load((REPOSITORY / "config/robot_localization.yaml").read_text())
    ekf = ekf["ekf_filter_node_map"]["ros__parameters"]
    assert ekf["pose0_config"] == [True] * 6 + [False] * 9
    assert ekf["odom0_config"] == [False] * 6 + [True] * 6 + [False] * 3
    assert ekf["world_frame"] == ekf["map_frame"] != ekf["odom_frame"]  # so it publishes map->odom


def test_the_bag_s_evaluation_gives_the_evaluator_topics_that_it_listens_to():
    name = "bag_evaluation.launch.py"
    source = (REPOSITORY / "kd3d_ros/evaluate_node.py").read_text()
    (evaluator,) = calls(name, "Node")
    assert (constant(evaluator, "package"), constant(evaluator, "executable")) == (
        "kd3d_ros",
        "evaluate_node",
    )
    remapped = [pair.elts[0].value for pair in keyword(evaluator, "remappings").elts]
    assert remapped == ["image", "truth/camera_info", "truth/depth", "truth/pose"]
    assert all(f'"{topic}"' in source for topic in remapped)
    options = [
        part.elts[0].value for part in keyword(evaluator, "arguments").elts if isinstance(part, ast.List)
    ]
    assert options == ["--scene=", "--json=", "--truth-tf=", "--poses-only="]
    assert all(f'"{option.rstrip("=")}"' in source for option in options)
    (player,) = calls(name, "ExecuteProcess")
    assert [word.value for word in keyword(player, "cmd").elts[:3]] == ["ros2", "bag", "play"]


def test_the_judged_node_s_parameters_are_those_that_it_declares():
    (values,) = yaml.safe_load((REPOSITORY / "config/evaluation.yaml").read_text()).values()
    NodeParameters(**values["ros__parameters"])
    assert values["ros__parameters"]["publish_when_lost"] is True


def test_a_bag_is_judged_in_the_node_s_namespace():
    """With namespace:=robot the evaluator waited for /points for ever, beside /robot/points."""
    (evaluator,) = calls("bag_evaluation.launch.py", "Node")
    assert "namespace" in ast.dump(keyword(evaluator, "namespace"))
    (include,) = calls("bag_evaluation.launch.py", "IncludeLaunchDescription")
    assert "namespace" in ast.dump(keyword(include, "launch_arguments"))


def test_a_node_that_never_serves_does_not_hold_up_the_verdict_for_ever():
    """A device that is not there leaves the node alive and inactive, and no bag was ever played."""
    dumped = [ast.dump(call) for call in calls("bag_evaluation.launch.py", "TimerAction")]
    assert any("START_S" in text and "give_up" in text for text in dumped)
