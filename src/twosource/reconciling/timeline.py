"""In: a story's reports and their mentions. Out: its timeline, one entry a happening, with all that tell of it."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

import msgspec

from twosource.reconciling.timeline_events import placed
from twosource.records import Mentions, Report, Time, TimelineEntry, content_id


def _listed(words: str) -> list[str]:
    return words.split()


_ALIKE, _DISPUTED, _TERMS = 0.2, 0.4, 3
_APART = 45  # days between two datings of one happening
_MOST = 4_000  # times compared for disputes; beyond that a story is no longer one affair
_SAYING = frozenset(
    _listed(
        "be have do go come get make take see hold keep stand lie use want need begin start say tell announce "
        "report add state warn claim deny confirm speak write ask call quote note give put count raise update "
        "publish release show describe insist argue urge promise pledge expect plan estimate"
    )
)
_SHORT, _LONG = 3, 12


class _Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A happening as it is put together: its days, and the times that date it."""

    start: str
    end: str
    times: tuple[Time, ...]


class _Weights:
    """How telling a word is among the dated clauses of a story."""

    def __init__(self, times: Sequence[Time]) -> None:
        self._seen = Counter(word for time in times for word in set(time.terms))
        self._all = len(times) + 1

    def alike(self, a: frozenset[str], b: frozenset[str]) -> float:
        """From 0 to 1: the weight of the shared words against that of each side."""
        both = self._sum(a & b)
        return both / math.sqrt(self._sum(a) * self._sum(b)) if both else 0.0

    def _sum(self, words: frozenset[str]) -> float:
        return math.fsum(math.log(self._all / self._seen[word]) + 0.1 for word in words if self._seen[word])


def build_timeline(reports: Sequence[Report], mentions: Sequence[Mentions]) -> tuple[TimelineEntry, ...]:
    """What happened when: times of the same days are one entry where they tell of the same happening.

    Where reports date one happening differently there is an entry for each date, and these share `disputed`. Entries
    come in the order of their days; the order of reports and mentions changes nothing.
    """
    written = {report.id: report.published.value for report in reports if report.published}
    times = sorted(
        (
            time
            for found in placed(mentions)
            for time in _ranges([one for one in found if one.happening and one.start and one.end])
        ),
        key=lambda time: (time.start or "", time.end or "", written.get(time.span.report, "9"), time.span),
    )
    weights = _Weights(times)
    entries = [
        entry
        for _, same in groupby(times, key=lambda time: (time.start, time.end))
        for entry in _happenings(list(same), weights)
    ]
    disputed = _disputes(entries, weights)
    return tuple(
        TimelineEntry(
            id=content_id(entry.start, entry.end, *(time.span for time in entry.times)),
            start=entry.start,
            end=entry.end,
            what=_what(entry, weights),
            mentions=tuple(sorted(time.span for time in entry.times)),
            disputed=disputed.get(number),
        )
        for number, entry in enumerate(entries)
    )


def _ranges(times: Sequence[Time]) -> Iterator[Time]:
    """The times of one report; "Tuesday and Wednesday", "from 3 to 5 May" as one that covers both ends."""
    held: Time | None = None
    for time in sorted(times, key=lambda one: one.span):
        joined = _range(held, time) if held is not None else None
        if held is not None and joined is None:
            yield held
        held = joined or time
    if held is not None:
        yield held


