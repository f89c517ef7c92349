"""In: the similarities among the reports of one story. Out: its events, split where two halves stand apart."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import squareform

from twosource.grouping.vectors import Floats


def cut_apart(similar: Floats, least: float, most: float, ratio: float, few: int) -> list[list[int]]:
    """Clusters split from the top down: where the halves' mean similarity is under `least`, or where it is under
    `most` and under `ratio` times what holds within either half, both of `few` members or more.
    """  # noqa: D205 -- one sentence
    count = len(similar)
    if count == 1:
        return [[0]]
    tree = _tree(similar)
    members: list[list[int]] = [[at] for at in range(count)]
    for left, right, _, _ in tree:
        members.append(members[int(left)] + members[int(right)])
    labels = [0] * count
    waiting = [len(members) - 1]
    found = 0
    while waiting:
        node = waiting.pop()
        if node >= count:
            left, right, height = int(tree[node - count][0]), int(tree[node - count][1]), tree[node - count][2]
            halves = (members[left], members[right])
            if 1 - height < least or (
                1 - height < most
                and min(map(len, halves)) >= few
                and 1 - height < ratio * min(_within(similar, half) for half in halves)
            ):
                waiting += [left, right]
                continue
        for member in members[node]:
            labels[member] = found
        found += 1
    return _listed(labels)


def _tree(similar: Floats) -> npt.NDArray[np.float64]:
    far = np.clip(1 - (similar + similar.T) / 2, 0, None)
    np.fill_diagonal(far, 0)
    return np.asarray(linkage(squareform(far, checks=False), "average"))


def _listed(labels: Sequence[int]) -> list[list[int]]:
    clusters: dict[int, list[int]] = {}
    for member, label in enumerate(labels):
        clusters.setdefault(label, []).append(member)
    return list(clusters.values())


def _within(similar: Floats, members: list[int]) -> float:
    inside = similar[np.ix_(members, members)]
    size = len(members)
    return float((inside.sum() - np.trace(inside)) / (size * (size - 1)))
