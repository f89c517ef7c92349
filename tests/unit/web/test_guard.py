"""Who may come in, and how much they may carry."""

import asyncio
from collections.abc import MutableMapping
from typing import Any

import pytest
from desk_of import Asking, site_of

from twosource.errors import SettingsError
from twosource.store import Store
from twosource.web.app import make_app
from twosource.web.guard import Door, host_name
from twosource.web.opened import Shelf
from twosource.web.serving import is_loopback, make_door

TOKEN = "a-token-of-some-length"  # noqa: S105 - a token of a test


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("localhost:8000", "localhost"),
        ("LOCALHOST", "localhost"),
        ("127.0.0.1:80", "127.0.0.1"),
        ("[::1]:8000", "::1"),
        ("[::1]", "::1"),
        ("desk.example.", "desk.example"),
        ("localhost:x", ""),
        ("[::1]evil.example", ""),
        ("", ""),
    ],
)
def test_the_name_in_a_host_header(given: str, name: str) -> None:
    assert host_name(given) == name


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost:9999", 200),
        ("[::1]:8000", 200),
        ("127.0.0.2", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.evil.example", 421),
        ("192.168.1.5:8000", 421),
        ("", 421),
    ],
)
def test_only_this_machines_names_are_answered_to(asking: Asking, host: str, status: int) -> None:
    assert asking.get("/stories", headers={"Host": host}).status_code == status


def test_an_open_site_answers_to_addresses_and_its_own_names_and_no_others(store: Store) -> None:
    asking = Asking(site_of(store, make_door("0.0.0.0", TOKEN, ("desk.example",))))  # noqa: S104 - nobody listens
    known = {"Authorization": f"Bearer {TOKEN}"}
    for host, status in (("192.168.1.5", 200), ("desk.example:80", 200), ("rebound.example", 421)):
        assert asking.get("/stories", headers={"Host": host, **known}).status_code == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(asking: Asking, method: str) -> None:
    assert asking.ask(method, "/stories").status_code == 405


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://127.0.0.1:8000"}, 422),
        ({}, 422),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://127.0.0.1:9999"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_a_form_from_elsewhere_is_refused(asking: Asking, headers: dict[str, str], status: int) -> None:
    assert asking.send("/judge", {"kind": "no such kind"}, headers=headers).status_code == status


def test_a_form_needs_the_mark_of_this_browser(asking: Asking, store: Store) -> None:
    other = Asking(site_of(store))
    for mark in ("", "0" * 64, other.mark(), asking.mark()[:-1] + "é"):
        assert asking.send("/judge", {"kind": "confirm", "figure": "x", "csrf": mark}).status_code == 403
    asking.cookies.clear()
    assert asking.ask("POST", "/judge", data={"kind": "confirm", "csrf": other.mark()}).status_code == 403


def test_every_answer_has_its_headers(asking: Asking) -> None:
    for address in ("/stories", "/stories.json", "/nothing", "/news.atom", "/openapi.json"):
        headers = asking.get(address).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "private" in headers["cache-control"]
    assert asking.get("/stories", headers={"Host": "evil.example"}).headers["x-frame-options"] == "DENY"


def test_even_a_fault_has_its_headers_and_tells_no_secrets(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*_: object) -> None:
        message = "a secret"
        raise RuntimeError(message)

    site = site_of(store)
    monkeypatch.setattr(Shelf, "take", fault)
    answer = Asking(site).get("/stories/s0")
    assert answer.status_code == 500
    assert "content-security-policy" in answer.headers
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text


def test_cookies_are_out_of_reach_of_scripts_and_of_other_sites(asking: Asking) -> None:
    set_cookie = asking.get("/stories").headers["set-cookie"]
    assert "HttpOnly" in set_cookie
    assert "SameSite=strict" in set_cookie


