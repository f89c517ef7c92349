"""In: judgements. Out: each in words, whether it holds, and what became of what it speaks of."""

from collections.abc import Iterable

from twosource.desk import orphans
from twosource.dossier import words
from twosource.records.judgements import Confirm, EditSlot, Judgement, Reject, Undo
from twosource.records.orders import MoveReading, PartReadings
from twosource.store import View as StoreView
from twosource.web import hrefs
from twosource.web.opened import Opened
from twosource.web.shapes import JudgementLine

_ORDERS = {"edit": "edit slot"}


def kind_of(judgement: Judgement) -> str:
    """The kind of a judgement in a word or two."""
    tag = str(type(judgement.decision).__struct_config__.tag)
    return _ORDERS.get(tag, tag)


def lines(
    judgements: Iterable[Judgement], everything: tuple[Judgement, ...], store: StoreView, opened: Opened | None
) -> tuple[JudgementLine, ...]:
    """Judgements in words; `everything` are all of the store, by which is told which still hold.

    With a story, those that find nothing in it to act on say so.
    """
    undone = _undone(everything)
    judgements = tuple(judgements)
    lost = orphans(store, opened.id) if opened and judgements else {}
    made = []
    for judgement in judgements:
        report = judgement.story or next(iter(judgement.reports), None)
        story = store.story_of(report) if report else None
        made.append(
            JudgementLine(
                id=judgement.id,
                by=words.plain(judgement.by),
                at=judgement.at,
                kind=kind_of(judgement),
                words=words.plain(judgement.words) or kind_of(judgement),
                why=words.plain(judgement.why),
                holds=judgement.id not in undone,
                orphan=None if judgement.id in undone else lost.get(judgement.id),
                story=story,
                address=_where(judgement, story),
            )
        )
    return tuple(made)


def _undone(everything: Iterable[Judgement]) -> set[str]:
    """The judgements that no longer hold, undoings that were themselves undone among them."""
    undone: set[str] = set()
    for judgement in reversed(tuple(everything)):
        if isinstance(judgement.decision, Undo) and judgement.id not in undone:
            undone.add(judgement.decision.judgement)
    return undone


def figures_of(judgement: Judgement) -> tuple[str, ...]:
    """The figures that a judgement speaks of."""
    match judgement.decision:
        case Confirm(figure=figure) | Reject(figure=figure) | EditSlot(figure=figure):
            return (figure,)
        case MoveReading(figure=figure, to=to):
            return (figure, to)
        case PartReadings(figures=figures):
            return figures
        case Undo():
            return ()
        case _:
            return tuple(judgement.anchors)


def _where(judgement: Judgement, story: str | None) -> str | None:
    figure = next(iter(figures_of(judgement)), None)
    if figure and figure in judgement.anchors:
        anchor = judgement.anchors[figure]
        return hrefs.place(anchor.report, anchor.start, anchor.end)
    return hrefs.story(story) if story else None
