"""In: a story's figures, reports and copies. Out: `Reading`s: each figure with its day, its report and its bounds."""

import datetime as dt
import math
import re
from collections.abc import Mapping, Sequence
from functools import cached_property

import msgspec

from twosource.reconciling.cues import told_as_past
from twosource.reconciling.pairs import RUNNING, SETTLED, fate
from twosource.reconciling.periods import Period, period
from twosource.reconciling.units import NO_RATES, ROUNDING, Rates, comparable, convert, family
from twosource.records import Copy, Figure, Report

_RANGE = re.compile(r"\bbetween\b|\bfrom\b|\bto\b|[\d%]\s*[-–—]\s*[$€£]?\d|\bor\b|\band\b")
ABOUT = 0.1


class Reading(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A figure in its story.

    `source` is the report it counts for (of a copy, the report copied), `published` that report's day as an ordinal, or
    None; `past` is true where its own sentence tells it as a state that has passed; `beside_toll` where it counts
    things in one sentence with a running toll of people ("31 people ill in two states"), and so goes on with it.
    `of_event` is true where its day is that of what happened, and not of the count: reports of several days give it.
    `side` is the kind of people whose side it counts where no noun beside it says so, `party` the state whose people it
    counts, each "" where none is known.
    """

    figure: Figure
    source: str
    copied: bool
    published: int | None
    past: bool = False
    beside_toll: bool = False
    of_event: bool = False
    side: str = ""
    party: str = ""

    @property
    def key(self) -> tuple[str, int, int]:
        """A sort key that depends on the text alone."""
        return self.figure.span.report, self.figure.span.start, self.figure.span.end

    @cached_property
    def period(self) -> Period | None:
        """The days the figure speaks of, where the text says."""
        return period(self.figure.as_of)

    @cached_property
    def moment(self) -> int | None:
        """The day for which it was true at the latest: its own as-of, never after its report's day; or that day."""
        if self.period is None or self.of_event:
            return self.published
        return self.period.last if self.published is None else min(self.period.last, self.published)

    @cached_property
    def stated_range(self) -> bool:
        """Whether the words give both ends of an uncertainty ("between 84,000 and 92,000")."""
        figure = self.figure
        open_ended = figure.low is None or figure.high is None or figure.low == figure.high
        return not open_ended and bool(_RANGE.search(figure.span.words.casefold()))

    @property
    def none(self) -> bool:
        """Whether it says that there was none."""
        return self.figure.low == 0 and self.figure.high == 0


def with_event_days(readings: Sequence[Reading]) -> list[Reading]:
    """The readings of a claim; of a running toll a day that reports of several days give is that of what happened.

    "Ten people died on 7 May", written in July, tells no count of 7 May.
    """
    told: dict[Period, set[int]] = {}
    first = min((reading.published for reading in readings if reading.published is not None), default=0)
    for reading in readings:
        if reading.figure.measure in _TOLLS and reading.period is not None and reading.period.days == 1:
            told.setdefault(reading.period, set()).add(reading.published or 0)
            if reading.published is None and reading.period.last < first - _AHEAD:
                told[reading.period].add(-1)  # a day before all counting, of a report whose own day nobody knows
    return [
        msgspec.structs.replace(reading, of_event=True)
        if reading.period is not None and len(told.get(reading.period, ())) > 1
        else reading
        for reading in readings
    ]


#: So many days before the first report at most something happened that reports count as it goes on.
_AHEAD = 2


def day_of(report: Report) -> int | None:
    """The report's publication day as an ordinal, or None."""
    if report.published is None:
        return None
    try:
        return dt.date.fromisoformat(report.published.value).toordinal()
    except ValueError:
        return None


def roots(copies: Sequence[Copy]) -> dict[str, str]:
    """For every copy the report it goes back to, over copies of copies."""
    of = {copy.report: copy.of for copy in copies}
    found = {}
    for report in of:
        seen, root = {report}, report
        while root in of and of[root] not in seen:
            root = of[root]
            seen.add(root)
        found[report] = root
    return found


def readings_of(
    figures: Sequence[Figure],
    reports: Mapping[str, Report],
    copies: Mapping[str, str],
    sides: Mapping[str, str] | None = None,
    parties: Mapping[str, str] | None = None,
) -> tuple[Reading, ...]:
    """The readings of a story, in an order that does not hang on the order of its reports.

    `sides` and `parties` give by figure id whose people a number counts, where the story tells of a fight.
    """
    days = {name: day_of(report) for name, report in reports.items()}
    rows = []
    tolls = {(f.span.report, f.sentence.start) for f in figures if f.unit == "person" and f.measure in _TOLLS}
    for figure in map(_with_fate, figures):
        name = figure.span.report
        source = copies.get(name, name)
        rows.append(
            Reading(
                figure=figure,
                source=source,
                copied=name in copies,
                published=days.get(source) or days.get(name),
                past=told_as_past(figure.sentence, figure.span),
                side=(sides or {}).get(figure.id, ""),
                party=(parties or {}).get(figure.id, ""),
                beside_toll=_counts_things(figure) and (name, figure.sentence.start) in tolls,
            )
        )
    return tuple(sorted(rows, key=lambda row: row.key))


_TOLLS = RUNNING - SETTLED


def _with_fate(figure: Figure) -> Figure:
    told = fate(figure.measure, figure.noun) if figure.unit == "person" else figure.measure
    return figure if told == figure.measure else msgspec.structs.replace(figure, measure=told)


def _counts_things(figure: Figure) -> bool:
    return family(figure.unit) == "count" and figure.unit not in ("", "person")


_COIN = re.compile(r"[^\W\d_]+$")


def as_worded(reading: Reading) -> tuple[float | None, float | None, str]:
    """An amount and its word for the coin: "6,000 pounds" is one amount, whichever pound each was taken for."""
    figure = reading.figure
    coin = _COIN.search(figure.span.words)
    return figure.low, figure.high, coin.group().casefold() if coin else ""


class Bounds(msgspec.Struct, frozen=True):
    """Bounds in one unit, open ends as infinities: as written, and as far as the wording reaches."""

    low: float
    high: float
    wide_low: float
    wide_high: float

    def meets(self, other: "Bounds") -> bool:
        """Whether one number satisfies both."""
        return self.wide_low <= other.wide_high and other.wide_low <= self.wide_high


def last_digit(figure: Figure) -> float:
    """Half the last digit that the wording gives, in the figure's own unit: 50 for "46,300", 0.5 for "eight"."""
    value = figure.low if figure.low is not None else figure.high
    if not value:
        return 0.0
    for power in range(15, -7, -1):
        step = 10.0**power
        if math.isclose(value / step, round(value / step), rel_tol=0, abs_tol=1e-9) and round(value / step):
            return step / 2
    return 0.0


def bounds(reading: Reading, unit: str, rates: Rates = NO_RATES) -> Bounds:
    """The figure's bounds in `unit`: "about n" reaches 10 % either way, a conversion its rounding."""
    figure = reading.figure
    if not comparable(figure.unit, unit, rates):  # a currency without a known rate contradicts nothing
        return Bounds(-math.inf, math.inf, -math.inf, math.inf)
    low = -math.inf if figure.low is None else convert(figure.low, figure.unit, unit, rates)
    high = math.inf if figure.high is None else convert(figure.high, figure.unit, unit, rates)
    slack_low = slack_high = 0.0
    if figure.about:
        slack_low, slack_high = abs(low) * ABOUT, abs(high) * ABOUT
    elif figure.unit != unit or figure.relation == "conversion":
        digit = 0.5 if family(unit) == "temperature" else abs(convert(last_digit(figure), figure.unit, unit, rates))
        slack_low = max(abs(low) * ROUNDING, digit) if math.isfinite(low) else 0.0
        slack_high = max(abs(high) * ROUNDING, digit) if math.isfinite(high) else 0.0
    return Bounds(
        low,
        high,
        low - slack_low if math.isfinite(low) else low,
        high + slack_high if math.isfinite(high) else high,
    )
