"""In: reports and their copies. Out: `Passage` records: stretches that two reports share, and what kind they are.

Batch over all reports given, independent of their order. Pairs come from the index of rare marks; a pair's stretches
grow from the runs of four words that both have, across small changes.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import numpy as np

from twosource.grouping.prints import Print, places_of, take_prints
from twosource.grouping.search import likely_pairs
from twosource.records import Copy, Passage, Report
from twosource.text.shingles import grams

_RUN = 4
#: A rewritten stretch: so many words may differ on either side between two runs.
_BRIDGE = 8
_LOOK_BACK = 4
_LEAST = 12
_QUOTED = 0.7


class _Stretch(NamedTuple):
    """Word numbers of a shared stretch: the first of each side, one past the last, and how many words are the same."""

    left: int
    left_end: int
    right: int
    right_end: int
    words: int


def find_passages(reports: Sequence[Report], copies: Sequence[Copy] = (), least: int = _LEAST) -> list[Passage]:
    """Stretches of at least `least` equal words that two reports share, sorted by their places.

    `kind` is "copy" between reports of one family of copies, "quote" where the stretch stands mostly inside quotation
    marks, and else "background": a paragraph that one has from the other, or both from a third. Such a paragraph is no
    second source for what it says.
    """
    prints = take_prints(sorted(reports, key=lambda report: report.id))
    root = {copy.report: copy.of for copy in copies}
    found: list[Passage] = []
    for i, j in likely_pairs(prints):
        one, other = prints[i], prints[j]
        same = root.get(one.report.id, one.report.id) == root.get(other.report.id, other.report.id)
        found += (
            _passage(one, other, stretch, same=same) for stretch in _stretches(one, other) if stretch.words >= least
        )
    return sorted(found, key=lambda passage: (passage.a, passage.b))


def _passage(one: Print, other: Print, stretch: _Stretch, *, same: bool) -> Passage:
    kind: Literal["copy", "background", "quote"] = "copy" if same else "background"
    inside = max(
        one.quoted[stretch.left : stretch.left_end].mean(), other.quoted[stretch.right : stretch.right_end].mean()
    )
    if not same and inside >= _QUOTED:
        kind = "quote"
    return Passage(
        a=one.report.span(int(one.words.starts[stretch.left]), int(one.words.ends[stretch.left_end - 1])),
        b=other.report.span(int(other.words.starts[stretch.right]), int(other.words.ends[stretch.right_end - 1])),
        words=stretch.words,
        kind=kind,
    )


def _stretches(one: Print, other: Print) -> Iterator[_Stretch]:
    """Maximal shared stretches of two texts in the order of the first."""
    left, right = places_of(grams(one.words.hashes, _RUN), grams(other.words.hashes, _RUN))
    if not len(left):
        return
    breaks = np.flatnonzero((np.diff(left) != 1) | (np.diff(right) != 1)) + 1
    firsts = np.concatenate(([0], breaks))
    lasts = np.append(breaks, len(left)) - 1
    open_: list[_Stretch] = []
    for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
        seed = _Stretch(
            int(left[first]), int(left[last]) + _RUN, int(right[first]), int(right[last]) + _RUN, last - first + _RUN
        )
        at = next((at for at in range(len(open_) - 1, -1, -1) if _goes_on(open_[at], seed)), None)
        if at is None:
            open_.append(seed)
        else:
            open_[at] = _joined(open_[at], seed)
        if len(open_) > _LOOK_BACK:
            yield open_.pop(0)
    yield from open_


def _goes_on(before: _Stretch, seed: _Stretch) -> bool:
    return -_RUN <= seed.left - before.left_end <= _BRIDGE and -_RUN <= seed.right - before.right_end <= _BRIDGE


def _joined(before: _Stretch, seed: _Stretch) -> _Stretch:
    twice = max(0, before.left_end - seed.left, before.right_end - seed.right)
    return _Stretch(
        before.left,
        max(before.left_end, seed.left_end),
        before.right,
        max(before.right_end, seed.right_end),
        before.words + max(0, seed.words - twice),
    )
