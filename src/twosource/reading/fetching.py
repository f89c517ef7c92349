"""In: an http(s) address that a person named. Out: the bytes there, never from this machine or a private network."""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import urllib.parse
import zlib
from collections.abc import Callable, Iterator, Mapping

import msgspec
import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, ReadTimeoutError
from urllib3.util import Timeout

from twosource.errors import FetchError
from twosource.version import VERSION

USER_AGENT = f"twosource/{VERSION} (reads reports that a person asked for)"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_UNCHANGED, _FINE = 304, 200
_PORTS = {"http": 80, "https": 443}
_CHUNK = 65_536
#: Of many numbers of one host so many are tried.
_NUMBERS = 3

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Allowed = Callable[[Address], bool]


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What one fetch may cost: bytes (as sent, and unpacked), seconds in all, and redirects."""

    bytes: int = 12_000_000
    seconds: float = 30.0
    redirects: int = 5


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """What an address gave: its bytes unpacked, the address it ended at, and what kind it says it is.

    `etag` and `modified` are to be given with the next fetch of the same address; `unchanged` is true where the server
    said that nothing is new since, and then there are no bytes.
    """

    address: str
    data: bytes
    kind: str = ""
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False

    @property
    def name(self) -> str:
        """A file name that says what the bytes are."""
        plain = self.kind in {"text/plain", "text/markdown"}
        stem = urllib.parse.unquote(urllib.parse.urlsplit(self.address).path.rstrip("/").rsplit("/", 1)[-1])
        stem = stem.rsplit(".", 1)[0].replace("/", "-")[:80] or "page"
        return f"{stem}.{'txt' if plain else 'html'}"


def is_public(address: Address) -> bool:
    """Whether an address is of the public internet: not of this machine, its networks, or any reserved range."""
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    teredo = getattr(address, "teredo", None)
    inside = [one for one in (inner, *(teredo or ())) if one is not None]
    if isinstance(address, ipaddress.IPv6Address) and address in _NAT64:
        inside.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return all(
        one.is_global
        and not (one.is_multicast or one.is_private or one.is_reserved or one.is_loopback or one.is_link_local)
        and not one.is_unspecified
        for one in (inside or [address])
    )


_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def fetch(
    address: str,
    limits: Limits | None = None,
    *,
    allowed: Allowed = is_public,
    etag: str | None = None,
    modified: str | None = None,
) -> Fetched:
    """Fetch what a person named, and nothing that it mentions.

    Only http and https; `allowed` is asked of the very address that is connected to, after each redirect anew, so that
    no name can lead to this machine or a network behind it. No cookies, no credentials. Raises FetchError with one line
    for a person.
    """
    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    asked = {"If-None-Match": etag, "If-Modified-Since": modified}
    headers = {key: value for key, value in asked.items() if value}
    here = address.strip()
    for _ in range(limits.redirects + 1):
        target = _target(here)
        with _answer(target, headers, deadline, allowed) as answer:
            if answer.status in _REDIRECTS and answer.headers.get("Location"):
                here = urllib.parse.urljoin(here, answer.headers["Location"])
                continue
            if answer.status == _UNCHANGED and headers:
                return Fetched(address=here, data=b"", etag=etag, modified=modified, unchanged=True)
            if answer.status != _FINE:
                message = (
                    f"{address}: the server answered {answer.status} {http.client.responses.get(answer.status, '')}"
                )
                raise FetchError(message.strip())
            return Fetched(
                address=here,
                data=_body(answer, target, limits.bytes, deadline),
                kind=(answer.headers.get("Content-Type") or "").split(";")[0].strip().lower(),
                etag=answer.headers.get("ETag"),
                modified=answer.headers.get("Last-Modified"),
            )
    message = f"{address}: more than {limits.redirects} redirects"
    raise FetchError(message)


class _Target(msgspec.Struct, frozen=True, kw_only=True):
    """An address taken apart: what to say to whom."""

    address: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def named(self) -> str:
        """The host as it stands in a header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def _target(address: str) -> _Target:
    try:
        parts = urllib.parse.urlsplit(address)
        scheme, host, port = parts.scheme.lower(), parts.hostname, parts.port
        host = host.encode("idna").decode("ascii") if host and not host.isascii() else host
    except ValueError:
        message = f"{address[:200]!r} is no address"
        raise FetchError(message) from None
    if scheme not in _PORTS:
        message = f"{address[:200]}: only http and https addresses are fetched"
        raise FetchError(message)
    if not host or any(sign.isspace() or sign < " " for sign in host):
        message = f"{address[:200]!r} names no host"
        raise FetchError(message)
    if parts.username is not None or parts.password is not None:
        message = f"{host}: an address with a password in it is not fetched"
        raise FetchError(message)
    path = urllib.parse.quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{urllib.parse.quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]')}" if parts.query else ""
    return _Target(address=address, scheme=scheme, host=host, port=port or _PORTS[scheme], path=path + query)


