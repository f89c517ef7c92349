from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_of import Asking, keep, site_of

from twosource.records import Dossier
from twosource.store import Store


@pytest.fixture
def store(labelled: Dossier, tmp_path: Path) -> Iterator[Store]:
    """A store that holds the sample story of the ferry, as its labels tell it."""
    opened = keep(labelled, tmp_path / "desk.db")
    yield opened
    opened.close()


@pytest.fixture
def asking(store: Store) -> Asking:
    """A browser at the desk."""
    return Asking(site_of(store))
