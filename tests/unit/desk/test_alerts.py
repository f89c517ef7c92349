import contextlib
import json
from pathlib import Path

import feedparser  # type: ignore[import-untyped]
import pytest
from desks import FLOOD, LATER, NOW
from lxml import etree  # type: ignore[import-untyped]

from twosource.desk import Desk, alerts, atom, send, titles_of
from twosource.desk.alerts import check_address, posted
from twosource.errors import FetchError
from twosource.records.kept import News
from twosource.store import Store


def _news(name: str, words: str = "Raised from 41 to 52", at: str = NOW) -> News:
    return News(id=name, at=at, story="s1", kind="figure changed", words=words, figure="f1", report="r1")


def test_a_feed_is_read_by_a_reader_of_feeds() -> None:
    feed = atom([_news("n2", at=LATER), _news("n1")], {"s1": "A dam breaks"}, link="http://desk.example:8000/")
    found = feedparser.parse(feed)
    assert not found.bozo
    assert found.feed.updated == LATER
    assert [entry.id for entry in found.entries] == ["urn:twosource:news:n2", "urn:twosource:news:n1"]
    assert found.entries[0].link == "http://desk.example:8000/stories/s1/claims/f1"
    assert found.entries[0].title == "Raised from 41 to 52"


def test_hostile_words_break_no_feed() -> None:
    words = '</title><script>alert(1)</script> & "x" \x00\x1b[31m\ud800 ]]>'
    feed = atom([_news("n1", words)], {"s1": words})
    tree = etree.fromstring(feed, etree.XMLParser(resolve_entities=False))
    assert len(list(tree.iter("{http://www.w3.org/2005/Atom}entry"))) == 1
    assert b"<script>" not in feed
    assert b"\x1b" not in feed


def test_an_empty_feed_is_one_too() -> None:
    assert feedparser.parse(atom([], {}, updated=NOW)).feed.updated == NOW


def test_alerts_are_of_what_matters(desk: Desk, store: Store, inbox: Path) -> None:
    desk.add([inbox], now=NOW)
    (inbox / "first.txt").write_text(FLOOD + "\n", "utf-8")
    desk.add([inbox], now=LATER)
    with store.view() as view:
        assert {news.kind for news in alerts(view)} == {"new story"}
        assert {news.kind for news in view.news()} > {"new story"}


def test_an_address_is_told_once_and_again_only_where_that_failed(desk: Desk, store: Store, inbox: Path) -> None:
    got: list[dict[str, object]] = []
    broken = [True]

    def post(address: str, body: bytes) -> None:
        assert address == "http://127.0.0.1:9/hook"
        if broken[0]:
            message = "not there"
            raise FetchError(message)
        got.extend(json.loads(body)["news"])

    (inbox / "cup.txt").rename(inbox.parent / "cup.txt")
    desk.add([inbox], now=NOW)
    with contextlib.suppress(FetchError):
        send(store, "http://127.0.0.1:9/hook", NOW, post)
    broken[0] = False
    assert send(store, "http://127.0.0.1:9/hook", NOW, post) == 1
    assert send(store, "http://127.0.0.1:9/hook", NOW, post) == 0
    desk.add([inbox.parent / "cup.txt"], now=LATER)
    assert send(store, "http://127.0.0.1:9/hook", LATER, post) == 1
    assert [row["title"] for row in got] == ["Dam breaks above Orla", "Rovers win the cup"]


def test_what_was_before_an_address_was_named_is_not_told(desk: Desk, store: Store, inbox: Path) -> None:
    desk.add([inbox], now=NOW)
    assert send(store, "http://desk.example/hook", LATER, lambda *_: None) == 0


def test_nothing_is_posted_where_there_is_no_news() -> None:
    def post(address: str, body: bytes) -> None:
        raise AssertionError(address, body)

    posted([], {}, "http://desk.example/", post)


@pytest.mark.parametrize("address", ["", "x", "file:///etc/passwd", "http://", "http://[", "ftp://x.example/"])
def test_a_webhook_is_an_address_of_the_web(address: str) -> None:
    with pytest.raises(FetchError):
        check_address(address)


def test_a_server_that_is_not_there_is_one_line() -> None:
    with pytest.raises(FetchError, match="could not be posted") as caught:
        posted([_news("n1")], {}, "http://127.0.0.1:9/hook")
    assert "\n" not in str(caught.value)


def test_titles_are_those_of_the_stories_with_news(desk: Desk, store: Store, inbox: Path) -> None:
    desk.add([inbox], now=NOW)
    with store.view() as view:
        assert set(titles_of(view, view.news()).values()) == {"Dam breaks above Orla", "Rovers win the cup"}
