"""In: figures, quotes and statements of a report. Out: figures and quotes with chains, stances and speakers."""

from collections.abc import Sequence

from twosource.finding.parse import Parsed
from twosource.records import Figure, Name, Quote, Statement


def attribute(
    parsed: Parsed,
    figures: Sequence[Figure],
    quotes: Sequence[Quote],
    statements: Sequence[Statement],
    names: Sequence[Name],
) -> tuple[tuple[Figure, ...], tuple[Quote, ...]]:
    """Give each figure and quote the chain it stands under (stub)."""
    return tuple(figures), tuple(quotes)
