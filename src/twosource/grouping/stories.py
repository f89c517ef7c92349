"""In: reports, copies, and a person's orders. Out: stories, the running affairs over months, each with its events.

Batch over all reports given, and independent of their order. What a new report changes is found by `streaming`, which
gives the same stories.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from twosource.grouping.clusters import Tree, join
from twosource.grouping.events import cut_apart
from twosource.grouping.features import Features, Texts, days_of, story_features, unpack
from twosource.grouping.orders import Bonds, settle_orders
from twosource.grouping.pairs import near_pairs
from twosource.grouping.ties import find_ties, telling
from twosource.grouping.vectors import UNIT, Bag, Floats, Numbers, Rows, Weights, count, counted, gather, rows_of, weigh
from twosource.records import Copy, Group, Report, StoryOrder

#: The mean similarity that holds a story together. It is low: an opinion piece of months later is part of the affair.
STORY = 0.125
#: Events fall apart under the first, and under the second where each half holds together much better than the two.
_EVENT, _EVENT_CLEAR, _EVENT_RATIO, _EVENT_FEW = 0.22, 0.36, 0.72, 3
#: Reports far apart in time are much less of one event.
_EVENT_AGEING, _AGEING_DAYS = 0.3, 30.0
_ALL_PAIRS = 2_000


#: Gives the ties of a story, of the ids of its originals and those of all its reports.
Words = Callable[[Sequence[str], tuple[str, ...]], tuple[str, ...]]


def ties_from(texts: Texts, known: Mapping[tuple[str, ...], tuple[str, ...]] = MappingProxyType({})) -> Words:
    """The ties of stories as they are known, else from the texts of their originals."""
    return lambda names, reports: known[reports] if reports in known else find_ties(texts(telling(names)))


class Ground(NamedTuple):
    """What stories are found on: the ids of all reports, ascending, their terms with weights, and their days."""

    ids: Sequence[str]
    bag: Bag
    weights: Weights
    days: Floats

    def rows(self, members: Sequence[int] | Numbers) -> Rows:
        """The rows of some reports."""
        return rows_of(self.bag, self.weights, np.asarray(members, dtype=np.int64))


def find_stories(reports: Sequence[Report], copies: Sequence[Copy], orders: Sequence[StoryOrder] = ()) -> list[Group]:
    """The stories among reports, largest first; every report is in exactly one.

    A story is a running affair over months: reports that share names, numbers and telling words. Its events are the
    single happenings inside it, numbered from "1" by their first report. A copy is in its original's event. A person's
    orders, oldest first, are obeyed; of those that contradict one another the later wins.
    """
    by_id = {report.id: report for report in reports}
    ids = sorted(by_id)
    return group(
        ids,
        unpack(story_features(by_id[name] for name in ids)),
        copies,
        orders,
        ties_from(lambda names: [by_id[n] for n in names]),
    )


def group(
    ids: Sequence[str],
    taken: Features,
    copies: Sequence[Copy],
    orders: Sequence[StoryOrder],
    words: Words,
) -> list[Group]:
    """The stories among reports known by their ids, ascending, and features; `words` gives their ties."""
    if not ids:
        return []
    inside = [copy for copy in copies if copy.report != copy.of]
    bonds = settle_orders(orders, inside, ids)
    bag = gather(taken.terms, taken.term_ends)
    weights = weigh(bag, count(bag, np.flatnonzero(counted(ids, len(ids))), len(ids)))
    ground = Ground(ids, bag, weights, days_of(taken))
    of = {copy.report: copy.of for copy in inside if copy.report not in bonds.loose}
    place = {name: at for at, name in enumerate(ids)}
    of = {copy: original for copy, original in of.items() if copy in place and original in place}
    own = np.asarray([at for at, name in enumerate(ids) if name not in of], dtype=np.int64)
    tree = tree_of(ground, own, bonds, of)
    behind: dict[str, list[str]] = {}
    for copy, original in of.items():
        behind.setdefault(original, []).append(copy)
    groups = [make_group(ground, [int(own[at]) for at in cluster], behind, words) for cluster in tree.clusters()]
    return sorted(groups, key=lambda one: (-len(one.reports), one.reports))


def tree_of(ground: Ground, own: Numbers, bonds: Bonds, of: Mapping[str, str]) -> Tree:
    """The tree of stories over some reports, none of which is a copy; `of` has the originals of copies."""
    number = {ground.ids[at]: row for row, at in enumerate(own.tolist())}

    def among(pairs: Sequence[tuple[str, str]]) -> list[tuple[int, int]]:
        ends = [(of.get(a, a), of.get(b, b)) for a, b in pairs]
        return [(number[a], number[b]) for a, b in ends if a in number and b in number]

    rows = ground.rows(own)
    pairs = near_pairs(rows, ground.weights.searched, STORY)
    return join(rows, pairs, STORY, among(bonds.together), among(bonds.apart))


def make_group(ground: Ground, story: Sequence[int], behind: Mapping[str, Sequence[str]], words: Words) -> Group:
    """A story of some reports, with the copies `behind` them, its events and its ties."""
    names = [ground.ids[at] for at in story]
    events = _events(ground, story)
    for name in names:
        for copy in behind.get(name, ()):
            events[copy] = events[name]
    reports = tuple(sorted(events))
    return Group(reports=reports, events=dict(sorted(events.items())), ties=words(names, reports))


def _events(ground: Ground, story: Sequence[int]) -> dict[str, str]:
    """The event of each report of a story: numbers as text, in the order of the events' first reports."""
    if len(story) == 1:
        return {ground.ids[story[0]]: "1"}
    rows, days = ground.rows(story), ground.days[list(story)]
    if len(story) <= _ALL_PAIRS:
        similar = np.asarray((rows @ rows.T).todense(), dtype=np.float64) / UNIT
        apart = np.nan_to_num(np.abs(days[:, None] - days[None, :]), nan=0.0)
        similar *= 1 - _EVENT_AGEING * (1 - np.exp(-apart / _AGEING_DAYS))
        np.fill_diagonal(similar, 1.0)
        parts = cut_apart(similar, _EVENT, _EVENT_CLEAR, _EVENT_RATIO, _EVENT_FEW)
    else:
        parts = join(rows, near_pairs(rows, ground.weights.searched, _EVENT), _EVENT).clusters()

    def begun(part: Sequence[int]) -> tuple[float, str]:
        return min((days[at] if days[at] == days[at] else np.inf, ground.ids[story[at]]) for at in part)

    ordered = sorted(parts, key=begun)
    return {ground.ids[story[at]]: str(key) for key, part in enumerate(ordered, start=1) for at in part}
