"""In: the reports after an update. Out: the groups that are no more, and those that stand in their place."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from twosource.grouping.clusters import Tree
from twosource.grouping.features import days_of
from twosource.grouping.nearness import comes_near, may_come_near, near_rows
from twosource.grouping.orders import Bonds, settle_orders
from twosource.grouping.overlay import Overlay
from twosource.grouping.stories import STORY, Ground, Words, group, make_group, ties_from, tree_of
from twosource.grouping.vectors import Bag, Flags, Numbers, Weights, count, counted, entries, gather, weigh
from twosource.records import Group, StoryOrder

#: So few reports are grouped anew as a whole; so is everything where one in so many reports is to be taken as new.
_FEW, _PART = 400, 8


def stories_after(after: Overlay, ordered: Sequence[StoryOrder]) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """The groups dissolved and formed, the largest first."""
    if len(after.ids) <= _FEW:
        return _all_again(after)
    terms = _Terms(after)
    stirred = terms.stirred()
    if stirred is None or len(stirred) > len(after.ids) // _PART:
        return _all_again(after)
    region = _Region(after, terms, _concerned(after, ordered))
    region.take({*stirred.tolist()})
    while region.spreads():
        pass
    return _told(after, region.old, region.groups())


def _all_again(after: Overlay) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Everything grouped as a batch."""
    taken = after.taken
    count_, marks, terms = len(after.ids), taken.mark_ends, taken.term_ends
    taken = taken._replace(
        days=taken.days[:count_], term_ends=terms[: count_ + 1], terms=taken.terms[: terms[count_]], mark_ends=marks
    )
    old = after.known.groups([*after.ids, *after.gone])
    groups = group(after.ids, taken, after.copies(after.ids), after.known.orders(), _words(after, old))
    return _told(after, old, groups)


def _words(after: Overlay, old: Sequence[Group]) -> Words:
    """The ties of stories; those of groups of the same reports and the same copies are as they were."""
    stale = {*after.changed, *after.gone, *after.new}
    return ties_from(after.reports, {one.reports: one.ties for one in old if not stale.intersection(one.reports)})


