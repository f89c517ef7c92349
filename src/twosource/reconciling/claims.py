"""In: a story's readings. Out: clusters of readings that answer one question; every reading is in exactly one."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from twosource.reconciling.comparing import ALWAYS, NEVER, scores
from twosource.reconciling.pairs import Matrix
from twosource.reconciling.readings import Reading
from twosource.reconciling.units import Rates, family
from twosource.reconciling.words import Weigher

#: Clusters are joined while their pairs on average speak for one question.
_TOP = 20.0
_THRESHOLD = 0.0
#: Clusters are joined in the end where each reading's best match in the other is as good as this on average.
_RIVALS = 0.5
#: … unless their pairs on average speak so clearly against it: one "none" may answer two questions.
_LOOSEST = -6.0
_ROUNDS = 12
#: Above so many readings of one unit family equal ones are bundled; above the second not all pairs are compared.
_LARGE, _LARGEST = 800, 2_000
_TELLING = 2

Labels = npt.NDArray[np.int64]


def exchange_rates(readings: Sequence[Reading]) -> Rates:
    """The rates by which the story's own reports convert money."""
    by_id = {reading.figure.id: reading.figure for reading in readings}
    pairs = []
    for reading in readings:
        figure = reading.figure
        whole = by_id.get(figure.whole or "")
        if figure.relation != "conversion" or whole is None or family(figure.unit) != "money":
            continue
        one, other = whole.low or whole.high, figure.low or figure.high
        if one and other and family(whole.unit) == "money":
            pairs.append((whole.unit, one, figure.unit, other))
    return Rates(pairs)


def cluster(readings: Sequence[Reading], rates: Rates) -> list[list[Reading]]:
    """Readings by the question they answer, each list in the order of `readings`."""
    weigher = Weigher(readings)
    blocks: dict[str, list[Reading]] = {}
    for reading in readings:
        blocks.setdefault(family(reading.figure.unit), []).append(reading)
    found = []
    for name in sorted(blocks):
        found += _split(blocks[name], weigher, rates)
    return found


def _split(block: list[Reading], weigher: Weigher, rates: Rates) -> list[list[Reading]]:
    """The clusters of a block; in a large one, readings that say the same in the same words are compared once."""
    bundles: dict[object, list[Reading]] = {}
    for number, reading in enumerate(block):
        bundles.setdefault(_sameness(reading) if len(block) > _LARGE else number, []).append(reading)
    found = []
    for part in _manageable([bundle[0] for bundle in bundles.values()]):
        inside = {id(reading) for reading in part}
        whole = [bundle for bundle in bundles.values() if id(bundle[0]) in inside]
        labels = label_pairs(*scores(part, weigher, rates)) if len(part) > 1 else [0]
        groups: dict[int, list[Reading]] = {}
        for label, bundle in zip(labels, whole, strict=True):
            groups.setdefault(int(label), []).extend(bundle)
        found += [sorted(group, key=lambda reading: reading.key) for group in groups.values()]
    return found


def _sameness(reading: Reading) -> object:
    """What readings must share to be taken for one question unseen: number, unit, measure, noun, and their words."""
    figure = reading.figure
    telling = len(figure.span.words.strip("0,. ")) >= _TELLING
    words = (figure.verb, figure.stance) if telling else (figure.verb, figure.stance, figure.terms)
    return figure.low, figure.high, figure.unit, figure.measure, figure.noun, figure.relation, figure.as_of, words


def _manageable(readings: list[Reading]) -> list[list[Reading]]:
    """All readings at once while a matrix of their pairs is small, else one measure at a time, else in stretches."""
    if len(readings) <= _LARGEST:
        return [readings]
    by_measure: dict[str, list[Reading]] = {}
    for reading in readings:
        by_measure.setdefault(reading.figure.measure, []).append(reading)
    return [
        part[first : first + _LARGEST]
        for _, part in sorted(by_measure.items())
        for first in range(0, len(part), _LARGEST)
    ]


def label_pairs(score: Matrix, tied: Matrix) -> Labels:
    """A cluster number for each row of a symmetric matrix of scores: first what is sure, then rival counts.

    `tied` has 1 for pairs of different numbers that one sentence puts to one question: their clusters are joined.
    """
    distance = np.where(score <= NEVER / 2, -NEVER, _TOP - np.minimum(score, np.float32(_TOP)))
    distance[score >= ALWAYS] = 0.0
    np.fill_diagonal(distance, 0.0)
    tree = linkage(squareform(distance, checks=False), method="average")
    labels = np.asarray(fcluster(tree, t=_TOP - _THRESHOLD, criterion="distance"), dtype=np.int64)
    return _tie(_gather(labels, score), score, tied)


def _tie(labels: Labels, score: Matrix, tied: Matrix) -> Labels:
    """Join clusters of which a sentence sets a number of one against one of the other, unless that is ruled out."""
    for one, other in zip(*np.nonzero(np.triu(tied)), strict=True):
        left, right = labels == labels[one], labels == labels[other]
        if labels[one] != labels[other] and score[np.ix_(left, right)].min() > NEVER / 2:
            labels[right] = labels[one]
    return labels


def _gather(labels: Labels, score: Matrix) -> Labels:
    """Join clusters whose readings have each their best match in the other: counts of one thing that differ."""
    for _ in range(_ROUNDS):
        names, labels = np.unique(labels, return_inverse=True)
        if len(names) == 1:
            break
        likeness = _likeness(labels, score)
        best = likeness.argmax(axis=1)
        pairs = [
            (one, int(other))
            for one, other in enumerate(best)
            if one < other and best[other] == one and likeness[one, other] > _RIVALS
        ]
        if not pairs:
            break
        for one, other in pairs:
            labels[labels == other] = one
    return labels


def _likeness(labels: Labels, score: Matrix) -> Matrix:
    """For each pair of clusters the mean of their readings' best scores in the other; NEVER where ruled out."""
    order = np.argsort(labels, kind="stable")
    starts = np.flatnonzero(np.r_[True, np.diff(labels[order]) > 0])
    sizes = np.diff(np.r_[starts, len(labels)])
    ordered = np.minimum(score[np.ix_(order, order)], np.float32(_TOP))
    best = np.maximum.reduceat(ordered, starts, axis=1)
    mean = np.add.reduceat(np.maximum(best, -_TOP), starts, axis=0) / sizes[:, None]
    worst = np.minimum.reduceat(np.minimum.reduceat(ordered, starts, axis=0), starts, axis=1)
    np.maximum(ordered, np.float32(-_TOP), out=ordered)
    whole = np.add.reduceat(np.add.reduceat(ordered, starts, axis=0), starts, axis=1)
    loose = whole / np.outer(sizes, sizes) < _LOOSEST
    likeness = np.where((worst <= NEVER / 2) | loose, NEVER, (mean + mean.T) / 2)
    np.fill_diagonal(likeness, NEVER)
    return np.asarray(likeness, dtype=np.float32)
