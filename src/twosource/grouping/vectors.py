"""In: reports. Out: their terms, and one sparse matrix whose rows' products are similarities from 0 to 1.

A report's terms depend on it alone. The weight of a term takes the whole batch in, over a background of how common
words are in news, so that a folder of two reports is weighed much like one of a thousand.
"""

import importlib.resources
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import scipy.sparse

from twosource.records import Report

#: The head of a report says what it is about; the rest is background and would tie it to other stories.
_HEAD = 250
_LONGEST_WORD = 40
_SEARCHED = 50_000
_TITLE = 2.0
#: How much of the similarity hangs on names and numbers, which tell happenings of one kind apart.
NAMES = 0.55
#: The background counts as so many reports.
_BACKGROUND = 1_000
_TOO_COMMON_FOR_A_NAME, _SAYS_NOTHING = 0.1, 0.15
_ENOUGH_REPORTS, _ONCE = 12, 0.4
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_TERM = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_PLURAL, _SHORT = 3, 4


class Terms(NamedTuple):
    """The words of a report's head: the weight of each stem, and the stems that are mostly capitalised."""

    weights: dict[str, float]
    capitals: frozenset[str]


class Space(NamedTuple):
    """A batch of reports as rows: `rows @ rows.T` holds similarities; `weight` says how telling each stem is."""

    rows: scipy.sparse.csr_matrix
    weight: dict[str, float]


@cache
def common_words() -> dict[str, float]:
    """For common English words (stems), the share of news texts that hold them."""
    listed = importlib.resources.files("twosource.grouping").joinpath("common_words.txt").read_text("utf-8")
    lines = [line.split() for line in listed.splitlines() if not line.startswith("#")]
    return {word: int(line[0]) / 1000 for line in lines for word in line[1:]}


def stem(word: str) -> str:
    """A word in lower case, without possessive and plural endings."""
    word = word.casefold().replace("’", "'").removesuffix("'s")
    if word[:1].isdigit():
        return word.replace(",", "")
    if len(word) > _SHORT and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > _PLURAL and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def read_terms(report: Report) -> Terms:
    """The terms of the first words of a report, its furniture left out; a title's words count twice."""
    title = _title(report)
    weights: dict[str, float] = defaultdict(float)
    capitals: Counter[str] = Counter()
    for start, word in _head(report):
        # Many reports hold one stem: one string for all of them.
        key = sys.intern(stem(word))
        weights[key] += _TITLE if title[0] <= start < title[1] else 1.0
        capitals[key] += 1 if word[0].isupper() else -1
    return Terms(dict(weights), frozenset(key for key, count in capitals.items() if count > 0))


def written(report: Report, stems: Collection[str]) -> dict[str, str]:
    """How a report writes the stems it has, in its first place, without possessive ending."""
    forms: dict[str, str] = {}
    for _, word in _head(report):
        key = stem(word)
        if key in stems:
            forms.setdefault(key, word.removesuffix("'s").removesuffix("’s"))
    return forms


def _head(report: Report) -> Iterator[tuple[int, str]]:
    """Offset and word of the first words of a report, its furniture left out."""
    holes = sorted((span.start, span.end) for span in report.furniture)
    read = hole = 0
    for found in _TERM.finditer(report.text[:_SEARCHED]):
        start, word = found.start(), found.group()
        while hole < len(holes) and holes[hole][1] <= start:
            hole += 1
        within = hole < len(holes) and holes[hole][0] <= start
        if within or len(word) > _LONGEST_WORD or (len(word) == 1 and not word.isdigit()):
            continue
        read += 1
        if read > _HEAD:
            break
        yield start, word


def _title(report: Report) -> tuple[int, int]:
    """The title's offsets; of a report without one, its first line outside furniture."""
    if report.title is not None:
        return report.title.start, report.title.end
    holes = {span.start: span.end for span in report.furniture}
    for line in _LINE.finditer(report.text[:_SEARCHED]):
        if not any(start <= line.start() < end for start, end in holes.items()):
            return line.span()
    return 0, 0


def space(terms: Sequence[Terms]) -> Space:
    """The batch's similarity space: names with numbers, and other words, each of length 1, joined by `NAMES`."""
    count = len(terms)
    frequency = Counter(key for one in terms for key in one.weights)
    votes = Counter[str]()
    for one in terms:
        for key in one.weights:
            votes[key] += 1 if key in one.capitals else -1
    common = common_words()
    # A word that no other report has can't tie; it counts less, or wholly where there are few reports it could be in.
    once = max(_ONCE, 1 - (count - 2) / _ENOUGH_REPORTS)
    weight: dict[str, float] = {}
    for key, number in frequency.items():
        share = common.get(key, 0.0)
        rarity = float(np.log((count + _BACKGROUND + 1) / (number + _BACKGROUND * share + 0.5)))
        weight[key] = 0.0 if share >= _SAYS_NOTHING else max(0.0, rarity) * (once if number == 1 else 1.0)
    names = {
        key
        for key in frequency
        if key[0].isdigit() or (votes[key] > 0 and common.get(key, 0.0) < _TOO_COMMON_FOR_A_NAME)
    }
    halves = [
        np.sqrt(share) * _half(terms, weight, {key for key in frequency if (key in names) == named})
        for named, share in ((True, NAMES), (False, 1 - NAMES))
    ]
    return Space(scipy.sparse.hstack(halves, format="csr"), weight)


def _half(terms: Sequence[Terms], weight: dict[str, float], keys: set[str]) -> scipy.sparse.csr_matrix:
    """Rows of length 1 (or 0) over the given keys."""
    column = {key: number for number, key in enumerate(sorted(keys))}
    places: list[int] = []
    values: list[float] = []
    ends = [0]
    for one in terms:
        for key in sorted(one.weights.keys() & keys):
            places.append(column[key])
            values.append((1 + float(np.log(one.weights[key]))) * weight[key])
        ends.append(len(places))
    rows = scipy.sparse.csr_matrix((values, places, ends), shape=(len(terms), max(1, len(column))))
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    lengths[lengths == 0] = 1
    return scipy.sparse.csr_matrix(scipy.sparse.diags(1 / lengths) @ rows)
