"""What a figure counts, by the question before it, its own predicate, the share or the count that it repeats."""

from collections.abc import Callable

import pytest

from twosource.finding import Parsed, find_mentions

Parse = Callable[..., Parsed]
Rows = list[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "How many people are affected? The regulator says 3.1 million. Brightwell, which at first spoke of"
                " 1.8 million, agrees."
            ),
            [("3.1 million", "person", "affected"), ("1.8 million", "person", "affected")],
        ),
        (
            "Will people lose their jobs? The union says 450. Stern says fewer than 300.",
            [("450", "person", "laid off"), ("fewer than 300", "person", "laid off")],
        ),
        ("How many were hurt? The ministry says 40.", [("40", "person", "injured")]),
        (
            "The bridge cost €12 million. And how much will the repairs cost? About 4 million, says the mayor.",
            [("€12 million", "EUR", "cost"), ("About 4 million", "EUR", "cost")],
        ),
        (
            "How many were hurt? The ministry says 40. It has sent 30 doctors and 12 more will follow.",
            [("40", "person", "injured"), ("30", "person", "deployed"), ("12", "person", "deployed")],
        ),
    ],
    ids=["people", "yes or no", "a fate", "money", "its reach ends"],
)
def test_a_headless_number_answers_the_question_before_it(parse: Parse, text: str, expected: Rows) -> None:
    assert _rows(parse, text)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three died. Twelve suffered kidney failure.", [("Three", "killed"), ("Twelve", "kidney failure")]),
        ("Some 9,000 fled to the plain; 1,500 stayed.", [("Some 9,000", "displaced"), ("1,500", "stayed")]),
        ("Nine bridges were washed away.", [("Nine", "washed away")]),
        ("About 3,000 households remain without power.", [("About 3,000", "without power")]),
        ("The aid group set up shelters for 2,300 people.", [("2,300", "shelter")]),
        ("The strike left 31 vessels waiting outside the harbour.", [("31", "waiting")]),
        ("Militants killed 64 people, 27 of them children.", [("64", "killed"), ("27", "killed")]),
        ("The firm announced a recall of 12,400 toasters.", [("12,400", "recalled")]),
    ],
    ids=["an ailment", "stayed", "a particle", "a state", "a purpose", "a result", "a part of the dead", "a noun"],
)
def test_what_a_predicate_says_is_the_measure(parse: Parse, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, measure) for words, _, measure in _rows(parse, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "With 98 percent of the ballots counted, turnout stood at 41.3 percent. The watchers, who were in the"
                " villages too, arrived at 36.8 percent."
            ),
            ["counted", "turnout", "turnout"],
        ),
        ("Some 61 percent of eligible voters had cast their ballots.", ["turnout"]),
        ("The plant will cut 450 jobs, one in eight of its workforce.", ["laid off", "laid off"]),
        (
            "The union called a strike over pay. It wants 8 percent; employers have offered 4.5 percent.",
            ["pay rise", "pay rise"],
        ),
    ],
    ids=["one that repeats", "the electorate", "in apposition", "a pay dispute"],
)
def test_a_share_is_of_what_its_clause_is_about(parse: Parse, text: str, expected: list[str]) -> None:
    assert [measure for _, _, measure in _rows(parse, text)] == expected


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The air holds 430 ppm of carbon dioxide.", "concentration"),
        ("The pressure fell to 940 hectopascals.", "pressure"),
        ("The river peaked at 7.4 metres in Torvale.", "height"),
        ("The 41-metre vessel was built in 1994.", "length"),
    ],
)
def test_a_unit_tells_what_is_measured(parse: Parse, text: str, measure: str) -> None:
    assert _rows(parse, text)[0][2] == measure


