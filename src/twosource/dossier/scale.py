"""In: a claim's readings. Out: where each stands on one scale, in per cent of the drawing's width."""

import math
from collections.abc import Sequence

import msgspec

from twosource.dossier import words
from twosource.dossier.view import Card, Reading
from twosource.records import Figure

_EDGE = 5.0
_REACH = 0.1
_LOG_FROM = 40.0
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_TICKS = 4


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One reading as drawn: from `left` to `right`, open where an end goes on, soft as far as "about" reaches."""

    left: float
    right: float
    open_left: bool
    open_right: bool
    soft_left: float | None
    soft_right: float | None

    @property
    def width(self) -> float:
        """The length of the bar."""
        return round(self.right - self.left, 2)

    @property
    def point(self) -> bool:
        """Whether the reading is one number."""
        return self.left == self.right and not self.open_left and not self.open_right


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """A labelled place on the scale."""

    at: float
    label: str


class Scale(msgspec.Struct, frozen=True, kw_only=True):
    """A claim's drawing: a mark for each reading (None in another unit), the ticks, and what stands as a band."""

    marks: tuple[Mark | None, ...]
    ticks: tuple[Tick, ...]
    band: Mark | None
    logarithmic: bool


def scale(card: Card) -> Scale | None:
    """The drawing of a claim, or None where nothing of it can be drawn on one scale."""
    unit = card.claim.unit
    drawn = [reading.first for reading in card.shown if reading.first.unit == unit]
    values = [end for figure in drawn for end in (figure.low, figure.high) if end is not None and math.isfinite(end)]
    if len(set(values)) < 2 and not any(figure.about or None in (figure.low, figure.high) for figure in drawn):  # noqa: PLR2004
        return None  # one number, said alike by all, needs no drawing
    if not values:
        return None
    axis = _Axis(values)
    return Scale(
        marks=tuple(_mark(reading, unit, axis) for reading in card.shown),
        ticks=axis.ticks(),
        band=_band(card, axis),
        logarithmic=axis.logarithmic,
    )


class _Axis:
    """Turns values into places; logarithmic where the values span orders of magnitude."""

    def __init__(self, values: Sequence[float]) -> None:
        low, high = min(values), max(values)
        self.logarithmic = low > 0 and high / low >= _LOG_FROM
        if low == high:
            spread = abs(low) * 0.5 or 1.0
            low, high = low - spread, high + spread
        self._low, self._high = self._bend(low), self._bend(high)
        self._values = (low, high)

    def _bend(self, value: float) -> float:
        return math.log10(value) if self.logarithmic else value

    def place(self, value: float) -> float:
        """Where a value stands, from 0 to 100; values off the scale stand at its edge."""
        if self.logarithmic and value <= 0:
            return 0.0
        share = (self._bend(value) - self._low) / (self._high - self._low)
        return round(min(100.0, max(0.0, _EDGE + share * (100 - 2 * _EDGE))), 2)

    def ticks(self) -> tuple[Tick, ...]:
        """A few round values."""
        low, high = self._values
        if self.logarithmic:
            powers = range(math.ceil(self._low), math.floor(self._high) + 1)
            found = [10.0**power for power in powers] or [low, high]
            found = found[:: max(1, len(found) // _TICKS)]
        else:
            raw = (high - low) / _TICKS
            power = 10.0 ** math.floor(math.log10(raw))
            step = next(power * step for step in _STEPS if power * step >= raw)
            first = math.ceil(low / step)
            found = [round(step * number, 10) for number in range(first, first + _TICKS + 2) if step * number <= high]
        return tuple(Tick(at=self.place(value), label=words.number(value)) for value in found)


def _mark(reading: Reading, unit: str, axis: _Axis) -> Mark | None:
    figure = reading.first
    if figure.unit != unit or (figure.low is None and figure.high is None):
        return None
    return _between(figure.low, figure.high, figure if figure.about else None, axis)


def _band(card: Card, axis: _Axis) -> Mark | None:
    low, high = card.claim.low, card.claim.high
    return None if low is None and high is None else _between(low, high, None, axis)


def _between(low: float | None, high: float | None, about: Figure | None, axis: _Axis) -> Mark:
    return Mark(
        left=0.0 if low is None else axis.place(low),
        right=100.0 if high is None else axis.place(high),
        open_left=low is None,
        open_right=high is None,
        soft_left=axis.place(low * (1 - _REACH)) if about and low is not None else None,
        soft_right=axis.place(high * (1 + _REACH)) if about and high is not None else None,
    )
