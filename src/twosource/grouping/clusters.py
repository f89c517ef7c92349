"""In: similarities. Out: clusters by average linkage: cut at one height, or where two halves stand visibly apart."""

import heapq
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import scipy.sparse
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

Similarity = npt.NDArray[np.float64]

_ROWS_AT_ONCE = 500
_NEAREST = 24
_SEARCHED = 400


def cut(similar: Similarity, least: float) -> list[list[int]]:
    """Clusters whose halves have a mean similarity of at least `least`; members ascending, clusters by first member."""
    if len(similar) == 1:
        return [[0]]
    labels = fcluster(_tree(similar), 1 - least, "distance")
    return _listed(labels.tolist())


def _tree(similar: Similarity) -> npt.NDArray[np.float64]:
    far = np.clip(1 - (similar + similar.T) / 2, 0, None)
    np.fill_diagonal(far, 0)
    return np.asarray(linkage(squareform(far, checks=False), "average"))


def _listed(labels: Sequence[int]) -> list[list[int]]:
    clusters: dict[int, list[int]] = {}
    for member, label in enumerate(labels):
        clusters.setdefault(label, []).append(member)
    return list(clusters.values())


def cut_apart(similar: Similarity, least: float, most: float, ratio: float, few: int) -> list[list[int]]:
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


def _within(similar: Similarity, members: list[int]) -> float:
    inside = similar[np.ix_(members, members)]
    size = len(members)
    return float((inside.sum() - np.trace(inside)) / (size * (size - 1)))


def cut_sparse(rows: scipy.sparse.csr_matrix, least: float) -> list[list[int]]:
    """As `cut`, for batches too large to hold all similarities: only near neighbours are ever joined.

    Cost grows with the number of reports times the neighbours kept; the mean similarity of two clusters is exact.
    """
    count = rows.shape[0]
    sums = [dict(zip(_row(rows, at)[0].tolist(), _row(rows, at)[1].tolist(), strict=True)) for at in range(count)]
    near: list[set[int]] = [set() for _ in range(count)]
    heap: list[tuple[float, int, int]] = []
    for i, j, value in _neighbours(rows, least):
        near[i].add(j)
        near[j].add(i)
        heap.append((-value, i, j))
    heapq.heapify(heap)
    sizes = [1] * count
    home = list(range(count))
    alive = [True] * count
    while heap:
        _, i, j = heapq.heappop(heap)
        if not (alive[i] and alive[j]):
            continue
        new = len(sums)
        sums.append(_added(sums[i], sums[j]))
        sizes.append(sizes[i] + sizes[j])
        alive[i] = alive[j] = False
        alive.append(True)
        home += [new]
        home[i] = home[j] = new
        around = {k for k in near[i] | near[j] if alive[k]}
        near.append(around)
        near[i], near[j], sums[i], sums[j] = set(), set(), {}, {}
        for k in sorted(around):
            near[k].add(new)
            value = _dot(sums[new], sums[k]) / (sizes[new] * sizes[k])
            if value >= least:
                heapq.heappush(heap, (-value, k, new))
    return _listed([_last(home, at) for at in range(count)])


def _last(home: list[int], at: int) -> int:
    while home[at] != at:
        home[at] = home[home[at]]
        at = home[at]
    return at


def _row(rows: scipy.sparse.csr_matrix, at: int) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float64]]:
    part = slice(rows.indptr[at], rows.indptr[at + 1])
    return rows.indices[part], rows.data[part]


def _added(one: dict[int, float], other: dict[int, float]) -> dict[int, float]:
    large, small = (one, other) if len(one) >= len(other) else (other, one)
    for key, value in small.items():
        large[key] = large.get(key, 0.0) + value
    return large


def _dot(one: dict[int, float], other: dict[int, float]) -> float:
    large, small = (one, other) if len(one) >= len(other) else (other, one)
    return sum(value * large[key] for key, value in small.items() if key in large)


def _neighbours(rows: scipy.sparse.csr_matrix, least: float) -> list[tuple[int, int, float]]:
    """Pairs (i, j, similarity), i < j, of each row's nearest; words that very many rows have are not searched by."""
    count = rows.shape[0]
    spread = np.asarray((rows != 0).sum(axis=0)).ravel()
    searched = rows[:, np.flatnonzero(spread <= max(_SEARCHED, count // 200))]
    turned = searched.T.tocsr()
    pairs: dict[tuple[int, int], float] = {}
    for start in range(0, count, _ROWS_AT_ONCE):
        block = scipy.sparse.csr_matrix(searched[start : start + _ROWS_AT_ONCE] @ turned)
        for at in range(block.shape[0]):
            others, values = _row(block, at)
            keep = np.flatnonzero((values >= least / 2) & (others != start + at))
            keep = keep[np.lexsort((others[keep], -values[keep]))][:_NEAREST]
            for other in others[keep].tolist():
                pairs[min(start + at, other), max(start + at, other)] = 0.0
    firsts = np.asarray([i for i, _ in pairs], dtype=np.int64)
    seconds = np.asarray([j for _, j in pairs], dtype=np.int64)
    found: list[tuple[int, int, float]] = []
    for start in range(0, len(firsts), 100_000):
        i, j = firsts[start : start + 100_000], seconds[start : start + 100_000]
        values = np.asarray(rows[i].multiply(rows[j]).sum(axis=1)).ravel()
        near = np.flatnonzero(values >= least)
        found += zip(i[near].tolist(), j[near].tolist(), values[near].tolist(), strict=True)
    return sorted(found)
