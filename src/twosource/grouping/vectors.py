"""In: the features of reports. Out: weights of terms, and rows of whole numbers whose products are similarities.

How telling a term is depends on how common it is in news, by a table, and in the reports at hand, in coarse steps: so
a folder of two reports is weighed much like one of a thousand, and one more report changes few weights or none. Rows
are whole numbers, so sums of products are exact and never depend on the order in which they were added up.
"""

import zlib
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
import scipy.sparse

from twosource.grouping.terms import CAPITAL, KEY_BITS, KEY_SHIFT, NUMBER, OFTEN, Codes, common_words, key_of

Numbers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Rows: TypeAlias = scipy.sparse.csr_matrix

#: A row's length; the product of two rows is at most its square, which is exact even in numbers of 32 bits.
LENGTH = 4_000
UNIT = LENGTH * LENGTH
#: How much of the similarity hangs on names and numbers, which tell happenings of one kind apart.
NAMES = 0.55
#: The background counts as so many reports.
_BACKGROUND = 1_000
_TOO_COMMON_FOR_A_NAME = 0.1
_ENOUGH_REPORTS, _ONCE = 12, 0.4
#: In how many reports a term is counts in steps: few, and then by powers of four.
_FEW, _COUNTED_FEW, _STEP, _IN_STEP = 4, 2.0, 4, 1.5
#: By terms that more reports have, no likely neighbours are looked for.
_SEARCHED = 1_024
#: Of more reports, so many to twice so many count for the weights of terms.
_SAMPLE = 2_048
_DIRECT = 2_000_000


class Bag(NamedTuple):
    """The terms of many reports one after another: report `at` has those from `ends[at]` to `ends[at + 1]`.

    `terms` are the distinct keys, ascending; `column` says of every term which of them it is.
    """

    codes: Codes
    ends: Numbers
    terms: Numbers
    column: npt.NDArray[np.int32]


class Weights(NamedTuple):
    """Of every distinct term: how telling it is, whether it is a name, and whether it is rare enough to search by.

    Where `open` is true too few counted reports have the term: a report that writes it as a name decides for itself.
    """

    telling: Floats
    named: Flags
    open: Flags
    searched: Flags


class Counts(NamedTuple):
    """In how many of the counted reports each distinct term is, and in how many more of these it is a name than not.

    `reports` is the number of all reports; `rate` the share of them that are counted.
    """

    holders: Numbers
    votes: Numbers
    reports: int
    rate: float


def gather(codes: Codes, ends: Numbers) -> Bag:
    """The terms of many reports in one."""
    keys = (codes >> KEY_SHIFT).astype(np.int32)
    if len(keys) < _DIRECT:
        few, column = np.unique(keys, return_inverse=True)
        return Bag(codes, ends, few.astype(np.int64), column.astype(np.int32))
    seen = np.zeros(1 << KEY_BITS, dtype=bool)
    seen[keys] = True
    distinct: Numbers = np.flatnonzero(seen).astype(np.int64)
    place = np.zeros(1 << KEY_BITS, dtype=np.int32)
    place[distinct] = np.arange(len(distinct), dtype=np.int32)
    return Bag(codes, ends, distinct, place[keys])


def counted(ids: Sequence[str], reports: int) -> Flags:
    """Which of some reports count for the weights of terms, where there are so many in all: of very many, a sample.

    Whether one is in the sample depends on its id alone, and the share of the sample changes where the number doubles.
    So one more report seldom changes a weight, and never by the order in which reports came.
    """
    rate = sample_rate(reports)
    if rate == 1:
        return np.ones(len(ids), dtype=bool)
    drawn = np.asarray([zlib.crc32(name.encode("utf-8", "surrogatepass")) for name in ids], dtype=np.float64)
    return drawn < rate * 2.0**32


def sample_rate(reports: int) -> float:
    """The share of so many reports that count for the weights of terms."""
    return min(1.0, _SAMPLE / _doubled(reports))


