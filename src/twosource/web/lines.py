"""In: an opened story and its records. Out: the lines in which pages show claims, readings, edges, pairs."""

from collections.abc import Sequence

from twosource.dossier import words
from twosource.dossier.view import Card, Reading
from twosource.records import Claim, Edge, Figure, Link, Relation, Report, Span
from twosource.web import hrefs
from twosource.web.opened import Opened
from twosource.web.shapes import (
    ClaimLine,
    ClaimRef,
    EdgeLine,
    Evidence,
    LinkLine,
    OriginLine,
    Pager,
    Pair,
    Place,
    ReadingLine,
    StoryRef,
)

_EVIDENCE = 20
_EVIDENCE_WORDS = 300
_SENTENCE = 600
_PLACES = 20
_ORIGIN_NAMES = 20


def pager(address: str, start: int, count: int, total: int, most: int, **query: object) -> Pager:
    """The part of a list from `start` on, with the addresses of the parts before and after it."""

    def at(place: int) -> str:
        return address + hrefs.query(**query, start=place or None)

    return Pager(
        start=start,
        count=count,
        total=total,
        before=at(max(0, start - most)) if start > 0 else None,
        after=at(start + most) if start + count < total else None,
    )


def story_ref(opened: Opened) -> StoryRef:
    """Which story a page belongs to."""
    return StoryRef(id=opened.id, title=title_of(opened.kept.story.title), address=hrefs.story(opened.id))


def title_of(title: str) -> str:
    """A story's title fit to be shown."""
    return words.plain(title) or "Untitled story"


def claim_ref(opened: Opened, claim: Claim) -> ClaimRef:
    """Which claim, by the first of its figures."""
    return ClaimRef(question=words.plain(claim.question), address=hrefs.claim(opened.id, first_figure(claim)))


def first_figure(claim: Claim) -> str:
    """The figure whose id names a claim in addresses: it outlasts the claim's own."""
    return claim.figures[0] if claim.figures else claim.id


def claim_line(opened: Opened, card: Card) -> ClaimLine:
    """A claim in short."""
    claim = card.claim
    ref = claim_ref(opened, claim)
    return ClaimLine(
        id=claim.id,
        figure=first_figure(claim),
        address=ref.address,
        question=ref.question,
        verdict=card.verdict,
        independent=claim.independent,
        at_most=claim.at_most,
        origins=card.origins,
        low=claim.low,
        high=claim.high,
        unit=claim.unit,
        stands=card.open,
        why=card.why,
        reports=len({reading.source.number for reading in card.readings}),
    )


def pair(opened: Opened, relation: Relation, claims: dict[str, Claim]) -> Pair:
    """Two claims that must not be set against each other."""
    return Pair(
        a=claim_ref(opened, claims[relation.a]),
        b=claim_ref(opened, claims[relation.b]),
        why=words.why_apart(relation),
        broken=relation.broken,
    )


def reading_line(card: Card, reading: Reading) -> ReadingLine:
    """What one report says in answer to a claim, with the sentence it says so in."""
    figure, report = reading.first, reading.source.report
    before, after = around(report, figure)
    return ReadingLine(
        figure=figure.id,
        figures=tuple(one.id for one in reading.figures),
        address=hrefs.words(figure.span),
        report=report.id,
        number=reading.source.number,
        label=reading.source.label,
        day=report.published.value if report.published else None,
        amount=reading.amount,
        low=figure.low,
        high=figure.high,
        about=figure.about,
        unit=figure.unit,
        measure=figure.measure,
        of=figure.of,
        place=figure.place,
        as_of=next((one.as_of for one in reading.figures if one.as_of), None),
        stance=figure.stance,
        chain=links(figure.chain),
        origin=None if reading.origin is None else words.plain(card.claim.origins[reading.origin].names[0]),
        superseded=reading.superseded,
        before=before,
        words=words.plain(figure.span.words),
        after=after,
        places=tuple(_place(report, one) for one in reading.figures[:_PLACES]),
    )


def _place(report: Report, figure: Figure) -> Place:
    before, after = around(report, figure)
    return Place(
        figure=figure.id,
        address=hrefs.words(figure.span),
        before=before,
        words=words.plain(figure.span.words),
        after=after,
    )


def around(report: Report, figure: Figure) -> tuple[str, str]:
    """What stands before and after a figure in its sentence, each of bounded length."""
    first, last = figure.sentence.start, figure.sentence.end
    before = report.text[max(first, figure.span.start - _SENTENCE) : figure.span.start]
    after = report.text[figure.span.end : min(last, figure.span.end + _SENTENCE)]
    return words.plain(before), words.plain(after)


def links(chain: Sequence[Link]) -> tuple[LinkLine, ...]:
    """A chain link by link, from the nearest to the furthest."""
    return tuple(
        LinkLine(
            name=words.plain(link.name),
            kind=link.kind,
            plural=link.plural,
            words=words.plain(link.span.words) if link.span else None,
            address=place(link.span) if link.span else None,
        )
        for link in chain
    )


def place(span: Span) -> str:
    """The place of any words on their report's page."""
    return hrefs.place(span.report, span.start, span.end)


def evidence(opened: Opened, span: Span) -> Evidence:
    """Words of a report that speak for something."""
    return Evidence(
        report=span.report,
        label=opened.named(span.report),
        words=words.shortened(span.words, _EVIDENCE_WORDS),
        address=place(span),
        context=words.shortened(opened.context.get((span.report, span.start), span.words), _EVIDENCE_WORDS),
    )


def edge_line(opened: Opened, edge: Edge) -> EdgeLine:
    """Why two names or reports count as one voice."""
    one, other = opened.edge_ends(edge)
    return EdgeLine(
        id=edge.id,
        a=edge.a,
        b=edge.b,
        between=(words.plain(one), words.plain(other)),
        why=edge.why,
        detail=words.plain(edge.detail),
        evidence=tuple(evidence(opened, span) for span in edge.evidence[:_EVIDENCE]),
    )


def edges_of(claim: Claim) -> tuple[Edge, ...]:
    """All edges of a claim, those of its origins and those between voices of unknown origin, each once."""
    found = {edge.id: edge for origin in claim.origins for edge in origin.edges}
    found |= {edge.id: edge for edge in claim.edges}
    return tuple(found.values())


def origin_lines(claim: Claim) -> tuple[OriginLine, ...]:
    """The origins of a claim by their names."""
    return tuple(
        OriginLine(names=tuple(words.plain(name) for name in origin.names[:_ORIGIN_NAMES]), figures=origin.figures)
        for origin in claim.origins
    )
