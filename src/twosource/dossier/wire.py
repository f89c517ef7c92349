"""In: a Dossier record. Out: the JSON dossier of the guide, with stable bytes, and its JSON Schema."""

from collections.abc import Iterator, Sequence

import msgspec
from msgspec import UNSET, structs

from twosource.dossier import shapes
from twosource.dossier.words import verdict_name
from twosource.records import (
    Claim,
    Copy,
    Dossier,
    Edge,
    Figure,
    Link,
    Quote,
    Report,
    Span,
    Statement,
    Story,
    TimelineEntry,
    Unfolding,
    unfolded,
)

_NO_STORIES = b'"stories": []'


def to_json(dossier: Dossier, judgements: Sequence[shapes.JudgementShape] = ()) -> bytes:
    """The whole dossier as UTF-8 JSON, keys in a fixed order, one line end at the end; with judgements if any.

    Half of a surrogate pair, which only hostile input holds and UTF-8 cannot, becomes "?": offsets stay true.
    """
    return b"".join(json_parts(unfolded(dossier), judgements))


def json_parts(whole: Unfolding, judgements: Sequence[shapes.JudgementShape] = ()) -> Iterator[bytes]:
    """What `to_json` gives, story by story."""
    many = False
    for story in whole.stories:
        head = b",\n  " if many else _frame(whole, ())[0] + _NO_STORIES[:-1] + b"\n  "
        yield head + _formatted(story_shape(story)).replace(b"\n", b"\n  ")
        many = True
    head, tail = _frame(whole, judgements)
    yield (b"\n ]" if many else head + _NO_STORIES) + tail + b"\n"


def _frame(whole: Unfolding, judgements: Sequence[shapes.JudgementShape]) -> tuple[bytes, bytes]:
    """What stands before and behind the stories, as far as it is known."""
    bare = shapes.DossierShape(version=whole.version, stories=(), problems=whole.problems())
    if judgements:
        bare = structs.replace(bare, judgements=tuple(judgements))
    head, _, tail = _formatted(bare).partition(_NO_STORIES)
    return head, tail


def schema() -> bytes:
    """The JSON Schema (draft 2020-12) of what `to_json` gives, as UTF-8 JSON with one line end at the end."""
    described = msgspec.json.schema(shapes.DossierShape)
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "twosource dossier", **described}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def story_shape(story: Story) -> shapes.StoryShape:
    """One story in the words of the guide."""
    claim_of = {figure: claim.id for claim in story.claims for figure in claim.figures}
    group_of = {quote: utterance.id for utterance in story.utterances for quote in utterance.quotes}
    copy_of = {copy.report: copy for copy in story.copies}
    return shapes.StoryShape(
        id=story.id,
        title=story.title,
        start=story.start,
        end=story.end,
        reports=tuple(_report(report, story, copy_of.get(report.id)) for report in story.reports),
        figures=tuple(_figure(f, claim_of.get(f.id)) for m in story.mentions for f in m.figures),
        claims=tuple(_claim(claim) for claim in story.claims),
        related=tuple(
            shapes.RelatedShape(a=r.a, b=r.b, why=r.why, detail=r.detail, broken=r.broken) for r in story.related
        ),
        quotes=tuple(_quote(q, group_of.get(q.id, q.id)) for m in story.mentions for q in m.quotes),
        utterances=tuple(
            shapes.UtteranceShape(
                id=u.id, quotes=u.quotes, speaker=u.speaker, speakers=u.speakers, differences=u.differences
            )
            for u in story.utterances
        ),
        timeline=tuple(_entry(entry) for entry in story.timeline),
        times=tuple(
            shapes.TimeShape(
                report=t.span.report,
                start=t.span.start,
                end=t.span.end,
                text=t.span.words,
                type=t.type,
                value=t.value,
            )
            for m in story.mentions
            for t in m.times
        ),
        statements=tuple(_statement(one) for m in story.mentions for one in m.statements if not one.told),
        nested=tuple(_statement(one) for m in story.mentions for one in m.statements if one.told),
        names=tuple(shapes.NameShape(name=n.name, kind=n.kind, also=n.also) for n in story.names),
    )


def _formatted(shape: msgspec.Struct) -> bytes:
    """A shape as indented JSON."""
    try:
        encoded = msgspec.json.encode(shape)
    except UnicodeEncodeError:
        encoded = msgspec.json.encode(fit_for_utf8(msgspec.to_builtins(shape)))
    return msgspec.json.format(encoded, indent=1)


