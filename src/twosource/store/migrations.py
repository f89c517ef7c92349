"""In: a database of any age. Out: the same database with today's tables, each change made whole or not at all."""

from collections.abc import Callable

from twosource.store.database import Database, Migration
from twosource.store.tables import COMMON


def first_tables(database: Database) -> None:
    """The tables of the first version."""
    for statement in (*database.statements(COMMON), *database.full_text()):
        database.change(statement)


MIGRATIONS = (Migration("first tables", first_tables),)
"""In the order in which they were thought of; only ever added to."""


def migrate(database: Database, migrations: tuple[Migration, ...], settle: Callable[[int], None]) -> None:
    """Make all changes that the database has not seen, each in one transaction; `settle` keeps the new version.

    Another process may be doing the same: what is to be done is asked anew once the database is ours.
    """
    for number, migration in enumerate(migrations, 1):
        with database.transaction():
            if database.version() < number:
                migration.change(database)
                database.change("INSERT INTO migrations (number, name) VALUES (?, ?)", (number, migration.name))
                settle(number)
