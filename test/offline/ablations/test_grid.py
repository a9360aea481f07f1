"""Grids are multiplied out as by hand, and what is wrong in one is named with its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kd3d_ros.scene import check_scene_name
from offline.ablations.grid import Grid, read_grid, trial_name
from offline.config import ConfigError

PAPER = Path(__file__).resolve().parents[3] / "config" / "ablation_paper.yaml"


def read(tmp_path: Path, text: str) -> Grid:
    file = tmp_path / "grid.yaml"
    file.write_text(text)
    return read_grid(file)


def test_entries_are_multiplied_out_in_order(tmp_path: Path) -> None:
    grid = read(
        tmp_path,
        """
        scenes: {chess: {data: /data/chess, format: seven_scenes}, office: {}}
        common: {epochs: 5, learning_rate: 1e-4}
        grid:
          - {student: paper_vit, depth: [4, 8], width: [128, 256]}
          - {student: paper_mobilenet, freeze: [all, none], learning_rate: 1}
        """,
    )
    assert grid.scenes == {"chess": {"data": Path("/data/chess"), "format": "seven_scenes"}, "office": {}}
    vit = {"epochs": 5, "learning_rate": 1e-4, "student": "paper_vit"}
    mobilenet = {"epochs": 5, "learning_rate": 1.0, "student": "paper_mobilenet"}
    assert grid.trials == [
        {**vit, "depth": 4, "width": 128},
        {**vit, "depth": 4, "width": 256},
        {**vit, "depth": 8, "width": 128},
        {**vit, "depth": 8, "width": 256},
        {**mobilenet, "freeze": "all"},
        {**mobilenet, "freeze": "none"},
    ]


def test_a_trial_that_two_entries_ask_for_is_one(tmp_path: Path) -> None:
    text = "grid: [{student: kd3d_s, seed: [1, 2]}, {seed: [2, 3], student: kd3d_s}]"
    assert [trial["seed"] for trial in read(tmp_path, text).trials] == [1, 2, 3]


def test_names_are_of_the_flags_alone_and_safe_in_a_path() -> None:
    name = trial_name({"student": "paper_vit", "learning_rate": 2.5e-4, "depth": 4})
    assert re.fullmatch(r"paper_vit-depth-4-learning_rate-0_00025-[0-9a-f]{6}", name)
    assert name == trial_name({"depth": 4, "learning_rate": 2.5e-4, "student": "paper_vit"})
    assert name != trial_name({"depth": 4, "learning_rate": 2.6e-4, "student": "paper_vit"})
    long = [{"backbone_weights": f"../../{'weights' * 30}/{end}.pth", "backbone": None} for end in "ab"]
    names = {check_scene_name(trial_name(flags)) for flags in long}
    assert len(names) == 2
    assert all(len(one) < 110 and one.startswith("kd3d_s-backbone-None") for one in names)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("grid: [", "unreadable"),
        ("[]", r"\[\] is not allowed; it must be a mapping"),
        ("grids: []", r"'grids' is unknown; choose from \['scenes', 'common', 'grid'\]"),
        ("common: {}", "grid None is not allowed; it must be a list of mappings"),
        ("grid: []", r"grid \[\] is not allowed; it must be a list of mappings"),
        ("grid: [{}, kd3d_s]", r"grid\[1\]: 'kd3d_s' is not allowed; it must be a mapping"),
        ("grid: [{studnet: kd3d_s}]", r"grid\[0\]: 'studnet' is unknown; choose from \['student', "),
        ("grid: [{device: cpu}]", r"grid\[0\]: 'device' is unknown"),
        (
            "grid: [{}, {student: vit}]",
            r"grid\[1\]: student 'vit' is not allowed; it must be one of \['kd3d_s'",
        ),
        (
            "grid: [{freeze: [all, some]}]",
            r"freeze 'some' is not allowed; it must be one of \['none', 'early'",
        ),
        ("grid: [{epochs: [1, 2.5]}]", r"grid\[0\]: epochs 2.5 is not allowed; it must be a whole number"),
        ("grid: [{epochs: true}]", "epochs True is not allowed; it must be a whole number"),
        ("grid: [{depth: []}]", r"depth \[\] is not allowed; a list must have at least one value"),
        ("grid: [{minutes: ten}]", "minutes 'ten' is not allowed; it must be a number"),
        ("grid: [{minutes: .inf}]", "minutes inf is not allowed; it must be a number"),
        ("grid: [{seed: null}]", "seed None is not allowed; it must be a whole number"),
        ("grid: [{loss: {a: 1}}]", r"loss \{'a': 1\} is not allowed; it must be one of \['likelihood'"),
        ("grid: [{epochs: 0}]", r"grid\[0\]: --epochs 0 is not allowed; it must be more than 0"),
        ("grid: [{width: [8, 9999]}]", r"grid\[0\]: --student kd3d_s: width 9999 is not in 1\.\.1024"),
        ("grid: [{backbone: resnet_9000}]", "backbone 'resnet_9000' is not a model of timm"),
        (
            "{common: {epochs: [1, 2]}, grid: [{}]}",
            r"common: epochs \[1, 2\] is not allowed; it must be a whole",
        ),
        ("{scenes: [a], grid: [{}]}", r"scenes: \['a'\] is not allowed; it must be a mapping"),
        ("{scenes: {../a: {}}, grid: [{}]}", r"scenes: scene name '\.\./a' is not allowed"),
        (
            "{scenes: {a: {path: b}}, grid: [{}]}",
            r"scenes: a: 'path' is unknown; choose from \['data', 'format'",
        ),
        (
            "{scenes: {a: {format: kitti}}, grid: [{}]}",
            "scenes: a: format 'kitti' is not allowed; it must be one",
        ),
        ("{scenes: {a: {data: 7}}, grid: [{}]}", "scenes: a: data 7 is not allowed; it must be a path"),
        ("{scenes: {a: {label_size: 0}}, grid: [{}]}", "scenes: a: --label-size 0 is not allowed"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=rf"grid\.yaml.*{message}"):
        read(tmp_path, text)


def test_a_grid_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"--grid .*nowhere\.yaml: unreadable"):
        read_grid(tmp_path / "nowhere.yaml")


def test_the_paper_s_grid_has_what_the_paper_compares() -> None:
    trials = read_grid(PAPER).trials
    assert {(t["depth"], t["width"]) for t in trials if "depth" in t} == {
        (depth, width) for depth in (4, 8, 12) for width in (128, 256)
    }
    mobilenets = {
        (t["backbone_weights"], t.get("freeze")) for t in trials if t["student"] == "paper_mobilenet"
    }
    assert mobilenets == {("imagenet", "all"), ("imagenet", "none"), ("none", None)}
    assert {t["student"] for t in trials} >= {"paper_cnn", "paper_vit", "kd3d_s", "kd3d_m", "kd3d_l"}
