"""In: a path or an address. Out: the store there, opened or made."""

from pathlib import Path

from twosource.store.contract import Store
from twosource.store.sqlite import SqliteStore

_PATIENCE = 30.0


def open_store(address: str, *, create: bool = False, patience: float = _PATIENCE) -> Store:
    """The store at a path, or at a `postgresql://` address; made there where `create` allows it.

    `patience` is how many seconds one who would write waits for another. Raises NotAStore, StoreIsNewer, StoreBusy, or
    StoreError where it cannot be opened at all.
    """
    return SqliteStore(Path(address), create=create, patience=patience)
