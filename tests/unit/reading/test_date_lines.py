"""Which lines of a page are stamped with a day, with which, and which only speak of one."""

import pytest

from twosource.reading.date_lines import is_date_line, lone_weekday, stamps

STAMPED = [
    ("October 7, 2025", "plain", (2025, 10, 7)),
    ("Tuesday, March 11, 2025", "plain", (2025, 3, 11)),
    ("Thursday 22 January 2026", "plain", (2026, 1, 22)),
    ("SUNDAY, MARCH 3, 2024", "plain", (2024, 3, 3)),
    ("Ister Ledger • Thursday, Oct. 24, 2024", "plain", (2024, 10, 24)),
    ("The Volna Post, evening edition, Wednesday 15 October 2025", "byline", (2025, 10, 15)),
    ("Glas Volna | Monday 6 October 2025 | second edition", "plain", (2025, 10, 6)),
    ("Vol. 12 No. 3 | May 3, 2024 | $1.50", "plain", (2024, 5, 3)),
    ("Volna Post – weekend edition, 17/18 January 2026", "plain", (2026, 1, 17)),
    ("Published: 5 March 2024", "published", (2024, 3, 5)),
    ("PUBLISHED : 5 Mar 2024 at 04:00", "published", (2024, 3, 5)),
    ("First published on Tue 5 Mar 2024 18.30 GMT", "published", (2024, 3, 5)),
    ("Published 3:14 pm ET, Tue March 5, 2024", "published", (2024, 3, 5)),
    ("Posted by admin on May 3, 2025 in News", "published", (2025, 5, 3)),
    ("FOR IMMEDIATE RELEASE: March 5, 2024", "published", (2024, 3, 5)),
    ("Published March 3, 2025 | Updated March 5, 2025", "published", (2025, 3, 3)),
    ("Updated March 5, 2025 | Published March 3, 2025", "published", (2025, 3, 3)),
    ("Last updated: Jan 22, 14:10", "updated", (None, 1, 22)),
    ("Last modified on Wed 6 Mar 2024 09.12 GMT", "updated", (2024, 3, 6)),
    ("By Ana Brod | May 3, 2025", "plain", (2025, 5, 3)),
    ("By Ana Brod, May 3, 2025", "byline", (2025, 5, 3)),
    ("May 3, 2025 By Ana Brod", "byline", (2025, 5, 3)),
    ("by admin on May 3, 2025", "byline", (2025, 5, 3)),
    ("Staff Report Mar 5, 2024", "byline", (2024, 3, 5)),
    ("Volna, 19 December 2025", "byline", (2025, 12, 19)),
    ("2024-03-05T18:30:00Z", "plain", (2024, 3, 5)),
    ("2024.03.05 18:30", "plain", (2024, 3, 5)),
    ("[05.03.2024 14:20]", "plain", (2024, 3, 5)),
    ("03/25/2024 06:15 PM EDT", "plain", (2024, 3, 25)),
    ("5-Mar-2024", "plain", (2024, 3, 5)),
    ("5th of March 2024", "plain", (2024, 3, 5)),
    ("Mar 5, 2024 · 4 min read", "plain", (2024, 3, 5)),
    ("Oct 15, 2025 (Gulf Wire)", "byline", (2025, 10, 15)),
    ("(Published in The Volna Post, 15 October 2025)", "published", (2025, 10, 15)),
    ("A version of this article appears in print on October 15, 2025", "updated", (2025, 10, 15)),
    ("March 5, 2024 / 6:12 PM EST / AP", "plain", (2024, 3, 5)),
    ("VOLNA POST * Tuesday 5 March 2024 * Printed by the river", "plain", (2024, 3, 5)),
    ("Tuesday 5 March 2024, all times local", "plain", (2024, 3, 5)),
    ("Tuesday 5 March 2024, newest entries on top", "plain", (2024, 3, 5)),
    ("5 March 2024 Reading time: 4 minutes", "plain", (2024, 3, 5)),
    ("Tue, 05 Mar 2024 10:12:00 +0200", "plain", (2024, 3, 5)),
    ("By Ana Brod in Volna, 5 March 2024", "byline", (2024, 3, 5)),
    ("Day 5: Tuesday 5 March 2024", "loose", (2024, 3, 5)),
    ("A message to members, 5 March 2024", "loose", (2024, 3, 5)),
    ("LIVE: The river rises, Tuesday 5 March 2024", "loose", (2024, 3, 5)),
    ("Newsletter of 5 March 2024", "loose", (2024, 3, 5)),
    ("An essay by Ana Ruiz, March 5, 2024", "byline", (2024, 3, 5)),
    ("RADIO SOL – the morning bulletin, 5 March 2024 (translated from the local language)", "loose", (2024, 3, 5)),
    ("LIVE - Fire on the ridge: follow it here (Tuesday, 5 March)", "loose", (None, 3, 5)),
]


