"""Numbers in digits and in words, on strings alone."""

import pytest

from twosource.text.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("A hundred and twelve drivers", 112, 112),
        ("Thirty-eight families", 38, 38),
        ("1,140 trains", 1140, 1140),
        ("1,50,000 voters", 150000, 150000),
        ("1.250.000 voters", 1250000, 1250000),
        ("7.5 hours", 7.5, 7.5),
        ("2½ hours", 2.5, 2.5),
        ("5 lakh voters", 500000, 500000),
        ("3 crore rupees", 30000000, 30000000),
        ("1.2bn trees", 1.2e9, 1.2e9),
        ("5k runners", 5000, 5000),
        ("two and a half million trees", 2.5e6, 2.5e6),
        ("half a billion trees", 5e8, 5e8),
        ("a quarter of a million trees", 250000, 250000),
        ("one million two hundred thousand trees", 1200000, 1200000),
        ("a dozen boats", 12, 12),
        ("two dozen boats", 24, 24),
        ("half a dozen boats", 6, 6),
        ("dozens of boats", 24, 99),
        ("scores of boats", 40, 99),
        ("hundreds of boats", 200, 999),
        ("several hundred boats", 200, 999),
        ("tens of thousands of boats", 20000, 99999),
        ("hundreds of thousands of boats", 200000, 999999),
        ("millions of boats", 2000000, 9999999),
        ("nobody came", 0, 0),
        ("not a single boat", 0, 0),
        ("a double homicide", 2, 2),
        ("a triple fatal shooting", 3, 3),
        ("1/16 of a pint", 0.0625, 0.0625),
        ("scores feared drowned", 40, 99),
    ],
)
def test_counts_are_read_in_units(text: str, low: float, high: float) -> None:
    first = find_numbers(text)[0]
    assert (first.low, first.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("two thirds of the boats", 66.7),
        ("a third of the boats", 33.3),
        ("one-fifth of the boats", 20),
        ("almost half", 50),
        ("a quarter undecided", 25),
        ("2/5 of the boats", 40),
        ("nine in ten boats", 90),
        ("one in forty", 2.5),
        ("1 in 6,200", 0.016),
    ],
)
def test_fractions_and_odds_are_shares(text: str, percent: float) -> None:
    first = find_numbers(text)[0]
    assert first.form == "share"
    assert first.low == pytest.approx(percent, rel=0.01)


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        ("the price doubled", 2),
        ("three times as many", 3),
        ("a tenfold rise", 10),
        ("twice what it was", 2),
        ("she halved it", 0.5),
    ],
)
def test_multiples_are_ratios(text: str, ratio: float) -> None:
    first = find_numbers(text)[0]
    assert (first.form, first.low) == ("multiple", ratio)


@pytest.mark.parametrize(
    "text",
    ["no more than", "a third person spoke", "the first half", "she scored twice", "test scores", "there is a third."],
)
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert find_numbers(text) == []


def test_two_out_of_three_things_done_are_two_counts() -> None:
    assert [number.low for number in find_numbers("two out of three padlocked")] == [2, 3]


def test_a_number_of_absurd_length_is_none() -> None:
    assert find_numbers("9" * 5000) == []
