"""In: Reports with furniture and dateline marked. Out: the same with publication days, where something settles them."""

from collections.abc import Sequence
from datetime import date

from msgspec import structs

from twosource.reading.day_clues import (
    Clue,
    clues,
    copyright_year,
    days_later,
    moved,
    noted,
    url_day,
    weekday_of,
    weekdays_said,
    years_named,
)
from twosource.reading.day_order import real, settled, year_by
from twosource.reading.day_siblings import (
    Neighbours,
    Told,
    Weights,
    best_day,
    dated_sentences,
    is_copied,
    reaches,
    spot,
    tokens,
    told,
    window,
)
from twosource.records import Day, Report

_NEAR, _PASSES, _WEEK = 60, 2, 7
_LONGEST = 40_000


def find_days(reports: Sequence[Report], as_of: str | None) -> list[Report]:
    """Find the publication day of every report that has none, in the order given; a day already there is kept.

    A day is claimed only where the address, a dateline, the words beside "today" or "yesterday", or a dated report of
    the same happening settles it. Days after `as_of` (ISO, or None) are not believed, whoever gives them.
    """
    last = _date(as_of)
    found = [_believed(report, last) for report in reports]
    found = [_from_address(report, last) for report in found]
    if all(_known(report) for report in found) or not found:
        return found
    search = _Search(found, last)
    for surest in (True, False):
        for _ in range(_PASSES):
            again = search.run(found, surest=surest)
            if again == found:
                break
            found = again
    return search.around(found)


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None


def _known(report: Report) -> date | None:
    return _date(report.published.value) if report.published else None


def _believed(report: Report, last: date | None) -> Report:
    day = _known(report)
    return structs.replace(report, published=None) if day and last and day > last else report


def _from_address(report: Report, last: date | None) -> Report:
    day = url_day(report.url) if report.published is None else None
    if day is None or (last is not None and day > last):
        return report
    return structs.replace(report, published=Day(value=day.isoformat(), how="url"))


