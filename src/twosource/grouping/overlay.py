"""In: what is kept, what comes and what goes. Out: one view of the reports as they are afterwards."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol

import numpy as np

from twosource.grouping.features import Features
from twosource.grouping.search import Marked
from twosource.grouping.vectors import Numbers
from twosource.records import Copy, Group, Report, StoryOrder


class Kept(Protocol):
    """The part of what is kept that is read more than once."""

    def reports(self, ids: Sequence[str]) -> Sequence[Report]:
        """The reports of these ids."""

    def copies(self, ids: Sequence[str]) -> Sequence[Copy]:
        """The copies whose `report` or `of` is one of these ids."""

    def groups(self, ids: Sequence[str]) -> Sequence[Group]:
        """The groups that hold one of these ids."""

    def orders(self) -> Sequence[StoryOrder]:
        """All orders."""


class Overlay:
    """The reports after an update: `ids` ascending; in `taken` the features of these, then of those `gone`."""

    def __init__(
        self, known: Kept, ids: Sequence[str], gone: Sequence[str], new: Mapping[str, Report], taken: Features
    ) -> None:
        self.known, self.ids, self.gone, self.new, self.taken = known, ids, gone, new, taken
        self.place = {name: at for at, name in enumerate(ids)}
        self.before = len(ids) - len(new) + len(gone)
        self.changed: dict[str, Copy | None] = {}

    @cached_property
    def fresh(self) -> Numbers:
        """Places of the new reports."""
        return np.asarray(sorted(self.place[name] for name in self.new), dtype=np.int64)

    @cached_property
    def left(self) -> Numbers:
        """Places, behind all others, of the reports that are gone."""
        return np.arange(len(self.ids), len(self.ids) + len(self.gone))

    @cached_property
    def marked(self) -> Marked:
        """The marks of the reports, without those that are gone."""
        count = len(self.ids)
        ends = self.taken.mark_ends[: count + 1]
        owners = np.repeat(np.arange(count), np.diff(ends))
        return Marked(self.ids, self.taken.words[:count], self.taken.marks[: ends[-1]], owners)

    def reports(self, names: Sequence[str]) -> list[Report]:
        """The reports of these ids, in their order."""
        kept = {report.id: report for report in self.known.reports([name for name in names if name not in self.new])}
        return [self.new[name] if name in self.new else kept[name] for name in names]

    def set_copies(self, changed: Mapping[str, Copy | None]) -> None:
        """Note which copies changed."""
        self.changed = dict(changed)

    def copies(self, names: Iterable[str]) -> list[Copy]:
        """The copies, as they are afterwards, whose `report` or `of` is one of these ids."""
        wanted = set(names)
        kept = [copy for copy in self.known.copies(sorted(wanted)) if copy.report not in self.changed]
        fresh = [copy for copy in self.changed.values() if copy and (copy.report in wanted or copy.of in wanted)]
        return [*kept, *fresh]
