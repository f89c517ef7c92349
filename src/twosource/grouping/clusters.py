"""In: rows of whole numbers, and the pairs of them that are near. Out: clusters by average linkage, and their tree.

Clusters join in rounds: in each, all pairs of which each is the other's nearest. By average linkage a cluster never
comes nearer to a third by joining another, so this gives what joining the nearest pair of all, one after another,
gives; and what happens among some rows never hangs on rows that are near to none of them.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from twosource.grouping.vectors import UNIT, Flags, Floats, Numbers, Rows

_ROWS_AT_ONCE = 1_000
_PAIRS_AT_ONCE = 50_000
_NEAREST = 200
#: Of so many rows all products are held.
_HELD = 2_000


class Pairs(NamedTuple):
    """Pairs of rows, `left` < `right`, each once, with the product of the two, or with the sum of their products."""

    left: Numbers
    right: Numbers
    sums: Floats


class Tree(NamedTuple):
    """Nodes 0 to n - 1 are the rows, those after are joins of two earlier ones at a mean similarity (in UNITs)."""

    rows: int
    joins: list[tuple[int, int, float]]

    def members(self) -> list[list[int]]:
        """Of every node, its rows."""
        found = [[at] for at in range(self.rows)]
        for left, right, _ in self.joins:
            found.append(found[left] + found[right])
        return found

    def clusters(self) -> list[list[int]]:
        """The rows of the nodes that joined no other; rows ascending, clusters by their first row."""
        inner = {node for left, right, _ in self.joins for node in (left, right)}
        members = self.members()
        return sorted(sorted(members[node]) for node in range(len(members)) if node not in inner)


def near_pairs(rows: Rows, searched: Flags, least: float) -> Pairs:
    """The pairs of rows of at least `least` similarity that share a searched column, of each row the nearest."""
    count = rows.shape[0]
    few = Rows(rows[:, np.flatnonzero(searched)], dtype=np.float32)
    if count <= _HELD:
        sums = _all_products(rows)
        left, right = np.nonzero(np.triu((_all_products(few) >= least * UNIT / 2) & (sums >= least * UNIT), 1))
        return _nearest(Pairs(left, right, sums[left, right]), count)
    turned = few.T.tocsr()
    lefts: list[Numbers] = []
    rights: list[Numbers] = []
    for start in range(0, count, _ROWS_AT_ONCE):
        block = few[start : start + _ROWS_AT_ONCE] @ turned
        keep = block.data >= least * UNIT / 2
        owner = np.repeat(np.arange(block.shape[0]), np.diff(block.indptr))[keep] + start
        lefts.append(owner.astype(np.int64))
        rights.append(block.indices[keep].astype(np.int64))
    left, right = np.concatenate([*lefts, np.zeros(0, np.int64)]), np.concatenate([*rights, np.zeros(0, np.int64)])
    forward = left < right
    left, right = left[forward], right[forward]
    sums = products(rows, left, right)
    close = sums >= least * UNIT
    return _nearest(Pairs(left[close], right[close], sums[close]), count)


def _all_products(rows: Rows) -> Floats:
    """The products of all rows with all."""
    found: Floats = np.asarray((rows @ rows.T).todense(), dtype=np.float64)
    return found


def _nearest(pairs: Pairs, count: int) -> Pairs:
    """The pairs that are among the nearest of one of their rows, so that one huge story can't take all memory."""
    if not len(pairs.left) or np.bincount(np.concatenate((pairs.left, pairs.right)), minlength=count).max() <= _NEAREST:
        return pairs
    owner = np.concatenate((pairs.left, pairs.right))
    other = np.concatenate((pairs.right, pairs.left))
    order = np.lexsort((other, -np.concatenate((pairs.sums, pairs.sums)), owner))
    first = np.searchsorted(owner[order], np.arange(count))
    nearest = order[np.arange(len(order)) - first[owner[order]] < _NEAREST]
    kept = np.zeros(len(pairs.left), dtype=bool)
    kept[nearest % len(pairs.left)] = True
    return Pairs(pairs.left[kept], pairs.right[kept], pairs.sums[kept])


def products(rows: Rows, left: Numbers, right: Numbers, others: Rows | None = None) -> Floats:
    """The products of pairs of rows, the second of each from `others` if these are given, exact for whole numbers."""
    second = rows if others is None else others
    found = np.zeros(len(left), dtype=np.float64)
    for start in range(0, len(left), _PAIRS_AT_ONCE):
        part = slice(start, start + _PAIRS_AT_ONCE)
        found[part] = np.asarray(rows[left[part]].multiply(second[right[part]]).sum(axis=1)).ravel()
    return found


def join(
    rows: Rows,
    pairs: Pairs,
    least: float,
    together: Sequence[tuple[int, int]] = (),
    apart: Sequence[tuple[int, int]] = (),
) -> Tree:
    """The tree of clusters of a mean similarity of at least `least`.

    Rows that must be `together` are so from the beginning; those that must be `apart` never join.
    """
    joins: list[tuple[int, int, float]] = []
    growing = _Growing(rows, joins)
    growing.pairs = pairs
    growing.apart = np.asarray(sorted({(min(pair), max(pair)) for pair in apart}), dtype=np.int64).reshape(-1, 2)
    for one, other in together:
        growing.bind(one, other)
    if together:
        growing.contract(least)
    growing.drop(least)
    while growing.round(least):
        pass
    return Tree(rows.shape[0], joins)


