"""In: what is measured for one size. Out: a table for each size, with how the time grows, and a plain yardstick."""

import argparse
import math
import time
from collections.abc import Callable, Mapping, Sequence

from twosource.records import Report

_GRAM, _PLAIN_SAMPLE, _SMALL = 8, 2_000, 100


def plain(reports: Sequence[Report]) -> float:
    """Seconds of the processor that a report takes in plain Python: a set of all 8-word runs."""
    begun = time.process_time()
    some = reports[:_PLAIN_SAMPLE]
    for report in some:
        words = report.text.casefold().split()
        {hash(tuple(words[at : at + _GRAM])) for at in range(len(words))}
    return (time.process_time() - begun) / len(some)


def printed(row: Mapping[str, float]) -> None:
    """Print what was measured, a line each."""
    for name, value in row.items():
        print(f"{name:<40}{value:>14,.3f}" if value < _SMALL else f"{name:<40}{value:>14,.0f}")


def tables(parser: argparse.ArgumentParser, measure: Callable[[int], dict[str, float]], growing: Sequence[str]) -> None:
    """Measure each size of the command line and print its table.

    The figures named in `growing` are times; how each grew from the size before is printed as an exponent: 1 is linear.
    """
    before: dict[str, float] | None = None
    for size in parser.parse_args().sizes:
        row = measure(size)
        printed(row)
        for name in growing if before is not None else ():
            growth = math.log(row[name] / before[name]) / math.log(row["reports"] / before["reports"])
            print(f"{'exponent of ' + name.split(', ')[0]:<40}{growth:>14.3f}")
        print(flush=True)
        before = row


def sizes(described: str | None) -> argparse.ArgumentParser:
    """A command line of sizes."""
    parser = argparse.ArgumentParser(description=described, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 4_000])
    return parser
