import pytest

from twosource.dossier import words
from twosource.records import Edge, EdgeWhy


@pytest.mark.parametrize(
    ("low", "high", "about", "unit", "expected"),
    [
        (17, 17, False, "person", "17 people"),
        (17, None, False, "person", "at least 17 people"),
        (None, 17, False, "person", "up to 17 people"),
        (17, 20, True, "person", "about 17 to 20 people"),
        (1, 1, False, "person", "1 person"),
        (5_000_000, 5_000_000, False, "IDR", "5 million IDR"),
        (2_100_000_000, 2_100_000_000, True, "USD", "about 2.1 billion USD"),
        (33.3, 33.3, False, "%", "33.3%"),
        (None, None, False, "person", "unknown"),
        (6.4, 6.4, False, "magnitude", "magnitude 6.4"),
        (3, 3, False, "ratio", "3 times"),
        (0.016, 0.016, False, "%", "0.016%"),
        (60, 60, False, "km/h", "60 km/h"),
        (12, 12, False, "life jacket", "12 life jackets"),
        (2, 2, False, "body", "2 bodies"),
        (1_234_567, 1_234_567, False, "", "1,234,567"),
    ],
)
def test_amounts_are_printed_as_a_newspaper_would(
    low: float | None, high: float | None, unit: str, expected: str, *, about: bool
) -> None:
    assert words.amount(low, high, unit, about=about) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-03-14", "2025-03-14", "14 March 2025"),
        ("2025-03-01", "2025-03-10", "1–10 March 2025"),
        ("2025-02-01", "2025-02-28", "Feb 2025"),
        ("2024-12-01", "2024-12-31", "Dec 2024"),
        ("2019-01-01", "2019-12-31", "2019"),
        ("2015-01-01", "2019-12-31", "2015–2019"),
        ("2025-03-14", "2025-04-12", "14 March – 12 April 2025"),
        ("2024-12-30", "2025-01-05", "30 Dec 2024 – 5 Jan 2025"),
        (None, None, "unknown"),
        ("last week", "last week", "last week"),
    ],
)
def test_days_say_each_part_once_and_never_more_than_is_known(
    start: str | None, end: str | None, expected: str
) -> None:
    assert words.days(start, end) == expected


@pytest.mark.parametrize(
    ("independent", "at_most", "expected"),
    [
        (0, 0, "origin unknown"),
        (0, 1, "origin unknown"),
        (0, 3, "0–3 origins, none known"),
        (1, 1, "1 origin"),
        (1, 3, "1–3 origins"),
        (2, 2, "2 origins"),
        (2, 0, "2 origins"),
    ],
)
def test_a_count_of_origins_is_an_interval_where_something_is_unknown(
    independent: int, at_most: int, expected: str
) -> None:
    assert words.origins(independent, at_most) == expected


def test_control_and_direction_marks_of_a_report_cannot_reach_a_terminal() -> None:
    assert words.plain("a\x1b[31mb\u202ec\n\td") == "a\ufffd[31mb\ufffdc d"


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2025-03-14", "14 March 2025"),
        ("2025-03", "March 2025"),
        ("2025", "2025"),
        ("2024-12-01/2025-02-03", "1 Dec 2024 to 3 Feb 2025"),
        ("2025-13", "2025-13"),
        (None, ""),
    ],
)
def test_the_day_a_figure_speaks_of_is_no_more_precise_than_it_was_given(when: str | None, expected: str) -> None:
    assert words.as_of(when) == expected


@pytest.mark.parametrize(
    ("why", "detail", "said"),
    [
        ("named", "", "A passes on the word of B"),
        ("copy", "a is the text of b", "A carries the text of B"),
        (
            "shared text",
            "both have the words “it fell”",
            "One voice: A and B share the wording around the claim, “it fell”",
        ),
        ("same credit", "both reports credit Sora Wire", "One voice: A and B credit Sora Wire"),
        ("organ of", "A is head of “B”", "One origin: A is head of “B”"),
        ("same root", "", "One origin: A and B"),
        ("joined", "put together by a person", "One origin by a person's word: A and B"),
    ],
)
def test_an_edge_says_in_words_why_two_ends_count_as_one(why: EdgeWhy, detail: str, said: str) -> None:
    assert words.edge(Edge(id="e", a="a", b="b", why=why, detail=detail), "A", "B") == said


def test_an_edge_between_two_reports_of_one_outlet_names_the_outlet_once() -> None:
    edge = Edge(id="e", a="a", b="b", why="same credit", detail="both reports credit Sora Wire")
    assert words.edge(edge, "The Post", "The Post") == "One voice: two reports of The Post credit Sora Wire"
