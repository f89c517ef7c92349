"""In: a store, the desk, who may come in. Out: `Site`, all that a page is made from besides the request itself."""

import datetime as dt
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.datastructures import QueryParams

from twosource.desk import Desk
from twosource.store import Store
from twosource.store import View as StoreView
from twosource.web.guard import Door
from twosource.web.jobs import Jobs
from twosource.web.opened import Opened, Shelf
from twosource.web.refusals import Elsewhere, Refused, no_story

_LONGEST = 400
_FURTHEST = 10_000_000


def utc_now() -> str:
    """The present moment as records have it: "2025-05-03T14:05:00Z"."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, kw_only=True)
class Site:
    """One web site over one store. `secret` signs the forms of this process."""

    store: Store
    desk: Desk
    door: Door
    jobs: Jobs
    shelf: Shelf = field(default_factory=Shelf)
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    now: Callable[[], str] = utc_now


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request for a page: the site, a view of the store, the parts of the path, what stands behind the "?"."""

    site: Site
    store: StoreView
    path: dict[str, str]
    query: QueryParams
    base: str = ""

    def words(self, name: str, otherwise: str = "") -> str:
        """A value of the query. Raises Refused where it is too long."""
        value = self.query.get(name, otherwise).strip()
        if len(value) > _LONGEST:
            raise Refused(400, "too-long", f"“{name}” has more than {_LONGEST} characters.")
        return value.encode("utf-8", "replace").decode()

    def one_of(self, name: str, known: tuple[str, ...]) -> str:
        """A value of the query out of those known, by itself the first. Raises Refused for another."""
        value = self.words(name, known[0]) or known[0]
        if value not in known:
            raise Refused(400, "no-such-choice", f"“{name}” is one of {', '.join(known)}.")
        return value

    def start(self, name: str = "start") -> int:
        """From which item on a list is wanted. Raises Refused for what is no such number."""
        value = self.words(name, "0") or "0"
        if not (value.isascii() and value.isdigit() and int(value) <= _FURTHEST):
            raise Refused(400, "no-number", f"“{name}” is the number of items to pass over.")
        return int(value)

    def story(self) -> Opened:
        """The story that the path names. Raises Refused where there is none, Elsewhere where it has another id now."""
        name = self.path["story"]
        found = self.site.shelf.take(self.store, name)
        if found is None:
            raise no_story()
        if found.id != name:
            raise Elsewhere(found.id)
        return found
