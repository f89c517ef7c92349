"""In: a parsed report. Out: its direct quotations, speakers not yet known."""

from collections.abc import Iterator

from twosource.finding.parse import Parsed
from twosource.records import Quote


def find_quotes(parsed: Parsed) -> Iterator[Quote]:
    """Quotes (stub)."""
    yield from ()
