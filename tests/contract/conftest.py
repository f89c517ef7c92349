"""Where the stores of a contract are made."""

from collections.abc import Iterator
from pathlib import Path

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


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store can be made, and none is."""
    if request.param == "sqlite":
        return str(tmp_path / "desk.db")
    import psycopg  # noqa: PLC0415 - an optional package

    server: str = request.getfixturevalue("postgres")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS twosource CASCADE")
    return server
