"""In: sizes on the command line. Out: how fast stories are found on a made corpus, and what one more report costs.

    python benchmarks/bench_stories.py 1000 10000 100000

Times are of the processor, and given as ratios too: "× plain" is the time of a plain Python set of 8-word runs of the
same texts, measured in the same run. `exponent` is the growth of the time from the size before: 1 is linear.
"""

import random
import resource
import statistics
import time
from collections import Counter
from collections.abc import Sequence

from stories_corpus import stories
from table import plain, sizes, tables

from twosource.grouping import Pile, find_copies, find_stories
from twosource.records import Group, Report

_ADDED = 12


def b_cubed(true: dict[str, str], groups: Sequence[Group]) -> tuple[float, float]:
    """B-cubed precision and recall of groups against the true story of each report."""
    sizes = Counter(true.values())
    precision = recall = 0.0
    for group in groups:
        inside = Counter(true[name] for name in group.reports)
        precision += sum(number * number for number in inside.values()) / len(group.reports)
        recall += sum(number * number / sizes[story] for story, number in inside.items())
    return precision / len(true), recall / len(true)


def streamed(reports: Sequence[Report], late: Sequence[Report]) -> tuple[list[float], bool]:
    """Seconds that each late report takes to add to the others, and whether all is as in a batch in the end."""
    pile = Pile()
    pile.add(reports)
    spent = []
    for report in late:
        begun = time.process_time()
        pile.add([report])
        spent.append(time.process_time() - begun)
    every = [*reports, *late]
    copies = find_copies(every)
    return spent, pile.all_copies() == copies and pile.all_groups() == find_stories(every, copies)


def measure(count: int) -> dict[str, float]:
    """All figures for one size."""
    made = list(stories(count))
    random.Random(2).shuffle(made)  # noqa: S311 -- a made corpus, no secret
    true = {report.id: story for story, report in made}
    reports = [report for _, report in made]
    yardstick = plain(reports)
    begun = time.process_time()
    copies = find_copies(reports)
    between = time.process_time()
    groups = find_stories(reports, copies)
    copies_s, stories_s = between - begun, time.process_time() - between
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    precision, recall = b_cubed(true, groups)
    spent, same = streamed(reports[:-_ADDED], reports[-_ADDED:])
    return {
        "reports": len(reports),
        "words each": sum(len(report.text.split()) for report in reports) / len(reports),
        "stories made": len(set(true.values())),
        "stories found": len(groups),
        "B-cubed precision": precision,
        "B-cubed recall": recall,
        "copies": len(copies),
        "copies found, seconds": copies_s,
        "copies found, reports/s": len(reports) / copies_s,
        "stories found, reports/s": len(reports) / stories_s,
        "stories found × plain": stories_s / len(reports) / yardstick,
        "stories found, seconds": stories_s,
        "one more report, seconds": statistics.median(spent),
        "one more report, at most": max(spent),
        "in the end as in a batch": float(same),
        "peak memory of the batch, MB": memory,
    }


if __name__ == "__main__":
    tables(sizes(__doc__), measure, ["copies found, seconds", "stories found, seconds"])
