"""In: an http(s) address of a page or a feed. Out: the reports there; of a feed those of its entries that are new."""

from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec
from msgspec import structs

from twosource.desk.identity import Arrival, url_key
from twosource.errors import FetchError
from twosource.reading.feeds import Entry, entries_of, looks_like_feed
from twosource.reading.fetching import Fetched
from twosource.reading.fetching import fetch as fetch_page
from twosource.reading.sources import read_bytes
from twosource.records import Day, Problem, content_id

_FEED = "feed:"
#: So many pages of one feed are fetched in one run, so that no server is flooded.
_MOST = 50


class Fetch(Protocol):
    """How an address is fetched; see `reading.fetching.fetch`."""

    def __call__(self, address: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """The bytes at an address. Raises FetchError."""
        ...


class Caught(msgspec.Struct, frozen=True, kw_only=True):
    """What came of an address: reports, problems, and marks to be noted once the reports are kept."""

    arrivals: tuple[Arrival, ...] = ()
    problems: tuple[Problem, ...] = ()
    marks: dict[str, str | None] = {}


Marks = Callable[[Sequence[str]], dict[str, str]]


def is_address(source: object) -> bool:
    """Whether a source is an http(s) address and no path."""
    return isinstance(source, str) and source.strip().lower().startswith(("http://", "https://"))


def default_fetch(address: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
    """Fetch within the usual limits, from the public internet only."""
    return fetch_page(address, etag=etag, modified=modified)


def caught(address: str, fetch: Fetch, marks: Marks, largest: int) -> Caught:
    """The report at an address, or those of a feed's entries that were not fetched before.

    `marks` looks up what was noted. Nothing is fetched that a report or a feed's text merely mentions. What cannot be
    fetched is a Problem.
    """
    name = _FEED + content_id(address.strip())
    noted = marks([name]).get(name)
    etag, modified = msgspec.json.decode(noted, type=tuple[str | None, str | None]) if noted else (None, None)
    try:
        page = fetch(address.strip(), etag=etag, modified=modified)
    except FetchError as error:
        return Caught(problems=(_problem(address, str(error)),))
    if page.unchanged:
        return Caught()
    if not looks_like_feed(page.data, page.kind):
        return _page(page, Entry(address=address), largest)
    title, entries = entries_of(page.data, page.address)
    known = marks([key for entry in entries if (key := url_key(entry.address))])
    new = [entry for entry in entries if url_key(entry.address) not in known]
    found = [_entry(entry, fetch, largest) for entry in new[:_MOST]]
    problems = [problem for one in found for problem in one.problems]
    # A feed of which a page could not be had, or was left for the next time, is read whole then.
    whole = not problems and len(new) <= _MOST
    again = msgspec.json.encode((page.etag, page.modified)).decode() if whole else None
    if not entries:
        problems.append(_problem(address, f"{title or address}: no entries in this feed"))
    return Caught(
        arrivals=tuple(arrival for one in found for arrival in one.arrivals),
        problems=tuple(problems),
        marks={name: again} if page.etag or page.modified else {},
    )


def _entry(entry: Entry, fetch: Fetch, largest: int) -> Caught:
    try:
        return _page(fetch(entry.address), entry, largest)
    except FetchError as error:
        return Caught(problems=(_problem(entry.address, str(error)),))


def _page(page: Fetched, entry: Entry, largest: int) -> Caught:
    """The report of one page, known again by the address that was asked for."""
    report, problems = read_bytes(page.data, page.name, largest)
    if report is None:
        return Caught(problems=tuple(structs.replace(problem, where=entry.address) for problem in problems))
    day = report.published or (Day(value=entry.published, how="metadata") if entry.published else None)
    report = structs.replace(report, url=page.address, published=day, headline=report.headline or entry.title)
    arrival = Arrival(report=report, path=url_key(entry.address), problems=tuple(problems))
    return Caught(arrivals=(arrival,))


def _problem(address: str, message: str) -> Problem:
    return Problem(stage="reading", code="fetch", where=address, message=message)
