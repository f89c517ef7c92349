"""In: an address. Out: a store that a newsroom shares: the schema "twosource" of a database of PostgreSQL."""

import contextlib
import functools
import itertools
from collections.abc import Iterable, Iterator, Sequence

import psycopg
from psycopg import conninfo, errors

from twosource.errors import NotAStore, StoreBusy, StoreError, StoreIsNewer
from twosource.store.database import Migration, Row, Value
from twosource.store.migrations import MIGRATIONS, migrate
from twosource.store.packing import readable
from twosource.store.pool import PooledStore
from twosource.store.tables import POSTGRES_ONLY, POSTGRES_TYPES
from twosource.store.words import Term

_OURS = 0x32536F75
_WRITER, _TRANSACTION = 1, 2
_AT_ONCE = 2_000
_MOST_POSITION = 16_383
_MOST_BYTES = 1_000_000
_WAIT = 10


def open_postgres(
    address: str, *, create: bool, patience: float, migrations: tuple[Migration, ...] = MIGRATIONS
) -> PooledStore:
    """The store in a database. Many may read it while one writes; a second who would write waits `patience` seconds."""
    store = PooledStore(lambda: PostgresDatabase(address, patience), len(migrations))
    with store.connected() as database:
        database.prepare(create=create, migrations=migrations)
    return store


