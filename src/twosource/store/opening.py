"""In: a path or an address. Out: the store there, opened or made."""

from pathlib import Path

from twosource.errors import ExtraMissing
from twosource.store.contract import Store
from twosource.store.sqlite import open_sqlite

_PATIENCE = 30.0
_SHARED = ("postgresql://", "postgres://")


def open_store(address: str, *, create: bool = False, patience: float = _PATIENCE) -> Store:
    """The store at a path, or at a `postgresql://` address; made there where `create` allows it.

    `patience` is how many seconds one who would write waits for another. Raises NotAStore, StoreIsNewer, StoreBusy, or
    StoreError where it cannot be opened at all; ExtraMissing where the address needs a package that is not installed.
    """
    if not address.startswith(_SHARED):
        return open_sqlite(Path(address), create=create, patience=patience)
    try:
        from twosource.store.postgres import open_postgres  # noqa: PLC0415 - an optional package
    except ImportError as fault:
        message = "a store in PostgreSQL needs a package that is not installed: pip install 'twosource[postgres]'"
        raise ExtraMissing(message) from fault
    return open_postgres(address, create=create, patience=patience)
