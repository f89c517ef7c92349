"""Laws of numbers: printed in any form and read back they are the same; a modifier opens only its own bound."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from twosource.text.amounts import Amount, find_amounts
from twosource.text.numbers import find_numbers
from twosource.text.units import Countries

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def _spell(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = number % 100
        return f"{_ONES[number // 100]} hundred" + (f" and {_spell(rest)}" if rest else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= size:
            rest = number % size
            link = " and " if 0 < rest < 100 else " "
            return f"{_spell(number // size)} {name}" + (link + _spell(rest) if rest else "")
    raise AssertionError


def _one(text: str) -> Amount:
    amounts = find_amounts(text, Countries(""))
    assert len(amounts) == 1
    return amounts[0]


@given(st.integers(0, 10**12 - 1))
def test_a_spelled_number_is_read_back(number: int) -> None:
    [found] = find_numbers(_spell(number))
    assert (found.low, found.high) == (number, number)


@given(st.integers(0, 10**12 - 1))
def test_a_number_with_separators_is_read_back(number: int) -> None:
    [found] = find_numbers(f"{number:,}")
    assert (found.low, found.high) == (number, number)


@given(st.integers(1, 999), st.sampled_from([("thousand", 10**3), ("million", 10**6), ("bn", 10**9), ("crore", 10**7)]))
def test_a_scale_word_multiplies(number: int, scale: tuple[str, int]) -> None:
    [found] = find_numbers(f"{number} {scale[0]}")
    assert found.low == number * scale[1]


@given(
    st.integers(2, 10**6),
    st.sampled_from(["at least", "more than", "over", "no fewer than", "upwards of", "in excess of"]),
)
def test_a_lower_modifier_opens_only_the_top(number: int, modifier: str) -> None:
    amount = _one(f"{modifier} {number:,} boats")
    assert (amount.low, amount.high, amount.about) == (number, None, False)


@given(
    st.integers(2, 10**6),
    st.sampled_from(["up to", "as many as", "fewer than", "under", "no more than", "at most", "a maximum of"]),
)
def test_an_upper_modifier_opens_only_the_bottom(number: int, modifier: str) -> None:
    amount = _one(f"{modifier} {number:,} boats")
    assert (amount.low, amount.high, amount.about) == (None, number, False)


@given(st.integers(2, 10**6), st.sampled_from(["about", "around", "roughly", "nearly", "some", "almost", "close to"]))
def test_an_approximate_modifier_opens_nothing(number: int, modifier: str) -> None:
    amount = _one(f"{modifier} {number:,} boats")
    assert (amount.low, amount.high, amount.about) == (number, number, True)


@given(st.integers(1, 10**5), st.integers(1, 10**5), st.sampled_from(["{} to {}", "between {} and {}", "{}–{}"]))
def test_a_range_has_both_its_ends(low: int, step: int, form: str) -> None:
    amount = _one(form.format(f"{low:,}", f"{low + step:,}") + " boats")
    assert (amount.low, amount.high) == (low, low + step)


@given(st.text(max_size=300))
def test_any_text_is_read_without_overlap(text: str) -> None:
    amounts = find_amounts(text, Countries(text))
    for before, after in itertools.pairwise(amounts):
        assert before.start < before.end <= after.start
