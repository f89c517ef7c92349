"""Whatever a dossier holds, it can be drawn in every format."""

import itertools
import json
from collections.abc import Callable

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource import to_html, to_json, to_text
from twosource.dossier.wire import schema
from twosource.records import (
    Agree,
    Claim,
    Conflict,
    Copy,
    Day,
    Denied,
    Dossier,
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
    Story,
    Time,
    TimelineEntry,
    Updated,
    Utterance,
    Verdict,
)

SCHEMA = json.loads(schema())

words = st.text(max_size=20)
bounds = st.none() | st.floats(min_value=-1e18, max_value=1e18) | st.integers(-5, 5).map(float)
units = st.sampled_from(["", "person", "USD", "%", "ratio", "km/h", "x"]) | words
kinds: list[Callable[..., Verdict]] = [Single, Agree, Updated, Conflict, Denied]
verdicts = st.sampled_from(kinds)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier of one story of one to three reports, its records tied together at random."""
    reports = tuple(
        Report(
            id=f"r{number}",
            text=draw(st.text(min_size=1, max_size=60)),
            outlet=draw(st.none() | words),
            published=draw(st.none() | st.just(Day(value="2025-03-14", how="url"))),
            language=draw(st.sampled_from(["en", "fr"])),
        )
        for number in range(draw(st.integers(1, 3)))
    )
    mentions = tuple(draw(_mentions(report)) for report in reports)
    figures = [figure.id for found in mentions for figure in found.figures]
    quotes = [quote.id for found in mentions for quote in found.quotes]
    claims = tuple(draw(_claim(f"c{number}", figures)) for number in range(draw(st.integers(0, 3))))
    names = draw(st.lists(words, max_size=2))
    story = Story(
        id="s",
        title=draw(words),
        start=draw(st.sampled_from([None, "2025-01-01"])),
        end=draw(st.sampled_from([None, "2025-02-01", "soon"])),
        reports=reports,
        copies=(Copy(report=reports[-1].id, of=reports[0].id, share=1.0),) if len(reports) > 1 else (),
        mentions=mentions,
        events={},
        claims=claims,
        related=tuple(
            Relation(a=a.id, b=b.id, why="subset", detail=draw(words), broken=draw(st.booleans()))
            for a, b in itertools.pairwise(claims)
        ),
        utterances=(Utterance(id="u", quotes=tuple(quotes), speaker=draw(st.none() | words)),) if quotes else (),
        timeline=tuple(
            TimelineEntry(id=str(n), start="2025-01-01", end="2025-01-31", what=what, mentions=(), disputed="d")
            for n, what in enumerate(names)
        ),
        names=tuple(Identity(name=name, kind="place", also=(name,)) for name in names),
    )
    return Dossier(version="0", stories=(story,))


@st.composite
def _mentions(draw: st.DrawFn, report: Report) -> Mentions:
    spans = [
        report.span(start, min(len(report.text), start + length))
        for start, length in draw(
            st.lists(st.tuples(st.integers(0, len(report.text) - 1), st.integers(1, 20)), max_size=6, unique=True)
        )
    ]
    chain = tuple(Link(name=name, kind="body") for name in draw(st.lists(words, max_size=3)))
    return Mentions(
        report=report.id,
        figures=tuple(
            Figure(
                id=f"{report.id}-f{number}",
                span=span,
                sentence=span,
                low=draw(bounds),
                high=draw(bounds),
                about=draw(st.booleans()),
                unit=draw(units),
                as_of=draw(st.none() | words),
                chain=chain,
                stance=draw(st.sampled_from(["asserted", "denied", "doubted"])),
            )
            for number, span in enumerate(spans)
        ),
        quotes=tuple(Quote(id=f"{report.id}-q{number}", span=span, chain=chain) for number, span in enumerate(spans)),
        times=tuple(Time(span=span, sentence=span, type="DATE", value="") for span in spans[:2]),
    )


@st.composite
def _claim(draw: st.DrawFn, name: str, figures: list[str]) -> Claim:
    mine = draw(st.lists(st.sampled_from(figures), unique=True)) if figures else []
    backed = draw(st.lists(st.sampled_from(mine), unique=True)) if mine else []
    reason = Reason(rule="r", detail=draw(words))
    return Claim(
        id=name,
        question=draw(words),
        figures=tuple(mine),
        verdict=draw(verdicts)(reasons=(reason,)),
        origins=(Origin(names=(draw(words), draw(words)), figures=tuple(backed)),) if backed else (),
        independent=draw(st.integers(0, 3)),
        at_most=draw(st.integers(0, 3)),
        low=draw(bounds),
        high=draw(bounds),
        unit=draw(units),
        superseded=tuple(mine[:1]),
    )


@settings(max_examples=60, deadline=None)
@given(dossiers())
def test_every_dossier_can_be_written_as_json_text_and_page(dossier: Dossier) -> None:
    jsonschema.validate(json.loads(to_json(dossier)), SCHEMA)
    assert "Reports" in to_text(dossier, width=60)
    assert to_html(dossier).startswith("<!doctype html>")
