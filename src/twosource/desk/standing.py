"""In: all judgements of a store. Out: those that hold, and what they bid a story: its mentions, and orders."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
from msgspec import structs

from twosource.desk.anchors import find_again
from twosource.desk.slots import edited
from twosource.records import (
    Figure,
    JoinOrigins,
    JoinReadings,
    Mentions,
    MoveReading,
    Order,
    PartReadings,
    Report,
)
from twosource.records.judgements import (
    Confirm,
    Decision,
    EditSlot,
    JoinStories,
    Judgement,
    PartStories,
    Reject,
    Undo,
)


class Bidding(msgspec.Struct, frozen=True, kw_only=True):
    """What judgements bid a story: its mentions as judged, and the orders for setting them side by side.

    `lost` says for each judgement (id) that finds nothing to act on why.
    """

    mentions: tuple[Mentions, ...]
    orders: tuple[Order, ...]
    lost: Mapping[str, str]


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that hold, in the order they were made: no undone ones, and no undoings."""
    undone: set[str] = set()
    held: list[Judgement] = []
    for judgement in reversed(tuple(judgements)):
        if judgement.id in undone:
            continue
        if isinstance(judgement.decision, Undo):
            undone.add(judgement.decision.judgement)
        else:
            held.append(judgement)
    return tuple(reversed(held))


def bearing_on(judgements: Iterable[Judgement], reports: Collection[str]) -> tuple[Judgement, ...]:
    """Those of them that bear on one of these reports."""
    inside = frozenset(reports)
    return tuple(judgement for judgement in judgements if not inside.isdisjoint(judgement.reports))


def bidding(judgements: Sequence[Judgement], reports: Sequence[Report], mentions: Sequence[Mentions]) -> Bidding:
    """What the judgements that hold bid a story of these reports, of which the program reads these mentions.

    The mentions given are not changed; of judgements that contradict one another the later holds.
    """
    texts = {report.id: report for report in reports}
    figures = {one.report: one.figures for one in mentions}
    fates: dict[str, list[Confirm | Reject | EditSlot]] = {}
    orders: list[Order] = []
    lost: dict[str, str] = {}
    for judgement in judgements:
        again, why = _found_again(judgement, texts, figures)
        if why:
            lost[judgement.id] = why
            continue
        match judgement.decision:
            case Confirm() | Reject() | EditSlot():
                fates.setdefault(again[judgement.decision.figure], []).append(judgement.decision)
            case JoinStories() | PartStories() | Undo():
                pass  # the first two are obeyed when stories are formed
            case order:
                orders.append(_renamed(order, again))
    return Bidding(
        mentions=tuple(_judged(one, fates) for one in mentions) if fates else tuple(mentions),
        orders=tuple(orders),
        lost=lost,
    )


def figures_of(decision: Decision) -> tuple[str, ...]:
    """The ids of the figures that a decision names."""
    match decision:
        case Confirm() | Reject() | EditSlot():
            return (decision.figure,)
        case JoinReadings():
            return decision.a, decision.b
        case PartReadings():
            return decision.figures
        case MoveReading():
            return decision.figure, decision.to
        case JoinOrigins():
            return (decision.claim,) if decision.claim else ()
        case _:
            return ()


def _found_again(
    judgement: Judgement, reports: Mapping[str, Report], figures: Mapping[str, Sequence[Figure]]
) -> tuple[dict[str, str], str]:
    """The present id of each figure a judgement names, and why one is not there, if one is not."""
    again: dict[str, str] = {}
    for name in figures_of(judgement.decision):
        where = judgement.anchors.get(name)
        if where is None:
            again[name] = name
            continue
        now, why = find_again(name, where, reports, figures)
        if now is None:
            return again, why
        again[name] = now
    return again, ""


def _renamed(order: Order, again: Mapping[str, str]) -> Order:
    match order:
        case JoinReadings():
            return JoinReadings(a=again[order.a], b=again[order.b])
        case PartReadings():
            return PartReadings(figures=tuple(again[name] for name in order.figures))
        case MoveReading():
            return MoveReading(figure=again[order.figure], to=again[order.to])
        case JoinOrigins():
            return structs.replace(order, claim=again.get(order.claim or "", order.claim))
        case _:
            return order


def _judged(mentions: Mentions, fates: Mapping[str, Sequence[Confirm | Reject | EditSlot]]) -> Mentions:
    """The mentions of one report as a person corrected them."""
    figures = []
    for figure in mentions.figures:
        judged: Figure | None = figure
        for decision in fates.get(figure.id, ()):
            match decision:
                case Confirm():
                    judged = figure
                case Reject():
                    judged = None
                case EditSlot():
                    judged = edited(judged or figure, decision, mentions)
        if judged is not None:
            figures.append(judged)
    return structs.replace(mentions, figures=tuple(figures))
