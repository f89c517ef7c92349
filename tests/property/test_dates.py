"""Laws of times: spans hold, days are in order, any text is read, and the day counted from only moves the days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from twosource.text.dates import Anchor, find_expressions, read_times

SAID = (
    "on the 14 14th March May 2025 1916 Friday Mon. last next this week month year yesterday ago later earlier before "
    "after two several a few of and to - / , . ' night morning noon p.m. 3:15 0600 GMT spring late mid early end BC "
    "century 1990s every twice now recently half quarter first second 120 day days weekend Christmas Easter same that"
)
WORDS = st.sampled_from(SAID.split())
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join))
DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


@given(text=TEXTS, written=st.none() | DAYS, narrative=st.booleans(), future=st.booleans())
def test_any_text_counted_from_any_day_gives_ordered_times(
    *, text: str, written: date | None, narrative: bool, future: bool
) -> None:
    end = 0
    for said, resolved in read_times(text, Anchor(written=written, narrative=narrative, future=future)):
        assert end <= said.start < said.end <= len(text)
        end = said.end
        assert resolved.value
        assert resolved.days is None or resolved.days[0] <= resolved.days[1]


@given(TEXTS)
def test_the_same_text_gives_the_same_expressions(text: str) -> None:
    assert find_expressions(text) == find_expressions(text)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)))
def test_a_weekday_in_the_past_is_one_of_the_last_seven_days(written: date) -> None:
    days = read_times("on Friday", Anchor(written=written))[0][1].days
    assert days is not None
    assert days[0].strftime("%A") == "Friday"
    assert timedelta(0) <= written - days[0] < timedelta(7)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)))
def test_a_date_written_out_is_read_back(day: date) -> None:
    for text in (f"{day:%A, %B} {day.day}, {day.year}", f"{day.day} {day:%B %Y}", day.isoformat()):
        assert read_times(text, Anchor())[0][1].days == (day, day)
