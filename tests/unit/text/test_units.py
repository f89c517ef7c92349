"""Units and currencies beside a number, on strings alone."""

import pytest

from twosource.text.currency_marks import letters_after, letters_before
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
        ("5 liters", "litre"),
        ("5 meters", "metre"),
        ("5 PS", "horsepower"),
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
        ("", "5 East Caribbean dollars", "XCD"),
        ("The 40 East Caribbean dollars came late. ", "5 dollars", "XCD"),
        ("The mine near Tuzla, in Bosnia, ", "5 marks", "BAM"),
        ("The state is Egypt.", "5 pounds", "EGP"),
        ("London said no.", "5 pounds", "GBP"),
        ("It costs 7 Swiss francs.", "5 francs", "CHF"),
        ("Dakar, Senegal", "5 francs", "XOF"),
        ("Buenos Aires", "5 pesos", "ARS"),
        ("", "5 US dollars", "USD"),
        ("", "5 Australian dollars", "AUD"),
        ("", "5 EUR", "EUR"),
        ("", "5 yen", "JPY"),
        ("The fund is worth €4 million. Milk fetches", "9 cents", "EUR"),
        ("The fund is worth $4 million. Milk fetches", "9 cents", "USD"),
        ("Nobody names a coin. Milk fetches", "9 cents", "USD"),
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


@pytest.mark.parametrize("text", ["5 pounds of flour", "14 won", "5 real", "5 marks"])
def test_weights_and_verbs_are_no_money(text: str) -> None:
    assert currency_after(text, len(text.split(maxsplit=1)[0]), Countries("")) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("In Lusaka it cost K150,000", "ZMW"),
        ("In Port Moresby it cost K150,000", "PGK"),
        ("In Durban it cost R2.5m", "ZAR"),
        ("In Lagos it cost N20bn", "NGN"),
        ("In Kampala it cost Sh3,000", "UGX"),
        ("It cost Sh3,000", "KES"),
        ("In Managua it cost C$500", "NIO"),
        ("It cost C$500", "CAD"),
        ("It cost S/300", "PEN"),
        ("In Cairo it cost LE 500", "EGP"),
    ],
)
def test_letters_before_a_number_are_money_of_the_reports_country(text: str, code: str) -> None:
    start = next(i for i, letter in enumerate(text) if letter.isdigit())
    unit = letters_before(text, start, Countries(text))
    assert unit is not None
    assert unit.name == code


@pytest.mark.parametrize(
    "text", ["She climbed K2 with Zambia", "The N1 road to Lagos", "It cost K150,000", "an A4 page"]
)
def test_letters_of_roads_and_of_other_countries_are_no_money(text: str) -> None:
    start = next(i for i, letter in enumerate(text) if letter.isdigit())
    assert letters_before(text, start, Countries(text)) is None


@pytest.mark.parametrize(
    ("text", "code"), [("200 zł", "PLN"), ("50 kr in Oslo", "NOK"), ("50 kr in Copenhagen", "DKK"), ("50 krill", "")]
)
def test_letters_behind_a_number_are_money(text: str, code: str) -> None:
    unit = letters_after(text, len(text.split(maxsplit=1)[0]), Countries(text))
    assert (unit.name if unit else "") == code


def test_a_coin_without_a_country_keeps_its_name() -> None:
    text = "It cost 300 crowns"
    unit = currency_after(text, text.index(" crowns"), Countries(text))
    assert unit is not None
    assert unit.name == "crown"
