"""In: the bytes of an Atom or RSS feed. Out: its entries: the address of each report, its title and day."""

import datetime as dt
import time
import urllib.parse

import feedparser  # type: ignore[import-untyped]
import msgspec

_MOST = 500
_STARTS = (b"<rss", b"<feed", b"<rdf:rdf", b"<?xml")
_ROOTS = (b"<rss", b"<feed", b"<rdf:rdf", b":feed")


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a feed: where its report is, what it calls it, its publication day (ISO) if it gives one."""

    address: str
    title: str | None = None
    published: str | None = None


def looks_like_feed(data: bytes, kind: str) -> bool:
    """Whether bytes of this content type are a feed."""
    head = data[:2_000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if kind in {"application/atom+xml", "application/rss+xml"}:
        return True
    return head.startswith(_STARTS) and b"<html" not in head and any(root in head for root in _ROOTS)


def entries_of(data: bytes, address: str) -> tuple[str | None, list[Entry]]:
    """The feed's own title and its entries, each address once, at most some hundreds, in the order of the feed.

    Only http and https addresses; relative ones count from `address`. A broken feed gives the entries it still has.
    """
    found = feedparser.parse(data, sanitize_html=True, resolve_relative_uris=False)
    entries: dict[str, Entry] = {}
    for entry in found.entries[:_MOST]:
        link = urllib.parse.urljoin(address, str(entry.get("link") or "").strip())
        if not link.lower().startswith(("http://", "https://")) or link == address:
            continue
        title = " ".join(str(entry.get("title") or "").split())[:300] or None
        day = _day(entry.get("published_parsed") or entry.get("updated_parsed"))
        entries.setdefault(link, Entry(address=link, title=title, published=day))
    title = " ".join(str(found.feed.get("title") or "").split())[:200] or None
    return title, list(entries.values())


def _day(moment: time.struct_time | None) -> str | None:
    try:
        return dt.date(*moment[:3]).isoformat() if moment else None
    except (TypeError, ValueError):
        return None
