import numpy as np
import pytest

from twosource.grouping.events import cut_apart


@pytest.mark.parametrize(
    ("sizes", "inside", "outside", "parts"),
    [
        ([1], 1.0, 0.0, 1),
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
    home = np.repeat(np.arange(len(sizes)), sizes)
    similar = np.where(home[:, None] == home[None, :], inside, outside).astype(np.float64)
    np.fill_diagonal(similar, 1.0)
    assert len(cut_apart(similar, 0.2, 0.4, 0.7, 3)) == parts
