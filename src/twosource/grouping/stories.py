"""In: reports and copies. Out: stories, the running affairs over months, each with its events, the single happenings.

Batch over all reports given, and independent of their order. A report's terms depend on it alone and may be kept;
their weights, and so the borders of stories, move as the batch grows.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import numpy as np

from twosource.grouping.clusters import Similarity, cut, cut_apart, cut_sparse
from twosource.grouping.vectors import Space, Terms, read_terms, space, written
from twosource.records import Copy, Group, Report

#: The mean similarity that holds a story together. It is low: an opinion piece of months later is part of the affair.
_STORY = 0.115
#: Events fall apart under the first, and under the second where each half holds together much better than the two.
_EVENT, _EVENT_CLEAR, _EVENT_RATIO, _EVENT_FEW = 0.22, 0.36, 0.72, 3
#: Reports far apart in time are a little less of one story, and much less of one event.
_STORY_AGEING, _EVENT_AGEING, _AGEING_DAYS = 0.05, 0.3, 30.0
_ALL_PAIRS = 2_500
_TIES, _TIE_SHARE, _TELLING_DIGITS = 8, 0.4, 3


def find_stories(reports: Sequence[Report], copies: Sequence[Copy]) -> list[Group]:
    """The stories among reports, largest first; every report is in exactly one.

    A story is a running affair over months: reports that share names, numbers and telling words. Its events are the
    single happenings inside it, numbered from "1" by their first report. A copy is in its original's event.
    """
    reports = sorted(reports, key=lambda report: report.id)
    if not reports:
        return []
    terms = [read_terms(report) for report in reports]
    whole = space(terms)
    place = {report.id: at for at, report in enumerate(reports)}
    pairs = [(place[copy.report], place[copy.of]) for copy in copies if copy.report in place and copy.of in place]
    days = [_day(report) for report in reports]
    if len(reports) <= _ALL_PAIRS:
        stories = cut(_similar(whole, list(range(len(reports))), pairs, days, _STORY_AGEING), _STORY)
    else:
        stories = cut_sparse(whole.rows, _STORY)
    stories = _kept_together(stories, pairs)
    groups = [
        Group(
            reports=tuple(reports[at].id for at in story),
            events=_events(story, reports, whole, pairs, days),
            ties=_ties([reports[at] for at in story], [terms[at] for at in story], whole),
        )
        for story in stories
    ]
    return sorted(groups, key=lambda group: (-len(group.reports), group.reports))


def _day(report: Report) -> float:
    """The publication day as a number, NaN where it is unknown or no day."""
    try:
        return float(dt.date.fromisoformat(report.published.value).toordinal()) if report.published else np.nan
    except ValueError:
        return np.nan


def _similar(
    whole: Space, members: list[int], pairs: Sequence[tuple[int, int]], days: Sequence[float], ageing: float
) -> Similarity:
    """Similarities among some of the reports, less by up to `ageing` for those far apart in time; copies are alike."""
    rows = whole.rows[members]
    similar = np.asarray((rows @ rows.T).todense(), dtype=np.float64)
    when = np.asarray([days[at] for at in members])
    apart = np.nan_to_num(np.abs(when[:, None] - when[None, :]), nan=0.0)
    similar *= 1 - ageing * (1 - np.exp(-apart / _AGEING_DAYS))
    where = {at: number for number, at in enumerate(members)}
    for one, other in pairs:
        if one in where and other in where:
            similar[where[one], where[other]] = similar[where[other], where[one]] = 1.0
    np.fill_diagonal(similar, 1.0)
    return similar


def _kept_together(clusters: list[list[int]], pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The clusters with every copy moved to its original's."""
    home = {member: number for number, cluster in enumerate(clusters) for member in cluster}
    for copy, original in sorted(pairs):
        home[copy] = home[original]
    moved: dict[int, list[int]] = {}
    for member in sorted(home):
        moved.setdefault(home[member], []).append(member)
    return list(moved.values())


def _events(
    story: list[int], reports: Sequence[Report], whole: Space, pairs: Sequence[tuple[int, int]], days: Sequence[float]
) -> dict[str, str]:
    """The event of each report of a story: numbers as text, in the order of the events' first reports."""
    if len(story) <= _ALL_PAIRS:
        parts = cut_apart(
            _similar(whole, story, pairs, days, _EVENT_AGEING), _EVENT, _EVENT_CLEAR, _EVENT_RATIO, _EVENT_FEW
        )
    else:
        parts = cut_sparse(whole.rows[story], _EVENT)
    events = _kept_together([[story[at] for at in part] for part in parts], _pairs_within(pairs, story))

    def begun(event: list[int]) -> tuple[float, str]:
        return min((days[at] if days[at] == days[at] else np.inf, reports[at].id) for at in event)

    ordered = sorted(events, key=begun)
    number = {at: str(key) for key, event in enumerate(ordered, start=1) for at in event}
    return {reports[at].id: number[at] for at in story}


def _pairs_within(pairs: Sequence[tuple[int, int]], story: list[int]) -> list[tuple[int, int]]:
    """The pairs whose both ends are in the story."""
    inside = set(story)
    return [pair for pair in pairs if pair[0] in inside and pair[1] in inside]


def _ties(reports: Sequence[Report], terms: Sequence[Terms], whole: Space) -> tuple[str, ...]:
    """The words that hold a story together, as they are written there, the most telling first."""
    if len(terms) == 1:
        return ()
    counts = Counter(key for one in terms for key in one.weights)
    least = max(2, _TIE_SHARE * len(terms))
    strength = {
        key: number / len(terms) * whole.weight[key]
        for key, number in counts.items()
        if number >= least and whole.weight[key] > 0 and not (key.isdigit() and len(key) < _TELLING_DIGITS)
    }
    strongest = sorted(strength, key=lambda key: (-strength[key], key))[:_TIES]
    forms: dict[str, Counter[str]] = {key: Counter() for key in strongest}
    for report in reports:
        for key, form in written(report, forms).items():
            forms[key][form] += 1
    return tuple(min(seen, key=lambda form: (-seen[form], form)) for seen in forms.values())