class _Search:
    """What finding days needs to know of all reports: their words, and their sentences once asked for."""

    def __init__(self, reports: Sequence[Report], last: date | None) -> None:
        self._last = last
        self._told: dict[str, list[Told]] = {}
        self._clues: dict[str, list[Clue]] = {}
        self._words = {
            report.id: frozenset(tokens(report.text[:_LONGEST])) for report in reports if report.language == "en"
        }
        self._neighbours = Neighbours(self._words)

    def run(self, reports: Sequence[Report], *, surest: bool) -> list[Report]:
        """One round: the reports, those that can be dated now with their day."""
        days = _evidence(reports)
        by_id = {report.id: report for report in reports}
        return [
            report
            if _known(report) or report.id not in self._words
            else self._dated(report, days, by_id, surest=surest)
            for report in reports
        ]

    def around(self, reports: Sequence[Report]) -> list[Report]:
        """The reports; those still undated with a day near theirs, if dated ones tell of the same."""
        days = {report.id: day for report in reports if (day := _known(report))}
        by_id = {report.id: report for report in reports}
        return [
            report if report.id in days or report.id not in self._words else self._around(report, days, by_id)
            for report in reports
        ]

    def _around(self, report: Report, days: dict[str, date], by_id: dict[str, Report]) -> Report:
        near = self._neighbours.of(report.id, frozenset(days))
        if not near:
            return report
        known = [days[name] for name in near]
        own = self._sentences(report)
        theirs = [self._sentences(by_id[name]) for name in near]
        others = [
            row for name, rows, day in zip(near, theirs, known, strict=True) for row in dated_sentences(name, rows, day)
        ]
        cited = _cited(report, [by_id[name] for name in near], known)
        options = [day for day in window(known) if self._possible(report, day) and (cited is None or day >= cited)]
        best = best_day(own, others, options, Weights([own, *theirs]), sure=True)
        if best is not None or cited is not None:
            return structs.replace(report, around=(best[0] if best else cited or known[0]).isoformat())
        for day, rows in zip(known, theirs, strict=True):
            if is_copied(own, rows) and self._possible(report, day):
                return structs.replace(report, around=day.isoformat())
        month = moved(known[0], days_later(report)) or known[0]
        return structs.replace(report, around=month.isoformat()[:7])

    def _dated(self, report: Report, days: dict[str, date], by_id: dict[str, Report], *, surest: bool) -> Report:
        near = self._neighbours.of(report.id, frozenset(days))
        known = [days[name] for name in near] or _whole_run(days)
        if report.id not in self._clues:
            self._clues[report.id] = list(clues(report))
        for clue in self._clues[report.id]:
            if clue.how == "text" and not clue.shift and clue.weekday is not None and known:
                continue  # the day of the lead may be an earlier one: dated siblings know better
            found = self._clued(report, clue, known)
            if found is not None:
                return found
        if surest:
            return report
        found = self._by_siblings(report, [by_id[name] for name in near], [days[name] for name in near])
        if _known(found):
            return found
        last = (self._clued(report, clue, known) for clue in noted(report))
        return next(filter(None, last), report)

    def _clued(self, report: Report, clue: Clue, known: Sequence[date]) -> Report | None:
        """The report with the day of a clue, None where it gives none that can be."""
        day = self._placed(report, clue, known)
        if day is None or not self._possible(report, day):
            return None
        words = report.span(clue.start, min(clue.end, len(report.text)))
        return structs.replace(report, published=Day(value=day.isoformat(), how=clue.how, words=words))

    def _possible(self, report: Report, day: date) -> bool:
        """Not after the day of the run, and inside the month that is known, if one is."""
        if self._last is not None and day > self._last:
            return False
        return report.published is None or day.isoformat().startswith(report.published.value)

    def _placed(self, report: Report, clue: Clue, known: Sequence[date]) -> date | None:
        """The day of a clue, its year taken from dated siblings, a copyright line or the years the text names."""
        clue = settled(report, clue, known, self._last) or Clue(how=clue.how, start=0, end=0)
        if clue.month is None or clue.day is None:
            return None
        if clue.year is not None:
            day = real(clue.year, clue.month, clue.day)
            fits = day is not None and (clue.weekday is None or day.weekday() == clue.weekday)
            return moved(day, clue.shift) if day is not None and fits else None
        if known:
            day = year_by(report, clue, known, weekdays_said(report))
            return moved(day, clue.shift) if day is not None else None
        own = copyright_year(report)
        years = [own] if own else []
        named = years_named(report)
        if not years and clue.weekday is not None and named:
            years = list(range(named[-1], named[-1] + 3))
        for year in years:
            day = real(year, clue.month, clue.day)
            if day is not None and (clue.weekday is None or day.weekday() == clue.weekday):
                return moved(day, clue.shift)
        return None

    def _by_siblings(self, report: Report, near: Sequence[Report], known: Sequence[date]) -> Report:
        if not near:
            return report
        own = self._sentences(report)
        theirs = [self._sentences(other) for other in near]
        weights = Weights([own, *theirs])
        others = [
            row
            for other, rows, day in zip(near, theirs, known, strict=True)
            for row in dated_sentences(other.id, rows, day)
        ]
        cited = _cited(report, near, known)
        weekday = weekday_of(report)
        options = [
            day
            for day in window(known)
            if self._possible(report, day)
            and (weekday is None or day.weekday() == weekday.weekday)
            and (cited is None or day >= cited)
        ]
        best = best_day(own, others, options, weights, sure=weekday is not None)
        if weekday is None:
            if best is None:
                return report
            return structs.replace(
                report, published=Day(value=best[0].isoformat(), how="sibling", words=spot(report, best[1]))
            )
        least = max(filter(None, (cited, reaches(own, others, weights))), default=None)
        after = [option for option in options if least is not None and 0 <= (option - least).days < _WEEK]
        day = best[0] if best is not None else min(after, default=None)
        if day is None:
            return report
        words = report.span(weekday.start, weekday.end)
        return structs.replace(report, published=Day(value=day.isoformat(), how=weekday.how, words=words))

    def _sentences(self, report: Report) -> list[Told]:
        if report.id not in self._told:
            self._told[report.id] = told(report)
        return self._told[report.id]


def _evidence(reports: Sequence[Report]) -> dict[str, date]:
    """The days that other reports may be dated by: not those that were themselves only concluded from others."""
    return {
        report.id: day
        for report in reports
        if report.published is not None and report.published.how != "sibling" and (day := _known(report))
    }


def _whole_run(days: dict[str, date]) -> list[date]:
    """The middle day of all that are known, where they lie near together: enough to tell a year."""
    known = sorted(days.values())
    near = known and (known[-1] - known[0]).days <= _NEAR
    return [known[len(known) // 2]] if near else []


def _cited(report: Report, near: Sequence[Report], known: Sequence[date]) -> date | None:
    """The latest day on which an outlet that the report names had its (first) report."""
    first: dict[str, date] = {}
    for other, day in zip(near, known, strict=True):
        name = (other.outlet or "").removeprefix("The ").strip()
        if len(name) > 5 and name != (report.outlet or "").removeprefix("The "):  # noqa: PLR2004 (shorter ones are words)
            first[name] = min(day, first.get(name, day))
    named = [day for name, day in first.items() if name in report.text]
    return max(named, default=None)
