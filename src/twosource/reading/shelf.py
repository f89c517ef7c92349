"""In: many reports, put one by one. Out: each again by an id of its own, without all of them in memory at once."""

import itertools
import tempfile
import weakref
from array import array
from collections.abc import Collection, Iterator, Sequence

import msgspec
from msgspec import structs

from twosource.records import Report

#: So many bytes of reports are held in memory; of more, all are in a temporary file that has no name.
_HELD = 64_000_000


class Shelf:
    """Reports by their ids.

    A report with half of a surrogate pair in it, which only hostile input holds, is kept in memory.
    """

    def __init__(self) -> None:
        """An empty shelf."""
        self._file = tempfile.SpooledTemporaryFile(max_size=_HELD)  # noqa: SIM115  closed with this
        weakref.finalize(self, self._file.close)
        self._ends = array("Q", (0,))
        self._odd: dict[int, Report] = {}
        self._number: dict[str, int] = {}
        self._again: dict[str, list[int]] = {}
        self._decoder = msgspec.msgpack.Decoder(Report)

    def close(self) -> None:
        """Forget everything."""
        self._file.close()

    def __len__(self) -> int:
        """How many reports there are."""
        return len(self._number)

    def __iter__(self) -> Iterator[str]:
        """The ids, in ascending order."""
        return iter(sorted(self._number))

    def put(self, report: Report) -> None:
        """Keep a report. Raises OSError where the disk is full."""
        number = len(self._ends) - 1
        data = b""
        try:
            data = msgspec.msgpack.encode(report)
        except UnicodeEncodeError:
            self._odd[number] = report
        self._file.seek(self._ends[-1])
        self._file.write(data)
        self._ends.append(self._ends[-1] + len(data))
        if self._number.setdefault(report.id, number) != number:
            self._again.setdefault(report.id, []).append(number)

    def tell_apart(self) -> None:
        """Give reports that share an id each its own; the same one put twice is there once.

        Two folders may hold files of one name, and the same file may be named twice.
        """
        if not self._again:
            return
        given: dict[str, int] = {}
        for name in self:
            same = [self._number[name], *self._again.get(name, ())]
            last = given.get(name)
            for number in sorted(same, key=lambda number: self._at(number).text) if len(same) > 1 else same:
                if last is None or self._named(number, name) != self._named(last, name):
                    given[_free(name, given)] = last = number
        self._number, self._again = given, {}

    def __getitem__(self, name: str) -> Report:
        """The report of an id. Raises KeyError where there is none."""
        return self._named(self._number[name], name)

    def some(self, names: Sequence[str]) -> list[Report]:
        """The reports of some ids, in their order."""
        return [self[name] for name in names]

    def _named(self, number: int, name: str) -> Report:
        report = self._at(number)
        return report if report.id == name else structs.replace(report, id=name)

    def _at(self, number: int) -> Report:
        if number in self._odd:
            return self._odd[number]
        self._file.seek(self._ends[number])
        return self._decoder.decode(self._file.read(self._ends[number + 1] - self._ends[number]))


def _free(name: str, taken: Collection[str]) -> str:
    """`name`, or with the first number that is still free."""
    numbers = itertools.count(2)
    free = name
    while free in taken:
        free = f"{name}-{next(numbers)}"
    return free
