"""In: a JSON dossier. Out: the Dossier record again, as far as the JSON tells it."""

import msgspec

from twosource.dossier import shapes
from twosource.errors import SourceError
from twosource.records import (
    Agree,
    Choice,
    Claim,
    Conflict,
    Copy,
    Day,
    Denied,
    Dossier,
    Edge,
    Figure,
    Identity,
    Link,
    Mentions,
    Origin,
    Quote,
    Reason,
    Relation,
    Report,
    Single,
    Span,
    Statement,
    Story,
    Time,
    TimelineEntry,
    Updated,
    Utterance,
    Verdict,
)


def from_json(text: bytes) -> Dossier:
    """The dossier that `to_json` wrote. Raises SourceError where the bytes are no JSON dossier.

    What the JSON leaves out (a figure's noun and terms, what dates a happening, the events that hold a story together)
    is left out here: such a dossier can be shown and compared, and is not fit to be reconciled again.
    """
    try:
        whole = msgspec.json.decode(text, type=shapes.DossierShape)
        stories = tuple(_story(story) for story in whole.stories)
    except (msgspec.DecodeError, KeyError, RecursionError) as error:  # a KeyError: a report that is not there
        message = f"no JSON dossier: {error}"
        raise SourceError(message) from None
    return Dossier(version=whole.version, stories=stories, problems=whole.problems)


class _Texts:
    """Makes spans of places in the texts of a story's reports."""

    def __init__(self, story: shapes.StoryShape) -> None:
        self._texts = {report.id: report.text for report in story.reports}

    def span(self, report: str, start: int, end: int) -> Span:
        return Span(report=report, start=start, end=end, words=self._texts[report][start:end])

    def place(self, report: str, place: shapes.PlaceShape) -> Span:
        return self.span(report, place.start, place.end)

    def maybe(self, report: str, place: shapes.PlaceShape | None) -> Span | None:
        return None if place is None else self.place(report, place)


def _story(story: shapes.StoryShape) -> Story:
    texts = _Texts(story)
    return Story(
        id=story.id,
        title=story.title,
        start=story.start,
        end=story.end,
        reports=tuple(_report(report, texts) for report in story.reports),
        copies=tuple(
            Copy(report=report.id, of=report.copy_of, share=report.copy_share or 0.0)
            for report in story.reports
            if report.copy_of is not None
        ),
        mentions=_mentions(story, texts),
        events={report.id: report.event for report in story.reports if report.event is not None},
        claims=tuple(_claim(claim) for claim in story.claims),
        related=tuple(Relation(a=r.a, b=r.b, why=r.why, detail=r.detail, broken=r.broken) for r in story.related),
        utterances=tuple(
            Utterance(id=u.id, quotes=u.quotes, speaker=u.speaker, speakers=u.speakers, differences=u.differences)
            for u in story.utterances
        ),
        timeline=tuple(_entry(entry) for entry in story.timeline),
        names=tuple(Identity(name=name.name, kind=name.kind, also=name.also) for name in story.names),
    )


def _report(report: shapes.ReportShape, texts: _Texts) -> Report:
    day = Day(value=report.published, how=report.published_how or "given") if report.published else None
    start = report.text.find(report.title) if report.title else -1
    return Report(
        id=report.id,
        text=report.text,
        outlet=report.outlet,
        url=report.url,
        published=day,
        title=texts.span(report.id, start, start + len(report.title)) if report.title and start >= 0 else None,
        headline=report.title if start < 0 else None,
        credit=report.credit,
        furniture=tuple(_at(span) for span in report.furniture),
        language=report.language,
    )


