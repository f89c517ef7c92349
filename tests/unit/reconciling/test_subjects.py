"""Whether the words beside two numbers name two parties, firms or teams."""

import pytest
from told import figure

from twosource.reconciling.readings import readings_of
from twosource.reconciling.subjects import subjects_differ

_MORE = ("We saw 5 seats.", "They had 6 seats.", "It got 7 seats.", "There were 8 seats.")


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("The Centre Party has 62 seats.", "The seats of Homeland are 26 now.", True),
        ("The Centre Party has 62 seats.", "For the Centre Party that makes 26 seats.", False),
        ("The Centre Party has 62 seats.", "That makes 26 seats.", False),
        ("On Monday there were 62 seats.", "In May there were 26 seats.", False),
    ],
)
def test_two_numbers_are_of_two_where_each_clause_names_another(one: str, other: str, differ: bool) -> None:  # noqa: FBT001
    figures = [figure("a", "62", one, unit="seat"), figure("b", "26", other, unit="seat")]
    rest = [figure(f"c{words[-8]}", words.split()[2], words, unit="seat") for words in _MORE]
    readings = readings_of([*figures, *rest], {}, {})
    at = [reading.figure.span.report for reading in readings]
    assert bool(subjects_differ(readings)[at.index("a"), at.index("b")]) is differ


def test_who_says_a_number_is_no_subject_of_it() -> None:
    one = figure("a", "62", "Homeland said it had 62 seats.", unit="seat", chain=["Homeland"])
    other = figure("b", "26", "The Centre Party has 26 seats.", unit="seat")
    assert not subjects_differ(readings_of([one, other], {}, {})).any()
