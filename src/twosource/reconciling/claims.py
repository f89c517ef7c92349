"""In: a story's readings. Out: clusters of readings that answer one question; every reading is in exactly one."""

from collections.abc import Sequence

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from twosource.reconciling.comparing import ALWAYS, NEVER, Weigher, scores
from twosource.reconciling.readings import Reading
from twosource.reconciling.units import Rates, family

#: Clusters are joined while their pairs on average speak for one question.
_TOP = 20.0
_THRESHOLD = 0.0


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
    if len(block) == 1:
        return [block]
    score = scores(block, weigher, rates)
    distance = np.where(score <= NEVER / 2, -NEVER, _TOP - np.minimum(score, np.float32(_TOP)))
    distance[score >= ALWAYS] = 0.0
    np.fill_diagonal(distance, 0.0)
    tree = linkage(squareform(distance, checks=False), method="average")
    labels = fcluster(tree, t=_TOP - _THRESHOLD, criterion="distance")
    groups: dict[int, list[Reading]] = {}
    for label, reading in zip(labels, block, strict=True):
        groups.setdefault(int(label), []).append(reading)
    return list(groups.values())
