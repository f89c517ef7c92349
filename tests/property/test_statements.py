"""Laws of attributions: every span holds, the order is fixed, and hostile text ends in time."""

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource.finding import Parsed
from twosource.finding.chains import attribute
from twosource.finding.quotes import find_quotes
from twosource.finding.statements import find_statements
from twosource.text.listing import listed

Parse = Callable[..., Parsed]
_WORDS = st.sampled_from(
    sorted(
        listed(
            'said says , . ; : ( ) “ ” " — who which according to by of that the mayor Ana Ruiz it he they 40 killed'
            " citing as denied claims not police report put at ’s told Radio in 2011 people were"
        )
        | {"\n\n"}
    )
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
