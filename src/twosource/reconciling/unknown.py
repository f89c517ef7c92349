"""In: readings of one claim without a known origin, and the rest. Out: how many more voices they may be, and why."""

import itertools
import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from twosource.reconciling.circle import Circle
from twosource.reconciling.readings import Reading
from twosource.reconciling.rulings import edge_id, pair
from twosource.records import Edge, EdgeWhy

_WORD = re.compile(r"\w+")
#: So many words in a row make one gram; so many common grams, and this share of the shorter sentence's, one text.
_GRAM, _LEAST, _SHARE = 5, 4, 0.5
#: More readings than this are not compared pair by pair.
_MOST = 60


def voices_unknown(
    unknown: Sequence[Reading],
    sourced: Sequence[Reading],
    named: Mapping[str, Sequence[str]],
    circle: Circle,
) -> tuple[int, tuple[Edge, ...]]:
    """How many voices the readings of unknown origin may be at most, and the edges that made them fewer.

    Two reports that share the wording around the claim, or the credit to one agency, are one voice; so is one that
    shares it with a report whose origin is known, and adds nobody. `named` gives the known origins of a figure id.
    Edges that a person has cut do not hold, and reports that a person has put together are one voice.
    """
    readings = sorted(unknown, key=lambda reading: reading.key)[:_MOST]
    known = sorted(sourced, key=lambda reading: reading.key)[:_MOST] if readings else []
    grams = {reading.key: _grams(_words(reading)) for reading in (*readings, *known)}
    voice = {reading.source: reading.source for reading in sorted(unknown, key=lambda reading: reading.key)}
    edges: dict[str, Edge] = {}
    for one, other in (*itertools.combinations(readings, 2), *itertools.product(readings, known)):
        if one.source == other.source or voice[one.source] == voice.get(other.source, ""):
            continue
        if any(pair(one.source, name) in circle.joined for name in (other.source, *named.get(other.figure.id, ()))):
            edge: Edge | None = _made(one, other, "joined", "put together by a person")
        else:
            edge = _credit(one, other, circle.credits)
        if edge is None and _alike(grams[one.key], grams[other.key]):
            edge = _made(one, other, "shared text", f"both have the words “{_run(one, grams[other.key])}”")
        if edge is None or edge.id in circle.ruled.cut:
            continue
        edges[edge.id] = edge
        kept, lost = sorted((voice[one.source], voice.get(other.source, "")))
        voice = {source: kept if name == lost else name for source, name in voice.items()}
    return len(set(voice.values()) - {""}), tuple(edges[name] for name in sorted(edges))


def _credit(one: Reading, other: Reading, credited: Mapping[str, str]) -> Edge | None:
    """The agency that both reports credit, as an edge; None where there is none."""
    left, right = credited.get(one.figure.span.report), credited.get(other.figure.span.report)
    if left and right and left.casefold() == right.casefold():
        return _made(one, other, "same credit", f"both reports credit {left}")
    return None


def _made(one: Reading, other: Reading, why: EdgeWhy, detail: str) -> Edge:
    a, b = sorted((one.source, other.source))
    evidence = (one.figure.sentence, other.figure.sentence)
    return Edge(id=edge_id(a, b, why), a=a, b=b, why=why, evidence=evidence, detail=detail)


def _words(reading: Reading) -> list[str]:
    return _WORD.findall(reading.figure.sentence.words.casefold())[:120]


def _grams(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[first : first + _GRAM]) for first in range(len(words) - _GRAM + 1))


def _alike(left: AbstractSet[tuple[str, ...]], right: AbstractSet[tuple[str, ...]]) -> bool:
    """Whether two sentences have enough grams in common, and enough of the shorter's."""
    common = len(left & right)
    return common >= _LEAST and common >= _SHARE * min(len(left), len(right))


def _run(reading: Reading, grams: AbstractSet[tuple[str, ...]]) -> str:
    """The longest run of a sentence's words whose grams are all among the other's."""
    words = _words(reading)
    best: list[str] = []
    run: list[str] = []
    for first in range(len(words) - _GRAM + 1):
        gram = words[first : first + _GRAM]
        run = ([*run, gram[-1]] if run else gram) if tuple(gram) in grams else []
        best = max(best, run, key=len)
    return " ".join(best)
