"""In: the marks of reports. Out: pairs of reports that share rare marks, by an inverted index with capped buckets."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from twosource.grouping.prints import among
from twosource.text.shingles import Hashes

_Numbers = npt.NDArray[np.int64]

#: A mark that more reports have than this pairs each of them only with the `HUBS` longest.
CAP = 24
HUBS = 6
#: A mark of so few reports is seldom chance and counts twice.
_RARE = 4
_ENOUGH = 2
_PAIRS_AT_ONCE = 4_000_000
#: So few reports are compared each with each: a lightly rewritten copy may keep no run of eight words.
FEW = 40


class Marked(NamedTuple):
    """What the search needs of many reports: their ids, their numbers of words, and all their marks with owners."""

    ids: Sequence[str]
    words: _Numbers
    marks: Hashes
    owners: _Numbers


def marked(ids: Sequence[str], words: Sequence[int], marks: Sequence[Hashes]) -> Marked:
    """The marks of reports, for the search."""
    return Marked(
        ids,
        np.asarray(words, dtype=np.int64),
        np.concatenate([*marks, np.zeros(0, dtype=np.uint64)]),
        np.repeat(np.arange(len(ids)), [len(some) for some in marks]),
    )


def likely_pairs(reports: Marked) -> list[tuple[int, int]]:
    """Numbers (i, j), i < j, of reports worth comparing: they share two marks, or one that hardly any other has.

    Of a handful of reports all pairs are.
    Cost grows with the number of marks; the result does not depend on the order of the reports, only on their content.
    """
    if len(reports.ids) <= FEW:
        return list(itertools.combinations(range(len(reports.ids)), 2))
    return _pairs(reports, reports.marks, reports.owners)


def pairs_around(reports: Marked, some: _Numbers) -> list[tuple[int, int]]:
    """Those of the likely pairs that hold one of `some`, the same as among all, found from their marks alone."""
    inside = np.zeros(len(reports.ids), dtype=bool)
    inside[some] = True
    if len(reports.ids) <= FEW:
        pairs = likely_pairs(reports)
    else:
        shared = among(reports.marks, reports.marks[inside[reports.owners]])
        pairs = _pairs(reports, reports.marks[shared], reports.owners[shared])
    return [(i, j) for i, j in pairs if inside[i] or inside[j]]


def _pairs(reports: Marked, marks: Hashes, owners: _Numbers) -> list[tuple[int, int]]:
    """The likely pairs by the given marks."""
    count = len(reports.ids)
    involved = np.unique(owners)
    by_length = sorted(involved.tolist(), key=lambda at: (-reports.words[at], reports.ids[at]))
    rank_of = np.asarray(by_length, dtype=np.int64)
    rank = np.zeros(count, dtype=np.int64)
    rank[rank_of] = np.arange(len(rank_of))
    pairs = _weighed(*_buckets(marks, rank[owners]), max(1, len(rank_of)))
    left, right = rank_of[pairs // max(1, len(rank_of))], rank_of[pairs % max(1, len(rank_of))]
    both = np.stack((np.minimum(left, right), np.maximum(left, right)), axis=1)
    return [(int(i), int(j)) for i, j in both[np.lexsort((both[:, 1], both[:, 0]))]]


def _buckets(marks: npt.NDArray[np.uint64], owner: _Numbers) -> tuple[_Numbers, _Numbers, _Numbers]:
    """Owners sorted by mark (longest report first inside one), the start of each one's bucket, and its size."""
    order = np.argsort(marks, kind="stable")
    marks, owner = marks[order], owner[order]
    if not len(marks):
        return owner, owner, owner
    first = np.flatnonzero(np.concatenate(([True], marks[1:] != marks[:-1])))
    sizes = np.diff(np.append(first, len(marks)))
    shared = np.repeat(sizes > 1, sizes)
    owner, sizes = owner[shared], sizes[sizes > 1]
    buckets = np.repeat(np.arange(len(sizes)), sizes)
    owner = owner[np.lexsort((owner, buckets))]
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
    for step in range(1, CAP):
        left = np.flatnonzero((sizes <= CAP) & (within + step < sizes))
        if len(left):
            steps.append((left, left + step))
    for hub in range(HUBS):
        right = np.flatnonzero((sizes > CAP) & (within > hub))
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
