"""In: what is kept of the reports known so far, and new ones. Out: the copies and stories that change, exactly.

The law: whatever the order and the batches in which reports came, what is kept after every change was applied is what
`find_copies` and `find_stories` give for the reports that are there in the end, with the same orders. So a late report
can join a story, split it or merge two, and can turn out to be the original of copies known before it.

Copies are exact, because a pair's likeness depends on its two texts, and whether it is looked at depends on the reports
that share its rare marks: only these, and those linked with them, are looked at again.

Stories are exact, because similarities are whole numbers that depend on two reports and on steps in which terms are
counted: reports that have a term whose step changed are taken as new. By average linkage, clusters in different places
join independently. A part is clustered again alone, and this stands if none of its clusters, while it was growing, came
as near to one outside as to what it joined; else that one is taken in too. In one case the same is likely, not sure:
of a report with over two hundred near ones, as in a story of thousands, only the nearest count as near.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from twosource.grouping.copy_changes import copies_after
from twosource.grouping.features import features, unpack
from twosource.grouping.overlay import Overlay
from twosource.grouping.story_changes import stories_after
from twosource.records import Copy, Group, Report, StoryOrder


class Known(Protocol):
    """What is kept of the reports known before an update; a store has it."""

    def features(self) -> Iterable[tuple[str, bytes]]:
        """The id and the features of every report."""

    def reports(self, ids: Sequence[str]) -> Sequence[Report]:
        """The reports of these ids, as they were given to `update`."""

    def copies(self, ids: Sequence[str]) -> Sequence[Copy]:
        """The copies whose `report` or `of` is one of these ids, each once."""

    def groups(self, ids: Sequence[str]) -> Sequence[Group]:
        """The groups that hold one of these ids, each once."""

    def orders(self) -> Sequence[StoryOrder]:
        """All orders of persons, oldest first, with those that are new."""


class Change(NamedTuple):
    """What an update changes.

    `features` of the new reports are to be kept; `copies` has the new record of each report whose copy changed, None
    where it is no copy any longer or is gone; the groups `dissolved` are no more, those `formed` stand in their place.
    A group is in both where its reports, events or ties are as before and a copy inside it changed.
    """

    features: dict[str, bytes]
    copies: dict[str, Copy | None]
    dissolved: tuple[Group, ...]
    formed: tuple[Group, ...]


def update(known: Known, new: Sequence[Report], gone: Sequence[str] = (), ordered: Sequence[StoryOrder] = ()) -> Change:
    """What changes when new reports come, known ones go, and a person orders stories to be merged or split.

    A changed report is one of `gone` and `new` at once. `ordered` are those of the known orders that are new. Reads the
    features of all reports once, and the texts of few: many reports are better given at once than one by one.
    Raises ValueError where a new report has the id of one that is known and not gone.
    """
    kept = dict(known.features())
    left = {name: kept.pop(name) for name in sorted(set(gone)) if name in kept}
    fresh = {report.id: features(report) for report in sorted(new, key=lambda report: report.id)}
    if kept.keys() & fresh.keys():
        message = f"there is a report {min(kept.keys() & fresh.keys())!r} already"
        raise ValueError(message)
    ids = sorted([*kept, *fresh])
    # Those that are gone stand behind all others: they count for what was, and not for what is.
    taken = unpack([fresh[name] if name in fresh else kept[name] for name in ids] + list(left.values()))
    after = Overlay(known, ids, tuple(left), {report.id: report for report in new}, taken)
    copies = copies_after(after)
    after.set_copies(copies)
    dissolved, formed = stories_after(after, ordered)
    return Change(fresh, copies, dissolved, formed)


class Pile:
    """Reports with their copies and stories in memory: what a store does, in small."""

    def __init__(self) -> None:
        """An empty pile."""
        self._features: dict[str, bytes] = {}
        self._reports: dict[str, Report] = {}
        self._copies: dict[str, Copy] = {}
        self._copied: dict[str, set[str]] = {}
        self._groups: dict[str, Group] = {}
        self._orders: list[StoryOrder] = []

    def add(self, new: Sequence[Report], gone: Sequence[str] = (), ordered: Sequence[StoryOrder] = ()) -> Change:
        """Update the pile; what changed. Raises ValueError as `update` does, and then changes nothing."""
        orders = len(self._orders)
        self._orders += ordered
        try:
            change = update(self, new, gone, ordered)
        except ValueError:
            del self._orders[orders:]
            raise
        for name in gone:
            self._features.pop(name, None)
            self._reports.pop(name, None)
        self._features.update(change.features)
        self._reports.update((report.id, report) for report in new)
        self._put_copies(change.copies)
        for group in change.dissolved:
            for name in group.reports:
                del self._groups[name]
        for group in change.formed:
            self._groups.update(dict.fromkeys(group.reports, group))
        return change

    def _put_copies(self, copies: Mapping[str, Copy | None]) -> None:
        for name, copy in copies.items():
            old = self._copies.pop(name, None)
            if old is not None:
                self._copied[old.of].discard(name)
            if copy is not None:
                self._copies[name] = copy
                self._copied.setdefault(copy.of, set()).add(name)

    def all_copies(self) -> list[Copy]:
        """All copies, as `find_copies` gives them."""
        return [self._copies[name] for name in sorted(self._copies)]

    def all_groups(self) -> list[Group]:
        """All groups, as `find_stories` gives them."""
        return sorted(self.groups(list(self._groups)), key=lambda group: (-len(group.reports), group.reports))

    def features(self) -> Iterable[tuple[str, bytes]]:
        """As `Known` says."""
        return self._features.items()

    def reports(self, ids: Sequence[str]) -> Sequence[Report]:
        """As `Known` says."""
        return [self._reports[name] for name in ids]

    def copies(self, ids: Sequence[str]) -> Sequence[Copy]:
        """As `Known` says."""
        names = {name for name in ids if name in self._copies}.union(*(self._copied.get(name, ()) for name in ids))
        return [self._copies[name] for name in sorted(names)]

    def groups(self, ids: Sequence[str]) -> Sequence[Group]:
        """As `Known` says."""
        return list({id(self._groups[name]): self._groups[name] for name in ids if name in self._groups}.values())

    def orders(self) -> Sequence[StoryOrder]:
        """As `Known` says."""
        return self._orders
