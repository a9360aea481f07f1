"""config/fastdds.xml: Fast DDS takes it, and it has room for what the node sends."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from builtin_interfaces.msg import Time

from kd3d_ros.messages import pack_cloud
from kd3d_ros.outputs import OUTPUT_QOS
from kd3d_ros.student import PRESETS

PROFILE = Path(__file__).resolve().parents[2] / "config/fastdds.xml"
IMAGE_BYTES = 640 * 480 * 4
PARTICIPANT_SECONDS = 60
MAPS_OF_A_PARTICIPANT = """
import rclpy
rclpy.init()
node = rclpy.create_node("maps")
print(open("/proc/self/maps").read())
"""


@pytest.fixture(scope="module")
def profiles() -> ElementTree.Element:
    """The file, without its namespace."""
    root = ElementTree.parse(PROFILE).getroot()
    for element in root.iter():
        element.tag = element.tag.split("}")[-1]
    return root


@pytest.fixture(scope="module")
def transports(profiles: ElementTree.Element) -> dict[str, dict[str, str]]:
    """What is set of each transport; by type."""
    rows = [{item.tag: item.text for item in row} for row in profiles.iter("transport_descriptor")]
    return {row["type"]: row for row in rows}


def largest_cloud() -> int:
    """Bytes of the largest cloud of any student."""
    point = np.zeros((1, 1, 3), np.float32)
    step = pack_cloud(point, point.astype(np.uint8), point[..., 0], Time(), "map").point_step
    points = [p.input_size[0] * p.input_size[1] // p.stride**2 for p in PRESETS.values()]
    return step * max(points)


def test_own_transports_replace_the_builtin_ones(profiles, transports):
    """Shared memory for this machine, UDP for discovery and the others."""
    (participant,) = profiles.iter("participant")
    assert participant.get("is_default_profile") == "true"
    assert participant.findtext("rtps/useBuiltinTransports") == "false"
    used = [row.text for row in participant.findall("rtps/userTransports/transport_id")]
    assert used == [transports["SHM"]["transport_id"], transports["UDPv4"]["transport_id"]]


def test_clouds_and_an_image_fit_into_shared_memory(transports):
    segment = int(transports["SHM"]["segment_size"])
    assert segment >= OUTPUT_QOS.depth * largest_cloud() + IMAGE_BYTES
    assert int(transports["SHM"].get("maxMessageSize", 0)) <= segment, "Fast DDS would drop the transport"


def test_a_cloud_fits_into_the_udp_buffer(transports):
    assert int(transports["UDPv4"]["receiveBufferSize"]) >= largest_cloud()


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="needs Linux")
def test_fast_dds_takes_the_segment_size(domain, transports, tmp_path):
    chosen = {
        name: str(PROFILE) for name in ("FASTDDS_DEFAULT_PROFILES_FILE", "FASTRTPS_DEFAULT_PROFILES_FILE")
    }
    ran = subprocess.run(
        [sys.executable, "-c", MAPS_OF_A_PARTICIPANT],
        env=os.environ | chosen | {"ROS_DOMAIN_ID": str(domain), "ROS_LOG_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=PARTICIPANT_SECONDS,
        check=True,
    )
    shared = re.findall(r"^(\w+)-(\w+) .* /dev/shm/fast\w+$", ran.stdout, re.MULTILINE)
    sizes = [int(end, 16) - int(start, 16) for start, end in shared]
    assert max(sizes, default=0) >= int(transports["SHM"]["segment_size"]), ran.stderr
