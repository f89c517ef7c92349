"""In: reports as they arrive and what a store knows. Out: each under its lasting id: new, changed or as before.

Months bring many a `report-1.txt`, and one report by many ways. A report is known again by the file it came from, by
its address, or by its text and outlet; each of these is a key, and a store notes which report a key names.
"""

import re
import urllib.parse
from collections.abc import Callable, Iterable, Sequence

import msgspec
from msgspec import structs

from twosource.records import Problem, Report, content_id
from twosource.store import View

_PATH, _URL, _TEXT = "path:", "url:", "text:"
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|cmpid|ocid|ref_src)\Z")


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """A report as read, the keys it is known again by, the hash of all that it is, and what went wrong with it.

    `path` is where it came from, as a key that shows no folder of this machine; None for a paste.
    """

    report: Report
    path: str | None
    problems: tuple[Problem, ...] = ()


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """An arrival under its lasting id. `marks` are the keys to note; `state` says what it is to the store."""

    report: Report
    hash: str
    state: str
    marks: dict[str, str | None]
    problems: tuple[Problem, ...] = ()


def path_key(place: str, where: str) -> str:
    """The key of a file: a hash of its whole place, so that two folders' files of one name are two reports."""
    return _PATH + content_id(place, where)


def hash_of(report: Report) -> str:
    """Of the text and of all that is known from outside it."""
    day = report.published.value if report.published else None
    return content_id(report.text, report.outlet, report.url, day, report.headline, report.language)


def url_key(url: str | None) -> str | None:
    """The key of an address: without what does not tell pages apart; None for a site's front page, or none at all."""
    try:
        parts = urllib.parse.urlsplit(url or "")
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    except ValueError:
        return None
    asked = [
        pair for pair in urllib.parse.parse_qsl(parts.query, max_num_fields=100) if not _TRACKING.match(pair[0].lower())
    ]
    path = parts.path.rstrip("/")
    if not host or not (path or asked):
        return None
    return _URL + content_id(host + port, path, tuple(asked))


def text_key(report: Report) -> str:
    """The key of a text in an outlet."""
    return _TEXT + content_id(" ".join(report.text.split()), report.outlet)


def known_again(arrivals: Sequence[Arrival], view: View) -> list[Known]:
    """Each arrival under its lasting id, in the order given; of two that are one report the first stands for both.

    `state` is "new", "changed" (another text under a known key, which is a new version), or "unchanged".
    """
    keys = [_keys(arrival) for arrival in arrivals]
    marks = _looked_up(view.marks, [key for some in keys for key in some])
    taken = view.known(sorted({arrival.report.id for arrival in arrivals} | set(marks.values())))
    found: list[Known] = []
    names: set[str] = set()
    for arrival, mine in zip(arrivals, keys, strict=True):
        name, same = _named(arrival, mine, marks, taken, names)
        hashed = hash_of(arrival.report)
        state = "unchanged" if same or taken.get(name, ("",))[0] == hashed else "changed" if name in taken else "new"
        added = {key: name for key in mine if key not in marks}
        marks |= added
        if name in names:
            state = "unchanged"
        names.add(name)
        found.append(
            Known(
                report=renamed(arrival.report, name),
                hash=hashed,
                state=state,
                marks=dict(added),
                problems=arrival.problems,
            )
        )
    return found


def renamed(report: Report, name: str) -> Report:
    """The same report as read under another id."""
    published = report.published
    if published is not None and published.words is not None:
        published = structs.replace(published, words=structs.replace(published.words, report=name))
    return structs.replace(report, id=name, published=published)


def _keys(arrival: Arrival) -> list[str]:
    keys = (arrival.path, url_key(arrival.report.url), text_key(arrival.report))
    return [key for key in keys if key is not None]


def _named(
    arrival: Arrival,
    keys: Sequence[str],
    marks: dict[str, str],
    taken: dict[str, tuple[str, str]],
    names: set[str],
) -> tuple[str, bool]:
    """The lasting id of an arrival, and whether it is word for word what is there under it."""
    for key in keys:
        # Of two files of one run that give one address and two texts none is the other's newer version.
        if key in marks and (key.startswith(_TEXT) or marks[key] not in names):
            return marks[key], key.startswith(_TEXT)
    name = arrival.report.id
    if name in taken or name in names:
        name = f"{name}-{content_id(*keys)}"
    return name, False


def _looked_up(ask: Callable[[Sequence[str]], dict[str, str]], keys: Iterable[str]) -> dict[str, str]:
    wanted = sorted(set(keys))
    return dict(ask(wanted)) if wanted else {}