def test_a_count_that_goes_on_is_that_of_its_own_size_and_direction(parse: Parse) -> None:
    text = "The army, which had put its losses at two dead and nine wounded, raised the number to seven on Friday."
    assert [measure for _, _, measure in _rows(parse, text)] == ["killed", "injured", "killed"]
    text = (
        "The measles outbreak has grown to 214 cases. Thirty-eight have needed hospital care. A week ago the count"
        " stood at 151."
    )
    assert [measure for _, _, measure in _rows(parse, text)] == ["infected", "hospitalised", "infected"]


def test_no_currency_is_guessed_where_nothing_speaks_of_money(parse: Parse) -> None:
    text = "The gang demanded $12 million. Records of 3.1 million customers were copied. It boasts of 4.2 million."
    assert [unit for _, unit, _ in _rows(parse, text)] == ["USD", "person", "person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vantor made a loss of €61 million on sales of 1.9 billion.", [("EUR", "loss"), ("EUR", "sales")]),
        ("The government set aside $40 million for rebuilding.", [("USD", "set aside")]),
        ("The watchdog fined the bank $31 million on Thursday.", [("USD", "fine")]),
        ("The owner offered the families 25,000 euros each.", [("EUR", "offered")]),
        ("Each bereaved family will receive $1,500.", [("USD", "compensation")]),
    ],
)
def test_money_is_what_bears_on_it_most_closely(parse: Parse, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(unit, measure) for _, unit, measure in _rows(parse, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army encircled 4,500 of the town's defenders.", [("person", "trapped")]),
        ("The company is shedding jobs. So 1,540 posts are going at Holm.", [("person", "laid off")]),
        ("The number of those who were taken prisoner has reached 640.", [("person", "captured")]),
        ("Reports of 9,000 killed and wounded servicemen are untrue.", [("person", "casualties")]),
        ("St Ann's Hospital admitted 11 patients with gunshot wounds.", [("person", "hospitalised")]),
        ("Tents for 5,000 arrived on Tuesday.", [("person", "tent")]),
        ("Rovers played in front of 41,200 on Saturday.", [("person", "attended")]),
        ("How many voted? Fifty-seven in a hundred.", [("%", "share")]),
    ],
)
def test_people_are_what_the_clause_makes_of_them(parse: Parse, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(unit, measure) for _, unit, measure in _rows(parse, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 12 of the 40 soldiers were killed.", ["killed", "number"]),
        ("The fire destroyed 12 of the 30 huts.", ["destroyed", "number"]),
        ("The Front has released three of the five soldiers it captured.", ["released", "captured"]),
        ("Of 740 damaged houses, 210 have been pulled down.", ["number", "pulled down"]),
    ],
)
def test_the_verb_of_a_part_says_nothing_of_the_whole(parse: Parse, text: str, expected: list[str]) -> None:
    assert [measure for _, _, measure in _rows(parse, text)] == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council shut 12 schools.", "Twelve schools were closed."),
        ("The quake wiped out 1,900 homes.", "Some 1,900 homes were flattened."),
        ("About 600 homes were under water.", "The river flooded 600 homes."),
        ("Air defences brought down 41 drones.", "Forty-one drones were destroyed."),
    ],
)
def test_one_thing_has_one_measure_however_it_is_worded(parse: Parse, one: str, other: str) -> None:
    assert _rows(parse, one)[0][1:] == _rows(parse, other)[0][1:]


def test_a_bound_and_another_time_are_not_the_time_of_the_figure(parse: Parse) -> None:
    text = "Turnout was 57 percent, the lowest since 1992. A loaf costs $4, up from $2 a year ago."
    found = find_mentions(parse(text, "2025-11-12")).figures
    assert [figure.as_of for figure in found] == [None, None, "2024"]


def test_the_hours_of_a_live_page_are_no_figures(parse: Parse) -> None:
    text = (
        "16.40 The army lost 90 men, it says.\n\n12.10 Thirty drones were shot down. At six in the morning it was over."
    )
    assert [words for words, _, _ in _rows(parse, text)] == ["90", "Thirty"]


def _rows(parse: Parse, text: str) -> Rows:
    return [(f.span.words, f.unit, f.measure) for f in find_mentions(parse(text)).figures]
