"""In: nothing. Out: `Database`, all that reading and writing need of a database, whichever it is."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, NamedTuple, Protocol, TypeVar

from twosource.store.words import Term

Value = str | int | float | bytes | None
Row = tuple[Any, ...]

Name = TypeVar("Name", str, int)

_AT_ONCE = 500


class Database(Protocol):
    """A connection to a database. Statements hold "?" for each value; values never become part of a statement.

    Whatever the database raises comes out as a StoreError.
    """

    def rows(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows that a query gives."""
        ...

    def stream(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """The rows that a query gives, one after the other."""
        ...

    def change(self, statement: str, values: Sequence[Value] = ()) -> None:
        """Carry out a statement."""
        ...

    def many(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Carry out a statement once for each row of values."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """All changes inside are made together and are on disk at the end, or none is made."""
        ...

    def snapshot(self, known: int) -> AbstractContextManager[None]:
        """Everything read inside is of one moment. Raises StoreIsNewer where there were more than `known` changes."""
        ...

    def alone(self) -> AbstractContextManager[None]:
        """Nobody else has this inside the `with`. Raises StoreBusy."""
        ...

    def alive(self) -> bool:
        """Whether the connection can still be used."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...

    def check_version(self, known: int) -> None:
        """Raise StoreIsNewer where the database has seen more changes than are known."""
        ...

    def prepare(self, *, create: bool, migrations: "tuple[Migration, ...]") -> None:
        """Make the tables of a new database, bring an old one up to date, refuse what is no store."""
        ...

    def laid(self, words: Sequence[str]) -> str:
        """Folded words in the form in which the full-text index takes them."""
        ...

    def asked(self, terms: Sequence[Term]) -> str:
        """Terms that must all be there, in the language of the full-text index."""
        ...

    def found(self, table: str) -> str:
        """A table expression of `number` and `rank` (less is better) of the texts that meet "?", an `asked`."""
        ...

    def index(self, table: str, rows: Iterable[tuple[int, str]]) -> None:
        """Put texts (`laid`) into a full-text index under their numbers."""
        ...

    def forget(self, table: str, number: int, laid: str) -> None:
        """Take a text out of a full-text index."""
        ...

    def statements(self, script: str) -> list[str]:
        """The statements of a script, with this database's own words for "{text}", "{int}", "{real}" and "{bytes}"."""
        ...

    def full_text(self) -> list[str]:
        """The statements that make the full-text indexes and guard the judgements."""
        ...

    def version(self) -> int:
        """How many changes of its tables the database has seen."""
        ...


class Migration(NamedTuple):
    """One change of the tables under a lasting name; a database's version is the number of changes it has seen."""

    name: str
    change: Callable[[Database], None]


def for_each(database: Database, statement: str, names: Iterable[Name]) -> list[Row]:
    """The rows of a query whose "{}" stands for a list of names or numbers, however long."""
    wanted = sorted(set(names))
    found: list[Row] = []
    for begin in range(0, len(wanted), _AT_ONCE):
        part = wanted[begin : begin + _AT_ONCE]
        found += database.rows(statement.format(", ".join("?" * len(part))), part)
    return found
