"""In: readings of one claim. Out: whether two give one number, and whether two bodies pass on one count."""

import itertools
import math
from collections.abc import Iterable

from twosource.reconciling.circle import Circle
from twosource.reconciling.readings import Reading, bounds
from twosource.reconciling.units import comparable


def same_number(one: Reading, other: Reading, circle: Circle) -> bool:
    """Whether two readings give one number: they meet, and one end of each is the other's, or a rounding of it."""
    unit = one.figure.unit
    if not comparable(unit, other.figure.unit, circle.rates):
        return False
    left, right = bounds(one, unit, circle.rates), bounds(other, unit, circle.rates)
    ends = [(a, b) for a in (left.low, left.high) for b in (right.low, right.high) if math.isfinite(a + b)]
    return left.meets(right) and any(abs(a - b) <= 0.02 * abs(b) for a, b in ends)


def meet(one: Reading, other: Reading, circle: Circle) -> bool:
    """Whether one number satisfies both readings."""
    unit = one.figure.unit
    if not comparable(unit, other.figure.unit, circle.rates):
        return False
    return bounds(one, unit, circle.rates).meets(bounds(other, unit, circle.rates))


def one_count(left: Iterable[Reading], right: Iterable[Reading], circle: Circle) -> bool:
    """Whether two bodies of one government pass on one count rather than give each its own."""
    ours, theirs = _distinct(left), _distinct(right)
    return any(same_number(one, other, circle) for one in ours for other in theirs)


def one_series(left: Iterable[Reading], right: Iterable[Reading], circle: Circle) -> bool:
    """Whether two bodies of one government pass on one count, or one count as it went on from day to day.

    Each gives its own where they differ for one moment.
    """
    ours, theirs = list(left), list(right)
    if one_count(ours, theirs, circle):
        return True
    ours, theirs = ([reading for reading in side if reading.moment is not None] for side in (ours, theirs))
    if not ours or not theirs:
        return False
    if not {reading.moment for reading in ours}.isdisjoint(reading.moment for reading in theirs):
        return False
    return _never_falls([*ours, *theirs])


def set_against(left: Iterable[Reading], right: Iterable[Reading], circle: Circle) -> bool:
    """Whether a report sets a number of the one side beside another of the other side, as what both say now."""
    ours: dict[str, list[Reading]] = {}
    for one in _current(left):
        ours.setdefault(one.figure.span.report, []).append(one)
    return any(
        not meet(one, other, circle) for other in _current(right) for one in ours.get(other.figure.span.report, ())
    )


def _current(readings: Iterable[Reading]) -> Iterable[Reading]:
    return (reading for reading in readings if reading.figure.stance == "asserted" and not reading.past)


def _never_falls(readings: Iterable[Reading]) -> bool:
    """Whether a count only grows with the days: a later and smaller one is another body's own."""
    ordered = sorted(readings, key=lambda reading: reading.moment or 0)
    least = [reading.figure.low for reading in ordered if reading.figure.low is not None]
    return all(one <= other for one, other in itertools.pairwise(least))


def _distinct(readings: Iterable[Reading]) -> list[Reading]:
    """One reading for each number and wording."""
    found: dict[object, Reading] = {}
    for reading in readings:
        figure = reading.figure
        found.setdefault((figure.low, figure.high, figure.unit, figure.about, figure.relation), reading)
    return list(found.values())
