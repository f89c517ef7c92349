"""In: claims and their readings. Out: relations of claims that a hasty reader would set against each other."""

import itertools
from collections.abc import Mapping, Sequence

import msgspec

from twosource.reconciling.evidence import counted_by
from twosource.reconciling.pairs import CLOSED, RUNNING, WEAK
from twosource.reconciling.periods import Period
from twosource.reconciling.readings import Reading
from twosource.reconciling.sums import with_sums
from twosource.reconciling.units import NO_RATES, Rates, comparable, convert, family
from twosource.reconciling.words import Weigher
from twosource.records import Claim, Figure, Relation, Why

#: Measures of harm and of fate that people take for each other, with the one that holds the other where one does.
_HARM = frozenset(str.split("killed injured casualties missing hospitalised trapped"))
_HOLDS = {("casualties", "killed"), ("casualties", "injured")}
_FATE = frozenset(str.split("evacuated displaced homeless rescued"))
_LAW = frozenset(str.split("arrested captured charged"))
_CIRCLES = (_HARM, _FATE, _LAW)
_COSINE = 0.45
#: Days that lie between two affairs rather than within one.
_LONG_AGO = 200
_MOST = 5


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with its readings and what most of them say."""

    claim: Claim
    readings: tuple[Reading, ...]
    measure: str
    unit: str
    everyone: bool
    narrow: str
    part: bool
    sources: frozenset[str]
    periods: tuple[Period, ...]
    places: frozenset[str]
    words: Mapping[str, float]
    weight: float
    ids: frozenset[str]
    wholes: frozenset[str]


def relations(
    claims: Sequence[Claim], readings: Mapping[str, Reading], rates: Rates = NO_RATES
) -> tuple[Relation, ...]:
    """The relations of a story's claims, in the claims' order; at most a few for one claim."""
    measures = {name: reading.figure.measure for name, reading in readings.items()}
    weigher = Weigher([readings[name] for claim in claims for name in claim.figures])
    sides = [_side(claim, [readings[name] for name in claim.figures], measures, weigher) for claim in claims]
    found: list[tuple[float, Relation]] = []
    for one, other in _candidates(sides):
        alike = _alike(one, other)
        relation = _relate(one, other, alike, rates)
        if relation is not None:
            linked = 2.0 * (_linked(one, other) is not None)
            found.append((linked + alike + 0.1 * min(max(len(one.sources), len(other.sources)), 9), relation))
    return with_sums(_few(found), claims, readings)


def _few(found: list[tuple[float, Relation]]) -> list[Relation]:
    """The best relations: at most a few for one claim, and one whole for one part."""
    count: dict[str, int] = {}
    parts: set[str] = set()
    kept = []
    for _, relation in sorted(found, key=lambda row: (-row[0], row[1].a, row[1].b)):
        if relation.why == "subset":
            if relation.b in parts:
                continue
            parts.add(relation.b)
        if count.get(relation.a, 0) < _MOST and count.get(relation.b, 0) < _MOST:
            kept.append(relation)
            for name in (relation.a, relation.b):
                count[name] = count.get(name, 0) + 1
    return sorted(kept, key=lambda relation: (relation.a, relation.b))


def _side(claim: Claim, readings: Sequence[Reading], of: Mapping[str, str], weigher: Weigher) -> Side:
    figures = [reading.figure for reading in readings]
    words = {word: weigher(word) for word in sorted({word for figure in figures[:_WORDED] for word in figure.terms})}
    measures = sorted(figure.measure.casefold() for figure in figures)
    kinds = [counted_by(reading)[0] for reading in readings if reading.figure.unit == "person"]
    narrow = sorted(name for level, name in kinds if level == "strict")
    return Side(
        claim=claim,
        readings=tuple(readings),
        measure=max(measures, key=measures.count),
        unit=claim.unit,
        everyone=2 * sum(level == "all" for level, _ in kinds) > len(figures),
        narrow=narrow[0] if len(narrow) * 2 >= len(figures) else "",
        part=2 * sum(_is_part(figure, of) for figure in figures) >= len(figures),
        sources=frozenset(reading.source for reading in readings),
        periods=tuple(sorted({reading.period for reading in readings if reading.period is not None})),
        places=frozenset(figure.place.casefold() for figure in figures if figure.place),
        words=words,
        weight=sum(words.values()),
        ids=frozenset(figure.id for figure in figures),
        wholes=frozenset(f.whole for f in figures if f.whole and f.relation in ("part", "remainder")),
    )


#: So many figures of a claim lend it their words.
_WORDED = 8


def _is_part(figure: Figure, measures: Mapping[str, str]) -> bool:
    """Whether a figure is a part of what its own measure counts: the dead of 112 casualties are all the dead."""
    inside = measures.get(figure.whole or "", figure.measure)
    return figure.relation in ("part", "remainder") and inside == figure.measure


def _candidates(sides: Sequence[Side]) -> list[tuple[Side, Side]]:
    """Pairs of one unit family which share a report, or are of people; large stories keep to the larger claims."""
    blocks: dict[str, list[Side]] = {}
    for side in sides:
        blocks.setdefault(family(side.unit), []).append(side)
    pairs = []
    for name in sorted(blocks):
        largest = sorted(blocks[name], key=lambda side: (-len(side.readings), side.claim.id))[:400]
        kept = {side.claim.id for side in largest}
        pairs += list(itertools.combinations([side for side in blocks[name] if side.claim.id in kept], 2))
    return pairs


def _alike(one: Side, other: Side) -> float:
    """How far the words around the claims' figures are the same, 0 to 1."""
    shared = sum(one.words[word] for word in sorted(one.words.keys() & other.words.keys()))
    least = min(one.weight, other.weight)
    return shared / least if least else 0.0