def _mentions(story: shapes.StoryShape, texts: _Texts) -> tuple[Mentions, ...]:
    figures: dict[str, list[Figure]] = {report.id: [] for report in story.reports}
    quotes: dict[str, list[Quote]] = {name: [] for name in figures}
    times: dict[str, list[Time]] = {name: [] for name in figures}
    statements: dict[str, list[Statement]] = {name: [] for name in figures}
    for figure in story.figures:
        figures[figure.report].append(_figure(figure, texts))
    for quote in story.quotes:
        quotes[quote.report].append(_quote(quote, texts))
    for time in story.times:
        span = texts.span(time.report, time.start, time.end)
        times[time.report].append(Time(span=span, sentence=span, type=time.type, value=time.value))
    for statement in story.statements:
        statements[statement.report].append(_statement(statement, texts))
    for statement in story.nested:
        statements[statement.report].append(msgspec.structs.replace(_statement(statement, texts), told=True))
    return tuple(
        Mentions(
            report=name,
            figures=tuple(figures[name]),
            times=tuple(times[name]),
            statements=tuple(statements[name]),
            quotes=tuple(quotes[name]),
        )
        for name in figures
    )


def _figure(figure: shapes.FigureShape, texts: _Texts) -> Figure:
    return Figure(
        id=figure.id,
        span=texts.span(figure.report, figure.start, figure.end),
        sentence=texts.place(figure.report, figure.sentence),
        low=figure.low,
        high=figure.high,
        about=figure.about,
        unit=figure.unit,
        measure=figure.measure,
        of=figure.of,
        place=figure.place,
        as_of=figure.as_of,
        chain=tuple(
            Link(name=link.name, kind=link.kind, span=texts.maybe(figure.report, link.words), plural=link.plural)
            for link in figure.links
        ),
        stance=figure.stance,
    )


def _quote(quote: shapes.QuoteShape, texts: _Texts) -> Quote:
    return Quote(
        id=quote.id,
        span=texts.span(quote.report, quote.start, quote.end),
        speaker=quote.speaker,
        chain=_chain(quote.chain),
        utterance=quote.group,
    )


def _statement(statement: shapes.StatementShape, texts: _Texts) -> Statement:
    return Statement(
        kind=statement.kind,
        source=texts.maybe(statement.report, statement.source),
        cue=texts.maybe(statement.report, statement.cue),
        content=texts.place(statement.report, statement.content),
        chain=_chain(statement.chain),
    )


def _chain(names: tuple[str, ...]) -> tuple[Link, ...]:
    """Links of which the JSON gives the names alone."""
    return tuple(Link(name=name, kind="body") for name in names)


def _claim(claim: shapes.ClaimShape) -> Claim:
    return Claim(
        id=claim.id,
        question=claim.question,
        figures=claim.figures,
        verdict=_verdict(claim),
        origins=tuple(
            Origin(names=one.names, figures=one.figures, edges=tuple(_edge(edge) for edge in one.edges))
            for one in claim.origin_details
        ),
        independent=claim.independent,
        at_most=claim.at_most,
        edges=tuple(_edge(edge) for edge in claim.edges),
        low=claim.low,
        high=claim.high,
        unit=claim.unit,
        measure=claim.measure,
        of=claim.of,
        superseded=claim.superseded,
        chosen=Choice(**msgspec.structs.asdict(claim.chosen)) if claim.chosen else None,
    )


_VERDICTS: dict[shapes.VerdictName, type[Verdict]] = {
    "single": Single, "agree": Agree, "updated": Updated, "conflict": Conflict, "denied": Denied,
}  # fmt: skip


def _verdict(claim: shapes.ClaimShape) -> Verdict:
    reasons = tuple(
        Reason(rule=one.rule, detail=one.detail, spans=tuple(_at(span) for span in one.spans)) for one in claim.why
    )
    return _VERDICTS[claim.verdict](reasons=reasons)


def _edge(edge: shapes.EdgeShape) -> Edge:
    evidence = tuple(_at(span) for span in edge.evidence)
    return Edge(id=edge.id, a=edge.a, b=edge.b, why=edge.why, detail=edge.detail, evidence=evidence)


def _entry(entry: shapes.EntryShape) -> TimelineEntry:
    return TimelineEntry(
        id=entry.id,
        start=entry.start,
        end=entry.end,
        what=entry.what,
        mentions=tuple(_at(span) for span in entry.mentions),
        disputed=None if entry.disputed is msgspec.UNSET else entry.disputed,
    )


def _at(span: shapes.SpanShape) -> Span:
    return Span(report=span.report, start=span.start, end=span.end, words=span.text)
