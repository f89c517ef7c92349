"""In: a report. Out: its `Print`: the words of its article, which of them are quoted, and its fingerprint."""

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from twosource.records import Report
from twosource.text.quotation import quotations
from twosource.text.sentences import paragraphs
from twosource.text.shingles import Fingerprint, Hashes, Places, Words, fingerprint, grams, words_of

Flags = npt.NDArray[np.bool_]

#: Longer texts are compared by their first million code points, so that one hostile file can't take all memory.
LONGEST = 1_000_000
_LEAD_WORDS = 40
_LEAD_LINE = 20
_LEAD_SEARCHED = 200
_LINE = re.compile(r"[^\n]+")


class Print(NamedTuple):
    """What comparing needs of one report; it depends on this report alone.

    `quoted` says of every word whether it stands inside quotation marks; `lead` is the number of the article's first
    word, after headline, byline and credit lines.
    """

    report: Report
    words: Words
    quoted: Flags
    marks: Fingerprint
    lead: int

    @property
    def lead_words(self) -> slice:
        """The first words of the article proper."""
        return slice(self.lead, self.lead + _LEAD_WORDS)


def take_print(report: Report) -> Print:
    """The print of a report, its furniture left out."""
    text = report.text[:LONGEST]
    words = words_of(text, [(span.start, span.end) for span in report.furniture])
    return Print(report, words, _quoted(text, words), fingerprint(words), _lead(text, words))


def take_prints(reports: Iterable[Report]) -> list[Print]:
    """The prints of reports, in their order."""
    return [take_print(report) for report in reports]


def _lead(text: str, words: Words) -> int:
    """The number of the first word of the first line that is long enough to be a paragraph; 0 where none is."""
    for line in itertools.islice(_LINE.finditer(text), _LEAD_SEARCHED):
        first, last = np.searchsorted(words.starts, line.span())
        if last - first >= _LEAD_LINE:
            return int(first)
    return 0


def _quoted(text: str, words: Words) -> Flags:
    """Which words stand inside quotation marks."""
    flags = np.zeros(len(words.starts), dtype=bool)
    for piece in quotations(text, paragraphs(text)):
        first, last = np.searchsorted(words.starts, (piece.start, piece.end))
        flags[first:last] = True
    return flags


def covered(size: int, found: Flags, words: int) -> Flags:
    """Which of `words` words lie in one of the found runs of `size` words."""
    flags = np.zeros(words, dtype=bool)
    for step in range(size):
        flags[step : step + len(found)] |= found
    return flags


def shared_words(one: Sequence[Hashes], size: int) -> tuple[Flags, Flags]:
    """For two texts' word hashes: which words of each lie in a run of `size` words that the other has too."""
    left, right = grams(one[0], size), grams(one[1], size)
    return (
        covered(size, among(left, right), len(one[0])),
        covered(size, among(right, left), len(one[1])),
    )


def among(values: Hashes, others: Hashes) -> Flags:
    """Which of the values are among the others."""
    if not len(others) or not len(values):
        return np.zeros(len(values), dtype=bool)
    pool = np.sort(others)
    spots = np.minimum(np.searchsorted(pool, values), len(pool) - 1)
    return np.asarray(pool[spots] == values)


def places_of(values: Hashes, others: Hashes) -> tuple[Places, Places]:
    """Places (i, j) of equal values, i ascending: for each of `values` its first place among `others`."""
    if not len(others) or not len(values):
        empty = np.zeros(0, dtype=np.int64)
        return empty, empty
    order = np.argsort(others, kind="stable")
    pool = others[order]
    spots = np.minimum(np.searchsorted(pool, values), len(pool) - 1)
    hits = np.flatnonzero(pool[spots] == values)
    return hits, order[spots[hits]]
