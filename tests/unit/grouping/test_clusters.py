import itertools

import numpy as np
import pytest
import scipy.sparse
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from twosource.grouping.clusters import Tree, join
from twosource.grouping.nearness import comes_near, may_come_near, near_rows
from twosource.grouping.pairs import Pairs, near_pairs
from twosource.grouping.vectors import LENGTH, UNIT, Rows


def whole_rows(dense: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> Rows:
    lengths = np.linalg.norm(dense, axis=1, keepdims=True)
    return scipy.sparse.csr_matrix(np.rint(LENGTH * dense / np.where(lengths == 0, 1, lengths)))


def made(seed: int = 5, count: int = 60) -> Rows:
    dice = np.random.default_rng(seed)
    dense = np.zeros((count, 400))
    for at in range(count):
        dense[at, (at // 4) * 20 % 300 + dice.integers(0, 20, 12)] = 1.0
        dense[at, 300 + dice.integers(0, 100, 2)] = 0.3
    return whole_rows(dense)


def every(rows: Rows) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.ones(rows.shape[1], dtype=bool)


def clusters(rows: Rows, least: float, **bonds: list[tuple[int, int]]) -> list[list[int]]:
    return join(rows, near_pairs(rows, every(rows), least), least, **bonds).clusters()


@pytest.mark.parametrize("seed", range(4))
def test_joining_in_rounds_gives_what_average_linkage_gives(seed: int) -> None:
    rows = made(seed)
    far = 1 - np.asarray((rows @ rows.T).todense()) / UNIT
    np.fill_diagonal(far, 0)
    labels = fcluster(linkage(squareform(np.clip(far, 0, None), checks=False), "average"), 1 - 0.12, "distance")
    plain = sorted([int(at) for at in np.flatnonzero(labels == label)] for label in set(labels))
    assert clusters(rows, 0.12) == plain
    assert len(plain) > 5


def test_rows_without_neighbours_stay_alone() -> None:
    assert clusters(whole_rows(np.eye(3)), 0.1) == [[0], [1], [2]]
    assert clusters(whole_rows(np.zeros((2, 4))), 0.1) == [[0], [1]]


def test_rows_that_must_be_together_are_and_those_that_must_be_apart_are_not() -> None:
    rows = made()
    assert clusters(rows, 0.12)[:2] == [[0, 1, 2, 3], [4, 5, 6, 7]]
    bound = clusters(rows, 0.12, together=[(0, 5)])
    assert any({0, 5} <= set(cluster) for cluster in bound)
    assert [8, 9, 10, 11] in bound
    parted = clusters(rows, 0.12, apart=[(2, 1)])
    assert not any({1, 2} <= set(cluster) for cluster in parted)
    assert [4, 5, 6, 7] in parted


def test_a_part_clustered_alone_is_as_in_the_whole_unless_another_came_near() -> None:
    dice = np.random.default_rng(3)
    dense = np.abs(dice.normal(size=(40, 12))) ** 3
    rows = whole_rows(dense)
    found = clusters(rows, 0.6)
    assert 1 < len(found) < 40
    for one, other in itertools.combinations(found, 2):
        parts = [(rows[part], join(rows[part], near_pairs(rows[part], every(rows), 0.6), 0.6)) for part in (one, other)]
        assert all(len(tree.clusters()) == 1 for _, tree in parts)
        assert not comes_near(parts[0], parts[1], 0.6)


def test_what_comes_near_is_told_and_never_missed_by_the_quick_look() -> None:
    rows = whole_rows(np.asarray([[1, 0.1, 0], [1, 0.2, 0], [1, 0.15, 0], [0, 0, 1.0]]))
    one, near, far = rows[[0]], rows[[1, 2]], rows[[3]]
    tree, pair = Tree(1, []), join(near, near_pairs(near, every(rows), 0.5), 0.5)
    assert comes_near((one, tree), (near, pair), 0.5)
    assert may_come_near(one, tree, near, 0.5).any()
    assert not comes_near((one, tree), (far, tree), 0.5)
    assert not may_come_near(one, tree, far, 0.5).any()
    assert near_rows(rows, one, every(rows), 0.5).tolist() == [0, 1, 2]


def test_of_a_row_with_very_many_near_ones_only_the_nearest_are_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.grouping.pairs._NEAREST", 3)
    rows = whole_rows(np.ones((30, 2)) + np.random.default_rng(1).random((30, 2)) / 9)
    pairs: Pairs = near_pairs(rows, every(rows), 0.5)
    assert 30 <= len(pairs.left) <= 30 * 3
    assert join(rows, pairs, 0.5).clusters() == [list(range(30))]


def test_many_rows_give_the_clusters_that_few_do(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = made(7, 200)
    searched = np.arange(rows.shape[1]) < 300
    few = join(rows, near_pairs(rows, searched, 0.1), 0.1, together=[(0, 9), (9, 30)], apart=[(50, 51)])
    monkeypatch.setattr("twosource.grouping.pairs.HELD", 1)
    monkeypatch.setattr("twosource.grouping.clusters.HELD", 1)
    monkeypatch.setattr("twosource.grouping.pairs._ROWS_AT_ONCE", 7)
    many = join(rows, near_pairs(rows, searched, 0.1), 0.1, together=[(0, 9), (9, 30)], apart=[(50, 51)])
    assert many == few
    assert 5 < len(many.clusters()) < 200


def test_of_equally_near_rows_the_first_are_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.grouping.pairs._NEAREST", 2)
    rows = whole_rows(np.ones((6, 2)))
    for held in (1, 2_000):
        monkeypatch.setattr("twosource.grouping.pairs.HELD", held)
        pairs = near_pairs(rows, every(rows), 0.5)
        found = sorted(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))
        assert found == [(0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (1, 2), (1, 3), (1, 4), (1, 5)]
