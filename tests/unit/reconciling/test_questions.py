from typing import Any

import pytest
from told import figure, story

from twosource.reconciling.questions import question
from twosource.reconciling.readings import readings_of
from twosource.reconciling.wording import place, plural
from twosource.records import Figure


def _ask(one: Figure) -> str:
    return question(readings_of([one], {}, {}))


@pytest.mark.parametrize(
    ("slots", "sentence", "asked"),
    [
        ({"of": "mill workers"}, "It killed 31 workers.", "How many mill workers were killed?"),
        ({"measure": "missing"}, "Some 31 are missing.", "How many people are missing?"),
        ({"measure": "cost", "unit": "RON", "of": "the strike"}, "It cost 31 lei.", "How much did the strike cost?"),
        (
            {"measure": "cancelled", "unit": "%", "of": "the trains"},
            "The strike cancelled 31 % of them.",
            "What share of the trains was cancelled?",
        ),
        (
            {"measure": "duration", "unit": "day", "of": "search"},
            "The search took 31.",
            "How long did the search last?",
        ),
        ({"measure": "destroyed", "unit": "house"}, "Now 31 were destroyed.", "How many houses were destroyed?"),
        ({"measure": "weight", "unit": "tonne", "of": "cement"}, "It held 31 tonnes.", "How heavy is the cement?"),
        ({"measure": "killed", "of": "bodies"}, "They buried 31 bodies.", "How many people were killed?"),
        (
            {"measure": "laid off", "noun": "clerk", "of": "clerk"},
            "They fired 31 clerks.",
            "How many clerks were laid off?",
        ),
        ({"of": "survivors", "noun": "survivor"}, "Of the survivors 31 died later.", "How many people were killed?"),
        ({"of": "such guards", "noun": "guard"}, "It killed 31 such guards.", "How many guards were killed?"),
        ({"of": "rescuers", "noun": "rescuer"}, "The toll stood at 31.", "How many people were killed?"),
        ({"of": "martyrs of the mill", "noun": "martyr"}, "We bury 31 martyrs.", "How many people were killed?"),
        ({"measure": "displaced", "unit": "village"}, "It emptied 31 villages.", "How many villages were emptied?"),
        ({"measure": "offered", "unit": "RON"}, "It offered 31 lei each.", "How much money was offered to each?"),
        ({"measure": "price", "unit": "CHF", "of": "a share"}, "31 francs.", "What is the price of a share?"),
        ({"measure": "damage", "unit": "CHF"}, "He put the damage at 31.", "How high is the damage?"),
        ({"measure": "loss", "unit": "CHF"}, "It made a loss of 31.", "How large is the loss?"),
        ({"measure": "laid off", "noun": "job", "of": "jobs"}, "It cut 31 jobs.", "How many jobs were cut?"),
        ({"of": "bandits", "noun": "bandit"}, "It killed 31 bandits.", "How many fighters were killed?"),
        ({"measure": "support", "unit": "%"}, "In favour were 31 %.", "What share voted yes?"),
        (
            {"measure": "squeezed", "of": "souls"},
            "I squeezed in 31 souls.",
            "How many people, in “I squeezed in … souls”?",
        ),
        (
            {"measure": "amount", "unit": "CHF"},
            "Now 31 are in the fund.",
            "How much money, in “Now … are in the fund”?",
        ),
        (
            {"measure": "volume", "unit": "cubic metre", "of": "water"},
            "The lake has 31 of water.",
            "How much water, in “The lake has … of water”?",
        ),
    ],
)
def test_questions_are_plain_english(slots: dict[str, Any], sentence: str, asked: str) -> None:
    assert _ask(figure("a", "31", sentence, **slots)) == asked


@pytest.mark.parametrize(
    ("slots", "sentence", "asked"),
    [
        ({"measure": "meeted", "unit": "occasion"}, "They met on 31 occasions.", "“They met on … occasions”"),
        ({"measure": "amount", "unit": "EUR"}, "Berlin, they say, puts in 31 euros, no more.", "“puts in … euros”"),
        ({"measure": "arrived", "unit": "%", "of": "boats"}, "There arrived 31 of them.", "“There arrived … of them”"),
    ],
)
def test_where_no_plain_question_can_be_made_the_clause_is_quoted_with_a_gap(
    slots: dict[str, Any], sentence: str, asked: str
) -> None:
    assert _ask(figure("a", "31", sentence, **slots)).endswith(f" in {asked}?")


@pytest.mark.parametrize(
    ("words", "where"),
    [("Gambia", "in Gambia"), ("Atlantic", "in the Atlantic"), ("Red Sea", "in the Red Sea"), ("St Stephen's Day", "")],
)
def test_places_take_their_article(words: str, where: str) -> None:
    assert place(words) == where


@pytest.mark.parametrize(
    ("noun", "many"), [("person", "people"), ("fire engine", "fire engines"), ("lorry", "lorries"), ("bus", "buses"),
                       ("aircraft", "aircraft"), ("box", "boxes")]
)  # fmt: skip
def test_nouns_are_put_in_the_plural(noun: str, many: str) -> None:
    assert plural(noun) == many


def test_claims_of_one_question_are_told_apart_by_a_clause() -> None:
    first = figure("a", "31", "The blast at the mill killed 31 people on Friday.", as_of="2024-05-03")
    other = figure("b", "402", "A flood in the same valley had killed 402 people decades ago.", as_of="1961")
    asked = sorted(claim.question for claim in story([first, other]).claims)
    assert asked[0] == "How many people were killed, in “A flood in the same valley had killed … people decades ago”?"
    assert asked[1] == "How many people were killed?"
