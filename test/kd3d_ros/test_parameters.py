"""The parameter table, and that documents and configuration agree with it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kd3d_ros.parameters import TABLE, NodeParameters, ParameterError, table_markdown

ROOT = Path(__file__).parents[2]


def test_the_page_about_the_node_shows_the_table():
    assert table_markdown() in (ROOT / "docs/NODE.md").read_text()


def test_the_configuration_file_holds_every_default_but_the_scene():
    (content,) = yaml.safe_load((ROOT / "config/student.yaml").read_text()).values()
    assert content["ros__parameters"] == {row.name: row.default for row in TABLE if row.name != "scene"}
    assert {type(value) for value in content["ros__parameters"].values()} <= {str, int, float, bool}
    assert type(content["ros__parameters"]["max_uncertainty"]) is float  # a ROS double


def test_every_row_has_a_sentence_and_defaults_are_allowed():
    NodeParameters()
    for row in TABLE:
        assert row.description.endswith(".")


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"stride": 0}, "stride 0 is not allowed; allowed: 1 to 64"),
        ({"stride": 65}, "stride 65 is not allowed; allowed: 1 to 64"),
        ({"stride": True}, "stride True is not allowed; allowed: 1 to 64"),
        ({"max_uncertainty": -0.1}, "max_uncertainty -0.1 is not allowed; allowed: 0 to 100"),
        ({"max_uncertainty": float("nan")}, "max_uncertainty nan is not allowed; allowed: 0 to 100"),
        (
            {"image_transport": "theora"},
            "image_transport 'theora' is not allowed; allowed: raw or compressed",
        ),
        ({"camera_turned": 45}, "camera_turned 45 is not allowed; allowed: 0 or 90 or 180 or 270"),
        ({"scene": None}, "scene None is not allowed; allowed: any string"),
    ],
)
def test_a_value_out_of_its_range_is_refused(changes, text):
    with pytest.raises(ParameterError) as refusal:
        NodeParameters().changed(changes, unconfigured=True)
    assert str(refusal.value) == text


def test_what_can_be_changed_when():
    values = NodeParameters(scene="office")
    assert values.changed({"stride": 4, "max_uncertainty": 0.2}, unconfigured=False).stride == 4
    assert values.changed({"scene": "kitchen"}, unconfigured=False).scene == "kitchen"
    assert values.changed({"device": "cpu"}, unconfigured=True).device == "cpu"
    with pytest.raises(
        ParameterError, match=r"^device stays 'auto': it can be changed only while unconfigured$"
    ):
        values.changed({"stride": 2, "device": "cpu"}, unconfigured=False)
    with pytest.raises(ParameterError, match=r"^autostart stays True: it can be changed only at start$"):
        values.changed({"autostart": False}, unconfigured=True)
    assert values.changed({"device": "auto"}, unconfigured=False) == values  # no change


def test_parameters_of_others_are_left_alone():
    values = NodeParameters()
    assert values.changed({"use_sim_time": True}, unconfigured=False) == values


@given(st.integers(-100, 200), st.floats(-10, 200))
def test_a_change_is_taken_whole_or_refused_whole(stride, max_uncertainty):
    values = NodeParameters()
    allowed = 1 <= stride <= 64 and 0 <= max_uncertainty <= 100
    changes = {"stride": stride, "max_uncertainty": max_uncertainty}
    if allowed:
        changed = values.changed(changes, unconfigured=False)
        assert (changed.stride, changed.max_uncertainty) == (stride, max_uncertainty)
    else:
        with pytest.raises(ParameterError):
            values.changed(changes, unconfigured=False)
