"""In: rows of whole numbers, and which of them become one. Out: the products of sums of rows, exact."""

import numpy as np
import numpy.typing as npt

from twosource.grouping.pairs import all_products, products
from twosource.grouping.vectors import Floats, Numbers, Rows

_ROOM = 2.0


class HeldProducts:
    """Rows of which all products are held, which is quick for few."""

    def __init__(self, rows: Rows) -> None:
        self._held = all_products(rows)

    def add(self, low: Numbers, high: Numbers) -> None:
        """Add each row `high` to the row `low` before it; no row is named twice."""
        self._held[low] += self._held[high]
        self._held[:, low] += self._held[:, high]

    def products(self, left: Numbers, right: Numbers) -> Floats:
        """The products of pairs of rows."""
        found: Floats = self._held[left, right]
        return found


class AddedRows:
    """Rows one behind another, each sum behind all that came before; where the room is full, what is stale goes."""

    def __init__(self, rows: Rows) -> None:
        self._width = rows.shape[1]
        self._sizes = np.diff(rows.indptr).astype(np.int64)
        self._starts = rows.indptr[:-1].astype(np.int64)
        self._used = int(rows.indptr[-1])
        room = int(self._used * _ROOM)
        self._values, self._columns = _copied(rows.data, room), _copied(rows.indices.astype(np.int32), room)

    def add(self, low: Numbers, high: Numbers) -> None:
        """Add each row `high` to the row `low` before it; no row is named twice."""
        sums = self._rows(low) + self._rows(high)
        self._sizes[high] = 0
        self._sizes[low] = 0
        if self._used + sums.nnz > len(self._values):
            self._tidy(sums.nnz)
        end = self._used + sums.nnz
        self._values[self._used : end], self._columns[self._used : end] = sums.data, sums.indices
        self._starts[low] = sums.indptr[:-1] + self._used
        self._sizes[low] = np.diff(sums.indptr)
        self._used = end

    def products(self, left: Numbers, right: Numbers) -> Floats:
        """The products of pairs of rows."""
        if not len(left):
            return np.zeros(0)
        some, where = np.unique(np.concatenate((left, right)), return_inverse=True)
        return products(self._rows(some), where[: len(left)], where[len(left) :])

    def _rows(self, some: Numbers) -> Rows:
        places = self._places(some)
        ends = np.concatenate(([0], np.cumsum(self._sizes[some])))
        rows = Rows((self._values[places], self._columns[places], ends), shape=(len(some), self._width))
        rows.has_sorted_indices = True
        rows.has_canonical_format = True
        return rows

    def _places(self, some: Numbers) -> Numbers:
        sizes = self._sizes[some]
        before = np.cumsum(sizes) - sizes
        places: Numbers = np.repeat(self._starts[some] - before, sizes) + np.arange(int(sizes.sum()))
        return places

    def _tidy(self, more: int) -> None:
        """Put the rows that are still there close together, with room for more."""
        places = self._places(np.arange(len(self._sizes)))
        room = int((len(places) + more) * _ROOM)
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._values, self._columns = _copied(self._values[places], room), _copied(self._columns[places], room)
        self._used = len(places)


def _copied(values: npt.NDArray[np.generic], room: int) -> npt.NDArray[np.generic]:
    """A copy with room behind it."""
    copy = np.empty(max(1, room), dtype=values.dtype)
    copy[: len(values)] = values
    return copy
