"""In: a way to connect to a database. Out: a store over it, which keeps connections for those who come next."""

import contextlib
import os
import threading
from collections.abc import Callable, Iterator

from twosource.records.judgements import Judgement
from twosource.store.database import Database
from twosource.store.view import StoreView
from twosource.store.writing import StoreWriter, add_judgement

_MOST_IDLE = 4


class PooledStore:
    """A store over any database; see `contract.Store`. `known` is the number of changes of the tables it knows."""

    def __init__(self, connect: Callable[[], Database], known: int) -> None:
        self._connect = connect
        self._known = known
        self._idle: list[Database] = []
        self._lock = threading.Lock()
        self._process = os.getpid()

    @contextlib.contextmanager
    def view(self) -> Iterator[StoreView]:
        """A view of this moment."""
        with self.connected() as database, database.snapshot(self._known):
            yield StoreView(database)

    @contextlib.contextmanager
    def writer(self) -> Iterator[StoreWriter]:
        """The right to write, which nobody else has until the end of the `with`. Raises StoreBusy."""
        with self.connected() as database, database.alone():
            database.check_version(self._known)
            yield StoreWriter(database)

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement, also while another writes. Twice is as once."""
        with self.connected() as database:
            database.check_version(self._known)
            add_judgement(database, judgement)

    def close(self) -> None:
        """Let go of the database."""
        with self._lock:
            idle, self._idle = self._idle, []
        for database in idle:
            database.close()

    @contextlib.contextmanager
    def connected(self) -> Iterator[Database]:
        """A connection that nobody else uses; kept for the next who asks, unless something went wrong."""
        database = self._kept() or self._connect()
        try:
            yield database
        except BaseException:
            database.close()
            raise
        with self._lock:
            if len(self._idle) < _MOST_IDLE:
                self._idle.append(database)
                return
        database.close()

    def _kept(self) -> Database | None:
        """A connection that somebody used before, if there is one that still holds."""
        while True:
            with self._lock:
                if self._process != os.getpid():  # a connection must not be used on the other side of a fork
                    self._idle, self._process = [], os.getpid()
                if not self._idle:
                    return None
                database = self._idle.pop()
            if database.alive():
                return database
            database.close()
