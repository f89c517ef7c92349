"""Victims told one by one: counted where the report gives no number of them."""

from collections.abc import Callable

import pytest

from twosource.finding import Parsed
from twosource.finding.figures import find_figures

Parse = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("text", "words", "number", "measure"),
    [
        ("A 30-year-old man and a boy were shot.", "A 30-year-old man and a boy", 2, "injured"),
        ("Guards fatally shot a man and his unarmed neighbour.", "a man and his unarmed neighbour", 2, "killed"),
        ("Police shot a man, a woman and their son.", "a man, a woman and their son", 3, "injured"),
        ("Ana Ruiz, 34, and Ben Lowe, 29, were killed.", "Ana Ruiz, 34, and Ben Lowe, 29", 2, "killed"),
        ("They found a male and female dead.", "a male and female", 2, "killed"),
        ("A man shot his wife and her mother to death.", "his wife and her mother", 2, "killed"),
        (
            "A man killed his ex-wife, her friend and their nurse.",
            "his ex-wife, her friend and their nurse",
            3,
            "killed",
        ),
        ("The bodies of a man and a woman were discovered.", "a man and a woman", 2, "killed"),
        ("A 19-year-old and his neighbour were shot.", "A 19-year-old and his neighbour", 2, "injured"),
        (
            "A 19-year-old man and a 16-year-old girl were shot.",
            "A 19-year-old man and a 16-year-old girl",
            2,
            "injured",
        ),
        ("He and his girlfriend were shot.", "He and his girlfriend", 2, "injured"),
        ("Ames and her boyfriend were pronounced dead.", "Ames and her boyfriend", 2, "killed"),
        ("A girl and her aunt were grazed by bullets.", "A girl and her aunt", 2, "injured"),
        ("His aunt, her toddler and their dog were found dead.", "His aunt, her toddler", 2, "killed"),
        ("The dead were identified as Ana Ruiz, 34, and Ben Lowe, 29.", "Ana Ruiz, 34, and Ben Lowe, 29", 2, "killed"),
        (
            "The victims were named as Ana Ruiz, 34, and Ben Lowe, 29. Both died at the scene.",
            "Ana Ruiz, 34, and Ben Lowe, 29",
            2,
            "killed",
        ),
        (
            "Ana Ruiz, a girl from Leeds, Carl Rowe, of Hove, and a passer-by died.",
            "Ana Ruiz, a girl from Leeds, Carl Rowe, of Hove, and a passer-by",
            3,
            "killed",
        ),
    ],
)
def test_victims_told_one_by_one_are_counted(parse: Parse, text: str, words: str, number: int, measure: str) -> None:
    assert [(f.span.words, f.low, f.high, f.unit, f.measure) for f in find_figures(parse(text), ())] == [
        (words, number, number, "person", measure)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Three people were killed. The dead include Ana Ruiz and Ben Lowe, who were shot.",
        "A man and a woman were charged with killing a clerk.",
        "Ana Ruiz and Ben Lowe shot a clerk dead.",
        "Earlier, a man and a woman were killed in another street.",
        "A mother and her daughter were not hurt.",
        "A man and a woman were seen nearby.",
        "A man was killed and a dog was hurt.",
        "A man and his dog were killed.",
        "His wife and his son found him dead.",
        "Ana Ruiz and Ben Lowe reported that a man was killed.",
        "Officers and his mother were hurt.",
        "The victims were named as Ana Ruiz, 34, and Ben Lowe, 29. They are in hospital.",
    ],
)
def test_doers_bystanders_and_those_already_counted_are_not(parse: Parse, text: str) -> None:
    assert [f for f in find_figures(parse(text), ()) if " and " in f.span.words] == []


def test_only_the_first_list_of_a_kind_counts(parse: Parse) -> None:
    text = "A man and a woman were killed. Carl Rowe and Dana Holt were killed, police said."
    assert [f.span.words for f in find_figures(parse(text), ())] == ["A man and a woman"]