class PostgresDatabase:
    """A connection to PostgreSQL; see `Database`."""

    def __init__(self, address: str, patience: float) -> None:
        try:
            known = conninfo.conninfo_to_dict(address)
        except psycopg.Error:
            message = "the address of the store is none that PostgreSQL understands"
            raise StoreError(message) from None  # what is wrong with it may be told with the password in it
        self._name = f"{known.get('host', 'localhost')}/{known.get('dbname', '')}"
        self._streams = itertools.count()
        with _told(self._name):
            self._connection = psycopg.connect(
                address,
                autocommit=True,
                connect_timeout=known.get("connect_timeout") or _WAIT,
                application_name="twosource",
            )
            self.change("SET search_path TO twosource")
            self.change("SET synchronous_commit TO on")
            self.change("SET client_min_messages TO warning")
            self.rows("SELECT set_config('lock_timeout', ?, false)", (str(max(1, round(patience * 1000))),))

    def alive(self) -> bool:
        """Whether the server still answers."""
        try:
            self._connection.execute("SELECT 1")
        except psycopg.Error:
            return False
        return True

    def close(self) -> None:
        """Let go of the database."""
        with contextlib.suppress(psycopg.Error):
            self._connection.close()

    def rows(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows that a query gives."""
        with _told(self._name), self._connection.cursor(binary=True) as cursor:
            return cursor.execute(_written(statement), _taken(values)).fetchall()

    def stream(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """The rows that a query gives, one after the other, until the view ends."""
        name = f"stream {next(self._streams)}"
        with _told(self._name), self._connection.cursor(name=name, binary=True) as cursor:
            cursor.itersize = _AT_ONCE
            yield from cursor.execute(_written(statement), _taken(values))

    def change(self, statement: str, values: Sequence[Value] = ()) -> None:
        """Carry out a statement."""
        with _told(self._name):
            self._connection.execute(_written(statement), _taken(values))

    def many(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Carry out a statement once for each row of values."""
        with _told(self._name), self._connection.cursor() as cursor:
            cursor.executemany(_written(statement), [_taken(row) for row in rows])

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes inside are made together and are on disk at the end, or none is made; one at a time."""
        self.change("BEGIN")
        try:
            self.rows("SELECT pg_advisory_xact_lock(?::int, ?::int)", (_OURS, _TRANSACTION))
            yield
            self.change("COMMIT")
        except BaseException:
            with contextlib.suppress(psycopg.Error):
                self._connection.execute("ROLLBACK")
            raise

    @contextlib.contextmanager
    def snapshot(self, known: int) -> Iterator[None]:
        """Everything read inside is of one moment."""
        self.change("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try:
            self.check_version(known)  # the first reading settles the moment
            yield
        finally:
            with contextlib.suppress(psycopg.Error):
                self._connection.execute("ROLLBACK")

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Hold a lock, which the server releases also where its holder is killed."""
        self.rows("SELECT pg_advisory_lock(?::int, ?::int)", (_OURS, _WRITER))
        try:
            yield
        finally:
            with contextlib.suppress(psycopg.Error, StoreError):
                self.rows("SELECT pg_advisory_unlock(?::int, ?::int)", (_OURS, _WRITER))

    def laid(self, words: Sequence[str]) -> str:
        """Folded words as a tsvector, up to what one can hold (a megabyte, over 100,000 words)."""
        places: dict[str, list[str]] = {}
        size = 0
        for position, word in enumerate(words, 1):
            size += 2 if word in places else 8 + len(word.encode())
            if size > _MOST_BYTES:
                break
            places.setdefault(word, []).append(str(min(position, _MOST_POSITION)))
        return " ".join(f"'{word}':{','.join(found)}" for word, found in places.items())

    def asked(self, terms: Sequence[Term]) -> str:
        """Terms that must all be there, as a tsquery: words are quoted, so that none is an operator."""
        return " & ".join(_together(term) for term in terms)

    def found(self, table: str) -> str:
        """A table expression of the texts that meet "?"."""
        return (
            f"(SELECT number, -ts_rank(words, asked) AS rank FROM {table},"
            " (SELECT CAST(? AS tsquery) AS asked) AS question WHERE words @@ asked)"
        )

    def index(self, table: str, rows: Iterable[tuple[int, str]]) -> None:
        """Put texts into a full-text index under their numbers."""
        self.many(f"INSERT INTO {table} (number, words) VALUES (?, CAST(? AS tsvector))", rows)

    def forget(self, table: str, number: int, laid: str) -> None:
        """Take a text out of a full-text index."""
        del laid
        self.change(f"DELETE FROM {table} WHERE number = ?", (number,))

    def statements(self, script: str) -> list[str]:
        """The statements of a script, with PostgreSQL's words for the types."""
        return [part for part in script.format(**POSTGRES_TYPES).split(";\n") if part.strip()]

    def full_text(self) -> list[str]:
        """The statements that make the full-text indexes and guard the judgements."""
        return self.statements(POSTGRES_ONLY)

    def version(self) -> int:
        """How many changes of its tables the database has seen."""
        if not self.rows("SELECT 1 FROM pg_tables WHERE schemaname = 'twosource' AND tablename = 'migrations'"):
            return 0
        return int(self.rows("SELECT COALESCE(MAX(number), 0) FROM migrations")[0][0])

    def check_version(self, known: int) -> None:
        """Raise StoreIsNewer where the database has seen more changes than are known."""
        version = self.version()
        if version > known:
            message = f"{self._name} was made by a newer version of twosource (store {version}; this one knows {known})"
            raise StoreIsNewer(message)

    def prepare(self, *, create: bool, migrations: tuple[Migration, ...]) -> None:
        """Make the tables of a new database, bring an old one up to date, refuse what is no store."""
        version = self.version()
        if not version:
            foreign = self.rows("SELECT 1 FROM pg_tables WHERE schemaname = 'twosource' LIMIT 1")
            if foreign or not create:
                what = 'a schema "twosource" that is none of ours' if foreign else "no store"
                message = f"{self._name}: {what} there"
                raise NotAStore(message)
            with self.transaction():
                self.change("CREATE SCHEMA IF NOT EXISTS twosource")
        if version < len(migrations):
            migrate(self, migrations, lambda _: None)
        self.check_version(len(migrations))


def _together(term: Term) -> str:
    words = " <-> ".join(f"'{word}'" for word in term.words)
    return f"({words}{':*' if term.begins else ''})"


@functools.lru_cache(maxsize=512)
def _written(statement: str) -> bytes:
    """A statement as psycopg takes it."""
    return statement.replace("%", "%%").replace("?", "%s").encode()


def _taken(values: Sequence[Value]) -> list[Value]:
    return [readable(value) if type(value) is str else value for value in values]


@contextlib.contextmanager
def _told(name: str) -> Iterator[None]:
    """What PostgreSQL raises, as an error that says what is wrong with the store."""
    try:
        yield
    except (errors.LockNotAvailable, errors.DeadlockDetected) as fault:
        message = f"{name}: another process has been writing to the store for too long"
        raise StoreBusy(message) from fault
    except (errors.UndefinedTable, errors.UndefinedColumn) as fault:
        message = f"{name} is no store of twosource, or is damaged: {_first_line(fault)}"
        raise NotAStore(message) from fault
    except psycopg.Error as fault:
        message = f"{name}: {_first_line(fault)}"
        raise StoreError(message) from fault


def _first_line(fault: Exception) -> str:
    return (str(fault).strip().splitlines() or [type(fault).__name__])[0]
