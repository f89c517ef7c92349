"""Files that are as they were are not opened; addresses give pages and feeds, and nothing that a page mentions."""

import contextlib
import json
import os
from pathlib import Path

import pytest
from desks import CUP, FLOOD, LATER, NOW

from twosource.desk import Desk
from twosource.errors import FetchError, NothingRead
from twosource.reading.fetching import Fetched
from twosource.store import Store

FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The Quay</title><link>https://quay.example/</link>
<item><title>Dam breaks above Orla</title><link>https://quay.example/dam</link>
<pubDate>Thu, 01 May 2025 08:00:00 GMT</pubDate><description>See https://elsewhere.example/x</description></item>
<item><title>Rovers win</title><link>/cup</link></item>
<item><title>Odd</title><link>javascript:alert(1)</link></item>
<item><title>Inside</title><link>file:///etc/passwd</link></item>
</channel></rss>"""


def _page(text: str) -> bytes:
    title, *body = text.strip().split("\n\n")
    paragraphs = "".join(f"<p>{one}</p>" for one in body)
    link = '<p>Read more at <a href="https://elsewhere.example/">elsewhere</a>.</p>'
    whole = f"<body><article><h1>{title}</h1>{paragraphs}{link}</article></body>"
    return f"<html><head><title>{title}</title></head>{whole}</html>".encode()


class Web:
    """Addresses and what stands there; `asked` is what was fetched."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.pages: dict[str, bytes] = {
            "https://quay.example/feed": FEED.encode(),
            "https://quay.example/dam": _page(FLOOD),
            "https://quay.example/cup": _page(CUP),
        }

    def __call__(self, address: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """What stands at an address; unchanged where it is asked for with its etag."""
        self.asked.append(address)
        if address not in self.pages:
            message = f"{address}: the server answered 404 Not Found"
            raise FetchError(message)
        data = self.pages[address]
        now = str(hash(data))
        if etag == now:
            return Fetched(address=address, data=b"", etag=etag, modified=modified, unchanged=True)
        return Fetched(address=address, data=data, kind="text/html", etag=now)


@pytest.fixture
def web(desk: Desk) -> Web:
    """What the desk fetches from."""
    made = Web()
    desk._fetch = made  # noqa: SLF001
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of files that are opened as reports."""
    names: list[str] = []
    true = Path.open

    def watched(self: Path, *rest: object, **more: object) -> object:
        if self.suffix == ".txt":
            names.append(self.name)
        return true(self, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", watched)
    return names


def _grow_old(folder: Path) -> None:
    for path in folder.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))


def test_files_that_are_as_they_were_are_not_even_opened(desk: Desk, inbox: Path, opened: list[str]) -> None:
    _grow_old(inbox)
    desk.add([inbox], now=NOW)
    opened.clear()
    assert desk.add([inbox], now=LATER).unchanged == 3
    assert opened == []


@pytest.mark.parametrize("touched", ["first.txt", "reports.json"])
def test_a_file_is_opened_again_where_it_or_what_is_said_of_it_was_written(
    desk: Desk, inbox: Path, opened: list[str], touched: str
) -> None:
    _grow_old(inbox)
    desk.add([inbox], now=NOW)
    opened.clear()
    os.utime(inbox / touched, (1_700_000_100, 1_700_000_100))
    assert desk.add([inbox], now=LATER).unchanged == 3
    assert "first.txt" in opened


def test_a_young_file_is_not_trusted_by_its_looks(desk: Desk, inbox: Path, opened: list[str]) -> None:
    desk.add([inbox], now=NOW)
    opened.clear()
    desk.add([inbox], now=LATER)
    assert len(opened) == 3


def test_the_entries_of_a_feed_are_fetched_once(desk: Desk, store: Store, web: Web) -> None:
    added = desk.add(["https://quay.example/feed"], now=NOW)
    assert len(added.new) == 2
    assert web.asked == ["https://quay.example/feed", "https://quay.example/dam", "https://quay.example/cup"]
    with store.view() as view:
        days = {one.report.url: one.report.published for one in view.kept(added.new)}
    day = days["https://quay.example/dam"]
    assert day is not None
    assert day.value == "2025-05-01"
    web.asked.clear()
    again = desk.add(["https://quay.example/feed"], now=LATER)
    assert (again.new, web.asked) == ((), ["https://quay.example/feed"])
    web.pages["https://quay.example/feed"] = FEED.replace("/dam", "/dam?utm_source=feed").encode()
    web.asked.clear()
    desk.add(["https://quay.example/feed"], now=LATER)
    assert web.asked == ["https://quay.example/feed"]


def test_of_a_long_feed_so_many_pages_are_fetched_and_the_rest_the_next_time(desk: Desk, web: Web) -> None:
    items = "".join(f"<item><link>https://quay.example/{number}</link></item>" for number in range(60))
    web.pages["https://quay.example/feed"] = f"<rss version='2.0'><channel>{items}</channel></rss>".encode()
    words = ("dam", "cup", "ferry", "strike", "fire", "vote")
    for number in range(60):
        text = CUP.replace("cup", f"{words[number % 6]} {number}").replace("Rovers", f"Town {number}")
        web.pages[f"https://quay.example/{number}"] = _page(text)
    assert len(desk.add(["https://quay.example/feed"], now=NOW).new) == 50
    assert len(desk.add(["https://quay.example/feed"], now=LATER).new) == 10


def test_a_page_that_could_not_be_had_is_asked_for_again(desk: Desk, web: Web) -> None:
    page = web.pages.pop("https://quay.example/dam")
    added = desk.add(["https://quay.example/feed"], now=NOW)
    assert [problem.code for problem in added.problems] == ["fetch"]
    web.pages["https://quay.example/dam"] = page
    assert len(desk.add(["https://quay.example/feed"], now=LATER).new) == 1


def test_a_page_that_changed_is_a_new_version(desk: Desk, web: Web) -> None:
    first = desk.add(["https://quay.example/dam"], now=NOW)
    assert desk.add(["https://quay.example/dam"], now=LATER).changed == ()
    web.pages["https://quay.example/dam"] = _page(FLOOD.replace("41", "47"))
    assert desk.add(["https://quay.example/dam"], now=LATER).changed == first.new


def test_an_address_where_nothing_is_is_an_error_of_one_line(desk: Desk, web: Web) -> None:
    with pytest.raises(NothingRead, match="404"):
        desk.add(["https://quay.example/nowhere"], now=NOW)
    assert web.asked == ["https://quay.example/nowhere"]


@pytest.mark.parametrize(
    "feed",
    [
        b"<rss><channel><item><link>https://quay.example/dam</link>",
        b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><rss><channel><title>&a;</title></channel></rss>",
        b"<rss version='2.0'>" + b"<item><link>https://quay.example/dam</link></item>" * 2_000,
        b"<feed xmlns='http://www.w3.org/2005/Atom'>" + b"\xff\x00" * 100,
    ],
)
def test_a_broken_feed_is_no_traceback(desk: Desk, web: Web, feed: bytes) -> None:
    web.pages["https://quay.example/feed"] = feed
    with contextlib.suppress(NothingRead):
        assert len(desk.add(["https://quay.example/feed"], now=NOW).new) <= 1


@pytest.mark.usefixtures("web")
def test_a_feed_may_be_read_beside_folders(desk: Desk, inbox: Path) -> None:
    added = desk.add([inbox, "https://quay.example/feed", "https://quay.example/nowhere"], now=NOW)
    assert len(added.new) == 5
    assert [problem.where for problem in added.problems] == ["https://quay.example/nowhere"]


def test_what_is_kept_of_a_folder_names_no_place_of_this_machine(desk: Desk, store: Store, inbox: Path) -> None:
    desk.add([inbox], now=NOW)
    with store.view() as view:
        told = json.dumps([str(one) for one in view.runs()] + [str(one) for one in view.kept(["first"])])
    assert str(inbox) not in told