class _Growing:
    """Clusters while they grow: `home` of each place, its node in the tree, its size, and its row of sums."""

    def __init__(self, rows: Rows, joins: list[tuple[int, int, float]]) -> None:
        count = rows.shape[0]
        self.rows = rows
        self.held = _all_products(rows) if count <= _HELD else None
        self.first = count
        self.joins = joins
        self.sizes = np.ones(count, dtype=np.int64)
        self.node = np.arange(count)
        self.home = np.arange(count)
        self.pairs = Pairs(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
        self.apart: npt.NDArray[np.int64] = np.zeros((0, 2), dtype=np.int64)

    def bind(self, one: int, other: int) -> None:
        """Note that two places become one, at the highest similarity there is."""
        low, high = sorted((self._top(one), self._top(other)))
        if low != high:
            self.joins.append((int(self.node[low]), int(self.node[high]), float("inf")))
            self.node[low] = self.first + len(self.joins) - 1
            self.home[high] = low

    def _top(self, place: int) -> int:
        while self.home[place] != place:
            place = int(self.home[place])
        return place

    def means(self) -> Floats:
        """The mean similarity of each pair, in UNITs."""
        means: Floats = self.pairs.sums / (self.sizes[self.pairs.left] * self.sizes[self.pairs.right])
        return means

    def drop(self, least: float) -> None:
        """Forget pairs that are not near enough: they can't come nearer; and pairs that must stay apart."""
        keep = self.means() >= least * UNIT
        if len(self.apart):
            count = len(self.sizes)
            keep &= ~np.isin(
                self.pairs.left * count + self.pairs.right, self.apart.min(axis=1) * count + self.apart.max(axis=1)
            )
        self.pairs = Pairs(self.pairs.left[keep], self.pairs.right[keep], self.pairs.sums[keep])

    def round(self, least: float) -> bool:
        """Join all pairs each of which is the other's nearest; False where there are none."""
        if not len(self.pairs.left):
            return False
        left, right = self.pairs.left, self.pairs.right
        means = self.means()
        order = np.lexsort((right, left, -means))
        best = np.zeros(len(self.sizes), dtype=np.int64)
        # Written from the last to the first, so that the first of them stays.
        both = np.stack((left[order], right[order]), axis=1)[::-1].ravel()
        best[both] = np.repeat(np.arange(len(order))[::-1], 2)
        rank = np.arange(len(order))
        mutual = order[(best[left[order]] == rank) & (best[right[order]] == rank)]
        for pair in mutual.tolist():
            low, high = int(left[pair]), int(right[pair])
            self.joins.append((int(self.node[low]), int(self.node[high]), float(means[pair])))
            self.node[low] = self.first + len(self.joins) - 1
            self.home[high] = low
        self.contract(least)
        return True

    def contract(self, least: float) -> None:
        """Put the joined places together: their sizes, rows and pairs."""
        count = len(self.sizes)
        top = (
            np.asarray([self._top(at) for at in range(count)])
            if (self.home[self.home] != self.home).any()
            else self.home
        )
        places, new = np.unique(top, return_inverse=True)
        self.sizes = np.bincount(new, weights=self.sizes, minlength=len(places)).astype(np.int64)
        self.node = self.node[places]
        self._gather(new, len(places))
        self.home = np.arange(len(places))
        if len(self.apart):
            self.apart = np.unique(np.sort(new[self.apart], axis=1), axis=0)
        parts = np.bincount(new, minlength=len(places))
        left, right = np.sort(np.stack((new[self.pairs.left], new[self.pairs.right])), axis=0)
        between = left != right
        left, right, sums = left[between], right[between], self.pairs.sums[between]
        keys, where, number = np.unique(left * len(places) + right, return_inverse=True, return_counts=True)
        left, right = keys // len(places), keys % len(places)
        sums = np.bincount(where, weights=sums, minlength=len(keys)).astype(np.float64)
        # Where pairs of some parts were too far from one another to be known, the sum is taken anew.
        lacking = number < parts[left] * parts[right]
        if self.held is None:
            sums[lacking] = products(self.rows, left[lacking], right[lacking])
        else:
            sums[lacking] = self.held[left[lacking], right[lacking]]
        self.pairs = Pairs(left, right, sums)
        self.drop(least)

    def _gather(self, new: Numbers, places: int) -> None:
        """Add up the rows, or where these are held all products, of places that become one."""
        if self.held is None:
            count = len(new)
            self.rows = Rows((np.ones(count), (new, np.arange(count))), shape=(places, count)) @ self.rows
            return
        order = np.argsort(new, kind="stable")
        starts = np.searchsorted(new[order], np.arange(places))
        across = np.add.reduceat(self.held[order], starts, axis=0)
        self.held = np.add.reduceat(across[:, order], starts, axis=1)
