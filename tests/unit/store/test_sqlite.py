import multiprocessing
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pile
import pytest
from pile import batch, judgement, report

from twosource.errors import NotAStore, StoreBusy, StoreError, StoreIsNewer
from twosource.store import open_store
from twosource.store.database import Database, Migration
from twosource.store.migrations import MIGRATIONS
from twosource.store.sqlite import open_sqlite

FERRY = report("ferry", "Ferry sinks off Korval\n\n17 died.")


_NOBODY = 65_534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


@pytest.fixture
def filled(path: Path) -> Path:
    """A store with one report and one judgement, closed."""
    store = open_store(str(path), create=True)
    with store.writer() as writer:
        writer.write(batch(FERRY))
        writer.judge(judgement("j", "ferry"))
    store.close()
    return path


def test_only_its_owner_may_read_a_store(filled: Path) -> None:
    before = os.umask(0)
    try:
        store = open_store(str(filled.with_name("other.db")), create=True)
        with store.writer() as writer:
            writer.write(batch(FERRY))
            modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in filled.parent.glob("other.db*")}
        store.close()
    finally:
        os.umask(before)
    assert "other.db-wal" in modes
    assert set(modes.values()) == {0o600}


def test_a_closed_store_is_one_file_and_its_lock(filled: Path) -> None:
    assert sorted(each.name for each in filled.parent.iterdir()) == ["desk.db", "desk.db-writer"]


def _foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    connection.close()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.write_bytes(b""), "is empty and no store"),
        (lambda path: path.write_text("dear diary " * 500), "is no store"),
        (_foreign, "a database of another program"),
    ],
)
def test_a_file_that_is_no_store_is_left_as_it_is(path: Path, make: Callable[[Path], object], words: str) -> None:
    make(path)
    before = path.read_bytes()
    with pytest.raises(NotAStore, match=words):
        open_store(str(path))
    assert path.read_bytes() == before


def test_no_store_is_made_of_a_file_of_another_program(path: Path) -> None:
    _foreign(path)
    with pytest.raises(NotAStore, match="another program"):
        open_store(str(path), create=True)


def test_what_a_maker_that_was_killed_left_behind_becomes_a_store(path: Path) -> None:
    path.touch()
    open_store(str(path), create=True).close()
    open_store(str(path)).close()


def test_a_damaged_store_says_so(filled: Path) -> None:
    data = bytearray(filled.read_bytes())
    for page in range(4096, len(data), 4096):
        data[page : page + 200] = b"\xff" * 200
    filled.write_bytes(data)
    with pytest.raises(NotAStore, match="damaged"), open_store(str(filled)).view() as view:
        list(view.reports())


def test_a_record_that_cannot_be_read_says_so(filled: Path) -> None:
    with sqlite3.connect(filled) as connection:
        connection.execute("UPDATE readings SET text = x'00c1'")
    connection.close()
    with pytest.raises(NotAStore, match="Report that the store holds"), open_store(str(filled)).view() as view:
        view.kept(["ferry"])


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        open_store(str(tmp_path))


def test_a_store_cannot_be_made_where_no_folder_is(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be made there"):
        open_store(str(tmp_path / "nowhere" / "desk.db"), create=True)


@pytest.fixture
def folder_of_somebody() -> Iterator[Path]:
    """A folder of a user for whom what is read-only is read-only, as which the test runs on."""
    folder = Path(tempfile.mkdtemp(prefix="twosource-store-"))
    root = os.geteuid() == 0
    if root:
        os.chown(folder, _NOBODY, _NOBODY)
        os.seteuid(_NOBODY)
    yield folder
    if root:
        os.seteuid(0)
    folder.chmod(0o700)
    shutil.rmtree(folder)


def test_a_store_in_a_folder_that_cannot_be_written_says_so(folder_of_somebody: Path) -> None:
    path = folder_of_somebody / "desk.db"
    open_store(str(path), create=True).close()
    folder_of_somebody.chmod(0o500)
    with pytest.raises(StoreError, match="must be writable"), open_store(str(path)).view():
        pass
    with pytest.raises(StoreError, match="must be writable"), open_store(str(path)).writer():
        pass
    with pytest.raises(StoreError, match="cannot be made there"):
        open_store(str(path.with_name("other.db")), create=True)


def test_a_store_of_somebody_else_says_so(filled: Path, folder_of_somebody: Path) -> None:
    del folder_of_somebody
    if os.getuid():
        pytest.skip("everything here is our own")
    with pytest.raises(StoreError, match="denied"):
        open_store(str(filled))


def test_whoever_comes_by_a_link_finds_the_same_lock(filled: Path) -> None:
    link = filled.parent / "links" / "same.db"
    link.parent.mkdir()
    link.symlink_to(filled)
    here, there = open_store(str(filled)), open_store(str(link), patience=0.1)
    with here.writer(), pytest.raises(StoreBusy), there.writer():
        pass
    here.close()
    there.close()


def test_a_full_disk_is_told_and_loses_nothing_that_was_written(path: Path) -> None:
    code = """
import resource, signal, sys
from pile import batch, report
from twosource.errors import StoreError
from twosource.store import open_store
store = open_store(sys.argv[1], create=True)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, -1))
with store.writer() as writer:
    for number in range(10_000):
        try:
            writer.write(batch(report(f"{number:05}", f"{number} " * 1_000)))
        except StoreError as fault:
            print(number, fault)
            break
"""
    support = Path(pile.__file__).parent
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True, cwd=support
    )
    number, words = done.stdout.strip().split(" ", 1)
    assert str(path) in words
    store = open_store(str(path))
    with store.view() as view:
        assert list(view.reports()) == [f"{earlier:05}" for earlier in range(int(number))]
    with store.writer() as writer:
        writer.write(batch(FERRY))
    store.close()


