"""Whose people a number counts where no noun beside it says so."""

import pytest

from twosource.reconciling.sides import sides
from twosource.records import Figure, Link, Mentions, Name, Span


def _figure(sentence: str, number: str, by: str, noun: str | None = None, measure: str = "killed") -> Figure:
    start = sentence.index(number)
    span = Span(report="a", start=start, end=start + len(number), words=number)
    whole = Span(report="a", start=0, end=len(sentence), words=sentence)
    chain = (Link(name=by, kind="body"),) if by else ()
    return Figure(
        id=f"{number}|{sentence}", span=span, sentence=whole, low=1.0, high=1.0, unit="person", measure=measure,
        noun=noun, chain=chain,
    )  # fmt: skip


_BOTH = (
    _figure("At least 25 soldiers were killed.", "25", "Rovan Front", "soldier"),
    _figure("Some 40 rebels were killed.", "40", "army", "rebel"),
)


@pytest.mark.parametrize(
    ("sentence", "number", "by", "side"),
    [
        ("It acknowledged 118 dead in the fighting.", "118", "Defence Ministry", "soldier"),
        ("The commander put his own losses at 61 dead.", "61", "Rovan Front", "militant"),
        ("Our losses amount to two.", "two", "Ministry of Defence", "soldier"),
        ("The ministry put the enemy's losses at 1,720.", "1,720", "Defence Ministry", "militant"),
        ("The army has admitted 19 dead.", "19", "", "soldier"),
        ("The army said it had killed 40 at the pass.", "40", "army", "militant"),
        ("The insurgents lost 30 in one night.", "30", "army", "militant"),
        ("Of those 12 were killed by shells.", "12", "Defence Ministry", None),
    ],
)
def test_a_number_without_a_noun_is_of_the_side_that_the_words_tell(
    sentence: str, number: str, by: str, side: str | None
) -> None:
    asked = _figure(sentence, number, by)
    assert sides([Mentions(report="a", figures=(*_BOTH, asked))]).get(asked.id) == side


def test_a_person_speaks_for_the_side_of_their_office() -> None:
    asked = _figure("He put his own losses at 61.", "61", "Idris Vane")
    vane = Name(name="Idris Vane", kind="person", role="commander", of="Rovan Front")
    found = sides([Mentions(report="a", figures=(*_BOTH, asked), names=(vane,))])
    assert found[asked.id] == "militant"


def test_where_nobody_fights_nothing_is_of_a_side() -> None:
    asked = _figure("The ministry acknowledged 118 dead.", "118", "Defence Ministry")
    crash = _figure("Some 30 passengers were killed.", "30", "airline", "passenger")
    assert sides([Mentions(report="a", figures=(asked, crash))]) == {}


def test_a_noun_beside_the_number_says_it_already() -> None:
    asked = _figure("The army lost 40 horses and 12 civilians.", "12", "army", "civilian")
    assert asked.id not in sides([Mentions(report="a", figures=(*_BOTH, asked))])
