"""In: rows, one by one. Out: the same rows in a database, written together, since every exchange takes time."""

from collections.abc import Sequence

from twosource.store.database import Database, Row, Value, for_each


class Waiting:
    """Rows that wait to be written, statement by statement in the order of `statements`, and the numbers they get.

    Numbers are counted from where the last batch ended and never given twice.
    """

    def __init__(self, database: Database, statements: Sequence[str]) -> None:
        self._database = database
        self._rows: dict[str, list[Sequence[Value]]] = {statement: [] for statement in statements}
        self._texts: dict[str, list[tuple[int, str]]] = {}
        self._next: dict[str, int] = {}

    def put(self, statement: str, *values: Value) -> None:
        """Let a row wait for `write`."""
        self._rows[statement].append(values)

    def put_text(self, table: str, number: int, words: Sequence[str]) -> str:
        """Let a text wait for its full-text index; the form in which it will stand there."""
        laid = self._database.laid(words)
        self._texts.setdefault(table, []).append((number, laid))
        return laid

    def number(self, kind: str, count: int = 1) -> int:
        """The first of the next `count` numbers of a kind."""
        if kind not in self._next:
            rows = self._database.rows("SELECT next FROM counters WHERE name = ?", (kind,))
            self._next[kind] = int(rows[0][0]) if rows else 1
        number = self._next[kind]
        self._next[kind] += count
        return number

    def write(self) -> None:
        """Write all that waits."""
        for statement, rows in self._rows.items():
            if rows:
                self._database.many(statement, rows)
                rows.clear()
        for table, texts in self._texts.items():
            self._database.index(table, texts)
        self._texts.clear()

    def end(self) -> None:
        """Write all that waits and note where the numbers ended."""
        self.write()
        self._database.many(
            "INSERT INTO counters (name, next) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET next = excluded.next",
            sorted(self._next.items()),
        )

    def rows(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        """What a query gives of what is written."""
        return self._database.rows(statement, values)

    def for_each(self, statement: str, names: Sequence[str]) -> list[Row]:
        """What a query gives for each name of what is written."""
        return for_each(self._database, statement, names)