def _told(after: Overlay, old: Iterable[Group], new: Iterable[Group]) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Of old groups and the new ones in their place, those that differ or hold a copy that changed."""
    stale = {*after.changed, *after.gone, *after.new}

    def rank(one: Group) -> tuple[int, tuple[str, ...]]:
        return -len(one.reports), one.reports

    before = {one.reports: one for one in old}
    now = {one.reports: one for one in new}
    same = {key for key, one in now.items() if before.get(key) == one and not stale.intersection(key)}
    return (
        tuple(sorted((one for key, one in before.items() if key not in same), key=rank)),
        tuple(sorted((one for key, one in now.items() if key not in same), key=rank)),
    )


def _concerned(after: Overlay, ordered: Sequence[StoryOrder]) -> tuple[Bonds, set[str]]:
    """The bonds by orders, and the reports that orders concern where any of this may have changed, else none."""
    orders = after.known.orders()
    named = {name for order in orders for name in (order.a, order.b)} & (after.place.keys() | {*after.gone})
    families = after.copies(named & after.place.keys())
    families = after.copies({name for copy in families for name in (copy.report, copy.of)})
    bonds = settle_orders(orders, families, after.ids if named else ())
    involved = named | {name for copy in families for name in (copy.report, copy.of)}
    involved |= {copy.report for copy in after.known.copies(sorted(named))}
    moved = {*after.changed, *after.new, *after.gone}
    return bonds, involved if ordered or involved & moved else set()


class _Terms:
    """The terms of all reports and their weights, before and after."""

    def __init__(self, after: Overlay) -> None:
        taken = after.taken
        self.after = after
        self.bag: Bag = gather(taken.terms, taken.term_ends)
        number = len(after.ids)
        self.owner = np.repeat(np.arange(number + len(after.gone), dtype=np.int32), np.diff(taken.term_ends))
        sample = counted([*after.ids, *after.gone], number)
        self._drawn_fresh, self._drawn_left = after.fresh[sample[after.fresh]], after.left[sample[after.left]]
        self._counts = count(self.bag, np.flatnonzero(sample[:number]), number)
        weights: Weights = weigh(self.bag, self._counts)
        self.ground = Ground(after.ids, self.bag, weights, days_of(taken))

    def stirred(self) -> Numbers | None:
        """Places of the reports that are new or hold a term whose weight changed; None where all weights may have."""
        before, now = self.after.before, len(self.after.ids)
        if before.bit_length() != now.bit_length():
            return None
        if not len(self._drawn_fresh) and not len(self._drawn_left):
            return self.after.fresh
        fresh, left = count(self.bag, self._drawn_fresh, now), count(self.bag, self._drawn_left, now)
        old = weigh(
            self.bag,
            self._counts._replace(
                holders=self._counts.holders - fresh.holders + left.holders,
                votes=self._counts.votes - fresh.votes + left.votes,
                reports=before,
            ),
        )
        now_weights = self.ground.weights
        changed = (
            (old.telling != now_weights.telling)
            | (old.named != now_weights.named)
            | (old.open != now_weights.open)
            | (old.searched != now_weights.searched)
        )
        found = np.unique(np.concatenate((self.owner[changed[self.bag.column]], self.after.fresh)))
        return found[found < now]

    def likely(self, members: Numbers) -> Numbers:
        """Places of the reports that share a searched term with one of the members."""
        flags: Flags = np.zeros(len(self.bag.terms), dtype=bool)
        flags[self.bag.column[entries(self.bag, members)]] = True
        flags &= self.ground.weights.searched
        hit = np.zeros(len(self.after.ids) + len(self.after.gone), dtype=bool)
        hit[self.owner[flags[self.bag.column]]] = True
        return np.flatnonzero(hit[: len(self.after.ids)])


class _Built(NamedTuple):
    """A part clustered alone: the places of its rows, its tree, and its clusters as places."""

    own: Numbers
    tree: Tree
    clusters: list[list[int]]


class _Region:
    """The part of all reports that is clustered again: whole old groups, and reports that were in none."""

    def __init__(self, after: Overlay, terms: _Terms, concerned: tuple[Bonds, set[str]]) -> None:
        self._after, self._terms = after, terms
        self._bonds, self._involved = concerned
        self.old: list[Group] = []
        self._names: set[str] = set()
        self._dirty: set[int] = set()
        self._built: _Built | None = None

    def take(self, stirred: set[int]) -> None:
        """Begin: take in the groups of all that is stirred."""
        after = self._after
        names = {after.ids[at] for at in stirred} | {*after.changed} | {*after.gone} | self._involved
        names |= {copy.of for copy in after.copies(names)} | {copy.of for copy in after.known.copies(sorted(names))}
        self._widen(names)
        # A report that was a copy or has become one, or whose copy went elsewhere, counts as stirred too.
        dirty = stirred | {after.place[name] for name in names if name in after.place}
        self._dirty = set(self._rows(sorted(dirty)).tolist())

    def _widen(self, names: set[str]) -> None:
        """Take in the groups of some reports, and those of them that are new."""
        wanted = sorted(names - self._names)
        groups = self._after.known.groups(wanted)
        self.old += groups
        self._names.update(name for one in groups for name in one.reports)
        self._names.update(wanted)

    def _rows(self, places: Iterable[int]) -> Numbers:
        """Those of the places that are no copies."""
        places = list(places)
        copies = self._copied([self._after.ids[at] for at in places])
        return np.asarray([at for at in places if self._after.ids[at] not in copies], dtype=np.int64)

    def _copied(self, names: Sequence[str]) -> dict[str, str]:
        """Of copies among the names, or of the names: their originals; without those that an order took away."""
        return {copy.report: copy.of for copy in self._after.copies(names) if copy.report not in self._bonds.loose}

    def _near(self, members: Numbers) -> Numbers:
        """Places of reports outside the region, no copies, that are near to one of the members."""
        terms = self._terms
        likely = terms.likely(members)
        outside = np.asarray([at for at in likely.tolist() if self._after.ids[at] not in self._names], dtype=np.int64)
        if not len(outside):
            return outside
        near = near_rows(
            terms.ground.rows(outside),
            terms.ground.rows(members),
            terms.ground.weights.searched,
            STORY,
        )
        return self._rows(outside[near].tolist())

    def _build(self, names: Iterable[str]) -> _Built:
        """Cluster some reports alone."""
        after, terms = self._after, self._terms
        inside = sorted(name for name in names if name in after.place)
        own = self._rows([after.place[name] for name in inside])
        of = self._copied(inside)
        tree = tree_of(terms.ground, own, self._bonds, of)
        return _Built(own, tree, [[int(own[row]) for row in cluster] for cluster in tree.clusters()])

    def spreads(self) -> bool:
        """Cluster the region alone; whether a cluster came near to a group outside, which is then taken in."""
        self._built = self._build(self._names)
        unsettled = self._unsettled(self._built)
        if not unsettled:
            return False
        places = np.asarray(sorted(at for cluster in unsettled for at in cluster), dtype=np.int64)
        near = self._near(places)
        if not len(near):
            return False
        inner = self._part(self._built, places)
        terms = self._terms
        rows = terms.ground.rows(places)
        more: set[str] = set()
        for one in self._after.known.groups([self._after.ids[at] for at in near.tolist()]):
            own = self._rows([self._after.place[name] for name in one.reports])
            if not may_come_near(rows, inner, terms.ground.rows(own), STORY).any():
                continue
            outer = self._build(one.reports)
            if comes_near((rows, inner), (terms.ground.rows(outer.own), outer.tree), STORY):
                more.update(one.reports)
        self._widen(more)
        return bool(more)

    def _unsettled(self, built: _Built) -> list[list[int]]:
        """The clusters that were no groups before or hold a report that is stirred."""
        ids = self._after.ids
        before = {frozenset(one.reports) for one in self.old}
        behind = self._behind(built)
        found = []
        for cluster in built.clusters:
            names = [ids[at] for at in cluster]
            whole = frozenset([*names, *(copy for name in names for copy in behind.get(name, ()))])
            if whole not in before or self._dirty.intersection(cluster):
                found.append(cluster)
        return found

    def _behind(self, built: _Built) -> dict[str, list[str]]:
        """The copies of each report."""
        behind: dict[str, list[str]] = {}
        for copy, original in sorted(self._copied([self._after.ids[at] for at in built.own.tolist()]).items()):
            behind.setdefault(original, []).append(copy)
        return behind

    @staticmethod
    def _part(built: _Built, places: Numbers) -> Tree:
        """The tree of whole clusters alone, its rows in the order of the places."""
        number = {int(at): row for row, at in enumerate(places)}
        new: dict[int, int] = {row: number[int(at)] for row, at in enumerate(built.own) if int(at) in number}
        joins: list[tuple[int, int, float]] = []
        for at, (left, right, mean) in enumerate(built.tree.joins):
            if left in new and right in new:
                new[built.tree.rows + at] = len(places) + len(joins)
                joins.append((new[left], new[right], mean))
        return Tree(len(places), joins)

    def groups(self) -> list[Group]:
        """The groups of the region as they are now; those that are as before are kept as they were."""
        if self._built is None:
            return []
        after, terms = self._after, self._terms
        behind = self._behind(self._built)
        unsettled = {cluster[0] for cluster in self._unsettled(self._built)}
        before = {one.reports: one for one in self.old}
        words = _words(after, self.old)
        found: list[Group] = []
        for cluster in self._built.clusters:
            names = [after.ids[at] for at in cluster]
            whole = tuple(sorted([*names, *(copy for name in names for copy in behind.get(name, ()))]))
            if cluster[0] not in unsettled and not {*after.changed}.intersection(whole):
                found.append(before[whole])
            else:
                found.append(make_group(terms.ground, cluster, behind, words))
        return found
