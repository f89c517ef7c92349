"""In: an undated report, dated ones, possible days. Out: the day on which its "yesterday" and "Friday" fit theirs."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from twosource.records import Report, Span
from twosource.text.dates import Anchor, Expression, find_expressions, resolve
from twosource.text.sentences import paragraphs, sentences


def _listed(words: str) -> list[str]:
    return words.split()


_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]{3,}")
_COMMON = frozenset(
    _listed(
        "the and that with for from was were has have had said say says its his her their they them this are but "
        "not who which been had will would into over after more than one two also when what where there out about "
        "all can could told other some any you your our last year week day days today yesterday tomorrow monday "
        "tuesday wednesday thursday friday saturday sunday night morning afternoon evening"
    )
)
_LONGEST = 40_000
_ALIKE, _CLASH, _LEAD, _COPIED = 0.04, 0.2, 0.3, 0.6
_ENOUGH, _SURE, _STRONG, _FITS = 0.05, 0.3, 0.35, 0.1
_NEAREST = 12
_HELD_BY, _SHARED, _SAME = 40, 8, 0.75


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence with the time expressions in it and the words it is compared by."""

    start: int
    end: int
    text: str
    words: frozenset[str]
    said: tuple[tuple[Expression, bool], ...]


def told(report: Report) -> list[Told]:
    """The sentences of a report without its furniture."""
    text = report.text[:_LONGEST]
    holes = [(span.start, span.end) for span in report.furniture]
    found = []
    for begin, stop in paragraphs(text):
        if any(left < stop and begin < right for left, right in holes):
            continue
        for start, end in sentences(text, begin, stop):
            words = text[start:end]
            said = tuple((one, _ahead(words, one)) for one in find_expressions(words) if not _quoted(words, one))
            found.append(Told(start=start, end=end, text=words, words=frozenset(tokens(words)), said=said))
    return found


_FUTURE = re.compile(
    r"\b(?:will|would|shall|(?:due|scheduled|planned|expected|called|set|slated|announced) (?:to|for)|(?:is|are) on)\b"
)


def _quoted(words: str, said: Expression) -> bool:
    """A speaker's own "today", inside quotation marks: counted from the day of speaking."""
    before = words[: said.start]
    return said.kind == "day" and (before.count('"') % 2 == 1 or before.count("“") > before.count("”"))


def _ahead(words: str, said: Expression) -> bool:
    return _FUTURE.search(words[max(0, said.start - 90) : said.start].lower()) is not None


def tokens(words: str) -> Iterable[str]:
    """The words and numbers two sentences are compared by."""
    return (token for token in _TOKEN.findall(words.lower()) if token not in _COMMON)


