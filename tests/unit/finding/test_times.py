"""Which words of a parsed report are times, which way they count, and what they date."""

from collections.abc import Callable

import msgspec
import pytest

from twosource.finding import Parsed
from twosource.finding.times import find_times
from twosource.records import Time

Parse = Callable[..., Parsed]

THURSDAY = "2025-05-15"


def times(parse: Parse, text: str, published: str | None = THURSDAY) -> list[Time]:
    return list(find_times(parse(text, published)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council met on Tuesday.", "2025-05-13"),
        ("The council will meet on Tuesday.", "2025-05-20"),
        ("The council is expected to meet on Tuesday.", "2025-05-20"),
        ("The hearing was adjourned until 2 September.", "2025-09-02"),
        ("The strike begins on Monday.", "2025-05-19"),
        ("The mayor took office in January.", "2025-01"),
        ("The law will take effect in January.", "2026-01"),
        ("The sale had been planned in the spring.", "2025-SP"),
        ("The airline has cancelled all flights until Friday.", "2025-05-16"),
        ("The council has counted 40 dead until Tuesday.", "2025-05-13"),
        ("Unless Friday's talks bring more, the strike goes on.", "2025-05-16"),
        ("She called her followers to the capital for Saturday.", "2025-05-17"),
        ("Come to the town hall on Saturday!", "2025-05-17"),
    ],
)
def test_the_tense_of_the_clause_gives_the_direction(parse: Parse, text: str, value: str) -> None:
    assert [time.value for time in times(parse, text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The workers may march on the palace.",
        "Some 2000 soldiers crossed the river.",
        "The fund is worth $2010.",
        "The ministers fall silent.",
        "She was second in the race.",
    ],
)
def test_words_and_numbers_that_only_look_like_times_are_none(parse: Parse, text: str) -> None:
    assert times(parse, text) == []


def test_a_rate_is_a_set_and_a_length_a_duration(parse: Parse) -> None:
    found = times(parse, "The yard builds 15 ships a year. The siege lasted a year.")
    assert [(time.type, time.value) for time in found] == [("SET", "P1Y"), ("DURATION", "P1Y")]


def test_to_last_some_weeks_is_no_last_week(parse: Parse) -> None:
    found = times(parse, "The trial is expected to last six weeks.")
    assert [(time.span.words, time.value) for time in found] == [("six weeks", "P6W")]


def test_a_sentence_carries_the_year_of_its_first_date_on(parse: Parse) -> None:
    found = times(parse, "He was arrested in June 2019 and released in September.")
    assert [time.value for time in found] == ["2019-06", "2019-09"]


HISTORY = (
    "The revolt began in March 1831. The rebels took the port in June 1831. In October the king fled. "
    "The regent ruled until 1834. In May 1834 the fleet returned. Peace was signed on 3 July 1836."
)


def test_a_history_takes_its_years_from_the_telling(parse: Parse) -> None:
    found = {time.span.words: time.value for time in times(parse, HISTORY)}
    assert found["October"] == "1831-10"


@pytest.mark.parametrize(
    "aside",
    [
        "The fort, which was built in 1790, held out.",
        "A new tax was planned for 1840.",
        "All waited through the winter.",
        "The 1815 treaty was forgotten.",
    ],
)
def test_a_glance_aside_does_not_move_a_history(parse: Parse, aside: str) -> None:
    text = HISTORY.replace("In October", f"{aside} In October")
    found = {time.span.words: time.value for time in times(parse, text)}
    assert found["October"] == "1831-10"


def test_a_report_with_no_day_resolves_only_what_is_written_out(parse: Parse) -> None:
    found = times(parse, "It sank on Friday. It was built in 1994.", None)
    assert [(time.value, time.start) for time in found] == [("XXXX-WXX-5", None), ("1994", "1994-01-01")]


@pytest.mark.parametrize(
    ("text", "happening"),
    [
        ("A tanker sank off the cape on Monday.", True),
        ("The minister said on Monday that the tanker had sunk.", True),
        ("The court will hear the case on Monday.", True),
        ("Output fell to its lowest since 2016.", False),
        ("Profit was higher than in 2019.", False),
        ("More than 900 people have died this year.", False),
        ("They waited for nine days.", False),
        ("PORT ELIN, March 3 (Harbour Wire) - A tanker sank.", False),
        ("Shortly before midnight the minister was speaking of 12 dead.", True),
    ],
)
def test_only_what_happens_on_a_day_is_a_happening(parse: Parse, text: str, *, happening: bool) -> None:
    assert [time.happening for time in times(parse, text)] == [happening]


@pytest.mark.parametrize(
    ("text", "what", "verb"),
    [
        ("A tanker sank off the cape on Monday.", "A tanker sank off the cape", "sink"),
        ("He named the pilots, who died on Monday in the fog.", "the pilots died in the fog", "die"),
        ("Late on Monday, because of the fog, the port closed.", "the port closed", "close"),
    ],
)
def test_a_time_tells_its_clause_without_itself(parse: Parse, text: str, what: str, verb: str) -> None:
    found = times(parse, text)[0]
    assert found.what is not None
    assert what in found.what
    assert found.verb == verb


def test_spans_hold_and_days_are_in_order(parse: Parse) -> None:
    text = "On Monday, 12 May, it rained.\nBy mid-June 2024 the dam was full; in late 2019 it had been dry."
    for time in times(parse, text):
        assert text[time.span.start : time.span.end] == time.span.words
        assert time.start is None or time.end is None or time.start <= time.end


