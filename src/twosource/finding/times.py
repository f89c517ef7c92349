"""In: a parsed report. Out: its time expressions as TIMEX3, with the days they cover and what they date."""

from collections.abc import Iterator

from twosource.finding.parse import Parsed
from twosource.records import Time


def find_times(parsed: Parsed) -> Iterator[Time]:
    """Times (stub)."""
    yield from ()
