"""In: a text and the stretches to leave out. Out: hashes of its words and grams, and winnowed fingerprints of both.

All here depends on the text alone, never on other texts: a fingerprint can be kept and used again in a later run.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int32] | npt.NDArray[np.int64]

#: An eight-word run is rarely chance; any shared run of GRAM + WINDOW - 1 = 23 words leaves a common mark.
GRAM = 8
WINDOW = 16

_TABLE = 0x10000
_GAP, _SKIP, _ALONE = 0, 1, 2
#: Hebrew, Arabic and other scripts put spaces between words; in these blocks every sign counts as a word.
_IDEOGRAPHS = ((0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))


class Words(NamedTuple):
    """The words of a text in order: a hash of each (case and accents folded) and its offsets in code points."""

    hashes: Hashes
    starts: Places
    ends: Places


class Fingerprint(NamedTuple):
    """Winnowed marks of a text, each once: hash of a gram and the number of the word it starts at."""

    marks: Hashes
    places: Places


@cache
def _signs() -> npt.NDArray[np.uint32]:
    """For every code point of the basic plane: 0 outside words, 1 to be skipped, else the folded sign (3 and up)."""
    table = np.zeros(_TABLE, dtype=np.uint32)
    for code in range(_TABLE):
        sign = chr(code)
        kind = unicodedata.category(sign)
        if kind[0] in "LN":
            base = unicodedata.normalize("NFKD", sign).casefold()[:1]
            table[code] = ord(base) if base else code
        elif kind in {"Mn", "Cf"}:
            # Accents of their own, soft hyphens and zero-width signs stand inside words and say nothing.
            table[code] = _SKIP
    return table


def _mix(values: Hashes) -> Hashes:
    """Spread the bits of 64-bit numbers (splitmix64's last steps)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def words_of(text: str, holes: Iterable[tuple[int, int]] = ()) -> Words:
    """The words of `text` outside `holes` (offset pairs). Marks, dashes and white space only separate."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    signs = np.where(codes < _TABLE, _signs()[np.minimum(codes, _TABLE - 1)], np.uint32(_GAP))
    for start, end in holes:
        signs[start:end] = _GAP
    offsets = np.flatnonzero(signs != _SKIP)
    signs = signs[offsets]
    inside = np.flatnonzero(signs > _SKIP)
    if not len(inside):
        empty = np.zeros(0, dtype=np.int64)
        return Words(np.zeros(0, dtype=np.uint64), empty, empty)
    signs = signs[inside]
    alone = _alone(signs)
    fresh = np.ones(len(inside), dtype=bool)
    fresh[1:] = (np.diff(inside) > 1) | alone[1:] | alone[:-1]
    first = np.flatnonzero(fresh)
    last = np.append(first[1:], len(inside)) - 1
    depth = np.arange(len(inside)) - np.repeat(first, last - first + 1)
    letters = _mix((signs.astype(np.uint64) << np.uint64(24)) + depth.astype(np.uint64) + np.uint64(1))
    hashes = _mix(np.add.reduceat(letters, first))
    starts, ends = offsets[inside[first]], offsets[inside[last]] + 1
    return Words(hashes, starts.astype(np.int32), ends.astype(np.int32))


def _alone(signs: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    alone = np.zeros(len(signs), dtype=bool)
    if signs.max() >= _IDEOGRAPHS[0][0]:
        for low, high in _IDEOGRAPHS:
            alone |= (signs >= low) & (signs <= high)
    return alone


@cache
def _weights(size: int) -> Hashes:
    return _mix(np.arange(1, size + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)) | np.uint64(1)


def grams(hashes: Hashes, size: int) -> Hashes:
    """Hashes of all runs of `size` words, by the run's first word; empty where the text is shorter."""
    count = len(hashes) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    total = np.zeros(count, dtype=np.uint64)
    for step, weight in enumerate(_weights(size)):
        total += hashes[step : step + count] * weight
    return _mix(total)


def winnow(hashes: Hashes, window: int) -> Places:
    """Places of the hashes that are the least in one of the runs of `window` hashes they stand in."""
    if len(hashes) <= window:
        return np.flatnonzero(hashes == hashes.min()) if len(hashes) else np.zeros(0, dtype=np.int64)
    least = _slide(hashes, window, np.minimum)
    top = np.full(window - 1, np.uint64(0))
    return np.flatnonzero(_slide(np.concatenate((top, least, top)), window, np.maximum) == hashes)


def _slide(values: Hashes, window: int, pick: np.ufunc) -> Hashes:
    """`pick` over every run of `window` values, by doubling."""
    span = 1
    while span * 2 <= window:
        values = pick(values[:-span], values[span:])
        span *= 2
    return pick(values[: len(values) - (window - span)], values[window - span :]) if span < window else values


def fingerprint(words: Words, gram: int = GRAM, window: int = WINDOW) -> Fingerprint:
    """The text's marks: winnowed grams, each hash once at its first place; a shorter text is one mark as a whole."""
    if not len(words.hashes):
        return Fingerprint(np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64))
    runs = grams(words.hashes, min(gram, len(words.hashes)))
    places = winnow(runs, window)
    marks, first = np.unique(runs[places], return_index=True)
    return Fingerprint(marks, places[first])