class Weights:
    """How telling a word is among all sentences given: rare ones count, numbers twice."""

    def __init__(self, many: Sequence[Sequence[Told]]) -> None:
        """Count each word once a sentence."""
        self._seen = Counter(word for one in many for sentence in one for word in sentence.words)
        self._all = sum(len(one) for one in many) + 1
        self._sums: dict[frozenset[str], float] = {}

    def of(self, word: str) -> float:
        """The weight of one word."""
        weight = math.log(self._all / (1 + self._seen[word])) + 0.1
        return max(weight, 0.0) * (1.5 if word[0].isdigit() else 1.0)

    def alike(self, a: frozenset[str], b: frozenset[str]) -> float:
        """From 0 to 1: the weight of the shared words against that of the lighter sentence and of both."""
        both = a & b
        if not both:
            return 0.0
        return self.sum(both) / math.sqrt(self.sum(a) * self.sum(b))

    def sum(self, words: frozenset[str]) -> float:
        """The weight of several words, whatever their order."""
        if words not in self._sums:
            self._sums[words] = math.fsum(map(self.of, words)) or 1.0
        return self._sums[words]


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of a report whose day is known, by its words, with one day it tells of; `near` if it says "Friday".

    One that names no day (`bare`) is of the day of writing, for a copy that says "yesterday" in its place.
    """

    report: str
    words: frozenset[str]
    day: date
    near: bool
    text: str
    bare: bool = False


_Aligned = tuple[Told, Expression, bool, dict[date, tuple[float, float]]]


def dated_sentences(report: str, sentences_of: Sequence[Told], written: date) -> list[Dated]:
    """The words and the single day of each dated sentence of a report of known day."""
    found = []
    for sentence in sentences_of:
        for said, ahead in sentence.said:
            days = resolve(said, Anchor(written=written, future=ahead)).days
            if days is not None and days[0] == days[1] and not said.weak:
                found.append(
                    Dated(
                        report=report,
                        words=sentence.words,
                        day=days[0],
                        near=said.kind in {"day", "weekday"},
                        text=sentence.text,
                    )
                )
        if not any(said.kind in {"day", "weekday", "date"} for said, _ in sentence.said):
            found.append(
                Dated(report=report, words=sentence.words, day=written, near=False, text=sentence.text, bare=True)
            )
    return found


def best_day(
    own: Sequence[Told], others: Sequence[Dated], options: Sequence[date], weights: Weights, *, sure: bool
) -> tuple[date, Told | None] | None:
    """The one day among `options` on which the report's own times fit those of the others; None where it is not one.

    Little is asked where the choice is `sure` to be among few days (the weekday is known); else one sentence must be
    much like another report's, or two must fit.
    """
    near = _alignments(own, others, weights)
    ranked = sorted(((_fit(near, option), option) for option in options), key=lambda pair: (-pair[0].total, pair[1]))
    least = _ENOUGH if sure else _SURE
    if not ranked or ranked[0][0].total < least:
        return None
    best, day = ranked[0]
    if len(ranked) > 1 and best.total - ranked[1][0].total < least * _LEAD:
        return None
    return (day, best.sentence) if sure or best.likest >= _STRONG or best.fitting > 1 else None


class _Fit(msgspec.Struct, frozen=True):
    """How well a day fits: over all times, how many of them, the likest pair of sentences, and the best sentence."""

    total: float
    fitting: int
    likest: float
    sentence: Told | None


def _fit(near: Sequence[_Aligned], option: date) -> _Fit:
    """How well all times of a report fit if it is of that day."""
    total, fitting, likest, best, spot_of = 0.0, 0, 0.0, 0.0, None
    told_of: dict[int, set[date]] = {}
    for sentence, said, ahead, matches in near:
        days = resolve(said, Anchor(written=option, future=ahead)).days
        if days is None:
            continue
        fit, pair = matches.get(days[0], (0.0, 0.0))
        already = told_of.setdefault(sentence.start, set())
        if days[0] in already:
            continue  # two times of one sentence speak of two days
        already.add(days[0])
        clash = max((alike for day, (alike, _) in matches.items() if day != days[0]), default=0.0)
        total += fit - (clash / 2 if clash > max(fit, _CLASH) else 0.0)
        fitting += fit >= _FITS
        likest = max(likest, pair)
        if fit > best:
            best, spot_of = fit, sentence
    return _Fit(total, fitting, likest, spot_of)


def _alignments(own: Sequence[Told], others: Sequence[Dated], weights: Weights) -> list[_Aligned]:
    """Each "yesterday" and "Friday" of a report with the days of like sentences; a Friday meets only Fridays.

    A day weighs what the likest sentence of each report that tells of it weighs, together and at most.
    """
    near = []
    for sentence in own:
        counted = [(said, ahead) for said, ahead in sentence.said if said.kind in {"day", "weekday"}]
        if not counted:
            continue
        pairs = [(alike, other) for other in others if (alike := weights.alike(sentence.words, other.words)) >= _ALIKE]
        for said, ahead in counted:
            phrase = sentence.text[said.start : said.end].lower()
            likest: dict[tuple[date, str], float] = {}
            for alike, other in pairs:
                if said.kind == "day" and alike >= _COPIED and phrase in other.text.lower():
                    continue  # a copied "today" tells nothing of the copy's own day
                if other.bare and not (said.kind == "day" and said.count == -1 and alike >= _COPIED):
                    continue
                key = (other.day, other.report)
                likest[key] = max(alike, likest.get(key, 0.0))
            fits: dict[date, tuple[float, float]] = {}
            for (day, _), alike in sorted(likest.items()):
                if said.weekday is None or day.weekday() == said.weekday or said.kind == "day":
                    total, most = fits.get(day, (0.0, 0.0))
                    fits[day] = (total + alike, max(most, alike))
            near.append((sentence, said, ahead, fits))
    return near


def window(days: Sequence[date]) -> list[date]:
    """The days an undated report may be of: from the first sibling's to a fortnight after the last one's."""
    first, last = min(days), max(days)
    length = min((last - first).days + 15, 120)
    return [first + timedelta(days=step) for step in range(-1, length)]


class Neighbours:
    """Which dated reports share telling words with an undated one."""

    def __init__(self, words: dict[str, frozenset[str]]) -> None:
        """Index the words of every report (by id) that fewer than a few dozen reports hold."""
        self._words = words
        self._held: dict[str, list[str]] = {}
        for name in sorted(words):
            for word in words[name]:
                self._held.setdefault(word, []).append(name)

    def of(self, name: str, dated: frozenset[str]) -> list[str]:
        """The dated reports most like this one, at most a dozen, the likest first."""
        shared: Counter[str] = Counter()
        for word in self._words[name]:
            holders = self._held[word]
            if 1 < len(holders) <= _HELD_BY:
                shared.update(holders)
        alike = {
            other: count / math.sqrt(len(self._words[name]) * len(self._words[other]))
            for other, count in shared.items()
            if other in dated and other != name and count >= _SHARED
        }
        return sorted(alike, key=lambda other: (-alike[other], other))[:_NEAREST]


def spot(report: Report, sentence: Told | None) -> Span | None:
    """The words that settled a day."""
    return None if sentence is None else report.span(sentence.start, sentence.end)


def reaches(own: Sequence[Told], others: Sequence[Dated], weights: Weights) -> date | None:
    """The latest day of something that both the report and a dated one tell of as done."""
    told_of = [
        other.day
        for sentence in own
        for other in others
        if other.near and weights.alike(sentence.words, other.words) >= _SURE
    ]
    return max(told_of, default=None)


def is_copied(own: Sequence[Told], theirs: Sequence[Told]) -> bool:
    """Whether most sentences of a report stand in another one too, whole or cut: its times count as there."""
    full = [sentence.words for sentence in own if len(sentence.words) >= _SHARED]
    others = [sentence.words for sentence in theirs]
    copied = sum(1 for words in full if any(len(words & other) >= _SAME * len(words) for other in others))
    return copied > len(full) / 2
