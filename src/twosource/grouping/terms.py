"""In: a report. Out: the terms of its head, as stems or coded in 32 bits each, and how common words are in news."""

import importlib.resources
import itertools
import re
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from twosource.records import Report

Codes = npt.NDArray[np.uint32]

#: The head of a report says what it is about; the rest is background and would tie it to other stories.
_HEAD = 250
_LONGEST_WORD = 40
_SEARCHED, _AT_ONCE = 50_000, 2_000
_TITLE = 2
#: A code is a stem's hash, whether it is mostly capitalised, whether it is a number, and how often it is there.
KEY_BITS, KEY_SHIFT, CAPITAL, NUMBER, OFTEN = 23, 9, 1 << 8, 1 << 7, (1 << 7) - 1
_ROOM, _CODE = 32, (1 << 32) - 1
#: The words of so many reports are counted in one.
_TOGETHER = 1_000
#: Words that so large a share of all texts hold say nothing.
SAYS_NOTHING = 0.15
_REMEMBERED = 1 << 17
_LINE = re.compile(r"[^\n]*\S[^\n]*")
#: Numbers, and words of two letters and more.
_TERM = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_](?:[^\W\d_]+(?:['’][^\W\d_]+)?|['’][^\W\d_]+)")
_PLURAL, _SHORT = 3, 4


@cache
def common_words() -> dict[str, float]:
    """For common English words (stems), the share of news texts that hold them."""
    listed = importlib.resources.files("twosource.grouping").joinpath("common_words.txt").read_text("utf-8")
    lines = [line.split() for line in listed.splitlines() if not line.startswith("#")]
    return {word: int(line[0]) / 1000 for line in lines for word in line[1:]}


@lru_cache(maxsize=_REMEMBERED)
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


def key_of(stemmed: str) -> int:
    """The number that stands for a stem."""
    return zlib.crc32(stemmed.encode("utf-8", "surrogatepass")) >> (32 - KEY_BITS)


@lru_cache(maxsize=_REMEMBERED)
def _coded(word: str) -> int:
    """A word's key, with the bits for a capital and for a number; -1 for a word that says nothing."""
    stemmed = stem(word)
    if common_words().get(stemmed, 0.0) >= SAYS_NOTHING:
        return -1
    return key_of(stemmed) << KEY_SHIFT | (CAPITAL if word[0].isupper() else 0) | (NUMBER if word[0].isdigit() else 0)


def read_codes(report: Report) -> Codes:
    """The terms of the first words of a report, its furniture left out, ascending; a title's words count twice."""
    return codes_of([report])[0]


def codes_of(reports: Iterable[Report]) -> list[Codes]:
    """The terms of many reports, each as `read_codes` gives them."""
    found: list[Codes] = []
    reports = iter(reports)
    while some := list(itertools.islice(reports, _TOGETHER)):
        found += _codes_together(some)
    return found


def _codes_together(reports: Sequence[Report]) -> list[Codes]:
    """The terms of some reports, counted in one."""
    codes = array("q")
    pieces: list[tuple[int, bool, int]] = []
    for at, report in enumerate(reports):
        for words, of_title in _head(report):
            codes.extend(map(_coded, words))
            pieces.append((at, of_title, len(words)))
    owner, title, sizes = (np.asarray(column, dtype=np.int64) for column in zip((0, False, 0), *pieces, strict=True))
    every = np.frombuffer(codes, dtype=np.int64) if codes else np.zeros(0, dtype=np.int64)
    said = every >= 0
    every, owner, title = every[said], np.repeat(owner, sizes)[said], np.repeat(title, sizes)[said]
    keys, where = np.unique(owner << _ROOM | every & ~CAPITAL, return_inverse=True)
    often = np.bincount(where, weights=1 + (_TITLE - 1) * title, minlength=len(keys)).astype(np.int64)
    capitals = np.bincount(where, weights=np.where(every & CAPITAL, 1, -1), minlength=len(keys))
    merged = (keys & _CODE) | np.where(capitals > 0, CAPITAL, 0) | np.minimum(OFTEN, often)
    ends = np.searchsorted(keys >> _ROOM, np.arange(1, len(reports)))
    return np.split(merged.astype(np.uint32), ends)


def head_words(report: Report) -> list[str]:
    """The first words of a report, its furniture left out."""
    return [word for words, _ in _head(report) for word in words]


def _head(report: Report) -> Iterator[tuple[list[str], bool]]:
    """The first words of a report piece by piece, furniture left out, and whether the piece is of the title."""
    text = report.text
    missing = _HEAD
    for begin, end, of_title in _pieces(report):
        start = begin
        while start < end and missing > 0:
            # A few thousand signs hold the head; a word is never cut in two, but for one of endless length.
            stop = min(end, start + _AT_ONCE)
            while start < stop < end and not text[stop].isspace():
                stop -= 1
            stop = stop if stop > start else min(end, start + _AT_ONCE)
            words = [word for word in _TERM.findall(text, start, stop) if len(word) <= _LONGEST_WORD][:missing]
            missing -= len(words)
            yield words, of_title
            start = stop


def _pieces(report: Report) -> Iterator[tuple[int, int, bool]]:
    """Start and end of what is searched of a text, without its furniture, and whether this is of the title."""
    first, last = _title(report)
    end = min(len(report.text), _SEARCHED)
    at = 0
    for left, right in [*sorted((span.start, span.end) for span in report.furniture), (end, end)]:
        if left > at:
            for begin, stop in ((at, first), (first, last), (last, left)):
                begin, stop = max(begin, at), min(stop, left)  # noqa: PLW2901 -- clipped to this piece
                if begin < stop:
                    yield begin, stop, begin >= first and stop <= last
        at = max(at, right)
        if at >= end:
            return


def _title(report: Report) -> tuple[int, int]:
    """The title's offsets; of a report without one, its first line outside furniture."""
    if report.title is not None:
        return report.title.start, report.title.end
    holes = {span.start: span.end for span in report.furniture}
    for line in _LINE.finditer(report.text[:_SEARCHED]):
        if not any(start <= line.start() < end for start, end in holes.items()):
            return line.span()
    return 0, 0
