"""What the views of RViz and Foxglove show is what the nodes say; neither program is on a package index."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kd3d_ros.diagnostics import FrameTimes, Statistics
from kd3d_ros.localization import Localization

REPOSITORY = Path(__file__).resolve().parents[1]
# Panel types of Foxglove, and of Lichtblick, which is open: packages/suite-base/src/panels, `panelType`.
PANELS = {"3D", "Image", "Plot", "DiagnosticSummary", "DiagnosticStatusPanel"}
PATH = re.compile(
    r'(?P<topic>[\w/]+)\.status\[:\]\{name=="student_node"\}\.values\[:\]\{key=="(?P<key>\w+)"\}\.value'
)


@pytest.fixture(scope="module")
def topics() -> set[str]:
    """Those of the tables in docs/NODE.md, in the root namespace."""
    rows = re.findall(r"^\| (?:sub|pub) ([^|]+)\|", (REPOSITORY / "docs/NODE.md").read_text(), re.MULTILINE)
    return {"/" + name.lstrip("/") for row in rows for name in re.findall(r"`([^`]+)`", row)}


@pytest.fixture(scope="module")
def layout() -> dict[str, Any]:
    return json.loads((REPOSITORY / "config/foxglove_layout.json").read_text())


@pytest.fixture(scope="module")
def rviz() -> dict[str, Any]:
    return yaml.safe_load((REPOSITORY / "config/student.rviz").read_text())["Visualization Manager"]


def panels(node: str | dict[str, Any]) -> Iterator[str]:
    """The leaves of a layout."""
    if isinstance(node, str):
        yield node
        return
    assert set(node) == {"direction", "splitPercentage", "first", "second"}
    assert node["direction"] in ("row", "column")
    assert 0 < node["splitPercentage"] < 100
    yield from panels(node["first"])
    yield from panels(node["second"])


def test_every_panel_of_foxglove_is_placed_once_and_of_a_known_type(layout: dict[str, Any]) -> None:
    assert set(layout) == {"configById", "globalVariables", "userNodes", "playbackConfig", "layout"}
    assert sorted(panels(layout["layout"])) == sorted(layout["configById"])
    assert {name.partition("!")[0] for name in layout["configById"]} == PANELS


def test_foxglove_shows_topics_that_there_are(layout: dict[str, Any], topics: set[str]) -> None:
    shown: list[str] = []
    for config in layout["configById"].values():
        shown += config.get("topics", {})
        shown += config.get("imageMode", {}).values()
        shown += [config[key] for key in ("topicToRender",) if key in config]
        shown += [PATH.fullmatch(path["value"])["topic"] for path in config.get("paths", [])]
    assert {"/image", "/points", "/pose", "/path", "/diagnostics"} <= set(shown) <= topics


def test_foxglove_plots_figures_that_the_diagnostics_have(layout: dict[str, Any]) -> None:
    statistics = Statistics()
    statistics.served(FrameTimes(0, 0, 0, 0), Localization(None, "lost"))
    paths = [path["value"] for c in layout["configById"].values() for path in c.get("paths", [])]
    keys = {PATH.fullmatch(path)["key"] for path in paths}
    assert {"rate_out_hz", "latency_ms_p50", "inlier_ratio"} <= keys <= set(statistics.values())


def test_rviz_shows_topics_that_there_are_in_the_usual_world_frame(
    rviz: dict[str, Any], topics: set[str]
) -> None:
    assert rviz["Global Options"]["Fixed Frame"] == "map"
    shown = {display["Topic"]["Value"] for display in rviz["Displays"] if "Topic" in display}
    assert {"/image", "/points", "/pose", "/path"} <= shown <= topics
