"""In: as-of values ("2025", "2025-03", "2025-03-14", "2025-03-01/2025-03-09"). Out: the days they cover."""

import datetime as dt
from functools import cache
from typing import NamedTuple


class Period(NamedTuple):
    """First and last day, as ordinals."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many days it covers."""
        return self.last - self.first + 1

    def gap(self, other: "Period") -> int:
        """Days between the two, 0 where they share one."""
        return max(0, self.first - other.last, other.first - self.last)


def _one(value: str) -> Period | None:
    parts = value.split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 1:
            return Period(dt.date(numbers[0], 1, 1).toordinal(), dt.date(numbers[0], 12, 31).toordinal())
        if len(numbers) == 2:  # noqa: PLR2004 - a year and a month
            first = dt.date(numbers[0], numbers[1], 1)
            after = dt.date(first.year + first.month // 12, first.month % 12 + 1, 1)
            return Period(first.toordinal(), after.toordinal() - 1)
        day = dt.date(numbers[0], numbers[1], numbers[2]).toordinal()
    except (ValueError, IndexError):
        return None
    return Period(day, day)


@cache
def period(value: str | None) -> Period | None:
    """The days a value covers, or None where it is no date."""
    if not value:
        return None
    first, _, last = value.partition("/")
    start, end = _one(first), _one(last or first)
    if start is None or end is None or end.last < start.first:
        return start
    return Period(start.first, end.last)
