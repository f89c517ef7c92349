import numpy as np
import pytest
import scipy.sparse

from twosource.grouping.clusters import cut, cut_apart, cut_sparse


def blocks(sizes: list[int], inside: float, outside: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    home = np.repeat(np.arange(len(sizes)), sizes)
    similar = np.where(home[:, None] == home[None, :], inside, outside).astype(np.float64)
    np.fill_diagonal(similar, 1.0)
    return similar


@pytest.mark.parametrize(
    ("sizes", "inside", "outside", "clusters"),
    [
        ([1], 1.0, 0.0, [[0]]),
        ([2, 3], 0.5, 0.05, [[0, 1], [2, 3, 4]]),
        ([2, 3], 0.5, 0.3, [[0, 1, 2, 3, 4]]),
        ([1, 1, 1], 1.0, 0.0, [[0], [1], [2]]),
    ],
)
def test_a_cut_keeps_together_what_is_alike_on_average(
    sizes: list[int], inside: float, outside: float, clusters: list[list[int]]
) -> None:
    assert cut(blocks(sizes, inside, outside), 0.1) == clusters


@pytest.mark.parametrize(
    ("sizes", "inside", "outside", "parts"),
    [
        ([4, 4], 0.6, 0.1, 2),
        ([4, 4], 0.6, 0.3, 2),
        ([4, 4], 0.4, 0.3, 1),
        ([6, 1], 0.6, 0.3, 1),
        ([6, 1], 0.6, 0.1, 2),
        ([4, 4], 0.9, 0.5, 1),
    ],
)
def test_halves_come_apart_if_unlike_or_if_each_is_much_more_alike_within(
    sizes: list[int], inside: float, outside: float, parts: int
) -> None:
    assert len(cut_apart(blocks(sizes, inside, outside), 0.2, 0.4, 0.7, 3)) == parts


def test_the_sparse_cut_finds_what_the_plain_one_finds() -> None:
    dice = np.random.default_rng(5)
    homes = np.arange(60) // 4
    dense = np.zeros((60, 400))
    for at, home in enumerate(homes):
        dense[at, home * 20 + dice.integers(0, 20, 12)] = 1.0
        dense[at, 300 + dice.integers(0, 100, 2)] = 0.3
    dense /= np.linalg.norm(dense, axis=1, keepdims=True)
    plain = cut(dense @ dense.T, 0.12)
    assert cut_sparse(scipy.sparse.csr_matrix(dense), 0.12) == plain
    assert len(plain) == 15


def test_rows_without_neighbours_stay_alone() -> None:
    assert cut_sparse(scipy.sparse.csr_matrix(np.eye(3)), 0.1) == [[0], [1], [2]]
    assert cut_sparse(scipy.sparse.csr_matrix(np.zeros((2, 4))), 0.1) == [[0], [1]]
