"""Where the stores of a contract are made."""

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a server of PostgreSQL that is started for these tests."""
    pytest.importorskip("psycopg", reason="psycopg, of the extra postgres, is not installed")
    from postgres_server import binaries, server  # noqa: PLC0415 - needs psycopg

    programs = binaries()
    if programs is None:
        pytest.skip("no server of PostgreSQL is installed")
    with server(programs) as address:
        yield address
