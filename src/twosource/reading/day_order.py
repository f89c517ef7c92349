"""In: a day with something missing (its year, or which number is the month). Out: what the text and others settle."""

import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import urlsplit

from msgspec import structs

from twosource.reading.day_clues import Clue
from twosource.records import Report
from twosource.text.dates import find_expressions

_NEAR, _CLOSE, _LONGEST, _HALF = 60, 10, 20_000, 183
_AMERICAN = re.compile(r"\b(?:[ECMP][SD]?T|AK[SD]T)\b")
#: Countries whose numeric dates begin with the month, and ends of addresses that tell no country.
_MONTH_FIRST = frozenset({"us", "ph", "gov", "mil"})
_ANY = frozenset("ca io co tv me ly ai fm gg cc to ws ag la".split())  # noqa: SIM905
_TWO = 2


def settled(report: Report, clue: Clue, known: Sequence[date], last: date | None) -> Clue | None:
    """A numeric date as the one day it can be, or None where month and day may change places and nothing tells.

    Told apart by its weekday, the day of the run, dated reports of the same, the dates that the text names, and the
    country of the page's address or clock.
    """
    if not clue.either or clue.year is None:
        return clue
    options = [
        option
        for option in (clue, structs.replace(clue, month=clue.day, day=clue.month))
        if (day := _day(option)) is not None
        and (clue.weekday is None or day.weekday() == clue.weekday)
        and (last is None or day <= last)
    ]
    for fits in (known, _named(report, clue)):
        options = _nearer(options, fits)
    if len(options) > 1:
        first = _month_first(report, clue)
        options = [] if first is None else [option for option in options if (option is clue) != first]
    return structs.replace(options[0], either=False) if len(options) == 1 else None


def _nearer(options: list[Clue], days: Sequence[date]) -> list[Clue]:
    """The one option that lies near one of some days while the other lies much further off; else both."""
    if len(options) < _TWO or not days:
        return options
    far = sorted((min(abs((_near(option) - day).days) for day in days), n) for n, option in enumerate(options))
    (first, best), (second, _) = far[:_TWO]
    clear = first <= _NEAR < second or (first <= _CLOSE and second >= _TWO * _CLOSE)
    return [options[best]] if clear else options


def _day(clue: Clue) -> date | None:
    return real(clue.year or 0, clue.month or 0, clue.day or 0)


def _near(clue: Clue) -> date:
    return _day(clue) or date.min


def _named(report: Report, clue: Clue) -> list[date]:
    """The days of the calendar that a text names, in the year of a clue or the one beside it where that is nearer."""
    found = []
    for said in find_expressions(report.text[:_LONGEST]):
        if said.start < clue.end and clue.start < said.end:
            continue
        if said.month and said.day and said.year in {None, clue.year}:
            day = real(clue.year or 0, said.month, said.day)
            found += [day] if day is not None else []
    return found


def _month_first(report: Report, clue: Clue) -> bool | None:
    """Whether numeric dates of this page begin with the month, None where nothing tells."""
    stop = report.text.find("\n", clue.end)
    begin = report.text.rfind("\n", 0, clue.start) + 1
    if _AMERICAN.search(report.text[begin : stop if stop >= 0 else len(report.text)]):
        return True
    try:
        host = urlsplit(report.url or "").hostname or ""
    except ValueError:
        return None
    end = host.rsplit(".", 1)[-1]
    if end in _MONTH_FIRST:
        return True
    return False if len(end) == _TWO and end not in _ANY else None


def year_by(report: Report, clue: Clue, known: Sequence[date], weekdays: Sequence[int]) -> date | None:
    """The day of a clue without a year: near a dated report, on the weekdays that the text gives to its dates.

    `known` has the likest report first. Where all lie months away, years are told apart by the weekdays of the first
    sentences: the day itself or the one before it ("said on Tuesday").
    """
    anchor = known[0]
    years = sorted({day.year + step for day in known for step in (-1, 0, 1)})
    options = [
        day
        for year in years
        if (day := real(year, clue.month or 1, clue.day or 1)) is not None
        and (clue.weekday is None or day.weekday() == clue.weekday)
    ]
    if len(options) > 1:
        wrong = [_misfits(report, option) for option in options]
        options = [option for option, misfits in zip(options, wrong, strict=True) if misfits == min(wrong)]
    near = [day for day in options if min(abs((day - other).days) for other in known) <= _NEAR]
    if near:
        return min(near, key=lambda day: (abs((day - anchor).days), day))
    options = [day for day in options if abs((day - anchor).days) <= 2 * _HALF]
    borne = [day for day in options if any((day.weekday() - weekday) % 7 <= 1 for weekday in weekdays)]
    return borne[0] if len(borne) == 1 else None


def _misfits(report: Report, option: date) -> int:
    """How many dates of a text would have another weekday than the text says if it were of this day."""
    count = 0
    for said in find_expressions(report.text[:_LONGEST]):
        if said.weekday is None or not (said.month and said.day) or said.year is not None:
            continue
        days = [real(option.year + step, said.month, said.day) for step in (-1, 0, 1)]
        nearest = min((day for day in days if day), key=lambda day: abs((day - option).days), default=None)
        count += nearest is not None and nearest.weekday() != said.weekday
    return count


def real(year: int, month: int, day: int) -> date | None:
    """A day of the calendar, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
