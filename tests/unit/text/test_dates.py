"""What time expressions are found in a string, and what they mean counted from a day."""

from datetime import date

import pytest

from twosource.text.dates import Anchor, find_expressions, read_times

WRITTEN = date(2025, 5, 15)  # a Thursday


def values(text: str, *, future: bool = False) -> list[str]:
    return [found.value for _, found in read_times(text, Anchor(written=WRITTEN, future=future))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Friday, March 14, 2025", "2025-03-14"),
        ("on 14 March 2025", "2025-03-14"),
        ("on the 14th of March, 2025", "2025-03-14"),
        ("Mar. 14, 2025", "2025-03-14"),
        ("2025-03-14", "2025-03-14"),
        ("3/14/2025", "2025-03-14"),
        ("14.03.2025", "2025-03-14"),
        ("in March 2025", "2025-03"),
        ("in early March 2025", "2025-03"),
        ("mid-2019", "2019"),
        ("the end of 1918", "1918"),
        ("the summer of 1916", "1916-SU"),
        ("the third quarter of 2019", "2019-Q3"),
        ("Q2 2024", "2024-Q2"),
        ("the second half of 2007", "2007-H2"),
        ("the late 1990s", "199"),
        ("the 18th century", "17"),
        ("in 480 BC", "BC0480"),
        ("since '82", "1982"),
        ("the morning of March 10, 2024", "2024-03-10TMO"),
        ("Christmas 2024", "2024-12-25"),
        ("Easter Monday 2025", "2025-04-21"),
        ("Thanksgiving 2024", "2024-11-28"),
    ],
)
def test_a_date_with_its_year_needs_no_day_of_writing(text: str, value: str) -> None:
    assert [found.value for _, found in read_times(text, Anchor())] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Tuesday", "2025-05-13"),
        ("on Thursday", "2025-05-15"),
        ("last Thursday", "2025-05-08"),
        ("next Thursday", "2025-05-22"),
        ("on Monday week", "2025-05-26"),
        ("Tuesday night", "2025-05-13TNI"),
        ("yesterday", "2025-05-14"),
        ("yesterday morning", "2025-05-14TMO"),
        ("last night", "2025-05-14TNI"),
        ("the night before last", "2025-05-13TNI"),
        ("the day before yesterday", "2025-05-13"),
        ("this morning", "2025-05-15TMO"),
        ("tonight", "2025-05-15TNI"),
        ("tomorrow, Friday", "2025-05-16"),
        ("noon today", "2025-05-15T12:00"),
        ("this week", "2025-W20"),
        ("earlier this week", "2025-W20"),
        ("last week", "2025-W19"),
        ("next month", "2025-06"),
        ("late last year", "2024"),
        ("three days ago", "2025-05-12"),
        ("two years ago", "2023"),
        ("in April", "2025-04"),
        ("in August", "2024-08"),
        ("last June", "2024-06"),
        ("on 10 May", "2025-05-10"),
        ("on 20 June", "2025-06-20"),
        ("on 20 December", "2024-12-20"),
        ("last autumn", "2024-FA"),
        ("by year's end", "2025"),
        ("at the weekend", "2025-W19-WE"),
    ],
)
def test_a_relative_time_counts_back_from_the_day_of_writing(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Tuesday", "2025-05-20"),
        ("in March", "2026-03"),
        ("on 10 May", "2026-05-10"),
        ("in the spring", "2025-SP"),
        ("at the weekend", "2025-W20-WE"),
    ],
)
def test_a_clause_about_the_future_counts_forward(text: str, value: str) -> None:
    assert values(text, future=True) == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6-7 January 1916", ["1916-01-06", "1916-01-07"]),
        ("August 28 and 29, 2024", ["2024-08-28", "2024-08-29"]),
        ("31 May-1 June 1916", ["1916-05-31", "1916-06-01"]),
        ("between March and April 1918", ["1918-03", "1918-04"]),
        ("1914-18", ["1914", "1918"]),
        ("from December to February 2020", ["2019-12", "2020-02"]),
    ],
)
def test_the_parts_of_a_range_share_month_and_year(text: str, expected: list[str]) -> None:
    assert [found.value for _, found in read_times(text, Anchor())] == expected


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("a 120-day siege", "DURATION", "P120D"),
        ("for four months", "DURATION", "P4M"),
        ("two and a half years", "DURATION", "P2.5Y"),
        ("half an hour", "DURATION", "PT0.5H"),
        ("a year and a half", "DURATION", "P1.5Y"),
        ("several weeks", "DURATION", "PXW"),
        ("the past nine days", "DURATION", "P9D"),
        ("six straight days", "DURATION", "P6D"),
        ("every year", "SET", "P1Y"),
        ("twice a week", "SET", "P1W"),
        ("daily", "SET", "P1D"),
        ("every Monday", "SET", "XXXX-WXX-1"),
        ("now", "DATE", "PRESENT_REF"),
        ("recently", "DATE", "PAST_REF"),
        ("the future", "DATE", "FUTURE_REF"),
        ("at 3:15 p.m. on Monday", "TIME", "2025-05-12T15:15"),
        ("at 0600 GMT", "TIME", "2025-05-15T06:00Z"),
        ("at ten past ten", "TIME", "2025-05-15T10:10"),
        ("half past nine", "TIME", "2025-05-15T09:30"),
        ("at a quarter to three", "TIME", "2025-05-15T02:45"),
    ],
)
def test_lengths_repetitions_references_and_clock_times_have_their_types(text: str, kind: str, value: str) -> None:
    assert [(found.type, found.value) for _, found in read_times(text, Anchor(written=WRITTEN))] == [(kind, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On 3 June 1944 it rained. The next day", "1944-06-04"),
        ("On 3 June 1944 it rained. Two days later", "1944-06-05"),
        ("On 3 June 1944 it rained. The previous year", "1943"),
        ("On 3 June 1944 it rained. That month", "1944-06"),
        ("On 3 June 1944 it rained. In October of the same year", "1944-10"),
        ("In November 1944 it rained. In January", "1945-01"),
    ],
)
def test_a_history_counts_from_the_day_last_spoken_of(text: str, value: str) -> None:
    assert read_times(text, Anchor(written=WRITTEN, narrative=True))[-1][1].value == value


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("early March 2025", "2025-03-01", "2025-03-10"),
        ("mid-March 2025", "2025-03-11", "2025-03-20"),
        ("late March 2025", "2025-03-21", "2025-03-31"),
        ("mid-2019", "2019-06-01", "2019-07-31"),
        ("last week", "2025-05-05", "2025-05-11"),
        ("February 2024", "2024-02-01", "2024-02-29"),
        ("the autumn of 2024", "2024-09-01", "2024-11-30"),
        ("winter 2024", "2024-12-01", "2025-02-28"),
        ("last weekend", "2025-05-10", "2025-05-11"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
    ],
)
def test_a_coarse_time_covers_all_its_days(text: str, start: str, end: str) -> None:
    days = read_times(text, Anchor(written=WRITTEN))[0][1].days
    assert days is not None
    assert [day.isoformat() for day in days] == [start, end]


def test_seasons_are_turned_in_the_south() -> None:
    days = read_times("the summer of 2024", Anchor(), southern=True)[0][1].days
    assert days == (date(2024, 12, 1), date(2025, 2, 28))


@pytest.mark.parametrize(
    "text",
    [
        "a mid-air collision",
        "She may march on.",
        "three quarters of the town",
        "a 30-year-old driver",
        "flight 1,200 of them",
        "the sun sat low",
        "an early start",
    ],
)
def test_look_alikes_are_no_times(text: str) -> None:
    assert values(text) == []


def test_without_any_day_a_weekday_stays_open() -> None:
    assert [found.value for _, found in read_times("on Friday", Anchor())] == ["XXXX-WXX-5"]


def test_spans_are_the_words_of_the_text() -> None:
    text = "It sank on Aug. 2, near noon, and again in late 2019."
    assert [text[one.start : one.end] for one in find_expressions(text)] == ["Aug. 2", "noon", "late 2019"]


def test_a_weekday_beside_a_date_gives_the_year_it_fits() -> None:
    assert values("Friday, December 20") == ["2024-12-20"]
    assert values("Saturday, December 20") == ["2025-12-20"]
