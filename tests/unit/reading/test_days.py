"""When an undated report is claimed to be of a day, and when not."""

import pytest

from twosource.reading.days import find_days
from twosource.records import Day, Report


def report(
    name: str, text: str, published: str | None = None, *, url: str | None = None, outlet: str | None = None
) -> Report:
    day = Day(value=published, how="given") if published else None
    return Report(id=name, text=text, published=day, url=url, outlet=outlet)


def day_of(one: Report, *others: Report, as_of: str | None = None) -> tuple[str, str] | None:
    found = next(r for r in find_days([one, *others], as_of) if r.id == one.id)
    return (found.published.value, found.published.how) if found.published else None


WIRE = report(
    "wire",
    "VOLNA, Oct 14 (Gulf Wire) - A dam above Volna burst late on Monday, killing at least 12 people, the governor said "
    "on Tuesday.\nAbout 300 homes along the Ister were swept away when the dam burst, rescue chief Ana Brod said.\n",
    "2025-10-14",
    outlet="Gulf Wire",
)


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://paper.example/2025/10/14/dam", "2025-10-14"),
        ("https://paper.example/en/20251014-dam", "2025-10-14"),
        ("https://paper.example/2025/oct/14/dam", "2025-10-14"),
        ("https://paper.example/2025/sept/04/dam", "2025-09-04"),
        ("https://paper.example/2025/october/14/dam", "2025-10-14"),
        ("https://paper.example/dam-2025-10-14.html", "2025-10-14"),
    ],
)
def test_a_full_day_in_the_address_is_the_day(url: str, value: str) -> None:
    assert day_of(report("a", "A dam burst.", url=url)) == (value, "url")


@pytest.mark.parametrize("url", ["https://paper.example/2025/10/dam", "https://paper.example/p=20259914", ""])
def test_an_address_without_a_full_day_gives_none(url: str) -> None:
    assert day_of(report("a", "A dam burst.", url=url)) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Volna weeps\n\nVolna Post, evening edition, Wednesday 15 October 2025\n\nThe dam burst.", "2025-10-15"),
        ("Volna Post · Local · 15.10.2025, 06:40\n\nThe dam burst above the town.", "2025-10-15"),
        ("Dam bursts\n\nPublished: 15 October 2025\n\nThe dam burst above the town.", "2025-10-15"),
        ("Dam bursts\n\nQuarta-feira, 15 de outubro de 2025\n\nThe dam burst above the town.", "2025-10-15"),
        ("Dam bursts\n\nPublié le 1er octobre 2025 à 06h00\n\nThe dam burst above the town.", "2025-10-01"),
        ("Dam bursts\n\n2025年10月15日 08:00\n\nThe dam burst above the town.", "2025-10-15"),
        ("Dam: report no. 2\n\nAs of 15 October 2025, 18:00\n\nThe dam burst above the town.", "2025-10-15"),
        ("Volna Sheet. Typed in the school, Wednesday 15 October 2025.\n\nThe dam has burst.", "2025-10-15"),
        ("What I saw\n\nI wrote this on the bus, Sunday evening, 12 October 2025.\n\nThe dam burst.", "2025-10-12"),
        ("Dam bursts\n\nYesterday, 14 October 2025, the governor came to the town.", "2025-10-15"),
        ("Dam bursts\n\nToday, day four of the strike that began on Oct. 12, 2025, nothing moved.", "2025-10-15"),
    ],
)
def test_the_words_of_a_masthead_or_beside_yesterday_settle_the_day(text: str, value: str) -> None:
    found = day_of(report("a", text))
    assert found is not None
    assert found[0] == value


def test_a_dateline_takes_its_year_from_a_dated_neighbour() -> None:
    text = "VOLNA, Oct 15: The dam above Volna burst on Monday, killing at least 12 people, rescue chief Ana Brod said."
    assert day_of(report("a", text), WIRE) == ("2025-10-15", "dateline")


def test_a_weekday_that_does_not_fit_its_date_settles_nothing() -> None:
    assert day_of(report("a", "Volna Post, morning edition, Monday 15 October 2025\n\nThe dam burst.")) is None


def test_yesterday_is_settled_by_a_dated_report_of_the_same_happening() -> None:
    text = (
        "Our town is mud\n\nThe dam above Volna burst the night before last and killed at least 12 people.\n"
        "The governor said yesterday that at least 12 people had been killed when the dam burst at Volna.\n"
        "Rescue chief Ana Brod counted about 300 homes swept away along the Ister."
    )
    assert day_of(report("a", text), WIRE) == ("2025-10-15", "sibling")


