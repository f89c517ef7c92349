"""Laws of attributions: spans hold, figures share the chains over them, headlines inherit, hostile text ends."""

import re
import time
from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from twosource.finding import Parsed
from twosource.finding.chains import attribute
from twosource.finding.quotes import find_quotes
from twosource.finding.statements import find_statements
from twosource.records import Figure, Statement
from twosource.text.listing import listed

Parse = Callable[..., Parsed]
_NUMBER = re.compile(r"\d+")
_WORDS = st.sampled_from(
    sorted(
        listed(
            'said says , . ; : ( ) “ ” " — who which according to by of that the mayor Ana Ruiz it he they 40 killed'
            " citing as denied claims not police report put at ’s told Radio in 2011 people were"
        )
        | {"\n\n"}
    )
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(words=["40", "denied", "that"])  # a source of no words at the end
@given(words=st.lists(_WORDS, min_size=1, max_size=40))
def test_every_span_of_a_statement_holds(parse: Parse, words: list[str]) -> None:
    text = " ".join(words)
    parsed = parse(text)
    quotes = tuple(find_quotes(parsed))
    found = tuple(find_statements(parsed, quotes, ()))
    for statement in found:
        for span in (statement.source, statement.cue, statement.content):
            if span is not None:
                assert text[span.start : span.end] == span.words
                assert span.words
    assert found == tuple(find_statements(parsed, quotes, ()))
    assert len(attribute(parsed, (), quotes, found, ())[1]) == len(quotes)


def _figures(parsed: Parsed) -> list[Figure]:
    """Every number of a report in digits as a figure of its own."""
    found = []
    for match in _NUMBER.finditer(parsed.report.text):
        sentence = parsed.at(match.start())
        number = float(match[0])
        if sentence is not None:
            span = parsed.report.span(*match.span())
            found.append(Figure(id=str(span.start), span=span, sentence=sentence.whole, low=number, high=number))
    return found


def _over(figure: Figure, statements: Sequence[Statement]) -> list[Statement]:
    """The statements of a source that hold a figure in what they tell."""
    return [
        s
        for s in statements
        if s.chain
        and s.force != "acts"
        and s.content.start <= figure.span.start < s.content.end
        and not any(part is not None and part.meets(figure.span) for part in (s.source, s.cue))
    ]


_SOURCES = st.sampled_from(
    ["The mayor", "Ana Ruiz", "The interior ministry", "Two nurses", "Harbour Radio", "Officials"]
)
_VERBS = st.sampled_from(["said", "reported", "announced", "confirmed", "insisted"])
_DEEDS = st.sampled_from(["people had died", "houses had burned", "ships were missing", "workers were injured"])
_NUMBERS = st.integers(min_value=21, max_value=989)


@st.composite
def _told(draw: st.DrawFn) -> str:
    """A sentence in which a source tells a number: in front, behind, set in, or citing another."""
    source, verb, deed, number = draw(_SOURCES), draw(_VERBS), draw(_DEEDS), draw(_NUMBERS)
    low = source if source[:1] in "AH" else source[0].lower() + source[1:]
    forms = [
        f"{source} {verb} that {number} {deed}.",
        f"{source} {verb} {number} {deed}, citing the coast guard.",
        f"Some {number} {deed}, {low} {verb}.",
        f"Some {number} {deed}, according to {low}.",
        f"On the coast, {low} {verb}, {number} {deed}.",
    ]
    return draw(st.sampled_from(forms))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=_told())
def test_a_statement_and_a_figure_inside_it_share_one_chain(parse: Parse, text: str) -> None:
    parsed = parse(text)
    statements = tuple(find_statements(parsed, (), ()))
    (figure,) = attribute(parsed, _figures(parsed), (), statements, ())[0]
    (statement,) = _over(figure, statements)
    assert figure.chain == statement.chain


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(_WORDS, min_size=1, max_size=40))
def test_a_figure_has_every_link_of_the_statements_over_it(parse: Parse, words: list[str]) -> None:
    parsed = parse("Quiet day.\n\n" + " ".join(words) + ".")
    quotes = tuple(find_quotes(parsed))
    statements = tuple(find_statements(parsed, quotes, ()))
    for figure in attribute(parsed, _figures(parsed), quotes, statements, ())[0]:
        over = _over(figure, statements)
        if not over or parsed.report.text[: figure.span.start].rstrip().endswith("("):  # a conversion
            continue
        names = {link.name.casefold() for link in figure.chain}
        wanted = {link.name.casefold() for statement in over for link in statement.chain}
        assert wanted == names or (figure.sentence.start == 0 and wanted <= names)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=_told(),
    other=_NUMBERS,
    heading=st.sampled_from(["{} dead in the hills", "Toll rises to {}", "{} hit by slide"]),
)
def test_a_figure_in_a_headline_inherits_from_the_body(parse: Parse, body: str, other: int, heading: str) -> None:
    number = _NUMBER.findall(body)[0]
    for shown in (number, str(other)):
        parsed = parse(f"{heading.format(shown)}\n\n{body} The road is closed to all traffic.")
        statements = tuple(find_statements(parsed, (), ()))
        above, below = attribute(parsed, _figures(parsed), (), statements, ())[0]
        assert below.chain
        assert above.chain == (below.chain if shown == number else ())


@pytest.mark.parametrize(
    "piece",
    ["he said ", "said of ", "“a b c” ", "according to X ", "Ann Lee, the mayor, ", "it put 9 at 9, ", "X's 9 ", "- "],
)
def test_long_hostile_text_ends_in_time(parse: Parse, piece: str) -> None:
    parsed = parse(piece * (20_000 // len(piece)))
    begun = time.process_time()
    quotes = tuple(find_quotes(parsed))
    list(find_statements(parsed, quotes, ()))
    assert time.process_time() - begun < 20
