"""In: records of runs and judgements. Out: the same records, later, in another process; the only SQL in the house."""

from twosource.store.contract import Store, View, Writer
from twosource.store.opening import open_store

__all__ = ["Store", "View", "Writer", "open_store"]
