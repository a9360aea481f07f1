"""The SROS2 policy against what sros2's policy.xsd (version 0.2.0) allows, and against the node."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

POLICY = Path(__file__).resolve().parents[1] / "config/sros2_policy.xml"

# element: its required attributes, its optional ones, what it holds (at least one).
SCHEMA: dict[str, tuple[set[str], set[str], set[str]]] = {
    "policy": ({"version"}, set(), {"enclaves"}),
    "enclaves": (set(), set(), {"enclave"}),
    "enclave": ({"path"}, set(), {"profiles"}),
    "profiles": (set(), {"type"}, {"profile"}),
    "profile": ({"ns", "node"}, set(), {"topics", "services", "actions"}),
    "topics": (set(), {"publish", "subscribe"}, {"topic"}),
    "services": (set(), {"request", "reply"}, {"service"}),
    "actions": (set(), {"call", "execute"}, {"action"}),
    "topic": (set(), set(), set()),
    "service": (set(), set(), set()),
    "action": (set(), set(), set()),
}
NAME = re.compile(r"(~/|/)?[A-Za-z_][A-Za-z0-9_]*(/[A-Za-z_][A-Za-z0-9_]*)*")

SUBSCRIBED = {"image", "image/compressed", "camera_info", "/tf", "/tf_static", "/clock", "/parameter_events"}
PUBLISHED = {"points", "pose", "depth", "depth/camera_info", "/diagnostics", "/tf"}
PUBLISHED |= {"/rosout", "/parameter_events", "~/transition_event"}
LIFECYCLE = {"change_state", "get_state", "get_available_states", "get_available_transitions"}
PARAMETERS = {"describe_parameters", "get_parameters", "get_parameter_types", "list_parameters"}
PARAMETERS |= {"set_parameters", "set_parameters_atomically"}
SERVED = LIFECYCLE | PARAMETERS | {"get_transition_graph", "set_enabled", "get_type_description"}


@pytest.fixture(scope="module")
def policy() -> ElementTree.Element:
    return ElementTree.parse(POLICY).getroot()


def names(policy: ElementTree.Element, qualifier: str) -> list[str]:
    """All that may be published, subscribed, ..."""
    return [item.text or "" for group in policy.iter() if group.get(qualifier) == "ALLOW" for item in group]


def test_elements_and_attributes_are_those_of_the_schema(policy):
    assert policy.tag == "policy"
    assert policy.get("version") == "0.2.0"
    for element in policy.iter():
        required, optional, content = SCHEMA[element.tag]
        assert required <= set(element.attrib) <= required | optional, element.tag
        assert {child.tag for child in element} <= content, element.tag
        assert bool(content) == bool(len(element)), f"{element.tag} holds nothing"
        if element.tag in ("topics", "services", "actions"):
            assert set(element.attrib.values()) <= {"ALLOW", "DENY"}
    assert len(policy) == 1


def test_every_name_is_one_that_ros_allows(policy):
    for tag in ("topic", "service"):
        for element in policy.iter(tag):
            assert NAME.fullmatch(element.text or ""), element.text
    for enclave in policy.iter("enclave"):
        assert enclave.get("path", "").startswith("/")


@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [
        ("subscribe", SUBSCRIBED),
        ("publish", PUBLISHED),
        ("reply", {f"~/{name}" for name in SERVED}),
        ("request", set()),
    ],
)
def test_the_node_may_do_what_it_does_and_no_more(policy, qualifier, expected):
    allowed = names(policy, qualifier)
    assert sorted(allowed) == sorted(expected)


def test_the_profile_is_the_node_of_the_launch_file(policy):
    (profile,) = policy.iter("profile")
    assert profile.get("node") == "student_node"
    assert 'name="student_node"' in (POLICY.parents[1] / "launch/student.launch.py").read_text()
