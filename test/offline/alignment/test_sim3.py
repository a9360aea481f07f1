"""Similarities: groups, tangents, and the best fit between point sets."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

from offline.alignment.sim3 import Sim3, cross_matrix, robust_similarity, umeyama


def random_sim3(n: int, seed: int) -> Sim3:
    rng = np.random.default_rng(seed)
    R = Rotation.random(n, random_state=seed).as_matrix()
    return Sim3(np.exp(rng.normal(0, 0.5, n)), R.reshape(n, 3, 3), rng.normal(size=(n, 3)))


def test_a_quarter_turn_doubled_and_shifted() -> None:
    turn = np.array([[0.0, -1, 0], [1, 0, 0], [0, 0, 1]])
    G = Sim3(np.array([2.0]), turn[None], np.array([[0.0, 0, 5]]))
    np.testing.assert_allclose(G.apply(np.array([[[1.0, 0, 0]]])), [[[0, 2, 5]]])
    np.testing.assert_allclose(G.inverse().apply(np.array([[[0.0, 2, 5]]])), [[[1, 0, 0]]])
    np.testing.assert_array_equal(G.rigid_matrices()[0, :3, :3], turn)


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10_000))
def test_composition_is_application_in_turn(seed: int) -> None:
    A, B = random_sim3(3, seed), random_sim3(3, seed + 1)
    points = np.random.default_rng(seed).normal(size=(3, 5, 3))
    np.testing.assert_allclose((A @ B).apply(points), A.apply(B.apply(points)), atol=1e-9)
    np.testing.assert_allclose((A @ A.inverse()).tangent(), 0, atol=1e-9)


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10_000))
def test_the_adjoint_moves_a_displacement_through(seed: int) -> None:
    Z = random_sim3(2, seed)
    delta = 1e-5 * np.random.default_rng(seed).normal(size=(2, 7))
    moved = Z.retract(delta) @ Z.inverse()
    expected = np.einsum("nij,nj->ni", Z.adjoint(), delta)
    np.testing.assert_allclose(moved.tangent(), expected, atol=1e-8)


def test_cross_matrix_is_the_cross_product() -> None:
    v, p = np.array([[1.0, 2, 3]]), np.array([4.0, 5, 6])
    np.testing.assert_allclose(cross_matrix(v)[0] @ p, np.cross(v[0], p))


def test_umeyama_finds_what_moved_the_points() -> None:
    truth = random_sim3(4, 7)
    source = np.random.default_rng(0).normal(size=(4, 30, 3))
    found = umeyama(source, truth.apply(source), np.ones((4, 30)))
    np.testing.assert_allclose((found @ truth.inverse()).tangent(), 0, atol=1e-9)


def test_umeyama_does_not_mirror() -> None:
    """Of mirrored points the best rotation is still a rotation."""
    source = np.random.default_rng(0).normal(size=(1, 30, 3))
    found = umeyama(source, source * [1, 1, -1], np.ones((1, 30)))
    assert np.linalg.det(found.R[0]) == pytest.approx(1)


def test_points_without_weight_have_no_say() -> None:
    source = np.random.default_rng(0).normal(size=(1, 30, 3))
    target, weights = source.copy(), np.ones((1, 30))
    target[0, :10] += 100
    weights[0, :10] = 0
    np.testing.assert_allclose(umeyama(source, target, weights).tangent(), 0, atol=1e-9)


def test_a_third_of_wrong_points_is_outvoted() -> None:
    truth = random_sim3(1, 3)
    rng = np.random.default_rng(1)
    source = rng.normal(size=(1, 90, 3))
    target = truth.apply(source) + rng.normal(0, 1e-3, (1, 90, 3))
    target[0, :30] += rng.normal(0, 3, (30, 3))
    plain = umeyama(source, target, np.ones((1, 90))) @ truth.inverse()
    robust = robust_similarity(source, target, np.ones((1, 90)))[0] @ truth.inverse()
    assert np.abs(plain.tangent()).max() > 0.1
    assert np.abs(robust.tangent()).max() < 0.003
