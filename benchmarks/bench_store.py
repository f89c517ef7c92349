"""In: an address and sizes. Out: what a store of many reports costs, beside a bare query of the same database.

usage: bench_store.py ADDRESS [REPORTS [STORIES]]

ADDRESS is a path, or a postgresql:// address. A store that is there already is measured as it is; else one is made of
invented reports (100,000 in 20,000 stories, one of which has 1,000).
"""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from pile_of_reports import Plan, concluded, fill, made

from twosource.errors import NotAStore
from twosource.records.kept import Batch, FigureQuery
from twosource.store import Store, open_store
from twosource.store.contract import View

TIMES = 7


def opened(address: str, plan: Plan) -> Store:
    """The store at the address, filled where it is not there yet."""
    try:
        return open_store(address)
    except NotAStore:
        store = open_store(address, create=True)
    begun = time.perf_counter()
    for written in fill(store, plan):
        taken = time.perf_counter() - begun
        print(f"{written:>9,} reports  {taken:7.1f} s  {written / taken:6.0f}/s", file=sys.stderr)
    return store


def taken(work: Callable[[], object], times: int = TIMES) -> tuple[float, float, float]:
    """Median and longest time of some runs, and the median of the processor's time, in milliseconds."""
    spent, used = [], []
    for _ in range(times):
        begun, begun_processor = time.perf_counter(), time.process_time()
        work()
        spent.append((time.perf_counter() - begun) * 1000)
        used.append((time.process_time() - begun_processor) * 1000)
    return median(spent), max(spent), median(used)


def viewed(store: Store, ask: Callable[[View], object]) -> Callable[[], object]:
    """Asking with a view of its own, as a page does."""

    def work() -> object:
        with store.view() as view:
            return ask(view)

    return work


def main(address: str, reports: int = 100_000, stories: int = 20_000) -> None:
    """Fill and measure; print a table."""
    plan = Plan(reports, stories, min(1000, reports // 10))
    store = opened(address, plan)
    with store.view() as view:
        first = view.cards(order="size", count=1)[0]
        some = [view.cards(start=number * 17, count=1)[0].id for number in range(20)]
        ids = list(view.reports())
        common, rare = (view.kept(ids[-1:])[0].report.text.split()[place] for place in (3, 20))
        prefix = view.figures(FigureQuery(), count=1)[0].figure or ""
    thousand = ids[:1000]
    asked: dict[str, Callable[[View], object]] = {
        "first page: 50 cards and their number": lambda view: (view.cards(), view.count()),
        "page 300 of the list": lambda view: view.cards(start=299 * 50),
        "list by size": lambda view: view.cards(order="size"),
        "list by title": lambda view: view.cards(order="title"),
        "stories by a common word": lambda view: (view.cards(query=common), view.count(common)),
        "stories by a rare word": lambda view: (view.cards(query=rare), view.count(rare)),
        f"a story of {first.reports:,} reports": lambda view: view.story(first.id),
        "20 stories of a few reports": lambda view: [view.story(name) for name in some],
        "search: a common word": lambda view: view.search(common),
        "search: a rare word": lambda view: view.search(rare),
        "search: two common words": lambda view: view.search(f"{common} {rare}"),
        "search: a phrase": lambda view: view.search(f'"{common} {rare}"'),
        "figures: newest": lambda view: view.figures(FigureQuery()),
        "figures: killed, 890 or more": lambda view: view.figures(FigureQuery(measure="killed", low=890)),
        "figures: of a common word": lambda view: view.figures(FigureQuery(of=common)),
        "figures: sentences with two words": lambda view: view.figures(FigureQuery(words=f"{common} {rare}")),
        "figures: none meets it": lambda view: view.figures(FigureQuery(low=1e9)),
        "figures by the beginning of an id": lambda view: view.figures_like(prefix[:4]),
        "news of the day": lambda view: view.news(),
        "news of a story": lambda view: view.news(story=first.id),
        "known: 1,000 reports": lambda view: view.known(thousand),
        "kept: 1,000 reports": lambda view: view.kept(thousand),
        "features of all reports": lambda view: sum(len(features) for _, features in view.features()),
        "ids of all reports": lambda view: len(list(view.reports())),
    }
    lines = [(name, *taken(viewed(store, ask))) for name, ask in asked.items()]
    lines += writes(store, plan, first.id)
    bare = taken(viewed(store, lambda view: view.card(some[0])), 50)[0]
    print(
        "| what | median ms | longest ms | processor ms | × one card by its id |\n| --- | ---: | ---: | ---: | ---: |"
    )
    for name, middle, longest, used in lines:
        print(f"| {name} | {middle:,.1f} | {longest:,.1f} | {used:,.1f} | {middle / bare:,.0f} |")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"\none card by its id: {bare:.2f} ms; {len(ids):,} reports; peak memory {peak:,} MB")
    if not address.startswith("postgres"):
        print(f"file: {Path(address).stat().st_size / 1e6:,.0f} MB")
    store.close()


def writes(store: Store, plan: Plan, largest: str) -> list[tuple[str, float, float, float]]:
    """Adding one report to a small story, to none, and to the largest."""
    with store.view() as view:
        numbers = iter(range(10_000_000 + view.count() + len(view.runs(100_000)), 20_000_000))
        big = view.story(largest)
    base = made([plan.largest])

    def alone() -> None:
        with store.writer() as writer:
            writer.write(made([next(numbers)]))

    def small() -> None:
        batch = made([next(numbers)])
        grown = Batch(kept=(*base.kept, *batch.kept))
        with store.writer() as writer:
            writer.write(Batch(kept=batch.kept, stories=(concluded(1, grown),)))

    def large() -> None:
        assert big is not None  # noqa: S101 - it was listed a moment ago
        with store.writer() as writer:
            writer.write(Batch(kept=made([next(numbers)]).kept, stories=(big,)))

    return [
        ("write: one report", *taken(alone)),
        ("write: one report and its small story", *taken(small)),
        ("write: one report and the largest story", *taken(large, 3)),
    ]


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:4]))
