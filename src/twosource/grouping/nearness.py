"""In: rows and trees of two parts that were clustered alone. Out: whether one came near the other while it grew."""

import numpy as np

from twosource.grouping.clusters import Tree
from twosource.grouping.pairs import products
from twosource.grouping.vectors import UNIT, Flags, Floats, Numbers, Rows


def near_rows(rows: Rows, others: Rows, searched: Flags, least: float) -> Numbers:
    """Numbers of the rows that `near_pairs` would pair with one of the others."""
    columns = np.flatnonzero(searched)
    few = Rows(rows[:, columns], dtype=np.float32) @ Rows(others[:, columns], dtype=np.float32).T.tocsr()
    keep = few.data >= least * UNIT / 2
    left = np.repeat(np.arange(few.shape[0]), np.diff(few.indptr))[keep].astype(np.int64)
    right = few.indices[keep].astype(np.int64)
    sums = products(rows, left, right, others)
    return np.unique(left[sums >= least * UNIT])


def may_come_near(rows: Rows, tree: Tree, others: Rows, least: float) -> Flags:
    """Of each other row, whether a cluster of the tree was ever at least as near to it as to what it joined.

    No cluster of rows for none of which this holds has come near: it is no nearer than the nearest of its rows.
    """
    sums = _summed(np.asarray((rows @ others.T).todense(), dtype=np.float64), tree)
    means = sums / _sizes(tree)[:, None]
    return np.asarray((means >= _ends(tree, least)[:, None]).any(axis=0))


def comes_near(one: tuple[Rows, Tree], other: tuple[Rows, Tree], least: float) -> bool:
    """Whether a cluster of one tree was ever at least as near to one of the other as each was to what it joined."""
    sums = np.asarray((one[0] @ other[0].T).todense(), dtype=np.float64)
    sums = _summed(_summed(sums, one[1]).T, other[1]).T
    means = sums / (_sizes(one[1])[:, None] * _sizes(other[1])[None, :])
    ends = np.maximum(_ends(one[1], least)[:, None], _ends(other[1], least)[None, :])
    return bool((means >= ends).any())


def _summed(sums: Floats, tree: Tree) -> Floats:
    """A row of sums for each node of a tree, from those for its rows."""
    found = np.zeros((tree.rows + len(tree.joins), sums.shape[1]))
    found[: tree.rows] = sums
    for at, (left, right, _) in enumerate(tree.joins, start=tree.rows):
        found[at] = found[left] + found[right]
    return found


def _sizes(tree: Tree) -> Floats:
    return _summed(np.ones((tree.rows, 1)), tree)[:, 0]


def _ends(tree: Tree, least: float) -> Floats:
    """The similarity at which each node of a tree was joined to another, or could be at least."""
    ends = np.full(tree.rows + len(tree.joins), least * UNIT)
    for left, right, mean in tree.joins:
        ends[[left, right]] = mean
    return ends
