"""In: a parsed report. Out: its mentions: names, times, figures, statements, quotes, with their chains."""

from twosource.finding.chains import attribute
from twosource.finding.figures import find_figures
from twosource.finding.names import find_names
from twosource.finding.parse import Parsed, Parser
from twosource.finding.quotes import find_quotes
from twosource.finding.statements import find_statements
from twosource.finding.times import find_times
from twosource.records import Mentions

__all__ = ["Parsed", "Parser", "find_mentions"]


def find_mentions(parsed: Parsed) -> Mentions:
    """All mentions of one parsed report; figures and quotes carry the chains of the statements they stand in."""
    names = tuple(find_names(parsed))
    times = tuple(find_times(parsed))
    marked = tuple(find_quotes(parsed))
    sourced = tuple(find_statements(parsed, marked, names))
    figures, quotes = attribute(parsed, tuple(find_figures(parsed, times)), marked, sourced, names)
    statements = tuple(statement for statement in sourced if not statement.tally)
    return Mentions(
        report=parsed.report.id, figures=figures, times=times, statements=statements, quotes=quotes, names=names
    )
