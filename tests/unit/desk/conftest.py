"""Fixtures of the desk's tests: desks over stores in fresh folders, with one language model for all of them."""

from collections.abc import Iterator
from pathlib import Path

import desks
import pytest

from twosource.desk import Desk
from twosource.pipeline import Reader
from twosource.settings import Settings
from twosource.store import Store, open_store


@pytest.fixture(scope="session")
def reader() -> Reader:
    """Reads sentences; the model is loaded once for all desks."""
    return Reader(Settings())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    opened = open_store(str(tmp_path / "desk.db"), create=True)
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store, reader: Reader) -> Desk:
    """A desk over an empty store."""
    made = Desk(store)
    made._reader = reader  # noqa: SLF001  one model for all tests
    return made


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with two reports of one flood and one of a match."""
    return desks.fill(tmp_path / "inbox")
