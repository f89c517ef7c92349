from typing import Any

import pytest
from told import figure

from twosource.reconciling.questions import plural, question
from twosource.reconciling.readings import readings_of
from twosource.records import Figure


def _ask(one: Figure) -> str:
    return question(readings_of([one], {}, {}))


@pytest.mark.parametrize(
    ("slots", "sentence", "asked"),
    [
        ({"of": "mill workers"}, "It killed 31 workers.", "How many mill workers were killed?"),
        ({"measure": "missing"}, "Some 31 are missing.", "How many people are missing?"),
        ({"measure": "cost", "unit": "RON", "of": "the strike"}, "It cost 31 lei.", "How much did the strike cost?"),
        ({"measure": "cancelled", "unit": "%", "of": "the trains"}, "31 %.", "What share of the trains was cancelled?"),
        ({"measure": "duration", "unit": "day", "of": "the search"}, "31 days.", "How long did the search last?"),
        ({"measure": "destroyed", "unit": "house", "of": None}, "31 houses.", "How many houses were destroyed?"),
        ({"measure": "price", "unit": "CHF", "of": "a share"}, "31 francs.", "What is the price of a share?"),
    ],
)
def test_questions_are_plain_english(slots: dict[str, Any], sentence: str, asked: str) -> None:
    assert _ask(figure("a", "31", sentence, **slots)) == asked


@pytest.mark.parametrize(
    ("noun", "many"), [("person", "people"), ("fire engine", "fire engines"), ("lorry", "lorries"), ("bus", "buses"),
                       ("aircraft", "aircraft"), ("box", "boxes")]
)  # fmt: skip
def test_nouns_are_put_in_the_plural(noun: str, many: str) -> None:
    assert plural(noun) == many