def test_a_bare_weekday_among_many_days_settles_nothing() -> None:
    text = (
        "The dam above Volna burst on Monday, killing at least 12 people. Rescue chief Ana Brod counted about 300 "
        "homes swept away along the Ister."
    )
    found = find_days([report("a", text), WIRE], None)[0]
    assert found.published is None
    assert found.around is not None


def test_a_weekday_edition_after_a_dated_report_is_that_day() -> None:
    text = (
        "Our town is mud\n\nThursday edition\n\nThe dam above Volna burst on Monday, killing at least 12 people.\n"
        "Rescue chief Ana Brod counted about 300 homes swept away along the Ister."
    )
    found = day_of(report("a", text), WIRE)
    assert found is not None
    assert found[0] == "2025-10-16"


def test_a_day_after_that_of_the_run_is_not_believed() -> None:
    one = report("a", "A dam burst.", url="https://paper.example/2025/10/14/dam")
    assert day_of(one, as_of="2025-10-13") is None
    assert day_of(report("b", "A dam burst.", "2025-10-14"), as_of="2025-10-13") is None


def test_a_given_day_is_kept_whatever_the_text_says() -> None:
    assert day_of(report("a", "Published: 1 May 2020\n\nA dam burst.", "2025-10-14")) == ("2025-10-14", "given")


def test_the_order_of_reports_changes_no_day() -> None:
    text = "Our town is mud\n\nThursday edition\n\nThe dam above Volna burst on Monday, killing at least 12 people."
    reports = [
        report("a", text),
        WIRE,
        report("c", "VOLNA, Oct 15: At least 12 people died when the dam at Volna burst."),
    ]
    there = {one.id: one.published for one in find_days(reports, None)}
    back = {one.id: one.published for one in find_days(reports[::-1], None)}
    assert there == back


@pytest.mark.parametrize("text", ["", "\n" * 500, "Monday " * 5000, "2025-13-45 99/99/9999 Feb 31", "today, " * 3000])
def test_hostile_text_is_read_quietly(text: str) -> None:
    assert find_days([report("a", text), WIRE], None)[0].id == "a"


def test_a_dateline_with_a_full_stop_counts_and_any_dated_report_of_the_run_gives_the_year() -> None:
    text = "Brave crews at the dam\n\nVolna, 15 October. The waters fell today, the ministry announced."
    assert day_of(report("a", text), WIRE) == ("2025-10-15", "dateline")


def test_a_look_back_is_counted_from_a_month_only() -> None:
    text = (
        "Counting Volna\n\nA month after the dam above Volna burst, rescue chief Ana Brod has the names of the dead.\n"
        "About 300 homes along the Ister were swept away, the governor said, and the dam was never mended."
    )
    found = find_days([report("a", text), WIRE], None)[0]
    assert (found.published, found.around) == (None, "2025-11")


def test_a_quoted_or_copied_today_settles_nothing() -> None:
    wire = report(
        "wire", WIRE.text + "“The dam at Volna burst today for want of mending,” said Ana Brod.\n", "2025-10-14"
    )
    text = (
        "About 300 homes along the Ister were swept away when the dam burst, rescue chief Ana Brod said.\n"
        "“The dam at Volna burst today for want of mending,” said Ana Brod, who leads the rescue at Volna."
    )
    assert day_of(report("a", text), wire) is None


BODY = "The dam above Volna burst on Monday, killing at least 12 people, rescue chief Ana Brod said."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"October 15, 2025\n\nDam bursts\n\n{BODY}", "2025-10-15"),
        (f"THE VOLNA POST\nNews / World\nOctober 15, 2025\n\nDam bursts\n\n{BODY}", "2025-10-15"),
        (f"Dam bursts\n\nBy Ana Brod | October 15, 2025\n\n{BODY}", "2025-10-15"),
        (f"Friday, March 13, 2026\n\nDam bursts\n\nPublished 15 Oct 2025, 18:30 GMT\n\n{BODY}", "2025-10-15"),
        (f"Dam bursts\n\n{BODY}\n\nPublished on 15 October 2025", "2025-10-15"),
        (f"Dam bursts\n\n{BODY}\n\n15 October 2025", "2025-10-15"),
        (f"Dam bursts\n\nUpdated 17 October 2025\nPublished 15 October 2025\n\n{BODY}", "2025-10-15"),
    ],
)
def test_a_page_is_stamped_at_its_head_or_foot(text: str, value: str) -> None:
    assert day_of(report("a", text)) == (value, "dateline")


def test_a_clients_own_stamp_stands_before_the_agencys_dateline() -> None:
    text = f"Dam bursts\n\nPublished 16 October 2025\n\nVOLNA, Oct 15 (Gulf Wire) - {BODY}"
    assert day_of(report("a", text)) == ("2025-10-16", "dateline")