def fit_for_utf8(value: object) -> object:
    """The same plain data with every string made fit for UTF-8: half of a surrogate pair becomes "?"."""
    match value:
        case str():
            return value.encode("utf-8", "replace").decode("utf-8")
        case dict():
            return {fit_for_utf8(key): fit_for_utf8(item) for key, item in value.items()}
        case list() | tuple():
            return [fit_for_utf8(item) for item in value]
        case _:
            return value


def _chain(links: tuple[Link, ...]) -> tuple[str, ...]:
    return tuple(link.name for link in links)


def _place(span: Span) -> shapes.PlaceShape:
    return shapes.PlaceShape(start=span.start, end=span.end)


def _maybe(span: Span | None) -> shapes.PlaceShape | None:
    return None if span is None else _place(span)


def _at(span: Span) -> shapes.SpanShape:
    return shapes.SpanShape(report=span.report, start=span.start, end=span.end, text=span.words)


def _report(report: Report, story: Story, copy: Copy | None) -> shapes.ReportShape:
    return shapes.ReportShape(
        id=report.id,
        outlet=report.outlet,
        url=report.url,
        published=report.published.value if report.published else None,
        published_how=report.published.how if report.published else None,
        copy_of=copy.of if copy else None,
        copy_share=copy.share if copy else None,
        event=story.events.get(report.id),
        title=report.title.words if report.title else None,
        credit=report.credit,
        language=report.language,
        text=report.text,
        furniture=tuple(_at(span) for span in report.furniture),
    )


def _figure(figure: Figure, claim: str | None) -> shapes.FigureShape:
    return shapes.FigureShape(
        report=figure.span.report,
        start=figure.span.start,
        end=figure.span.end,
        text=figure.span.words,
        low=figure.low,
        high=figure.high,
        about=figure.about,
        unit=figure.unit,
        measure=figure.measure,
        of=figure.of,
        place=figure.place,
        as_of=figure.as_of,
        chain=_chain(figure.chain),
        stance=figure.stance,
        claim=claim,
        id=figure.id,
        links=tuple(
            shapes.LinkShape(
                name=link.name,
                kind=link.kind,
                plural=link.plural,
                words=_maybe(link.span),
            )
            for link in figure.chain
        ),
        sentence=_place(figure.sentence),
    )


def _claim(claim: Claim) -> shapes.ClaimShape:
    return shapes.ClaimShape(
        id=claim.id,
        question=claim.question,
        verdict=verdict_name(claim.verdict),
        origins=tuple(origin.names for origin in claim.origins),
        independent=claim.independent,
        at_most=claim.at_most,
        low=claim.low,
        high=claim.high,
        unit=claim.unit,
        measure=claim.measure,
        of=claim.of,
        why=tuple(
            shapes.ReasonShape(rule=reason.rule, detail=reason.detail, spans=tuple(_at(span) for span in reason.spans))
            for reason in claim.verdict.reasons
        ),
        figures=claim.figures,
        superseded=claim.superseded,
        chosen=shapes.ChoiceShape(**msgspec.structs.asdict(claim.chosen)) if claim.chosen else None,
        origin_details=tuple(
            shapes.OriginShape(
                names=origin.names, figures=origin.figures, edges=tuple(_edge(edge) for edge in origin.edges)
            )
            for origin in claim.origins
        ),
        edges=tuple(_edge(edge) for edge in claim.edges),
    )


def _edge(edge: Edge) -> shapes.EdgeShape:
    return shapes.EdgeShape(
        id=edge.id,
        a=edge.a,
        b=edge.b,
        why=edge.why,
        detail=edge.detail,
        evidence=tuple(_at(span) for span in edge.evidence),
    )


def _quote(quote: Quote, group: str) -> shapes.QuoteShape:
    return shapes.QuoteShape(
        report=quote.span.report,
        start=quote.span.start,
        end=quote.span.end,
        text=quote.span.words,
        speaker=quote.speaker,
        chain=_chain(quote.chain),
        group=group,
        id=quote.id,
    )


def _entry(entry: TimelineEntry) -> shapes.EntryShape:
    return shapes.EntryShape(
        id=entry.id,
        start=entry.start,
        end=entry.end,
        what=entry.what,
        mentions=tuple(_at(span) for span in entry.mentions),
        disputed=entry.disputed or UNSET,
    )


def _statement(statement: Statement) -> shapes.StatementShape:
    return shapes.StatementShape(
        report=statement.content.report,
        kind=statement.kind,
        source=_maybe(statement.source),
        cue=_maybe(statement.cue),
        content=_place(statement.content),
        chain=_chain(statement.chain),
    )