@pytest.mark.parametrize("name", ["nul\x00", "x" * 5_000, ""])
def test_a_name_that_no_file_can_have_is_an_error_in_words(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError):
        open_store(f"{tmp_path}/{name}", create=True)


def test_odd_names_of_files_are_just_names(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=memory#b%20 ü.db"
    open_store(str(path), create=True).close()
    assert path.stat().st_size > 0


@pytest.mark.parametrize("statement", ["UPDATE judgements SET body = x'00'", "DELETE FROM judgements"])
def test_judgements_are_only_added(filled: Path, statement: str) -> None:
    with sqlite3.connect(filled) as connection, pytest.raises(sqlite3.IntegrityError, match="judgements are never"):
        connection.execute(statement)
    connection.close()


def test_whoever_keeps_the_file_locked_is_waited_for_and_then_told(filled: Path) -> None:
    store = open_store(str(filled), patience=0.1)
    other = sqlite3.connect(filled, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusy, match="too long"):
        store.judge(judgement("k", "ferry"))
    other.execute("ROLLBACK")
    other.close()
    store.judge(judgement("k", "ferry"))
    store.close()


def test_a_store_can_be_used_on_both_sides_of_a_fork(filled: Path) -> None:
    if "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("no fork here")
    store = open_store(str(filled))
    with store.view() as view:
        assert list(view.reports()) == ["ferry"]
    pid = os.fork()
    if not pid:  # the child must not run what pytest runs at its end
        code = 1
        try:
            with store.view() as view:
                code = 0 if list(view.reports()) == ["ferry"] else 1
        finally:
            os._exit(code)
    assert os.waitpid(pid, 0)[1] == 0
    with store.view() as view:
        assert list(view.reports()) == ["ferry"]
    store.close()


def _add_a_column(database: Database) -> None:
    database.change("ALTER TABLE reports ADD COLUMN colour TEXT")


def _break_off(database: Database) -> None:
    database.change("ALTER TABLE reports ADD COLUMN shape TEXT")
    raise RuntimeError


COLOURED = (*MIGRATIONS, Migration("reports have a colour", _add_a_column))


def _columns(path: Path) -> set[str]:
    with sqlite3.connect(path) as connection:
        found = {name for _, name, *_ in connection.execute("PRAGMA table_info(reports)")}
    connection.close()
    return found


def test_an_old_store_is_brought_up_to_date_and_keeps_what_it_holds(filled: Path) -> None:
    store = open_sqlite(filled, create=False, patience=1.0, migrations=COLOURED)
    with store.view() as view:
        assert list(view.reports()) == ["ferry"]
    store.close()
    assert "colour" in _columns(filled)
    open_sqlite(filled, create=False, patience=1.0, migrations=COLOURED).close()
    with sqlite3.connect(filled) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM migrations ORDER BY number")]
    connection.close()
    assert names == [migration.name for migration in COLOURED]


def test_a_change_of_tables_that_fails_leaves_the_store_as_it_was(filled: Path) -> None:
    broken = (*COLOURED, Migration("half done", _break_off))
    with pytest.raises(RuntimeError):
        open_sqlite(filled, create=False, patience=1.0, migrations=broken)
    assert "colour" in _columns(filled)  # the change before it stands
    assert "shape" not in _columns(filled)
    open_sqlite(filled, create=False, patience=1.0, migrations=COLOURED).close()


def test_a_store_of_a_newer_program_is_refused(filled: Path) -> None:
    open_sqlite(filled, create=False, patience=1.0, migrations=COLOURED).close()
    with pytest.raises(StoreIsNewer, match="newer version of twosource"):
        open_store(str(filled))


def test_a_store_that_becomes_newer_while_it_is_open_is_refused_from_then_on(filled: Path) -> None:
    old = open_store(str(filled))
    open_sqlite(filled, create=False, patience=1.0, migrations=COLOURED).close()
    with pytest.raises(StoreIsNewer), old.view():
        pass
    with pytest.raises(StoreIsNewer), old.writer():
        pass
    with pytest.raises(StoreIsNewer):
        old.judge(judgement("k"))


def test_the_names_of_changes_are_lasting() -> None:
    assert [migration.name for migration in MIGRATIONS][:1] == ["first tables"]
