"""Remainders and figures told again know the figure they belong to."""

from collections.abc import Callable

import pytest

from twosource.finding import Parsed
from twosource.finding.figures import find_figures

Parse = Callable[..., Parsed]


def _ties(parse: Parse, text: str) -> list[tuple[str, str | None, str | None]]:
    """(words, relation, words of the whole) of each figure."""
    figures = list(find_figures(parse(text), ()))
    words = {figure.id: figure.span.words for figure in figures}
    return [(figure.span.words, figure.relation, words.get(figure.whole or "")) for figure in figures]


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("There were 30 passengers. Eighteen were rescued; the other 12 are missing.", "12", "30"),
        ("Of the 42 miners, twelve were rescued. The remaining 30 are trapped.", "30", "42"),
        ("The town has 68,000 people. He says 19,000 fled. Where are the other 49,000?", "49,000", "68,000"),
        ("The firm runs 90 buses. It has sold 25 buses, and the remaining 65 buses are old.", "65", "90"),
    ],
)
def test_a_remainder_belongs_to_what_it_is_the_rest_of(parse: Parse, text: str, words: str, whole: str) -> None:
    assert (words, "remainder", whole) in _ties(parse, text)


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed 12 people. The other 30 firms closed.",
        "Another 12 people were hurt.",
        "The remaining 30 miners are trapped.",
    ],
)
def test_a_remainder_of_nothing_told_is_none(parse: Parse, text: str) -> None:
    assert "remainder" not in {relation for _, relation, _ in _ties(parse, text)}


@pytest.mark.parametrize(
    "text",
    [
        "The death toll rose to 58 on Monday. The 58 dead were miners.",
        "The death toll rose to 58 on Monday. All 58 were miners.",
        "A fire killed 58 people. The families of the 58 victims wept.",
    ],
)
def test_a_figure_told_again_points_to_its_first_telling(parse: Parse, text: str) -> None:
    assert [(words, relation, whole) for words, relation, whole in _ties(parse, text)] == [
        ("58", None, None),
        ("58", "restatement", "58"),
    ]


def test_a_headline_points_to_the_sentence_that_bears_it_out(parse: Parse) -> None:
    assert _ties(parse, "58 dead in landslide\n\nA landslide killed 58 people on Monday.") == [
        ("58", "restatement", "58"),
        ("58", None, None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were killed. The 12 injured were treated.",
        "Police arrested 40 men. Police arrested 40 men on Sunday.",
        "The firm has 340 workers. The 340 buses were sold.",
    ],
)
def test_the_same_number_of_others_is_no_restatement(parse: Parse, text: str) -> None:
    assert "restatement" not in {relation for _, relation, _ in _ties(parse, text)}