def test_a_month_near_which_it_was_written_counts_months_but_no_weekdays(parse: Parse) -> None:
    parsed = parse("The dam burst in April and was mended last year. It rained on Friday.", None)
    near = msgspec.structs.replace(parsed, report=msgspec.structs.replace(parsed.report, around="2025-05"))
    assert [time.start for time in find_times(near)] == ["2025-04-01", "2024-01-01", None]


def test_a_sentence_that_points_back_lends_its_words_to_the_happening(parse: Parse) -> None:
    text = "The mayor opened the bridge in July. At the time the paper printed pictures of her cutting a ribbon."
    (july, *_) = find_times(parse(text, "2025-09-01"))
    assert {"paper", "picture", "ribbon"} <= set(july.echo)
    assert "ribbon" not in july.terms


@pytest.mark.parametrize("after", ["The paper printed pictures of her.", "In August the paper printed pictures."])
def test_a_sentence_of_its_own_time_or_of_none_lends_nothing(parse: Parse, after: str) -> None:
    (july, *_) = find_times(parse(f"The mayor opened the bridge in July. {after}", "2025-09-01"))
    assert july.echo == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The milk was sold from May 4 through May 12.", "2025-05-04"),
        ("The office still holds to Jan. 9.", "2025-01-09"),
        ("The law takes effect on 1 June.", "2025-06-01"),
        ("Claims may be lodged until 30 April.", "2026-04-30"),
        ("The first burials are set for Saturday.", "2025-05-17"),
    ],
)
def test_a_day_without_a_year_is_the_nearest_unless_the_clause_is_sure_to_look_ahead(
    parse: Parse, text: str, value: str
) -> None:
    assert times(parse, text)[0].value == value


def test_an_hour_counts_from_the_day_last_spoken_of_and_dates_what_was_done(parse: Parse) -> None:
    found = times(parse, "On Tuesday the river rose. The stores closed before noon.")
    assert [(time.start, time.happening) for time in found] == [("2025-05-13", True), ("2025-05-13", True)]


def test_an_hour_of_a_habit_dates_nothing(parse: Parse) -> None:
    assert [time.happening for time in times(parse, "The stores open at noon.")] == [False]


def test_a_speakers_own_hour_is_of_the_day_of_writing(parse: Parse) -> None:
    found = times(parse, 'The attack began on May 3. "The flag has been on the roof since dawn," the commander said.')
    assert found[-1].start == THURSDAY


def test_a_months_day_of_a_report_without_a_day_is_of_the_month_it_was_written_near(parse: Parse) -> None:
    parsed = parse("On the 21st the inspectors came to the farm.", None)
    near = msgspec.structs.replace(parsed, report=msgspec.structs.replace(parsed.report, around="2025-04"))
    assert [time.value for time in find_times(near)] == ["2025-04-21"]


def days(parse: Parse, text: str) -> dict[str, tuple[str | None, str | None]]:
    return {time.span.words: (time.start, time.end) for time in times(parse, text) if time.happening}


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("The town shot down 41 drones overnight.", "overnight", "2025-05-14", "2025-05-15"),
        ("Some 40 cases came in the week of 7 May.", "7 May", "2025-05-05", "2025-05-11"),
        ("Some 40 cases came in the week ending 11 May.", "11 May", "2025-05-05", "2025-05-11"),
        ("The ship sank on Friday of last week.", "Friday", "2025-05-09", "2025-05-09"),
        ("Two patients died in the course of the night.", "the night", "2025-05-14", "2025-05-15"),
        ("Overnight the block was cleared.", "Overnight", "2025-05-14", "2025-05-15"),
        ("In the night to 12 May, 52 drones were sent up.", "12 May", "2025-05-11", "2025-05-12"),
        ("The mill burned on Friday last week.", "Friday last week", "2025-05-09", "2025-05-09"),
        ("The council will meet on Tuesday next week.", "Tuesday next week", "2025-05-20", "2025-05-20"),
        ("In the first days of May the rebels took two towns.", "the first days of May", "2025-05-01", "2025-05-10"),
        ("In the last days of April they took two more.", "the last days of April", "2025-04-21", "2025-04-30"),
        ('"Ask me again after tonight," she said on Monday.', "tonight", "2025-05-12", "2025-05-12"),
        ("On the first day of May the road was shut.", "the first day of May", "2025-05-01", "2025-05-01"),
        ("On the last day of April it opened.", "the last day of April", "2025-04-30", "2025-04-30"),
        ("The court sat on the first Monday in March.", "the first Monday in March", "2025-03-03", "2025-03-03"),
        ("The committee sat on 1–3 May.", "1", "2025-05-01", "2025-05-01"),
        ("The road was shut from Monday to Thursday last week.", "Monday", "2025-05-05", "2025-05-05"),
        ("Every paper says the 12th.", "the 12th", "2025-05-12", "2025-05-12"),
    ],
)
def test_nights_and_weeks_told_in_other_words(parse: Parse, text: str, words: str, start: str, end: str) -> None:
    assert days(parse, text)[words] == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "He has an overnight bag.",
        "Pupils went to a summer camp on the lake.",
        "The fair is held every August.",
        "The team won the 2022 World Cup.",
        "The bank raised its rates for the third time this year.",
        "Three days later the dam burst.",
        "The minister resigned the following day.",
        "10 May. Good morning, and thank you for writing.",
        'She had warned of it then. "Do not count on tonight," she had told the crowd.',
    ],
)
def test_what_only_names_or_counts_or_hangs_in_the_air_dates_nothing(parse: Parse, text: str) -> None:
    assert days(parse, text) == {}
