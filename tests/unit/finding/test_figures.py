"""Figures of parsed reports: what counts as one, what it counts, and what is said of it."""

from collections.abc import Callable

import pytest

from twosource.finding import Parsed
from twosource.finding.figures import find_figures
from twosource.records import Figure

Parse = Callable[..., Parsed]


def _figures(parse: Parse, text: str) -> list[Figure]:
    return list(find_figures(parse(text), ()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bus fell into a ravine, killing at least 17 people.", [("at least 17", "person", "killed")]),
        ("Forty people were killed and 60 injured.", [("Forty", "person", "killed"), ("60", "person", "injured")]),
        ("The blast left 26 dead.", [("26", "person", "killed")]),
        ("The death toll rose to 48 on Monday.", [("48", "person", "killed")]),
        ("The storm claimed 12 lives.", [("12", "person", "killed")]),
        ("Police detained 61 people.", [("61", "person", "arrested")]),
        ("Rescuers pulled five children from the rubble.", [("five", "person", "rescued")]),
        ("Some 3,400 residents have been evacuated.", [("Some 3,400", "person", "evacuated")]),
        ("The quake displaced 2,000 families and people.", [("2,000", "family", None)]),
        ("Nine miners are still trapped underground.", [("Nine", "person", "trapped")]),
        ("Sixty-four people were wounded, 17 of them critically.", [(None, "person", "injured")] * 2),
        ("The minister was told of the murder of six priests.", [("six", "person", "killed")]),
        ("A magnitude 6.1 quake struck.", [("6.1", "magnitude", "magnitude")]),
        ("The fire has burned 46,000 acres of forest.", [("46,000 acres", "acre", "area burned")]),
        ("Inflation fell from 6 percent to 4.", [("6 percent", "%", None), ("4", "%", None)]),
        ("The railway cancelled 1,140 trains.", [("1,140", "train", "cancelled")]),
        ("It published a 38-page report.", [("38", "page", None)]),
        ("No one was hurt.", [("No one", "person", "injured")]),
        (
            "In all, 73 passengers and six crew were on board.",
            [("73", "person", "aboard"), ("six", "person", "aboard")],
        ),
        ("None of the 14 miners survived.", [("None", "person", None), ("14", "person", None)]),
        ("A boat carrying about 60 sank.", [("about 60", "person", None)]),
        ("The court ruled 6-3 against the plan.", [("6", "vote", "score"), ("3", "vote", "score")]),
        ("There were 3.5 deaths per 100,000 people.", [("3.5", "per 100,000", None)]),
        ("Its population is 2.1 million.", [("2.1 million", "person", "population")]),
        ("Shares rose 8 percent to 3.65.", [("8 percent", "%", None), ("3.65", "", None)]),
    ],
)
def test_figures_have_unit_and_measure(
    parse: Parse, text: str, expected: list[tuple[str | None, str, str | None]]
) -> None:
    found = _figures(parse, text)
    assert len(found) == len(expected)
    for figure, (words, unit, measure) in zip(found, expected, strict=True):
        assert words in (None, figure.span.words)
        assert figure.unit == unit
        assert measure in (None, figure.measure)


@pytest.mark.parametrize(
    "text",
    [
        "She was born on March 7 and moved in 1998.",
        "The shop opens at 10:27 and closes at 5 p.m.",
        "Anna Kovar, 34, runs the shop.",
        "The two leaders shook hands.",
        "All three agreed.",
        "Two officials said so.",
        "They left three years ago.",
        "A Boeing 737 landed.",
        "There is no doubt about it.",
        "He waited in Room 7 of the court.",
        "Several people and a few dogs came.",
        "Call the desk on 0800 555 014.",
        "The suspect, 22, was held.",
        "The cook is eighty-one.",
        "It was his first visit in 20 years.",
        "See https://example.org/2031/44 for more.",
    ],
)
def test_dates_names_ages_and_idioms_are_no_figures(parse: Parse, text: str) -> None:
    assert [figure.span.words for figure in _figures(parse, text)] == []


def test_a_conversion_has_the_bounds_of_what_it_converts(parse: Parse) -> None:
    first, second = _figures(parse, "The strike cost as much as 600 million lei (118 million euros).")
    assert (second.low, second.high, second.unit) == (None, 118_000_000, "EUR")
    assert (second.relation, second.whole) == ("conversion", first.id)


def test_a_part_knows_its_whole(parse: Parse) -> None:
    whole, part = _figures(parse, "The fire killed 26 people, 19 of them women.")
    assert (part.relation, part.whole, part.measure) == ("part", whole.id, "killed")


def test_a_headless_number_takes_the_thing_that_the_same_number_counts_elsewhere(parse: Parse) -> None:
    text = (
        "The union spoke of 4,200 marchers.\n\nThe police do not agree.\n\nFor the union it was 4,200, said its head."
    )
    assert [figure.unit for figure in _figures(parse, text)] == ["person", "person"]


def test_a_correction_denies_the_number_it_withdraws(parse: Parse) -> None:
    four, fourteen = _figures(parse, "(This version corrects the number of children among the dead to four, not 14.)")
    assert (four.stance, fourteen.stance, fourteen.corrected) == ("asserted", "denied", True)


def test_hearsay_is_doubted(parse: Parse) -> None:
    [figure] = _figures(parse, "Reportedly 40 people were hurt.")
    assert figure.stance == "doubted"


def test_pounds_are_of_the_country_of_the_report(parse: Parse) -> None:
    [figure] = _figures(parse, "Cairo promises 300,000 pounds for each of the dead in Egypt.")
    assert (figure.unit, figure.low) == ("EGP", 300_000)


def test_every_span_holds_and_ids_are_one(parse: Parse) -> None:
    text = "At least 5 died.\nAbout 20 were hurt; 3 of them badly. It cost €12m (about $14m).\nUp to 400 fled?"
    parsed = parse(text)
    figures = list(find_figures(parsed, ()))
    assert all(parsed.report.text[f.span.start : f.span.end] == f.span.words for f in figures)
    assert len({f.id for f in figures}) == len(figures)
