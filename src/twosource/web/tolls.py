"""In: a claim's readings. Out: the number over time: points on days, steps by origin, places in per cent and pixels."""

import datetime as dt
import functools
import math
from collections.abc import Sequence

import msgspec
from msgspec import structs

from twosource.dossier import words
from twosource.dossier.view import Card, Reading
from twosource.web import hrefs
from twosource.web.lines import claim_ref
from twosource.web.opened import Opened
from twosource.web.shapes import Toll, TollPoint

_MOST_POINTS = 120
_LEAST_POINTS = 3
_HEIGHT = 220.0
_TOP, _BOTTOM = 20.0, 26.0
_LEFT, _RIGHT = 14.0, 95.0
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_DAY_TICKS, _VALUE_TICKS = 4, 4
_APART, _ABREAST = 11, 4


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """A reading: `x` in per cent, `top` and `bottom` in pixels, `origin` an index for its colour.

    `beside` is how many pixels it is moved aside, so that readings of one day and number do not hide one another.
    """

    x: float
    top: float
    bottom: float
    open_top: bool
    open_bottom: bool
    origin: int | None
    point: TollPoint
    beside: int = 0


class Stroke(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of an origin's steps, ends in per cent across and pixels down."""

    x1: float
    y1: float
    x2: float
    y2: float
    origin: int


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """A word at an axis."""

    at: float
    words: str


class TollPlot(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing of a toll, `height` pixels high and as wide as there is room."""

    toll: Toll
    height: float
    floor: float
    dots: tuple[Dot, ...]
    strokes: tuple[Stroke, ...]
    days: tuple[Label, ...]
    values: tuple[Label, ...]
    origins: tuple[tuple[int, str], ...]


def toll(opened: Opened, card: Card) -> Toll | None:
    """A claim's number over time, or None where fewer than three readings stand on at least two days."""
    return _toll(opened, card)[0]


def toll_plot(opened: Opened, card: Card) -> TollPlot | None:
    """The drawing of a claim's number over time, or None where there is nothing to draw."""
    made, drawn = _toll(opened, card)
    if made is None:
        return None
    axes = _Axes(made.points)
    dots = [_dot(point, origin, axes) for point, origin in zip(made.points, drawn, strict=True)]
    names = {dot.origin: dot.point.origin for dot in dots if dot.origin is not None and dot.point.origin}
    return TollPlot(
        toll=made,
        height=_HEIGHT,
        floor=_HEIGHT - _BOTTOM,
        dots=_spread(dots),
        strokes=_strokes(dots),
        days=axes.days(),
        values=axes.values(),
        origins=tuple(sorted(names.items())),
    )


def moves(card: Card) -> tuple[int, int]:
    """On how many days a claim's number stands, and how many readings say it there: nought where it is no toll."""
    days = [
        day for reading in card.readings if reading.first.unit == card.claim.unit for day in [_day(reading)[0]] if day
    ]
    many = len(set(days))
    return (many, len(days)) if many > 1 and len(days) >= _LEAST_POINTS else (0, 0)


def _toll(opened: Opened, card: Card) -> tuple[Toll | None, list[int | None]]:
    dated: list[tuple[str, bool, Reading]] = []
    undated = 0
    for reading in card.readings:
        figure = reading.first
        if figure.unit != card.claim.unit or figure.low is figure.high is None:
            continue
        day, of_report = _day(reading)
        if day is None:
            undated += 1
        else:
            dated.append((day, of_report, reading))
    dated.sort(key=lambda one: (one[0], one[2].first.span))
    dated = dated[:: -(-len(dated) // _MOST_POINTS)] if dated else []
    if len(dated) < _LEAST_POINTS or dated[0][0] == dated[-1][0]:
        return None, []
    points = tuple(_point(card, reading, day, of_report=of_report) for day, of_report, reading in dated)
    made = Toll(claim=claim_ref(opened, card.claim), unit=card.claim.unit, points=points, undated=undated)
    return made, [reading.origin for _, _, reading in dated]


def _day(reading: Reading) -> tuple[str | None, bool]:
    """The day a reading speaks of, else that of its report (true); None where neither is known."""
    spoken = next((one.as_of for one in reading.figures if one.as_of and _is_day(one.as_of)), None)
    published = reading.source.report.published
    return (spoken, False) if spoken else (published.value if published and _is_day(published.value) else None, True)


def _point(card: Card, reading: Reading, day: str, *, of_report: bool) -> TollPoint:
    figure = reading.first
    return TollPoint(
        day=day,
        of_report=of_report,
        low=figure.low,
        high=figure.high,
        amount=reading.amount,
        label=reading.source.label,
        address=hrefs.words(figure.span),
        origin=None if reading.origin is None else words.plain(card.claim.origins[reading.origin].names[0]),
        superseded=reading.superseded,
        stance=figure.stance,
    )


@functools.lru_cache(maxsize=4096)
def _is_day(value: str) -> bool:
    try:
        return dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


class _Axes:
    """Turns days into per cent across and values into pixels down; values begin at nought where that is not far off."""

    def __init__(self, points: Sequence[TollPoint]) -> None:
        days = [dt.date.fromisoformat(point.day).toordinal() for point in points]
        self._first, self._last = min(days), max(days)
        ends = [end for point in points for end in (point.low, point.high) if end is not None]
        low, high = min(ends), max(ends)
        if 0 < low <= high / 2 or low == high:
            low = min(0.0, low)
        if low == high:
            high = low + 1.0
        step = _step((high - low) / _VALUE_TICKS)
        self._low = (low // step) * step
        self._high = -(-high // step) * step
        self._step = step

    def x(self, day: str) -> float:
        share = (dt.date.fromisoformat(day).toordinal() - self._first) / (self._last - self._first)
        return round(_LEFT + share * (_RIGHT - _LEFT), 2)

    def y(self, value: float) -> float:
        share = (value - self._low) / (self._high - self._low)
        return round(_HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM), 1)

    def days(self) -> tuple[Label, ...]:
        long = self._last - self._first
        every = max(1, -(-long // _DAY_TICKS))
        found = [dt.date.fromordinal(day).isoformat() for day in range(self._first, self._last + 1, every)]
        return tuple(Label(at=self.x(day), words=words.day(day).rsplit(" ", 1)[0]) for day in found)

    def values(self) -> tuple[Label, ...]:
        many = round((self._high - self._low) / self._step)
        found = [self._low + self._step * number for number in range(many + 1)]
        return tuple(Label(at=self.y(value), words=words.number(round(value, 10))) for value in found)


def _step(raw: float) -> float:
    power = 10.0 ** math.floor(math.log10(raw))
    return next((power * step for step in _STEPS if power * step >= raw), raw)


def _dot(point: TollPoint, origin: int | None, axes: _Axes) -> Dot:
    low = point.low if point.low is not None else point.high
    high = point.high if point.high is not None else point.low
    return Dot(
        x=axes.x(point.day),
        top=axes.y(high or 0.0),
        bottom=axes.y(low or 0.0),
        open_top=point.high is None,
        open_bottom=point.low is None,
        origin=origin,
        point=point,
    )


def _spread(dots: Sequence[Dot]) -> tuple[Dot, ...]:
    """The dots, those of one place side by side, the known origins first; only the first few have room."""
    places: dict[tuple[float, float], list[Dot]] = {}
    for dot in dots:
        places.setdefault((dot.x, dot.top), []).append(dot)
    made = []
    for place in places.values():
        place.sort(key=lambda dot: (dot.origin is None, dot.origin or 0))
        room = min(len(place), _ABREAST)
        made += [
            structs.replace(dot, beside=round((number % room - (room - 1) / 2) * _APART))
            for number, dot in enumerate(place)
        ]
    return tuple(made)


def _strokes(dots: Sequence[Dot]) -> tuple[Stroke, ...]:
    """Each origin's steps: across at the old height, then up or down on the day of the new number.

    Denied numbers are no step: whoever denies a number does not stand by it.
    """
    last: dict[int, Dot] = {}
    made: list[Stroke] = []
    for dot in dots:
        if dot.origin is None or dot.point.stance == "denied":
            continue
        before = last.get(dot.origin)
        if before and (before.x, before.top) != (dot.x, dot.top):
            made.append(Stroke(x1=before.x, y1=before.top, x2=dot.x, y2=before.top, origin=dot.origin))
            made.append(Stroke(x1=dot.x, y1=before.top, x2=dot.x, y2=dot.top, origin=dot.origin))
        last[dot.origin] = dot
    return tuple(stroke for stroke in made if (stroke.x1, stroke.y1) != (stroke.x2, stroke.y2))
