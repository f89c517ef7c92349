import pytest

from twosource.reconciling.units import Rates, comparable, convert, family


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("acre", "hectare", True),
        ("nautical mile", "kilometre", True),
        ("hour", "day", True),
        ("EUR", "USD", True),
        ("person", "exit", True),
        ("%", "percentage point", False),
        ("person", "day", False),
        ("head", "kilogram", False),
        ("°F", "°C", True),
    ],
)
def test_units_of_one_kind_are_one_family(one: str, other: str, *, same: bool) -> None:
    assert (family(one) == family(other)) is same


@pytest.mark.parametrize(
    ("value", "unit", "into", "result"),
    [
        (1.0, "square kilometre", "hectare", 100.0),
        (7.0, "nautical mile", "kilometre", 12.964),
        (50.0, "°F", "°C", 10.0),
    ],
)
def test_amounts_are_converted_inside_their_family(value: float, unit: str, into: str, result: float) -> None:
    assert convert(value, unit, into) == pytest.approx(result)


def test_money_is_converted_by_the_rates_the_story_gives() -> None:
    rates = Rates([("RON", 500.0, "EUR", 100.0), ("EUR", 10.0, "USD", 11.0)])
    assert convert(50.0, "RON", "EUR", rates) == pytest.approx(10.0)
    assert convert(50.0, "RON", "USD", rates) == pytest.approx(11.0)
    assert not comparable("RON", "GBP", rates)
