"""In: reports and their copies. Out: `Passage` records: stretches that two reports share, and what kind they are.

Batch over all reports given, independent of their order. Pairs come from the index of rare marks; a pair's stretches
grow from the runs of four words that both have, across small changes.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import numpy as np

from twosource.grouping.prints import Print, places_of, take_prints
from twosource.grouping.search import likely_pairs, marked
from twosource.records import Copy, Passage, Report
from twosource.text.shingles import Hashes, grams

_RUN = 4
#: A rewritten stretch: so many words may differ on either side between two runs.
_BRIDGE = 8
_LOOK_BACK = 4
_GROWTH = 64
_MOST_SEEDS = 1_000
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
    ids, words = [one.report.id for one in prints], [len(one.words.hashes) for one in prints]
    for i, j in likely_pairs(marked(ids, words, [one.marks.marks for one in prints])):
        one, other = prints[i], prints[j]
        same = root.get(one.report.id, one.report.id) == root.get(other.report.id, other.report.id)
        found += (
            _passage(one, other, stretch, same=same) for stretch in _stretches(one, other) if stretch.words >= least
        )
    return sorted(found, key=lambda passage: (passage.a, passage.b))


def passages(a: Report, b: Report, copies: Sequence[Copy] = (), least: int = _LEAST) -> list[Passage]:
    """The stretches that two reports share, for setting the two side by side; as `find_passages` of the two."""
    return find_passages((a, b), copies, least)


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
    """Shared stretches of two texts in the order of the first, joined across small changes."""
    near: list[_Stretch] = []
    for seed in _seeds(one, other):
        if any(_holds(stretch, seed) for stretch in near):
            continue
        grown = _grown(seed, one.words.hashes, other.words.hashes)
        at = next((at for at in range(len(near) - 1, -1, -1) if _goes_on(near[at], grown)), None)
        if at is None:
            near.append(grown)
        else:
            near[at] = _joined(near[at], grown)
        if len(near) > _LOOK_BACK:
            yield near.pop(0)
    yield from near


def _seeds(one: Print, other: Print) -> list[_Stretch]:
    """Unbroken shared runs in the order of the first text; of very many, as endless repetition gives, the longest."""
    left, right = places_of(grams(one.words.hashes, _RUN), grams(other.words.hashes, _RUN))
    if not len(left):
        return []
    breaks = np.flatnonzero((np.diff(left) != 1) | (np.diff(right) != 1)) + 1
    firsts, lasts = np.concatenate(([0], breaks)), np.append(breaks, len(left)) - 1
    if len(firsts) > _MOST_SEEDS:
        kept = np.sort(np.argsort(firsts - lasts, kind="stable")[:_MOST_SEEDS])
        firsts, lasts = firsts[kept], lasts[kept]
    return [
        _Stretch(i, i + size, j, j + size, size)
        for i, j, size in zip(
            left[firsts].tolist(), right[firsts].tolist(), (lasts - firsts + _RUN).tolist(), strict=True
        )
    ]


def _holds(stretch: _Stretch, seed: _Stretch) -> bool:
    return (
        stretch.left <= seed.left < seed.left_end <= stretch.left_end
        and stretch.right <= seed.right < seed.right_end <= stretch.right_end
    )


def _grown(seed: _Stretch, one: Hashes, other: Hashes) -> _Stretch:
    """A run with the equal words beside it: words that stand elsewhere too were placed there by their first place."""
    before = after = 0
    while (
        before < min(_GROWTH, seed.left, seed.right) and one[seed.left - before - 1] == other[seed.right - before - 1]
    ):
        before += 1
    room = min(_GROWTH, len(one) - seed.left_end, len(other) - seed.right_end)
    while after < room and one[seed.left_end + after] == other[seed.right_end + after]:
        after += 1
    return _Stretch(
        seed.left - before,
        seed.left_end + after,
        seed.right - before,
        seed.right_end + after,
        seed.words + before + after,
    )


def _goes_on(before: _Stretch, seed: _Stretch) -> bool:
    """Whether a run goes on where a stretch ends, but for a small change on either side, or laps over its end."""
    lap = before.left_end - seed.left
    if lap > 0 and lap == before.right_end - seed.right:
        return seed.left >= before.left
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
