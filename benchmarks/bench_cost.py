"""In: folders of reports. Out: what each stage costs beside the language model, as ratios of one run.

usage: bench_cost.py FOLDER...
"""

import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from twosource.finding import Parsed, Parser
from twosource.finding.chains import attribute
from twosource.finding.figures import find_figures
from twosource.finding.names import find_names
from twosource.finding.quotes import find_quotes
from twosource.finding.statements import find_statements
from twosource.finding.times import find_times
from twosource.grouping import find_copies, find_stories
from twosource.reading.describe import describe
from twosource.reading.sources import read_source
from twosource.reconciling import reconcile
from twosource.records import Mentions
from twosource.settings import Settings

SPENT: dict[str, float] = defaultdict(float)


@contextmanager
def clock(stage: str) -> Iterator[None]:
    """Add the time of the block to a stage."""
    begun = time.perf_counter()
    yield
    SPENT[stage] += time.perf_counter() - begun


def find(parsed: Parsed) -> Mentions:
    """All mentions of one report, with a clock on every stage."""
    with clock("names"):
        names = tuple(find_names(parsed))
    with clock("times"):
        times = tuple(find_times(parsed))
    with clock("quotes"):
        quotes = tuple(find_quotes(parsed))
    with clock("statements"):
        statements = tuple(find_statements(parsed, quotes, names))
    with clock("figures"):
        figures = tuple(find_figures(parsed, times))
    with clock("chains"):
        figures, quotes = attribute(parsed, figures, quotes, statements, names)
    return Mentions(
        report=parsed.report.id, figures=figures, times=times, statements=statements, quotes=quotes, names=names
    )


def one(folder: str, parser: Parser) -> int:
    """Read one folder with a clock on every stage; how many reports it held."""
    settings = Settings()
    with clock("reading"):
        reports, _ = read_source(folder, settings.largest)
    with clock("describing"):
        reports = describe(reports, None)
    with clock("copies"):
        copies = find_copies(reports)
    with clock("stories"):
        groups = find_stories(reports, copies)
    with clock("model"):
        read = list(parser(reports, settings.longest))
    mentions = [find(parsed) for parsed in read]
    with clock("reconciling"):
        for group in groups:
            inside = [report for report in reports if report.id in group.reports]
            reconcile(group, inside, copies, [row for row in mentions if row.report in group.reports])
    return len(reports)


def main() -> None:
    """Print each stage's time and its ratio to the model's."""
    parser = Parser(Settings().model)
    for folder in sys.argv[1:2]:
        one(folder, parser)  # loads the model and every lazy table before the clock counts
    SPENT.clear()
    count = sum(one(folder, parser) for folder in sys.argv[1:])
    print(f"{count} reports")
    for stage, seconds in SPENT.items():
        share = seconds / SPENT["model"]
        print(f"{stage:<12} {1000 * seconds / max(1, count):8.2f} ms a report {share:8.3f} of the model")


if __name__ == "__main__":
    main()
