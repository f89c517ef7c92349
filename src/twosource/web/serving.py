"""In: a store's address and where to listen. Out: its pages, served until the program is stopped."""

import ipaddress
import re
import socket
import sys

import uvicorn

from twosource.errors import SettingsError
from twosource.settings import Settings
from twosource.store import open_store
from twosource.web.app import make_app, make_site
from twosource.web.guard import Door, host_name

LEAST_TOKEN = 16
_MOST_AT_ONCE = 200
_KEEP_ALIVE = 20
_NAME = re.compile(r"(?!-)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*")


def serve(store: str, host: str, port: int, door: Door, settings: Settings) -> None:
    """Serve the pages of a store until the program is stopped; the address is told on standard error.

    `host` is a name or address to listen on, `door` who may come in (`make_door`). Raises StoreError where the store
    cannot be opened, OSError where nobody can listen there.
    """
    with socket.create_server((host, port), family=_family(host), backlog=128, reuse_port=False) as listening:
        opened = open_store(store)
        try:
            app = make_app(make_site(opened, settings, door))
            at = listening.getsockname()[1]
            shown = f"[{host}]" if ":" in host else host
            sys.stderr.write(f"twosource: serving {store} at http://{shown}:{at}/ (Ctrl-C stops it)\n")
            config = uvicorn.Config(
                app,
                log_level="warning",
                access_log=False,  # what people search for is nobody's business
                server_header=False,
                proxy_headers=False,
                limit_concurrency=_MOST_AT_ONCE,
                timeout_keep_alive=_KEEP_ALIVE,
                timeout_graceful_shutdown=5,
                lifespan="on",
            )
            uvicorn.Server(config).run(sockets=[listening])
        finally:
            opened.close()


def make_door(host: str, token: str | None, names: tuple[str, ...] = ()) -> Door:
    """Who may come in at a host, with a token or without. Raises SettingsError where a token is needed or too short."""
    alone = is_loopback(host)
    if token is None and not alone:
        message = f"{host} is not of this machine alone: --token (or TWOSOURCE_TOKEN) must be given"
        raise SettingsError(message)
    if token is not None and (len(token) < LEAST_TOKEN or not token.isascii() or not token.isprintable()):
        message = f"a token has at least {LEAST_TOKEN} characters, all of them ASCII"
        raise SettingsError(message)
    for name in names:
        if not _NAME.fullmatch(name.casefold()):
            message = f"{name!r} is no host name"
            raise SettingsError(message)
    known = {host_name(host), *(name.casefold() for name in names)}
    if not alone:
        known.add(socket.gethostname().casefold())
    return Door(names=frozenset(known - {""}), any_address=not alone, token=token)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a host: a loopback address, or "localhost"."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
