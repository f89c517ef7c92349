"""Units and currencies beside a number, on strings alone."""

import pytest

from twosource.text.units import Countries, currency_after, currency_before, unit_after


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5 km", "kilometre"),
        ("5-metre", "metre"),
        ("5 kilometres an hour", "km/h"),
        ("5 mph", "mph"),
        ("5 cubic metres per second", "m3/s"),
        ("5%", "%"),
        ("5 per cent", "%"),
        ("5 percentage points", "percentage point"),
        ("5 degrees Fahrenheit", "°F"),
        ("5 degrees", "°C"),
        ("5kg", "kilogram"),
        ("5 square miles", "square mile"),
        ("5 nautical miles", "nautical mile"),
        ("5 days", "day"),
        ("5 parts per million", "ppm"),
    ],
)
def test_units_have_one_name(text: str, name: str) -> None:
    unit = unit_after(text, 1)
    assert unit is not None
    assert (unit.name, unit.end) == (name, len(text))


@pytest.mark.parametrize("text", ["5G", "5 bar stools", "5 has gone", "5 stone walls", "5 children"])
def test_other_words_are_no_units(text: str) -> None:
    assert unit_after(text, 1) is None


@pytest.mark.parametrize(
    ("report", "text", "code"),
    [
        ("", "5 lei", "RON"),
        ("", "5 Egyptian pounds", "EGP"),
        ("The state is Egypt.", "5 pounds", "EGP"),
        ("London said no.", "5 pounds", "GBP"),
        ("It costs 7 Swiss francs.", "5 francs", "CHF"),
        ("Dakar, Senegal", "5 francs", "XOF"),
        ("Buenos Aires", "5 pesos", "ARS"),
        ("", "5 US dollars", "USD"),
        ("", "5 Australian dollars", "AUD"),
        ("", "5 EUR", "EUR"),
        ("", "5 yen", "JPY"),
    ],
)
def test_currencies_go_by_their_country(report: str, text: str, code: str) -> None:
    unit = currency_after(text, 1, Countries(report))
    assert unit is not None
    assert unit.name == code


@pytest.mark.parametrize(
    ("before", "code"),
    [("$", "USD"), ("US$", "USD"), ("A$", "AUD"), ("€", "EUR"), ("CHF ", "CHF"), ("EGP ", "EGP"), ("HK$", "HKD")],
)
def test_symbols_and_codes_stand_before(before: str, code: str) -> None:
    unit = currency_before(before + "5", len(before), Countries(""))
    assert unit is not None
    assert (unit.name, unit.start) == (code, 0)


@pytest.mark.parametrize("text", ["5 pounds of flour", "14 won", "5 real"])
def test_weights_and_verbs_are_no_money(text: str) -> None:
    assert currency_after(text, len(text.split(maxsplit=1)[0]), Countries("")) is None
