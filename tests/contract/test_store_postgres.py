"""What only a shared store does: a server may be away, restart, hold other things, or refuse."""

import pytest

pytest.importorskip("psycopg", reason="psycopg, of the extra postgres, is not installed")

import psycopg
from pile import batch, judgement, kept, report

from twosource.errors import NotAStore, StoreBusy, StoreError, StoreIsNewer
from twosource.records import Mentions
from twosource.records.kept import Batch
from twosource.store import open_store
from twosource.store.database import Database, Migration
from twosource.store.migrations import MIGRATIONS
from twosource.store.postgres import open_postgres

FERRY = report("ferry", "Ferry sinks off Korval\n\n17 died.")
pytestmark = pytest.mark.parametrize("address", ["postgres"], indirect=True)


def _add_a_column(database: Database) -> None:
    database.change("ALTER TABLE reports ADD COLUMN colour TEXT")


def _break_off(database: Database) -> None:
    database.change("ALTER TABLE reports ADD COLUMN shape TEXT")
    raise RuntimeError


COLOURED = (*MIGRATIONS, Migration("reports have a colour", _add_a_column))


def _fill(address: str) -> None:
    store = open_store(address, create=True)
    with store.writer() as writer:
        writer.write(batch(FERRY))
        writer.judge(judgement("j", "ferry"))
    store.close()


def _do(address: str, statement: str) -> list[tuple[object, ...]]:
    with psycopg.connect(address, autocommit=True) as connection:
        cursor = connection.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []


def _columns(address: str) -> set[object]:
    return {
        name
        for (name,) in _do(
            address,
            "SELECT column_name FROM information_schema.columns"
            " WHERE table_schema = 'twosource' AND table_name = 'reports'",
        )
    }


def test_a_schema_of_that_name_that_is_none_of_ours_is_left_alone(address: str) -> None:
    _do(address, "CREATE SCHEMA twosource")
    _do(address, "CREATE TABLE twosource.recipes (name text)")
    for create in (False, True):
        with pytest.raises(NotAStore, match="none of ours"):
            open_store(address, create=create)


def test_an_old_store_is_brought_up_to_date_and_an_old_program_refuses_it(address: str) -> None:
    _fill(address)
    old = open_store(address)
    store = open_postgres(address, create=False, patience=1.0, migrations=COLOURED)
    with store.view() as view:
        assert list(view.reports()) == ["ferry"]
    store.close()
    assert "colour" in _columns(address)
    with pytest.raises(StoreIsNewer, match="newer version of twosource"):
        open_store(address)
    with pytest.raises(StoreIsNewer), old.view():
        pass
    with pytest.raises(StoreIsNewer), old.writer():
        pass
    old.close()


def test_a_change_of_tables_that_fails_leaves_the_store_as_it_was(address: str) -> None:
    _fill(address)
    with pytest.raises(RuntimeError):
        open_postgres(address, create=False, patience=1.0, migrations=(*COLOURED, Migration("half done", _break_off)))
    assert _columns(address) & {"colour", "shape"} == {"colour"}


@pytest.mark.parametrize(
    "statement", ["UPDATE judgements SET id = 'x'", "DELETE FROM judgements", "TRUNCATE judgements"]
)
def test_judgements_are_only_added(address: str, statement: str) -> None:
    _fill(address)
    with pytest.raises(psycopg.errors.RaiseException, match="never changed and never taken away"):
        _do(address, statement.replace("judgements", "twosource.judgements"))


def test_a_store_outlives_the_end_of_its_idle_connections(address: str) -> None:
    _fill(address)
    store = open_store(address)
    with store.view() as view:
        assert list(view.reports()) == ["ferry"]
    _do(address, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'twosource'")
    with store.view() as view:
        assert list(view.reports()) == ["ferry"]
    store.close()


def test_a_connection_that_ends_in_the_middle_says_so(address: str) -> None:
    _fill(address)
    store = open_store(address)
    with store.writer() as writer:
        _do(address, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'twosource'")
        with pytest.raises(StoreError):
            writer.write(batch(FERRY))
    store.close()


def test_whoever_is_in_the_middle_of_a_batch_is_waited_for_and_then_told(address: str) -> None:
    _fill(address)
    store = open_store(address, patience=0.1)
    with psycopg.connect(address) as other:
        other.execute("LOCK TABLE twosource.judgements IN EXCLUSIVE MODE")
        with pytest.raises(StoreBusy, match="too long"):
            store.judge(judgement("k", "ferry"))
    store.judge(judgement("k", "ferry"))
    store.close()


@pytest.mark.parametrize(
    "wrong",
    ["postgresql://ada:secret@127.0.0.1:1/news", "postgresql://ada:secret@[", "postgresql://ada:secret@h/x?no=1"],
)
def test_a_server_that_cannot_be_reached_is_named_without_the_password(address: str, wrong: str) -> None:
    del address
    with pytest.raises(StoreError) as told:
        open_store(wrong)
    assert "secret" not in str(told.value)


def test_a_long_text_is_found_by_its_first_hundred_thousand_words(address: str) -> None:
    words = [f"w{number:06}" for number in range(120_000)]
    store = open_store(address, create=True)
    with store.writer() as writer:
        long = report("long", "Long\n\n" + " ".join(words))
        writer.write(Batch(kept=(kept(long, mentions=Mentions(report=long.id)),)))
    with store.view() as view:
        assert len(view.search(words[10])) == len(view.search(words[60_000])) == 1
        assert view.kept(["long"])[0].report.text.endswith(words[-1])
    store.close()
