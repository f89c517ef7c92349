"""In: readings of a story. Out: how rare their words are, and unit vectors of the words that stand beside each."""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy import sparse

from twosource.reconciling.pairs import CLOSED
from twosource.reconciling.readings import Reading
from twosource.reconciling.synonyms import alike

_NEAR = 0.35
_HEAD = 1.8


class Weigher:
    """How rare a word is among the figures of a story: what stands beside every figure tells none apart."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        """Count in how many sentences of the story each word stands near a figure."""
        seen: dict[tuple[str, int], set[str]] = {}
        for reading in readings:
            words = seen.setdefault((reading.source, reading.figure.sentence.start), set())
            words.update(map(alike, (*reading.figure.terms, *reading.figure.near)), _heads(reading))
        self._count = Counter(word for words in seen.values() for word in sorted(words))
        self._all = len(seen)

    def __call__(self, word: str) -> float:
        """The word's weight: its inverse frequency, at least a little."""
        return math.log((self._all + 2) / (self._count[alike(word)] + 1)) + 0.1

    def rows(self, readings: Sequence[Reading], *, near: bool) -> sparse.csr_matrix:
        """Unit vectors of the readings' words; with `near` those of the neighbourhood too."""
        words: dict[str, int] = {}
        at: list[int] = []
        column: list[int] = []
        weight: list[float] = []
        for row, reading in enumerate(readings):
            for word, times in _bag(reading, near=near).items():
                at.append(row)
                column.append(words.setdefault(word, len(words)))
                weight.append(times * self(word))
        matrix = sparse.csr_matrix((weight, (at, column)), shape=(len(readings), max(1, len(words))))
        norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
        norms[norms == 0] = 1.0
        return sparse.diags(1.0 / norms) @ matrix


def _heads(reading: Reading) -> list[str]:
    figure = reading.figure
    words = [] if figure.measure in CLOSED else figure.measure.casefold().split()
    words += [word.casefold() for word in (figure.noun, figure.verb) if word]
    words += (figure.of or "").casefold().split()
    return [alike(word.removesuffix("s")) for word in words if len(word) > 2]  # noqa: PLR2004 - "of", "in"


def _bag(reading: Reading, *, near: bool) -> dict[str, float]:
    bag: dict[str, float] = {}
    if near:
        bag.update(dict.fromkeys(map(alike, reading.figure.near), _NEAR))
    bag.update(dict.fromkeys(map(alike, reading.figure.terms), 1.0))
    for word in _heads(reading):
        bag[word] = _HEAD
    return bag
