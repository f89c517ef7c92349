import numpy as np
import pytest

from twosource.grouping.added_rows import AddedRows, HeldProducts
from twosource.grouping.vectors import Rows

Kind = type[AddedRows] | type[HeldProducts]


@pytest.mark.parametrize("kind", [AddedRows, HeldProducts])
def test_products_of_sums_are_those_of_the_sums(kind: Kind) -> None:
    dice = np.random.default_rng(3)
    dense = np.where(dice.random((40, 30)) < 0.2, dice.integers(1, 4_000, (40, 30)), 0).astype(np.float64)
    added = kind(Rows(dense))
    there = list(range(40))
    for _ in range(4):  # until all room was used more than once
        low, high = np.asarray(there[0::2]), np.asarray(there[1::2])
        low = low[: len(high)]
        added.add(low, high)
        dense[low] += dense[high]
        there = sorted({*there} - {*high.tolist()})
        left, right = np.triu_indices(len(there), 1)
        left, right = np.asarray(there)[left], np.asarray(there)[right]
        assert added.products(left, right).tolist() == (dense[left] * dense[right]).sum(axis=1).tolist()


def test_no_pairs_have_no_products() -> None:
    assert AddedRows(Rows(np.eye(3))).products(np.zeros(0, int), np.zeros(0, int)).tolist() == []