_TO = re.compile(r"\s*(?:[-–—]|(?:in)?to|until|till|through)\s*(?:the\s)?", re.IGNORECASE)
_AND = re.compile(r"\s*(?:and|&)\s*(?:the\s)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)


def _range(first: Time, last: Time) -> Time | None:
    """Both ends of a range as one time; None where they are none: "and" joins those after "between" and neighbours."""
    if first.sentence != last.sentence or not (first.start and first.end and last.start and last.end):
        return None
    between = first.sentence.words[first.span.end - first.sentence.start : last.span.start - first.sentence.start]
    follows = (date.fromisoformat(last.start) - date.fromisoformat(first.end)).days
    before = first.sentence.words[: first.span.start - first.sentence.start]
    both = follows == 1 or (follows > 0 and _BETWEEN.search(before) is not None)
    if not (_TO.fullmatch(between) and follows > 0) and not (_AND.fullmatch(between) and both):
        return None
    words = first.sentence.words[first.span.start - first.sentence.start : last.span.end - first.sentence.start]
    span = msgspec.structs.replace(first.span, end=last.span.end, words=words)
    return msgspec.structs.replace(first, span=span, end=last.end, value=f"{first.value}/{last.value}")


def _happenings(times: list[Time], weights: _Weights) -> Iterator[_Entry]:
    """Split times of the same days by what they tell of: like clauses together, each with the group it is likest to."""
    groups: list[list[Time]] = []
    for time in times:
        likest = max(
            ((_same(time, other, weights), -n) for n, group in enumerate(groups) for other in group), default=None
        )
        if likest is not None and likest[0] >= _ALIKE:
            groups[-likest[1]].append(time)
        else:
            groups.append([time])
    for group in groups:
        yield _Entry(start=group[0].start or "", end=group[0].end or "", times=tuple(group))


def _same(a: Time, b: Time, weights: _Weights) -> float:
    """How far two times of the same days tell of one happening: 1 in one clause, else by their words."""
    if a.sentence == b.sentence and a.what == b.what:
        return 1.0
    alike = weights.alike(frozenset(a.terms), frozenset(b.terms))
    shared = a.verb is not None and a.verb == b.verb and a.verb not in _SAYING
    return alike + (_ALIKE / 2 if shared else 0.0)


def _disputes(entries: Sequence[_Entry], weights: _Weights) -> dict[int, str]:
    """The key of each entry whose happening other reports date differently, by the entry's number."""
    found: dict[int, str] = {}
    if sum(len(entry.times) for entry in entries) > _MOST:
        return found
    for first, one in enumerate(entries):
        for second in range(first + 1, len(entries)):
            other = entries[second]
            if _rivals(one, other) and _one_happening(one, other, weights):
                key = found.get(first) or found.get(second) or content_id("disputed", one.times[0].span)
                found[first] = found[second] = key
    return found


def _rivals(one: _Entry, other: _Entry) -> bool:
    """Whether two ranges of days exclude each other, are of one length and lie near together."""
    first, second = _days(one), _days(other)
    if first is None or second is None or second[0] <= first[1]:
        return False
    lengths = [(days[1] - days[0]).days for days in (first, second)]
    whole_months = all(27 <= length <= 30 for length in lengths)  # noqa: PLR2004 (days between first and last)
    return (lengths == [0, 0] or whole_months) and (second[0] - first[0]).days <= _APART


def _days(entry: _Entry) -> tuple[date, date] | None:
    try:
        return date.fromisoformat(entry.start), date.fromisoformat(entry.end)
    except ValueError:
        return None


def _one_happening(one: _Entry, other: _Entry, weights: _Weights) -> bool:
    """Two reports, clauses alike in several telling words, the verb among them; a statement can be repeated."""
    for a in one.times:
        for b in other.times:
            if a.span.report == b.span.report or {a.verb, b.verb} & _SAYING:
                continue
            least = _TERMS if a.verb == b.verb else _TERMS + 1
            for left, right in ((a.terms, b.terms), (a.terms, b.echo), (a.echo, b.terms)):
                shared = frozenset(left) & frozenset(right)
                if len(shared) >= least and weights.alike(frozenset(left), frozenset(right)) >= _DISPUTED:
                    return True
    return False


def _what(entry: _Entry, weights: _Weights) -> str:
    """The clause that shares most with the others of the entry, the plainest first."""
    told = [time for time in entry.times if time.what]
    if not told:
        return entry.times[0].sentence.words

    def rank(time: Time) -> tuple[bool, float, str]:
        length = len((time.what or "").split())
        shared = math.fsum(weights.alike(frozenset(time.terms), frozenset(other.terms)) for other in told)
        return (not _SHORT <= length <= _LONG, -shared, time.what or "")

    what = min(told, key=rank).what or ""
    return what[:1].upper() + what[1:]
