"""In: new reports, and what a store has grouped. Out: which stories are no more, and which stand in their place."""

from collections.abc import Collection, Mapping, Sequence

import msgspec

from twosource import pipeline
from twosource.desk.ordered import ordered
from twosource.grouping import find_copies, find_stories
from twosource.records import Copy, Group, Report
from twosource.records.judgements import Judgement
from twosource.records.kept import Kept
from twosource.settings import Settings
from twosource.store import View


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """What new reports do to the stories of a store.

    `dissolved` are lasting ids of stories that are no more as they were, with their reports; `formed` are the groups in
    their place. `copies` are all that hold now of the reports in `touched`.
    """

    dissolved: Mapping[str, tuple[str, ...]]
    formed: tuple[Group, ...]
    touched: tuple[str, ...]
    copies: tuple[Copy, ...]


def raw(kept: Kept) -> Report:
    """A kept report as it was read, before anything was settled by its text or its siblings."""
    report = kept.report
    return Report(
        id=report.id,
        text=report.text,
        outlet=kept.given.outlet,
        url=report.url,
        published=kept.given.published,
        headline=report.headline,
        language=report.language,
    )


def place(  # noqa: PLR0913
    view: View,
    new: Sequence[Report],
    *,
    gone: Collection[str],
    unplaced: Collection[str],
    settings: Settings,
    orders: tuple[Sequence[Judgement], Sequence[Judgement]],
) -> Placed:
    """Put new reports (as read) into stories, take out those of `gone`, and obey orders on stories.

    A report of `new` that is in a story already comes in its place. `unplaced` are kept, but others put them into
    stories. `orders` are all judgements that hold, and those that are new.
    """
    fresh = {report.id for report in new}
    staying = [name for name in view.reports() if name not in fresh and name not in gone and name not in unplaced]
    old = view.groups([*staying, *gone, *fresh])
    reports = [pipeline.alone(raw(kept), settings) for kept in view.kept(staying, mentions=False)]
    reports += [pipeline.alone(report, settings) for report in new]
    copies = find_copies(reports)
    groups = ordered(find_stories(reports, copies), orders[0])
    as_it_was = {group.reports: group for group in old.values() if fresh.isdisjoint(group.reports)}
    formed = tuple(group for group in groups if as_it_was.get(group.reports) != group)
    stay = {group.reports for group in groups} - {group.reports for group in formed}
    dissolved = {name: group.reports for name, group in sorted(old.items()) if group.reports not in stay}
    touched = tuple(sorted({*fresh, *gone}))
    return Placed(
        dissolved=dissolved,
        formed=formed,
        touched=touched,
        copies=tuple(copy for copy in copies if copy.report in touched or copy.of in touched),
    )
