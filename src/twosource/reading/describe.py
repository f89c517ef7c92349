"""In: Reports as read. Out: the same Reports with furniture, title, byline, credit, dateline, outlet and day marked."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from twosource.reading.days import find_days
from twosource.reading.furniture import find_furniture
from twosource.reading.heading import find_heading
from twosource.reading.lines import Line, lines_of
from twosource.reading.outlets import host_of, outlet_in, plain_name
from twosource.records import Report

_REPEATED_LONGEST = 40
_MOSTLY = 0.5


def describe(reports: Sequence[Report], as_of: str | None) -> list[Report]:
    """Mark what is known of each report from its own text and from the other reports of the same sites.

    `as_of` is the day of the run (ISO) or None; publication days after it are not believed. The reports come back in
    the order given, each with its text unchanged.
    """
    lines = [lines_of(report.text) for report in reports]
    outlets = frozenset(plain_name(report.outlet) for report in reports if report.outlet)
    sites = [_site(report) for report in reports]
    repeats = _repeats(sites, lines)
    described = [
        _described(report, found, outlets, repeats.get(site, Counter()))
        for report, found, site in zip(reports, lines, sites, strict=True)
    ]
    return find_days(described, as_of)


def _described(report: Report, lines: list[Line], outlets: frozenset[str], repeats: Counter[str]) -> Report:
    heading = find_heading(lines, report.outlet, outlets)
    outlet = report.outlet or outlet_in(lines, heading) or host_of(report.url)
    if outlet != report.outlet:
        heading = find_heading(lines, outlet, outlets)
    if report.headline:  # it is told apart: what stands first in the text is none
        heading = replace(heading, title=None, title_line=None, body=0, cut=True)
    furniture = find_furniture(lines, heading, outlet, repeats)
    return structs.replace(
        report,
        outlet=outlet,
        title=report.span(*heading.title) if heading.title else None,
        byline=report.span(*heading.byline) if heading.byline else None,
        credit=heading.credit,
        credit_span=report.span(*heading.credit_span) if heading.credit_span else None,
        dateline=report.span(*heading.dateline) if heading.dateline else None,
        furniture=tuple(report.span(start, end) for start, end in furniture),
    )


def _site(report: Report) -> str:
    return plain_name(report.outlet) if report.outlet else (host_of(report.url) or "")


def _repeats(sites: Sequence[str], lines: Sequence[Sequence[Line]]) -> dict[str, Counter[str]]:
    """In how many reports of each site each line stands. Versions of one text count as one report."""
    seen: dict[str, list[frozenset[str]]] = {}
    for site, found in zip(sites, lines, strict=True):
        if not site:
            continue
        here = frozenset(line.plain for line in found if line.plain and line.count <= _REPEATED_LONGEST)
        prose = frozenset(line.plain for line in found if line.prose)
        kept = seen.setdefault(site, [])
        if not any(prose and len(prose & other) > _MOSTLY * len(prose) for other in kept):
            kept.append(here | prose)
    return {site: Counter(plain for one in kept for plain in one) for site, kept in seen.items() if len(kept) > 1}
