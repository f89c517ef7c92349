"""Amounts of a sentence: units, ranges and modifiers."""

import pytest

from twosource.text.amounts import find_amounts
from twosource.text.units import Countries


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "about", "unit"),
    [
        ("6,000 at least came", "6,000 at least", 6000, None, False, ""),
        ("at least 17 dead", "at least 17", 17, None, False, ""),
        ("no fewer than 17 boats", "no fewer than 17", 17, None, False, ""),
        ("60 or more victims", "60 or more", 60, None, False, ""),
        ("100-plus boats", "100-plus", 100, None, False, ""),
        ("as many as 130 boats", "as many as 130", None, 130, False, ""),
        ("no more than 450 million lei", "no more than 450 million lei", None, 4.5e8, False, "RON"),
        ("up to $8 million", "up to $8 million", None, 8e6, False, "USD"),
        ("some 50 boats", "some 50", 50, 50, True, ""),
        ("an estimated 200,000 boats", "an estimated 200,000", 200000, 200000, True, ""),
        ("twenty-odd boats", "twenty-odd", 20, 20, True, ""),
        ("a near-12% rise", "near-12%", 12, 12, True, "%"),
        ("between 3,000 and 4,000 boats", "between 3,000 and 4,000", 3000, 4000, False, ""),
        ("a range from 12 to 61", "from 12 to 61", 12, 61, False, ""),
        ("€150m-€200m", "€150m-€200m", 1.5e8, 2e8, False, "EUR"),
        ("2 to 3 million trees", "2 to 3 million", 2e6, 3e6, False, ""),
        ("four or five minutes", "four or five minutes", 4, 5, False, "minute"),
        ("about minus 14 degrees", "about minus 14 degrees", -14, -14, True, "°C"),
        ("tops 46,000 acres", "tops 46,000 acres", 46000, None, False, "acre"),
        ("a little over a third", "a little over a third", 33.33, None, False, "%"),
        ("more than doubled", "more than doubled", 2, None, False, "ratio"),
        ("half an hour", "half an hour", 0.5, 0.5, False, "hour"),
        ("nine fires in ten", "nine fires in ten", 90, 90, False, "%"),
        ("in three towns over 14 months", "14 months", 14, 14, False, "month"),
        ("worried about three boats", "three", 3, 3, False, ""),
        ("it owned up to 21", "21", 21, 21, False, ""),
    ],
)
def test_modifiers_open_the_bound_they_should(  # noqa: PLR0913, PLR0917 - one row a case
    text: str,
    words: str,
    low: float | None,
    high: float | None,
    about: object,
    unit: str,
) -> None:
    amount = find_amounts(text, Countries(""))[-1]
    assert text[amount.start : amount.end] == words
    assert [end if end is None else round(end, 2) for end in (amount.low, amount.high)] == [low, high]
    assert (amount.about, amount.unit) == (about, unit)


def test_a_change_is_two_amounts() -> None:
    assert [amount.low for amount in find_amounts("went from 6 percent to 8", Countries(""))] == [6, 8]


@pytest.mark.parametrize("text", ["NV-4107", "a 5G mast", "at 10:27", "COVID-19", "the A320"])
def test_codes_and_clock_times_are_no_amounts(text: str) -> None:
    assert find_amounts(text, Countries("")) == []


def test_a_list_shares_the_unit_of_its_end() -> None:
    assert [amount.unit for amount in find_amounts("of 41, 58 and 63 km", Countries(""))] == ["kilometre"] * 3


def test_long_weird_input_takes_no_long_time() -> None:
    weird = "at least about 5-5-5-5 to or and $ % " * 2000 + "between " * 5000
    assert len(find_amounts(weird[:60_000], Countries(""))) < 20_000


def test_a_modifier_before_the_next_number_is_not_the_last_ones() -> None:
    first, second = find_amounts("police said 6,000, at least 35 of them hurt", Countries(""))
    assert (first.low, first.high, second.low, second.high) == (6000, 6000, 35, None)