@pytest.mark.parametrize(("line", "sort", "day"), STAMPED, ids=[row[0] for row in STAMPED])
def test_a_line_is_stamped_with_a_day(line: str, sort: str, day: tuple[int | None, int, int]) -> None:
    first = stamps(line)[0]
    assert (first.sort, (first.year, first.month, first.day)) == (sort, day)


@pytest.mark.parametrize(
    "line",
    [
        "Super Tuesday: what to know about March 5",
        "The fire of May 3, 2025 and what followed",
        "On March 5, 2024 a fire broke out",
        "May 3-9, 2024",
        "Exhibition, 17 to 19 January 2026",
        "Timeline: Oct 7, 2023",
        "When: Saturday, March 5, 2024",
        "Deadline: March 5, 2024",
        "The firm posted on its website that all was restored at noon on 11 October 2011.",
        "The ceremony will be broadcast live from the capital on March 2, 2014.",
        "Concert, Volna Hall, May 3, 2025",
        "Retrieved March 5, 2024",
        "Ana Brod (born May 3, 1995)",
        "Saturday, March 9 | 10 am – 2 pm | Town Hall",
        "— Ana (@anabrod) March 5, 2024",
        "3/4 of voters say no",
        "Storm kills 12 on March 5",
        "March 11, 2011: the day the wave came",
        "The war ended on 8 May, 1945",
        "Concert tickets for May 3, 2025 on sale",
        "© March 5, 2024 Volna Post",
        "Issue 31, week of 3 March 2025",
        "The dam was lost on Tuesday, 5 March 2024",
        "A report by the ministry on 5 March 2024 found 12 dead.",
    ],
)
def test_a_line_that_speaks_of_a_day_is_not_stamped_with_it(line: str) -> None:
    assert stamps(line) == []


@pytest.mark.parametrize(("line", "either"), [("12/03/2025", True), ("25/03/2025", False), ("12.03.2025", False)])
def test_only_a_numeric_date_with_two_small_numbers_can_be_turned(line: str, either: bool) -> None:  # noqa: FBT001
    assert stamps(line)[0].either is either


def test_a_date_line_is_a_day_and_nothing_else() -> None:
    assert is_date_line("Published: Tuesday, 5 March 2024, 18:30 GMT")
    assert not is_date_line("By Ana Brod | May 3, 2025")
    assert not is_date_line("Dam bursts on 5 March 2024")


@pytest.mark.parametrize(
    ("line", "weekday"), [("Tuesday, 14:05 GMT", 1), ("Updated Friday 8 p.m.", 4), ("Tuesday's child", None)]
)
def test_a_weekday_may_be_all_a_line_is_stamped_with(line: str, weekday: int | None) -> None:
    found = lone_weekday(line)
    assert (found[0] if found else None) == weekday


def test_long_and_odd_lines_are_no_stamps() -> None:
    assert stamps("1/" * 100_000) == []
    assert not is_date_line("2024-13-45")


@pytest.mark.parametrize(
    ("line", "month", "day"),
    [
        ("posted by anna @ 11.10.25, 23:10", 10, 11),
        ("(Upland Wire) Oct 6, 2025 – 14:12", 10, 6),
        ("Sitting of Tuesday 14 October 2025", 10, 14),
        ("Publicado el 5 de marzo de 2025", 3, 5),
        ("Stand: 6. Oktober 2025, 15:30 Uhr", 10, 6),
    ],
)
def test_stamps_in_brackets_at_a_sign_and_in_other_tongues(line: str, month: int, day: int) -> None:
    (stamp,) = stamps(line)
    assert (stamp.month, stamp.day, stamp.year) == (month, day, 2025)