@pytest.mark.parametrize(
    ("text", "url", "value"),
    [
        (f"Posted 10/11/2025 by Team\n\n{BODY}", None, None),
        (f"Posted 10/11/2025 by Team\n\n{BODY} He spoke on 8 November.", None, "2025-11-10"),
        (f"Posted 10/11/2025 by Team\n\n{BODY} He spoke on October 9.", None, "2025-10-11"),
        (f"Saturday 10/11/2025\n\n{BODY}", None, "2025-10-11"),
        (f"10/11/2025 06:15 PM EDT\n\n{BODY}", None, "2025-10-11"),
        (f"Posted 10/11/2025 by Team\n\n{BODY}", "https://post.example.co.uk/1", "2025-11-10"),
        (f"Posted 10/11/2025 by Team\n\n{BODY}", "https://post.example.com/1", None),
    ],
)
def test_a_numeric_date_is_read_where_something_tells_its_month(text: str, url: str | None, value: str | None) -> None:
    found = day_of(report("a", text, url=url))
    assert (found[0] if found else None) == value


def test_a_numeric_date_near_a_dated_report_is_of_its_month() -> None:
    assert day_of(report("a", f"Posted 10/11/2025 by Team\n\n{BODY}"), WIRE) == ("2025-10-11", "dateline")


def test_the_year_of_a_stamp_fits_the_weekdays_of_the_text() -> None:
    later = report("later", WIRE.text.replace("Oct 14", "Oct 20"), "2026-10-20", outlet="Gulf Review")
    text = f"Dam bursts\n\nUpdated Oct 15, 14:10\n\n{BODY} It had cracked on Sunday, October 12, Brod said."
    assert day_of(report("a", text), later, WIRE) == ("2025-10-15", "dateline")


def test_a_copy_without_a_day_counts_from_the_day_of_what_it_copies() -> None:
    (found, _) = find_days([report("a", WIRE.text.replace("VOLNA, Oct 14 (Gulf Wire) - ", "")), WIRE], None)
    assert (found.published, found.around) == (None, "2025-10-14")


@pytest.mark.parametrize(
    "foot", ["Most read\nMan bites dog\nMay 3, 2025", "Comments\nTom Ford\n3 May 2025 at 14:20\nSad."]
)
def test_a_day_beside_a_link_or_a_comment_is_not_the_reports(foot: str) -> None:
    assert day_of(report("a", f"Dam bursts\n\nBy Ana Brod\n\n{BODY}\n\n{BODY}\n\n{foot}\n")) is None


def test_a_day_may_stand_below_two_sentences_under_the_headline() -> None:
    stands = "Rescuers searched the mud of Volna for the whole of the second night, officials said there."
    text = f"Dam bursts\n\n{stands}\n{stands}\n15 October 2025, 9:41 AM\n\n{BODY}"
    assert day_of(report("a", text)) == ("2025-10-15", "dateline")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Dear friends\n\n16 October. Good evening, and thanks for the blankets after the dam of Volna burst.",
            "2025-10-16",
        ),
        ("Dam bursts\n\nThe dam above Volna burst.\n\nCorrection, 17 October: The dam is of earth.", "2025-10-17"),
        ("Dam bursts\n\nThe dam above Volna burst.\n\nClarification (17 October): It is of earth.", "2025-10-17"),
        ("Volna Radio, Morning Bulletin, Wednesday the 15th of October\n\nThe dam above Volna burst.", "2025-10-15"),
    ],
)
def test_a_letters_opening_and_a_correction_are_dated_by_the_others_year(text: str, value: str) -> None:
    found = day_of(report("a", text), WIRE)
    assert found is not None
    assert found[0] == value


def test_an_outlets_name_before_a_day_makes_a_masthead_of_a_line() -> None:
    text = "The Volna Horn. Wednesday 15 October 2025\n\nDam bursts\n\nThe dam burst above the town."
    assert day_of(report("a", text, outlet="Volna Horn")) == ("2025-10-15", "dateline")


def test_a_copys_yesterday_where_the_agency_names_no_day_stands_before_a_later_correction() -> None:
    copied = "About 300 homes along the Ister were swept away by yesterday evening when the dam burst, rescue chief "
    text = f"Dam bursts\n\n{copied}Ana Brod said.\n\nCorrection, 17 October: The dam is of earth.\n"
    assert day_of(report("a", text), WIRE) == ("2025-10-15", "sibling")


def test_the_entries_of_a_diary_are_no_day_of_publication() -> None:
    text = "A diary of Volna\n\n13 October. The dam bursts.\n\n14 October. The governor comes.\n\n20 October. Rain.\n"
    assert day_of(report("a", text)) is None
