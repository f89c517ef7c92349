"""In: a parsed report and its times. Out: its figures, without chains."""

from collections.abc import Iterator, Sequence

from twosource.finding.parse import Parsed
from twosource.records import Figure, Time


def find_figures(parsed: Parsed, times: Sequence[Time]) -> Iterator[Figure]:
    """Figures (stub)."""
    yield from ()
