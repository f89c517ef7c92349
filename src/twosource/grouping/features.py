"""In: a report. Out: its features, the little that grouping must keep of it, and their bytes.

Features depend on one report alone, so they are taken once and kept; all else is found from the features of all.
"""

import datetime as dt
import struct
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from twosource.grouping.prints import LONGEST
from twosource.grouping.terms import Codes, codes_of
from twosource.records import Report
from twosource.text.shingles import Hashes, fingerprint, words_of

Ordinals = npt.NDArray[np.int64]
#: Gives the reports of some ids, in their order.
Texts = Callable[[Sequence[str]], Sequence[Report]]

_FORM = 1
_HEADER = struct.Struct("<IiII")
_UNIT = 4
_NO_DAY = -1
_HEAD, _MARKS, _TERMS = range(3)


class Features(NamedTuple):
    """Of many reports: their publication days (ordinals, -1 where unknown), how many words each has, and their rare
    marks and coded terms: report `at` has `marks[mark_ends[at]:mark_ends[at + 1]]`, and terms likewise.
    """  # noqa: D205 -- one sentence

    days: Ordinals
    words: Ordinals
    marks: Hashes
    mark_ends: Ordinals
    terms: Codes
    term_ends: Ordinals


def story_features(reports: Iterable[Report]) -> list[bytes]:
    """The features of reports without marks, which are all that finding stories needs."""
    reports = list(reports)
    return [
        _HEADER.pack(_FORM, _day(report), 0, 0) + codes.astype("<u4").tobytes()
        for report, codes in zip(reports, codes_of(reports), strict=True)
    ]


def features(report: Report) -> bytes:
    """What must be kept of a report, about a thousand bytes; it depends on this report alone."""
    return features_of([report])[0]


def features_of(reports: Sequence[Report]) -> list[bytes]:
    """What must be kept of each of many reports."""
    return [_with_marks(report, codes) for report, codes in zip(reports, codes_of(reports), strict=True)]


def _with_marks(report: Report, codes: Codes) -> bytes:
    words = words_of(report.text[:LONGEST], [(span.start, span.end) for span in report.furniture])
    marks = fingerprint(words).marks
    head = _HEADER.pack(_FORM, _day(report), len(words.hashes), len(marks))
    return head + marks.astype("<u8").tobytes() + codes.astype("<u4").tobytes()


def gathered(parts: Iterable[Features]) -> Features:
    """The features of the reports of several parts, one part behind the other."""
    parts = list(parts) or [unpack([])]
    days, words, marks, mark_ends, terms, term_ends = zip(*parts, strict=True)
    return Features(
        np.concatenate(days),
        np.concatenate(words),
        np.concatenate(marks),
        _ends(mark_ends),
        np.concatenate(terms),
        _ends(term_ends),
    )


def _ends(parts: Sequence[Ordinals]) -> Ordinals:
    return np.concatenate(([0], np.cumsum(np.concatenate([np.diff(ends) for ends in parts]))))


def unpack(kept: Sequence[bytes]) -> Features:
    """The features of many reports from their bytes. Raises ValueError where some are of another form, or cut."""
    sizes = np.asarray([len(one) for one in kept], dtype=np.int64)
    if (sizes < _HEADER.size).any() or (sizes % _UNIT).any():
        message = "these bytes are no features"
        raise ValueError(message)
    units = np.frombuffer(b"".join(kept), dtype="<u4")
    sizes //= _UNIT
    starts = np.cumsum(sizes) - sizes
    lead = _HEADER.size // _UNIT
    heads = units[starts[:, None] + np.arange(lead)].astype(np.int64).reshape(-1, lead)
    marks = heads[:, 3] * 2
    terms = sizes - lead - marks
    if (heads[:, 0] != _FORM).any() or (terms < 0).any():
        message = "these bytes are no features of this form: take them again from the report"
        raise ValueError(message)
    parts = np.stack((np.full(len(sizes), lead), marks, terms), axis=1).ravel()
    part = np.repeat(np.tile(np.asarray([_HEAD, _MARKS, _TERMS], dtype=np.uint8), len(sizes)), parts)
    return Features(
        heads[:, 1].astype(np.uint32).astype(np.int32).astype(np.int64),
        heads[:, 2],
        np.ascontiguousarray(units[part == _MARKS]).view("<u8"),
        np.concatenate(([0], np.cumsum(marks // 2))),
        units[part == _TERMS],
        np.concatenate(([0], np.cumsum(terms))),
    )


def _day(report: Report) -> int:
    """The publication day as a number, -1 where it is unknown or no day."""
    try:
        return dt.date.fromisoformat(report.published.value).toordinal() if report.published else _NO_DAY
    except ValueError:
        return _NO_DAY


def days_of(taken: Features) -> npt.NDArray[np.float64]:
    """Publication days as numbers, NaN where unknown."""
    return np.where(taken.days == _NO_DAY, np.nan, taken.days)
