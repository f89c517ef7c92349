"""In: rows of whole numbers. Out: the pairs of them that are near, with the exact products of the two.

Of many rows, those that share a searched column are found block by block, each block with the rows behind it alone.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from twosource.grouping.vectors import UNIT, Flags, Floats, Numbers, Rows

_ROWS_AT_ONCE, _BLOCKS = 1_000, 8
_PAIRS_AT_ONCE = 50_000
_NEAREST = 200
#: Of so many rows all products are held.
HELD = 2_000


class Pairs(NamedTuple):
    """Pairs of rows, `left` < `right`, each once, with the product of the two, or with the sum of their products."""

    left: Numbers
    right: Numbers
    sums: Floats


def near_pairs(rows: Rows, searched: Flags, least: float) -> Pairs:
    """The pairs of rows of at least `least` similarity that share a searched column, of each row the nearest."""
    count = rows.shape[0]
    few = Rows(rows[:, np.flatnonzero(searched)], dtype=np.float32)
    if count <= HELD:
        sums = all_products(rows)
        left, right = np.nonzero(np.triu((all_products(few) >= least * UNIT / 2) & (sums >= least * UNIT), 1))
        return _nearest(Pairs(left, right, sums[left, right]), count)
    # What the other columns add is small, so it is added for the few pairs that the searched ones bring.
    rest = Rows(rows[:, np.flatnonzero(~searched)])
    found = [
        Pairs(pairs.left[close], pairs.right[close], sums[close])
        for pairs in _likely(few, least * UNIT / 2)
        for sums in [pairs.sums + products(rest, pairs.left, pairs.right)]
        for close in [sums >= least * UNIT]
    ]
    none = Pairs(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    return _nearest(Pairs(*(np.concatenate(parts) for parts in zip(none, *found, strict=True))), count)


def _likely(few: Rows, least: float) -> Iterator[Pairs]:
    """Pairs of rows with a product of at least `least`; numbers of 32 bits hold it exactly."""
    count = few.shape[0]
    step = max(_ROWS_AT_ONCE, -(-count // _BLOCKS))
    for first in range(0, count, step):
        turned = few[first:].T.tocsr()
        for start in range(first, min(count, first + step), _ROWS_AT_ONCE):
            block = few[start : min(start + _ROWS_AT_ONCE, first + step)] @ turned
            keep = np.flatnonzero(block.data >= least)
            left = np.searchsorted(block.indptr, keep, side="right") - 1 + start
            right = block.indices[keep].astype(np.int64) + first
            forward = left < right
            yield Pairs(left[forward], right[forward], block.data[keep[forward]].astype(np.float64))


def all_products(rows: Rows) -> Floats:
    """The products of all rows with all."""
    found: Floats = np.asarray((rows @ rows.T).todense(), dtype=np.float64)
    return found


def _nearest(pairs: Pairs, count: int) -> Pairs:
    """The pairs that are among the nearest of one of their rows, so that one huge story can't take all memory."""
    near = np.bincount(pairs.left, minlength=count) + np.bincount(pairs.right, minlength=count)
    crowded = near > _NEAREST
    if not crowded.any():
        return pairs
    by_rows = np.argsort(pairs.left * count + pairs.right)
    pairs = Pairs(pairs.left[by_rows], pairs.right[by_rows], pairs.sums[by_rows])
    # Of each row first the pairs with rows before it, then those behind: so those of one row come by the other row,
    # and a stable sort by nearness keeps that order where two are as near.
    second, first = np.flatnonzero(crowded[pairs.right]), np.flatnonzero(crowded[pairs.left])
    place = np.concatenate((second, first))
    owner = np.concatenate((pairs.right[second], pairs.left[first]))
    order = np.argsort(owner * (UNIT + 1) + (UNIT - pairs.sums[place].astype(np.int64)), kind="stable")
    begin = np.searchsorted(owner[order], np.arange(count))
    kept = ~(crowded[pairs.left] & crowded[pairs.right])
    kept[place[order[np.arange(len(order)) - begin[owner[order]] < _NEAREST]]] = True
    return Pairs(pairs.left[kept], pairs.right[kept], pairs.sums[kept])


def products(rows: Rows, left: Numbers, right: Numbers, others: Rows | None = None) -> Floats:
    """The products of pairs of rows, the second of each from `others` if these are given, exact for whole numbers."""
    second = rows if others is None else others
    found = np.zeros(len(left), dtype=np.float64)
    for start in range(0, len(left), _PAIRS_AT_ONCE):
        part = slice(start, start + _PAIRS_AT_ONCE)
        found[part] = np.asarray(rows[left[part]].multiply(second[right[part]]).sum(axis=1)).ravel()
    return found
