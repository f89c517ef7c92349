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
        ("The motion passed by 58.4 per cent to 41.6.", [("58.4 per cent", "%", None), ("41.6", "%", None)]),
        ("The train did 75 km/h. The operator had published 92.", [("75 km/h", "km/h", None), ("92", "km/h", None)]),
        ("It took 22 bottles; five tested positive.", [("22", "bottle", None), ("five", "bottle", None)]),
        ("The mill has a payroll of 35.", [("35", "person", None)]),
        ("He grows 17 heirloom varieties.", [("17", "variety", None)]),
        ("They manned 212 polling stations.", [("212", "polling station", None)]),
        ("Two grey minibuses were parked outside.", [("Two", "minibus", None)]),
        ("Officials reported 57 new cases of cholera.", [("57", "person", "infected")]),
        ("The morgue received 44 body bags.", [("44", "person", "killed")]),
        ("The bug made 66 people ill.", [("66", "person", "infected")]),
        ("Police picked up 14 men on Tuesday.", [("14", "person", "arrested")]),
        ("The coast guard picked up 63 migrants.", [("63", "person", "rescued")]),
        ("Sixty people are still being held at the barracks.", [("Sixty", "person", "arrested")]),
        ("The hijackers held 52 people hostage.", [("52", "person", "captured")]),
        ("Twelve soldiers were taken prisoner.", [("Twelve", "person", "captured")]),
        ("He carried six people to safety.", [("six", "person", "rescued")]),
        ("Seven children have starved.", [("Seven", "person", "killed")]),
        ("Five people needed hospital treatment.", [("Five", "person", "hospitalised")]),
        ("The mission has 240 observers in the country.", [("240", "person", "deployed")]),
        ("About 700 people slept in the open.", [("About 700", "person", "homeless")]),
        ("The plant will shed 400 posts by June.", [("400", "person", "laid off")]),
        ("Four people were shot and wounded at a party.", [("Four", "person", "injured")]),
        ("A double homicide shook the town.", [("double", "person", "killed")]),
        ("All 157 people on board were killed.", [("157", "person", "killed")]),
        (
            "Organisers claimed 200,000; police said 60,000.",
            [("200,000", "person", "attended"), ("60,000", "person", "attended")],
        ),
        ("No employees will be laid off.", [("No", "person", "laid off")]),
        ("They were inside for nine days before anyone noticed.", [("nine days", "day", "duration")]),
        ("The number of injured climbed to 112.", [("112", "person", "injured")]),
        ("A search is under way for 13 sailors.", [("13", "person", "missing")]),
        ("The gunmen are holding 19 teachers.", [("19", "person", "captured")]),
        ("The hall had beds for ninety.", [("ninety", "person", "capacity")]),
        (
            "By noon 4,100 people from nine villages had been registered in the sports hall of Ormen.",
            [("4,100", "person", "displaced"), ("nine", "village", "displaced")],
        ),
        ("Our losses amount to two heroes.", [("two", "person", "killed")]),
        ("We buried four comrades on the hill.", [("four", "person", "killed")]),
        ("A landslide buried four miners.", [("four", "person", "trapped")]),
        ("The clinic has 212 patients.", [("212", "person", "hospitalised")]),
        ("About 700 people spent the night in the open.", [("About 700", "person", "homeless")]),
        ("Some 2,100 residents have already returned home.", [("Some 2,100", "person", "returned")]),
        ("Out of 43 injured, 28 have left hospital.", [("43", "person", "injured"), ("28", "person", "discharged")]),
        ("The clinic had sheltered as many as 30 gunmen.", [("as many as 30", "person", "deployed")]),
        ("There were no fighters in my hospital.", [("no", "person", "deployed")]),
        ("The people pulled out alive, 112 of them, came ashore.", [("112", "person", "rescued")]),
        (
            "Of civilians killed by shells or want the office has verified at least 203.",
            [("at least 203", "person", "killed")],
        ),
        (
            "It measured the quake at 6.4, up from an initial 6.1.",
            [("6.4", "magnitude", "magnitude"), ("6.1", "magnitude", "magnitude")],
        ),
        (
            "The army admitted 19 dead, far above the two it first announced.",
            [("19", "person", "killed"), ("two", "person", "killed")],
        ),
        (
            "Some 5,900 villagers fled. Half of them were children.",
            [("Some 5,900", "person", "displaced"), ("Half", "%", "displaced")],
        ),
        ("The storm cost the valley 1,200 head of cattle lost on the slopes.", [("1,200", "head", "killed")]),
        ("Loot so far: 33 tanks, 58 lorries.", [("33", "tank", "captured"), ("58", "lorry", "captured")]),
        (
            "The town was under siege. Some 41,000 people left, the office says.",
            [("Some 41,000", "person", "displaced")],
        ),
        (
            "The strike closed 120 of the city's schools. The other 40 stayed open.",
            [("120", "school", "closed"), ("40", "school", "open")],
        ),
        (
            "Of the city's 160 schools, 120 were shut.",
            [("160", "school", "number"), ("120", "school", "closed")],
        ),
        ("Of the 42 miners, twelve were rescued.", [("42", "person", "number"), ("twelve", "person", "rescued")]),
        ("A total of six people were struck by gunfire.", [("six", "person", "injured")]),
        ("A gunman opened fire, hitting four people.", [("four", "person", "injured")]),
        ("Three teens were shot at a party, one dies.", [("Three", "person", "casualties")]),
        ("Three people are recovering after a shooting.", [("Three", "person", "injured")]),
        (
            "Two boys, ages 3 and 5, were among four people shot.",
            [("Two", "person", "injured"), ("four", "person", "injured")],
        ),
        ("Killed were two sisters.", [("two", "person", "killed")]),
        (
            "They found 14 bodies and are looking for nine more people.",
            [("14", "person", "killed"), ("nine", "person", "missing")],
        ),
        ("The strike involved 14,000 workers.", [("14,000", "person", "involved")]),
        ("The two officers who fired, one of them twice, were not injured.", [("two", "person", "unharmed")]),
        ("Officials claim the two officers were wearing cameras.", [("two", "person", "worn")]),
        ("Three men lived, the report says.", [("Three", "person", "survived")]),
        ("They met three suspects and shot one.", [("three", "person", "met")]),
        ("He has 14 goals in 20 games.", [("14", "goal", None), ("20", "game", None)]),
        ("The club sold 22,000 season tickets.", [("22,000", "season ticket", None)]),
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
        "Train Seven left at dawn.",
        "The man was found at 26 & Elm.",
        "Carl Rowe, 52 y/o, was found dead.",
        "Shots were heard in the 2800 block of Elm Street.",
        "A neighbour called 911 at once.",
        "They dialled 112 and waited.",
        "Many of the refugees are under 18.",
        "The girl, four, was found at dusk.",
        "A potter of 43 died on Sunday.",
        "Between midnight and four the road was shut.",
        "Four months on, the road is still shut.",
        "See https://example.org/2031/44 for more.",
    ],
)
def test_dates_names_ages_and_idioms_are_no_figures(parse: Parse, text: str) -> None:
    assert [figure.span.words for figure in _figures(parse, text)] == []


def test_an_active_verb_tells_nothing_of_its_subject(parse: Parse) -> None:
    (figure,) = _figures(parse, "Two officers fatally shot a man.")
    assert figure.measure not in ("killed", "injured")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Two people were shot outside a bar. Both died in hospital.", "killed"),
        ("Two people were shot outside a bar. They are recovering.", "injured"),
    ],
)
def test_the_outcome_of_a_shooting_is_told_behind_it(parse: Parse, text: str, measure: str) -> None:
    assert _figures(parse, text)[0].measure == measure


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("The commission must report within 90 days.", 90, 90), ("It took them more than 48 hours.", 48, None)],
)
def test_a_limit_that_others_are_held_to_is_the_number_itself(
    parse: Parse, text: str, low: float, high: float | None
) -> None:
    (figure,) = _figures(parse, text)
    assert (figure.low, figure.high) == (low, high)


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
