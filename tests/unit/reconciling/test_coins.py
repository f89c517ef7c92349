import pytest
from told import figure, story

from twosource.records import Figure, Story


def _units(told: Story) -> dict[tuple[str, str], str]:
    found: list[Figure] = [one for mentions in told.mentions for one in mentions.figures]
    return {(one.span.report, one.span.words): one.unit for one in found}


def _money(report: str, words: str, sentence: str, unit: str, value: float) -> Figure:
    return figure(report, words, sentence, unit=unit, measure="paid", noun=None, low=value, high=value)


def test_francs_of_a_report_without_a_country_are_those_of_the_others() -> None:
    named = _money("a", "40 million CFA francs", "The ransom was 40 million CFA francs, the mayor said.", "XOF", 4e7)
    open_ = _money("b", "40 million francs", "The village paid 40 million francs, the elder said.", "CHF", 4e7)
    bare = _money("b", "25 million", "The army had offered 25 million.", "CHF", 2.5e7)
    units = _units(story([named, open_, bare]))
    assert set(units.values()) == {"XOF"}


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("The Swiss aid group paid 40 million francs, it said.", "CHF"),
        ("The village paid 40 million Swiss francs, the elder said.", "CHF"),
    ],
)
def test_francs_whose_country_the_report_names_stay(sentence: str, unit: str) -> None:
    named = _money("a", "30 million CFA francs", "The ransom was 30 million CFA francs, the mayor said.", "XOF", 3e7)
    words = "40 million Swiss francs" if "Swiss francs" in sentence else "40 million francs"
    assert _units(story([named, _money("b", words, sentence, unit, 4e7)]))["b", words] == unit


def test_other_amounts_of_the_report_stay() -> None:
    named = _money("a", "45 kroner", "Crossing the bridge costs 45 kroner, the Danish operator said.", "DKK", 45)
    open_ = _money("b", "52 kroner", "Crossing the bridge costs 52 kroner, a driver said.", "NOK", 52)
    euros = _money("b", "€9 each", "In summer it is €9 each.", "EUR", 9)
    assert _units(story([named, open_, euros])) == {
        ("a", "45 kroner"): "DKK",
        ("b", "52 kroner"): "DKK",
        ("b", "€9 each"): "EUR",
    }


def test_cents_are_those_of_the_coin_that_the_other_reports_name() -> None:
    named = _money("a", "€240 million", "The farmers accepted €240 million, the league said.", "EUR", 2.4e8)
    cents = _money("b", "31 cents", "A litre of milk fetches 31 cents, a farmer said.", "USD", 0.31)
    assert _units(story([named, cents]))["b", "31 cents"] == "EUR"
    dollars = _money("b", "31 cents", "A litre of milk fetches 31 cents of a dollar, a farmer said.", "USD", 0.31)
    assert _units(story([named, dollars]))["b", "31 cents"] == "USD"
