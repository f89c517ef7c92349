"""In: an address and sizes. Out: what one more report, and one judgement, costs a desk of many reports.

usage: bench_desk.py ADDRESS [REPORTS]

A store that is there already is measured as it is; else one is made of invented reports in their true stories, read by
no model. Times are of the clock and of the processor, the median of several.
"""

import itertools
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from statistics import median

from stories_corpus import stories

from twosource import pipeline
from twosource.desk import Desk, Document
from twosource.desk.identity import hash_of, text_key
from twosource.desk.settling import rules_of
from twosource.errors import NotAStore
from twosource.grouping import features, find_copies, find_stories
from twosource.records import Group, Mentions, Report
from twosource.records.judgements import JoinStories
from twosource.records.kept import Batch, Given, Kept, KeptStory
from twosource.settings import Settings
from twosource.store import Store, open_store

SETTINGS = Settings()
NOW = "2025-06-01T00:00:00Z"
AT_ONCE = 2_000
TIMES = 5
ENGLISH = (
    "Tunnel floods at {place}\n\nAt least {number} people were rescued when water broke into the tunnel at {place} on "
    "Monday, the fire brigade said.\n\n“We heard it before we saw it,” said {place}'s mayor, Olga Prenn.\n\nThe tunnel "
    "had been closed for three weeks in 2019 after a similar leak, according to the railway.\n"
)


def opened(address: str, count: int) -> Store:
    """The store at an address, made of invented reports where there is none."""
    try:
        return open_store(address)
    except NotAStore:
        store = open_store(address, create=True)
    begun = time.perf_counter()
    raw = {report.id: report for _, report in itertools.islice(stories(count), count)}
    first = [pipeline.alone(report, SETTINGS) for report in raw.values()]
    copies = find_copies(first)
    groups = find_stories(first, copies)
    told = {report.id: features(report) for report in first}
    with store.writer() as writer:
        for some in _batches(groups):
            kept = tuple(one for group in some for one in _kept(group, raw, told))
            inside = {one.report.id for one in kept}
            writer.write(
                Batch(
                    kept=kept,
                    touched=tuple(inside),
                    copies=tuple(copy for copy in copies if copy.report in inside),
                    stories=tuple(_story(group, kept) for group in some),
                    marks={text_key(raw[name]): name for name in inside},
                )
            )
    print(
        f"{len(raw):,} reports in {len(groups):,} stories made in {time.perf_counter() - begun:.0f} s", file=sys.stderr
    )
    return store


def _batches(groups: Sequence[Group]) -> Iterator[list[Group]]:
    some: list[Group] = []
    for group in groups:
        some.append(group)
        if sum(len(one.reports) for one in some) >= AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _kept(group: Group, raw: dict[str, Report], told: dict[str, bytes]) -> Iterator[Kept]:
    for report in pipeline.together(group, raw, SETTINGS):
        given = raw[report.id]
        yield Kept(
            report=report,
            mentions=Mentions(report=report.id),
            hash=hash_of(given),
            seen=NOW,
            rules=rules_of(SETTINGS),
            features=told[report.id],
            given=Given(outlet=given.outlet, published=given.published, alone=True),
        )


def _story(group: Group, kept: Sequence[Kept]) -> KeptStory:
    inside = [one for one in kept if one.report.id in set(group.reports)]
    story = pipeline.side_by_side(group, [one.report for one in inside], [one.mentions for one in inside], SETTINGS)
    return KeptStory(id=story.id, changed=NOW, story=story)


def timed(name: str, works: Sequence[Callable[[], object]]) -> None:
    """Do each once; print the median and the longest time, and the median of the processor's."""
    spent, used = [], []
    for work in works:
        begun, processor = time.perf_counter(), time.process_time()
        work()
        spent.append(time.perf_counter() - begun)
        used.append(time.process_time() - processor)
    print(f"{name:<44} {median(spent):6.2f} s   longest {max(spent):6.2f} s   processor {median(used):6.2f} s")


def main(address: str, count: int = 100_000) -> None:
    """Measure."""
    store = opened(address, count)
    desk = Desk(store, SETTINGS)
    with store.view() as view:
        there = list(itertools.islice(view.reports(), 0, None, max(1, count // (2 * TIMES))))
        texts = {one.report.id: one.report for one in view.kept(there, mentions=False)}
        sizes = {name: len(view.groups([name]).popitem()[1].reports) for name in there}
    places = [f"Vorrel{'aeiouyhklm'[number]}" for number in range(TIMES + 1)]
    pages = [
        Document(name=f"{place}-{time.time_ns()}.txt", data=ENGLISH.format(place=place, number=20 + number).encode())
        for number, place in enumerate(places)
    ]
    begun = time.perf_counter()
    desk.add(pages[:1], now=NOW)
    print(f"{'first report, with loading of the model':<44} {time.perf_counter() - begun:6.2f} s")
    timed("one report more, of a new story", [lambda page=page: desk.add([page], now=NOW) for page in pages[1:]])  # type: ignore[misc]
    more = [
        Document(name=f"late-{time.time_ns()}-{at}.txt", data=_late(texts[name].text).encode(), outlet="The Late Post")
        for at, name in enumerate(there[:TIMES])
    ]
    timed("one report more, of a story that is there", [lambda one=one: desk.add([one], now=NOW) for one in more])  # type: ignore[misc]
    small = [name for name in there if sizes[name] < 20]  # noqa: PLR2004
    pairs = [JoinStories(a=a, b=b) for a, b in itertools.pairwise(small)][: 2 * TIMES : 2]
    timed("two stories joined by a person", [lambda one=one: desk.judge(one, by="x", now=NOW) for one in pairs])  # type: ignore[misc]
    timed("nothing new", [lambda: desk.add(pages, now=NOW) for _ in range(TIMES)])
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _late(text: str) -> str:
    """Another report of the same affair: half of its sentences."""
    title, *paragraphs = text.split("\n\n")
    return "\n\n".join([f"{title} again", *paragraphs[::2]])


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