def test_without_the_token_nothing_is_shown(store: Store) -> None:
    asking = Asking(site_of(store, Door(token=TOKEN)))
    for address in ("/stories", "/stories.json", "/openapi.json", "/news.atom", "/help"):
        refused = asking.get(address)
        assert refused.status_code == 401
        assert "ferry" not in refused.text
    assert asking.ask("POST", "/judge", data={}).status_code == 401
    assert 'type="password"' in asking.get("/stories", headers={"Accept": "text/html"}).text


def test_programs_bring_the_token_in_a_header(store: Store) -> None:
    asking = Asking(site_of(store, Door(token=TOKEN)))
    assert asking.get("/stories.json", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    for wrong in (f"Bearer {TOKEN}x", "Bearer ", f"Basic {TOKEN}", "Bearer \u00e9"):
        assert asking.get("/stories.json", headers={"Authorization": wrong.encode("latin-1")}).status_code == 401


def test_people_sign_in_once_and_out_again(store: Store) -> None:
    asking = Asking(site_of(store, Door(token=TOKEN)))
    assert asking.send("/login", {"token": "guessed"}, "/login").status_code == 401
    entered = asking.send("/login", {"token": TOKEN}, "/login")
    assert entered.status_code == 303
    assert TOKEN not in entered.headers["set-cookie"]
    assert asking.get("/stories").status_code == 200
    assert asking.send("/logout", {}).status_code == 303
    assert asking.get("/stories").status_code == 401


def test_a_body_over_its_bound_is_not_read(asking: Asking) -> None:
    big = asking.ask("POST", "/judge", content=b"x" * 200_000, headers={"Content-Type": "text/plain"})
    assert big.status_code == 413
    lied = asking.ask("POST", "/judge", content=b"x", headers={"Content-Length": "9" * 30})
    assert lied.status_code == 413


def _post(store: Store, door: Door, pieces: list[bytes], wait: float) -> int:
    """The status of a POST whose body comes in pieces, with a wait before each and no length told beforehand."""

    async def ask() -> int:
        rest = [{"type": "http.request", "body": piece, "more_body": True} for piece in pieces]

        async def receive() -> MutableMapping[str, Any]:
            await asyncio.sleep(wait)
            return rest.pop(0) if rest else {"type": "http.request", "body": b"", "more_body": False}

        sent: list[MutableMapping[str, Any]] = []

        async def send(message: MutableMapping[str, Any]) -> None:
            sent.append(message)

        headers = [(b"host", b"localhost"), (b"content-type", b"application/x-www-form-urlencoded")]
        scope = {
            "type": "http",
            "method": "POST",
            "path": "/judge",
            "raw_path": b"/judge",
            "query_string": b"",
            "headers": headers,
            "scheme": "http",
            "server": ("localhost", 80),
            "http_version": "1.1",
            "root_path": "",
        }
        await make_app(site_of(store, door))(scope, receive, send)
        return int(sent[0]["status"])

    return asyncio.run(ask())


def test_a_body_that_tells_no_length_is_bounded_all_the_same(store: Store) -> None:
    assert _post(store, Door(otherwise=1000), [b"a=" + b"x" * 900, b"x" * 900], 0) == 413


def test_a_body_that_dribbles_in_is_given_up(store: Store) -> None:
    assert _post(store, Door(patience=0.05), [b"a=1"] * 50, 0.02) == 408


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("::", False), ("desk", False)],  # noqa: S104
)
def test_which_hosts_are_of_this_machine_alone(host: str, alone: bool) -> None:  # noqa: FBT001
    assert is_loopback(host) == alone


def test_a_host_that_others_reach_needs_a_token() -> None:
    with pytest.raises(SettingsError, match="--token"):
        make_door("0.0.0.0", None)  # noqa: S104
    with pytest.raises(SettingsError, match="at least 16"):
        make_door("127.0.0.1", "short")
    with pytest.raises(SettingsError, match="no host name"):
        make_door("127.0.0.1", None, ("no such name!",))
    assert make_door("127.0.0.1", None).token is None
    assert make_door("192.168.1.5", TOKEN).token == TOKEN
