"""In: sizes on the command line. Out: how well and how fast copies and shared passages are found on a made corpus.

    python benchmarks/bench_copies.py 1000 10000 100000

Times are of the processor, and given as ratios too: "× plain" is the time of a plain Python set of 8-word runs of the
same texts, measured in the same run, so that figures of different machines can be compared. `exponent` is the growth of
the time from the size before: 1 is linear.
"""

import itertools
import resource
import time
from collections.abc import Sequence

from copies_corpus import Corpus, make
from table import plain, sizes, tables

from twosource.grouping import find_copies, find_passages
from twosource.grouping.prints import take_prints
from twosource.grouping.search import likely_pairs, marked
from twosource.records import Copy, Passage


def copies_quality(corpus: Corpus, copies: Sequence[Copy], least: float = 0.8) -> tuple[float, float, float, float]:
    """Recall of copies with at least `least` of their words shared, recall of all, precision, right direction."""
    true = {frozenset((copy.report, copy.of)): copy for copy in corpus.copies}
    said = {frozenset((copy.report, copy.of)): copy for copy in copies}
    close = [pair for pair, copy in true.items() if copy.share >= least]
    right = said.keys() & true.keys()
    return (
        sum(pair in said for pair in close) / max(1, len(close)),
        len(right) / max(1, len(true)),
        len(right) / max(1, len(said)),
        sum(said[pair].of == true[pair].of for pair in right) / max(1, len(right)),
    )


def passages_recall(corpus: Corpus, passages: Sequence[Passage], least: int = 40) -> float:
    """The share of known passages of `least` words and more that are found, at least nine tenths of each."""
    found: dict[frozenset[str], list[str]] = {}
    for passage in passages:
        found.setdefault(frozenset((passage.a.report, passage.b.report)), []).append(passage.a.words)
    wanted = [known for known in corpus.passages if known.words >= least]
    hits = 0
    for known in wanted:
        words = known.text.split()
        margin = len(words) // 20
        core = " ".join(words[margin : len(words) - margin])
        hits += any(core in text for text in found.get(frozenset((known.a, known.b)), ()))
    return hits / max(1, len(wanted))


def measure(count: int) -> dict[str, float]:
    """All figures for one size."""
    corpus = make(count)
    yardstick = plain(corpus.reports)
    steps = [time.process_time()]
    prints = take_prints(corpus.reports)
    steps.append(time.process_time())
    words = [len(one.words.hashes) for one in prints]
    pairs = likely_pairs(marked([one.report.id for one in prints], words, [one.marks.marks for one in prints]))
    steps.append(time.process_time())
    del prints
    copies = find_copies(corpus.reports)
    steps.append(time.process_time())
    passages = find_passages(corpus.reports, copies)
    steps.append(time.process_time())
    prints_s, search_s, copies_s, passages_s = (after - before for before, after in itertools.pairwise(steps))
    reports = len(corpus.reports)
    close, every, precision, direction = copies_quality(corpus, copies)
    return {
        "reports": reports,
        "words each": sum(len(report.text.split()) for report in corpus.reports) / reports,
        "copies": len(corpus.copies),
        "pairs compared": len(pairs),
        "fingerprint and search, reports/s": reports / (prints_s + search_s),
        "fingerprint and search × plain": (prints_s + search_s) / reports / yardstick,
        "copies found, reports/s": reports / copies_s,
        "copies found × plain": copies_s / reports / yardstick,
        "copies found, seconds": copies_s,
        "passages found, reports/s": reports / passages_s,
        "recall of copies, 80 % shared": close,
        "recall of all copies": every,
        "precision of copies": precision,
        "right direction": direction,
        "recall of passages, 40 words": passages_recall(corpus, passages),
        "peak memory, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    tables(sizes(__doc__), measure, ["copies found, seconds"])
