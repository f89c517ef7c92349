"""In: a story's mentions. Out: their times; those that count from a happening have the day that the story gives it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import structs

from twosource.records import Mentions, Time

_NOUN = re.compile(r"(?:['’]s)? ((?:\w+ )?\w+)")
_STEM, _LEAST = 5, 4
#: A noun that is dated itself tells more than a clause that names it.
_NAMED = 2
_Days = dict[str, dict[str, dict[str, int]]]


def placed(mentions: Sequence[Mentions]) -> Iterator[list[Time]]:
    """The times of each report; "two days after the crash" with its day where the reports agree on that of the crash.

    A happening is of the day that most reports date it by, in a clause or a noun of its own name ("Monday's crash").
    """
    told = _told(mentions)
    for found in mentions:
        yield [_with_day(time, told) if time.event else time for time in found.times]


def _told(mentions: Sequence[Mentions]) -> _Days:
    """How surely each report dates a word, by the word's stem and the day."""
    told: _Days = defaultdict(lambda: defaultdict(dict))
    for found in mentions:
        for time in found.times:
            if not time.happening or time.event or not time.start or time.start != time.end:
                continue
            beside = {word[:_STEM] for word in _beside(time)} | {(time.verb or "")[:_STEM]}
            for stem in sorted({word[:_STEM] for word in time.terms if len(word) >= _LEAST} | beside):
                row = told[stem][time.start]
                row[time.span.report] = max(row.get(time.span.report, 0), _NAMED if stem in beside else 1)
    return told


def _beside(time: Time) -> list[str]:
    """The words right behind a time that belongs to a noun: "Wednesday's attack", "the 4 May crash"."""
    after = time.sentence.words[time.span.end - time.sentence.start :]
    match = _NOUN.match(after)
    return [word for word in match[1].lower().split() if len(word) >= _LEAST] if match else []


def _with_day(time: Time, told: _Days) -> Time:
    days = told.get((time.event or "")[:_STEM], {})
    sure = {day: sum(reports.values()) for day, reports in days.items()}
    ranked = sorted(sure, key=lambda day: (-sure[day], day))
    if not ranked or (len(ranked) > 1 and sure[ranked[0]] == sure[ranked[1]]):
        return time
    try:
        day = (date.fromisoformat(ranked[0]) + timedelta(days=time.shift)).isoformat()
    except (ValueError, OverflowError):
        return time
    return structs.replace(time, start=day, end=day)
