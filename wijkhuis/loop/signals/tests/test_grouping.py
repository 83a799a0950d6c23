"""What belongs together: the arithmetic, without words."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from sklearn.cluster import AgglomerativeClustering
from sklearn.metrics import adjusted_rand_score

from wijkhuis.loop.signals.rules import grouping
from wijkhuis.loop.signals.rules.grouping import groups, groups_of_rows, loyal, numbered


def some_rows(count, *, width=30, seed=1):
    rng = np.random.default_rng(seed)
    rows = np.abs(rng.normal(size=(count, width))) * (rng.random((count, width)) < 0.3)
    return (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)).astype(np.float32)


@settings(deadline=None)
@given(st.integers(0, 50), st.sampled_from([0.1, 0.3, 0.5]))
def test_groups_are_those_of_average_linkage(seed, least):
    rows = some_rows(60, seed=seed)
    alike = rows @ rows.T

    ours = groups(alike.copy(), least=least)

    theirs = AgglomerativeClustering(
        n_clusters=None, distance_threshold=1 - least, metric="precomputed", linkage="average"
    )
    assert adjusted_rand_score(ours, theirs.fit_predict(1 - alike)) == 1


def test_a_row_that_stands_for_many_weighs_as_many():
    rows = some_rows(20)
    many = np.repeat(rows, 3, axis=0)

    once = groups(rows @ rows.T, least=0.4, sizes=np.full(20, 3))
    each = groups(many @ many.T, least=0.4)

    assert adjusted_rand_score(np.repeat(once, 3), each) == 1


def test_very_many_rows_give_nearly_the_same_groups(monkeypatch):
    centres = some_rows(12, width=60, seed=3)
    rng = np.random.default_rng(4)
    rows = np.repeat(centres, 40, axis=0) + 0.05 * np.abs(rng.normal(size=(480, 60)))
    rows = csr_matrix((rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32))
    exact = groups_of_rows(rows, least=0.7)
    monkeypatch.setattr(grouping, "MOST_AT_ONCE", 100)
    monkeypatch.setattr(grouping, "BUNDLE_AT_ONCE", 50)

    assert adjusted_rand_score(exact, groups_of_rows(rows, least=0.7)) > 0.95


def test_groups_are_numbered_by_size_and_small_ones_are_none():
    assert numbered(np.array([7, 7, 2, 2, 2, 9]), at_least=2).tolist() == [1, 1, 0, 0, 0, -1]


def test_what_is_too_little_like_the_rest_leaves_and_small_groups_end():
    rows = csr_matrix(
        np.array([[1, 0, 0], [1, 0, 0], [1, 0, 0], [0.1, 0.99, 0], [0, 0, 1], [0, 0, 1]], dtype=np.float32)
    )

    assert loyal(rows, np.array([0, 0, 0, 0, 1, 1]), least=0.5, at_least=3).tolist() == [0, 0, 0, -1, -1, -1]
    assert loyal(rows, np.arange(6), least=0.5, at_least=3).tolist() == [-1] * 6