def _resolved(target: _Target, allowed: Allowed) -> list[str]:
    """The addresses of the host, all of which must be allowed: a name that leads anywhere else is not trusted."""
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        message = f"{target.host}: there is no host of this name"
        raise FetchError(message) from None
    numbers = list(dict.fromkeys(str(row[4][0]).split("%")[0] for row in found))
    if not numbers or not all(allowed(ipaddress.ip_address(number)) for number in numbers):
        message = f"{target.host}: is on this machine or in a private network; nothing is fetched from there"
        raise FetchError(message)
    return numbers


@contextlib.contextmanager
def _answer(
    target: _Target, headers: Mapping[str, str], deadline: float, allowed: Allowed
) -> Iterator[urllib3.BaseHTTPResponse]:
    """The answer of a host, asked at the numbers that were checked, one after the other, under its own name."""
    said = {
        "Host": target.named,
        "User-Agent": USER_AGENT,
        "Accept": "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,text/plain;q=0.8,*/*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        **headers,
    }
    failed: Exception | None = None
    for number in _resolved(target, allowed)[:_NUMBERS]:
        left = deadline - time.monotonic()
        if left <= 0:
            raise FetchError(_late(target))
        pool = _pool(target, number, left)
        try:
            answer = pool.request(
                "GET", target.path, headers=said, redirect=False, preload_content=False, decode_content=False
            )
        except (HTTPError, OSError, http.client.HTTPException) as error:
            pool.close()
            failed = error
            continue
        try:
            if time.monotonic() >= deadline:  # it was cut while it sent its headers
                raise FetchError(_late(target))
            yield answer
        except (HTTPError, OSError, http.client.HTTPException) as error:
            raise FetchError(_cause(target, error, deadline)) from None
        finally:
            answer.close()
            pool.close()
        return
    raise FetchError(_cause(target, failed, deadline)) from None


def _pool(target: _Target, number: str, left: float) -> urllib3.HTTPConnectionPool:
    """A pool for one connection to one number, which is cut after `left` seconds whatever is still to come."""
    if target.scheme == "https":
        pool: urllib3.HTTPConnectionPool = urllib3.HTTPSConnectionPool(
            number,
            target.port,
            timeout=Timeout(total=left),
            retries=False,
            server_hostname=target.host,
            assert_hostname=target.host,
            ssl_context=ssl.create_default_context(),
        )
        pool.ConnectionCls = _cut_after(HTTPSConnection, left)
    else:
        pool = urllib3.HTTPConnectionPool(number, target.port, timeout=Timeout(total=left), retries=False)
        pool.ConnectionCls = _cut_after(HTTPConnection, left)
    return pool


def _cut_after(kind: type[HTTPConnection], left: float) -> type[HTTPConnection]:
    """A kind of connection that is cut after some seconds: a timeout alone bounds each wait, not their sum."""

    class Cut(kind):  # type: ignore[misc, valid-type]
        def _new_conn(self) -> socket.socket:
            opened: socket.socket = super()._new_conn()
            twin = opened.dup()
            timer = threading.Timer(left, _shut, (twin,))
            timer.daemon = True
            timer.start()
            self._bound = timer, twin
            return opened

        def close(self) -> None:
            super().close()
            timer, twin = getattr(self, "_bound", (None, None))
            if timer is not None and twin is not None:
                timer.cancel()
                twin.close()

    return Cut


def _shut(opened: socket.socket) -> None:
    with contextlib.suppress(OSError):
        opened.shutdown(socket.SHUT_RDWR)


def _late(target: _Target) -> str:
    return f"{target.host}: took too long to answer"


def _cause(target: _Target, error: Exception | None, deadline: float) -> str:
    reason = getattr(error, "reason", None) or error
    if isinstance(reason, ssl.SSLError):
        return f"{target.host}: its certificate cannot be trusted"
    if time.monotonic() >= deadline or isinstance(reason, ConnectTimeoutError | ReadTimeoutError):
        return _late(target)
    return f"{target.host}: cannot be reached ({type(reason).__name__})"


def _body(answer: urllib3.BaseHTTPResponse, target: _Target, largest: int, deadline: float) -> bytes:
    """The bytes of an answer, unpacked, both bounded; the time is asked after each piece, however slowly they drip."""
    packed = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    # 47: a gzip or a zlib stream, whichever it is.
    opener = None if packed in {"identity", ""} else zlib.decompressobj(47)
    if opener is not None and packed not in {"gzip", "x-gzip", "deflate"}:
        message = f"{target.host}: sends its pages packed in a way that cannot be opened ({packed[:20]})"
        raise FetchError(message)
    whole = bytearray()
    received = 0
    while time.monotonic() < deadline and (piece := answer.read1(_CHUNK)):
        received += len(piece)
        try:
            whole += piece if opener is None else opener.decompress(piece, largest + 1 - len(whole))
        except zlib.error:
            message = f"{target.host}: sends a page that cannot be unpacked"
            raise FetchError(message) from None
        if len(whole) > largest or received > largest or (opener is not None and opener.unconsumed_tail):
            message = f"{target.host}: the page has more than {largest:,} bytes"
            raise FetchError(message)
    if time.monotonic() >= deadline:
        raise FetchError(_late(target))
    return bytes(whole)
