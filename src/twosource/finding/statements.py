"""In: a parsed report, its quotes and names. Out: every attribution, direct, indirect and mixed."""

from collections.abc import Iterator, Sequence

from twosource.finding.parse import Parsed
from twosource.records import Name, Quote, Statement


def find_statements(parsed: Parsed, quotes: Sequence[Quote], names: Sequence[Name]) -> Iterator[Statement]:
    """Statements (stub)."""
    yield from ()