def _relate(one: Side, other: Side, alike: float, rates: Rates) -> Relation | None:
    linked = _linked(one, other)
    if linked is not None:
        return _subset(*linked, rates)
    people = one.unit == other.unit == "person"
    closed = people and one.measure in CLOSED and other.measure in CLOSED
    if not closed and not _set_side_by_side(one, other, alike):
        return None
    if one.measure == other.measure:
        return _same_measure(one, other, alike, rates)
    if closed and not (_taken_for_each_other(one.measure, other.measure) and _of_one_crowd(one, other)):
        return None
    if _long_between(one.periods, other.periods) or one.part != other.part:
        return None
    return _other_measure(one, other)


def _of_one_crowd(one: Side, other: Side) -> bool:
    """Whether two counts of people may be of the same people: no kinds that differ, and a report or weight behind."""
    if one.narrow != other.narrow:
        return False
    if (one.measure, other.measure) in _HOLDS or (other.measure, one.measure) in _HOLDS:
        return True
    together = not one.sources.isdisjoint(other.sources)
    return together or max(len(one.sources), len(other.sources)) > 1


def _set_side_by_side(one: Side, other: Side, alike: float) -> bool:
    """Whether a reader might set two claims of open measures against each other: like words, one kind of unit."""
    if {one.measure, other.measure} & WEAK or alike < _COSINE:
        return False
    if one.sources.isdisjoint(other.sources) and len(one.sources) == len(other.sources) == 1:
        return False
    return family(one.unit) != "count" or one.unit == other.unit


def _taken_for_each_other(one: str, other: str) -> bool:
    return any(one in circle and other in circle for circle in _CIRCLES)


#: Of two shares or spans of time neither is a part that the other holds: their bases differ.
_NO_PARTS = frozenset(("share", "[time]", "ratio", "magnitude", "temperature"))


def _linked(one: Side, other: Side) -> tuple[Side, Side] | None:
    """The whole and its part, where a figure of one is by its own words part of a figure of the other."""
    if family(one.unit) in _NO_PARTS or family(other.unit) in _NO_PARTS:
        return None
    for part, whole in ((one, other), (other, one)):
        if not part.wholes.isdisjoint(whole.ids):
            return whole, part
    return None


