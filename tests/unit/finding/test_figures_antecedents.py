"""What a headless number stands for, who was moved out of danger, and how people and parts of a whole are counted."""

from collections.abc import Callable

import pytest

from twosource.finding import Parsed, find_mentions

Parse = Callable[..., Parsed]
Rows = list[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Did the boats come? Four of them did, says the harbour master.", ["boat"]),
        ("And the lorries? Nine were stuck on the pass.", ["lorry"]),
        ("Nobody speaks of the buses any more. Twelve of them stand in the yard.", ["bus"]),
        ("And the poor couriers? Just 300 of them walked out.", ["person"]),
        ("Complaints have reached 14,700, the regulator reports.", ["complaint"]),
        ("The regulator has 4,300 complaints, of which 210 concern late trains.", ["complaint", "complaint"]),
        ("It inspected 96 lifts, of which 14 must be replaced.", ["lift", "lift"]),
        ("How many came back? Fourteen, or about a third of those who left.", ["person", "%"]),
        ("The search for twelve resumes at dawn.", ["person"]),
    ],
)
def test_a_headless_number_stands_for_the_plural_before_it(parse: Parse, text: str, expected: list[str]) -> None:
    assert [unit for _, unit, _ in _rows(parse, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army moved 5,400 people out of the delta.", "evacuated"),
        ("Evacuations went on. Hoteliers had sent 640 guests to the ships.", "evacuated"),
        ("The evacuated now number 7,100.", "evacuated"),
        ("The town was not evacuated. Rescuers said 40 trapped survivors were taken out of the rubble.", "rescued"),
        ("Evacuations went on. The army sent 640 soldiers to the coast.", "deployed"),
        ("Two thirds of the miners were rescued.", "rescued"),
        ("The plague wiped out 50,000 people in the city.", "killed"),
        ("Nine nurses at the clinic caught measles.", "infected"),
        ("Of 120 cases of cholera, 14 were fatal.", "killed"),
        ("A medic at the march said she had treated 18 people.", "injured"),
        ("The hospital has treated 40 people.", "hospitalised"),
        ("Some 2,000 people chanted outside the parliament.", "attended"),
        ("The force had 450 men on the island.", "deployed"),
        ("The number of injured in the valley stands at 112.", "injured"),
        ("Deaths now number 88.", "killed"),
        ("The number of children with measles has climbed to 86.", "infected"),
        ("The firm will let 620 people go.", "laid off"),
        ("Eleven were taken in for questioning.", "arrested"),
        ("At least 140 were hurt. Among the injured, they added, were 19 officers.", "injured"),
        ("At least 81 people died. Missing, according to the province, are 300.", "missing"),
        ("Two people were killed in the fire. Injured were 23.", "injured"),
        ("Twelve of the fugitives have been caught.", "captured"),
        ("Shelling has driven 3,000 people into the camp at the lake.", "displaced"),
        ("He told how 20 people were put to death.", "killed"),
        ("Some 620 people were watching the play.", "attended"),
        ("The club said that 9,000 spectators were in the ground.", "attended"),
        ("The ferryman lifted nine people into his boat.", "rescued"),
        ("At least 140 were hurt. Arrests have reached 88.", "arrested"),
        ("Seven men were held. Deaths rose to 90.", "killed"),
    ],
)
def test_what_became_of_people(parse: Parse, text: str, expected: str) -> None:
    assert _rows(parse, text)[-1][2] == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Three stevedores had been detained.", "person"),
        ("Two hauliers went on strike.", "person"),
        ("The bakery serves 200 customers a day.", "customer/day"),
        ("The company was fined six times.", "fine"),
        ("Police raided the club three times.", "raid"),
        ("Two online shops have closed.", "online shop"),
        ("The firm offers sixty thousand marks (about €30,600).", "BAM"),
        ("The zoo put the damage at 3 million pounds.", "GBP"),
        ("The pound of beef is dear: it sold 3 million pounds of it.", "pound"),
        ("Turnout reached 61.", "%"),
    ],
)
def test_the_unit_of_a_count(parse: Parse, text: str, unit: str) -> None:
    assert _rows(parse, text)[0][1] == unit


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In the yard of the depot stand 212 wire cages.", ["212"]),
        ("Situation report 4 (12 May 2025): 48 cases.", ["48"]),
        ("Please apply at counter 3.", []),
        ("Fifty-three went down. The firm says 46. The other seven were on no list.", ["Fifty-three", "46", "seven"]),
        ("The Centre had 44.1 per cent, the Greens 31.", ["44.1 per cent", "31"]),
    ],
)
def test_what_is_a_figure(parse: Parse, text: str, words: list[str]) -> None:
    assert [found for found, _, _ in _rows(parse, text)] == words


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The minister would have us believe that 90 schools are open.", "doubted"),
        ("The union sits, it is rumoured, on 200 million euros.", "doubted"),
        ("The mission never had 430 people in the country.", "denied"),
        ("The mission had 430 people in the country.", "asserted"),
    ],
)
def test_scorn_doubts_and_never_denies(parse: Parse, text: str, stance: str) -> None:
    assert find_mentions(parse(text)).figures[0].stance == stance


def test_a_count_does_not_go_on_from_what_there_was_none_of(parse: Parse) -> None:
    text = (
        "At least 19 people died in the fire at the mill. The owner maintains that no door was locked.\n\n"
        "The health ministry's count came to rest at 31, 22 of them women."
    )
    counts = [(words, unit, measure) for words, unit, measure in _rows(parse, text) if words in ("31", "22")]
    assert counts == [("31", "person", "killed"), ("22", "person", "killed")]


def test_what_has_decimals_counts_nobody(parse: Parse) -> None:
    text = "The mayor counted 12 dead.\n\nHow strong was it? The centre has settled on 6.1, where the bureau had 6.4."
    assert [unit for words, unit, _ in _rows(parse, text) if "." in words] == ["", ""]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("The blockade lasted a week.", 1.0, 1.0, "week"),
        ("The raid lasted less than an hour, police said.", None, 1.0, "hour"),
        ("The dive took a day and a half.", 1.5, 1.5, "day"),
    ],
)
def test_how_long_something_lasted_is_a_figure(
    parse: Parse, text: str, low: float | None, high: float | None, unit: str
) -> None:
    (figure,) = find_mentions(parse(text)).figures
    assert (figure.low, figure.high, figure.unit, figure.measure) == (low, high, unit, "duration")


@pytest.mark.parametrize("text", ["She came back a week later.", "It took a day off.", "An hour lasted her for ever."])
def test_other_hours_and_weeks_are_no_figures(parse: Parse, text: str) -> None:
    assert _rows(parse, text) == []


def test_how_many_of_them_are_under_an_age_is_no_age(parse: Parse) -> None:
    text = "Some 102 hurt fans were treated there, said its director, Ivo Stam, 38 of them under 16."
    assert [words for words, *_ in _rows(parse, text)] == ["Some 102", "38"]


def test_a_vague_headline_counts_those_of_the_report(parse: Parse) -> None:
    text = "Volcano drives thousands from homes\n\nMore than 6,200 people had been evacuated by Monday, the mayor said."
    assert [measure for _, _, measure in _rows(parse, text)] == ["evacuated", "evacuated"]


def _rows(parse: Parse, text: str) -> Rows:
    return [(f.span.words, f.unit, f.measure) for f in find_mentions(parse(text)).figures]
