"""The pair graph: neighbours and loops, nothing across a gap without a reason, and always one piece."""

from __future__ import annotations

import logging
from dataclasses import replace

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offline.alignment.graph import GraphConfig, largest_component, pair_graph, registration_pairs
from offline.alignment.keyframes import Glance

THUMBNAIL = np.zeros((3, 4), np.uint8)
WINDOW_ONLY = GraphConfig(window=2, loops=0)


def _glances(count: int, sequence: str = "a") -> list[Glance]:
    return [Glance(f"{sequence}/{n}", THUMBNAIL, float(n), None) for n in range(count)]


def _at(n: int, x: float, degrees: float = 0.0) -> Glance:
    """A camera at (x, 0, 0) that looks along z, turned about y."""
    T = np.eye(4)
    T[:3, :3] = cv2.Rodrigues(np.array([0, np.radians(degrees), 0]))[0]
    T[0, 3] = x
    return Glance(f"a/{n}", THUMBNAIL, float(n), T)


def _directions(*degrees: float) -> np.ndarray:
    """Descriptors that are as alike as the cosine of the angle between them."""
    angles = np.radians(degrees)
    return np.stack([np.cos(angles), np.sin(angles)], axis=-1).astype(np.float32)


def test_each_keyframe_meets_the_next_ones() -> None:
    graph = pair_graph(_glances(5), None, WINDOW_ONLY)
    assert graph.pairs == [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3), (2, 4), (3, 4)]
    assert graph.left_out == []


@pytest.mark.parametrize("gap", ["another sequence", "a pause"])
def test_the_window_does_not_reach_across(gap: str, caplog: pytest.LogCaptureFixture) -> None:
    glances = _glances(7)
    if gap == "another sequence":
        glances[4:] = _glances(3, "b")
    else:
        glances[4:] = [replace(one, timestamp=one.timestamp + 60) for one in glances[4:]]
    with caplog.at_level(logging.WARNING):
        graph = pair_graph(glances, None, WINDOW_ONLY)
    assert graph.pairs == [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3)]
    assert graph.left_out == [4, 5, 6]
    assert "3 of 7 keyframes overlap with no other part" in caplog.text


def test_what_looks_alike_joins_two_sequences() -> None:
    """Frame 5 looks like frame 2; nothing else of the one sequence looks like anything of the other."""
    glances = [*_glances(4), *_glances(3, "b")]
    descriptors = _directions(0, 10, 20, 30, 120, 22, 140)
    graph = pair_graph(glances, descriptors, replace(WINDOW_ONLY, similarity_floor=0.9))
    assert (2, 5) in graph.pairs
    assert [pair for pair in graph.pairs if pair[0] < 4 <= pair[1]] == [(2, 5)]
    assert graph.left_out == []


def test_the_floor_is_learnt_from_the_window() -> None:
    """Neighbours are 10 degrees apart, so only what is at most as far from one another makes a loop."""
    glances = [*_glances(7), *_glances(1, "b")]
    descriptors = _directions(0, 10, 20, 30, 40, 50, 60, 31)
    graph = pair_graph(glances, descriptors, GraphConfig(window=1, loops=9, separation=1))
    assert [pair for pair in graph.pairs if pair[1] - pair[0] > 1] == [(3, 7), (4, 7)]


def test_poses_choose_loops_and_forbid_blind_neighbours() -> None:
    """0 to 3 look ahead, 4 looks back; 5 comes to where 0 was."""
    glances = [_at(0, 0), _at(1, 0.6), _at(2, 1.2), _at(3, 1.8), _at(4, 1.9, 180), _at(5, 0.1, 10)]
    graph = pair_graph(glances, None, GraphConfig(window=1, loops=1, separation=1))
    assert graph.pairs == [(0, 1), (0, 5), (1, 2), (1, 5), (2, 3)]
    assert graph.left_out == [4]


def test_poses_overrule_looks() -> None:
    glances = [_at(0, 0), _at(1, 0.1), _at(2, 0.2), _at(3, 30.0), _at(4, 30.1)]
    alike = np.tile(_directions(0), (5, 1))
    graph = pair_graph(glances, alike, GraphConfig(window=1, loops=4, separation=1))
    assert graph.pairs == [(0, 1), (0, 2), (1, 2)]
    unknown = [*glances[:3], *(replace(one, T_world_camera=None) for one in glances[3:])]
    assert pair_graph(unknown, alike, GraphConfig(window=1, loops=4, separation=1)).left_out == []


