"""In: nothing. Out: a server of PostgreSQL on this machine alone, for as long as a test needs it."""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg

_PLACES = ("/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt")
_WAIT = 30.0


def binaries() -> Path | None:
    """The folder of the newest server that is installed, None where there is none."""
    on_path = shutil.which("initdb")
    found = [path for place in _PLACES for path in Path(place).glob("**/bin/initdb")]
    newest = max(found, default=None, key=lambda path: [int(part) for part in path.parts if part.isdigit()])
    return Path(on_path).parent if on_path else newest and newest.parent


@contextlib.contextmanager
def server(programs: Path) -> Iterator[str]:
    """The address of a server in a folder of its own, on a free port of the loopback interface; gone at the end."""
    folder = Path(tempfile.mkdtemp(prefix="twosource-postgres-"))
    owner = _owner()
    if owner:
        os.chown(folder, pwd.getpwnam(owner).pw_uid, pwd.getpwnam(owner).pw_gid)
    data = folder / "data"
    group, others = (pwd.getpwnam(owner).pw_gid, list[int]()) if owner else (None, None)
    try:
        subprocess.run(
            [programs / "initdb", "-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
            check=True,
            capture_output=True,
            cwd=folder,
            user=owner,
            group=group,
            extra_groups=others,
        )
        port = _free_port()
        settings = ("listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "max_connections=50")
        with (folder / "log").open("wb") as log:
            running = subprocess.Popen(
                [programs / "postgres", "-D", data, "-p", str(port), *(f"-c{setting}" for setting in settings)],
                stdout=log,
                stderr=log,
                cwd=folder,
                user=owner,
                group=group,
                extra_groups=others,
            )
        try:
            address = f"postgresql://desk@127.0.0.1:{port}/postgres"
            _await(address, running)
            yield address
        finally:
            running.send_signal(signal.SIGINT)  # ends all sessions and stops
            running.wait(_WAIT)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _owner() -> str | None:
    """Whose server it is: the server refuses to run as root."""
    if os.geteuid():
        return None
    users = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in users)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(address: str, running: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _WAIT
    while time.monotonic() < until and running.poll() is None:
        with contextlib.suppress(psycopg.OperationalError), psycopg.connect(address, connect_timeout=1):
            return
        time.sleep(0.05)
    message = "the server did not start"
    raise RuntimeError(message)
