"""In: prints. Out: pairs of reports that share rare marks, by an inverted index with capped buckets."""

import itertools
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from twosource.grouping.prints import Print

_Numbers = npt.NDArray[np.int64]

#: A mark that more reports have than this pairs each of them only with the `_HUBS` longest.
_CAP = 24
_HUBS = 6
#: A mark of so few reports is seldom chance and counts twice.
_RARE = 4
_ENOUGH = 2
_PAIRS_AT_ONCE = 4_000_000
#: So few reports are compared each with each: a lightly rewritten copy may keep no run of eight words.
_FEW = 40


def likely_pairs(prints: Sequence[Print]) -> list[tuple[int, int]]:
    """Numbers (i, j), i < j, of prints worth comparing: they share two marks, or one that hardly any other has.

    Of a handful of reports all pairs are.
    Cost grows with the number of marks; the result does not depend on the order of the prints, only on their content.
    """
    if len(prints) <= _FEW:
        return list(itertools.combinations(range(len(prints)), 2))
    order = sorted(range(len(prints)), key=lambda at: (-len(prints[at].words.hashes), prints[at].report.id))
    rank_of = np.asarray(order, dtype=np.int64)
    marks = np.concatenate([prints[at].marks.marks for at in order])
    owner = np.repeat(np.arange(len(order)), [len(prints[at].marks.marks) for at in order])
    pairs = _weighed(*_buckets(marks, owner), len(order))
    left, right = rank_of[pairs // len(order)], rank_of[pairs % len(order)]
    both = np.stack((np.minimum(left, right), np.maximum(left, right)), axis=1)
    return [(int(i), int(j)) for i, j in both[np.lexsort((both[:, 1], both[:, 0]))]]


def _buckets(marks: npt.NDArray[np.uint64], owner: _Numbers) -> tuple[_Numbers, _Numbers, _Numbers]:
    """Owners sorted by mark (longest report first inside one), the start of each one's bucket, and its size."""
    order = np.argsort(marks, kind="stable")
    marks, owner = marks[order], owner[order]
    first = np.flatnonzero(np.concatenate(([True], marks[1:] != marks[:-1])))
    sizes = np.diff(np.append(first, len(marks)))
    shared = np.repeat(sizes > 1, sizes)
    owner, sizes = owner[shared], sizes[sizes > 1]
    starts = np.repeat(np.cumsum(sizes) - sizes, sizes)
    return owner, starts, np.repeat(sizes, sizes)


def _weighed(owner: _Numbers, starts: _Numbers, sizes: _Numbers, count: int) -> _Numbers:
    """Keys (i * count + j) of the pairs whose shared marks weigh enough."""
    keys = np.zeros(0, dtype=np.int64)
    weights = np.zeros(0, dtype=np.int64)
    waiting: list[tuple[_Numbers, _Numbers]] = []
    held = 0
    for left, right in _steps(starts, sizes):
        waiting.append((owner[left] * count + owner[right], np.where(sizes[left] <= _RARE, 2, 1)))
        held += len(left)
        if held > _PAIRS_AT_ONCE:
            keys, weights = _add_up(keys, weights, waiting)
            waiting, held = [], 0
    keys, weights = _add_up(keys, weights, waiting)
    return keys[weights >= _ENOUGH]


def _steps(starts: _Numbers, sizes: _Numbers) -> list[tuple[_Numbers, _Numbers]]:
    """Places of pairs: all of a small bucket, hub with every other of a large one."""
    places = np.arange(len(starts))
    within = places - starts
    steps: list[tuple[_Numbers, _Numbers]] = []
    for step in range(1, _CAP):
        left = np.flatnonzero((sizes <= _CAP) & (within + step < sizes))
        if len(left):
            steps.append((left, left + step))
    for hub in range(_HUBS):
        right = np.flatnonzero((sizes > _CAP) & (within > hub))
        if len(right):
            steps.append((starts[right] + hub, right))
    return steps


def _add_up(keys: _Numbers, weights: _Numbers, more: list[tuple[_Numbers, _Numbers]]) -> tuple[_Numbers, _Numbers]:
    if not more:
        return keys, weights
    every = np.concatenate([keys, *(some for some, _ in more)])
    heavy = np.concatenate([weights, *(some for _, some in more)])
    known, where = np.unique(every, return_inverse=True)
    return known, np.bincount(where, weights=heavy, minlength=len(known)).astype(np.int64)
