"""In: a path. Out: a store in one file, for one machine: SQLite with a write-ahead log, nothing to install."""

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from twosource.errors import NotAStore, StoreBusy, StoreError, StoreIsNewer
from twosource.store.database import Migration, Row, Value
from twosource.store.migrations import MIGRATIONS, migrate
from twosource.store.packing import readable
from twosource.store.pool import PooledStore
from twosource.store.tables import SQLITE_ONLY, SQLITE_TYPES
from twosource.store.words import Term

APPLICATION = 0x32536F75
"""Stands in the head of the file and says whose it is."""

_CACHE = 64 * 1024
_LOG_KEPT = 64 * 1024 * 1024


def open_sqlite(
    path: Path, *, create: bool, patience: float, migrations: tuple[Migration, ...] = MIGRATIONS
) -> PooledStore:
    """The store in a file. Many may read it while one writes; a second who would write waits `patience` seconds."""
    path = _real(path)
    if not _is_there(path):
        _make_empty(path, create=create)
    elif path.is_dir():
        message = f"{path} is a folder and no store"
        raise NotAStore(message)
    store = PooledStore(lambda: SqliteDatabase(path, patience), len(migrations))
    with store.connected() as database:
        database.prepare(create=create, migrations=migrations)
    return store


class SqliteDatabase:
    """A connection to a file of SQLite; see `Database`."""

    def __init__(self, path: Path, patience: float) -> None:
        self._path = path
        self._patience = patience
        self._streams: set[sqlite3.Cursor] = set()
        with _told(path):
            self._connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=rw",
                uri=True,
                timeout=patience,
                isolation_level=None,
                check_same_thread=False,
                cached_statements=256,
            )
            self._connection.execute(f"PRAGMA cache_size = -{_CACHE}")
            self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.execute(f"PRAGMA journal_size_limit = {_LOG_KEPT}")
            self._connection.execute("PRAGMA temp_store = MEMORY")

    def alive(self) -> bool:
        """Whether the connection can still be used: a file does not hang up."""
        return True

    def close(self) -> None:
        """Let go of the file."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()

    def rows(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows that a query gives."""
        with _told(self._path):
            return self._connection.execute(statement, _taken(values)).fetchall()

    def stream(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """The rows that a query gives, one after the other, until the view ends."""
        with _told(self._path), contextlib.closing(self._connection.execute(statement, _taken(values))) as cursor:
            self._streams.add(cursor)
            yield from cursor
            self._streams.discard(cursor)

    def change(self, statement: str, values: Sequence[Value] = ()) -> None:
        """Carry out a statement."""
        with _told(self._path):
            self._connection.execute(statement, _taken(values))

    def many(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Carry out a statement once for each row of values."""
        with _told(self._path):
            self._connection.executemany(statement, map(_taken, rows))

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes inside are made together and are on disk at the end, or none is made."""
        self.change("BEGIN IMMEDIATE")
        try:
            yield
            self.change("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._connection.rollback()
            raise

    @contextlib.contextmanager
    def snapshot(self, known: int) -> Iterator[None]:
        """Everything read inside is of one moment. Raises StoreIsNewer where the file has more than `known` changes."""
        self.change("BEGIN")
        try:
            self.check_version(known)  # the first reading settles the moment
            yield
        finally:
            while self._streams:  # a query that was not read to its end would keep the moment for the next view
                self._streams.pop().close()
            with contextlib.suppress(sqlite3.Error):
                self._connection.rollback()

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Hold a lock beside the store, which the operating system releases also where its holder is killed.

        The store's own lock is held only while a batch is written: a writer must be alone from what it reads to what
        it concludes.
        """
        beside = self._path.with_name(f"{self._path.name}-writer")
        if not _is_there(beside):
            _make_empty(beside, create=True)
        lock = sqlite3.connect(beside, self._patience, isolation_level=None, check_same_thread=False)
        with contextlib.closing(lock):
            with _told(self._path):
                lock.execute("BEGIN EXCLUSIVE")
            yield

    def laid(self, words: Sequence[str]) -> str:
        """Folded words in the form in which the full-text index takes them."""
        return " ".join(words)

    def asked(self, terms: Sequence[Term]) -> str:
        """Terms that must all be there, in the language of FTS5: words are quoted, so that none is an operator."""
        return " AND ".join(f'"{" ".join(term.words)}"{" *" if term.begins else ""}' for term in terms)

    def found(self, table: str) -> str:
        """A table expression of the texts that meet "?"."""
        return f"(SELECT rowid AS number, rank FROM {table} WHERE {table} MATCH ?)"

    def index(self, table: str, rows: Iterable[tuple[int, str]]) -> None:
        """Put texts into a full-text index under their numbers."""
        self.many(f"INSERT INTO {table} (rowid, words) VALUES (?, ?)", rows)

    def forget(self, table: str, number: int, laid: str) -> None:
        """Take a text out of a full-text index."""
        self.change(f"INSERT INTO {table} ({table}, rowid, words) VALUES ('delete', ?, ?)", (number, laid))

    def statements(self, script: str) -> list[str]:
        """The statements of a script, with SQLite's words for the types."""
        return [part for part in script.format(**SQLITE_TYPES).split(";\n") if part.strip()]

    def full_text(self) -> list[str]:
        """The statements that make the full-text indexes and guard the judgements."""
        return self.statements(SQLITE_ONLY)

    def version(self) -> int:
        """How many changes of its tables the file has seen."""
        return int(self.rows("PRAGMA user_version")[0][0])

    def check_version(self, known: int) -> None:
        """Raise StoreIsNewer where the file has seen more changes than are known."""
        version = self.version()
        if version > known:
            message = f"{self._path} was made by a newer version of twosource (store {version}; this one knows {known})"
            raise StoreIsNewer(message)

    def prepare(self, *, create: bool, migrations: tuple[Migration, ...]) -> None:
        """Make the tables of a new file, bring an old file up to date, refuse what is no store."""
        with _told(self._path):
            owner = int(self.rows("PRAGMA application_id")[0][0])
            empty = not self.rows("SELECT 1 FROM sqlite_master LIMIT 1")
        if owner != APPLICATION and not (owner == 0 and empty and create):
            message = (
                f"{self._path} is {'empty' if empty else 'a database of another program'} and no store of twosource"
            )
            raise NotAStore(message)
        if self.version() < len(migrations):
            self.change("PRAGMA journal_mode = WAL")
            migrate(self, migrations, self._settle)
        self.check_version(len(migrations))

    def _settle(self, version: int) -> None:
        self.change(f"PRAGMA application_id = {APPLICATION}")
        self.change(f"PRAGMA user_version = {version}")


def _taken(values: Sequence[Value]) -> list[Value]:
    return [readable(value) if type(value) is str else value for value in values]


def _real(path: Path) -> Path:
    """The path without links, so that all who open the store find the same lock beside it."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError) as fault:
        message = f"{path}: {getattr(fault, 'strerror', None) or fault}"
        raise StoreError(message) from fault


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as fault:
        message = f"{path}: {fault.strerror}"
        raise StoreError(message) from fault


def _make_empty(path: Path, *, create: bool) -> None:
    """An empty file that only its owner may read, since reports may be confidential."""
    if not create:
        message = f"{path}: no store there"
        raise NotAStore(message)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    except (OSError, ValueError) as fault:
        message = f"{path}: a store cannot be made there: {getattr(fault, 'strerror', fault)}"
        raise StoreError(message) from fault


_READ_ONLY = "it cannot be written; a store and the folder it is in must be writable, also for reading"


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """What SQLite raises, as an error that says what is wrong with the store."""
    try:
        yield
    except sqlite3.Error as fault:
        code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            message = f"{path}: another process has been writing to the store for too long"
            raise StoreBusy(message) from fault
        if code in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT}:
            message = f"{path} is no store of twosource, or is damaged: {fault}"
            raise NotAStore(message) from fault
        words = _READ_ONLY if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN} else str(fault)
        message = f"{path}: {words}"
        raise StoreError(message) from fault