def _same_measure(one: Side, other: Side, alike: float, rates: Rates) -> Relation | None:
    if one.periods and other.periods and _apart(one.periods, other.periods, one.measure):
        days = " and the other ".join(_told(side.readings) for side in (one, other))
        return _relation(one, other, "other period", f"{_named(one)}: one number is of {days}")
    if (one.narrow != other.narrow and (one.narrow == "" or other.narrow == "")) or one.part != other.part:
        whole, part = _larger_first(one, other, rates)
        wide = (whole.everyone and not one.sources.isdisjoint(other.sources)) or len(whole.sources) > len(part.sources)
        holds = wide and not whole.part and (part.part or not part.everyone)
        return _subset(whole, part, rates) if holds else None
    if one.places and other.places and not _share_words(one.places, other.places) and alike >= _COSINE:
        places = " and the other in ".join(_where(side.readings) for side in (one, other))
        return _relation(one, other, "other place", f"{_named(one)}: one number is of those in {places}")
    return None


def _told(readings: Sequence[Reading]) -> str:
    """The first day or period that the readings are of, as ISO dates."""
    spans = sorted(reading.figure.as_of for reading in readings if reading.period is not None and reading.figure.as_of)
    return spans[0].replace("/", " to ")


def _where(readings: Sequence[Reading]) -> str:
    return min(reading.figure.place for reading in readings if reading.figure.place)


def _larger_first(one: Side, other: Side, rates: Rates) -> tuple[Side, Side]:
    """The whole and the part of two that no sentence links: the part is not the larger."""
    if _exceeds(other.claim, one.claim, rates):
        return other, one
    return (other, one) if (one.narrow or one.part) and not _exceeds(one.claim, other.claim, rates) else (one, other)


def _long_between(left: Sequence[Period], right: Sequence[Period]) -> bool:
    """Whether two claims are of affairs long apart: the dead of a year ago are not taken for today's missing."""
    return bool(left and right) and all(one.gap(other) > _LONG_AGO for one in left for other in right)


def _apart(left: Sequence[Period], right: Sequence[Period], measure: str) -> bool:
    """Whether no period of one claim is one of the other; of a running toll two days are no two periods."""
    least = _LONG_AGO if measure in RUNNING else 0
    return all(one.gap(other) > least or abs(one.days - other.days) > 1 for one in left for other in right)


def _share_words(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool({word for name in left for word in name.split()} & {word for name in right for word in name.split()})


def _other_measure(one: Side, other: Side) -> Relation:
    if (other.measure, one.measure) in _HOLDS:
        one, other = other, one
    if one.measure == "casualties":
        detail = f"casualties are the dead and the injured together, not {other.measure} alone"
    else:
        detail = f"“{_named(one)}” and “{_named(other)}” are different counts"
    broken = (one.measure, other.measure) in _HOLDS and _exceeds(other.claim, one.claim, NO_RATES)
    return _relation(one, other, "other measure", detail, broken=broken)


def _subset(whole: Side, part: Side, rates: Rates) -> Relation:
    broken = _exceeds(part.claim, whole.claim, rates)
    asked, wider = part.claim.question, whole.claim.question
    if asked == wider:
        asked, wider = (side.readings[0].figure.sentence.words[:160] for side in (part, whole))
    detail = f"“{asked}” is about a part of “{wider}”"
    if broken:
        detail += ", yet the part is given as larger than the whole"
    return _relation(whole, part, "subset", detail, broken=broken)


def _exceeds(part: Claim, whole: Claim, rates: Rates) -> bool:
    """Whether the part is surely larger than the whole: parts ≤ whole does not hold."""
    if part.low is None or whole.high is None or not comparable(part.unit, whole.unit, rates):
        return False
    return convert(part.low, part.unit, whole.unit, rates) > whole.high


def _named(side: Side) -> str:
    return side.measure or "the number"


def _relation(one: Side, other: Side, why: Why, detail: str, *, broken: bool = False) -> Relation:
    return Relation(a=one.claim.id, b=other.claim.id, why=why, detail=detail, broken=broken)
