import contextlib
import gzip
import ipaddress
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from twosource.errors import FetchError
from twosource.reading.fetching import Limits, fetch, is_public

PAGE = b"<html><body><p>Twelve people died at Orla.</p></body></html>"


Answer = tuple[int, bytes, dict[str, str]]
ANSWERS: dict[str, Answer] = {
    "/page": (200, PAGE, {"ETag": '"v1"', "Content-Type": "text/html; charset=utf-8"}),
    "/known": (304, b"", {}),
    "/moved": (302, b"", {"Location": "/page"}),
    "/round": (302, b"", {"Location": "/round"}),
    "/inside": (302, b"", {"Location": "http://169.254.169.254/secret"}),
    "/file": (302, b"", {"Location": "file:///etc/passwd"}),
    "/packed": (200, gzip.compress(PAGE), {"Content-Encoding": "gzip"}),
    "/bomb": (200, gzip.compress(bytes(50_000_000)), {"Content-Encoding": "gzip"}),
    "/broken": (200, b"no gzip", {"Content-Encoding": "gzip"}),
    "/odd": (200, b"x", {"Content-Encoding": "br"}),
}
DRIPS = {"/drip": (b"HTTP/1.1 200 OK\r\n\r\n", b"x"), "/drip-headers": (b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n")}


class Site(BaseHTTPRequestHandler):
    """A site on this machine with pages that behave well and badly."""

    asked: ClassVar[dict[str, str]] = {}

    def do_GET(self) -> None:
        """Answer as the table says."""
        Site.asked.clear()
        Site.asked.update(self.headers.items())
        with contextlib.suppress(OSError):
            if self.path in DRIPS:
                self._drip(*DRIPS[self.path])
            else:
                self._send(*ANSWERS.get(self.path, (404, b"", {})))

    def _drip(self, first: bytes, drop: bytes) -> None:
        for piece in (first, *(drop for _ in range(100))):
            self.wfile.write(piece)
            self.wfile.flush()
            time.sleep(0.05)

    def _send(self, code: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(code)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def _anywhere(_: object) -> bool:
    return True


def test_a_page_is_fetched_with_what_asks_for_it_again(site: str) -> None:
    page = fetch(f"{site}/page", allowed=_anywhere)
    assert (page.data, page.etag, page.kind, page.name) == (PAGE, '"v1"', "text/html", "page.html")
    assert "twosource" in Site.asked["User-Agent"]
    assert "Cookie" not in Site.asked


def test_a_page_that_is_as_it_was_gives_no_bytes(site: str) -> None:
    page = fetch(f"{site}/known", allowed=_anywhere, etag='"v1"')
    assert (page.unchanged, page.data, page.etag) == (True, b"", '"v1"')


def test_redirects_are_followed_and_packed_pages_opened(site: str) -> None:
    assert fetch(f"{site}/moved", allowed=_anywhere).address == f"{site}/page"
    assert fetch(f"{site}/packed", allowed=_anywhere).data == PAGE


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/round", "more than 5 redirects"),
        ("/file", "only http and https"),
        ("/bomb", "more than 1,000,000 bytes"),
        ("/broken", "cannot be unpacked"),
        ("/odd", "packed in a way"),
        ("/nowhere", "404"),
    ],
)
def test_what_cannot_be_fetched_is_told_in_one_line(site: str, path: str, says: str) -> None:
    with pytest.raises(FetchError, match=says) as caught:
        fetch(site + path, Limits(bytes=1_000_000), allowed=_anywhere)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("path", ["/drip", "/drip-headers"])
def test_a_page_that_drips_is_given_up_at_the_deadline(site: str, path: str) -> None:
    begun = time.monotonic()
    with pytest.raises(FetchError, match="took too long"):
        fetch(site + path, Limits(seconds=0.5), allowed=_anywhere)
    assert time.monotonic() - begun < 3


def test_nothing_is_fetched_from_this_machine(site: str) -> None:
    for address in (site, site.replace("127.0.0.1", "localhost"), site.replace("127.0.0.1", "[::ffff:127.0.0.1]")):
        with pytest.raises(FetchError, match="private network"):
            fetch(f"{address}/page")


def test_a_redirect_is_checked_like_the_address_itself(site: str) -> None:
    def only_this_server(address: object) -> bool:
        return str(address) == "127.0.0.1"

    with pytest.raises(FetchError, match="private network"):
        fetch(f"{site}/inside", allowed=only_this_server)


def test_the_address_that_was_checked_is_the_one_that_is_connected_to(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that gives another number at the second asking leads nowhere else."""
    true = socket.getaddrinfo
    answers: list[str] = []

    def rebinding(host: str, *rest: object, **more: object) -> object:
        if host == "rebinding.example":
            answers.append(host)
            return true("127.0.0.1" if len(answers) == 1 else "127.0.0.2", *rest, **more)  # type: ignore[arg-type]
        return true(host, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    address = site.replace("127.0.0.1", "rebinding.example")
    assert fetch(f"{address}/page", allowed=_anywhere).data == PAGE
    assert len(answers) == 1
    assert Site.asked["Host"].startswith("rebinding.example:")


@pytest.mark.parametrize(
    "address",
    ["ftp://example.org/x", "file:///etc/passwd", "/etc/passwd", "http://", "http://[::1", "http://a:b@example.org/"],
)
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(FetchError):
        fetch(address)


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - nothing is bound to it
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_only_numbers_of_the_public_internet_are_public(number: str, public: bool) -> None:  # noqa: FBT001
    assert is_public(ipaddress.ip_address(number)) is public
