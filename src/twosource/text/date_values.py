"""In: an `Expression` and what it counts from. Out: its TIMEX3 type and value and the days it covers."""

import calendar
from datetime import date, timedelta
from typing import Literal

import msgspec

from twosource.text.date_grammar import Expression
from twosource.text.date_slots import period

#: Year, month and day, the last ones None where they are not known. A year before Christ is negative.
Partial = tuple[int, int | None, int | None]
Days = tuple[date, date]


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """What times count from: the day of writing, the day last spoken of, and the direction of the clause.

    In a `narrative` (a history) times count from the day last spoken of, not from the day of writing.
    """

    written: date | None = None
    spoken: Partial | None = None
    narrative: bool = False
    future: bool = False

    @property
    def base(self) -> Partial | None:
        """What "yesterday" and "last year" count from."""
        told = (self.written.year, self.written.month, self.written.day) if self.written else None
        return (self.spoken or told) if self.narrative else (told or self.spoken)

    @property
    def pointed(self) -> Partial | None:
        """What "the next day" and "that year" count from."""
        told = (self.written.year, self.written.month, self.written.day) if self.written else None
        return self.spoken or told


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """A TIMEX3 type and value; `days` are the first and last day covered; `spoken` is what later ones count from."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    days: Days | None = None
    spoken: Partial | None = None


_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SOUTHERN = {"SP": 9, "SU": 12, "FA": 3, "WI": 6}
_HOLIDAYS = {
    "christmas": (12, 25),
    "christmasday": (12, 25),
    "christmaseve": (12, 24),
    "boxingday": (12, 26),
    "ststephensday": (12, 26),
    "newyearsday": (1, 1),
    "newyearseve": (12, 31),
    "halloween": (10, 31),
    "mayday": (5, 1),
    "allsaintsday": (11, 1),
    "stpatricksday": (3, 17),
    "stvalentinesday": (2, 14),
    "valentinesday": (2, 14),
    "stnicholasday": (12, 6),
    "stnicholassday": (12, 6),
    "epiphany": (1, 6),
}
_FROM_EASTER = {
    "easter": 0,
    "eastersunday": 0,
    "eastermonday": 1,
    "goodfriday": -2,
    "ascensionday": 39,
    "whitsunday": 49,
    "pentecost": 49,
    "whitmonday": 50,
}
_YEAR, _MONTHS_IN_YEAR, _WEEK = 365, 12, 7


def resolve(said: Expression, anchor: Anchor, *, southern: bool = False) -> Resolved:  # noqa: PLR0911 (one return a kind)
    """The TIMEX3 of an expression. `southern` turns the months of the seasons; unknown parts stay "X"."""
    match said.kind:
        case "duration":
            return Resolved(type="DURATION", value=period(said.count, said.unit or "D"))
        case "set":
            return Resolved(type="SET", value=said.value or "P1D")
        case "reference":
            return _reference(said, anchor)
        case "clock":
            return _timed(said, anchor.pointed if real_day(anchor.pointed) else anchor.base, anchor)
        case "day":
            base = anchor.base
            return _timed(said, _plus(base, int(said.count or 0)), anchor)
        case "weekday":
            return _timed(said, _weekday(said, anchor), anchor)
        case "unit":
            return _unit(said, anchor)
        case "shift":
            return _shift(said, anchor)
        case _:
            return _date(said, anchor, southern=southern)


def _reference(said: Expression, anchor: Anchor) -> Resolved:
    if said.textual and anchor.pointed and anchor.narrative:
        return Resolved(type="DATE", value=_written(*anchor.pointed))
    return Resolved(type="DATE", value=said.value or "PRESENT_REF")


def real_day(when: Partial | None) -> date | None:
    """The day of a year, month and day, where all are known and it is one of the calendar; else None."""
    if when is None or when[1] is None or when[2] is None:
        return None
    return _day(when[0], when[1], when[2])


def _day(year: int, month: int, day: int) -> date | None:
    if not (1 <= year <= 9998 and 1 <= month <= _MONTHS_IN_YEAR and 1 <= day <= calendar.monthrange(year, month)[1]):  # noqa: PLR2004 (years a date can hold, one to spare)
        return None
    return date(year, month, day)


def _add(day: date, days: float) -> date | None:
    """`days` after `day`, or None beyond the calendar."""
    if abs(days) > 4_000_000:  # noqa: PLR2004 (more days than the calendar has)
        return None
    try:
        return day + timedelta(days=int(days))
    except OverflowError:
        return None


def _plus(base: Partial | None, days: float) -> Partial | None:
    day = real_day(base)
    moved = _add(day, days) if day else None
    return (moved.year, moved.month, moved.day) if moved else None


def _number(year: int) -> str:
    return f"BC{-year:04d}" if year < 0 else f"{year:04d}"


def _written(year: int, month: int | None = None, day: int | None = None) -> str:
    said = _number(year)
    if month:
        said += f"-{month:02d}"
        if day:
            said += f"-{day:02d}"
    return said


def _timed(said: Expression, when: Partial | None, anchor: Anchor) -> Resolved:
    """A day, with the part of the day or the clock time if one is said."""
    if when is not None and when[1] and when[2]:
        value = _written(*when)
    elif said.kind == "weekday" and said.weekday is not None:
        value = f"XXXX-WXX-{said.weekday + 1}"
    else:
        value = "XXXX-XX-XX"
        if not said.timed and said.kind == "day":
            return Resolved(type="DATE", value=("PAST_REF", "PRESENT_REF", "FUTURE_REF")[_sign(said.count) + 1])
    day = real_day(when)
    kind: Literal["DATE", "TIME"] = "TIME" if said.timed else "DATE"
    if said.clock is not None:
        value += f"T{said.clock}{said.zone}"
    elif said.part is not None:
        value += f"T{said.part}"
    last = (_add(day, 1) or day) if day and said.kind == "day" and said.indefinite else day  # "overnight": of two days
    del anchor
    return Resolved(type=kind, value=value, days=(day, last) if day and last else None, spoken=when if day else None)


def _sign(number: float | None) -> int:
    return 0 if not number else 1 if number > 0 else -1


def _weekday(said: Expression, anchor: Anchor) -> Partial | None:
    base = anchor.pointed if said.textual or anchor.narrative else anchor.base
    day = real_day(base)
    if day is None or said.weekday is None:
        return None
    if said.unit == "W":  # "Friday last week"
        return _plus(base, said.weekday - day.weekday() + _WEEK * (said.toward or 0))
    back = (day.weekday() - said.weekday) % _WEEK
    ahead = (said.weekday - day.weekday()) % _WEEK
    if said.count:
        step = (ahead or _WEEK) + int(said.count)
    elif said.toward == -1:
        step = -(back or _WEEK)
    elif said.toward == 1:
        step = ahead or _WEEK
    elif said.toward == 0:
        step = said.weekday - day.weekday()
    else:
        step = ahead if anchor.future else -back
    return _plus(base, step)


def _shift(said: Expression, anchor: Anchor) -> Resolved:
    """Some units before or after the day of writing or the day last spoken of."""
    toward = said.toward or 0
    if said.count is None or said.unit is None:
        return Resolved(type="DATE", value="PAST_REF" if toward < 0 else "FUTURE_REF")
    base = anchor.pointed if said.textual else anchor.base
    unit, step = said.unit, said.count * toward
    if said.textual and step and unit == "D" and anchor.spoken is None:
        base = None  # "three days later" counts from a day that was never told
    if unit.startswith("T"):
        day = real_day(base)
        value = f"{_written(*base)}TXX" if base and day else "XXXX-XX-XXTXX"
        return Resolved(type="TIME", value=value, days=(day, day) if day else None, spoken=base if day else None)
    if unit == "D" or (unit == "W" and abs(step) == 1):
        return _timed(said, _plus(base, step * (_WEEK if unit == "W" else 1)), anchor)
    return _moved(unit, step, base, said.mod)


def _unit(said: Expression, anchor: Anchor) -> Resolved:
    """Resolve this, last and next week, month, year."""
    base = anchor.pointed if said.textual or anchor.narrative else anchor.base
    if said.unit == "D":
        untold = said.textual and said.toward and anchor.spoken is None
        return _timed(said, None if untold else _plus(base, said.toward or 0), anchor)
    day = real_day(base)
    back = said.unit == "WE" and said.indefinite and day is not None and day.weekday() < 5 and not anchor.future  # noqa: PLR2004 (Saturday)
    return _moved(said.unit or "Y", -1 if back else said.toward or 0, base, said.mod)


def _moved(unit: str, step: float, base: Partial | None, mod: str | None) -> Resolved:  # noqa: PLR0911 (one return a kind)
    """The week, month, quarter, year, decade or century `step` units from `base`."""
    if base is None or abs(step) > 9000:  # noqa: PLR2004 (beyond the calendar)
        return Resolved(type="DATE", value={"W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}.get(unit, "XXXX-XX-XX"))
    year, month, _ = base
    day = real_day(base)
    whole = int(step) if step == int(step) or unit not in {"Y", "M"} else 0
    if unit == "Y":
        return _ranged(year + (whole or round(step)), mod=mod)
    if unit in {"W", "2W", "WE"}:
        if day is None:
            return Resolved(type="DATE", value="XXXX-WXX")
        moved = _add(day, whole * _WEEK * (2 if unit == "2W" else 1))
        return (
            _week(moved, weekend=unit == "WE", mod=mod, spoken=base)
            if moved
            else Resolved(type="DATE", value="XXXX-WXX")
        )
    if unit == "M":
        if month is None:
            return Resolved(type="DATE", value=f"{_number(year)}-XX")
        index = year * _MONTHS_IN_YEAR + month - 1 + (whole or round(step))
        return _ranged(index // _MONTHS_IN_YEAR, index % _MONTHS_IN_YEAR + 1, mod=mod)
    if unit == "Q":
        index = year * 4 + ((month or 1) - 1) // 3 + whole
        return _quarter(index // 4, index % 4 + 1)
    if unit == "DE":
        return _long(year // 10 * 10 + 10 * whole, "decade")
    return _long(year // 100 * 100 + 100 * whole, "century")


def _week(day: date, *, weekend: bool, mod: str | None, spoken: Partial) -> Resolved:
    year, week, weekday = day.isocalendar()
    first = _add(day, 1 - weekday) or day
    last = _add(first, 6) or first
    value = f"{year:04d}-W{week:02d}"
    if weekend:
        return Resolved(type="DATE", value=f"{value}-WE", days=(_add(first, 5) or first, last), spoken=spoken)
    del mod
    return Resolved(type="DATE", value=value, days=(first, last), spoken=spoken)


def _quarter(year: int, quarter: int) -> Resolved:
    first = quarter * 3 - 2
    return Resolved(
        type="DATE",
        value=f"{_number(year)}-Q{quarter}",
        days=_months(year, first, first + 2),
        spoken=(year, first, None),
    )


def _long(year: int, span: str) -> Resolved:
    """A decade ("194") or a century ("19")."""
    size, digits = (10, 3) if span == "decade" else (100, 2)
    value = f"BC{-year // size:0{digits}d}" if year < 0 else f"{year // size:0{digits}d}"
    first, last = _day(year, 1, 1), _day(year + size - 1, 12, 31)
    return Resolved(type="DATE", value=value, days=(first, last) if first and last else None, spoken=(year, None, None))


def _months(year: int, first: int, last: int) -> Days | None:
    """From the first day of one month to the last day of another of the same year (13 is next January)."""
    begin = _day(year + (first - 1) // 12, (first - 1) % 12 + 1, 1)
    after = _day(year + last // 12, last % 12 + 1, 1)
    ended = _add(after, -1) if after else None
    return (begin, ended) if begin and ended else None


def _ranged(year: int, month: int | None = None, *, mod: str | None = None) -> Resolved:
    """A year or month, with the part of it that "early", "mid-" or "the end of" leaves."""
    value = _written(year, month)
    spoken = (year, month or (_MONTHS_IN_YEAR if mod in {"late", "end"} else None), None)
    if month is None:
        months = {"early": (1, 4), "start": (1, 2), "mid": (6, 7), "late": (9, 12), "end": (11, 12)}.get(
            mod or "", (1, 12)
        )
        return Resolved(type="DATE", value=value, days=_months(year, *months), spoken=spoken)
    whole = _months(year, month, month)
    if whole is not None and mod in {"early", "mid", "late", "start", "end"}:
        first, last = whole
        parts = {"early": (1, 10), "start": (1, 10), "mid": (11, 20), "late": (21, last.day), "end": (21, last.day)}
        begin, end = parts[mod or ""]
        whole = first.replace(day=begin), first.replace(day=end)
    return Resolved(type="DATE", value=value, days=whole, spoken=spoken)


def _date(said: Expression, anchor: Anchor, *, southern: bool) -> Resolved:  # noqa: C901, PLR0911 (one return a kind)
    if said.span != "year":
        return _long(said.year or 0, said.span)
    month, day = said.month, said.day
    if said.holiday is not None:
        return _holiday(said, anchor)
    if day is not None and month is None:
        return _timed(said, _day_of_month(day, anchor), anchor)
    year = _year_of(said, anchor, southern=southern)
    if year is None:
        tail = (
            f"-{month:02d}"
            if month
            else f"-{said.season}"
            if said.season
            else f"-Q{said.quarter}"
            if said.quarter
            else ""
        )
        return Resolved(type="DATE", value=f"XXXX{tail}" + (f"-{day:02d}" if day else "") + _clock(said))
    if month and said.week and said.weekday is not None:
        return _timed(said, _weekday_of_month(year, month, said.week, said.weekday), anchor)
    if month and said.week:
        return _week_of_month(year, month, said.week)
    if month and day:
        real = _day(year, month, day) if year > 0 else None
        kind: Literal["DATE", "TIME"] = "TIME" if said.timed else "DATE"
        value = _written(year, month, day) + _clock(said)
        return Resolved(type=kind, value=value, days=(real, real) if real else None, spoken=(year, month, day))
    if said.season is not None:
        first = (_SOUTHERN if southern else _SEASON_MONTH)[said.season]
        value = f"{_number(year)}-{said.season}"
        return Resolved(type="DATE", value=value, days=_months(year, first, first + 2), spoken=(year, first, None))
    if said.quarter is not None:
        return _quarter(year, said.quarter)
    if said.half is not None:
        months = (1, 6) if said.half == 1 else (7, 12)
        return Resolved(
            type="DATE", value=f"{_number(year)}-H{said.half}", days=_months(year, *months), spoken=(year, None, None)
        )
    return _ranged(year, month, mod=said.mod)


def _clock(said: Expression) -> str:
    return f"T{said.clock}{said.zone}" if said.clock else f"T{said.part}" if said.part else ""


def _holiday(said: Expression, anchor: Anchor) -> Resolved:
    name = said.holiday or ""
    month = _HOLIDAYS[name][0] if name in _HOLIDAYS else 4 if name in _FROM_EASTER else 11
    year = _year_of(msgspec.structs.replace(said, month=month), anchor, southern=False)
    if year is None or not 1 < year < 9000:  # noqa: PLR2004 (years Easter can be counted for)
        return Resolved(type="DATE", value="XXXX-XX-XX")
    if name in _HOLIDAYS:
        when: Partial | None = (year, *_HOLIDAYS[name])
    elif name in _FROM_EASTER:
        when = _plus((year, *_easter(year)), _FROM_EASTER[name])
    else:
        first = date(year, 11, 1)
        when = (year, 11, 22 + (3 - first.weekday()) % _WEEK)
    return _timed(said, when, anchor)


def _easter(year: int) -> tuple[int, int]:
    """Month and day of Western Easter (the anonymous Gregorian rule)."""
    century, golden = year // 100, year % 19
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - epact // 28 * (29 // (epact + 1)) * ((21 - golden) // 11))
    sunday = epact - (year + year // 4 + epact + 2 - century + century // 4) % 7
    month = 3 + (sunday + 40) // 44
    return month, sunday + 28 - 31 * (month // 4)


def _weekday_of_month(year: int, month: int, number: int, weekday: int) -> Partial | None:
    """The day of "the first Monday in November", the last one where `number` is negative."""
    first = _day(year, month, 1)
    if first is None:
        return None
    step = (weekday - first.weekday()) % _WEEK
    last = calendar.monthrange(year, month)[1]
    days = range(1 + step, last + 1, _WEEK)
    return (year, month, days[-1] if number < 0 else days[number - 1]) if number <= len(days) else None


def _week_of_month(year: int, month: int, week: int) -> Resolved:
    days = _months(year, month, month)
    if days is None:
        return Resolved(type="DATE", value=f"{_number(year)}-{month:02d}", spoken=(year, month, None))
    last = week < 0
    first = (_add(days[1], -6) or days[1]) if last else _add(days[0], _WEEK * (week - 1)) or days[0]
    number = first.isocalendar()
    return Resolved(
        type="DATE",
        value=f"{number.year:04d}-W{number.week:02d}",
        days=(first, _add(first, 6) or first),
        spoken=(year, month, None),
    )


def _day_of_month(day: int, anchor: Anchor) -> Partial | None:
    """Resolve "the 14th": of the month last spoken of, else the latest one before the day of writing."""
    base = anchor.spoken if anchor.spoken and anchor.spoken[1] else anchor.pointed
    if base is None or base[1] is None:
        return None
    year, month = base[0], base[1]
    if not anchor.narrative and not anchor.future and anchor.written is not None:
        found = _day(year, month, day)
        if found is not None and found > anchor.written:
            year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return year, month, day


def _first_month(said: Expression, *, southern: bool) -> int | None:
    if said.month:
        return said.month
    if said.season:
        return (_SOUTHERN if southern else _SEASON_MONTH)[said.season]
    return said.quarter * 3 - 2 if said.quarter else None


def _year_of(said: Expression, anchor: Anchor, *, southern: bool) -> int | None:  # noqa: PLR0911 (one return a kind)
    """The year of a date that may name none: nearest in the direction of the clause, or that of the narrative."""
    if said.year is not None:
        return said.year
    base = anchor.pointed if anchor.narrative or (said.textual and said.year_toward is not None) else anchor.base
    if base is None:
        return None
    if said.year_toward is not None or (said.textual and said.toward is None):
        return base[0] + (said.year_toward or 0)
    month = _first_month(said, southern=southern)
    if month is None:
        return base[0]
    if said.toward is not None:
        return _toward(base, month, said.toward)
    if anchor.narrative or anchor.written is None:
        return _told(base, 1 if said.season == "WI" else month)
    if said.day and not said.holiday:
        return _nearest_day(anchor.written, month, said.day, said.weekday, future=anchor.future)
    if anchor.future:
        last = month + (2 if said.season or said.quarter else 0)
        return base[0] if last >= anchor.written.month else base[0] + 1
    late = 2 if said.quarter else 0  # a quarter is told of when it is over
    return base[0] if month + late <= anchor.written.month else base[0] - 1


def _toward(base: Partial, month: int, toward: int) -> int:
    now = base[1] or 1
    if toward < 0:
        return base[0] if month < now else base[0] - 1
    if toward > 0:
        return base[0] if month > now else base[0] + 1
    return base[0]


def _told(base: Partial, month: int) -> int:
    """A history goes forward: January after December is of the next year."""
    return base[0] + 1 if base[1] is not None and base[1] - month >= _TURN else base[0]


#: So many months back are told of only where a new year has begun.
_TURN = 10


def _nearest_day(written: date, month: int, day: int, weekday: int | None, *, future: bool) -> int:
    """The year of a day: the latest past one, one soon ahead, or the next in a clause about the future.

    Where the weekday is said, only years in which it fits are taken, if there is one near.
    """
    years = (written.year - 1, written.year, written.year + 1)
    options = [found for year in years if (found := _day(year, month, day)) is not None]
    options = [found for found in options if found.weekday() == weekday] or options
    if not options:
        return written.year
    if future:
        return min((found for found in options if found >= written), default=options[-1]).year
    past = max((found for found in options if found <= written), default=options[0])
    ahead = min((found for found in options if found > written), default=None)
    near = ahead is not None and (ahead - written).days < _SOON and (written - past).days > _YEAR // 2
    return ahead.year if near and ahead else past.year


_SOON = 60
