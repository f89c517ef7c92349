"""In: news of a store. Out: an Atom feed of them, and news posted to an address that a person chose."""

import datetime as dt
import html
import urllib.parse
from collections.abc import Mapping, Sequence
from typing import Protocol

import msgspec
import urllib3
from urllib3.exceptions import HTTPError

from twosource.errors import FetchError
from twosource.records import content_id
from twosource.records.kept import Batch, ChangeKind, News
from twosource.store import Store, View
from twosource.version import VERSION

#: The changes that are worth an alert; the rest is in the log of changes.
ALERTING: frozenset[ChangeKind] = frozenset(
    {
        "new story",
        "figure changed",
        "new conflict",
        "conflict settled",
        "corroborated",
        "no longer corroborated",
        "denied",
        "corrected",
        "report gone",
    }
)
_TIMEOUT = 10.0
_TOLD = "told:"
_MOST = 200
_UNFIT = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535, *range(55296, 57344)))


class Post(Protocol):
    """How news are posted."""

    def __call__(self, address: str, body: bytes) -> None:
        """Post a JSON body. Raises FetchError."""
        ...


def alerts(view: View, *, since: str | None = None, story: str | None = None, count: int = _MOST) -> tuple[News, ...]:
    """The news worth an alert, newest first."""
    found = view.news(since=since, story=story, count=count * 5)
    return alarming(found)[:count]


def alarming(news: Sequence[News]) -> tuple[News, ...]:
    """Those of some news that are worth an alert."""
    return tuple(one for one in news if one.kind in ALERTING)


def titles_of(view: View, news: Sequence[News]) -> dict[str, str]:
    """The title of each story that has news, by the id in them."""
    cards = {name: view.card(name) for name in sorted({one.story for one in news})}
    return {name: card.title for name, card in cards.items() if card is not None}


def atom(news: Sequence[News], titles: Mapping[str, str], *, link: str = "", updated: str = "") -> bytes:
    """News as an Atom feed (RFC 4287), UTF-8, the same bytes for the same news.

    `titles` gives the titles of stories by lasting id, `link` the address of the desk where its pages are served
    ("http://127.0.0.1:8000"), without which entries have no links; `updated` is the moment (UTC) where there are no
    news. Ids hang on no machine and no address.
    """
    moment = max((one.at for one in news), default=updated) or "1970-01-01T00:00:00Z"
    base = link.rstrip("/")
    head = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        "<id>urn:twosource:news</id>",
        "<title>twosource: what has changed</title>",
        f"<updated>{_text(_moment(moment))}</updated>",
        "<author><name>twosource</name></author>",
        f'<generator version="{_text(VERSION)}">twosource</generator>',
    ]
    if base:
        head.append(f'<link rel="alternate" type="text/html" href="{_text(base)}/"/>')
    entries = [_entry(one, titles.get(one.story, ""), base) for one in news]
    return ("\n".join([*head, *entries, "</feed>"]) + "\n").encode("utf-8", "replace")


def posted(news: Sequence[News], titles: Mapping[str, str], address: str, post: Post | None = None) -> None:
    """Post news as JSON, oldest first, to an address that a person chose; nothing is posted where there are none.

    {"version": …, "news": [{"id", "at", "kind", "words", "story", "title", "report", "figure", "day"}]}. Raises
    FetchError where the address is none, or its server does not say that it took them.
    """
    if not news:
        return
    rows = [{**msgspec.structs.asdict(one), "title": titles.get(one.story, "")} for one in reversed(news)]
    (post or _post)(address, msgspec.json.encode({"version": VERSION, "news": rows}))


def send(store: Store, address: str, since: str, post: Post | None = None) -> int:
    """Post the alerts that this address was not told yet, and note that it was told; how many there were.

    `since` is the moment (UTC) from which on it is told where it was never told anything. Raises FetchError where the
    address is none or does not take them: then they are posted the next time.
    """
    mark = _TOLD + content_id(address)
    with store.view() as view:
        noted = view.marks([mark]).get(mark)
        last, told = msgspec.json.decode(noted, type=tuple[str, tuple[str, ...]]) if noted else (since, ())
        news = tuple(one for one in alerts(view, since=last) if one.id not in told)
        titles = titles_of(view, news)
    posted(news, titles, address, post)
    if news:
        newest = max(one.at for one in news)
        same = {one.id for one in news if one.at == newest} | (set(told) if newest == last else set())
        with store.writer() as writer:
            writer.write(Batch(marks={mark: msgspec.json.encode((newest, sorted(same))).decode()}))
    return len(news)


def check_address(address: str) -> None:
    """Raise FetchError where this is no http(s) address."""
    try:
        parts = urllib.parse.urlsplit(address)
        fine = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        fine = False
    if not fine:
        message = f"{address[:200]!r} is no http or https address"
        raise FetchError(message)


def _post(address: str, body: bytes) -> None:
    check_address(address)
    host = urllib.parse.urlsplit(address).hostname
    try:
        with urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(total=_TIMEOUT)) as pool:
            headers = {"Content-Type": "application/json", "User-Agent": f"twosource/{VERSION}"}
            answer = pool.request("POST", address, body=body, headers=headers, redirect=False, preload_content=False)
            status = answer.status
            answer.close()
    except (HTTPError, OSError, ValueError) as error:
        message = f"{host}: the news could not be posted there ({type(error).__name__})"
        raise FetchError(message) from None
    if not 200 <= status < 300:  # noqa: PLR2004 - what HTTP calls success
        message = f"{host}: did not take the news (it answered {status})"
        raise FetchError(message)


def _entry(one: News, title: str, base: str) -> str:
    parts = [
        "<entry>",
        f"<id>urn:twosource:news:{_text(one.id)}</id>",
        f"<title>{_text(one.words)}</title>",
        f"<updated>{_text(_moment(one.at))}</updated>",
        f'<category term="{_text(one.kind)}"/>',
        f"<summary>{_text(f'{one.kind}: {title}' if title else one.kind)}</summary>",
    ]
    if base:
        story, claim = urllib.parse.quote(one.story, safe=""), urllib.parse.quote(one.figure or "", safe="")
        place = f"/stories/{story}" + (f"/claims/{claim}" if claim else "")
        parts.append(f'<link rel="alternate" type="text/html" href="{_text(base + place)}"/>')
    return "\n".join([*parts, "</entry>"])


def _moment(value: str) -> str:
    """A moment as Atom wants it; what is none becomes the beginning of time."""
    try:
        return dt.datetime.fromisoformat(value).strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return "1970-01-01T00:00:00Z"


def _text(words: str) -> str:
    """Words as XML can hold them, on one line."""
    return html.escape(" ".join(words.translate(_UNFIT).split()))
