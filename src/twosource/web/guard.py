"""In: a request from anywhere. Out: the request where it may pass, a refusal where not; headers on every answer.

The text of reports is hostile and so may be the network: a page of another site that the same browser has open (forged
forms, a host name rebound to this address), a machine of the same network, a body that never ends.
"""

import asyncio
import hashlib
import hmac
import ipaddress
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any

import msgspec
from starlette.datastructures import Headers, MutableHeaders

from twosource.web.refusals import Refused

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Refuse = Callable[[Scope, Refused], App]

LOGIN_COOKIE = "twosource_login"
LOGIN = "/login"
STATIC = "/static/"

_METHODS = frozenset({"GET", "HEAD", "POST"})
_LOOPBACK_NAMES = frozenset({"localhost"})
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": under that one a browser sends "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Door(msgspec.Struct, frozen=True, kw_only=True):
    """Who may come in, and how much they may carry.

    `names` are the host names answered to, lower case, beside the loopback ones; `any_address` also lets every literal
    address pass (a name can be rebound, an address cannot). `token` is None where none is asked for. `most` bounds the
    bytes of a body by path, `otherwise` those of all others; `patience` is how many seconds a body may take.
    """

    names: frozenset[str] = frozenset()
    any_address: bool = False
    token: str | None = None
    most: dict[str, int] = {}
    otherwise: int = 100_000
    patience: float = 120.0


def login_mark(token: str) -> str:
    """What the cookie of one who gave the token holds: nothing from which the token could be found."""
    return hmac.new(token.encode("utf-8", "surrogatepass"), b"twosource login", hashlib.sha256).hexdigest()


def is_token(given: str, token: str) -> bool:
    """Whether they are the same, in a time that does not tell how much of it is."""
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), token.encode("utf-8", "surrogatepass"))


class Guard:
    """The ASGI middleware: host, method, origin, token, size; then headers on the answer."""

    def __init__(self, app: App, door: Door, refuse: Refuse) -> None:
        self._app, self._door, self._refuse = app, door, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it with a refusal."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        refused = self._check(scope)
        if refused:
            await self._refuse(scope, refused)(scope, receive, _with_headers(send, scope))
            return
        body = _Body(receive, self._door.most.get(scope["path"], self._door.otherwise), self._door.patience)
        await self._app(scope, body, _with_headers(send, scope))

    def _check(self, scope: Scope) -> Refused | None:
        headers = Headers(scope=scope)
        if scope["method"] not in _METHODS:
            return Refused(405, "method", "Pages are read with GET, and judged with POST.")
        if not _known_host(headers.get("host", ""), self._door):
            return Refused(421, "host", "This site does not answer to that host name.")
        if scope["method"] == "POST" and not _own(headers):
            return Refused(403, "origin", "This form was not sent from a page of this site.")
        if not self._may_enter(scope["path"], headers):
            return Refused(401, "token", "This site asks for its token first.")
        return self._too_large(scope["path"], headers)

    def _may_enter(self, path: str, headers: Headers) -> bool:
        token = self._door.token
        if token is None or path == LOGIN or path.startswith(STATIC):
            return True
        kind, _, given = headers.get("authorization", "").partition(" ")
        if kind.casefold() == "bearer":
            return is_token(given.strip(), token)
        return is_token(_cookie(headers, LOGIN_COOKIE), login_mark(token))

    def _too_large(self, path: str, headers: Headers) -> Refused | None:
        length = headers.get("content-length", "0")
        most = self._door.most.get(path, self._door.otherwise)
        if length.isdecimal() and len(length) < 20 and int(length) <= most:  # noqa: PLR2004 - no endless number is read
            return None
        return too_large(most)


def too_large(most: int) -> Refused:
    """The refusal of a body over its bound."""
    return Refused(413, "too-large", f"More than {most:,} bytes at once are not taken here.")


class _Body:
    """A request's body as it comes in, with an end to its size and to its time."""

    def __init__(self, receive: Receive, most: int, patience: float) -> None:
        self._receive, self._most, self._patience = receive, most, patience
        self._bytes, self._ended = 0, False
        self._until: float | None = None

    async def __call__(self) -> Message:
        if self._ended:
            return await self._receive()
        now = asyncio.get_running_loop().time()
        self._until = self._until or now + self._patience
        try:
            message = await asyncio.wait_for(self._receive(), max(0.0, self._until - now))
        except TimeoutError:
            raise Refused(408, "too-slow", "The request took too long to arrive.") from None
        self._bytes += len(message.get("body", b""))
        if self._bytes > self._most:
            raise too_large(self._most)
        self._ended = message["type"] != "http.request" or not message.get("more_body", False)
        return message


def _known_host(given: str, door: Door) -> bool:
    """Whether a Host header names this site: loopback, a name it was given, or (where allowed) a literal address."""
    name = host_name(given)
    if name in _LOOPBACK_NAMES or name in door.names:
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    return address.is_loopback or door.any_address


def host_name(given: str) -> str:
    """The name in a Host header, without port and brackets, in lower case; "" where it is none."""
    name = given.strip().casefold()
    if name.startswith("["):
        inside, bracket, rest = name[1:].partition("]")
        return inside if bracket and (not rest or (rest[0] == ":" and rest[1:].isdecimal())) else ""
    name, colon, port = name.partition(":")
    return name.rstrip(".") if not colon or port.isdecimal() else ""


def _own(headers: Headers) -> bool:
    """Whether a POST comes from a page of this very site, as far as its headers tell; the form's token says the rest.

    Browsers say where a form stands in Sec-Fetch-Site, older ones only in Origin; programs send neither.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    return origin is None or origin.partition("://")[2].casefold() == headers.get("host", "").casefold()


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _with_headers(send: Send, scope: Scope) -> Send:
    async def send_on(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            if not scope["path"].startswith(STATIC):
                headers.setdefault("Cache-Control", "private, no-cache")
        await send(message)

    return send_on