def test_a_least_baseline_picks_pairs_by_pose_alone() -> None:
    """Cameras every 5 cm; with 10 to 15 cm of baseline these are the second and third neighbours."""
    glances = [_at(n, 0.05 * n) for n in range(5)]
    config = GraphConfig(window=0, loops=8, separation=1, distance_m=(0.099, 0.151))
    assert pair_graph(glances, None, config).pairs == [(0, 2), (0, 3), (1, 3), (1, 4), (2, 4)]


@pytest.mark.parametrize("count", [0, 1])
def test_hardly_any_keyframes_make_no_pairs(count: int) -> None:
    graph = pair_graph(_glances(count), None, GraphConfig())
    assert (graph.pairs, graph.left_out) == ([], [])


def test_the_largest_component_is_kept() -> None:
    assert largest_component(7, [(5, 6), (1, 3), (4, 3)]) == ([1, 3, 4], [0, 2, 5, 6])
    assert largest_component(2, []) == ([0], [1])


@settings(deadline=None, max_examples=100)
@given(
    poses=st.lists(st.tuples(st.booleans(), st.floats(-2, 2), st.floats(-90, 90)), min_size=1, max_size=25),
    sequences=st.integers(1, 3),
    looks=st.booleans(),
    window=st.integers(0, 3),
    loops=st.integers(0, 4),
    seed=st.integers(0, 9),
)
def test_pairs_join_all_that_is_not_left_out(
    poses: list[tuple[bool, float, float]], sequences: int, looks: bool, window: int, loops: int, seed: int
) -> None:
    glances = []
    for n, (known, x, degrees) in enumerate(poses):
        posed = _at(n, x, degrees)
        pose = posed.T_world_camera if known else None
        glances.append(replace(posed, name=f"{n * sequences // len(poses)}/{n}", T_world_camera=pose))
    angles = np.random.default_rng(seed).uniform(0, 360, len(poses))
    descriptors = _directions(*angles) if looks else None
    graph = pair_graph(glances, descriptors, GraphConfig(window=window, loops=loops, similarity_floor=0.8))
    assert graph.pairs == sorted(set(graph.pairs))
    assert all(0 <= i < j < len(poses) for i, j in graph.pairs)
    kept = sorted({n for pair in graph.pairs for n in pair}) or [0]
    assert sorted({*kept, *graph.left_out}) == list(range(len(poses)))
    assert len(kept) + len(graph.left_out) == len(poses)
    positions = {n: k for k, n in enumerate(kept)}
    inside = [(positions[i], positions[j]) for i, j in graph.pairs]
    assert largest_component(len(kept), inside)[1] == []


def test_frames_are_registered_to_keyframes_around_them() -> None:
    keyframes = [Glance(f"a/{t}", THUMBNAIL, float(t), None) for t in (0, 10, 20, 30, 40)]
    keyframes += [Glance(f"b/{t}", THUMBNAIL, float(t), None) for t in (0, 10)]
    frames = [Glance("a/19", THUMBNAIL, 19.0, None), Glance("b/3", THUMBNAIL, 3.0, None)]
    frames += [Glance("c/0", THUMBNAIL, 0.0, None)]
    pairs = registration_pairs(frames, keyframes, None, None, WINDOW_ONLY)
    assert pairs == [(0, 0), (0, 1), (0, 2), (0, 3), (1, 5), (1, 6)]
    assert registration_pairs([], keyframes, None, None, WINDOW_ONLY) == []


def test_frames_are_registered_to_what_looks_alike() -> None:
    """Keyframe 4 is nearest, by 2 degrees; 5 and 3 are its neighbours; so 7, at 28 degrees, is next."""
    descriptors = _directions(*range(0, 100, 10))
    frames = [Glance("b/0", THUMBNAIL, 0.0, None), Glance("b/1", THUMBNAIL, 1.0, None)]
    config = GraphConfig(window=1, loops=2, separation=3, similarity_floor=0.7)
    pairs = registration_pairs(frames, _glances(10), _directions(42, 180), descriptors, config)
    assert pairs == [(0, 4), (0, 7)]
