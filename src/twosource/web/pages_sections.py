"""In: a request for a story's quotations, timeline or names. Out: the page as data."""

from collections.abc import Sequence

from twosource.dossier import words
from twosource.dossier.differences import changes
from twosource.dossier.view import Rendering, Said
from twosource.records import Identity, Span, TimelineEntry
from twosource.web import hrefs
from twosource.web.lines import evidence, pager, story_ref
from twosource.web.opened import Opened
from twosource.web.pages_stories import Answer
from twosource.web.shapes import Evidence, NameLine, NamesPage
from twosource.web.shapes_reports import (
    Changed,
    EntryLine,
    MomentLine,
    QuoteLine,
    QuotesPage,
    RenderingLine,
    TimelinePage,
)
from twosource.web.site import Asked

_QUOTES, _RENDERINGS = 60, 20
_MOMENTS, _MENTIONS = 100, 12
_NAMES, _MET = 150, 12


def quotes(asked: Asked) -> Answer:
    """A story's quotations, those that several reports have first, with what each rendering changes."""
    opened, start, query = asked.story(), asked.start(), asked.words("q")
    wanted = query.casefold().split()
    found = [said for said in opened.view.said if not wanted or _holds(said, wanted)]
    shown = found[start : start + _QUOTES]
    ref = story_ref(opened)
    page = QuotesPage(
        story=ref,
        query=query,
        quotes=tuple(_quote(said) for said in shown),
        pager=pager(hrefs.story(opened.id, "quotes"), start, len(shown), len(found), _QUOTES, q=query),
    )
    return page, {"story": ref}


def _holds(said: Said, wanted: Sequence[str]) -> bool:
    text = " ".join(
        [
            *(said.speakers or (said.speaker or "",)),
            *(quote.span.words for one in said.renderings for quote in one.quotes),
        ]
    ).casefold()
    return all(word in text for word in wanted)


def _quote(said: Said) -> QuoteLine:
    first = _joined(said.renderings[0])
    return QuoteLine(
        id=said.id,
        speaker=words.plain(said.speaker) if said.speaker else None,
        speakers=tuple(words.plain(name) for name in said.speakers),
        differences=tuple(words.plain(one) for one in said.differences),
        renderings=tuple(
            _rendering(one, None if number == 0 else first) for number, one in enumerate(said.renderings[:_RENDERINGS])
        ),
        more=max(0, len(said.renderings) - _RENDERINGS),
    )


def _joined(rendering: Rendering) -> str:
    return " … ".join(words.plain(quote.span.words) for quote in rendering.quotes)


def _rendering(rendering: Rendering, first: str | None) -> RenderingLine:
    own = _joined(rendering)
    changed = changes(first, own) if first is not None else ()
    return RenderingLine(
        report=rendering.source.report.id,
        number=rendering.source.number,
        label=rendering.source.label,
        address=hrefs.words(rendering.quotes[0].span, "quote"),
        chain=tuple(words.plain(link.name) for link in rendering.quotes[0].chain),
        pieces=tuple(words.plain(quote.span.words) for quote in rendering.quotes),
        changes=tuple(Changed(kind=one.kind, words=one.words) for one in changed) or (Changed(kind="same", words=own),),
    )


def timeline(asked: Asked) -> Answer:
    """A story's happenings by day, rival dates side by side."""
    opened, start = asked.story(), asked.start()
    found = opened.view.moments
    shown = found[start : start + _MOMENTS]
    ref = story_ref(opened)
    page = TimelinePage(
        story=ref,
        moments=tuple(
            MomentLine(disputed=moment.disputed, entries=tuple(_entry(opened, entry) for entry in moment.entries))
            for moment in shown
        ),
        pager=pager(hrefs.story(opened.id, "timeline"), start, len(shown), len(found), _MOMENTS),
    )
    return page, {"story": ref}


def _entry(opened: Opened, entry: TimelineEntry) -> EntryLine:
    return EntryLine(
        start=entry.start,
        end=entry.end,
        days=words.days(entry.start, entry.end),
        what=words.plain(entry.what),
        mentions=tuple(evidence(opened, span) for span in entry.mentions[:_MENTIONS]),
        more=max(0, len(entry.mentions) - _MENTIONS),
    )


def names(asked: Asked) -> Answer:
    """A story's names: those with several forms first, then as often as they are met."""
    opened, start, query = asked.story(), asked.start(), asked.words("q")
    met = _met(opened)
    wanted = query.casefold().split()
    found = [
        name
        for name in opened.kept.story.names
        if all(word in " ".join((name.name, *name.also)).casefold() for word in wanted)
    ]
    found.sort(key=lambda name: (not name.also, -len(_reports(name, met)), name.name.casefold()))
    shown = found[start : start + _NAMES]
    ref = story_ref(opened)
    page = NamesPage(
        story=ref,
        query=query,
        names=tuple(_name(opened, name, met) for name in shown),
        pager=pager(hrefs.story(opened.id, "names"), start, len(shown), len(found), _NAMES, q=query),
    )
    every = tuple(name.name for name in opened.kept.story.names)
    return page, {"story": ref, "every": every[:1000]}


def _met(opened: Opened) -> dict[str, list[Span]]:
    """Where each form stands first in each report, by the form in lower case."""
    found: dict[str, list[Span]] = {}
    for mentions in opened.kept.story.mentions:
        for name in mentions.names:
            for form in (name.name, *name.also) if name.spans else ():
                found.setdefault(form.casefold(), []).append(name.spans[0])
    return found


def _reports(name: Identity, met: dict[str, list[Span]]) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for form in (name.name, *name.also):
        for span in met.get(form.casefold(), ()):
            found.setdefault(span.report, span)
    return found


def _name(opened: Opened, name: Identity, met: dict[str, list[Span]]) -> NameLine:
    places: list[Evidence] = [evidence(opened, span) for _, span in sorted(_reports(name, met).items())]
    return NameLine(
        name=name.name,
        kind=name.kind,
        also=name.also,
        reports=tuple(places[:_MET]),
        more=max(0, len(places) - _MET),
    )
