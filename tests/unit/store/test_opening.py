import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from twosource.errors import ExtraMissing, NotAStore
from twosource.store import open_store


@pytest.fixture
def without_psycopg(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.delitem(sys.modules, "twosource.store.postgres", raising=False)
    yield
    sys.modules.pop("twosource.store.postgres", None)


@pytest.mark.usefixtures("without_psycopg")
@pytest.mark.parametrize("address", ["postgresql://desk@localhost/news", "postgres://localhost"])
def test_a_shared_store_without_its_package_names_the_extra(address: str) -> None:
    with pytest.raises(ExtraMissing, match=r"twosource\[postgres\]"):
        open_store(address)


@pytest.mark.parametrize("create", [True, False])
def test_a_folder_is_no_store(tmp_path: Path, create: bool) -> None:  # noqa: FBT001
    with pytest.raises(NotAStore, match="is a folder and no store"):
        open_store(str(tmp_path), create=create)
