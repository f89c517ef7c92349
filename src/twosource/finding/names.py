"""In: a parsed report. Out: its persons, bodies and places, variants of one joined."""

from collections.abc import Iterator

from twosource.finding.parse import Parsed
from twosource.records import Name


def find_names(parsed: Parsed) -> Iterator[Name]:
    """Names (stub)."""
    yield from ()
