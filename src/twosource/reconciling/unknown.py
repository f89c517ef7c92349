"""In: readings of one claim without a known origin, and the rest. Out: how many more voices they may be, and why."""

import itertools
import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from twosource.reconciling.readings import Reading
from twosource.records import Edge, EdgeWhy, content_id

_WORD = re.compile(r"\w+")
#: So many words in a row make one gram; so many common grams, and this share of the shorter sentence's, one text.
_GRAM, _LEAST, _SHARE = 5, 4, 0.5
#: More readings than this are not compared pair by pair.
_MOST = 60


def voices_unknown(
    unknown: Sequence[Reading], sourced: Sequence[Reading], credited: Mapping[str, str], cut: AbstractSet[str]
) -> tuple[int, tuple[Edge, ...]]:
    """How many voices the readings of unknown origin may be at most, and the edges that made them fewer.

    Two reports that share the wording around the claim, or the credit to one agency, are one voice; so is one that
    shares it with a report whose origin is known, and adds nobody. `credited` gives the agency a report credits, by
    report id; edges whose id is in `cut` do not hold.
    """
    readings = sorted(unknown, key=lambda reading: reading.key)[:_MOST]
    known = sorted(sourced, key=lambda reading: reading.key)[:_MOST]
    voice = {reading.source: reading.source for reading in sorted(unknown, key=lambda reading: reading.key)}
    edges: dict[str, Edge] = {}
    for one, other in (*itertools.combinations(readings, 2), *itertools.product(readings, known)):
        if one.source == other.source or voice[one.source] == voice.get(other.source, ""):
            continue
        edge = _edge(one, other, credited)
        if edge is None or edge.id in cut:
            continue
        edges[edge.id] = edge
        kept, lost = sorted((voice[one.source], voice.get(other.source, "")))
        voice = {source: kept if name == lost else name for source, name in voice.items()}
    return len(set(voice.values()) - {""}), tuple(edges[name] for name in sorted(edges))


def _edge(one: Reading, other: Reading, credited: Mapping[str, str]) -> Edge | None:
    """Why two reports are one voice on a claim: the agency both credit, or the words they share; None where neither."""
    left, right = credited.get(one.figure.span.report), credited.get(other.figure.span.report)
    if left and right and left.casefold() == right.casefold():
        return _made(one, other, "same credit", f"both reports credit {left}")
    shared = _shared(one, other)
    if shared:
        return _made(one, other, "shared text", f"both have the words “{shared}”")
    return None


def _made(one: Reading, other: Reading, why: EdgeWhy, detail: str) -> Edge:
    a, b = sorted((one.source, other.source))
    evidence = (one.figure.sentence, other.figure.sentence)
    return Edge(id=content_id(a, b, why), a=a, b=b, why=why, evidence=evidence, detail=detail)


def _shared(one: Reading, other: Reading) -> str:
    """The longest run of words that both sentences have, where enough of the shorter is in the other; else ""."""
    left, right = (_WORD.findall(reading.figure.sentence.words.casefold())[:120] for reading in (one, other))
    grams, more = (_grams(words) for words in (left, right))
    common = set(grams) & set(more)
    if len(common) < _LEAST or len(common) < _SHARE * min(len(set(grams)), len(set(more))):
        return ""
    best: list[str] = []
    run: list[str] = []
    for number, gram in enumerate(grams):
        run = ([*run, left[number + _GRAM - 1]] if run else list(gram)) if gram in common else []
        best = max(best, run, key=len)
    return " ".join(best)


def _grams(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[first : first + _GRAM]) for first in range(len(words) - _GRAM + 1)]
