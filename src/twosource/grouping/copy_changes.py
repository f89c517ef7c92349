"""In: the reports after an update. Out: whose copy has changed, and to what."""

import numpy as np

from twosource.grouping.copies import Likeness, are_copies, likeness, trace_copies
from twosource.grouping.overlay import Overlay
from twosource.grouping.prints import Print, among, take_print
from twosource.grouping.search import CAP, FEW, HUBS, Marked, pairs_around
from twosource.grouping.vectors import Numbers
from twosource.records import Copy

_PART = 4


def copies_after(after: Overlay) -> dict[str, Copy | None]:
    """The new copy of each report whose copy has changed, None where it is none any longer."""
    if not len(after.new) and not len(after.gone):
        return {}
    everyone = np.arange(len(after.ids))
    start = everyone if min(len(after.ids), after.before) <= FEW else _around(after)
    if len(start) > len(after.ids) // _PART:
        start = everyone
    links, touched, prints = _Links(after).closed(start)
    found = {
        copy.report: copy
        for copy in trace_copies(links, sorted(touched), prints.take(sorted({at for pair in links for at in pair})))
    }
    names = [after.ids[at] for at in touched]
    old = {copy.report: copy for copy in after.known.copies([*names, *after.gone])}
    checked = {*names, *after.gone}
    return {name: found.get(name) for name in sorted(checked & {*found, *old}) if found.get(name) != old.get(name)}


def _around(after: Overlay) -> Numbers:
    """Places of the reports that share a mark with one that is new or gone, so that a pair of theirs may have changed.

    Of a mark that very many have, pairs with its longest holders alone count: the others are left out, unless one that
    came or went is among these.
    """
    ends = after.taken.mark_ends
    moved = np.concatenate((after.fresh, after.left))
    reports = after.marked
    marks = np.unique(np.concatenate([after.taken.marks[ends[at] : ends[at + 1]] for at in moved.tolist()]))
    shared = among(reports.marks, marks)
    owners, spots = reports.owners[shared], np.searchsorted(marks, reports.marks[shared])
    sizes = np.bincount(spots, minlength=len(marks))
    big = np.flatnonzero(sizes > CAP + len(moved))
    found = [after.fresh, owners[~np.isin(spots, big)]]
    found += [_of_big(after, owners[spots == mark], marks[mark], moved) for mark in big.tolist()]
    return np.unique(np.concatenate(found))


def _of_big(after: Overlay, owners: Numbers, mark: np.uint64, moved: Numbers) -> Numbers:
    """Of the holders of a mark that many have: its longest ones, or all where these have changed."""
    ends, words = after.taken.mark_ends, after.taken.words
    having = [at for at in moved.tolist() if (after.taken.marks[ends[at] : ends[at + 1]] == mark).any()]
    every = sorted({*owners.tolist(), *having}, key=lambda at: (-words[at], _name(after, at)))
    hubs = every[: HUBS + len(having)]
    return owners if set(having) & set(hubs) else np.asarray([at for at in hubs if at < len(after.ids)], dtype=np.int64)


def _name(after: Overlay, at: int) -> str:
    return after.ids[at] if at < len(after.ids) else after.gone[at - len(after.ids)]


class _Prints:
    """The prints of reports, each taken once."""

    def __init__(self, after: Overlay) -> None:
        self._after = after
        self._taken: dict[int, Print] = {}

    def take(self, members: list[int]) -> dict[int, Print]:
        """The prints of some reports."""
        missing = [at for at in members if at not in self._taken]
        for at, report in zip(missing, self._after.reports([self._after.ids[at] for at in missing]), strict=True):
            self._taken[at] = take_print(report)
        return {at: self._taken[at] for at in members}


class _Links:
    """Links between reports of which one is the other's text."""

    def __init__(self, after: Overlay) -> None:
        self._reports: Marked = after.marked
        self._prints = _Prints(after)

    def closed(self, start: Numbers) -> tuple[dict[tuple[int, int], Likeness], set[int], _Prints]:
        """All links of some reports and of whom they are linked with, over any number of others."""
        links: dict[tuple[int, int], Likeness] = {}
        touched = set(start.tolist())
        looked: set[tuple[int, int]] = set()
        while len(start):
            pairs = [pair for pair in pairs_around(self._reports, start) if pair not in looked]
            looked.update(pairs)
            prints = self._prints.take(sorted({at for pair in pairs for at in pair}))
            for i, j in pairs:
                like = likeness(prints[i], prints[j])
                if are_copies(like):
                    links[i, j] = like
            more = {at for pair in links for at in pair} - touched
            touched |= more
            start = np.asarray(sorted(more), dtype=np.int64)
        return links, touched, self._prints