def _doubled(reports: int) -> int:
    """The greatest power of two in a number."""
    return 1 << max(0, reports.bit_length() - 1)


def count(bag: Bag, members: Numbers, reports: int) -> Counts:
    """Counts over some reports, the counted ones of so many."""
    places = entries(bag, members)
    codes, column = bag.codes[places], bag.column[places]
    holders = np.bincount(column, minlength=len(bag.terms))
    capital = np.bincount(column[(codes & CAPITAL) > 0], minlength=len(bag.terms))
    return Counts(holders, 2 * capital - holders, reports, sample_rate(reports))


def entries(bag: Bag, members: Numbers) -> Numbers:
    """Places of all terms of some reports, in their order."""
    sizes = bag.ends[members + 1] - bag.ends[members]
    starts = np.repeat(bag.ends[members] - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes)
    return starts + np.arange(int(sizes.sum()))


@cache
def _common() -> tuple[Numbers, Floats]:
    """Keys of common words, ascending, and the share of texts that hold them."""
    shares: dict[int, float] = {}
    for word, share in common_words().items():
        shares[key_of(word)] = max(share, shares.get(key_of(word), 0.0))
    return np.asarray(sorted(shares)), np.asarray([shares[key] for key in sorted(shares)])


def weigh(bag: Bag, counts: Counts) -> Weights:
    """How telling each term is among so many reports."""
    keys, shares = _common()
    spot = np.minimum(np.searchsorted(keys, bag.terms), len(keys) - 1)
    share = np.where(keys[spot] == bag.terms, shares[spot], 0.0)
    number = np.maximum(counts.holders, 1)
    step = np.where(number < _FEW, _COUNTED_FEW, _IN_STEP * _STEP ** _log(number, _STEP) / counts.rate)
    of = _doubled(counts.reports)
    telling = np.maximum(0.0, np.log((of + _BACKGROUND + 1) / (step + _BACKGROUND * share + 0.5)))
    # A word that no other report has can't tie; it counts less, or wholly where there are few reports it could be in.
    if counts.rate == 1:
        telling[number == 1] *= max(_ONCE, 1 - (counts.reports - 2) / _ENOUGH_REPORTS)
    rare = share < _TOO_COMMON_FOR_A_NAME
    unsure = rare & (number < _FEW) & (counts.rate < 1)
    return Weights(telling, rare & (counts.votes > 0) & ~unsure, unsure, number <= _SEARCHED * counts.rate)


def _log(numbers: Numbers, base: int) -> Floats:
    """The greatest whole power of `base` in each number, exact."""
    powers = base ** np.arange(int(63 / np.log2(base)), dtype=np.int64)
    return (np.searchsorted(powers, numbers, side="right") - 1).astype(np.float64)


def rows_of(bag: Bag, weights: Weights, members: Numbers) -> Rows:
    """Rows of whole numbers for some reports: names with numbers, and other words, each part of its own length."""
    places = entries(bag, members)
    column, codes = bag.column[places], bag.codes[places]
    sizes = bag.ends[members + 1] - bag.ends[members]
    owner = np.repeat(np.arange(len(members)), sizes)
    values = (1 + np.log(np.maximum(1, codes & OFTEN))) * weights.telling[column]
    named = weights.named[column] | ((codes & NUMBER) > 0) | (weights.open[column] & ((codes & CAPITAL) > 0))
    for part, share in ((named, NAMES), (~named, 1 - NAMES)):
        lengths = np.sqrt(np.bincount(owner[part], weights=values[part] ** 2, minlength=len(members)))
        lengths[lengths == 0] = 1
        values[part] *= LENGTH * np.sqrt(share) / lengths[owner[part]]
    rows: Rows = scipy.sparse.csr_matrix(
        (np.rint(values), column, np.concatenate(([0], np.cumsum(sizes)))), shape=(len(members), len(bag.terms))
    )
    rows.eliminate_zeros()
    rows.has_sorted_indices = True
    rows.has_canonical_format = True
    return rows
