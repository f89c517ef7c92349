"""Times that count from a happening are placed on the day the story gives it."""

from collections.abc import Callable

import pytest

from twosource.finding import Parsed
from twosource.finding.times import find_times
from twosource.reconciling.timeline_events import placed
from twosource.records import Mentions

Parse = Callable[..., Parsed]


def days(parse: Parse, text: str) -> dict[str, str | None]:
    times = tuple(find_times(parse(text, "2025-03-14")))
    (found,) = placed([Mentions(report="r", times=times)])
    return {time.span.words.lower(): time.start for time in found if time.happening}


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "The dam burst on March 3. The sirens were off on the day of the burst.",
            "the day of the burst",
            "2025-03-03",
        ),
        ("Tuesday's crash killed nine. Two days after the crash the mayor resigned.", "two days", "2025-03-13"),
        ("The town voted on Sunday. On the eve of the vote a bomb went off.", "the eve of the vote", "2025-03-08"),
        (
            "Lund announced it on 4 March. Shares fell on the day of the announcement.",
            "the day of the announcement",
            "2025-03-04",
        ),
    ],
)
def test_a_day_counted_from_a_dated_happening_is_known(parse: Parse, text: str, words: str, day: str) -> None:
    assert days(parse, text)[words] == day


@pytest.mark.parametrize(
    "text",
    [
        "He was shot on the day of his wedding.",
        "The dam burst on Monday and another dam burst on Tuesday. It rained on the day of the burst.",
    ],
)
def test_a_happening_without_a_day_or_with_two_gives_none(parse: Parse, text: str) -> None:
    assert [day for words, day in days(parse, text).items() if words.startswith("the day")] in ([], [None])
