"""Transitions through the real lifecycle services, and how the process ends."""

from __future__ import annotations

import signal

import numpy as np
import pytest

from kd3d_ros.messages import read_cloud

IMAGE = np.zeros((64, 96, 3), np.uint8)


def test_transitions_failure_and_shutdown(robot, start_node, tiny_scene):
    scenes_dir, name = tiny_scene
    node = start_node(scene="nowhere", scenes_dir=scenes_dir, autostart=False)
    assert robot.state() == "unconfigured"

    assert not robot.transition("configure")
    assert robot.state() == "unconfigured"
    message = f"{scenes_dir}/nowhere: no such scene"
    assert message in node.log
    robot.wait_for(lambda: robot.diagnostics_message.startswith(message), "diagnostics of the failure")

    assert robot.set_parameters(scene=name) == ""
    for cycle in range(10):
        assert robot.transition("configure")
        assert robot.state() == "inactive"
        assert robot.transition("activate")
        assert robot.state() == "active"
        assert robot.show(IMAGE).header.frame_id == "map"
        assert robot.transition("deactivate")
        assert robot.state() == "inactive"
        assert robot.transition("cleanup")
        assert robot.state() == "unconfigured"
        if cycle == 1:
            threads = node.threads
    assert node.threads <= threads
    robot.wait_for(lambda: robot.camera.get_subscription_count() == 0, "end of the subscription")

    assert robot.set_parameters(device="cuda:99") == ""
    assert not robot.transition("configure")
    assert "device 'cuda:99' is not available; choose from" in node.log
    assert robot.set_parameters(device="cpu", frame_id="odom", image_transport="compressed") == ""

    assert robot.transition("configure")
    assert robot.transition("activate")
    msg = robot.show(np.full_like(IMAGE, 200), compressed=True)
    assert msg.header.frame_id == "odom"
    assert (read_cloud(msg).rgb == 200).all()
    assert robot.transition("shutdown")
    assert node.ended() == 0
    assert "Traceback" not in node.log


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_serving_node_with_status_0(robot, start_node, tiny_scene, number):
    scenes_dir, name = tiny_scene
    node = start_node(scene=name, scenes_dir=scenes_dir)
    robot.wait_for(lambda: robot.diagnostics.get("state") == "active", "active node")
    robot.show(IMAGE)
    node.process.send_signal(number)
    assert node.ended() == 0
    assert "Traceback" not in node.log


@pytest.mark.parametrize(
    ("parameters", "text"),
    [
        ({"max_uncertainty": 1}, "'max_uncertainty' to '1' of type 'INTEGER', expecting type 'DOUBLE'"),
        (
            {"image_transport": "theora"},
            "image_transport 'theora' is not allowed; allowed: raw or compressed",
        ),
    ],
)
def test_a_wrong_parameter_at_start_ends_the_process_with_one_line(start_node, parameters, text):
    node = start_node(**parameters)
    assert node.ended() == 2
    (line,) = node.log.strip().splitlines()
    assert "FATAL" in line
    assert text in line
