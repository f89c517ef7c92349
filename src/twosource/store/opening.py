"""In: a path or an address. Out: the store there, opened or made."""

from twosource.errors import NotAStore
from twosource.store.contract import Store


def open_store(address: str, *, create: bool = False) -> Store:
    """The store at a path, or at a `postgresql://` address; made there where `create` allows it."""
    message = f"{address}: no store there{' and none can be made yet' if create else ''}"
    raise NotAStore(message)
