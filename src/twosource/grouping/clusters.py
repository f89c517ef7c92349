"""In: rows of whole numbers, and the pairs of them that are near. Out: clusters by average linkage, and their tree.

Clusters join in rounds: in each, all pairs of which each is the other's nearest. By average linkage a cluster never
comes nearer to a third by joining another, so this gives what joining the nearest pair of all, one after another,
gives; and what happens among some rows never hangs on rows that are near to none of them.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from twosource.grouping.added_rows import AddedRows, HeldProducts
from twosource.grouping.pairs import HELD, Pairs
from twosource.grouping.vectors import UNIT, Flags, Floats, Numbers, Rows


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
        inside: dict[int, list[int]] = {at: [at] for at in range(self.rows)}
        for node, (left, right, _) in enumerate(self.joins, start=self.rows):
            one, other = sorted((inside.pop(left), inside.pop(right)), key=len)
            other += one
            inside[node] = other
        return sorted(sorted(rows) for node, rows in inside.items() if node not in inner)


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
    growing = _Growing(rows, pairs, least)
    growing.keep_apart(apart)
    growing.bind(together)
    while growing.round():
        pass
    return Tree(rows.shape[0], growing.joins)


class _Growing:
    """Clusters while they grow, each named by its first row: its node in the tree, its size, and the pairs it is in."""

    def __init__(self, rows: Rows, pairs: Pairs, least: float) -> None:
        count = rows.shape[0]
        self.joins: list[tuple[int, int, float]] = []
        self._count, self._least = count, least * UNIT
        self._sums = HeldProducts(rows) if count <= HELD else AddedRows(rows)
        self._sizes = np.ones(count, dtype=np.int64)
        self._node = np.arange(count)
        self._left, self._right, self._of_pairs, self._means = pairs.left, pairs.right, pairs.sums, pairs.sums
        self._apart: npt.NDArray[np.int64] = np.zeros((0, 2), dtype=np.int64)

    def keep_apart(self, apart: Sequence[tuple[int, int]]) -> None:
        """Forget pairs that must never join."""
        self._apart = np.asarray(sorted({(min(pair), max(pair)) for pair in apart}), dtype=np.int64).reshape(-1, 2)
        self._keep(self._allowed(self._left, self._right))

    def _allowed(self, left: Numbers, right: Numbers) -> Flags:
        """Which pairs need not stay apart."""
        if not len(self._apart):
            return np.ones(len(left), dtype=bool)
        low, high = self._apart.min(axis=1), self._apart.max(axis=1)
        return ~np.isin(left * self._count + right, low * self._count + high)

    def _keep(self, keep: Flags | Numbers) -> None:
        self._left, self._right = self._left[keep], self._right[keep]
        self._of_pairs, self._means = self._of_pairs[keep], self._means[keep]

    def bind(self, together: Sequence[tuple[int, int]]) -> None:
        """Make one of places that must be together, at the highest similarity there is."""
        home = np.arange(self._count)

        def top(place: int) -> int:
            while home[place] != place:
                place = int(home[place])
            return place

        for one, other in together:
            low, high = sorted((top(one), top(other)))
            if low != high:
                self._note(low, high, float("inf"))
                self._sums.add(np.asarray([low]), np.asarray([high]))
                home[high] = low
        if together:
            self._contract(np.asarray([top(at) for at in range(self._count)]))

    def _note(self, low: int, high: int, mean: float) -> None:
        """Note in the tree that two places become one, the first of them."""
        self.joins.append((int(self._node[low]), int(self._node[high]), mean))
        self._node[low] = self._count + len(self.joins) - 1

    def round(self) -> bool:
        """Join all pairs each of which is the other's nearest; False where there are none."""
        if not len(self._left):
            return False
        pairs = self._mutual()
        low, high = self._left[pairs], self._right[pairs]
        for one, other, mean in zip(low.tolist(), high.tolist(), self._means[pairs].tolist(), strict=True):
            self._note(one, other, mean)
        self._sums.add(low, high)
        home = np.arange(self._count)
        home[high] = low
        self._contract(home)
        return True

    def _mutual(self) -> Numbers:
        """Numbers of the pairs each of which is the other's nearest; of equally near ones the first is nearest."""
        left, right, means = self._left, self._right, self._means
        best = np.zeros(self._count)
        np.maximum.at(best, left, means)
        np.maximum.at(best, right, means)
        partner = np.full(self._count, self._count)
        for owner, other in ((left, right), (right, left)):
            at = np.flatnonzero(means == best[owner])
            np.minimum.at(partner, owner[at], other[at])
        found: Numbers = np.flatnonzero((partner[left] == right) & (partner[right] == left))
        return found

    def _contract(self, home: Numbers) -> None:
        """Put each place into its `home`: the sizes, and the pairs of places that have become one."""
        moved = np.flatnonzero(home != np.arange(self._count))
        parts = np.bincount(home, minlength=self._count)
        np.add.at(self._sizes, home[moved], self._sizes[moved])
        self._apart = np.unique(np.sort(home[self._apart], axis=1), axis=0)
        touched = np.zeros(self._count, dtype=bool)
        touched[moved] = touched[home[moved]] = True
        hit = touched[self._left] | touched[self._right]
        new = self._put_together(home, parts, np.flatnonzero(hit))
        keep = np.flatnonzero(~hit)
        self._left = np.concatenate((self._left[keep], new.left))
        self._right = np.concatenate((self._right[keep], new.right))
        self._of_pairs = np.concatenate((self._of_pairs[keep], new.sums))
        means = new.sums / (self._sizes[new.left] * self._sizes[new.right])
        self._means = np.concatenate((self._means[keep], means))

    def _put_together(self, home: Numbers, parts: Numbers, hit: Numbers) -> Pairs:
        """Pairs of parts as pairs of the whole; those not near enough are forgotten: they can't come nearer."""
        left, right = home[self._left[hit]], home[self._right[hit]]
        left, right = np.minimum(left, right), np.maximum(left, right)
        between = left != right
        known, where, number = np.unique(
            left[between] * self._count + right[between], return_inverse=True, return_counts=True
        )
        left, right = known // self._count, known % self._count
        sums: Floats = np.bincount(where, self._of_pairs[hit][between], len(known)).astype(np.float64)
        # Where pairs of some parts were too far from one another to be known, the sum is taken anew.
        lacking = number < parts[left] * parts[right]
        sums[lacking] = self._sums.products(left[lacking], right[lacking])
        near = (sums / (self._sizes[left] * self._sizes[right]) >= self._least) & self._allowed(left, right)
        return Pairs(left[near], right[near], sums[near])
