"""In: new reports, and what a store has grouped. Out: which stories are no more, and which stand in their place."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec

from twosource import pipeline
from twosource.grouping import split_orders, update
from twosource.records import Copy, Group, Report, StoryOrder
from twosource.records.judgements import JoinStories, Judgement, PartStories, Undo
from twosource.records.kept import Kept
from twosource.settings import Settings
from twosource.store import View


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """What new reports do to the stories of a store.

    `dissolved` are lasting ids of stories that are no more as they were, with their reports; `formed` are the groups in
    their place. `features` are to be kept of the new reports; `copies` are the new copies, of those in `touched`.
    """

    dissolved: Mapping[str, tuple[str, ...]]
    formed: tuple[Group, ...]
    features: Mapping[str, bytes]
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


def itself(kept: Kept, settings: Settings) -> Report:
    """A kept report with what its own text tells of it."""
    if kept.given.alone and settings.as_of is None:
        return kept.report
    return pipeline.alone(raw(kept), settings)


def story_orders(judgements: Sequence[Judgement]) -> list[StoryOrder]:
    """What judgements that hold say of stories, in the order they were made."""
    orders: list[StoryOrder] = []
    for judgement in judgements:
        match judgement.decision:
            case JoinStories(a=a, b=b):
                others = dict.fromkeys((b, *judgement.reports))
                orders += [StoryOrder(kind="merge", a=a, b=other) for other in others if other != a]
            case PartStories(reports=reports):
                orders += split_orders(reports, sorted(set(judgement.reports) - set(reports)))
            case _:
                pass
    return orders


def stirred_by(fresh: Sequence[Judgement], judgements: Sequence[Judgement]) -> frozenset[str]:
    """The reports whose story an undoing puts in question again, of all judgements ever made."""
    by_id = {judgement.id: judgement for judgement in judgements}
    found: set[str] = set()
    for judgement in fresh:
        target = judgement
        while isinstance(target.decision, Undo) and target.decision.judgement in by_id:
            target = by_id[target.decision.judgement]
        match target.decision:
            case JoinStories() if target is not judgement:
                found |= set(target.reports)
            case PartStories(reports=reports) if target is not judgement:
                found |= set(reports)
            case _:
                pass
    return frozenset(found)


class _Known:
    """What a store has grouped, as `grouping.update` asks for it."""

    def __init__(self, view: View, settings: Settings, orders: Sequence[StoryOrder]) -> None:
        self._view, self._settings, self._orders = view, settings, orders

    def features(self) -> Iterator[tuple[str, bytes]]:
        """Those of the reports that are in stories: one that still waits has none."""
        return ((name, features) for name, features in self._view.features() if features)

    def reports(self, ids: Sequence[str]) -> list[Report]:
        """The reports with what each tells of itself."""
        return [itself(kept, self._settings) for kept in self._view.kept(ids, mentions=False)]

    def copies(self, ids: Sequence[str]) -> tuple[Copy, ...]:
        """The copies that one of these has a part in."""
        return self._view.copies(ids)

    def groups(self, ids: Sequence[str]) -> list[Group]:
        """The groups that hold one of these."""
        return list(self._view.groups(ids).values())

    def orders(self) -> Sequence[StoryOrder]:
        """All that persons said of stories and that holds."""
        return self._orders


def place(
    view: View,
    new: Sequence[Report],
    gone: Collection[str],
    settings: Settings,
    orders: tuple[Sequence[StoryOrder], Sequence[StoryOrder]],
) -> Placed:
    """Put new reports (as read) into stories, take out those of `gone`, and obey orders on stories.

    A report of `new` that is in a story already comes in its place. `orders` are all that hold, and those that are new.
    """
    every, fresh = orders
    there = {name for name in (*(report.id for report in new), *gone) if view.story_of(name)}
    known = _Known(view, settings, every)
    change = update(known, [pipeline.alone(report, settings) for report in new], sorted(there), fresh)
    homes = {group.reports: name for name, group in view.groups(_firsts(change.dissolved)).items()}
    return Placed(
        dissolved={homes[group.reports]: group.reports for group in change.dissolved},
        formed=change.formed,
        features=change.features,
        touched=tuple(sorted({*change.copies, *gone})),
        copies=tuple(copy for copy in change.copies.values() if copy is not None),
    )


def _firsts(groups: Sequence[Group]) -> list[str]:
    return [group.reports[0] for group in groups]
